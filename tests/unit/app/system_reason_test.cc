#include "app/system_reason.h"

#include <catch2/catch.hpp>
#include <cerrno>

using keben::Words;
using keben::app::reason_of;

TEST_CASE("a reason is in both languages", "[app][system-reason]") {
  CHECK(reason_of(ENOENT) == Words{"没有这个文件或文件夹", "No such file or directory"});
  CHECK(reason_of(ENOSPC) == Words{"磁盘已满", "No space left on device"});
}

TEST_CASE("a rare one is the system's own in both", "[app][system-reason]") {
  CHECK(reason_of(EXDEV).zh == reason_of(EXDEV).en);
  CHECK_FALSE(reason_of(EXDEV).empty());
  CHECK_FALSE(reason_of(99'999).empty());
}
