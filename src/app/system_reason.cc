#include "app/system_reason.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace keben::app {
namespace {

struct Reason {
  int number;
  const char* zh;
};

constexpr std::array<Reason, 19> kReasons = {{
    {ENOENT, "没有这个文件或文件夹"},
    {EACCES, "没有权限"},
    {EPERM, "不允许这样做"},
    {ENOTDIR, "路径中有一段不是文件夹"},
    {EISDIR, "这是一个文件夹"},
    {ENOSPC, "磁盘已满"},
    {EDQUOT, "磁盘配额已用完"},
    {EFBIG, "文件太大"},
    {EROFS, "文件系统只读"},
    {EIO, "读写出错"},
    {ENAMETOOLONG, "文件名太长"},
    {ELOOP, "符号链接层数太多"},
    {EPIPE, "读的一方已经离开"},
    {EBADF, "它没有打开"},
    {EMFILE, "打开的文件太多"},
    {ENFILE, "系统打开的文件太多"},
    {ENOMEM, "内存不足"},
    {ETXTBSY, "文件正被执行"},
    {ESTALE, "网络文件系统上的文件已失效"},
}};

}  // namespace

Words reason_of(int number) {
  const std::string english = std::strerror(number);
  const auto found = std::find_if(kReasons.begin(), kReasons.end(),
                                  [&](const Reason& reason) { return reason.number == number; });
  return {found == kReasons.end() ? english : found->zh, english};
}

}  // namespace keben::app
