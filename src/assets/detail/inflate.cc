#include "assets/detail/inflate.h"

#include <libdeflate.h>

#include <new>

#include "base/c_handle.h"

namespace keben::assets {

std::optional<std::size_t> inflate_zlib(BytesView deflated, char* out, std::size_t room) {
  const CHandle<libdeflate_decompressor, libdeflate_free_decompressor> inflater(
      libdeflate_alloc_decompressor());
  if (!inflater) throw std::bad_alloc();
  std::size_t size = 0;
  const libdeflate_result result = libdeflate_zlib_decompress(inflater.get(), deflated.data(),
                                                              deflated.size(), out, room, &size);
  if (result != LIBDEFLATE_SUCCESS) return {};
  return size;
}

}  // namespace keben::assets
