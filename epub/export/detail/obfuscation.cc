#include "epub/export/detail/obfuscation.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/hash.h"

namespace keben::epub {

Bytes obfuscated(Bytes font, std::string_view identifier) {
  constexpr std::size_t kChanged = 1040;
  std::string bare(identifier);
  std::erase_if(bare, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  const std::array<std::uint8_t, 20> key = sha1(bare);
  for (std::size_t i = 0; i < std::min(kChanged, font.size()); ++i)
    font[i] = static_cast<char>(static_cast<std::uint8_t>(font[i]) ^ key[i % key.size()]);
  return font;
}

Bytes encryption_xml(std::span<const std::string> files) {
  Bytes out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\""
      " xmlns:enc=\"http://www.w3.org/2001/04/xmlenc#\">\n";
  for (const std::string& file : files) {
    out +=
        "<enc:EncryptedData><enc:EncryptionMethod"
        " Algorithm=\"http://www.idpf.org/2008/embedding\"/><enc:CipherData>"
        "<enc:CipherReference URI=\"" +
        file + "\"/></enc:CipherData></enc:EncryptedData>\n";
  }
  return out + "</encryption>\n";
}

}  // namespace keben::epub
