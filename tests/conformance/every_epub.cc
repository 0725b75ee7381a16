// Writes EPUBs of hand-built models into a folder, for the validators: every construct in one essay
// and in a collection, with and without a cover, once vertically, and the smallest books that there
// can be.
//
//     every_epub FOLDER
#include <filesystem>
#include <fstream>
#include <iostream>

#include "epub/export/export_epub.h"
#include "tests/support/build.h"
#include "tests/support/every_construct.h"
#include "tests/support/settled.h"

namespace {

using namespace keben;
using namespace keben::test;

bool write(const std::filesystem::path& file, const model::Collection& collection, bool cover,
           config::Writing writing = config::Writing::horizontal) {
  Diagnostics log;
  Stages stages;
  const Settled book = settled(collection, log, {.theme = {}, .writing = writing});
  const assets::Asset front{
      tiny_png(60, 96, {60, 90, 120}), assets::MediaType::png, {{60}, {96}}, false, {}, "cover"};
  const auto epub = epub::export_epub({book.edition, book.pictures, cover ? &front : nullptr},
                                      {.toc_depth = 3, .writing = writing, .css = {}, .jobs = {2}},
                                      {}, stages, log);
  if (!epub) {
    std::cerr << file << ": " << epub.error().what.en << "\n";
    return false;
  }
  std::ofstream(file, std::ios::binary) << *epub;
  return true;
}

model::Collection chapters() {
  model::Blocks blocks;
  for (const char* title : {"第一章　起", "第二章　承", "第三章　转", "第四章　合"}) {
    blocks.push_back(heading(1, title));
    for (int i = 0; i < 60; ++i)
      blocks.push_back(
          paragraph("山重水复疑无路，柳暗花明又一村。箫鼓追随春社近，衣冠简朴古风存。"));
  }
  return book_of(essay("novel.md", "一部小书", blocks));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: every_epub FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  const bool good =
      write(folder / "every.epub", book_of(every_construct()), true) &&
      write(folder / "vertical.epub", book_of(every_construct()), true,
            config::Writing::vertical) &&
      write(folder / "collection.epub", every_construct_collection(), true) &&
      write(folder / "chapters.epub", chapters(), false) &&
      write(folder / "plain.epub", book_of(essay("a.md", "一段", {paragraph("只有一段。")})),
            false) &&
      write(folder / "heading.epub",
            book_of(essay("b.md", "题", {heading(2, "甲"), heading(5, "乙"), heading(1, "")})),
            false);
  return good ? 0 : 1;
}
