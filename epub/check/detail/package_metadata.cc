#include "epub/check/detail/package_metadata.h"

#include <algorithm>
#include <array>

#include "base/language_tag.h"

namespace keben::epub {
namespace {

constexpr std::string_view kTerms =
    "contributor coverage creator date description format identifier language publisher relation "
    "rights source subject title type";
constexpr std::string_view kTermsWithoutLanguage = "identifier language date type format";

/// The properties that have no prefix, with what they may refine, in words; "" is anything.
struct PropertyRule {
  std::string_view name, refines;
  bool once;
};
constexpr std::array<PropertyRule, 16> kProperties = {{
    {"alternate-script", "", false},
    {"authority", "dc:subject", false},
    {"belongs-to-collection", "- belongs-to-collection", false},
    {"collection-type", "belongs-to-collection", true},
    {"display-seq", "", true},
    {"file-as", "", true},
    {"group-position", "", true},
    {"identifier-type", "dc:identifier dc:source", true},
    {"meta-auth", "", false},
    {"pageBreakSource", "-", true},
    {"role", "dc:creator dc:contributor dc:publisher", false},
    {"source-of", "dc:source", true},
    {"term", "dc:subject", false},
    {"title-type", "dc:title", true},
    {"dcterms:modified", "-", true},
    {"rendition:layout", "-", true},
}};

constexpr std::string_view kReservedPrefixes =
    "a11y dcterms marc media onix rendition schema xsd msv prism";

const PropertyRule* rule_of(std::string_view property) {
  const auto* found = std::find_if(kProperties.begin(), kProperties.end(),
                                   [&](const PropertyRule& r) { return r.name == property; });
  return found == kProperties.end() ? nullptr : found;
}

std::string trimmed(std::string_view text) {
  std::string out;
  for (const std::string_view word : words_of(text))
    out.append(out.empty() ? "" : " ").append(word);
  return out;
}

/// CCYY-MM-DDThh:mm:ssZ
bool is_moment(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  return text.size() == kForm.size() &&
         std::equal(text.begin(), text.end(), kForm.begin(), [](char c, char form) {
           return form == '0' ? c >= '0' && c <= '9' : c == form;
         });
}

bool is_position(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == text.npos &&
         text.front() != '.' && text.back() != '.';
}

}  // namespace

void MetadataCheck::add(std::size_t line, std::string zh, std::string en) {
  log_.add("epub-package", line, std::move(zh), std::move(en));
}

void MetadataCheck::open(const XmlTag& tag) {
  if (open_) add(tag.line, "元数据里不能再套元素", "a term holds another element");
  open_ = true;
  const bool dc = tag.of == Vocabulary::dc;
  const bool known = dc ? contains_word(kTerms, tag.name)
                        : tag.of == Vocabulary::opf && contains_word("meta link", tag.name);
  if (!known)
    add(tag.line, "元数据里没有 " + std::string(tag.name),
        "no such metadata: " + std::string(tag.name));
  attributes(tag);
  const std::string name = dc ? "dc:" + std::string(tag.name) : trimmed(tag.value("property"));
  terms_.push_back({name,
                    trimmed(tag.value("id")),
                    trimmed(tag.value("refines")),
                    {},
                    tag.line,
                    tag.name == "meta" && tag.find("property")});
}

void MetadataCheck::attributes(const XmlTag& tag) {
  const bool dc = tag.of == Vocabulary::dc;
  const bool old = tag.name == "meta" && !tag.find("property");
  if (old && (is_white(tag.value("name")) || !tag.find("content")))
    add(tag.line, "meta 没有 property，也不是 name 加 content", "a meta has no property");
  if (tag.name == "meta" && !old && is_white(tag.value("property")))
    add(tag.line, "meta 的 property 为空", "a meta's property is empty");
  if (tag.name == "link" && (!tag.find("href") || !tag.find("rel")))
    add(tag.line, "link 缺少 href 或 rel", "a link lacks href or rel");
  const std::string_view own = dc    ? "id"
                               : old ? "name content id"
                               : tag.name == "meta"
                                   ? "property refines id scheme"
                                   : "href hreflang rel id refines media-type properties";
  const bool with_language = dc ? !contains_word(kTermsWithoutLanguage, tag.name) : !old;
  for (const XmlAttribute& a : tag.attributes) {
    const bool language = with_language && (a.name == "dir" || a.name == "lang");
    const bool foreign = a.of == Vocabulary::other;
    if (!foreign && !language && (a.of != Vocabulary::none || !contains_word(own, a.name)))
      add(tag.line, "属性不对：" + std::string(a.name),
          "has a wrong attribute: " + std::string(a.name));
    if (a.name == "scheme" && !a.value.empty() && a.value.find(':') == a.value.npos)
      add(tag.line, "没有这种 scheme：" + std::string(a.value),
          "no such scheme: " + std::string(a.value));
    if (a.name == "dir" && !contains_word("ltr rtl auto", a.value))
      add(tag.line, "dir 不对", "has a wrong dir");
    if (a.name == "lang" && !a.value.empty() && !is_language_tag(a.value))
      add(tag.line, "xml:lang 不是语言标签", "xml:lang is no language tag");
  }
}

void MetadataCheck::close(std::string_view text) {
  open_ = false;
  Term& term = terms_.back();
  term.text = trimmed(text);
  const bool has_text = term.is_meta || term.name.starts_with("dc:");
  if (has_text && term.text.empty()) add(term.line, term.name + " 是空的", term.name + " is empty");
}

std::size_t MetadataCheck::count(const char* name) const {
  return static_cast<std::size_t>(
      std::count_if(terms_.begin(), terms_.end(), [&](const Term& t) { return t.name == name; }));
}

const MetadataCheck::Term* MetadataCheck::with_id(const std::string& id) const {
  const auto found = std::find_if(terms_.begin(), terms_.end(),
                                  [&](const Term& t) { return !id.empty() && t.id == id; });
  return found == terms_.end() ? nullptr : &*found;
}

/// A property without a prefix is one of EPUB's own; a prefix is reserved or declared.
void MetadataCheck::property(const Term& term, const std::vector<std::string>& prefixes) {
  const std::size_t colon = term.name.find(':');
  if (words_of(term.name).size() > 1)
    return add(term.line, "property 只能有一个", "a meta has more than one property");
  if (colon == term.name.npos) {
    if (!rule_of(term.name))
      add(term.line, "没有这种属性：" + term.name, "no such property: " + term.name);
    return;
  }
  const std::string prefix = term.name.substr(0, colon);
  if (!contains_word(kReservedPrefixes, prefix) &&
      std::find(prefixes.begin(), prefixes.end(), prefix) == prefixes.end())
    add(term.line, "前缀没有声明：" + prefix, "the prefix is not declared: " + prefix);
  if (colon + 1 == term.name.size())
    add(term.line, "property 只有前缀", "a property is only a prefix");
  const std::string name = term.name.substr(colon + 1);
  if (prefix == "rendition" &&
      !contains_word("layout orientation spread viewport flow align-x-center", name))
    add(term.line, "没有这种属性：" + term.name, "no such property: " + term.name);
  if (prefix == "media" &&
      !contains_word("duration narrator active-class playback-active-class", name))
    add(term.line, "没有这种属性：" + term.name, "no such property: " + term.name);
  if (prefix == "a11y" &&
      !contains_word("certifiedBy certifierCredential certifierReport exemption "
                     "contentWarning pageBreakSource",
                     name))
    add(term.line, "没有这种属性：" + term.name, "no such property: " + term.name);
}

void MetadataCheck::refinement(const Term& term, const std::vector<std::string>& ids) {
  const bool refines = !term.refines.empty();
  const std::string target = refines && term.refines[0] == '#' ? term.refines.substr(1) : "";
  if (refines && !target.empty() && !std::binary_search(ids.begin(), ids.end(), target))
    add(term.line, "refines 没有去处：" + term.refines, "refines nothing: " + term.refines);
  if (refines && term.refines.find(':') != term.refines.npos)
    add(term.line, "refines 应为相对地址", "refines an absolute address");
  const PropertyRule* rule = rule_of(term.name);
  if (!rule) return;
  if (rule->once) {
    const std::string key = term.name + "\n" + term.refines;
    if (std::find(seen_.begin(), seen_.end(), key) != seen_.end())
      add(term.line, term.name + " 重复", term.name + " stands twice");
    seen_.push_back(key);
  }
  if (rule->refines.empty()) return;
  const Term* refined = with_id(target);
  const std::string_view what = refined ? std::string_view(refined->name) : "";
  const bool fits = refines ? !what.empty() && contains_word(rule->refines, what)
                            : contains_word(rule->refines, "-");
  if (!fits) add(term.line, term.name + " 修饰的对象不对", term.name + " refines what it cannot");
}

void MetadataCheck::values(const Term& term) {
  if (term.name == "dcterms:modified" && term.refines.empty() && !is_moment(term.text))
    add(term.line, "dcterms:modified 的格式不对", "dcterms:modified is no moment");
  if (term.name == "dc:language" && !term.text.empty() && !is_language_tag(term.text))
    add(term.line, "语言标签不对：" + term.text, "no language tag: " + term.text);
  if (term.name == "group-position" && !is_position(term.text))
    add(term.line, "group-position 不是数", "group-position is no number");
  if (term.name == "display-seq" && term.text.find_first_not_of("0123456789") != term.text.npos)
    add(term.line, "display-seq 不是数", "display-seq is no number");
  if (term.name == "dc:identifier" && term.text.starts_with("urn:uuid:")) {
    constexpr std::string_view kForm = "00000000-0000-0000-0000-000000000000";
    const std::string uuid = term.text.substr(9);
    const bool good = uuid.size() == kForm.size() &&
                      std::equal(uuid.begin(), uuid.end(), kForm.begin(), [](char c, char form) {
                        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
                                         (c >= 'A' && c <= 'F');
                        return form == '-' ? c == '-' : hex;
                      });
    if (!good) add(term.line, "不是 UUID：" + uuid, "no UUID: " + uuid);
  }
}

std::string MetadataCheck::finish(const std::string& unique, const std::vector<std::string>& ids,
                                  const std::vector<std::string>& prefixes, bool epub2) {
  for (const char* name : {"dc:identifier", "dc:title", "dc:language"}) {
    if (count(name) == 0) add(0, std::string("缺少 ") + name, std::string("lacks ") + name);
  }
  const Term* identifier = with_id(unique);
  if (!identifier || identifier->name != "dc:identifier")
    add(0, "unique-identifier 没有指向 dc:identifier", "unique-identifier names no dc:identifier");
  if (!epub2) {
    if (count("dc:date") > 1) add(0, "dc:date 重复", "dc:date stands twice");
    if (count("dcterms:modified") != 1)
      add(0, "应恰有一个 dcterms:modified", "has not exactly one dcterms:modified");
    for (const Term& term : terms_) {
      if (term.is_meta) property(term, prefixes);
      refinement(term, ids);
      values(term);
    }
  }
  return identifier ? identifier->text : std::string();
}

}  // namespace keben::epub
