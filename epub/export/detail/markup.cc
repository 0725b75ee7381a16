#include "epub/export/detail/markup.h"

#include <algorithm>
#include <array>
#include <utility>

namespace keben::epub {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
constexpr bool ends_name(char c) {
  return is_space(c) || c == '=' || c == '>' || c == '/' || c == '<' || c == '"';
}

/// Reads one file from its beginning to its end.
class Reader {
 public:
  Reader(std::string_view xml, const std::function<void(const Tag&)>& on_tag)
      : xml_(xml), on_tag_(on_tag) {}

  std::optional<std::string> read() {
    while (at_ < xml_.size() && !fault_) {
      const std::size_t open = std::min(xml_.find('<', at_), xml_.size());
      check_entities(xml_.substr(at_, open - at_));
      at_ = open;
      if (at_ < xml_.size()) markup();
    }
    if (!fault_ && !stack_.empty()) fail("is not closed: " + std::string(stack_.back()));
    return fault_;
  }

 private:
  void fail(const std::string& what) {
    if (!fault_) fault_ = what;
  }

  void markup() {
    const std::string_view rest = xml_.substr(at_);
    if (rest.substr(0, 2) == "<?" || rest.substr(0, 9) == "<!DOCTYPE") {
      const std::size_t end = rest.find('>');
      if (end == std::string_view::npos) return fail("ends inside a declaration");
      at_ += end + 1;
    } else if (rest.substr(0, 2) == "</") {
      closing();
    } else {
      opening();
    }
  }

  void closing() {
    const std::size_t end = xml_.find('>', at_);
    if (end == std::string_view::npos) return fail("ends inside a tag");
    const std::string_view name = xml_.substr(at_ + 2, end - at_ - 2);
    if (stack_.empty() || stack_.back() != name)
      return fail("closes " + std::string(name) + " out of order");
    stack_.pop_back();
    at_ = end + 1;
  }

  void opening() {
    ++at_;
    Tag tag;
    tag.name = name();
    if (tag.name.empty()) return fail("has a < that begins no tag");
    while (!fault_ && at_ < xml_.size() && is_space(xml_[at_])) {
      skip_space();
      if (at_ < xml_.size() && xml_[at_] != '>' && xml_[at_] != '/')
        tag.attributes.push_back(attribute());
    }
    if (fault_) return;
    const bool empty = xml_.substr(at_, 2) == "/>";
    at_ += empty ? 1 : 0;
    if (at_ >= xml_.size() || xml_[at_] != '>')
      return fail("has a tag that does not end: " + std::string(tag.name));
    ++at_;
    if (!empty) stack_.push_back(tag.name);
    on_tag_(tag);
  }

  Tag::Attribute attribute() {
    Tag::Attribute out;
    out.name = name();
    if (xml_.substr(at_, 2) != "=\"") {
      fail("has an attribute without a value: " + std::string(out.name));
      return out;
    }
    at_ += 2;
    const std::size_t end = xml_.find('"', at_);
    if (end == std::string_view::npos) {
      fail("ends inside an attribute");
      return out;
    }
    out.value = xml_.substr(at_, end - at_);
    check_entities(out.value);
    if (out.value.find('<') != std::string_view::npos) fail("has < in an attribute");
    at_ = end + 1;
    return out;
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < xml_.size() && !ends_name(xml_[at_]))
      ++at_;
    return xml_.substr(begin, at_ - begin);
  }

  void skip_space() {
    while (at_ < xml_.size() && is_space(xml_[at_]))
      ++at_;
  }

  void check_entities(std::string_view text) {
    for (std::size_t i = text.find('&'); i != std::string_view::npos; i = text.find('&', i + 1)) {
      const bool known = std::any_of(kEntities.begin(), kEntities.end(), [&](const auto& entity) {
        return text.substr(i, entity.first.size()) == entity.first;
      });
      if (!known) fail("has an unknown entity: " + std::string(text.substr(i, 12)));
    }
  }

  std::string_view xml_;
  const std::function<void(const Tag&)>& on_tag_;
  std::size_t at_ = 0;
  std::vector<std::string_view> stack_;
  std::optional<std::string> fault_;
};

}  // namespace

std::string_view Tag::value_of(std::string_view attribute) const {
  for (const Attribute& a : attributes) {
    if (a.name == attribute) return a.value;
  }
  return {};
}

std::optional<std::string> read_markup(std::string_view xml,
                                       const std::function<void(const Tag&)>& on_tag) {
  return Reader(xml, on_tag).read();
}

std::string without_entities(std::string_view value) {
  std::string out;
  while (!value.empty()) {
    const auto* entity =
        std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& candidate) {
          return value.substr(0, candidate.first.size()) == candidate.first;
        });
    const bool found = entity != kEntities.end();
    out += found ? entity->second : value.front();
    value.remove_prefix(found ? entity->first.size() : 1);
  }
  return out;
}

}  // namespace keben::epub
