// How this program holds its memory.
#pragma once

namespace keben {

/// Keeps what is freed for what comes next. glibc asks the kernel anew for every large block and
/// gives it back at once; a book's texts are large blocks, and fresh pages cost a fifteenth of an
/// export. For programs: a library leaves its caller's memory alone.
void keep_freed_memory();

}  // namespace keben
