#include "markdown/detail/tree_memory.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

using namespace keben::markdown::detail;

TEST_CASE("what a parser asks for is zero, and stays where it is", "[markdown]") {
  TreeMemory memory;
  cmark_mem* asked = TreeMemory::functions();
  std::vector<unsigned char*> pieces;
  for (std::size_t size = 1; size < 40'000; size += 97) {
    auto* piece = static_cast<unsigned char*>(asked->calloc(1, size));
    CHECK(std::count(piece, piece + size, 0) == static_cast<std::ptrdiff_t>(size));
    std::memset(piece, 0xA5, size);
    pieces.push_back(piece);
  }
  std::size_t size = 1;
  for (unsigned char* piece : pieces) {
    CHECK(std::count(piece, piece + size, 0xA5) == static_cast<std::ptrdiff_t>(size));
    size += 97;
  }
}

TEST_CASE("what grows keeps what it holds", "[markdown]") {
  TreeMemory memory;
  cmark_mem* asked = TreeMemory::functions();
  auto* text = static_cast<char*>(asked->realloc(nullptr, 4));
  std::memcpy(text, "abc", 4);
  for (std::size_t size = 8; size < 100'000; size *= 3) {
    text = static_cast<char*>(asked->realloc(text, size));
    CHECK(std::string(text) == "abc");
  }
}

TEST_CASE("an object of ours lives as long as the tree", "[markdown]") {
  const auto watched = std::make_shared<int>(7);
  {
    TreeMemory memory;
    const std::shared_ptr<int>* kept =
        TreeMemory::keep(std::make_unique<std::shared_ptr<int>>(watched));
    CHECK(**kept == 7);
    CHECK(watched.use_count() == 2);
  }
  CHECK(watched.use_count() == 1);
}

TEST_CASE("a parse within a parse has a memory of its own", "[markdown]") {
  const TreeMemory outer;
  auto* before = static_cast<char*>(TreeMemory::functions()->calloc(1, 8));
  {
    const TreeMemory inner;
    std::memcpy(TreeMemory::functions()->calloc(1, 8), "inner", 6);
  }
  CHECK(std::string(before).empty());
  CHECK(std::string(static_cast<char*>(TreeMemory::functions()->calloc(1, 8))).empty());
}
