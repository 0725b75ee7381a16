// The tree as written: front matter off, stand-ins in, cmark's tree into the model.
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "markdown/characters.h"
#include "markdown/detail/grammar.h"
#include "markdown/detail/note_definitions.h"
#include "markdown/detail/tree_reader.h"
#include "markdown/front_matter.h"
#include "markdown/guards.h"
#include "markdown/mail_addresses.h"
#include "markdown/meta.h"
#include "markdown/read.h"
#include "markdown/relocate.h"
#include "markdown/secrets.h"
#include "markdown/table_rows.h"
#include "markdown/text_constructs.h"
#include "markdown/weave.h"

namespace keben::markdown {
namespace {

using config::Dialect;

/// What cmark is given: the text with its front matter blanked, so that lines keep their numbers,
/// and with stand-ins where it would decide wrongly.
struct Prepared {
  std::string owned;
  std::string_view text;  // into `owned`, or the source itself where nothing had to change
  Restorer restorer;
};

/// Warns of each formula of the body that nothing ends.
void warn_of_unclosed(std::string_view source, std::size_t body_at,
                      const std::vector<std::size_t>& unclosed, FileId file, Diagnostics& log) {
  std::uint32_t line = 1;
  std::size_t counted = 0;
  for (const std::size_t at : unclosed) {
    const std::string_view passed = source.substr(counted, body_at + at - counted);
    line += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
    counted = body_at + at;
    log.warn("formula-unclosed", {line, line, 1, 1, file},
             {"此处开始的公式没有结束标记，已按文字保留",
              "this formula is never closed; it stays as text"},
             {"在结尾另起一行写 `$$`", "add a line of `$$` at its end"});
  }
}

Prepared prepare(std::string_view source, std::size_t body_at, Dialect dialect, FileId file,
                 Diagnostics& log) {
  const std::string_view body = source.substr(body_at);
  const StandIns stand_ins = choose_stand_ins(body);
  std::vector<Edit> edits;
  guard_emphasis(body, dialect, stand_ins, edits);
  if (dialect == Dialect::keben) {
    Literals literals;
    if (may_hold_formulas(body)) literals = find_literals(body, Writing::plain);
    guard_formulas(body, literals, stand_ins, edits);
    guard_bars(body, stand_ins, edits);
    guard_escapes(body, literals, stand_ins, edits);
    warn_of_unclosed(source, body_at, literals.unclosed, file, log);
  }
  guard_costs(body, stand_ins, edits);
  Prepared out;
  if (!edits.empty()) out.restorer = Restorer(stand_ins);
  if (edits.empty() && body_at == 0 && body.ends_with('\n')) {
    out.text = source;
    return out;
  }
  for (const char c : source.substr(0, body_at)) {
    if (c == '\n') out.owned += '\n';
  }
  out.owned += apply(std::move(edits), body);
  if (!out.owned.ends_with('\n')) out.owned += '\n';
  out.text = out.owned;
  return out;
}

/// Front matter is a construct of ours: the plain standards have none.
FrontMatter front_matter_of(std::string_view text, FileId file, const config::ReadOptions& options,
                            Diagnostics& log) {
  if (options.dialect != Dialect::keben) return {};
  return read_front_matter(text, file, options.limits, log);
}

std::optional<TableExcess> table_excess_of(std::string_view text,
                                           const config::ReadOptions& options) {
  if (options.dialect == Dialect::commonmark) return std::nullopt;
  return find_table_excess(text, options.limits);
}

Error over_limit(const TableExcess& excess, const config::Limits& limits, FileId file) {
  const bool wide = excess.of == TableExcess::Of::columns;
  const std::string count = std::to_string(excess.count);
  const std::string limit = std::to_string(wide ? limits.table_columns : limits.table_cells);
  return {.fault = Fault::document,
          .code = wide ? "table-too-wide" : "table-too-large",
          .what = {"表格有 " + count + (wide ? " 列" : " 个单元格") + "，超过上限 " + limit,
                   "table of " + count + (wide ? " columns" : " cells") + ", over the limit of " +
                       limit},
          .hint = {"拆成几个表格，或在 keben.yaml 的 limits 中提高上限",
                   "split the table, or raise the limit under limits: in keben.yaml"},
          .at = {excess.line, excess.line, 1, 1, file}};
}

/// Blocks and notes of a prepared text, as the parser has them.
Result<model::Document> read_tree(const Prepared& prepared, FileId file,
                                  const config::ReadOptions& options, Diagnostics& log) {
  if (const auto excess = table_excess_of(prepared.text, options))
    return failure(over_limit(*excess, options.limits, file));
  const detail::TreeMemory memory;
  cmark_parser& parser = *detail::make_parser(options.dialect, memory);
  cmark_parser_feed(&parser, prepared.text.data(), prepared.text.size());
  const auto definitions = detail::collect_note_definitions(*parser.root, prepared.restorer);
  detail::References references;
  detail::InlineCosts costs;
  const cmark_node* tree = detail::finish(parser, references, costs);
  costs.warn(file, log);

  const bool needs_restorer = costs.put_stand_ins() && !prepared.restorer.active();
  const Restorer restorer =
      needs_restorer ? Restorer(choose_stand_ins(prepared.text)) : prepared.restorer;
  const detail::TreeSource source{file, prepared.text, restorer, references, options.limits};
  Result<detail::Body> body = detail::TreeReader(source, log).read(*tree);
  if (!body) return tl::unexpected(std::move(body.error()));
  model::Document document;
  document.file = file;
  document.blocks = std::move(body->blocks);
  document.notes = std::move(body->notes);
  detail::warn_of_lost_notes(definitions, document.notes, file, log);
  if (options.dialect == Dialect::keben) {
    read_text_constructs(document, log);
    link_mail_addresses(document);
  }
  return document;
}

}  // namespace

Result<model::Document> parse(SourceMap& sources, FileId file, const IncludedFiles& included,
                              const config::ReadOptions& options, Diagnostics& log) {
  FrontMatter front = front_matter_of(sources.text(file), file, options, log);
  take_out_secrets(front.fields, log);
  replace_unusable(front.fields, log);
  LinedText woven;
  if (options.dialect == Dialect::keben) {
    Result<LinedText> outcome = weave(sources, file, front.end_byte, included, options, log);
    if (!outcome) return tl::unexpected(std::move(outcome.error()));
    woven = *std::move(outcome);
  }
  const bool is_woven = !woven.lines.empty();
  Diagnostics of_tree;
  const Prepared prepared =
      is_woven ? prepare(woven.text, 0, options.dialect, file, of_tree)
               : prepare(sources.text(file), front.end_byte, options.dialect, file, of_tree);
  Result<model::Document> document = read_tree(prepared, file, options, of_tree);
  log.merge(relocated(of_tree, woven));
  if (!document) {
    document.error().at = relocated(document.error().at, woven);
    return document;
  }
  document->path = sources.name(file);
  document->meta = meta_from(front.fields, log);
  if (is_woven) relocate(*document, woven);
  return document;
}

Result<model::Document> parse(SourceMap& sources, FileId file, const config::ReadOptions& options,
                              Diagnostics& log) {
  return parse(sources, file, IncludedFiles{std::string(sources.name(file)), nullptr}, options,
               log);
}

}  // namespace keben::markdown
