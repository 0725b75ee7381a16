// The blog that essays come from, as its generator's own settings tell of it: what its pages'
// addresses are, so that a link to one finds the essay.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace keben::model {

/// The pages that a folder's texts become.
struct SitePages {
  std::string folder;    // from the root; of Jekyll at any depth
  std::string pattern;   // in its generator's words; empty: the path below the folder
  bool written = false;  // by the blog's author: no guess at what the generator does by itself
  bool operator==(const SitePages&) const = default;
};

struct Site {
  enum class Generator : std::uint8_t { none, hexo, jekyll, hugo, astro };
  /// What Hexo takes for the title in a file's name (`new_post_name`).
  enum class Names : std::uint8_t { whole, behind_date, other };

  Generator generator = Generator::none;
  std::string file;     // that says so, from the root
  std::string address;  // `https://…/`, or empty where none is told that a reader could go to
  std::string folder;   // that pages lie in below the host: `/`, `/blog/`
  Names names = Names::whole;
  std::vector<SitePages> pages;  // the first that a text lies in counts
  bool operator==(const Site&) const = default;
};

}  // namespace keben::model
