// --json: one object a line on standard output, for programs (product.md, "Messages").
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "tests/program/desk.h"

using namespace keben::test;
using nlohmann::json;

namespace {

/// Every line parsed; a line that is no JSON throws, and the test fails.
std::vector<json> objects_of(const std::string& text) {
  CHECK(text.ends_with("\n"));
  std::vector<json> out;
  for (const std::string& line : lines_of(text))
    out.push_back(json::parse(line));
  return out;
}

}  // namespace

TEST_CASE("the last line is the result: path, sha256, bytes, pages", "[json]") {
  const Desk desk;
  desk.write("文/a.md", short_essay());
  const Ended run = desk.keben({"文/a.md", "--json"});
  CHECK(run.code == 0);
  CHECK(run.err == "");
  const std::vector<json> objects = objects_of(run.out);
  REQUIRE(objects.size() == 1);
  const json& result = objects.back();
  CHECK(result["type"] == "result");
  CHECK(result["exit"] == 0);
  REQUIRE(result["outputs"].size() == 2);
  for (const json& output : result["outputs"]) {
    const std::string bytes = desk.read(output["path"]);
    CHECK(output["sha256"] == keben::sha256_hex(bytes));
    CHECK(output["bytes"] == bytes.size());
  }
  CHECK(result["outputs"][0]["path"] == "文/a.epub");
  CHECK(result["outputs"][0]["format"] == "epub");
  CHECK_FALSE(result["outputs"][0].contains("pages"));
  CHECK(result["outputs"][1]["format"] == "pdf");
  CHECK(result["outputs"][1]["pages"].get<int>() >= 2);
}

TEST_CASE("diagnostics are objects with a place", "[json]") {
  const Desk desk;
  desk.write("a.md", "# 一\n\n先看，![西湖](无.png)，再说。\n");
  const Ended run = desk.keben({"a.md", "-t", "epub", "--json", "--ui-lang", "zh"});
  CHECK(run.err == "");
  const std::vector<json> objects = objects_of(run.out);
  REQUIRE(objects.size() == 2);
  const json& message = objects[0];
  CHECK(message["type"] == "diagnostic");
  CHECK(message["severity"] == "warning");
  CHECK(message["code"] == "image-missing");
  CHECK(message["file"] == "a.md");
  CHECK(message["line"] == 3);
  CHECK(message["column"] == 4);
  CHECK(message["hint"].get<std::string>() != "");
}

TEST_CASE("all of one code are told, not twenty", "[json]") {
  const Desk desk;
  std::string text = "# 图\n\n";
  for (int i = 0; i < 30; ++i)
    text += "![第" + std::to_string(i) + "幅](无.png)\n\n";
  desk.write("a.md", text);
  CHECK(objects_of(desk.keben({"a.md", "-t", "epub", "--json"}).out).size() == 31);
}

TEST_CASE("an error is a diagnostic, and the result has its exit code", "[json]") {
  const Desk desk;
  const Ended run = desk.keben({"missing.md", "--json"});
  CHECK(run.code == 1);
  CHECK(run.err == "");
  const std::vector<json> objects = objects_of(run.out);
  REQUIRE(objects.size() == 2);
  CHECK(objects[0]["severity"] == "error");
  CHECK(objects[0]["code"] == "input-unreadable");
  CHECK(objects[1]["type"] == "result");
  CHECK(objects[1]["exit"] == 1);
  CHECK(objects[1]["outputs"].empty());
}

TEST_CASE("a wrong command line, too, is told as JSON where JSON was asked for", "[json]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"a.md", "--json", "--bogus"},
        {"--json"},
        {"a.md", "--json", "-o", "a.mobi"}}) {
    const Ended run = desk.keben(arguments);
    CHECK(run.code == 2);
    CHECK(run.err == "");
    const std::vector<json> objects = objects_of(run.out);
    REQUIRE(objects.size() == 2);
    CHECK(objects[0]["severity"] == "error");
    CHECK(objects[1]["exit"] == 2);
  }
}

TEST_CASE("names that are no UTF-8 and control characters stay JSON", "[json]") {
  const Desk desk;
  desk.write("\xFF\x1b.md", short_essay());
  const Ended run = desk.keben({"\xFF\x1b.md", "-t", "epub", "--json"});
  CHECK(run.code == 0);
  CHECK(objects_of(run.out).back()["exit"] == 0);
  CHECK_FALSE(has(run.out, "\x1b"));
}

TEST_CASE("with -v the result has the stages' times", "[json]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  const json result = objects_of(desk.keben({"a.md", "--json", "-v"}).out).back();
  REQUIRE(result["stages"].size() > 5);
  CHECK(result["stages"][0]["name"] == "read");
  CHECK(result["stages"][0]["cpu_seconds"].is_number());
}

TEST_CASE("JSON to a full disk is exit 3", "[json]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  CHECK(desk.keben({"a.md", "--json"}, {.output = Stream::full}).code == 3);
}
