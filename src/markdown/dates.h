// Dates as authors write them in front matter and file names.
#pragma once

#include <optional>
#include <string_view>

#include "model/document.h"

namespace keben::markdown {

/// A day as written, and the moment it names: UTC unless the text gives a zone.
struct WrittenDate {
  model::Date day;
  model::Moment moment;
  bool operator==(const WrittenDate&) const = default;
};

/// Reads `2025-01-25`, `2025/1/25`, `2025.1.25`, `2025年1月25日`, `20250125`, each with or without
/// a time and a zone behind it (ISO 8601, and the looser forms of Hexo and Hugo); `Jan 25, 2025`,
/// `25 January 2025`, RFC 5322's and JavaScript's dates. Nothing where the text is none of these or
/// no such day exists.
std::optional<WrittenDate> read_date(std::string_view text);

/// The date that a file name begins with: `2025-01-25-零一万物.md`.
std::optional<WrittenDate> date_of_file_name(std::string_view stem);

}  // namespace keben::markdown
