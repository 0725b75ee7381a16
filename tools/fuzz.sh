#!/usr/bin/env bash
# Runs each fuzz target for some seconds, with clang's libFuzzer, AddressSanitizer and UBSan.
#
# usage: tools/fuzz.sh SECONDS [TARGET...]
#
# Seeds are one good picture of each format, the corpus of broken ones, the samples and the specs of the reader. A finding leaves its input in build/fuzz/findings
# and ends with 1; put it into tests/fuzz/regress/TARGET/ with the mend.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seconds=${1:?usage: tools/fuzz.sh SECONDS [TARGET...]}
shift
cd "$top"
cmake --preset fuzz >/dev/null
targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then
  for file in tests/fuzz/fuzz_*.cc; do targets+=("$(basename "$file" .cc)"); done
fi
ninja -C build/fuzz good_pictures "${targets[@]}"
seeds=build/fuzz/seeds
rm -rf "$seeds"
build/fuzz/tests/fuzz/good_pictures "$seeds/good" 2>/dev/null || "$(find build/fuzz -name good_pictures -type f | head -1)" "$seeds/good"
python3 tools/make_broken_pictures.py "$seeds/broken" "$seeds"/good/* >/dev/null
printf 'http://user:pass@127.0.0.1:80/a%%20b?x#y' >"$seeds/good/a.url"
printf 'data:image/png;base64,iVBORw0KGgo=' >"$seeds/good/b.url"
printf '\x7f\0\0\1' >"$seeds/good/four.address"
printf '\0\0\0\0\0\0\0\0\0\0\xff\xff\x7f\0\0\1' >"$seeds/good/six.address"
for text in tests/spec/input/*.txt samples/*.md; do cp "$text" "$seeds/good/$(basename "$text").markdown"; done
mkdir -p build/fuzz/findings
found=0
for target in "${targets[@]}"; do
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  echo "== $target"
  # librsvg draws half a million elements before it gives up, which takes 5 s under the sanitizers.
  build/fuzz/tests/fuzz/"$target" -max_total_time="$seconds" -seed=1 -max_len=65536 -timeout=30 -rss_limit_mb=2048 \
    -artifact_prefix="build/fuzz/findings/$target-" -print_final_stats=0 -verbosity=0 \
    "$corpus" "$seeds/good" "$seeds/broken" || found=1
done
exit $found
