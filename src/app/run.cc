#include "app/run.h"

#include <utility>
#include <vector>

#include "app/batch.h"
#include "app/check_epubs.h"
#include "app/dump_stage.h"
#include "app/inputs.h"
#include "app/making.h"
#include "app/named_files.h"
#include "app/output_file.h"
#include "app/project_file.h"
#include "app/project_root.h"
#include "app/report.h"
#include "app/signals.h"
#include "app/site_of.h"
#include "app/targets.h"
#include "base/secrets.h"

namespace keben::app {
namespace {

class Run {
 public:
  explicit Run(const Invocation& asked) : asked_(asked) {}

  int go() {
    if (!asked_.dump && only_checks() && are_epubs(asked_.inputs)) {
      check_epubs(asked_.inputs, asked_.options, account_);
    } else if (take_up_inputs() && take_up_project() && take_up_files()) {
      if (asked_.batch.each) return run_batch(asked_, project_, sources_, std::move(account_));
      asked_.dump ? dump() : make();
    }
    account_.exit_code = exit_code_of(account_, only_checks());
    if (!report() && account_.exit_code == 0) return static_cast<int>(Fault::machine);
    return account_.exit_code;
  }

 private:
  bool only_checks() const { return asked_.command == Command::check; }

  /// Whether a step came through; else why not is told.
  template <class T>
  bool passes(const Result<T>& step) {
    if (!step) account_.errors.push_back(step.error());
    return step.has_value();
  }

  bool take_up_inputs() { return passes(check_inputs(asked_.inputs)); }

  /// keben.yaml, if the input is one or holds one, and what it says where no flag does.
  bool take_up_project() {
    Result<series::Project> project = find_project(asked_, sources_, account_.log);
    if (!passes(project)) return false;
    project_ = *std::move(project);
    return true;
  }

  /// The other files that the person named.
  bool take_up_files() {
    if (!passes(check_cover(asked_.options))) return false;
    Result<std::string> css = read_stylesheet(asked_, sources_, account_.log);
    if (!passes(css)) return false;
    asked_.options.epub.css = *std::move(css);
    // A batch's texts have accounts of their own; what is wrong for all of them stands in this one.
    const std::size_t warnings = account_.log.count(Severity::warning);
    if (!asked_.batch.each || !asked_.options.strict || warnings == 0) return true;
    account_.errors.push_back(refused_by_strict(warnings));
    return false;
  }

  void dump() {
    Result<Inputs> inputs = read();
    if (!inputs) return;
    const Result<std::string> text =
        dump_stage(asked_, *inputs, sources_, account_.stages, account_.log);
    if (!text) {
      account_.errors.push_back(text.error());
    } else if (Done done = write_stdout(masked_secrets(*text)); !done) {
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
    make_books(asked_, *std::move(inputs), targets, sources_, account_);
  }

  Result<Inputs> read() {
    Result<Inputs> inputs = account_.stages.timed("read", [&] {
      return read_inputs(asked_.inputs, asked_.bundle, project_, asked_.options.read, sources_,
                         account_.log);
    });
    if (!inputs) {
      account_.errors.push_back(inputs.error());
    } else {
      inputs->site = site_of(settled_root(asked_.options.root, inputs->folder), asked_.options.read,
                             account_.log);
    }
    return inputs;
  }

  /// Whether standard output took what it was given; standard error may be closed (faults.md §3).
  bool report() {
    const Voice& voice = asked_.voice;
    if (voice.json) return write_stdout(json_report(account_, sources_, voice)).has_value();
    say(text_report(account_, sources_, voice));
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
