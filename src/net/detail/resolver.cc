// See resolver.h.
#include "net/detail/resolver.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <span>
#include <thread>

#include "base/c_handle.h"
#include "net/address.h"

namespace keben::net {

struct Resolver::Answer {
  mutable std::mutex guard;
  Addresses addresses;

  Addresses now() const {
    const std::lock_guard lock(guard);
    return addresses;
  }
  void set(Addresses known) {
    const std::lock_guard lock(guard);
    addresses = std::move(known);
  }
};

namespace {

constexpr int kMostAtOnce = 16;  // a thread each

bool is_address(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return ::inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
         ::inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

std::span<const unsigned char> bytes_of(const addrinfo& info) {
  if (info.ai_family == AF_INET) {
    const auto* in = reinterpret_cast<const sockaddr_in*>(info.ai_addr);
    return {reinterpret_cast<const unsigned char*>(&in->sin_addr), 4};
  }
  if (info.ai_family == AF_INET6) {
    const auto* in = reinterpret_cast<const sockaddr_in6*>(info.ai_addr);
    return {reinterpret_cast<const unsigned char*>(&in->sin6_addr), 16};
  }
  return {};
}

Addresses look_up(const std::string& host) {
  addrinfo wanted{};
  wanted.ai_family = AF_UNSPEC;
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* first = nullptr;
  if (::getaddrinfo(host.c_str(), nullptr, &wanted, &first) != 0)
    return {Addresses::State::unknown, {}, false};
  const CHandle<addrinfo, ::freeaddrinfo> owner(first);
  Addresses out{Addresses::State::known, {}, true};
  for (const addrinfo* info = first; info; info = info->ai_next) {
    const std::span<const unsigned char> bytes = bytes_of(*info);
    std::array<char, INET6_ADDRSTRLEN> text{};
    out.all_public = out.all_public && is_public_address(bytes);
    if (!bytes.empty() && ::inet_ntop(info->ai_family, bytes.data(), text.data(), text.size()))
      out.written.emplace_back(text.data());
  }
  if (out.written.empty()) out.state = Addresses::State::unknown;
  return out;
}

}  // namespace

Addresses Resolver::ask(const std::string& host) {
  if (is_address(host)) return {Addresses::State::known, {}, true};
  const auto known = answers_.find(host);
  if (known != answers_.end()) return known->second->now();
  if (busy() >= kMostAtOnce) return {};
  const auto answer = std::make_shared<Answer>();
  answers_.emplace(host, answer);
  std::thread([answer, host] { answer->set(look_up(host)); }).detach();
  return answer->now();
}

std::ptrdiff_t Resolver::busy() const {
  return std::count_if(answers_.begin(), answers_.end(), [](const auto& entry) {
    return entry.second->now().state == Addresses::State::pending;
  });
}

}  // namespace keben::net
