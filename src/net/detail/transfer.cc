// See transfer.h. Options are set against what libcurl would do on its own: follow the
// environment's proxy, keep cookies, speak ftp, wait five minutes.
#include "net/detail/transfer.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <new>

#include "net/address.h"
#include "net/detail/trouble.h"

namespace keben::net {
using namespace late;
namespace {

constexpr const char* kUserAgent = "keben/0.1";
// Servers that choose a format by what the client takes should not choose AVIF.
constexpr const char* kAccept =
    "Accept: image/png,image/jpeg,image/gif,image/svg+xml,image/webp;q=0.9,*/*;q=0.5";
constexpr std::size_t kHeaderBytes = 64u << 10;
constexpr std::size_t kSlowest = 1024;  // bytes a second
constexpr Seconds kPause{0.2};          // before a second try
constexpr double kLongestWait = 10;     // seconds of Retry-After that we put up with

/// The address in network order, or nothing where it is of no family that we know.
std::span<const unsigned char> bytes_of(const curl_sockaddr& address) {
  if (address.family == AF_INET) {
    const auto* in = reinterpret_cast<const sockaddr_in*>(&address.addr);
    return {reinterpret_cast<const unsigned char*>(&in->sin_addr), 4};
  }
  if (address.family == AF_INET6) {
    const auto* in = reinterpret_cast<const sockaddr_in6*>(&address.addr);
    return {reinterpret_cast<const unsigned char*>(&in->sin6_addr), 16};
  }
  return {};
}

using List = CHandle<curl_slist, curl_slist_free_all>;

void append(List& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (!longer) throw std::bad_alloc();
  static_cast<void>(list.release());
  list.reset(longer);
}

/// Whole seconds, as a server that means it writes them; a date or a sign is no answer for us.
std::optional<double> seconds_of(std::string_view text) {
  constexpr std::size_t kDigits = 6;
  if (text.empty() || text.size() > kDigits) return {};
  double seconds = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    seconds = seconds * 10 + (c - '0');
  }
  return seconds;
}

}  // namespace

// No exception may pass through libcurl's frames: all of these are noexcept.
struct Transfer::Callbacks {
  static std::size_t header(char* data, std::size_t size, std::size_t count, void* self) noexcept {
    return static_cast<Transfer*>(self)->take_header({data, size * count}) ? size * count : 0;
  }
  static std::size_t body(char* data, std::size_t size, std::size_t count, void* self) noexcept {
    return static_cast<Transfer*>(self)->take_body({data, size * count}) ? size * count : 0;
  }
  static curl_socket_t socket(void* self, curlsocktype, curl_sockaddr* address) noexcept {
    if (!static_cast<Transfer*>(self)->may_contact(*address)) return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }
};

Transfer::Transfer(CURLM* multi, const Question& question, const config::FetchOptions& options,
                   std::size_t& bytes_left)
    : multi_(multi),
      easy_(curl_easy_init()),
      origin_(question.origin),
      origin_is_open_(question.origin_is_open),
      options_(options),
      bytes_left_(bytes_left) {
  if (!easy_) throw std::bad_alloc();
  set_headers(question.kept);
  configure(question.address);
  set_referer();
  set_addresses(question.addresses);
  curl_multi_add_handle(multi_, easy_.get());
}

Transfer::~Transfer() {
  curl_multi_remove_handle(multi_, easy_.get());
}

/// What we take; and, where we have the picture, which one (RFC 9110 §13.1).
void Transfer::set_headers(const Validity* kept) {
  append(headers_, kAccept);
  if (kept && !kept->etag.empty()) append(headers_, "If-None-Match: " + kept->etag);
  if (kept && !kept->last_modified.empty())
    append(headers_, "If-Modified-Since: " + kept->last_modified);
  is_conditional_ = kept && (!kept->etag.empty() || !kept->last_modified.empty());
}

/// An https page's address is not told over plain http (W3C Referrer Policy, no-referrer-when-
/// downgrade).
void Transfer::set_referer() {
  const bool downgrade = options_.referer.starts_with("https:") && origin_.scheme == "http";
  if (!options_.referer.empty() && !downgrade)
    curl_easy_setopt(easy_.get(), CURLOPT_REFERER, options_.referer.c_str());
}

/// libcurl is to look nothing up: `HOST:PORT:ADDRESS,ADDRESS`.
void Transfer::set_addresses(const std::vector<std::string>& addresses) {
  if (addresses.empty()) return;
  std::string line = origin_.host_and_port();
  for (const std::string& address : addresses) {
    const bool six = address.find(':') != std::string::npos;
    line += &address == &addresses.front() ? ':' : ',';
    line += six ? "[" + address + "]" : address;
  }
  append(resolved_, line);
  curl_easy_setopt(easy_.get(), CURLOPT_RESOLVE, resolved_.get());
}

void Transfer::configure(const std::string& address) {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_URL, address.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");  // a proxy would connect where we would not
  curl_easy_setopt(easy, CURLOPT_NETRC, CURL_NETRC_IGNORED);
  curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, kUserAgent);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_.get());
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail_);
  // An answer that announces too much is not begun; one that does not is counted as it comes.
  curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE,
                   static_cast<curl_off_t>(options_.limits.image_bytes));
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &Callbacks::socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Callbacks::header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Callbacks::body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
}

bool Transfer::may_contact(const curl_sockaddr& address) noexcept {
  // Once a name has given one closed address, none of its others is trusted.
  if (stop_ == Stop::private_address) return false;
  if (origin_is_open_ || is_public_address(bytes_of(address))) return true;
  stop_ = Stop::private_address;
  return false;
}

bool Transfer::take_header(BytesView line) noexcept {
  header_bytes_ += line.size();
  if (header_bytes_ > kHeaderBytes) {
    stop_ = Stop::headers;
    return false;
  }
  if (line == "\r\n" || line == "\n") {
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status >= 200) status_ = status;  // a 1xx only announces another head
  }
  return true;
}

bool Transfer::take_body(BytesView bytes) noexcept {
  if (status_ != 200) return false;  // what an error page says is of no use
  if (bytes.size() > options_.limits.image_bytes - body_.size()) {
    stop_ = Stop::body;
    return false;
  }
  if (bytes.size() > bytes_left_) {
    stop_ = Stop::budget;
    return false;
  }
  try {
    body_.append(bytes);
  } catch (const std::bad_alloc&) {
    stop_ = Stop::memory;
    return false;
  }
  bytes_left_ -= bytes.size();
  received_ += bytes.size();
  return true;
}

Seconds Transfer::time_of(CURLINFO info) const {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(easy_.get(), info, &microseconds);
  return std::chrono::microseconds(microseconds);
}

std::optional<Error> Transfer::overdue(Clock::time_point now) {
  // A refused address ends it at once, though another of the same name may have been reached.
  if (stop_ == Stop::private_address) return private_address(origin_.host_and_port());
  const Seconds elapsed = now - started_;
  const Seconds connected = time_of(CURLINFO_PRETRANSFER_TIME_T);
  if (connected.count() <= 0) {
    if (elapsed.count() <= options_.connect_seconds) return {};
    return no_connection_in_time(options_.connect_seconds);
  }
  if (status_ == 0) {
    if ((elapsed - connected).count() <= options_.first_byte_seconds) return {};
    return no_answer_in_time(options_.first_byte_seconds);
  }
  const auto enough = static_cast<std::size_t>(options_.stall_seconds * kSlowest);
  if (!window_.since || received_ - window_.received >= enough) window_ = {now, received_};
  if (Seconds(now - *window_.since).count() <= options_.stall_seconds) return {};
  return stalled(options_.stall_seconds);
}

std::optional<std::string> Transfer::header(const char* name) const {
  curl_header* found = nullptr;
  if (curl_easy_header(easy_.get(), name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return {};
  return found->value;
}

Verdict Transfer::verdict_on_overload() const {
  const std::optional<std::string> after = header("Retry-After");
  if (!after) {
    if (status_ == 503) return Again{bad_status(status_), kPause};
    return bad_status(status_);
  }
  const std::optional<double> seconds = seconds_of(*after);
  if (!seconds || *seconds > kLongestWait) return bad_status(status_);
  return Again{bad_status(status_), Seconds(*seconds)};
}

Verdict Transfer::verdict_on_status() const {
  switch (status_) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308: {
      std::optional<std::string> to = header("Location");
      if (!to || to->empty()) return redirect_without_target();
      return Redirected{std::move(*to)};
    }
    case 304:
      if (is_conditional_) return Unchanged{};
      return bad_status(status_);
    case 429:
    case 503:
      return verdict_on_overload();
    default:
      if (status_ >= 500) return Again{bad_status(status_), kPause};
      return bad_status(status_);
  }
}

Validity Transfer::validity() const {
  Validity out;
  out.etag = header("ETag").value_or("");
  out.last_modified = header("Last-Modified").value_or("");
  const std::string control = header("Cache-Control").value_or("");
  out.may_be_kept = control.find("no-store") == std::string::npos;
  out.ask_again = control.find("no-cache") != std::string::npos;
  out.from_open_origin = origin_is_open_;
  return out;
}

Verdict Transfer::verdict(CURLcode code) {
  switch (stop_) {
    case Stop::private_address:
      return private_address(origin_.host_and_port());
    case Stop::headers:
      return headers_too_large();
    case Stop::body:
      return body_too_large(options_.limits);
    case Stop::budget:
      return job_bytes_over();
    case Stop::memory:
      return curl_trouble(CURLE_OUT_OF_MEMORY, {});
    case Stop::none:
      break;
  }
  if (status_ != 0 && status_ != 200) return verdict_on_status();
  if (code == CURLE_FILESIZE_EXCEEDED) return body_too_large(options_.limits);
  if (code == CURLE_COULDNT_CONNECT) return Again{curl_trouble(code, {}), kPause};
  if (code != CURLE_OK) return curl_trouble(code, detail_);
  if (body_.empty()) return empty_answer();
  return Whole{std::move(body_), validity()};
}

}  // namespace keben::net
