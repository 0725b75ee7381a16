#include "fonts/catalog.h"

#include <array>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

#include "fonts/defaults.h"
#include "fonts/detail/fontconfig.h"
#include "late/harfbuzz.h"

namespace keben::fonts {
namespace {

constexpr std::string_view family_name(Family family) {
  constexpr std::array<std::string_view, kFamilies> names = {"宋体", "黑体", "楷体", "等宽体"};
  return names[static_cast<std::size_t>(family)];
}

constexpr std::string_view family_name_en(Family family) {
  constexpr std::array<std::string_view, kFamilies> names = {"Song", "Hei", "Kai", "monospaced"};
  return names[static_cast<std::size_t>(family)];
}

/// What serves where a family is missing, in order.
constexpr std::array<Family, 3> substitutes(Family family) {
  switch (family) {
    case Family::song:
      return {Family::hei, Family::kai, Family::mono};
    case Family::hei:
      return {Family::song, Family::mono, Family::kai};
    case Family::kai:
      return {Family::song, Family::hei, Family::mono};
    case Family::mono:
      return {Family::hei, Family::song, Family::kai};
  }
  return {};
}

Error no_cjk_face() {
  return {
      Fault::machine,
      "font-missing",
      {"没有找到任何中文字体", "no CJK font was found"},
      {"安装：sudo apt install fonts-noto-cjk fonts-lxgw-wenkai，或用 --font-dir 指定字体文件夹",
       "install one: sudo apt install fonts-noto-cjk fonts-lxgw-wenkai, or name a folder with "
       "--font-dir"}};
}

}  // namespace

struct Catalog::State {
  std::vector<std::filesystem::path> folders;
  mutable std::mutex mutex;  // guards all below
  // One slot a row of the table of defaults: not asked yet, known to be missing, or open.
  struct Slot {
    bool asked = false;
    std::optional<Face> face;
  };
  mutable std::deque<Slot> slots{default_faces().size()};
  mutable std::map<FontFile, FaceId> strays;  // faces that only fontconfig knew, appended to slots
  mutable std::unordered_map<char32_t, std::optional<FaceId>> last_resort;
  mutable std::array<std::atomic<bool>, kFamilies> stood_in{};
  FaceId last_cjk;  // serves when all else is missing

  std::optional<FontFile> locate(const DefaultFace& row) const {
    for (const std::filesystem::path& folder : folders) {
      std::error_code ignored;
      if (std::filesystem::exists(folder / row.file, ignored))
        return FontFile{folder / row.file, row.index};
    }
    for (const std::string_view folder : default_folders()) {
      const std::filesystem::path file = std::filesystem::path(folder) / row.file;
      std::error_code ignored;
      if (std::filesystem::exists(file, ignored)) return FontFile{file, row.index};
    }
    return find_family(row.family, row.bold, row.italic);
  }

  bool available(FaceId id) const {
    const std::scoped_lock lock(mutex);
    Slot& slot = slots[id.v];
    if (!slot.asked) {
      slot.asked = true;
      if (const std::optional<FontFile> file = locate(default_faces()[id.v])) {
        Result<Face> face = Face::open(file->path, file->index);
        if (face && !face->embedding_forbidden()) slot.face = std::move(*face);
      }
    }
    return slot.face.has_value();
  }

  std::optional<FaceId> stray_with(char32_t code_point) const {
    const std::scoped_lock lock(mutex);
    const auto known = last_resort.find(code_point);
    if (known != last_resort.end()) return known->second;
    std::optional<FaceId>& answer = last_resort[code_point];
    for (const FontFile& file : fonts_with(code_point)) {
      const auto [at, fresh] =
          strays.try_emplace(file, FaceId{static_cast<std::uint16_t>(slots.size())});
      if (fresh) {
        slots.emplace_back().asked = true;
        Result<Face> face = Face::open(file.path, file.index);
        if (face && !face->embedding_forbidden() && face->outlines() != Outlines::bitmap) {
          slots.back().face = std::move(*face);
        }
      }
      if (slots[at->second.v].face && slots[at->second.v].face->has(code_point))
        return answer = at->second;
    }
    return answer;
  }

  std::optional<FaceId> cjk_of(Wish wish, Region region) const {
    const std::optional<FaceId> row = default_cjk(wish, region);
    if (row && available(*row)) return row;
    return std::nullopt;
  }
};

Catalog::Catalog(std::unique_ptr<State> state) : state_(std::move(state)) {}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

Result<Catalog> Catalog::open(std::span<const std::filesystem::path> folders) {
  if (!late::harfbuzz.open()) return failure(late::harfbuzz.missing());
  auto state = std::make_unique<State>();
  state->folders.assign(folders.begin(), folders.end());
  std::optional<FaceId> found;
  for (int family = 0; family < kFamilies && !found; ++family) {
    found = state->cjk_of({static_cast<Family>(family)}, Region::sc);
  }
  if (!found) found = state->stray_with(U'永');
  if (!found) return failure(no_cjk_face());
  state->last_cjk = *found;
  return Catalog(std::move(state));
}

FaceId Catalog::cjk(Wish wish, Region region) const {
  if (const auto face = state_->cjk_of(wish, region)) return *face;
  // Kai has no Japanese or Korean cut by design; only a face that ought to be there is worth a
  // note.
  if (default_cjk(wish, region)) state_->stood_in[static_cast<std::size_t>(wish.family)] = true;
  for (const Family other : substitutes(wish.family)) {
    for (const Region place : {region, Region::sc}) {
      if (const auto face = state_->cjk_of({other, wish.bold}, place)) return *face;
      if (const auto face = state_->cjk_of({other, false}, place)) return *face;
    }
  }
  const auto regular = state_->cjk_of({wish.family, false}, region);
  return regular ? *regular : state_->last_cjk;
}

FaceId Catalog::latin(Wish wish, Region region) const {
  if (wish.italic) {
    const std::optional<FaceId> row = default_italic(wish);
    if (row && state_->available(*row)) return *row;
  }
  return cjk(wish, region);
}

std::optional<FaceId> Catalog::emoji() const {
  const FaceId face = default_emoji();
  const bool pictures = state_->available(face) && (*this)[face].outlines() == Outlines::bitmap;
  return pictures ? std::optional(face) : std::nullopt;
}

std::optional<FaceId> Catalog::covering(char32_t code_point, Wish wish, Region region) const {
  const auto has = [&](std::optional<FaceId> face) {
    return face && (*this)[*face].has(code_point);
  };
  for (const Region place : {region, Region::sc, Region::tc, Region::jp, Region::hk, Region::kr}) {
    const auto face = state_->cjk_of(wish, place);
    if (has(face)) return face;
  }
  for (const Family family : {Family::song, Family::hei, Family::kai}) {
    const auto face = state_->cjk_of({family, wish.bold}, Region::sc);
    if (has(face)) return face;
  }
  for (const FaceId symbols : default_symbols()) {
    if (state_->available(symbols) && (*this)[symbols].has(code_point)) return symbols;
  }
  return state_->stray_with(code_point);
}

const Face& Catalog::operator[](FaceId id) const {
  const std::scoped_lock lock(state_->mutex);
  return *state_->slots[id.v].face;
}

void Catalog::report(Diagnostics& log) const {
  for (std::size_t i = 0; i < kFamilies; ++i) {
    if (!state_->stood_in[i]) continue;
    const auto family = static_cast<Family>(i);
    const std::string package(default_faces()[default_cjk({family}, Region::sc)->v].package);
    log.note("font-substituted", {},
             {"没有找到" + std::string(family_name(family)) + "，已用其他字体代替",
              "no " + std::string(family_name_en(family)) + " face was found; another stands in"},
             {"安装：sudo apt install " + package, "install it: sudo apt install " + package});
  }
}

}  // namespace keben::fonts
