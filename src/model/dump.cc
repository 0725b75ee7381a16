#include "model/dump.h"

#include "base/overload.h"

namespace keben::model {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\', out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr char kDigits[] = "0123456789abcdef";
      out += "\\x", out += kDigits[c >> 4], out += kDigits[c & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string_view name_of(Style style) {
  switch (style) {
    case Style::emphasis:
      return "emphasis";
    case Style::strong:
      return "strong";
    case Style::strike:
      return "strike";
    case Style::mark:
      return "mark";
    case Style::insert:
      return "insert";
    case Style::underline:
      return "underline";
    case Style::subscript:
      return "subscript";
    case Style::superscript:
      return "superscript";
    case Style::keyboard:
      return "keyboard";
    case Style::small:
      return "small";
  }
  return "";
}

std::string_view name_of(Align align) {
  switch (align) {
    case Align::none:
      return "none";
    case Align::left:
      return "left";
    case Align::center:
      return "center";
    case Align::right:
      return "right";
  }
  return "";
}

std::string_view name_of(List::Mark mark) {
  switch (mark) {
    case List::Mark::bullet:
      return "bullet";
    case List::Mark::period:
      return "period";
    case List::Mark::parenthesis:
      return "parenthesis";
  }
  return "";
}

std::string_view name_of(MarkedLines::Mark mark) {
  switch (mark) {
    case MarkedLines::Mark::picked:
      return "marked";
    case MarkedLines::Mark::inserted:
      return "inserted";
    case MarkedLines::Mark::deleted:
      return "deleted";
  }
  return "";
}

std::string width_of(SizeHint hint) {
  if (hint.unit == SizeHint::Unit::none) return {};
  std::string number = std::to_string(static_cast<int>(hint.value * 10));
  return " width=" + number + (hint.unit == SizeHint::Unit::pt ? "/10pt" : "/10%");
}

class Dump {
 public:
  std::string out;

  void blocks(const Blocks& all, int depth) {
    for (const Block& b : all)
      block(b, depth);
  }

  void notes(const std::vector<Note>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      line(0,
           "note " + std::to_string(i) + " label=" + quoted(all[i].label) +
               " references=" + std::to_string(all[i].references),
           all[i].at);
      blocks(all[i].children, 1);
    }
  }

  void meta(const Meta& m) {
    const auto field = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) line(1, std::string(key) + "=" + quoted(value), {});
    };
    line(0, "meta", {});
    field("title", m.title), field("file-as", m.file_as), field("subtitle", m.subtitle);
    for (const Person& p : m.people)
      field(p.role, p.name), field(p.role + "-file-as", p.file_as);
    field("language", m.language.tag);
    if (m.published) field("published", iso(*m.published));
    if (m.modified) line(1, "modified=" + std::to_string(m.modified->seconds), {});
    field("description", m.description);
    for (const std::string& tag : m.tags)
      field("tag", tag);
    field("category", m.category), field("publisher", m.publisher), field("rights", m.rights);
    field("source", m.source), field("isbn", m.isbn);
    field("site", m.site), field("slug", m.slug);
    for (const std::string& alias : m.aliases)
      field("alias", alias);
    field("cover", m.cover), field("series", m.series.name), field("number", m.series.number);
    for (const Setting& wish : m.typesetting)
      field("typeset " + wish.name, wish.value);
    field("draft", m.draft);
  }

 private:
  static std::string iso(Date d) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(d.year) + "-" + two(d.month) + "-" + two(d.day);
  }

  void line(int depth, const std::string& text, SourceSpan at) {
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    out += text;
    if (at.known()) {
      out += " @" + std::to_string(at.first_line) + ":" + std::to_string(at.first_column) + "-" +
             std::to_string(at.last_line) + ":" + std::to_string(at.last_column);
    }
    out += '\n';
  }

  void labelled(std::string_view label, const Inlines& content, int depth) {
    if (content.empty()) return;
    line(depth, std::string(label), {});
    inlines(content, depth + 1);
  }

  void inlines(const Inlines& all, int depth) {
    for (const Inline& node : all)
      one(node, depth);
  }

  void one(const Inline& node, int depth) {
    const auto say = [&](const std::string& text) { line(depth, text, node.at); };
    const auto with = [&](const std::string& text, const Inlines& children) {
      say(text);
      inlines(children, depth + 1);
    };
    std::visit(
        Overload{
            [&](const Text& n) { say("text " + quoted(n.text)); },
            [&](const SoftBreak&) { say("soft-break"); },
            [&](const HardBreak&) { say("hard-break"); },
            [&](const CodeSpan& n) { say("code " + quoted(n.text)); },
            [&](const Styled& n) { with(std::string(name_of(n.style)), n.children); },
            [&](const Link& n) { with("link " + target(n.to), n.children); },
            [&](const Image& n) { with("image " + image(n), n.alt); },
            [&](const NoteReference& n) {
              say("note-reference " + std::to_string(n.note.v) + "/" +
                  std::to_string(n.occurrence));
            },
            [&](const Math& n) { say((n.display ? "display-math " : "math ") + quoted(n.tex)); },
            [&](const Ruby& n) {
              std::string text = "ruby";
              for (const Ruby::Pair& p : n.pairs)
                text += " " + quoted(p.base) + "^" + quoted(p.annotation);
              say(text);
            },
            [&](const Foreign& n) { with("foreign " + n.tag, n.children); },
            [&](const RawInline& n) { say("raw " + quoted(n.html)); },
        },
        node.is);
  }

  static std::string target(const LinkTarget& to) {
    return "#" + std::to_string(to.id.v) + " " + quoted(to.destination) +
           (to.title.empty() ? "" : " title=" + quoted(to.title));
  }

  static std::string image(const Image& n) {
    return "#" + std::to_string(n.id.v) + " " + quoted(n.source) +
           (n.title.empty() ? "" : " title=" + quoted(n.title)) + width_of(n.width);
  }

  void block(const Block& node, int depth) {
    const auto say = [&](const std::string& text) { line(depth, text, node.at); };
    std::visit(
        Overload{
            [&](const Paragraph& b) {
              say(b.align == Align::none ? "paragraph"
                                         : "paragraph align=" + std::string(name_of(b.align)));
              inlines(b.content, depth + 1);
            },
            [&](const Heading& b) {
              say("heading " + std::to_string(b.level) + " #" + std::to_string(b.id.v) +
                  (b.given_id.empty() ? "" : " id=" + quoted(b.given_id)));
              inlines(b.content, depth + 1);
            },
            [&](const Quote& b) {
              say("quote");
              blocks(b.children, depth + 1);
              labelled("attribution", b.attribution, depth + 1);
            },
            [&](const List& b) {
              say("list " + std::string(name_of(b.mark)) + (b.tight ? " tight" : " loose") +
                  (b.mark == List::Mark::bullet ? "" : " start=" + std::to_string(b.start)));
              for (const ListItem& item : b.items) {
                line(depth + 1,
                     !item.checked   ? "item"
                     : *item.checked ? "item [x]"
                                     : "item [ ]",
                     item.at);
                blocks(item.children, depth + 2);
              }
            },
            [&](const CodeBlock& b) { code(b, node.at, depth); },
            [&](const Table& b) { table(b, node.at, depth); },
            [&](const ThematicBreak&) { say("thematic-break"); },
            [&](const Figure& b) {
              say("figure" + (b.link ? " link " + target(*b.link) : ""));
              for (const Image& i : b.images) {
                line(depth + 1, "image " + image(i), {});
                inlines(i.alt, depth + 2);
              }
              labelled("caption", b.caption, depth + 1);
            },
            [&](const Admonition& b) {
              say("admonition " + std::string(admonition_name(b.kind)) + " name=" + quoted(b.name));
              labelled("title", b.title, depth + 1);
              blocks(b.children, depth + 1);
            },
            [&](const Details& b) {
              say("details");
              labelled("summary", b.summary, depth + 1);
              blocks(b.children, depth + 1);
            },
            [&](const MathBlock& b) { say("math-block " + quoted(b.tex)); },
            [&](const DefinitionList& b) { definitions(b, node.at, depth); },
            [&](const LinkCard& b) {
              say("link-card " + target(b.to) + (b.title.empty() ? "" : " " + quoted(b.title)));
            },
            [&](const Tabs& b) {
              say("tabs");
              for (const Tabs::Tab& tab : b.tabs) {
                line(depth + 1, "tab", {});
                labelled("title", tab.title, depth + 2);
                blocks(tab.children, depth + 2);
              }
            },
            [&](const Division& b) {
              say("division align=" + std::string(name_of(b.align)));
              blocks(b.children, depth + 1);
            },
            [&](const RawBlock& b) { say("raw-block " + quoted(b.html)); },
        },
        node.is);
  }

  void code(const CodeBlock& b, SourceSpan at, int depth) {
    std::string text = "code-block";
    if (!b.language.empty()) text += " language=" + quoted(b.language);
    if (!b.attributes.empty()) text += " attributes=" + quoted(b.attributes);
    if (!b.title.empty()) text += " title=" + quoted(b.title);
    for (const MarkedLines& m : b.marked) {
      text += " " + std::string(name_of(m.mark)) + "=" + std::to_string(m.first);
      if (m.last > m.first) text += "-" + std::to_string(m.last);
    }
    line(depth, text + " " + quoted(b.text), at);
  }

  void table(const Table& b, SourceSpan at, int depth) {
    std::string text = "table";
    for (const Align a : b.columns)
      text += " " + std::string(name_of(a));
    line(depth, text, at);
    labelled("caption", b.caption, depth + 1);
    const auto rows = [&](std::string_view label, const std::vector<TableRow>& some) {
      for (const TableRow& row : some) {
        line(depth + 1, std::string(label), {});
        for (const TableCell& cell : row) {
          std::string spans;
          if (cell.columns > 1) spans += " columns=" + std::to_string(cell.columns);
          if (cell.rows > 1) spans += " rows=" + std::to_string(cell.rows);
          line(depth + 2, "cell" + spans, cell.at);
          inlines(cell.content, depth + 3);
        }
      }
    };
    rows("head", b.head);
    rows("row", b.body);
  }

  void definitions(const DefinitionList& b, SourceSpan at, int depth) {
    line(depth, "definition-list", at);
    for (const DefinitionList::Entry& entry : b.entries) {
      line(depth + 1, "entry", {});
      for (const Inlines& term : entry.terms)
        labelled("term", term, depth + 2);
      for (const Blocks& definition : entry.definitions) {
        line(depth + 2, "definition", {});
        blocks(definition, depth + 3);
      }
    }
  }

  static std::string_view admonition_name(Admonition::Kind kind) {
    switch (kind) {
      case Admonition::Kind::note:
        return "note";
      case Admonition::Kind::tip:
        return "tip";
      case Admonition::Kind::info:
        return "info";
      case Admonition::Kind::important:
        return "important";
      case Admonition::Kind::warning:
        return "warning";
      case Admonition::Kind::caution:
        return "caution";
      case Admonition::Kind::success:
        return "success";
      case Admonition::Kind::quote:
        return "quote";
      case Admonition::Kind::other:
        return "other";
    }
    return "";
  }
};

}  // namespace

std::string dump(const Document& document) {
  Dump d;
  d.meta(document.meta);
  d.blocks(document.blocks, 0);
  d.notes(document.notes);
  return d.out;
}

std::string dump(const Blocks& blocks) {
  Dump d;
  d.blocks(blocks, 0);
  return d.out;
}

}  // namespace keben::model
