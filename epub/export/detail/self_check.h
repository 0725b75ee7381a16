// A last look at a book before it is handed over: what EPUBCheck would call an error of ours.
//
// Everything is generated, so a fault found here is a bug in keben, never the author's slip; a book
// that fails is not written. It reads the files as they will stand in the container: markup closed
// in order, ids once each, every reference to a file and a place that exist, the manifest and the
// files the same set, the spine made of listed items (EPUB 3.3 #sec-pkg-manifest, #sec-spine-elem).
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/parallel.h"
#include "epub/archive/container.h"

namespace keben::epub {

/// The first fault, in one English sentence that names the file; nothing where the book is sound.
///
/// @param folder  the package's, with its slash: "epub/"; package.opf lies in it
std::optional<std::string> find_fault(std::span<const Entry> entries, const std::string& folder,
                                      Jobs jobs);

}  // namespace keben::epub
