// A text that holds every node of the model at least once, in good Chinese and in company: what a
// backend must be able to set.
#pragma once

#include "model/collection.h"

namespace keben::test {

/// One essay (zh-CN) with every construct, five H1s, three notes of which one is referred to twice
/// and one is referred to by another, and metadata of every kind.
model::Document every_construct();

/// That essay, an English, a Japanese and a Traditional Chinese one, under two parts, with links
/// between them and a series.
model::Collection every_construct_collection();

}  // namespace keben::test
