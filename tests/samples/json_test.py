#!/usr/bin/env python3
"""`--json` is what docs/json.md says: every line an object, every key written down, the last line the result."""
import hashlib
import json
import re
import tempfile
import unittest
from pathlib import Path

from books import ROOT, keben

FAULTY = """# 题

[无处可去](missing.md)的链接，![](gone.png)的图。

正文[^没有]。
"""


def documented(heading):
    """The keys of one section's table, and whether each may be absent."""
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    section = page.split(f"## `{heading}`")[1].split("\n## ")[0]
    keys = {}
    for names, kind in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| ([^|]*)\|", section, re.MULTILINE):
        for name in re.findall(r"`(\w+)`", names):
            keys[name] = "optional" in kind or "with" in kind
    return keys


def lines_of(run):
    return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]


class TheReport(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.text = Path(self.folder.name) / "题.md"
        self.text.write_text(FAULTY, encoding="utf-8")
        self.out = Path(self.folder.name) / "out.epub"

    def test_has_the_keys_that_its_page_names_and_no_others(self):
        run = keben(self.text, "--json", "-o", self.out)
        *messages, result = lines_of(run)
        self.assertGreaterEqual({m["code"] for m in messages}, {"link-dead", "image-missing", "note-undefined"})
        for kind, objects in (("diagnostic", messages), ("result", [result])):
            keys = documented(kind)
            self.assertIn("type", keys)
            for one in objects:
                self.assertEqual(one["type"], kind)
                self.assertLessEqual(set(one), set(keys), one)
                self.assertLessEqual({k for k, optional in keys.items() if not optional}, set(one) | {"line", "column"}, one)

    def test_tells_of_each_text_of_a_batch(self):
        run = keben("--each", self.text, "--json", "-t", "epub", "--out-dir", Path(self.folder.name) / "out")
        essays = [one for one in lines_of(run) if one["type"] == "essay"]
        self.assertEqual([one["fate"] for one in essays], ["made"])
        self.assertEqual(set(essays[0]), set(documented("essay")))

    def test_names_the_place_of_what_it_found(self):
        *messages, _ = lines_of(keben(self.text, "--json", "-o", self.out))
        dead = next(m for m in messages if m["code"] == "link-dead")
        self.assertEqual((Path(dead["file"]).name, dead["line"], dead["column"]), ("题.md", 3, 1))

    def test_tells_the_digest_and_the_size_of_what_was_written(self):
        result = lines_of(keben(self.text, "--json", "-o", self.out))[-1]
        book, = result["outputs"]
        self.assertEqual(book["sha256"], hashlib.sha256(self.out.read_bytes()).hexdigest())
        self.assertEqual(book["bytes"], self.out.stat().st_size)

    def test_leaves_standard_error_silent(self):
        self.assertEqual(keben(self.text, "--json", "-o", self.out).stderr, b"")

    def test_ends_with_the_result_where_nothing_could_be_written(self):
        run = keben(Path(self.folder.name) / "无.md", "--json", "-o", self.out)
        *messages, result = lines_of(run)
        self.assertEqual(run.returncode, 1)
        self.assertEqual((result["exit"], result["outputs"]), (1, []))
        self.assertEqual([m["code"] for m in messages], ["input-unreadable"])

    def test_tells_the_stages_where_v_is_given(self):
        result = lines_of(keben(self.text, "--json", "-v", "-o", self.out))[-1]
        self.assertEqual({tuple(stage) for stage in result["stages"]}, {("name", "cpu_seconds")})


if __name__ == "__main__":
    unittest.main()
