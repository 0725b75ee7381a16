// A sound little book for tests of the checker, and what is found once one thing in it has changed.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "epub/check/check.h"

namespace keben::test {

struct SoundFile {
  std::string name, content;
};

inline std::vector<SoundFile> sound_book() {
  const std::string html =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" "
      "lang=\"zh-CN\" xml:lang=\"zh-CN\"><head><meta charset=\"utf-8\"/><title>题</title>";
  return {
      {"epub/package.opf",
       "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" "
       "xml:lang=\"zh-CN\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
       "<dc:identifier id=\"id\">urn:uuid:c913ebe5-69b5-5808-94e0-fb35ff9db585</dc:identifier>"
       "<dc:title id=\"t\">题</dc:title><meta refines=\"#t\" property=\"title-type\">main</meta>"
       "<dc:language>zh-CN</dc:language>"
       "<meta property=\"dcterms:modified\">2025-01-25T00:00:00Z</meta></metadata>\n<manifest>"
       "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
       "properties=\"nav\"/>"
       "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
       "<item id=\"css\" href=\"a.css\" media-type=\"text/css\"/>"
       "<item id=\"e1\" href=\"text/e1.xhtml\" media-type=\"application/xhtml+xml\"/>"
       "<item id=\"p1\" href=\"img/1.png\" media-type=\"image/png\"/></manifest>\n"
       "<spine toc=\"ncx\"><itemref idref=\"e1\"/></spine>"
       "<guide><reference type=\"text\" href=\"text/e1.xhtml\"/></guide></package>"},
      {"epub/nav.xhtml", html + "</head><body><nav epub:type=\"toc\"><h1>目录</h1><ol><li>"
                                "<a href=\"text/e1.xhtml#x\">一</a></li></ol></nav></body></html>"},
      {"epub/toc.ncx",
       "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\"><head>"
       "<meta name=\"dtb:uid\" content=\"urn:uuid:c913ebe5-69b5-5808-94e0-fb35ff9db585\"/></head>"
       "<docTitle><text>题</text></docTitle><navMap><navPoint id=\"n1\" playOrder=\"1\">"
       "<navLabel><text>一</text></navLabel><content src=\"text/e1.xhtml\"/></navPoint></navMap>"
       "</ncx>"},
      {"epub/a.css", "p { margin: 0 }\n"},
      {"epub/text/e1.xhtml",
       html +
           "<link rel=\"stylesheet\" href=\"../a.css\"/></head>\n<body><section "
           "epub:type=\"chapter\" role=\"doc-chapter\" aria-labelledby=\"x\"><h1 id=\"x\">一</h1>"
           "<p>甲<a href=\"#x\">乙</a>，<a href=\"https://a.example/\">丙</a></p>"
           "<ul><li>丁</li></ul><figure><img src=\"../img/1.png\" alt=\"戊\"/>"
           "<figcaption>己</figcaption></figure></section></body></html>"},
      {"epub/img/1.png", std::string("\x89PNG\r\n\x1a\n") + "…"}};
}

/// The findings in English, one after another; an empty text where the book is sound.
inline std::string found_in(const std::vector<SoundFile>& files) {
  std::vector<epub::CheckedFile> checked;
  for (const SoundFile& file : files)
    checked.push_back({file.name, file.content});
  std::string out;
  for (const epub::Finding& finding : epub::check_files(checked, "epub/package.opf", Jobs{2}))
    out += epub::sentence(finding, UiLanguage::en) + "\n";
  return out;
}

/// The findings after `from` has become `to`, once, in the file whose name ends so.
inline std::string after(const std::string& file, const std::string& from, const std::string& to) {
  std::vector<SoundFile> files = sound_book();
  for (SoundFile& one : files) {
    if (!one.name.ends_with(file)) continue;
    const std::size_t at = one.content.find(from);
    REQUIRE(at != std::string::npos);
    one.content.replace(at, from.size(), to);
  }
  return found_in(files);
}

}  // namespace keben::test
