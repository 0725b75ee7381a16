#include "markdown/characters.h"

#include <algorithm>
#include <utility>

#include "base/overload.h"
#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/lists.h"

namespace keben::markdown {
namespace {

using namespace model;

/// Counts over a document, and remembers the first place.
class Replacing {
 public:
  explicit Replacing(Diagnostics& log) : log_(log) {}
  ~Replacing() {
    if (count_ > 0) warn_of_characters(count_, first_, log_);
  }
  Replacing(const Replacing&) = delete;
  Replacing& operator=(const Replacing&) = delete;

  void in(std::string& text, SourceSpan at) {
    const std::size_t count = replace_unusable(text);
    if (count > 0 && count_ == 0) first_ = at;
    count_ += count;
  }

  void in(Inlines& inlines) {
    for_each_inline(inlines, [this](Inline& node) {
      if (auto* text = std::get_if<Text>(&node.is)) in(text->text, node.at);
      if (auto* link = std::get_if<Link>(&node.is)) in(link->to.title, node.at);
      if (auto* image = std::get_if<Image>(&node.is)) in(*image, node.at);
      if (auto* ruby = std::get_if<Ruby>(&node.is)) {
        for (Ruby::Pair& pair : ruby->pairs)
          in(pair.base, node.at), in(pair.annotation, node.at);
      }
    });
  }

  void in(Block& block) {
    if (auto* code = std::get_if<CodeBlock>(&block.is)) in_code(*code, block.at);
    if (auto* figure = std::get_if<Figure>(&block.is)) {
      for (Image& image : figure->images)
        in(image, block.at);
    }
    if (auto* card = std::get_if<LinkCard>(&block.is)) in(card->title, block.at);
  }

  void in(Value& value) {
    std::visit(Overload{
                   [&](std::string& text) { in(text, value.at); },
                   [&](Values& list) {
                     for (Value& item : list)
                       in(item);
                   },
                   [&](Fields& map) {
                     for (Field& field : map)
                       in(field.value);
                   },
               },
               value.is);
  }

 private:
  void in_code(CodeBlock& code, SourceSpan at) {
    for (std::string* words : {&code.language, &code.title, &code.text})
      in(*words, at);
  }
  void in(Image& image, SourceSpan at) {
    in(image.title, at);
    in(image.alt);
  }

  Diagnostics& log_;
  std::size_t count_ = 0;
  SourceSpan first_;
};

}  // namespace

std::string usable_words(std::string words, std::size_t& count) {
  if (utf8::first_invalid(words)) {
    words = utf8::made_valid(std::move(words));
    ++count;
  }
  count += replace_unusable(words);
  std::replace(words.begin(), words.end(), '\n', ' ');
  return std::string(trimmed(words));
}

void replace_unusable(Document& document, Diagnostics& log) {
  Replacing replacing(log);
  for_each_part(
      document, [&](Block& block) { replacing.in(block); },
      [&](Inlines& inlines) { replacing.in(inlines); });
}

void replace_unusable(Fields& fields, Diagnostics& log) {
  Replacing replacing(log);
  for (Field& field : fields)
    replacing.in(field.value);
}

}  // namespace keben::markdown
