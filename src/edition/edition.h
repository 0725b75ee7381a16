// A book, settled: all that there is to decide about its text is decided here, once, and both
// backends read it.
//
// It is made of the model by moving (settle.h). A backend is given an Edition, the pictures and the
// faces, and nothing else of the text; where it would have to decide what something means, that
// belongs here. What it may still decide is what differs by the medium: which file or page a thing
// stands on, and how it is drawn.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/source_map.h"
#include "config/options.h"
#include "config/theme.h"
#include "edition/block.h"
#include "edition/node_id.h"
#include "model/collection.h"
#include "model/generated_words.h"
#include "outline/identity.h"
#include "outline/outline.h"

namespace keben::edition {

/// How a text begins, in lines that are set as they stand.
struct Opening {
  NodeId id;
  std::string title;
  std::string subtitle;  // this and what follows: of a text that is one of several
  std::string byline;    // makers where the whole has others, and the day
  std::string tags;
  std::string address;        // of its page on the web, as links want it; or empty
  std::string shown_address;  // as readers see it
  bool operator==(const Opening&) const = default;
};

/// A note, in the order of first references; its number is its place, from 1.
struct Note {
  Blocks children;
  std::vector<std::size_t> marks;  // the chapter that each reference stands in, by occurrence
  bool operator==(const Note&) const = default;
};

/// One text of the book.
struct Essay {
  FileId file;
  model::Meta meta;
  Opening opening;
  Blocks blocks;
  std::vector<outline::Chapter> chapters;  // ranges of `blocks`
  std::vector<Note> notes;
  std::size_t characters = 0;  // of one of several: that a reader sees, notes apart
};

struct Part {
  NodeId id;
  std::string title;
  std::uint32_t first = 0;  // index of its first essay
  bool opened = false;      // that essay is its page: it has no other, and is no member of its own
  bool has_page_of_its_own() const { return !title.empty() && !opened; }
};

/// The lines of the title page, from the top.
struct TitlePage {
  std::string series, title, subtitle;
  std::vector<std::string> makers;  // authors first, then the others with what they did
  std::string publisher, days, description;
};

struct ColophonEntry {
  NodeId id;
  model::DocumentId essay;
  std::string title, about;
  std::string address, shown_address;
};
struct Colophon {
  NodeId id;
  std::vector<std::string> whole;
  std::vector<ColophonEntry> entries;
};

struct Edition {
  model::Meta meta;    // of the whole
  bool single = true;  // one essay that is the book
  std::vector<Essay> essays;
  std::vector<Part> parts;
  outline::Outline outline;
  outline::Identity identity;
  TitlePage title_page;
  std::optional<Colophon> colophon;
  config::Theme theme;
  config::Writing writing = config::Writing::horizontal;
  std::map<assets::AssetId, SourceSpan> pictures;  // that the text shows, and where first
  std::vector<SourceSpan> places;                  // of the nodes, by NodeId

  bool vertical() const { return writing == config::Writing::vertical; }
  const model::GeneratedWords& words() const { return model::words_for(meta.language.convention); }
};

}  // namespace keben::edition
