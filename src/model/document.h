// One essay: what its front matter says, its blocks, its notes. Immutable once read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source_map.h"
#include "model/block.h"
#include "model/language.h"

namespace keben::model {

/// A calendar day, UTC, year 1 to 9999; valid by construction of the reader.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const Date&) const = default;
};

/// A moment, in seconds since 1970-01-01T00:00:00Z.
struct Moment {
  std::int64_t seconds = 0;
  auto operator<=>(const Moment&) const = default;
};

struct Person {
  std::string name;
  std::string role = "aut";  // MARC relator code
  std::string file_as;       // what shelves sort by, where the author says it
  bool operator==(const Person&) const = default;
};

struct SeriesPlace {
  std::string name;
  std::string number;  // "2", "2.5", or empty
  bool operator==(const SeriesPlace&) const = default;
};

/// A wish of the author's for how lines are set (config/typesetting.h).
struct Setting {
  std::string name, value;
  bool operator==(const Setting&) const = default;
};

/// What is known of a text beside its words. Empty strings mean absent; `title` and `language` are
/// always settled.
struct Meta {
  std::string title;
  std::string file_as;  // what shelves sort by, where the author says it
  std::string subtitle;
  std::vector<Person> people;
  Language language;
  std::optional<Date> published;
  std::optional<Moment> modified;  // the newest date that the front matter gives
  std::string description;
  std::vector<std::string> tags;
  std::string category;
  std::string publisher;
  std::string rights;
  std::string source;  // canonical address
  std::string isbn;    // thirteen digits
  std::string site;    // the blog's address
  std::string slug;
  std::vector<std::string> aliases;
  std::string cover;  // the front matter's image, as written
  SeriesPlace series;
  SeriesPlace volume;  // of the set that one book was cut into
  std::vector<Setting> typesetting;
  std::string draft;  // the words that keep the text from readers, `draft: true`; empty: none do
  SourceSpan title_at;
  bool operator==(const Meta&) const = default;
};

/// A footnote. Notes stand in the order of their first reference; a note's number is its place,
/// from 1.
struct Note {
  SourceSpan at;
  std::string label;
  Blocks children;
  std::uint32_t references = 0;
  bool operator==(const Note&) const = default;
};

struct Document {
  FileId file;
  std::string path;  // as the user named it; relative sources of images resolve against its folder
  std::string in_root;  // the same from the book's root (`../` where it lies outside), which is
                        // what links count from; empty where there is no file
  Meta meta;
  Blocks blocks;
  std::vector<Note> notes;
  // How many of each the document holds; ids run below these.
  std::uint32_t headings = 0;
  std::uint32_t links = 0;
  std::uint32_t images = 0;
  bool title_is_first_heading =
      false;             // the only H1 was taken as the title and stands no more among the blocks
  std::string title_id;  // that heading's {#id}, or empty
  bool operator==(const Document&) const = default;
};

}  // namespace keben::model
