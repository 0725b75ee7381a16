// The door to cmark-gfm, its private headers included.
//
// The public API hides what we need in two places: an extension may not look at the block parser's
// indent or at an open code fence, and reading a node's strings through it copies each of them.
// Debian installs the private headers beside the public ones; their structs are those of one
// version, and the assertion below holds us to it.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" {
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/syntax_extension.h>
#include <cmark-gfm/utf8.h>

// Exported by the extensions' library, declared in a header that is not installed.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;
}

static_assert(CMARK_GFM_VERSION == ((0 << 24) | (29 << 16) | (0 << 8) | 6),
              "the private structs of cmark-gfm are read as version 0.29.0.gfm.6 lays them out");

namespace keben::markdown::detail {

inline std::string_view view(const cmark_chunk& chunk) {
  if (chunk.len <= 0) return {};
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}
inline std::string_view view(const cmark_strbuf& buffer) {
  if (buffer.size <= 0) return {};
  return {reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size)};
}

/// A line as block extensions are given it, its newline included.
inline std::string_view view(const unsigned char* line, int length) {
  return {reinterpret_cast<const char*>(line), static_cast<std::size_t>(length)};
}

inline bool is_block(const cmark_node& node) {
  return (node.type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

/// A node type in the pointer that cmark-gfm lends to each extension for its own use.
inline void* pack(cmark_node_type type) {
  return reinterpret_cast<void*>(static_cast<std::uintptr_t>(type));
}
inline cmark_node_type unpack(void* packed) {
  return static_cast<cmark_node_type>(reinterpret_cast<std::uintptr_t>(packed));
}

/// Moves the block parser to just before the line's newline: the line is used up.
inline void use_up_line(cmark_parser* parser, unsigned char* line, int length) {
  const int rest = length - 1 - parser->offset;
  if (rest > 0) cmark_parser_advance_offset(parser, reinterpret_cast<char*>(line), rest, 0);
}

}  // namespace keben::markdown::detail
