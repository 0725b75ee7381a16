#include "outline/identity.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/hash.h"

namespace keben::outline {
namespace {

using model::Collection;
using model::Meta;
using model::Moment;

// Drawn once at random, and never to change: every identity of every book rests on it.
constexpr std::array<unsigned char, 16> kNamespace = {
    0xb5, 0x1e, 0x6c, 0x0d, 0x7a, 0x42, 0x4f, 0x0e, 0x9c, 0x35, 0x2d, 0x88, 0x61, 0xf4, 0xa3, 0x97};

constexpr std::int64_t kFallback = 946'684'800;   // 2000-01-01T00:00:00Z
constexpr std::int64_t kFirst = -62'135'596'800;  // 0001-01-01T00:00:00Z
constexpr std::int64_t kLast = 253'402'300'799;   // 9999-12-31T23:59:59Z

std::string stem_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return std::string(name.substr(0, dot == 0 ? std::string_view::npos : dot));
}

/// The name of a text on the web, or its slug: what its author does not change when editing.
std::string given_name(const Meta& meta) {
  if (!meta.site.empty() && !meta.slug.empty()) {
    const bool slash = meta.site.back() == '/' || meta.slug.front() == '/';
    return meta.site + (slash ? "" : "/") + meta.slug;
  }
  return meta.source.empty() ? meta.slug : meta.source;
}

/// Kinds of books must not meet: a volume of a series, and an essay of the same name, differ.
std::string name_of(const Collection& collection) {
  const Meta& meta = collection.meta;
  std::string name = given_name(meta);
  if (!name.empty()) return name;
  if (collection.single()) return stem_of(collection.documents[0].path);
  if (!meta.series.name.empty()) return "series:" + meta.series.name + ":" + meta.series.number;
  return "collection:" + meta.title;
}

std::string padded(int value, std::size_t digits) {
  const std::string text = std::to_string(value);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

}  // namespace

std::string uuid_of(std::string_view name) {
  std::string bytes(kNamespace.begin(), kNamespace.end());
  auto digest = sha1(bytes += name);
  digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0F) | 0x50);  // version 5
  digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3F) | 0x80);  // RFC 4122's variant
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += kDigits[digest[i] >> 4];
    out += kDigits[digest[i] & 15];
  }
  return out;
}

Identity identity_of(const Collection& collection, std::optional<std::int64_t> source_date_epoch) {
  Identity out;
  const model::SeriesPlace& volume = collection.meta.volume;
  std::string name = name_of(collection);
  if (!volume.name.empty()) name += ":volume:" + volume.number;
  out.uuid = uuid_of(name);
  out.print_uuid = uuid_of("print:" + name);
  std::optional<Moment> newest = collection.meta.modified;
  for (const model::Document& document : collection.documents)
    newest = std::max(newest, document.meta.modified);
  const std::int64_t moment = source_date_epoch ? *source_date_epoch
                              : newest          ? newest->seconds
                                                : kFallback;
  out.modified = {std::clamp(moment, kFirst, kLast)};
  return out;
}

std::string iso_moment(Moment moment) {
  using namespace std::chrono;
  const sys_seconds at{seconds{moment.seconds}};
  const sys_days day = floor<days>(at);
  const year_month_day date{day};
  const hh_mm_ss time{at - day};
  return iso_date({static_cast<int>(date.year()), static_cast<int>(unsigned{date.month()}),
                   static_cast<int>(unsigned{date.day()})}) +
         "T" + padded(static_cast<int>(time.hours().count()), 2) + ":" +
         padded(static_cast<int>(time.minutes().count()), 2) + ":" +
         padded(static_cast<int>(time.seconds().count()), 2) + "Z";
}

std::string iso_date(model::Date date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

}  // namespace keben::outline
