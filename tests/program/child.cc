#include "tests/program/child.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

namespace keben::test {
namespace {

constexpr uid_t kNobody = 65534;

double now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(since).count();
}

struct Pipe {
  int from = -1;
  int to = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) == 0) from = ends[0], to = ends[1];
  }
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts)
    out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

/// The variables that sanitizers and coverage need come along; nothing else does.
std::vector<std::string> environment_of(const Surroundings& around) {
  std::map<std::string, std::string> all = {{"PATH", "/usr/bin:/bin"},
                                            {"HOME", around.folder.string()}};
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE"})
    if (const char* value = std::getenv(name)) all[name] = value;
  for (const auto& [name, value] : around.environment)
    all[name] = value;
  std::vector<std::string> out;
  for (const auto& [name, value] : all)
    out.push_back(name + "=" + value);
  return out;
}

void connect(Stream stream, int pipe_end, int number) {
  if (stream == Stream::closed) {
    close(number);
  } else if (stream == Stream::full) {
    dup2(open("/dev/full", O_WRONLY | O_CLOEXEC), number);
  } else {
    dup2(pipe_end, number);
  }
}

bool give_up_rights() {
  if (geteuid() != 0) return true;
  return setgroups(0, nullptr) == 0 && setgid(kNobody) == 0 && setuid(kNobody) == 0;
}

/// In the child, between fork and exec. The program is opened before rights are given up: its
/// folder may be closed to nobody.
[[noreturn]] void become(const std::filesystem::path& program, std::vector<std::string> arguments,
                         const Surroundings& around) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
    signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  const int file = open(program.c_str(), O_RDONLY | O_CLOEXEC);
  arguments.insert(arguments.begin(), program.filename().string());
  std::vector<std::string> environment = environment_of(around);
  bool good = file >= 0 && (around.folder.empty() || chdir(around.folder.c_str()) == 0);
  if (around.mask) umask(*around.mask);
  good = good && (!around.first || around.first());
  good = good && (!around.nobody || give_up_rights());
  for (const auto& [resource, most] : around.limits) {
    const rlimit limit{most, most};
    good = good && setrlimit(resource, &limit) == 0;
  }
  if (good) fexecve(file, pointers_to(arguments).data(), pointers_to(environment).data());
  _exit(kNotStarted);
}

void feed(int descriptor, std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t written = write(descriptor, text.data() + at, text.size() - at);
    if (written <= 0) break;  // the child has read enough
    at += static_cast<std::size_t>(written);
  }
  close(descriptor);
}

void read_all(int descriptor, std::string& into) {
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t got = read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    into.append(buffer.data(), static_cast<std::size_t>(got));
  }
  close(descriptor);
}

}  // namespace

Child::Child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
             const Surroundings& around) {
  signal(SIGPIPE, SIG_IGN);
  const Pipe in;
  const Pipe out;
  const Pipe err;
  start_ = now();
  // Catch2's own handlers must not run in the child: a signal sent early waits until they are gone.
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  process_ = fork();
  if (process_ == 0) {
    dup2(in.from, STDIN_FILENO);
    connect(around.output, out.to, STDOUT_FILENO);
    connect(around.errors, err.to, STDERR_FILENO);
    become(program, arguments, around);
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  for (const int end : {in.from, out.to, err.to})
    close(end);
  streams_.emplace_back(feed, in.to, around.input);
  streams_.emplace_back([this, from = out.from] { read_all(from, ended_.out); });
  streams_.emplace_back([this, from = err.from] { read_all(from, ended_.err); });
}

Child::~Child() {
  if (process_ > 0) {
    send(SIGKILL);
    wait();
  }
}

void Child::send(int signal) const {
  if (process_ > 0) kill(process_, signal);
}

Ended Child::wait() {
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  streams_.clear();  // joins
  ended_.seconds = now() - start_;
  ended_.code = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  return ended_;
}

Ended run(const std::filesystem::path& program, const std::vector<std::string>& arguments,
          const Surroundings& around) {
  return Child(program, arguments, around).wait();
}

}  // namespace keben::test
