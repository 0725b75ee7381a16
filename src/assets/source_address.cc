// See source_address.h. RFC 3986 §3 for the parts of an address, RFC 2397 for data:.
#include "assets/source_address.h"

#include <algorithm>

#include "assets/detail/ascii.h"

namespace keben::assets {
namespace {

Error refused(Words what, Words hint) {
  return {Fault::document, "image-refused", std::move(what), std::move(hint), {}};
}

Error outside(Words what) {
  return {Fault::document,
          "image-outside-root",
          std::move(what),
          {"把图片放进文章的文件夹，用 / 分隔的相对路径引用；要读别处的文件，用 --root 指定根目录",
           "put the picture beside the essay and name it by a relative path with /; --root names "
           "another root"},
          {}};
}

Error no_address() {
  return {Fault::document,
          "image-missing",
          {"图片没有地址", "the image has no address"},
          {"在括号里写上图片的路径", "write its path between the brackets"},
          {}};
}

/// The source as a browser sees it: no controls or spaces around, no tab or line end within.
std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && blank(text.back()))
    text.remove_suffix(1);
  return text;
}

/// The scheme in lower case, controls dropped; empty where there is none (RFC 3986 §3.1).
std::string scheme_of(std::string_view text) {
  std::string scheme;
  for (const char c : text) {
    if (c == ':') return scheme;
    if (static_cast<unsigned char>(c) < 0x20) continue;
    const bool fits = ascii::is_letter(c) ||
                      (!scheme.empty() && (ascii::is_digit(c) || c == '+' || c == '-' || c == '.'));
    if (!fits) return {};
    scheme.push_back(ascii::lower(c));
  }
  return {};
}

/// What stands in an address as it is: RFC 3986's reserved and unreserved characters, and %.
bool may_stand(char c) {
  constexpr std::string_view kMarks = "-._~:/?#[]@!$&'()*+,;=%";
  return ascii::is_letter(c) || ascii::is_digit(c) || kMarks.find(c) != std::string_view::npos;
}

void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    if (may_stand(c)) {
      out.push_back(c);
    } else if (c != '\t' && c != '\n' && c != '\r') {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
}

/// @param rest  past the scheme's colon
Result<Source> web_source(const std::string& scheme, std::string_view rest,
                          const config::Limits& limits) {
  const Words correct{"改正图片的地址", "correct the address"};
  if (rest.substr(0, 2) != "//")
    return failure(refused({"图片地址没有主机名", "the image's address names no host"}, correct));
  rest.remove_prefix(2);
  rest = rest.substr(0, rest.find('#'));
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?\\"));
  if (authority.find('@') != std::string_view::npos) {
    return failure(refused({"图片地址中含有用户名或密码，不予下载",
                            "the image's address holds a user name or password and is not fetched"},
                           {"去掉地址中的用户名和密码", "take user name and password out of it"}));
  }
  if (authority.empty() || authority.front() == ':')
    return failure(refused({"图片地址没有主机名", "the image's address names no host"}, correct));
  std::string address = scheme + "://";
  for (const char c : authority)
    address.push_back(ascii::lower(c));
  rest.remove_prefix(authority.size());
  if (rest.starts_with('\\')) {  // ends the host as a slash does (WHATWG URL §4.4)
    address.push_back('/');
    rest.remove_prefix(1);
  }
  append_encoded(address, rest);
  if (address.size() > limits.address_bytes)
    return failure(refused({"图片地址过长", "the image's address is too long"}, correct));
  return WebSource{std::move(address)};
}

/// @param rest  past `data:`
Result<Source> data_source(std::string_view rest) {
  const std::size_t comma = rest.find(',');
  std::string type;
  for (const char c : rest.substr(0, std::min(comma, rest.size())))
    type.push_back(ascii::lower(c));
  if (comma == std::string_view::npos || type.substr(0, 6) != "image/") {
    return failure(refused({"data: 地址里不是图片", "the data: address holds no image"},
                           {"data: 地址须以 data:image/ 开头", "it must begin with data:image/"}));
  }
  constexpr std::string_view kBase64 = ";base64";
  const bool base64 = type.size() >= kBase64.size() &&
                      type.compare(type.size() - kBase64.size(), kBase64.size(), kBase64) == 0;
  return DataSource{rest.substr(comma + 1), base64};
}

Result<Source> file_source(std::string_view path) {
  if (path.find('\\') != std::string_view::npos)
    return failure(
        outside({"图片路径含有反斜杠，不予读取", "the path has backslashes and is not read"}));
  return FileSource{path};
}

}  // namespace

Result<Source> classify(std::string_view source, const config::Limits& limits) {
  const std::string_view text = trimmed(source);
  if (text.empty()) return failure(no_address());
  const std::string scheme = scheme_of(text);
  if (scheme.empty()) {
    if (text.substr(0, 2) == "//") return web_source("https", text, limits);  // as the page's own
    return file_source(text);
  }
  const std::string_view rest = text.substr(text.find(':') + 1);
  if (scheme == "http" || scheme == "https") return web_source(scheme, rest, limits);
  if (scheme == "data") return data_source(rest);
  if (scheme == "file")
    return failure(outside({"不读取 file: 地址", "file: addresses are not read"}));
  if (scheme.size() == 1) {
    return failure(
        outside({"不读取以盘符开头的绝对路径", "paths with a drive letter are not read"}));
  }
  return failure(
      refused({"不支持 " + scheme + ": 地址的图片", "no image is read from " + scheme + ":"},
              {"改用 http(s) 地址或本地文件", "use an http(s) address or a local file"}));
}

std::string masked(std::string_view source) {
  constexpr std::size_t kMost = 200;  // a data: URI may be megabytes
  std::string out(source);
  const std::size_t slashes = out.find("//");
  const bool authority = slashes == 0 || (slashes != std::string::npos && out[slashes - 1] == ':');
  if (authority) {
    const std::size_t end = std::min(out.find_first_of("/?#", slashes + 2), out.size());
    const std::size_t at = out.rfind('@', end);
    if (at != std::string::npos && at > slashes) out.replace(slashes + 2, at - slashes - 2, "***");
  }
  if (out.size() > kMost) {
    std::size_t cut = kMost;
    while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80)
      --cut;
    out.resize(cut);
    out += "…";
  }
  return out;
}

}  // namespace keben::assets
