#include "app/settings_key.h"

#include <filesystem>
#include <string_view>
#include <vector>

#include "app/inputs.h"
#include "base/hash.h"
#include "config/limits.h"

namespace keben::app {
namespace {

/// Values one after another, each with its length, so that no two lists of them look alike.
class Writer {
 public:
  void add(std::string_view text) {
    out_.append(std::to_string(text.size())).append(":").append(text);
  }
  void add(const std::vector<std::string>& texts) {
    add(std::to_string(texts.size()));
    for (const std::string& text : texts)
      add(text);
  }
  template <class Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void add(Number number) {
    if constexpr (std::is_enum_v<Number>) {
      add(std::to_string(static_cast<int>(number)));
    } else {
      add(std::to_string(number));
    }
  }
  void add_file(const std::filesystem::path& file, std::size_t most) {
    add(file.string());
    const Result<Bytes> bytes = file.empty() ? Bytes() : read_file(file.string(), most);
    add(bytes ? sha256_hex(*bytes) : std::string());
  }
  std::string digest() const { return sha256_hex(out_); }

 private:
  std::string out_;
};

// Each of these names every member of its struct: one that is added there is an error here, and
// somebody must say whether a book depends on it.

void add_read(const config::ReadOptions& options, Writer& to) {
  const auto& [dialect, encoding, limits] = options;
  to.add(dialect);
  to.add(encoding);
  to.add(config::spelled(limits));  // a picture over one is a box
}

void add_epub(const config::EpubOptions& options, Writer& to) {
  const auto& [toc_depth, writing, pictures, css, fonts, obfuscate_fonts, jobs] = options;
  to.add(toc_depth);
  to.add(writing);
  const auto& [original, pixels, bytes, readable_pixels] = pictures;
  to.add(original);
  to.add(pixels);
  to.add(bytes);
  to.add(readable_pixels);
  to.add(css);
  to.add(fonts);
  to.add(obfuscate_fonts);
  static_cast<void>(jobs);
}

void add_pdf(const config::PdfOptions& options, Writer& to) {
  const auto& [page, purpose, typesetting, toc_depth, font_folders, jobs] = options;
  static_cast<void>(typesetting);  // settled from `typeset` and the text
  const auto& [name, width, height] = page;
  to.add(name);
  to.add(width.v);
  to.add(height.v);
  to.add(purpose);
  to.add(toc_depth);
  for (const std::filesystem::path& folder : font_folders)
    to.add(folder.string());
  static_cast<void>(jobs);
}

void add_meta(const config::MetaOverrides& meta, Writer& to) {
  const auto& [title, authors, date, language, subtitle, description, series, number, site, isbn,
               usual_authors, usual_language, permalink] = meta;
  for (const std::string* text : {&title, &date, &language, &subtitle, &description, &series,
                                  &number, &site, &isbn, &usual_language, &permalink})
    to.add(*text);
  to.add(authors);
  to.add(usual_authors);
}

}  // namespace

std::string settings_key(const config::ExportOptions& options) {
  const auto& [read, fetch, epub, pdf, cover, meta, typeset, root, source_date_epoch, strict,
               keep_going, jobs] = options;
  Writer out;
  out.add(KEBEN_VERSION);
  add_read(read, out);
  static_cast<void>(fetch);  // a picture that could not be had is asked for again anyway
  add_epub(epub, out);
  add_pdf(pdf, out);
  out.add(cover.from);
  out.add_file(cover.file, read.limits.image_bytes);
  add_meta(meta, out);
  for (const config::Setting& setting : typeset) {
    out.add(setting.name);
    out.add(setting.value);
  }
  out.add(root.string());
  out.add(source_date_epoch ? std::to_string(*source_date_epoch) : std::string());
  out.add(strict);
  static_cast<void>(keep_going);  // of a book of one text there would be nothing
  static_cast<void>(jobs);
  return out.digest();
}

}  // namespace keben::app
