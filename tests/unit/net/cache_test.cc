#include "net/cache.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "net/http_fetcher.h"
#include "tests/support/misbehaving_server.h"
#include "tests/support/offline_child.h"
#include "tests/support/scratch.h"

using namespace keben;
using net::PictureCache;
using test::MisbehavingServer;
using test::Scratch;

namespace {

namespace fs = std::filesystem;

const std::string kPicture = "\x89PNG\r\n\x1a\npicture";

config::FetchOptions kept_in(const Scratch& scratch, const MisbehavingServer& server) {
  config::FetchOptions options;
  options.connect_seconds = options.first_byte_seconds = 1;
  options.allowed_hosts = {server.host()};
  options.cache_folder = scratch.path("cache");
  return options;
}

/// "=" and the bytes, or the failure's code.
std::string fetch(const config::FetchOptions& options, const std::string& address) {
  const auto answer = net::HttpFetcher(options, nullptr).fetch(std::vector{address});
  return answer[0] ? "=" + answer[0]->bytes : answer[0].error().code;
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  return out;
}

fs::path only_picture(const Scratch& scratch) {
  const std::vector<fs::path> files = files_of(scratch.path("cache/pictures"));
  REQUIRE(files.size() == 1);
  return files[0];
}

void make_old(const fs::path& folder) {
  for (const fs::path& file : files_of(folder))
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(48));
}

}  // namespace

TEST_CASE("a second export fetches nothing that the first has had", "[net][network.cache]") {
  const Scratch scratch;
  MisbehavingServer server;
  const config::FetchOptions options = kept_in(scratch, server);
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  CHECK(server.connections() == 1);
  config::FetchOptions nothing_kept = options;
  nothing_kept.cache_folder.clear();
  CHECK(fetch(nothing_kept, server.url("/keep/a")) == "=" + kPicture);
  CHECK(server.connections() == 2);
}

TEST_CASE("an old picture is asked for by ETag or date, and a 304 keeps it for another day",
          "[net][network.etag]") {
  for (const char* path : {"/keep/etag", "/keep/dated"}) {
    CAPTURE(path);
    const Scratch scratch;
    MisbehavingServer server;
    const config::FetchOptions options = kept_in(scratch, server);
    CHECK(fetch(options, server.url(path)) == "=" + kPicture);
    make_old(scratch.path("cache"));
    CHECK(fetch(options, server.url(path)) == "=" + kPicture);
    REQUIRE(server.requests().size() == 2);
    CHECK(server.requests()[0].find("If-") == std::string::npos);
    CHECK(server.requests()[1].find("\r\nIf-") != std::string::npos);
    CHECK(fetch(options, server.url(path)) == "=" + kPicture);
    CHECK(server.requests().size() == 2);
  }
}

TEST_CASE("no-store is not kept, no-cache is asked about each time, no page is taken for a picture",
          "[net][network.cache]") {
  const Scratch scratch;
  MisbehavingServer server;
  const config::FetchOptions options = kept_in(scratch, server);
  CHECK(fetch(options, server.url("/keep/no-store")) == "=" + kPicture);
  CHECK(fetch(options, server.url("/html")) == "=<html>hello");
  CHECK(PictureCache(options.cache_folder).list().empty());
  CHECK(fetch(options, server.url("/keep/etag/no-cache")) == "=" + kPicture);
  CHECK(fetch(options, server.url("/keep/etag/no-cache")) == "=" + kPicture);
  CHECK(server.requests().size() == 4);
  CHECK(server.requests()[3].find("If-None-Match: \"v1\"\r\n") != std::string::npos);
}

TEST_CASE("an unasked 304 is no picture", "[net][network.unasked-304]") {
  const Scratch scratch;
  MisbehavingServer server;
  CHECK(fetch(kept_in(scratch, server), server.url("/304")) == "fetch-status");
}

TEST_CASE("where a server cannot be reached an older picture serves", "[net][network.cache]") {
  const Scratch scratch;
  config::FetchOptions options;
  std::string address;
  {
    MisbehavingServer server;
    options = kept_in(scratch, server);
    address = server.url("/keep/a");
    CHECK(fetch(options, address) == "=" + kPicture);
  }
  make_old(scratch.path("cache"));
  CHECK(fetch(options, address) == "=" + kPicture);
}

TEST_CASE("what was kept by leave of --allow-host is not served without it",
          "[net][network.cache][network.private-address]") {
  const Scratch scratch;
  MisbehavingServer server;
  config::FetchOptions options = kept_in(scratch, server);
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  options.allowed_hosts.clear();
  CHECK(fetch(options, server.url("/keep/a")) == "fetch-refused");
  options.offline = true;
  CHECK(fetch(options, server.url("/keep/a")) == "fetch-offline");
}

TEST_CASE("a cached file is checked by its hash, and fetched again where it fails",
          "[net][network.cache-hash]") {
  const Scratch scratch;
  MisbehavingServer server;
  const config::FetchOptions options = kept_in(scratch, server);
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  std::ofstream(only_picture(scratch), std::ios::binary) << "\x89PNG\r\n\x1a\nforgery";
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  CHECK(server.connections() == 2);
  fs::resize_file(only_picture(scratch), 3);  // torn by a crash
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  CHECK(server.connections() == 3);
  // A picture's name that leads elsewhere is not followed.
  const fs::path picture = only_picture(scratch);
  scratch.write("secret", kPicture);
  fs::remove(picture);
  fs::create_symlink(scratch.path("secret"), picture);
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  CHECK(server.connections() == 4);
}

TEST_CASE("a cached file is written whole: renamed, for this user alone, no temporary left",
          "[net][network.cache-atomic]") {
  const Scratch scratch;
  MisbehavingServer server;
  const config::FetchOptions options = kept_in(scratch, server);
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  const std::vector<fs::path> files = files_of(options.cache_folder);
  CHECK(files.size() == 2);
  for (const fs::path& file : files) {
    CHECK(file.filename().native().find(".new") == std::string::npos);
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 077) == 0);
  }
  struct stat status {};
  REQUIRE(::stat(options.cache_folder.c_str(), &status) == 0);
  CHECK((status.st_mode & 077) == 0);
}

TEST_CASE("a folder that cannot be used keeps nothing and hurts nobody", "[net][network.cache]") {
  const Scratch scratch;
  MisbehavingServer server;
  config::FetchOptions options = kept_in(scratch, server);
  scratch.write("cache", "a file");
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  CHECK(PictureCache(options.cache_folder).list().empty());
}

TEST_CASE("one picture at many addresses lies there once; what is oldest goes first",
          "[net][network.cache]") {
  const Scratch scratch;
  const PictureCache cache(scratch.path("cache"));
  cache.keep("http://a.example/1", "one", {});
  cache.keep("http://a.example/2", "one", {});
  CHECK(files_of(scratch.path("cache/pictures")).size() == 1);
  make_old(scratch.path("cache"));
  cache.keep("http://b.example/", "three", {});
  const auto all = cache.list();
  REQUIRE(all.size() == 3);
  CHECK(all[0].address == "http://a.example/1");
  CHECK(all[2].bytes == 5);
  cache.fit(8);
  CHECK(cache.list().size() == 3);
  cache.fit(7);
  REQUIRE(cache.list().size() == 1);
  CHECK(cache.list()[0].address == "http://b.example/");
  cache.fit(0);
  CHECK(cache.list().empty());
  CHECK(files_of(scratch.path("cache")).empty());
}

TEST_CASE("records that are none are ignored and swept out", "[net][network.cache]") {
  const Scratch scratch;
  const PictureCache cache(scratch.path("cache"));
  for (const char* text : {"", "keben picture 1\n", "keben picture 2\naddress a\nsha256 00\n",
                           "keben picture 1\naddress a\nsha256 ../../../../etc/passwd\n"}) {
    scratch.write("cache/addresses/" + std::to_string(std::string(text).size()), text);
  }
  CHECK(cache.list().empty());
  cache.fit(100);
  CHECK(files_of(scratch.path("cache")).empty());
}

TEST_CASE("--offline: no socket is opened; the cache serves what it has, whatever its age",
          "[net][network.offline]") {
  const Scratch scratch;
  MisbehavingServer server;
  config::FetchOptions options = kept_in(scratch, server);
  CHECK(fetch(options, server.url("/keep/a")) == "=" + kPicture);
  make_old(scratch.path("cache"));
  options.offline = true;
  const int before = server.connections();
  // The kernel ends the child at its first socket.
  CHECK(test::runs_without_sockets([&] {
    return fetch(options, server.url("/keep/a")) == "=" + kPicture &&
           fetch(options, server.url("/keep/b")) == "fetch-offline" &&
           fetch(options, "http://localhost/x") == "fetch-offline";
  }));
  CHECK_FALSE(test::runs_without_sockets([&] {  // so the cage holds
    options.offline = false;
    return fetch(options, server.url("/keep/b")) == "=" + kPicture;
  }));
  CHECK(server.connections() == before);
}
