#include "tests/spec/spec_file.h"

#include <algorithm>
#include <array>

namespace keben::spec {
namespace {

constexpr std::array<std::string_view, 7> kSections = {"options", "input", "meta",    "model",
                                                       "xhtml",   "lines", "messages"};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    out.push_back(text.substr(0, text[end] == '\n' ? end : end + 1));
    text.remove_prefix(end + 1);
  }
  return out;
}

/// The section that a line begins; empty where it begins none. Front matter's `---` begins none.
std::string_view begun_section(std::string_view line) {
  if (!line.starts_with("--- ")) return {};
  const auto found = std::find(kSections.begin(), kSections.end(), line.substr(4));
  return found == kSections.end() ? std::string_view() : *found;
}

/// A `== ` in an input begins no case: one is followed by its first section at once.
bool begins_case(const std::vector<std::string_view>& lines, std::size_t at) {
  if (!lines[at].starts_with("== ") || at + 1 == lines.size()) return false;
  const std::string_view section = begun_section(lines[at + 1]);
  return section == "input" || section == "options";
}

void drop_blank_end(std::string& text) {
  while (text == "\n" || text.ends_with("\n\n"))
    text.pop_back();
}

}  // namespace

std::string_view Case::operator[](std::string_view section) const {
  for (const Section& each : sections) {
    if (each.name == section) return each.text;
  }
  return {};
}

bool Case::has(std::string_view section) const {
  return std::any_of(sections.begin(), sections.end(),
                     [&](const Section& each) { return each.name == section; });
}

std::map<std::string, std::string> Case::options() const {
  std::map<std::string, std::string> out;
  for (const std::string_view line : lines_of((*this)["options"])) {
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) out.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  return out;
}

SpecFile read_spec(std::string_view text) {
  SpecFile file;
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (begins_case(lines, i)) {
      file.cases.push_back({std::string(lines[i].substr(3)), {}});
      continue;
    }
    const std::string_view section = file.cases.empty() ? "" : begun_section(lines[i]);
    if (!section.empty()) {
      file.cases.back().sections.push_back({std::string(section), {}});
      continue;
    }
    std::string& to = file.cases.empty() ? file.head : file.cases.back().sections.back().text;
    to.append(lines[i]) += '\n';
  }
  drop_blank_end(file.head);
  for (Case& each : file.cases) {
    for (Section& section : each.sections)
      drop_blank_end(section.text);
  }
  return file;
}

std::string write_spec(const SpecFile& file) {
  std::string out = file.head;
  for (const Case& each : file.cases) {
    out += "\n== " + each.name + "\n";
    for (const Section& section : each.sections)
      out += "--- " + section.name + "\n" + section.text;
  }
  return out;
}

}  // namespace keben::spec
