#!/usr/bin/python3
"""Do both books of one run tell the same? Samples, texts that once parted them, and every case of the spec files.

ctest runs each test apart, with KEBEN=…/keben. The judge, pair_books.py, knows nothing of this program.
"""
import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SKIPPED = 77

try:
    import pair_books
except SystemExit:
    print("SKIPPED: /usr/bin/python3 has no pikepdf", file=sys.stderr)
    sys.exit(SKIPPED)


def told_apart(source, folder):
    """The judge's lines on the books of one run; None where no book is made."""
    books = [Path(folder) / ("book." + format) for format in ("epub", "pdf")]
    command = [os.environ["KEBEN"], source, "--offline", "--cover", "none", "--quiet"]
    for book in books:
        book.unlink(missing_ok=True)
        command += ["-o", book]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        return None
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        epub = pair_books.Epub(str(books[0])).book
        pdf = pair_books.Pdf(str(books[1]), epub.colophon_title).book
        pair_books.compare(epub, pdf)
    return said.getvalue().splitlines()


def spec_cases():
    """Name, options and input of each case."""
    for file in sorted((ROOT / "tests/spec/input").glob("*.txt")):
        for part in re.split(r"^== ", file.read_text("utf-8"), flags=re.M)[1:]:
            name, _, body = part.partition("\n")
            sections = re.split(r"^--- (\w+)\n", body, flags=re.M)
            by_name = dict(zip(sections[1::2], sections[2::2]))
            yield f"{file.stem}: {name}", by_name.get("options", ""), by_name["input"]


class BothBooksTellTheSame(unittest.TestCase):
    def hold(self, source, name=None):
        with tempfile.TemporaryDirectory() as folder, self.subTest(name or source.name):
            self.assertEqual(told_apart(source, folder), [])

    def test_samples(self):
        for source in sorted((ROOT / "samples").iterdir()):
            if source.suffix == ".md" or source.name == "series":
                self.hold(source)

    def test_cases(self):
        for source in sorted((HERE / "cases").iterdir()):
            self.hold(source)

    def test_spec(self):
        lines = (HERE / "known.txt").read_text("utf-8").splitlines()
        known = {line for line in lines if not line.startswith("#")}
        apart = set()
        with tempfile.TemporaryDirectory() as folder:
            for name, options, text in spec_cases():
                if options:
                    continue  # of the reader's own tests
                source = Path(folder) / "text.md"
                source.write_text(text, "utf-8")
                if told_apart(source, folder):
                    apart.add(name)
        self.assertEqual(sorted(apart - known), [], "both books differ")
        self.assertEqual(sorted(known - apart), [], "in known.txt, and no longer apart")


if __name__ == "__main__":
    unittest.main()
