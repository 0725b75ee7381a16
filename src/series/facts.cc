#include "series/facts.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <span>
#include <string_view>
#include <system_error>

#include "base/diagnostic.h"
#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/dates.h"
#include "markdown/front_matter.h"
#include "markdown/meta.h"
#include "markdown/value.h"
#include "series/numerals.h"
#include "series/paths.h"

namespace keben::series {
namespace {

using markdown::trimmed;

/// Of a text's beginning: headings further down are no title.
constexpr std::size_t kTitleBytes = 16u << 10;

std::string first_heading(std::string_view body) {
  body = body.substr(0, kTitleBytes);
  bool in_fence = false;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string_view line = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (line.starts_with("```") || line.starts_with("~~~")) in_fence = !in_fence;
    if (!in_fence && line.starts_with("# ")) {
      std::string_view title = trimmed(line.substr(2));
      while (title.ends_with('#'))
        title.remove_suffix(1);
      return std::string(trimmed(title));
    }
  }
  return {};
}

std::optional<double> number_of(const markdown::Value* value) {
  if (!value || !value->text()) return std::nullopt;
  const std::string_view text = trimmed(*value->text());
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  if (const auto numeral = take_numeral(text); numeral && numeral->bytes == text.size())
    return numeral->value;
  return std::nullopt;
}

/// The keys of Hugo, VuePress, Jekyll's and Docusaurus' themes; the first that is a number counts.
std::optional<Weight> weight_of(const markdown::Fields& fields) {
  const std::optional<double> part = number_of(markdown::find(fields, "part"));
  const auto placed = [&](double value) { return Weight{part.value_or(0), value}; };
  for (const char* key : {"weight", "sidebar_position", "nav_order", "seriesOrder", "series_order",
                          "chapter", "order"})
    if (const auto value = number_of(markdown::find(fields, key))) return placed(*value);
  const markdown::Value* series = markdown::find(fields, "series");
  if (series && series->map()) {
    for (const char* key : {"order", "number", "index", "part"})
      if (const auto value = number_of(markdown::find(*series->map(), key))) return placed(*value);
  }
  return part ? std::optional(Weight{*part, 0}) : std::nullopt;
}

/// The part of a file's name that says something, if its bytes are text at all.
std::string_view readable(std::string_view name) {
  return utf8::first_invalid(name) ? std::string_view() : name;
}

}  // namespace

Facts facts_of(const Listing& listing, const std::string& path, const config::Limits& limits) {
  Facts out{.path = path,
            .folder = std::string(folder_of(path)),
            .name = std::string(stem_of_path(path))};
  out.draft = draft_mark(path, {});
  const std::optional<std::string> text = listing.read(path);
  if (!text) return out;  // what the name says is true of a broken text, too
  Diagnostics ignored;    // the text is read again, and told of, when the book is made
  const markdown::FrontMatter front = markdown::read_front_matter(*text, FileId(), limits, ignored);
  const model::Meta meta = markdown::meta_from(front.fields, ignored);
  const std::string_view body = std::string_view(*text).substr(front.end_byte);
  out.title = meta.title.empty() ? first_heading(body) : meta.title;
  out.draft = draft_mark(path, meta);
  out.has_front_matter = front.end_byte > 0;
  out.blank = markdown::is_blank(body);
  out.series = meta.series.name;
  out.category = meta.category;
  for (const model::Person& person : meta.people)
    if (person.role == "aut") out.authors.push_back(person.name);
  out.weight = weight_of(front.fields);
  out.date = meta.published;
  out.number = series_number(out.title);
  return out;
}

std::vector<Facts> facts_of(const Listing& listing, const std::vector<std::string>& paths,
                            Jobs jobs, const config::Limits& limits) {
  constexpr std::size_t kTextsAThread = 16;  // two milliseconds of reading
  return parallel_map(std::span(paths), jobs_worth(paths.size(), kTextsAThread, jobs),
                      [&](const std::string& path) { return facts_of(listing, path, limits); });
}

void place(Facts& text, bool alone) {
  const bool opening = opens_folder(text.path);
  const bool bundle = alone && (opening || text.name == name_of(text.folder));
  text.opens = opening && !bundle;
  if (bundle) {
    text.name = name_of(text.folder);
    text.folder = folder_of(text.folder);
  }
  const std::string_view name = readable(text.name);
  if (const auto date = markdown::date_of_file_name(name); date && !text.date)
    text.date = date->day;
  if (!text.number) text.number = series_number(name);
}

std::string draft_mark(std::string_view path, const model::Meta& meta) {
  constexpr std::string_view kDrafts = "_drafts/";
  for (std::string_view folders = path.substr(0, path.rfind('/') + 1); !folders.empty();
       folders.remove_prefix(folders.find('/') + 1))
    if (folders.starts_with(kDrafts)) return std::string(kDrafts);
  return meta.draft;
}

}  // namespace keben::series
