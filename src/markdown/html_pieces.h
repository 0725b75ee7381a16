// Raw HTML cut into tags, comments and text.
//
// Gumbo builds trees from whole documents. Ours comes in shreds, a tag here and its end tag three
// paragraphs below; before a tree can be built we must know which tags there are.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace keben::markdown {

struct HtmlPiece {
  enum class Kind { text, comment, open, close };
  Kind kind = Kind::text;
  std::string_view source;  // the whole piece, as written
  std::string_view name;    // of a tag, as written
  bool complete = true;     // false: a comment that runs to the end of the text

  /// What follows the name in an opening tag: attributes, `/`, `>`.
  std::string_view behind_name() const {
    return source.substr(static_cast<std::size_t>(name.data() - source.data()) + name.size());
  }
};

/// Pieces in order; together they are `html`. `<!…>` and `<?…?>` count as comments; a `<` that
/// begins nothing is text. Linear.
std::vector<HtmlPiece> cut_html(std::string_view html);

}  // namespace keben::markdown
