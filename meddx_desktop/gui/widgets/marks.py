"""Icon, word and colour for a case's state and risk."""

from dataclasses import dataclass

from meddx_desktop.core.domain.case import CaseState
from meddx_desktop.core.domain.finding import Call, Decision
from meddx_desktop.gui import labels


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign that never rests on colour alone."""

    icon: str
    word: str
    tone: str


_STATES = {
    CaseState.NEW: ("circle-dashed", "muted"),
    CaseState.SCREENING: ("loader", "accent"),
    CaseState.TO_REVIEW: ("eye", "text"),
    CaseState.AWAITING_SECOND_READER: ("users", "accent"),
    CaseState.READERS_DISAGREE: ("triangle-alert", "warning"),
    CaseState.SIGNED: ("circle-check", "good"),
}
_RISKS = {
    0: ("circle-alert", "call.refused", "warning"),
    1: ("triangle-alert", "call.positive", "danger"),
    2: ("circle-help", "call.not_sure", "warning"),
    3: ("minus", "call.negative", "muted"),
    4: ("clock", "call.waiting", "muted"),
    5: ("circle-dashed", "call.no_film", "muted"),
}
_CALLS = {
    Call.POSITIVE: ("triangle-alert", "danger"),
    Call.NOT_SURE: ("circle-help", "warning"),
    Call.NEGATIVE: ("minus", "muted"),
}


_WORDS = {
    Decision.ACCEPTED: ("check", "word.accepted", "text"),
    Decision.REJECTED: ("x", "word.rejected", "muted"),
    Decision.EDITED: ("pencil", "word.edited", "text"),
}


def of_state(state: CaseState) -> Mark:
    """How far the work is."""
    icon, tone = _STATES[state]
    return Mark(icon, labels.label(f"state.{state.value}"), tone)


def of_risk(risk: tuple[int, float]) -> Mark:
    """What the riskiest film says; an unscored film is never quiet."""
    icon, key, tone = _RISKS[risk[0]]
    return Mark(icon, labels.label(key), tone)


def of_word(word: Decision, risk: tuple[int, float]) -> Mark:
    """A clinician's word on what decides the risk; a confirmed alarm stays as loud as it was."""
    icon, key, tone = _WORDS[word]
    loud = word is Decision.ACCEPTED and _RISKS[risk[0]][2] in ("danger", "warning")
    return Mark(icon, labels.label(key), _RISKS[risk[0]][2] if loud else tone)


def of_age_needed() -> Mark:
    """An unscored film that lacks only the age: typing it is the next step."""
    return Mark("pencil", labels.label("call.age_needed"), "warning")


def of_unread() -> Mark:
    """What the models say waits for the reader's own word: hidden, and never quiet."""
    return Mark("eye-off", labels.label("call.read_first"), "accent")


def of_critical() -> Mark:
    """A critical result that nobody has read back yet (SAFETY 13)."""
    return Mark("siren", labels.label("mark.critical"), "danger")


def all_states() -> list[Mark]:
    """Every state's mark, to measure by; an open critical result stands in the same place."""
    return [*(of_state(state) for state in CaseState), of_critical()]


def all_risks() -> list[Mark]:
    """Every risk's mark, to measure by."""
    return [*(of_risk((rank, 0.0)) for rank in _RISKS), of_age_needed(), of_unread()]


def all_words() -> list[Mark]:
    """Every clinician's word, to measure by."""
    return [of_word(word, (1, 0.0)) for word in _WORDS]


def states_with_words() -> list[Mark]:
    """The states in which a clinician's word can stand on a line."""
    return [of_state(CaseState.TO_REVIEW), of_state(CaseState.SIGNED), of_critical()]


def of_call(call: Call) -> Mark:
    """Where one score lies."""
    icon, tone = _CALLS[call]
    return Mark(icon, labels.label(f"call.{call.value}"), tone)
