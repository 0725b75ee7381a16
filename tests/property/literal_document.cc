#include "tests/property/literal_document.h"

#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "tests/property/random.h"

namespace keben::property {
namespace {

constexpr int kDeepest = 3;

/// What begins something elsewhere, and is nothing in code, comments, attributes.
constexpr std::array kBait = {"$",
                              "$x$",
                              "$$",
                              "{{< note >}}",
                              "{% comment %}",
                              "%%",
                              "{# ",
                              "{/* ",
                              "\\(",
                              "\\[",
                              "<b>",
                              "**",
                              "[//]: # (a)",
                              "{% raw %}",
                              "](/a)",
                              "[^a]",
                              "&amp;",
                              "\\$",
                              "{{/* ",
                              "https://a.cn/$",
                              "{{#include b.md}}",
                              "::: tip"};

/// Puts strings together that are made from left to right, as those between `+` need not be.
std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts)
    out += part;
  return out;
}

class Author {
 public:
  explicit Author(std::uint64_t seed) : random_(seed) {}

  LiteralDocument write() {
    if (random_.one_in(4)) out_.source = "---\ntitle: $x$ `$$` {{< a >}}\n---\n\n";
    out_.source += blocks(random_.between(2, 6), 0);
    for (const Note& note : notes_) {
      out_.source += "[^" + note.label + "]: " + note.text + "\n\n";
      out_.prose += note.words.prose;
      out_.code += note.words.code;
      out_.formulas += note.words.formulas;
    }
    return std::move(out_);
  }

 private:
  struct Note {
    std::string label, text;
    LiteralDocument words;
  };

  template <std::size_t N>
  const char* one_of(const std::array<const char*, N>& choices) {
    return choices[random_.below(N)];
  }

  /// A hanzi that stands nowhere else, noted as what it is to come out as.
  std::string word(std::string LiteralDocument::*as) {
    std::string out;
    utf8::append(out, kFirstMarker + hanzi_++);
    out_.*as += out;
    return out;
  }
  std::string bait() { return random_.one_in(3) ? "" : one_of(kBait); }

  // --- In a line -------------------------------------------------------------------------------

  std::string line(bool in_cell = false) {
    std::string out = word(&LiteralDocument::prose);
    for (int pieces = random_.between(1, 4); pieces > 0; --pieces)
      out += joined({piece(in_cell), word(&LiteralDocument::prose)});
    return out;
  }

  std::string piece(bool in_cell) {
    switch (random_.below(16)) {
      case 0:
      case 1:
        return code_span();
      case 2:
        return formula("$", "$", in_cell);
      case 3:
        return formula("$$", "$$", in_cell);
      case 4:
        return formula("\\(", "\\)", in_cell);
      case 5:
        return joined({"<!-- ", bait(), word(&LiteralDocument::hidden), " -->"});
      case 6:
        return joined({"<b title='`$", word(&LiteralDocument::hidden), "'>",
                       word(&LiteralDocument::prose), "</b>"});
      case 7:
        return "[" + word(&LiteralDocument::prose) + "](/a$b`c \"`$x$\")";
      case 8:
        return "<https://a.cn/$b`c>";
      case 9:
        return one_of(
            std::array{"\\$", "\\`", "价 $5 与 $6 ", "50%%", "{{ x }}", "\\{# ", "{a}", "%"});
      case 10:
        return comment();
      case 11:
        return joined({"<code>", bait_of_code(), word(&LiteralDocument::code), "</code>"});
      case 12:
        return in_cell ? "" : note();
      case 13:
        return joined({"{% raw %}{{< a >}}{# %%", word(&LiteralDocument::prose), "{% endraw %}"});
      case 14:
        return in_cell ? "" : joined({"\n[//]: # (`$", word(&LiteralDocument::hidden), ")\n"});
      default:
        return "**" + word(&LiteralDocument::prose) + "**";
    }
  }

  std::string code_span() {
    const std::string ticks(random_.below(3) + 1, '`');
    const std::string inner = ticks.size() == 1 ? "``" : "`";
    return joined({ticks, " ", bait(), word(&LiteralDocument::code), inner,
                   word(&LiteralDocument::code), " ", ticks});
  }

  /// What HTML's code may hold: in it Markdown goes on.
  std::string bait_of_code() { return one_of(std::array{"", "$x$", "$", "%%"}); }

  std::string formula(const std::string& open, const std::string& close, bool in_cell) {
    const std::string bars = in_cell && random_.one_in(2) ? "|" : "";
    return open + bars + "x^2 + \\text{" + word(&LiteralDocument::formulas) + "}" + bars + close;
  }

  /// Of every kind that stands in prose, with what would begin something behind it.
  std::string comment() {
    constexpr std::array<std::pair<const char*, const char*>, 7> kForms = {{
        {"{% comment %}", "{% endcomment %}"},
        {"{%- comment -%}", "{%- endcomment -%}"},
        {"{{/* ", " */}}"},
        {"{# ", " #}"},
        {"%%", "%%"},
        {"<!-- a -- ", " -->"},
        {"{{< comment >}}", "{{< /comment >}}"},
    }};
    const auto& [open, close] = kForms[random_.below(kForms.size())];
    constexpr std::array kInside = {"", "`", "$", "**", "<b>"};
    return joined({open, std::string(one_of(kInside)), word(&LiteralDocument::hidden), close});
  }

  std::string note() {
    if (in_note_) return "";
    in_note_ = true;
    const LiteralDocument before = std::exchange(out_, {});
    Note made{std::string("n") + std::to_string(notes_.size()), line(), {}};
    made.words = std::exchange(out_, before);
    out_.hidden += made.words.hidden;
    in_note_ = false;
    const std::string mark = "[^" + made.label + "]";
    notes_.push_back(std::move(made));
    return mark;
  }

  // --- Blocks ----------------------------------------------------------------------------------

  std::string blocks(int count, int depth) {
    std::string out;
    for (int i = 0; i < count; ++i)
      out += block(depth) + "\n";
    return out;
  }

  std::string block(int depth) {
    switch (random_.below(depth < kDeepest ? 17 : 13)) {
      case 0:
        return "## " + line() + "\n";
      case 1:
        return fence("```", "~~~");
      case 2:
        return fence("~~~", "```");
      case 3:
        return joined({"正\n\n    ", bait(), word(&LiteralDocument::code), "\n\n    `$x\n"});
      case 4:
        return joined({"$$\n", formula_line(), "\n\n= `", formula_line(), "\n$$\n"});
      case 5:
        return "\\[\n" + formula_line() + "\n\\]\n";
      case 6:
        return hidden_block();
      case 7:
        return joined(
            {"| ", line(true), " | b |\n|---|---|\n| ", line(true), " | ", line(true), " |\n"});
      case 8:
        return joined({"<div title=\"$`", word(&LiteralDocument::hidden), "\">",
                       word(&LiteralDocument::prose), " ` $ </div>\n"});
      case 9:
        return joined({"{% highlight js %}\n```\n", bait(), word(&LiteralDocument::code),
                       "\n{% endhighlight %}\n"});
      case 10:
        return joined({"[r]: /$a`b\n'`$x$ ", word(&LiteralDocument::hidden), "'\n"});
      case 13:
        return within("> ", "> ", depth);
      case 14:
        return within("- ", "  ", depth);
      case 15:
        return "::: tip\n" + blocks(random_.between(1, 2), depth + 1) + ":::\n";
      case 16:
        return "!!! note\n\n" + within("    ", "    ", depth);
      default:
        return joined({line(), "\n", line(), "\n"});
    }
  }

  std::string fence(const std::string& mark, const std::string& other) {
    std::string out = mark + (random_.one_in(2) ? "js" : "") + "\n";
    for (int lines = random_.between(1, 3); lines > 0; --lines)
      out += joined({bait(), word(&LiteralDocument::code), "\n"});
    return out + other + "\n" + word(&LiteralDocument::code) + "\n" + mark + "\n";
  }

  std::string formula_line() { return "a^2 \\text{" + word(&LiteralDocument::formulas) + "}"; }

  /// Over several paragraphs, a fence and a formula that begin in it hidden along with it.
  std::string hidden_block() {
    constexpr std::array<std::pair<const char*, const char*>, 6> kForms = {{
        {"{% comment %}", "{% endcomment %}"},
        {"{{/*", "*/}}"},
        {"{# ", "#}"},
        {"%%", "%%"},
        {"<!--", "-->"},
        {"{/*", "*/}"},
    }};
    const auto& [open, close] = kForms[random_.below(kForms.size())];
    constexpr std::array kInside = {"```", "$$", "- a", "> ", "::: tip", "<div>"};
    return joined({std::string(open), "\n", word(&LiteralDocument::hidden), "\n\n", one_of(kInside),
                   "\n", word(&LiteralDocument::hidden), "\n", close, "\n"});
  }

  std::string within(const std::string& first, const std::string& further, int depth) {
    const std::string inside = blocks(random_.between(1, 2), depth + 1);
    std::string out;
    for (std::size_t at = 0; at < inside.size();) {
      const std::size_t end = inside.find('\n', at) + 1;
      out += (out.empty() ? first : further) + inside.substr(at, end - at);
      at = end;
    }
    return out;
  }

  Random random_;
  char32_t hanzi_ = 0;
  LiteralDocument out_;
  std::vector<Note> notes_;
  bool in_note_ = false;
};

}  // namespace

LiteralDocument literal_document(std::uint64_t seed) {
  return Author(seed).write();
}

}  // namespace keben::property
