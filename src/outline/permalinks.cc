#include "outline/permalinks.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>

#include "outline/address.h"
#include "outline/slug.h"

namespace keben::outline {
namespace {

using model::Date;
using model::Document;
using Texts = std::vector<std::string>;

/// An essay has this many addresses at most.
constexpr std::size_t kMostPaths = 24;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

void add_once(Texts& all, std::string one) {
  if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end())
    all.push_back(std::move(one));
}

std::string padded(int value, std::size_t digits) {
  const std::string text = std::to_string(value);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

int day_of_year(Date date) {
  using namespace std::chrono;
  const sys_days day{year{date.year} / month{static_cast<unsigned>(date.month)} /
                     std::chrono::day{static_cast<unsigned>(date.day)}};
  return static_cast<int>((day - sys_days{year{date.year} / January / 1}).count()) + 1;
}

/// The folders and the name of a file, without its suffix; a page bundle (x/index.md) is called as
/// its folder.
Texts segments_of(std::string_view path) {
  Texts out;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view name = path.substr(at, end - at);
    if (!name.empty() && name != "." && name != "..") out.emplace_back(name);
    at = end + 1;
  }
  if (out.empty()) return out;
  std::string& name = out.back();
  name.resize(std::min(name.rfind('.'), name.size()));
  const bool opens = name == "index" || name == "_index" || name == "README";
  if (opens && out.size() > 1) out.pop_back();
  return out;
}

/// `2025-01-25-name` → `name`, as Hexo and Jekyll have it.
std::string without_date(const std::string& name) {
  constexpr std::string_view kShape = "0000-00-00-";
  if (name.size() <= kShape.size()) return name;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = name[i] >= '0' && name[i] <= '9';
    if (kShape[i] == '0' ? !digit : name[i] != '-') return name;
  }
  return name.substr(kShape.size());
}

/// The file's name, and with the folders that it may be told apart by.
Texts names_of(const Document& document) {
  constexpr std::size_t kMostFolders = 3;
  const Texts segments = segments_of(document.path);
  if (segments.empty()) return {};
  Texts out;
  const std::string& last = segments.back();
  for (const std::string& name : {without_date(last), last})
    add_once(out, name);
  std::string path = out.front();
  for (std::size_t k = 1; k <= kMostFolders && k < segments.size(); ++k)
    add_once(out, path = segments[segments.size() - 1 - k] + "/" + path);
  return out;
}

/// A slug names a page; one with folders is a whole path.
bool is_path(const std::string& slug) {
  return slug.find('/') != std::string::npos;
}

Texts title_slugs(const Document& document) {
  Texts out;
  add_once(out, github_slug(document.meta.title));
  add_once(out, document.meta.title);
  return out;
}

Texts slug_else(const Document& document, const Texts& otherwise) {
  if (document.meta.slug.empty()) return otherwise;
  return {document.meta.slug};
}

Texts titled(const Document& document) {
  Texts out = names_of(document);
  for (std::string& slug : title_slugs(document))
    add_once(out, std::move(slug));
  return slug_else(document, out);
}

Texts categories(const Document& document) {
  if (document.meta.category.empty()) return {"", "uncategorized"};
  Texts out{document.meta.category};
  add_once(out, github_slug(document.meta.category));
  return out;
}

/// The folders that a page lies in, from the innermost outward.
Texts sections(const Document& document) {
  Texts segments = segments_of(document.path);
  if (!segments.empty()) segments.pop_back();
  std::reverse(segments.begin(), segments.end());
  if (segments.empty()) return {""};
  return segments;
}

std::string month_name(Date date) {
  return std::string(kMonths[static_cast<std::size_t>(date.month - 1)]);
}

struct DateWord {
  std::string_view name;
  std::string (*means)(Date);
};
constexpr std::array<DateWord, 11> kDateWords = {{
    {"year", [](Date d) { return padded(d.year, 4); }},
    {"short_year", [](Date d) { return padded(d.year % 100, 2); }},
    {"month", [](Date d) { return padded(d.month, 2); }},
    {"i_month", [](Date d) { return std::to_string(d.month); }},
    {"day", [](Date d) { return padded(d.day, 2); }},
    {"i_day", [](Date d) { return std::to_string(d.day); }},
    {"y_day", [](Date d) { return padded(day_of_year(d), 3); }},
    {"yearday", [](Date d) { return std::to_string(day_of_year(d)); }},
    {"monthname", month_name},
    {"long_month", month_name},
    {"short_month", [](Date d) { return month_name(d).substr(0, 3); }},
}};

struct TextWord {
  std::string_view name;
  Texts (*means)(const Document&);
};
constexpr std::array<TextWord, 17> kTextWords = {{
    {"title", titled},
    {"slug", titled},
    {"slugorfilename", titled},
    {"slugorcontentbasename", titled},
    {"id", titled},
    {"name", names_of},
    {"basename", names_of},
    {"filename", names_of},
    {"contentbasename", names_of},
    {"path", names_of},
    {"post_title", title_slugs},
    {"category", categories},
    {"categories", categories},
    {"section", sections},
    {"sections", sections},
    {"output_ext", [](const Document&) { return Texts{".html"}; }},
    {"ext", [](const Document&) { return Texts{".html"}; }},
}};

/// What a word stands for, the likeliest first; nothing where no generator knows it.
std::optional<Texts> meaning_of(std::string_view name, const Document& document) {
  for (const DateWord& word : kDateWords) {
    if (word.name != name) continue;
    return document.meta.published ? Texts{word.means(*document.meta.published)} : Texts();
  }
  for (const TextWord& word : kTextWords)
    if (word.name == name) return word.means(document);
  return std::nullopt;
}

/// Jekyll's patterns by name (jekyllrb.com/docs/permalinks, "Built-in formats").
std::string_view spelled_out(std::string_view pattern) {
  if (pattern == "date") return ":categories/:year/:month/:day/:title:output_ext";
  if (pattern == "pretty") return ":categories/:year/:month/:day/:title/";
  if (pattern == "ordinal") return ":categories/:year/:y_day/:title:output_ext";
  if (pattern == "none") return ":categories/:title:output_ext";
  return pattern;
}

/// A stretch of a pattern: a word, or text as it stands.
struct Stretch {
  std::string_view text;  // a word's name, or the text
  std::string_view written;
  bool word = false;
};

/// A word is `:name`, or Astro's `[name]` and `[...name]`.
std::vector<Stretch> stretches_of(std::string_view pattern) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz_";
  std::vector<Stretch> out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    const std::size_t mark = rest.starts_with(":")      ? 1
                             : rest.starts_with("[...") ? 4
                             : rest.starts_with("[")    ? 1
                                                        : 0;
    std::size_t end = std::min(rest.find_first_not_of(kLetters, mark), rest.size());
    if (mark == 0) end = std::min(rest.find_first_of(":["), rest.size());
    const std::string_view text = rest.substr(mark, end - mark);
    if (rest.starts_with("[") && end < rest.size() && rest[end] == ']') ++end;
    out.push_back({text, rest.substr(0, end), mark > 0});
    at += end;
  }
  return out;
}

/// Without a slash in front, and none twice where a word stood for nothing.
std::string tidy(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == '/' && (out.empty() || out.back() == '/')) continue;
    out += c;
  }
  return out;
}

}  // namespace

std::string unknown_word(std::string_view pattern) {
  for (const Stretch& stretch : stretches_of(spelled_out(pattern)))
    if (stretch.word && !meaning_of(stretch.text, Document())) return std::string(stretch.written);
  return {};
}

std::string permalink_words() {
  std::string out;
  const auto add = [&](std::string_view name) {
    out.append(out.empty() ? ":" : " :").append(name);
  };
  for (const DateWord& word : kDateWords)
    add(word.name);
  for (const TextWord& word : kTextWords)
    add(word.name);
  return out;
}

std::vector<std::string> page_paths(std::string_view pattern, const Document& document) {
  if (is_path(document.meta.slug)) return {tidy(document.meta.slug)};
  Texts paths{""};
  for (const Stretch& stretch : stretches_of(spelled_out(pattern))) {
    const Texts choices = stretch.word ? meaning_of(stretch.text, document).value_or(Texts())
                                       : Texts{std::string(stretch.written)};
    Texts longer;
    for (const std::string& choice : choices) {
      for (const std::string& path : paths)
        if (longer.size() < kMostPaths) longer.push_back(path + choice);
    }
    paths = std::move(longer);
  }
  Texts out;
  for (const std::string& path : paths)
    add_once(out, tidy(path));
  return out;
}

void give_addresses(std::vector<Document>& documents, std::string_view pattern,
                    const std::string& site) {
  for (Document& document : documents) {
    model::Meta& meta = document.meta;
    const std::vector<std::string> paths = page_paths(pattern, document);
    if (paths.empty() || !meta.source.empty()) continue;
    std::string base = meta.site.empty() ? site : meta.site;
    if (!base.empty() && !base.ends_with('/')) base += '/';
    const std::string folder = base.empty() ? "/" : split_address(base).path;
    if (!base.empty()) meta.source = base + paths.front();
    for (std::size_t i = base.empty() ? 0 : 1; i < paths.size(); ++i)
      meta.aliases.push_back(folder + paths[i]);
  }
}

}  // namespace keben::outline
