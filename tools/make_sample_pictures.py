#!/usr/bin/env python3
"""Draws the pictures of samples/, so that each is ours, small and can be drawn again.

usage: /usr/bin/python3 tools/make_sample_pictures.py        (Debian: python3-pil, fonts-noto-cjk)

Everything is drawn four times too large and scaled down, which gives even edges. No chance and no clock: the same
Pillow and the same fonts write the same bytes.
"""
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

OUT = Path(__file__).resolve().parent.parent / "samples" / "pictures"
SERIF = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
BOLD = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
TC, SC = 3, 2  # faces inside Noto's collections
OVER = 4
INK, PAPER, VERMILION, WOOD = (38, 34, 30), (250, 246, 236), (176, 58, 46), (196, 160, 112)


def font(size, file=SERIF, index=SC):
    return ImageFont.truetype(file, size * OVER, index=index)


def canvas(width, height, colour):
    picture = Image.new("RGB", (width * OVER, height * OVER), colour)
    return picture, ImageDraw.Draw(picture)


def px(*numbers):
    return [round(n * OVER) for n in numbers]


def finish(picture):
    return picture.resize((picture.width // OVER, picture.height // OVER), Image.LANCZOS)


def save_png(picture, name, colours):
    finish(picture).quantize(colours, method=Image.MEDIANCUT, dither=Image.NONE).save(
        OUT / name, optimize=True)


def column(draw, text, x, top, step, face, fill):
    for i, character in enumerate(text):
        draw.text(px(x, top + i * step), character, font=face, fill=fill, anchor="mt")


def folio():
    """One leaf of a block-printed book: nine ruled columns a half, the fishtail in the fold."""
    width, height = 1000, 640
    picture, draw = canvas(width, height, PAPER)
    left, top, right, bottom = 70, 84, width - 70, height - 64
    draw.rectangle(px(left, top, right, bottom), outline=INK, width=px(5)[0])
    draw.rectangle(px(left + 9, top + 9, right - 9, bottom - 9), outline=INK, width=px(1.4)[0])
    fold = 56
    middle = width / 2
    face = font(32, index=TC)
    right_half = ["刻書之法以梨棗為版", "先書於紙反貼其上", "剔去空白而字存焉", "墨之覆紙拭以棕帚", "一版可印數千百紙",
                  "版存則書常新", "版亡則書亦舊", "故藏版者重於藏書", "此古人之通論也"]
    left_half = ["余家舊藏殘版十二", "木理已裂而墨痕在", "以手撫之字皆反", "如隔鏡見故人", "乃歎紙上所讀者",
                 "皆版之影而已", "", "", "歲次乙巳仲春校畢"]
    for lines, begin, end in ((right_half, middle + fold / 2, right - 9), (left_half, left + 9, middle - fold / 2)):
        pitch = (end - begin) / 9
        for i in range(1, 9):
            draw.line(px(begin + pitch * i, top + 9, begin + pitch * i, bottom - 9), fill=VERMILION, width=px(1)[0])
        for i, text in enumerate(lines):  # columns run from right to left
            column(draw, text, end - pitch * (i + 0.5), top + 24, 46, face, INK)
    for x in (middle - fold / 2, middle + fold / 2):
        draw.line(px(x, top + 9, x, bottom - 9), fill=INK, width=px(1.4)[0])
    a, b, y = middle - fold / 2, middle + fold / 2, top + 110
    draw.polygon(px(a, y, b, y, b, y + 46, middle, y + 20, a, y + 46), fill=INK)
    draw.rectangle(px(middle - 3, top + 9, middle + 3, y - 12), fill=INK)
    column(draw, "刻書記", middle, y + 66, 36, font(27, index=TC), INK)
    column(draw, "一", middle, bottom - 70, 36, font(24, index=TC), INK)
    save_png(picture, "folio.png", 32)


def block():
    """The block itself: the text stands reversed in the wood."""
    width, height = 900, 560
    picture, draw = canvas(width, height, (243, 237, 224))
    draw.rounded_rectangle(px(56, 66, width - 44, height - 44), px(14)[0], fill=(150, 116, 76))
    draw.rounded_rectangle(px(48, 54, width - 52, height - 58), px(14)[0], fill=WOOD)
    for i in range(36):  # the grain: long shallow swells
        y = 70 + i * 12
        swell = 10 - abs(18 - i) // 2
        draw.line(px(54, y, 260, y - swell, 520, y + swell, width - 58, y - swell // 2),
                  fill=(186, 149, 101), width=px(1.2)[0], joint="curve")
    face = font(44, BOLD, TC)
    for i, text in enumerate(["天地玄黃宇宙", "洪荒日月盈昃", "辰宿列張寒來", "暑往秋收冬藏", "閏餘成歲律呂", "調陽雲騰致雨"]):
        x = 130 + i * 128
        tile = Image.new("L", tuple(px(64, 380)), 0)
        column(ImageDraw.Draw(tile), text, 32, 8, 60, face, 255)
        tile = tile.transpose(Image.FLIP_LEFT_RIGHT)
        shade = tile.filter(ImageFilter.GaussianBlur(px(2)[0]))
        picture.paste((112, 80, 48), tuple(px(x - 29, 95)), shade)
        picture.paste((58, 40, 26), tuple(px(x - 32, 92)), tile)
        if i:
            draw.line(px(x - 64, 84, x - 64, height - 88), fill=(104, 74, 44), width=px(3)[0])
    draw.rectangle(px(76, 80, width - 80, height - 84), outline=(104, 74, 44), width=px(5)[0])
    save_png(picture, "block.png", 48)


def ridge(width, base, waves):
    """A mountain line from three triangle waves; whole numbers, so every machine draws the same."""
    line = []
    for x in range(0, width + 8, 8):
        y = base
        for period, height, phase in waves:
            t = (x + phase) % period
            y -= height * (period - abs(2 * t - period)) // period
        line.append((x, y))
    return line


def mountains():
    """Ink wash: five ridges, each paler and farther, and a vermilion sun."""
    width, height = 1200, 700
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        t = y / height
        draw.line((0, y, width, y), fill=tuple(round(a + (b - a) * t) for a, b in zip((236, 232, 222), (252, 248, 238))))
    draw.ellipse((842, 96, 962, 216), fill=(196, 74, 56))
    ridges = [(470, [(620, 210, 90), (173, 46, 20), (61, 12, 9)], 0.22), (520, [(540, 190, 330), (149, 50, 70), (53, 14, 0)], 0.36),
              (580, [(700, 200, 560), (191, 52, 11), (67, 16, 33)], 0.52), (640, [(480, 170, 120), (139, 44, 50), (47, 14, 5)], 0.72),
              (700, [(860, 170, 700), (211, 50, 80), (73, 16, 41)], 0.92)]
    for base, waves, depth in ridges:
        layer = Image.new("L", (width, height), 0)
        ImageDraw.Draw(layer).polygon(ridge(width, base, waves) + [(width + 8, height), (0, height)], fill=255)
        fade = Image.linear_gradient("L").resize((width, height))  # black above, white below: mist at the foot
        strength = Image.eval(fade, lambda v, d=depth: round(255 * d * (1 - 0.75 * v / 255)))
        mask = Image.composite(strength, Image.new("L", (width, height), 0), layer).filter(ImageFilter.GaussianBlur(1.2))
        picture.paste((42, 50, 58), (0, 0), mask)
    picture.save(OUT / "mountains.jpg", quality=82, optimize=True, progressive=False)


def chart():
    """How many full lines a reader keeps in one look, by the length of the line: made-up figures of the sample."""
    width, height = 960, 520
    picture, draw = canvas(width, height, (255, 255, 255))
    values = [(18, 62), (22, 78), (26, 91), (30, 96), (34, 93), (38, 82), (44, 64)]
    left, bottom, top = 90, 440, 60
    for percent in (25, 50, 75, 100):
        y = bottom - (bottom - top) * percent / 100
        draw.line(px(left, y, width - 40, y), fill=(222, 218, 210), width=px(1.2)[0])
        draw.text(px(left - 14, y), f"{percent}", font=font(22), fill=(110, 104, 96), anchor="rm")
    points = []
    for i, (length, value) in enumerate(values):
        x, y = left + 60 + i * 118, bottom - (bottom - top) * value / 100
        draw.rectangle(px(x - 30, y, x + 30, bottom), fill=VERMILION if value == 96 else (160, 172, 180))
        draw.text(px(x, bottom + 14), str(length), font=font(24), fill=INK, anchor="mt")
        points.append((x, y))
    draw.line([c for x, y in points for c in px(x, y)], fill=INK, width=px(3)[0], joint="curve")
    for x, y in points:
        draw.ellipse(px(x - 6, y - 6, x + 6, y + 6), fill=PAPER, outline=INK, width=px(2.4)[0])
    draw.line(px(left, bottom, width - 40, bottom), fill=INK, width=px(2)[0])
    finish(picture).save(OUT / "chart.webp", quality=80, method=6)


def pixels():
    """The character 永 as e-paper sees it: two greys at the left, sixteen at the right."""
    width, height, cells = 960, 500, 28
    picture, draw = canvas(width, height, (244, 244, 240))
    glyph = Image.new("L", (cells * 8, cells * 8), 255)
    ImageDraw.Draw(glyph).text((cells * 4, cells * 4), "永", font=ImageFont.truetype(SERIF, cells * 8, index=SC), fill=0, anchor="mm")
    grey = glyph.resize((cells, cells), Image.BOX)
    side = 15
    for left, levels in ((36, 2), (504, 16)):
        for row in range(cells):
            for col in range(cells):
                v = grey.getpixel((col, row))
                v = round(v / 255 * (levels - 1)) * 255 // (levels - 1)
                x, y = left + col * side, 40 + row * side
                draw.rectangle(px(x, y, x + side - 1, y + side - 1), fill=(v, v, v) if v < 250 else (255, 255, 255))
    save_png(picture, "pixels.png", 24)


def grid():
    """A page's bones: the sheet, the type area, and the squares that the characters stand in."""
    width, height = 640, 860
    picture, draw = canvas(width, height, (228, 226, 220))
    draw.rectangle(px(46, 40, width - 34, height - 28), fill=(206, 203, 195))
    draw.rectangle(px(40, 34, width - 40, height - 34), fill=(255, 255, 255))
    left, top, side, gap, columns, rows = 112, 120, 26, 16, 16, 15
    for row in range(rows):
        y = top + row * (side + gap)
        for col in range(columns):
            x = left + col * side
            draw.rectangle(px(x, y, x + side, y + side), outline=(196, 206, 212), width=px(1)[0])
            if not (row in (0, 6) and col < 2) and not (row == 5 and col > 9) and not (row == rows - 1 and col > 11):
                draw.ellipse(px(x + 6, y + 6, x + side - 6, y + side - 6), fill=(92, 100, 108))
    draw.rectangle(px(left, top, left + columns * side, top + rows * (side + gap) - gap), outline=VERMILION, width=px(2)[0])
    draw.text(px(width / 2, height - 66), "— 7 —", font=font(22), fill=(92, 100, 108), anchor="mm")
    save_png(picture, "grid.png", 16)


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for draw_one in (folio, block, mountains, chart, pixels, grid):
        draw_one()
