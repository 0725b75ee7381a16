#!/usr/bin/env python3
"""Remakes docs/gallery/beside-*.png: passages of one text as keben sets them, under the same ones as Typst does.

usage: /usr/bin/python3 tools/make_comparison.py ESSAY [BEFORE]       (Debian: python3-pil, poppler-utils; and Typst)

Typst is the program `typst` on PATH or the Python module of that name; CI needs neither. Both engines get the same page
(A5, 30 em of 10.5 pt Noto Serif CJK SC); Typst gets what its users write for a Chinese text. BEFORE is an older keben:
what it did stands between the two where the picture is of something that was mended, and such pictures are made with
it alone. Passages are found by their words, so that a better layout moves none out of its picture. Look at the pictures
before you commit them.
"""
import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "gallery"
DPI, COLOURS, MOST_BYTES = 200, 16, 150_000

# picture, the passage's first words and its last, whether it was mended: as docs/typesetting.md has them
PASSAGES = [
    ("beside-commas", "其中已加入的联创团队", "亿参数规模扩大", False),
    ("beside-dashes", "当2025年的年初清冷", "出售给阿里的", True),
]

PREAMBLE = """
#set page(width: 148mm, height: 210mm, margin: (x: (148mm - 315pt) / 2, top: 55pt, bottom: 70pt))
#set text(font: ((name: "Noto Serif CJK SC"),), size: 10.5pt, lang: "zh", region: "cn")
#set text(top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 6.5pt, spacing: 6.5pt, first-line-indent: (amount: 2em, all: true))
#show heading: set text(font: "Noto Sans CJK SC")
#show heading: set block(above: 1.4em, below: 1em)
#show quote: set text(font: "LXGW WenKai")
"""


def typst_of(markdown):
    """The few constructs of an essay; what else there is stays as it is written."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    out = []
    for line in text.split("\n"):
        picture = re.fullmatch(r"!\[(.*)\]\((.*)\)", line)
        if picture or line.strip() == ">":
            continue
        box = re.fullmatch(r":::(\w*)", line)
        if box:
            out.append("#block(fill: luma(95%), inset: 1em, width: 100%)[" if box[1] else "]")
            continue
        mark, rest = re.match(r"(#+ |> |- |)(.*)", line).groups()
        rest = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r"\1", rest)
        rest = re.sub(r"([\\#$@<>_`~\[\]])", r"\\\1", rest)
        rest = re.sub(r"\*\*(.+?)\*\*", r"#strong[\1]", rest)
        if mark.startswith("#"):
            out.append("=" * (len(mark) - 1) + " " + rest)
        elif mark.startswith(">"):
            out.append(f"#quote(block: true)[{rest}]")
        else:
            out.append(mark + rest)
    return PREAMBLE + "\n".join(out)


def set_by_typst(source, pdf):
    command = shutil.which("typst")
    if command:
        return subprocess.run([command, "compile", source, pdf], check=True)
    try:
        import typst
    except ImportError:
        sys.exit("make_comparison: neither the program nor the Python module `typst` is here")
    typst.compile(source, output=pdf)


def lines_of(pdf):
    """Every line of a book: its page, its box in points, and its words without spaces."""
    xml = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], check=True, capture_output=True).stdout
    of = "{http://www.w3.org/1999/xhtml}"
    found = []
    for number, page in enumerate(ElementTree.fromstring(xml).iter(of + "page"), 1):
        for line in page.iter(of + "line"):
            box = [float(line.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")]
            found.append((number, box, "".join(word.text or "" for word in line.iter(of + "word"))))
    return found


def passage(lines, first, last):
    """The lines from the one that holds the first words on to the one where the last ones end, of the first's page."""
    words = "".join(text for _, _, text in lines)
    begin = words.index(first)
    end = words.index(last, begin) + len(last)
    at, chosen = 0, []
    for page, box, text in lines:
        if at < end and at + len(text) > begin:
            chosen.append((page, box))
        at += len(text)
    return [(page, box) for page, box in chosen if page == chosen[0][0]]


def picture_of(pdf, lines):
    page = lines[0][0]
    left, top = min(b[0] for _, b in lines), min(b[1] for _, b in lines)
    width, height = max(b[2] for _, b in lines) - left, max(b[3] for _, b in lines) - top
    size = [round(v * DPI / 72) for v in (left - 4, top - 2, width + 8, height + 4)]
    x, y, w, h = map(str, size)
    png = subprocess.run(["pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), "-x", x, "-y", y, "-W", w,
                          "-H", h, "-gray", "-png", pdf], check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(png))


def side_by_side(pictures):
    """One above the other, each under its engine's name."""
    font = ImageFont.truetype(str(next(Path("/usr/share/fonts").rglob("NotoSansCJK-Regular.ttc"))), 22)
    width = max(p.width for _, p in pictures)
    out = Image.new("L", (width, sum(p.height + 40 for _, p in pictures)), 255)
    y = 0
    for name, picture in pictures:
        ImageDraw.Draw(out).text((6, y + 4), name, fill=128, font=font)
        out.paste(picture, (0, y + 36))
        y += picture.height + 40
    return out


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    essay = Path(sys.argv[1]).resolve()
    before = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder:
        books = {}

        def add(engine, pdf):
            books[engine] = (pdf, lines_of(pdf))

        def add_keben(engine, program):
            pdf = f"{folder}/{len(books)}.pdf"
            subprocess.run([program, essay, "-q", "--offline", "--cover", "none", "-o", pdf], check=True,
                           stderr=subprocess.DEVNULL)
            add(engine, pdf)

        source = Path(folder) / "essay.typ"
        source.write_text(typst_of(essay.read_text(encoding="utf-8")), encoding="utf-8")
        set_by_typst(source, f"{folder}/typst.pdf")
        add("Typst", f"{folder}/typst.pdf")
        if before:
            add_keben("keben, before", before)
        add_keben("keben", ROOT / "build" / "release" / "keben")
        for name, first, last, mended in PASSAGES:
            if mended and not before:
                continue
            pictures = [(engine, picture_of(pdf, passage(lines, first, last)))
                        for engine, (pdf, lines) in books.items() if mended or "before" not in engine]
            file = OUT / f"{name}.png"
            side_by_side(pictures).quantize(COLOURS, dither=Image.NONE).save(file, optimize=True)
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size} bytes")
            if file.stat().st_size > MOST_BYTES:
                sys.exit(f"make_comparison: {file.name} is over {MOST_BYTES} bytes")


if __name__ == "__main__":
    main()
