// The program: reads the command line, runs, and turns what nobody foresaw into one line and an
// exit code.
#include <unistd.h>

#include <exception>
#include <new>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/cache_command.h"
#include "app/init_command.h"
#include "app/invocation.h"
#include "app/output_file.h"
#include "app/report.h"
#include "app/run.h"
#include "app/signals.h"
#include "base/heap.h"

namespace {

using namespace keben;
using namespace keben::app;

int end_with(Error error, const Voice& voice, Account account = {}) {
  account.exit_code = static_cast<int>(error.fault);
  account.errors.push_back(std::move(error));
  if (voice.json) {
    static_cast<void>(write_stdout(json_report(account, SourceMap(), voice)));
  } else {
    say(text_report(account, SourceMap(), voice));
  }
  return account.exit_code;
}

int print(std::string_view text, const Voice& voice) {
  const Done done = write_stdout(text);
  return done ? 0 : end_with(done.error(), {.language = voice.language});
}

int init(const Invocation& asked) {
  Account account;
  const Result<std::string> written = write_project(asked, account.log);
  if (!written) return end_with(written.error(), asked.voice, std::move(account));
  say(text_report(account, SourceMap(), asked.voice));
  return print(*written + "\n", asked.voice);
}

int start(std::span<const char* const> arguments) {
  const Result<Environment> environment = read_environment();
  if (!environment) return end_with(environment.error(), spoken_voice(arguments, Environment()));
  const Result<Invocation> asked = read_command_line(arguments, *environment);
  if (!asked) return end_with(asked.error(), spoken_voice(arguments, *environment));
  if (asked->command == Command::help) return print(help_text(asked->voice.language), asked->voice);
  if (asked->command == Command::version) return print("keben " KEBEN_VERSION "\n", asked->voice);
  if (asked->command == Command::cache) return run_cache(*asked);
  if (asked->command == Command::init) return init(*asked);
  return run(*asked);
}

int end_without_memory() {
  say("keben: error[out-of-memory]: 内存不足 / out of memory\n");
  return static_cast<int>(Fault::machine);
}

int end_as_bug(const char* what) {
  say("keben: error[bug]: ");
  say(what);
  say("\n      hint: 这是 keben 的错误，请附上原文报告 / a bug in keben, please report it with "
      "the text\n");
  return static_cast<int>(Fault::bug);
}

/// What the language itself calls in place of abort(): memory that ended where nothing may be
/// thrown, or a bug.
[[noreturn]] void end_unforeseen() {
  drop_unfinished_output();
  try {
    if (const std::exception_ptr now = std::current_exception()) std::rethrow_exception(now);
  } catch (const std::bad_alloc&) {
    _exit(end_without_memory());
  } catch (const std::exception& error) {
    _exit(end_as_bug(error.what()));
  }
  _exit(end_as_bug("terminate"));
}

bool is_shortage(const std::error_code& code) {
  return code == std::errc::resource_unavailable_try_again || code == std::errc::not_enough_memory;
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  install_signal_handlers();
  std::set_terminate(end_unforeseen);
  try {
    return start(std::span(argv, static_cast<std::size_t>(argc)).subspan(argc > 0 ? 1 : 0));
  } catch (const std::bad_alloc&) {
    return end_without_memory();
  } catch (const std::system_error& error) {
    return is_shortage(error.code()) ? end_without_memory() : end_as_bug(error.what());
  } catch (const std::exception& error) {
    return end_as_bug(error.what());
  }
}
