#include "series/project.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <variant>

#include "config/limits.h"
#include "markdown/ascii.h"
#include "markdown/front_matter_formats.h"
#include "markdown/isbn.h"
#include "markdown/secrets.h"
#include "markdown/value.h"
#include "model/language.h"
#include "outline/permalinks.h"
#include "series/nearest_word.h"

namespace keben::series {
namespace {

using markdown::Field;
using markdown::Fields;
using markdown::Value;
using markdown::Values;

struct NamedOrder {
  std::string_view name;
  Order order;
};
constexpr std::array<NamedOrder, 4> kSorts = {{{"weight", Order::weight},
                                               {"number", Order::number},
                                               {"date", Order::date},
                                               {"name", Order::name}}};

class ProjectReader {
 public:
  explicit ProjectReader(Project& out) : out_(out) {}

  void read(const Value& root) {
    if (markdown::is_empty(root)) return;
    if (!root.map())
      return wrong(root.at,
                   {"keben.yaml 应是“键: 值”的列表", "keben.yaml must hold keys and values"});
    read_map(*root.map(), std::span(kKeys));
  }

  std::vector<Error> take_errors() { return std::move(errors_); }

  static std::vector<std::string_view> keys(ProjectMap map) {
    switch (map) {
      case ProjectMap::whole:
        return names(std::span(kKeys));
      case ProjectMap::typeset:
        return config::setting_names();
      case ProjectMap::limits:
        return config::limit_names();
      case ProjectMap::series:
        return names(std::span(kSeriesKeys));
      case ProjectMap::part:
        return names(std::span(kPartKeys));
      case ProjectMap::file:
        break;
    }
    return names(std::span(kFileKeys));
  }

 private:
  struct Key {
    std::string_view name;
    void (ProjectReader::*take)(const Value&);
  };
  static const std::array<Key, 17> kKeys;
  static const std::array<Key, 2> kSeriesKeys;
  static const std::array<Key, 3> kPartKeys;
  static const std::array<Key, 2> kFileKeys;

  static std::vector<std::string_view> names(std::span<const Key> keys) {
    std::vector<std::string_view> out;
    for (const Key& key : keys)
      out.push_back(key.name);
    return out;
  }

  // --- maps ------------------------------------------------------------------------------------

  void read_map(const Fields& fields, std::span<const Key> keys) {
    std::vector<std::string_view> seen;
    for (const Field& field : fields) {
      const auto key = std::find_if(keys.begin(), keys.end(),
                                    [&](const Key& each) { return each.name == field.key; });
      if (key == keys.end()) {
        unknown(field, names(keys));
      } else if (std::find(seen.begin(), seen.end(), field.key) != seen.end()) {
        twice(field);
      } else {
        seen.push_back(key->name);
        (this->*key->take)(field.value);
      }
    }
  }

  void unknown(const Field& field, const std::vector<std::string_view>& known) {
    const std::string_view meant = nearest_word(field.key, known);
    std::string all;
    for (const std::string_view name : known)
      all.append(all.empty() ? "" : " ").append(name);
    const std::string near(meant);
    fail("config-unknown-key", field.at, {"没有这个键：" + field.key, "no such key: " + field.key},
         meant.empty() ? Words{"可用的键：" + all, "the keys are: " + all}
                       : Words{"是不是想写 " + near + "？", "did you mean " + near + "?"});
  }

  void twice(const Field& field) {
    fail("config-key-twice", field.at,
         {"键出现了两次：" + field.key, "a key stands twice: " + field.key});
  }
  void fail(std::string code, SourceSpan at, Words what, Words hint = {}) {
    errors_.push_back({Fault::usage, std::move(code), std::move(what), std::move(hint), at});
  }
  void wrong(SourceSpan at, Words what, Words hint = {}) {
    fail("config-value", at, std::move(what), std::move(hint));
  }

  // --- values ----------------------------------------------------------------------------------

  std::string text(const Value& value) {
    if (value.text()) return std::string(markdown::trimmed(*value.text()));
    wrong(value.at, {"这里应是一行文字", "a text belongs here"});
    return {};
  }

  std::vector<std::string> texts(const Value& value) {
    std::vector<std::string> out;
    if (!value.list()) {
      if (std::string one = text(value); !one.empty()) out.push_back(std::move(one));
      return out;
    }
    for (const Value& each : *value.list())
      if (std::string one = text(each); !one.empty()) out.push_back(std::move(one));
    return out;
  }

  void title(const Value& value) { out_.title = text(value); }
  void subtitle(const Value& value) { out_.subtitle = text(value); }
  void description(const Value& value) { out_.description = text(value); }
  void author(const Value& value) { out_.authors = texts(value); }
  void cover(const Value& value) { out_.cover = text(value); }
  void outputs(const Value& value) { out_.outputs = texts(value); }

  void lang(const Value& value) {
    out_.language = text(value);
    if (!out_.language.empty() && !model::parse_language(out_.language))
      wrong(value.at, {"不是语言标签：" + out_.language, "not a language tag: " + out_.language},
            {"例如 zh-CN、zh-TW、ja、en", "for example zh-CN, zh-TW, ja, en"});
  }

  void site(const Value& value) {
    out_.site = text(value);
    if (!out_.site.empty() && !out_.site.starts_with("https://") &&
        !out_.site.starts_with("http://"))
      wrong(value.at, {"site 应是网址：" + out_.site, "`site` must be an address: " + out_.site},
            {"例如 https://blog.example.com/", "for example https://blog.example.com/"});
  }

  void isbn(const Value& value) {
    const std::string written = text(value);
    const auto isbn = markdown::read_isbn(written);
    if (isbn) out_.isbn = *isbn;
    if (!isbn && !written.empty())
      wrong(value.at, {"书号不合校验：" + written, "not an ISBN: " + written},
            {"十三位数字，例如 978-7-302-51162-5", "thirteen digits, as 978-7-302-51162-5"});
  }

  void permalink(const Value& value) {
    out_.permalink = text(value);
    const std::string unknown = outline::unknown_word(out_.permalink);
    const std::string all = outline::permalink_words();
    if (!unknown.empty())
      wrong(value.at,
            {"网址格式里没有这个词：" + unknown, "no such word of a permalink: " + unknown},
            {"可用：" + all, "there are: " + all});
  }

  void theme(const Value& value) {
    const std::string name = text(value);
    if (!name.empty() && name != "song")
      wrong(value.at, {"没有这个主题：" + name, "no such theme: " + name},
            {"可用：song", "there is: song"});
  }

  void page(const Value& value) {
    const std::string name = text(value);
    if (name.empty()) return;
    out_.page = config::parse_page_size(name);
    if (out_.page) return;
    std::string all;
    for (const std::string_view known : config::page_size_names())
      all.append(known).append(" ");
    wrong(value.at, {"没有这种开本：" + name, "no such page size: " + name},
          {"可用：" + all + "148x210mm", "there are: " + all + "148x210mm"});
  }

  void typeset(const Value& value) {
    if (!value.map())
      return wrong(value.at, {"typeset 应是“键: 值”的列表", "`typeset` must hold keys and values"},
                   {"例如 typeset: {indent: 0}", "for example typeset: {indent: 0}"});
    for (const Field& wish : *value.map()) {
      const std::string name(wish.key), chosen = text(wish.value);
      const auto named = [&](const config::Setting& each) { return each.name == name; };
      config::Typesetting ignored;
      if (config::setting_values(name).empty()) {
        unknown(wish, config::setting_names());
      } else if (std::any_of(out_.typeset.begin(), out_.typeset.end(), named)) {
        twice(wish);
      } else if (!config::set(ignored, name, chosen)) {
        const std::string offered = config::offered_for(name);
        wrong(wish.value.at, {name + " 不能是：" + chosen, "no such " + name + ": " + chosen},
              {"可用：" + offered, "there are: " + offered});
      }
      out_.typeset.push_back({name, chosen});
    }
  }

  void limits(const Value& value) {
    if (!value.map())
      return wrong(value.at, {"limits 应是“键: 值”的列表", "`limits` must hold keys and values"},
                   {"例如 limits: {file: 32MB}", "for example limits: {file: 32MB}"});
    for (const Field& wish : *value.map()) {
      const std::string name(wish.key), chosen = text(wish.value);
      const std::string offered = config::offered_limit(name);
      const auto named = [&](const config::Setting& each) { return each.name == name; };
      config::Limits ignored;
      if (offered.empty()) {
        unknown(wish, config::limit_names());
      } else if (std::any_of(out_.limits.begin(), out_.limits.end(), named)) {
        twice(wish);
      } else if (!config::set_limit(ignored, name, chosen)) {
        wrong(wish.value.at, {name + " 不能是：" + chosen, "no such " + name + ": " + chosen},
              {"可用：" + offered, "there are: " + offered});
      }
      out_.limits.push_back({name, chosen});
    }
  }

  Order order_of(const Value& value) {
    const std::string name = text(value);
    for (const NamedOrder& sort : kSorts)
      if (sort.name == name) return sort.order;
    if (!name.empty())
      wrong(value.at, {"不能这样排序：" + name, "no such order: " + name},
            {"可用：weight number date name", "there are: weight number date name"});
    return Order::automatic;
  }
  void sort(const Value& value) { out_.sort = order_of(value); }

  void series(const Value& value) {
    if (value.map()) return read_map(*value.map(), std::span(kSeriesKeys));
    out_.series = text(value);
  }
  void series_name(const Value& value) { out_.series = text(value); }
  void series_number(const Value& value) { out_.number = text(value); }

  // --- contents --------------------------------------------------------------------------------

  void contents(const Value& value) {
    if (value.text()) return file(value, loose_part());
    if (!value.list())
      return wrong(value.at, {"contents 应是文件与分编的列表",
                              "`contents` must be a list of files and parts"});
    for (const Value& item : *value.list()) {
      const bool is_part = item.map() && has(*item.map(), "part");
      if (!is_part) {
        file(item, loose_part());
        continue;
      }
      out_.contents.push_back({});
      read_map(*item.map(), std::span(kPartKeys));
      if (out_.contents.back().title.empty())
        wrong(item.at, {"分编没有标题", "a part without a title"});
    }
  }

  static bool has(const Fields& fields, std::string_view key) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field& field) { return field.key == key; });
  }

  /// Files that stand in no part go together while no part comes between.
  ContentsPart& loose_part() {
    if (out_.contents.empty() || !out_.contents.back().title.empty()) out_.contents.push_back({});
    return out_.contents.back();
  }

  void file(const Value& value, ContentsPart& part) {
    part.files.push_back({{}, {}, value.at});
    file_ = &part.files.back();
    if (value.map()) {
      read_map(*value.map(), std::span(kFileKeys));
    } else {
      file_->pattern = text(value);
    }
    const ContentsFile& read = part.files.back();
    if (!read.title.empty() && read.pattern.find_first_of("*?") != std::string::npos)
      wrong(value.at, {"title 只能给一个文件", "`title` is for a single file"});
    if (read.pattern.empty()) {
      wrong(value.at, {"这里应是一个文件", "a file belongs here"});
      part.files.pop_back();
    }
  }
  void file_path(const Value& value) { file_->pattern = text(value); }
  void file_title(const Value& value) { file_->title = text(value); }

  void part_title(const Value& value) { out_.contents.back().title = text(value); }
  void part_sort(const Value& value) { out_.contents.back().sort = order_of(value); }
  void part_chapters(const Value& value) {
    ContentsPart& part = out_.contents.back();
    if (!value.list()) return file(value, part);
    for (const Value& item : *value.list())
      file(item, part);
  }

  Project& out_;
  ContentsFile* file_ = nullptr;
  std::vector<Error> errors_;
};

const std::array<ProjectReader::Key, 17> ProjectReader::kKeys = {
    {{"title", &ProjectReader::title},
     {"subtitle", &ProjectReader::subtitle},
     {"description", &ProjectReader::description},
     {"author", &ProjectReader::author},
     {"lang", &ProjectReader::lang},
     {"series", &ProjectReader::series},
     {"cover", &ProjectReader::cover},
     {"site", &ProjectReader::site},
     {"isbn", &ProjectReader::isbn},
     {"permalink", &ProjectReader::permalink},
     {"contents", &ProjectReader::contents},
     {"sort", &ProjectReader::sort},
     {"theme", &ProjectReader::theme},
     {"page", &ProjectReader::page},
     {"typeset", &ProjectReader::typeset},
     {"limits", &ProjectReader::limits},
     {"outputs", &ProjectReader::outputs}}};
const std::array<ProjectReader::Key, 2> ProjectReader::kSeriesKeys = {
    {{"name", &ProjectReader::series_name}, {"number", &ProjectReader::series_number}}};
const std::array<ProjectReader::Key, 3> ProjectReader::kPartKeys = {
    {{"part", &ProjectReader::part_title},
     {"chapters", &ProjectReader::part_chapters},
     {"sort", &ProjectReader::part_sort}}};
const std::array<ProjectReader::Key, 2> ProjectReader::kFileKeys = {
    {{"file", &ProjectReader::file_path}, {"title", &ProjectReader::file_title}}};

}  // namespace

Result<Project> read_project(const SourceMap& sources, FileId file, const config::Limits& limits,
                             Diagnostics& log) {
  auto read =
      markdown::read_yaml_value({sources.text(file), file}, limits, markdown::YamlTags::refused);
  if (const auto* refusal = std::get_if<markdown::Refusal>(&read))
    return failure({Fault::usage,
                    "config-malformed",
                    {"不是合格的 YAML：" + refusal->reason, "no valid YAML: " + refusal->reason},
                    {"改正这一行", "mend this line"},
                    refusal->at});
  Project out;
  ProjectReader reader(out);
  markdown::take_out_secrets(std::get<Value>(read), log);
  reader.read(std::get<Value>(read));
  const std::vector<Error> errors = reader.take_errors();
  if (errors.empty()) return out;
  for (std::size_t i = 1; i < errors.size(); ++i)
    log.error(errors[i].code, errors[i].at, errors[i].what, errors[i].hint);
  return failure(errors.front());
}

std::vector<std::string_view> project_keys(ProjectMap map) {
  return ProjectReader::keys(map);
}

std::vector<std::string_view> sort_names() {
  std::vector<std::string_view> out;
  for (const NamedOrder& sort : kSorts)
    out.push_back(sort.name);
  return out;
}

}  // namespace keben::series
