#include "assets/resolve.h"

#include <catch2/catch.hpp>

#include "base/hash.h"
#include "tests/support/build.h"
#include "tests/support/fake_fetcher.h"
#include "tests/support/scratch.h"
#include "tests/unit/assets/pictures.h"

using namespace keben;
using namespace keben::assets;
using test::FakeFetcher;
using test::Scratch;

namespace {

/// One run over a book, and all that came of it.
struct Run {
  AssetStore store;
  Diagnostics log;
  FakeFetcher fetcher;

  std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& d : log.all())
      out.push_back(d.code);
    return out;
  }
};
using Codes = std::vector<std::string>;

void run(Run& run, const Scratch& scratch, const model::Collection& book,
         const config::FetchOptions& options = {}, unsigned jobs = 1) {
  run.store = resolve(book, scratch.path("root"), run.fetcher, options, {jobs}, run.log);
}

model::Document essay_of(const Scratch& scratch, model::Blocks blocks, std::string name = "a.md") {
  return test::essay(scratch.path("root/" + name).native(), "题", std::move(blocks));
}

model::Block images(const std::vector<std::string>& sources) {
  model::Inlines out;
  std::uint32_t line = 1;
  for (const std::string& source : sources) {
    model::Inline node = test::image(source, "");
    node.at = {.first_line = line, .last_line = line, .first_column = 1, .last_column = 9};
    out.push_back(std::move(node));
    ++line;
  }
  return test::paragraph(std::move(out));
}

}  // namespace

TEST_CASE("every picture of text, figures, notes and covers is found once", "[assets]") {
  const Scratch scratch;
  scratch.write("root/in.png", test::png());
  scratch.write("root/copy.png", test::png());
  scratch.write("root/note.jpg", test::jpeg());
  scratch.write("root/cover.gif", test::gif({.frames = 2}));
  model::Inline outer = test::image("in.png", "");
  std::get<model::Image>(outer.is).alt.push_back(test::image("never-looked-at.png", ""));
  model::Document document = essay_of(
      scratch, {test::paragraph({std::move(outer)}), test::figure("copy.png", "图", "说明"),
                model::Block{{}, model::Quote{{test::figure("./in.png", "")}, {}}}});
  document.notes.push_back({{}, "1", {test::figure("note.jpg", "")}, 0});
  document.meta.cover = "cover.gif";
  Run out;
  run(out, scratch, test::book_of(test::numbered(document)));
  CHECK(out.codes() == Codes{});
  CHECK(out.store.size() == 3);  // equal bytes are one picture
  const model::DocumentId d{0};
  CHECK(out.store.of(d, {0}) == out.store.of(d, {1}));
  CHECK(out.store.of(d, {0}) == out.store.of(d, {2}));
  const Asset& png = out.store[*out.store.of(d, {0})];
  CHECK(png.type == MediaType::png);
  CHECK(png.size == PixelSize{{9}, {7}});
  CHECK(png.hash == sha256_hex(test::png()));
  CHECK(png.origin == "in.png");
  CHECK(out.store[*out.store.of(d, {3})].type == MediaType::jpeg);
  CHECK(out.store[*out.store.cover_of(d)].animated);
  CHECK(out.store.cover_of(d) == AssetId{0});
}

TEST_CASE("same URL n times: one fetch, one warning a place",
          "[assets][faults-network][network.same-url]") {
  const Scratch scratch;
  scratch.write("root/a.md", "");
  Run out;
  out.fetcher.pages["https://example.com/a.png?imageSlim"] = test::png();
  run(out, scratch,
      test::book_of(essay_of(
          scratch, {images({"https://example.com/a.png?imageSlim", "https://gone.example/b.png",
                            "HTTPS://EXAMPLE.com/a.png?imageSlim#x", "https://gone.example/b.png",
                            "//gone.example/b.png"})})));
  REQUIRE(out.fetcher.requests.size() == 1);
  CHECK(out.fetcher.requests[0] == std::vector<std::string>{"https://example.com/a.png?imageSlim",
                                                            "https://gone.example/b.png"});
  CHECK(out.store.size() == 1);
  CHECK(out.codes() == Codes(3, "image-missing"));
  CHECK(out.log.all()[0].at.first_line == 2);
  CHECK(out.log.all()[1].at.first_line == 4);
  CHECK(out.log.all()[0].severity == Severity::warning);
}

TEST_CASE("a picture that cannot be fetched is told as product.md tells it",
          "[assets][product-messages]") {
  const Scratch scratch;
  scratch.write("root/a.md", "");
  Run out;
  run(out, scratch,
      test::book_of(essay_of(scratch, {images({"https://gone.example/b.png?imageSlim"})})));
  REQUIRE(out.log.all().size() == 1);
  const Diagnostic& told = out.log.all()[0];
  CHECK(told.code == "image-missing");
  CHECK(told.text.zh == "图片下载失败：无法解析主机名，已用说明文字代替（gone.example）");
  CHECK(told.text.en ==
        "picture not downloaded: cannot resolve the host name; its description stands instead "
        "(gone.example)");
  CHECK(told.hint.zh == "联网后重跑即可；`--strict` 可让此类问题中止");
}

TEST_CASE("--offline: what the cache has is shown, what it has not is told",
          "[assets][faults-network][network.offline]") {
  const Scratch scratch;
  scratch.write("root/in.png", test::png());
  Run out;
  out.fetcher.is_offline = true;
  out.fetcher.pages["https://example.com/kept.png"] = test::png({.width = 5});
  run(out, scratch,
      test::book_of(essay_of(scratch, {images({"https://example.com/a.png", "in.png",
                                               "https://example.com/kept.png"})})));
  CHECK(out.codes() == Codes{"image-offline"});
  CHECK(out.store.size() == 2);
}

TEST_CASE("plain links are never fetched", "[assets][network.plain-links]") {
  const Scratch scratch;
  scratch.write("root/a.md", "");
  Run out;
  model::Inlines text = {test::link("https://example.com/a.png", {test::text("图")})};
  run(out, scratch, test::book_of(essay_of(scratch, {test::paragraph(std::move(text))})));
  CHECK(out.fetcher.requests.empty());
}

TEST_CASE("every picture is proven once, before any book is made",
          "[assets][images.decoded-once]") {
  const Scratch scratch;
  Bytes broken = test::png();
  broken[broken.size() - 17] ^= 1;  // a checksum that only the proof looks at
  scratch.write("root/broken.png", broken);
  Run out;
  run(out, scratch, test::book_of(essay_of(scratch, {images({"broken.png"})})));
  CHECK(out.codes() == Codes{"image-broken"});
  CHECK(out.store.size() == 0);
}

TEST_CASE("a book without remote pictures never calls the fetcher", "[assets]") {
  const Scratch scratch;
  scratch.write("root/in.png", test::png());
  Run out;
  run(out, scratch, test::book_of(essay_of(scratch, {images({"in.png", "gone.png"})})));
  CHECK(out.fetcher.requests.empty());
  CHECK(out.codes() == Codes{"image-missing"});
}

TEST_CASE("HTML page with 200: a web page is not an image",
          "[assets][faults-network][network.html][network.content-type]") {
  const Scratch scratch;
  scratch.write("root/page.png", "<html>404</html>");
  Run out;
  out.fetcher.pages["https://example.com/a.png"] = "<!DOCTYPE html><title>404</title>";
  out.fetcher.pages["https://example.com/empty.png"] = "";
  run(out, scratch,
      test::book_of(essay_of(scratch, {images({"https://example.com/a.png", "page.png",
                                               "https://example.com/empty.png"})})));
  CHECK(out.codes() == Codes(3, "image-broken"));
  CHECK(out.log.all()[0].text.en ==
        "server sent a web page, not an image; its description stands instead (example.com)");
  CHECK(out.log.all()[1].text.en ==
        "the file holds a web page, not an image; its description stands instead");
}

TEST_CASE("wrong extension: by content; corrupt, truncated or zero byte: broken",
          "[assets][faults-images][images.wrong-extension][images.corrupt][images.truncated]["
          "images.zero-byte][images.html][images.decoded-once]") {
  const Scratch scratch;
  scratch.write("root/really.png", test::jpeg());
  scratch.write("root/cut.png", test::png().substr(0, 60));
  scratch.write("root/zero.png", "");
  scratch.write("root/photo.png", std::string("\0\0\0\x1C"
                                              "ftypheic\0\0\0\0",
                                              16));
  scratch.write("root/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
  Run out;
  run(out, scratch,
      test::book_of(essay_of(
          scratch, {images({"really.png", "cut.png", "zero.png", "photo.png", "drawing.svg"})})));
  CHECK(out.codes() == Codes{"image-broken", "image-broken", "image-unsupported"});
  CHECK(out.store[*out.store.of({0}, {0})].type == MediaType::jpeg);
  CHECK(out.log.all()[2].text.en.find("HEIC") != std::string::npos);
  CHECK(out.store[*out.store.of({0}, {4})].type == MediaType::svg);
}

TEST_CASE("data: the same road as files", "[assets][faults-images][images.data]") {
  const Scratch scratch;
  scratch.write("root/a.md", "");
  // A GIF of one pixel.
  const std::string pixel =
      "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  Run out;
  run(out, scratch,
      test::book_of(essay_of(scratch, {images({pixel, "data:image/png,hello", "data:text/html,x",
                                               "data:image/svg+xml,%3Csvg/%3E"})})));
  CHECK(out.codes() == Codes{"image-broken", "image-refused"});
  CHECK(out.store[*out.store.of({0}, {0})].size == PixelSize{{1}, {1}});
}

TEST_CASE("../, absolute, file:, %2e, backslash, symlink out: outside the root",
          "[assets][faults-paths][paths.dot-dot][paths.absolute][paths.file-scheme][paths.percent-"
          "2e][paths.backslash][paths.symlink-out]") {
  const Scratch scratch;
  scratch.write("secret.png", test::png());
  scratch.write("root/a.md", "");
  scratch.link("../secret.png", "root/link.png");
  Run out;
  run(out, scratch,
      test::book_of(
          essay_of(scratch, {images({"../secret.png", "%2e%2e/secret.png", "link.png",
                                     "file:///etc/passwd", "..\\secret.png", "C:\\secret.png"})})));
  CHECK(out.store.size() == 0);
  CHECK(out.codes() == Codes(6, "image-outside-root"));
  for (const Diagnostic& told : out.log.all())
    CHECK(told.hint.zh.find("--root") != std::string::npos);
}

TEST_CASE("a cover that cannot be had is told at its document's first line", "[assets]") {
  const Scratch scratch;
  scratch.write("root/a.md", "");
  model::Document document = essay_of(scratch, {});
  document.file = {7};
  document.meta.cover = "none.png";
  Run out;
  run(out, scratch, test::book_of(document));
  REQUIRE(out.codes() == Codes{"image-missing"});
  CHECK(out.log.all()[0].at.file == FileId{7});
  CHECK(out.log.all()[0].at.first_line == 1);
  CHECK(out.log.all()[0].text.zh == "找不到图片文件：none.png，不用作封面");
  CHECK_FALSE(out.store.cover_of({0}));
}

TEST_CASE("any number of jobs gives the same store and the same warnings", "[assets]") {
  const Scratch scratch;
  std::vector<std::string> sources;
  for (unsigned i = 0; i < 40; ++i) {
    sources.push_back("p" + std::to_string(i) + ".png");
    if (i % 5 != 0) scratch.write("root/" + sources.back(), test::png({.width = 1 + i % 13}));
  }
  const model::Collection book = test::book_of(essay_of(scratch, {images(sources)}));
  Run one;
  Run many;
  run(one, scratch, book);
  run(many, scratch, book, {}, 8);
  CHECK(one.log.all() == many.log.all());
  CHECK(one.codes().size() == 8);
  REQUIRE(one.store.size() == many.store.size());
  CHECK(one.store.size() == 13);
  for (std::uint32_t i = 0; i < one.store.size(); ++i)
    CHECK(one.store[{i}].hash == many.store[{i}].hash);
  for (std::uint32_t i = 0; i < sources.size(); ++i)
    CHECK(one.store.of({0}, {i}) == many.store.of({0}, {i}));
}

TEST_CASE("each document's images count from its own folder", "[assets]") {
  const Scratch scratch;
  scratch.write("root/one/p.png", test::png());
  scratch.write("root/two/p.png", test::jpeg());
  model::Collection book;
  book.documents.push_back(essay_of(scratch, {images({"p.png"})}, "one/a.md"));
  book.documents.push_back(essay_of(scratch, {images({"p.png"})}, "two/a.md"));
  Run out;
  run(out, scratch, book);
  CHECK(out.store[*out.store.of({0}, {0})].type == MediaType::png);
  CHECK(out.store[*out.store.of({1}, {0})].type == MediaType::jpeg);
}

TEST_CASE("a cover named on the command line may lie anywhere, and is checked alike",
          "[assets][product-root]") {
  const Scratch scratch;
  scratch.write("cover.png", test::png());
  scratch.write("cover.txt", "text");
  Diagnostics log;
  const Result<Asset> cover = read_picture(scratch.path("cover.png"), {}, log);
  REQUIRE(cover);
  CHECK(cover->size == PixelSize{{9}, {7}});
  CHECK(read_picture(scratch.path("cover.txt"), {}, log).error().code == "image-broken");
  CHECK(read_picture(scratch.path("none.png"), {}, log).error().code == "image-missing");
}
