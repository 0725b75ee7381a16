// See origin.h.
#include "net/detail/origin.h"

#include <algorithm>

#include "base/c_handle.h"
#include "late/curl.h"
#include "net/detail/trouble.h"

namespace keben::net {
using namespace late;
namespace {

using Url = CHandle<CURLU, curl_url_cleanup>;
using CurlText = CHandle<char, curl_free>;

std::string part_of(CURLU* url, CURLUPart part, unsigned flags = CURLU_DEFAULT_PORT) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
  const CurlText owner(text);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

/// What stands before the first colon, where that can be a scheme (RFC 3986 §3.1).
std::string scheme_of(std::string_view text) {
  const std::string scheme = lower(text.substr(0, std::min(text.find(':'), text.size())));
  const bool fits =
      scheme.size() < text.size() && !scheme.empty() &&
      scheme.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.") == std::string::npos;
  return fits ? scheme : "";
}

std::string without_brackets(std::string host) {
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']')
    return host.substr(1, host.size() - 2);
  return host;
}

}  // namespace

Result<Origin> origin_of(const std::string& address) {
  if (!late::curl.open()) return failure(late::curl.missing());
  const Url url(curl_url());
  const CURLUcode code =
      url ? curl_url_set(url.get(), CURLUPART_URL, address.c_str(), CURLU_NON_SUPPORT_SCHEME)
          : CURLUE_OUT_OF_MEMORY;
  if (code != CURLUE_OK) return failure(bad_address());
  const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return failure(protocol_refused(scheme));
  if (!part_of(url.get(), CURLUPART_USER).empty() ||
      !part_of(url.get(), CURLUPART_PASSWORD).empty())
    return failure(credentials_refused());
  Origin origin{scheme, without_brackets(lower(part_of(url.get(), CURLUPART_HOST))),
                part_of(url.get(), CURLUPART_PORT)};
  if (origin.host.empty()) return failure(bad_address());
  return origin;
}

Result<std::string> redirect_target(const std::string& from, const std::string& location) {
  // libcurl takes `javascript:1` for a path, since no // follows.
  const std::string scheme = scheme_of(location);
  if (!scheme.empty() && scheme != "http" && scheme != "https")
    return failure(protocol_refused(scheme));
  const Url url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, from.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_URL, location.c_str(), CURLU_URLENCODE) != CURLUE_OK)
    return failure(bad_address());
  return part_of(url.get(), CURLUPART_URL, 0);
}

AllowedHosts::AllowedHosts(const std::vector<std::string>& hosts) {
  for (const std::string& written : hosts) {
    const std::size_t bracket = written.rfind(']');
    const std::size_t colon = written.rfind(':');
    // An IPv6 address without brackets has colons of its own and no port.
    const bool bare6 =
        bracket == std::string::npos && std::count(written.begin(), written.end(), ':') > 1;
    const bool has_port =
        colon != std::string::npos && !bare6 && (bracket == std::string::npos || colon > bracket);
    entries_.push_back(
        {without_brackets(lower(written.substr(0, has_port ? colon : written.size()))),
         has_port ? written.substr(colon + 1) : ""});
  }
}

bool AllowedHosts::allows(const Origin& origin) const {
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.host == origin.host && (entry.port.empty() || entry.port == origin.port);
  });
}

Done may_follow(const Origin& from, const Origin& to, const AllowedHosts& allowed) {
  const bool downgrade = from.scheme == "https" && to.scheme == "http";
  if (downgrade && !allowed.allows(to)) return failure(downgrade_refused());
  return {};
}

}  // namespace keben::net
