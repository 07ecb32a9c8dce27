"""What an unlabelled part of a note is about, guessed from its words; "not sure" is an answer."""

from collections.abc import Sequence

import numpy as np

from meddx_desktop.core.domain.note import SectionName
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.notes.encoder import Encoder, Opens
from meddx_desktop.core.notes.on_encoder import OnEncoder

SHORTEST = 12
"""Letters; of fewer nothing can be said."""
_MOST_FOREIGN = 0.3
_LATIN_ENDS = 0x250

Guess = tuple[SectionName, float]


class Topics(OnEncoder):
    """The classifier of a package of the task ``text-class``. Thread-safe.

    Raises
    ------
    ModelRejected
        As `OnEncoder`.
    """

    def __init__(self, package: Package, session: Opens, encoder: Encoder) -> None:
        super().__init__(package, session, encoder)
        self._names = tuple(SectionName(label) for label in self._text.labels)

    def guess_section(self, text: str) -> Guess | None:
        """What the text is about and how sure that is; None where it is not sure enough.

        Raises
        ------
        BadOutput, ModelRejected
            A network can't be opened, or answers with what is no result.
        """
        return self.guess_all((text,))[0]

    def guess_all(self, texts: Sequence[str]) -> list[Guess | None]:
        """The same for several texts.

        Raises
        ------
        BadOutput, ModelRejected
            As `guess_section`.
        """
        asked = [place for place, text in enumerate(texts) if _is_english(text)]
        found: list[Guess | None] = [None] * len(texts)
        if not asked:
            return found
        rows = self._encoder.vectors([texts[place] for place in asked])
        logits = self._run(rows, "logits").astype(np.float64)
        for place, row in zip(asked, logits / self._text.temperature, strict=True):
            shares = np.exp(row - row.max())
            shares /= shares.sum()
            best = int(shares.argmax())
            if shares[best] >= self._text.sure_from:
                found[place] = (self._names[best], float(shares[best]))
        return found


def _is_english(text: str) -> bool:
    """Whether it is long enough, and in the letters of the texts of the training."""
    letters = [sign for sign in text if sign.isalpha()]
    foreign = sum(ord(sign) >= _LATIN_ENDS for sign in letters)
    return len(letters) >= SHORTEST and foreign <= _MOST_FOREIGN * len(letters)
