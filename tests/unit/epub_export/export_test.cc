#include "epub/export/export_epub.h"

#include <catch2/catch.hpp>

#include "epub/check/check.h"
#include "fonts/catalog.h"
#include "tests/support/build.h"
#include "tests/support/every_construct.h"
#include "tests/support/settled.h"

using namespace keben;
using namespace keben::test;

namespace {

struct Made {
  Result<Bytes> epub;
  Stages stages;
  Diagnostics log;
};

Made make(const model::Collection& collection, config::EpubOptions options = {},
          const assets::Asset* cover = nullptr) {
  Made out;
  const Settled book = settled(collection, out.log, {.theme = {}, .writing = options.writing});
  out.epub =
      epub::export_epub({book.edition, book.pictures, cover}, options, {}, out.stages, out.log);
  return out;
}

std::size_t count(const Bytes& bytes, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = bytes.find(what); at != std::string::npos; at = bytes.find(what, at + 1))
    ++n;
  return n;
}

}  // namespace

TEST_CASE("a book of every construct passes its own check", "[export][epub-36]") {
  const assets::Asset cover{
      tiny_png(60, 96, {1, 2, 3}), assets::MediaType::png, {{60}, {96}}, false, {}, "cover"};
  const Made one = make(book_of(every_construct()), {}, &cover);
  REQUIRE(one.epub);
  CHECK(count(*one.epub, "epub/img/cover.png") == 2);  // once in each kind of header
  CHECK(count(*one.epub, "epub/img/0005.png") == 2);
  CHECK(count(*one.epub, "epub/text/e1-6.xhtml") == 2);
  REQUIRE(make(every_construct_collection()).epub);
}

TEST_CASE("the same bytes with one job and with eight, twice", "[export][determinism][epub-3]") {
  const model::Collection book = every_construct_collection();
  config::EpubOptions many;
  many.jobs = Jobs{8};
  const Bytes one = make(book).epub.value();
  CHECK(one == make(book).epub.value());
  CHECK(one == make(book, many).epub.value());
}

TEST_CASE("messages stand in reading order, whoever finds them first", "[export][determinism]") {
  config::EpubOptions many;
  many.jobs = Jobs{8};
  model::Blocks blocks;
  for (int i = 0; i < 30; ++i) {
    blocks.push_back(heading(1, "题"));
    blocks.push_back(figure("pic" + std::to_string(i) + ".png", ""));
  }
  const Made made = make(book_of(essay("a.md", "文", blocks)), many);
  REQUIRE(made.epub);
  REQUIRE(made.log.all().size() == 30);
  for (std::size_t i = 0; i < 30; ++i)
    CHECK_THAT(made.log.all()[i].text.en, Catch::Contains("\"pic" + std::to_string(i) + ".png\""));
}

TEST_CASE("only pictures that the text shows are in the book", "[export][epub-14]") {
  const model::Collection book = book_of(essay("a.md", "文", {paragraph("一")}));
  Made made;
  assets::AssetStore store({0});
  assets::Asset unused{tiny_png(1, 1, {1, 2, 3}), assets::MediaType::png, {}, false, "h", "u"};
  store.set_cover({0}, store.add(std::move(unused)));
  const Settled shown = settled(book, std::move(store), made.log);
  made.epub = epub::export_epub({shown.edition, shown.pictures}, {}, {}, made.stages, made.log);
  CHECK(count(made.epub.value(), "img/") == 0);
}

TEST_CASE("the author's stylesheet comes after ours", "[export][css]") {
  config::EpubOptions options;
  options.css = "p { color: red }";
  const model::Collection book = book_of(essay("a.md", "文", {paragraph("一")}));
  CHECK(count(make(book, options).epub.value(), "epub/css/author.css") == 2);
}

TEST_CASE("each stage has its account", "[export][stages]") {
  std::vector<std::string> names;
  const Made made = make(book_of(every_construct()));
  for (const StageTime& stage : made.stages.all())
    names.push_back(stage.name);
  CHECK(names ==
        std::vector<std::string>{"pictures", "xhtml", "package", "self-check", "deflate", "zip"});
}

TEST_CASE("type is in the book where it is asked for, cut to what is set in it",
          "[export][epub-32]") {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  REQUIRE(faces);
  const model::Collection book = book_of(essay(
      "a.md", "题",
      {paragraph({text("正文"), styled(model::Style::strong, {text("粗")})}), heading(2, "节")}));
  Made made;
  const Settled set = settled(book, made.log);
  config::EpubOptions options;
  options.fonts = config::EmbeddedType::used;
  const epub::Source source{set.edition, set.pictures, nullptr, &*faces};
  const Bytes epub = epub::export_epub(source, options, {}, made.stages, made.log).value();
  for (const char* name : {"fonts/song.otf", "fonts/song-bold.otf", "fonts/hei-bold.otf",
                           "com.apple.ibooks.display-options.xml"})
    CHECK(count(epub, name) == 2);
  CHECK(count(epub, "fonts/mono.otf") == 0);
  CHECK(epub.size() < 100'000);
  CHECK(epub::check_archive(epub, Jobs{1}).empty());
  CHECK(epub == epub::export_epub(source, options, {}, made.stages, made.log).value());
}

TEST_CASE("of rare hanzi only the type may be in the book", "[export][epub-32]") {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  REQUIRE(faces);
  const auto made_with = [&](const std::string& words, bool obfuscate = false) {
    const model::Collection book = book_of(essay("a.md", "题", {paragraph(words)}));
    Made made;
    const Settled set = settled(book, made.log);
    config::EpubOptions options;
    options.fonts = config::EmbeddedType::rare;
    options.obfuscate_fonts = obfuscate;
    const epub::Source source{set.edition, set.pictures, nullptr, &*faces};
    return epub::export_epub(source, options, {}, made.stages, made.log).value();
  };
  CHECK(count(made_with("常用字一二三"), "fonts/") == 0);
  const Bytes rare = made_with("生僻字𠮷与常用字");
  CHECK(count(rare, "fonts/song.otf") == 2);
  CHECK(rare.size() < 12'000);
  CHECK(epub::check_archive(rare, Jobs{1}).empty());
  const Bytes obfuscated = made_with("生僻字𠮷与常用字", true);
  CHECK(count(obfuscated, "META-INF/encryption.xml") == 2);
  CHECK(epub::check_archive(obfuscated, Jobs{1}).empty());
}

TEST_CASE("a book that fails its own check names the place of the text that brought it out",
          "[export][check]") {
  // No reader of ours makes such nodes: words without their reading, and a drawing as it came.
  const auto unread = [](std::uint32_t line) {
    model::Block block = paragraph({{{}, model::Ruby{{{"甲", ""}}}}});
    block.at = {line, line, 3, 4, {7}};
    return block;
  };
  const auto refused_at = [](const model::Collection& book) {
    const Made made = make(book);
    REQUIRE_FALSE(made.epub);
    CHECK(made.epub.error().fault == Fault::bug);
    CHECK(made.epub.error().code == "epub-invalid");
    return made.epub.error().at;
  };
  CHECK(refused_at(book_of(essay("a.md", "文", {paragraph("一"), unread(9), paragraph("二")}))) ==
        SourceSpan{9, 9, 3, 4, {7}});
  model::Block list{{}, model::List{}};
  std::get<model::List>(list.is).items = {{{5, 5, 1, 1, {7}}, {}, {paragraph("一")}},
                                          {{6, 6, 1, 1, {7}}, {}, {unread(6)}}};
  CHECK(refused_at(book_of(essay("a.md", "文", {list}))).first_line == 6);
  model::Note note{{8, 8, 1, 1, {7}}, "1", {unread(8)}, 1};
  CHECK(refused_at(book_of(essay("a.md", "文", {paragraph({note_mark(0)})}, {note}))).first_line ==
        8);
}
