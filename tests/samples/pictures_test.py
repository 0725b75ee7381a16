#!/usr/bin/env python3
"""What the PDF shows of a picture is the picture, pixel for pixel: by poppler's and MuPDF's eyes, whatever way it came in."""
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from books import ROOT, keben, output_of
from made_pictures import HEIGHT, WIDTH, Ppm, as_rgb, png, samples, turned, turned_jpeg

KINDS = [("gray", 1), ("gray", 2), ("gray", 4), ("gray", 8), ("gray", 16), ("rgb", 8), ("rgb", 16), ("palette", 1),
         ("palette", 2), ("palette", 4), ("palette", 8), ("gray-alpha", 8), ("gray-alpha", 16), ("rgba", 8), ("rgba", 16)]
PHOTO = ROOT / "samples" / "pictures" / "mountains.jpg"


class Shown:
    """A PDF of one text that shows these pictures, name → bytes, each in a paragraph."""

    def __init__(self, pictures):
        self.folder = tempfile.TemporaryDirectory()
        at = Path(self.folder.name)
        for name, content in pictures.items():
            (at / name).write_bytes(content)
        text = "\n\n".join(f"![{name}]({name})" for name in pictures)
        (at / "a.md").write_text(f"# 图\n\n{text}\n", "utf-8")
        self.pdf = at / "a.pdf"
        self.run = keben(at / "a.md", "-o", self.pdf, "--cover", "none")
        subprocess.run(["pdfimages", self.pdf, at / "out"], check=True)
        self.extracted = [Ppm(file.read_bytes()).rows() for file in sorted(at.glob("out-*.p[pg]m"))]

    def close(self):
        self.folder.cleanup()

    def area(self):
        """Left, bottom, width and height of the picture on its page, in points; and the page's number and height."""
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", self.pdf, "-"], capture_output=True).stdout
        number = int(output_of("pdfimages", "-list", self.pdf).splitlines()[2].split()[0])
        width, height, left, bottom = map(float, re.search(rb"q ([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm /X0 Do", plain).groups())
        page = float(re.search(r"x ([\d.]+) pts", output_of("pdfinfo", self.pdf)).group(1))
        return left, bottom, width, height, number, page

    def drawn(self, tool, columns, rows):
        """What a tool draws in the middle of each of so many cells of the picture."""
        left, bottom, width, height, number, page = self.area()
        dots = 600
        out = Path(self.folder.name) / "page.ppm"
        if tool == "mutool":
            command = ["mutool", "draw", "-q", "-A", "0", "-r", str(dots), "-o", out, self.pdf, str(number)]
        else:
            command = ["pdftoppm", "-r", str(dots), "-f", str(number), "-l", str(number), "-singlefile", self.pdf, out.with_suffix("")]
        subprocess.run(command, check=True, capture_output=True)
        ppm = Ppm(out.read_bytes())
        scale = dots / 72

        def cell(x, y):
            return ppm.pixel(int((left + (x + 0.5) / columns * width) * scale),
                             int((page - bottom - height + (y + 0.5) / rows * height) * scale))
        return [[cell(x, y) for x in range(columns)] for y in range(rows)]


def differ(a, b):
    """The largest difference of a channel; None where the sizes differ."""
    if (len(a), len(a[0])) != (len(b), len(b[0])):
        return None
    return max(abs(m - n) for row, other in zip(a, b) for p, q in zip(row, other) for m, n in zip(p, q))


def mean_difference(a, b):
    """Of a channel; cells are met a little beside their middle where the picture is turned."""
    each = [abs(m - n) for row, other in zip(a, b) for p, q in zip(row, other) for m, n in zip(p, q)]
    return sum(each) / len(each)


def share_of(pixel, kind, bits, alpha):
    """How far a pixel is painted, 0 to 1, by its channel or by tRNS."""
    if kind in ("gray-alpha", "rgba"):
        return pixel[-1] / ((1 << bits) - 1)
    if kind == "palette":
        return alpha[pixel[0]] / 255 if pixel[0] < len(alpha) else 1
    return 0 if pixel == tuple(int.from_bytes(alpha[i:i + 2], "big") for i in range(0, len(alpha), 2)) else 1


def over_white(colour, share):
    return tuple(round(255 + (n - 255) * share) for n in colour)


class Pictures(unittest.TestCase):
    def test_of_every_png_kind_are_pixel_for_pixel_in_the_pdf(self):
        for interlaced in (False, True):
            for kind, bits in KINDS:
                with self.subTest(kind=kind, bits=bits, interlaced=interlaced):
                    shown = Shown({"a.png": png(kind, bits, interlaced)})
                    self.addCleanup(shown.close)
                    if bits == 1:  # of which pdfimages writes no colours
                        self.assertEqual(shown.drawn("mutool", WIDTH, HEIGHT), as_rgb(kind, bits))
                        continue
                    # Sixteen bits are rounded by us and cut by pdfimages.
                    self.assertLessEqual(differ(shown.extracted[0], as_rgb(kind, bits)), 1 if bits == 16 else 0)
                    self.assertEqual(len(shown.extracted), 2 if kind in ("gray-alpha", "rgba") else 1)

    def test_pass_their_rows_where_they_have_no_alpha_and_are_not_interlaced(self):
        for kind, bits in KINDS[:11]:
            with self.subTest(kind=kind, bits=bits):
                content = png(kind, bits)
                shown = Shown({"a.png": content})
                self.addCleanup(shown.close)
                length = int.from_bytes(content[content.index(b"IDAT") - 4:content.index(b"IDAT")], "big")
                rows = content[content.index(b"IDAT") + 4:][:length]
                self.assertIn(rows, shown.pdf.read_bytes())

    def test_leave_unpainted_what_trns_says(self):
        places = bytes([255] * 5 + [0] * 2 + [255])
        for kind, bits, alpha in (("gray", 2, b"\0\3"), ("gray", 8, b"\0\3"), ("rgb", 8, bytes(6)), ("palette", 4, places),
                                  ("palette", 8, places), ("palette", 4, bytes([0, 255, 0])), ("gray", 16, bytes(2)),
                                  ("palette", 1, bytes([128])), ("palette", 4, bytes([128, 255, 64, 0]))):
            self.check_over_white(kind, bits, alpha)

    def test_let_the_paper_through_where_they_are_clear(self):
        for kind, bits in (("gray-alpha", 8), ("rgba", 8), ("rgba", 16)):
            self.check_over_white(kind, bits, b"")

    def check_over_white(self, kind, bits, alpha):
        with self.subTest(kind=kind, bits=bits, alpha=alpha):
            shown = Shown({"a.png": png(kind, bits, alpha=alpha)})
            self.addCleanup(shown.close)
            wanted = [[over_white(colour, share_of(pixel, kind, bits, alpha)) for pixel, colour in zip(row, colours)]
                      for row, colours in zip(samples(kind, bits), as_rgb(kind, bits))]
            for tool in ("mutool", "pdftoppm"):
                self.assertLessEqual(differ(shown.drawn(tool, WIDTH, HEIGHT), wanted), 2, tool)

    def test_that_are_to_be_seen_turned_pass_and_are_drawn_so(self):
        jpeg = PHOTO.read_bytes()
        upright = Shown({"a.jpg": jpeg})
        self.addCleanup(upright.close)
        for tool in ("mutool", "pdftoppm"):
            as_stored = upright.drawn(tool, 24, 24)
            for orientation in range(1, 9):
                with self.subTest(orientation=orientation, tool=tool):
                    shown = Shown({"a.jpg": turned_jpeg(jpeg, orientation)})
                    self.addCleanup(shown.close)
                    self.assertIn(jpeg[-5000:], shown.pdf.read_bytes())
                    self.assertLess(mean_difference(shown.drawn(tool, 24, 24), turned(as_stored, orientation)), 6)


if __name__ == "__main__":
    unittest.main()
