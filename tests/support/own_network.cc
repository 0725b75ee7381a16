#include "tests/support/own_network.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace keben::test {
namespace {

bool write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path);
  out << text << std::flush;
  return out.good();
}

/// Covers a file of the machine with one of ours, in this process's view alone.
bool cover(const char* path, const std::string& text) {
  std::string name = "/tmp/keben-netns-XXXXXX";
  const int number = ::mkstemp(name.data());
  if (number < 0) return false;
  ::close(number);
  const bool good =
      write_file(name, text) && ::mount(name.c_str(), path, nullptr, MS_BIND, nullptr) == 0;
  ::unlink(name.c_str());
  return good;
}

bool enter() {
  const uid_t user = ::getuid();
  const gid_t group = ::getgid();
  const int all = CLONE_NEWNET | CLONE_NEWNS;
  if (user == 0) {
    if (::unshare(all) != 0) return false;
  } else {
    if (::unshare(CLONE_NEWUSER | all) != 0) return false;
    write_file("/proc/self/setgroups", "deny");
    if (!write_file("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") ||
        !write_file("/proc/self/gid_map", "0 " + std::to_string(group) + " 1"))
      return false;
  }
  return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A name in a query: labels with their lengths (RFC 1035 §3.1), from byte 12 on.
std::string name_in(const std::string& query) {
  std::string name;
  for (std::size_t at = 12; at < query.size() && query[at] != 0;) {
    const auto length = static_cast<unsigned char>(query[at]);
    if (!name.empty()) name += '.';
    name += query.substr(at + 1, length);
    at += 1u + length;
  }
  return name;
}

std::string big_endian(unsigned n) {
  return {static_cast<char>(n >> 8), static_cast<char>(n & 255)};
}

}  // namespace

bool enter_own_network() {
  if (!enter()) {
    std::fprintf(stderr, "no namespaces: %s\n", std::strerror(errno));
    return false;
  }
  // `local`: the kernel takes every packet for itself, whatever its address.
  const bool up = std::system("ip link set lo up && ip route add local 0.0.0.0/0 dev lo") == 0;
  if (!up || std::system("ip -6 route add local ::/0 dev lo") != 0) {
    std::fprintf(stderr, "no routes: iproute2 is needed, and IPv6\n");
    return false;
  }
  if (!cover("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:2\n") ||
      !cover("/etc/hosts", "127.0.0.1 localhost\n") ||
      !cover("/etc/nsswitch.conf", "hosts: files dns\n")) {
    std::fprintf(stderr, "the resolver's files cannot be covered: %s\n", std::strerror(errno));
    return false;
  }
  return true;
}

NameServer::NameServer(std::map<std::string, Answers> names)
    : names_(std::move(names)), socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(53);
  if (socket_ < 0 || ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("no name server");
  thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

NameServer::~NameServer() {
  thread_.request_stop();
  thread_.join();
  ::close(socket_);
}

int NameServer::asked(const std::string& name) const {
  const std::lock_guard lock(guard_);
  const auto found = asked_.find(name);
  return found == asked_.end() ? 0 : found->second;
}

void NameServer::serve(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    pollfd wanted{socket_, POLLIN, 0};
    if (::poll(&wanted, 1, 20) <= 0) continue;
    std::array<char, 512> buffer{};
    sockaddr_in from{};
    socklen_t size = sizeof from;
    auto* any = reinterpret_cast<sockaddr*>(&from);
    const ssize_t n = ::recvfrom(socket_, buffer.data(), buffer.size(), 0, any, &size);
    if (n < 17) continue;
    const std::string out = answer({buffer.data(), static_cast<std::size_t>(n)});
    ::sendto(socket_, out.data(), out.size(), 0, any, size);
  }
}

/// RFC 1035 §4.1: the query's id and question again, then the addresses of the family asked for.
std::string NameServer::answer(const std::string& query) {
  const std::string name = name_in(query);
  const std::size_t end = 12 + name.size() + 2 + 4;
  const bool six = query.size() > end - 3 && query[end - 3] == 28;  // AAAA
  std::string records;
  unsigned count = 0;
  const auto known = names_.find(name);
  const std::lock_guard lock(guard_);
  const int turn = asked_[name + (six ? "/6" : "/4")]++;
  ++asked_[name];
  if (known != names_.end()) {
    const auto& answers = known->second;
    for (const std::string& text :
         answers[std::min<std::size_t>(static_cast<std::size_t>(turn), answers.size() - 1)]) {
      std::array<char, 16> bytes{};
      if (::inet_pton(six ? AF_INET6 : AF_INET, text.c_str(), bytes.data()) != 1) continue;
      const std::size_t length = six ? 16 : 4;
      records += "\xC0\x0C" + big_endian(six ? 28 : 1) + big_endian(1) + std::string(4, '\0') +
                 big_endian(static_cast<unsigned>(length)) + std::string(bytes.data(), length);
      ++count;
    }
  }
  const char* flags = known != names_.end() ? "\x81\x80" : "\x81\x83";  // else: no such name
  return query.substr(0, 2) + flags + big_endian(1) + big_endian(count) + big_endian(0) +
         big_endian(0) + query.substr(12, end - 12) + records;
}

}  // namespace keben::test
