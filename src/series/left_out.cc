#include "series/left_out.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "series/listing.h"
#include "series/natural_order.h"

namespace keben::series {
namespace {

using Why = LeftOut::Why;

class Teller {
 public:
  Teller(const Listing& listing, Diagnostics& log) : listing_(listing), log_(log) {}

  /// The way to have it in is told with the first of a reason.
  void tell(const LeftOut& file, bool first) {
    name_ = listing_.shown(file.path);
    first_ = first;
    switch (file.why) {
      case Why::unlisted:
        return note("member-unlisted", {" 不在 " + file.by + " 中，未收入",
                                        " is not in " + file.by + " and was left out"});
      case Why::list:
        return note("member-list",
                    {" 是目录，不作正文", " is a list of texts, and no text of the book"});
      case Why::paper:
        return note("member-paper",
                    {" 是仓库的说明文件，未收入", " is a paper of the repository and was left out"},
                    {"要收入时写进目录，或给它加上文首信息",
                     "put it on a list, or give it front matter, to have it in"});
      case Why::draft:
        return note("draft-left-out",
                    {" 是草稿（" + file.by + "），未收入",
                     " is a draft (" + file.by + ") and was left out"},
                    {"要收入时改掉它，或在 keben.yaml 中写出文件名",
                     "change that, or name the file in keben.yaml, to have it in"});
      case Why::wordless:
        return note("member-wordless", {" 只有标题，没有正文", " has a title and no text"});
      case Why::hidden:
        return note("member-hidden",
                    {" 是隐藏的或程序自用的，其中的 Markdown 未收入",
                     " is hidden or a program's own; what Markdown it holds was left out"},
                    {"要收入时直接写出它的路径", "name its path to have it in"});
      case Why::link:
        return note(
            "member-link", {" 是符号链接，未收入", " is a symbolic link and was left out"},
            {"要收入时直接写出它所指的文件或文件夹", "name what it leads to, to have it in"});
      case Why::no_file:
        return note("member-no-file",
                    {" 不是普通文件，未收入", " is no regular file and was left out"});
    }
  }

 private:
  void note(std::string code, const Words& words, Words hint = {}) {
    log_.note(std::move(code), {}, {name_ + words.zh, name_ + words.en},
              first_ ? std::move(hint) : Words());
  }

  const Listing& listing_;
  Diagnostics& log_;
  std::string name_;
  bool first_ = true;
};

}  // namespace

void tell_left_out(const Listing& listing, std::vector<LeftOut> left_out, Diagnostics& log) {
  std::stable_sort(left_out.begin(), left_out.end(), [](const LeftOut& a, const LeftOut& b) {
    return a.why != b.why ? a.why < b.why : naturally_before(a.path, b.path);
  });
  Teller teller(listing, log);
  for (std::size_t i = 0; i < left_out.size(); ++i)
    teller.tell(left_out[i], i == 0 || left_out[i].why != left_out[i - 1].why);
}

}  // namespace keben::series
