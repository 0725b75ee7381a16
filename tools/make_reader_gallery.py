#!/usr/bin/env python3
"""Remakes docs/gallery/reader-*.png: the sample essay's EPUB in two reading systems, by day and by night.

usage: /usr/bin/python3 tools/make_reader_gallery.py [KEBEN]       (Debian: python3-pil, chromium, nodejs, npm)

A sheet shows the cover, the table of contents and three chapters as ../shared/tools/read-epub.mjs sees them in foliate-js or
epub.js. KEBEN is build/release/keben where it is not given. Look at the pictures before you commit them.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "gallery"
READER = ROOT.parent / "shared" / "tools" / "read-epub.mjs"
PAGE = (600, 860)
TILE_HEIGHT, GAP, COLOURS = 520, 8, 96
CHAPTERS = slice(2, 5)  # of the spine, behind cover and title page


def sheet(folder, reader, dark):
    """The pages' pictures side by side: cover, contents (the spine's last), chapters."""
    spine = sorted(folder.glob(f"{reader}-[0-9][0-9][0-9].png"))
    tiles = [Image.open(file).convert("RGB") for file in [spine[0], spine[-1], *spine[CHAPTERS]]]
    tiles = [tile.resize((round(tile.width * TILE_HEIGHT / tile.height), TILE_HEIGHT), Image.LANCZOS) for tile in tiles]
    width = sum(tile.width for tile in tiles) + GAP * (len(tiles) + 1)
    whole = Image.new("RGB", (width, TILE_HEIGHT + 2 * GAP), (64, 64, 64) if dark else (208, 204, 196))
    left = GAP
    for tile in tiles:
        whole.paste(tile, (left, GAP))
        left += tile.width + GAP
    return whole.quantize(COLOURS, method=Image.MEDIANCUT, dither=Image.NONE)


def main():
    keben = sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "release" / "keben"
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        book = folder / "essay.epub"
        subprocess.run([keben, "samples/essay.md", "-q", "--offline", "-o", book], cwd=ROOT, check=True)
        for dark in (False, True):
            shots = folder / ("dark" if dark else "light")
            subprocess.run(["node", READER, book, shots, "--reader", "both", "--width", str(PAGE[0]), "--height", str(PAGE[1]),
                            *(["--dark"] if dark else [])], check=True)
            for reader in ("foliate", "epubjs"):
                file = OUT / f"reader-{reader}-{shots.name}.png"
                sheet(shots, reader, dark).save(file, optimize=True)
                print(f"{file.relative_to(ROOT)}: {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
