#include "app/inputs.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

#include "app/folder_listing.h"
#include "app/system_reason.h"
#include "base/regular_file.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

Error unreadable(const std::string& name, const std::string& why_zh, const std::string& why_en,
                 Words hint = {"请核对文件名", "correct the name"}) {
  return {Fault::document,
          "input-unreadable",
          {"读不到 " + name + "：" + why_zh, "cannot read " + name + ": " + why_en},
          std::move(hint),
          {}};
}

Error too_large(const std::string& name, std::size_t limit) {
  const std::string most = std::to_string(limit >> 20);
  return {Fault::document,
          "input-too-large",
          {name + " 超过 " + most + " MB", name + " is over " + most + " MB"},
          {"请把它分成几篇", "divide it into several texts"},
          {}};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

/// Standard input may be anything that ends.
Result<Bytes> read_stdin(std::size_t most) {
  Bytes out;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t got = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(unreadable_input("-", errno));
    if (got == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    if (out.size() > most) return failure(too_large("-", most));
  }
}

Error trouble_with(const std::string& name, ReadTrouble trouble, std::size_t most) {
  switch (trouble.kind) {
    case ReadTrouble::Kind::no_file:
      return unreadable(name, "不是普通文件", "it is no regular file",
                        {"以 - 从标准输入读取", "use - to read standard input"});
    case ReadTrouble::Kind::too_large:
      return too_large(name, most);
    case ReadTrouble::Kind::system:
      break;
  }
  return unreadable_input(name, trouble.number);
}

/// The absolute folder of a text; the working folder for standard input.
fs::path folder_of(const std::string& name) {
  std::error_code ignored;
  const fs::path path = name == "-" ? fs::path(".") : fs::path(name);
  const bool itself = name == "-" || fs::is_directory(path, ignored);
  const fs::path absolute = fs::weakly_canonical(fs::absolute(path, ignored), ignored);
  return itself ? absolute : absolute.parent_path();
}

/// Gathers texts until all together pass the limit.
class Gathering {
 public:
  Gathering(const series::Asked& asked, const series::Project& project,
            const config::ReadOptions& options, SourceMap& sources, Diagnostics& log)
      : asked_(asked), project_(project), options_(options), sources_(sources), log_(log) {}

  Done add(const std::string& name) {
    std::error_code ignored;
    if (fs::is_directory(name, ignored)) return add_folder(name);
    Result<Bytes> bytes = name == "-" ? read_stdin(options_.limits.file_bytes)
                                      : read_file(name, options_.limits.file_bytes);
    return add_text({name, std::move(bytes)});
  }

  Inputs take() { return std::move(inputs_); }

 private:
  Done add_text(InputText text) {
    total_ += text.bytes ? text.bytes->size() : 0;
    if (total_ > options_.limits.collection_bytes)
      return failure(too_large(text.name, options_.limits.collection_bytes));
    inputs_.texts.push_back(std::move(text));
    return {};
  }

  Done add_folder(const std::string& folder) {
    const Result<series::Listing> listed = list_folder(folder, options_);
    if (!listed) return failure(listed.error());
    const series::Listing& listing = *listed;
    const series::Plan plan =
        project_.contents.empty()
            ? series::plan_collection(listing, asked_, options_.limits, sources_, log_)
            : series::plan_contents(listing, project_, options_.limits, log_);
    tell_of(listing, plan);
    if (plan.members.empty()) return failure(no_texts(listing));
    for (const series::PartStart& part : plan.parts)
      inputs_.parts.push_back({part.title, inputs_.texts.size() + part.first});
    inputs_.title = plan.title;
    inputs_.authors = plan.authors;
    inputs_.language = plan.language;
    for (const series::Member& member : plan.members) {
      const std::string name = listing.shown(member.path);
      InputText text{name, read_file(name, options_.limits.file_bytes), true, member.title,
                     member.title_wins};
      if (Done done = add_text(std::move(text)); !done) return done;
    }
    return {};
  }

  void tell_of(const series::Listing& listing, const series::Plan& plan) {
    series::tell_left_out(listing, plan.left_out, log_);
    series::tell_left_out(listing, listing.passed_over, log_);
  }

  const series::Asked asked_;
  const series::Project& project_;
  const config::ReadOptions& options_;
  SourceMap& sources_;
  Diagnostics& log_;
  Inputs inputs_;
  std::size_t total_ = 0;
};

}  // namespace

Result<Bytes> read_file(const std::string& name, std::size_t most) {
  const Descriptor file(open_for_reading(name.c_str()));
  if (file.number() < 0) return failure(unreadable_input(name, errno));
  return read_regular(file.number(), most).map_error([&](ReadTrouble trouble) {
    return trouble_with(name, trouble, most);
  });
}

Error unreadable_input(const std::string& name, int number) {
  const Words reason = reason_of(number);
  return unreadable(name, reason.zh, reason.en);
}

Error no_texts(const series::Listing& listing) {
  if (listing.texts.empty() && listing.passed_over.empty())
    return unreadable(listing.name, "文件夹中没有 Markdown 文件", "the folder holds no Markdown");
  return unreadable(listing.name, "其中的 Markdown 都未收入", "none of its Markdown is for a book",
                    {"见上面各条的原因", "the notes above say why"});
}

Result<Inputs> read_inputs(const std::vector<std::string>& names, const series::Asked& asked,
                           const series::Project& project, const config::ReadOptions& options,
                           SourceMap& sources, Diagnostics& log) {
  Gathering gathering(asked, project, options, sources, log);
  for (const std::string& name : names)
    if (const Done done = gathering.add(name); !done) return failure(done.error());
  Inputs out = gathering.take();
  out.folder = folder_of(names.front());
  const bool one_folder = names.size() == 1;
  if (!one_folder) out.title.clear(), out.authors.clear(), out.language.clear();
  return out;
}

}  // namespace keben::app
