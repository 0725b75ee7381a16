#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <optional>
#include <sstream>
#include <utility>

#include "markdown/front_matter_formats.h"

namespace keben::markdown {
namespace {

SourceSpan span_of(const YAML::Mark& mark, const FrontText& front) {
  const auto line = front.first_line + static_cast<std::uint32_t>(mark.line < 0 ? 0 : mark.line);
  const auto column = static_cast<std::uint16_t>(mark.column < 0 ? 1 : mark.column + 1);
  return {line, line, column, column, front.file};
}

/// Builds values from yaml-cpp's events. Its own node tree would resolve aliases and merge keys
/// before we could refuse them.
class Builder : public YAML::EventHandler {
 public:
  Builder(const FrontText& front, std::size_t depth_limit, YamlTags tags)
      : front_(front), depth_limit_(depth_limit), tags_(tags) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(mark, std::string()); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    if (tags_ == YamlTags::refused) refuse(mark, "aliases are not expanded");
    add(mark, std::string());
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    const bool passed_over = tags_ == YamlTags::passed_over;
    if (is_language_tag(tag) && !passed_over) refuse(mark, "tags are not read");
    // `title: !重要` is a tag to YAML and a word to its author.
    const bool own_word = tag.size() > 1 && tag[0] == '!' && !is_language_tag(tag) && !passed_over;
    add(mark, own_word ? tag + (value.empty() ? "" : " " + value) : value);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    begin(mark, Values());
  }
  void OnSequenceEnd() override { end(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    begin(mark, Fields());
  }
  void OnMapEnd() override { end(); }

  const std::optional<Refusal>& refusal() const { return refusal_; }
  const std::optional<Value>& root() const { return root_; }

 private:
  /// A list or map still open; in a map, a key that waits for its value.
  struct Open {
    Value value;
    std::optional<std::string> key;
    SourceSpan key_at = {};
  };

  static bool is_language_tag(const std::string& tag) {
    return tag.starts_with("!!") || tag.starts_with("tag:");
  }

  void refuse(const YAML::Mark& mark, std::string reason) {
    if (!refusal_) refusal_ = Refusal{span_of(mark, front_), std::move(reason)};
  }

  template <class Content>
  void begin(const YAML::Mark& mark, Content content) {
    if (open_.size() >= depth_limit_) refuse(mark, "nested too deep");
    open_.push_back({{span_of(mark, front_), std::move(content)}, std::nullopt});
  }

  void end() {
    Value done = std::move(open_.back().value);
    open_.pop_back();
    attach(std::move(done));
  }

  void add(const YAML::Mark& mark, std::string text) {
    attach({span_of(mark, front_), std::move(text)});
  }

  void attach(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Open& parent = open_.back();
    if (auto* list = std::get_if<Values>(&parent.value.is)) {
      list->push_back(std::move(value));
    } else if (!parent.key) {
      parent.key = value.text() ? *value.text() : std::string();
      parent.key_at = value.at;
    } else {
      std::get<Fields>(parent.value.is)
          .push_back({*std::move(parent.key), std::move(value), parent.key_at});
      parent.key.reset();
    }
  }

  const FrontText& front_;
  std::size_t depth_limit_;
  YamlTags tags_;
  std::vector<Open> open_;
  std::optional<Value> root_;
  std::optional<Refusal> refusal_;
};

}  // namespace

std::variant<Value, Refusal> read_yaml_value(const FrontText& front, const config::Limits& limits,
                                             YamlTags tags) {
  std::istringstream in{std::string(front.text)};
  Builder builder(front, limits.front_matter_depth, tags);
  try {
    YAML::Parser parser(in);
    parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& e) {
    return Refusal{span_of(e.mark, front), e.msg};
  }
  if (builder.refusal()) return *builder.refusal();
  return builder.root().value_or(Value{span_of({}, front), std::string()});
}

Read read_yaml(const FrontText& front, const config::Limits& limits) {
  const std::variant<Value, Refusal> read = read_yaml_value(front, limits, YamlTags::refused);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return *refusal;
  const Value& root = std::get<Value>(read);
  if (is_empty(root)) return Fields();
  if (const Fields* fields = root.map()) return *fields;
  return Refusal{span_of({}, front), "not a list of keys and values"};
}

}  // namespace keben::markdown
