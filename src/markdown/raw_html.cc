#include "markdown/raw_html.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/overload.h"
#include "markdown/ascii.h"
#include "markdown/detail/html_reader.h"
#include "markdown/html_assembly.h"
#include "markdown/html_names.h"
#include "markdown/html_pieces.h"
#include "markdown/tree_depth.h"

namespace keben::markdown {
namespace {

using namespace model;

// --- Which blocks belong together --------------------------------------------------------------

/// What the tags of sibling blocks mean for each other.
struct Pairing {
  // By block: the last one that holds an end tag for what it opens; itself where there is none.
  std::vector<std::size_t> reaches;
  // By block: the elements that it opens and nobody closes, innermost first.
  std::vector<std::vector<std::string>> left_open;
};

class Pairer {
 public:
  explicit Pairer(std::size_t blocks) {
    pairing_.reaches.resize(blocks);
    pairing_.left_open.resize(blocks);
    for (std::size_t i = 0; i < blocks; ++i)
      pairing_.reaches[i] = i;
  }

  void read(std::string_view html, std::size_t block) {
    for (const HtmlPiece& piece : cut_html(html)) {
      if (piece.name.empty() || !pairs(piece)) continue;
      if (piece.kind == HtmlPiece::Kind::open) {
        open_.push_back({lowered(piece.name), block});
        ++count_[open_.back().name];
      } else {
        close(lowered(piece.name), block);
      }
    }
  }

  Pairing finish() {
    while (!open_.empty())
      leave_open();
    return std::move(pairing_);
  }

 private:
  struct Open {
    std::string name;
    std::size_t block;
  };

  static bool pairs(const HtmlPiece& tag) {
    const HtmlRole role = role_of(tag.name);
    return (role == HtmlRole::element || role == HtmlRole::gone) && !is_void(tag.name);
  }

  void close(const std::string& name, std::size_t block) {
    std::size_t& count = count_[name];
    if (count == 0) return;
    while (open_.back().name != name)
      leave_open();
    std::size_t& reach = pairing_.reaches[open_.back().block];
    reach = std::max(reach, block);
    open_.pop_back();
    --count;
  }

  void leave_open() {
    Open& last = open_.back();
    --count_[last.name];
    pairing_.left_open[last.block].push_back(std::move(last.name));
    open_.pop_back();
  }

  Pairing pairing_;
  std::vector<Open> open_;
  std::map<std::string, std::size_t> count_;  // of open_, by name
};

Pairing pair_tags(const Blocks& blocks) {
  Pairer pairer(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const auto* raw = std::get_if<RawBlock>(&blocks[i].is)) pairer.read(raw->html, i);
  }
  return pairer.finish();
}

// --- Inlines -----------------------------------------------------------------------------------

const RawInline* raw_of(const Inline& node) {
  return std::get_if<RawInline>(&node.is);
}

Inlines* children_of(Inline& node) {
  if (auto* styled = std::get_if<Styled>(&node.is)) return &styled->children;
  if (auto* link = std::get_if<Link>(&node.is)) return &link->children;
  if (auto* foreign = std::get_if<Foreign>(&node.is)) return &foreign->children;
  return nullptr;
}

bool holds_raw(Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](Inline& node) {
    Inlines* children = children_of(node);
    return raw_of(node) || (children && holds_raw(*children));
  });
}

void assemble(Inlines inlines, HtmlAssembly& assembly) {
  for (Inline& node : inlines) {
    if (const RawInline* raw = raw_of(node)) {
      assembly.add_raw(raw->html, node.at);
    } else if (Inlines* children = children_of(node)) {
      Inlines inside = std::move(*children);
      children->clear();
      assembly.begin_held(std::move(node));
      assemble(std::move(inside), assembly);
      assembly.end_held();
    } else {
      assembly.hold(std::move(node));
    }
  }
}

/// The pass over one document.
class RawHtml {
 public:
  RawHtml(const config::Limits& limits, Diagnostics& log) : limits_(limits), log_(log) {}

  /// Parents first: each list knows how deep it stands when its HTML adds to that.
  void interpret(Blocks& blocks, std::size_t depth) {
    const bool raw = std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
      return std::holds_alternative<RawBlock>(block.is);
    });
    if (raw) blocks = merged(std::move(blocks), depth);
    Blocks kept;
    kept.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      anchor_.clear();
      if (survives(blocks[i], depth + 1)) {
        kept.push_back(std::move(blocks[i]));
        continue;
      }
      std::move(media_.begin(), media_.end(), std::back_inserter(kept));
      media_.clear();
      name_heading(blocks, i + 1, anchor_);
    }
    blocks = std::move(kept);
  }

 private:
  std::size_t room(std::size_t taken) const {
    constexpr std::size_t kMargin = 4;  // what gumbo implies: a table's body, a list's item
    return limits_.nesting > taken + kMargin ? limits_.nesting - taken - kMargin : 0;
  }

  Blocks merged(Blocks blocks, std::size_t depth) {
    const Pairing pairing = pair_tags(blocks);
    const std::size_t most = room(depth + depth_of(blocks));
    Blocks out;
    for (std::size_t i = 0; i < blocks.size();) {
      if (!std::holds_alternative<RawBlock>(blocks[i].is)) {
        out.push_back(std::move(blocks[i++]));
        continue;
      }
      HtmlAssembly assembly(most, log_);
      std::size_t last = i;
      for (; i <= last; ++i) {
        last = std::max(last, pairing.reaches[i]);
        add(blocks[i], pairing.left_open[i], assembly);
      }
      detail::HtmlReader reader(assembly, limits_, log_);
      Blocks read = reader.read_blocks();
      if (read.empty()) name_heading(blocks, i, reader.anchor());
      std::move(read.begin(), read.end(), std::back_inserter(out));
    }
    return out;
  }

  /// `<a id="x"></a>` alone before a heading is that heading's id.
  static void name_heading(Blocks& blocks, std::size_t at, const std::string& anchor) {
    auto* heading = at < blocks.size() ? std::get_if<Heading>(&blocks[at].is) : nullptr;
    if (heading && heading->given_id.empty()) heading->given_id = anchor;
  }

  void add(Block& block, const std::vector<std::string>& left_open, HtmlAssembly& assembly) {
    const auto* raw = std::get_if<RawBlock>(&block.is);
    if (!raw) {
      assembly.hold(std::move(block));
      return;
    }
    assembly.add_raw(raw->html, block.at);
    for (const std::string& name : left_open) {
      assembly.close(name);
      if (may_stay_open(name)) continue;
      log_.warn("html-unclosed", block.at,
                {"<" + name + "> 没有结束，已在此块末尾结束",
                 "<" + name + "> is never closed; it was closed at this block's end"},
                {"补上 </" + name + ">", "add </" + name + ">"});
    }
  }

  void interpret(Inlines& inlines, std::size_t depth) {
    if (inlines.empty() || !holds_raw(inlines)) return;
    HtmlAssembly assembly(room(depth + depth_of(inlines)), log_);
    assemble(std::move(inlines), assembly);
    detail::HtmlReader reader(assembly, limits_, log_);
    inlines = reader.read_inlines();
    anchor_ = reader.anchor();
  }

  /// A paragraph that held nothing but a comment goes; one of nothing but films and sounds gives
  /// its place to `media_`.
  bool survives_paragraph(Inlines& inlines, std::size_t depth) {
    const bool was_blank = detail::is_blank(inlines);
    if (inlines.empty() || !holds_raw(inlines)) return true;
    HtmlAssembly assembly(room(depth + depth_of(inlines)), log_);
    assemble(std::exchange(inlines, {}), assembly);
    detail::HtmlReader reader(assembly, limits_, log_);
    if (reader.holds_media_alone()) {
      media_ = reader.read_blocks();
    } else {
      inlines = reader.read_inlines();
    }
    anchor_ = reader.anchor();
    return was_blank || !detail::is_blank(inlines);
  }

  bool survives(Block& block, std::size_t depth);

  const config::Limits& limits_;
  Diagnostics& log_;
  std::string anchor_;  // of the block at hand
  Blocks media_;        // what stands in its place
};

/// Interprets what a block holds; false where nothing is left of it.
bool RawHtml::survives(Block& block, std::size_t depth) {
  const auto all = [&](std::vector<TableRow>& rows) {
    for (TableRow& row : rows) {
      for (TableCell& cell : row)
        interpret(cell.content, depth);
    }
  };
  return std::visit(
      Overload{
          [&](Paragraph& b) { return survives_paragraph(b.content, depth); },
          [&](Heading& b) {
            interpret(b.content, depth);
            if (b.given_id.empty()) b.given_id = anchor_;
            return true;
          },
          [&](Quote& b) {
            interpret(b.children, depth), interpret(b.attribution, depth);
            return true;
          },
          [&](List& b) {
            for (ListItem& item : b.items)
              interpret(item.children, depth + 1);
            return true;
          },
          [](CodeBlock&) { return true; },
          [&](Table& b) { return interpret(b.caption, depth), all(b.head), all(b.body), true; },
          [](ThematicBreak&) { return true; },
          [&](Figure& b) { return interpret(b.caption, depth), true; },
          [&](Admonition& b) {
            return interpret(b.title, depth), interpret(b.children, depth), true;
          },
          [&](Details& b) {
            return interpret(b.summary, depth), interpret(b.children, depth), true;
          },
          [](MathBlock&) { return true; },
          [&](DefinitionList& b) {
            for (auto& entry : b.entries) {
              for (Inlines& term : entry.terms)
                interpret(term, depth);
              for (Blocks& definition : entry.definitions)
                interpret(definition, depth);
            }
            return true;
          },
          [](LinkCard&) { return true; },
          [&](Tabs& b) {
            for (Tabs::Tab& tab : b.tabs)
              interpret(tab.title, depth), interpret(tab.children, depth);
            return true;
          },
          [&](Division& b) {
            interpret(b.children, depth);
            return !b.children.empty();
          },
          [](RawBlock&) { return true; },
      },
      block.is);
}

}  // namespace

void interpret_raw_html(Document& document, const config::Limits& limits, Diagnostics& log) {
  RawHtml pass(limits, log);
  pass.interpret(document.blocks, 0);
  for (Note& note : document.notes)
    pass.interpret(note.children, 1);
}

}  // namespace keben::markdown
