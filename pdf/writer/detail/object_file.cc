#include "pdf/writer/detail/object_file.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include "base/c_handle.h"

namespace keben::pdf::writer {
using namespace late;

// What libharu calls back while it saves. Nothing here throws: C frames lie between.
struct Callbacks {
  static void record(HPDF_STATUS code, HPDF_STATUS, void* first) {
    auto& status = *static_cast<HPDF_STATUS*>(first);
    if (status == HPDF_OK) status = code;
  }

  static HPDF_STATUS print(HPDF_Stream stream, const std::string& text) {
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                             static_cast<HPDF_UINT>(text.size()));
  }
  static HPDF_STATUS print_body(HPDF_Dict dict, HPDF_Stream stream) {
    return print(stream, *static_cast<std::string*>(dict->attr));
  }
  static HPDF_STATUS print_entries(HPDF_Dict dict, HPDF_Stream stream) {
    return print(stream, static_cast<ObjectFile::Blob*>(dict->attr)->entries);
  }
  /// A stream's bytes are in the output now: give the memory back at once.
  static HPDF_STATUS release(HPDF_Dict dict) {
    auto& blob = *static_cast<ObjectFile::Blob*>(dict->attr);
    Bytes().swap(blob.data);
    blob.at = 0;
    return HPDF_OK;
  }

  static HPDF_STATUS read(HPDF_Stream stream, HPDF_BYTE* to, HPDF_UINT* length) {
    auto& blob = *static_cast<ObjectFile::Blob*>(stream->attr);
    const std::size_t n = std::min<std::size_t>(*length, blob.data.size() - blob.at);
    std::memcpy(to, blob.data.data() + blob.at, n);
    blob.at += n;
    const bool end = n < *length;
    *length = static_cast<HPDF_UINT>(n);
    return end ? HPDF_STREAM_EOF : HPDF_OK;
  }
  static HPDF_STATUS seek(HPDF_Stream stream, HPDF_INT to, HPDF_WhenceMode whence) {
    auto& blob = *static_cast<ObjectFile::Blob*>(stream->attr);
    if (whence != HPDF_SEEK_SET || to < 0 || static_cast<std::size_t>(to) > blob.data.size()) {
      return HPDF_INVALID_PARAMETER;
    }
    blob.at = static_cast<std::size_t>(to);
    return HPDF_OK;
  }
  static HPDF_UINT32 size(HPDF_Stream stream) {
    return static_cast<HPDF_UINT32>(static_cast<ObjectFile::Blob*>(stream->attr)->data.size());
  }

  static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE* data, HPDF_UINT length) {
    static_cast<Bytes*>(stream->attr)->append(reinterpret_cast<const char*>(data), length);
    return HPDF_OK;
  }
};

Bytes deflate(BytesView data, int level) {
  using Compressor = CHandle<libdeflate_compressor, libdeflate_free_compressor>;
  thread_local Compressor compressor;
  thread_local int current = -1;
  if (current != level) {
    current = -1;
    compressor.reset(libdeflate_alloc_compressor(level));
    if (!compressor) throw std::bad_alloc();
    current = level;
  }
  Bytes out(libdeflate_zlib_compress_bound(compressor.get(), data.size()), '\0');
  out.resize(
      libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data(), out.size()));
  return out;
}

ObjectFile::ObjectFile() {
  doc_ = HPDF_New(Callbacks::record, &failure_);  // memory pool 0: lists come and go
  if (doc_) doc_->pdf_version = HPDF_VER_17;
  if (std::strncmp(HPDF_GetVersion(), "2.3", 3) != 0) failure_ = HPDF_INVALID_OPERATION;
}

ObjectFile::~ObjectFile() {
  HPDF_Free(doc_);
}

void ObjectFile::check(HPDF_STATUS status) {
  if (failure_ == HPDF_OK) failure_ = status;
}

template <class T>
T* ObjectFile::check(T* made) {
  if (!made) check(static_cast<HPDF_STATUS>(HPDF_FAILD_TO_ALLOC_MEM));
  return made;
}

Object ObjectFile::dictionary(std::string body) {
  if (failure_ != HPDF_OK) return {};
  HPDF_Dict dict = check(HPDF_Dict_New(doc_->mmgr));
  if (!dict) return {};
  check(HPDF_Xref_Add(doc_->xref, dict));
  dict->attr = &bodies_.emplace_back(std::move(body));
  dict->write_fn = Callbacks::print_body;
  return {dict};
}

void ObjectFile::set(Object object, std::string body) {
  if (object.dict) *static_cast<std::string*>(object.dict->attr) = std::move(body);
}

void ObjectFile::fill(HPDF_Dict stream, Bytes data, std::string entries) {
  Blob& blob = blobs_.emplace_back(Blob{std::move(entries), std::move(data)});
  HPDF_Stream_Free(stream->stream);
  stream->stream = check(HPDF_CallbackReader_New(doc_->mmgr, Callbacks::read, Callbacks::seek,
                                                 nullptr, Callbacks::size, &blob));
  stream->filter = HPDF_STREAM_FILTER_NONE;  // we say /Filter ourselves
  stream->attr = &blob;
  stream->write_fn = Callbacks::print_entries;
  stream->after_write_fn = Callbacks::release;
}

Object ObjectFile::stream(Bytes data, std::string entries) {
  if (failure_ != HPDF_OK) return {};
  HPDF_Dict stream = check(HPDF_DictStream_New(doc_->mmgr, doc_->xref));
  if (stream) fill(stream, std::move(data), std::move(entries));
  return {stream};
}

Object ObjectFile::deflated(BytesView data, std::string entries, int level) {
  return stream(deflate(data, level), "/Filter /FlateDecode\n" + entries);
}

void ObjectFile::add_numbers(HPDF_Dict dict, const char* key, std::initializer_list<Pt> numbers) {
  HPDF_Array array = check(HPDF_Array_New(doc_->mmgr));
  for (const Pt number : numbers)
    check(HPDF_Array_AddReal(array, static_cast<HPDF_REAL>(number.v)));
  check(HPDF_Dict_Add(dict, key, array));
}

Object ObjectFile::page(Pt width, Pt height, Bytes deflated_contents, Object resources,
                        const std::vector<Object>& annotations, std::uint32_t struct_parents) {
  if (failure_ != HPDF_OK) return {};
  HPDF_Page page = check(HPDF_AddPage(doc_));
  if (!page) return {};
  add_numbers(page, "MediaBox", {{}, {}, width, height});
  add_numbers(page, "TrimBox", {{}, {}, width, height});
  auto* attributes = static_cast<HPDF_PageAttr>(page->attr);
  fill(attributes->contents, std::move(deflated_contents), "/Filter /FlateDecode\n");
  attributes->stream = attributes->contents->stream;
  check(HPDF_Dict_Add(page, "Resources",
                      resources.dict));  // one for all pages, in place of libharu's own
  check(HPDF_Dict_AddNumber(page, "StructParents", static_cast<HPDF_INT32>(struct_parents)));
  check(HPDF_Dict_AddName(page, "Tabs", "S"));
  if (!annotations.empty()) {
    HPDF_Array array = check(HPDF_Array_New(doc_->mmgr));
    for (const Object& annotation : annotations)
      check(HPDF_Array_Add(array, annotation.dict));
    check(HPDF_Dict_Add(page, "Annots", array));
  }
  return {page};
}

std::string ObjectFile::reference(Object object) {
  if (!object.dict) return "null";
  return std::to_string(object.dict->header.obj_id & 0x00FFFFFF) + " 0 R";
}

/// Room for all objects as they stand, with what libharu writes round each.
std::size_t ObjectFile::size_at_most() const {
  constexpr std::size_t around = 160;
  std::size_t size = (blobs_.size() + bodies_.size()) * around;
  for (const Blob& blob : blobs_)
    size += blob.entries.size() + blob.data.size();
  for (const std::string& body : bodies_)
    size += body.size();
  return size;
}

Result<Bytes> ObjectFile::save(const std::string& first_id, const std::string& second_id) {
  Bytes out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  if (failure_ == HPDF_OK) {
    const auto print_into = [&](HPDF_Dict dict, std::string& text) {
      dict->attr = &text;
      dict->write_fn = Callbacks::print_body;
    };
    // libharu names itself as the producer before we do; a key may stand only once (§7.3.7).
    if (HPDF_Dict_GetItem(doc_->info, "Producer", HPDF_OCLASS_STRING))
      check(HPDF_Dict_RemoveElement(doc_->info, "Producer"));
    print_into(doc_->catalog, catalog_);
    print_into(doc_->info, info_);
    HPDF_Array id = check(HPDF_Array_New(doc_->mmgr));
    for (std::string half : {first_id, second_id}) {
      check(
          HPDF_Array_Add(id, HPDF_Binary_New(doc_->mmgr, reinterpret_cast<HPDF_BYTE*>(half.data()),
                                             static_cast<HPDF_UINT>(half.size()))));
    }
    check(HPDF_Dict_Add(doc_->trailer, "ID", id));
    check(HPDF_Dict_Add(doc_->trailer, "Root", doc_->catalog));
    check(HPDF_Dict_Add(doc_->trailer, "Info", doc_->info));
    using Writer = CHandle<HPDF_Stream_Rec, HPDF_Stream_Free>;
    const Writer writer(check(HPDF_CallbackWriter_New(doc_->mmgr, Callbacks::append, &out)));
    // libharu counts offsets from the beginning of what it writes, so our header goes through its
    // stream too.
    const std::string header = std::move(out);
    out.clear();
    out.reserve(size_at_most());
    check(Callbacks::print(writer.get(), header));
    check(HPDF_Xref_WriteToStream(doc_->xref, writer.get(), nullptr));
  }
  if (failure_ == HPDF_OK) return out;
  const std::string code = std::to_string(failure_);
  return failure(
      {Fault::machine,
       "pdf-writer",
       {"写 PDF 时 libharu 报错 " + code, "libharu failed with " + code + " while writing the PDF"},
       {"内存不足时请关闭其他程序后重试",
        "if memory is short, close other programs and try again"}});
}

}  // namespace keben::pdf::writer
