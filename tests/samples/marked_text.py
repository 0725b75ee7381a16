"""The text of an EPUB as a reader gets it, with the places where the pages of the printed book begin.

Numbers and bullets of lists are made by reading systems, so they are made here too: a page of the PDF shows them. What the
page does not show in its line is left out: readings above ruby, marks of notes (the PDF numbers them anew on each page). A
cell's and a note's end are kept as FENCE, since on the page other words may stand beside or below them.
"""
import html
import re
import zipfile
from xml.etree import ElementTree

from printed_pages import squashed

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
FENCE = "\f"
BULLETS = ("•", "–")


class Start:
    """Where a page begins: what follows, the figures and tables that stand before it, the head of the table that it is in."""

    def __init__(self, text, at):
        self.text, self.at, self.head = text, at, ""  # `at` in what a page shows

    def words(self, length):
        """What follows; of a figure or a table that begins here its own words alone: others may have passed it."""
        end = min([self.at + length] + [b for a, b in self.text.movable if a == self.at and b > a])
        return self.text.all[self.at:end].split(FENCE)[0]

    def is_picture(self):
        return self.at in self.text.pictures

    def before(self):
        return [self.text.all[a:b].replace(FENCE, "") for a, b in self.text.movable if b <= self.at]


class MarkedText:
    """One file of the EPUB."""

    def __init__(self, xhtml):
        self.all, self.starts, self.movable, self.pictures = "", {}, [], set()
        self.marks_from = None  # where the marks of the list's items begin that no word has followed yet
        self.head = None  # of the table in hand
        body = ElementTree.fromstring(xhtml).find(XHTML + "body")
        self.children(body, 0)

    def add(self, text):
        if text:
            self.all += squashed(text)
            if squashed(text):
                self.marks_from = None

    def children(self, element, lists):
        if element.tag != XHTML + "ol" and element.tag != XHTML + "ul":
            self.add(element.text)
        number = int(element.get("start", "1"))
        for child in element:
            self.child(child, element, number, lists)
            number += child.tag == XHTML + "li"
            self.add(child.tail)

    def child(self, child, parent, number, lists):
        tag, kind = child.tag.removeprefix(XHTML), child.get(TYPE, "")
        first = len(self.all)
        if kind == "pagebreak":
            start = Start(self, self.marks_from if self.marks_from is not None else len(self.all))
            start.head = self.head or ""
            self.starts[child.get("id")] = (child.get("aria-label"), start)
        elif tag in ("rt", "rp") or kind == "noteref" or child.get("role") == "doc-backlink":
            return
        elif tag == "li":
            if self.marks_from is None:
                self.marks_from = first
            bare = parent.get("class") in ("tasks", "origins")  # their style has no mark
            self.all += "" if bare else f"{number}." if parent.tag == XHTML + "ol" else BULLETS[min(lists - 1, 1)]
            self.children(child, lists)
            self.marks_from = None
        elif tag == "img":
            self.pictures.add(first)
        elif tag in ("ul", "ol"):
            self.children(child, lists + 1)
        elif tag == "table":
            head = child.find(XHTML + "thead")
            self.head = squashed("".join(head.itertext())) if head is not None else ""
            self.children(child, lists)
            self.head = None
            self.movable.append((first, len(self.all)))
        elif tag == "figure":
            self.children(child, lists)
            self.movable.append((first, len(self.all)))
        else:
            self.children(child, lists)
            if tag in ("td", "th", "aside") or kind == "footnotes":
                self.all += FENCE


def navigation(book):
    return book.read("epub/nav.xhtml").decode("utf-8")


def titles_of(epub):
    """Every title that may run along at the head of a page."""
    with zipfile.ZipFile(epub) as book:
        listed = re.findall(r"<a [^>]*>(.*?)</a>", navigation(book), re.DOTALL)
        title = re.search(r"<dc:title[^>]*>([^<]*)<", book.read("epub/package.opf").decode("utf-8")).group(1)
    return [html.unescape(re.sub(r"<[^>]*>", "", text)) for text in [*listed, title]]


def page_list(epub):
    """(label, Start) in the list's order; and how many marks the files have in all."""
    texts, out = {}, []
    with zipfile.ZipFile(epub) as book:
        listed = re.search(r'<nav epub:type="page-list".*?</nav>', navigation(book), re.DOTALL)
        for file, anchor, label in re.findall(r'<a href="([^"#]*)#([^"]*)">([^<]*)</a>', listed[0] if listed else ""):
            if file not in texts:
                texts[file] = MarkedText(book.read("epub/" + file))
            mark_label, start = texts[file].starts[anchor]
            assert mark_label == label, f"{file}#{anchor}"
            out.append((label, start))
        marks = sum(book.read(n).decode("utf-8").count('epub:type="pagebreak"') for n in book.namelist() if n.endswith(".xhtml"))
    return out, marks
