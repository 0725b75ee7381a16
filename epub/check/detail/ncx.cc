// toc.ncx, for old reading systems (OPF 2.0.1 §2.4.1; its DTD, ncx-2005-1).
#include <algorithm>
#include <map>

#include "base/language_tag.h"
#include "base/xml_names.h"
#include "epub/check/detail/content_attributes.h"
#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"

namespace keben::epub {
namespace {

/// What an element may hold, its children in words, those that it must hold marked by `!`; and the
/// attributes that it has, those that it must have marked so.
struct NcxRule {
  std::string_view name, children, attributes;
};
constexpr NcxRule kRules[] = {
    {"ncx", "!head !docTitle docAuthor !navMap pageList navList", "!version lang dir"},
    {"head", "!meta smilCustomTest", ""},
    {"meta", "", "!name !content scheme"},
    {"smilCustomTest", "", "*"},
    {"docTitle", "!text audio img", "id"},
    {"docAuthor", "!text audio img", "id"},
    {"navMap", "navInfo navLabel !navPoint", "id"},
    {"navPoint", "!navLabel !content navPoint", "!id class playOrder"},
    {"navLabel", "!text audio img", "lang dir"},
    {"navInfo", "!text audio img", "lang dir"},
    {"content", "", "id !src"},
    {"text", "", "id class"},
    {"img", "", "*"},
    {"audio", "", "*"},
    {"pageList", "navInfo navLabel !pageTarget", "id class"},
    {"pageTarget", "!navLabel !content", "id value !type class playOrder"},
    {"navList", "navInfo !navLabel !navTarget", "id class"},
    {"navTarget", "!navLabel !content", "!id value class playOrder"},
};

const NcxRule* rule_of(std::string_view name) {
  const auto* found = std::find_if(std::begin(kRules), std::end(kRules),
                                   [&](const NcxRule& r) { return r.name == name; });
  return found == std::end(kRules) ? nullptr : found;
}

bool mentions(std::string_view list, std::string_view word) {
  return contains_word(list, word) || contains_word(list, "!" + std::string(word));
}

struct Frame {
  const NcxRule* rule;
  std::size_t line;
  std::vector<std::string> children;
  std::string order, place;  // of a navPoint
};

class NcxCheck {
 public:
  NcxCheck(const std::string& name, const std::string& identifier)
      : identifier_(identifier), log_(name), attributes_(facts_, log_) {}

  FileFacts run(BytesView xml) {
    XmlEvents events;
    events.open = [this](const XmlTag& tag) { open(tag); };
    events.close = [this] { close(); };
    if (const auto fault = read_xml(xml, events))
      log_.add("epub-xml", fault->line, "XML 不合式：" + fault->what,
               "is not well-formed XML: " + fault->what);
    if (!has_identifier_) add(0, "没有 dtb:uid", "has no dtb:uid");
    attributes_.check_own_places();
    facts_.findings = log_.take();
    return std::move(facts_);
  }

 private:
  void add(std::size_t line, std::string zh, std::string en) {
    log_.add("epub-ncx", line, std::move(zh), std::move(en));
  }

  void open(const XmlTag& tag) {
    const std::string name(tag.name);
    const NcxRule* rule = tag.of == Vocabulary::ncx ? rule_of(tag.name) : nullptr;
    const bool fits = stack_.empty()
                          ? name == "ncx"
                          : stack_.back().rule && mentions(stack_.back().rule->children, name);
    if (!rule || !fits) add(tag.line, "<" + name + "> 不该在此", "<" + name + "> is out of place");
    if (!stack_.empty()) stack_.back().children.push_back(name);
    attributes_.look_at(tag, nullptr);
    if (rule) attributes_of(tag, *rule);
    if (name == "content") content(tag);
    if (name == "meta" && tag.value("name") == "dtb:uid") identifier(tag);
    stack_.push_back({rule, tag.line, {}, std::string(tag.value("playOrder")), {}});
  }

  void attributes_of(const XmlTag& tag, const NcxRule& rule) {
    for (const XmlAttribute& a : tag.attributes) {
      const std::string name(a.name);
      const bool bad_id = name == "id" && !is_ncname(a.value);
      if (rule.attributes != "*" && (!mentions(rule.attributes, name) || bad_id))
        add(tag.line, "属性不对：" + name, "has a wrong attribute: " + name);
      if (name == "lang" && !is_language_tag(a.value))
        add(tag.line, "xml:lang 不是语言标签", "xml:lang is no language tag");
      const bool number = name == "playOrder";
      if (number && (a.value.empty() || a.value.find_first_not_of("0123456789") != a.value.npos))
        add(tag.line, "playOrder 不是数", "playOrder is no number");
    }
    for (const std::string_view word : words_of(rule.attributes)) {
      if (word.front() == '!' && !tag.find(word.substr(1)))
        add(tag.line, "缺少属性 " + std::string(word.substr(1)),
            "lacks the attribute " + std::string(word.substr(1)));
    }
    if (rule.name == "ncx" && tag.value("version") != "2005-1")
      add(tag.line, "版本应为 2005-1", "is not of version 2005-1");
  }

  void content(const XmlTag& tag) {
    const std::string place(tag.value("src"));
    facts_.references.push_back({Reference::Kind::contents, place, tag.line});
    if (stack_.empty() || stack_.back().order.empty()) return;
    const auto [at, fresh] = places_.emplace(stack_.back().order, place);
    if (!fresh && at->second != place)
      add(tag.line, "两处同用一个 playOrder", "two places share a playOrder");
  }

  void identifier(const XmlTag& tag) {
    has_identifier_ = true;
    const std::string_view value = tag.value("content");
    const auto words = words_of(value);
    if (words.size() != 1 || words[0] != identifier_)
      add(tag.line, "dtb:uid 与书的标识不同", "its dtb:uid is not the package's identifier");
  }

  void close() {
    const Frame frame = std::move(stack_.back());
    stack_.pop_back();
    if (!frame.rule) return;
    const auto& all = frame.children;
    for (const std::string_view word : words_of(frame.rule->children)) {
      if (word.front() == '!' && std::find(all.begin(), all.end(), word.substr(1)) == all.end())
        add(frame.line,
            "<" + std::string(frame.rule->name) + "> 缺少 " + std::string(word.substr(1)),
            "<" + std::string(frame.rule->name) + "> lacks " + std::string(word.substr(1)));
    }
    if (!is_in_order(frame))
      add(frame.line, "<" + std::string(frame.rule->name) + "> 的内容次序不对或重复",
          "the content of <" + std::string(frame.rule->name) + "> is out of order or repeated");
  }

  /// Children follow the rule's order; those that HTML-like repetition allows may repeat.
  static bool is_in_order(const Frame& frame) {
    constexpr std::string_view kMany =
        "meta smilCustomTest docAuthor navPoint pageTarget navTarget "
        "navLabel navInfo navList";
    const auto order = words_of(frame.rule->children);
    std::size_t step = 0;
    for (std::size_t i = 0; i < frame.children.size(); ++i) {
      const std::string& child = frame.children[i];
      const auto at = static_cast<std::size_t>(
          std::find_if(order.begin(), order.end(),
                       [&](std::string_view w) {
                         return w == child || (w.front() == '!' && w.substr(1) == child);
                       }) -
          order.begin());
      if (at < step) return false;
      if (i > 0 && frame.children[i - 1] == child && !contains_word(kMany, child)) return false;
      step = at;
    }
    return true;
  }

  const std::string& identifier_;
  FileFacts facts_;
  FileLog log_;
  AttributeCheck attributes_;
  std::vector<Frame> stack_;
  std::map<std::string, std::string> places_;
  bool has_identifier_ = false;
};

}  // namespace

FileFacts check_ncx(const std::string& name, BytesView xml, const std::string& identifier) {
  return NcxCheck(name, identifier).run(xml);
}

}  // namespace keben::epub
