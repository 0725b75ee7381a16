// Bytes that are wanted again later, such as the pictures of a book: in memory while they are few,
// else in a file without a name, which is gone with the process.
//
// A hundred photographs weigh more than all else that a book needs. Each is looked at three times
// (proved, converted, packed) and by one thread at a time; between those looks it need not be in
// memory.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>

#include "base/bytes.h"

namespace keben {

/// A value: copies share what they hold.
class HeldBytes {
 public:
  HeldBytes() = default;
  HeldBytes(Bytes bytes)  // NOLINT: bytes are bytes, wherever they lie
      : owner_(std::make_shared<const Bytes>(std::move(bytes))),
        view_(*std::static_pointer_cast<const Bytes>(owner_)) {}

  operator BytesView() const { return view_; }  // NOLINT
  friend bool operator==(const HeldBytes& a, BytesView b) { return a.view_ == b; }
  std::size_t size() const { return view_.size(); }
  bool empty() const { return view_.empty(); }
  /// Lets go of the memory of what lies in a file; it is read again where it is looked at.
  void forget() const;

 private:
  friend class Spool;
  std::shared_ptr<const void> owner_;
  BytesView view_;
  bool in_file_ = false;
};

/// Where bytes are held; safe from several threads.
class Spool {
 public:
  /// @param folder     of the file, which is made when it is first needed
  /// @param in_memory  how many bytes stay in memory before that
  explicit Spool(std::filesystem::path folder, std::size_t in_memory = kInMemory)
      : folder_(std::move(folder)), in_memory_(in_memory) {}
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;
  ~Spool();

  /// Bytes that the file cannot take (no room, no right) stay in memory.
  HeldBytes hold(Bytes bytes);

 private:
  static constexpr std::size_t kInMemory = 32u << 20;

  int file();
  HeldBytes write(const Bytes& bytes);

  std::filesystem::path folder_;
  std::size_t in_memory_;
  std::atomic<std::size_t> held_ = 0;  // in memory
  std::atomic<std::size_t> end_ = 0;   // of the file
  std::once_flag opened_;
  int file_ = -1;
};

}  // namespace keben
