"""Protects: models only add; what was read without them stays, and no model is needed."""

from types import SimpleNamespace

import pytest

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import (
    ICD10CM,
    MESH,
    Coded,
    Mention,
    MentionKind,
    Section,
    SectionName,
    Span,
)
from meddx_desktop.core.notes.enrich import Asked, add_codes, name_sections, tagged
from meddx_desktop.core.notes.tagger import Tagged

TEXT = "Fever and sarcoidosis, sodium 140, takes zorglubine daily."
NEAR = (Coded(Code("D86.9", ICD10CM, "Sarcoidosis, unspecified"), 0.9),)


def _mention(words, kind, codes=()):
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words)), words, kind, codes=codes)


FEVER = _mention("Fever", MentionKind.SYMPTOM)
FOUND = (FEVER,)


class _Tagger:
    def __init__(self):
        self.asked = []

    def tag_all(self, sentences, *, checkpoint):
        checkpoint()
        self.asked += [text[span.start : span.end] for text, span in sentences]
        return [tuple(_found(text, span)) for text, span in sentences]


def _found(text, span):
    for words, kind in (
        ("Fever", MentionKind.PROBLEM),
        ("sarcoidosis", MentionKind.PROBLEM),
        ("sodium", MentionKind.DRUG),
        ("zorglubine", MentionKind.DRUG),
    ):
        place = text.find(words, span.start, span.end)
        if place >= 0:
            yield Tagged(Span(place, place + len(words)), kind, 0.9)


class _Coder:
    def __init__(self):
        self.asked = []

    def nearest(self, texts, *, codes=None):
        self.asked += texts
        return [NEAR for _ in texts]


def _models(**parts):
    return SimpleNamespace(**{"tagger": None, "coder": None, "topics": None, **parts})


WHOLE = (Span(0, len(TEXT)),)


@pytest.mark.parametrize("models", [None, _models()])
def test_without_models_everything_stays(models):
    sections = (Section(SectionName.OTHER, WHOLE[0]),)
    assert tagged([Asked(TEXT, WHOLE, sections, FOUND)], models) == [FOUND]
    assert add_codes(FOUND, models) == FOUND
    assert name_sections(TEXT, sections, models) == sections


def test_the_tagger_adds_what_nobody_found_and_changes_nothing():
    [found] = tagged([Asked(TEXT, WHOLE, (), FOUND)], _models(tagger=_Tagger()))
    assert [one.text for one in found] == ["Fever", "sarcoidosis"]
    assert found[0] is FEVER


def test_chemicals_count_among_the_medication_only():
    """Sodium in a laboratory line is no drug that the patient takes."""
    takes = Section(SectionName.MEDICATION, Span(TEXT.index("takes"), len(TEXT)))
    labs = Section(SectionName.LABORATORY, Span(0, TEXT.index("takes")))
    [found] = tagged([Asked(TEXT, WHOLE, (labs, takes), FOUND)], _models(tagger=_Tagger()))
    assert [one.text for one in found if one.kind is MentionKind.DRUG] == ["zorglubine"]


def test_nothing_is_tagged_where_no_sentence_is_english():
    tagger = _Tagger()
    assert tagged([Asked(TEXT, (), (), FOUND)], _models(tagger=tagger)) == [FOUND]
    assert not tagger.asked


def test_a_sentence_of_plain_and_known_words_is_not_asked_and_any_other_is():
    text = "The patient has a fever since 3 days. The patient has an AT since 3 days."
    known = Mention(Span(18, 23), "fever", MentionKind.SYMPTOM)
    tagger, sentences = _Tagger(), (Span(0, 37), Span(38, len(text)))
    tagged([Asked(text, sentences, (), (known,))], _models(tagger=tagger))
    assert tagger.asked == ["The patient has an AT since 3 days."]
    tagged([Asked(text, sentences[:1], (), ())], _models(tagger=tagger))
    assert tagger.asked[1:] == ["The patient has a fever since 3 days."]


def test_each_text_gets_its_own_finds_and_stays_the_same_without_any():
    texts = [Asked(TEXT, WHOLE, (), FOUND), Asked("Zorglub has ozena.", (Span(0, 18),), (), ())]
    texts.append(Asked("So sarcoidosis, then.", (Span(0, 21),), (), ()))
    first, second, third = tagged(texts, _models(tagger=_Tagger()))
    assert [one.text for one in first] == ["Fever", "sarcoidosis"]
    assert second is texts[1].mentions
    assert [(one.text, one.span) for one in third] == [("sarcoidosis", Span(3, 14))]


def test_only_problems_and_symptoms_without_a_code_are_coded():
    coder = _Coder()
    coded = _mention("sarcoidosis", MentionKind.PROBLEM, NEAR)
    drug = _mention("zorglubine", MentionKind.DRUG)
    found = add_codes((FEVER, coded, drug), _models(coder=coder))
    assert coder.asked == ["Fever"]
    assert found[0].codes == NEAR and found[1] is coded and found[2] is drug


def test_a_code_of_another_scheme_stays_before_the_offers():
    other = Coded(Code("D005334", MESH, "Fever"))
    [found] = add_codes(
        (_mention("Fever", MentionKind.SYMPTOM, (other,)),), _models(coder=_Coder())
    )
    assert found.codes == (other, *NEAR)


class _Topics:
    def guess_all(self, texts):
        return [(SectionName.PLAN, 0.91234)] if len(texts) == 1 else [None] * len(texts)


def test_a_guess_never_overrules_a_heading():
    written = Section(SectionName.OTHER, Span(0, 9), heading=Span(0, 5))
    known = Section(SectionName.PLAN, Span(9, 12), heading=Span(9, 10))
    bare = Section(SectionName.OTHER, Span(12, len(TEXT)))
    found = name_sections(TEXT, (written, known, bare), _models(topics=_Topics()))
    assert found[:2] == (written, known)
    assert (found[2].name, found[2].guessed) == (SectionName.PLAN, 0.9123)


def test_not_sure_is_an_answer():
    bare = (Section(SectionName.OTHER, Span(0, 9)), Section(SectionName.OTHER, Span(9, 20)))
    assert name_sections(TEXT, bare, _models(topics=_Topics())) == bare


@pytest.mark.parametrize(
    ("words", "score", "is_offered"),
    [
        ("zorglitis", 0.79, False),
        ("zorglitis", 0.81, True),
        ("zorgly tract disease", 0.59, False),
        ("zorgly tract disease", 0.61, True),
    ],
)
def test_a_code_that_is_only_the_nearest_is_not_offered(words, score, is_offered):
    near = (Coded(Code("D86.9", ICD10CM, "Sarcoidosis, unspecified"), score),)
    coder = SimpleNamespace(nearest=lambda texts, *, codes=None: [near for _ in texts])
    unknown = Mention(Span(0, len(words)), words, MentionKind.PROBLEM)
    (found,) = add_codes([unknown], SimpleNamespace(coder=coder))
    assert found.codes == (near if is_offered else ())
    known = Mention(Span(0, len(words)), words, MentionKind.PROBLEM, concept="zorg")
    assert add_codes([known], SimpleNamespace(coder=coder))[0].codes == near


@pytest.mark.parametrize(
    ("words", "concept"),
    [("PMH", "nothing"), ("steristrips", "nothing"), ("pnuemnia", "pneumonia"), ("zorglitis", "")],
)
def test_what_the_tagger_takes_for_an_illness(words, concept):
    span = Span(0, len(words))
    tagger = SimpleNamespace(
        tag_all=lambda sentences, *, checkpoint: [
            (Tagged(span, MentionKind.PROBLEM, 0.9),) for _ in sentences
        ]
    )
    asked = Asked(words, (span,), (), ())
    (found,) = tagged([asked], SimpleNamespace(tagger=tagger))
    assert [one.concept or "" for one in found] == ([] if concept == "nothing" else [concept])


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Allergic to penicillin (anaphylaxis).", False),
        ("Penicillin, allergic", False),
        ("Allergic and unwell.", True),
        ("Allergic.\nTo be asked: penicillin", True),
    ],
)
def test_allergic_is_no_illness_beside_what_somebody_is_allergic_to(text, stays):
    place = text.lower().index("allergic")
    word = Span(place, place + len("allergic"))

    class Tags:
        def tag_all(self, sentences, *, checkpoint):
            return [(Tagged(word, MentionKind.PROBLEM, 0.9),) for _ in sentences]

    known = ()
    if "enicillin" in text:
        drug = text.index("enicillin") - 1
        known = (Mention(Span(drug, drug + 10), "penicillin", MentionKind.ALLERGY),)
    asked = Asked(text, (Span(0, len(text)),), (), known)
    (found,) = tagged([asked], SimpleNamespace(tagger=Tags()))
    assert any(one.span == word for one in found) is stays
