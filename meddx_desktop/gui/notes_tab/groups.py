"""Groups of mentions as the tab shows them: letter, pattern of the line, colour, words."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind
from meddx_desktop.gui import theme


class Pattern(StrEnum):
    """How the line below a mention is drawn; no two groups share one."""

    SOLID = "solid"
    DASHED = "dashed"
    DOUBLE = "double"
    WAVY = "wavy"
    DOTTED = "dotted"
    DASH_DOT = "dash_dot"
    LONG_DASHED = "long_dashed"
    SPARSE = "sparse"


class Group(StrEnum):
    """In the order of the list."""

    PROBLEMS = "problems"
    SYMPTOMS = "symptoms"
    MEDICATION = "medication"
    ALLERGIES = "allergies"
    VITALS = "vitals"
    LABS = "labs"
    SOCIAL = "social"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Look:
    """What a group looks like, beside its words."""

    pattern: Pattern
    tone: str


LOOKS: dict[Group, Look] = {
    Group.PROBLEMS: Look(Pattern.SOLID, "accent"),
    Group.SYMPTOMS: Look(Pattern.DASHED, "accent"),
    Group.MEDICATION: Look(Pattern.DOUBLE, "good"),
    Group.ALLERGIES: Look(Pattern.WAVY, "warning"),
    Group.VITALS: Look(Pattern.DOTTED, "text"),
    Group.LABS: Look(Pattern.DASH_DOT, "text"),
    Group.SOCIAL: Look(Pattern.LONG_DASHED, "muted"),
    Group.OTHERS: Look(Pattern.SPARSE, "muted"),
}
_GROUPS: dict[MentionKind, Group] = {
    MentionKind.PROBLEM: Group.PROBLEMS,
    MentionKind.SYMPTOM: Group.SYMPTOMS,
    MentionKind.DRUG: Group.MEDICATION,
    MentionKind.ALLERGY: Group.ALLERGIES,
    MentionKind.VITAL_SIGN: Group.VITALS,
    MentionKind.LAB_VALUE: Group.LABS,
    MentionKind.SMOKING: Group.SOCIAL,
    MentionKind.ALCOHOL: Group.SOCIAL,
}
PALE = (Assertion.HISTORICAL, Assertion.FAMILY)
"""Drawn paler: not of this patient now."""


def group_of(kind: MentionKind) -> Group:
    """Where a mention stands in the list."""
    return _GROUPS.get(kind, Group.OTHERS)


def name(group: Group) -> str:
    """The group's heading."""
    return {
        Group.PROBLEMS: QCoreApplication.translate("NoteGroups", "Problems"),
        Group.SYMPTOMS: QCoreApplication.translate("NoteGroups", "Symptoms and signs"),
        Group.MEDICATION: QCoreApplication.translate("NoteGroups", "Medication"),
        Group.ALLERGIES: QCoreApplication.translate("NoteGroups", "Allergies"),
        Group.VITALS: QCoreApplication.translate("NoteGroups", "Vital signs"),
        Group.LABS: QCoreApplication.translate("NoteGroups", "Lab values"),
        Group.SOCIAL: QCoreApplication.translate("NoteGroups", "Smoking and alcohol"),
        Group.OTHERS: QCoreApplication.translate("NoteGroups", "Others"),
    }[group]


def letter(group: Group) -> str:
    """One letter, for the margin of the text."""
    return {
        Group.PROBLEMS: QCoreApplication.translate("NoteGroups", "P", "letter: problems"),
        Group.SYMPTOMS: QCoreApplication.translate("NoteGroups", "S", "letter: symptoms"),
        Group.MEDICATION: QCoreApplication.translate("NoteGroups", "M", "letter: medication"),
        Group.ALLERGIES: QCoreApplication.translate("NoteGroups", "A", "letter: allergies"),
        Group.VITALS: QCoreApplication.translate("NoteGroups", "V", "letter: vital signs"),
        Group.LABS: QCoreApplication.translate("NoteGroups", "L", "letter: lab values"),
        Group.SOCIAL: QCoreApplication.translate("NoteGroups", "H", "letter: smoking, alcohol"),
        Group.OTHERS: QCoreApplication.translate("NoteGroups", "O", "letter: others"),
    }[group]


def color(group: Group, *, pale: bool = False) -> QColor:
    """The group's colour in the appearance of now."""
    made = theme.tone(LOOKS[group].tone)
    made.setAlphaF(0.45 if pale else 1.0)
    return made


def draw_line(painter: QPainter, group: Group, x1: float, x2: float, y: float) -> None:
    """The group's line from `x1` to `x2`, at the height `y`, in the painter's colour."""
    pattern = LOOKS[group].pattern
    width = max(1.0, theme.unit() / 8 * 1.5)
    pen = QPen(painter.pen().color(), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    gaps: dict[Pattern, list[float]] = {
        Pattern.DASHED: [4, 2.2],
        Pattern.DOTTED: [1, 1.4],
        Pattern.DASH_DOT: [5, 1.6, 1, 1.6],
        Pattern.LONG_DASHED: [9, 4],
        Pattern.SPARSE: [1, 3.5],
    }
    if pattern in gaps:
        pen.setDashPattern(gaps[pattern])
    if pattern is Pattern.WAVY:
        _wave(painter, pen, x1, x2, y)
        return
    if pattern is Pattern.DOUBLE:
        pen.setWidthF(width * 0.7)
        painter.setPen(pen)
        painter.drawLine(QPointF(x1, y + width), QPointF(x2, y + width))
        y -= width
    painter.setPen(pen)
    painter.drawLine(QPointF(x1, y), QPointF(x2, y))


def _wave(painter: QPainter, pen: QPen, x1: float, x2: float, y: float) -> None:
    step = max(2.0, theme.unit() / 3)
    pen.setWidthF(pen.widthF() * 0.8)
    painter.setPen(pen)
    points = [QPointF(x1, y)]
    place, up = x1 + step, True
    while place < x2:
        points.append(QPointF(place, y - step / 2 if up else y + step / 2))
        place, up = place + step, not up
    points.append(QPointF(x2, y))
    painter.drawPolyline(points)


def swatch(group: Group) -> QPixmap:
    """The line of a group as a small picture, for the legend."""
    ratio = 2
    width, height = theme.unit(3), theme.unit(1.5)
    made = QPixmap(width * ratio, height * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(color(group))
    draw_line(painter, group, 0, width, height / 2)
    painter.end()
    return made


def shown_as(mention: Mention) -> Assertion:
    """What is drawn: "no known allergies" is said and not struck out, which would say twice no."""
    is_none = mention.allergy is not None and mention.allergy.none_known
    is_denied = is_none and mention.assertion is Assertion.NEGATED
    return Assertion.PRESENT if is_denied else mention.assertion
