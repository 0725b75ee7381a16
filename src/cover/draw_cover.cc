// Where each thing stands. All measures are samples on a grid of 16, which is also the JPEG's: the
// edges of cloth, slip and seal fall between its cells.
#include "cover/draw_cover.h"

#include <algorithm>

#include "base/hash.h"
#include "cover/detail/boxes.h"
#include "cover/detail/canvas.h"
#include "cover/detail/jpeg.h"
#include "cover/detail/lines.h"
#include "cover/detail/palette.h"
#include "cover/detail/words.h"
#include "late/freetype.h"
#include "model/generated_words.h"

namespace keben::cover {
namespace {

constexpr int kSpine = 144;
constexpr Area kCloth{kSpine, 0, kWidth - kSpine, kHeight};
constexpr Area kSlip{240, 256, 1264, 1408};
constexpr int kCentre = kSlip.left + kSlip.width / 2;
static_assert(kCentre == kCloth.left + kCloth.width / 2);
constexpr int kMeasure = 1024;  // of the title, between the frames

constexpr fonts::Wish kTitleType{.family = fonts::Family::song, .bold = true};
constexpr fonts::Wish kTextType{.family = fonts::Family::song};

/// Hanzi fill their cell from .88 em above the baseline to .12 below; a line's middle is the
/// cell's.
constexpr int kAscent = 880;

class Cover {
 public:
  Cover(const CoverWords& words, const model::Language& language, const fonts::Catalog& faces)
      : words_(words),
        language_(language),
        faces_(faces),
        palette_(palette_of(words.colour)),
        canvas_(palette_.ground) {}

  const Canvas& draw() {
    bind();
    paste_slip();
    write_title();
    write_foot();
    return canvas_;
  }

 private:
  /// Four stitches over the fold, as 四眼订 has them: the outer two nearer the ends.
  void bind() {
    constexpr int kThread = 8;
    canvas_.fill({0, 0, kSpine, kHeight}, palette_.spine.y);
    canvas_.fill({kSpine - kThread, 0, kThread, kHeight}, palette_.thread);
    for (const int y : {208, 920, 1632, 2344})
      canvas_.fill({0, y, kSpine, kThread}, palette_.thread);
  }

  /// Thick outside, thin inside: 文武边.
  void paste_slip() {
    canvas_.fill(kSlip, palette_.paper);
    canvas_.frame(kSlip.inset(32), 16, palette_.on_paper);
    canvas_.frame(kSlip.inset(60), 4, palette_.on_paper);
  }

  void write_title() {
    const SetText title = set_text(words_.title, faces_, kTitleType, language_);
    const SetText subtitle = set_text(words_.subtitle, faces_, kTextType, language_);
    const Area inner = kSlip.inset(144);
    const int below = words_.number.empty() ? 0 : 208;
    const Room small{kMeasure, 260, 68, 44, 0, Mil{1450}};
    const Lines second = fit_lines(subtitle.boxes, small);
    const int second_height = subtitle.empty() ? 0 : second.height(small.leading) + 96;
    const Room large{kMeasure, inner.height - below - second_height, 304, 96, 160, Mil{1280}};
    const Lines first = fit_lines(title.boxes, large);

    const int height = first.height(large.leading) + second_height;
    // The optical middle lies above the true one.
    int y = inner.top + (inner.height - below - height) * 46 / 100;
    y = write(title, first, y, large.leading, palette_.on_paper);
    if (!subtitle.empty()) write(subtitle, second, y + 96, small.leading, palette_.on_paper);
    if (!words_.number.empty()) press_seal();
  }

  /// The volume's number, white in vermilion.
  void press_seal() {
    constexpr int kSide = 128;
    const Area seal{kCentre - kSide / 2, kSlip.bottom() - 96 - kSide, kSide, kSide};
    canvas_.fill(seal, palette_.seal);
    const SetText number = set_text(words_.number, faces_, kTitleType, language_);
    const Room room{kSide - 32, kSide - 32, 84, 20, 0, Mil{1200}};
    const Lines lines = fit_lines(number.boxes, room);
    write(number, lines, seal.top + (kSide - lines.height(room.leading)) / 2, room.leading,
          palette_.on_seal);
  }

  void write_foot() {
    const std::string separator(model::words_for(language_.convention).name_separator);
    SetText people;
    for (const std::string& name : words_.people) {
      const bool last = &name == &words_.people.back();
      const SetText one = set_text(last ? name : name + separator, faces_, kTextType, language_);
      if (one.empty()) continue;
      people.boxes.push_back(joined(one.boxes));
      if (separator.ends_with(' ')) people.boxes.back().gap = kWordSpace;
    }
    const Room names{kMeasure, 300, 92, 48, 0, Mil{1400}};
    write(people, fit_lines(people.boxes, names), 1808, names.leading, palette_.on_ground);

    const SetText series = set_text(words_.series, faces_, kTextType, language_);
    const SetText date = set_text(words_.date, faces_, kTextType, language_);
    const Room line{kMeasure, 64, 60, 32, 0, Mil{1400}};
    if (!series.empty())
      write(series, fit_lines(series.boxes, line), 2224, line.leading, palette_.on_ground);
    write(date, fit_lines(date.boxes, line), 2320, line.leading, palette_.on_ground);
  }

  /// Writes centred lines from `top` down; returns where the last one's cells end.
  int write(const SetText& text, const Lines& lines, int top, Mil leading,
            std::uint8_t brightness) {
    for (const Line& line : lines.lines) {
      write_line(text, line, lines.size, top, brightness);
      top += lines.size * leading.v / 1000;
    }
    return top - lines.size * leading.v / 1000 + lines.size;
  }

  void write_line(const SetText& text, const Line& line, int size, int top,
                  std::uint8_t brightness) {
    // Sixty-fourths of a sample for `mil` thousandths of an em.
    const auto scaled = [&](std::int64_t mil) { return mil * size * 64 / 1000; };
    const std::int64_t left = std::int64_t{kCentre} * 64 - scaled(line.width.v) / 2;
    const std::int64_t baseline = std::int64_t{top} * 64 + scaled(kAscent);
    Mil pen = -text.boxes[line.first].left_blank;
    for (std::uint32_t i = line.first; i < line.end; ++i) {
      const Box& box = text.boxes[i];
      if (i > line.first) pen += box.gap;
      const Mil from = text.right_to_left ? line.width - pen - box.width : pen;
      for (const Glyph& glyph : box.glyphs) {
        const Spot origin{left + scaled((from + glyph.x).v), baseline - scaled(glyph.rise.v)};
        if (glyph.picture) {
          canvas_.picture(faces_[glyph.face], glyph.id, origin, size);
        } else {
          canvas_.glyph(faces_[glyph.face], glyph.id, origin, size, brightness);
        }
      }
      pen += box.width;
    }
  }

  const CoverWords& words_;
  const model::Language& language_;
  const fonts::Catalog& faces_;
  Palette palette_;
  Canvas canvas_;
};

}  // namespace

Result<assets::Asset> draw_cover(const model::Collection& collection, const fonts::Catalog& faces) {
  if (!late::freetype.open()) return failure(late::freetype.missing());
  const CoverWords words = words_of(collection);
  Cover cover(words, collection.meta.language, faces);
  Result<Bytes> bytes = encode_jpeg(cover.draw());
  if (!bytes) return failure(std::move(bytes.error()));
  assets::Asset asset;
  asset.hash = sha256_hex(*bytes);
  asset.bytes = std::move(*bytes);
  asset.type = assets::MediaType::jpeg;
  asset.size = {Px{kWidth}, Px{kHeight}};
  return asset;
}

}  // namespace keben::cover
