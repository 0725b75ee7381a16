// The room table is law: every #include of the tree is read and held against cmake/rooms.txt.
//
// Linking alone cannot forbid `#include <hpdf.h>` in the wrong place, since Debian's headers lie in
// /usr/include.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = KEBEN_ROOT;

struct Room {
  std::string name, folder;
  std::vector<std::string> speaks, uses, opens;
};

struct Library {
  std::string name;
  std::vector<std::string> headers;
};

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;)
    out.push_back(word);
  return out;
}

std::vector<std::vector<std::string>> table(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells;
    std::istringstream cut(line);
    for (std::string cell; std::getline(cut, cell, '|');)
      cells.push_back(cell);
    cells.resize(5);
    rows.push_back(cells);
  }
  return rows;
}

std::vector<Room> rooms() {
  std::vector<Room> out;
  for (const auto& row : table(kRoot / "cmake/rooms.txt")) {
    out.push_back(
        {words(row[0])[0], words(row[1])[0], words(row[2]), words(row[3]), words(row[4])});
  }
  return out;
}

std::vector<Library> libraries() {
  std::vector<Library> out;
  for (const auto& row : table(kRoot / "cmake/libraries.txt")) {
    out.push_back({words(row[0])[0], words(row[2])});
  }
  return out;
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool starts_with(const std::string& text, const std::string& prefix) {
  return text.rfind(prefix, 0) == 0;
}

struct Include {
  std::size_t line;
  std::string path;
  bool angled;
};

std::vector<Include> includes_of(std::istream& in) {
  std::vector<Include> out;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || line[hash] != '#') continue;
    const std::size_t word = line.find_first_not_of(" \t", hash + 1);
    if (word == std::string::npos || line.compare(word, 7, "include") != 0) continue;
    const std::size_t open = line.find_first_of("<\"", word + 7);
    if (open == std::string::npos) continue;
    const char close = line[open] == '<' ? '>' : '"';
    const std::size_t end = line.find(close, open + 1);
    out.push_back({number, line.substr(open + 1, end - open - 1), close == '>'});
  }
  return out;
}

/// What is wrong with one include of one file of a room, or nothing.
class House {
 public:
  House() : rooms_(rooms()), libraries_(libraries()) {
    for (const Room& room : rooms_)
      by_name_[room.name] = &room;
    for (const Room& room : rooms_)
      reach(room.name, reachable_[room.name]);
  }

  const std::vector<Room>& all() const { return rooms_; }

  std::string fault(const Room& room, const std::string& file, const Include& include) const {
    if (include.path.find("..") != std::string::npos) return "climbs out by \"..\"";
    if (include.angled) return library_fault(room, file, include.path);
    const Room* other = room_of(include.path);
    if (!other) {
      return library_of(include.path) ? library_fault(room, file, include.path)
                                      : "belongs to no room";
    }
    if (other == &room) return {};
    const bool header = file.size() > 2 && file.substr(file.size() - 2) == ".h";
    if (contains(room.speaks, "*") || reachable_.at(room.name).count(other->name)) return {};
    if (contains(room.uses, other->name)) {
      return header && file.find("/detail/") == std::string::npos
                 ? "is only used by " + room.name + ", so no header of it may include it"
                 : "";
    }
    for (const std::string& used : room.uses) {
      if (reachable_.at(used).count(other->name) && !header) return {};
    }
    return "is not in the row of " + room.name;
  }

 private:
  void reach(const std::string& name, std::set<std::string>& out) const {
    for (const std::string& next : by_name_.at(name)->speaks) {
      if (next != "*" && out.insert(next).second) reach(next, out);
    }
  }

  const Room* room_of(const std::string& path) const {
    const Room* best = nullptr;
    for (const Room& room : rooms_) {
      std::string prefix = room.folder + "/";
      if (starts_with(prefix, "src/")) prefix = prefix.substr(4);
      if (starts_with(path, prefix) && (!best || room.folder.size() > best->folder.size()))
        best = &room;
    }
    return best;
  }

  const Library* library_of(const std::string& path) const {
    for (const Library& library : libraries_) {
      for (const std::string& prefix : library.headers) {
        if (starts_with(path, prefix)) return &library;
      }
    }
    return nullptr;
  }

  std::string library_fault(const Room& room, const std::string& file,
                            const std::string& path) const {
    const Library* library = library_of(path);
    if (!library) {
      const bool standard =
          path.find('/') == std::string::npos && path.find('.') == std::string::npos;
      const bool system = starts_with(path, "sys/") || starts_with(path, "netinet/") ||
                          starts_with(path, "arpa/") || starts_with(path, "linux/") ||
                          path == "unistd.h" || path == "malloc.h" || path == "fcntl.h" ||
                          path == "netdb.h" || path == "signal.h" || path == "poll.h";
      return standard || system ? "" : "is of no library in cmake/libraries.txt";
    }
    if (!contains(room.opens, library->name))
      return "opens " + library->name + ", which " + room.name + " may not";
    const bool header = file.size() > 2 && file.substr(file.size() - 2) == ".h";
    const bool open_header =
        header && file.find("/detail/") == std::string::npos && library->name != "expected";
    return open_header ? "shows " + library->name + " in a header" : "";
  }

  std::vector<Room> rooms_;
  std::vector<Library> libraries_;
  std::map<std::string, const Room*> by_name_;
  std::map<std::string, std::set<std::string>> reachable_;
};

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cc";
}

}  // namespace

TEST_CASE("no file includes what its room's row does not allow", "[rooms]") {
  const House house;
  std::string faults;
  for (const Room& room : house.all()) {
    if (!fs::exists(kRoot / room.folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / room.folder)) {
      const fs::path relative = fs::relative(entry.path(), kRoot);
      if (!entry.is_regular_file() || !is_source(relative)) continue;
      std::ifstream in(entry.path());
      for (const Include& include : includes_of(in)) {
        const std::string fault = house.fault(room, relative.string(), include);
        if (!fault.empty()) {
          faults += relative.string() + ":" + std::to_string(include.line) + ": " + include.path +
                    " " + fault + "\n";
        }
      }
    }
  }
  INFO(faults);
  CHECK(faults.empty());
}

TEST_CASE("the test would see a fault", "[rooms]") {
  const House house;
  const auto row = [&](const std::string& name) {
    return *std::find_if(house.all().begin(), house.all().end(),
                         [&](const Room& r) { return r.name == name; });
  };
  const Room model = row("model");
  CHECK_FALSE(house.fault(model, "src/model/block.h", {1, "hpdf.h", true}).empty());
  CHECK_FALSE(
      house.fault(model, "src/model/block.h", {1, "pdf/draw/display_list.h", false}).empty());
  CHECK_FALSE(house.fault(model, "src/model/block.h", {1, "../base/utf8.h", false}).empty());
  CHECK(house.fault(model, "src/model/block.h", {1, "base/utf8.h", false}).empty());
  const Room shape = row("pdf_shape");
  CHECK_FALSE(house.fault(shape, "pdf/shape/shape.h", {1, "hb.h", true}).empty());
  CHECK(house.fault(shape, "pdf/shape/shape.cc", {1, "hb.h", true}).empty());
  const Room epub = row("epub_book");
  CHECK_FALSE(house.fault(epub, "epub/book/book.h", {1, "unicode/cjk.h", false}).empty());
  CHECK(house.fault(epub, "epub/book/book.cc", {1, "unicode/cjk.h", false}).empty());
}

TEST_CASE("every source file of the tree lies in a room", "[rooms]") {
  const House house;
  std::string strays;
  for (const char* top : {"src", "epub", "pdf", "fonts"}) {
    if (!fs::exists(kRoot / top)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / top)) {
      const std::string relative = fs::relative(entry.path(), kRoot).string();
      if (!is_source(relative)) continue;
      const bool housed =
          std::any_of(house.all().begin(), house.all().end(),
                      [&](const Room& room) { return starts_with(relative, room.folder + "/"); });
      if (!housed) strays += relative + "\n";
    }
  }
  INFO(strays);
  CHECK(strays.empty());
}
