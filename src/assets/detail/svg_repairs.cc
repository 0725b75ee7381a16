#include "assets/detail/svg_repairs.h"

namespace keben::assets {
namespace {

constexpr std::size_t kShown = 3;

}  // namespace

void SvgRepairs::add(std::size_t line, const Words& what) {
  if (count_++ >= kShown) return;
  const std::string number = std::to_string(line);
  shown_.zh += (shown_.zh.empty() ? "第 " : "；第 ") + number + " 行" + what.zh;
  shown_.en += (shown_.en.empty() ? "line " : "; line ") + number + " " + what.en;
}

Words SvgRepairs::sentence() const {
  if (count_ <= kShown) return shown_;
  const std::string all = std::to_string(count_);
  return {shown_.zh + "……共 " + all + " 处", shown_.en + " … " + all + " places in all"};
}

}  // namespace keben::assets
