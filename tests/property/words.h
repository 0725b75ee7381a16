// The words of a model, by which its books are judged.
#pragma once

#include <string>

#include "model/document.h"

namespace keben::property {

/// The words of a model: in the order of the text, and those in no order with it. Titles of links
/// and pictures are hints that a pointer calls up, addresses and languages are no words.
struct Words {
  std::string text;
  std::string beside;  // readings stand over their words; notes, at the foot or the end
};

Words words_of(const model::Document& document);

}  // namespace keben::property
