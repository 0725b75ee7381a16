#!/usr/bin/env python3
"""Prints the rows of tests/spec/input/rows.txt that no spec file covers; fails where that is a fault.

A spec file (tests/spec/input/*.txt) names in its first line the rows that its cases are of: `rows: marks strike`.
Every row of priority 1 and 2 needs one. Rows still waiting stand in uncovered.txt, which only shrinks: a row there
that is covered by now is a fault too, so that the list never says less than the truth.
"""
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "spec" / "input"
TABLES = {"rows.txt", "uncovered.txt"}


def lines_of(file):
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_rows():
    """Row name -> (priority, construct), in the table's order."""
    rows = {}
    for line in lines_of(FOLDER / "rows.txt"):
        name, priority, construct = (cell.strip() for cell in line.split("|", 2))
        if name in rows:
            sys.exit(f"rows.txt: {name} stands twice")
        rows[name] = (int(priority), construct)
    return rows


def covered_rows(rows, faults):
    covered = set()
    for file in sorted(FOLDER.glob("*.txt")):
        if file.name in TABLES:
            continue
        text = file.read_text(encoding="utf-8")
        head = text.split("\n", 1)[0]
        if not head.startswith("rows: "):
            faults.append(f"{file.name}: its first line does not say `rows: …`")
            continue
        names = head.removeprefix("rows: ").split()
        faults += [f"{file.name}: no such row: {name}" for name in names if name not in rows]
        if "\n== " in text:
            covered.update(names)
        else:
            faults.append(f"{file.name}: holds no case")
    return covered


def main():
    faults = []
    rows = read_rows()
    covered = covered_rows(rows, faults)
    waiting = set(lines_of(FOLDER / "uncovered.txt"))
    for name, (priority, construct) in rows.items():
        if name in covered:
            if name in waiting:
                faults.append(f"{name} is covered: strike it from uncovered.txt")
            continue
        print(f"without a case: P{priority} {name}: {construct}")
        if priority <= 2 and name not in waiting:
            faults.append(f"{name} (P{priority}) has no case")
    faults += [f"uncovered.txt: no such row: {name}" for name in sorted(waiting - set(rows))]
    for fault in faults:
        print("FAULT:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
