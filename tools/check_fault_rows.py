#!/usr/bin/env python3
"""Prints the rows of the fault tables that no test carries by name; exits with 1 if there are any.

A row is a tag of tests/fault_rows.txt; a test carries it in its TEST_CASE's tags. A tag that no row
has is a slip of the pen and is printed too.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
STRINGS = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'  # the compiler joins neighbours, and so do we
TEST_CASE = re.compile(rf"TEST_CASE\(\s*{STRINGS},\s*{STRINGS}\)")
JOINT = re.compile(r'"\s*"')
TAG = re.compile(r"\[((?:network|images|paths)\.[^\]]+)\]")


def rows():
    out = {}
    for line in (ROOT / "tests/fault_rows.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            tag, words = line.split(maxsplit=1)
            out[tag] = words
    return out


def carried():
    out = {}
    for file in sorted((ROOT / "tests").rglob("*_test.cc")):
        for name, tags in TEST_CASE.findall(file.read_text(encoding="utf-8")):
            for tag in TAG.findall(JOINT.sub("", tags)):
                out.setdefault(tag, []).append(f"{file.relative_to(ROOT)}: {name.strip()}")
    return out


def main():
    wanted, found = rows(), carried()
    bare = [tag for tag in wanted if tag not in found]
    stray = [tag for tag in found if tag not in wanted]
    for tag in bare:
        print(f"no test: {tag}: {wanted[tag]}")
    for tag in stray:
        print(f"no such row: {tag}: {found[tag][0]}")
    print(f"{len(wanted) - len(bare)} of {len(wanted)} rows have a test")
    return 1 if bare or stray else 0


if __name__ == "__main__":
    sys.exit(main())
