#!/usr/bin/env python3
"""The claims of page_list_test.py and links_test.py on a book of two hundred essays, some 2,300 pages of it.

Run by hand, since it takes many minutes: `KEBEN=build/release/keben tests/samples/large_series_test.py [FOLDER]`. The essays are
those that the program's speed is measured on: ../shared/tools/gen_corpus.py writes them. Without it, or without what it needs, the
test is skipped aloud. FOLDER holds essays that it has written before.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import page_list_test
from books import ROOT, keben
from cross_links import Link, counts, links_of_epub, links_of_pdf, report

GENERATOR = ROOT.parent / "shared" / "tools" / "gen_corpus.py"
ESSAYS = 200


def essays_in(folder):
    """Title → its links to other essays, by the order that the essays say."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    titles = {name: re.search(r"^title: (.*)$", text, re.MULTILINE)[1] for name, text in texts.items()}
    order = sorted(texts, key=lambda name: int(re.search(r"^order: (\d+)$", texts[name], re.MULTILINE)[1]))
    return {titles[name]: [Link(words, titles[target]) for words, target in re.findall(r"\[([^\]]*)\]\(\./([^)]*\.md)\)", texts[name])]
            for name in order}


class TheLargeSeries(unittest.TestCase):
    essays_written = None

    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        folder = Path(cls.scratch.name)
        posts = cls.essays_written or folder / "series"
        if not posts.exists():
            subprocess.run(["python3", GENERATOR, folder, "--only", "series"], check=True)
        cls.essays = essays_in(posts)
        cls.epub, cls.pdf = folder / "b.epub", folder / "b.pdf"
        run = keben(posts, "-o", cls.epub, "-o", cls.pdf)
        assert run.returncode == 0, run.stderr.decode()

    def test_has_its_essays(self):
        self.assertEqual(len(self.essays), ESSAYS)

    def test_lists_its_pages(self):
        begun, listed, marks, how, wrong = page_list_test.compare(self.epub, self.pdf)
        print(page_list_test.report(begun, listed, how, wrong))
        self.assertEqual([label for label, _ in listed], begun)
        self.assertEqual(marks, len(listed))
        self.assertEqual(wrong, [])
        self.assertTrue(page_list_test.is_in_order(listed))
        self.assertGreater(len(listed), 10 * ESSAYS)

    def test_leads_from_essay_to_essay(self):
        in_epub, in_pdf = links_of_epub(self.epub, self.essays), links_of_pdf(self.epub, self.pdf, self.essays)
        print(report(self.essays, in_epub, in_pdf))
        self.assertEqual(in_epub.wrong + in_pdf.wrong, [])
        self.assertEqual((in_epub.right, in_pdf.right), counts(self.essays))
        self.assertGreater(in_pdf.right, 3 * ESSAYS)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        TheLargeSeries.essays_written = Path(sys.argv.pop())
    elif not GENERATOR.exists() or not shutil.which("convert"):
        print(f"SKIPPED: {GENERATOR} or ImageMagick's convert is not here")
        sys.exit(77)
    unittest.main()
