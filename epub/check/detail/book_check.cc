#include "epub/check/detail/book_check.h"

#include <algorithm>

#include "epub/check/detail/addresses.h"

namespace keben::epub {
namespace {

constexpr std::string_view kXhtml = "application/xhtml+xml";
constexpr std::size_t kBytesAThread = 128 << 10;  // a millisecond of reading

bool is_document(std::string_view media_type) {
  return media_type == kXhtml || media_type == "image/svg+xml";
}

}  // namespace

BookCheck::BookCheck(std::span<const CheckedFile> files, const std::string& package, Jobs jobs)
    : package_name_(package), jobs_(jobs) {
  for (const CheckedFile& file : files)
    files_.emplace(file.name, &file);
}

void BookCheck::add(const std::string& file, std::size_t line, const char* code, std::string zh,
                    std::string en) {
  findings_.push_back({file, line, code, {std::move(zh), std::move(en)}});
}

Findings BookCheck::run() {
  const auto package = files_.find(package_name_);
  if (package == files_.end()) {
    add(package_name_, 0, "epub-container", "包文件缺失", "the package document is missing");
    return std::move(findings_);
  }
  package_ = check_package(package_name_, package->second->bytes);
  findings_ = std::move(package_.file.findings);
  list();
  read();
  check_manifest();
  check_spine();
  check_references(package_name_, package_.file, false);
  for (const Listed& listed : listed_) {
    const std::string name(listed.file->name);
    findings_.insert(findings_.end(), listed.facts.findings.begin(), listed.facts.findings.end());
    check_properties(listed);
    check_references(name, listed.facts, listed.item->media_type == "text/css");
  }
  return std::move(findings_);
}

/// The manifest's items by the files that they name.
void BookCheck::list() {
  for (const ManifestItem& item : package_.items) {
    const Address address = resolve(package_name_, item.href);
    if (address.remote) {
      if (item.media_type.starts_with("image/") || item.media_type == kXhtml || !address.sound)
        add(package_name_, item.line, "epub-package", "不在书内：" + item.href,
            "lists what is not in the book: " + item.href);
      continue;
    }
    const auto file = files_.find(address.file);
    if (!address.sound || file == files_.end() || !address.fragment.empty()) {
      add(package_name_, item.line, "epub-package", "manifest 列了没有的文件：" + item.href,
          "lists no file: " + item.href);
      continue;
    }
    if (address.file == package_name_)
      add(package_name_, item.line, "epub-package", "manifest 列了包文件自己", "lists itself");
    if (!by_name_.emplace(address.file, listed_.size()).second) {
      add(package_name_, item.line, "epub-package", "manifest 重复列了 " + item.href,
          "lists a file twice: " + item.href);
      continue;
    }
    listed_.push_back({&item, file->second, {}, false});
  }
}

void BookCheck::read() {
  std::size_t bytes = 0;  // of text: pictures and type are only glanced at
  for (const Listed& listed : listed_)
    bytes += listed.item->media_type == kXhtml ? listed.file->bytes.size() : 0;
  const Jobs threads = jobs_worth(bytes, kBytesAThread, jobs_);
  std::vector<FileFacts> facts =
      parallel_map(std::span<Listed>(listed_), threads,
                   [this](const Listed& listed) { return read_one(listed); });
  for (std::size_t i = 0; i < facts.size(); ++i)
    listed_[i].facts = std::move(facts[i]);
}

FileFacts BookCheck::read_one(const Listed& listed) const {
  const std::string name(listed.file->name);
  const std::string& type = listed.item->media_type;
  const BytesView bytes = listed.file->bytes;
  if (type == kXhtml) {
    FileFacts out = package_.epub2 ? check_plain_xml(name, bytes) : check_content(name, bytes);
    if (contains_word(listed.item->properties, "nav")) {
      for (Finding& finding : check_nav(name, bytes))
        out.findings.push_back(std::move(finding));
    }
    return out;
  }
  if (type == "application/x-dtbncx+xml") return check_ncx(name, bytes, package_.identifier);
  if (type == "text/css") return check_css(name, bytes);
  if (type.ends_with("+xml") || type.ends_with("/xml")) return check_plain_xml(name, bytes);
  FileFacts out;
  if (!listed.file->obfuscated && !looks_like(bytes, type))
    out.findings.push_back(
        {name, 0, "epub-media", {"不是 " + type, "is not what its media type says: " + type}});
  return out;
}

void BookCheck::check_manifest() {
  for (const auto& [name, file] : files_) {
    if (name != package_name_ && !by_name_.count(name))
      add(std::string(name), 0, "epub-package", "不在 manifest 里", "is not in the manifest");
  }
}

/// What a document holds and its item says must agree (EPUB 3.3 #sec-item-resource-properties).
void BookCheck::check_properties(const Listed& listed) {
  if (package_.epub2 || !is_document(listed.item->media_type)) return;
  const FileFacts& facts = listed.facts;
  const auto agree = [&](const char* property, bool holds) {
    if (contains_word(listed.item->properties, property) == holds) return;
    add(package_name_, listed.item->line, "epub-package",
        listed.item->href + " 的 properties 与内容不符：" + property,
        "the properties of " + listed.item->href + " do not agree with it: " + property);
  };
  agree("scripted", facts.scripted);
  if (listed.item->media_type != kXhtml) return;
  agree("svg", facts.svg);
  agree("mathml", facts.mathml);
}

void BookCheck::check_spine() {
  for (const SpineItem& item : package_.spine) {
    const auto listed = std::find_if(listed_.begin(), listed_.end(),
                                     [&](const Listed& l) { return l.item->id == item.idref; });
    if (listed == listed_.end()) continue;  // told by the package check
    listed->in_spine = true;
    if (!is_document(listed->item->media_type) && listed->item->fallback.empty() && !package_.epub2)
      add(package_name_, item.line, "epub-package", item.idref + " 不是可读的文档",
          "reads what is no document: " + item.idref);
  }
}

void BookCheck::check_references(const std::string& name, const FileFacts& facts, bool from_css) {
  for (const Reference& reference : facts.references)
    check_reference(name, reference, from_css);
}

void BookCheck::check_reference(const std::string& name, const Reference& reference,
                                bool from_css) {
  using Kind = Reference::Kind;
  const Address address = resolve(name, reference.address);
  if (address.data) return;
  if (address.remote) return check_remote(name, reference, address.sound);
  const std::string& to = reference.address;
  if (!address.sound)
    return add(name, reference.line, "epub-reference", "地址不对：" + to,
               "has a bad address: " + to);
  const auto found = by_name_.find(address.file);
  if (found == by_name_.end()) {
    if (!(address.file == name && reference.kind == Kind::part))
      add(name, reference.line, "epub-reference", "没有这个文件：" + to,
          "refers to no file: " + to);
    return;
  }
  const Listed& target = listed_[found->second];
  const bool document = is_document(target.item->media_type);
  const bool turned_to = reference.kind == Kind::hyperlink || reference.kind == Kind::contents;
  if (turned_to && !document)
    add(name, reference.line, "epub-reference", "指向的不是文档：" + to,
        "leads to no document: " + to);
  if (turned_to && document && !target.in_spine)
    add(name, reference.line, "epub-reference", "指向的文档不在 spine 里：" + to,
        "leads to a document that is not in the spine: " + to);
  if (reference.kind == Kind::embedded && !from_css && target.item->media_type == kXhtml)
    add(name, reference.line, "epub-reference", "嵌入的是一篇文档：" + to,
        "shows a document in place: " + to);
  if (address.fragment.empty() || (!document && target.item->media_type != kXhtml)) return;
  const auto& ids = target.facts.ids;
  const bool scheme = address.fragment.find('(') != address.fragment.npos;  // epubcfi(…), xpointer
  if (!scheme && !std::binary_search(ids.begin(), ids.end(), address.fragment))
    add(name, reference.line, "epub-reference", "没有这个位置：" + to, "refers to no place: " + to);
}

/// Only sound and moving pictures may stay on the web (EPUB 3.3 #sec-resource-locations).
void BookCheck::check_remote(const std::string& name, const Reference& reference, bool sound) {
  const std::string& to = reference.address;
  if (!sound)
    return add(name, reference.line, "epub-reference", "地址不对：" + to,
               "has a bad address: " + to);
  if (reference.kind == Reference::Kind::hyperlink) return;
  add(name, reference.line, "epub-reference", "要从网上取：" + to,
      "is fetched from the web: " + to);
}

}  // namespace keben::epub
