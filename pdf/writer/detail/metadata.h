// What the file says of itself: the information dictionary, XMP, language, viewer preferences (ISO
// 32000-1 §14.3, §12.2).
#pragma once

#include "pdf/writer/detail/object_file.h"
#include "pdf/writer/write.h"

namespace keben::pdf::writer {

void add_metadata(ObjectFile& file, const Info& info);

}  // namespace keben::pdf::writer
