#include "epub/check/detail/xml_reader.h"

#include <expat.h>

#include <array>
#include <utility>

#include "base/c_handle.h"

namespace keben::epub {
namespace {

using Parser = CHandle<std::remove_pointer_t<XML_Parser>, XML_ParserFree>;

constexpr char kBetween = '\n';  // namespace and name; in neither of them

Vocabulary vocabulary_of(std::string_view uri) {
  using V = Vocabulary;
  static constexpr std::array<std::pair<std::string_view, Vocabulary>, 10> kKnown = {{
      {"http://www.w3.org/1999/xhtml", V::xhtml},
      {"http://www.idpf.org/2007/ops", V::ops},
      {"http://www.w3.org/XML/1998/namespace", V::xml},
      {"http://www.w3.org/2000/svg", V::svg},
      {"http://www.w3.org/1998/Math/MathML", V::mathml},
      {"http://www.idpf.org/2007/opf", V::opf},
      {"http://purl.org/dc/elements/1.1/", V::dc},
      {"http://www.daisy.org/z3986/2005/ncx/", V::ncx},
      {"urn:oasis:names:tc:opendocument:xmlns:container", V::ocf},
      {"http://www.w3.org/1999/xlink", V::xlink},
  }};
  for (const auto& [known, vocabulary] : kKnown) {
    if (known == uri) return vocabulary;
  }
  return uri.find(':') == std::string_view::npos ? V::relative : V::other;
}

/// `namespace\nname`, or a name alone.
std::pair<Vocabulary, std::string_view> split(const char* full) {
  const std::string_view all(full);
  const std::size_t at = all.rfind(kBetween);
  if (at == std::string_view::npos) return {Vocabulary::none, all};
  return {vocabulary_of(all.substr(0, at)), all.substr(at + 1)};
}

/// What expat hands back to its handlers.
struct State {
  XML_Parser parser;
  const XmlEvents& events;
  std::vector<XmlAttribute> attributes;  // kept for its room
};

void on_open(void* data, const XML_Char* full, const XML_Char** pairs) {
  State& state = *static_cast<State*>(data);
  state.attributes.clear();
  for (; *pairs; pairs += 2) {
    const auto [of, name] = split(pairs[0]);
    state.attributes.push_back({of, name, pairs[1]});
  }
  const auto [of, name] = split(full);
  state.events.open({of, name, state.attributes, XML_GetCurrentLineNumber(state.parser)});
}

void on_close(void* data, const XML_Char*) {
  const State& state = *static_cast<State*>(data);
  if (state.events.close) state.events.close();
}

void on_text(void* data, const XML_Char* words, int length) {
  static_cast<State*>(data)->events.text({words, static_cast<std::size_t>(length)});
}

void on_doctype(void* data, const XML_Char*, const XML_Char* system, const XML_Char* public_id,
                int subset) {
  const State& state = *static_cast<State*>(data);
  state.events.doctype(system ? system : "", public_id ? public_id : "", subset != 0);
}

}  // namespace

const std::string_view* XmlTag::find(std::string_view attribute, Vocabulary vocabulary) const {
  for (const XmlAttribute& a : attributes) {
    if (a.of == vocabulary && a.name == attribute) return &a.value;
  }
  return nullptr;
}

std::string_view XmlTag::value(std::string_view attribute) const {
  const std::string_view* found = find(attribute);
  return found ? *found : std::string_view();
}

std::optional<XmlFault> read_xml(BytesView xml, const XmlEvents& events) {
  const Parser parser(XML_ParserCreateNS(nullptr, kBetween));
  if (!parser) return XmlFault{0, "out of memory"};
  State state{parser.get(), events, {}};
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  if (events.text) XML_SetCharacterDataHandler(parser.get(), on_text);
  if (events.doctype) XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  constexpr std::size_t kChunk = 64u << 20;  // expat counts in int
  std::size_t at = 0;
  do {
    const std::size_t length = std::min(kChunk, xml.size() - at);
    const bool last = at + length == xml.size();
    if (XML_Parse(parser.get(), xml.data() + at, static_cast<int>(length), last) != XML_STATUS_OK)
      return XmlFault{XML_GetCurrentLineNumber(parser.get()),
                      XML_ErrorString(XML_GetErrorCode(parser.get()))};
    at += length;
  } while (at < xml.size());
  return std::nullopt;
}

}  // namespace keben::epub
