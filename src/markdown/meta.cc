#include "markdown/meta.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/overload.h"
#include "config/typesetting.h"
#include "markdown/ascii.h"
#include "markdown/dates.h"
#include "markdown/isbn.h"

namespace keben::markdown {
namespace {

using Keys = std::initializer_list<std::string_view>;

/// The value of the first key that has one.
const Value* first_of(const Fields& fields, Keys keys) {
  for (const std::string_view key : keys) {
    if (const Value* value = find(fields, key)) return value;
  }
  return nullptr;
}

/// A text: itself, the first of a list, or what a map holds under one of `inner`.
std::string text_of(const Value& value, Keys inner) {
  return std::visit(Overload{
                        [](const std::string& text) { return std::string(trimmed(text)); },
                        [&](const Values& list) {
                          return list.empty() ? std::string() : text_of(list.front(), inner);
                        },
                        [&](const Fields& map) {
                          const Value* found = first_of(map, inner);
                          const std::string* text = found ? found->text() : nullptr;
                          return text ? std::string(trimmed(*text)) : std::string();
                        },
                    },
                    value.is);
}

std::string text_at(const Fields& fields, Keys keys, Keys inner = {"name"}) {
  const Value* value = first_of(fields, keys);
  return value ? text_of(*value, inner) : std::string();
}

/// EPUB's own word for a key to sort by.
std::string file_as_at(const Fields& fields) {
  return text_at(fields, {"file-as", "file_as", "fileAs"});
}

/// Cuts at any of `marks`, and leaves out what is blank.
std::vector<std::string> split_at(std::string_view text, Keys marks) {
  std::vector<std::string> out;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t width = 0;
    for (const std::string_view mark : marks) {
      const std::size_t at = text.find(mark);
      if (at < end) end = at, width = mark.size();
    }
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) out.emplace_back(part);
    text.remove_prefix(std::min(end + width, text.size()));
  }
  return out;
}

/// All texts of a value, lists in lists included (Hexo's categories); a single text is cut.
void collect(const Value& value, Keys marks, std::vector<std::string>& out) {
  std::visit(Overload{
                 [&](const std::string& text) {
                   for (std::string& part : split_at(text, marks))
                     out.push_back(std::move(part));
                 },
                 [&](const Values& list) {
                   for (const Value& item : list)
                     collect(item, item.text() ? Keys{} : marks, out);
                 },
                 [&](const Fields&) {
                   if (std::string text = text_of(value, {"name", "title"}); !text.empty())
                     out.push_back(std::move(text));
                 },
             },
             value.is);
}

std::vector<std::string> texts_at(const Fields& fields, Keys keys, Keys marks) {
  std::vector<std::string> out;
  if (const Value* value = first_of(fields, keys)) collect(*value, marks, out);
  return out;
}

// --- Dates -------------------------------------------------------------------------------------

bool is_truth_value(std::string_view text) {
  constexpr std::array<std::string_view, 6> kWords = {"true", "false", "yes", "no", "on", "off"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return same_ignoring_case(word, text); });
}

bool is_true(std::string_view text) {
  return same_ignoring_case(text, "true") || same_ignoring_case(text, "yes") ||
         same_ignoring_case(text, "on") || text == "1";
}

class DateReader {
 public:
  DateReader(const Fields& fields, Diagnostics& log) : fields_(fields), log_(log) {}

  /// The date under `key`; one that cannot be read is told. `published: true` (Zenn) is no date.
  std::optional<WrittenDate> at(std::string_view key) {
    const Value* value = find(fields_, key);
    const std::string* text = value ? value->text() : nullptr;
    if (!text || is_truth_value(trimmed(*text))) return std::nullopt;
    const std::optional<WrittenDate> date = read_date(*text);
    if (!date) {
      log_.warn("date-malformed", value->at, {"日期无法识别：" + *text, "not a date: " + *text},
                {"例如 2025-01-25", "for example 2025-01-25"});
    }
    return date;
  }

 private:
  const Fields& fields_;
  Diagnostics& log_;
};

/// Order of decisions.md 3 for the day of publication; the newest of all for the last change.
void read_dates(const Fields& fields, model::Meta& meta, Diagnostics& log) {
  DateReader dates(fields, log);
  for (const std::string_view key : {"published", "date", "pubDate", "publishDate", "created",
                                     "updated", "lastmod", "modified"}) {
    const std::optional<WrittenDate> date = dates.at(key);
    if (!date) continue;
    const bool of_change = key == "updated" || key == "lastmod" || key == "modified";
    if (!meta.published && !of_change) meta.published = date->day;
    if (!meta.modified || *meta.modified < date->moment) meta.modified = date->moment;
  }
}

// --- The rest ----------------------------------------------------------------------------------

void read_title(const Fields& fields, model::Meta& meta, Diagnostics& log) {
  const Value* value = find(fields, "title");
  if (!value) return;
  if (const std::string* text = value->text()) {
    meta.title = trimmed(*text);
    meta.title_at = value->at;
    return;
  }
  log.warn(
      "title-malformed", value->at,
      {"title 不是文字，已改用标题或文件名", "`title` is no text; the heading or file name serves"},
      {"给它加上引号", "put it in quotes"});
}

void read_language(const Fields& fields, model::Meta& meta, Diagnostics& log) {
  meta.language.tag.clear();
  const Value* value = first_of(fields, {"lang", "language", "locale"});
  const std::string* text = value ? value->text() : nullptr;
  if (!text) return;
  if (const auto language = model::parse_language(trimmed(*text))) {
    meta.language = *language;
    return;
  }
  log.warn("language-malformed", value->at,
           {"不是语言标签：" + *text + "，将由正文判断",
            "not a language tag: " + *text + "; the text will tell"},
           {"例如 zh-CN、zh-TW、ja、en", "for example zh-CN, zh-TW, ja, en"});
}

/// Names as they stand, or maps of a name and what it is sorted by: `{name: 单田芳, file-as: …}`.
void collect_people(const Value& value, Keys marks, const std::string& role,
                    std::vector<model::Person>& out) {
  std::visit(Overload{
                 [&](const std::string& text) {
                   for (std::string& name : split_at(text, marks))
                     out.push_back({std::move(name), role, {}});
                 },
                 [&](const Values& list) {
                   for (const Value& item : list)
                     collect_people(item, item.text() ? Keys{} : marks, role, out);
                 },
                 [&](const Fields& map) {
                   std::string name = text_of(value, {"name", "title"});
                   if (!name.empty()) out.push_back({std::move(name), role, file_as_at(map)});
                 },
             },
             value.is);
}

void read_people(const Fields& fields, model::Meta& meta) {
  const auto read_role = [&](Keys keys, const char* relator) {
    if (const Value* value = first_of(fields, keys))
      collect_people(*value, {"、", ";", "；"}, relator, meta.people);
  };
  read_role({"author", "authors", "creator"}, "aut");
  read_role({"translator", "translators"}, "trl");
  read_role({"editor", "editors"}, "edt");
  read_role({"illustrator", "illustrators"}, "ill");
}

void read_series(const Fields& fields, model::Meta& meta) {
  meta.series.name = text_at(fields, {"series"}, {"name", "title"});
  meta.series.number =
      text_at(fields, {"series_order", "seriesOrder", "order", "weight", "chapter"});
  const Value* series = find(fields, "series");
  const Fields* map = series ? series->map() : nullptr;
  if (map && meta.series.number.empty())
    meta.series.number = text_at(*map, {"number", "order", "index", "part"});
}

void read_isbn_into(const Fields& fields, model::Meta& meta, Diagnostics& log) {
  const Value* value = find(fields, "isbn");
  const std::string* text = value ? value->text() : nullptr;
  if (!text || trimmed(*text).empty()) return;
  if (const auto isbn = read_isbn(*text)) {
    meta.isbn = *isbn;
    return;
  }
  log.warn(
      "isbn-malformed", value->at,
      {"书号不合校验：" + *text + "，未写入", "not an ISBN: " + *text + "; it was left out"},
      {"十三位数字，例如 978-7-302-51162-5", "thirteen digits, for example 978-7-302-51162-5"});
}

bool is_web_address(std::string_view text) {
  return starts_ignoring_case(text, "http://") || starts_ignoring_case(text, "https://");
}

/// `url` and `permalink` are a whole address with some, a path with others: a path is a slug.
void read_addresses(const Fields& fields, model::Meta& meta) {
  meta.site = text_at(fields, {"site"});
  meta.slug = text_at(fields, {"slug"});
  for (const std::string_view key : {"canonical", "canonicalURL", "permalink", "url"}) {
    const std::string text = text_at(fields, {key});
    std::string& field = is_web_address(text) ? meta.source : meta.slug;
    if (field.empty()) field = text;
  }
  meta.aliases = texts_at(fields, {"aliases", "alias", "redirect_from"}, {","});
}

void read_typesetting(const Fields& fields, model::Meta& meta, Diagnostics& log) {
  const Value* value = find(fields, "typeset");
  const Fields* wishes = value ? value->map() : nullptr;
  if (!wishes) return;
  for (const Field& wish : *wishes) {
    config::Typesetting ignored;
    const std::string text = text_of(wish.value, {});
    if (config::set(ignored, wish.key, text)) {
      meta.typesetting.push_back({wish.key, text});
      continue;
    }
    const std::string offered = config::offered_for(wish.key);
    log.warn(
        "typeset-value", wish.value.at,
        {"没有这种排法：" + wish.key + ": " + text, "no such setting: " + wish.key + ": " + text},
        {"可用：" + offered, "there are: " + offered});
  }
}

/// What keeps a text from readers, in its author's words (Meta::draft): Hugo, Astro, Docusaurus and
/// Quarto say `draft: true`; Jekyll, Hexo and Zenn `published: false`; Obsidian and themes of
/// VuePress `publish: false`; Qiita `private: true`. Pages that Docusaurus calls `unlisted` and
/// hexo-hide-posts `hidden` stand in no list of their site, and a book is such a list. Pelican,
/// Nikola and WordPress have a `status`.
std::string read_draft(const Fields& fields) {
  const auto said = [&](std::string_view key) {
    return std::string(key) + ": " + text_at(fields, {key});
  };
  for (const std::string_view key : {"draft", "hidden", "private", "unlisted"})
    if (is_true(text_at(fields, {key}))) return said(key);
  for (const std::string_view key : {"published", "publish"}) {
    const std::string text = text_at(fields, {key});
    if (is_truth_value(text) && !is_true(text)) return said(key);
  }
  for (const std::string_view status : {"draft", "private", "hidden"})
    if (same_ignoring_case(text_at(fields, {"status"}), status)) return said("status");
  return {};
}

constexpr std::array<std::string_view, 5> kPictureKeys = {"cover", "cover_image", "image", "banner",
                                                          "coverImage"};

}  // namespace

bool names_picture(std::string_view key) {
  return std::any_of(kPictureKeys.begin(), kPictureKeys.end(),
                     [&](std::string_view name) { return same_ignoring_case(key, name); });
}

model::Meta meta_from(const Fields& fields, Diagnostics& log) {
  model::Meta meta;
  read_title(fields, meta, log);
  read_language(fields, meta, log);
  read_dates(fields, meta, log);
  read_people(fields, meta);
  read_series(fields, meta);
  read_addresses(fields, meta);
  read_typesetting(fields, meta, log);
  read_isbn_into(fields, meta, log);
  meta.file_as = file_as_at(fields);
  meta.subtitle = text_at(fields, {"subtitle", "sub_title"});
  meta.description = text_at(fields, {"description", "summary", "excerpt"});
  meta.tags = texts_at(fields, {"tags", "tag", "topics", "keywords"}, {",", "，", "、", ";"});
  const auto categories = texts_at(fields, {"category", "categories"}, {","});
  if (!categories.empty()) meta.category = categories.front();
  meta.publisher = text_at(fields, {"publisher"});
  meta.rights = text_at(fields, {"rights", "license", "copyright"});
  for (const std::string_view key : kPictureKeys)
    if (meta.cover.empty()) meta.cover = text_at(fields, {key}, {"src", "image", "url", "path"});
  meta.draft = read_draft(fields);
  return meta;
}

}  // namespace keben::markdown
