"""Protects: a note is read as a whole, again only where it changed, and no text makes it slow."""

import random
import time
from types import SimpleNamespace

import pytest

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import ICD10CM, Assertion, Coded, Language
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.assertion import ASSERTED
from meddx_desktop.core.notes.limits import LONGEST
from meddx_desktop.core.notes.parts import Helpers, Memory

NOTE = (
    "HPI: cough for 3 days. Denies chest pain.\nPMH: hypertension\n"
    "现病史：发热2天，无咳嗽。\nFamily History:\nstroke\n"
)
SIGNS = [
    "no ",
    "fever",
    "无",
    "发热",
    "，",
    ", ",
    ". ",
    "。",
    ":",
    "?",
    "\n",
    "1. ",
    "(-)",
    "【",
    "if ",
]


def told(reading):
    return [(one.text, one.assertion) for one in reading.mentions if one.kind in ASSERTED]


def test_a_note_is_read_in_both_languages():
    reading = analyze(NOTE)
    assert told(reading) == [
        ("cough", Assertion.PRESENT),
        ("chest pain", Assertion.NEGATED),
        ("hypertension", Assertion.HISTORICAL),
        ("发热", Assertion.PRESENT),
        ("咳嗽", Assertion.NEGATED),
        ("stroke", Assertion.FAMILY),
    ]
    for mention in reading.mentions:
        assert NOTE[mention.span.start : mention.span.end] == mention.text
        if mention.trigger:
            span = mention.trigger.span
            assert NOTE[span.start : span.end].strip() == mention.trigger.text


def test_models_are_asked_in_the_second_reading_and_only_of_what_is_new():
    asked = []

    class Coder:
        def nearest(self, texts, *, codes=None):
            asked.extend(texts)
            return [(Coded(Code("X", ICD10CM, "x"), 0.5),) for _ in texts]

    models = SimpleNamespace(tagger=None, topics=None, coder=Coder(), are_here=True)
    memory = Memory()
    text = "Koilonychia.\n\nNo fever."
    words = analyze(text, previous=memory, helpers=Helpers(models, later=True))
    assert told(words) == told(analyze(text)) and memory.waits and not asked
    whole = analyze(text, previous=memory, helpers=Helpers(models))
    assert told(whole) == told(words) and not memory.waits
    assert asked == ["Koilonychia"]
    del asked[:]
    again = analyze(text + "\n\nCough.", previous=memory, helpers=Helpers(models, later=True))
    assert again.mentions[:-1] == whole.mentions and memory.read == 1 and not asked


def test_a_reading_that_is_stopped_keeps_what_was_read():
    class Stop(Exception):
        pass

    asked = []

    class Coder:
        def nearest(self, texts, *, codes=None):
            asked.extend(texts)
            return [() for _ in texts]

    def stop():
        if asked:
            raise Stop

    models = SimpleNamespace(tagger=None, topics=None, coder=Coder(), are_here=True)
    between = "".join(f"no words {n}\n\n" for n in range(1000))
    memory, text = Memory(), f"Koilonychia.\n\n{between}Beighton sign, leukonychia."
    with pytest.raises(Stop):
        analyze(text, previous=memory, helpers=Helpers(models, checkpoint=stop))
    assert asked == ["Koilonychia"]
    whole = analyze(text, previous=memory, helpers=Helpers(models))
    assert asked[0] == "Koilonychia" and "Koilonychia" not in asked[1:]
    assert whole == analyze(text, helpers=Helpers(models))


def test_only_a_changed_paragraph_is_read_again():
    memory = Memory()
    analyze(NOTE, previous=memory)
    changed = NOTE.replace("cough for", "fever and cough for")
    reading = analyze(changed, previous=memory)
    assert memory.read == 1
    assert reading == analyze(changed)
    analyze(changed, previous=memory)
    assert memory.read == 0


def test_a_new_heading_above_changes_what_stands_below():
    memory = Memory()
    before = analyze("asthma\n", previous=memory)
    after = analyze("Family History:\nasthma\n", previous=memory)
    assert told(before) == [("asthma", Assertion.PRESENT)]
    assert told(after) == [("asthma", Assertion.FAMILY)]


def test_nothing_of_a_paragraph_that_is_gone_is_kept():
    memory = Memory()
    analyze("secret fever\nother cough", previous=memory)
    analyze("other cough", previous=memory)
    assert "secret" not in str(memory.parts)
    assert "cough" not in repr(memory)


@pytest.mark.parametrize("text", ["", " \n\t", "😀😀😀", "אין חום", "\x00\x01", "\u200b" * 50])
def test_texts_without_words_are_read_to_nothing(text):
    assert analyze(text).mentions == ()


def test_the_language_can_be_told():
    assert analyze("CT", language=Language.CHINESE).language is Language.CHINESE


@pytest.mark.parametrize("sign", [*SIGNS, "无发热，", "no fever ", "a: ", "?? ", "1. a 2. b "])
def test_no_pattern_runs_away(sign):
    """Ten times the text takes some ten times as long; a pattern that runs away takes hundreds."""
    took = []
    for length in (300, 3_000):
        text = (sign * length)[:length]
        start = time.process_time()
        analyze(text)
        took.append(time.process_time() - start)
    assert took[1] < 60 * took[0] + 2.0


def test_any_mixture_is_read_and_offsets_hold():
    chance = random.Random(3)
    for _ in range(60):
        text = "".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 120)))
        reading = analyze(text)
        for mention in reading.mentions:
            assert text[mention.span.start : mention.span.end] == mention.text
        assert all(0 <= one.span.start < one.span.end <= len(text) for one in reading.sections)


def test_longer_texts_are_for_the_caller_to_refuse():
    with pytest.raises(ValueError, match=str(LONGEST + 1)):
        analyze("a" * (LONGEST + 1))
