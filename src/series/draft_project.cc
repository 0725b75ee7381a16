#include "series/draft_project.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "series/facts.h"

namespace keben::series {
namespace {

constexpr std::size_t kCommentColumn = 40;
constexpr std::size_t kMostAuthors = 4;  // more are no authors of one book, but of its essays

/// What YAML would read as something else than text.
bool is_special(std::string_view text) {
  constexpr std::array<std::string_view, 8> kWords = {"true", "false", "yes",  "no",
                                                      "on",   "off",   "null", "y"};
  const bool number = text.find_first_not_of("0123456789.-_eE") == std::string_view::npos;
  return number || std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
           return markdown::same_ignoring_case(word, text);
         });
}

bool is_plain(std::string_view text) {
  const auto harmless = [](char c) {
    return markdown::is_alnum(c) || markdown::is_not_ascii(c) || c == '/' || c == '.' || c == '_' ||
           c == '-' || c == ' ';
  };
  const char first = text.empty() ? ' ' : text.front();
  return (markdown::is_alnum(first) || markdown::is_not_ascii(first)) && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), harmless) && !is_special(text);
}

/// A text as a YAML scalar, in quotes where it needs them (YAML 1.2 #double-quoted-style).
std::string scalar(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

/// One line, for a comment.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

class Draft {
 public:
  Draft(const Listing& listing, const Plan& plan, const std::string& name, UiLanguage language,
        const config::Limits& limits, const BlogAddresses& blog)
      : plan_(plan), name_(name.empty() ? "book" : name), language_(language), blog_(blog) {
    for (const Member& member : plan.members)
      facts_.push_back(facts_of(listing, member.path, limits));
  }

  std::string text() {
    comment({"keben.yaml：这本书的设定，由 keben init 按文件夹里的文章写成。",
             "keben.yaml: what this book is, drawn up by keben init from the folder's texts."});
    comment({"用 keben keben.yaml 成书；命令行上的选项优先于此处，此处优先于各篇的文首信息。",
             "keben keben.yaml makes the book. Flags win over this file, this file over front "
             "matter."});
    out_ += '\n';
    about();
    contents();
    make();
    return std::move(out_);
  }

 private:
  void comment(const Words& words) { out_ += "# " + words.in(language_) + '\n'; }
  void line(const std::string& key, const std::string& value) { out_ += key + ": " + value + '\n'; }
  /// A key that is not set, with what it is for.
  void unset(const std::string& example, const Words& words) {
    std::string start = "# " + example;
    start.append(kCommentColumn - std::min(utf8::count(start), kCommentColumn), ' ');
    out_ += start + "  # " + words.in(language_) + '\n';
  }

  void about() {
    line("title", scalar(title()));
    unset("subtitle: …", {"副题", "a subtitle"});
    const std::vector<std::string> people = authors();
    if (people.empty()) {
      unset("author: […, …]", {"作者", "the authors"});
    } else {
      std::string list;
      for (const std::string& person : people)
        list.append(list.empty() ? "" : ", ").append(scalar(person));
      line("author", "[" + list + "]");
    }
    if (plan_.language.empty()) {
      unset("lang: zh-CN", {"语言；不写则由各篇判断", "the language; else the texts tell"});
    } else {
      line("lang", scalar(plan_.language));
    }
    unset("series: {name: …, number: 1}", {"所属丛书", "the series that the book belongs to"});
    unset("cover: auto", {"封面：图片路径、auto 或 none", "a picture's path, auto, or none"});
    addresses();
    unset("isbn: 978-7-302-51162-5", {"书号", "the book's number"});
    out_ += '\n';
  }

  void addresses() {
    if (blog_.site.empty()) {
      unset("site: https://example.com/posts/", {"博客地址：指向它的链接成为书内链接",
                                                 "links to this address become links in the book"});
    } else {
      line("site", scalar(blog_.site));
    }
    if (blog_.permalink.empty()) {
      unset("permalink: /:year/:month/:day/:title/",
            {"博客文章的网址格式（Hexo、Hugo、Jekyll、Astro），在 site 之下",
             "the pattern of the essays' addresses under it (Hexo, Hugo, Jekyll, Astro)"});
    } else {
      line("permalink", scalar(blog_.permalink));
    }
  }

  std::string title() const {
    if (!plan_.title.empty()) return plan_.title;
    std::string series = facts_.empty() ? std::string() : facts_.front().series;
    for (const Facts& text : facts_)
      if (text.series != series) series.clear();
    return series.empty() ? name_ : series;
  }

  std::vector<std::string> authors() const {
    std::vector<std::string> out = plan_.authors;
    if (!out.empty()) return out;
    for (const Facts& text : facts_) {
      for (const std::string& author : text.authors)
        if (std::find(out.begin(), out.end(), author) == out.end()) out.push_back(author);
      if (out.size() > kMostAuthors) return {};
    }
    return out;
  }

  void contents() {
    comment(
        {"收哪些文章，按什么顺序。每篇可写 {file: 路径, title: 另题}；2026/*.md 代表一批文件，",
         "The texts, in order. {file: path, title: …} renames one; 2026/*.md stands for many,"});
    comment({"分编时可加 sort: weight、number、date 或 name。不要的，删去或在行首加 #。",
             "and a part may say sort: weight, number, date or name. Leave out what you do not "
             "want."});
    out_ += "contents:\n";
    std::size_t part = 0;
    std::string indent = "  ";
    for (std::size_t i = 0; i < plan_.members.size(); ++i) {
      for (; part < plan_.parts.size() && plan_.parts[part].first == i; ++part) {
        const std::string& title = plan_.parts[part].title;
        if (!title.empty()) out_ += "  - part: " + scalar(title) + "\n    chapters:\n";
        indent = title.empty() ? "  " : "      ";
      }
      out_ += indent + "- " + entry(plan_.members[i], facts_[i]) + '\n';
    }
    out_ += '\n';
  }

  /// A text with its title beside it; one that only a list gives a title keeps that.
  static std::string entry(const Member& member, const Facts& facts) {
    const std::string path = scalar(member.path);
    if (!facts.title.empty()) return path + "  # " + on_one_line(facts.title);
    if (member.title.empty()) return path;
    return "{file: " + path + ", title: " + scalar(member.title) + "}";
  }

  void make() {
    unset("page: A5", {"开本：A4 A5 B5 B6 16开 32开 大32开 6in 或 148x210mm",
                       "A4 A5 B5 B6 16开 32开 大32开 6in, or 148x210mm"});
    unset("typeset: {indent: auto, hang: none}",
          {"排法：各项见 keben --help", "how lines are set: see keben --help"});
    unset("theme: song", {"主题", "the look"});
    line("outputs", "[" + scalar(name_ + ".epub") + ", " + scalar(name_ + ".pdf") + "]");
  }

  const Plan& plan_;
  const std::string name_;
  const UiLanguage language_;
  const BlogAddresses blog_;
  std::vector<Facts> facts_;
  std::string out_;
};

}  // namespace

std::string draft_project(const Listing& listing, const Plan& plan, const std::string& name,
                          UiLanguage language, const config::Limits& limits,
                          const BlogAddresses& blog) {
  return Draft(listing, plan, name, language, limits, blog).text();
}

}  // namespace keben::series
