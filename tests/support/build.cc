#include "tests/support/build.h"

#include "model/walk.h"

namespace keben::test {

using namespace model;

Inline text(std::string words) {
  return {{}, Text{std::move(words)}};
}

Inline styled(Style style, Inlines children) {
  return {{}, Styled{style, std::move(children)}};
}

Inline link(std::string destination, Inlines children) {
  return {{}, Link{{{}, std::move(destination), {}}, std::move(children)}};
}

Inline image(std::string source, std::string alt) {
  Image out{{}, std::move(source), {}, {}, {}};
  if (!alt.empty()) out.alt.push_back(text(std::move(alt)));
  return {{}, std::move(out)};
}

Inline note_mark(std::uint32_t note) {
  return {{}, NoteReference{{note}, 0}};
}

Block paragraph(Inlines content) {
  return {{}, Paragraph{std::move(content), Align::none}};
}

Block paragraph(std::string words) {
  return paragraph(Inlines{text(std::move(words))});
}

Block heading(int level, std::string words, std::string given_id) {
  return {{}, Heading{{}, level, std::move(given_id), {text(std::move(words))}}};
}

Block figure(std::string source, std::string alt, std::string caption) {
  Figure out;
  out.images.push_back(std::get<Image>(image(std::move(source), std::move(alt)).is));
  if (!caption.empty()) out.caption.push_back(text(std::move(caption)));
  return {{}, std::move(out)};
}

namespace {

/// The next number of each kind.
class Numbering {
 public:
  explicit Numbering(Document& document) : document_(document) {}

  void blocks(Blocks& blocks) {
    for_each_block(
        blocks, [this](Block& block) { one(block); },
        [this](Inlines& inlines) {
          for_each_inline(inlines, [this](Inline& node) { one(node); });
        });
  }

 private:
  void one(Block& block) {
    if (auto* h = std::get_if<Heading>(&block.is)) h->id = {document_.headings++};
    if (auto* card = std::get_if<LinkCard>(&block.is)) card->to.id = {document_.links++};
    if (auto* f = std::get_if<Figure>(&block.is)) {
      for (Image& picture : f->images)
        picture.id = {document_.images++};
      if (f->link) f->link->id = {document_.links++};
    }
  }

  void one(Inline& node) {
    if (auto* l = std::get_if<Link>(&node.is)) l->to.id = {document_.links++};
    if (auto* i = std::get_if<Image>(&node.is)) i->id = {document_.images++};
    if (auto* r = std::get_if<NoteReference>(&node.is))
      r->occurrence = document_.notes[r->note.v].references++;
  }

  Document& document_;
};

}  // namespace

Document numbered(Document document) {
  document.headings = document.links = document.images = 0;
  for (Note& note : document.notes)
    note.references = 0;
  Numbering numbering(document);
  numbering.blocks(document.blocks);
  for (Note& note : document.notes)
    numbering.blocks(note.children);
  return document;
}

Document essay(std::string path, std::string title, Blocks blocks, std::vector<Note> notes) {
  Document out;
  out.path = std::move(path);
  out.meta.title = std::move(title);
  out.meta.language = kChinese;
  out.blocks = std::move(blocks);
  out.notes = std::move(notes);
  return numbered(std::move(out));
}

Collection book_of(Document document) {
  Collection out;
  out.meta = document.meta;
  out.documents.push_back(std::move(document));
  return out;
}

}  // namespace keben::test
