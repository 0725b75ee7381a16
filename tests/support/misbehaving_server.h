// An HTTP server on the loopback that does what servers should not: every row of faults.md §3
// "Network" has a path here.
//
// One thread of its own, sockets only, no library. It counts connections, so that a test can say
// that none came.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace keben::test {

class MisbehavingServer {
 public:
  /// On the loopback, at a port that is free.
  MisbehavingServer();
  /// On every address of the machine, IPv4 and IPv6, at that port: for a network of one's own.
  explicit MisbehavingServer(int port);
  ~MisbehavingServer();
  MisbehavingServer(const MisbehavingServer&) = delete;
  MisbehavingServer& operator=(const MisbehavingServer&) = delete;

  /// `127.0.0.1:PORT`, for --allow-host.
  std::string host() const;
  /// The address of a path; the paths are listed in the .cc.
  std::string url(const std::string& path) const { return "http://" + host() + path; }

  int connections() const;
  /// How many were open at once, at most.
  int most_at_once() const;
  /// The heads of all requests, in the order in which they were read.
  std::vector<std::string> requests() const;

 private:
  struct Connection;

  void serve(const std::stop_token& stop);
  void accept_one();
  void read_from(Connection& connection);
  void write_to(Connection& connection);

  int listener_ = -1;
  int port_ = 0;
  std::vector<std::unique_ptr<Connection>> open_;
  std::map<std::string, int> asked_;  // how often each path was asked for

  mutable std::mutex mutex_;  // guards what a test looks at while the thread runs
  int connections_ = 0;
  int most_at_once_ = 0;
  std::vector<std::string> requests_;

  std::jthread thread_;
};

}  // namespace keben::test
