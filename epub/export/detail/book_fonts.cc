#include "epub/export/detail/book_fonts.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>

#include "base/utf8.h"
#include "fonts/subset.h"
#include "unicode/properties.h"

namespace keben::epub {
namespace {

/// A face of the book, and where the stylesheet sets it: the rules that name generic families
/// (epub/book/stylesheet.cc) with ours put before them.
struct Role {
  const char* name;
  fonts::Wish wish;
  const char* family;
  const char* weight;
};
enum RoleNumber : std::size_t { text, bold, heading, caption, code };
constexpr std::array<Role, 5> kRoles = {{
    {"song", {fonts::Family::song, false, false}, "keben-song", "normal"},
    {"song-bold", {fonts::Family::song, true, false}, "keben-song", "bold"},
    {"hei-bold", {fonts::Family::hei, true, false}, "keben-hei", "bold"},
    {"hei", {fonts::Family::hei, false, false}, "keben-hei", "normal"},
    {"mono", {fonts::Family::mono, false, false}, "keben-mono", "normal"},
}};
/// Where only rare hanzi are ours, the reader's own choice stands behind them.
constexpr std::string_view kUsedText = "body { font-family: keben-song, serif }\n";
constexpr std::string_view kRareText = "body { font-family: keben-song }\n";
constexpr std::string_view kRules =
    "h1, h2, h3, h4, h5, h6, th, figcaption, .label { font-family: keben-hei, sans-serif }\n"
    "code, kbd, pre { font-family: keben-mono, monospace }\n";

constexpr std::size_t kCodePoints = 0x110000;
using Characters = std::bitset<kCodePoints>;

/// Hanzi that GB 18030-2022 does not have at its first level: all but U+4E00–9FA5 and extension A.
bool is_rare(char32_t c) {
  if (unicode::script_of(c) != unicode::Script::han) return false;
  const bool common = (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3400 && c <= 0x4DB5) || c == 0x3007;
  return !common;
}

/// The face that an element is set in, by the face around it.
RoleNumber role_of(std::string_view tag, RoleNumber outer) {
  const std::string_view name = tag.substr(0, tag.find_first_of(" />"));
  if (outer == code) return code;
  if (name == "code" || name == "kbd" || name == "pre") return code;
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') return heading;
  if (name == "th") return heading;
  if (name == "figcaption" || tag.find("class=\"label\"") != tag.npos) return caption;
  if (name == "strong" || name == "dt" || name == "caption")
    return outer == text || outer == bold ? bold : heading;
  return outer;
}

/// Walks our own markup, and notes each character with the face that it is set in.
class Reader {
 public:
  Reader() : used_(kRoles.size()) {
    for (auto& one : used_)
      one = std::make_unique<Characters>();
  }

  void read(std::string_view xhtml) {
    std::vector<RoleNumber> stack{text};
    for (std::size_t at = 0; at < xhtml.size();) {
      if (xhtml[at] != '<') {
        const utf8::Decoded d = utf8::decode(xhtml, at);
        used_[stack.back()]->set(d.code_point);
        at = d.next;
        continue;
      }
      const std::size_t end = std::min(xhtml.find('>', at), xhtml.size() - 1);
      const std::string_view tag = xhtml.substr(at + 1, end - at - 1);
      if (tag.starts_with("/")) {
        if (stack.size() > 1) stack.pop_back();
      } else if (!tag.starts_with("?") && !tag.starts_with("!") && !tag.ends_with("/")) {
        stack.push_back(role_of(tag, stack.back()));
      }
      at = end + 1;
    }
  }

  std::vector<char32_t> rare_characters(std::size_t role) const {
    std::vector<char32_t> out;
    for (char32_t c = 0x3400; c < kCodePoints; ++c) {
      if (used_[role]->test(c) && is_rare(c)) out.push_back(c);
    }
    return out;
  }

  /// Empty where nothing but the indent between tags is set in the face.
  std::vector<char32_t> characters(std::size_t role) const {
    std::vector<char32_t> out;
    for (char32_t c = 0x21; c < kCodePoints; ++c) {
      if (used_[role]->test(c)) out.push_back(c);
    }
    if (out.empty()) return out;
    for (char32_t c = 0x20; c < 0x7F; ++c)  // what entities stand for, list numbers, hyphens
      out.push_back(c);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  std::vector<std::unique_ptr<Characters>> used_;
};

fonts::Region region_of(model::Convention convention) {
  using model::Convention;
  switch (convention) {
    case Convention::hant_tw:
      return fonts::Region::tc;
    case Convention::hant_hk:
      return fonts::Region::hk;
    case Convention::ja:
      return fonts::Region::jp;
    case Convention::ko:
      return fonts::Region::kr;
    case Convention::hans:
    case Convention::western:
      return fonts::Region::sc;
  }
  return fonts::Region::sc;
}

void note_forbidden(const fonts::Face& face, Diagnostics& log) {
  log.note("font-not-embedded", {},
           {"字体许可不允许嵌入：" + face.postscript_name(),
            "the licence of a face forbids embedding: " + face.postscript_name()},
           {"该处由阅读器的字体显示", "the reader's own face serves there"});
}

}  // namespace

Result<BookFonts> cut_book_fonts(const std::vector<std::string_view>& xhtml,
                                 config::EmbeddedType type, model::Convention convention,
                                 const fonts::Catalog& faces, Diagnostics& log) {
  const bool rare = type == config::EmbeddedType::rare;
  Reader reader;
  for (const std::string_view file : xhtml)
    reader.read(file);
  BookFonts out;
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    const Role& role = kRoles[i];
    const std::vector<char32_t> characters =
        rare ? reader.rare_characters(i) : reader.characters(i);
    if (characters.empty()) continue;
    const fonts::Face& face = faces[faces.cjk(role.wish, region_of(convention))];
    if (face.embedding_forbidden()) {
      note_forbidden(face, log);
      continue;
    }
    Result<Bytes> bytes = fonts::cut_file(face, characters);
    if (!bytes) return failure(bytes.error());
    const bool cff = bytes->starts_with("OTTO");
    const std::string file = role.name + std::string(cff ? ".otf" : ".ttf");
    out.css += std::string("@font-face { font-family: ") + role.family +
               "; font-weight: " + role.weight + "; src: url(../fonts/" + file + ") }\n";
    out.fonts.push_back({file, cff ? "font/otf" : "font/ttf", std::move(*bytes)});
  }
  if (!out.fonts.empty()) out.css.append(rare ? kRareText : kUsedText).append(kRules);
  return out;
}

}  // namespace keben::epub
