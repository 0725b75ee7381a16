// Any bytes: what they are, how large, and the whole road of a picture.
#include "assets/picture.h"
#include "assets/sniff.h"
#include "tests/fuzz/decoder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace keben;
  const BytesView bytes(reinterpret_cast<const char*>(data), size);
  const assets::Sniffed kind = assets::sniff(bytes);
  fuzz::require(!kind.name.empty());
  if (kind.type) static_cast<void>(assets::size_of(*kind.type, bytes));
  const Result<assets::Asset> asset =
      assets::proven_picture(Bytes(bytes), {}, "a", false, fuzz::small_limits());
  if (!asset) return 0;
  const auto* again = reinterpret_cast<const std::uint8_t*>(BytesView(asset->bytes).data());
  return fuzz::run_decoder(asset->type, again, asset->bytes.size());
}
