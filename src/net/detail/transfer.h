// One request and its answer, no redirect followed: what libcurl is told, what its callbacks count,
// and what came of it.
//
// Redirects are followed by batch.h, one transfer each, so that every hop is judged by the same
// rules as the first address.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/c_handle.h"
#include "base/result.h"
#include "config/options.h"
#include "late/curl.h"
#include "net/cache.h"
#include "net/detail/origin.h"

namespace keben::net {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

struct Whole {
  Bytes bytes;
  Validity validity = {};
};
/// The server's 304 to a question that named what we have.
struct Unchanged {};
struct Redirected {
  std::string to;  // the Location as the server wrote it
};
/// A failure that may pass: one more try is fair, after a while.
struct Again {
  Error why;
  Seconds after;
};
using Verdict = std::variant<Whole, Unchanged, Redirected, Again, Error>;

/// One question: to whom, and what we have of it already.
struct Question {
  const std::string& address;
  const Origin& origin;
  bool origin_is_open;                        // named by --allow-host: its addresses are not judged
  const std::vector<std::string>& addresses;  // of its name, all judged; empty: it is an address
  const Validity* kept = nullptr;             // asks for nothing if that has not changed
};

class Transfer {
 public:
  /// Adds itself to `multi` and leaves it when it ends.
  ///
  /// @param bytes_left  of the whole job; counted down as bytes come
  Transfer(CURLM* multi, const Question& question, const config::FetchOptions& options,
           std::size_t& bytes_left);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer();

  bool is(const CURL* handle) const { return easy_.get() == handle; }

  /// Why it is to be ended before libcurl ends it: a step has taken longer than it may (the
  /// connection, the answer's head, a kilobyte a second), or a closed address was met. Asked often,
  /// since speed is measured between two questions.
  std::optional<Error> overdue(Clock::time_point now);

  /// What came of it, once libcurl has ended it with `code`.
  Verdict verdict(CURLcode code);

 private:
  struct Callbacks;  // libcurl's door to this object

  void configure(const std::string& address);
  void set_headers(const Validity* kept);
  void set_referer();
  void set_addresses(const std::vector<std::string>& addresses);
  bool take_header(BytesView line) noexcept;
  bool take_body(BytesView bytes) noexcept;
  bool may_contact(const curl_sockaddr& address) noexcept;
  Seconds time_of(CURLINFO info) const;
  std::optional<std::string> header(const char* name) const;
  Verdict verdict_on_status() const;
  Validity validity() const;
  Verdict verdict_on_overload() const;

  enum class Stop { none, private_address, headers, body, budget, memory };

  CURLM* multi_;
  CHandle<CURL, late::curl_easy_cleanup> easy_;
  CHandle<curl_slist, late::curl_slist_free_all> headers_;
  CHandle<curl_slist, late::curl_slist_free_all> resolved_;
  Origin origin_;
  bool origin_is_open_;
  bool is_conditional_ = false;
  const config::FetchOptions& options_;
  std::size_t& bytes_left_;
  char detail_[CURL_ERROR_SIZE] = {};

  Clock::time_point started_ = Clock::now();
  Stop stop_ = Stop::none;  // why one of our callbacks ended the transfer
  std::size_t header_bytes_ = 0;
  long status_ = 0;  // of the answer, once its head is whole
  Bytes body_;
  std::size_t received_ = 0;
  struct {
    std::optional<Clock::time_point> since;
    std::size_t received = 0;
  } window_;  // in which the speed is measured
};

}  // namespace keben::net
