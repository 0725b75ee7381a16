// Which list a folder has, and the lists that are YAML: mkdocs.yml, Zenn's config.yaml, loppo's
// chapters.yml; with what book.toml and book.json say beside SUMMARY.md.
#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "markdown/front_matter_formats.h"
#include "markdown/meta.h"
#include "markdown/value.h"
#include "outline/page_names.h"
#include "series/list.h"
#include "series/paths.h"

namespace keben::series {
namespace {

using markdown::Field;
using markdown::Fields;
using markdown::Value;
using markdown::Values;

std::string text_at(const Fields& fields, std::string_view key) {
  const Value* value = markdown::find(fields, key);
  return value && value->text() ? *value->text() : std::string();
}

std::vector<std::string> texts_at(const Fields& fields, std::string_view key) {
  std::vector<std::string> out;
  const Value* value = markdown::find(fields, key);
  if (!value) return out;
  if (value->text()) out.push_back(*value->text());
  if (const Values* list = value->list()) {
    for (const Value& one : *list)
      if (one.text()) out.push_back(*one.text());
  }
  return out;
}

class Finder {
 public:
  Finder(const Listing& listing, const config::Limits& limits, SourceMap& sources, Diagnostics& log)
      : listing_(listing), limits_(limits), sources_(sources), log_(log) {}

  std::optional<List> find() {
    if (auto list = summary()) return list;
    for (const char* file : kSidebars)
      if (auto list = bullets(file)) return list;
    for (const auto read : {&Finder::mkdocs, &Finder::zenn, &Finder::loppo})
      if (auto list = (this->*read)()) return list;
    return find_sidebar(listing_, limits_, sources_);
  }

  /// All that are Markdown.
  std::vector<List> in_markdown() {
    std::vector<List> out;
    if (auto list = summary()) out.push_back(*std::move(list));
    for (const char* file : kSidebars)
      if (auto list = bullets(file)) out.push_back(*std::move(list));
    return out;
  }

 private:
  static constexpr std::array<const char*, 3> kSidebars = {"_sidebar.md", "sidebar.md",
                                                           "docs/_sidebar.md"};

  std::optional<List> bullets(const std::string& file) {
    std::optional<std::string> text = listing_.read(file);
    if (!text) return std::nullopt;
    List list{.file = file, .base = std::string(folder_of(file))};
    const FileId id = sources_.add(listing_.shown(file), std::move(*text));
    read_bullets(sources_.text(id), id, list);
    return list.entries.empty() ? std::nullopt : std::optional(std::move(list));
  }

  std::optional<List> summary() {
    const std::optional<Value> toml = mdbook();
    const std::optional<Value> json = yaml("book.json");
    const Fields none;
    const Fields& mdbook_fields = toml ? *toml->map() : none;
    const Fields& gitbook_fields = json && json->map() ? *json->map() : none;
    const Value* book = markdown::find(mdbook_fields, "book");
    const Fields& about = book && book->map() ? *book->map() : gitbook_fields;
    for (const std::string& folder : {text_at(about, "src"), text_at(gitbook_fields, "root"),
                                      std::string(), std::string("src")}) {
      std::optional<List> list = bullets(joined(folder, "SUMMARY.md"));
      if (!list) continue;
      if (std::string title = text_at(about, "title"); !title.empty()) list->title = title;
      list->authors = texts_at(about, "authors");
      if (list->authors.empty()) list->authors = texts_at(about, "author");
      list->language = text_at(about, "language");
      return list;
    }
    return std::nullopt;
  }

  /// book.toml's tables.
  std::optional<Value> mdbook() {
    std::optional<std::string> text = listing_.read("book.toml");
    if (!text) return std::nullopt;
    const FileId id = sources_.add(listing_.shown("book.toml"), std::move(*text));
    markdown::Read read = markdown::read_toml({sources_.text(id), id}, limits_);
    if (const auto* refusal = std::get_if<markdown::Refusal>(&read)) {
      malformed(*refusal);
      return std::nullopt;
    }
    return Value{{}, std::get<Fields>(std::move(read))};
  }

  std::optional<Value> yaml(const std::string& file) {
    std::optional<std::string> text = listing_.read(file);
    if (!text) return std::nullopt;
    const FileId id = sources_.add(listing_.shown(file), std::move(*text));
    auto read = markdown::read_yaml_value({sources_.text(id), id}, limits_,
                                          markdown::YamlTags::passed_over);
    if (const auto* refusal = std::get_if<markdown::Refusal>(&read)) {
      malformed(*refusal);
      return std::nullopt;
    }
    return std::get<Value>(std::move(read));
  }

  void malformed(const markdown::Refusal& refusal) {
    log_.warn("list-malformed", refusal.at,
              {"读不成，已略过：" + refusal.reason,
               "cannot be read and was passed over: " + refusal.reason},
              {"改正它，或用 --order 指定顺序", "mend it, or say the order with --order"});
  }

  std::optional<List> mkdocs() {
    const std::optional<Value> root = yaml("mkdocs.yml");
    const Value* nav = root && root->map() ? markdown::find(*root->map(), "nav") : nullptr;
    if (!nav || !nav->list()) return std::nullopt;
    const std::string folder = text_at(*root->map(), "docs_dir");
    List list{.file = "mkdocs.yml",
              .base = joined({}, folder.empty() ? "docs" : folder),
              .title = text_at(*root->map(), "site_name"),
              .authors = texts_at(*root->map(), "site_author")};
    navigate(*nav->list(), {}, list);
    return list;
  }

  /// mkdocs' `nav`: paths, titles of paths, titles of lists.
  void navigate(const Values& nav, const std::string& part, List& list) {
    for (const Value& item : nav) {
      if (item.text()) list.entries.push_back({{}, *item.text(), part, item.at});
      if (!item.map()) continue;
      for (const Field& field : *item.map()) {
        if (field.value.text())
          list.entries.push_back({field.key, *field.value.text(), part, field.at});
        if (field.value.list())
          navigate(*field.value.list(), part.empty() ? field.key : part + " · " + field.key, list);
      }
    }
  }

  std::optional<List> zenn() {
    const std::optional<Value> root = yaml("config.yaml");
    const Value* chapters =
        root && root->map() ? markdown::find(*root->map(), "chapters") : nullptr;
    if (!chapters || !chapters->list()) return std::nullopt;
    List list{.file = "config.yaml", .title = text_at(*root->map(), "title")};
    for (const Value& chapter : *chapters->list())
      if (chapter.text()) list.entries.push_back({{}, *chapter.text(), {}, chapter.at});
    return list;
  }

  /// loppo's: `- basic/: 入门篇` names a folder, `- basic/grammar.md: 语法` a text.
  std::optional<List> loppo() {
    const std::optional<Value> root = yaml("chapters.yml");
    if (!root || !root->list()) return std::nullopt;
    const bool in_docs = listing_.read("loppo.yml").has_value();
    List list{.file = "chapters.yml", .base = in_docs ? "docs" : ""};
    std::string folder;
    std::string part;
    for (const Value& item : *root->list()) {
      if (item.text()) list.entries.push_back({{}, *item.text(), {}, item.at});
      if (!item.map()) continue;
      for (const Field& field : *item.map()) {
        const std::string title = field.value.text() ? *field.value.text() : std::string();
        if (field.key.ends_with('/')) {
          folder = field.key;
          part = title;
        } else {
          const bool inside = !folder.empty() && field.key.starts_with(folder);
          list.entries.push_back({title, field.key, inside ? part : "", field.at});
        }
      }
    }
    return list;
  }

  const Listing& listing_;
  const config::Limits& limits_;
  SourceMap& sources_;
  Diagnostics& log_;
};

}  // namespace

std::optional<List> find_list(const Listing& listing, const config::Limits& limits,
                              SourceMap& sources, Diagnostics& log) {
  return Finder(listing, limits, sources, log).find();
}

std::vector<std::string> lists_among_texts(const Listing& listing, const config::Limits& limits) {
  SourceMap unseen;
  Diagnostics unsaid;
  std::vector<std::string> out;
  const ListedTexts texts(listing);
  for (const List& list : Finder(listing, limits, unseen, unsaid).in_markdown()) {
    const auto names_a_text = [&](const Listed& entry) {
      const auto text = texts.find(list, entry.target);
      return text && *text != list.file;
    };
    if (std::any_of(list.entries.begin(), list.entries.end(), names_a_text))
      out.push_back(list.file);
  }
  return out;
}

ListedTexts::ListedTexts(const Listing& listing)
    : texts_(listing.texts.begin(), listing.texts.end()) {
  for (const bool plain : {true, false})  // `a` is a.md before it is a.markdown
    for (const std::string& text : texts_)
      if (text.ends_with(".md") == plain)
        pages_.emplace(outline::without_markdown_suffix(text), text);
  for (const std::string& text : texts_)
    if (opens_folder(text)) pages_.emplace(folder_of(text), text);
}

std::optional<std::string> ListedTexts::find(const List& list, std::string_view target) const {
  if (target.empty() || is_web_address(target)) return std::nullopt;
  target = target.substr(0, target.find('#'));
  for (const std::string& name : {std::string(target), percent_decoded(target)}) {
    const std::string path = joined(list.base, name);
    if (texts_.count(path) > 0) return path;
    if (const auto page = pages_.find(path); page != pages_.end()) return page->second;
  }
  return std::nullopt;
}

}  // namespace keben::series
