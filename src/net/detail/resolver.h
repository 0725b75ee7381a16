// Names to addresses, before libcurl asks: so that a name is judged by *all* of its addresses, and
// is contacted at those that were judged and at no other.
//
// libcurl shows one address at a time, when a socket is about to be opened, and by then it may have
// opened one to another. A name with mixed answers is an attack (or a mistake that looks like one),
// and one that changes its answer between two looks is the same attack in time: a second look is
// never taken (CURLOPT_RESOLVE).
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace keben::net {

/// What a name stands for.
struct Addresses {
  enum class State { pending, known, unknown };
  State state = State::pending;
  std::vector<std::string> written;  // in numbers, IPv6 without brackets
  bool all_public = false;
};

class Resolver {
 public:
  /// Begins to look the name up, unless that was done before, and gives what is known by now. A
  /// name that is an address stands for itself and is `known` without any `written`: the socket's
  /// own judgement is enough for it.
  Addresses ask(const std::string& host);
  /// How many names are still looked up; none tells us when it is done, so the loop asks again
  /// soon.
  std::ptrdiff_t busy() const;

 private:
  struct Answer;
  // Shared with the thread that looks it up: getaddrinfo cannot be stopped, and may outlive us.
  std::map<std::string, std::shared_ptr<Answer>> answers_;
};

}  // namespace keben::net
