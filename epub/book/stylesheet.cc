#include "epub/book/stylesheet.h"

#include <algorithm>

#include "epub/book/turned_css.h"

namespace keben::epub {
namespace {

// Written for the weakest reader that must show it (epub.md 30, 31): plain CSS 2.1 selectors and
// units, em and per cent only; no colour on text or page, so night modes hold; lines in mid-tones
// that stand at least 3:1 out from white and from #121212; old vendors' names before the standard
// ones. Indents are inherited from the body, so that a box, a list or a table sets them to nothing
// once for all that is in it.
// The comments stay here and do not travel in every book.
constexpr std::string_view kStylesheet =
    // Page and text.
    R"css(body { margin: 0; line-height: 1.75; text-indent: 2em; -epub-line-break: strict;
  -webkit-line-break: strict; line-break: strict; word-wrap: break-word;
  overflow-wrap: break-word }
body.ja, body.ko { text-indent: 1em }
body.latin { line-height: 1.5; text-indent: 1.2em; -epub-hyphens: auto;
  -webkit-hyphens: auto; hyphens: auto }
p { margin: 0; text-align: justify }
.latin h1 + p, .latin h2 + p, .latin h3 + p, .latin h4 + p, .latin h5 + p, .latin h6 + p,
  .latin .byline + p, .latin .tags + p, .latin .source + p { text-indent: 0 }
a { color: inherit; text-decoration: underline }
.center, .center p { text-align: center; text-indent: 0 }
.right, .right p { text-align: right; text-indent: 0 }
.left, .left p { text-align: left; text-indent: 0 }
)css"
    // Headings: elements go by rank, the look by the level that was written.
    R"css(h1, h2, h3, h4, h5, h6 { margin: 1.6em 0 .7em; font-family: sans-serif; font-weight: bold;
  font-size: 1em; line-height: 1.4; text-indent: 0; page-break-after: avoid;
  break-after: avoid; page-break-inside: avoid; break-inside: avoid; -epub-hyphens: none;
  -webkit-hyphens: none; hyphens: none }
.title { margin: 1em 0 .6em; font-size: 1.7em }
.title + p { margin-top: 1.4em }
.level-1 { margin: 1.4em 0 .9em; font-size: 1.5em }
.level-2 { font-size: 1.3em }
.level-3 { font-size: 1.15em }
p.subtitle, p.byline, p.tags, p.source { margin: .2em 0 0; text-indent: 0; text-align: left }
p.subtitle { font-size: 1.1em }
p.byline, p.tags, p.source { font-size: .9em }
p.source a { text-decoration: none }
p.byline + p, p.tags + p, p.source + p { margin-top: 1.6em }
p.byline + p.tags, p.byline + p.source, p.tags + p.source { margin-top: .2em }
)css"
    // In the line.
    R"css(em { font-style: italic }
em.dots { font-style: normal; -epub-text-emphasis-style: filled dot;
  -webkit-text-emphasis-style: filled dot; text-emphasis-style: filled dot;
  -webkit-text-emphasis-position: under right; text-emphasis-position: under right }
.ja em.dots, .ko em.dots { -webkit-text-emphasis-position: over right;
  text-emphasis-position: over right }
code, kbd { font-family: monospace; font-size: .9em; -epub-hyphens: none;
  -webkit-hyphens: none; hyphens: none }
kbd { padding: 0 .3em; border: .06em solid #808080 }
mark { background-color: transparent; color: inherit; border-bottom: .15em solid #b8860b }
small { font-size: .8em }
.url { word-break: break-all }
rt { font-size: .5em }
sub, sup { font-size: .75em; line-height: 0 }
sup a { padding: 0 .15em; text-decoration: none }
.display { display: block; margin: .6em 0; text-align: center; text-indent: 0 }
)css"
    // Blocks.
    R"css(blockquote { margin: 1em 2em }
.attribution { text-align: right; text-indent: 0 }
ul, ol { margin: .6em 0; padding-left: 2em; text-indent: 0 }
li ul, li ol { margin: 0 }
li { margin: .2em 0; text-align: justify }
.tasks { padding-left: .4em; list-style-type: none }
dl { margin: .8em 0; text-indent: 0 }
dt { font-weight: bold }
dd { margin: 0 0 .5em 2em }
hr { margin: 2em 35%; border: 0; border-top: .06em solid #808080 }
pre { margin: 1em 0; padding: .5em .8em; border: .06em solid #808080;
  font-family: monospace; font-size: .85em; line-height: 1.5; text-align: left;
  text-indent: 0; white-space: pre-wrap; word-wrap: break-word; overflow-wrap: break-word;
  -moz-tab-size: 4; tab-size: 4 }
pre code { font-size: 1em }
.line { display: block; padding-left: .6em; text-decoration: none }
mark.line, ins.line, del.line { padding-left: .3em; border: 0; border-left: .3em solid }
ins.line { border-left-style: double }
del.line { border-left-style: dotted; text-decoration: line-through }
pre.math { border: 0; text-align: center }
)css"
    // Boxes: what is in them has its own label in words; colour only helps.
    R"css(.box, .details, .tab { margin: 1.2em 0; padding: .6em 1em; border-left: .25em solid #808080;
  text-indent: 0 }
.box p, .details p, .tab p { margin: 0 0 .4em }
.label { font-family: sans-serif; text-align: left; page-break-after: avoid;
  break-after: avoid }
.note, .info { border-left-color: #4a86b8 }
.tip, .success { border-left-color: #3f9168 }
.important { border-left-color: #8b72be }
.warning { border-left-color: #b8860b }
.caution { border-left-color: #c8644f }
.card { margin: 1em 0; padding: .6em 1em; border: .06em solid #808080; text-align: left;
  text-indent: 0 }
.address { font-size: .85em; text-align: center; word-break: break-all }
.card .address { text-align: left }
)css"
    // Tables with three rules; they give way rather than scroll. One of up to ten rows is not cut
    // by a page's end, nor is code of up to fifteen lines; of longer ones some stay together.
    R"css(.table { margin: 1.2em 0 }
table { max-width: 100%; margin: 0 auto; border-collapse: collapse; border-top: .12em solid;
  border-bottom: .12em solid; font-size: .9em; line-height: 1.5; text-indent: 0 }
.wide table { font-size: .8em }
caption { padding: .3em 0; font-weight: bold; text-align: center }
th, td { padding: .35em .6em; text-align: left; vertical-align: top; word-break: break-word;
  overflow-wrap: anywhere }
thead th, thead td { border-bottom: .06em solid }
th { font-family: sans-serif; font-weight: bold }
tr { page-break-inside: avoid; break-inside: avoid }
thead, tr:nth-child(-n+4) { break-after: avoid }
tr:nth-last-child(-n+5) { break-before: avoid }
pre { orphans: 8; widows: 8 }
th.center, td.center { text-align: center }
th.right, td.right { text-align: right }
)css"
    // Pictures.
    R"css(figure { margin: 1.2em 0; text-align: center; text-indent: 0; page-break-inside: avoid;
  break-inside: avoid }
figure.code { page-break-inside: auto; break-inside: auto }
figure.code pre { margin-top: .2em }
figcaption { margin-top: .4em; font-family: sans-serif; font-size: .85em; line-height: 1.5;
  text-align: center; page-break-before: avoid; break-before: avoid }
figure.code figcaption { text-align: left; page-break-after: avoid; break-after: avoid }
img { max-width: 100%; height: auto }
.w5 { width: 5% } .w10 { width: 10% } .w15 { width: 15% } .w20 { width: 20% } .w25 { width: 25% }
.w30 { width: 30% } .w35 { width: 35% } .w40 { width: 40% } .w45 { width: 45% } .w50 { width: 50% }
.w55 { width: 55% } .w60 { width: 60% } .w65 { width: 65% } .w70 { width: 70% } .w75 { width: 75% }
.w80 { width: 80% } .w85 { width: 85% } .w90 { width: 90% } .w95 { width: 95% } .w100 { width: 100% }
figure.missing { padding: .8em 1em; border: .06em dashed #808080 }
.missing p { text-align: center }
)css"
    // Notes: never hidden, since not every reader shows them in another way.
    R"css(.notes { margin-top: 2em; padding-top: .8em; border-top: .06em solid #808080;
  font-size: .9em; text-indent: 0 }
.notes aside { margin: .4em 0 }
.backlink { text-decoration: none }
)css"
    // First leaves and contents.
    R"css(.cover { margin: 0; text-align: center; text-indent: 0 }
.cover img { max-height: 98vh }
.part { margin: 30% 0 0; text-align: center; text-indent: 0 }
.part .title { margin: .3em 0; font-size: 1.8em }
.titlepage { margin: 20% 0 0; text-align: center; text-indent: 0 }
.titlepage p { margin: .3em 0; text-align: center }
.titlepage .title { margin: .3em 0; font-size: 2em }
.titlepage p.subtitle { font-size: 1.2em; text-align: center }
.titlepage .author { margin-top: 2em; font-size: 1.1em }
.titlepage .author + .author { margin-top: .3em; font-size: 1em }
.titlepage .publisher, .titlepage .date { margin-top: 1em; font-size: .9em }
.titlepage .publisher + .date { margin-top: .3em }
.titlepage .description { margin: 2em 10%; font-size: .85em; text-align: justify;
  -epub-text-align-last: center; text-align-last: center }
.colophon p { margin: 0; text-indent: 0; text-align: left }
.origins { margin: 1.6em 0 0; padding: 0; font-size: .9em; list-style-type: none }
.origins li { margin: .7em 0 0 }
.origins .address { margin-left: 2em; font-size: .9em }
.origins a { text-decoration: none }
nav { text-indent: 0 }
nav h1 { margin: 1em 0 1.2em; font-size: 1.5em }
nav ol { margin: 0; padding-left: 0; list-style-type: none }
nav ol ol { padding-left: 1.5em }
nav li { margin: .3em 0; text-align: left }
nav a { text-decoration: none }
)css";

/// What only books with vertical lines have.
const std::string kVertical =
    R"css(html { -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl;
  writing-mode: vertical-rl }
.upright, .noteref, .backlink { -epub-text-combine: horizontal; -webkit-text-combine: horizontal;
  text-combine-upright: all }
)css";

static_assert(kStylesheet.size() <= 12'000);

/// Whether everything that a selector names is used: `.titlepage p.subtitle` wants three things.
/// What stands behind a colon names nothing: `tr:nth-child(-n+4)` wants one.
bool may_match(std::string_view selector, const UsedNames& names) {
  constexpr std::string_view kEnds = " .+>\n,:";
  for (std::size_t at = 0; at < selector.size();) {
    const bool is_class = selector[at] == '.';
    const std::size_t end =
        std::min(selector.find_first_of(kEnds, at + (is_class ? 1 : 0)), selector.size());
    const std::string_view name = selector.substr(at, end - at);
    if (!name.empty() && !names.has(name)) return false;
    if (end < selector.size() && selector[end] == ':') {
      at = std::min(selector.find_first_of(" >\n", end), selector.size());
      continue;
    }
    at = end + (end < selector.size() && selector[end] == '.' ? 0 : 1);
  }
  return true;
}

/// The selectors of a list that may match, as a list.
std::string matching(std::string_view list, const UsedNames& names) {
  std::string out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    std::string_view selector = list.substr(0, end);
    selector.remove_prefix(std::min(selector.find_first_not_of(" \n"), selector.size()));
    selector = selector.substr(0, selector.find_last_not_of(" \n") + 1);
    if (may_match(selector, names)) out.append(out.empty() ? "" : ", ").append(selector);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

}  // namespace

std::string_view stylesheet() {
  return kStylesheet;
}

std::string stylesheet_for(const UsedNames& names, bool vertical) {
  const std::string turned = vertical ? kVertical + turned_css(kStylesheet) : std::string();
  std::string out;
  for (std::string_view rest = vertical ? turned : kStylesheet; rest.find('{') != rest.npos;) {
    const std::size_t open = rest.find('{');
    const std::size_t end = rest.find('}') + 1;
    const std::string selectors = matching(rest.substr(0, open), names);
    if (!selectors.empty())
      out.append(selectors).append(" ").append(rest.substr(open, end - open)).append("\n");
    rest.remove_prefix(end);
  }
  return out;
}

}  // namespace keben::epub
