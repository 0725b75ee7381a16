#include "config/typesetting.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace keben::config {
namespace {

/// A setting: its name, the names of its values, and what taking the n-th of them does.
struct Known {
  std::string_view name;
  std::array<std::string_view, 5> values;  // empty ones behind the last
  void (*take)(Typesetting& to, std::size_t n);
};

/// Values whose names stand in the order of their enumerators.
template <auto Member>
void take_nth(Typesetting& to, std::size_t n) {
  auto& field = to.*Member;
  field = static_cast<std::remove_reference_t<decltype(field)>>(n);
}

void take_indent(Typesetting& to, std::size_t n) {
  to.indent = n == 0 ? std::nullopt : std::optional(Em{static_cast<double>(n - 1)});
}

constexpr std::array<Known, 9> kSettings = {{
    {"kinsoku", {"auto", "none", "basic", "gb", "strict"}, take_nth<&Typesetting::kinsoku>},
    {"marks", {"quanjiao", "kaiming", "banjiao", "none"}, take_nth<&Typesetting::marks>},
    {"adjacent", {"half", "tight"}, take_nth<&Typesetting::adjacent>},
    {"first", {"trim", "keep"}, take_nth<&Typesetting::first>},
    {"hang", {"none", "allow-end"}, take_nth<&Typesetting::hang>},
    {"autospace", {"normal", "narrow", "none"}, take_nth<&Typesetting::autospace>},
    {"quotes", {"as-written", "corner"}, take_nth<&Typesetting::quotes>},
    {"hyphens", {"auto", "none"}, take_nth<&Typesetting::hyphens>},
    {"indent", {"auto", "0", "1", "2"}, take_indent},
}};

const Known* setting_of(std::string_view name) {
  const auto found = std::find_if(kSettings.begin(), kSettings.end(),
                                  [&](const Known& each) { return each.name == name; });
  return found == kSettings.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string_view> setting_names() {
  std::vector<std::string_view> out;
  for (const Known& setting : kSettings)
    out.push_back(setting.name);
  return out;
}

std::vector<std::string_view> setting_values(std::string_view name) {
  const Known* setting = setting_of(name);
  if (!setting) return {};
  const auto end = std::find(setting->values.begin(), setting->values.end(), std::string_view());
  return {setting->values.begin(), end};
}

std::string offered_for(std::string_view name) {
  const std::vector<std::string_view> values = setting_values(name);
  std::string out;
  for (const std::string_view each : values.empty() ? setting_names() : values)
    out.append(out.empty() ? "" : " ").append(each);
  return out;
}

bool set(Typesetting& to, std::string_view name, std::string_view value) {
  const std::vector<std::string_view> values = setting_values(name);
  const auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) return false;
  setting_of(name)->take(to, static_cast<std::size_t>(found - values.begin()));
  return true;
}

}  // namespace keben::config
