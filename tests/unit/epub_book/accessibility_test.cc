#include "epub/book/accessibility.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace keben;
using namespace keben::epub;

namespace {

bool claims(const ContentFacts& facts, const char* property, const char* value, bool cover = false,
            bool animated = false) {
  const auto all = accessibility_claims(facts, cover, animated, model::Convention::hans);
  return std::any_of(all.begin(), all.end(), [&](const Claim& claim) {
    return std::string(claim.property) == property && claim.value == value;
  });
}

const ContentFacts kPlain;
const ContentFacts kPictures{.pictures = {{0}}, .all_described = true, .ruby = false};
const ContentFacts kUndescribed{.pictures = {{0}}, .all_described = false, .ruby = false};

}  // namespace

TEST_CASE("take away one description and two claims go", "[book][a11y][epub-11]") {
  CHECK(claims(kPictures, "schema:accessibilityFeature", "alternativeText"));
  CHECK(claims(kPictures, "schema:accessModeSufficient", "textual"));
  CHECK_FALSE(claims(kUndescribed, "schema:accessibilityFeature", "alternativeText"));
  CHECK_FALSE(claims(kUndescribed, "schema:accessModeSufficient", "textual"));
  CHECK(claims(kUndescribed, "schema:accessModeSufficient", "textual,visual"));
}

TEST_CASE("only pictures in the text make it visual", "[book][a11y]") {
  CHECK_FALSE(claims(kPlain, "schema:accessMode", "visual", true));
  CHECK(claims(kPictures, "schema:accessMode", "visual"));
  CHECK_FALSE(claims(kPlain, "schema:accessibilityFeature", "alternativeText"));
  CHECK(claims(kPlain, "schema:accessibilityFeature", "alternativeText", true));
}

TEST_CASE("what moves is no longer free of hazard for certain", "[book][a11y]") {
  CHECK(claims(kPlain, "schema:accessibilityHazard", "none"));
  CHECK_FALSE(claims(kPictures, "schema:accessibilityHazard", "none", false, true));
  CHECK(claims(kPictures, "schema:accessibilityHazard", "unknown", false, true));
}

TEST_CASE("ruby is claimed where there is some", "[book][a11y]") {
  CHECK_FALSE(claims(kPlain, "schema:accessibilityFeature", "rubyAnnotations"));
  CHECK(claims({.pictures = {}, .all_described = true, .ruby = true}, "schema:accessibilityFeature",
               "rubyAnnotations"));
}

TEST_CASE("the summary is in the book's language and says the same", "[book][a11y]") {
  const auto summary = [](const ContentFacts& facts, model::Convention convention) {
    return accessibility_claims(facts, false, false, convention).back().value;
  };
  CHECK(summary(kUndescribed, model::Convention::hans) ==
        "正文为可重排的文字，可经目录与标题导航。部分图片没有替代文字。");
  CHECK(summary(kPictures, model::Convention::western) ==
        "The text reflows and can be navigated by its table of contents and headings. All pictures "
        "have alternative text.");
}
