// The few questions that lists of texts ask of a path.
#pragma once

#include <string>
#include <string_view>

namespace keben::series {

/// The part before the last `/`, or nothing; and the part behind it.
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);
/// The name without its suffix.
std::string_view stem_of_path(std::string_view path);
/// `target` as seen from `folder`, without `.` and `..`; those that lead out stay in front.
std::string joined(std::string_view folder, std::string_view target);
bool is_markdown(std::string_view path);
/// `%E4%B8%80` and its kin made bytes again; what is no such pair of digits stays.
std::string percent_decoded(std::string_view address);

/// A paper of a repository, at its root: its licence, changelog, code of conduct …
bool is_repository_paper(std::string_view path);
/// README, index and _index open their folder.
bool opens_folder(std::string_view path);

}  // namespace keben::series
