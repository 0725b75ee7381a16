// What the leak checker is told, in programs that are built with it: fontconfig keeps its
// configuration until the process ends.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig.so\n";
}
