// The package document (EPUB 3.3 #sec-package-doc).
#include <algorithm>
#include <set>

#include "base/language_tag.h"
#include "base/xml_names.h"
#include "epub/check/detail/content_attributes.h"
#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"
#include "epub/check/detail/package_metadata.h"

namespace keben::epub {
namespace {

struct PartRule {
  std::string_view name, parent, attributes;  // attributes that it must have are marked by `!`
};
constexpr PartRule kRules[] = {
    {"package", "", "!version !unique-identifier id prefix lang dir"},
    {"metadata", "package", "id lang dir"},
    {"manifest", "package", "id"},
    {"item", "manifest", "!id !href !media-type fallback media-overlay properties"},
    {"spine", "package", "id toc page-progression-direction"},
    {"itemref", "spine", "!idref linear id properties"},
    {"guide", "package", ""},
    {"reference", "guide", "!type !href title"},
    {"tours", "package", "*"},
    {"bindings", "package", ""},
    {"mediaType", "bindings", "*"},
    {"collection", "package", "*"},
};
constexpr std::string_view kOrder[] = {"metadata", "manifest", "spine",     "tours",
                                       "guide",    "bindings", "collection"};

constexpr std::string_view kItemProperties =
    "cover-image mathml nav remote-resources scripted svg switch data-nav dictionary index "
    "search-key-map glossary";
constexpr std::string_view kSpineProperties =
    "page-spread-left page-spread-right rendition:page-spread-center rendition:layout-reflowable "
    "rendition:layout-pre-paginated rendition:flow-auto rendition:flow-paginated "
    "rendition:flow-scrolled-continuous rendition:flow-scrolled-doc rendition:spread-auto "
    "rendition:spread-none rendition:spread-landscape rendition:spread-both "
    "rendition:spread-portrait rendition:orientation-auto rendition:orientation-landscape "
    "rendition:orientation-portrait rendition:align-x-center rendition:page-spread-left "
    "rendition:page-spread-right";

bool is_media_type(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != text.npos && slash > 0 && slash + 1 < text.size() &&
         text.find_first_of(" \t\n/", slash + 1) == text.npos;
}

class PackageCheck {
 public:
  explicit PackageCheck(const std::string& name)
      : log_(name), attributes_(out_.file, log_), metadata_(log_) {}

  PackageFacts run(BytesView xml) {
    XmlEvents events;
    events.open = [this](const XmlTag& tag) { open(tag); };
    events.close = [this] { close(); };
    events.text = [this](std::string_view words) { text(words); };
    if (const auto fault = read_xml(xml, events))
      log_.add("epub-xml", fault->line, "XML 不合式：" + fault->what,
               "is not well-formed XML: " + fault->what);
    finish();
    out_.file.findings = log_.take();
    return std::move(out_);
  }

 private:
  void add(std::size_t line, std::string zh, std::string en) {
    log_.add("epub-package", line, std::move(zh), std::move(en));
  }

  void open(const XmlTag& tag) {
    text_.clear();
    attributes_.look_at(tag, nullptr);
    const std::string parent = stack_.empty() ? "" : stack_.back();
    const bool in_metadata = stack_.size() == 2 && parent == "metadata";
    stack_.emplace_back(tag.name);
    if (const auto* id = tag.find("id");
        id && !is_ncname(words_of(*id).empty() ? "" : words_of(*id)[0]))
      add(tag.line, "id 不是 XML 名称：" + std::string(*id),
          "the id is no XML name: " + std::string(*id));
    if (in_metadata || (stack_.size() > 3 && stack_[1] == "metadata")) {
      // EPUB 2's dc-metadata and the like do not occur in what anybody makes today.
      return metadata_.open(tag);
    }
    if (stack_.size() > 1 && stack_[1] == "collection" && stack_.size() > 2) return;
    part(tag, parent);
  }

  void part(const XmlTag& tag, const std::string& parent) {
    const auto* rule = std::find_if(std::begin(kRules), std::end(kRules), [&](const PartRule& r) {
      return r.name == tag.name && r.parent == parent;
    });
    const std::string name(tag.name);
    if (tag.of != Vocabulary::opf || rule == std::end(kRules))
      return add(tag.line, "<" + name + "> 不该在此", "<" + name + "> is out of place");
    for (const XmlAttribute& a : tag.attributes) {
      if (rule->attributes == "*" || a.of == Vocabulary::other) continue;
      if (!contains_word(rule->attributes, a.name) &&
          !contains_word(rule->attributes, "!" + std::string(a.name)))
        add(tag.line, "<" + name + "> 不能有属性 " + std::string(a.name),
            "<" + name + "> has no attribute " + std::string(a.name));
    }
    for (const std::string_view word : words_of(rule->attributes)) {
      if (word.front() == '!' && is_white(tag.value(word.substr(1))))
        add(tag.line, "<" + name + "> 缺少 " + std::string(word.substr(1)),
            "<" + name + "> lacks " + std::string(word.substr(1)));
    }
    if (parent == "package") parts_.push_back(name);
    if (name == "package") package(tag);
    if (name == "item") item(tag);
    if (name == "spine") spine(tag);
    if (name == "itemref") itemref(tag);
    if (name == "reference") reference(tag);
  }

  void package(const XmlTag& tag) {
    const std::string_view version = tag.value("version");
    out_.epub2 = version == "2.0";
    if (version != "3.0" && version != "2.0")
      add(tag.line, "版本不是 3.0 或 2.0", "is of no known version");
    unique_ = words_of(tag.value("unique-identifier")).empty()
                  ? ""
                  : std::string(words_of(tag.value("unique-identifier"))[0]);
    const auto* language = tag.find("lang", Vocabulary::xml);
    if (language && !language->empty() && !is_language_tag(*language))
      add(tag.line, "xml:lang 不是语言标签", "xml:lang is no language tag");
    const auto* dir = tag.find("dir");
    if (dir && !contains_word("ltr rtl auto", *dir)) add(tag.line, "dir 不对", "has a wrong dir");
    for (const std::string_view word : words_of(tag.value("prefix"))) {
      if (word.ends_with(":")) prefixes_.emplace_back(word.substr(0, word.size() - 1));
    }
  }

  void item(const XmlTag& tag) {
    const auto text_of = [&](const char* name) { return std::string(tag.value(name)); };
    out_.items.push_back({text_of("id"), text_of("href"), text_of("media-type"),
                          text_of("properties"), text_of("fallback"), tag.line});
    if (!is_media_type(tag.value("media-type")))
      add(tag.line, "media-type 不对", "has a wrong media-type");
    for (const std::string_view word : words_of(tag.value("properties"))) {
      if (out_.epub2 || contains_word(kItemProperties, word) || word.find(':') != word.npos)
        continue;
      add(tag.line, "没有这种属性：" + std::string(word), "no such property: " + std::string(word));
    }
  }

  void spine(const XmlTag& tag) {
    out_.ncx_id = tag.value("toc");
    has_toc_ = tag.find("toc") != nullptr;
    const auto* way = tag.find("page-progression-direction");
    if (way && !contains_word("ltr rtl default", *way))
      add(tag.line, "翻页方向不对", "has a wrong page-progression-direction");
  }

  void itemref(const XmlTag& tag) {
    const auto* linear = tag.find("linear");
    if (linear && !contains_word("yes no", *linear))
      add(tag.line, "linear 不对", "has a wrong linear");
    out_.spine.push_back({std::string(tag.value("idref")), !linear || *linear != "no", tag.line});
    for (const std::string_view word : words_of(tag.value("properties"))) {
      if (!contains_word(kSpineProperties, word))
        add(tag.line, "没有这种属性：" + std::string(word),
            "no such property: " + std::string(word));
    }
  }

  void reference(const XmlTag& tag) {
    const std::string key = std::string(tag.value("type")) + "\n" + std::string(tag.value("href"));
    if (!guide_.insert(key).second)
      add(tag.line, "guide 有重复的项", "the guide has an entry twice");
    out_.file.references.push_back(
        {Reference::Kind::contents, std::string(tag.value("href")), tag.line});
  }

  void text(std::string_view words) {
    if (is_white(words) && text_.empty()) return;
    text_ += words;
    const bool in_term = stack_.size() >= 3 && stack_[1] == "metadata";
    const bool in_collection = stack_.size() >= 3 && stack_[1] == "collection";
    if (!in_term && !in_collection && !stack_.empty() && !is_white(words))
      add(0, "<" + stack_.back() + "> 里不能有文字", "<" + stack_.back() + "> cannot hold text");
  }

  void close() {
    if (stack_.size() == 3 && stack_[1] == "metadata") metadata_.close(text_);
    text_.clear();
    stack_.pop_back();
  }

  void finish() {
    for (const char* name : {"metadata", "manifest", "spine"}) {
      if (std::count(parts_.begin(), parts_.end(), name) != 1)
        add(0, std::string("应恰有一个 <") + name + ">",
            std::string("has not exactly one ") + name);
    }
    std::size_t step = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const auto at = static_cast<std::size_t>(
          std::find(std::begin(kOrder), std::end(kOrder), parts_[i]) - std::begin(kOrder));
      const bool twice = i > 0 && parts_[i] == parts_[i - 1] && parts_[i] != "collection";
      if (at < step || twice)
        add(0, "各部分次序不对或重复", "its parts are out of order or repeated");
      step = at;
    }
    if (std::count(parts_.begin(), parts_.end(), "guide") > 0 && guide_.empty())
      add(0, "guide 是空的", "the guide is empty");
    attributes_.check_own_places();
    out_.identifier = metadata_.finish(unique_, out_.file.ids, prefixes_, out_.epub2);
    manifest();
    reading_order();
  }

  const ManifestItem* item_of(const std::string& id) const {
    const auto found = std::find_if(out_.items.begin(), out_.items.end(),
                                    [&](const ManifestItem& i) { return i.id == id; });
    return found == out_.items.end() ? nullptr : &*found;
  }

  void manifest() {
    std::size_t navs = 0, covers = 0, ncxs = 0;
    for (const ManifestItem& item : out_.items) {
      const bool nav = contains_word(item.properties, "nav");
      const bool cover = contains_word(item.properties, "cover-image");
      navs += nav;
      covers += cover;
      ncxs += item.media_type == "application/x-dtbncx+xml";
      if (nav && item.media_type != "application/xhtml+xml")
        add(item.line, "目录文件不是 XHTML", "the nav is no XHTML");
      if (cover && !item.media_type.starts_with("image/"))
        add(item.line, "封面不是图片", "the cover is no picture");
      if (!item.fallback.empty() && (!item_of(item.fallback) || item.fallback == item.id))
        add(item.line, "fallback 没有去处", "has a fallback that is not there");
    }
    if (!out_.epub2 && navs != 1) add(0, "应恰有一个目录文件", "has not exactly one nav");
    if (covers > 1) add(0, "封面图不止一张", "has more than one cover image");
    if (ncxs > 0 && !has_toc_)
      add(0, "有 NCX 而 spine 没有 toc", "has an NCX but its spine has no toc");
    const ManifestItem* ncx = has_toc_ ? item_of(out_.ncx_id) : nullptr;
    if (has_toc_ && (!ncx || ncx->media_type != "application/x-dtbncx+xml"))
      add(0, "spine 的 toc 不是 NCX", "the spine's toc is no NCX");
  }

  void reading_order() {
    std::set<std::string> seen;
    bool linear = false;
    for (const SpineItem& item : out_.spine) {
      linear = linear || item.linear;
      if (!item_of(item.idref))
        add(item.line, "spine 里的 " + item.idref + " 不在 manifest 里",
            "has no item " + item.idref);
      if (!seen.insert(item.idref).second)
        add(item.line, "spine 里 " + item.idref + " 重复", "reads " + item.idref + " twice");
    }
    if (!linear) add(0, "没有可顺读的内容", "has nothing to read in order");
  }

  PackageFacts out_;
  FileLog log_;
  AttributeCheck attributes_;
  MetadataCheck metadata_;
  std::vector<std::string> stack_, parts_, prefixes_;
  std::set<std::string> guide_;
  std::string text_, unique_;
  bool has_toc_ = false;
};

}  // namespace

PackageFacts check_package(const std::string& name, BytesView xml) {
  return PackageCheck(name).run(xml);
}

}  // namespace keben::epub
