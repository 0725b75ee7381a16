// What a file is, by its signature.
//
// Source: the registered signatures of each format (PNG 3rd ed. §5.2, ITU T.81 B.2.1, GIF89a §17,
// RFC 9649 for WebP, ISO 14496-12 §4.3 for the `ftyp` family), and WHATWG MIME Sniffing
// #identifying-a-resource-with-an-unknown-mime-type for HTML.
// Each format's size is read by its own file in detail/.
// A server that cannot find a picture likes to send a page that says so under the picture's name:
// HTML is therefore told apart from other text.
#include "assets/sniff.h"

#include <algorithm>
#include <array>

#include "assets/detail/ascii.h"
#include "assets/detail/avif.h"
#include "assets/detail/big_endian.h"
#include "assets/detail/bmp.h"
#include "assets/detail/gif.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/png.h"
#include "assets/detail/tiff.h"
#include "assets/detail/webp.h"
#include "base/utf8.h"

namespace keben::assets {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t at;
  std::string_view bytes;
  Sniffed is;
};

constexpr std::optional<MediaType> kNoType = std::nullopt;

constexpr std::array kSignatures = {
    Signature{0, "\x89PNG\r\n\x1a\n"sv, {MediaType::png, "PNG"}},
    Signature{0, "\xFF\xD8\xFF"sv, {MediaType::jpeg, "JPEG"}},
    Signature{0, "GIF87a"sv, {MediaType::gif, "GIF"}},
    Signature{0, "GIF89a"sv, {MediaType::gif, "GIF"}},
    Signature{8, "WEBPVP8"sv, {MediaType::webp, "WebP"}},
    Signature{0, "II*\0"sv, {MediaType::tiff, "TIFF"}},
    Signature{0, "MM\0*"sv, {MediaType::tiff, "TIFF"}},
    Signature{0, "%PDF-"sv, {kNoType, "PDF"}},
    Signature{0, "%!PS"sv, {kNoType, "PostScript"}},
    Signature{0, "8BPS"sv, {kNoType, "Photoshop"}},
    Signature{0, "\0\0\1\0"sv, {kNoType, "ICO"}},
    Signature{0, "\xFF\x0A"sv, {kNoType, "JPEG XL"}},
    Signature{0, "\0\0\0\x0CJXL \r\n\x87\n"sv, {kNoType, "JPEG XL"}},
    Signature{0, "\0\0\0\x0CjP  \r\n\x87\n"sv, {kNoType, "JPEG 2000"}},
    Signature{0, "PK\3\4"sv, {kNoType, "ZIP"}},
    Signature{0, "\x1F\x8B"sv, {kNoType, "gzip"}},
    Signature{0, "\x1A\x45\xDF\xA3"sv, {kNoType, "Matroska"}},
};

bool stands_at(BytesView bytes, std::size_t at, std::string_view what) {
  return bytes.size() >= at + what.size() && bytes.substr(at, what.size()) == what;
}

/// The brands of ISO base media files that cameras and web servers hand out as pictures.
Sniffed kind_of_brand(std::string_view brand) {
  if (brand == "avif" || brand == "avis") return {MediaType::avif, "AVIF"};
  for (const std::string_view heic : {"heic", "heix", "hevc", "hevx", "heim", "heis"}) {
    if (brand == heic) return {kNoType, "HEIC"};
  }
  return {kNoType, "MP4"};
}

/// `ftyp`: a major brand and those that the file is compatible with; `mif1` alone says only that
/// there are pictures.
Sniffed sniff_base_media(BytesView bytes) {
  const BytesView box = bytes.substr(0, std::min<std::size_t>(big_endian_32(bytes, 0), 256));
  for (std::size_t at = 8; at + 4 <= box.size(); at += at == 8 ? 8 : 4) {
    const Sniffed kind = kind_of_brand(box.substr(at, 4));
    if (kind.name != "MP4") return kind;
  }
  return kind_of_brand({});
}

std::string_view without_leading_space(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n\f");
  return text.substr(std::min(first, text.size()));
}

bool begins_with_tag(std::string_view text, std::string_view tag) {
  if (text.size() <= tag.size()) return false;
  const bool same = std::equal(tag.begin(), tag.end(), text.begin(),
                               [](char a, char b) { return a == ascii::lower(b); });
  return same && std::string_view(" \t\r\n\f>/").find(text[tag.size()]) != std::string_view::npos;
}

/// Steps over what may stand before a root element: `<?xml …?>`, comments, a document type.
std::string_view root_element(std::string_view text) {
  for (;;) {
    text = without_leading_space(text);
    std::string_view end;
    if (text.substr(0, 2) == "<?") {
      end = "?>";
    } else if (text.substr(0, 4) == "<!--") {
      end = "-->";
    } else if (begins_with_tag(text, "<!doctype")) {
      // An internal subset may hold ">" of its own; it ends with "]>".
      const std::size_t subset = text.find('[');
      end = subset < text.find('>') ? "]>" : ">";
    } else {
      return text;
    }
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

/// The beginning of a file as a person's editor would show it: no control characters, valid UTF-8
/// but for a character that the cut went through.
bool looks_like_text(std::string_view head) {
  const bool control = std::any_of(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  });
  const std::optional<std::size_t> invalid = utf8::first_invalid(head);
  return !control && (!invalid || *invalid + 4 > head.size());
}

Sniffed sniff_text(BytesView bytes) {
  constexpr std::size_t kProlog = 4096;  // longer prologs are no drawing program's
  const std::string_view head = bytes.substr(0, kProlog);
  const std::string_view first = without_leading_space(head);
  const std::string_view root = root_element(head);
  if (begins_with_tag(root, "<svg") || begins_with_tag(root, "<svg:svg"))
    return {MediaType::svg, "SVG"};
  if (begins_with_tag(first, "<!doctype html")) return {kNoType, "HTML"};
  for (const std::string_view tag : {"<html", "<head", "<body", "<title", "<script", "<style",
                                     "<div", "<p", "<h1", "<table", "<a", "<meta", "<iframe"}) {
    if (begins_with_tag(root, tag)) return {kNoType, "HTML"};
  }
  if (!looks_like_text(head)) return {kNoType, "unknown"};
  return {kNoType, first.substr(0, 5) == "<?xml" ? "XML" : "text"};
}

}  // namespace

Sniffed sniff(BytesView bytes) {
  if (bytes.empty()) return {kNoType, "empty"};
  for (const Signature& signature : kSignatures) {
    if (stands_at(bytes, signature.at, signature.bytes)) {
      if (signature.at == 8 && !stands_at(bytes, 0, "RIFF")) continue;
      return signature.is;
    }
  }
  if (stands_at(bytes, 4, "ftyp")) return sniff_base_media(bytes);
  // "BM" alone begins many a text; its four reserved bytes are zero.
  if (stands_at(bytes, 0, "BM") && stands_at(bytes, 6, "\0\0\0\0"sv))
    return {MediaType::bmp, "BMP"};
  return sniff_text(bytes);
}

std::optional<PixelSize> size_of(MediaType type, BytesView bytes) {
  switch (type) {
    case MediaType::png:
      return png_size(bytes);
    case MediaType::jpeg: {
      const std::optional<JpegHeader> header = jpeg_header(bytes);
      if (!header) return {};
      return turned(header->size, header->orientation);
    }
    case MediaType::gif:
      return gif_size(bytes);
    case MediaType::webp:
      return webp_size(bytes);
    case MediaType::avif:
      return avif_size(bytes);
    case MediaType::bmp:
      return bmp_size(bytes);
    case MediaType::tiff:
      return tiff_size(bytes);
    case MediaType::svg:
      return {};
  }
  return {};
}

}  // namespace keben::assets
