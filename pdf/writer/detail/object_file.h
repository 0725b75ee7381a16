// libharu behind a thin wall: objects whose bodies are our own text, streams that we deflate
// ourselves, one save.
//
// libharu's error state is sticky: after a first failure later calls do nothing, and the first code
// is the one to report. So the calls here return nothing, and `save` tells. Its struct layouts are
// read directly, which 2.4 would break: hence the assertion on the version.
#pragma once

#include <hpdf_doc.h>
#include <hpdf_pages.h>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/length.h"
#include "base/result.h"
#include "late/haru.h"

namespace keben::pdf::writer {

static_assert(HPDF_MAJOR_VERSION == 2 && HPDF_MINOR_VERSION == 3,
              "struct layouts are those of libharu 2.3");

/// An indirect object.
struct Object {
  HPDF_Dict dict = nullptr;
};

class ObjectFile {
 public:
  /// libharu is open (late::haru).
  ObjectFile();
  ~ObjectFile();
  ObjectFile(const ObjectFile&) = delete;
  ObjectFile& operator=(const ObjectFile&) = delete;

  /// A dictionary whose entries are `body`, printed as it stands. May be set again until the file
  /// is saved.
  Object dictionary(std::string body = {});
  void set(Object object, std::string body);
  /// A stream with `entries` beside its length; `/Filter` among them if `data` is encoded.
  Object stream(Bytes data, std::string entries);
  /// A stream deflated by libdeflate at `level`.
  Object deflated(BytesView data, std::string entries, int level);
  /// A page of that size, trimmed at its edges, with its contents deflated and its annotations.
  /// `struct_parents` is its key in the parent tree (ISO 32000-1 §14.7.4.4).
  Object page(Pt width, Pt height, Bytes deflated_contents, Object resources,
              const std::vector<Object>& annotations, std::uint32_t struct_parents);

  /// Entries of the catalog, the information dictionary and the trailer.
  void catalog(std::string entries) { catalog_ += entries; }
  void info(std::string entries) { info_ += entries; }

  /// "12 0 R".
  static std::string reference(Object object);

  /// The whole file; `id` is 16 bytes for both halves of /ID.
  Result<Bytes> save(const std::string& first_id, const std::string& second_id);

 private:
  struct Blob {
    std::string entries;
    Bytes data;
    std::size_t at = 0;
  };
  friend struct Callbacks;
  std::size_t size_at_most() const;
  void fill(HPDF_Dict stream, Bytes data, std::string entries);
  void add_numbers(HPDF_Dict dict, const char* key, std::initializer_list<Pt> numbers);
  /// Keeps the first status that is not HPDF_OK.
  void check(HPDF_STATUS status);
  template <class T>
  T* check(T* made);

  HPDF_Doc doc_ = nullptr;
  HPDF_STATUS failure_ = HPDF_OK;
  std::deque<Blob> blobs_;
  std::deque<std::string> bodies_;
  std::string catalog_, info_;
};

/// libdeflate's zlib stream, as /FlateDecode wants it.
Bytes deflate(BytesView data, int level);

}  // namespace keben::pdf::writer
