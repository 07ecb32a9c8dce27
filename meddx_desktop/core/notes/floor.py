"""What no reading of a note can do without: its tokens, its words looked up, bare model runs."""

from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.notes.assertion_phrases import Token, phrases_in
from meddx_desktop.core.notes.assertion_rules import TOKEN
from meddx_desktop.core.notes.encoder import Floats, Network, Opens
from meddx_desktop.core.notes.find.allergies import allergies
from meddx_desktop.core.notes.find.drugs import drugs
from meddx_desktop.core.notes.find.habits import habits
from meddx_desktop.core.notes.find.labs import labs
from meddx_desktop.core.notes.find.persons import persons
from meddx_desktop.core.notes.find.times import times
from meddx_desktop.core.notes.find.vitals import vitals
from meddx_desktop.core.notes.headings import headings
from meddx_desktop.core.notes.lexicon import lexicon
from meddx_desktop.core.notes.paragraphs import paragraphs
from meddx_desktop.core.notes.red_flag_phrases import Prepared, folded
from meddx_desktop.core.notes.red_flag_rules import rule_book
from meddx_desktop.core.notes.sentences import sentences


@dataclass(slots=True)
class Recorder:
    """Opens networks and notes down what they are given, to give it to them bare again."""

    session: Opens
    runs: list[tuple[Network, NDArray[Any]]] = field(default_factory=list)

    def open(self, package: Package) -> Network:
        """The network of a package, listened to."""
        return _Listened(self.session(package), self.runs)

    def again(self) -> None:
        """Every forward pass that was noted down, and nothing else."""
        for network, tensor in self.runs:
            network.run(tensor)


@dataclass(frozen=True, slots=True)
class _Listened:
    network: Network
    runs: list[tuple[Network, NDArray[Any]]]

    def run(self, tensor: NDArray[Any]) -> dict[str, Floats]:
        self.runs.append((self.network, tensor))
        return self.network.run(tensor)


def of(text: str, recorder: Recorder | None = None) -> int:
    """Do that for a text; returns how many things were found, so that nothing is left out.

    The forward passes of `recorder`; the tokens of its sentences, and every list and pattern that a
    reading holds against it, once over the whole: headings, lexicon, numbers with their names,
    times, persons, words that deny or doubt, words of danger signs. Nothing is decided, put
    together or told apart by paragraph.
    """
    cut = paragraphs(text)
    terms = lexicon()
    matches = terms.matches(text)
    found = len(matches) + len(headings(text, cut)) + len(drugs(text, matches))
    found += len(vitals(text)) + len(labs(text, terms)) + len(habits(text))
    found += len(times(text)) + len(persons(text)) + len(allergies(text, matches, ()))
    for span in sentences(text, cut):
        tokens = [
            Token(word[0], *word.span()) for word in TOKEN.finditer(text, span.start, span.end)
        ]
        found += len(tokens) + len(phrases_in(tokens))
    prepared = Prepared(folded(text))
    for sign in rule_book().signs.values():
        for phrase in (*sign.phrases, *sign.negative):
            found += sum(1 for _ in phrase.find(prepared))
    if recorder is not None:
        recorder.again()
    return found
