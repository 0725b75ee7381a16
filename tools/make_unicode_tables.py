#!/usr/bin/env python3
"""Writes the tables of src/unicode from the Unicode Character Database.

    tools/make_unicode_tables.py [--ucd FOLDER] [--out FOLDER]

The database is Debian's package unicode-data. Four files come out:

    properties.inc  what keben asks of any code point, as records behind three stages of indices
    han_usage.inc   which hanzi only simplified or only traditional Chinese uses, and which are no
                    everyday Japanese, as sets of bits
    pinyin.inc      the commonest Mandarin reading of each hanzi, without its tone, for sort keys
    ucd.sums        digests of what was read, for `cd FOLDER && sha256sum -c`

The test `generated` runs this script and compares, so tables and database cannot part.
"""

import argparse
import bz2
import hashlib
import pathlib
import re
import unicodedata

CODE_POINTS = 0x110000

# A code point falls into three: LEAF bits pick a record in a leaf of eight, MIDDLE bits a leaf in a
# group of 64, the rest a group. Eight is small, yet the smallest sum is reached there: scripts and
# symbols change hands every few code points, and equal leaves and groups are stored once.
LEAF_BITS = 3
MIDDLE_BITS = 6

# CJK Unified Ideographs, where all of GB 2312, Big5 and JIS X 0208 lies but two duplicates.
FIRST_HANZI, LAST_HANZI = 0x4E00, 0x9FFF

SCRIPTS = [
    "Common", "Inherited", "Latin", "Greek", "Cyrillic", "Armenian", "Georgian", "Hebrew",
    "Arabic", "Devanagari", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan", "Mongolian", "Yi",
    "Hangul", "Han", "Hiragana", "Katakana", "Bopomofo",
]

CLUSTER_CLASSES = {
    "Other": "other", "CR": "cr", "LF": "lf", "Control": "control", "Extend": "extend",
    "ZWJ": "zwj", "Regional_Indicator": "regional_indicator", "Prepend": "prepend",
    "SpacingMark": "spacing_mark", "L": "l", "V": "v", "T": "t", "LV": "lv", "LVT": "lvt",
}

WIDTHS = {
    "N": "narrow", "Na": "narrow", "A": "ambiguous", "H": "halfwidth", "F": "fullwidth",
    "W": "wide",
}

ORIENTATIONS = {
    "R": "rotated", "U": "upright", "Tr": "transformed_or_rotated", "Tu": "transformed_or_upright",
}

CATEGORIES = {
    "L": "letter", "M": "mark", "N": "number", "P": "punctuation", "S": "symbol",
    "Z": "separator", "C": "other",
}


class Database:
    """The files of a folder, and a note of each that was read."""

    def __init__(self, folder):
        self.folder = folder
        self.digests = {}
        self.version = None

    def lines(self, name):
        data = (self.folder / name).read_bytes()
        self.digests[name] = hashlib.sha256(data).hexdigest()
        if name.endswith(".bz2"):
            data = bz2.decompress(data)
        return data.decode("utf-8").splitlines()

    def ranges(self, name):
        """(first, last, value) for each data line of a `0000..0008;CM # …` file."""
        lines = self.lines(name)
        self.check_version(name, lines[0])
        for line in lines:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) < 2:
                continue
            first, _, last = fields[0].partition("..")
            yield int(first, 16), int(last or first, 16), fields[1]

    def check_version(self, name, line):
        found = re.match(r"# [A-Za-z]+-(\d+\.\d+)\.\d+\.txt", line)
        if not found:  # emoji-data.txt names it further down
            return
        if self.version not in (None, found[1]):
            raise SystemExit(f"{name} is of Unicode {found[1]}, the others of {self.version}")
        self.version = found[1]

    def property(self, name, default):
        """The value for every code point, of a file that gives each one value."""
        values = [default] * CODE_POINTS
        for first, last, value in self.ranges(name):
            values[first:last + 1] = [value] * (last + 1 - first)
        return values

    def sets(self, name):
        """Value -> set of code points, of a file that lists properties that overlap."""
        out = {}
        for first, last, value in self.ranges(name):
            out.setdefault(value, set()).update(range(first, last + 1))
        return out

    def unihan(self, name, fields):
        """(hanzi, field, value) for the fields asked for."""
        for line in self.lines(name):
            columns = line.split("\t")
            if len(columns) == 3 and columns[1] in fields:
                yield int(columns[0][2:], 16), columns[1], columns[2]


# --- properties.inc ------------------------------------------------------------------------------


def line_class(value, category, width, pictographic):
    """Line_Break, and three classes cut in two where a rule looks at another property as well."""
    east_asian = width in ("F", "W", "H")
    if value == "OP" and east_asian:  # LB30
        return "op_wide"
    if value == "CP" and east_asian:  # LB30 would need cp_wide, too; no such code point exists yet
        raise SystemExit("a closing parenthesis (CP) is East Asian: LB30 needs a class for it")
    if value == "SA" and category in ("Mn", "Mc"):  # LB1
        return "sa_mark"
    if pictographic and category == "Cn":  # LB30b
        return "id_reserved"
    return {"IN": "in"}.get(value, value.lower())


def cluster_class(value, pictographic):
    if not pictographic:
        return CLUSTER_CLASSES[value]
    if value != "Other":
        raise SystemExit("a pictograph has a grapheme class of its own: GB11 needs a second field")
    return "pictographic"


def records(ucd):
    """One C++ initialiser of Properties for every code point."""
    line = ucd.property("LineBreak.txt", "XX")
    width = ucd.property("EastAsianWidth.txt", "N")
    cluster = ucd.property("auxiliary/GraphemeBreakProperty.txt", "Other")
    script = ucd.property("Scripts.txt", "Unknown")
    orientation = ucd.property("VerticalOrientation.txt", "R")
    category = ucd.property("extracted/DerivedGeneralCategory.txt", "Cn")
    emoji = ucd.sets("emoji/emoji-data.txt")
    for c in range(CODE_POINTS):
        pictographic = c in emoji["Extended_Pictographic"]
        fields = [
            "L::" + line_class(line[c], category[c], width[c], pictographic),
            "C::" + cluster_class(cluster[c], pictographic),
            "S::" + (script[c].lower() if script[c] in SCRIPTS else "other"),
            "W::" + WIDTHS[width[c]],
            "O::" + ORIENTATIONS[orientation[c]],
            "K::" + CATEGORIES[category[c][0]],
            "E::" + ("emoji_style" if c in emoji["Emoji_Presentation"]
                     else "text_style" if c in emoji["Emoji"] else "none"),
        ]
        yield "{" + ",".join(fields) + "}"


def numbered(items):
    """Items as indices into the list of those that differ, in the order of their first."""
    places = {}
    indices = [places.setdefault(item, len(places)) for item in items]
    return indices, list(places)


def staged(items, bits):
    """A list as indices of its chunks of 2^bits, and the chunks that differ, end to end."""
    size = 1 << bits
    indices, chunks = numbered(tuple(items[i:i + size]) for i in range(0, len(items), size))
    return indices, [item for chunk in chunks for item in chunk]


def array(declaration, items, per_line=None):
    """A C++ array, its items packed into lines of at most 100 columns."""
    rows = [""]
    for item in items:
        item = str(item) + ","
        if rows[-1] and (per_line == 1 or len(rows[-1]) + len(item) > 100):
            rows.append("")
        rows[-1] += item
    return [f"{declaration}[{len(items)}] = {{", *rows, "};"]


def properties_inc(ucd):
    which, kinds = numbered(records(ucd))
    leaf_of, leaves = staged(which, LEAF_BITS)
    middle_of, middles = staged(leaf_of, MIDDLE_BITS)
    if max(middle_of) > 0xFF or max(leaf_of) > 0xFFFF or len(kinds) > 0xFFFF:
        raise SystemExit("an index has outgrown its type")
    return [
        f"static_assert(kLeafBits == {LEAF_BITS} && kMiddleBits == {MIDDLE_BITS});",
        *array("const std::uint8_t kGroups", middle_of),
        *array("const std::uint16_t kMiddles", middles),
        *array("const std::uint16_t kLeaves", leaves),
        *array("const Properties kRecords", kinds, per_line=1),
    ]


# --- han_usage.inc -------------------------------------------------------------------------------


def other_forms(ucd):
    """Hanzi that have another form in the other script of Chinese, and are not also that form.

    台 is its own traditional form besides being the simplified one of 臺, so it tells nothing.
    """
    fields = {"kTraditionalVariant": {}, "kSimplifiedVariant": {}}
    for c, field, value in ucd.unihan("Unihan_Variants.txt.bz2", fields):
        fields[field][c] = {int(form.split("<")[0][2:], 16) for form in value.split()}
    simplified, traditional = ({c for c, forms in table.items() if c not in forms}
                               for table in fields.values())
    return simplified - traditional, traditional - simplified


def charsets(ucd):
    """The hanzi of everyday national character sets, as the IRG's source references give them."""
    sets = {"G0": set(), "T1": set(), "T2": set(), "J0": set()}
    common_japanese = set()
    fields = ("kIRG_GSource", "kIRG_TSource", "kIRG_JSource")
    for c, _, value in ucd.unihan("Unihan_IRGSources.txt.bz2", fields):
        source, _, cell = value.partition("-")
        if source in sets:
            sets[source].add(c)
        if source == "J0" and int(cell[:2], 16) < 0x50:  # JIS X 0208, level 1: rows 16 to 47
            common_japanese.add(c)
    return sets["G0"], sets["T1"], sets["T2"], common_japanese


def bits(declaration, members):
    """A set of hanzi as 64-bit words, the lowest bit first."""
    words = [0] * ((LAST_HANZI - FIRST_HANZI) // 64 + 1)
    for c in members:
        if not FIRST_HANZI <= c <= LAST_HANZI:
            raise SystemExit(f"U+{c:04X} lies outside the block that {declaration} covers")
        words[(c - FIRST_HANZI) // 64] |= 1 << (c - FIRST_HANZI) % 64
    return array(f"constexpr std::uint64_t {declaration}", [f"{word:#x}" for word in words])


def han_usage_inc(ucd):
    simplified, traditional = other_forms(ucd)
    gb2312, big5_common, big5_rare, common_japanese = charsets(ucd)
    big5 = big5_common | big5_rare
    return [
        f"constexpr char32_t kFirstHanzi = {FIRST_HANZI:#x}, kLastHanzi = {LAST_HANZI:#x};",
        "// A form of simplified Chinese that GB 2312 has and Big5 has not.",
        *bits("kSimplifiedOnly", (simplified & gb2312) - big5),
        "// A form of traditional Chinese that Big5 has and GB 2312 has not.",
        *bits("kTraditionalOnly", (traditional & big5) - gb2312),
        "// In GB 2312 or in Big5's common level, yet not in the common level of JIS X 0208.",
        *bits("kNotJapanese", (gb2312 | big5_common) - common_japanese),
    ]


# --- pinyin.inc ----------------------------------------------------------------------------------


def without_tone(reading):
    """`lǜ` is `lü`: only the diaeresis stays, which tells syllables apart."""
    letters = unicodedata.normalize("NFD", reading)
    kept = "".join(c for c in letters if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", kept)


def pinyin_inc(ucd):
    readings = {}
    for c, _, value in ucd.unihan("Unihan_Readings.txt.bz2", ("kMandarin",)):
        if FIRST_HANZI <= c <= LAST_HANZI:
            readings[c] = without_tone(value.split()[0])  # the first is the People's Republic's
    syllables = ["", *sorted(set(readings.values()))]
    number = {syllable: n for n, syllable in enumerate(syllables)}
    table = [str(number[readings.get(c, "")]) for c in range(FIRST_HANZI, LAST_HANZI + 1)]
    return [
        f"constexpr char32_t kFirstRead = {FIRST_HANZI:#x}, kLastRead = {LAST_HANZI:#x};",
        *array("constexpr std::string_view kSyllables", [f'"{s}"' for s in syllables]),
        *array("constexpr std::uint16_t kReadings", table),
    ]


# --- files ---------------------------------------------------------------------------------------


def banner(comment, ucd, names):
    made = f"Generated by tools/make_unicode_tables.py from UCD {ucd.version}; do not edit."
    return [f"{comment} {made}", *(f"{comment}   {name}" for name in names)]


def write_table(folder, name, ucd, make):
    """Writes one table under a banner that names what it was made from."""
    before = set(ucd.digests)
    body = make(ucd)
    inputs = [file for file in ucd.digests if file not in before]
    text = "\n".join([*banner("//", ucd, inputs), "// clang-format off", *body]) + "\n"
    (folder / name).write_text(text, encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description="Writes the tables of src/unicode.")
    options.add_argument("--ucd", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    options.add_argument("--out", type=pathlib.Path,
                         default=pathlib.Path(__file__).parent.parent / "src/unicode")
    chosen = options.parse_args()
    ucd = Database(chosen.ucd)
    write_table(chosen.out, "properties.inc", ucd, properties_inc)
    write_table(chosen.out, "han_usage.inc", ucd, han_usage_inc)
    write_table(chosen.out, "pinyin.inc", ucd, pinyin_inc)
    sums = [f"{digest}  {name}" for name, digest in ucd.digests.items()]
    text = "\n".join([*banner("#", ucd, []), *sums]) + "\n"
    (chosen.out / "ucd.sums").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
