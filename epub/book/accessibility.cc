#include "epub/book/accessibility.h"

namespace keben::epub {
namespace {

using model::Convention;

/// The parts that a summary is made of.
struct Sentences {
  const char* text;         // what holds of every book of ours
  const char* described;    // all pictures have words
  const char* undescribed;  // some have not
  const char* moving;       // some pictures move
};

const Sentences& sentences_for(Convention convention) {
  static constexpr Sentences kHans = {"正文为可重排的文字，可经目录与标题导航。",
                                      "所有图片均有替代文字。", "部分图片没有替代文字。",
                                      "部分图片会动。"};
  static constexpr Sentences kHant = {"正文為可重排的文字，可經目錄與標題導覽。",
                                      "所有圖片均有替代文字。", "部分圖片沒有替代文字。",
                                      "部分圖片會動。"};
  static constexpr Sentences kJa = {
      "本文はリフロー可能なテキストで、目次と見出しから移動できます。",
      "すべての画像に代替テキストがあります。", "一部の画像に代替テキストがありません。",
      "動く画像を含みます。"};
  static constexpr Sentences kKo = {
      "본문은 재배치 가능한 글이며 차례와 제목으로 이동할 수 있습니다.",
      " 모든 그림에 대체 텍스트가 있습니다.", " 일부 그림에 대체 텍스트가 없습니다.",
      " 움직이는 그림이 있습니다."};
  static constexpr Sentences kEn = {
      "The text reflows and can be navigated by its table of contents and headings.",
      " All pictures have alternative text.", " Some pictures have no alternative text.",
      " Some pictures move."};
  switch (convention) {
    case Convention::hans:
      return kHans;
    case Convention::hant_tw:
    case Convention::hant_hk:
      return kHant;
    case Convention::ja:
      return kJa;
    case Convention::ko:
      return kKo;
    case Convention::western:
      return kEn;
  }
  return kEn;
}

std::string summary(const ContentFacts& facts, bool animated, Convention convention) {
  const Sentences& s = sentences_for(convention);
  std::string out = s.text;
  if (!facts.pictures.empty()) out += facts.all_described ? s.described : s.undescribed;
  if (animated) out += s.moving;
  return out;
}

}  // namespace

std::vector<Claim> accessibility_claims(const ContentFacts& facts, bool has_cover, bool animated,
                                        Convention convention) {
  const bool pictures = !facts.pictures.empty();
  std::vector<Claim> out;
  const auto claim = [&](bool holds, const char* property, const char* value) {
    if (holds) out.push_back({property, value});
  };
  claim(true, "schema:accessMode", "textual");
  claim(pictures, "schema:accessMode", "visual");
  claim(facts.all_described, "schema:accessModeSufficient", "textual");
  claim(pictures, "schema:accessModeSufficient", "textual,visual");
  claim(facts.all_described && (pictures || has_cover), "schema:accessibilityFeature",
        "alternativeText");
  claim(true, "schema:accessibilityFeature", "displayTransformability");
  claim(facts.pages, "schema:accessibilityFeature", "pageBreakMarkers");
  claim(facts.pages, "schema:accessibilityFeature", "pageNavigation");
  claim(true, "schema:accessibilityFeature", "readingOrder");
  claim(facts.ruby, "schema:accessibilityFeature", "rubyAnnotations");
  claim(true, "schema:accessibilityFeature", "structuralNavigation");
  claim(true, "schema:accessibilityFeature", "tableOfContents");
  claim(true, "schema:accessibilityHazard", animated ? "unknown" : "none");
  out.push_back({"schema:accessibilitySummary", summary(facts, animated, convention)});
  return out;
}

}  // namespace keben::epub
