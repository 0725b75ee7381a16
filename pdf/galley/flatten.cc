#include "pdf/galley/flatten.h"

#include <algorithm>
#include <utility>

#include "base/overload.h"
#include "base/utf8.h"

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

  FlatText run(const edition::Passage& passage) {
    RunStyle base;
    base.face = style_.face;
    base.ink = around_.sheet.theme.text;
    out_.from = passage.id;
    all(passage.inlines, base);
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

  void all(const edition::Inlines& inlines, const RunStyle& style) {
    for (const edition::Inline& node : inlines) {
      say_unsaid(&node);
      one(node, style);
    }
  }

  void one(const edition::Inline& node, RunStyle style) {
    at_ = node.at;
    std::visit(Overload{
                   [&](const edition::Text& n) { text(n.text, style); },
                   [&](const edition::LineBreak&) { put("\n", style); },
                   [&](const edition::CodeText& n) { code(n.text, RunKind::code, style); },
                   [&](const edition::Styled& n) {
                     apply(n.style, style);
                     all(n.children, style);
                   },
                   [&](const edition::Link& n) { link(n, style); },
                   [&](const edition::Picture& n) { picture(n, style); },
                   [&](const edition::NoteMark& n) { note(n, style); },
                   [&](const edition::Formula& n) { code(n.tex, RunKind::formula, style); },
                   [&](const edition::Ruby& n) { ruby(n, style); },
                   [&](const edition::Foreign& n) {
                     style.language = n.tag;
                     style.element = add(
                         {.role = draw::Role::span, .parent = style.element, .language = n.tag});
                     all(n.children, style);
                   },
               },
               node.is);
  }

  std::uint32_t add(InnerElement element) {
    out_.inner.push_back(std::move(element));
    return static_cast<std::uint32_t>(out_.inner.size());
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

  /// An address that shows itself breaks by the rules of addresses.
  void link(const edition::Link& n, RunStyle style) {
    if (n.shows_address && style.kind == RunKind::text) style.kind = RunKind::address;
    style.link = add_link(out_, destination_of(n.to, around_.edition.outline), style.element);
    style.element = static_cast<std::uint32_t>(out_.inner.size());
    all(n.children, style);
    unsaid_ = {style, &n.to};
  }

  /// The page goes behind the mark that closes what the link names: 《水》（见第 37 页）.
  void say_unsaid(const edition::Inline* next) {
    if (!unsaid_.target) return;
    const auto* text = next ? std::get_if<edition::Text>(&next->is) : nullptr;
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
  void picture(const edition::Picture& n, RunStyle style) {
    style.ours = true;
    if (!n.asset) {
      const std::string word(around_.words().picture_missing);
      if (!n.address.empty() && style.link == 0) {
        style.link = add_link(out_, {.address = n.address}, style.element);
        style.element = static_cast<std::uint32_t>(out_.inner.size());
      }
      return put("［" + word + (n.missing.empty() ? "" : "　" + n.missing) + "］", style);
    }
    const PixelSize size = around_.assets[*n.asset].size;
    const Pt natural_height{size.height.v * 0.75}, natural_width{size.width.v * 0.75};
    const Pt most = style_.size * 1.2;
    const double scale = natural_height > most ? most / natural_height : 1.0;
    out_.pictures.push_back({*n.asset, natural_width * scale, natural_height * scale});
    style.element =
        add({.role = draw::Role::figure, .parent = style.element, .alternative = n.alt});
    style.kind = RunKind::object;
    style.object = static_cast<std::uint32_t>(out_.pictures.size());
    style.object_width = in_mil(Em{natural_width * scale / style_.size});
    put("\uFFFC", style);
  }

  void note(const edition::NoteMark& n, RunStyle style) {
    style.face = {.family = fonts::Family::song};
    style.scale = style.scale * (cjk() ? kNoteScale : kRaisedScale) / 1000;
    style.rise = cjk() ? kNoteRise : kSuperscriptRise;
    style.kind = RunKind::raised;
    style.ours = true;
    out_.notes.push_back(n.note);
    style.object = static_cast<std::uint32_t>(out_.notes.size());
    put(kNoteMark, style);
  }

  /// Each pair is read as one: the base, then what it sounds like (ISO 32000-1 §14.8.4.4.4).
  void ruby(const edition::Ruby& n, const RunStyle& style) {
    for (const model::Ruby::Pair& pair : n.pairs) {
      if (pair.annotation.empty()) {
        put(pair.base, style);
        continue;
      }
      const std::uint32_t whole = add({.role = draw::Role::ruby, .parent = style.element});
      RunStyle base = style;
      base.element = add({.role = draw::Role::ruby_base, .parent = whole});
      const std::uint32_t reading = add({.role = draw::Role::ruby_text, .parent = whole});
      const auto first = static_cast<std::uint32_t>(out_.text.text.size());
      put(pair.base, base);
      out_.text.readings.push_back(
          {first, static_cast<std::uint32_t>(out_.text.text.size()), pair.annotation, reading});
    }
  }

  const style::ParagraphStyle& style_;
  const Surroundings& around_;
  SourceSpan at_;
  struct Unsaid {
    RunStyle style;
    const edition::Destination* target = nullptr;
  };
  Unsaid unsaid_;  // the link just behind us, whose page has not been said
  FlatText out_;
};

}  // namespace

std::uint32_t add_link(FlatText& flat, Destination to, std::uint32_t parent) {
  flat.inner.push_back({.role = draw::Role::link, .parent = parent});
  flat.links.push_back(std::move(to));
  return static_cast<std::uint32_t>(flat.links.size());
}

Destination destination_of(const edition::Destination& target, const outline::Outline& outline) {
  return std::visit(
      Overload{
          [](const outline::External& t) { return Destination{.address = t.address}; },
          [&](const outline::Internal& t) {
            return Destination{.anchor = t.heading ? outline.at(t.document, *t.heading).anchor
                                                   : outline.documents[t.document.v].anchor};
          },
      },
      target);
}

void say_page(FlatText& flat, RunStyle style, const edition::Destination& target,
              const Surroundings& around) {
  const auto* place = std::get_if<outline::Internal>(&target);
  if (!place || place->document == around.id || around.expected_pages.empty()) return;
  const model::GeneratedWords& words = around.words();
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

FlatText flatten(const edition::Passage& passage, const style::ParagraphStyle& style,
                 const Surroundings& around) {
  return Flattener(style, around).run(passage);
}

}  // namespace keben::pdf::galley
