#include "app/progress_line.h"

#include <string>

#include "app/output_file.h"

namespace keben::app {
namespace {

constexpr std::chrono::milliseconds kPatience{500};
constexpr std::string_view kWipe = "\r\x1b[K";

/// Megabytes with one figure after the point, without a locale.
std::string megabytes(std::size_t bytes) {
  const std::size_t tenths = (bytes * 10 + 500'000) / 1'000'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace

void ProgressLine::show(const net::Progress& progress) {
  if (!voice_.progress || std::chrono::steady_clock::now() - begun_ < kPatience) return;
  const std::string count = std::to_string(progress.done) + "/" + std::to_string(progress.all);
  const Words words{"图片 " + count + " · " + megabytes(progress.bytes),
                    "pictures " + count + " · " + megabytes(progress.bytes)};
  const std::string& line = words.in(voice_.language);
  if (line == shown_) return;
  shown_ = line;
  say(std::string(kWipe) + line);
}

ProgressLine::~ProgressLine() {
  if (!shown_.empty()) say(kWipe);
}

}  // namespace keben::app
