// One lambda a case for std::visit. A visit over the model names every case: no auto& catch-all
// (style.md §2).
#pragma once

namespace keben {

template <class... Cases>
struct Overload : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overload(Cases...) -> Overload<Cases...>;

}  // namespace keben
