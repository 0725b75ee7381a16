#!/usr/bin/env python3
"""Holds the papers against the tree, so that they stay true.

usage: tools/check_papers.py            1 where a paper is wrong, and what is wrong with it
       tools/check_papers.py --write    copies cmake/rooms.txt into ARCHITECTURE.md first

Checked: the room table of ARCHITECTURE.md is that of cmake/rooms.txt; docs/licences.md has a row for every library of
cmake/libraries.txt and every font package of tools/packages.txt; every link to a file leads to one.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- rooms: cmake/rooms.txt, by tools/check_papers.py --write -->", "<!-- end of rooms -->"


def rows(name):
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def room_table():
    head = "| room | folder | speaks (PUBLIC) | uses (PRIVATE) | opens |\n|---|---|---|---|---|\n"
    body = "".join("| {} | `{}` | {} | {} | {} |\n".format(*(row + [""] * 5)[:5]) for row in rows("cmake/rooms.txt"))
    return re.sub(r"\| +\|", "| – |", re.sub(r"\| +(?=\|)", "| – ", (head + body).replace("| * |", "| all rooms |")))


def check_rooms(write):
    paper = ROOT / "ARCHITECTURE.md"
    text = paper.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    wanted = f"{before}{BEGIN}\n{room_table()}{END}{after}"
    if write and text != wanted:
        paper.write_text(wanted, encoding="utf-8")
    elif text != wanted:
        yield "ARCHITECTURE.md: the room table is not cmake/rooms.txt's; run tools/check_papers.py --write"


def check_licences():
    text = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    wanted = [row[0] for row in rows("cmake/libraries.txt")]
    wanted += [row[1] for row in rows("tools/packages.txt") if re.match(r"fonts-|hyphen-", row[1])]
    for name in wanted:
        if f"| {name} |" not in text:
            yield f"docs/licences.md: no row for {name}"


def check_links():
    papers = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    for paper in papers:
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"", paper.read_text(encoding="utf-8")):
            target = link[0] or link[1]
            if not re.match(r"[a-z]+:", target) and not (paper.parent / target).exists():
                yield f"{paper.relative_to(ROOT)}: no such file: {target}"


if __name__ == "__main__":
    faults = [*check_rooms("--write" in sys.argv), *check_licences(), *check_links()]
    print("\n".join(faults) or "the papers are true to the tree")
    sys.exit(1 if faults else 0)
