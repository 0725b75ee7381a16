// Where the text needs a stand-in before it is parsed, and which.
//
// CommonMark decides by punctuation whether `**` may open or close, and so refuses
// `**「强调」**文字` and `他说**“好”**吗`: Chinese puts no space beside its marks. The CJK-friendly
// rule lets a CJK character beside a run serve as a space would. The parser cannot be told; but
// wherever the two rules differ, the run should be able to open and to close, and one mark of
// punctuation between it and its neighbour brings exactly that about. A guard never stands at a
// line's beginning or beside a space, so no block changes.
//
// Source: markdown-cjk-friendly, specification; widened by “ ” ‘ ’ — … · as CJK (input.md §2.1).
#pragma once

#include <string_view>
#include <vector>

#include "config/options.h"
#include "markdown/literals.h"
#include "markdown/stand_ins.h"

namespace keben::markdown {

/// Guards beside runs of `*` and `~`.
void guard_emphasis(std::string_view text, config::Dialect dialect, const StandIns& stand_ins,
                    std::vector<Edit>& edits);

/// Whether a text may hold formulas whose guards need its literals: where not, nobody need look.
bool may_hold_formulas(std::string_view text);

/// What stands for the opening `\(`, `\[` and, of lines, `$$` of each formula: the parser would
/// take the brackets for escaped ones, and dollars for what they are not. Inside formulas `|` would
/// split a table's row; inside HTML's code `$` would open one.
void guard_formulas(std::string_view text, const Literals& literals, const StandIns& stand_ins,
                    std::vector<Edit>& edits);

/// Marks that would make the parser look ahead in vain, each to its paragraph's end: `<![CDATA[`,
/// `<!A` and `<?` that nothing closes, rows of `-|-` that head no table. A paragraph may hold a
/// few; of more, each gets a stand-in (faults.md §1: the parser is quadratic in them).
void guard_costs(std::string_view text, const StandIns& stand_ins, std::vector<Edit>& edits);

/// Bars in `{漢字|かな}` and `[[page|label]]` would split a table's row.
void guard_bars(std::string_view text, const StandIns& stand_ins, std::vector<Edit>& edits);

/// Marks that begin constructs of our own, where their author escaped them, or wrote them as
/// `&#91;`: the parser resolves both, and the passes after it must know.
void guard_escapes(std::string_view text, const Literals& literals, const StandIns& stand_ins,
                   std::vector<Edit>& edits);

}  // namespace keben::markdown
