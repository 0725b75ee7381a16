// The words that a book says for itself, in the language of its text: never an English word in a
// Chinese book.
//
// Both backends take them from here, so the two editions say the same.
#pragma once

#include <string>
#include <string_view>

#include "model/collection.h"

namespace keben::model {

struct GeneratedWords {
  std::string_view contents;                     // 目录
  std::string_view cover;                        // 封面
  std::string_view title_page;                   // 书名页
  std::string_view body;                         // 正文
  std::string_view landmarks;                    // 导览
  std::string_view page_list;                    // 页码
  std::string_view notes;                        // 注释
  std::string_view back_to_text;                 // 返回正文
  std::string_view figure;                       // 图
  std::string_view table;                        // 表
  std::string_view continued;                    // 续表
  std::string_view picture_missing;              // 图片缺失
  std::string_view untitled;                     // 未命名
  std::string_view done, to_do;                  // a task's box, spoken
  std::string_view name_separator;               // 、
  std::string_view colophon;                     // 版权页
  std::string_view code;                         // 代码
  std::string_view formula;                      // 公式
  std::string_view text_missing;                 // in place of an essay
  std::string_view before_volume, after_volume;  // （第, 册）
  std::string_view before_page, after_page;      // （见第, 页）: of a link's page in print
  std::string_view before_other, after_other;  // 〔见《, 》〕: of the volume that a link leads to
};

const GeneratedWords& words_for(Convention convention);

/// 注, 提示, 警告 … in the given convention.
std::string_view admonition_label(Admonition::Kind kind, Convention convention);

/// A date as that convention's books print it: 2025年1月25日, 25 January 2025.
std::string spoken_date(const Date& date, Convention convention);

/// When the texts of a collection appeared: the day that the whole names, else from the month of
/// the first to that of the last, 2020年1月—2021年5月. Empty where nothing is known.
std::string days_of(const Collection& collection);

/// Names in one line: 张三、李四.
std::string names_of(const std::vector<Person>& people, Convention convention);

/// What stands between two facts on a line, a name and a date: a blank em, or a dot.
std::string_view between_facts(Convention convention);

/// The line below the title of an essay that is one of several: its makers, where the whole has
/// others, and its date. Empty where there is neither.
std::string byline_of(const Meta& essay, const Meta& whole);

/// A text's tags in one line: 排版 · 标点.
std::string tag_line(const Meta& essay);

}  // namespace keben::model
