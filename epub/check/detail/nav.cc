// The navigation document: its three lists have a strict form of their own (EPUB 3.3 #sec-nav).
#include <algorithm>

#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"

namespace keben::epub {
namespace {

constexpr std::string_view kHeadings = "h1 h2 h3 h4 h5 h6 hgroup";

struct Frame {
  std::string name;
  std::size_t line = 0;
  std::vector<std::string> children;
  bool words = false;  // of its own or of what is in it
};

class NavCheck {
 public:
  explicit NavCheck(const std::string& name) : log_(name) {}

  Findings run(BytesView xml) {
    XmlEvents events;
    events.open = [this](const XmlTag& tag) { open(tag); };
    events.close = [this] { close(); };
    events.text = [this](std::string_view words) {
      if (!stack_.empty() && !is_white(words)) stack_.back().words = true;
    };
    if (read_xml(xml, events)) return {};  // told by the content check
    if (contents_ != 1)
      add(0, "应恰有一个目录（nav epub:type=\"toc\"）", "has not exactly one toc");
    if (landmarks_ > 1 || pages_ > 1)
      add(0, "地标或页码表重复", "has landmarks or a page list twice");
    return log_.take();
  }

 private:
  void add(std::size_t line, std::string zh, std::string en) {
    log_.add("epub-nav", line, std::move(zh), std::move(en));
  }

  void open(const XmlTag& tag) {
    if (!stack_.empty()) stack_.back().children.emplace_back(tag.name);
    const std::string_view* type = tag.find("type", Vocabulary::ops);
    if (tag.name == "nav" && type) {
      depth_ = stack_.size();
      inside_ = true;
      is_landmarks_ = contains_word(*type, "landmarks");
      named_ = is_landmarks_ || contains_word(*type, "toc") || contains_word(*type, "page-list");
      contents_ += contains_word(*type, "toc");
      landmarks_ += is_landmarks_;
      pages_ += contains_word(*type, "page-list");
    }
    if (inside_ && tag.name == "a") anchor(tag, type);
    Frame frame{std::string(tag.name), tag.line, {}, false};
    const auto* alt = tag.find("alt");
    const auto* label = tag.find("aria-label");
    frame.words = (alt && !is_white(*alt)) || (label && !is_white(*label));
    stack_.push_back(std::move(frame));
  }

  void anchor(const XmlTag& tag, const std::string_view* type) {
    if (!tag.find("href")) add(tag.line, "目录项没有去处", "an entry leads nowhere");
    if (!is_landmarks_) return;
    if (!type) return add(tag.line, "地标没有 epub:type", "a landmark has no epub:type");
    const std::string key = std::string(*type) + "\n" + std::string(tag.value("href"));
    if (std::find(marks_.begin(), marks_.end(), key) != marks_.end())
      add(tag.line, "地标重复：" + std::string(*type),
          "a landmark stands twice: " + std::string(*type));
    marks_.push_back(key);
  }

  void close() {
    const Frame frame = std::move(stack_.back());
    stack_.pop_back();
    if (!stack_.empty() && frame.words) stack_.back().words = true;
    if (!inside_) return;
    check(frame);
    if (stack_.size() == depth_) inside_ = false;
  }

  void check(const Frame& frame) {
    const auto& all = frame.children;
    if (frame.name == "nav") {
      const std::size_t headed = !all.empty() && contains_word(kHeadings, all[0]) ? 1 : 0;
      if (all.size() != headed + 1 || all.back() != "ol")
        add(frame.line, "nav 应由一个可有可无的标题和一个 <ol> 组成",
            "a nav is not an optional heading and one <ol>");
      if (!named_ && headed == 0)
        add(frame.line, "自定的 nav 没有标题", "a nav of another kind has no heading");
    }
    if (frame.name == "ol" && (all.empty() || std::any_of(all.begin(), all.end(),
                                                          [](const auto& c) { return c != "li"; })))
      add(frame.line, "目录的 <ol> 应只含 <li>，且不为空", "an <ol> of a nav holds no <li>");
    if (frame.name == "li") {
      const bool leaf = all.size() == 1 && all[0] == "a";
      const bool branch = all.size() == 2 && (all[0] == "a" || all[0] == "span") && all[1] == "ol";
      if (!leaf && !branch)
        add(frame.line, "目录项应为一个链接，或一个名称加一个 <ol>",
            "an entry is not a link, or a label and an <ol>");
    }
    const bool labels = frame.name == "a" || frame.name == "span";
    const bool heads = contains_word(kHeadings, frame.name);
    if ((labels || heads) && !frame.words)
      add(frame.line, "目录里有没有文字的项", "an entry has no words");
  }

  FileLog log_;
  std::vector<Frame> stack_;
  std::size_t depth_ = 0;
  bool inside_ = false, named_ = false, is_landmarks_ = false;
  int contents_ = 0, landmarks_ = 0, pages_ = 0;
  std::vector<std::string> marks_;
};

}  // namespace

Findings check_nav(const std::string& name, BytesView xml) {
  return NavCheck(name).run(xml);
}

}  // namespace keben::epub
