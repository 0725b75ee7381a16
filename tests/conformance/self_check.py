"""Holds keben's checker of EPUBs against EPUBCheck over damaged books (epub.md 36).

    self_check.py KEBEN EVERY_EPUB SCRATCH [--all | --from N]

Every mutation that EPUBCheck calls an error must fail `keben check`; sound books must pass both.
Without --all one mutation in twelve is taken, always the same ones; --from 0 … 11 chooses which. Exits
with 77, and a line that says so, where Java or EPUBCheck is absent; with 1 where CI=true asks for
them.
"""

import os
import pathlib
import shutil
import subprocess
import sys

import mutations

EVERY = 12


def epubcheck():
    given = os.environ.get("EPUB_CHECK_JAR")
    cache = pathlib.Path(os.environ.get("EPUB_CHECK_CACHE") or pathlib.Path(
        os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "epub-check")
    found = [pathlib.Path(given)] if given else sorted(cache.glob("**/epubcheck.jar"))
    return found[0] if found and shutil.which("java") else None


def verdicts(jar, files, scratch):
    names = scratch / "names.txt"
    names.write_text("".join(f"{f}\n" for f in files))
    source = pathlib.Path(__file__).with_name("EpubcheckMany.java")
    done = subprocess.run(["java", "-Xmx600m", "-XX:+UseSerialGC", "-cp", str(jar), str(source), str(names)],
                          capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(rows) == len(files), done.stderr
    return [(int(r[0]) + int(r[1]), int(r[2]), r[3]) for r in rows]


def passes(keben, file):
    done = subprocess.run([keben, "check", str(file), "--ui-lang", "en"], capture_output=True, text=True)
    assert done.returncode in (0, 1), f"{file}: exit {done.returncode}: {done.stderr}"
    return done.returncode == 0, done.stderr.strip().split("\n")[0]


def main():
    keben, every_epub, scratch = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    jar = epubcheck()
    if not jar:
        print("SKIPPED: Java or EPUBCheck is not here (set EPUB_CHECK_JAR)")
        return 1 if os.environ.get("CI") == "true" else 77
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    subprocess.run([every_epub, str(scratch / "good")], check=True)
    good = sorted((scratch / "good").glob("*.epub"))
    made = []
    for name, markup in (
            ("collection", ("META-INF/container.xml", "epub/package.opf", "epub/nav.xhtml", "epub/toc.ncx",
                            "epub/text/cover.xhtml", "epub/text/e1.xhtml")),
            ("every", ("epub/text/e1-2.xhtml", "epub/text/title.xhtml"))):
        made += [(f"{name}: {what}", content) for what, content in mutations.mutations(
            mutations.Book(scratch / "good" / f"{name}.epub"), markup)]
    if "--all" not in sys.argv:
        first = int(sys.argv[sys.argv.index("--from") + 1]) if "--from" in sys.argv else 0
        made = made[first::EVERY]
    files = []
    for number, (_, content) in enumerate(made):
        files.append(scratch / f"m{number:04}.epub")
        files[-1].write_bytes(content)
    judged = verdicts(jar, good + files, scratch)
    errors = missed = stricter = 0
    for file, (faults, warnings, words) in zip(good, judged):
        ours, reason = passes(keben, file)
        if faults or warnings or not ours:
            print(f"FAIL {file.name} is not sound: {words} {reason}")
            missed += 1
    for (what, _), file, (faults, _, words) in zip(made, files, judged[len(good):]):
        ours, reason = passes(keben, file)
        errors += faults > 0
        if faults and ours:
            missed += 1
            print(f"MISSED {what}: {words}")
        elif not faults and not ours:
            stricter += 1
            if len(sys.argv) > 4:
                print(f"stricter {what}: {reason}")
    print(f"{len(made)} mutations, {errors} errors by EPUBCheck, {missed} missed, {stricter} that only keben calls faults")
    if errors < 60:
        print("FAIL too few mutations are errors for a comparison")
    return 1 if missed or errors < 60 else 0


if __name__ == "__main__":
    sys.exit(main())
