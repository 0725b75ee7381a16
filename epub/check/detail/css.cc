// Stylesheets, as far as a slip in them costs the reader the rest: braces, strings and comments
// that end, declarations that are pairs, and files that they ask for (CSS Syntax 3).
#include <algorithm>

#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"

namespace keben::epub {
namespace {

class CssCheck {
 public:
  CssCheck(const std::string& name, BytesView css) : css_(css), log_(name) {}

  FileFacts run() {
    while (at_ < css_.size())
      step();
    if (depth_ > 0) add("花括号没有合上", "a brace is not closed");
    flush();
    facts_.findings = log_.take();
    return std::move(facts_);
  }

 private:
  void add(std::string zh, std::string en) {
    log_.add("epub-style", line_, std::move(zh), std::move(en));
  }

  void step() {
    const char c = css_[at_];
    if (c == '\n') ++line_;
    if (css_.substr(at_, 2) == "/*") return comment();
    if (c == '"' || c == '\'') return string(c);
    if (c == '\\') {
      part_ += css_.substr(at_, 2);
      at_ += 2;
      return;
    }
    ++at_;
    if (c == '{') {
      if (is_white(part_)) add("花括号前没有选择器", "a brace has no selector before it");
      in_rules_.push_back(!part_.starts_with("@media") && !part_.starts_with("@supports"));
      part_.clear();
      ++depth_;
    } else if (c == '}') {
      flush();
      if (depth_ == 0) return add("多了一个花括号", "a brace closes nothing");
      --depth_;
      in_rules_.pop_back();
    } else if (c == ';') {
      flush();
    } else if (!part_.empty() || !is_white({&c, 1})) {
      part_ += c;
    }
  }

  void comment() {
    const std::size_t end = css_.find("*/", at_ + 2);
    if (end == css_.npos) add("注释没有结束", "a comment does not end");
    const std::size_t next = end == css_.npos ? css_.size() : end + 2;
    line_ += static_cast<std::size_t>(std::count(css_.begin() + static_cast<long>(at_),
                                                 css_.begin() + static_cast<long>(next), '\n'));
    at_ = next;
  }

  void string(char quote) {
    std::size_t end = at_ + 1;
    while (end < css_.size() && css_[end] != quote && css_[end] != '\n')
      end += css_[end] == '\\' ? 2 : 1;
    if (end >= css_.size() || css_[end] != quote) {
      add("字符串没有结束", "a string does not end");
      at_ = std::min(end, css_.size());
      return;
    }
    part_ += css_.substr(at_, end + 1 - at_);
    at_ = end + 1;
  }

  /// A declaration, or an at-rule without a block, is over.
  void flush() {
    const std::string part = std::move(part_);
    part_.clear();
    if (is_white(part)) return;
    if (depth_ == 0) {
      if (part.starts_with("@import")) return import(part);
      if (!part.starts_with("@"))
        add("有不成规则的文字：" + part.substr(0, 40),
            "has words that are no rule: " + part.substr(0, 40));
      return;
    }
    if (!in_rules_.back() || part.front() == '@') return;
    const std::size_t colon = part.find(':');
    const std::string name = part.substr(0, colon);
    if (colon == part.npos || is_white(part.substr(colon + 1)) || words_of(name).size() != 1)
      return add("声明不成对：" + part.substr(0, 40),
                 "a declaration is no pair: " + part.substr(0, 40));
    if (words_of(name)[0] == "direction" || words_of(name)[0] == "unicode-bidi")
      add("EPUB 不许用 " + name, "EPUB forbids " + name);
    addresses(part);
  }

  void import(const std::string& part) {
    const std::size_t open = part.find_first_of("\"'");
    const std::size_t close = open == part.npos ? open : part.find(part[open], open + 1);
    if (close != part.npos) refer(part.substr(open + 1, close - open - 1));
  }

  void addresses(const std::string& part) {
    for (std::size_t at = part.find("url("); at != part.npos; at = part.find("url(", at + 4)) {
      const std::size_t end = part.find(')', at);
      if (end == part.npos) return add("url( 没有合上", "a url( is not closed");
      std::string address = part.substr(at + 4, end - at - 4);
      const auto drop = [](char c) { return c == '"' || c == '\'' || c == ' '; };
      while (!address.empty() && drop(address.front()))
        address.erase(0, 1);
      while (!address.empty() && drop(address.back()))
        address.pop_back();
      refer(address);
    }
  }

  void refer(const std::string& address) {
    facts_.references.push_back({Reference::Kind::embedded, address, line_});
  }

  BytesView css_;
  FileLog log_;
  FileFacts facts_;
  std::size_t at_ = 0, line_ = 1, depth_ = 0;
  std::string part_;            // since the last ; { or }
  std::vector<bool> in_rules_;  // whether each open block holds declarations
};

}  // namespace

FileFacts check_css(const std::string& name, BytesView css) {
  return CssCheck(name, css).run();
}

}  // namespace keben::epub
