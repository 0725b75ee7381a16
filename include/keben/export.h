// keben as a library: one Markdown text in, one book in memory out; a function a backend.
//
// For services that export other people's posts. Nothing is written, nothing of the environment is
// read, the network is off unless asked for; the same request gives the same bytes. Safe to call
// from several threads. For the command line's whole range, run the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#if defined(__GNUC__)
#define KEBEN_PUBLIC __attribute__((visibility("default")))
#else
#define KEBEN_PUBLIC
#endif

namespace keben::api {

/// What the author can mend, or why there is no book.
struct Message {
  std::string severity;  // "error", "warning", "note"
  std::string code;      // stable: "image-missing" (docs/diagnostics.md)
  std::string text;
  std::string hint;
  std::uint32_t line = 0;  // from 1; 0: nowhere in particular
  std::uint32_t column = 0;
};

struct Request {
  std::string markdown;          // bytes in any encoding that the program reads
  std::string name = "text.md";  // as identity and messages use it
  std::filesystem::path folder;  // where its pictures lie; nothing outside is read. Empty: none
  bool network = false;          // whether pictures are fetched
  bool cover = true;             // whether one is drawn where the text names none
  std::string page = "A5";       // of the PDF: a trade name or 148x210mm
  bool chinese = true;           // the language of messages
  unsigned jobs = 1;             // threads
  std::optional<std::int64_t> source_date_epoch = std::nullopt;
};

struct Book {
  std::string bytes;      // empty where no book could be made; messages then hold an error
  std::size_t pages = 0;  // of a PDF
  std::vector<Message> messages;
};

KEBEN_PUBLIC Book to_epub(const Request& request);
KEBEN_PUBLIC Book to_pdf(const Request& request);

}  // namespace keben::api
