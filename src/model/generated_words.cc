#include "model/generated_words.h"

#include <array>
#include <optional>
#include <string>

namespace keben::model {
namespace {

constexpr GeneratedWords kHans = {.contents = "目录",
                                  .cover = "封面",
                                  .title_page = "书名页",
                                  .body = "正文",
                                  .landmarks = "导览",
                                  .page_list = "页码",
                                  .notes = "注释",
                                  .back_to_text = "返回正文",
                                  .figure = "图",
                                  .table = "表",
                                  .continued = "续表",
                                  .picture_missing = "图片缺失",
                                  .untitled = "未命名",
                                  .done = "已完成",
                                  .to_do = "未完成",
                                  .name_separator = "、",
                                  .colophon = "版权页",
                                  .code = "代码",
                                  .formula = "公式",
                                  .text_missing = "本篇原文无法读取，未能收入。",
                                  .before_volume = "（第",
                                  .after_volume = "册）",
                                  .before_page = "（见第",
                                  .after_page = "页）",
                                  .before_other = "〔见《",
                                  .after_other = "》〕"};

constexpr GeneratedWords kHant = {.contents = "目錄",
                                  .cover = "封面",
                                  .title_page = "書名頁",
                                  .body = "正文",
                                  .landmarks = "導覽",
                                  .page_list = "頁碼",
                                  .notes = "註釋",
                                  .back_to_text = "返回正文",
                                  .figure = "圖",
                                  .table = "表",
                                  .continued = "續表",
                                  .picture_missing = "圖片缺失",
                                  .untitled = "未命名",
                                  .done = "已完成",
                                  .to_do = "未完成",
                                  .name_separator = "、",
                                  .colophon = "版權頁",
                                  .code = "程式碼",
                                  .formula = "公式",
                                  .text_missing = "本篇原文無法讀取，未能收入。",
                                  .before_volume = "（第",
                                  .after_volume = "冊）",
                                  .before_page = "（見第",
                                  .after_page = "頁）",
                                  .before_other = "〔見《",
                                  .after_other = "》〕"};

constexpr GeneratedWords kJa = {.contents = "目次",
                                .cover = "表紙",
                                .title_page = "扉",
                                .body = "本文",
                                .landmarks = "ナビゲーション",
                                .page_list = "ページ",
                                .notes = "注",
                                .back_to_text = "本文へ戻る",
                                .figure = "図",
                                .table = "表",
                                .continued = "続き",
                                .picture_missing = "画像なし",
                                .untitled = "無題",
                                .done = "完了",
                                .to_do = "未完了",
                                .name_separator = "・",
                                .colophon = "奥付",
                                .code = "コード",
                                .formula = "数式",
                                .text_missing = "この文章は読み取れず、収録できませんでした。",
                                .before_volume = "（第",
                                .after_volume = "巻）",
                                .before_page = "（",
                                .after_page = "ページ参照）",
                                .before_other = "〔『",
                                .after_other = "』参照〕"};

constexpr GeneratedWords kKo = {.contents = "차례",
                                .cover = "표지",
                                .title_page = "속표지",
                                .body = "본문",
                                .landmarks = "길잡이",
                                .page_list = "쪽",
                                .notes = "주",
                                .back_to_text = "본문으로",
                                .figure = "그림",
                                .table = "표",
                                .continued = "이어짐",
                                .picture_missing = "그림 없음",
                                .untitled = "제목 없음",
                                .done = "완료",
                                .to_do = "미완료",
                                .name_separator = ", ",
                                .colophon = "판권",
                                .code = "코드",
                                .formula = "수식",
                                .text_missing = "이 글은 읽을 수 없어 싣지 못했습니다.",
                                .before_volume = " (제",
                                .after_volume = "권)",
                                .before_page = " (",
                                .after_page = "쪽 참조)",
                                .before_other = " [『",
                                .after_other = "』 참조]"};

constexpr GeneratedWords kEn = {.contents = "Contents",
                                .cover = "Cover",
                                .title_page = "Title page",
                                .body = "Text",
                                .landmarks = "Landmarks",
                                .page_list = "Pages",
                                .notes = "Notes",
                                .back_to_text = "Back to text",
                                .figure = "Figure",
                                .table = "Table",
                                .continued = "Continued",
                                .picture_missing = "Picture missing",
                                .untitled = "Untitled",
                                .done = "Done",
                                .to_do = "To do",
                                .name_separator = ", ",
                                .colophon = "Colophon",
                                .code = "Code",
                                .formula = "Formula",
                                .text_missing = "This text could not be read, and is missing here.",
                                .before_volume = " (volume ",
                                .after_volume = ")",
                                .before_page = " (see page ",
                                .after_page = ")",
                                .before_other = " (see “",
                                .after_other = "”)"};

// note tip info important warning caution success quote other
using Labels = std::array<std::string_view, 9>;
constexpr Labels kHansLabels = {"注",   "提示", "说明", "重要", "警告",
                                "当心", "成功", "引文", "附记"};
constexpr Labels kHantLabels = {"註",   "提示", "說明", "重要", "警告",
                                "當心", "成功", "引文", "附記"};
constexpr Labels kJaLabels = {"注",   "ヒント", "情報", "重要", "警告",
                              "注意", "成功",   "引用", "付記"};
constexpr Labels kKoLabels = {"참고", "도움말", "정보", "중요",  "경고",
                              "주의", "성공",   "인용", "덧붙임"};
constexpr Labels kEnLabels = {"Note",    "Tip",     "Info",  "Important", "Warning",
                              "Caution", "Success", "Quote", "Aside"};

const Labels& labels_for(Convention convention) {
  switch (convention) {
    case Convention::hans:
      return kHansLabels;
    case Convention::hant_tw:
    case Convention::hant_hk:
      return kHantLabels;
    case Convention::ja:
      return kJaLabels;
    case Convention::ko:
      return kKoLabels;
    case Convention::western:
      return kEnLabels;
  }
  return kEnLabels;
}

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

}  // namespace

const GeneratedWords& words_for(Convention convention) {
  switch (convention) {
    case Convention::hans:
      return kHans;
    case Convention::hant_tw:
    case Convention::hant_hk:
      return kHant;
    case Convention::ja:
      return kJa;
    case Convention::ko:
      return kKo;
    case Convention::western:
      return kEn;
  }
  return kEn;
}

std::string_view admonition_label(Admonition::Kind kind, Convention convention) {
  return labels_for(convention)[static_cast<std::size_t>(kind)];
}

std::string spoken_date(const Date& date, Convention convention) {
  const std::string y = std::to_string(date.year);
  const std::string m = std::to_string(date.month);
  const std::string d = std::to_string(date.day);
  switch (convention) {
    case Convention::hans:
    case Convention::hant_tw:
    case Convention::hant_hk:
    case Convention::ja:
      return y + "年" + m + "月" + d + "日";
    case Convention::ko:
      return y + "년 " + m + "월 " + d + "일";
    case Convention::western:
      return d + " " + std::string(kMonths[static_cast<std::size_t>(date.month - 1)]) + " " + y;
  }
  return {};
}

namespace {

/// Without the year where the month stands behind one of the same.
std::string spoken_month(const Date& date, Convention convention, bool with_year) {
  const std::string y = std::to_string(date.year), m = std::to_string(date.month);
  switch (convention) {
    case Convention::hans:
    case Convention::hant_tw:
    case Convention::hant_hk:
    case Convention::ja:
      return (with_year ? y + "年" : "") + m + "月";
    case Convention::ko:
      return (with_year ? y + "년 " : "") + m + "월";
    case Convention::western:
      return std::string(kMonths[static_cast<std::size_t>(date.month - 1)]) +
             (with_year ? " " + y : "");
  }
  return {};
}

std::string_view range_mark(Convention convention) {
  switch (convention) {
    case Convention::hans:
    case Convention::hant_tw:
    case Convention::hant_hk:
      return "—";  // GB/T 15834 4.13.3.2
    case Convention::ja:
      return "～";
    case Convention::ko:
    case Convention::western:
      return "–";
  }
  return "–";
}

/// Western months put the year last, so of one year only the last of two has it.
std::string spoken_months(const Date& first, const Date& last, Convention convention) {
  const bool one_year = first.year == last.year;
  if (one_year && first.month == last.month) return spoken_month(first, convention, true);
  const bool year_last = convention == Convention::western;
  return spoken_month(first, convention, !one_year || !year_last)
      .append(range_mark(convention))
      .append(spoken_month(last, convention, !one_year || year_last));
}

}  // namespace

std::string days_of(const Collection& collection) {
  const Convention convention = collection.meta.language.convention;
  if (collection.meta.published) return spoken_date(*collection.meta.published, convention);
  std::optional<Date> first, last;
  for (const Document& document : collection.documents) {
    const std::optional<Date>& day = document.meta.published;
    if (!day) continue;
    if (!first || *day < *first) first = day;
    if (!last || *last < *day) last = day;
  }
  return first ? spoken_months(*first, *last, convention) : std::string();
}

std::string names_of(const std::vector<Person>& people, Convention convention) {
  std::string out;
  for (const Person& person : people) {
    if (!out.empty()) out += words_for(convention).name_separator;
    out += person.name;
  }
  return out;
}

std::string_view between_facts(Convention convention) {
  return is_cjk(convention) ? "\u3000" : " · ";
}

std::string byline_of(const Meta& essay, const Meta& whole) {
  const Convention convention = essay.language.convention;
  std::string out;
  if (essay.people != whole.people) out = names_of(essay.people, convention);
  if (essay.published) {
    if (!out.empty()) out += between_facts(convention);
    out += spoken_date(*essay.published, convention);
  }
  return out;
}

std::string tag_line(const Meta& essay) {
  std::string out;
  for (const std::string& tag : essay.tags)
    out.append(out.empty() ? "" : " · ").append(tag);
  return out;
}

}  // namespace keben::model
