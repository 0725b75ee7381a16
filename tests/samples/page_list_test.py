#!/usr/bin/env python3
"""The page list of an EPUB and the pages of the PDF of the same run say the same: epub.md 13, seen through poppler."""
import html
import re
import tempfile
import unittest
import zipfile
from pathlib import Path

from books import ROOT, Books, keben, output_of

KEPT = 10  # characters that follow a mark


def squashed(text):
    return re.sub(r"\s", "", text)


def pages_of(pdf):
    """The text of each page by the label that is printed on it: front matter's are Roman."""
    texts = output_of("pdftotext", "-enc", "UTF-8", str(pdf), "-").split("\f")[:-1]
    front = 0
    while not re.search(r"(^|\n)1\s*$", texts[front]):
        front += 1
    return {str(i - front + 1): squashed(text).replace("wénzì", "") for i, text in enumerate(texts) if i >= front}


def page_list(epub):
    """(label, characters that follow its mark) in the list's order."""
    with zipfile.ZipFile(epub) as book:
        nav = book.read("epub/nav.xhtml").decode("utf-8")
        listed = re.search(r'<nav epub:type="page-list".*?</nav>', nav, re.DOTALL)
        out = []
        for file, anchor, label in re.findall(r'<a href="([^"#]*)#([^"]*)">([^<]*)</a>', listed[0] if listed else ""):
            text = book.read("epub/" + file).decode("utf-8")
            mark = re.search(rf'<span epub:type="pagebreak" role="doc-pagebreak" id="{anchor}" aria-label="{label}"></span>|'
                             rf'<span epub:type="pagebreak" role="doc-pagebreak" id="{anchor}" aria-label="{label}"/>', text)
            rest = text[mark.end():]
            rest = re.sub(r"<(rt|rp)>.*?</\1>", "", rest)
            rest = re.sub(r'<a [^>]*noteref[^>]*>.*?</a>', "", rest)
            out.append((label, squashed(html.unescape(re.sub(r"<[^>]*>", "", rest)))[:KEPT]))
    return out


def marks_in(epub):
    with zipfile.ZipFile(epub) as book:
        return sum(book.read(n).decode("utf-8").count('epub:type="pagebreak"') for n in book.namelist() if n.endswith(".xhtml"))


class ThePageList(unittest.TestCase):
    def agrees(self, epub, pdf, waiting=0):
        pages = pages_of(pdf)
        listed = page_list(epub)
        begun = [label for label, text in pages.items() if re.sub(r"[0-9]", "", text)]
        self.assertEqual([label for label, _ in listed], begun)
        self.assertEqual(marks_in(epub), len(listed))
        below = 0
        for label, words in listed:
            self.assertIn(words, pages[label], f"page {label}")
            below += words not in pages[label][: 40 + KEPT]  # a running head is the least that stands over them
        self.assertLessEqual(below, waiting, "text that begins under a table or a figure which waited for the page")
        return listed

    def test_agrees_with_the_pages_of_an_essay(self):
        books = Books(ROOT / "samples" / "essay.md")
        self.addCleanup(books.close)
        self.assertGreater(len(self.agrees(books.epub, books.pdf, waiting=1)), 5)

    def test_agrees_with_the_pages_of_a_series(self):
        books = Books(ROOT / "samples" / "series")
        self.addCleanup(books.close)
        self.assertGreater(len(self.agrees(books.epub, books.pdf)), 5)

    def test_agrees_where_pages_end_within_words_links_code_and_ruby(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        posts = Path(folder.name) / "posts"
        posts.mkdir()
        for k in range(3):
            body = "".join(
                f'第{i}段以"引号"与**着重**起，[参看另一篇](t{(k + 1) % 3}.md)，再说{{文字|wénzì}}与`code {i}`，'
                + "".join(f"此处第{i}又{j}句，" for j in range(9 + i % 7)) + "如此。\n\n"
                for i in range(60))
            code = "```python\n" + "".join(f"line_{k}_{i} = {i} * {i}\n" for i in range(70)) + "```\n"
            (posts / f"t{k}.md").write_text(f"# 第{k}篇\n\n{body}\n{code}\n## 结语{k}\n\n{body}", encoding="utf-8")
        epub, pdf = Path(folder.name) / "b.epub", Path(folder.name) / "b.pdf"
        self.assertEqual(keben(posts, "-o", epub, "-o", pdf).returncode, 0)
        self.assertGreater(len(self.agrees(epub, pdf)), 30)

    def test_is_there_for_books_of_one_run_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            epub = Path(folder) / "a.epub"
            keben(ROOT / "samples" / "essay.md", "-o", epub)
            self.assertEqual((page_list(epub), marks_in(epub)), ([], 0))
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
    unittest.main()
