#include "markdown/includes.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "markdown/ascii.h"
#include "markdown/file_parts.h"
#include "markdown/front_matter.h"
#include "markdown/include_marks.h"
#include "markdown/literals.h"

namespace keben::markdown {
namespace {

constexpr std::size_t kDeepest = 16;
constexpr std::size_t kMost = 10'000;

using Path = std::filesystem::path;

/// A path from the root as it would be opened; empty where it leads out of the root.
std::string resolved(const std::string& from_file, std::string_view written) {
  const bool from_root = written.starts_with('/') || written.starts_with("@/");
  if (written.starts_with('@')) written.remove_prefix(1);
  while (written.starts_with('/'))
    written.remove_prefix(1);
  const Path base = from_root ? Path() : Path(from_file).parent_path();
  const std::string path = (base / Path(written)).lexically_normal().generic_string();
  const bool outside = path.empty() || path == "." || path == ".." || path.starts_with("../");
  return outside ? std::string() : path;
}

/// The longest run of backticks, so that a fence around the text can be longer.
std::size_t longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

class Weaver {
 public:
  Weaver(SourceMap& sources, const IncludedFiles& files, const config::ReadOptions& options,
         Diagnostics& log)
      : sources_(sources), files_(files), options_(options), log_(log) {
    open_.push_back(Path(files.path).lexically_normal().generic_string());
  }

  Result<LinedText> weave(const LinedText& text) {
    read(text.text, [&](std::uint32_t line) { return text.origin(line); });
    if (error_) return failure(*std::move(error_));
    return out_.finish();
  }

 private:
  struct File {
    FileId id;
    std::string text;
    bool broken = false;  // its bytes are no text
  };

  /// Copies a text line by line, and calls in what its lines call in.
  template <class OriginOf>
  void read(std::string_view text, const OriginOf& origin_of) {
    const Literals literals = find_literals(text, Writing::site);
    LiteralCursor cursor(literals.spans);
    std::uint32_t number = 1;
    for (std::size_t at = 0; at < text.size() && !error_; ++number) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      read_line(text.substr(at, end - at), where(cursor, at, end), origin_of(number));
      if (end < text.size()) out_.write("\n", origin_of(number));
      at = end + 1;
    }
  }

  /// What a line is one of; nothing calls from within HTML's comments.
  enum class Where { prose, code, comment };
  static Where where(LiteralCursor& cursor, std::size_t first, std::size_t end) {
    const Literal* span = cursor.at(first);
    if (span && span->kind == Literal::Kind::html && span->first < first) return Where::comment;
    return cursor.covers_line(first, end) ? Where::code : Where::prose;
  }

  void read_line(std::string_view line, Where place, Origin at) {
    if (place == Where::comment) return out_.write(line, at);
    const bool in_code = place == Where::code;
    std::size_t done = 0;
    for (auto mark = find_include(line, 0, in_code); mark && !error_;
         mark = find_include(line, done, in_code)) {
      out_.write(line.substr(done, mark->first - done), at);
      if (mark->escaped) {
        out_.write(line.substr(mark->first + 1, mark->end - mark->first - 1), at);
      } else {
        call(*mark, line, in_code, at);
      }
      done = mark->end;
    }
    out_.write(line.substr(done), at);
  }

  SourceSpan span(Origin at) const { return {at.line, at.line, 1, 1, at.file}; }

  void call(const IncludeMark& mark, std::string_view line, bool in_code, Origin at) {
    if (++calls_ > kMost) return fail_count(at);
    const std::string path = resolved(open_.back(), mark.path);
    if (std::find(open_.begin(), open_.end(), path) != open_.end() && !path.empty())
      return cut_cycle(mark, path, at);
    const File* file = path.empty() ? nullptr : find(path, mark);
    if (!file || file->broken) return keep(mark, line, in_code, at, path.empty());
    const std::string body = body_of(*file, mark.as_code || in_code);
    const auto lines = lines_of(body, mark.part);
    if (!lines) {
      warn("include-anchor-missing", at,
           {"文件 " + mark.path + " 中没有锚点 " + mark.part.anchor,
            "no anchor " + mark.part.anchor + " in " + mark.path});
      return keep_text(mark, line, in_code, at);
    }
    insert(mark, *file, path, body, *lines, line, in_code, at);
  }

  /// An included essay's front matter is not its text; a code file has none.
  std::string body_of(const File& file, bool code) const {
    const bool markdown = file.text.starts_with("---") || file.text.starts_with("+++");
    if (code || !markdown) return file.text;
    Diagnostics unheard;
    const FrontMatter front = read_front_matter(file.text, file.id, options_.limits, unheard);
    const auto lines = std::count(
        file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(front.end_byte), '\n');
    return std::string(static_cast<std::size_t>(lines), '\n') + file.text.substr(front.end_byte);
  }

  const File* find(const std::string& path, const IncludeMark& mark) {
    if (const auto known = known_.find(path); known != known_.end())
      return known->second ? &*known->second : nullptr;
    std::optional<File>& file = known_[path];
    std::optional<Bytes> bytes = files_.read ? files_.read(path) : std::nullopt;
    if (!bytes) return nullptr;
    config::ReadOptions options = options_;
    options.encoding.clear();
    Result<std::string> text =
        decode_text(*std::move(bytes), mark.path, sources_.next(), options, log_);
    if (!text) return &file.emplace(File{{}, {}, true});
    const FileId id = sources_.add(path, *text);
    return &file.emplace(File{id, *std::move(text), false});
  }

  /// `lines` are some of `body`, all that the file says.
  void insert(const IncludeMark& mark, const File& file, const std::string& path,
              std::string_view body, const std::vector<NumberedLine>& lines, std::string_view line,
              bool in_code, Origin at) {
    const std::string_view before = line.substr(0, mark.first);
    const bool alone = before.find_first_not_of(" \t>") == std::string_view::npos;
    const std::string_view prefix = alone ? before : std::string_view();
    if (mark.as_code) return insert_code(mark, file, path, lines, prefix, at);
    const bool deeper = !in_code && calls_includes(file.text);
    if (deeper && open_.size() > kDeepest) {
      warn("include-too-deep", at, {"嵌套引用超过 16 层", "files include each other 16 deep"});
      return keep_text(mark, line, in_code, at);
    }
    open_.push_back(path);
    LiteralCursor cursor(spans_of(path, deeper ? body : std::string_view()));
    for (std::size_t i = 0; i < lines.size() && !error_; ++i) {
      const Origin origin{file.id, lines[i].number};
      if (i > 0) out_.write("\n" + std::string(prefix), origin);
      if (deeper) {
        const auto first = static_cast<std::size_t>(lines[i].text.data() - body.data());
        read_line(lines[i].text, where(cursor, first, first + lines[i].text.size()), origin);
      } else {
        out_.write(lines[i].text, origin);
      }
      check_size(origin);
    }
    open_.pop_back();
  }

  /// Of a file's text, which may be called in many times.
  const std::vector<Literal>& spans_of(const std::string& path, std::string_view body) {
    static const std::vector<Literal> kNone;
    if (body.empty()) return kNone;
    const auto [row, is_new] = spans_.try_emplace(path);
    if (is_new) row->second = find_literals(body, Writing::site).spans;
    return row->second;
  }

  void insert_code(const IncludeMark& mark, const File& file, const std::string& path,
                   const std::vector<NumberedLine>& lines, std::string_view prefix, Origin at) {
    const std::string fence(std::max<std::size_t>(longest_run_of_backticks(file.text) + 1, 3), '`');
    std::string info = mark.info;
    if (info.empty() || info.starts_with(' ')) {
      const std::string suffix = Path(path).extension().string();
      info = (suffix.empty() ? "text" : suffix.substr(1)) + info;
    }
    out_.write(fence + info + "\n", at);
    for (const NumberedLine& line : lines) {
      const Origin origin{file.id, line.number};
      out_.write(std::string(prefix) + std::string(line.text) + "\n", origin);
      check_size(origin);
    }
    out_.write(std::string(prefix) + fence, at);
  }

  // --- What goes wrong -------------------------------------------------------------------------

  void warn(std::string code, Origin at, Words text, Words hint = {}) {
    log_.warn(std::move(code), span(at), std::move(text), std::move(hint));
  }

  void keep(const IncludeMark& mark, std::string_view line, bool in_code, Origin at, bool outside) {
    if (outside) {
      warn("include-outside-root", at,
           {"引用的文件在根目录之外：" + mark.path, "included file outside the root: " + mark.path},
           {"把文件放进根目录，或用 --root 指定更高的目录",
            "put the file inside the root, or name a higher folder with --root"});
    } else {
      warn("include-missing", at,
           {"引用的文件读不到：" + mark.path, "included file cannot be read: " + mark.path},
           {"检查路径；以 / 开头的路径从根目录算起", "check the path; `/x` counts from the root"});
    }
    keep_text(mark, line, in_code, at);
  }

  /// The call as its author wrote it, as code, so that it is seen.
  void keep_text(const IncludeMark& mark, std::string_view line, bool in_code, Origin at) {
    const std::string_view before = line.substr(0, mark.first);
    const std::string written(line.substr(mark.first, mark.end - mark.first));
    const bool alone = before.find_first_not_of(" \t>") == std::string_view::npos &&
                       is_blank(line.substr(mark.end));
    if (in_code) {
      out_.write(written, at);
    } else if (alone) {
      const std::string prefix(before);
      out_.write_from_one_line("```\n" + prefix + written + "\n" + prefix + "```", at);
    } else {
      out_.write("`" + written + "`", at);
    }
  }

  void cut_cycle(const IncludeMark& mark, const std::string& path, Origin at) {
    warn("include-cycle", at,
         {"循环引用：" + path + " 已在引用它的文件之中", "circular: " + path + " includes itself"});
    out_.write("（循环引用 " + mark.path + "）", at);
  }

  void check_size(Origin at) {
    if (out_.size() <= options_.limits.file_bytes) return;
    const std::string limit = std::to_string(options_.limits.file_bytes >> 20);
    fail("includes-too-large", at,
         {"引用展开后的文本超过上限 " + limit + " MiB",
          "the text with all that it includes is over the limit of " + limit + " MiB"});
  }
  void fail_count(Origin at) {
    const std::string limit = std::to_string(kMost);
    fail("includes-too-many", at,
         {"引用的文件超过上限 " + limit + " 个", "included files, over the limit of " + limit});
  }
  void fail(std::string code, Origin at, Words what) {
    if (error_) return;
    error_ = Error{
        .fault = Fault::document, .code = std::move(code), .what = std::move(what), .at = span(at)};
  }

  SourceMap& sources_;
  const IncludedFiles& files_;
  const config::ReadOptions& options_;
  Diagnostics& log_;
  LineWriter out_;
  std::map<std::string, std::optional<File>> known_;
  std::map<std::string, std::vector<Literal>> spans_;  // of the texts that call in others
  std::vector<std::string> open_;  // files that are being read, the document first
  std::size_t calls_ = 0;
  std::optional<Error> error_;
};

}  // namespace

bool calls_includes(std::string_view text) {
  constexpr std::string_view kSigns[] = {"{{#",       "--8<--",  "<<< ",
                                         "@include:", "[import", "[include"};
  return std::any_of(std::begin(kSigns), std::end(kSigns), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

Result<LinedText> weave_includes(const LinedText& text, SourceMap& sources,
                                 const IncludedFiles& files, const config::ReadOptions& options,
                                 Diagnostics& log) {
  return Weaver(sources, files, options, log).weave(text);
}

}  // namespace keben::markdown
