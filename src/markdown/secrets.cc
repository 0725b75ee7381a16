#include "markdown/secrets.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/overload.h"
#include "base/secrets.h"
#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/meta.h"

namespace keben::markdown {
namespace {

using namespace model;

void warn(SourceSpan at, Diagnostics& log) {
  log.warn("address-secret", at,
           {"地址中的用户名与密码已去掉，不会写进书里",
            "the user name and password in an address were taken out; no book will have them"},
           {"从原文中也去掉它们，并更换密码",
            "take them out of the text as well, and change the password"});
}

/// Whether there was one. An address may hold another: `https://web.example/?of=https://…`
bool cut_from_address(std::string& address) {
  const bool own = cut_secret(address);
  return cut_secrets(address) || own;
}

void mask_picture(std::string& source) {
  cut_secret(source, kMaskedSecret);
}

/// The pass over one document.
class SecretGuard {
 public:
  explicit SecretGuard(Diagnostics& log) : log_(log) {}

  void guard(Inlines& inlines) {
    for_each_inline(inlines, [this](Inline& node) {
      if (auto* text = std::get_if<Text>(&node.is)) note(cut_secrets(text->text), node.at);
      if (auto* link = std::get_if<Link>(&node.is)) note(cut_from(link->to), node.at);
      if (auto* image = std::get_if<Image>(&node.is)) guard(*image, node.at);
    });
  }

  void guard(Block& block) {
    if (auto* figure = std::get_if<Figure>(&block.is)) {
      for (Image& image : figure->images)
        guard(image, block.at);
      if (figure->link) note(cut_from(*figure->link), block.at);
    }
    if (auto* card = std::get_if<LinkCard>(&block.is)) {
      note(cut_from(card->to), block.at);
      note(cut_secrets(card->title), block.at);
    }
  }

 private:
  static bool cut_from(LinkTarget& to) {
    const bool in_address = cut_from_address(to.destination);
    return cut_secrets(to.title) || in_address;
  }

  void guard(Image& image, SourceSpan at) {
    mask_picture(image.source);
    note(cut_secrets(image.title), at);
    guard(image.alt);
  }

  /// A link and its text stand in one place.
  void note(bool found, SourceSpan at) {
    const bool told = at.known() && at.first_line == last_.first_line && at.file == last_.file &&
                      at.first_column <= last_.last_column;
    if (!found || told) return;
    warn(at, log_);
    last_ = at;
  }

  Diagnostics& log_;
  SourceSpan last_;  // of which was warned last
};

void take_out(Value& value, bool is_picture, Diagnostics& log) {
  std::visit(Overload{
                 [&](std::string& text) {
                   if (is_picture) return mask_picture(text);
                   const bool address = text.find_first_of(" \n") == std::string::npos;
                   if (address ? cut_from_address(text) : cut_secrets(text)) warn(value.at, log);
                 },
                 [&](Values& list) {
                   for (Value& item : list)
                     take_out(item, is_picture, log);
                 },
                 [&](Fields& map) {
                   for (Field& field : map)
                     take_out(field.value, is_picture || names_picture(field.key), log);
                 },
             },
             value.is);
}

}  // namespace

void take_out_secrets(Document& document, Diagnostics& log) {
  SecretGuard guard(log);
  for_each_part(
      document, [&](Block& block) { guard.guard(block); },
      [&](Inlines& inlines) { guard.guard(inlines); });
}

void take_out_secrets(Value& value, Diagnostics& log) {
  take_out(value, false, log);
}

void take_out_secrets(Fields& fields, Diagnostics& log) {
  for (Field& field : fields)
    take_out(field.value, names_picture(field.key), log);
}

}  // namespace keben::markdown
