// libcurl, opened when the first picture is fetched: it brings thirty other libraries (TLS twice,
// Kerberos, LDAP). Where it is not installed its functions fail as libcurl does, and a download
// ends with a message.
#include <curl/curl.h>

#include <cstdarg>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libcurl.so.4");

}  // namespace

// The header names enums before the dots; with the type that GCC and Clang give them va_start
// works, but Clang would rather not.
#pragma GCC diagnostic ignored "-Wvarargs"

// The header wraps these three in macros that check types.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

extern "C" {

CURLcode curl_global_init(long flags) {
  KEBEN_PASS_ON(kLibrary, CURLE_FAILED_INIT, curl_global_init, flags);
}

CURL* curl_easy_init() {
  KEBEN_PASS_ON(kLibrary, nullptr, curl_easy_init);
}

void curl_easy_cleanup(CURL* easy) {
  KEBEN_PASS_ON(kLibrary, void(), curl_easy_cleanup, easy);
}

/// One argument follows, of the type that the option's number tells (curl.h, CURLOPTTYPE_*).
CURLcode curl_easy_setopt(CURL* easy, CURLoption option, ...) {
  static auto* const real = kLibrary.find(&curl_easy_setopt, "curl_easy_setopt");
  if (!real) return CURLE_FAILED_INIT;
  va_list list;
  va_start(list, option);
  CURLcode out;
  if (option < CURLOPTTYPE_OBJECTPOINT) {
    out = real(easy, option, va_arg(list, long));
  } else if (option < CURLOPTTYPE_OFF_T || option >= CURLOPTTYPE_BLOB) {
    out = real(easy, option, va_arg(list, void*));
  } else {
    out = real(easy, option, va_arg(list, curl_off_t));
  }
  va_end(list);
  return out;
}

/// What follows is always a pointer.
CURLcode curl_easy_getinfo(CURL* easy, CURLINFO info, ...) {
  static auto* const real = kLibrary.find(&curl_easy_getinfo, "curl_easy_getinfo");
  if (!real) return CURLE_FAILED_INIT;
  va_list list;
  va_start(list, info);
  const CURLcode out = real(easy, info, va_arg(list, void*));
  va_end(list);
  return out;
}

CURLHcode curl_easy_header(CURL* easy, const char* name, size_t index, unsigned int origin,
                           int request, curl_header** out) {
  KEBEN_PASS_ON(kLibrary, CURLHE_NOT_BUILT_IN, curl_easy_header, easy, name, index, origin, request,
                out);
}

const char* curl_easy_strerror(CURLcode code) {
  KEBEN_PASS_ON(kLibrary, "libcurl is not installed", curl_easy_strerror, code);
}

CURLM* curl_multi_init() {
  KEBEN_PASS_ON(kLibrary, nullptr, curl_multi_init);
}

CURLMcode curl_multi_cleanup(CURLM* multi) {
  KEBEN_PASS_ON(kLibrary, CURLM_INTERNAL_ERROR, curl_multi_cleanup, multi);
}

CURLMcode curl_multi_setopt(CURLM* multi, CURLMoption option, ...) {
  static auto* const real = kLibrary.find(&curl_multi_setopt, "curl_multi_setopt");
  if (!real) return CURLM_INTERNAL_ERROR;
  va_list list;
  va_start(list, option);
  const CURLMcode out = static_cast<int>(option) < CURLOPTTYPE_OBJECTPOINT
                            ? real(multi, option, va_arg(list, long))
                            : real(multi, option, va_arg(list, void*));
  va_end(list);
  return out;
}

CURLMcode curl_multi_add_handle(CURLM* multi, CURL* easy) {
  KEBEN_PASS_ON(kLibrary, CURLM_INTERNAL_ERROR, curl_multi_add_handle, multi, easy);
}

CURLMcode curl_multi_remove_handle(CURLM* multi, CURL* easy) {
  KEBEN_PASS_ON(kLibrary, CURLM_INTERNAL_ERROR, curl_multi_remove_handle, multi, easy);
}

CURLMcode curl_multi_perform(CURLM* multi, int* running) {
  KEBEN_PASS_ON(kLibrary, CURLM_INTERNAL_ERROR, curl_multi_perform, multi, running);
}

CURLMcode curl_multi_poll(CURLM* multi, curl_waitfd extra[], unsigned int count, int timeout,
                          int* ready) {
  KEBEN_PASS_ON(kLibrary, CURLM_INTERNAL_ERROR, curl_multi_poll, multi, extra, count, timeout,
                ready);
}

CURLMsg* curl_multi_info_read(CURLM* multi, int* left) {
  KEBEN_PASS_ON(kLibrary, nullptr, curl_multi_info_read, multi, left);
}

curl_slist* curl_slist_append(curl_slist* list, const char* words) {
  KEBEN_PASS_ON(kLibrary, nullptr, curl_slist_append, list, words);
}

void curl_slist_free_all(curl_slist* list) {
  KEBEN_PASS_ON(kLibrary, void(), curl_slist_free_all, list);
}

CURLU* curl_url() {
  KEBEN_PASS_ON(kLibrary, nullptr, curl_url);
}

void curl_url_cleanup(CURLU* url) {
  KEBEN_PASS_ON(kLibrary, void(), curl_url_cleanup, url);
}

CURLUcode curl_url_set(CURLU* url, CURLUPart part, const char* words, unsigned int flags) {
  KEBEN_PASS_ON(kLibrary, CURLUE_OUT_OF_MEMORY, curl_url_set, url, part, words, flags);
}

CURLUcode curl_url_get(CURLU* url, CURLUPart part, char** out, unsigned int flags) {
  KEBEN_PASS_ON(kLibrary, CURLUE_OUT_OF_MEMORY, curl_url_get, url, part, out, flags);
}

void curl_free(void* memory) {
  KEBEN_PASS_ON(kLibrary, void(), curl_free, memory);
}

}  // extern "C"
