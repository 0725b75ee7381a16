// Tables that nobody would draw, in whatever may hold them: the same for the same seed.
#pragma once

#include <cstdint>

#include "model/document.h"

namespace keben::property {

/// One or two tables of 1 to 200 columns, between paragraphs, in lists, quotations, boxes or notes;
/// cells with long words, addresses, code, formulas, pictures, notes and more than a page of text;
/// spans that cover one another, end nowhere, or reach past the table.
model::Document random_tables(std::uint64_t seed);

}  // namespace keben::property
