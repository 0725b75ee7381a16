// Texts that nobody would write, out of every node of the model: the same for the same seed, on
// every machine.
#pragma once

#include <cstdint>

#include "model/document.h"

namespace keben::property {

/// No hanzi stands in it twice, so that each one missed in a book is one lost.
model::Document random_document(std::uint64_t seed);

}  // namespace keben::property
