// Who is asked: scheme, host and port of an address, and which origins the user has opened.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace keben::net {

/// An address taken apart by libcurl itself, so that it is judged as it will be used.
struct Origin {
  std::string scheme;  // "http" or "https"
  std::string host;    // lower case; an IPv6 address without brackets
  std::string port;    // always given

  std::string host_and_port() const { return host + ":" + port; }
  bool operator==(const Origin&) const = default;
};

/// Fails with `fetch-redirect` where it is no http(s) address, has no host, or holds a user name.
Result<Origin> origin_of(const std::string& address);

/// Where a `Location` leads, seen from the address that gave it (RFC 9110 §10.2.2). Fails with
/// `fetch-refused` where that is another protocol, with `fetch-redirect` where it is no address.
Result<std::string> redirect_target(const std::string& from, const std::string& location);

/// The origins of `--allow-host HOST[:PORT]`; without a port every port of the host.
class AllowedHosts {
 public:
  explicit AllowedHosts(const std::vector<std::string>& hosts);
  bool allows(const Origin& origin) const;

 private:
  struct Entry {
    std::string host, port;
  };
  std::vector<Entry> entries_;
};

/// Whether a redirect may be followed at all: http → https always, https → http only to an origin
/// that the user has opened. Fails with `fetch-refused`.
Done may_follow(const Origin& from, const Origin& to, const AllowedHosts& allowed);

}  // namespace keben::net
