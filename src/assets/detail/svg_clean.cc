// See svg.h: the reading, by expat, and the writing anew.
#include <expat.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <exception>
#include <utility>
#include <vector>

#include "assets/detail/svg.h"
#include "assets/detail/svg_names.h"
#include "assets/detail/svg_text.h"
#include "assets/detail/svg_weight.h"
#include "assets/detail/trouble.h"
#include "assets/sniff.h"
#include "assets/source_address.h"
#include "base/c_handle.h"
#include "css/parts.h"

namespace keben::assets {
namespace {

constexpr char kBetween = '\x1F';  // stands between a namespace and a name; no XML may hold it
constexpr std::string_view kSvg = "http://www.w3.org/2000/svg";
constexpr std::string_view kXlink = "http://www.w3.org/1999/xlink";
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";
constexpr std::size_t kDeepest = 200;
constexpr std::size_t kMostElements = 100'000;
constexpr std::size_t kMostWeight = 500'000;

struct Name {
  std::string_view space, local;
};

Name name_of(const char* written) {
  const std::string_view text(written);
  const std::size_t at = text.rfind(kBetween);
  if (at == text.npos) return {{}, text};
  return {text.substr(0, at), text.substr(at + 1)};
}

/// A number and its unit in CSS px (CSS 2.1 §4.3.2); nothing for percents and nonsense.
std::optional<double> px_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value) || value <= 0) return {};
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  constexpr std::pair<std::string_view, double> kUnits[] = {
      {"", 1},           {"px", 1},  {"pt", 4.0 / 3}, {"pc", 16}, {"mm", 96 / 25.4},
      {"cm", 96 / 2.54}, {"in", 96}, {"em", 16},      {"ex", 8}};
  for (const auto& [name, factor] : kUnits) {
    if (unit == name) return value * factor;
  }
  return {};
}

/// Elements that have nothing but words in them.
bool holds_words(std::string_view element) {
  return element == "title" || element == "desc" || element == "style";
}

class Cleaner {
 public:
  explicit Cleaner(const config::Limits& limits) : limits_(limits) {}

  Result<CleanSvg> run(BytesView bytes);

  // Called by expat, through the callbacks below.
  void begin(const char* written, const char** attributes);
  void end();
  void text(std::string_view text);
  void refuse_entities() { stop(entities()); }

  template <class F>
  void guarded(const F& f) noexcept {  // no exception may pass through expat's frames
    if (over_) return;
    try {
      f();
    } catch (...) {
      thrown_ = std::current_exception();
      over_ = true;
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

 private:
  struct Open {
    std::string name;  // empty: dropped
    bool is_style = false;
  };
  /// What an element's attributes say of it that is written in one place.
  struct Head {
    std::string id, classes;
    const char* target = nullptr;  // href, else xlink:href (SVG 2 §linking)
  };

  static Error entities() {
    return {Fault::document,
            "image-refused",
            {"SVG 中有实体声明，不予读取", "the SVG declares entities and is not read"},
            {"用绘图程序重新导出为不带 DTD 的 SVG", "export it anew without a DTD"},
            {}};
  }
  Error unfolds() const {
    Error error = too_heavy(limits_);
    error.what = {"SVG 的内容过多或嵌套过深", "the SVG holds too much, or nests too deep"};
    error.hint = {"简化这幅图，或改用 PNG", "simplify the drawing, or use a PNG"};
    return error;
  }

  void stop(Error why) {
    if (!trouble_) trouble_ = std::move(why);
    over_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
  }
  static Head head_of(const char** attributes);
  void attribute(Name name, std::string_view value);
  void reference(std::string_view element, std::string_view target);
  void refer_to(const std::vector<css::Reference>& references);
  void begin_dropped(std::string_view name);
  std::size_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }
  std::optional<std::string> proven_data(std::string_view source) const;
  void note_size(const char** attributes);

  const config::Limits& limits_;
  CHandle<std::remove_pointer_t<XML_Parser>, XML_ParserFree> parser_;
  SvgText out_;
  SvgRepairs repairs_;
  std::string style_;
  std::size_t style_line_ = 0;
  bool watches_words_ = false;  // of the element that is dropped
  std::vector<Open> open_;
  std::size_t dropped_at_ = 0;  // depth of the outermost dropped element; 0: none
  std::size_t elements_ = 0;
  SvgWeight weight_;
  double width_ = 0, height_ = 0;
  bool over_ = false;
  std::optional<Error> trouble_;
  std::exception_ptr thrown_;
};

extern "C" {
void on_begin(void* self, const char* name, const char** attributes) {
  static_cast<Cleaner*>(self)->guarded(
      [&] { static_cast<Cleaner*>(self)->begin(name, attributes); });
}
void on_end(void* self, const char*) {
  static_cast<Cleaner*>(self)->guarded([&] { static_cast<Cleaner*>(self)->end(); });
}
void on_text(void* self, const char* text, int length) {
  static_cast<Cleaner*>(self)->guarded([&] {
    static_cast<Cleaner*>(self)->text({text, static_cast<std::size_t>(length)});
  });
}
void on_entity(void* self, const char*, int, const char*, int, const char*, const char*,
               const char*, const char*) {
  static_cast<Cleaner*>(self)->guarded([&] { static_cast<Cleaner*>(self)->refuse_entities(); });
}
}

Result<CleanSvg> Cleaner::run(BytesView bytes) {
  parser_.reset(XML_ParserCreateNS(nullptr, kBetween));
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser_.get(), on_text);
  XML_SetEntityDeclHandler(parser_.get(), on_entity);
  const XML_Status status =
      XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
  if (thrown_) std::rethrow_exception(thrown_);
  if (trouble_) return failure(*trouble_);
  if (status != XML_STATUS_OK)
    return failure(broken("SVG", XML_ErrorString(XML_GetErrorCode(parser_.get()))));
  if (out_.empty()) return failure(broken("SVG", "no svg element"));
  if (!weight_.total(kMostWeight)) return failure(unfolds());
  const auto side = [](double px) {
    return static_cast<std::uint32_t>(std::clamp(std::ceil(px), 1.0, 1e6));
  };
  Bytes text = out_.finish(repairs_);
  return CleanSvg{std::move(text), {{side(width_)}, {side(height_)}}, repairs_.sentence()};
}

void Cleaner::begin(const char* written, const char** attributes) {
  const Name name = name_of(written);
  if (++elements_ > kMostElements || open_.size() >= kDeepest) return stop(unfolds());
  const bool is_root = open_.empty();
  const bool is_ours = name.space == kSvg || name.space.empty();  // many leave the namespace out
  if (is_root && (!is_ours || name.local != "svg")) return stop(broken("SVG", "no svg element"));
  const bool stands = is_ours && dropped_at_ == 0 && (is_root || !holds_words(open_.back().name));
  const SvgElement kind = stands ? svg_element(name.local) : SvgElement::dropped;
  if (kind == SvgElement::dropped) {
    if (dropped_at_ == 0) begin_dropped(name.local);
    return open_.push_back({});
  }
  std::string local(kind == SvgElement::plain ? "g" : name.local);
  Head head = head_of(attributes);
  weight_.open(head.id, weight_of(local));
  out_.markup("<" + local);
  if (is_root) {
    out_.attribute("xmlns", kSvg);
    out_.attribute("xmlns:xlink", kXlink);
    note_size(attributes);
  }
  if (!head.id.empty() || !head.classes.empty())
    out_.names(local, std::move(head.id), std::move(head.classes), line());
  if (head.target) reference(local, head.target);
  for (const char** a = attributes; *a; a += 2)
    attribute(name_of(*a), a[1]);
  out_.markup(">");
  const bool is_style = local == "style";
  if (is_style) style_line_ = line();
  open_.push_back({std::move(local), is_style});
}

/// What a foreign object says is lost, unless the drawing has something else in its place.
void Cleaner::begin_dropped(std::string_view name) {
  dropped_at_ = open_.size() + 1;
  watches_words_ = name == "foreignObject" && open_.back().name != "switch";
}

void Cleaner::end() {
  const Open closed = std::move(open_.back());
  open_.pop_back();
  if (closed.name.empty()) {
    if (dropped_at_ > open_.size()) dropped_at_ = 0;
    return;
  }
  if (closed.is_style) {
    for (const css::Part& part : css::parts_of(style_, css::Form::stylesheet))
      refer_to(part.references);
    out_.stylesheet(std::exchange(style_, {}), style_line_);
  }
  weight_.close();
  out_.markup("</" + closed.name + ">");
}

void Cleaner::text(std::string_view text) {
  if (open_.empty()) return;
  if (dropped_at_ != 0) {
    if (watches_words_ && text.find_first_not_of(" \t\n") != text.npos) {
      watches_words_ = false;
      repairs_.add(line(), {"的文字放在 foreignObject 里，书中不能显示",
                            "has words in a foreignObject, which a book cannot show"});
    }
  } else if (open_.back().is_style) {
    style_ += text;
  } else {
    out_.words(text);
  }
}

Cleaner::Head Cleaner::head_of(const char** attributes) {
  Head out;
  for (const char** a = attributes; *a; a += 2) {
    const Name name = name_of(*a);
    if (name.space.empty() && name.local == "id") out.id = a[1];
    if (name.space.empty() && name.local == "class") out.classes = a[1];
    if (name.local != "href") continue;
    if (name.space.empty() || (name.space == kXlink && !out.target)) out.target = a[1];
  }
  return out;
}

void Cleaner::attribute(Name name, std::string_view value) {
  if (name.space == kXml && (name.local == "space" || name.local == "lang"))
    return out_.attribute("xml:" + std::string(name.local), value);
  if (!name.space.empty() || !is_svg_attribute(name.local)) return;
  if (name.local == "id" || name.local == "class") return;  // written already
  if (name.local == "style") {
    for (const css::Part& part : css::parts_of(value, css::Form::declarations))
      refer_to(part.references);
    return out_.style(std::string(value), line());
  }
  const std::vector<css::Reference> references = css::references_in(value);
  if (references.empty()) return out_.attribute(name.local, value);
  refer_to(references);
  out_.property(std::string(name.local), std::string(value), line());
}

/// `href`: an element of the drawing, or a picture within it that has been decoded.
void Cleaner::reference(std::string_view element, std::string_view target) {
  if (element == "g") return;  // of a link, whose drawing alone is kept
  const std::string shown = masked(target);
  if (element == "image") {
    if (const std::optional<std::string> data = proven_data(target))
      return out_.attribute("xlink:href", *data);
    return repairs_.add(line(), {"的图片 " + shown + " 不在图内，或不能用",
                                 "has a picture that is not in the drawing, or is none: " + shown});
  }
  if (!target.starts_with('#'))
    return repairs_.add(line(), {"引用图外的 " + shown + "，已去掉",
                                 "refers to what is outside the drawing: " + shown});
  weight_.refer(target.substr(1));
  out_.link(element, std::string(target.substr(1)), line());
}

/// `url(#a)`: patterns, masks and filters draw again what they hold.
void Cleaner::refer_to(const std::vector<css::Reference>& references) {
  for (const css::Reference& reference : references)
    if (css::is_own_place(reference)) weight_.refer(reference.address.substr(1));
}

/// A PNG or JPEG in a data: URI, decoded once, its metadata cut out, coded anew.
std::optional<std::string> Cleaner::proven_data(std::string_view source) const {
  const Result<Source> classified = classify(source, limits_);
  if (!classified || !std::holds_alternative<DataSource>(*classified)) return {};
  Result<Bytes> bytes = decode_data(std::get<DataSource>(*classified));
  if (!bytes) return {};
  const std::optional<MediaType> type = sniff(*bytes).type;
  if (type != MediaType::png && type != MediaType::jpeg) return {};
  const Result<Proven> proof = prove(*type, *bytes, limits_);
  if (!proof) return {};
  const Result<Asset> plain =
      to_core_type({std::move(*bytes), *type, proof->size, proof->animated, {}, {}}, limits_);
  if (!plain) return {};
  return "data:" + std::string(mime_of(plain->type)) + ";base64," + base64_encoded(plain->bytes);
}

void Cleaner::note_size(const char** attributes) {
  constexpr double kDefaultWidth = 300, kDefaultHeight = 150;  // CSS 2.1 §10.3.2
  std::optional<double> width, height;
  double box[4] = {};
  for (const char** a = attributes; *a; a += 2) {
    const std::string_view name(*a), value(a[1]);
    if (name == "width") width = px_of(value);
    if (name == "height") height = px_of(value);
    if (name != "viewBox") continue;
    const char* at = value.data();
    const char* const stop = at + value.size();
    for (double& number : box) {
      while (at != stop && (*at == ' ' || *at == ',' || *at == '\n' || *at == '\t'))
        ++at;
      at = std::from_chars(at, stop, number).ptr;
    }
  }
  const bool has_box = box[2] > 0 && box[3] > 0 && std::isfinite(box[2] / box[3]);
  const double ratio = has_box ? box[2] / box[3] : kDefaultWidth / kDefaultHeight;
  if (!width && !height) width = has_box ? box[2] : kDefaultWidth;
  if (!width) width = *height * ratio;
  if (!height) height = *width / ratio;
  width_ = *width;
  height_ = *height;
}

}  // namespace

Result<CleanSvg> clean_svg(BytesView bytes, const config::Limits& limits) {
  if (bytes.size() > limits.svg_bytes) return failure(too_heavy(limits));
  return Cleaner(limits).run(bytes);
}

}  // namespace keben::assets
