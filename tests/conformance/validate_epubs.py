"""Validates books that keben makes, by tools that others wrote (epub.md, "Gate").

    validate_epubs.py KEBEN EVERY_EPUB SAMPLES SCRATCH

The hand-built books of every construct and all samples must pass tools/check-epub.sh with everything
at zero (EPUBCheck, epubcheck-ts, DAISY Ace) and open in two reading systems, by day and by night, with
no complaint (tools/read-epub.mjs). Books from hostile Markdown must pass EPUBCheck and our own check.
Exits with 77, and a line that says so, where a tool is absent; with 1 where CI=true asks for them.
"""

import os
import pathlib
import shutil
import subprocess
import sys

import hostile
import self_check

TOOLS = pathlib.Path(__file__).with_name("tools")


def run(*command, **environment):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True,
                          env={**os.environ, **environment})


def missing_tools():
    wanted = {"java": "java", "node": "node", "chromium": os.environ.get("CHROMIUM", "/usr/bin/chromium")}
    return [name for name, program in wanted.items() if not shutil.which(program)]


def books_of(keben, every_epub, samples, scratch):
    """All books that must be spotless."""
    assert run(every_epub, scratch).returncode == 0
    for sample in sorted(samples.iterdir()) if samples.is_dir() else []:
        holds_texts = sample.is_dir() and any(sample.glob("*.md"))
        if holds_texts or sample.suffix == ".md":
            made = run(keben, sample, "-o", scratch / f"sample-{sample.stem}.epub", "--offline")
            assert made.returncode == 0, f"{sample}: {made.stderr}"
    return sorted(scratch.glob("*.epub"))


def complaints_of(book, scratch):
    checked = run("bash", TOOLS / "check-epub.sh", book, EPUB_CHECK_ACE="strict")
    if checked.returncode:
        yield checked.stdout + checked.stderr
    for light in ("light", "dark"):
        flags = ["--dark"] if light == "dark" else []
        read = run("node", TOOLS / "read-epub.mjs", book, scratch / f"{book.stem}-{light}", "--reader", "both",
                   *flags)
        if read.returncode:
            yield f"{light}: {read.stdout}{read.stderr}"


def hostile_faults(keben, scratch):
    """Each hostile text gives a sound book, or no book and a message."""
    made = []
    for name, text in hostile.texts():
        source, book = scratch / f"{name}.md", scratch / f"{name}.epub"
        source.write_bytes(text)
        done = run(keben, source, "-o", book, "--offline", "--cover", "none", "-q")
        if done.returncode == 0:
            made.append(book)
        elif done.returncode != 1 or not done.stderr:
            yield f"{name}: exit {done.returncode}: {done.stderr[:300]}"
    jar = self_check.epubcheck()
    for book, (faults, warnings, words) in zip(made, self_check.verdicts(jar, made, scratch)):
        ours, reason = self_check.passes(keben, book)
        if faults or warnings or not ours:
            yield f"{book.name}: {words} {reason}"
    print(f"{len(made)} books from hostile texts")


def main():
    keben, every_epub = sys.argv[1], sys.argv[2]
    samples, scratch = pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
    absent = missing_tools()
    if absent or not self_check.epubcheck():
        # check-epub.sh fetches EPUBCheck on its first run; in CI that has happened in a step before.
        print(f"SKIPPED: the validators are not here: {', '.join(absent) or 'run tools/check-epub.sh once'}")
        return 1 if os.environ.get("CI") == "true" else 77
    shutil.rmtree(scratch, ignore_errors=True)
    (scratch / "good").mkdir(parents=True)
    (scratch / "hostile").mkdir()
    bad = 0
    for fault in hostile_faults(keben, scratch / "hostile"):
        bad += 1
        print("FAIL", fault)
    for book in books_of(keben, every_epub, samples, scratch / "good"):
        faults = list(complaints_of(book, scratch))
        bad += len(faults)
        print("FAIL" if faults else "PASS", book.name, *faults)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
