// What the claims about the program have in common: a folder to work in, keben itself, and looks at
// what it left behind.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/program/child.h"
#include "tests/support/scratch.h"

namespace keben::test {

/// A scratch folder in which keben is run.
class Desk : public Scratch {
 public:
  /// Runs keben in the folder, or where `around` says.
  Ended keben(std::vector<std::string> arguments, Surroundings around = {}) const;
  /// The same, without waiting.
  Child start(std::vector<std::string> arguments, Surroundings around = {}) const;

  std::string read(const std::string& name) const;
  /// All names in it at any depth, hidden ones too, folders without a slash.
  std::set<std::string> names() const;
};

/// An essay of a few paragraphs: quick to set, and more than one page long.
std::string short_essay();
/// Markdown that keeps keben busy for a second or so.
std::string long_text();

/// Whether `text` has `part` in it.
bool has(const std::string& text, const std::string& part);
std::size_t count(const std::string& text, const std::string& part);
std::vector<std::string> lines_of(const std::string& text);

/// An entry of an EPUB, or an empty text.
std::string entry_of(const std::filesystem::path& epub, const std::string& name);
/// All XHTML of an EPUB's texts, in the order of names.
std::string xhtml_of(const std::filesystem::path& epub);

/// The path of an installed tool, or an empty one.
std::filesystem::path tool(const std::string& name);

/// Says that a claim could not be looked at on this machine; in CI that is a failure.
void skip(const std::string& why);

/// A mount namespace of the child's own, for Surroundings::first; false where it may not have one.
bool own_mounts();
/// A network namespace with nothing in it.
bool no_network();

}  // namespace keben::test
