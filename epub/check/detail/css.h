// Styles wherever a book has them: in files, in `<style>`, in `style` attributes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "css/parts.h"
#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"

namespace keben::epub {

/// What is wrong in a style, and what it asks for.
///
/// @param line  of its beginning in the file
void check_css_in(std::string_view css, css::Form form, std::size_t line, FileFacts& facts,
                  FileLog& log);

/// An address that a style asks for.
void refer_from_css(const std::string& address, std::size_t line, FileFacts& facts);

}  // namespace keben::epub
