#include "epub/xhtml/page.h"

namespace keben::epub {
namespace {

/// The stylesheet knows conventions by a class on the body: old reading systems do not know
/// `:lang()`.
const char* class_of(model::Convention convention) {
  using model::Convention;
  switch (convention) {
    case Convention::hans:
    case Convention::hant_tw:
    case Convention::hant_hk:
      return "zh";
    case Convention::ja:
      return "ja";
    case Convention::ko:
      return "ko";
    case Convention::western:
      return "latin";
  }
  return "latin";
}

void link_stylesheet(XmlWriter& out, const std::string& href) {
  write_void(out, "link", {{"rel", "stylesheet"}, {"href", href}});
}

void write_head(XmlWriter& out, const PageHead& head) {
  const Element element(out, "head");
  write_void(out, "meta", {{"charset", "utf-8"}});
  write_element(out, "title", {}, head.title);
  link_stylesheet(out, head.to_root + "css/book.css");
  if (head.author_css) link_stylesheet(out, head.to_root + "css/author.css");
}

}  // namespace

std::string write_page(const PageHead& head, const std::function<void(XmlWriter&)>& content) {
  XmlWriter out("DOCTYPE html");
  {
    const Element html(out, "html",
                       {{"xmlns", "http://www.w3.org/1999/xhtml"},
                        {"xmlns:epub", "http://www.idpf.org/2007/ops"},
                        {"lang", head.language.tag},
                        {"xml:lang", head.language.tag}});
    if (model::runs_leftward(head.language)) out.attribute("dir", "rtl");
    out.line();
    write_head(out, head);
    out.line();
    const Element body(out, "body", {{"class", class_of(head.language.convention)}});
    out.line();
    content(out);
  }
  return out.finish();
}

}  // namespace keben::epub
