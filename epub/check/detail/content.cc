// A content document: XHTML whose elements stand where HTML lets them (EPUB 3.3 #sec-xhtml).
#include <algorithm>
#include <map>

#include "epub/check/detail/content_attributes.h"
#include "epub/check/detail/css.h"
#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"
#include "epub/check/detail/html_rules.h"

namespace keben::epub {
namespace {

/// An element that is open.
struct Frame {
  const ElementRule* rule;  // null: another vocabulary's, or unknown
  Inside inside;            // with `transparent` resolved
  std::size_t line;
  std::vector<std::string_view> children;  // names, where their order matters
  bool has_words = false;
};

constexpr std::string_view kOrdered = "html head table dl figure details ruby title";
// What must not be inside its own kind, or inside another (HTML's "no … descendants").
constexpr std::string_view kCounted =
    "a button form dfn label address header footer caption progress meter";
constexpr std::string_view kInteractive =
    "a button details embed iframe label menu select textarea";

/// Gathers what `<style>` elements hold.
class StyleElements {
 public:
  void open(const XmlTag& tag) {
    const bool known = tag.of == Vocabulary::xhtml || tag.of == Vocabulary::svg;
    ++depth_;
    if (!known || tag.name != "style" || at_ != 0) return;
    at_ = depth_;
    line_ = tag.line;
  }
  void text(std::string_view words) {
    if (at_ != 0) css_ += words;
  }
  void close(FileFacts& facts, FileLog& log) {
    if (depth_-- != at_) return;
    check_css_in(css_, css::Form::stylesheet, line_, facts, log);
    css_.clear();
    at_ = 0;
  }

 private:
  std::size_t depth_ = 0, at_ = 0;  // of the element at hand and of the open style; 0: none
  std::size_t line_ = 0;
  std::string css_;
};

class ContentCheck {
 public:
  explicit ContentCheck(const std::string& name) : log_(name), attributes_(facts_, log_) {}

  FileFacts run(BytesView xml) {
    XmlEvents events;
    events.open = [this](const XmlTag& tag) { open(tag); };
    events.close = [this] { close(); };
    events.text = [this](std::string_view words) { text(words); };
    events.doctype = [this](std::string_view system, std::string_view public_id, bool) {
      if (!public_id.empty() || (!system.empty() && system != "about:legacy-compat"))
        add(1, "DOCTYPE 应为 <!DOCTYPE html>", "the DOCTYPE is not <!DOCTYPE html>");
    };
    if (const auto fault = read_xml(xml, events))
      log_.add("epub-xml", fault->line, "XML 不合式：" + fault->what,
               "is not well-formed XML: " + fault->what);
    attributes_.check_own_places();
    facts_.findings = log_.take();
    return std::move(facts_);
  }

 private:
  void add(std::size_t line, std::string zh, std::string en) {
    log_.add("epub-content", line, std::move(zh), std::move(en));
  }

  void open(const XmlTag& tag) {
    facts_.svg = facts_.svg || tag.of == Vocabulary::svg;
    facts_.mathml = facts_.mathml || tag.of == Vocabulary::mathml;
    const bool html = tag.of == Vocabulary::xhtml;
    const ElementRule* rule = html ? rule_of(tag.name) : nullptr;
    if (html && !rule) add(tag.line, "没有这种元素：" + name(tag), "no such element: " + name(tag));
    if (stack_.empty()) {
      if (!html || tag.name != "html")
        add(tag.line, "根元素不是 <html>", "the root element is not <html>");
    } else {
      place(tag, rule);
    }
    attributes_.look_at(tag, rule);
    styles_.open(tag);
    if (html) scripts(tag);
    stack_.push_back({rule, inside_of(rule), tag.line, {}, false});
    if (rule && contains_word(kCounted, rule->name)) ++within_[rule->name];
  }

  static std::string name(const XmlTag& tag) { return "<" + std::string(tag.name) + ">"; }

  Inside inside_of(const ElementRule* rule) const {
    if (!rule) return Inside::anything;
    if (rule->inside != Inside::transparent) return rule->inside;
    return stack_.empty() ? Inside::flow : stack_.back().inside;
  }

  /// Whether the open element may hold this one.
  void place(const XmlTag& tag, const ElementRule* rule) {
    Frame& parent = stack_.back();
    if (parent.rule && contains_word(kOrdered, parent.rule->name))
      parent.children.push_back(rule ? rule->name : std::string_view("?"));
    if (parent.inside == Inside::anything) return;
    const bool embedded = tag.of == Vocabulary::svg || tag.of == Vocabulary::mathml;
    const bool fits = embedded ? parent.inside == Inside::phrasing || parent.inside == Inside::flow
                               : !rule || may_hold(parent, *rule);
    if (!fits)
      add(tag.line, name(tag) + " 不能放在 <" + std::string(parent.rule->name) + "> 里",
          name(tag) + " cannot stand in <" + std::string(parent.rule->name) + ">");
    if (!rule) return;
    const auto inside = [&](std::string_view outer) {
      const auto found = within_.find(outer);
      return found != within_.end() && found->second > 0;
    };
    const bool nested =
        (contains_word(kInteractive, rule->name) && (inside("a") || inside("button"))) ||
        (contains_word("form dfn label address progress meter", rule->name) &&
         inside(rule->name)) ||
        (contains_word("header footer", rule->name) &&
         (inside("header") || inside("footer") || inside("address"))) ||
        (rule->name == "table" && inside("caption"));
    if (nested)
      add(tag.line, name(tag) + " 套得不对", name(tag) + " is nested where it must not be");
  }

  static bool may_hold(const Frame& parent, const ElementRule& child) {
    const std::string_view also = parent.rule->also;
    if (contains_word(also, child.name)) return true;
    switch (parent.inside) {
      case Inside::phrasing:
        return child.standing == Standing::phrasing || in_body(child);
      case Inside::flow:
        return child.standing == Standing::phrasing || child.standing == Standing::flow ||
               in_body(child) || (parent.rule->name == "div" && contains_word("dt dd", child.name));
      case Inside::listed:
      case Inside::nothing:
      case Inside::text:
      case Inside::transparent:
        return false;
      case Inside::anything:
        return true;
    }
    return false;
  }

  /// Metadata that HTML lets into the body.
  static bool in_body(const ElementRule& rule) {
    return rule.name == "link" || rule.name == "meta";
  }

  void scripts(const XmlTag& tag) {
    if (tag.name == "form") facts_.scripted = true;
    if (tag.name != "script") return;
    const std::string_view type = tag.value("type");
    facts_.scripted = facts_.scripted || type.empty() || type == "module" ||
                      type.find("javascript") != std::string_view::npos ||
                      type.find("ecmascript") != std::string_view::npos;
  }

  void text(std::string_view words) {
    styles_.text(words);
    if (stack_.empty() || is_white(words)) return;
    Frame& frame = stack_.back();
    if (frame.has_words) return;
    frame.has_words = true;
    if (frame.inside != Inside::listed && frame.inside != Inside::nothing) return;
    add(frame.line, "<" + std::string(frame.rule->name) + "> 里不能直接有文字",
        "<" + std::string(frame.rule->name) + "> cannot hold text");
  }

  void close() {
    styles_.close(facts_, log_);
    const Frame frame = std::move(stack_.back());
    stack_.pop_back();
    if (!frame.rule) return;
    if (contains_word(kCounted, frame.rule->name)) --within_[frame.rule->name];
    if (contains_word(kOrdered, frame.rule->name) && !is_in_order(frame))
      add(frame.line, "<" + std::string(frame.rule->name) + "> 的内容不齐或次序不对",
          "the content of <" + std::string(frame.rule->name) + "> is incomplete or out of order");
  }

  static std::size_t count(const Frame& frame, std::string_view child) {
    return static_cast<std::size_t>(
        std::count(frame.children.begin(), frame.children.end(), child));
  }

  static bool is_in_order(const Frame& frame) {
    const auto& all = frame.children;
    const std::string_view name = frame.rule->name;
    if (name == "html") return all.size() == 2 && all[0] == "head" && all[1] == "body";
    if (name == "head") return count(frame, "title") == 1 && count(frame, "base") <= 1;
    if (name == "title") return frame.has_words;
    if (name == "table") return table_in_order(all);
    if (name == "dl") return definitions_in_order(all);
    if (name == "figure") {
      const std::size_t captions = count(frame, "figcaption");
      return captions == 0 ||
             (captions == 1 && (all.front() == "figcaption" || all.back() == "figcaption"));
    }
    if (name == "details")
      return !all.empty() && all[0] == "summary" && count(frame, "summary") == 1;
    return count(frame, "rt") + count(frame, "rtc") > 0 && ruby_in_order(all);
  }

  /// caption? colgroup* thead? (tbody* | tr+) tfoot? with the foot before the body in old books.
  static bool table_in_order(const std::vector<std::string_view>& all) {
    constexpr std::string_view kOrder[] = {"caption", "colgroup", "thead", "tbody", "tr", "tfoot"};
    std::size_t step = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] == "script" || all[i] == "template") continue;
      const auto at = static_cast<std::size_t>(
          std::find(std::begin(kOrder), std::end(kOrder), all[i]) - std::begin(kOrder));
      const bool once = at == 0 || at == 2 || at == 5;
      if (at < step || (once && i > 0 && at == step && all[i - 1] == all[i])) return false;
      if (at == 4 && step == 3) return false;
      step = at;
    }
    return true;
  }

  static bool definitions_in_order(const std::vector<std::string_view>& all) {
    std::string_view last;
    for (const std::string_view child : all) {
      if (child == "script" || child == "template") continue;
      if (child == "dd" && last != "dt" && last != "dd") return false;
      if (child == "div" && last == "dt") return false;
      last = child;
    }
    return last != "dt";
  }

  /// A reading's brackets come in pairs around it.
  static bool ruby_in_order(const std::vector<std::string_view>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] != "rp") continue;
      const bool opens = i + 2 < all.size() && all[i + 1] == "rt" && all[i + 2] == "rp";
      if (!opens) return false;
      i += 2;
    }
    return true;
  }

  FileFacts facts_;
  FileLog log_;
  AttributeCheck attributes_;
  StyleElements styles_;
  std::vector<Frame> stack_;
  std::map<std::string_view, int> within_;
};

}  // namespace

FileFacts check_content(const std::string& name, BytesView xml) {
  return ContentCheck(name).run(xml);
}

FileFacts check_plain_xml(const std::string& name, BytesView xml) {
  FileFacts out;
  FileLog log(name);
  AttributeCheck attributes(out, log);
  StyleElements styles;
  XmlEvents events;
  events.open = [&](const XmlTag& tag) {
    attributes.look_at(tag, nullptr);
    styles.open(tag);
    out.scripted = out.scripted || (tag.of == Vocabulary::svg && tag.name == "script");
  };
  events.text = [&](std::string_view words) { styles.text(words); };
  events.close = [&] { styles.close(out, log); };
  if (const auto fault = read_xml(xml, events))
    log.add("epub-xml", fault->line, "XML 不合式：" + fault->what,
            "is not well-formed XML: " + fault->what);
  attributes.check_own_places();
  out.findings = log.take();
  return out;
}

}  // namespace keben::epub
