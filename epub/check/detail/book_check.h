// All files of a book held against one another: what the manifest lists, what references lead to.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "epub/check/check.h"
#include "epub/check/detail/facts.h"

namespace keben::epub {

class BookCheck {
 public:
  BookCheck(std::span<const CheckedFile> files, const std::string& package, Jobs jobs);

  /// The findings, by file in the order of the manifest.
  Findings run();

 private:
  /// A file that the manifest lists.
  struct Listed {
    const ManifestItem* item;
    const CheckedFile* file;
    FileFacts facts;
    bool in_spine = false;
  };

  void list();
  void read();
  FileFacts read_one(const Listed& listed) const;
  void check_manifest();
  void check_properties(const Listed& listed);
  void check_spine();
  void check_references(const std::string& name, const FileFacts& facts, bool from_css);
  void check_reference(const std::string& name, const Reference& reference, bool from_css);
  void check_remote(const std::string& name, const Reference& reference, bool sound);
  void add(const std::string& file, std::size_t line, const char* code, std::string zh,
           std::string en);

  std::map<std::string, const CheckedFile*, std::less<>> files_;
  const std::string& package_name_;
  Jobs jobs_;
  PackageFacts package_;
  std::vector<Listed> listed_;
  std::map<std::string, std::size_t, std::less<>> by_name_;  // into listed_
  Findings findings_;
};

}  // namespace keben::epub
