#include "tests/property/left_out.h"

#include <array>
#include <regex>

namespace keben::property {
namespace {

struct Rule {
  const char* construct;
  const char* replacement;  // what of it readers see
};

/// In this order: what hides other constructs comes first.
constexpr std::array kRules = {
    // The issue's own exceptions.
    Rule{R"(<!--[^]*?-->)", ""},
    // What else authors hide, where code does not show how it is done.
    Rule{R"(\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\})", ""},
    Rule{R"(\{\{<\s*comment\s*>\}\}[^]*?\{\{<\s*/comment\s*>\}\})", ""},
    Rule{R"(\{# [^]*?#\})", ""},
    Rule{R"(\{?\{/\*[^]*?\*/\}\}?)", ""},
    Rule{R"((^|[^0-9%])%%[^%]+%%)", "$1"},
    Rule{R"(<script[^]*?</script>)", ""},
    Rule{R"(<style[^]*?</style>)", ""},
    // Words to a browser that cannot play what stands around them.
    Rule{R"(<video[^<>]*>[^<>]*浏览器[^<>]*</video>)", ""},
    // A reader that shows ruby beside the line needs no brackets around it.
    Rule{R"(<rp>[^]*?</rp>)", ""},
    // A reading stands beside its words as a note does.
    Rule{R"(<rt>)", "^["},
    // Attributes and names of elements are markup.
    Rule{R"(</?[A-Za-z][^<>]*>)", ""},
    // An address is where a link leads, and its title a hint that a pointer calls up.
    Rule{
        R"rx(\]\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))rx",
        "]"},
    Rule{R"(<[a-z]+:[^<>\s]*>)", ""},
    // So it is in a wiki link that has words of its own, and in a picture by its file's name.
    Rule{R"rx(!\[\[[^\]\n]*\.png[^\]\n]*\]\])rx", ""},
    Rule{R"(\[\[[^\]|\n]*\|)", "[["},
    // An address with spaces in it is no link in CommonMark, but a picture's author meant one.
    Rule{R"rx(!\[([^\]\n]*)\]\([^"()\n]+(?:\([^()\n]*\)[^"()\n]*)+("[^"\n]*")\))rx", "$1$2"},
    // A definition is an address with a name; the name is said again where it is used.
    Rule{R"((^|\n) {0,3}\[[^\]^\n][^\]\n]*\]:[^\n]*)", "$1"},
    // Labels of notes are names for the author alone; the book numbers them.
    Rule{R"(\[\^[^\]\s]+\])", ""},
};

/// Everything up to the line that closes the fence of the first line.
void drop_front_matter(std::string& source) {
  for (const std::string fence : {"---", "+++"}) {
    if (!source.starts_with(fence + "\n")) continue;
    const std::size_t end = source.find("\n" + fence + "\n", fence.size());
    if (end != std::string::npos) source.erase(0, end + fence.size() + 2);
    return;
  }
}

}  // namespace

std::string readable(std::string source) {
  drop_front_matter(source);
  for (const Rule& rule : kRules)
    source = std::regex_replace(source, std::regex(rule.construct), rule.replacement);
  return source;
}

bool has_asides(const std::string& line) {
  static const std::regex kBraces(R"(\{[^{}|]+\|[^{}]+\})");
  return line.find("^[") != std::string::npos || line.find("｜") != std::string::npos ||
         std::regex_search(line, kBraces);
}

}  // namespace keben::property
