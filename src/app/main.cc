// The program: reads the command line, runs, and turns what nobody foresaw into one line and an
// exit code.
#include <unistd.h>

#include <exception>
#include <new>
#include <span>
#include <string_view>

#include "app/invocation.h"
#include "app/output_file.h"
#include "app/report.h"
#include "app/run.h"
#include "app/signals.h"

namespace {

using namespace keben;
using namespace keben::app;

void say(std::string_view text) {
  const ssize_t ignored = write(STDERR_FILENO, text.data(), text.size());
  static_cast<void>(ignored);
}

int end_with(const Error& error, UiLanguage language) {
  say(text_of(error, SourceMap(), Voice{.language = language}));
  return static_cast<int>(error.fault);
}

int print(std::string_view text, UiLanguage language) {
  const Done done = write_stdout(text);
  return done ? 0 : end_with(done.error(), language);
}

int start(std::span<const char* const> arguments) {
  const Result<Environment> environment = read_environment();
  if (!environment) return end_with(environment.error(), spoken_language(arguments, Environment()));
  const Result<Invocation> asked = read_command_line(arguments, *environment);
  if (!asked) return end_with(asked.error(), spoken_language(arguments, *environment));
  const UiLanguage language = asked->voice.language;
  if (asked->command == Command::help) return print(help_text(language), language);
  if (asked->command == Command::version) return print("keben " KEBEN_VERSION "\n", language);
  return run(*asked);
}

}  // namespace

int main(int argc, char** argv) {
  install_signal_handlers();
  try {
    return start(std::span(argv, static_cast<std::size_t>(argc)).subspan(argc > 0 ? 1 : 0));
  } catch (const std::bad_alloc&) {
    say("keben: error[out-of-memory]: 内存不足 / out of memory\n");
    return static_cast<int>(Fault::machine);
  } catch (const std::exception& error) {
    say("keben: error[bug]: ");
    say(error.what());
    say("\n      hint: 这是 keben 的错误，请附上原文报告 / a bug in keben, please report it with "
        "the text\n");
    return static_cast<int>(Fault::bug);
  }
}
