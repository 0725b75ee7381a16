// Colours as every screen and reader takes them: sRGB, by lcms2 where a picture's own profile (ICC)
// says that its numbers mean something else.
//
// A profile is a stranger's file too: one that lcms2 does not open, or that is for other samples
// than the picture has, is as good as none.
#pragma once

#include <array>

#include "assets/decode.h"

namespace keben::assets {

/// Converts gray or RGB samples in place; nothing changes without a usable profile, or with sRGB's.
void make_srgb(Pixels& pixels, BytesView profile);

/// Four inks as light.
class Inks {
 public:
  /// @param inverted  as Adobe writes them: 255 is no ink
  Inks(BytesView profile, bool inverted);
  ~Inks();
  Inks(const Inks&) = delete;
  Inks& operator=(const Inks&) = delete;

  /// Whether the profile tells how they look.
  bool is_known() const { return transform_ != nullptr; }
  /// `count` pixels of four inks to RGB; allocates nothing.
  void mix(const std::uint8_t* inks, std::uint32_t count, std::uint8_t* rgb) const noexcept;

 private:
  void* transform_ = nullptr;
};

/// CIE x and y of white, red, green and blue.
using Primaries = std::array<double, 8>;

/// A profile of a screen whose light is the sample to the power of `gamma`; of gray the primaries
/// do not matter. The same bytes on every day.
Bytes profile_of(double gamma, const Primaries& primaries, bool gray);

/// Whether the profile can be handed on as it is to a reader that knows profiles: it opens, and is
/// for so many channels: 1 gray, 3 colours, 4 inks.
bool is_usable_profile(BytesView profile, int channels);

}  // namespace keben::assets
