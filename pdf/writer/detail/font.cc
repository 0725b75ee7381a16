#include "pdf/writer/detail/font.h"

#include "fonts/subset.h"
#include "pdf/writer/detail/syntax.h"

namespace keben::pdf::writer {
namespace {

constexpr int kFontDeflateLevel = 6;

/// Six letters that tell two subsets of one face apart (§9.6.4): the same glyphs, the same tag.
std::string subset_tag(std::span<const fonts::GlyphId> glyphs) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (const fonts::GlyphId glyph : glyphs)
    h = (h ^ glyph.v) * 0x100000001b3u;
  std::string tag;
  for (int i = 0; i < 6; ++i, h /= 26)
    tag += static_cast<char>('A' + h % 26);
  return tag;
}

/// The W array (§9.7.4.3): runs of consecutive CIDs; an em is the default and needs no entry.
std::string widths_of(const fonts::Face& face, std::span<const fonts::GlyphId> glyphs) {
  std::string out = "[";
  int previous = -2;
  for (const fonts::GlyphId glyph : glyphs) {
    const Mil width = face.advance(glyph);
    if (width == Mil{1000}) continue;
    if (glyph.v != previous + 1) {
      if (previous >= 0) out += ']';
      out += ' ';
      put(out, std::int64_t{glyph.v});
      out += '[';
    } else {
      out += ' ';
    }
    put(out, std::int64_t{width.v});
    previous = glyph.v;
  }
  return out + (previous >= 0 ? "]]" : "]");
}

Bytes cid_to_gid_map(const fonts::Subset& subset) {
  Bytes map(2 * (std::size_t{subset.renumbered.back().first.v} + 1), '\0');
  for (const auto& [cid, gid] : subset.renumbered) {
    map[2 * std::size_t{cid.v}] = static_cast<char>(gid.v >> 8);
    map[2 * std::size_t{cid.v} + 1] = static_cast<char>(gid.v & 0xFF);
  }
  return map;
}

std::string descriptor_of(const fonts::Face& face) {
  const fonts::VerticalMetrics m = face.metrics();
  std::string out =
      "/Flags 4\n/FontBBox [-1000 -500 3000 1200]\n/ItalicAngle 0\n/StemV 80\n/Ascent ";
  put(out, std::int64_t{m.ascent.v});
  out += "\n/Descent ";
  put(out, std::int64_t{m.descent.v});
  out += "\n/CapHeight ";
  put(out, std::int64_t{m.cap_height.v});
  return out + "\n";
}

}  // namespace

std::string to_unicode_map(const std::vector<CodeText>& texts, int bytes) {
  const std::string range = bytes == 1 ? "<00> <FF>" : "<0000> <FFFF>";
  std::string entries,
      out =
          "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
          "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
          "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
          "1 begincodespacerange\n" +
          range + "\nendcodespacerange\n";
  int count = 0;
  const auto flush = [&] {
    if (count == 0) return;
    out += std::to_string(count) + " beginbfchar\n" + entries + "endbfchar\n";
    entries.clear();
    count = 0;
  };
  for (const CodeText& of : texts) {
    if (of.text.empty()) continue;
    entries += '<';
    if (bytes == 1) {
      put_hex_byte(entries, static_cast<std::uint8_t>(of.code));
    } else {
      put_hex(entries, of.code);
    }
    entries += "> <" + hex_of(utf8::to_utf16be(of.text)) + ">\n";
    if (++count == 100) flush();
  }
  flush();
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Result<PreparedFont> prepare_font(const FontUse& use) {
  const std::vector<fonts::GlyphId> glyphs = use.glyphs();
  PreparedFont font;
  font.widths = widths_of(use.face(), glyphs);
  font.descriptor = descriptor_of(use.face());
  Result<fonts::Subset> subset = fonts::cut_subset(use.face(), glyphs);  // the last look at it
  if (!subset) return tl::unexpected(subset.error());
  font.base_font = subset_tag(glyphs) + "+" + use.face().postscript_name();
  font.truetype = use.face().outlines() == fonts::Outlines::truetype;
  font.program_size = subset->program.size();
  font.program = deflate(subset->program, kFontDeflateLevel);
  std::vector<CodeText> texts;
  for (const fonts::GlyphId glyph : glyphs)
    texts.push_back({glyph.v, use.text_of(glyph.v)});
  font.to_unicode = deflate(to_unicode_map(texts, 2), kFontDeflateLevel);
  if (font.truetype) font.cid_to_gid = deflate(cid_to_gid_map(*subset), kFontDeflateLevel);
  return font;
}

Object add_font(ObjectFile& file, PreparedFont font) {
  const auto reference = [](Object o) { return ObjectFile::reference(o); };
  const std::string flate = "/Filter /FlateDecode\n";
  const std::string name = "/" + font.base_font;
  const Object program =
      file.stream(std::move(font.program),
                  flate + (font.truetype ? "/Length1 " + std::to_string(font.program_size) + "\n"
                                         : "/Subtype /CIDFontType0C\n"));
  const Object descriptor =
      file.dictionary("/Type /FontDescriptor\n/FontName " + name + "\n" + font.descriptor +
                      (font.truetype ? "/FontFile2 " : "/FontFile3 ") + reference(program) + "\n");
  std::string cid_font = "/Type /Font\n/Subtype /" +
                         std::string(font.truetype ? "CIDFontType2" : "CIDFontType0") +
                         "\n/BaseFont " + name +
                         "\n/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement "
                         "0>>\n/FontDescriptor " +
                         reference(descriptor) + "\n/DW 1000\n/W " + font.widths + "\n";
  if (font.truetype) {
    cid_font += "/CIDToGIDMap " + reference(file.stream(std::move(font.cid_to_gid), flate)) + "\n";
  }
  const Object descendant = file.dictionary(std::move(cid_font));
  const Object to_unicode = file.stream(std::move(font.to_unicode), flate);
  return file.dictionary("/Type /Font\n/Subtype /Type0\n/BaseFont " + name +
                         "\n/Encoding /Identity-H\n/DescendantFonts [" + reference(descendant) +
                         "]\n/ToUnicode " + reference(to_unicode) + "\n");
}

}  // namespace keben::pdf::writer
