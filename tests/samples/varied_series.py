"""A series in which pages end within everything that authors write: made anew for each test, the same each time.

Chance has a seed, and the words are numbered, so that every ten characters of it are found at one place alone.
"""
import random
import struct
import zlib
from pathlib import Path

HANZI = "山水风云日月星火江河湖海春夏秋冬东西南北书纸墨字页行版印读写思问学言语文章句词声色光影门窗桥路城村舟车琴棋诗画茶酒花草竹木石金玉"


def png(width, height, shade):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes([shade]) * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Essay:
    def __init__(self, number, count, folder):
        self.number, self.count, self.folder = number, count, folder
        self.chance, self.made, self.notes = random.Random(number), 0, []

    def clause(self):
        self.made += 1
        return "".join(self.chance.choices(HANZI, k=self.chance.randint(5, 11))) + f"{self.number}之{self.made}"

    def sentence(self):
        clauses = [self.clause() for _ in range(self.chance.randint(1, 4))]
        k = self.chance.randrange(9)
        clauses[0] = (f"**{clauses[0]}**", f"“{clauses[0]}”", f"{{文字|wénzì}}{clauses[0]}", f"`code_{self.made}`{clauses[0]}",
                      clauses[0], clauses[0], clauses[0], clauses[0], clauses[0])[k]
        return "，".join(clauses) + "。"

    def sentences(self, least, most):
        return "".join(self.sentence() for _ in range(self.chance.randint(least, most)))

    def paragraph(self):
        return self.sentences(1, 6)

    def noted(self):
        self.notes.append(self.sentences(1, 9))
        return f"{self.sentence()}[^{len(self.notes)}]{self.sentences(1, 3)}"

    def linked(self):
        other = self.chance.randrange(self.count)
        return f"{self.sentences(1, 4)}参见[《{other}号》](./{other:02d}.md)。{self.sentence()}"

    def bullets(self):
        gap = self.chance.choice(("\n", "\n\n"))
        return gap.join(f"- {self.sentences(1, 3)}" + "".join(f"{gap}  - {self.sentence()}" for _ in range(self.chance.randint(0, 2)))
                        for _ in range(self.chance.randint(2, 6)))

    def numbers(self):
        first = self.chance.randint(1, 120)
        return "\n".join(f"{first + k}. {self.sentences(1, 3)}" for k in range(self.chance.randint(2, 12)))

    def tasks(self):
        return "\n".join(f"- [{self.chance.choice(' x')}] {self.sentence()}" for _ in range(self.chance.randint(2, 8)))

    def table(self):
        columns, rows = self.chance.randint(2, 3), self.chance.choice((3, 5, 8, 30, 60))

        def cell():
            self.made += 1
            return f"{self.chance.choice(HANZI)}{self.number}之{self.made}"
        lines = [[cell() for _ in range(columns)] for _ in range(rows)]
        lines.insert(1, ["---"] * columns)
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)

    def figure(self):
        self.made += 1
        name = f"p{self.number}-{self.made}.png"
        (self.folder / name).write_bytes(png(80, self.chance.choice((30, 60, 100)), 40 + self.made % 200))
        return f"![{self.clause() if self.chance.random() < .8 else ''}]({name})"

    def code(self):
        title = self.chance.choice(("", ' title="程序"'))
        lines = [f"{self.chance.choice(('', '    '))}row_{self.number}_{self.made}_{k} = {k} * {k}" + "  # 字" * self.chance.choice((0, 0, 3, 20))
                 for k in range(self.chance.choice((3, 8, 40, 90)))]
        self.made += 1
        return f"```python{title}\n" + "\n".join(lines) + "\n```"

    def formula(self):
        self.made += 1
        return "$$\n" + "\n".join(f"a_{{{self.number}.{self.made}.{k}}} = {k} + b \\\\" for k in range(self.chance.choice((1, 4, 30)))) + "\n$$"

    def quotation(self):
        return "\n>\n".join("> " + self.paragraph() for _ in range(self.chance.randint(1, 3))) + f"\n>\n> —— {self.clause()}"

    def box(self):
        return f":::{self.chance.choice(('note', 'tip', 'warning'))}[{self.clause()}]\n{self.paragraph()}\n\n{self.bullets()}\n:::"

    def folded(self):
        return f"<details><summary>{self.clause()}</summary>\n\n{self.paragraph()}\n\n{self.paragraph()}\n\n</details>"

    def terms(self):
        return "\n\n".join(f"{self.clause()}\n: {self.sentences(1, 3)}" for _ in range(self.chance.randint(1, 4)))

    def english(self):
        words = ("understanding", "particularly", "of", "the", "characteristic", "paper", "and", "letters", "independently")
        self.made += 1
        return f"No. {self.number}.{self.made} " + " ".join(self.chance.choices(words, k=self.chance.randint(20, 90))) + "."

    def heading(self):
        return f"{self.chance.choice(('##', '##', '###'))} {self.clause()}"

    def text(self, blocks):
        kinds = [self.paragraph] * 6 + [self.noted, self.linked] * 2 + [
            self.bullets, self.numbers, self.tasks, self.table, self.figure, self.code, self.formula, self.quotation, self.box,
            self.folded, self.terms, self.english, self.heading]
        body = []
        for _ in range(blocks):
            kind = self.chance.choice(kinds)
            if kind in (self.bullets, self.numbers, self.tasks):
                body.append(self.paragraph())  # or two lists would be one
            body.append(kind())
        # Some end in what may go on after the text: a long note, figures that found no room.
        if self.number % 3 == 1:
            self.notes.append("\n\n    ".join(self.sentences(5, 9) for _ in range(6)))
            body.append(f"{self.sentence()}[^{len(self.notes)}]")
        if self.number % 3 == 2:
            body += [self.figure() for _ in range(3)]
        body += [f"[^{k + 1}]: {note}" for k, note in enumerate(self.notes)]
        return f"---\ntitle: {self.number}号\norder: {self.number + 1}\n---\n\n" + "\n\n".join(body) + "\n"


def write_varied_series(folder, essays, blocks):
    """Writes a series into `folder`."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(essays):
        (folder / f"{number:02d}.md").write_text(Essay(number, essays, folder).text(blocks), encoding="utf-8")
