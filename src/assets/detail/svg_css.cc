#include "assets/detail/svg_css.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "assets/source_address.h"
#include "css/parts.h"
#include "css/tokens.h"

namespace keben::assets {
namespace {

using Kind = css::Token::Kind;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kWhite = " \t\r\n\f";
  text.remove_prefix(std::min(text.find_first_not_of(kWhite), text.size()));
  return text.substr(0, text.find_last_not_of(kWhite) + 1);
}

bool is_paint(std::string_view property) {
  return property == "fill" || property == "stroke";
}

/// Functions that run programs, or show what no drawing has; `url` alone is used in drawings.
bool is_refused(const css::Token& token) {
  constexpr std::string_view kNames[] = {"expression", "element",   "src",
                                         "image",      "image-set", "-webkit-image-set"};
  return token.kind == Kind::function &&
         std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return css::is_name(token.value, name); });
}

/// A value with its own places renamed; places that are not there are left out of it.
class Renaming {
 public:
  Renaming(const SvgIds& ids, bool paint) : ids_(ids), paint_(paint) {}

  std::string rename(std::string_view value) {
    css::Tokenizer tokens(value);
    while (const std::optional<css::Token> token = tokens.next()) {
      refused = refused || is_refused(*token);
      if (token->kind == Kind::url) {
        place(token->value);
      } else if (token->kind == Kind::bad_url) {
        missing = token->value;
      } else if (token->kind == Kind::function && css::is_name(token->value, "url")) {
        quoted(tokens);
      } else {
        out_ += token->source;
      }
    }
    return std::move(out_);
  }

  std::string missing;  // a place that is not there, or none; empty: all are
  bool refused = false;

 private:
  /// `url("#a")`: up to its bracket. Without quotation marks it is known to all.
  void quoted(css::Tokenizer& tokens) {
    std::string address;
    for (bool open = true; open;) {
      const std::optional<css::Token> token = tokens.next();
      if (!token) break;
      if (token->kind == Kind::string) address = token->value;
      open = token->kind != Kind::close;
    }
    place(address);
  }

  void place(std::string_view address) {
    const std::string_view fragment = address.substr(std::min<std::size_t>(1, address.size()));
    const SvgIds::Named* to = ids_.find(fragment);
    if (to && (!paint_ || to->is == SvgTarget::paint)) {
      out_ += "url(#" + to->name + ")";
    } else {
      missing = address;
    }
  }

  const SvgIds& ids_;
  bool paint_;
  std::string out_;
};

Words outside(std::string_view property, const css::Reference& reference) {
  const std::string name(property), to = masked(reference.address);
  return {"的 " + name + " 引用图外的 " + to + "，已去掉",
          "has " + name + " of what is outside the drawing: " + to};
}

Words nowhere(std::string_view property, const std::string& place) {
  const std::string name(property);
  return {"的 " + name + " 所指的 " + place + " 不存在，或不是可用之物",
          "has " + name + " of no place, or of none that serves: " + place};
}

Words unfit(std::string_view property) {
  const std::string name(property);
  return {"的 " + name + " 用了图中不能用的函数", "has " + name + " by a function of no drawing"};
}

/// Walks a stylesheet or a style attribute.
class StyleCleaner {
 public:
  StyleCleaner(const SvgIds& ids, SvgRepairs& repairs) : ids_(ids), repairs_(repairs) {}

  std::string clean(std::string_view css, css::Form form, std::size_t line) {
    for (const css::Part& part : css::parts_of(css, form, line))
      take(part);
    out_.append(gone_ == 0 ? depth_ : gone_ - 1, '}');  // what its author left open
    return std::move(out_);
  }

 private:
  void take(const css::Part& part) {
    using PartKind = css::Part::Kind;
    const bool broken = part.fault != css::Fault::none && part.fault != css::Fault::block_open;
    if (broken && gone_ == 0) tell(part, css::words_of(part.fault));
    switch (part.kind) {
      case PartKind::at_rule:
        if (gone_ == 0 && !broken) tell_at_rule(part);
        return;
      case PartKind::opening:
        ++depth_;
        if (gone_ != 0) return;
        if (part.name.empty() && part.references.empty() && !broken) return selector(part);
        if (part.name.empty() && !broken) tell(part, css::words_of(css::Fault::no_rule));
        if (!part.name.empty() && !broken) tell_at_rule(part);
        gone_ = depth_;
        return;
      case PartKind::closing:
        if (gone_ == 0 && !broken) out_ += part.source;
        if (gone_ == depth_) gone_ = 0;
        depth_ -= depth_ > 0 ? 1 : 0;
        return;
      case PartKind::declaration:
        if (gone_ == 0 && !broken && !part.name.empty()) declaration(part);
        return;
      case PartKind::rest:
        if (!broken) out_ += part.source;
        return;
    }
  }

  void tell(const css::Part& part, const Words& what) {
    repairs_.add(part.line, {"的样式" + what.zh, "(style) " + what.en});
  }

  /// What says how the sheet is written is of no use any more.
  void tell_at_rule(const css::Part& part) {
    if (part.name == "charset" || part.name == "namespace") return;
    tell(part, {"用了 @" + part.name + "，已去掉", "has @" + part.name + ", which was left out"});
  }

  /// `#a` by its name in the book. Where several elements had the id, a class stands for it, and
  /// `:not(#_)` keeps the weight that an id has in the cascade (Selectors 4 §17).
  void selector(const css::Part& part) {
    css::Tokenizer tokens(part.source);
    while (const std::optional<css::Token> token = tokens.next()) {
      const SvgIds::Named* to = token->kind == Kind::hash ? ids_.find(token->value) : nullptr;
      if (to && ids_.stands_twice(token->value)) {
        out_ += "." + class_for(token->value) + ":not(#_)";
      } else if (to && to->name != token->value) {
        out_ += "#" + to->name;
      } else {
        out_ += token->source;
      }
    }
  }

  void declaration(const css::Part& part) {
    if (part.name == "direction" || part.name == "unicode-bidi") {  // EPUB 3.3 #sec-css-req
      return tell(part,
                  {"用了 EPUB 不许用的 " + part.name, "has " + part.name + ", which EPUB forbids"});
    }
    if (part.references.empty() && part.source.find('(') == part.source.npos) {
      out_ += part.source;
      return;
    }
    const auto before = static_cast<std::size_t>(part.value.data() - part.source.data());
    if (const auto own = own_value(part.name, part.value, ids_, part.line, repairs_))
      out_.append(part.source.substr(0, before))
          .append(*own)
          .append(part.source.substr(before + part.value.size()));
  }

  const SvgIds& ids_;
  SvgRepairs& repairs_;
  std::string out_;
  std::size_t depth_ = 0, gone_ = 0;  // of blocks; that of the at-rule that goes, or 0
};

}  // namespace

std::optional<std::string> own_value(std::string_view property, std::string_view value,
                                     const SvgIds& ids, std::size_t line, SvgRepairs& repairs) {
  for (const css::Reference& reference : css::references_in(value)) {
    if (css::is_own_place(reference)) continue;
    repairs.add(line, outside(property, reference));
    return std::nullopt;
  }
  Renaming renaming(ids, is_paint(property));
  const std::string out = renaming.rename(value);
  if (renaming.refused) {
    repairs.add(line, unfit(property));
    return std::nullopt;
  }
  if (renaming.missing.empty()) return out;
  repairs.add(line, nowhere(property, renaming.missing));
  if (!is_paint(property)) return std::nullopt;
  const std::string_view instead = trimmed(out);
  return std::string(instead.empty() ? "none" : instead);
}

std::string own_declarations(std::string_view css, const SvgIds& ids, std::size_t line,
                             SvgRepairs& repairs) {
  return StyleCleaner(ids, repairs).clean(css, css::Form::declarations, line);
}

std::string own_stylesheet(std::string_view css, const SvgIds& ids, std::size_t line,
                           SvgRepairs& repairs) {
  return StyleCleaner(ids, repairs).clean(css, css::Form::stylesheet, line);
}

}  // namespace keben::assets
