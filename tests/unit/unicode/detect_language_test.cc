#include "unicode/detect_language.h"

#include <catch2/catch.hpp>
#include <string>

using namespace keben::unicode;

namespace {

const std::string kHans =
    "那年冬天，我们在湖边租了一间旧屋。窗外的芦苇说不上好看，风一来便倒向一边，过后又慢慢"
    "直起来。房东说，这样的日子久了，人会忘记城里的声音。";
const std::string kHant =
    "那年冬天，我們在湖邊租了一間舊屋。窗外的蘆葦說不上好看，風一來便倒向一邊，過後又慢慢"
    "直起來。房東說，這樣的日子久了，人會忘記城裡的聲音。";
const std::string kJa =
    "その年の冬、私たちは湖のほとりに古い家を借りた。窓の外の葦は美しいとは言えず、風が吹く"
    "たびに倒れては、またゆっくりと起き上がった。";
const std::string kKo =
    "그해 겨울, 우리는 호숫가에 낡은 집을 빌렸다. 창밖의 갈대는 아름답다고 할 수 없었고, 바람이 "
    "불 때마다 한쪽으로 쓰러졌다가 천천히 다시 일어섰다.";
const std::string kEn =
    "That winter we rented an old house by the lake. The reeds outside the window were nothing to "
    "look at; the wind laid them flat, and slowly they rose again.";

std::string times(int n, const std::string& text) {
  std::string out;
  for (int i = 0; i < n; ++i)
    out += text;
  return out;
}

}  // namespace

TEST_CASE("each language is known by its letters", "[unicode][language]") {
  CHECK(detect_language(kHans) == "zh-CN");
  CHECK(detect_language(kHant) == "zh-TW");
  CHECK(detect_language(kJa) == "ja");
  CHECK(detect_language(kKo) == "ko");
  CHECK(detect_language(kEn) == "en");
}

TEST_CASE("a title is enough", "[unicode][language]") {
  CHECK(detect_language("湖边的旧屋") == "zh-CN");
  CHECK(detect_language("湖邊的舊屋") == "zh-TW");
  CHECK(detect_language("湖のほとり") == "ja");
  CHECK(detect_language("호숫가의 집") == "ko");
  CHECK(detect_language("C++ 入门") == "zh-CN");
}

TEST_CASE("hanzi of both scripts tell nothing, and Chinese is taken for simplified",
          "[unicode][language]") {
  CHECK(detect_language("后来在台上") == "zh-CN");
  CHECK(detect_language("山高月小，水落石出") == "zh-CN");
}

TEST_CASE("a quotation in the other script does not tip the balance", "[unicode][language]") {
  CHECK(detect_language(times(3, kHans) + kHant) == "zh-CN");
  CHECK(detect_language(times(3, kHant) + kHans) == "zh-TW");
}

TEST_CASE("Chinese that quotes Japanese stays Chinese, and the reverse", "[unicode][language]") {
  CHECK(detect_language(kHans + "「湖のほとり」，日文的「の」相当于“的”。") == "zh-CN");
  CHECK(detect_language(times(2, kHans) + kJa) == "zh-CN");
  CHECK(detect_language(times(2, kHant) + kJa) == "zh-TW");
  CHECK(detect_language(times(3, kJa) + kHans) == "ja");
}

TEST_CASE("Japanese heavy with kanji and katakana is Japanese", "[unicode][language]") {
  CHECK(detect_language("機械学習モデルの推論速度改善手法に関する実験結果報告") == "ja");
  CHECK(detect_language("東京都新宿区の人口統計、平成二十年度版") == "ja");
}

TEST_CASE("Korean with hanja is Korean, Chinese that quotes Korean is Chinese",
          "[unicode][language]") {
  CHECK(detect_language("大韓民國의 主權은 國民에게 있고, 모든 權力은 國民으로부터 나온다.") ==
        "ko");
  CHECK(detect_language(kHans + "韩语写作“호숫가의 집”。") == "zh-CN");
}

TEST_CASE("Chinese full of English terms is Chinese, English that quotes hanzi is English",
          "[unicode][language]") {
  CHECK(detect_language("用 Docker 跑 PostgreSQL，再接 Redis 和 Kafka，最后上 Kubernetes。") ==
        "zh-CN");
  CHECK(detect_language(times(2, kEn) + " The word is 湖 (lake), or 湖边.") == "en");
}

TEST_CASE("where nothing tells there is no answer", "[unicode][language]") {
  CHECK(detect_language("").empty());
  CHECK(detect_language("1 + 1 = 2 👧 ——").empty());
  CHECK(detect_language("Зимой мы сняли старый дом у озера").empty());
}

TEST_CASE("pieces count like the whole, up to the sample's end", "[unicode][language]") {
  LanguageEvidence evidence;
  evidence.read(kEn);
  for (int i = 0; i < 4; ++i)
    evidence.read(kHans);
  CHECK(evidence.verdict() == "zh-CN");
  CHECK_FALSE(evidence.complete());
  evidence.read(times(400, kHans));
  CHECK(evidence.complete());
  evidence.read(times(4000, kEn));
  CHECK(evidence.verdict() == "zh-CN");
}
