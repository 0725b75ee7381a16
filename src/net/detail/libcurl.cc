// libcurl, opened when the first picture is fetched.
//
// Linked in the usual way it brings thirty other libraries (TLS twice, Kerberos, LDAP), whose
// relocation costs 5 ms in every run of the program: half of an essay's whole export, and most
// essays fetch nothing. So the functions that this room calls are defined here, under libcurl's own
// names and with its own declarations, and pass their calls on. Where the library is not installed
// they fail as libcurl does, and a download ends with a message.
#include <curl/curl.h>
#include <dlfcn.h>

#include <cstdarg>

namespace {

/// A function of the library; null where there is none.
template <class F>
F* find(F*, const char* name) {
  static void* const library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  return library ? reinterpret_cast<F*>(dlsym(library, name)) : nullptr;
}

}  // namespace

// The header wraps these three in macros that check types.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

/// Each is looked up once; `failed` is what the caller gets where it is absent.
#define KEBEN_PASS_ON(failed, function, ...)            \
  static auto* const real = find(&function, #function); \
  return real ? real(__VA_ARGS__) : failed

extern "C" {

CURLcode curl_global_init(long flags) {
  KEBEN_PASS_ON(CURLE_FAILED_INIT, curl_global_init, flags);
}

CURL* curl_easy_init() {
  KEBEN_PASS_ON(nullptr, curl_easy_init);
}

void curl_easy_cleanup(CURL* easy) {
  KEBEN_PASS_ON(void(), curl_easy_cleanup, easy);
}

/// One argument follows, of the type that the option's number tells (curl.h, CURLOPTTYPE_*).
CURLcode curl_easy_setopt(CURL* easy, CURLoption option, ...) {
  static auto* const real = find(&curl_easy_setopt, "curl_easy_setopt");
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
  static auto* const real = find(&curl_easy_getinfo, "curl_easy_getinfo");
  if (!real) return CURLE_FAILED_INIT;
  va_list list;
  va_start(list, info);
  const CURLcode out = real(easy, info, va_arg(list, void*));
  va_end(list);
  return out;
}

CURLHcode curl_easy_header(CURL* easy, const char* name, size_t index, unsigned int origin,
                           int request, curl_header** out) {
  KEBEN_PASS_ON(CURLHE_NOT_BUILT_IN, curl_easy_header, easy, name, index, origin, request, out);
}

const char* curl_easy_strerror(CURLcode code) {
  KEBEN_PASS_ON("libcurl is not installed", curl_easy_strerror, code);
}

CURLM* curl_multi_init() {
  KEBEN_PASS_ON(nullptr, curl_multi_init);
}

CURLMcode curl_multi_cleanup(CURLM* multi) {
  KEBEN_PASS_ON(CURLM_INTERNAL_ERROR, curl_multi_cleanup, multi);
}

CURLMcode curl_multi_setopt(CURLM* multi, CURLMoption option, ...) {
  static auto* const real = find(&curl_multi_setopt, "curl_multi_setopt");
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
  KEBEN_PASS_ON(CURLM_INTERNAL_ERROR, curl_multi_add_handle, multi, easy);
}

CURLMcode curl_multi_remove_handle(CURLM* multi, CURL* easy) {
  KEBEN_PASS_ON(CURLM_INTERNAL_ERROR, curl_multi_remove_handle, multi, easy);
}

CURLMcode curl_multi_perform(CURLM* multi, int* running) {
  KEBEN_PASS_ON(CURLM_INTERNAL_ERROR, curl_multi_perform, multi, running);
}

CURLMcode curl_multi_poll(CURLM* multi, curl_waitfd extra[], unsigned int count, int timeout,
                          int* ready) {
  KEBEN_PASS_ON(CURLM_INTERNAL_ERROR, curl_multi_poll, multi, extra, count, timeout, ready);
}

CURLMsg* curl_multi_info_read(CURLM* multi, int* left) {
  KEBEN_PASS_ON(nullptr, curl_multi_info_read, multi, left);
}

curl_slist* curl_slist_append(curl_slist* list, const char* words) {
  KEBEN_PASS_ON(nullptr, curl_slist_append, list, words);
}

void curl_slist_free_all(curl_slist* list) {
  KEBEN_PASS_ON(void(), curl_slist_free_all, list);
}

CURLU* curl_url() {
  KEBEN_PASS_ON(nullptr, curl_url);
}

void curl_url_cleanup(CURLU* url) {
  KEBEN_PASS_ON(void(), curl_url_cleanup, url);
}

CURLUcode curl_url_set(CURLU* url, CURLUPart part, const char* words, unsigned int flags) {
  KEBEN_PASS_ON(CURLUE_OUT_OF_MEMORY, curl_url_set, url, part, words, flags);
}

CURLUcode curl_url_get(CURLU* url, CURLUPart part, char** out, unsigned int flags) {
  KEBEN_PASS_ON(CURLUE_OUT_OF_MEMORY, curl_url_get, url, part, out, flags);
}

void curl_free(void* memory) {
  KEBEN_PASS_ON(void(), curl_free, memory);
}

}  // extern "C"
