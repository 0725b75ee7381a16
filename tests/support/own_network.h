// A network of the test's own, in which every address there is leads to this process: so that a
// listener can count who was contacted, for 8.8.8.8 as for 169.254.169.254.
//
// Linux namespaces (user, network, mount), entered before any thread runs; files that the resolver
// reads are covered by our own, and a name server of a few lines answers for made-up names.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace keben::test {

/// Moves this process into it; false, with the reason on standard error, where the kernel or a
/// sandbox does not let us.
bool enter_own_network();

/// A name server on 127.0.0.1:53. Each name has answers in turn (the last stays), each of which is
/// a list of addresses in numbers.
class NameServer {
 public:
  using Answers = std::vector<std::vector<std::string>>;
  explicit NameServer(std::map<std::string, Answers> names);
  ~NameServer();
  NameServer(const NameServer&) = delete;
  NameServer& operator=(const NameServer&) = delete;

  /// How often a name was asked for, of either family.
  int asked(const std::string& name) const;

 private:
  void serve(const std::stop_token& stop);
  std::string answer(const std::string& query);

  std::map<std::string, Answers> names_;
  int socket_ = -1;
  mutable std::mutex guard_;
  std::map<std::string, int> asked_;
  std::jthread thread_;
};

}  // namespace keben::test
