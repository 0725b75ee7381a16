#include "assets/detail/svg_text.h"

#include <optional>
#include <utility>

#include "assets/detail/svg_css.h"

namespace keben::assets {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

SvgTarget target_of(std::string_view element) {
  if (element == "linearGradient" || element == "radialGradient" || element == "pattern")
    return SvgTarget::paint;
  return element == "clipPath" ? SvgTarget::clip : SvgTarget::drawn;
}

}  // namespace

void SvgText::words(std::string_view text) {
  append_escaped(out_, text);
}

void SvgText::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"");
  append_escaped(out_, value);
  out_ += '"';
}

void SvgText::names(std::string_view element, std::string id, std::string classes,
                    std::size_t line) {
  const std::size_t number = ids_.add(std::move(id), target_of(element));
  pending_.push_back({Pending::Kind::names, out_.size(), {}, std::move(classes), line, number});
}
void SvgText::link(std::string_view element, std::string fragment, std::size_t line) {
  pending_.push_back(
      {Pending::Kind::link, out_.size(), std::string(element), std::move(fragment), line});
}
void SvgText::property(std::string name, std::string value, std::size_t line) {
  pending_.push_back(
      {Pending::Kind::property, out_.size(), std::move(name), std::move(value), line});
}
void SvgText::style(std::string css, std::size_t line) {
  pending_.push_back({Pending::Kind::style, out_.size(), {}, std::move(css), line});
}
void SvgText::stylesheet(std::string css, std::size_t line) {
  has_stylesheet_ = true;
  pending_.push_back({Pending::Kind::stylesheet, out_.size(), {}, std::move(css), line});
}

Bytes SvgText::finish(SvgRepairs& repairs) {
  ids_.settle();
  const std::string written = std::exchange(out_, {});
  std::size_t copied = 0;
  for (const Pending& one : pending_) {
    out_.append(written, copied, one.at - copied);
    copied = one.at;
    write(one, repairs);
  }
  return std::move(out_.append(written, copied));
}

void SvgText::write(const Pending& one, SvgRepairs& repairs) {
  switch (one.kind) {
    case Pending::Kind::names:
      return write_names(one, repairs);
    case Pending::Kind::link:
      return write_link(one, repairs);
    case Pending::Kind::property:
      if (const auto value = own_value(one.name, one.value, ids_, one.line, repairs))
        attribute(one.name, *value);
      return;
    case Pending::Kind::style:
      return attribute("style", own_declarations(one.value, ids_, one.line, repairs));
    case Pending::Kind::stylesheet:
      return words(own_stylesheet(one.value, ids_, one.line, repairs));
  }
}

/// What `use` shows is drawn; a paint or a clip is not (SVG 1.1 §5.6).
void SvgText::write_link(const Pending& one, SvgRepairs& repairs) {
  const SvgIds::Named* to = ids_.find(one.value);
  if (to && (one.name != "use" || to->is == SvgTarget::drawn))
    return attribute("xlink:href", "#" + to->name);
  repairs.add(one.line, {"的 href 所指的 #" + one.value + " 不存在，或画不出",
                         "has href of no place, or of none that is drawn: #" + one.value});
}

void SvgText::write_names(const Pending& one, SvgRepairs& repairs) {
  const std::string &id = ids_.written(one.number), &name = ids_.name(one.number);
  std::string classes = one.value;
  if (has_stylesheet_ && ids_.stands_twice(id))
    classes.append(classes.empty() ? "" : " ").append(class_for(id));
  if (!name.empty()) attribute("id", name);
  if (!classes.empty()) attribute("class", classes);
  if (name == id) return;
  if (name.empty()) {
    repairs.add(one.line, {"的 id “" + id + "”重复", "has the id \"" + id + "\" again"});
  } else {
    repairs.add(one.line, {"的 id “" + id + "”不是 XML 名称，改作“" + name + "”",
                           "has the id \"" + id + "\", no XML name; it is now \"" + name + "\""});
  }
}

}  // namespace keben::assets
