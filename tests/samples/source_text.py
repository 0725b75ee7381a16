"""The letters that a sample's Markdown promises its reader, told without the program's own reader.

A second opinion must not share code with the first: this knows only as much Markdown as the samples use, and keeps
hanzi, kana and hangul alone, so that quotation marks, spaces and generated numbers are no concern of it.
"""
import re

from books import letters

NOTE = re.compile(r"^\[\^([^\]]+)\]: ")
IMAGE = re.compile(r'!\[([^\]]*)\]\(\s*[^)\s]+(?:\s+"([^"]*)")?\s*\)(?:\{[^}]*\})?')
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
HIDDEN = re.compile(r"<rp>.*?</rp>|<rt>.*?</rt>|\[\^[^\]]+\]|<[^>]*>|https?://\S+")
BOX = re.compile(r"^:::+ *[a-z-]+[\[ ]?|^> \[![A-Z]+\]")
FENCE = re.compile(r"^(`{3,})(.*)$")


def readings(markdown):
    """What stands above ruby's words: beside their line, so in no order with it."""
    return [letters(reading) for reading in re.findall(r"<rt>(.*?)</rt>", markdown)]


def caption(image):
    alternative, title = image.groups()
    named_after_a_file = re.fullmatch(r"\w+\.(png|jpg|jpeg|webp)", alternative)
    return title or ("" if named_after_a_file else alternative)


def title_of_fence(info):
    title = re.search(r'title="([^"]*)"|\[([^\]]*)\]', info)
    return next(filter(None, title.groups()), "") if title else ""


def fragments(markdown):
    """Runs of letters that stand unbroken in the book: (those of the text, those of the notes), each in order."""
    markdown = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    text, notes, into, fence = [], [], None, ""
    for line in markdown.split("\n"):
        opening = FENCE.match(line)
        if fence:
            fence = "" if line.startswith(fence) else fence
            pieces = [] if opening and not fence else [line]
        elif opening:
            fence, pieces = opening.group(1), [title_of_fence(opening.group(2))]
        else:
            into = notes if NOTE.match(line) or (into is notes and line.startswith("    ")) else \
                into if into is notes and not line else text
            line = IMAGE.sub(caption, BOX.sub("", NOTE.sub("", line)))
            pieces = re.split(r"\|", HIDDEN.sub("|", LINK.sub(r"\1|", line)))
        (text if into is None else into).extend(filter(None, map(letters, pieces)))
    return text, notes
