"""A second set of notes, written after the rules: other templates, other names, nobody known.

Templates with an even number (from 0) and the first half of the names were looked at while rules
were mended; the others are sealed, only their figures are printed.

python -m tests.synthetic_notes.second          figures of both halves
python -m tests.synthetic_notes.second --why    and what is wrong in the open half
python -m tests.synthetic_notes.second --write  the figures of the sealed half, into docs/privacy.md
"""

import random
import re
import sys
from pathlib import Path

from tests.synthetic_notes.build import Note
from tests.synthetic_notes.measure import FILE, Figures, measure

FOLDER = Path(__file__).parent
BEGIN, END = "<!-- deidentify second: begin -->", "<!-- deidentify second: end -->"
PER_HALF = 600
SEED = 40904
_SLOT = re.compile(r"\{(\w+)\}|<([^<>]+)>")
_KINDS = {
    "name": "name",
    "first": "name",
    "last": "name",
    "fullname": "name",
    "date": "date",
    "age": "age",
    "phone": "phone",
    "mail": "email",
    "id": "resident_id",
    "number": "record_number",
    "account": "record_number",
    "plate": "record_number",
    "bed": "record_number",
    "passport": "passport",
    "address": "address",
    "place": "address",
    "hospital": "organisation",
    "work": "organisation",
}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 - a list reads worse
_HAN = "〇一二三四五六七八九"


def _lists(language):
    """Pools of words by their name, and the templates under "notes"."""
    found, name = {}, ""
    for line in (FOLDER / f"second_{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            name = line[3:]
        elif line and not line.startswith("#"):
            found.setdefault(name, []).append(line)
    return found


def notes(half, count=PER_HALF, seed=SEED):
    """Notes of one half, "open" or "sealed", English and Chinese in turn."""
    sealed = half == "sealed"
    draw = random.Random(seed + sealed)
    made = []
    pools = {language: _halved(_lists(language), sealed) for language in ("en", "zh")}
    for number in range(count):
        language = ("en", "zh")[number % 2]
        made.append(_note(language, pools[language], draw))
    return made


def _halved(lists, sealed):
    return {
        name: words[sealed::2]
        if name == "notes"
        else words[: len(words) // 2]
        if not sealed
        else words[len(words) // 2 :]
        for name, words in lists.items()
    }


def _note(language, pools, draw):
    note = Note(language)
    for template in draw.sample(pools["notes"], 3):
        place = 0
        for slot in _SLOT.finditer(template):
            note.add(template[place : slot.start()].replace("\\n", "\n"))
            if slot[2]:
                note.keep(slot[2])
            else:
                note.put(_KINDS[slot[1]], _value(slot[1], language, pools, draw))
            place = slot.end()
        note.add(template[place:].replace("\\n", "\n") + "\n")
    return note


def _value(kind, language, pools, draw):
    if kind in pools:
        return draw.choice(pools[kind])
    if kind == "name":
        both = draw.choice(pools["first"]), draw.choice(pools["last"])
        return " ".join(both) if language == "en" else both[1] + both[0]
    return _FREE[kind](draw, language)


def _digits(draw, form):
    return "".join(draw.choice("0123456789") if c == "9" else c for c in form)


def _date(draw, language):
    year, month, day = draw.randrange(1950, 2026), draw.randrange(1, 13), draw.randrange(1, 29)
    if language == "zh":
        han = "".join(_HAN[int(c)] for c in str(year))
        return draw.choice(
            [
                f"{year}年{month}月{day}日",
                f"{year}-{month:02d}-{day:02d}",
                f"{year}/{month}/{day}",
                f"{year}.{month:02d}.{day:02d}",
                f"{han}年{_in_han(month)}月",
                f"{han}年{_in_han(month)}月{_in_han(day)}日",
                f"{month}月{day}日",
                f"{year}年{month}月",
                f"{year % 100:02d}年{month}月{day}日",
            ]
        )
    name = _MONTHS[month - 1]
    return draw.choice(
        [
            f"{month}/{day}/{year % 100:02d}",
            f"{day:02d}/{month:02d}/{year}",
            f"{day} {name} {year}",
            f"{name} {day}, {year}",
            f"{day}-{name}-{year}",
            f"{day}-{name}-{year % 100:02d}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day:02d}.{month:02d}.{year}",
            f"{day}/{name}/{year}",
            f"{name} {day}",
        ]
    )


def _in_han(value):
    tens, ones = divmod(value, 10)
    return ("" if not tens else "十" if tens == 1 else _HAN[tens] + "十") + (
        _HAN[ones] if ones else ""
    )


def _phone(draw, language):
    forms = (
        ["13999999999", "+86 159 9999 9999", "0571-88999999", "(010)62999999", "188-9999-9999"]
        if language == "zh"
        else [
            "+254 722 999 999",
            "(415) 555-9999",
            "0161 496 9999",
            "555-999-9999 ext. 99",
            "+91 98999 99999",
        ]
    )
    return _digits(draw, draw.choice(forms))


def _resident(draw, _):
    from datetime import date

    from meddx_desktop.core.domain.resident_id import check_character

    day = date(1940, 1, 1).toordinal() + draw.randrange(25000)
    head = f"{draw.choice(['330106', '510107', '430104', '653101'])}{date.fromordinal(day):%Y%m%d}"
    head += _digits(draw, "999")
    return head + check_character(head)


_FREE = {
    "date": _date,
    "phone": _phone,
    "id": _resident,
    "age": lambda draw, language: f"{draw.randrange(90, 106)}" + ("岁" if language == "zh" else ""),
    "mail": lambda draw, _: _digits(
        draw, draw.choice(["dr.k999@clinic.example.org", "w99@mail.example.cn"])
    ),
    "number": lambda draw, _: _digits(
        draw, draw.choice(["99999999", "ZY9999999", "99-99999", "H999999"])
    ),
    "passport": lambda draw, _: _digits(draw, draw.choice(["E99999999", "G99999999", "P9999999"])),
    "account": lambda draw, _: _digits(draw, draw.choice(["wx_9999abc", "999999999", "lily99999"])),
    "plate": lambda draw, _: _digits(draw, draw.choice(["浙A99B99", "川B9C999", "京N99999"])),
    "bed": lambda draw, language: (
        _digits(draw, draw.choice(["9", "19", "29"])) + ("床" if language == "zh" else "")
    ),
}


def table(figures):
    """Recall by kind and language, and what stayed."""
    kinds = sorted({kind for _, kind in figures.planted})
    rows = [
        "| planted, nobody known | English | found | Chinese | found |",
        "|---|---|---|---|---|",
    ]
    for kind in kinds:
        cells = []
        for language in ("en", "zh"):
            count = figures.planted[language, kind]
            cells += [str(count), f"{figures.found[language, kind] / count:.1%}" if count else "-"]
        rows.append(f"| {kind.replace('_', ' ')} | {' | '.join(cells)} |")
    rows += [
        "",
        f"Of {figures.replaced} replacements {figures.right / figures.replaced:.1%} were "
        f"identifiers; of {figures.stays} "
        f"words that must stay {figures.stayed / figures.stays:.1%} stayed.",
    ]
    return "\n".join(rows)


def write(figures: Figures):
    text = FILE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    FILE.write_text(f"{head}{BEGIN}\n{table(figures)}\n{END}{tail}", "utf-8")


if __name__ == "__main__":
    counted = {half: measure(notes(half)) for half in ("open", "sealed")}
    for half, figures in counted.items():
        print(half)
        print(table(figures))
    if "--why" in sys.argv:
        for one in sorted(set(map(str, counted["open"].missed))):
            print("MISSED", one)
        for one in sorted(set(map(str, counted["open"].wrong))):
            print("WRONG", one)
    if "--write" in sys.argv:
        write(counted["sealed"])
