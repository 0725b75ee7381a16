#!/usr/bin/env python3
"""Every link from essay to essay leads to it in both books, and print says on which page; counted one by one."""
import tempfile
import unittest
from pathlib import Path

from books import keben
from cross_links import Link, counts, links_of_epub, links_of_pdf, report

ESSAYS = 12
TITLES = [f"第{k}篇之题" for k in range(ESSAYS)]
PATHS = [("" if k < 4 else "甲/") + f"t{k:02d}.md" for k in range(ESSAYS)]  # a folder is a part of the book


def heading(k):
    return f"{k}篇中说{'山水' * (k % 3 + 1)}"


def address(k, to):
    """The path of an essay as another says it."""
    up = "../" if "/" in PATHS[k] and "/" not in PATHS[to] else ""
    return up + (PATHS[to].removeprefix("甲/") if "/" in PATHS[k] else PATHS[to])


def forms(k, to):
    """Markdown of a link and what it should be, in every way that authors write one."""
    yield f"[《{TITLES[to]}》](./{address(k, to)})", Link(f"《{TITLES[to]}》", TITLES[to])
    yield f"[说**山水**处]({address(k, to)}#{heading(to)})", Link("说山水处", TITLES[to], heading(to))
    yield f"[前文][r{to}]", Link("前文", TITLES[to])
    yield f"[[{TITLES[to]}]]", Link(TITLES[to], TITLES[to])
    yield f"[[{TITLES[to]}|旧作]]", Link("旧作", TITLES[to])
    yield f"[网上](https://blog.example/posts/{Path(PATHS[to]).stem}/)", Link("网上", TITLES[to])


def write_essays(folder):
    """Title → links, in the book's order."""
    (Path(folder) / "keben.yaml").write_text("title: 集\nsite: https://blog.example\npermalink: /posts/:slug/\n", encoding="utf-8")
    essays = {}
    for k in range(ESSAYS):
        body, links = [], []
        for step in (1, 5, 7):
            to = (k + step) % ESSAYS
            for markdown, link in forms(k, to):
                body.append(f"{'此处山水相连，' * (len(links) % 9)}参见{markdown}。{'风行水上。' * 12}")
                links.append(link)
                if len(links) == 4:
                    body += [f"## {heading(k)}", "一段。" * 90]
            body.append(f"[r{to}]: ./{address(k, to)}")
        path = Path(folder) / PATHS[k]
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitle: {TITLES[k]}\norder: {k + 1}\n---\n\n" + "\n\n".join(body) + "\n", encoding="utf-8")
        essays[TITLES[k]] = links
    return essays


class Links(unittest.TestCase):
    def test_lead_from_essay_to_essay_in_both_books(self):
        with tempfile.TemporaryDirectory() as folder:
            posts = Path(folder) / "posts"
            posts.mkdir()
            essays = write_essays(posts)
            epub, pdf = Path(folder) / "b.epub", Path(folder) / "b.pdf"
            run = keben(posts, "-o", epub, "-o", pdf)
            self.assertEqual(run.returncode, 0, run.stderr.decode())
            in_epub, in_pdf = links_of_epub(epub, essays), links_of_pdf(epub, pdf, essays)
        print(report(essays, in_epub, in_pdf))
        self.assertEqual(in_epub.wrong + in_pdf.wrong, [])
        self.assertEqual((in_epub.right, in_pdf.right), counts(essays))


if __name__ == "__main__":
    unittest.main()
