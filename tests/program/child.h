// A process of our own making: started in surroundings that a test chooses, watched to its end.
//
// What a person can do to a program from outside can be said here: arguments, standard streams,
// environment, folder, limits, rights, signals. Nothing of it goes through a shell.
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace keben::test {

/// Where one of the standard output streams leads.
enum class Stream { kept, closed, full };  // full: /dev/full, a disk with no room

struct Surroundings {
  std::map<std::string, std::string> environment;  // beside PATH and HOME; nothing is inherited
  std::filesystem::path folder;
  std::string input;
  Stream output = Stream::kept;
  Stream errors = Stream::kept;
  std::vector<std::pair<__rlimit_resource, rlim_t>> limits;
  std::optional<mode_t> mask;
  bool nobody = false;          // gives up root's rights, where the test has them
  std::function<bool()> first;  // done in the child before the program starts; false: it fails
};

struct Ended {
  int code = 0;  // the exit code, or minus the signal that ended it
  std::string out;
  std::string err;
  double seconds = 0;
};

/// What `code` is where `Surroundings::first` failed or the program could not be started.
constexpr int kNotStarted = 125;

class Child {
 public:
  Child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
        const Surroundings& around);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  void send(int signal) const;
  Ended wait();

 private:
  pid_t process_ = -1;
  double start_ = 0;
  Ended ended_;
  std::vector<std::jthread> streams_;  // one feeds, two read
};

/// Starts a program and waits for it.
Ended run(const std::filesystem::path& program, const std::vector<std::string>& arguments,
          const Surroundings& around = {});

}  // namespace keben::test
