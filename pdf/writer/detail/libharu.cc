// libharu, opened when the first PDF is written. Where it is not installed there is no document and
// no version, and the file of objects is a failure (object_file.cc).
#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libhpdf-2.3.0.so");
constexpr HPDF_STATUS kFailed = HPDF_FAILD_TO_ALLOC_MEM;

}  // namespace

extern "C" {

HPDF_Doc HPDF_New(HPDF_Error_Handler handler, void* data) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_New, handler, data);
}

void HPDF_Free(HPDF_Doc document) {
  KEBEN_PASS_ON(kLibrary, void(), HPDF_Free, document);
}

const char* HPDF_GetVersion() {
  KEBEN_PASS_ON(kLibrary, "", HPDF_GetVersion);
}

HPDF_Page HPDF_AddPage(HPDF_Doc document) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_AddPage, document);
}

HPDF_STATUS HPDF_Xref_Add(HPDF_Xref table, void* object) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Xref_Add, table, object);
}

HPDF_STATUS HPDF_Xref_WriteToStream(HPDF_Xref table, HPDF_Stream stream, HPDF_Encrypt encryption) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Xref_WriteToStream, table, stream, encryption);
}

HPDF_Dict HPDF_Dict_New(HPDF_MMgr memory) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_Dict_New, memory);
}

HPDF_Dict HPDF_DictStream_New(HPDF_MMgr memory, HPDF_Xref table) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_DictStream_New, memory, table);
}

HPDF_STATUS HPDF_Dict_Add(HPDF_Dict dict, const char* key, void* object) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Dict_Add, dict, key, object);
}

HPDF_STATUS HPDF_Dict_AddName(HPDF_Dict dict, const char* key, const char* value) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Dict_AddName, dict, key, value);
}

HPDF_STATUS HPDF_Dict_AddNumber(HPDF_Dict dict, const char* key, HPDF_INT32 value) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Dict_AddNumber, dict, key, value);
}

void* HPDF_Dict_GetItem(HPDF_Dict dict, const char* key, HPDF_UINT16 kind) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_Dict_GetItem, dict, key, kind);
}

HPDF_STATUS HPDF_Dict_RemoveElement(HPDF_Dict dict, const char* key) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Dict_RemoveElement, dict, key);
}

HPDF_Array HPDF_Array_New(HPDF_MMgr memory) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_Array_New, memory);
}

HPDF_STATUS HPDF_Array_Add(HPDF_Array array, void* object) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Array_Add, array, object);
}

HPDF_STATUS HPDF_Array_AddReal(HPDF_Array array, HPDF_REAL value) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Array_AddReal, array, value);
}

HPDF_Binary HPDF_Binary_New(HPDF_MMgr memory, HPDF_BYTE* value, HPDF_UINT length) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_Binary_New, memory, value, length);
}

void HPDF_Stream_Free(HPDF_Stream stream) {
  KEBEN_PASS_ON(kLibrary, void(), HPDF_Stream_Free, stream);
}

HPDF_STATUS HPDF_Stream_Write(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  KEBEN_PASS_ON(kLibrary, kFailed, HPDF_Stream_Write, stream, bytes, size);
}

HPDF_Stream HPDF_CallbackReader_New(HPDF_MMgr memory, HPDF_Stream_Read_Func read,
                                    HPDF_Stream_Seek_Func seek, HPDF_Stream_Tell_Func tell,
                                    HPDF_Stream_Size_Func size, void* data) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_CallbackReader_New, memory, read, seek, tell, size, data);
}

HPDF_Stream HPDF_CallbackWriter_New(HPDF_MMgr memory, HPDF_Stream_Write_Func write, void* data) {
  KEBEN_PASS_ON(kLibrary, nullptr, HPDF_CallbackWriter_New, memory, write, data);
}

}  // extern "C"
