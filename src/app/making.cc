#include "app/making.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "app/backends.h"
#include "app/manuscript.h"
#include "app/output_file.h"
#include "app/project_root.h"
#include "app/replaced_text.h"
#include "app/typesetting.h"
#include "app/volumes.h"
#include "assets/resolve.h"
#include "base/hash.h"
#include "base/late_library.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

/// A book of one format, made but not yet written.
struct Book {
  Format format;
  MadeBook made;
};

class Making {
 public:
  Making(const Invocation& asked, const std::vector<Target>& targets, SourceMap& sources,
         Account& account)
      : asked_(asked), targets_(targets), sources_(sources), account_(account) {}

  std::optional<Preparation> run(Inputs inputs) {
    Result<model::Collection> collection = read_manuscript(
        inputs, title_for(inputs), sources_, asked_.options, account_.stages, account_.log);
    if (!collection) return fail(collection.error());
    settle_typesetting(asked_.options, *collection);
    const InputFiles read = files_read(*collection, inputs);
    std::vector<model::Collection> volumes = cut(*std::move(collection), inputs);
    std::vector<std::vector<Target>> targets;
    for (std::size_t v = 1; v <= volumes.size(); ++v) {
      targets.push_back(targets_of_volume(v, volumes.size()));
      if (Done done = spare_all(read, targets.back()); !done) return fail(done.error());
    }
    std::optional<Preparation> last;
    std::vector<std::vector<Book>> books;
    for (model::Collection& volume : volumes) {
      last = make_one(std::move(volume), inputs.folder, books.emplace_back());
      if (!last) return last;
    }
    if (!asked_.batch.each) warn_of_missing_libraries(account_.errors, account_.log);
    if (only_checks() || is_refused()) return last;
    for (std::size_t v = 0; v < books.size(); ++v)
      write(books[v], targets[v]);
    return last;
  }

 private:
  bool only_checks() const { return asked_.command == Command::check; }

  /// The files that the texts turned out to need: those that they include, lists, settings of a
  /// blog, and where pictures are looked for; nothing where no book can take the place of one.
  InputFiles files_read(const model::Collection& book, const Inputs& inputs) const {
    InputFiles out;
    const bool cuts = asked_.split.by != Split::By::nothing;
    const bool replaces = cuts || std::any_of(targets_.begin(), targets_.end(), may_replace);
    if (only_checks() || !replaces) return out;
    if (cuts) out.add_named(asked_);  // the volumes' names are new
    const fs::path root = settled_root(asked_.options.root, inputs.folder);
    for (std::uint16_t file = 0; file < sources_.size(); ++file)
      for (const fs::path& folder : {fs::path(), root})  // included files are named from the root
        out.add(folder / sources_.name({file}));
    if (!inputs.site.file.empty()) out.add(root / inputs.site.file);
    for (const fs::path& file : assets::files_wanted(book, root, asked_.options.read.limits))
      out.add(root / file);
    for (const model::Document& document : book.documents)  // of a collection's text none is shown
      out.add(fs::path(document.path).parent_path() / document.meta.cover);
    return out;
  }

  std::vector<model::Collection> cut(model::Collection book, const Inputs& inputs) const {
    std::vector<std::size_t> weights;
    if (asked_.split.by == Split::By::size) weights = weights_of(book, inputs);
    return volumes_of(std::move(book), asked_.split, weights);
  }

  /// Bytes of each text and of the pictures that lie in files: what each adds to a book, about.
  std::vector<std::size_t> weights_of(const model::Collection& book, const Inputs& inputs) const {
    const fs::path root = settled_root(asked_.options.root, inputs.folder);
    std::vector<std::size_t> out;
    for (const model::Document& document : book.documents) {
      std::size_t weight = sources_.text(document.file).size();
      const model::Collection alone{document.meta, {document}, {}};
      for (const auto& file : assets::files_wanted(alone, root, asked_.options.read.limits)) {
        std::error_code error;
        const auto bytes = fs::file_size(root / file, error);
        if (!error) weight += bytes;
      }
      out.push_back(weight);
    }
    return out;
  }

  std::vector<Target> targets_of_volume(std::size_t volume, std::size_t volumes) const {
    std::vector<Target> out = targets_;
    for (Target& target : out) {
      target.name = volume_name(target.name, volume, volumes);
      target.file = volume_name(target.file.string(), volume, volumes);
    }
    return out;
  }

  std::optional<Preparation> make_one(model::Collection collection, const fs::path& folder,
                                      std::vector<Book>& books) {
    const std::vector<Format> formats = wanted_formats();
    const bool sets_type = std::any_of(formats.begin(), formats.end(), [](Format format) {
      return backend_of(format).needs_faces;
    });
    Result<Preparation> ready = prepare(std::move(collection), folder, sets_type, asked_.options,
                                        asked_.voice, account_.stages, account_.log);
    if (!ready) return fail(ready.error());
    books = made(*ready, formats);
    return *std::move(ready);
  }

  std::optional<Preparation> fail(const Error& error) {
    account_.errors.push_back(error);
    return std::nullopt;
  }

  /// A collection that says nothing of itself is called as its folder or its first output is.
  std::string title_for(const Inputs& inputs) const {
    if (asked_.inputs.size() > 1 && !targets_.empty() && !targets_[0].to_stdout())
      return targets_[0].file.stem().string();
    return inputs.folder.filename().string();
  }

  /// The formats to make, each once; a check looks at all.
  std::vector<Format> wanted_formats() const {
    std::vector<Format> out;
    for (const Backend& backend : backends()) {
      const auto wants = [&](const Target& target) { return target.format == backend.format; };
      if (only_checks() || std::any_of(targets_.begin(), targets_.end(), wants))
        out.push_back(backend.format);
    }
    return out;
  }

  /// Each format stands or falls alone (decisions.md 8).
  std::vector<Book> made(Preparation& ready, std::vector<Format> formats) {
    std::stable_partition(formats.begin(), formats.end(),
                          [](Format format) { return !backend_of(format).marks_pages; });
    std::vector<Book> out;
    edition::PageStarts pages;
    for (const Format format : formats) {
      Result<MadeBook> made = make_without_refused(backend_of(format), ready, asked_.options,
                                                   pages.empty() ? nullptr : &pages,
                                                   account_.stages, account_.log, account_.errors);
      if (made) {
        if (!made->starts.empty()) pages = made->starts;
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
    account_.errors.push_back(refused_by_strict(warnings));
    return true;
  }

  void write(const std::vector<Book>& books, const std::vector<Target>& targets) {
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
      account_.books.push_back(
          {target.name, std::string(backend_of(target.format).name),
           asked_.voice.json || asked_.batch.each ? sha256_hex(bytes) : std::string(), bytes.size(),
           book->made.pages});
    }
  }

  Invocation asked_;  // its typesetting is settled by the texts
  const std::vector<Target>& targets_;
  SourceMap& sources_;
  Account& account_;
};

}  // namespace

std::optional<Preparation> make_books(const Invocation& asked, Inputs inputs,
                                      const std::vector<Target>& targets, SourceMap& sources,
                                      Account& account) {
  return Making(asked, targets, sources, account).run(std::move(inputs));
}

Error refused_by_strict(std::size_t warnings) {
  const std::string count = std::to_string(warnings);
  return {Fault::document,
          "strict",
          {"有 " + count + " 条警告，未生成", count + " warnings, so no book was written"},
          {"改正上述各处，或去掉 --strict", "mend them, or leave out --strict"},
          {}};
}

int exit_code_of(const Account& account, bool only_checked) {
  int out = only_checked && account.log.count(Severity::warning) > 0 ? 1 : 0;
  if (account.log.count(Severity::error) > 0) out = static_cast<int>(Fault::document);
  for (const Error& error : account.errors)
    out = std::max(out, static_cast<int>(error.fault));
  return out;
}

}  // namespace keben::app
