#!/usr/bin/env python3
"""How well the samples' lines are set, on three pages, by the glyphs' places in the PDF.

ctest runs this once for each sample: KEBEN=…/keben layout_test.py NAME. What is measured, and how, is said by the judge,
../shared/tools/check_layout.py, which knows nothing of this program; without it the test is skipped aloud. One thing the
judge cannot see: a mark that stands in the middle of its cell (zh-Hant) ends its line with the cell, not half an em
short of it. Such lines are measured here by the cell's edge.
"""
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from books import ROOT, keben

SHARED = ROOT.parent / "shared"
JUDGE = SHARED / "tools" / "check_layout.py"
ESSAY = SHARED / "essay" / "essay.md"
FAULTS = ("start", "end", "lone", "over", "ragged")
CENTRED = {"zh-hant.md": "，。、；："}


class TheLines(unittest.TestCase):
    name = ""

    def measured(self, source, page):
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder) / "book.pdf"
            run = keben(source, "--page", page, "-o", pdf)
            self.assertEqual(run.returncode, 0, run.stderr)
            judged = subprocess.run(["python3", JUDGE, "--json", pdf], capture_output=True, check=False)
        self.assertNotEqual(judged.returncode, 2, judged.stderr)
        return json.loads(judged.stdout)

    def hold(self, source, page, pitch, jumps):
        found = self.measured(source, page)
        centred = CENTRED.get(self.name, "")
        found["ragged"] = [line for line in found["ragged"] if not (line[1][-1] in centred and line[2] == 0.5)]
        for fault in FAULTS:
            self.assertEqual(found[fault], [], f"{fault} on {page}")
        self.assertLessEqual(found["pitch_max"], pitch, f"on {page}: {found['pitch_at']}")
        self.assertLessEqual(found["comma_jumps_pct"], jumps, f"on {page}")
        return found

    def test_are_flush_and_even_on_three_pages(self):
        for page in ("A5", "A4", "6in"):
            with self.subTest(page=page):
                found = self.hold(Path("samples") / self.name, page, 1.08, 8)
                self.assertGreater(found["lines"], 20)  # else the judge judged nothing


class TheEssay(TheLines):
    def test_are_flush_and_even_on_three_pages(self):
        self.hold(ESSAY, "A5", 1.05, 5)
        self.hold(ESSAY, "A4", 1.08, 8)
        # One line of 20 em on the smallest page holds a name that cannot be divided; see docs/typesetting.md.
        self.hold(ESSAY, "6in", 1.10, 8)


if __name__ == "__main__":
    TheLines.name = sys.argv.pop(1)
    if not JUDGE.exists() or not shutil.which("mutool"):
        print(f"SKIPPED: {JUDGE} or mutool is not here")
        sys.exit(77)
    case = TheEssay if TheLines.name == "essay" else TheLines
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    sys.exit(not unittest.TextTestRunner().run(suite).wasSuccessful())
