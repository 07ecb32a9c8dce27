"""What no reading of a note can do without: its tokens, its words looked up, bare model runs."""

from meddx_desktop.core.domain.note import Language
from meddx_desktop.core.notes.assertion_rules import TOKEN
from meddx_desktop.core.notes.lexicon import lexicon
from meddx_desktop.core.notes.models import NoteModels
from meddx_desktop.core.notes.paragraphs import paragraphs
from meddx_desktop.core.notes.sentences import sentences


def of(text: str, models: NoteModels | None = None) -> int:
    """Do that for a text; returns how many things were found, so that nothing is left out."""
    found = len(TOKEN.findall(text)) + len(lexicon().matches(text))
    tagger = models.tagger if models is not None else None
    if tagger is not None:
        cut = [one for one in paragraphs(text) if one.language is Language.ENGLISH]
        found += len(tagger.tag_all([(text, span) for span in sentences(text, cut)]))
    return found
