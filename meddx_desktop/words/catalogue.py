"""Looking words up: code and parameters in, sentence out, in the language asked for."""

from collections.abc import Callable, Mapping
from functools import cache
from xml.etree import ElementTree

from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.words.assessment import ASSESSMENT_LABELS
from meddx_desktop.words.at_terminal import TERMINAL
from meddx_desktop.words.audit import AUDIT, DETAILS
from meddx_desktop.words.calculator_names import CHOICES, INPUTS, TITLES, UNITS
from meddx_desktop.words.calculators import BANDS, NOTES, REFUSALS
from meddx_desktop.words.errors import ERRORS
from meddx_desktop.words.genes import PHENOTYPES
from meddx_desktop.words.labels import DAYS, LABELS, MONTHS, SETTINGS, YEARS
from meddx_desktop.words.note_labels import NOTE_LABELS
from meddx_desktop.words.notes import NOTE_SECTIONS, TRIGGERS
from meddx_desktop.words.privacy import IDENTIFIERS
from meddx_desktop.words.reasons import REASONS
from meddx_desktop.words.red_flags import RED_FLAGS
from meddx_desktop.words.safety import SAFETY
from meddx_desktop.words.site_numbers import SITE_LABELS
from meddx_desktop.words.treatment import TREATMENT_LABELS

Translate = Callable[[str], str]
"""English text in, the same text in the reader's language out."""

_CALCULATORS = REFUSALS | NOTES
_LABELS = (
    LABELS
    | ASSESSMENT_LABELS
    | {f"phenotype.{key}": text for key, text in PHENOTYPES.items()}
    | NOTE_LABELS
    | RED_FLAGS
    | IDENTIFIERS
    | TITLES
    | INPUTS
    | CHOICES
    | UNITS
    | BANDS
    | NOTE_SECTIONS
    | TREATMENT_LABELS
    | SITE_LABELS
)
_CONTEXT = "words"
_DAYS_SHOWN = 29
_MONTHS_SHOWN = 23.9 * DAYS_PER_MONTH
_MONTH_ROUNDING = 0.01
_YEAR_ROUNDING = 0.002
"""An age typed as 6 years is a whole number of days a little under six years of 365.2425."""


def _english(text: str) -> str:
    return text


def sentence(
    code: str,
    parameters: Mapping[str, str | int | float] | None = None,
    translate: Translate = _english,
) -> str:
    """The sentence for a code: what is the matter, and what to do."""
    fields = _Fields(parameters or {})
    known = _exact(code, fields)
    text = ERRORS.get(known) or REASONS.get(known) or _CALCULATORS.get(known) or ERRORS["bug"]
    if code in REFUSALS:
        fields = _Fields({name: _refused(name, value, translate) for name, value in fields.items()})
    if "correction" in fields:
        fields["correction"] = label(f"correction.{fields['correction']}", translate)
    if code.startswith("gene_"):
        for name in {"phenotype", "earlier"} & set(fields):
            fields[name] = label(f"phenotype.{fields[name]}", translate)
    for name, value in tuple(fields.items()):
        if name.endswith("_days") and not isinstance(value, str):
            fields[name.removesuffix("_days")] = age(int(value), translate)
    return translate(text).format_map(fields)


def _exact(code: str, fields: Mapping[str, str | int | float]) -> str:
    """The key of the sentence that tells most: of just this turn, of any known turn, of the code."""
    if "degrees" in fields:
        for key in (f"{code}.{fields['degrees']}", f"{code}.degrees"):
            if key in REASONS:
                return key
    return code


def _refused(name: str, value: str | int | float, translate: Translate) -> str:
    """A parameter of a calculator's refusal: the input by its name, the unit as people write it."""
    if isinstance(value, str):
        kind = {"name": "input", "unit": "unit"}.get(name)
        return label(f"{kind}.{value}", translate) if kind else value
    return f"{value:.10g}"


def age(days: int, translate: Translate = _english) -> str:
    """An age in the unit a clinician uses: days to 4 weeks, months to 2 years, then years."""
    if days < _DAYS_SHOWN:
        return translate(DAYS).format(n=days)
    if days < _MONTHS_SHOWN:
        return translate(MONTHS).format(n=int(days / DAYS_PER_MONTH + _MONTH_ROUNDING))
    return translate(YEARS).format(n=int(days / DAYS_PER_YEAR + _YEAR_ROUNDING))


def safety(key: str, translate: Translate = _english) -> str:
    """One of the words that stand on the screen and on paper."""
    return translate(SAFETY[key])


def trigger(rule: str, words: str, distance: int = 0, translate: Translate = _english) -> str:
    """Why something was read so: the words that decided it, and how far from it they stand."""
    key = f"{rule}.far" if distance and f"{rule}.far" in TRIGGERS else rule
    text = TRIGGERS.get(key, "“{words}”")
    return translate(text).format_map(_Fields({"words": words, "n": distance}))


def label(key: str, translate: Translate = _english) -> str:
    """A short name, for example ``label("finding.pneumonia")``; unknown ones name themselves."""
    if key not in _LABELS:
        return key.partition(".")[2].replace("_", " ")
    return translate(_LABELS[key]) if _LABELS[key] else ""


def audit_action(key: str, translate: Translate = _english) -> str:
    """What somebody did, as the audit trail tells it; unknown actions name themselves."""
    return translate(AUDIT[key]) if key in AUDIT else key.replace("_", " ")


def audit_detail(key: str, translate: Translate = _english) -> str:
    """The name of a detail in the audit trail."""
    return translate(DETAILS[key]) if key in DETAILS else key.replace("_", " ")


def setting(key: str, translate: Translate = _english) -> str:
    """The name of a setting or of one of its choices; numbers name themselves."""
    return translate(SETTINGS[key]) if key in SETTINGS else key


def terminal(key: str, translate: Translate = _english, **fields: str | int | float) -> str:
    """What the command line says under `key`."""
    return translate(TERMINAL[key]).format_map(_Fields(fields))


def translator(language: str) -> Translate:
    """A `Translate` without Qt, for the command line; English for languages not known."""
    table = _table(language)
    return lambda text: table.get(text, text)


@cache
def _table(language: str) -> dict[str, str]:
    path = RESOURCES / "translations" / f"meddx_{language}.ts"
    if not path.is_file():
        return {}
    root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file, shipped with the program
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in root.iter("context")
        if context.findtext("name") == _CONTEXT
        for message in context.iter("message")
        if message.findtext("translation")
    }


class _Fields(dict[str, str | int | float]):
    """Parameters of a sentence; one that is missing shows as a dash instead of failing."""

    def __missing__(self, key: str) -> str:
        return "–"
