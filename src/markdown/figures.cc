#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"
#include "markdown/picture_names.h"

namespace keben::markdown {
namespace {

using namespace model;

// --- Alternative texts that say nothing --------------------------------------------------------

/// `photo` of `https://x.cn/a/photo.png?size=2`.
std::string_view stem_of(std::string_view source) {
  source = source.substr(0, source.find_first_of("?#"));
  source = source.substr(source.find_last_of("/\\") + 1);  // npos + 1 is 0
  return source.substr(0, source.rfind('.'));
}

/// Names that cameras, phones and note programs give.
bool is_device_name(std::string_view text) {
  constexpr std::array<std::string_view, 12> kBeginnings = {
      "IMG_",     "IMG-",       "DSC",       "截图",         "截屏",     "屏幕截图",
      "屏幕快照", "Screenshot", "Snipaste_", "Pasted image", "微信图片", "mmexport"};
  constexpr std::array<std::string_view, 7> kWhole = {
      "image", "img", "picture", "图片", "图像", "Untitled", "在这里插入图片描述"};
  const std::string_view letters =
      text.substr(0, std::min(text.find_last_not_of("0123456789 -_()") + 1, text.size()));
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view each) { return starts_ignoring_case(text, each); }) ||
         std::any_of(kWhole.begin(), kWhole.end(),
                     [&](std::string_view each) { return same_ignoring_case(letters, each); });
}

bool is_file_name(std::string_view alt, std::string_view source) {
  return has_picture_suffix(alt) || is_device_name(alt) || alt == stem_of(source);
}

void note_file_names(const Inline& node, Diagnostics& log) {
  const auto* image = std::get_if<Image>(&node.is);
  if (!image || image->alt.empty()) return;
  const std::string alt = plain_text(image->alt);
  if (!is_file_name(alt, image->source)) return;
  log.note(
      "image-alt-file-name", node.at,
      {"图片的替代文字只是文件名：" + alt, "the picture's alternative text is a file name: " + alt},
      {"写一句图中有什么，看不见图的读者靠它", "say what it shows, for readers who cannot see it"});
}

// --- Lines of pictures -------------------------------------------------------------------------

bool is_space_text(const Inline& node) {
  const auto* text = std::get_if<Text>(&node.is);
  return text && is_blank(text->text);
}

/// A picture, or a link around nothing else.
bool is_picture(const Inline& node) {
  if (std::holds_alternative<Image>(node.is)) return true;
  const auto* link = std::get_if<Link>(&node.is);
  return link && link->children.size() == 1 &&
         std::holds_alternative<Image>(link->children.front().is);
}

struct Line {
  Inlines content;
  std::optional<Inline> ends_with;  // the break behind it
  bool pictures = false;
};

std::vector<Line> cut_into_lines(Inlines content) {
  std::vector<Line> lines(1);
  for (Inline& node : content) {
    if (is_break(node)) {
      lines.back().ends_with = std::move(node);
      lines.emplace_back();
    } else {
      lines.back().content.push_back(std::move(node));
    }
  }
  for (Line& line : lines) {
    const bool any = std::any_of(line.content.begin(), line.content.end(), is_picture);
    line.pictures =
        any && std::all_of(line.content.begin(), line.content.end(),
                           [](const Inline& n) { return is_picture(n) || is_space_text(n); });
  }
  return lines;
}

/// The title, else an alternative text that says something and is not said again right below.
Inlines caption_of(const Image& image, SourceSpan at, std::string_view next_line) {
  if (!image.title.empty()) return {{at, Text{image.title}}};
  const std::string alt = plain_text(image.alt);
  const bool says = !is_blank(alt) && !is_file_name(alt, image.source) && alt != trimmed(next_line);
  return says ? image.alt : Inlines{};
}

/// One figure a picture where any has a caption; else one for all of a line.
void add_figures(Line line, std::string_view next_line, Blocks& out) {
  const std::size_t first = out.size();
  bool captions = false;
  for (Inline& node : line.content) {
    if (is_space_text(node)) continue;
    Figure figure;
    if (auto* link = std::get_if<Link>(&node.is)) {
      figure.link = std::move(link->to);
      Image image = std::move(std::get<Image>(link->children.front().is));
      figure.images.push_back(std::move(image));
    } else {
      figure.images.push_back(std::move(std::get<Image>(node.is)));
    }
    figure.caption = caption_of(figure.images.front(), node.at, next_line);
    captions = captions || !figure.caption.empty() || figure.link;
    out.push_back({node.at, std::move(figure)});
  }
  if (captions) return;
  auto& all = std::get<Figure>(out[first].is);
  for (std::size_t i = first + 1; i < out.size(); ++i)
    all.images.push_back(std::move(std::get<Figure>(out[i].is).images.front()));
  out[first].at.last_line = out.back().at.last_line;
  out[first].at.last_column = out.back().at.last_column;
  out.resize(first + 1, out[first]);
}

SourceSpan span_over(const Inlines& content, SourceSpan whole) {
  if (content.empty() || !content.front().at.known()) return whole;
  SourceSpan at = content.front().at;
  at.last_line = content.back().at.last_line;
  at.last_column = content.back().at.last_column;
  return at;
}

void split_paragraph(Block block, Blocks& out) {
  auto& paragraph = std::get<Paragraph>(block.is);
  std::vector<Line> lines = cut_into_lines(std::move(paragraph.content));
  Inlines text;
  const auto end_text = [&] {
    if (!text.empty() && is_break(text.back())) text.pop_back();
    if (text.empty()) return;
    const SourceSpan at = span_over(text, block.at);
    out.push_back({at, Paragraph{std::exchange(text, {}), paragraph.align}});
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].pictures) {
      end_text();
      const std::string next = i + 1 < lines.size() ? plain_text(lines[i + 1].content) : "";
      add_figures(std::move(lines[i]), next, out);
      continue;
    }
    std::move(lines[i].content.begin(), lines[i].content.end(), std::back_inserter(text));
    if (lines[i].ends_with && !text.empty()) text.push_back(*std::move(lines[i].ends_with));
  }
  end_text();
}

bool holds_picture(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.is);
  return paragraph && std::any_of(paragraph->content.begin(), paragraph->content.end(), is_picture);
}

void make_figures_in(Blocks& blocks) {
  if (std::none_of(blocks.begin(), blocks.end(), holds_picture)) return;
  Blocks out;
  out.reserve(blocks.size() + 1);
  for (Block& block : blocks) {
    if (holds_picture(block)) {
      split_paragraph(std::move(block), out);
    } else {
      out.push_back(std::move(block));
    }
  }
  blocks = std::move(out);
}

}  // namespace

void make_figures(Document& document, Diagnostics& log) {
  for_each_part(document, kPassBy, [&](const Inlines& inlines) {
    for_each_inline(inlines, [&](const Inline& node) { note_file_names(node, log); });
  });
  for_each_list(document, make_figures_in);
}

}  // namespace keben::markdown
