#include "outline/identity.h"

#include <catch2/catch.hpp>

#include "tests/support/build.h"

using namespace keben;
using namespace keben::outline;
using namespace keben::test;

namespace {

model::Collection named(const std::string& path, const std::string& site, const std::string& slug) {
  model::Document text = essay(path, "文", {});
  text.meta.site = site;
  text.meta.slug = slug;
  return book_of(text);
}

std::string uuid(const model::Collection& collection) {
  return identity_of(collection, std::nullopt).uuid;
}

}  // namespace

TEST_CASE("identity is a version 5 UUID of site and slug, else slug, else file",
          "[outline][rfc4122]") {
  const std::string id = uuid(named("x/a.md", "https://b.c/", "s"));
  CHECK(id.size() == 36);
  CHECK(id[14] == '5');
  CHECK(std::string("89ab").find(id[19]) != std::string::npos);
  CHECK(id == uuid_of("https://b.c/s"));
  CHECK(uuid(named("x/a.md", "https://b.c", "s")) == id);
  CHECK(uuid(named("x/a.md", "", "s")) == uuid_of("s"));
  CHECK(uuid(named("x/a.b.md", "", "")) == uuid_of("a.b"));
}

TEST_CASE("an edit does not change identity; another book has another", "[outline][rfc4122]") {
  model::Collection one = named("a.md", "", "");
  const std::string before = uuid(one);
  one.documents[0].blocks.push_back(paragraph("新"));
  CHECK(uuid(one) == before);
  one.documents.push_back(one.documents[0]);
  CHECK(uuid(one) != before);
}

TEST_CASE("the moment of change is SOURCE_DATE_EPOCH, the newest date, or 2000",
          "[outline][decisions-3]") {
  model::Collection book = named("a.md", "", "");
  CHECK(iso_moment(identity_of(book, std::nullopt).modified) == "2000-01-01T00:00:00Z");
  book.documents[0].meta.modified = model::Moment{1'737'763'200};
  CHECK(iso_moment(identity_of(book, std::nullopt).modified) == "2025-01-25T00:00:00Z");
  CHECK(iso_moment(identity_of(book, 1).modified) == "1970-01-01T00:00:01Z");
}

TEST_CASE("moments are written over the whole calendar", "[outline]") {
  CHECK(iso_moment({951'868'799}) == "2000-02-29T23:59:59Z");
  CHECK(iso_moment({-1}) == "1969-12-31T23:59:59Z");
  CHECK(iso_moment(identity_of(named("a.md", "", ""), INT64_MIN).modified) ==
        "0001-01-01T00:00:00Z");
  CHECK(iso_date({987, 6, 5}) == "0987-06-05");
}
