// A file's bytes become a text that every later room can trust: valid UTF-8 without a BOM, lines
// ended by \n, no character that XML or PDF forbids (decisions.md 2).
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/byte_blocks.h"
#include "base/utf8.h"
#include "markdown/characters.h"
#include "markdown/combining_marks.h"
#include "markdown/encoding.h"
#include "markdown/read.h"

namespace keben::markdown {
namespace {

std::size_t count_lines_before(BytesView bytes, std::size_t at) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < at; ++i)
    line += bytes[i] == '\n' ? 1 : 0;
  return line;
}

// --- Which encoding ----------------------------------------------------------------------------

Error too_large(const std::string& name, std::size_t size, std::size_t limit) {
  const std::string mib = std::to_string(limit >> 20);
  return {
      .fault = Fault::document,
      .code = "file-too-large",
      .what = {name + "：文件有 " + std::to_string(size) + " 字节，超过上限 " + mib + " MiB",
               name + ": " + std::to_string(size) + " bytes, over the limit of " + mib + " MiB"},
      .hint = {"拆成几个文件，或在 keben.yaml 的 limits 中提高上限",
               "split the file, or raise the limit under limits: in keben.yaml"}};
}

Error unknown_encoding(const std::string& encoding) {
  return {.fault = Fault::usage,
          .code = "encoding-unknown",
          .what = {"不认识的编码：" + encoding, "unknown encoding: " + encoding},
          .hint = {"例如 gb18030、big5、shift_jis；`iconv -l` 列出全部",
                   "for example gb18030, big5, shift_jis; `iconv -l` lists them all"}};
}

Error not_in_encoding(const std::string& name, const std::string& encoding) {
  return {
      .fault = Fault::document,
      .code = "encoding-invalid",
      .what = {name + "：不能按 " + encoding + " 解码", name + ": cannot be read as " + encoding},
      .hint = {"换一种编码，或去掉 --from-encoding 由程序判断",
               "try another encoding, or leave --from-encoding out"}};
}

Words hint_for(std::string_view guess) {
  if (guess == "binary") return {"这似乎不是文本文件", "this does not look like a text file"};
  if (guess.empty()) {
    return {"文件可能已损坏；若是其他编码，请用 --from-encoding 指明",
            "the file may be damaged; if it is in another encoding, name it with --from-encoding"};
  }
  const std::string flag = "--from-encoding " + std::string(guess);
  return {"看来像 " + std::string(guess) + "：请加 " + flag,
          "looks like " + std::string(guess) + ": add " + flag};
}

Error not_text(const std::string& name, BytesView bytes, std::size_t at) {
  const std::string line = std::to_string(count_lines_before(bytes, at));
  const std::string byte = std::to_string(at);
  return {
      .fault = Fault::document,
      .code = "encoding-unrecognized",
      .what = {name + "：第 " + line + " 行（第 " + byte + " 字节）不是 UTF-8，也不是中文 GB18030",
               name + ": line " + line + " (byte " + byte +
                   ") is neither UTF-8 nor Chinese in GB18030"},
      .hint = hint_for(guess_encoding(bytes))};
}

/// A byte order mark: what it says, and how long it is.
struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
constexpr std::array<Mark, 3> kMarks = {{
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

Result<std::string> from_named(BytesView bytes, const std::string& encoding,
                               const std::string& name) {
  std::optional<std::string> text = to_utf8(bytes, encoding);
  if (!text) return failure(not_in_encoding(name, encoding));
  return *std::move(text);
}

Result<std::string> from_guessed(BytesView bytes, std::size_t invalid, const std::string& name,
                                 Diagnostics& log) {
  if (!reads_as_chinese(bytes)) return failure(not_text(name, bytes, invalid));
  log.note("encoding-gb18030", {},
           {name + "：不是 UTF-8，已按 GB18030 读取", name + ": not UTF-8, read as GB18030"},
           {"转存为 UTF-8 可免去猜测", "save it as UTF-8 to leave nothing to guess"});
  return from_named(bytes, "GB18030", name);
}

/// What is UTF-8 already is handed on as it is.
Result<std::string> to_unicode(Bytes bytes, const std::string& name, const std::string& asked,
                               Diagnostics& log) {
  if (!asked.empty()) {
    if (!is_known_encoding(asked)) return failure(unknown_encoding(asked));
    return from_named(bytes, asked, name);
  }
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.erase(0, mark.bytes.size());
    if (mark.encoding == "UTF-8") break;
    return from_named(bytes, std::string(mark.encoding), name);
  }
  const std::optional<std::size_t> invalid = utf8::first_invalid(bytes);
  if (!invalid) return bytes;
  return from_guessed(bytes, *invalid, name, log);
}

// --- Which characters --------------------------------------------------------------------------

/// Whether a byte at or behind `at` may belong to a character that is not kept as it is; only the
/// block there is asked, and the two bytes behind it. Controls but for tab and newline; U+200B;
/// U+FEFF and the other ends of planes; all beyond U+FFFF.
bool block_is_suspect(std::string_view text, std::size_t at) {
  const ByteBlock first = block_at(text, at);
  const ByteBlock second = block_at(text, at + 1);
  const ByteBlock third = block_at(text, at + 2);
  const auto control = ((first < 0x20) & (first != '\t') & (first != '\n')) | (first == 0x7F);
  const auto unseen = (first == 0xE2) & (second == 0x80) & (third == 0x8B);
  const auto final_row = (first == 0xEF) & ((second == 0xB7) | (second == 0xBB) | (second == 0xBF));
  return any(control | unseen | final_row | (first >= 0xF0));
}

/// Where the next block begins that is suspect, or too near to the end to ask.
std::size_t next_suspect(std::string_view text, std::size_t at) {
  while (at + kBlock + 2 <= text.size() && !block_is_suspect(text, at))
    at += kBlock;
  return at;
}

bool is_noncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/// One character's fate. Line ends and what nobody sees (zero width space, a BOM inside) are
/// changed in silence; the rest is told.
struct Fate {
  std::string_view becomes;
  bool kept = false;
  bool told = false;
};

constexpr std::string_view kReplacement = "\uFFFD";

Fate fate_of(char32_t c) {
  if (c == '\t' || c == '\n') return {.kept = true};
  if (c == 0 || is_noncharacter(c)) return {.becomes = kReplacement, .told = true};
  if (c < 0x20 || c == 0x7F) return {.told = true};
  if (c == 0xFFFD) return {.kept = true, .told = true};
  if (c == 0x200B || c == 0xFEFF) return {};
  return {.kept = true};
}

/// Copies a text, changing what must be changed, and remembers what its author should know.
class Cleaner {
 public:
  explicit Cleaner(BytesView text) : text_(text) {}

  /// The text without what nobody may keep; nothing where it may stand as it is.
  std::optional<std::string> clean() {
    for (std::size_t at = next_suspect(text_, 0); at < text_.size(); at = next_suspect(text_, at)) {
      while (at < text_.size() && utf8::is_continuation(text_[at]))
        ++at;
      for (const std::size_t end = std::min(at + kBlock, text_.size()); at < end;)
        at = text_[at] == '\r' ? end_line(at) : judge(at);
    }
    if (copied_ == 0) return std::nullopt;
    out_.append(text_.substr(copied_));
    return std::move(out_);
  }

  std::size_t told() const { return told_; }
  /// Where the first of them stands in the text that `clean` leaves.
  std::size_t first_told() const { return first_told_; }

 private:
  void replace(std::size_t at, std::size_t next, std::string_view with) {
    out_.append(text_.substr(copied_, at - copied_));
    out_ += with;
    copied_ = next;
  }

  std::size_t end_line(std::size_t at) {
    const std::size_t next = at + (text_.substr(at).starts_with("\r\n") ? 2 : 1);
    replace(at, next, "\n");
    return next;
  }

  std::size_t judge(std::size_t at) {
    const utf8::Decoded d = utf8::decode(text_, at);
    const Fate fate = fate_of(d.code_point);
    if (fate.told && told_++ == 0) first_told_ = out_.size() + at - copied_;
    if (!fate.kept) replace(at, d.next, fate.becomes);
    return d.next;
  }

  BytesView text_;
  std::string out_;
  std::size_t copied_ = 0;
  std::size_t told_ = 0;
  std::size_t first_told_ = 0;
};

/// The place of a byte.
SourceSpan place_of(std::string_view text, std::size_t at, FileId file) {
  constexpr std::size_t kLastColumn = 65'535;
  const std::size_t line_start = text.substr(0, at).rfind('\n') + 1;  // npos + 1 is 0
  const std::size_t column = utf8::count(text.substr(line_start, at - line_start)) + 1;
  const auto line = static_cast<std::uint32_t>(count_lines_before(text, at));
  const auto shown = static_cast<std::uint16_t>(std::min(column, kLastColumn));
  return {line, line, shown, shown, file};
}

void warn_of_marks(const CutMarks& cut, SourceSpan first, Diagnostics& log) {
  const std::string count = std::to_string(cut.count);
  log.warn("marks-too-many", first,
           {"一个字上的附加符号超过 32 个，多余的 " + count + " 个已删去，这里是首处",
            count + " combining marks beyond 32 on one letter were cut, here the first"});
}

/// By blocks, since hardly any text has one.
bool may_hold_unusable(std::string_view text) {
  std::size_t at = next_suspect(text, 0);
  if (at + kBlock + 2 <= text.size()) return true;
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) continue;
    if (byte == '\n' || byte == '\t' || (byte > 0x7F && byte < 0xEF)) continue;
    const char second = byte == 0xEF && at + 1 < text.size() ? text[at + 1] : '\xBF';
    if (second == '\xB7' || second == '\xBF') return true;
  }
  return false;
}

}  // namespace

void warn_of_characters(std::size_t count, SourceSpan first, Diagnostics& log) {
  const std::string number = std::to_string(count);
  log.warn("characters-unusable", first,
           {number + " 个不可用的字符（控制符已删去，其余记作 U+FFFD），这里是首处",
            number + " unusable characters (controls are dropped, others become U+FFFD), here the "
                     "first"},
           {"检查该处文本是否在转码时受损", "see whether the text was damaged by a conversion"});
}

std::size_t replace_unusable(std::string& text) {
  if (!may_hold_unusable(text)) return 0;
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    const Fate fate = fate_of(d.code_point);
    const bool replaced = fate.told && !fate.kept;
    count += replaced ? 1 : 0;
    out.append(replaced ? fate.becomes : std::string_view(text).substr(at, d.next - at));
    at = d.next;
  }
  if (count > 0) text = std::move(out);
  return count;
}

Result<std::string> decode_text(Bytes bytes, const std::string& name, FileId file,
                                const config::ReadOptions& options, Diagnostics& log) {
  if (bytes.size() > options.limits.file_bytes)
    return failure(too_large(name, bytes.size(), options.limits.file_bytes));
  Result<std::string> text = to_unicode(std::move(bytes), name, options.encoding, log);
  if (!text) return text;
  Cleaner cleaner(*text);
  std::optional<std::string> clean = cleaner.clean();
  if (clean) text = *std::move(clean);
  if (cleaner.told() > 0)
    warn_of_characters(cleaner.told(), place_of(*text, cleaner.first_told(), file), log);
  if (const CutMarks cut = cut_marks(*text); cut.count > 0)
    warn_of_marks(cut, place_of(*text, cut.first_byte, file), log);
  return text;
}

}  // namespace keben::markdown
