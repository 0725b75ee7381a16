#include <cmath>
#include <optional>

#include "base/overload.h"
#include "pdf/draw/dump.h"
#include "tests/spec/shown.h"

namespace keben::spec {
namespace {

using namespace pdf::draw;

bool is_inline(Role role) {
  return role == Role::span || role == Role::link || role == Role::reference ||
         role == Role::ruby || role == Role::ruby_base || role == Role::ruby_text ||
         role == Role::formula;
}

/// The element that a reader would name: what a line is part of, not the words in it.
StructId element_of(const DisplayList& list, StructId tag) {
  while (is_inline(list.structure[tag.v].role))
    tag = list.structure[tag.v].parent;
  return tag;
}

std::string rounded(Pt length) {
  return std::to_string(std::lround(length.v));
}

/// What tells a face from the text's own: the words of its name that say so.
std::string manner_of(const std::string& postscript_name) {
  const auto has = [&](std::string_view word) {
    return postscript_name.find(word) != std::string::npos;
  };
  std::string out;
  const auto say = [&](std::string_view word) {
    out += out.empty() ? word : " " + std::string(word);
  };
  if (has("Mono")) {
    say("mono");
  } else if (has("Kai")) {
    say("kai");
  } else if (has("Emoji")) {
    say("emoji");
  } else if (has("Sans")) {
    say("hei");
  }
  if (has("Bold") || has("Black") || has("Medium")) say("bold");
  if (has("Italic") || has("Oblique")) say("italic");
  return out;
}

/// What the stylesheet draws between paragraphs.
bool is_ornament(std::string_view text) {
  return text.find("＊") != std::string_view::npos;
}

/// Lines in the making: the last one is open while runs go on at its height, in its element.
class Lines {
 public:
  Lines(const DisplayList& list, const fonts::Catalog& faces) : list_(list), faces_(faces) {}

  void add(const Glyphs& run, StructId tag) {
    const StructId element = element_of(list_, tag);
    if (element.v == 0) {  // an ornament; or a header, a folio, a hyphen, which are not shown
      if (is_ornament(run.text)) add_drawing(run.text);
      return;
    }
    if (!goes_on(run, element)) {
      end();
      open_ = Open{element, run.at.y, run.size, {}, {}};
    }
    std::string manner = manner_of(faces_[{run.face.v}].postscript_name());
    const auto say = [&](std::string_view word) {
      manner = manner.empty() ? std::string(word) : manner + " " + std::string(word);
    };
    if (run.glyphs.front().rise.v > 0) say("raised");
    if (run.glyphs.front().rise.v < 0) say("lowered");
    if (run.size.v < open_->size.v * 0.95) say("small");
    if (manner != open_->manner) {
      close_manner();
      open_->manner = manner;
      if (!manner.empty()) open_->text += "{" + manner + ": ";
    }
    open_->text += run.text;
  }

  void add_drawing(const std::string& what) {
    end();
    const std::string line = "[" + what + "]\n";
    if (!out_.ends_with("\n" + line) && out_ != line) out_ += line;
  }

  void add_link(const LinkArea& link) {
    end();
    const std::string line =
        "-> " + (link.address.empty() ? "#" + link.anchor : link.address) + "\n";
    if (!out_.ends_with("\n" + line)) out_ += line;
  }

  std::string take() {
    end();
    return std::move(out_);
  }

 private:
  struct Open {
    StructId element;
    Pt y, size;
    std::string manner;  // of the last run
    std::string text;
  };

  bool goes_on(const Glyphs& run, StructId element) const {
    return open_ && open_->element == element &&
           std::abs(run.at.y.v - open_->y.v) < open_->size.v * 0.7;
  }

  void close_manner() {
    if (!open_->manner.empty()) open_->text += "}";
  }

  void end() {
    if (!open_) return;
    close_manner();
    out_ +=
        std::string(name_of(list_.structure[open_->element.v].role)) + "  " + open_->text + "\n";
    open_.reset();
  }

  const DisplayList& list_;
  const fonts::Catalog& faces_;
  std::string out_;
  std::optional<Open> open_;
};

}  // namespace

std::string show_lines(const DisplayList& list, const fonts::Catalog& faces) {
  Lines lines(list, faces);
  for (const Page& page : list.pages) {
    for (const Item& item : page.items) {
      std::visit(Overload{
                     [&](const Glyphs& g) { lines.add(g, item.tag); },
                     [&](const Fill&) { lines.add_drawing("fill"); },
                     [&](const Rule& r) { lines.add_drawing(r.dot.v > 0 ? "dots" : "rule"); },
                     [&](const Picture& p) {
                       lines.add_drawing("picture " + rounded(p.area.width) + "×" +
                                         rounded(p.area.height));
                     },
                 },
                 item.is);
    }
    for (const LinkArea& link : page.links)
      lines.add_link(link);
  }
  return lines.take();
}

}  // namespace keben::spec
