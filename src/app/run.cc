#include "app/run.h"

#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "app/check_epubs.h"
#include "app/dump_stage.h"
#include "app/inputs.h"
#include "app/manuscript.h"
#include "app/output_file.h"
#include "app/preparation.h"
#include "app/project_file.h"
#include "app/report.h"
#include "app/signals.h"
#include "app/targets.h"
#include "app/typesetting.h"
#include "base/hash.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

/// A book of one format, made but not yet written.
struct Book {
  Format format;
  MadeBook made;
};

class Run {
 public:
  explicit Run(const Invocation& asked) : asked_(asked) {}

  int go() {
    if (!asked_.dump && only_checks() && are_epubs(asked_.inputs)) {
      check_epubs(asked_.inputs, asked_.options, account_);
    } else if (take_up_project()) {
      asked_.dump ? dump() : make();
    }
    account_.exit_code = exit_code();
    if (!report() && account_.exit_code == 0) return static_cast<int>(Fault::machine);
    return account_.exit_code;
  }

 private:
  bool only_checks() const { return asked_.command == Command::check; }

  /// keben.yaml, if the input is one or holds one, and what it says where no flag does.
  bool take_up_project() {
    Result<series::Project> project = find_project(asked_, sources_, account_.log);
    if (!project) {
      account_.errors.push_back(project.error());
      return false;
    }
    project_ = *std::move(project);
    return true;
  }

  void dump() {
    Result<Inputs> inputs = read();
    if (!inputs) return;
    const Result<std::string> text =
        dump_stage(asked_, *inputs, sources_, account_.stages, account_.log);
    if (!text) {
      account_.errors.push_back(text.error());
    } else if (Done done = write_stdout(*text); !done) {
      account_.errors.push_back(done.error());
    }
  }

  void make() {
    std::vector<Target> targets;
    if (!only_checks()) {
      Result<std::vector<Target>> named = targets_of(asked_);
      if (!named) return account_.errors.push_back(named.error());
      targets = std::move(*named);
    }
    Result<Inputs> inputs = read();
    if (!inputs) return;
    limit_cpu(inputs->texts.size(), asked_.voice.language);
    Result<model::Collection> collection =
        read_manuscript(*inputs, title_for(*inputs, targets), sources_, asked_.options,
                        account_.stages, account_.log);
    if (!collection) return account_.errors.push_back(collection.error());
    settle_typesetting(asked_.options, *collection);
    const std::vector<Format> formats = formats_of(targets);
    const bool sets_type = std::any_of(formats.begin(), formats.end(), [](Format format) {
      return backend_of(format).needs_faces;
    });
    const Result<Preparation> ready =
        prepare(std::move(*collection), inputs->folder, sets_type, asked_.options, asked_.voice,
                account_.stages, account_.log);
    if (!ready) return account_.errors.push_back(ready.error());
    const std::vector<Book> books = make_books(*ready, formats);
    if (!only_checks() && !is_refused()) write_books(books, targets);
  }

  Result<Inputs> read() {
    Result<Inputs> inputs = account_.stages.timed("read", [&] {
      return read_inputs(asked_.inputs, asked_.bundle, project_, asked_.options.read, sources_,
                         account_.log);
    });
    if (!inputs) account_.errors.push_back(inputs.error());
    return inputs;
  }

  /// A collection that says nothing of itself is called as its folder or its first output is.
  std::string title_for(const Inputs& inputs, const std::vector<Target>& targets) const {
    std::error_code ignored;
    if (asked_.inputs.size() > 1 && !targets.empty() && !targets[0].to_stdout())
      return targets[0].file.stem().string();
    return inputs.folder.filename().string();
  }

  /// The formats to make, each once; a check looks at all.
  std::vector<Format> formats_of(const std::vector<Target>& targets) const {
    std::vector<Format> out;
    for (const Backend& backend : backends()) {
      const auto wants = [&](const Target& target) { return target.format == backend.format; };
      if (only_checks() || std::any_of(targets.begin(), targets.end(), wants))
        out.push_back(backend.format);
    }
    return out;
  }

  /// Each format stands or falls alone (decisions.md 8).
  std::vector<Book> make_books(const Preparation& ready, const std::vector<Format>& formats) {
    std::vector<Book> out;
    for (const Format format : formats) {
      Result<MadeBook> made =
          backend_of(format).make(ready.material(asked_.options), account_.stages, account_.log);
      if (made) {
        out.push_back({format, std::move(*made)});
      } else {
        account_.errors.push_back(made.error());
      }
    }
    return out;
  }

  /// `--strict`: where there is a warning no book is written.
  bool is_refused() {
    const std::size_t warnings = account_.log.count(Severity::warning);
    if (!asked_.options.strict || warnings == 0) return false;
    account_.errors.push_back(
        {Fault::document,
         "strict",
         {"有 " + std::to_string(warnings) + " 条警告，未生成",
          std::to_string(warnings) + " warnings, so no book was written"},
         {"改正上述各处，或去掉 --strict", "mend them, or leave out --strict"},
         {}});
    return true;
  }

  void write_books(const std::vector<Book>& books, const std::vector<Target>& targets) {
    for (const Target& target : targets) {
      const auto book = std::find_if(books.begin(), books.end(), [&](const Book& each) {
        return each.format == target.format;
      });
      if (book == books.end()) continue;
      const Bytes& bytes = book->made.bytes;
      const Done done = account_.stages.timed("write", [&] {
        return target.to_stdout() ? write_stdout(bytes)
                                  : write_whole(target.file, target.name, bytes);
      });
      if (!done) {
        account_.errors.push_back(done.error());
        continue;
      }
      account_.books.push_back({target.name, std::string(backend_of(target.format).name),
                                asked_.voice.json ? sha256_hex(bytes) : std::string(), bytes.size(),
                                book->made.pages});
    }
  }

  int exit_code() const {
    int out = only_checks() && account_.log.count(Severity::warning) > 0 ? 1 : 0;
    if (account_.log.count(Severity::error) > 0) out = static_cast<int>(Fault::document);
    for (const Error& error : account_.errors)
      out = std::max(out, static_cast<int>(error.fault));
    return out;
  }

  /// Whether standard output took what it was given; standard error may be closed (faults.md §3).
  bool report() {
    const Voice& voice = asked_.voice;
    if (voice.json) return write_stdout(json_report(account_, sources_, voice)).has_value();
    const std::string text = text_report(account_, sources_, voice);
    const ssize_t ignored = write(STDERR_FILENO, text.data(), text.size());
    static_cast<void>(ignored);
    if (voice.quiet) return true;
    return write_stdout(names_of_books(account_)).has_value();
  }

  Invocation asked_;  // completed by keben.yaml
  series::Project project_;
  SourceMap sources_;
  Account account_;
};

}  // namespace

int run(const Invocation& asked) {
  return Run(asked).go();
}

}  // namespace keben::app
