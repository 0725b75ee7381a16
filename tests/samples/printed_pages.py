"""The pages of a PDF as a reader turns them: by the label that the file gives each, with the words where they stand.

What stands where is poppler's word (`pdftotext -bbox`), what a page is called qpdf's (`/PageLabels`): nothing is guessed
from the order in which the pages were written. Running heads and folios are told from the text, so that a page's text can be
asked what it begins with.
"""
import html
import json
import re
from collections import Counter

from books import output_of

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', re.DOTALL)
RUBY = 0.62  # of the text's height, at most: readings stand above their words, beside their line


def squashed(text):
    return re.sub(r"[\s\u00ad]", "", text)


def labels_of(pdf):
    """What the PDF calls each of its pages, in order."""
    ranges = json.loads(output_of("qpdf", "--json=1", "--json-key=pagelabels", str(pdf)))["pagelabels"]
    count = int(output_of("qpdf", "--show-npages", str(pdf)))
    out = []
    for here, after in zip(ranges, ranges[1:] + [{"index": count}]):
        style, first = here["label"]["/S"], here["label"].get("/St", 1)
        for k in range(after["index"] - here["index"]):
            out.append({"/D": str, "/r": roman}[style](first + k))
    return out


def roman(number):
    out = ""
    for value, figure in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + figure, number - value
    return out


class Line:
    """Words side by side, from left to right."""

    def __init__(self, words):
        self.top = min(w[1] for w in words)
        self.text = squashed(html.unescape("".join(w[4] for w in sorted(words))))


def lines_of(words):
    """Words in lines, from the top of the page to its foot, without the readings above them."""
    words = [(float(x), float(y), float(right), float(low), text) for x, y, right, low, text in words]
    if not words:
        return []
    usual = Counter(round(low - y, 1) for _, y, _, low, text in words for _ in text).most_common(1)[0][0]
    rows = []
    for word in sorted(words, key=lambda w: w[1] + w[3]):
        if word[3] - word[1] < usual * RUBY:
            continue
        middle = (word[1] + word[3]) / 2
        if rows and rows[-1][0][1] < middle < rows[-1][0][3]:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(row) for row in rows]


class Page:
    def __init__(self, label, lines):
        self.label, self.lines, self.head, self.folio = label, lines, "", ""

    @property
    def text(self):
        return "".join(line.text for line in self.lines)


def printed_pages(pdf, titles):
    """The pages of the text, in order; `titles` may stand as their running heads."""
    texts = output_of("pdftotext", "-bbox", "-enc", "UTF-8", str(pdf), "-").split("<page ")[1:]
    pages = [Page(label, lines_of(WORD.findall(text))) for label, text in zip(labels_of(pdf), texts, strict=True)]
    titles = {squashed(title) for title in titles}
    pages = [page for page in pages if page.label.isdecimal()]
    highest = min(page.lines[0].top for page in pages if page.lines)
    lowest = max(page.lines[-1].top for page in pages if page.lines)
    for page in pages:
        if page.lines and page.lines[-1].top > lowest - 1:
            page.folio = page.lines.pop().text
        if page.lines and page.lines[0].top < highest + 1 and page.lines[0].text in titles:
            page.head = page.lines.pop(0).text
    return pages
