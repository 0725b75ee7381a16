"""Links from essay to essay, one by one: as they are wanted, and as the two books have them.

Three sides that share no code: the wanted ones are told by whoever wrote the Markdown; the EPUB's are read from its files;
the PDF's words are poppler's (`pdfinfo -struct-text` names the annotations of each link that it reads out), and where an
annotation leads is qpdf's.
"""
import json
import posixpath
import re
import zipfile
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree import ElementTree

from books import output_of
from marked_text import TYPE, XHTML, titles_of
from printed_pages import labels_of, printed_pages, squashed

PAGE = re.compile(r"(.*)（见第(\d+)页）")


@dataclass(frozen=True)
class Link:
    words: str
    title: str  # of the essay that it leads to
    heading: str = ""  # in that essay, or none


class Found:
    """How many of the links wanted are there as they should be; `wrong` has a sentence for each that is not."""

    def __init__(self):
        self.right, self.wrong = 0, []

    def judge(self, link, fault):
        if fault:
            self.wrong.append(f"{link}: {fault}")
        else:
            self.right += 1

    def pair(self, wanted, found, where):
        """Both in reading order; what has no counterpart is wrong."""
        if len(wanted) != len(found):
            self.wrong.append(f"{where}: {len(wanted)} links wanted, {len(found)} there")
        return zip(wanted, found)


def words_of(element):
    return squashed("".join(element.itertext()))


class EpubFile:
    def __init__(self, book, name):
        root = ElementTree.fromstring(book.read(name))
        self.ids = {e.get("id"): e for e in root.iter() if e.get("id")}
        first = next(root.iter(XHTML + "h1"), None)
        self.title = "" if first is None else words_of(first)
        self.links = [(words_of(a), *self.target(name, a.get("href"))) for a in root.iter(XHTML + "a")
                      if ":" not in a.get("href", ":") and a.get(TYPE) != "noteref" and a.get("role") != "doc-backlink"]

    @staticmethod
    def target(name, href):
        file, _, fragment = href.partition("#")
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(file))) if file else name, unquote(fragment)


def links_of_epub(epub, essays):
    """`essays`: title → links wanted in it, in reading order."""
    with zipfile.ZipFile(epub) as book:
        files = {n: EpubFile(book, n) for n in book.namelist() if n.startswith("epub/text/") and n.endswith(".xhtml")}
    of_title = {file.title: name for name, file in files.items()}
    found = Found()
    for title, wanted in essays.items():
        there = files[of_title[squashed(title)]].links
        for link, (words, file, fragment) in found.pair(wanted, there, title):
            found.judge(link, fault_in_epub(link, words, files.get(file), fragment))
    return found


def fault_in_epub(link, words, file, fragment):
    if words != squashed(link.words):
        return f"reads {words!r}"
    if file is None:
        return "leads to no file"
    if file.title != squashed(link.title):
        return f"leads to {file.title!r}"
    if fragment and fragment not in file.ids:
        return f"no #{fragment} in the file"
    if link.heading and (not fragment or words_of(file.ids[fragment]) != squashed(link.heading)):
        return f"#{fragment} is not the heading"
    return ""


class PdfLinks:
    """Where a PDF's annotations lead: by object number, the label of the page, for those that are on a page and lead to one."""

    def __init__(self, pdf):
        self.objects = json.loads(output_of("qpdf", "--json=2", "--json-key=qpdf", str(pdf)))["qpdf"][1]
        catalogue = next(v for v in map(self.at, self.objects) if isinstance(v, dict) and v.get("/Type") == "/Catalog")
        pages = list(self.pages(catalogue["/Pages"]))
        labels = dict(zip(pages, labels_of(pdf), strict=True))
        places = dict(self.names(catalogue["/Names"]["/Dests"]))
        self.leads_to = {}
        for page in pages:
            for annotation in self.resolved(self.at(page).get("/Annots", [])):
                dest = self.resolved(annotation).get("/Dest")
                place = self.resolved(places.get(dest, dest))
                if isinstance(place, list) and place[0] in labels:
                    self.leads_to[int(annotation.split()[0])] = labels[place[0]]

    def at(self, reference):
        return self.objects[reference if reference.startswith("obj:") or reference == "trailer" else "obj:" + reference].get("value")

    def resolved(self, value):
        return self.at(value) if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value) else value

    def pages(self, reference):
        node = self.at(reference)
        for kid in node.get("/Kids", []):
            yield from self.pages(kid)
        if node["/Type"] == "/Page":
            yield reference

    def names(self, node):
        node = self.resolved(node)
        for kid in node.get("/Kids", []):
            yield from self.names(kid)
        pairs = node.get("/Names", [])
        for name, place in zip(pairs[::2], pairs[1::2]):
            place = self.resolved(place)
            yield name, place["/D"] if isinstance(place, dict) else place


def read_out(pdf):
    """(words, numbers of the annotations) of each link, in reading order."""
    out, depth = [], None
    for line in output_of("pdfinfo", "-struct-text", str(pdf)).splitlines():
        indent = len(line) - len(line.lstrip())
        if depth is not None and indent <= depth:
            depth = None
        if line.lstrip().startswith("Link (inline)"):
            depth = indent
            out.append(("", []))
        elif depth is not None:
            text, object_ = re.fullmatch(r'\s*"(.*)"', line), re.fullmatch(r"\s*Object (\d+) \d+", line)
            if text:
                out[-1] = (out[-1][0] + squashed(text[1]), out[-1][1])
            elif object_:
                out[-1][1].append(int(object_[1]))
    return out


def links_of_pdf(epub, pdf, essays):
    """`essays` as for the EPUB, in the order of the book; `epub` knows the running heads' titles.

    Of a link from an essay to itself print says no page.
    """
    leads_to = PdfLinks(pdf).leads_to
    pages = printed_pages(pdf, titles_of(epub))
    begins = {title: next((p.label for p in pages if not p.head and p.text.startswith(squashed(title))), None) for title in essays}
    lines = {}
    for page in pages:
        for line in page.lines:
            lines.setdefault(line.text, page.label)
    found = Found()
    wanted = [link for title, links in essays.items() for link in links if link.title != title]
    there = [(PAGE.fullmatch(words), objects) for words, objects in read_out(pdf) if PAGE.fullmatch(words)]
    for link, (said, objects) in found.pair(wanted, there, "the book"):
        stands = lines.get(squashed(link.heading)) if link.heading else begins[link.title]
        fault = ""
        if said[1] != squashed(link.words):
            fault = f"reads {said[1]!r}"
        elif not objects or {leads_to.get(o) for o in objects} != {stands}:
            fault = f"leads to {[leads_to.get(o) for o in objects]}, not to page {stands}"
        elif said[2] != stands:
            fault = f"says page {said[2]}, not {stands}"
        found.judge(link, fault)
    return found


def counts(essays):
    """(links wanted, those of them that lead to another essay)"""
    links = [(title, link) for title, links in essays.items() for link in links]
    return len(links), sum(link.title != title for title, link in links)


def report(essays, epub_found, pdf_found):
    wanted, between = counts(essays)
    return (f"in the EPUB {epub_found.right} of {wanted} links lead to their file and id; in the PDF {pdf_found.right} of the {between} "
            f"from one essay to another lead to their page and say its number")
