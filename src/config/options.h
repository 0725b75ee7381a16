// What the person asked for, as plain values, settled once and handed out in slices.
//
// Precedence (product.md): flags > environment > keben.yaml > front matter > theme > defaults. No
// room below app reads the environment; each gets only its slice by const&.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "config/page_size.h"
#include "config/typesetting.h"

namespace keben::config {

/// Which Markdown a file is read as: with our own constructs, or one of the plain standards.
enum class Dialect { keben, commonmark, gfm };

/// What one text may hold at most; each is an error that names the limit (faults.md §2).
struct Limits {
  std::size_t file_bytes = 16u << 20;
  std::size_t collection_bytes = 256u << 20;
  std::size_t nesting = 100;
  std::size_t container_nesting = 32;
  std::size_t table_columns = 1000;
  std::size_t table_cells = 100'000;
  std::size_t notes = 20'000;
  std::size_t headings = 20'000;
  std::size_t reference_bytes = 100u << 10;  // and as much again as the text has
  std::size_t front_matter_bytes = 64u << 10;
  std::size_t front_matter_depth = 64;
  std::size_t address_bytes = 8u << 10;
  std::size_t image_bytes = 20u << 20;
  std::size_t image_pixels = 64'000'000;
  std::uint32_t image_side = 32'767;
  std::size_t svg_bytes = 4u << 20;
  std::size_t profile_bytes = 4u << 20;  // of a picture's colours (ICC)
};

struct ReadOptions {
  Dialect dialect = Dialect::keben;
  std::string encoding;  // --from-encoding, or empty
  Limits limits;
};

struct FetchOptions {
  bool offline = false;
  std::vector<std::string> allowed_hosts;  // HOST or HOST:PORT
  unsigned parallel = 8;
  unsigned parallel_per_host = 2;
  double connect_seconds = 10;
  double first_byte_seconds = 15;
  double stall_seconds = 10;
  double total_seconds = 30;
  double job_seconds = 120;
  std::size_t job_bytes = 256u << 20;
  unsigned redirects = 5;
  std::string referer;                                // sent with every request; empty: none is
  std::filesystem::path cache_folder;                 // of downloads; empty: nothing is kept
  std::size_t cache_bytes = 512u << 20;               // that it may hold
  std::filesystem::path scratch_folder = "/var/tmp";  // for pictures that memory should not hold
  double cache_fresh_seconds = 24 * 3600;             // for which a server is not asked again
  Limits limits;
};

/// Where the cover comes from.
struct CoverChoice {
  enum class From { automatic, none, file };
  From from = From::automatic;
  std::filesystem::path file;
};

/// What a picture is made to fit where a book's readers have little memory; `original` leaves it.
struct PictureFit {
  bool original = false;
  std::size_t pixels = 4'000'000;            // Apple's advice
  std::size_t bytes = 5u << 20;              // Kobo takes no more
  std::size_t readable_pixels = 16'000'000;  // 64 MB once decoded; WebKit on phones draws no more
};

/// The type that goes into an EPUB: none; what its text is set in; or only the hanzi that a
/// reader's own faces may lack.
enum class EmbeddedType { none, used, rare };

/// How lines run: from left to right, or from top to bottom, the first one on the right.
enum class Writing { horizontal, vertical };

struct EpubOptions {
  int toc_depth = 3;
  Writing writing = Writing::horizontal;
  PictureFit pictures;
  std::string css;  // the author's own stylesheet, after ours; empty: none
  EmbeddedType fonts = EmbeddedType::none;
  bool obfuscate_fonts = false;  // where a face's licence wants it
  Jobs jobs;
};

/// Print: mirrored margins, chapters on a recto. Screen: centred, no blank pages.
enum class Purpose { print, screen };

struct PdfOptions {
  PageSize page;
  Purpose purpose = Purpose::print;
  Typesetting typesetting;
  int toc_depth = 2;
  std::vector<std::filesystem::path> font_folders;
  Jobs jobs;
};

/// What flags and keben.yaml say about the book; they win over front matter.
struct MetaOverrides {
  std::string title;
  std::vector<std::string> authors;
  std::string date;
  std::string language;
  std::string subtitle;  // from here on keben.yaml's alone
  std::string description;
  std::string series;
  std::string number;  // in the series
  std::string site;
  std::string isbn;
  std::vector<std::string> usual_authors;  // of texts that name none
  std::string usual_language;              // of texts that do not say
  std::string permalink;  // pattern of the essays' pages under the site (outline/permalinks.h)
};

struct ExportOptions {
  ReadOptions read;
  FetchOptions fetch;
  EpubOptions epub;
  PdfOptions pdf;
  CoverChoice cover;
  MetaOverrides meta;
  std::vector<Setting> typeset;  // keben.yaml's, then the flags': the last counts
  std::filesystem::path root;    // empty: found upward from the document
  std::optional<std::int64_t> source_date_epoch;
  bool strict = false;
  bool keep_going = false;  // a text that cannot be read is a page that says so
  Jobs jobs;
};

}  // namespace keben::config
