// The faces that this machine has, and which of them a piece of text gets.
//
// Files are looked for in --font-dir, then where Debian puts them, and only then is fontconfig
// asked, since its first answer alone costs more than a short essay. Faces are opened when first
// wanted; asking is safe from several threads.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "fonts/face.h"
#include "fonts/wish.h"

namespace keben::fonts {

class Catalog {
 public:
  /// Fails with Fault::machine, and the line that installs one, where no CJK face is found at all.
  static Result<Catalog> open(std::span<const std::filesystem::path> folders);

  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;
  ~Catalog();

  /// The face for hanzi, full-width marks and upright Latin. Where the family is missing the next
  /// serves (kai → song → hei, mono → hei), and `report` says so.
  FaceId cjk(Wish wish, Region region) const;
  /// The face for Latin words: the italic companion where the wish is italic and there is one, else
  /// `cjk`.
  FaceId latin(Wish wish, Region region) const;
  /// The colour emoji face, where there is one whose glyphs are pictures (Face::picture).
  std::optional<FaceId> emoji() const;
  /// The first face of the fallback order that has the code point: other regions of the family,
  /// other families, symbols, and last whatever fontconfig knows; nothing where no face has it.
  std::optional<FaceId> covering(char32_t code_point, Wish wish, Region region) const;

  const Face& operator[](FaceId id) const;

  /// Adds a note for each family that another had to stand in for since the catalog was opened.
  void report(Diagnostics& log) const;

 private:
  struct State;
  explicit Catalog(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace keben::fonts
