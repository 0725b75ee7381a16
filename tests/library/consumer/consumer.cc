#include <keben/export.h>

#include <iostream>

int main() {
  keben::api::Request essay;
  essay.markdown = "# 题目\n\n一段正文。\n";
  std::cout << keben::api::to_epub(essay).bytes.substr(0, 2) << ' '
            << keben::api::to_pdf(essay).bytes.substr(0, 8) << '\n';
}
