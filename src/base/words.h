// What keben says to a person, in both of its languages, side by side where it is said.
//
// A catalogue apart from the code drifts from it; two strings in one place do not. Only app/report
// chooses between them.
#pragma once

#include <string>

namespace keben {

enum class UiLanguage { zh, en };

/// One sentence in Chinese and in English; both or neither are present.
struct Words {
  std::string zh;
  std::string en;

  bool empty() const { return zh.empty() && en.empty(); }
  const std::string& in(UiLanguage language) const { return language == UiLanguage::zh ? zh : en; }
  bool operator==(const Words&) const = default;
};

}  // namespace keben
