// From bytes in some encoding to UTF-8, and a guess at which one they are in.
//
// Most files are UTF-8; old Chinese ones are GB18030 (GBK and GB2312 are its subsets), and it is
// taken without being asked only where the outcome reads like Chinese: nearly any bytes decode as
// GB18030 to something. Conversion is the C library's iconv.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace keben::markdown {

/// `bytes` in the encoding `name`, as UTF-8; nothing where iconv does not know the name or a byte
/// does not belong to it.
std::optional<std::string> to_utf8(BytesView bytes, const std::string& name);

/// True where iconv knows the name.
bool is_known_encoding(const std::string& name);

/// Whether bytes that are valid GB18030 say something in Chinese when read so.
bool reads_as_chinese(BytesView bytes);

/// What bytes that are not UTF-8 may be: an iconv name such as "BIG5", "SHIFT_JIS"; empty where
/// nothing fits, "binary" where they are no text.
std::string_view guess_encoding(BytesView bytes);

}  // namespace keben::markdown
