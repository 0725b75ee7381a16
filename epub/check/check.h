// A checker of EPUBs: what EPUBCheck would call an error, without Java and in milliseconds.
//
// Every book of ours passes it before it gets its name, and `keben check book.epub` runs it on any.
// It reads what is in the container, never what we meant to put there: the bytes of the archive
// (EPUB 3.3 #sec-container-ocf), XML that is well formed, the package's metadata, manifest and
// spine
// (#sec-package-doc), the navigation documents, each content document's elements and attributes
// (#sec-xhtml), every reference and its target, and that media are what they say they are. It knows
// no scripts, audio or fixed layouts beyond their place in the manifest.
//
// A test holds it against EPUBCheck over hundreds of damaged books
// (tests/conformance/self_check.py): nothing that EPUBCheck calls an error passes here.
#pragma once

#include <span>

#include "base/bytes.h"
#include "base/parallel.h"
#include "epub/check/finding.h"

namespace keben::epub {

/// A file of the container, by its name from the root; borrowed for the call.
struct CheckedFile {
  std::string_view name;
  BytesView bytes;
  bool obfuscated = false;  // so that they do not look like what they are
};

/// Checks the files of a book that is not packed yet; `mimetype` and container.xml are not among
/// them.
///
/// @param package  the name of the package document
Findings check_files(std::span<const CheckedFile> files, const std::string& package, Jobs jobs);

/// Checks an archive: its bytes, then the files in it. Linear in what the archive unpacks to, which
/// is limited.
Findings check_archive(BytesView archive, Jobs jobs);

/// Checks only the container's layout, for an archive whose files have been checked: headers and
/// names, nothing unpacked.
Findings check_layout(BytesView archive);

}  // namespace keben::epub
