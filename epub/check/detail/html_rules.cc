#include "epub/check/detail/html_rules.h"

#include <algorithm>
#include <array>

#include "epub/check/detail/facts.h"

namespace keben::epub {
namespace {

using S = Standing;
using I = Inside;

// clang-format off
// By name, for the search.
constexpr std::array<ElementRule, 114> kRules = {{
    {"a", S::phrasing, I::transparent, "", "href target download rel rev hreflang type ping referrerpolicy"},
    {"abbr", S::phrasing, I::phrasing, "", ""},
    {"address", S::flow, I::flow, "", ""},
    {"area", S::phrasing, I::nothing, "", "*"},
    {"article", S::flow, I::flow, "", ""},
    {"aside", S::flow, I::flow, "", ""},
    {"audio", S::phrasing, I::anything, "", "*"},
    {"b", S::phrasing, I::phrasing, "", ""},
    {"base", S::metadata, I::nothing, "", "href target"},
    {"bdi", S::phrasing, I::phrasing, "", ""},
    {"bdo", S::phrasing, I::phrasing, "", ""},
    {"blockquote", S::flow, I::flow, "", "cite"},
    {"body", S::special, I::flow, "", ""},
    {"br", S::phrasing, I::nothing, "", ""},
    {"button", S::phrasing, I::phrasing, "", "*"},
    {"canvas", S::phrasing, I::transparent, "", "width height"},
    {"caption", S::special, I::flow, "", ""},
    {"cite", S::phrasing, I::phrasing, "", ""},
    {"code", S::phrasing, I::phrasing, "", ""},
    {"col", S::special, I::nothing, "", "span"},
    {"colgroup", S::special, I::listed, "col template", "span"},
    {"data", S::phrasing, I::phrasing, "", "value"},
    {"datalist", S::phrasing, I::phrasing, "option", ""},
    {"dd", S::special, I::flow, "", ""},
    {"del", S::phrasing, I::transparent, "", "cite datetime"},
    {"details", S::flow, I::flow, "summary", "open name"},
    {"dfn", S::phrasing, I::phrasing, "", ""},
    {"dialog", S::flow, I::flow, "", "open"},
    {"div", S::flow, I::flow, "", ""},
    {"dl", S::flow, I::listed, "dt dd div script template", ""},
    {"dt", S::special, I::flow, "", ""},
    {"em", S::phrasing, I::phrasing, "", ""},
    {"embed", S::phrasing, I::nothing, "", "*"},
    {"fieldset", S::flow, I::flow, "legend", "*"},
    {"figcaption", S::special, I::flow, "", ""},
    {"figure", S::flow, I::flow, "figcaption", ""},
    {"footer", S::flow, I::flow, "", ""},
    {"form", S::flow, I::flow, "", "*"},
    {"h1", S::flow, I::phrasing, "", ""},
    {"h2", S::flow, I::phrasing, "", ""},
    {"h3", S::flow, I::phrasing, "", ""},
    {"h4", S::flow, I::phrasing, "", ""},
    {"h5", S::flow, I::phrasing, "", ""},
    {"h6", S::flow, I::phrasing, "", ""},
    {"head", S::special, I::listed, "base link meta noscript script style template title", "profile"},
    {"header", S::flow, I::flow, "", ""},
    {"hgroup", S::flow, I::listed, "h1 h2 h3 h4 h5 h6 p script template", ""},
    {"hr", S::flow, I::nothing, "", ""},
    {"html", S::special, I::listed, "head body", "manifest version"},
    {"i", S::phrasing, I::phrasing, "", ""},
    {"iframe", S::phrasing, I::anything, "", "*"},
    {"img", S::phrasing, I::nothing, "", "src alt width height srcset sizes usemap ismap crossorigin loading decoding referrerpolicy"},
    {"input", S::phrasing, I::nothing, "", "*"},
    {"ins", S::phrasing, I::transparent, "", "cite datetime"},
    {"kbd", S::phrasing, I::phrasing, "", ""},
    {"label", S::phrasing, I::phrasing, "", "for form"},
    {"legend", S::special, I::phrasing, "h1 h2 h3 h4 h5 h6", ""},
    {"li", S::special, I::flow, "", "value"},
    {"link", S::metadata, I::nothing, "", "href rel rev type media hreflang sizes as title crossorigin integrity"},
    {"main", S::flow, I::flow, "", ""},
    {"map", S::phrasing, I::transparent, "", "name"},
    {"mark", S::phrasing, I::phrasing, "", ""},
    {"menu", S::flow, I::listed, "li script template", ""},
    {"meta", S::metadata, I::nothing, "", "charset name content http-equiv property scheme media"},
    {"meter", S::phrasing, I::phrasing, "", "*"},
    {"nav", S::flow, I::flow, "", ""},
    {"noscript", S::phrasing, I::anything, "", ""},
    {"object", S::phrasing, I::anything, "", "*"},
    {"ol", S::flow, I::listed, "li script template", "start reversed type"},
    {"optgroup", S::special, I::listed, "option script template", "*"},
    {"option", S::special, I::text, "", "*"},
    {"output", S::phrasing, I::phrasing, "", "*"},
    {"p", S::flow, I::phrasing, "", ""},
    {"param", S::special, I::nothing, "", "name value"},
    {"picture", S::phrasing, I::listed, "source img script template", ""},
    {"pre", S::flow, I::phrasing, "", ""},
    {"progress", S::phrasing, I::phrasing, "", "*"},
    {"q", S::phrasing, I::phrasing, "", "cite"},
    {"rb", S::special, I::phrasing, "", ""},
    {"rp", S::special, I::phrasing, "", ""},
    {"rt", S::special, I::phrasing, "", ""},
    {"rtc", S::special, I::phrasing, "rt rp", ""},
    {"ruby", S::phrasing, I::phrasing, "rb rt rtc rp", ""},
    {"s", S::phrasing, I::phrasing, "", ""},
    {"samp", S::phrasing, I::phrasing, "", ""},
    {"script", S::phrasing, I::anything, "", "*"},
    {"section", S::flow, I::flow, "", ""},
    {"select", S::phrasing, I::listed, "option optgroup script template hr", "*"},
    {"slot", S::phrasing, I::transparent, "", "name"},
    {"small", S::phrasing, I::phrasing, "", ""},
    {"source", S::special, I::nothing, "", "*"},
    {"span", S::phrasing, I::phrasing, "", ""},
    {"strong", S::phrasing, I::phrasing, "", ""},
    {"style", S::metadata, I::text, "", "type media title"},
    {"sub", S::phrasing, I::phrasing, "", ""},
    {"summary", S::special, I::phrasing, "h1 h2 h3 h4 h5 h6 hgroup", ""},
    {"sup", S::phrasing, I::phrasing, "", ""},
    {"table", S::flow, I::listed, "caption colgroup thead tbody tfoot tr script template", "border cellspacing cellpadding"},
    {"tbody", S::special, I::listed, "tr script template", ""},
    {"td", S::special, I::flow, "", "colspan rowspan headers"},
    {"template", S::phrasing, I::anything, "", ""},
    {"textarea", S::phrasing, I::text, "", "*"},
    {"tfoot", S::special, I::listed, "tr script template", ""},
    {"th", S::special, I::flow, "", "colspan rowspan headers scope abbr"},
    {"thead", S::special, I::listed, "tr script template", ""},
    {"time", S::phrasing, I::phrasing, "", "datetime"},
    {"title", S::metadata, I::text, "", ""},
    {"tr", S::special, I::listed, "td th script template", ""},
    {"track", S::special, I::nothing, "", "*"},
    {"u", S::phrasing, I::phrasing, "", ""},
    {"ul", S::flow, I::listed, "li script template", ""},
    {"var", S::phrasing, I::phrasing, "", ""},
    {"video", S::phrasing, I::anything, "", "*"},
    {"wbr", S::phrasing, I::nothing, "", ""},
}};
// clang-format on
static_assert(std::is_sorted(kRules.begin(), kRules.end(),
                             [](const ElementRule& a, const ElementRule& b) {
                               return a.name < b.name;
                             }));

constexpr std::string_view kGlobal =
    "id class title lang dir translate style tabindex accesskey autofocus nonce inert hidden role "
    "contenteditable draggable spellcheck contextmenu dropzone itemid itemprop itemref itemscope "
    "itemtype is slot part enterkeyhint inputmode autocapitalize about datatype inlist "
    "prefix property resource typeof vocab";

/// Roles of DPUB-ARIA 1.1 with the elements that ARIA in HTML lets them stand on; the rest stand on
/// sectioning elements and neutral ones.
struct RoleRule {
  std::string_view role, elements;
};
constexpr std::string_view kSections = "section article aside nav div header footer main";
constexpr std::array<RoleRule, 14> kBookRoles = {{
    {"doc-backlink", "a area"},
    {"doc-biblioref", "a area"},
    {"doc-glossref", "a area"},
    {"doc-noteref", "a area"},
    {"doc-cover", "img"},
    {"doc-pagebreak", "hr span div p a"},
    {"doc-subtitle", "h1 h2 h3 h4 h5 h6 p div span"},
    {"doc-footnote", "aside div section p footer header li"},
    {"doc-endnote", "li div section aside p"},
    {"doc-toc", "nav section div"},
    {"doc-pagelist", "nav section div"},
    {"doc-index", "nav section div"},
    {"doc-tip", "aside section div"},
    {"doc-pullquote", "aside section div blockquote p"},
}};
constexpr std::string_view kPlainBookRoles =
    "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter "
    "doc-colophon doc-conclusion doc-credit doc-credits doc-dedication doc-endnotes doc-epigraph "
    "doc-epilogue doc-errata doc-example doc-foreword doc-glossary doc-introduction doc-notice "
    "doc-part doc-preface doc-prologue doc-qna";
constexpr std::string_view kAria =
    "alert alertdialog application article banner button cell checkbox columnheader combobox "
    "complementary contentinfo definition dialog directory document feed figure form grid gridcell "
    "group heading img link list listbox listitem log main marquee math menu menubar menuitem "
    "menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio "
    "radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider "
    "spinbutton status switch tab table tablist tabpanel term textbox timer toolbar tooltip tree "
    "treegrid treeitem";

}  // namespace

const ElementRule* rule_of(std::string_view element) {
  const auto found =
      std::lower_bound(kRules.begin(), kRules.end(), element,
                       [](const ElementRule& r, std::string_view n) { return r.name < n; });
  return found != kRules.end() && found->name == element ? &*found : nullptr;
}

bool allows_attribute(const ElementRule& rule, const XmlAttribute& attribute) {
  const std::string_view name = attribute.name;
  if (attribute.of == Vocabulary::xml)
    return name == "lang" || name == "base" || name == "space" || name == "id";
  if (attribute.of == Vocabulary::relative) return false;
  if (attribute.of != Vocabulary::none) return true;  // of other vocabularies, epub:type among them
  if (rule.attributes == "*") return true;
  if (name.starts_with("data-") || name.starts_with("aria-") || name.starts_with("on")) return true;
  if (contains_word(rule.attributes, name)) return true;
  return contains_word(kGlobal, name);
}

bool allows_role(std::string_view element, std::string_view role) {
  for (const RoleRule& rule : kBookRoles) {
    if (rule.role == role) return contains_word(rule.elements, element);
  }
  if (contains_word(kPlainBookRoles, role)) return contains_word(kSections, element);
  return contains_word(kAria, role);
}

}  // namespace keben::epub
