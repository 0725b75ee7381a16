#include "pdf/writer/detail/content.h"

#include "base/overload.h"
#include "pdf/draw/dump.h"
#include "pdf/writer/detail/syntax.h"

namespace keben::pdf::writer {
namespace {

class ContentWriter {
 public:
  ContentWriter(Pt height, const Resources& resources) : height_(height), resources_(resources) {}

  std::string out;

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

  void leave_text() {
    if (in_text_) out += "ET\n";
    in_text_ = false;
  }

 private:
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

  void enter_text(const draw::Glyphs& g, std::int32_t font) {
    if (!in_text_) {
      out += "BT\n";
      in_text_ = true;
      origin_ = {};
    }
    if (font != font_ || g.size != size_) {
      font_ = font;
      size_ = g.size;
      out += "/F";
      put(out, std::int64_t{font});
      out += ' ';
      put(out, g.size);
      out += " Tf\n";
    }
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

  /// One array of strings and adjustments (§9.4.3 TJ), cut where a glyph is raised or stands for
  /// another text than usual.
  void glyphs(const draw::Glyphs& g) {
    if (g.glyphs.empty()) return;
    const std::int32_t font = resources_.font_number[g.face.v];
    const FontUse& use = resources_.uses[static_cast<std::size_t>(font)];
    enter_text(g, font);
    Mil pen, rise;
    bool open = false;  // inside "[<"
    const auto open_array = [&] {
      if (!open) out += "[<";
      open = true;
    };
    const auto close_array = [&] {
      if (open) out += ">]TJ\n";
      open = false;
    };
    std::size_t text_begin = 0;
    for (const draw::PlacedGlyph& placed : g.glyphs) {
      const std::string_view text =
          std::string_view(g.text).substr(text_begin, placed.text_end - text_begin);
      text_begin = placed.text_end;
      if (placed.rise != rise) {
        close_array();
        rise = placed.rise;
        put(out, rise.at(g.size));
        out += " Ts\n";
      }
      const bool says_otherwise = text != use.text_of(placed.glyph);
      if (says_otherwise) {
        close_array();
        out += "/Span<</ActualText" + text_string(text) + ">>BDC\n";
      }
      open_array();
      if (placed.x != pen) {
        out += '>';
        put(out, std::int64_t{(pen - placed.x).v});
        out += '<';
        pen = placed.x;
      }
      put_hex(out, placed.glyph);
      pen += use.face().advance({placed.glyph});
      if (says_otherwise) {
        close_array();
        out += "EMC\n";
      }
    }
    close_array();
    if (rise != Mil{}) out += "0 Ts\n";
  }

  struct Origin {
    std::int64_t x = 0, y = 0;
  };

  Pt height_;
  const Resources& resources_;
  bool in_text_ = false;
  Origin origin_;
  std::int32_t font_ = -1;
  Pt size_;
  draw::Ink fill_;
};

}  // namespace

std::vector<Stretch> stretches_of(const draw::Page& page) {
  std::vector<Stretch> out;
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    if (out.empty() || out.back().tag != page.items[i].tag)
      out.push_back({page.items[i].tag, i, i});
    out.back().end = i + 1;
  }
  return out;
}

std::string content_of(const draw::Page& page, Pt height, const std::vector<Stretch>& stretches,
                       const std::vector<draw::Struct>& structure, const Resources& resources) {
  ContentWriter writer(height, resources);
  std::int64_t mcid = 0;
  for (const Stretch& stretch : stretches) {
    writer.leave_text();
    if (stretch.tag.v == 0) {
      writer.out += "/Artifact BMC\n";
    } else {
      writer.out += '/';
      writer.out += draw::name_of(structure[stretch.tag.v].role);
      writer.out += "<</MCID ";
      put(writer.out, mcid++);
      writer.out += ">>BDC\n";
    }
    for (std::size_t i = stretch.first; i < stretch.end; ++i)
      writer.item(page.items[i]);
    writer.leave_text();
    writer.out += "EMC\n";
  }
  return std::move(writer.out);
}

}  // namespace keben::pdf::writer
