#include "app/signals.h"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <string_view>

#include "app/output_file.h"

namespace keben::app {
namespace {

constexpr rlim_t kSecondsEach = 60;

std::string_view out_of_time;  // set before the handler is

extern "C" void end_by_signal(int number) {
  drop_unfinished_output();
  _exit(128 + number);
}

extern "C" void end_by_time(int) {
  drop_unfinished_output();
  const ssize_t ignored = write(STDERR_FILENO, out_of_time.data(), out_of_time.size());
  static_cast<void>(ignored);
  _exit(1);
}

void handle(int number, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigfillset(&action.sa_mask);
  sigaction(number, &action, nullptr);
}

}  // namespace

void install_signal_handlers() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now {};
    sigaction(number, nullptr, &now);
    if (now.sa_handler != SIG_IGN) handle(number, end_by_signal);  // nohup stays nohup
  }
  for (const int number : {SIGPIPE, SIGXFSZ})
    handle(number, SIG_IGN);
}

void limit_cpu(std::size_t texts, UiLanguage language) {
  out_of_time = language == UiLanguage::zh
                    ? "keben: error[out-of-time]: 每篇用时超过 60 秒 CPU，已停止\n"
                    : "keben: error[out-of-time]: over 60 s of CPU a text, stopped\n";
  handle(SIGXCPU, end_by_time);
  rlimit limit{};
  if (getrlimit(RLIMIT_CPU, &limit) != 0) return;
  const rlim_t wanted = kSecondsEach * static_cast<rlim_t>(texts);
  if (limit.rlim_cur == RLIM_INFINITY || wanted < limit.rlim_cur) limit.rlim_cur = wanted;
  setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace keben::app
