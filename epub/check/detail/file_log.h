// Where a check of one file writes what it finds.
#pragma once

#include <string>
#include <utility>

#include "epub/check/finding.h"

namespace keben::epub {

class FileLog {
 public:
  explicit FileLog(std::string file) : file_(std::move(file)) {}

  void add(const char* code, std::size_t line, std::string zh, std::string en) {
    if (found_.size() < kMost)
      found_.push_back({file_, line, code, {std::move(zh), std::move(en)}});
  }

  const std::string& file() const { return file_; }
  Findings take() { return std::move(found_); }

 private:
  static constexpr std::size_t kMost = 200;  // of one file: past that nobody reads on
  std::string file_;
  Findings found_;
};

}  // namespace keben::epub
