#include "edition/makers.h"

#include <array>
#include <string_view>
#include <utility>

#include "model/generated_words.h"

namespace keben::edition {
namespace {

using model::Convention;

/// What a person other than an author did, after the name: 王五 译, translated by John Doe.
struct RoleWords {
  std::string_view role;  // MARC relator code
  std::string_view hans, hant, ja, ko, western;
};
constexpr std::array<RoleWords, 3> kRoles = {{
    {"trl", "译", "譯", "訳", "옮김", "translator"},
    {"edt", "编", "編", "編", "엮음", "editor"},
    {"ill", "绘", "繪", "絵", "그림", "illustrator"},
}};

std::string_view word_for(const RoleWords& role, Convention convention) {
  switch (convention) {
    case Convention::hans:
      return role.hans;
    case Convention::hant_tw:
    case Convention::hant_hk:
      return role.hant;
    case Convention::ja:
      return role.ja;
    case Convention::ko:
      return role.ko;
    case Convention::western:
      return role.western;
  }
  return role.western;
}

std::string_view role_word(std::string_view role, Convention convention) {
  for (const RoleWords& row : kRoles) {
    if (row.role == role) return word_for(row, convention);
  }
  return {};
}

}  // namespace

std::vector<std::string> makers_of(const std::vector<model::Person>& people,
                                   Convention convention) {
  const std::string_view separator = model::words_for(convention).name_separator;
  std::vector<std::pair<std::string, std::string>> by_role{{"aut", ""}};  // role, names
  for (const model::Person& person : people) {
    auto line = by_role.begin();
    while (line != by_role.end() && line->first != person.role)
      ++line;
    if (line == by_role.end()) line = by_role.insert(line, {person.role, ""});
    line->second.append(line->second.empty() ? "" : separator).append(person.name);
  }
  std::vector<std::string> out;
  for (const auto& [role, names] : by_role) {
    if (names.empty()) continue;
    const std::string_view word = role_word(role, convention);
    const char* space = model::is_cjk(convention) ? "　" : ", ";
    out.push_back(word.empty() ? names : names + space + std::string(word));
  }
  return out;
}

}  // namespace keben::edition
