#include "base/late_library.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace keben {
namespace {

/// Those that were wanted in vain, in the order of their names, whichever thread came first.
class Missed {
 public:
  void add(const LateLibrary& library) {
    const std::scoped_lock lock(mutex_);
    all_.push_back(&library);
  }
  std::vector<const LateLibrary*> all() {
    const std::scoped_lock lock(mutex_);
    return all_;
  }

 private:
  std::mutex mutex_;
  std::vector<const LateLibrary*> all_;
};

Missed& missed() {
  static Missed all;
  return all;
}

}  // namespace

bool LateLibrary::open() {
  std::call_once(once_, [&] {
    is_open_ = fill();
    if (!is_open_) missed().add(*this);
  });
  return is_open_;
}

// It stays open until the process ends: its functions may be called from other exits.
bool LateLibrary::fill() {
  void* const library = dlopen(name_.file, RTLD_NOW | RTLD_LOCAL);
  for (const LateFunction& function : functions_) {
    void* const found = library ? dlsym(library, function.name) : nullptr;
    if (!found) {
      const char* const why = dlerror();
      loaders_word_ = why ? why : function.name;
      return false;
    }
    std::memcpy(function.pointer, &found, sizeof found);
  }
  return true;
}

Error LateLibrary::missing() const {
  const std::string file(name_.file), package(name_.package);
  return {Fault::machine,
          "library-missing",
          {"打不开 " + file + "，它用来" + name_.zh + "（" + loaders_word_ + "）",
           "cannot open " + file + ": " + name_.en + " (" + loaders_word_ + ")"},
          {"安装：sudo apt install " + package, "install it: sudo apt install " + package},
          {}};
}

void warn_of_missing_libraries(std::span<const Error> errors, Diagnostics& log) {
  std::vector<Error> all;
  for (const LateLibrary* library : missed().all())
    all.push_back(library->missing());
  std::sort(all.begin(), all.end(),
            [](const Error& a, const Error& b) { return a.what.en < b.what.en; });
  for (const Error& one : all) {
    const auto says_it = [&](const std::string& text) {
      return text.find(one.what.en) != std::string::npos;
    };
    const auto& messages = log.all();
    const bool told = std::any_of(messages.begin(), messages.end(),
                                  [&](const Diagnostic& m) { return says_it(m.text.en); }) ||
                      std::any_of(errors.begin(), errors.end(),
                                  [&](const Error& error) { return says_it(error.what.en); });
    if (!told) log.warn(one.code, {}, one.what, one.hint);
  }
}

}  // namespace keben
