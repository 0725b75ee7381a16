#!/usr/bin/env python3
"""The samples as people get them: both books, their language, their type, their words, their text.

ctest runs this once for each sample: KEBEN=…/keben samples_test.py NAME. The books are read by other eyes (zipfile,
poppler, qpdf) and the source by source_text.py, none of which share code with the program.
"""
import subprocess
import sys
import unittest
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from books import ROOT, Books, letters
from source_text import fragments, readings


@dataclass
class Sample:
    language: str
    contents: str  # the heading of the table of contents
    faces: str     # the region at the end of Noto CJK's names
    boxes: list    # labels that the program gives to boxes without a title


SAMPLES = {
    "essay.md": Sample("zh-CN", "目录", "sc", ["注"]),
    "series": Sample("zh-CN", "目录", "sc", ["注", "警告"]),
    "zh-hant.md": Sample("zh-Hant-TW", "目錄", "tc", ["註"]),
    "ja.md": Sample("ja", "目次", "jp", ["警告"]),
    "ko.md": Sample("ko", "차례", "kr", ["참고", "도움말"]),
    "en.md": Sample("en-GB", "Contents", "sc", ["Note", "Tip"]),
}
REGIONS = ("sc", "tc", "hk", "jp", "kr")


class TheSample(unittest.TestCase):
    name = ""

    @classmethod
    def setUpClass(cls):
        cls.sample = SAMPLES[cls.name]
        cls.books = Books(Path("samples") / cls.name)
        cls.addClassCleanup(cls.books.close)
        folder = ROOT / "samples" / cls.name
        files = sorted(folder.glob("*.md")) if folder.is_dir() else [folder]
        cls.sources = [file.read_text(encoding="utf-8") for file in files]

    def test_becomes_both_books(self):
        self.assertEqual(self.books.exit_code, 0)
        self.assertEqual([b["format"] for b in self.books.result["outputs"]], ["epub", "pdf"])
        for book in (self.books.epub, self.books.pdf):
            self.assertGreater(book.stat().st_size, 5_000)

    def test_is_sound_to_qpdf(self):
        judged = subprocess.run(["qpdf", "--check", self.books.pdf], capture_output=True)
        self.assertEqual(judged.returncode, 0, judged.stderr)

    def test_raises_no_warning(self):
        self.assertEqual([m for m in self.books.messages if m["severity"] != "note"], [])

    def test_says_its_language_in_both_books(self):
        self.assertEqual(self.books.language_of_epub(), self.sample.language)
        self.assertEqual(self.books.language_of_pdf(), self.sample.language)

    def test_is_set_in_the_faces_of_its_region_and_no_other(self):
        faces = self.books.faces()
        for family in ("NotoSerifCJK", "NotoSansCJK"):
            self.assertIn(f"{family}{self.sample.faces}-Bold", faces)
            for region in REGIONS:
                if region != self.sample.faces:
                    self.assertFalse([f for f in faces if f.startswith(family + region)], faces)
        self.assertIn(f"NotoSerifCJK{self.sample.faces}-Regular", faces)

    def test_speaks_its_language_where_the_program_speaks_for_it(self):
        text = self.books.text_in_reading_order().split("\n")
        self.assertEqual(self.books.title_of_contents(), self.sample.contents)
        self.assertIn(self.sample.contents, text)
        for label in self.sample.boxes:
            self.assertIn(label, text)

    def test_keeps_every_letter_in_order_by_the_tags_of_its_pdf(self):
        whole = letters(self.books.text_in_reading_order())
        for reading in filter(None, sum(map(readings, self.sources), [])):
            self.assertIn(reading, whole)
            whole = whole.replace(reading, "", 1)
        body_of_all = [fragments(source) for source in self.sources]
        # Behind the contents, where headings stand for the first time.
        at = whole.index(letters(self.sample.contents))
        for body, _ in body_of_all:
            for piece in body:
                found = whole.find(piece, at)
                self.assertGreaterEqual(found, 0, f"“{piece}” is missing, or comes too early; text went on at "
                                                  f"“{whole[at:at + 40]}”")
                at = found + len(piece)
        for _, notes in body_of_all:
            for piece in notes:
                self.assertIn(piece, whole)

    def test_loses_no_letter_between_its_source_and_the_pages(self):
        wanted = Counter()
        for source in self.sources:
            for part in (*fragments(source), readings(source)):
                wanted.update("".join(part))
        on_pages = Counter(letters(self.books.text_on_pages()))
        self.assertEqual(wanted - on_pages, Counter())

    def test_is_the_same_to_the_byte_with_one_worker_and_with_eight(self):
        one, eight = (Books(Path("samples") / self.name, "--jobs", n) for n in ("1", "8"))
        self.addCleanup(one.close)
        self.addCleanup(eight.close)
        self.assertEqual(one.epub.read_bytes(), eight.epub.read_bytes())
        self.assertEqual(one.pdf.read_bytes(), eight.pdf.read_bytes())


if __name__ == "__main__":
    TheSample.name = sys.argv.pop(1)
    unittest.main()
