"""Damaged books from sound ones: each mutation removes, repeats or corrupts one thing.

Most are made by rule: of every kind of element and attribute that a file holds, the first one. So
the list grows with what the books hold, and nobody can choose only what the checker knows.
"""

import io
import re
import struct
import zipfile

TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+=\"[^\"]*\")*)\s*(/?)>")
ATTRIBUTE = re.compile(r"\s+([\w:.-]+)=\"([^\"]*)\"")


class Book:
    """The entries of an EPUB in their order, as text where they are markup."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.entries = [(i.filename, archive.read(i)) for i in archive.infolist()]

    def text(self, name):
        return dict(self.entries)[name].decode("utf-8")

    def names(self, *suffixes):
        return [n for n, _ in self.entries if n.endswith(suffixes)]

    def replaced(self, name, content):
        content = content.encode("utf-8") if isinstance(content, str) else content
        return [(n, content if n == name else b) for n, b in self.entries]


def packed(entries, method=zipfile.ZIP_DEFLATED, first_method=zipfile.ZIP_STORED, extra=b""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, (name, content) in enumerate(entries):
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = first_method if number == 0 else method
            if number == 0:
                info.extra = extra
            archive.writestr(info, content)
    return out.getvalue()


def elements(text):
    """(name, attributes, begin, end of the opening tag, begin of the closing one, end), as spans."""
    stack, out = [], []
    for tag in TAG.finditer(text):
        closing, name, attributes, empty = tag.groups()
        if closing:
            opened = stack.pop()
            out.append((opened[0], opened[1], opened[2], opened[3], tag.start(), tag.end()))
        elif empty:
            out.append((name, attributes, tag.start(), tag.end(), tag.end(), tag.end()))
        else:
            stack.append((name, attributes, tag.start(), tag.end()))
    return sorted(out, key=lambda e: e[2])


def of_elements(text):
    seen = set()
    for name, attributes, begin, inner, outer, end in elements(text):
        kind = (name, re.sub(r"[\d]+", "0", "".join(
            v for n, v in ATTRIBUTE.findall(attributes) if n in ("class", "property", "epub:type", "name"))))
        if kind in seen:
            continue
        seen.add(kind)
        label = f"<{name} {kind[1]}>"
        yield f"without {label}", text[:begin] + text[end:]
        yield f"twice {label}", text[:end] + text[begin:end] + text[end:]
        yield f"unwrapped {label}", text[:begin] + text[inner:outer] + text[end:]
        yield f"emptied {label}", text[:inner] + text[outer:]
        if inner != outer or end != inner:
            yield f"renamed {label}", (text[:begin] + "<nonsense" + text[begin + 1 + len(name):outer]
                                       + "</nonsense>" + text[end:])
            yield f"as a p {label}", text[:begin] + "<p>" + text[inner:outer] + "</p>" + text[end:]
            yield f"as a td {label}", text[:begin] + "<td>" + text[inner:outer] + "</td>" + text[end:]
            yield f"as a link {label}", (text[:begin] + '<a href="#">' + text[inner:outer] + "</a>"
                                         + text[end:])
            yield f"unclosed {label}", text[:outer] + text[end:]


def of_attributes(text):
    seen = set()
    for name, attributes, begin, inner, _, _ in elements(text):
        opening = text[begin:inner]
        for key, value in ATTRIBUTE.findall(attributes):
            if (name, key) in seen:
                continue
            seen.add((name, key))
            whole = f' {key}="{value}"'
            for what, new in (("without", ""), ("empty", f' {key}=""'), ("odd", f' {key}="%% 9:no such"'),
                              ("renamed", f' nonsense="{value}"'), ("twice", whole * 2),
                              ("unquoted", f" {key}={value}"), ("number", f' {key}="-1"'),
                              ("word", f' {key}="nonsense"')):
                yield f"{what} {name}@{key}", text[:begin] + opening.replace(whole, new, 1) + text[inner:]


def of_text(text):
    at = text.rfind("</")
    for what, inserted in (("entity", "&nbsp;"), ("bare ampersand", "a & b"), ("control", "\x0b"),
                           ("noncharacter", "\ufffe"), ("less than", "1 < 2"), ("comment", "<!-- a -- b -->"),
                           ("stray end", "</section>"), ("words", "some words"), ("cdata end", "]]>"),
                           ("unknown prefix", "<x:y/>"), ("bad reference", "&#0;")):
        yield what, text[:at] + inserted + text[at:]
    yield "no declaration of namespace", re.sub(r' xmlns="[^"]*"', "", text, count=1)
    yield "cut short", text[: len(text) // 2]
    yield "nothing at all", ""
    yield "after the root", text + "<more/>"


def of_container(book):
    entries = book.entries
    first, rest = entries[0], entries[1:]
    yield "mimetype missing", packed(rest)
    yield "mimetype last", packed(rest + [first])
    yield "mimetype compressed", packed(entries, first_method=zipfile.ZIP_DEFLATED)
    yield "mimetype with a newline", packed([("mimetype", first[1] + b"\n")] + rest)
    yield "mimetype of another kind", packed([("mimetype", b"application/zip")] + rest)
    yield "mimetype with an extra field", packed(entries, extra=struct.pack("<HH", 0x9999, 0))
    yield "cut archive", packed(entries)[:-300]
    yield "no archive", b"not a zip"
    yield "empty file", b""
    whole = bytearray(packed(entries, method=zipfile.ZIP_STORED))
    whole[whole.index(b"<package") + 200] ^= 0x41
    yield "wrong checksum", bytes(whole)
    yield "bzip2", packed(entries, method=zipfile.ZIP_BZIP2)
    yield "forbidden name", packed(entries + [("epub/a:b.txt", b"x")])
    yield "name that differs by case", packed(entries + [("epub/PACKAGE.opf", b"x")])
    yield "file that is not listed", packed(entries + [("epub/more.xhtml", b"<html/>")])
    for name, _ in rest:
        yield f"without {name}", packed([e for e in entries if e[0] != name])


def of_media(book):
    for name in book.names(".png", ".jpg", ".jpeg", ".otf"):
        yield f"{name} is text", packed(book.replaced(name, b"<html>404</html>"))
        yield f"{name} is empty", packed(book.replaced(name, b""))
    for name in book.names(".css"):
        css = book.text(name)
        for what, new in (("brace lost", css.replace("}", "", 1)), ("brace more", css + "}"),
                          ("string", css + 'p { content: "a\n }'), ("direction", css + "p { direction: rtl }"),
                          ("missing file", css + "p { background: url(no.png) }"),
                          ("remote file", css + "p { background: url(https://a.example/no.png) }"),
                          ("import", '@import "no.css";' + css), ("no pair", css + "p { color }"),
                          ("comment", css + "/* no end")):
            yield f"{name} {what}", packed(book.replaced(name, new))


def mutations(book, markup):
    """(what was done, the bytes of the book) for each; `markup` names the files to damage."""
    yield from of_container(book)
    yield from of_media(book)
    for name in markup:
        text = book.text(name)
        for make in (of_elements, of_attributes, of_text):
            for what, damaged in make(text):
                if damaged != text:
                    yield f"{name}: {what}", packed(book.replaced(name, damaged))
        yield f"{name}: bad UTF-8", packed(book.replaced(name, text.encode()[:-20] + b"\xff\xfe" + text.encode()[-20:]))
