#include "epub/check/detail/addresses.h"

#include <algorithm>
#include <optional>

namespace keben::epub {
namespace {

std::string_view scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == address.npos || colon == 0 || colon > address.find_first_of("/?#")) return {};
  const auto in_scheme = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
  };
  const std::string_view scheme = address.substr(0, colon);
  return std::all_of(scheme.begin(), scheme.end(), in_scheme) ? scheme : std::string_view();
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Percent signs undone; nothing where one is followed by no number.
std::optional<std::string> undone(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size() || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0) return std::nullopt;
    out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
    i += 2;
  }
  return out;
}

/// `a/b/` and `../c` are `a/c`; nothing where it climbs out.
std::optional<std::string> joined(std::string_view folder, std::string_view path) {
  std::string out(folder);
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    const bool more = end < path.size();
    path.remove_prefix(more ? end + 1 : end);
    if (part == "..") {
      if (out.empty()) return std::nullopt;
      out.erase(out.size() < 2 ? 0 : out.find_last_of('/', out.size() - 2) + 1);
    } else if (part != ".") {
      out.append(part).append(more ? "/" : "");
    }
  }
  return out;
}

bool has_space(std::string_view text) {
  return text.find_first_of(" \t\n\r\"<>\\^`{|}") != text.npos;
}

/// Whether the port of `//user@host:port/…`, where there is one, is a number up to 65535.
bool has_port(std::string_view rest) {
  std::string_view authority = rest.substr(2, rest.find_first_of("/?#", 2) - 2);
  authority.remove_prefix(authority.rfind('@') + 1);  // npos + 1 is 0
  const std::size_t colon = authority.rfind(':');
  if (colon == authority.npos || authority.find(']', colon) != authority.npos) return true;
  const std::string_view port = authority.substr(colon + 1);
  return port.find_first_not_of("0123456789") == port.npos &&
         (port.size() < 5 || (port.size() == 5 && port <= "65535"));
}

}  // namespace

Address resolve(std::string_view from, std::string_view address) {
  Address out;
  const std::string_view scheme = scheme_of(address);
  out.data = scheme == "data";
  out.remote = !scheme.empty() || address.starts_with("//");
  if (out.remote) {
    const bool web = scheme == "http" || scheme == "https";
    const std::string_view rest = address.substr(std::min(scheme.size() + 1, address.size()));
    const bool host = rest.size() > 2 && rest.starts_with("//") && rest[2] != '/' && rest[2] != ':';
    out.sound = !(web && (!host || has_space(address) || !has_port(rest))) && scheme != "file" &&
                address.find_first_of(" \t\n") == address.npos;
    return out;
  }
  const std::size_t hash = address.find('#');
  std::string_view path = address.substr(0, hash);
  const auto fragment = undone(hash == address.npos ? "" : address.substr(hash + 1));
  out.fragment = fragment.value_or("");
  const auto file = undone(path);
  if (path.empty()) {
    out.file = from;
  } else if (file) {
    const auto whole = joined(from.substr(0, from.rfind('/') + 1), *file);
    out.sound = whole.has_value();
    out.file = whole.value_or("");
  }
  out.sound = out.sound && fragment && file && !has_space(address) && !path.starts_with("/") &&
              path.find('?') == path.npos;
  return out;
}

}  // namespace keben::epub
