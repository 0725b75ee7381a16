#include "tests/support/misbehaving_server.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace keben::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// What a path answers: bytes with pauses before them, and what happens then.
struct Script {
  struct Step {
    std::string bytes;
    milliseconds pause{0};
  };
  enum class Then { close, reset, hang, repeat_last, next_request };
  std::vector<Step> steps;
  Then then = Then::close;
};

std::string answer(const std::string& status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         headers + "\r\n" + body;
}

Script once(std::string bytes) {
  return {{{std::move(bytes)}}, Script::Then::close};
}

Script redirect(const std::string& to) {
  return once(answer("302 Found", "Location: " + to + "\r\n", "see elsewhere"));
}

/// A gzip stream of zeros that grows to 258 bytes for each 13 bits: one block with fixed codes
/// (RFC 1951 §3.2.6), a literal 0, then "258 bytes, from 1 back" again and again.
std::string gzip_bomb() {
  std::string out("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
  unsigned held = 0;
  int count = 0;
  const auto put = [&](const char* bits) {
    for (; *bits; ++bits) {
      held |= static_cast<unsigned>(*bits - '0') << count;
      if (++count == 8) {
        out.push_back(static_cast<char>(held));
        held = 0;
        count = 0;
      }
    }
  };
  put("1"), put("10"), put("00110000");
  for (int i = 0; i < 40'000; ++i)
    put("11000101"), put("00000");
  return out;
}

/// What a decoder would refuse, but is a picture by its first bytes.
const std::string kPicture = "\x89PNG\r\n\x1a\npicture";

/// Paths whose pictures may be kept, and are not sent again to who has them.
Script keepable_script(const std::string& path, const std::string& head) {
  const bool has_it = head.find("If-None-Match: \"v1\"\r\n") != std::string::npos ||
                      head.find("If-Modified-Since: Sat, 25 Jan 2025") != std::string::npos;
  if (has_it) return once("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n");
  const auto if_asked = [&](const char* part, const char* header) {
    return path.find(part) == path.npos ? "" : header;
  };
  const std::string headers =
      std::string(if_asked("/etag", "ETag: \"v1\"\r\n")) +
      if_asked("/dated", "Last-Modified: Sat, 25 Jan 2025 08:00:00 GMT\r\n") +
      if_asked("/no-store", "Cache-Control: private, no-store\r\n") +
      if_asked("/no-cache", "Cache-Control: no-cache\r\n");
  return once(answer("200 OK", headers, kPicture));
}

/// Paths that answer at once and whole, if wrongly.
Script plain_script(const std::string& path, int times_asked) {
  const std::string keep = "Set-Cookie: a=b; Path=/\r\n";
  if (path.rfind("/ok", 0) == 0)
    return {{{answer("200 OK", keep, "picture")}}, Script::Then::next_request};
  if (path == "/500-then-ok" && times_asked > 1) return once(answer("200 OK", "", "picture"));
  if (path == "/500-then-ok" || path == "/500") return once(answer("500 Oops", "", "no"));
  if (path == "/503-then-ok" && times_asked > 1) return once(answer("200 OK", "", "picture"));
  if (path == "/503-then-ok") return once(answer("503 Busy", "Retry-After: 1\r\n", "no"));
  if (path == "/429") return once(answer("429 Slow Down", "", "no"));
  if (path == "/429-day") return once(answer("429 Slow Down", "Retry-After: 86400\r\n", "no"));
  if (path == "/503-minus") return once(answer("503 Busy", "Retry-After: -1\r\n", "no"));
  if (path == "/404") return once(answer("404 Not Found", "", "<html>404</html>"));
  if (path == "/410") return once(answer("410 Gone", "", ""));
  if (path == "/401") return once(answer("401 No", "WWW-Authenticate: Basic realm=x\r\n", ""));
  if (path == "/html") return once(answer("200 OK", "Content-Type: image/png\r\n", "<html>hello"));
  if (path == "/empty") return once(answer("200 OK", "", ""));
  if (path == "/204") return once("HTTP/1.1 204 No Content\r\n\r\n");
  if (path == "/206")
    return once(answer("206 Partial", "Content-Range: bytes 0-6/9\r\n", "picture"));
  if (path == "/304") return once("HTTP/1.1 304 Not Modified\r\n\r\n");
  if (path == "/loop") return redirect("/loop");
  if (path == "/no-location") return once(answer("302 Found", "", "lost"));
  if (path.rfind("/hops/", 0) == 0) {
    const int left = std::stoi(path.substr(6));
    return redirect(left > 1 ? "/hops/" + std::to_string(left - 1) : "/ok");
  }
  if (path.rfind("/to/", 0) == 0) return redirect(path.substr(4));
  return once(answer("400 Bad Request", "", "no such path"));
}

/// Paths that lie, stop, or never stop.
Script crooked_script(const std::string& path, int times_asked) {
  const std::string head = "HTTP/1.1 200 OK\r\n";
  if (path == "/short") return once(head + "Content-Length: 100\r\n\r\npicture");
  if (path == "/lies-short") return once(head + "Content-Length: 3\r\n\r\npicture");
  if (path == "/announces-100-mb") return once(head + "Content-Length: 104857600\r\n\r\npicture");
  if (path == "/bad-chunk") return once(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\npicture");
  if (path == "/cut-chunk") return once(head + "Transfer-Encoding: chunked\r\n\r\nff\r\npicture");
  if (path == "/bad-gzip") return once(answer("200 OK", "Content-Encoding: gzip\r\n", "picture"));
  if (path == "/http-0.9") return once("picture");
  if (path == "/garbage") return once("\x16\x03\x01 what is this\r\n\r\n");
  if (path == "/nothing") return once("");
  if (path == "/reset") return {{}, Script::Then::reset};
  if (path == "/gzip-bomb") {
    return once(answer("200 OK", "Content-Encoding: gzip\r\n", gzip_bomb()));
  }
  if (path == "/big-header") {
    return {{{head}, {"X-Filler: " + std::string(1000, 'x') + "\r\n"}}, Script::Then::repeat_last};
  }
  if (path == "/endless")
    return {{{head + "\r\n"}, {std::string(16'384, 'x')}}, Script::Then::repeat_last};
  if (path == "/silent") return {{}, Script::Then::hang};
  if (path == "/slow-head")
    return {{{head}, {"X: y\r\n", milliseconds(50)}}, Script::Then::repeat_last};
  if (path.rfind("/stall", 0) == 0)
    return {{{head + "Content-Length: 100\r\n\r\npic"}}, Script::Then::hang};
  if (path == "/drip")
    return {{{head + "\r\n"}, {"x", milliseconds(20)}}, Script::Then::repeat_last};
  if (path.rfind("/pause", 0) == 0)
    return {{{answer("200 OK", "", "picture"), milliseconds(100)}}, Script::Then::next_request};
  return plain_script(path, times_asked);
}

}  // namespace

struct MisbehavingServer::Connection {
  explicit Connection(int number) : socket(number) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { ::close(socket); }

  int socket;
  std::string head;  // of a request, as far as it has come
  Script script;
  bool answering = false;
  bool over = false;
  std::size_t step = 0;     // of the script
  std::size_t written = 0;  // of the step
  Clock::time_point ready;  // when the step may be written

  void begin(Script next) {
    script = std::move(next);
    answering = true;
    step = written = 0;
    if (!script.steps.empty()) ready = Clock::now() + script.steps[0].pause;
    if (script.steps.empty()) finish();
  }

  void finish() {
    switch (script.then) {
      case Script::Then::next_request:
        answering = false;
        head.clear();
        break;
      case Script::Then::repeat_last:
        step = script.steps.size() - 1;
        ready = Clock::now() + script.steps[step].pause;
        break;
      case Script::Then::reset: {
        const linger now{1, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        over = true;
        break;
      }
      case Script::Then::close:
        ::shutdown(socket, SHUT_WR);
        over = true;
        break;
      case Script::Then::hang:
        break;
    }
  }

  bool wants_to_write() const {
    return answering && step < script.steps.size() && Clock::now() >= ready;
  }
};

MisbehavingServer::MisbehavingServer(int port)
    : listener_(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0)), port_(port) {
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  address.sin6_addr = in6addr_any;
  address.sin6_port = htons(static_cast<std::uint16_t>(port));
  const int no = 0;
  const int yes = 1;
  ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  ::setsockopt(listener_, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
  if (listener_ < 0 ||
      ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(listener_, 64) != 0)
    throw std::runtime_error("no socket for every address");
  thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

MisbehavingServer::MisbehavingServer()
    : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (listener_ < 0 || ::bind(listener_, any, size) != 0 || ::listen(listener_, 64) != 0 ||
      ::getsockname(listener_, any, &size) != 0)
    throw std::runtime_error("no loopback socket");
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

MisbehavingServer::~MisbehavingServer() {
  thread_.request_stop();
  thread_.join();
  ::close(listener_);
}

std::string MisbehavingServer::host() const {
  return "127.0.0.1:" + std::to_string(port_);
}

int MisbehavingServer::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_;
}

int MisbehavingServer::most_at_once() const {
  const std::lock_guard lock(mutex_);
  return most_at_once_;
}

std::vector<std::string> MisbehavingServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void MisbehavingServer::serve(const std::stop_token& stop) {
  constexpr int kTick = 5;  // milliseconds
  while (!stop.stop_requested()) {
    std::vector<pollfd> wanted{{listener_, POLLIN, 0}};
    for (const auto& connection : open_) {
      const bool write = connection->wants_to_write();
      wanted.push_back(
          {connection->socket, static_cast<short>(write ? POLLIN | POLLOUT : POLLIN), 0});
    }
    ::poll(wanted.data(), wanted.size(), kTick);
    for (std::size_t i = 1; i < wanted.size(); ++i) {
      if (wanted[i].revents & (POLLIN | POLLHUP | POLLERR)) read_from(*open_[i - 1]);
      if (wanted[i].revents & POLLOUT) write_to(*open_[i - 1]);
    }
    std::erase_if(open_, [](const auto& connection) { return connection->over; });
    if (wanted[0].revents & POLLIN) accept_one();
  }
}

void MisbehavingServer::accept_one() {
  const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (socket < 0) return;
  open_.push_back(std::make_unique<Connection>(socket));
  const std::lock_guard lock(mutex_);
  ++connections_;
  most_at_once_ = std::max(most_at_once_, static_cast<int>(open_.size()));
}

void MisbehavingServer::read_from(Connection& connection) {
  char buffer[4096];
  const ssize_t n = ::recv(connection.socket, buffer, sizeof buffer, 0);
  if (n <= 0) {
    connection.over = true;
    return;
  }
  if (connection.answering) return;
  connection.head.append(buffer, static_cast<std::size_t>(n));
  constexpr char kTlsHandshake = 0x16;
  if (connection.head[0] == kTlsHandshake)  // no key here; servers answer in plain words
    return connection.begin(once(answer("400 Bad Request", "", "plain HTTP only")));
  if (connection.head.find("\r\n\r\n") == std::string::npos) return;
  const std::size_t first = connection.head.find(' ') + 1;
  const std::string path = connection.head.substr(first, connection.head.find(' ', first) - first);
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(connection.head);
  }
  const bool keepable = path.rfind("/keep/", 0) == 0;
  connection.begin(keepable ? keepable_script(path, connection.head)
                            : crooked_script(path, ++asked_[path]));
}

void MisbehavingServer::write_to(Connection& connection) {
  const std::string& bytes = connection.script.steps[connection.step].bytes;
  const ssize_t n = ::send(connection.socket, bytes.data() + connection.written,
                           bytes.size() - connection.written, MSG_NOSIGNAL);
  if (n < 0) {
    connection.over = true;
    return;
  }
  connection.written += static_cast<std::size_t>(n);
  if (connection.written < bytes.size()) return;
  connection.written = 0;
  if (++connection.step == connection.script.steps.size()) {
    connection.finish();
  } else {
    connection.ready = Clock::now() + connection.script.steps[connection.step].pause;
  }
}

}  // namespace keben::test
