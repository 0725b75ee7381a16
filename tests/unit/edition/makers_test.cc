#include "edition/makers.h"

#include <catch2/catch.hpp>

using namespace keben;

TEST_CASE("people stand by role, authors first", "[edition]") {
  using Lines = std::vector<std::string>;
  const std::vector<model::Person> people{
      {"王五", "trl"}, {"张三", "aut"}, {"李四", "aut"}, {"赵六", "trl"}, {"孙七", "aft"}};
  CHECK(edition::makers_of(people, model::Convention::hans) ==
        Lines{"张三、李四", "王五、赵六　译", "孙七"});
  CHECK(edition::makers_of({{"A", "edt"}}, model::Convention::western) == Lines{"A, editor"});
  CHECK(edition::makers_of({}, model::Convention::hans).empty());
}
