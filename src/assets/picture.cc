// See picture.h.
#include "assets/picture.h"

#include <utility>

#include "assets/decode.h"
#include "assets/detail/svg.h"
#include "assets/detail/trouble.h"
#include "assets/local_file.h"
#include "assets/resolve.h"
#include "assets/sniff.h"
#include "assets/source_address.h"
#include "base/hash.h"

namespace keben::assets {
namespace {

/// Names of formats that a person knows as pictures, though we cannot show them.
bool is_format(std::string_view sniffed) {
  for (const std::string_view no_format : {"HTML", "text", "XML", "empty", "unknown", "gzip"}) {
    if (sniffed == no_format) return false;
  }
  return true;
}

}  // namespace

Result<Asset> proven_picture(HeldBytes bytes, std::string hash, std::string origin,
                             bool from_server, const config::Limits& limits) {
  const Sniffed kind = sniff(bytes);
  if (!kind.type) {
    return failure(is_format(kind.name) ? unsupported(kind.name)
                                        : not_a_picture(kind.name, from_server));
  }
  Words repairs;
  if (kind.type == MediaType::svg) {
    Result<CleanSvg> clean = clean_svg(bytes, limits);
    if (!clean) return tl::unexpected(clean.error());
    bytes = std::move(clean->text);
    hash = sha256_hex(bytes);
    repairs = std::move(clean->repairs);
  }
  const Result<Proven> proof = prove(*kind.type, bytes, limits);
  if (!proof) return tl::unexpected(proof.error());
  bytes.forget();  // until a book wants them
  return Asset{std::move(bytes), *kind.type,        proof->size,       proof->animated,
               std::move(hash),  std::move(origin), std::move(repairs)};
}

void warn_of_repairs(const Asset& asset, SourceSpan at, Diagnostics& log) {
  const Words& repairs = asset.repairs;
  if (repairs.empty()) return;
  log.warn("image-mended", at,
           {"图片“" + asset.origin + "”有不能照原样进书之处，已改：" + repairs.zh,
            "the picture \"" + asset.origin + "\" could not stay as it was: " + repairs.en},
           {"请在绘图程序中改正后重新导出", "mend it in the drawing program and export it anew"});
}

Result<Asset> read_picture(const std::filesystem::path& file, const config::Limits& limits,
                           Diagnostics& log) {
  const std::filesystem::path whole = settled(file);
  const RootFolder folder(whole.parent_path());
  Result<Bytes> bytes = read_first(folder, file.native(), {whole.filename()}, limits);
  if (!bytes) return tl::unexpected(bytes.error());
  std::string hash = sha256_hex(*bytes);
  Result<Asset> out =
      proven_picture(std::move(*bytes), std::move(hash), masked(file.native()), false, limits);
  if (out) warn_of_repairs(*out, {}, log);
  return out;
}

}  // namespace keben::assets
