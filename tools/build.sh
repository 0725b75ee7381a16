#!/usr/bin/env bash
# build.sh PRESET [TARGET...]: configures where that was not done yet, then builds. Quiet unless something is wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift

# A build folder that was configured elsewhere (the tree has moved) is begun anew.
cache=build/$preset/CMakeCache.txt
if [[ -e $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
  rm -rf "build/$preset"
fi
[[ -e build/$preset/build.ninja ]] || cmake --preset "$preset" >/dev/null
ninja -C "build/$preset" "$@" >&2
