// What tells this edition from others: an identity that edits do not change, and the moment of the
// last change.
//
// Neither comes from the clock. Identity is a UUIDv5 (RFC 4122 §4.3) over site and slug
// (decisions.md 9); the moment is SOURCE_DATE_EPOCH where it is set, else the newest date that the
// front matter gives, else 2000-01-01 (decisions.md 3).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/collection.h"

namespace keben::outline {

struct Identity {
  std::string uuid;  // lower-case, with hyphens, without "urn:uuid:"
  model::Moment modified;
  std::string print_uuid = {};  // of the printed book, which is an edition of its own
  bool operator==(const Identity&) const = default;
};

Identity identity_of(const model::Collection& collection,
                     std::optional<std::int64_t> source_date_epoch);

/// The UUIDv5 of a name in keben's own namespace; for the identity of a series, too.
std::string uuid_of(std::string_view name);

/// `2025-01-25T00:00:00Z`, in UTC and by calendar arithmetic alone.
std::string iso_moment(model::Moment moment);
/// `2025-01-25`.
std::string iso_date(model::Date date);

}  // namespace keben::outline
