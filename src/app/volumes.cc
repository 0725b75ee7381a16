#include "app/volumes.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <string>
#include <utility>

#include "app/volume_links.h"
#include "model/generated_words.h"

namespace keben::app {
namespace {

using model::Collection;
using model::Meta;
using model::Part;

/// Where volumes begin: at each part, and at the first text if that is in none.
std::vector<std::size_t> starts_by_part(const Collection& book) {
  std::vector<std::size_t> out{0};
  for (const Part& part : book.parts)
    if (part.first > out.back()) out.push_back(part.first);
  return out;
}

std::vector<std::size_t> starts_by_size(const std::vector<std::size_t>& weights, std::size_t most) {
  std::vector<std::size_t> out{0};
  std::size_t held = 0;
  for (std::size_t d = 0; d < weights.size(); ++d) {
    const bool full = d > out.back() && held + weights[d] > most;
    if (full) out.push_back(d);
    held = (full ? 0 : held) + weights[d];
  }
  return out;
}

/// The parts of documents [first, end), the one that goes on into them with its title again.
std::vector<Part> parts_between(const std::vector<Part>& parts, std::size_t first,
                                std::size_t end) {
  std::vector<Part> out;
  for (const Part& part : parts) {
    if (part.first >= end) break;
    if (part.first <= first) out.clear();
    const std::size_t at = std::max<std::size_t>(part.first, first) - first;
    const bool opened = part.opened && part.first >= first;
    out.push_back({part.title, static_cast<std::uint32_t>(at), opened});
  }
  return out;
}

std::string title_of(const Meta& whole, std::size_t number) {
  const model::GeneratedWords& words = model::words_for(whole.language.convention);
  return whole.title + std::string(words.before_volume) + std::to_string(number) +
         std::string(words.after_volume);
}

Collection volume(Collection& book, std::size_t first, std::size_t end, const Split& split,
                  std::size_t number) {
  Collection out{book.meta, {}, parts_between(book.parts, first, end), true};
  const auto documents = std::make_move_iterator(book.documents.begin());
  out.documents.assign(documents + static_cast<std::ptrdiff_t>(first),
                       documents + static_cast<std::ptrdiff_t>(end));
  Meta& meta = out.meta;
  meta.volume = {meta.title, std::to_string(number)};
  meta.title = title_of(book.meta, number);
  const bool one_part = split.by == Split::By::part && out.parts.size() == 1;
  if (one_part && !out.parts[0].title.empty()) {
    meta.subtitle = out.parts[0].title;
    out.parts.clear();
  }
  meta.modified.reset();
  for (const model::Document& document : out.documents)
    meta.modified = std::max(meta.modified, document.meta.modified);
  return out;
}

}  // namespace

std::vector<Collection> volumes_of(Collection book, const Split& split,
                                   const std::vector<std::size_t>& weights) {
  const std::vector<std::size_t> starts = split.by == Split::By::part ? starts_by_part(book)
                                          : split.by == Split::By::size
                                              ? starts_by_size(weights, split.bytes)
                                              : std::vector<std::size_t>{0};
  std::vector<Collection> out;
  if (starts.size() == 1) {
    out.push_back(std::move(book));
    return out;
  }
  std::vector<VolumeStart> volumes;
  for (std::size_t v = 0; v < starts.size(); ++v)
    volumes.push_back({starts[v], title_of(book.meta, v + 1)});
  lead_to_volumes(book, volumes);
  for (std::size_t v = 0; v < starts.size(); ++v) {
    const std::size_t end = v + 1 < starts.size() ? starts[v + 1] : book.documents.size();
    out.push_back(volume(book, starts[v], end, split, v + 1));
  }
  return out;
}

std::string volume_name(const std::string& name, std::size_t volume, std::size_t volumes) {
  if (volumes == 1) return name;
  const std::filesystem::path path = name;
  std::string number = std::to_string(volume);
  number.insert(0, std::to_string(volumes).size() - number.size(), '0');
  const std::string file = path.stem().string() + "-" + number + path.extension().string();
  return path.has_parent_path() ? (path.parent_path() / file).string() : file;
}

}  // namespace keben::app
