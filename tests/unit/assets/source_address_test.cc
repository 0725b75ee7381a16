#include "assets/source_address.h"

#include <catch2/catch.hpp>

using namespace keben;
using namespace keben::assets;

namespace {

const config::Limits kLimits;

std::string web(std::string_view source) {
  const Result<Source> is = classify(source, kLimits);
  if (!is) return is.error().code;
  const auto* found = std::get_if<WebSource>(&*is);
  return found ? found->address : "no web source";
}

std::string file(std::string_view source) {
  const Result<Source> is = classify(source, kLimits);
  if (!is) return is.error().code;
  const auto* found = std::get_if<FileSource>(&*is);
  return found ? std::string(found->path) : "no file source";
}

std::string data(std::string_view source) {
  const Result<Source> is = classify(source, kLimits);
  if (!is) return is.error().code;
  const auto* found = std::get_if<DataSource>(&*is);
  if (!found) return "no data source";
  const Result<Bytes> bytes = decode_data(*found);
  return bytes ? *bytes : bytes.error().code;
}

}  // namespace

TEST_CASE("web addresses that mean the same become the same", "[assets][input-images]") {
  CHECK(web("https://example.com/a.png?imageSlim") == "https://example.com/a.png?imageSlim");
  CHECK(web(" HTTPS://Example.COM/西湖 1.png#top ") ==
        "https://example.com/%E8%A5%BF%E6%B9%96%201.png");
  CHECK(web("http://example.com/%e8%a5.png") == "http://example.com/%e8%a5.png");
  CHECK(web("//cdn.example.com/a.png") == "https://cdn.example.com/a.png");
}

TEST_CASE("a web address without a host, or too long, is refused", "[assets][faults-network]") {
  CHECK(web("http:/a.png") == "image-refused");
  CHECK(web("https://") == "image-refused");
  CHECK(web("https://:80/a.png") == "image-refused");
  CHECK(web("https://example.com/" + std::string(9000, 'a')) == "image-refused");
}

TEST_CASE("auth in URL: user:pass is refused and never shown",
          "[assets][faults-network][network.auth-in-url]") {
  CHECK(web("https://user:secret@example.com/a.png") == "image-refused");
  CHECK(web("https://user@example.com/a.png") == "image-refused");
  CHECK(masked("https://user:secret@example.com/a.png") == "https://***@example.com/a.png");
  CHECK(masked("https://a@b@example.com/c@d") == "https://***@example.com/c@d");
  CHECK(masked("//user:secret@example.com") == "//***@example.com");
  CHECK(masked("pics//icon@2x.png") == "pics//icon@2x.png");
  CHECK(masked("https://example.com/c@d") == "https://example.com/c@d");
  const Result<Source> refused = classify("https://user:secret@example.com/a.png", kLimits);
  CHECK(refused.error().what.zh.find("secret") == std::string::npos);
  CHECK(refused.error().what.en.find("secret") == std::string::npos);
}

TEST_CASE("a backslash ends the host: what follows is no password", "[assets][faults-network]") {
  CHECK(web("https://a.cn\\@b.cn/x") == "https://a.cn/@b.cn/x");
  CHECK(web("//a.cn\\b.png") == "https://a.cn/b.png");
}

TEST_CASE("a long source is cut between characters", "[assets]") {
  std::string text = "data:image/png;base64,";
  for (int i = 0; i < 200; ++i)
    text += "图";
  const std::string cut = masked(text);
  CHECK(cut.size() <= 203);
  CHECK(cut.substr(cut.size() - 6) == "图…");
}

TEST_CASE("other schemes are refused however they are spelled", "[assets][faults-paths]") {
  CHECK(file("javascript:alert(1)") == "image-refused");
  CHECK(file(" jAvA\tScript:alert(1)") == "image-refused");
  CHECK(file("ftp://example.com/a.png") == "image-refused");
  CHECK(file("vbscript:x") == "image-refused");
  CHECK(file("file:///etc/passwd") == "image-outside-root");
  CHECK(file("C:\\Users\\a.png") == "image-outside-root");
  CHECK(file("C:/Users/a.png") == "image-outside-root");
  CHECK(file("images\\a.png") == "image-outside-root");
  CHECK(file("") == "image-missing");
}

TEST_CASE("what has no scheme is a path, as written", "[assets][input-images]") {
  CHECK(file("图/西湖 1.png") == "图/西湖 1.png");
  CHECK(file("../a%20b.png?v=1") == "../a%20b.png?v=1");
  CHECK(file("图：1.png") == "图：1.png");
  CHECK(file("1:2.png") == "1:2.png");
}

TEST_CASE("data: base64 and percent coding, images only", "[assets][faults-images][images.data]") {
  CHECK(data("data:image/png;base64,aGVsbG8=") == "hello");
  CHECK(data("data:image/png;base64,aGVs\n bG8") == "hello");
  CHECK(data("data:image/png;base64,aGVsbG8%3D") == "hello");
  CHECK(data("DATA:IMAGE/svg+xml;charset=utf-8,%3Csvg/>") == "<svg/>");
  CHECK(data("data:image/png;base64,a*b") == "image-broken");
  CHECK(data("data:image/png;base64,a") == "image-broken");
  CHECK(data("data:text/html,<script>") == "image-refused");
  CHECK(data("data:,x") == "image-refused");
  CHECK(data("data:image/png") == "image-refused");
}

TEST_CASE("percent coding is undone only where it is one", "[assets]") {
  CHECK(percent_decoded("%E8%A5%BF%e6%b9%96") == "西湖");
  CHECK(percent_decoded("100%.png") == "100%.png");
  CHECK(percent_decoded("%4") == "%4");
  CHECK(percent_decoded("%zz%41") == "%zzA");
}
