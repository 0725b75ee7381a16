"""What the samples' tests share: a book made by the program, and the ways other people's tools read it."""
import json
import os
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEBEN = os.environ["KEBEN"]


def keben(*arguments, text=None):
    """Runs the program in the tree's root, offline; what it said is in the answer."""
    return subprocess.run([KEBEN, "--offline", *map(str, arguments)], cwd=ROOT, input=text, capture_output=True)


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def is_hanzi(character):
    point = ord(character)
    return 0x3400 <= point <= 0x9FFF or 0x20000 <= point <= 0x3FFFF or point == 0x3007


def is_letter_of_its_language(character):
    return is_hanzi(character) or 0x3040 <= ord(character) <= 0x30FF or 0xAC00 <= ord(character) <= 0xD7A3


def letters(text):
    """Hanzi, kana and hangul of a text, in order, and nothing else."""
    return "".join(filter(is_letter_of_its_language, text))


class Books:
    """Both books of one sample, in a folder that goes with the object."""

    def __init__(self, sample, *flags):
        self.folder = tempfile.TemporaryDirectory()
        self.epub = Path(self.folder.name) / "book.epub"
        self.pdf = Path(self.folder.name) / "book.pdf"
        run = keben(sample, "--json", "-o", self.epub, "-o", self.pdf, *flags)
        lines = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
        self.exit_code = run.returncode
        self.messages = [line for line in lines if line["type"] == "diagnostic"]
        self.result = lines[-1]

    def close(self):
        self.folder.cleanup()

    def file_in_epub(self, ending):
        with zipfile.ZipFile(self.epub) as book:
            return book.read(next(n for n in book.namelist() if n.endswith(ending))).decode("utf-8")

    def language_of_epub(self):
        return re.search(r"<dc:language[^>]*>([^<]*)<", self.file_in_epub(".opf")).group(1)

    def title_of_contents(self):
        return re.search(r"<h1[^>]*>([^<]*)<", self.file_in_epub("nav.xhtml")).group(1).strip()

    def language_of_pdf(self):
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(self.pdf), "-"],
                               check=True, capture_output=True).stdout.decode("latin-1")
        catalogue = next(o for o in plain.split("\nendobj") if "/Type /Catalog" in o)
        return re.search(r"/Lang \(([^)]*)\)", catalogue).group(1)

    def faces(self):
        rows = output_of("pdffonts", str(self.pdf)).splitlines()[2:]
        return {row.split()[0].split("+")[-1] for row in rows}

    def text_in_reading_order(self):
        """The text by the PDF's own tags."""
        tagged = output_of("pdfinfo", "-struct-text", str(self.pdf))
        return "\n".join(re.findall(r'^ *"(.*)"$', tagged, re.MULTILINE))

    def text_on_pages(self):
        return output_of("pdftotext", str(self.pdf), "-")
