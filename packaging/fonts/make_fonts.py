"""Make resources/fonts: "MedDx Sans", the program's own font, so a bare machine shows every name.

It is Noto Sans CJK SC cut to what the program writes, with the accented letters it lacks, and the
symbols it sets too wide, drawn from Noto Sans.

Run with fonttools installed, on the fonts of Debian's fonts-noto-cjk and fonts-noto-core:
    python packaging/fonts/make_fonts.py [--source FOLDER]
The same source fonts give the same bytes.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "resources" / "fonts"
FAMILY, SIMPLIFIED_CHINESE = "MedDx Sans", 2  # the number of its font in the Noto collection

LETTERS = (
    range(0x0020, 0x007F),
    range(0x00A0, 0x0250),
    range(0x0370, 0x0500),
    range(0x1E00, 0x1F00),
)
# Punctuation, super- and subscripts, currency, letterlike, Roman numerals, arrows, mathematics,
# technical, circled digits, box drawing, geometric shapes, dingbats, CJK punctuation and units,
# full-width forms.
SYMBOLS = (
    range(0x2000, 0x20D0), range(0x2100, 0x2400), range(0x2460, 0x2480), range(0x2500, 0x27C0),
    range(0x3000, 0x3040), range(0x3200, 0x3400), range(0xFF00, 0xFFF0), range(0xFFFD, 0xFFFE),
)  # fmt: skip
HANGUL = range(0xAC00, 0xD7A4)  # not kept: their places in the font hold the borrowed glyphs

# Noto Sans CJK sets these as wide as a hanzi, which tears "3000 × 3000 · 5 ± 1" apart.
NARROWED = "§¨¶±×÷·•‘’“”…‰†‡√∞≈≠≤≥"

KEPT_NAMES = {0, 5, 9, 13, 14}  # copyright, version, designer, licence and its address


def gb2312_hanzi() -> Iterator[str]:
    """Yield the 6763 hanzi of GB 2312-80 (rows 16 to 87)."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue


def standard_hanzi() -> Iterator[str]:
    """Yield the 8105 hanzi of the Table of General Standard Chinese Characters, names included."""
    for line in (HERE / "hanzi.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line


def flatten(blocks: Iterable[range]) -> frozenset[int]:
    """Return all code points of `blocks`."""
    return frozenset(code for block in blocks for code in block)


def wanted() -> frozenset[int]:
    """Return every code point that the program may have to show."""
    return flatten((*LETTERS, *SYMBOLS)) | frozenset(map(ord, (*gb2312_hanzi(), *standard_hanzi())))


def find(name: str, source: Path) -> Path:
    """Return the first file called `name` in `source` or its folders."""
    for path in sorted(source.rglob(name)):
        return path
    raise SystemExit(f"{name} not found under {source}; see --source")


def borrow(font: TTFont, latin: TTFont, characters: Iterable[int]) -> None:
    """Draw `characters` into `font` with the glyphs of `latin`, where it has them."""
    assert font["head"].unitsPerEm == latin["head"].unitsPerEm
    glyphs, lent, drawings = font.getBestCmap(), latin.getBestCmap(), latin.getGlyphSet()
    top = font["CFF "].cff.topDictIndex[0]
    for code, place in zip(sorted(lent.keys() & set(characters)), HANGUL, strict=False):
        name, drawing = glyphs[place], drawings[lent[code]]
        private = top.FDArray[top.FDSelect[font.getGlyphID(name)]].Private
        pen = T2CharStringPen(drawing.width - private.nominalWidthX, drawings)
        drawing.draw(pen)
        top.CharStrings[name] = pen.getCharString(private, top.GlobalSubrs)
        font["hmtx"][name] = (drawing.width, drawing.lsb)
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format != 14:
                table.cmap[code] = name


def subset(font: TTFont, characters: frozenset[int]) -> None:
    """Keep only `characters`, their kerning and their marks."""
    options = Options(
        layout_features=["kern", "mark", "mkmk", "ccmp"],
        hinting=False,
        name_IDs=["*"],
        name_languages=[0x409],
        notdef_outline=True,
        recommended_glyphs=True,
        glyph_names=False,
        drop_tables=["BASE", "VORG", "vhea", "vmtx", "DSIG", "meta"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def rename(font: TTFont, style: str, *, credit: str) -> None:
    """Give the font our name, which its licence allows.

    Copyright and licence records stay, and `credit` joins them.
    """
    name = font["name"]
    name.names = [record for record in name.names if record.nameID in KEPT_NAMES]
    post_script = f"{FAMILY.replace(' ', '')}-{style}"
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    copyright_notice = f"{name.getDebugName(0)} {credit}"
    records = {
        0: copyright_notice,
        1: FAMILY,
        2: style,
        3: f"{post_script};MedDx",
        4: full,
        6: post_script,
    }
    for name_id, text in records.items():
        name.setName(text, name_id, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [post_script]
    cff.topDictIndex[0].FullName, cff.topDictIndex[0].FamilyName = full, FAMILY


def make(style: str, source: Path) -> Path:
    """Make one style from the Noto fonts found under `source`."""
    collection = TTCollection(find(f"NotoSansCJK-{style}.ttc", source), lazy=True)
    font: TTFont = collection.fonts[SIMPLIFIED_CHINESE]
    font.recalcTimestamp = False
    latin = TTFont(find(f"NotoSans-{style}.ttf", source))
    missing = flatten((*LETTERS, *SYMBOLS)) - font.getBestCmap().keys()
    borrow(font, latin, missing.union(map(ord, NARROWED)))
    subset(font, wanted())
    rename(font, style, credit=latin["name"].getDebugName(0))
    target = TARGET / f"{FAMILY.replace(' ', '')}-{style}.otf"
    font.save(target)
    return target


def main() -> None:
    """Make both styles."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--source", type=Path, default=Path("/usr/share/fonts"), help="folder with the Noto fonts"
    )
    source: Path = parser.parse_args().source
    TARGET.mkdir(parents=True, exist_ok=True)
    for style in ("Regular", "Bold"):
        made = make(style, source)
        print(f"{made.name}: {made.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
