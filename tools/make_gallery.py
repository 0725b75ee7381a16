#!/usr/bin/env python3
"""Remakes docs/gallery/: what the samples' books look like, for the README.

usage: /usr/bin/python3 tools/make_gallery.py [KEBEN]       (Debian: python3-pil, poppler-utils, chromium)

Pages are named by words that stand on them, so that a better layout moves no page out of the picture. KEBEN is
build/release/keben where it is not given. Look at the pictures before you commit them.
"""
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "gallery"
HEIGHT, COLOURS, MOST_BYTES = 800, 64, 80_000

# picture, sample, words on the page (None: the first page)
PAGES = [
    ("cover", "essay", None),
    ("opening", "essay", "去年冬天我在"),
    ("leaf", "essay", "展开一张印好的书叶"),
    ("chart", "essay", "落在这个范围里"),
    ("japanese", "ja", "組版では"),
    ("series-cover", "series", None),
    ("series-contents", "series", "目录"),
    ("series-opening", "series", "沈砚的三篇短文"),
    ("series-colophon", "series", "版权页"),
]
SPECIMEN = ("specimen", "docs/specimen.md", "行末的标点")  # the upper part of its page, for docs/typesetting.md
EREADER = ("ereader", "zh-hant", "text/e1.xhtml", (500, 700))
MARGIN = 50  # reading systems give the page its margins; here we do


def page_with(pdf, words):
    if words is None:
        return 1
    pages = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True).stdout.decode().split("\f")
    return next(n for n, text in enumerate(pages, 1) if words in text.replace("\n", ""))


def save(picture, name):
    picture = picture.resize((round(picture.width * HEIGHT / picture.height), HEIGHT), Image.LANCZOS)
    picture = ImageOps.expand(picture.convert("RGB"), border=1, fill=(208, 204, 196))
    file = OUT / f"{name}.png"
    colours = COLOURS
    while True:
        picture.quantize(colours, method=Image.MEDIANCUT, dither=Image.NONE).save(file, optimize=True)
        if file.stat().st_size <= MOST_BYTES or colours <= 8:
            return print(f"{file.relative_to(ROOT)}: {picture.width}×{picture.height}, {file.stat().st_size} bytes")
        colours //= 2


def page_picture(pdf, number):
    png = subprocess.run(["pdftoppm", "-r", "200", "-f", str(number), "-l", str(number), "-png", pdf],
                         check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(png))


def ereader_picture(epub, chapter, size, folder):
    zipfile.ZipFile(epub).extractall(folder)
    chapter = next(Path(folder).rglob(chapter))
    shot = Path(folder) / "shot.png"
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--force-device-scale-factor=2", f"--window-size={size[0]},{size[1]}",
                    f"--user-data-dir={folder}/profile", f"--screenshot={shot}", chapter.as_uri()],
                   check=True, capture_output=True, timeout=120)
    return ImageOps.expand(Image.open(shot).convert("RGB"), border=2 * MARGIN, fill=(255, 255, 255))


def main():
    keben = sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "release" / "keben"
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for sample in {sample for _, sample, _ in PAGES} | {EREADER[1]}:
            source = f"samples/{sample}" if (ROOT / "samples" / sample).is_dir() else f"samples/{sample}.md"
            subprocess.run([keben, source, "-q", "--offline", "-o", f"{folder}/{sample}.pdf",
                            "-o", f"{folder}/{sample}.epub"], cwd=ROOT, check=True)
        name, source, words = SPECIMEN
        pdf = f"{folder}/{name}.pdf"
        subprocess.run([keben, source, "-q", "--offline", "-o", pdf], cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        page = page_picture(pdf, page_with(pdf, words))
        save(page.crop((0, 0, page.width, page.height * 2 // 5)), name)
        for name, sample, words in PAGES:
            pdf = f"{folder}/{sample}.pdf"
            save(page_picture(pdf, page_with(pdf, words)), name)
        name, sample, chapter, size = EREADER
        os.mkdir(f"{folder}/book")
        save(ereader_picture(f"{folder}/{sample}.epub", chapter, size, f"{folder}/book"), name)


if __name__ == "__main__":
    main()
