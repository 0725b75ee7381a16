#include "epub/export/detail/self_check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "epub/export/detail/markup.h"

namespace keben::epub {
namespace {

/// A reference from one file to another, or to a place in it; both names from the package's folder.
struct Reference {
  std::string file;
  std::string fragment;
};

/// What one file says.
struct Findings {
  std::optional<std::string> fault;
  std::vector<std::string> ids;  // sorted
  std::vector<Reference> references;
  std::vector<std::string> items;                  // of a package: hrefs of the manifest
  std::vector<std::string> item_ids, itemref_ids;  // and what the spine names
};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool is_markup(std::string_view name) {
  return ends_with(name, ".xhtml") || ends_with(name, ".opf") || ends_with(name, ".ncx");
}

/// `../img/a.png` seen from `text/e1.xhtml` is `img/a.png`. Our references climb once at most.
std::string resolved(std::string_view from, std::string_view href) {
  std::string folder(from.substr(0, from.rfind('/') + 1));
  if (href.substr(0, 3) == "../") {
    folder.clear();
    href.remove_prefix(3);
  }
  return folder + std::string(href);
}

bool leads_outside(std::string_view href) {
  return href.find(':') != std::string_view::npos &&
         href.find(':') < std::min(href.find('/'), href.find('#'));
}

class FileCheck {
 public:
  /// @param name  from the package's folder
  FileCheck(std::string_view name, std::string_view xml) : name_(name), xml_(xml) {}

  Findings run() {
    const auto broken = read_markup(xml_, [this](const Tag& tag) { look_at(tag); });
    if (broken) out_.fault = broken;
    std::sort(out_.ids.begin(), out_.ids.end());
    const auto twice = std::adjacent_find(out_.ids.begin(), out_.ids.end());
    if (!out_.fault && twice != out_.ids.end()) out_.fault = "has the id " + *twice + " twice";
    return std::move(out_);
  }

 private:
  void look_at(const Tag& tag) {
    for (const Tag::Attribute& a : tag.attributes) {
      if (a.name == "id") out_.ids.emplace_back(a.value);
      if (a.name == "href" || a.name == "src") reference(a.value);
      if (a.name == "aria-labelledby" || a.name == "refines") own_place(a.value);
    }
    if (tag.name == "img" && tag.value_of("src").empty())
      out_.fault = "has a picture without a file";
    if (tag.name == "item") {
      out_.items.push_back(without_entities(tag.value_of("href")));
      out_.item_ids.emplace_back(tag.value_of("id"));
    }
    if (tag.name == "itemref") out_.itemref_ids.emplace_back(tag.value_of("idref"));
  }

  void reference(std::string_view value) {
    if (leads_outside(value)) return;
    const std::string href = without_entities(value);
    const std::size_t hash = href.find('#');
    const std::string file = href.substr(0, hash);
    out_.references.push_back({file.empty() ? std::string(name_) : resolved(name_, file),
                               hash == std::string::npos ? "" : href.substr(hash + 1)});
  }

  void own_place(std::string_view id) {
    if (!id.empty() && id.front() == '#') id.remove_prefix(1);
    out_.references.push_back({std::string(name_), std::string(id)});
  }

  std::string_view name_, xml_;
  Findings out_;
};

/// All files' findings held against one another.
class BookCheck {
 public:
  BookCheck(std::span<const Entry> entries, const std::string& folder, Jobs jobs) {
    std::vector<const Entry*> markup;
    for (const Entry& entry : entries) {
      if (entry.name.compare(0, folder.size(), folder) != 0) continue;
      const std::string name = entry.name.substr(folder.size());
      if (!files_.emplace(name, Findings{}).second) fail(name, "is there twice");
      if (is_markup(name)) markup.push_back(&entry);
    }
    std::vector<Findings> findings =
        parallel_map(std::span<const Entry*>(markup), jobs, [&](const Entry* entry) {
          return FileCheck(std::string_view(entry->name).substr(folder.size()), entry->bytes).run();
        });
    for (std::size_t i = 0; i < markup.size(); ++i)
      files_[markup[i]->name.substr(folder.size())] = std::move(findings[i]);
  }

  std::optional<std::string> run() {
    for (const auto& [name, file] : files_) {
      if (file.fault) fail(name, *file.fault);
    }
    for (const auto& [name, file] : files_) {
      for (const Reference& reference : file.references)
        check(name, reference);
    }
    check_package();
    return fault_;
  }

 private:
  void fail(const std::string& file, const std::string& what) {
    if (!fault_) fault_ = file + " " + what;
  }

  void check(const std::string& from, const Reference& reference) {
    const auto target = files_.find(reference.file);
    if (target == files_.end()) return fail(from, "refers to no file: " + reference.file);
    const std::vector<std::string>& ids = target->second.ids;
    if (!reference.fragment.empty() &&
        !std::binary_search(ids.begin(), ids.end(), reference.fragment))
      fail(from, "refers to no place: " + reference.file + "#" + reference.fragment);
  }

  void check_package() {
    const auto found = files_.find("package.opf");
    if (found == files_.end()) return fail("package.opf", "is missing");
    const Findings& package = found->second;
    const std::set<std::string> listed(package.items.begin(), package.items.end());
    if (listed.size() != package.items.size()) fail("package.opf", "lists a file twice");
    for (const auto& [name, file] : files_) {
      if (name != "package.opf" && !listed.count(name)) fail(name, "is not in the manifest");
    }
    const std::set<std::string> known(package.item_ids.begin(), package.item_ids.end());
    const std::set<std::string> spine(package.itemref_ids.begin(), package.itemref_ids.end());
    if (spine.empty()) fail("package.opf", "has an empty spine");
    if (spine.size() != package.itemref_ids.size()) fail("package.opf", "reads a file twice");
    for (const std::string& id : spine) {
      if (!known.count(id)) fail("package.opf", "has no item " + id);
    }
  }

  std::map<std::string, Findings> files_;
  std::optional<std::string> fault_;
};

}  // namespace

std::optional<std::string> find_fault(std::span<const Entry> entries, const std::string& folder,
                                      Jobs jobs) {
  return BookCheck(entries, folder, jobs).run();
}

}  // namespace keben::epub
