// See trouble.h. Codes are product.md's: stable, and what `--strict` and tests look at.
#include "assets/detail/trouble.h"

namespace keben::assets {
namespace {

std::string megabytes(std::size_t bytes) {
  constexpr std::size_t kMega = 1u << 20;
  return bytes < kMega ? std::to_string(bytes / 1024) + " KB"
                       : std::to_string(bytes / kMega) + " MB";
}

Error document_error(std::string code, Words what, Words hint) {
  return {Fault::document, std::move(code), std::move(what), std::move(hint), {}};
}

}  // namespace

Error broken(std::string_view format, std::string_view reason) {
  const std::string name(format);
  const std::string why(reason);
  return document_error(
      "image-broken",
      {name + " 图片已损坏或不完整" + (why.empty() ? "" : "（" + why + "）"),
       "the " + name + " is broken or incomplete" + (why.empty() ? "" : " (" + why + ")")},
      {"重新导出或重新下载这张图片", "export or download the picture anew"});
}

Error unsupported(std::string_view format) {
  const std::string name(format);
  return document_error(
      "image-unsupported", {"不支持 " + name + " 格式的图片", name + " pictures are not supported"},
      {"请转换成 PNG、JPEG、GIF 或 WebP", "convert it to PNG, JPEG, GIF or WebP"});
}

Error not_a_picture(std::string_view sniffed, bool from_server) {
  if (sniffed == "empty") {
    return document_error("image-broken",
                          from_server ? Words{"服务器没有送来任何内容", "the server sent nothing"}
                                      : Words{"图片文件是空的", "the picture file is empty"},
                          {"重新导出或重新下载这张图片", "export or download the picture anew"});
  }
  if (sniffed == "HTML") {
    return document_error(
        "image-broken",
        from_server
            ? Words{"服务器送来的是网页，不是图片", "server sent a web page, not an image"}
            : Words{"文件的内容是网页，不是图片", "the file holds a web page, not an image"},
        {"在浏览器里打开该地址查看；图片可能已失效或需要登录",
         "open the address in a browser: the picture may be gone or need a login"});
  }
  return document_error("image-broken",
                        {"内容不是图片（" + std::string(sniffed) + "）",
                         "not an image (" + std::string(sniffed) + ")"},
                        {"改正路径或地址", "correct the path or address"});
}

Error too_large(PixelSize size, const config::Limits& limits) {
  const std::string is = std::to_string(size.width.v) + "×" + std::to_string(size.height.v);
  const std::string most = std::to_string(limits.image_pixels);
  const std::string side = std::to_string(limits.image_side);
  return document_error("image-too-large",
                        {"图片过大：" + is + " 像素，上限为 " + most + " 像素、每边 " + side,
                         "picture too large: " + is + " px, the limits are " + most +
                             " px in all and " + side + " a side"},
                        {"缩小图片后重试", "scale the picture down"});
}

Error too_heavy(const config::Limits& limits) {
  const std::string most = megabytes(limits.image_bytes);
  return document_error(
      "image-too-large",
      {"图片文件过大，上限为 " + most, "picture file too large, the limit is " + most},
      {"压缩图片后重试", "compress the picture"});
}

bool within(PixelSize size, const config::Limits& limits) {
  return size.width.v > 0 && size.height.v > 0 && size.width.v <= limits.image_side &&
         size.height.v <= limits.image_side &&
         std::size_t{size.width.v} * size.height.v <= limits.image_pixels;
}

}  // namespace keben::assets
