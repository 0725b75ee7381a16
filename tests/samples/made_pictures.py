"""Pictures that a test knows sample by sample: PNG of every kind, and a JPEG that is to be seen turned."""
import re
import struct
import zlib

WIDTH, HEIGHT = 37, 29
CHANNELS = {"gray": 1, "rgb": 3, "palette": 1, "gray-alpha": 2, "rgba": 4}
COLOUR = {"gray": 0, "rgb": 2, "palette": 3, "gray-alpha": 4, "rgba": 6}
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
PALETTE = [((i * 37) % 256, (i * 91) % 256, 255 - i) for i in range(256)]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def samples(kind, bits):
    """HEIGHT rows of WIDTH pixels of numbers, that differ from place to place."""
    top = (1 << bits) - 1
    step = 257 if bits == 16 else 1
    return [[tuple(((x * (7 + c) + y * (3 + 2 * c) + x * y // 5) % (top // step + 1)) * step for c in range(CHANNELS[kind]))
             for x in range(WIDTH)] for y in range(HEIGHT)]


def packed(row, bits):
    """A row's samples, the first on top of its byte."""
    numbers = [sample for pixel in row for sample in pixel]
    if bits == 16:
        return struct.pack(f">{len(numbers)}H", *numbers)
    text = "".join(f"{n:0{bits}b}" for n in numbers)
    text += "0" * (-len(text) % 8)
    return bytes(int(text[i:i + 8], 2) for i in range(0, len(text), 8))


def filtered(rows, step):
    """Each row behind its filter: Sub and Up by turns, so that both are met."""
    out, above = b"", bytes(len(rows[0]) if rows else 0)
    for y, row in enumerate(rows):
        before = bytes(step) + row if y % 2 == 0 else above
        out += bytes([1 if y % 2 == 0 else 2]) + bytes((a - b) % 256 for a, b in zip(row, before))
        above = row
    return out


def png(kind, bits, interlaced=False, alpha=b""):
    """The file of `samples(kind, bits)`; `alpha` is what tRNS holds."""
    pixels = samples(kind, bits)
    step = max(1, CHANNELS[kind] * bits // 8)
    parts = [pixels]
    if interlaced:
        parts = [[row[x::across] for row in pixels[y::down]] for x, y, across, down in PASSES]
    data = b"".join(filtered([packed(row, bits) for row in part], step) for part in parts)
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, bits, COLOUR[kind], 0, 0, interlaced))
    if kind == "palette":
        out += chunk(b"PLTE", bytes(n for colour in PALETTE[:1 << bits] for n in colour))
    if alpha:
        out += chunk(b"tRNS", alpha)
    return out + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def as_rgb(kind, bits):
    """What `samples(kind, bits)` look like, in eight bits, without their alpha."""
    top = (1 << bits) - 1
    if kind == "palette":
        return [[PALETTE[pixel[0]] for pixel in row] for row in samples(kind, bits)]
    colours = 1 if kind.startswith("gray") else 3
    return [[tuple(n * 255 // top for n in (pixel[:colours] * 3)[:3]) for pixel in row] for row in samples(kind, bits)]


def turned_jpeg(jpeg, orientation):
    """The file with an EXIF segment that says how it is to be seen."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def turned(rows, orientation):
    """Rows of pixels as EXIF wants them seen (2.32, §4.6.4)."""
    if orientation >= 5:
        rows = [list(column) for column in zip(*rows)]
    if orientation in (2, 3, 6, 7):
        rows = [row[::-1] for row in rows]
    if orientation in (3, 4, 7, 8):
        rows = rows[::-1]
    return rows


class Ppm:
    """A binary PPM or PGM, of which a pixel is looked at where it is asked for."""

    def __init__(self, data):
        kind, self.width, self.height, _, self.body = re.match(rb"(P[56])\s+(\d+)\s+(\d+)\s+(\d+)\s(.*)", data, re.S).groups()
        self.width, self.height, self.channels = int(self.width), int(self.height), 3 if kind == b"P6" else 1

    def pixel(self, x, y):
        at = (y * self.width + x) * self.channels
        return (tuple(self.body[at:at + self.channels]) * 3)[:3]

    def rows(self):
        return [[self.pixel(x, y) for x in range(self.width)] for y in range(self.height)]
