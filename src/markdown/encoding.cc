#include "markdown/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "base/utf8.h"
#include "unicode/cjk.h"

namespace keben::markdown {
namespace {

/// iconv's descriptor; its invalid value is not a null pointer, so CHandle does not fit.
class Converter {
 public:
  explicit Converter(const std::string& from) : descriptor_(iconv_open("UTF-8", from.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (valid()) iconv_close(descriptor_);
  }

  bool valid() const { return descriptor_ != reinterpret_cast<iconv_t>(-1); }

  std::optional<std::string> convert(BytesView bytes) {
    std::string out;
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it only reads
    std::size_t left = bytes.size();
    while (left > 0) {
      std::array<char, 16 * 1024> chunk;
      char* to = chunk.data();
      std::size_t room = chunk.size();
      const std::size_t outcome = iconv(descriptor_, &in, &left, &to, &room);
      out.append(chunk.data(), chunk.size() - room);
      if (outcome == static_cast<std::size_t>(-1) && errno != E2BIG) return std::nullopt;
    }
    return out;
  }

 private:
  iconv_t descriptor_;
};

}  // namespace

std::optional<std::string> to_utf8(BytesView bytes, const std::string& name) {
  Converter converter(name);
  return converter.valid() ? converter.convert(bytes) : std::nullopt;
}

bool is_known_encoding(const std::string& name) {
  return Converter(name).valid();
}

namespace {

/// The characters that no page of modern Chinese does without.
constexpr std::u32string_view kFrequent =
    U"的一是在不了有我他这這中大来來上国國个個到说們们為为你地出道也时時年得就那";

/// How much of a text reads like what.
struct Reading {
  std::size_t wide = 0;      // code points beyond ASCII
  std::size_t hanzi = 0;     // hanzi of the Basic Plane's main block
  std::size_t frequent = 0;  // of them, the most frequent
  std::size_t kana = 0;
  std::size_t hangul = 0;
  std::size_t marks = 0;  // full-width marks
  std::size_t odd = 0;    // private use, controls, unassigned corners
};

constexpr std::size_t kSample = 100'000;

void count(Reading& reading, char32_t c) {
  ++reading.wide;
  if (c >= 0x4E00 && c <= 0x9FFF) {
    ++reading.hanzi;
    reading.frequent += kFrequent.find(c) != std::u32string_view::npos ? 1 : 0;
  } else if (c >= 0x3041 && c <= 0x30FF) {
    ++reading.kana;
  } else if (unicode::is_hangul(c)) {
    ++reading.hangul;
  } else if ((c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E) ||
             (c >= 0x2010 && c <= 0x2030)) {
    ++reading.marks;
  } else if ((c >= 0xE000 && c <= 0xF8FF) || c < 0xA0 || c > 0x20000) {
    ++reading.odd;
  }
}

Reading read(std::string_view text) {
  Reading reading;
  for (std::size_t at = 0; at < text.size() && reading.wide < kSample;) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (d.code_point >= 0x80) count(reading, d.code_point);
    at = d.next;
  }
  return reading;
}

/// In Chinese prose one hanzi in eight is among the frequent ones; in bytes of another encoding
/// read as GB18030, one in a hundred. A text too short to count is believed.
constexpr std::size_t kTooFewToCount = 40;

bool is_chinese(const Reading& r) {
  if (r.wide == 0 || r.odd * 50 > r.wide) return false;
  const bool made_of_hanzi = (r.hanzi + r.marks) * 10 >= r.wide * 9 && r.hanzi > 0;
  return made_of_hanzi && (r.hanzi < kTooFewToCount || r.frequent * 25 >= r.hanzi);
}

bool is_japanese(const Reading& r) {
  return r.kana * 5 >= r.wide && (r.kana + r.hanzi + r.marks) * 10 >= r.wide * 9;
}

bool is_korean(const Reading& r) {
  return r.hangul * 10 >= r.wide * 8;
}

bool is_binary(BytesView bytes) {
  const BytesView sample = bytes.substr(0, kSample);
  const auto controls = std::count_if(sample.begin(), sample.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 9; });
  return static_cast<std::size_t>(controls) * 100 > sample.size();
}

}  // namespace

bool reads_as_chinese(BytesView bytes) {
  const std::optional<std::string> text = to_utf8(bytes, "GB18030");
  const Reading reading = text ? read(*text) : Reading();
  if (!is_chinese(reading)) return false;
  if (reading.hanzi >= kTooFewToCount) return true;
  // A line of kana in Shift_JIS is a line of rare hanzi in GB18030.
  const std::optional<std::string> japanese = to_utf8(bytes, "SHIFT_JIS");
  return !japanese || !is_japanese(read(*japanese));
}

std::string_view guess_encoding(BytesView bytes) {
  struct Candidate {
    std::string_view name;
    bool (*fits)(const Reading&);
  };
  constexpr std::array<Candidate, 5> kCandidates = {{{"BIG5-HKSCS", is_chinese},
                                                     {"SHIFT_JIS", is_japanese},
                                                     {"EUC-JP", is_japanese},
                                                     {"EUC-KR", is_korean},
                                                     {"GB18030", is_chinese}}};
  if (is_binary(bytes)) return "binary";
  for (const Candidate& candidate : kCandidates) {
    const std::optional<std::string> text = to_utf8(bytes, std::string(candidate.name));
    if (text && candidate.fits(read(*text))) return candidate.name;
  }
  return {};
}

}  // namespace keben::markdown
