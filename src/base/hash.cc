#include "base/hash.h"

#include <nettle/sha1.h>
#include <nettle/sha2.h>

namespace keben {
namespace {

const std::uint8_t* data(BytesView bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

}  // namespace

std::array<std::uint8_t, 20> sha1(BytesView bytes) {
  sha1_ctx context;
  sha1_init(&context);
  sha1_update(&context, bytes.size(), data(bytes));
  std::array<std::uint8_t, 20> out;
  sha1_digest(&context, out.size(), out.data());
  return out;
}

std::array<std::uint8_t, 32> sha256(BytesView bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), data(bytes));
  std::array<std::uint8_t, 32> out;
  sha256_digest(&context, out.size(), out.data());
  return out;
}

std::string sha256_hex(BytesView bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t b : sha256(bytes)) {
    out.push_back(kDigits[b >> 4]);
    out.push_back(kDigits[b & 15]);
  }
  return out;
}

}  // namespace keben
