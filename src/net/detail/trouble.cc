// See trouble.h.
#include "net/detail/trouble.h"

#include <string>

namespace keben::net {
using namespace late;
namespace {

Error error(const char* code, Words what, Words hint) {
  return {Fault::document, code, std::move(what), std::move(hint), {}};
}

Words correct_it() {
  return {"改正图片的地址，或把图片下载到文章旁边",
          "correct the address, or keep the picture beside the essay"};
}

Words online_again() {
  return {"联网后重跑即可；`--strict` 可让此类问题中止",
          "run again with a network; `--strict` makes this an error"};
}

Words later_again() {
  return {"稍后重跑即可；`--strict` 可让此类问题中止",
          "run again later; `--strict` makes this an error"};
}

std::string seconds_of(double seconds) {
  return std::to_string(static_cast<long>(seconds + 0.5));
}

std::string in_brackets(std::string_view detail) {
  return detail.empty() ? "" : " (" + std::string(detail) + ")";
}

Error timeout(std::string zh, std::string en) {
  return error("fetch-timeout", {std::move(zh), std::move(en)}, later_again());
}

}  // namespace

Error offline() {
  return error("fetch-offline", {"离线模式，缓存中没有", "offline, and not in the cache"},
               {"联网后去掉 --offline 重跑即可", "run again without --offline"});
}

Error bad_address() {
  return error("fetch-redirect", {"地址无效", "the address is not valid"}, correct_it());
}

Error protocol_refused(std::string_view scheme) {
  const std::string name(scheme);
  return error("fetch-refused", {"不允许的协议 " + name, "protocol not allowed: " + name},
               correct_it());
}

Error credentials_refused() {
  return error("fetch-refused",
               {"地址中含有用户名或密码", "the address holds a user name or password"},
               {"去掉地址中的用户名和密码", "take user name and password out of it"});
}

Error private_address(std::string_view host_and_port) {
  const std::string name(host_and_port);
  return error("fetch-refused", {"拒绝访问私有网络地址", "private address refused"},
               {"确实要访问时，用 --allow-host " + name + " 放行",
                "if you mean it, open it with --allow-host " + name});
}

Error downgrade_refused() {
  return error("fetch-refused",
               {"服务器从 https 跳转到 http，拒绝跟随", "redirect from https to http refused"},
               correct_it());
}

Error too_many_redirects() {
  return error("fetch-redirect", {"跳转次数过多", "too many redirects"}, correct_it());
}

Error redirect_without_target() {
  return error("fetch-redirect",
               {"服务器要求跳转却没有给出地址", "the server redirects without an address"},
               correct_it());
}

Error name_unknown() {
  return error("fetch-dns", {"无法解析主机名", "cannot resolve the host name"}, online_again());
}

Error no_connection_in_time(double seconds) {
  return timeout(seconds_of(seconds) + " 秒内没有连上",
                 "no connection within " + seconds_of(seconds) + " s");
}

Error no_answer_in_time(double seconds) {
  return timeout(seconds_of(seconds) + " 秒内没有应答",
                 "no answer within " + seconds_of(seconds) + " s");
}

Error stalled(double seconds) {
  return timeout("传输过慢，" + seconds_of(seconds) + " 秒内每秒不足 1 KB",
                 "slower than 1 KB/s for " + seconds_of(seconds) + " s");
}

Error total_time_over(double seconds) {
  return timeout(seconds_of(seconds) + " 秒内没有下载完",
                 "not finished within " + seconds_of(seconds) + " s");
}

Error job_time_over() {
  return error("fetch-budget", {"全书的下载时间已用完", "the time for all downloads is used up"},
               later_again());
}

Error job_bytes_over() {
  return error(
      "fetch-budget", {"全书的下载流量已用完", "the bytes for all downloads are used up"},
      {"缩小图片，或把图片下载到文章旁边", "scale pictures down, or keep them beside the essay"});
}

Error host_is_dead() {
  return timeout("该主机多次没有应答，不再尝试", "the host gave no answer several times");
}

Error body_too_large(const config::Limits& limits) {
  const std::string most = std::to_string(limits.image_bytes);
  return error(
      "fetch-too-large",
      {"文件超过 " + most + " 字节的上限", "larger than the limit of " + most + " bytes"},
      {"缩小图片，或把图片下载到文章旁边", "scale the picture down, or keep it beside the essay"});
}

Error headers_too_large() {
  return error("fetch-broken", {"应答的头部过大", "the answer's header is too large"},
               correct_it());
}

Error stopped() {
  return error("fetch-stopped", {"下载已中止", "the download was stopped"}, {});
}

Error bad_status(long status) {
  const std::string number = std::to_string(status);
  return error("fetch-status", {"服务器返回 " + number, "the server answered " + number},
               status >= 500 || status == 429 ? later_again() : correct_it());
}

Error empty_answer() {
  return error("fetch-broken", {"服务器没有送来任何内容", "the server sent nothing"}, correct_it());
}

Error curl_trouble(CURLcode code, std::string_view detail) {
  const std::string why = in_brackets(detail);
  switch (static_cast<int>(code)) {  // of libcurl's hundred codes these have words of their own
    case CURLE_COULDNT_RESOLVE_HOST:
      return name_unknown();
    case CURLE_COULDNT_CONNECT:
      return error("fetch-connect", {"无法连接服务器", "cannot connect to the server"},
                   online_again());
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
      return error("fetch-tls", {"加密连接失败" + why, "TLS failed" + why}, correct_it());
    case CURLE_URL_MALFORMAT:
      return bad_address();
    case CURLE_PARTIAL_FILE:
      return error("fetch-broken", {"下载不完整", "the transfer was cut short"}, later_again());
    case CURLE_GOT_NOTHING:
      return empty_answer();
    case CURLE_OUT_OF_MEMORY:
      return error("fetch-broken", {"内存不足", "out of memory"}, later_again());
    default:
      return error("fetch-broken",
                   {"服务器的应答有误" + why, "the server's answer is broken" + why},
                   later_again());
  }
}

}  // namespace keben::net
