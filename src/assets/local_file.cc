// See local_file.h; product.md "What happens with no flags" on the root.
#include "assets/local_file.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "assets/detail/trouble.h"
#include "assets/source_address.h"

namespace keben::assets {
namespace {

namespace fs = std::filesystem;

/// The spellings of a path, each once.
std::vector<std::string> spellings(std::string_view path) {
  std::vector<std::string> out;
  const auto add = [&](std::string text) {
    if (!text.empty() && std::find(out.begin(), out.end(), text) == out.end())
      out.push_back(std::move(text));
  };
  const std::string_view bare = path.substr(0, path.find_first_of("?#"));
  for (const std::string_view text : {path, bare}) {
    add(std::string(text));
    add(percent_decoded(text));
  }
  return out;
}

/// Folders of sites whose pages name pictures from the site's root.
constexpr std::array<std::string_view, 4> kSiteFolders = {"", "public", "static", "source"};

std::string_view without_slashes(std::string_view path) {
  return path.substr(std::min(path.find_first_not_of('/'), path.size()));
}

/// Some editors write the machine's own path; inside the root it does no harm.
bool lies_in(const fs::path& absolute, const fs::path& root) {
  const fs::path relative = absolute.lexically_normal().lexically_relative(root);
  return !relative.empty() && *relative.begin() != "..";
}

Error trouble_with(FileTrouble trouble, std::string_view path, const config::Limits& limits) {
  const std::string name = masked(path);
  const auto error = [](const char* code, Words what, Words hint) {
    return Error{Fault::document, code, std::move(what), std::move(hint), {}};
  };
  switch (trouble) {
    case FileTrouble::missing:
      return error(
          "image-missing", {"找不到图片文件：" + name, "image not found: " + name},
          {"把文件放在文章旁边，或改正路径", "put the file beside the essay, or correct the path"});
    case FileTrouble::outside:
      return error("image-outside-root",
                   {"图片在根目录之外：" + name, "image outside the root: " + name},
                   {"把图片移进来，或用 --root 指定更上一层的文件夹",
                    "move the picture inside, or name a folder further up with --root"});
    case FileTrouble::unreadable:
      return error("image-unreadable",
                   {"图片文件无法读取：" + name, "image cannot be read: " + name},
                   {"检查文件的权限", "look at the file's permissions"});
    case FileTrouble::no_file:
      return error("image-unreadable",
                   {"图片路径不是普通文件：" + name, "image is no regular file: " + name},
                   {"改正路径", "correct the path"});
    case FileTrouble::too_large:
      break;
  }
  return too_heavy(limits);
}

}  // namespace

std::vector<fs::path> candidates(std::string_view path, const fs::path& folder,
                                 const fs::path& root) {
  std::vector<fs::path> out;
  const auto add = [&](const fs::path& absolute) {
    fs::path relative = absolute.lexically_normal().lexically_relative(root);
    if (std::find(out.begin(), out.end(), relative) == out.end())
      out.push_back(std::move(relative));
  };
  for (const std::string& spelling : spellings(path)) {
    if (spelling.front() != '/') {
      add(folder / spelling);
      continue;
    }
    for (const std::string_view site : kSiteFolders)
      add(root / site / without_slashes(spelling));
    if (lies_in(spelling, root)) add(spelling);
  }
  return out;
}

Result<Bytes> read_first(const RootFolder& root, std::string_view path,
                         const std::vector<fs::path>& candidates, const config::Limits& limits) {
  // The most telling failure is the one to report: what is there but cannot be used before what is
  // outside, and that before what is not there.
  const auto weight = [](FileTrouble trouble) {
    return trouble == FileTrouble::missing ? 0 : trouble == FileTrouble::outside ? 1 : 2;
  };
  FileTrouble worst = FileTrouble::missing;
  for (const fs::path& candidate : candidates) {
    tl::expected<Bytes, FileTrouble> bytes = root.read(candidate, limits.image_bytes);
    if (bytes) return std::move(*bytes);
    if (weight(bytes.error()) > weight(worst)) worst = bytes.error();
  }
  return failure(trouble_with(worst, path, limits));
}

fs::path settled(const fs::path& path) {
  std::error_code code;
  const fs::path absolute = fs::absolute(path, code);
  if (code) return path.lexically_normal();
  const fs::path canonical = fs::weakly_canonical(absolute, code);
  return code ? absolute.lexically_normal() : canonical;
}

}  // namespace keben::assets
