#!/usr/bin/env python3
"""Writes a corpus of broken pictures, at least 150, of every format, from a few small good ones.

usage: tools/make_broken_pictures.py FOLDER [GOOD...]

GOOD are whole pictures (tests/pictures makes one of each format); each is cut at several places, has bytes turned over, lengths
made huge, parts repeated, left out and put in another's clothes. The same input gives the same corpus: the only random
numbers are those of a generator of our own. Besides, some files are written by hand: bombs, lies in headers, drawings that
bite. Nothing here is a secret weapon; each is what a careless server or a bad disk can send.
"""
import struct
import sys
import zlib
from pathlib import Path


class Numbers:
    """xorshift32: the same on every machine and every Python."""

    def __init__(self, seed):
        self.state = seed or 1

    def below(self, n):
        self.state ^= (self.state << 13) & 0xFFFFFFFF
        self.state ^= self.state >> 17
        self.state ^= (self.state << 5) & 0xFFFFFFFF
        return self.state % n


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows, depth=8, colour=2, before=b""):
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + before + png_chunk(b"IDAT", zlib.compress(rows, 9))
            + png_chunk(b"IEND", b""))


def svg(body, head=""):
    text = f'{head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{body}</svg>'
    return text.encode("utf-8")


def by_hand():
    bomb = zlib.compress(b"\0" * 20_000_000, 9)
    laughs = "".join(f'<g id="u{i}">' + f'<use xlink:href="#u{i - 1}"/>' * 10 + "</g>" for i in range(1, 12))
    return {
        "empty.png": b"",
        "page.png": b"<!DOCTYPE html><title>404</title>",
        "side-65535.png": png(65535, 65535, b"\0" * 100),
        "long-idat.png": png(4, 4, b"\0" * 20_000_000),
        "ztxt-bomb.png": png(4, 4, b"\0" * 52, before=png_chunk(b"zTXt", b"a\0\0" + bomb)),
        "iccp-bomb.png": png(4, 4, b"\0" * 52, before=png_chunk(b"iCCP", b"a\0\0" + bomb)),
        "gama-0.png": png(4, 4, b"\0" * 52, before=png_chunk(b"gAMA", b"\0" * 4)),
        "palette-missing.png": png(4, 4, b"\0" * 20, colour=3),
        "no-size.png": png(0, 4, b""),
        "filter-9.png": png(4, 4, (b"\x09" + b"\0" * 12) * 4),
        "soi.jpg": b"\xff\xd8\xff",
        "only-ff.jpg": b"\xff" * 10_000,
        "sof-65535.jpg": b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9",
        "exif-loop.jpg": b"\xff\xd8\xff\xe1\0\x22Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01" * 12 + b"\xff\xd9",
        "screen-65535.gif": b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\x80" + b"\0" * 6 + b"\x02\x01\0\0;",
        "no-table.gif": b"GIF89a\4\0\4\0\0\0\0,\0\0\0\0\4\0\4\0\0\x02\x02\x44\x01\0;",
        "riff-lie.webp": b"RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff" + b"\0" * 30,
        "ftyp.avif": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + b"\0\0\0\x08meta",
        "box-0.avif": b"\0\0\0\0ftypavif" + b"\0" * 40,
        "colours-4g.bmp": b"BM" + b"\0" * 8 + b"\x36\0\0\0\x28\0\0\0\4\0\0\0\4\0\0\0\1\0\x08\0" + b"\0" * 16 + b"\xff" * 8,
        "height-min.bmp": b"BM" + b"\0" * 8 + b"\x36\0\0\0\x28\0\0\0\4\0\0\0\0\0\0\x80\1\0\x18\0" + b"\0" * 24,
        "directory-loop.tif": b"II*\0\x08\0\0\0\0\0\x08\0\0\0",
        "strips-4g.tif": b"II*\0\x08\0\0\0\2\0\0\1\4\0\1\0\0\0\xff\xff\xff\x7f\1\1\4\0\1\0\0\0\xff\xff\xff\x7f\0\0\0\0",
        "laughs.svg": svg("<text>&a9;</text>", "<!DOCTYPE svg [<!ENTITY a0 'ha'>" + "".join(
            f"<!ENTITY a{i} '{('&a%d;' % (i - 1)) * 10}'>" for i in range(1, 10)) + "]>"),
        "xxe.svg": svg("<text>&x;</text>", "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
        "uses.svg": svg('<g id="u0"><rect/></g>' + laughs),
        "self.svg": svg('<g id="a"><use xlink:href="#a"/></g><pattern id="p"><rect fill="url(#p)"/></pattern>'),
        "deep.svg": svg("<g>" * 100_000),
        "wide.svg": svg("<g/>" * 300_000),
        "huge-size.svg": svg("").replace(b"<svg ", b'<svg width="1e300" height="1e-300" viewBox="0 0 1e308 1e308" '),
        "nan.svg": svg('<path d="M nan inf 1e999 z"/><circle r="-1"/>'),
        "script.svg": svg("<script>while(1);</script><image href='http://127.0.0.1/'/>"),
        "utf16.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>".encode("utf-16"),
        "nul.svg": b"<svg\0 xmlns='http://www.w3.org/2000/svg'/>",
    }


def broken_ways(good, numbers):
    """(name, bytes) for each way in which one good picture is broken."""
    size = len(good)
    for part in (1, 2, 3, 5, 7, 9):
        yield f"cut-{part}", good[: size * part // 10]
    yield "cut-last", good[:-1]
    yield "twice", good + good
    yield "tail", good + b"\xff" * 1000
    yield "no-middle", good[: size // 3] + good[size * 2 // 3:]
    yield "middle-twice", good[: size * 2 // 3] + good[size // 3:]
    for seed in range(6):
        bytes_ = bytearray(good)
        for _ in range(1 + seed * 2):
            bytes_[numbers.below(size)] ^= 1 << numbers.below(8)
        yield f"bits-{seed}", bytes(bytes_)
    for seed in range(4):
        bytes_ = bytearray(good)
        at = 8 + numbers.below(max(1, min(size, 64) - 12))
        bytes_[at:at + 4] = b"\x7f\xff\xff\xff" if seed % 2 else b"\xff\xff\xff\xff"
        yield f"huge-{seed}", bytes(bytes_)
    bytes_ = bytearray(good)
    at = size // 2
    bytes_[at:at + size // 8] = b"\0" * len(bytes_[at:at + size // 8])
    yield "hole", bytes(bytes_)


def main():
    folder, goods = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    folder.mkdir(parents=True, exist_ok=True)
    numbers = Numbers(20250125)
    count = 0
    for name, content in by_hand().items():
        (folder / name).write_bytes(content)
        count += 1
    for good in sorted(goods):
        content = good.read_bytes()
        for way, broken in broken_ways(content, numbers):
            (folder / f"{good.stem}-{way}{good.suffix}").write_bytes(broken)
            count += 1
    print(f"{count} broken pictures in {folder}")


if __name__ == "__main__":
    main()
