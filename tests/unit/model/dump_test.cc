#include "model/dump.h"

#include <catch2/catch.hpp>

using namespace keben;
using namespace keben::model;

TEST_CASE("a dump names each node, its data and its place", "[model]") {
  const SourceSpan at{.first_line = 3, .last_line = 3, .first_column = 1, .last_column = 5};
  const Blocks blocks{{at, Paragraph{{{at, Text{"一\n\"二\""}},
                                      {at, Styled{Style::strong, {{at, CodeSpan{"x"}}}}}}}}};
  CHECK(dump(blocks) ==
        "paragraph @3:1-3:5\n"
        "  text \"一\\n\\\"二\\\"\" @3:1-3:5\n"
        "  strong @3:1-3:5\n"
        "    code \"x\" @3:1-3:5\n");
}

TEST_CASE("plain text is what a listener hears", "[model]") {
  const Inlines inlines{{{}, Text{"见"}},
                        {{}, Link{{}, {{{}, Text{"此"}}}}},
                        {{}, NoteReference{}},
                        {{}, Ruby{{{"汉", "hàn"}}}}};
  CHECK(plain_text(inlines) == "见此汉");
}
