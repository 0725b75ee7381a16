// The public header, as a program outside the tree sees it.
#include <keben/export.h>

#include <catch2/catch.hpp>
#include <thread>

using namespace keben::api;

namespace {

Request request(std::string markdown) {
  Request out;
  out.markdown = std::move(markdown);
  out.cover = false;
  return out;
}

bool has(const Book& book, const std::string& code) {
  for (const Message& message : book.messages)
    if (message.code == code) return true;
  return false;
}

}  // namespace

TEST_CASE("a text in memory becomes either book in memory", "[library]") {
  const Request essay = request("# 题目\n\n一段正文。\n");
  const Book epub = to_epub(essay);
  CHECK(epub.bytes.substr(0, 4) == std::string("PK\x03\x04", 4));
  const Book pdf = to_pdf(essay);
  CHECK(pdf.bytes.substr(0, 5) == "%PDF-");
  CHECK(pdf.pages >= 1);
}

TEST_CASE("the same request gives the same bytes, from several threads at once", "[library]") {
  const Request essay = request("# 题目\n\n一段正文，和“引号”。\n");
  const std::string once = to_pdf(essay).bytes;
  std::string a, b;
  std::thread first([&] { a = to_pdf(essay).bytes; });
  std::thread second([&] { b = to_pdf(essay).bytes; });
  first.join(), second.join();
  CHECK(a == once);
  CHECK(b == once);
}

TEST_CASE("without a folder no file is read, and the picture's place is named", "[library]") {
  const Book book = to_epub(request("# 题目\n\n正文。\n\n![图](/etc/hostname)\n"));
  CHECK_FALSE(book.bytes.empty());
  REQUIRE(has(book, "image-missing"));
  for (const Message& message : book.messages)
    if (message.code == "image-missing") CHECK(message.line == 5);
}

TEST_CASE("what is no book says why", "[library]") {
  CHECK(has(to_epub(request("")), "text-empty"));
  CHECK(to_epub(request("")).bytes.empty());
  Request odd = request("正文。");
  odd.page = "Z9";
  CHECK(has(to_pdf(odd), "flag-value"));
}
