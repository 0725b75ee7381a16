// Lengths that carry their unit, so that a point can never be added to an em by mistake.
//
// Three units meet in a book: points on paper (the PDF's user space, ISO 32000-1 §8.3.2.3), ems
// relative to the type size (CLREQ speaks in them), and pixels of a picture. Layout itself counts
// in thousandths of an em as integers (Mil): sums are exact, comparisons are the same on every
// machine, and a line of 30 em stays far from overflow.
#pragma once

#include <compare>
#include <cstdint>

namespace keben {

/// A length on paper, in PostScript points (1/72 inch).
struct Pt {
  double v = 0;
  auto operator<=>(const Pt&) const = default;
  friend constexpr Pt operator+(Pt a, Pt b) { return {a.v + b.v}; }
  friend constexpr Pt operator-(Pt a, Pt b) { return {a.v - b.v}; }
  friend constexpr Pt operator-(Pt a) { return {-a.v}; }
  friend constexpr Pt operator*(Pt a, double k) { return {a.v * k}; }
  friend constexpr Pt operator/(Pt a, double k) { return {a.v / k}; }
  friend constexpr double operator/(Pt a, Pt b) { return a.v / b.v; }
  constexpr Pt& operator+=(Pt b) { return v += b.v, *this; }
  constexpr Pt& operator-=(Pt b) { return v -= b.v, *this; }
};

/// Millimetres, in which paper is sold; `in_pt` is exact to the double.
struct Mm {
  double v = 0;
  auto operator<=>(const Mm&) const = default;
  constexpr Pt in_pt() const { return {v * 72.0 / 25.4}; }
};

/// A length relative to the font size; 1 em is one full-width ideograph.
struct Em {
  double v = 0;
  auto operator<=>(const Em&) const = default;
  friend constexpr Em operator+(Em a, Em b) { return {a.v + b.v}; }
  friend constexpr Em operator-(Em a, Em b) { return {a.v - b.v}; }
  friend constexpr Em operator*(Em a, double k) { return {a.v * k}; }
  constexpr Pt at(Pt font_size) const { return font_size * v; }
};

/// A thousandth of an em, counted: the unit of line breaking and justification.
struct Mil {
  std::int32_t v = 0;
  auto operator<=>(const Mil&) const = default;
  friend constexpr Mil operator+(Mil a, Mil b) { return {a.v + b.v}; }
  friend constexpr Mil operator-(Mil a, Mil b) { return {a.v - b.v}; }
  friend constexpr Mil operator-(Mil a) { return {-a.v}; }
  friend constexpr Mil operator*(Mil a, std::int32_t k) { return {a.v * k}; }
  constexpr Mil& operator+=(Mil b) { return v += b.v, *this; }
  constexpr Mil& operator-=(Mil b) { return v -= b.v, *this; }
  constexpr Pt at(Pt font_size) const { return font_size * (v / 1000.0); }
};

/// The nearest count of thousandths.
constexpr Mil in_mil(Em em) {
  return {static_cast<std::int32_t>(em.v * 1000.0 + (em.v < 0 ? -0.5 : 0.5))};
}

static_assert(Em{0.5}.at(Pt{12}) == Pt{6});
static_assert(in_mil(Em{-0.25}) == Mil{-250});

/// A length in a picture's own samples.
struct Px {
  std::uint32_t v = 0;
  auto operator<=>(const Px&) const = default;
};

struct PixelSize {
  Px width, height;
  bool operator==(const PixelSize&) const = default;
};

}  // namespace keben
