#include "app/batch.h"

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "app/backends.h"
#include "app/batch_texts.h"
#include "app/inputs.h"
#include "app/making.h"
#include "app/manifest.h"
#include "app/output_file.h"
#include "app/settings_key.h"
#include "app/signals.h"
#include "app/site_of.h"
#include "app/system_reason.h"
#include "assets/resolve.h"
#include "base/hash.h"
#include "base/late_library.h"
#include "base/parallel.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

/// A text with what is known of it before anything is made.
struct Looked {
  const BatchText* text = nullptr;
  Result<Bytes> bytes;
  std::string digest;                   // of the text, its given title and its blog
  std::vector<WrittenBook> books = {};  // where they are what would be made now

  bool is_to_make() const { return books.empty() && !text->held_back; }
};

/// A text that has had its turn; its report is words already, since its sources are gone.
struct Finished {
  EssayAccount account;
  std::string report;
  Stages stages;
};

class BatchRun {
 public:
  BatchRun(const Invocation& asked, std::vector<BatchText> texts)
      : asked_(asked),
        texts_(std::move(texts)),
        formats_(formats_of(asked)),
        settings_(settings_key(asked.options)),
        manifest_(asked.batch.out_folder) {}

  /// Before anything is made: neither a book nor a record takes the place of a text, or of another
  /// file that the command line names.
  Done spare_inputs() const {
    InputFiles inputs;
    inputs.add_named(asked_);
    for (const BatchText& text : texts_) {
      const std::string record = manifest_.file_of(text.path).string();
      if (Done done = inputs.spare(record, record); !done) return done;
      for (const std::string& book : text.books)
        if (Done done = inputs.spare(shown(book), shown(book)); !done) return done;
    }
    return {};
  }

  /// In the order of the texts.
  std::vector<Finished> run() {
    std::vector<Looked> looked = parallel_map(std::span(texts_), asked_.options.jobs,
                                              [&](const BatchText& text) { return look(text); });
    std::vector<Looked*> to_make;
    for (Looked& one : looked)
      if (one.is_to_make()) to_make.push_back(&one);
    limit_cpu(std::max<std::size_t>(1, to_make.size()), asked_.voice.language);
    const unsigned jobs = asked_.options.jobs.v;
    inner_jobs_ = {std::max(
        1u, jobs / static_cast<unsigned>(std::clamp<std::size_t>(to_make.size(), 1, jobs)))};
    std::vector<Finished> made = parallel_map(std::span(to_make), asked_.options.jobs,
                                              [&](Looked* one) { return make_safely(*one); });
    std::vector<Finished> out;
    auto next = made.begin();
    for (Looked& one : looked)
      out.push_back(one.is_to_make() ? std::move(*next++) : not_made(one));
    return out;
  }

 private:
  Looked look(const BatchText& text) const {
    const config::Limits& limits = asked_.options.read.limits;
    if (text.held_back) return {&text, Bytes(), {}};
    Looked out{&text, read_file(text.name, limits.file_bytes), {}};
    if (!out.bytes) return out;
    const std::string title = text.title_wins ? text.title : std::string();
    out.digest = sha256_hex(title + key_of(text.site) + "\n" + *out.bytes);
    std::optional<Record> record = manifest_.find(text.path);
    if (record && is_current(*record, settings_, out.digest, text.books, asked_.batch.out_folder,
                             text.root, limits.image_bytes))
      out.books = std::move(record->books);
    return out;
  }

  Finished not_made(Looked& one) const {
    const Fate fate = one.text->held_back ? Fate::left_out : Fate::unchanged;
    Finished out{{one.text->name, fate, {}, 0}, {}, {}};
    for (WrittenBook& book : one.books) {
      const bool wanted = std::count(one.text->books.begin(), one.text->books.end(), book.name) > 0;
      book.name = shown(book.name);
      if (wanted) out.account.books.push_back(std::move(book));
    }
    return out;
  }

  std::string shown(const std::string& book) const {
    return (asked_.batch.out_folder / book).string();
  }

  /// What a library throws is the trouble of one text.
  Finished make_safely(Looked& one) const {
    Account account;
    SourceMap sources;
    try {
      return make(one, sources, account);
    } catch (const std::bad_alloc&) {
      account.errors.push_back({.fault = Fault::machine,
                                .code = "out-of-memory",
                                .what = {"内存不足", "out of memory"}});
    } catch (const std::exception& error) {
      account.errors.push_back(
          {.fault = Fault::bug, .code = "bug", .what = {error.what(), error.what()}});
    }
    return finish(*one.text, sources, account);
  }

  Finished make(Looked& one, SourceMap& sources, Account& account) const {
    const BatchText& text = *one.text;
    Invocation asked = asked_;
    asked.inputs = {text.name};
    asked.voice.progress = false;
    config::ExportOptions& options = asked.options;
    options.root = text.root;
    options.jobs = options.epub.jobs = options.pdf.jobs = inner_jobs_;
    Inputs inputs;
    inputs.folder = text.folder;
    inputs.site = text.site;
    inputs.texts.push_back(
        {text.name, std::move(one.bytes), text.from_folder, text.title, text.title_wins});
    const Result<std::vector<Target>> targets = targets_for(text);
    if (!targets) {
      account.errors.push_back(targets.error());
      return finish(text, sources, account);
    }
    const std::optional<Preparation> made =
        make_books(asked, std::move(inputs), *targets, sources, account);
    if (made && account.books.size() == targets->size()) {
      keep_record(one, *made, sources, account);
    } else {
      manifest_.drop(text.path);
    }
    return finish(text, sources, account);
  }

  Result<std::vector<Target>> targets_for(const BatchText& text) const {
    std::vector<Target> out;
    for (std::size_t i = 0; i < formats_.size(); ++i) {
      const std::string name = shown(text.books[i]);
      std::error_code error;
      const fs::path file = fs::absolute(name, error);
      if (!error) fs::create_directories(file.parent_path(), error);
      if (error) {
        const Words reason = reason_of(error.value());
        return failure({.fault = Fault::machine,
                        .code = "output-unwritable",
                        .what = {"写不了 " + name + "：" + reason.zh,
                                 "cannot write " + name + ": " + reason.en}});
      }
      out.push_back({formats_[i], name, file});
    }
    return out;
  }

  /// A text whose pictures could not be fetched is tried again next time: the network may be back.
  /// So is one that includes a file that is not there.
  void keep_record(const Looked& one, const Preparation& made, const SourceMap& sources,
                   Account& account) const {
    const auto& messages = account.log.all();
    const bool waits = made.lacks_downloads ||
                       std::any_of(messages.begin(), messages.end(),
                                   [](const Diagnostic& d) { return d.code == "include-missing"; });
    if (waits) return manifest_.drop(one.text->path);
    std::vector<std::string> paths;
    for (std::uint16_t file = 1; file < sources.size(); ++file)
      paths.emplace_back(sources.name({file}));  // what the text includes
    for (const fs::path& file : made.files_wanted)
      paths.push_back(file.generic_string());
    Record record{settings_, one.digest,
                  look_at(paths, one.text->root, asked_.options.read.limits.image_bytes),
                  account.books};
    for (std::size_t i = 0; i < record.books.size(); ++i)
      record.books[i].name = one.text->books[i];
    if (const Done done = manifest_.keep(one.text->path, record); !done)
      account.errors.push_back(done.error());
  }

  /// Empty texts of a folder are no failure.
  Finished finish(const BatchText& text, const SourceMap& sources, Account& account) const {
    Fate fate = Fate::made;
    const bool empty = account.errors.size() == 1 && account.errors[0].code == "text-empty";
    if (empty && text.from_folder) {
      account.errors.clear();
      fate = Fate::left_out;
    }
    for (Error& error : account.errors)
      if (!error.at.known() && sources.size() > 0) error.at = {1, 1, 1, 1, {}};
    account.exit_code = exit_code_of(account, false);
    if (account.exit_code != 0) fate = Fate::failed;
    Voice voice = asked_.voice;
    voice.verbose = false;
    std::string report =
        voice.json ? json_messages(account, sources, voice) : text_report(account, sources, voice);
    return {{text.name, fate, std::move(account.books), account.exit_code},
            std::move(report),
            std::move(account.stages)};
  }

  const Invocation& asked_;
  const std::vector<BatchText> texts_;
  const std::vector<Format> formats_;
  const std::string settings_;
  const Manifest manifest_;
  Jobs inner_jobs_;
};

}  // namespace

int run_batch(const Invocation& asked, const series::Project& project, SourceMap& sources,
              Account account) {
  const Voice& voice = asked.voice;
  std::vector<Finished> finished;
  Result<std::vector<BatchText>> texts = batch_texts(asked, project, account.log);
  if (texts) {
    BatchRun batch(asked, *std::move(texts));
    const Done spared = batch.spare_inputs();
    if (spared) {
      finished = batch.run();
    } else {
      account.errors.push_back(spared.error());
    }
  } else {
    account.errors.push_back(texts.error());
  }
  warn_of_missing_libraries(account.errors, account.log);
  account.exit_code = exit_code_of(account, false);
  std::vector<EssayAccount> essays;
  std::string said;
  for (Finished& one : finished) {
    account.exit_code = std::max(account.exit_code, one.account.exit_code);
    account.stages.merge(one.stages);
    said += one.report;
    if (voice.json) said += json_of(one.account);
    essays.push_back(std::move(one.account));
  }
  if (voice.json) {
    said += json_report(account, sources, voice);
    return write_stdout(said) ? account.exit_code
                              : std::max(account.exit_code, static_cast<int>(Fault::machine));
  }
  said += text_report(account, sources, voice);
  if (!voice.quiet && texts) said += summary_of(essays, voice.language);
  say(said);
  if (voice.quiet) return account.exit_code;
  std::string names;
  for (const EssayAccount& essay : essays) {
    if (essay.fate == Fate::unchanged) continue;
    for (const WrittenBook& book : essay.books)
      names += book.name + "\n";
  }
  const bool heard = write_stdout(names).has_value();
  return heard ? account.exit_code : std::max(account.exit_code, static_cast<int>(Fault::machine));
}

}  // namespace keben::app
