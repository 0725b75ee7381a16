#include "pdf/galley/flatten.h"

#include <algorithm>
#include <utility>

#include "base/overload.h"
#include "base/secrets.h"
#include "base/utf8.h"
#include "model/generated_words.h"

namespace keben::pdf::galley {
namespace {

using model::Style;
using shape::RunKind;
using shape::RunStyle;

constexpr std::int32_t kCodeScale = 900, kRaisedScale = 620, kNoteScale = 700, kSmallScale = 850;
constexpr Mil kSuperscriptRise{330}, kSubscriptRise{-140}, kNoteRise{260};

class Flattener {
 public:
  Flattener(const style::ParagraphStyle& style, const Surroundings& around)
      : style_(style), around_(around) {}

  FlatText run(const model::Inlines& inlines) {
    RunStyle base;
    base.face = style_.face;
    base.ink = around_.sheet.theme.text;
    out_.from = &inlines;
    all(inlines, base);
    say_unsaid(nullptr);
    return std::move(out_);
  }

 private:
  bool cjk() const { return model::is_cjk(style_.language.convention); }

  std::uint32_t style_id(const RunStyle& style) {
    auto& styles = out_.text.styles;
    if (!styles.empty() && styles.back() == style)
      return static_cast<std::uint32_t>(styles.size() - 1);
    // Few styles a paragraph: looking back a little keeps runs together without a table.
    for (std::size_t i = styles.size(); i-- > 0 && styles.size() - i < 8;) {
      if (styles[i] == style) return static_cast<std::uint32_t>(i);
    }
    styles.push_back(style);
    return static_cast<std::uint32_t>(styles.size() - 1);
  }

  void put(std::string_view text, const RunStyle& style) {
    out_.text.append(text, style_id(style), at_);
  }

  void all(const model::Inlines& inlines, const RunStyle& style) {
    for (const model::Inline& node : inlines) {
      say_unsaid(&node);
      one(node, style);
    }
  }

  void one(const model::Inline& node, RunStyle style) {
    at_ = node.at;
    std::visit(Overload{
                   [&](const model::Text& n) { text(n.text, style); },
                   [&](const model::SoftBreak&) { put(" ", style); },
                   [&](const model::HardBreak&) { put("\n", style); },
                   [&](const model::CodeSpan& n) { code(n.text, RunKind::code, style); },
                   [&](const model::Styled& n) {
                     apply(n.style, style);
                     all(n.children, style);
                   },
                   [&](const model::Link& n) { link(n, style); },
                   [&](const model::Image& n) { picture(n, style); },
                   [&](const model::NoteReference& n) { note(n, style); },
                   [&](const model::Math& n) { code(n.tex, RunKind::formula, style); },
                   [&](const model::Ruby& n) { ruby(n, style); },
                   [&](const model::Foreign& n) {
                     style.language = n.tag;
                     all(n.children, style);
                   },
                   [](const model::RawInline&) {},
               },
               node.is);
  }

  void apply(Style kind, RunStyle& style) {
    switch (kind) {
      case Style::emphasis:
        emphasise(style);
        break;
      case Style::strong:
        style.face.bold = true;
        break;
      case Style::strike:
        style.strike = true;
        break;
      case Style::mark:
        style.marked = true;
        break;
      case Style::insert:
      case Style::underline:
        style.underline = true;
        break;
      case Style::subscript:
        raise(style, kSubscriptRise);
        break;
      case Style::superscript:
        raise(style, kSuperscriptRise);
        break;
      case Style::keyboard:
        style.face.family = fonts::Family::mono;
        style.scale = style.scale * kCodeScale / 1000;
        style.kind = RunKind::code;
        style.boxed = true;
        break;
      case Style::small:
        style.scale = style.scale * kSmallScale / 1000;
        break;
    }
  }

  /// Hanzi are set in Kai, and dotted where they stand in Kai already or the readers know no Kai
  /// (CLREQ #emphasis_dots); Latin is slanted. Hanzi never are.
  void emphasise(RunStyle& style) const {
    style.face.italic = true;
    if (!cjk()) return;
    const bool kai =
        model::is_chinese(style_.language.convention) && style.face.family != fonts::Family::kai;
    if (kai) {
      style.face.family = fonts::Family::kai;
    } else {
      style.dotted = true;
    }
  }

  static void raise(RunStyle& style, Mil rise) {
    style.rise += Mil{rise.v * style.scale / 1000};
    style.scale = style.scale * kRaisedScale / 1000;
    style.kind = RunKind::raised;
  }

  void code(const std::string& text, RunKind kind, RunStyle style) {
    style.face = {.family = fonts::Family::mono, .bold = style.face.bold};
    style.scale = style.scale * kCodeScale / 1000;
    style.kind = kind;
    put(text, style);
  }

  void link(const model::Link& n, RunStyle style) {
    Destination to = destination_of(around_.outline.at(around_.id, n.to.id), around_.outline);
    if (to.leads()) {
      to.spoken = model::plain_text(n.children);
      // An address that shows itself breaks by the rules of addresses.
      const bool bare = to.spoken == n.to.destination ||
                        "http://" + to.spoken == n.to.destination ||
                        "mailto:" + to.spoken == n.to.destination;
      if (bare && style.kind == RunKind::text) style.kind = RunKind::address;
      out_.links.push_back(std::move(to));
      style.link = static_cast<std::uint32_t>(out_.links.size());
    }
    all(n.children, style);
    if (style.link) unsaid_ = {style, &around_.outline.at(around_.id, n.to.id)};
  }

  /// The page goes behind the mark that closes what the link names: 《水》（见第 37 页）.
  void say_unsaid(const model::Inline* next) {
    if (!unsaid_.target) return;
    const auto* text = next ? std::get_if<model::Text>(&next->is) : nullptr;
    if (text && closers_in(text->text) > 0) return;
    const Unsaid link = std::exchange(unsaid_, {});
    say_page(out_, link.style, *link.target, around_);
  }

  void text(const std::string& words, const RunStyle& style) {
    const std::size_t closers = unsaid_.target ? closers_in(words) : 0;
    put(std::string_view(words).substr(0, closers), style);
    say_unsaid(nullptr);
    put(std::string_view(words).substr(closers), style);
  }

  /// How many bytes at the beginning are marks that close a title or a quotation.
  static std::size_t closers_in(std::string_view text) {
    constexpr std::u32string_view kClosers = U"》〉」』”’";
    std::size_t at = 0;
    while (at < text.size()) {
      const utf8::Decoded d = utf8::decode(text, at);
      if (kClosers.find(d.code_point) == std::u32string_view::npos) break;
      at = d.next;
    }
    return at;
  }

  /// A small picture among words: as high as a line at most, at 96 samples an inch.
  void picture(const model::Image& n, RunStyle style) {
    const auto asset = around_.assets.of(around_.id, n.id);
    if (!asset) {
      std::string words = model::plain_text(n.alt);
      if (words.empty()) words = n.source, cut_secret(words);  // masked by the reader
      style.ours = true;
      put("〔" + words + "〕", style);
      return;
    }
    const PixelSize size = around_.assets[*asset].size;
    const Pt natural_height{size.height.v * 0.75}, natural_width{size.width.v * 0.75};
    const Pt most = style_.size * 1.2;
    const double scale = natural_height > most ? most / natural_height : 1.0;
    out_.pictures.push_back({*asset, natural_width * scale, natural_height * scale,
                             model::plain_text(n.alt), style.link});
    style.ours = true;
    style.kind = RunKind::object;
    style.object = static_cast<std::uint32_t>(out_.pictures.size());
    style.object_width = in_mil(Em{natural_width * scale / style_.size});
    put("\uFFFC", style);
  }

  void note(const model::NoteReference& n, RunStyle style) {
    style.face = {.family = fonts::Family::song};
    style.scale = style.scale * (cjk() ? kNoteScale : kRaisedScale) / 1000;
    style.rise = cjk() ? kNoteRise : kSuperscriptRise;
    style.kind = RunKind::raised;
    style.ours = true;
    out_.notes.push_back(n.note);
    style.object = static_cast<std::uint32_t>(out_.notes.size());
    put(kNoteMark, style);
  }

  void ruby(const model::Ruby& n, const RunStyle& style) {
    for (const model::Ruby::Pair& pair : n.pairs) {
      const auto first = static_cast<std::uint32_t>(out_.text.text.size());
      put(pair.base, style);
      if (!pair.annotation.empty()) {
        out_.text.readings.push_back(
            {first, static_cast<std::uint32_t>(out_.text.text.size()), pair.annotation});
      }
    }
  }

  const style::ParagraphStyle& style_;
  const Surroundings& around_;
  SourceSpan at_;
  struct Unsaid {
    RunStyle style;
    const outline::Target* target = nullptr;
  };
  Unsaid unsaid_;  // the link just behind us, whose page has not been said
  FlatText out_;
};

}  // namespace

Destination destination_of(const outline::Target& target, const outline::Outline& outline) {
  return std::visit(
      Overload{
          [](const outline::External& t) { return Destination{.address = t.address}; },
          [&](const outline::Internal& t) {
            return Destination{.anchor = t.heading ? outline.at(t.document, *t.heading).anchor
                                                   : outline.documents[t.document.v].anchor};
          },
          [](const outline::Dead&) { return Destination{}; },
      },
      target);
}

void say_page(FlatText& flat, RunStyle style, const outline::Target& target,
              const Surroundings& around) {
  const auto* place = std::get_if<outline::Internal>(&target);
  if (!place || place->document == around.id || around.expected_pages.empty()) return;
  const model::GeneratedWords& words = model::words_for(around.document.meta.language.convention);
  style.kind = RunKind::text;
  style.ours = true;
  const auto words_style = static_cast<std::uint32_t>(flat.text.styles.size());
  flat.text.styles.push_back(style);
  style.page = true;
  flat.text.styles.push_back(style);
  const std::string expected = std::to_string(around.expected_pages[place->document.v]);
  flat.text.append(words.before_page, words_style);
  flat.text.append(std::string(expected.size(), '0'), words_style + 1);
  flat.text.append(words.after_page, words_style);
}

FlatText flatten(const model::Inlines& inlines, const style::ParagraphStyle& style,
                 const Surroundings& around) {
  return Flattener(style, around).run(inlines);
}

}  // namespace keben::pdf::galley
