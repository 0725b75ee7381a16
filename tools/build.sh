#!/usr/bin/env bash
# build.sh PRESET [TARGET...]: configures where that was not done yet, then builds. Quiet unless something is wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift

# So that a fresh checkout elsewhere (CI's) finds what an older one compiled.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

# A build folder that was configured elsewhere (the tree has moved) is begun anew.
cache=build/$preset/CMakeCache.txt
if [[ -e $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
  rm -rf "build/$preset"
fi
[[ -e build/$preset/build.ninja ]] || cmake --preset "$preset" >/dev/null
ninja -C "build/$preset" "$@" >&2
