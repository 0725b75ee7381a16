#!/usr/bin/env python3
"""Lists the stable codes of keben's messages, and holds docs/diagnostics.md against the sources.

usage: tools/list_message_codes.py            every code that the sources speak of, with its files
       tools/list_message_codes.py --check    1 where the document lacks a code, or has one that is gone

A code is the literal that stands where a code belongs: first in log.warn(…) and its kin, in `.code = …`, behind a
Fault, first in a call of a function that makes an Error, or returned by one that chooses a code.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = r'"([a-z0-9]+(?:-[a-z0-9]+)*)"'
PAIR = r'"([a-z0-9]+(?:-[a-z0-9]+)+)"'
PLACES = [
    re.compile(r"\b(?:log_?|diagnostics_?)\.(?:error|warn|note)\(\s*" + CODE),
    re.compile(r"\.code = " + CODE),
    re.compile(r"Fault::[a-z]+,\s*" + CODE),
    re.compile(r"\b(?:\w*error|usage|fail|failed|refuse|warn|note|tell)\(\s*" + CODE),
    re.compile(r"return " + PAIR + ";"),
    re.compile(r"[?:] " + PAIR),
    re.compile(r"error\[([a-z-]+)\]"),
    re.compile(r'"(epub-[a-z]+)"'),  # findings of epub/check
]
NO_CODES = {"lctt-publisher"}  # returned like one, but a key of front matter
INNER = "fetch-"  # the network's own words; assets turns each into an image- code before anyone sees it


def spoken():
    """code -> the files that speak of it."""
    found = {}
    for top in ("src", "epub", "pdf", "fonts"):
        for file in sorted((ROOT / top).rglob("*.cc")):
            text = file.read_text(encoding="utf-8")
            for place in PLACES:
                for code in place.findall(text):
                    if not code.startswith(INNER) and code not in NO_CODES:
                        found.setdefault(code, set()).add(str(file.relative_to(ROOT)))
    return found


def written():
    """The codes that head a row of the document, in order."""
    text = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([a-z0-9-]+)` \|", text, re.MULTILINE)


def check():
    codes, rows = spoken(), written()
    faults = [f"docs/diagnostics.md lacks `{c}`, which {', '.join(sorted(codes[c]))} says" for c in codes if c not in rows]
    faults += [f"docs/diagnostics.md has `{c}`, which no source says" for c in rows if c not in codes]
    faults += [f"docs/diagnostics.md has `{c}` twice" for c in sorted(set(rows)) if rows.count(c) > 1]
    print("\n".join(faults) or f"{len(rows)} codes, all of them written down")
    return 1 if faults else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(check())
    for code, files in sorted(spoken().items()):
        print(code, *sorted(files))
