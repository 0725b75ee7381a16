#include <array>
#include <string>

#include "base/overload.h"
#include "markdown/ascii.h"
#include "markdown/html_writer.h"
#include "markdown/stand_ins.h"

namespace keben::markdown {
namespace {

using namespace model;

std::string_view tag_of(Style style) {
  switch (style) {
    case Style::emphasis:
      return "em";
    case Style::strong:
      return "strong";
    case Style::strike:
      return "del";
    case Style::mark:
      return "mark";
    case Style::insert:
      return "ins";
    case Style::underline:
      return "u";
    case Style::subscript:
      return "sub";
    case Style::superscript:
      return "sup";
    case Style::keyboard:
      return "kbd";
    case Style::small:
      return "small";
  }
  return {};
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string escape_address(std::string_view address) {
  constexpr std::string_view kKept = "-_.+!*(),%#@?=;:/$~";
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alnum(c) || kKept.find(c) != std::string_view::npos) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else {
      out += '%', out += kDigits[byte >> 4], out += kDigits[byte & 15];
    }
  }
  return out;
}

void HtmlWriter::write(const Inlines& inlines) {
  for (const Inline& node : inlines)
    write_inline(node);
}

void HtmlWriter::write_inline(const Inline& node) {
  const auto wrap = [&](const std::string& open, const Inlines& children,
                        const std::string& close) {
    out_ += open;
    write(children);
    out_ += close;
  };
  std::visit(Overload{
                 [&](const Text& n) { out_ += escape_html(unmarked(n.text)); },
                 [&](const SoftBreak&) { out_ += '\n'; },
                 [&](const HardBreak&) { out_ += "<br />\n"; },
                 [&](const CodeSpan& n) { out_ += "<code>" + escape_html(n.text) + "</code>"; },
                 [&](const Styled& n) {
                   const std::string tag(tag_of(n.style));
                   wrap("<" + tag + ">", n.children, "</" + tag + ">");
                 },
                 [&](const Link& n) {
                   HtmlWriter inner;
                   inner.write(n.children);
                   write_link(n.to, inner.take());
                 },
                 [&](const Image& n) { write_image(n); },
                 [&](const NoteReference& n) { write_reference(n); },
                 [&](const Math& n) {
                   const std::string kind = n.display ? "math display" : "math";
                   out_ += "<span class=\"" + kind + "\">" + escape_html(n.tex) + "</span>";
                 },
                 [&](const Ruby& n) {
                   out_ += "<ruby>";
                   for (const Ruby::Pair& pair : n.pairs)
                     out_ +=
                         escape_html(pair.base) + "<rt>" + escape_html(pair.annotation) + "</rt>";
                   out_ += "</ruby>";
                 },
                 [&](const Foreign& n) {
                   wrap("<span lang=\"" + escape_html(n.tag) + "\">", n.children, "</span>");
                 },
                 [&](const RawInline& n) { out_ += n.html; },
             },
             node.is);
}

void HtmlWriter::write_link(const LinkTarget& to, std::string_view written_content) {
  out_ += "<a href=\"" + escape_address(to.destination) + "\"";
  if (!to.title.empty()) out_ += " title=\"" + escape_html(to.title) + "\"";
  out_ += ">";
  out_ += written_content;
  out_ += "</a>";
}

void HtmlWriter::write_image(const Image& image) {
  out_ += "<img src=\"" + escape_address(image.source) + "\" alt=\"" +
          escape_html(unmarked(plain_text(image.alt))) + "\"";
  if (!image.title.empty()) out_ += " title=\"" + escape_html(image.title) + "\"";
  out_ += " />";
}

void HtmlWriter::write_reference(const NoteReference& reference) {
  const std::string n = std::to_string(reference.note.v + 1);
  const std::string again =
      reference.occurrence == 0 ? "" : "-" + std::to_string(reference.occurrence + 1);
  out_ += "<sup class=\"footnote-ref\"><a href=\"#fn" + n + "\" id=\"fnref" + n + again + "\">" +
          n + "</a></sup>";
}

}  // namespace keben::markdown
