#include "pdf/shape/words.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/c_handle.h"
#include "fonts/detail/handle.h"
#include "late/harfbuzz.h"

namespace keben::pdf::shape {
using namespace late;
namespace {

using Buffer = CHandle<hb_buffer_t, hb_buffer_destroy>;

constexpr std::size_t kCacheLimit = 100'000;  // words; past it the cache starts anew

hb_feature_t on(hb_tag_t tag) {
  return {tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

std::vector<hb_feature_t> features_of(Features features) {
  switch (features) {
    case Features::none:
      return {};
    case Features::proportional:
      return {on(HB_TAG('p', 'w', 'i', 'd'))};
    case Features::full_width:
      return {on(HB_TAG('f', 'w', 'i', 'd'))};
    case Features::tabular:
      return {on(HB_TAG('t', 'n', 'u', 'm'))};
  }
  return {};
}

/// The glyphs of a shaped buffer in the order of their text; each cluster's text goes to its first
/// one. HarfBuzz gives a word that runs to the left as it is seen: its places stay so.
ShapedWord collect(hb_buffer_t* buffer, std::size_t length) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  const bool backward = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer));
  ShapedWord word;
  word.glyphs.resize(count);
  const auto in_text = [&](unsigned seen) { return backward ? count - 1 - seen : seen; };
  Mil pen;
  for (unsigned seen = 0; seen < count; ++seen) {
    ShapedGlyph& g = word.glyphs[in_text(seen)];
    g.glyph = {static_cast<std::uint16_t>(infos[seen].codepoint)};
    g.x = pen + Mil{positions[seen].x_offset};
    g.rise = {positions[seen].y_offset};
    pen += Mil{positions[seen].x_advance};
  }
  auto end = static_cast<std::uint32_t>(length);
  for (unsigned i = count; i-- > 0;) {
    const std::uint32_t next = i + 1 < count ? infos[in_text(i + 1)].cluster : end;
    if (next != infos[in_text(i)].cluster) end = next;
    word.glyphs[i].text_end = end;
  }
  word.width = pen;
  return word;
}

/// What a word's glyphs depend on.
struct Key {
  std::u32string_view word;
  std::uint32_t language = 0;  // number of it
  fonts::FaceId face;
  Features features = Features::none;
  Course course = Course::by_letters;
  bool operator==(const Key&) const = default;
};

struct OwnedKey {
  std::u32string word;
  Key key;
  Key view() const {
    Key out = key;
    out.word = word;
    return out;
  }
};

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(const Key& key) const {
    std::uint64_t hash = key.language << 24 | std::uint64_t{key.face.v} << 8 |
                         static_cast<std::uint64_t>(key.features) << 2 |
                         static_cast<std::uint64_t>(key.course);
    for (const char32_t c : key.word)
      hash = (hash ^ c) * 0x9E37'79B9'7F4A'7C15;
    return hash ^ hash >> 32;
  }
  std::size_t operator()(const OwnedKey& key) const { return (*this)(key.view()); }
};

struct KeyEqual {
  using is_transparent = void;
  static const Key& view(const Key& key) { return key; }
  static Key view(const OwnedKey& key) { return key.view(); }
  bool operator()(const auto& a, const auto& b) const { return view(a) == view(b); }
};

}  // namespace

struct WordShaper::State {
  const fonts::Catalog& faces;
  Buffer buffer{hb_buffer_create()};
  std::unordered_map<OwnedKey, ShapedWord, KeyHash, KeyEqual> known = {};
  std::vector<std::pair<std::string, hb_language_t>> languages = {};  // few
  std::uint32_t language = 0;                                         // the last asked for

  void choose_language(const std::string& tag) {
    if (!languages.empty() && languages[language].first == tag) return;
    const auto row = std::find_if(languages.begin(), languages.end(),
                                  [&](const auto& r) { return r.first == tag; });
    language = static_cast<std::uint32_t>(row - languages.begin());
    if (row == languages.end())
      languages.emplace_back(tag,
                             hb_language_from_string(tag.c_str(), static_cast<int>(tag.size())));
  }
};

WordShaper::WordShaper(const fonts::Catalog& faces) : state_(new State{faces}) {}
WordShaper::WordShaper(WordShaper&&) noexcept = default;
WordShaper::~WordShaper() = default;

const ShapedWord& WordShaper::shape(fonts::FaceId face, std::u32string_view word, Features features,
                                    Course course, const std::string& language) {
  state_->choose_language(language);
  const Key key{word, state_->language, face, features, course};
  const auto known = state_->known.find(key);
  if (known != state_->known.end()) return known->second;
  if (state_->known.size() > kCacheLimit) state_->known.clear();

  hb_buffer_t* buffer = state_->buffer.get();
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_utf32(buffer, reinterpret_cast<const std::uint32_t*>(word.data()),
                      static_cast<int>(word.size()), 0, static_cast<int>(word.size()));
  if (course == Course::han) {
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  } else if (course == Course::leftward) {
    hb_buffer_set_direction(buffer, HB_DIRECTION_RTL);
  }
  hb_buffer_set_language(buffer, state_->languages[state_->language].second);
  hb_buffer_guess_segment_properties(buffer);
  const std::vector<hb_feature_t> wanted = features_of(features);
  hb_shape(state_->faces[face].handle().font.get(), buffer, wanted.data(),
           static_cast<unsigned>(wanted.size()));
  OwnedKey kept{std::u32string(word), key};
  return state_->known.emplace(std::move(kept), collect(buffer, word.size())).first->second;
}

}  // namespace keben::pdf::shape
