#include "epub/check/detail/content_attributes.h"

#include <algorithm>
#include <array>

#include "base/language_tag.h"
#include "base/xml_names.h"
#include "epub/check/detail/css.h"

namespace keben::epub {
namespace {

using Kind = Reference::Kind;

struct ClosedValue {
  std::string_view attribute, values;  // in words; "" is written as '
};
constexpr std::array<ClosedValue, 7> kClosed = {{
    {"dir", "ltr rtl auto"},
    {"translate", "yes no '"},
    {"hidden", "hidden until-found '"},
    {"scope", "row col rowgroup colgroup"},
    {"draggable", "true false"},
    {"contenteditable", "true false plaintext-only '"},
    {"spellcheck", "true false '"},
}};

constexpr std::string_view kIdLists =
    "aria-labelledby aria-describedby aria-owns aria-controls aria-flowto aria-details headers";

bool is_integer(std::string_view text, bool sign) {
  if (sign && !text.empty() && text.front() == '-') text.remove_prefix(1);
  return !text.empty() && text.size() < 10 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

}  // namespace

void AttributeCheck::look_at(const XmlTag& tag, const ElementRule* rule) {
  for (const XmlAttribute& a : tag.attributes) {
    if (a.name == "id" && (a.of == Vocabulary::none || a.of == Vocabulary::xml)) {
      const bool word = words_of(a.value).size() == 1 && words_of(a.value)[0] == a.value;
      if (!word || (tag.of == Vocabulary::svg && !is_ncname(a.value))) wrong(tag, a);
      facts_.ids.emplace_back(a.value);
    }
    const bool styles = tag.of == Vocabulary::xhtml || tag.of == Vocabulary::svg;
    if (styles && a.of == Vocabulary::none && a.name == "style")
      check_css_in(a.value, css::Form::declarations, tag.line, facts_, log_);
    if (rule) one(tag, *rule, a);
  }
  if (rule) {
    required(tag);
    languages(tag);
  }
  references(tag);
}

void AttributeCheck::one(const XmlTag& tag, const ElementRule& rule, const XmlAttribute& a) {
  if (!allows_attribute(rule, a)) {
    log_.add("epub-content", tag.line,
             "<" + std::string(tag.name) + "> 不能有属性 " + std::string(a.name),
             "<" + std::string(tag.name) + "> has no attribute " + std::string(a.name));
  }
  if (a.of == Vocabulary::ops) return semantics(tag, a);
  if (a.of == Vocabulary::none && a.name.starts_with("on")) facts_.scripted = true;
  value(tag, a);
}

void AttributeCheck::value(const XmlTag& tag, const XmlAttribute& a) {
  if (a.name == "lang" && !a.value.empty() && !is_language_tag(a.value)) return wrong(tag, a);
  if (a.of != Vocabulary::none) return;
  for (const ClosedValue& closed : kClosed) {
    if (closed.attribute == a.name &&
        !contains_word(closed.values, a.value.empty() ? "'" : a.value))
      return wrong(tag, a);
  }
  if (a.name == "colspan" || a.name == "span") number(tag, a, true);
  if (a.name == "rowspan" || a.name == "tabindex" || a.name == "start") number(tag, a, false);
  if (a.name == "value" && tag.name == "li") number(tag, a, false);
  if ((a.name == "width" || a.name == "height") && tag.name == "img" && !is_integer(a.value, false))
    wrong(tag, a);
  if (contains_word(kIdLists, a.name)) {
    for (const std::string_view id : words_of(a.value))
      own_places_.emplace_back(id, tag.line);
    if (is_white(a.value)) wrong(tag, a);
  }
  if (a.name == "role") {
    for (const std::string_view role : words_of(a.value)) {
      if (!allows_role(tag.name, role)) wrong(tag, a);
    }
  }
}

void AttributeCheck::number(const XmlTag& tag, const XmlAttribute& a, bool positive) {
  if (!is_integer(a.value, !positive) ||
      (positive && a.value.find_first_not_of('0') == a.value.npos))
    wrong(tag, a);
}

/// epub:type takes words without a prefix, or with one that is declared (EPUB 3.3 #sec-epub-type).
void AttributeCheck::semantics(const XmlTag& tag, const XmlAttribute& a) {
  if (a.name == "prefix") {
    for (const std::string_view word : words_of(a.value)) {
      if (word.ends_with(":")) prefixes_.emplace_back(word.substr(0, word.size() - 1));
    }
    return;
  }
  if (a.name != "type" || is_white(a.value)) return wrong(tag, a);
  for (const std::string_view word : words_of(a.value)) {
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view prefix = word.substr(0, colon);
    const bool known = contains_word("msv prism z3998 schema dcterms", prefix) ||
                       std::find(prefixes_.begin(), prefixes_.end(), prefix) != prefixes_.end();
    if (!known) wrong(tag, a);
  }
}

void AttributeCheck::required(const XmlTag& tag) {
  const auto missing = [&](const char* attribute) {
    log_.add("epub-content", tag.line, "<" + std::string(tag.name) + "> 缺少属性 " + attribute,
             "<" + std::string(tag.name) + "> lacks the attribute " + attribute);
  };
  if (tag.name == "img") {
    if (is_white(tag.value("src"))) missing("src");
    if (!tag.find("alt")) missing("alt");
  }
  if (tag.name == "bdo" && !tag.find("dir")) missing("dir");
  if (tag.name == "link" && !tag.find("rel")) missing("rel");
  if (tag.name == "link" && is_white(tag.value("href"))) missing("href");
  if (tag.name == "meta") {
    if (const auto* charset = tag.find("charset")) {
      if (lower(*charset) != "utf-8" || charset_) wrong(tag, {{}, "charset", *charset});
      charset_ = true;
    } else if (!tag.find("content")) {
      missing("content");
    } else if (!tag.find("name") && !tag.find("http-equiv") && !tag.find("property") &&
               !tag.find("itemprop")) {
      missing("name");
    }
  }
}

void AttributeCheck::languages(const XmlTag& tag) {
  const auto* plain = tag.find("lang");
  const auto* xml = tag.find("lang", Vocabulary::xml);
  if (plain && xml && lower(*plain) != lower(*xml)) {
    log_.add("epub-content", tag.line, "lang 与 xml:lang 不一致", "lang and xml:lang differ");
  }
}

void AttributeCheck::references(const XmlTag& tag) {
  const bool svg = tag.of == Vocabulary::svg;
  const auto* href = tag.find("href");
  if (!href) href = tag.find("href", Vocabulary::xlink);
  if (href && tag.of == Vocabulary::xhtml) {
    if (tag.name == "a" || tag.name == "area") refer(Kind::hyperlink, *href, tag.line);
    if (tag.name == "link" && contains_word(tag.value("rel"), "stylesheet"))
      refer(Kind::embedded, *href, tag.line);
  }
  if (href && svg) refer(tag.name == "a" ? Kind::hyperlink : Kind::part, *href, tag.line);
  for (const char* paint : {"fill", "stroke"}) {
    const auto* value = svg ? tag.find(paint) : nullptr;
    if (!value) continue;
    for (const css::Reference& reference : css::references_in(*value))
      refer_from_css(reference.address, tag.line, facts_);
  }
  if (tag.of != Vocabulary::xhtml) return;
  for (const char* attribute : {"src", "poster", "data"}) {
    const bool media = tag.name == "object" || attribute != std::string_view("data");
    if (const auto* found = tag.find(attribute); found && media && !is_white(*found))
      refer(Kind::embedded, *found, tag.line);
  }
}

void AttributeCheck::refer(Kind kind, std::string_view address, std::size_t line) {
  facts_.references.push_back({kind, std::string(address), line});
}

void AttributeCheck::wrong(const XmlTag& tag, const XmlAttribute& a) {
  const std::string name(a.name), element(tag.name), value(a.value);
  log_.add("epub-content", tag.line, "<" + element + "> 的 " + name + " 不能是“" + value + "”",
           "<" + element + "> cannot have " + name + " \"" + value + "\"");
}

void AttributeCheck::check_own_places() {
  std::sort(facts_.ids.begin(), facts_.ids.end());
  for (auto at = facts_.ids.begin(); at != facts_.ids.end();) {
    at = std::adjacent_find(at, facts_.ids.end());
    if (at == facts_.ids.end()) break;
    log_.add("epub-content", 0, "id 重复：" + *at, "the id " + *at + " stands twice");
    at = std::upper_bound(at, facts_.ids.end(), *at);
  }
  for (const auto& [id, line] : own_places_) {
    if (!std::binary_search(facts_.ids.begin(), facts_.ids.end(), id))
      log_.add("epub-reference", line, "没有这个 id：" + id, "there is no id " + id);
  }
}

}  // namespace keben::epub
