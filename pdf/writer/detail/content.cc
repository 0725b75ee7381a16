#include "pdf/writer/detail/content.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/overload.h"
#include "pdf/draw/dump.h"
#include "pdf/writer/detail/syntax.h"

namespace keben::pdf::writer {
namespace {

class ContentWriter {
 public:
  ContentWriter(Pt height, const std::vector<draw::Struct>& structure, const Resources& resources)
      : height_(height), structure_(structure), resources_(resources) {}

  std::string out;
  std::vector<draw::StructId> owners;

  /// Ends the stretch of marks that is open, and opens one of the element `tag`.
  void begin_stretch(draw::StructId tag) {
    end_stretch();
    open_ = tag;
    if (tag.v == 0) {
      out += "/Artifact BMC\n";
    } else {
      mark(draw::name_of(structure_[tag.v].role), {});
    }
  }

  void end_stretch() {
    leave_text();
    if (open_) out += "EMC\n";
    open_.reset();
  }

  std::optional<draw::StructId> open() const { return open_; }

  void item(const draw::Item& item) {
    std::visit(Overload{
                   [&](const draw::Glyphs& g) { glyphs(g); },
                   [&](const draw::Fill& f) {
                     leave_text();
                     ink(f.ink, fill_, "rg\n", "g\n");
                     area(f.area);
                     out += " re f\n";
                   },
                   [&](const draw::Rule& r) { rule(r); },
                   [&](const draw::Picture& p) { picture(p); },
               },
               item.is);
  }

 private:
  void leave_text() {
    if (in_text_) out += "ET\n";
    in_text_ = false;
  }

  /// Opens a stretch with the next MCID, which belongs to the open element.
  void mark(std::string_view name, std::string_view more) {
    out += '/';
    out += name;
    out += "<</MCID ";
    put(out, static_cast<std::int64_t>(owners.size()));
    out += more;
    out += ">>BDC\n";
    owners.push_back(*open_);
  }

  /// A stretch of `owner` that says `text` for its marks, instead of what its glyphs say; an
  /// artifact's is nested in it.
  void begin_saying(std::string_view text, draw::StructId owner) {
    const std::string says = "/ActualText" + text_string(text);
    if (owner.v == 0) {
      leave_text();
      out += "/Span<<" + says + ">>BDC\n";
    } else {
      end_stretch();
      open_ = owner;
      mark("Span", says);
    }
  }

  void end_saying() {
    leave_text();
    out += "EMC\n";
    if (open_->v != 0) open_.reset();
  }

  Pt up(Pt y) const { return height_ - y; }

  void numbers(std::initializer_list<Pt> all) {
    bool first = true;
    for (const Pt number : all) {
      if (!first) out += ' ';
      put(out, number);
      first = false;
    }
  }

  void area(const draw::Rect& r) { numbers({r.x, up(r.y + r.height), r.width, r.height}); }

  /// Sets the colour for fills or strokes where it is not the current one; a new page begins with
  /// black.
  void ink(draw::Ink wanted, draw::Ink& current, const char* rgb, const char* gray) {
    if (wanted == current) return;
    current = wanted;
    const auto part = [](std::uint8_t v) { return Pt{v / 255.0}; };
    if (wanted.gray()) {
      numbers({part(wanted.r)});
      out += ' ';
      out += gray;
    } else {
      numbers({part(wanted.r), part(wanted.g), part(wanted.b)});
      out += ' ';
      out += rgb;
    }
  }

  void rule(const draw::Rule& r) {
    leave_text();
    out += "q ";
    draw::Ink black;
    ink(r.ink, black, "RG ", "G ");
    numbers({r.thickness});
    out += " w ";
    if (r.dot.v > 0) {  // round dots: dashes of no length with round caps (§8.4.3.6)
      out += "1 J [0 ";
      put(out, r.dot);
      out += "] 0 d ";
    }
    numbers({r.from.x, up(r.from.y)});
    out += " m ";
    numbers({r.to.x, up(r.to.y)});
    out += " l S Q\n";
  }

  void picture(const draw::Picture& p) {
    leave_text();
    out += "q ";
    numbers({p.area.width, {}, {}, p.area.height, p.area.x, up(p.area.y + p.area.height)});
    out += " cm /X" + std::to_string(resources_.picture_number[p.picture.v]) + " Do Q\n";
  }

  void choose_font(std::int32_t font, std::uint16_t part, Pt size) {
    if (font == font_ && part == part_ && size == size_) return;
    font_ = font;
    part_ = part;
    size_ = size;
    out += font_name(font, part);
    out += ' ';
    put(out, size);
    out += " Tf\n";
  }

  void enter_text(const draw::Glyphs& g, std::int32_t font, std::uint16_t part) {
    if (!in_text_) {
      out += "BT\n";
      in_text_ = true;
      origin_ = {};
    }
    choose_font(font, part, g.size);
    ink(g.ink, fill_, "rg\n", "g\n");
    // Td moves from the last Td, so we say the difference of what was said, rounded alike.
    const auto thousandths = [](Pt p) { return std::llround(p.v * 1000.0); };
    const std::int64_t x = thousandths(g.at.x), y = thousandths(up(g.at.y));
    put(out, Pt{static_cast<double>(x - origin_.x) / 1000.0});
    out += ' ';
    put(out, Pt{static_cast<double>(y - origin_.y) / 1000.0});
    out += " Td\n";
    origin_ = {x, y};
  }

  /// Arrays of strings and adjustments (§9.4.3 TJ), cut where a glyph is raised or a cluster stands
  /// for another text than its glyphs usually do.
  void glyphs(const draw::Glyphs& g) {
    const std::int32_t font = resources_.font_number[g.face.v];
    const FontUse& use = resources_.uses[static_cast<std::size_t>(font)];
    const draw::StructId owner = *open_;
    Run run{.font = font};
    std::size_t text_begin = 0;
    for (auto at = g.glyphs.begin(); at != g.glyphs.end();) {
      const auto next = std::find_if(at, g.glyphs.end(), [&](const draw::PlacedGlyph& other) {
        return other.text_end != at->text_end;
      });
      const std::span<const draw::PlacedGlyph> cluster(at, next);
      const std::string_view text =
          std::string_view(g.text).substr(text_begin, at->text_end - text_begin);
      const bool says_otherwise =
          cluster.size() == 1 ? text != use.text_of(at->glyph) : text != usual_text(cluster, use);
      if (says_otherwise) {
        close_array(run);
        begin_saying(text, owner);
        run.entered = false;
      }
      for (const draw::PlacedGlyph& placed : cluster)
        one_glyph(g, placed, use, owner, run);
      if (says_otherwise) {
        close_array(run);
        end_saying();
        run.entered = false;
      }
      text_begin = at->text_end;
      at = next;
    }
    close_array(run);
    if (run.rise != Mil{}) out += "0 Ts\n";
  }

  /// What the glyphs of a cluster say together where nothing else is said for them.
  static std::string usual_text(std::span<const draw::PlacedGlyph> cluster, const FontUse& use) {
    std::string text;
    for (const draw::PlacedGlyph& placed : cluster)
      text += use.text_of(placed.glyph);
    return text;
  }

  /// Where a run of glyphs is being written.
  struct Run {
    std::int32_t font = 0;
    Mil pen, rise;
    bool entered = false;  // the text position is set for it
    bool array = false;    // inside "[<"
  };

  void one_glyph(const draw::Glyphs& g, const draw::PlacedGlyph& placed, const FontUse& use,
                 draw::StructId owner, Run& run) {
    if (placed.rise != run.rise) {
      close_array(run);
      run.rise = placed.rise;
      put(out, placed.rise.at(g.size));
      out += " Ts\n";
    }
    const FontUse::Code code = use.code_of(placed.glyph);
    if (run.entered && code.font != part_) {
      close_array(run);
      choose_font(run.font, code.font, g.size);
    }
    if (!run.entered) {
      if (!open_) begin_stretch(owner);
      enter_text(g, run.font, code.font);
      run.entered = true;
      run.pen = {};
    }
    show(placed, code, use, run);
  }

  void show(const draw::PlacedGlyph& placed, FontUse::Code code, const FontUse& use, Run& run) {
    if (!run.array) out += "[<";
    run.array = true;
    if (placed.x != run.pen) {
      out += '>';
      put(out, std::int64_t{(run.pen - placed.x).v});
      out += '<';
      run.pen = placed.x;
    }
    if (use.of_pictures()) {
      put_hex_byte(out, static_cast<std::uint8_t>(code.code));
    } else {
      put_hex(out, code.code);
    }
    run.pen += use.advance(placed.glyph);
  }

  void close_array(Run& run) {
    if (run.array) out += ">]TJ\n";
    run.array = false;
  }

  struct Origin {
    std::int64_t x = 0, y = 0;
  };

  Pt height_;
  const std::vector<draw::Struct>& structure_;
  const Resources& resources_;
  std::optional<draw::StructId> open_;  // whose stretch is open
  bool in_text_ = false;
  Origin origin_;
  std::int32_t font_ = -1;
  std::uint16_t part_ = 0;  // of a face of pictures
  Pt size_;
  draw::Ink fill_;
};

}  // namespace

std::string font_name(std::int32_t font, std::uint16_t part) {
  std::string name = "/F" + std::to_string(font);
  if (part) name += "p" + std::to_string(part);
  return name;
}

Content content_of(const draw::Page& page, Pt height, const std::vector<draw::Struct>& structure,
                   const Resources& resources) {
  ContentWriter writer(height, structure, resources);
  for (const draw::Item& item : page.items) {
    if (writer.open() != item.tag) writer.begin_stretch(item.tag);
    writer.item(item);
  }
  writer.end_stretch();
  return {std::move(writer.out), std::move(writer.owners)};
}

}  // namespace keben::pdf::writer
