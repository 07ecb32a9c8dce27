"""The words of paper in one language, as reports ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass

from meddx_desktop.words.at_terminal import TERMINAL
from meddx_desktop.words.catalogue import (
    Translate,
    age,
    label,
    safety,
    sentence,
    translator,
)
from meddx_desktop.words.paper_sentences import PAPER_SENTENCES
from meddx_desktop.words.paper_terms import PAPER_TERMS

PAPER: dict[str, str] = {**PAPER_TERMS, **PAPER_SENTENCES}
"""Laboratory words are shared with the command line, so that a flag has one name."""
_FIELDS = "fields"


class _Kept(dict[str, str | int | float]):
    """Fields of a sentence; those not known yet stay as they are (the number of a page)."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Words in one language: ``en`` or ``zh``."""

    language: str
    translate: Translate

    def say(self, key: str, **fields: str | int | float) -> str:
        """A sentence or name of paper."""
        text = PAPER.get(key) or TERMINAL[key]
        return self.translate(text).format_map(_Kept(fields))

    def label(self, key: str) -> str:
        """A short name, such as ``finding.pneumonia``."""
        return label(key, self.translate)

    def sentence(self, code: str, parameters: Mapping[str, str | int | float] | None = None) -> str:
        """The sentence of a reason's code, with codes among its fields in words."""
        shown = dict(parameters or {})
        if _FIELDS in shown:
            names = str(shown[_FIELDS]).split(", ")
            shown[_FIELDS] = ", ".join(self.label(f"field.{name}") for name in names)
        if "sex" in shown:
            shown["sex"] = self.label(f"sex.{shown['sex']}")
        return sentence(code, shown, self.translate)

    def safety(self, key: str) -> str:
        """One of the words that must stand on paper."""
        return safety(key, self.translate)

    def age(self, days: int) -> str:
        """An age in the unit that clinicians use."""
        return age(days, self.translate)


def paper_words(language: str) -> PaperWords:
    """The words of ``en``, ``zh`` or ``zh_CN``."""
    is_chinese = language.startswith("zh")
    return PaperWords("zh" if is_chinese else "en", translator("zh_CN" if is_chinese else "en"))
