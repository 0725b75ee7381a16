// Type whose licence forbids that it be taken out of the book as it is: its first bytes are changed
// by a key that the book's identifier makes (EPUB 3.3 §4.4, "Font obfuscation"). It keeps nobody
// out, and is off unless asked for.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace keben::epub {

/// The name in the container of what tells reading systems.
inline constexpr const char* kEncryptionName = "META-INF/encryption.xml";

/// The font with its first 1,040 bytes combined with the SHA-1 of `identifier`, the package's
/// unique one. Done twice, it is the font again.
Bytes obfuscated(Bytes font, std::string_view identifier);

/// @param files  names from the container's root
Bytes encryption_xml(std::span<const std::string> files);

}  // namespace keben::epub
