// META-INF/container.xml, which says where the package is (EPUB 3.3
// #sec-container-metainf-container.xml), and encryption.xml, which says whose bytes are changed.
#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"

namespace keben::epub {

std::string check_pointer(BytesView xml, Findings& findings) {
  FileLog log("META-INF/container.xml");
  std::string out;
  std::vector<std::string> stack;
  const auto add = [&](std::size_t line, const char* zh, const char* en) {
    log.add("epub-container", line, zh, en);
  };
  XmlEvents events;
  events.open = [&](const XmlTag& tag) {
    const std::string parent = stack.empty() ? "" : stack.back();
    stack.emplace_back(tag.name);
    const bool fits = (tag.name == "container" && parent.empty()) ||
                      (contains_word("rootfiles links", tag.name) && parent == "container") ||
                      (tag.name == "rootfile" && parent == "rootfiles") ||
                      (tag.name == "link" && parent == "links");
    if (tag.of != Vocabulary::ocf || !fits)
      add(tag.line, "有不该有的元素", "holds an element that it cannot");
    if (tag.name == "container" && tag.value("version") != "1.0")
      add(tag.line, "版本不是 1.0", "is not of version 1.0");
    if (tag.name != "rootfile") return;
    if (tag.value("media-type") != "application/oebps-package+xml")
      add(tag.line, "包文件的类型不对", "names a package of another media type");
    if (is_white(tag.value("full-path")))
      add(tag.line, "没有写包文件在哪里", "does not say where the package is");
    if (out.empty()) out = tag.value("full-path");
  };
  events.close = [&] { stack.pop_back(); };
  static_cast<void>(read_xml(xml, events));  // told where all files of the folder are read
  if (out.empty()) add(0, "没有指出包文件", "names no package document");
  for (Finding& finding : log.take())
    findings.push_back(std::move(finding));
  return out;
}

std::vector<std::string> obfuscated_files(BytesView xml) {
  std::vector<std::string> out;
  XmlEvents events;
  events.open = [&](const XmlTag& tag) {
    if (tag.name == "CipherReference") out.emplace_back(tag.value("URI"));
  };
  static_cast<void>(read_xml(xml, events));  // as above
  return out;
}

}  // namespace keben::epub
