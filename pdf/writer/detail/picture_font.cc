#include "pdf/writer/detail/picture_font.h"

#include <algorithm>

#include "pdf/writer/detail/font.h"
#include "pdf/writer/detail/syntax.h"

namespace keben::pdf::writer {
namespace {

constexpr int kMapDeflateLevel = 6;
constexpr Mil kEmBoxMiddle{380};  // over the baseline: the ideographic box is -.12 to .88

/// A picture as wide as an em, in the middle of the em box (§9.6.5, d0: it brings its own colours).
std::string glyph_program(PixelSize size, const std::string& picture) {
  const std::int64_t height =
      1000 * std::int64_t{size.height.v} / std::max<std::int64_t>(1, size.width.v);
  std::string out = "1000 0 d0\nq 1000 0 0 ";
  put(out, height);
  out += " 0 ";
  put(out, kEmBoxMiddle.v - height / 2);
  return out + " cm /" + picture + " Do Q\n";
}

Object add_part(ObjectFile& file, PreparedPictureFonts& fonts, std::size_t first,
                std::size_t count) {
  std::string programs, names, pictures, widths;
  std::vector<CodeText> texts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = "g" + std::to_string(i + 1);
    PreparedPicture& picture = fonts.pictures[first + i];
    const bool blank = picture.size.width.v == 0;
    const std::string program = blank ? "1000 0 d0\n" : glyph_program(picture.size, name);
    if (!blank)
      pictures += "/" + name + " " + ObjectFile::reference(add_picture(file, std::move(picture)));
    programs += "/" + name + " " + ObjectFile::reference(file.stream(Bytes(program), {}));
    names += "/" + name;
    widths += "1000 ";
    texts.push_back({static_cast<std::uint16_t>(i + 1), fonts.texts[first + i]});
  }
  const Object to_unicode =
      file.deflated(to_unicode_map(texts, 1), std::string{}, kMapDeflateLevel);
  return file.dictionary(
      "/Type /Font\n/Subtype /Type3\n/Name /" + fonts.name +
      "\n/FontBBox [0 -120 1000 880]\n/FontMatrix [0.001 0 0 0.001 0 0]\n/CharProcs <<" + programs +
      ">>\n/Encoding <</Type /Encoding /Differences [1 " + names + "]>>\n/FirstChar 1\n/LastChar " +
      std::to_string(count) + "\n/Widths [" + widths + "]\n/Resources <</XObject <<" + pictures +
      ">>>>\n/ToUnicode " + ObjectFile::reference(to_unicode) + "\n");
}

}  // namespace

Result<PreparedPictureFonts> prepare_picture_fonts(const FontUse& use,
                                                   const config::Limits& limits) {
  PreparedPictureFonts out{.name = use.face().postscript_name()};
  for (const fonts::GlyphId glyph : use.in_order_of_use()) {
    out.texts.emplace_back(use.text_of(glyph.v));
    out.pictures.emplace_back();
    const Bytes png = use.face().picture(glyph);
    if (png.empty()) continue;  // a space
    Result<PreparedPicture> picture = prepare_picture(assets::MediaType::png, png, limits);
    if (!picture) return tl::unexpected(picture.error());
    out.pictures.back() = std::move(*picture);
  }
  return out;
}

std::vector<Object> add_picture_fonts(ObjectFile& file, PreparedPictureFonts fonts) {
  std::vector<Object> out;
  for (std::size_t first = 0; first < fonts.pictures.size(); first += kMostPictures) {
    const std::size_t count = std::min(kMostPictures, fonts.pictures.size() - first);
    out.push_back(add_part(file, fonts, first, count));
  }
  return out;
}

}  // namespace keben::pdf::writer
