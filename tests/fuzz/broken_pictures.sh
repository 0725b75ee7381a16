#!/bin/sh
# usage: broken_pictures.sh GOOD_PICTURES MAKE_BROKEN FOLDER TARGETS
# Makes the corpus anew and gives it to the whole road (fuzz_probe) and to each format's own decoder.
set -eu
good=$1 make=$2 folder=$3 targets=$4
rm -rf "$folder"
"$good" "$folder/good"
python3 "$make" "$folder/broken" "$folder"/good/*
count=$(find "$folder/broken" -type f | wc -l)
test "$count" -ge 150
"$targets/fuzz_probe" "$folder/broken"
for pair in png:png jpg:jpeg gif:gif webp:webp avif:avif bmp:bmp tif:tiff svg:svg; do
  "$targets/fuzz_${pair#*:}" "$folder"/broken/*."${pair%:*}" "$folder"/good/*."${pair%:*}"
done
