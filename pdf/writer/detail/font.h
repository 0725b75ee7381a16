// A face as a Type 0 font whose CIDs are the face's own glyph numbers (ISO 32000-1 §9.7), in two
// steps: what costs time is prepared on any thread, objects are made on one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "pdf/writer/detail/font_use.h"
#include "pdf/writer/detail/object_file.h"

namespace keben::pdf::writer {

/// All streams of an embedded font, deflated, and the entries beside them.
struct PreparedFont {
  std::string base_font;  // "ABCDEF+NotoSerifCJKsc-Regular"
  bool truetype = false;
  std::size_t program_size = 0;  // before deflation
  Bytes program, to_unicode, cid_to_gid;
  std::string widths;      // the W array
  std::string descriptor;  // metrics of the FontDescriptor
};

/// What a code of a font stands for; no entry where it is empty.
struct CodeText {
  std::uint16_t code = 0;
  std::string_view text;
};

/// ToUnicode as a CMap of single codes of that many bytes, in blocks of at most 100 (Adobe TN
/// 5411).
std::string to_unicode_map(const std::vector<CodeText>& texts, int bytes);

Result<PreparedFont> prepare_font(const FontUse& use);

/// The Type 0 font dictionary.
Object add_font(ObjectFile& file, PreparedFont font);

}  // namespace keben::pdf::writer
