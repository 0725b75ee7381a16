#!/usr/bin/env python3
"""The page list of an EPUB and the pages of the PDF of the same run say the same: epub.md 13, seen through poppler and qpdf.

Every page of the PDF that has text is in the list, by the PDF's own label and in its order; the mark of each stands in the
text just before what the page begins with. `page_list_test.py EPUB PDF` says how it stands with two books that are there.
"""
import re
import sys
import tempfile
import unittest
import zipfile
from collections import Counter
from pathlib import Path

from books import ROOT, Books, keben
from marked_text import page_list, titles_of
from printed_pages import Page, printed_pages
from varied_series import write_varied_series

KEPT = 10  # characters that follow a mark
NOTE_MARKS = re.compile("[①-⑳㉑-㉟㊱-㊿]")  # the PDF numbers notes by page, and the EPUB by essay
PAGE_OF_LINK = re.compile(r"（见第\d+页）")  # said in print alone
CONTINUED = "续表"


def as_read(text):
    return NOTE_MARKS.sub("", PAGE_OF_LINK.sub("", text))


def rest_of_link(top, page_before):
    """The part of 见第 N 页 that a page begins with, where the page before ends with the other part."""
    rest = re.match(r"(?:(?:见?第)?\d+)?页?）", top)
    for said in re.findall(r"（见?第?\d*页?$", "\n".join(page_before), re.MULTILINE) if rest else []:
        if PAGE_OF_LINK.fullmatch(said + rest[0]):
            return rest[0]
    return ""


def waited(start, top):
    """What a page may begin with over the words of the mark: nothing, or figures and tables that stand before the mark.

    Cells of a row stand side by side, so that it is their characters that count.
    """
    yield ""
    shown = ""
    for figure in reversed(start.before()):
        shown = figure + shown
        if len(shown) > len(top):
            break
        if figure and Counter(top[:len(shown)]) == Counter(shown):
            yield shown


def how_it_begins(start, page, page_before):
    """What stands over the words that follow the mark; "" where they are not at the page's top at all."""
    words, top = as_read(start.words(KEPT)), as_read(page.text)
    if not top:
        return "a picture without words" if start.is_picture() else ""
    for shown in waited(start, top):
        text = top[len(shown):]
        text = text[len(rest_of_link(text, [line.text for line in page_before.lines])):]
        if words and text.startswith(words) or shown and not text:
            return "what waited for the page" if shown else "nothing"
        if start.head and text.startswith(CONTINUED + start.head + words):
            return "the table's head, again"
    return ""


def compare(epub, pdf):
    """(labels of pages with text or pictures, labels listed, marks in all, Counter of how they begin, those that do not match)."""
    pages = {page.label: page for page in printed_pages(pdf, titles_of(epub))}
    listed, marks = page_list(epub)
    how, wrong = Counter(), []
    for label, start in listed:
        page = pages.get(label, Page(label, []))
        over = how_it_begins(start, page, pages.get(str(int(label) - 1), Page("", [])))
        if over:
            how[over] += 1
        else:
            wrong.append(f"page {label}: {start.words(KEPT)!r}, not {page.text[:4 * KEPT]!r}")
    pictures = {label for label, start in listed if start.is_picture()}
    return [label for label, page in pages.items() if page.text or label in pictures], listed, marks, how, wrong


def is_in_order(listed):
    """Whether the marks come one behind the other in each file."""
    last = {}
    for _, start in listed:
        if start.at < last.get(id(start.text), 0):
            return False
        last[id(start.text)] = start.at
    return True


def report(begun, listed, how, wrong):
    over = ", ".join(f"{count} under {what}" for what, count in sorted(how.items()))
    return f"{len(begun)} pages with text, {len(listed)} listed, {sum(how.values())} begin as marked ({over}), {len(wrong)} do not"


class ThePageList(unittest.TestCase):
    def agrees(self, epub, pdf):
        begun, listed, marks, how, wrong = compare(epub, pdf)
        print(f"{self.id().split('.')[-1]}: {report(begun, listed, how, wrong)}")
        self.assertEqual([label for label, _ in listed], begun)
        self.assertEqual(marks, len(listed))
        self.assertEqual(wrong, [])
        self.assertTrue(is_in_order(listed))
        return how

    def books_of(self, *arguments):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        epub, pdf = Path(folder.name) / "b.epub", Path(folder.name) / "b.pdf"
        self.assertEqual(keben(*arguments, "-o", epub, "-o", pdf).returncode, 0)
        return epub, pdf

    def folder(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return Path(folder.name)

    def test_agrees_with_the_pages_of_an_essay(self):
        self.assertGreater(self.agrees(*self.books_of(ROOT / "samples" / "essay.md"))["nothing"], 5)

    def test_agrees_with_the_pages_of_a_series(self):
        self.assertGreater(self.agrees(*self.books_of(ROOT / "samples" / "series"))["nothing"], 5)

    def test_agrees_where_pages_end_within_words_links_code_and_ruby(self):
        posts = self.folder()
        for k in range(3):
            body = "".join(
                f'第{i}段以"引号"与**着重**起，[参看另一篇](t{(k + 1) % 3}.md)，再说{{文字|wénzì}}与`code {i}`，'
                + "".join(f"此处第{i}又{j}句，" for j in range(9 + i % 7)) + "如此。\n\n"
                for i in range(60))
            code = "```python\n" + "".join(f"line_{k}_{i} = {i} * {i}\n" for i in range(70)) + "```\n"
            (posts / f"t{k}.md").write_text(f"# 第{k}篇\n\n{body}\n{code}\n## 结语{k}\n\n{body}", encoding="utf-8")
        self.assertGreater(self.agrees(*self.books_of(posts))["nothing"], 30)

    def test_agrees_where_pages_end_within_everything_that_authors_write(self):
        posts = self.folder()
        write_varied_series(posts, essays=9, blocks=90)
        how = self.agrees(*self.books_of(posts))
        for over in ("the table's head, again", "what waited for the page"):
            self.assertGreater(how[over], 3)
        self.assertGreater(how["nothing"], 300)

    def test_agrees_on_screens_in_parts_and_on_the_smallest_page(self):
        posts = self.folder()
        for part in ("甲", "乙"):
            write_varied_series(posts / part, essays=3, blocks=20)
        for flags in (("--for", "screen"), ("--page", "6in")):
            with self.subTest(flags):
                self.agrees(*self.books_of(posts, *flags))

    def test_is_there_for_books_of_one_run_alone(self):
        epub = self.folder() / "a.epub"
        keben(ROOT / "samples" / "essay.md", "-o", epub)
        self.assertEqual(page_list(epub), ([], 0))
        with zipfile.ZipFile(epub) as book:
            self.assertNotIn("pageBreakSource", book.read("epub/package.opf").decode("utf-8"))

    def test_names_the_pdf_as_its_source(self):
        books = Books(ROOT / "samples" / "essay.md")
        self.addCleanup(books.close)
        package = books.file_in_epub(".opf")
        source = re.search(r'<meta property="pageBreakSource">([^<]*)<', package).group(1)
        self.assertIn(f"<dc:source>{source}</dc:source>", package)
        self.assertIn(source.removeprefix("urn:uuid:").encode(), books.pdf.read_bytes())
        for feature in ("pageNavigation", "pageBreakMarkers"):
            self.assertIn(f">{feature}<", package)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        begun, listed, marks, how, wrong = compare(*sys.argv[1:])
        print(report(begun, listed, how, wrong), *wrong, sep="\n")
        sys.exit([label for label, _ in listed] != begun or marks != len(listed) or not is_in_order(listed) or bool(wrong))
    unittest.main()
