"""Single lines of the page of a case: what to find out, what contradicts itself, what can't be."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import Assessment
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.assessment_panel.parts import padded
from meddx_desktop.gui.assessment_panel.reader import Assessed
from meddx_desktop.gui.widgets import fields

_DANGERS = frozenset(
    {
        "assessment_allergy_contradiction",
        "assessment_allergy_to_drug",
        "assessment_inr_on_warfarin",
        "assessment_weight_for_age",
    }
)


class CaseLines(QObject):
    """Makes widgets; nothing here can be changed."""

    def elsewhere(self, found: Assessed, case: Case) -> list[QWidget]:
        """Confirmed conditions that nothing here speaks of any more."""
        shown = {one.key for one in (*found.assessment.conditions, *found.assessment.others)}
        titles = {one.key: said.title(one.title) for one in found.known}
        pattern = self.tr(
            "{name}: confirmed by {who}, {time}; nothing in the case speaks of it now"
        )
        return [
            padded(
                fields.sign(
                    "check",
                    pattern.format(
                        name=titles.get(word.condition, word.condition),
                        who=word.by,
                        time=labels.when(word.at) if word.at else "–",
                    ),
                    "good",
                )
            )
            for word in case.confirmed
            if word.condition not in shown
        ]

    def not_enough(self) -> QWidget:
        """A result, and a calm one."""
        made = fields.EmptyState(
            "circle-dashed",
            labels.label("standing.not_enough"),
            self.tr(
                "Nothing that was read speaks clearly for one of the conditions the program knows. "
                "That excludes none of them."
            ),
        )
        made.setMinimumHeight(theme.unit(16))
        return made

    def next_tests(self, found: Assessment) -> list[QWidget]:
        """What would change the picture most, and for which condition."""
        if not found.next_tests:
            return []
        titles = {one.key: said.title(one.title) for one in (*found.conditions, *found.others)}
        lines: list[QWidget] = [fields.text(self.tr("What to find out next"), "caption", wrap=True)]
        pattern = self.tr("{test} – for {condition}")
        for one in found.next_tests:
            words = pattern.format(
                test=said.next_test(one), condition=titles.get(one.condition, one.condition)
            )
            lines.append(fields.sign("circle-help", words, "text"))
        return [padded(line) for line in lines]

    def dangers(self, found: Assessment) -> list[QWidget]:
        """Cautions that must be settled before anything is given: right below the alerts."""
        return [_caution(one) for one in found.cautions if one.code in _DANGERS]

    def cautions(self, found: Assessment) -> list[QWidget]:
        """Other contradictions and gaps in the data."""
        return [_caution(one) for one in found.cautions if one.code not in _DANGERS]

    def not_for(self, found: Assessed) -> QWidget:
        """Conditions that this patient can't have, with the reason."""
        titles = {one.key: said.title(one.title) for one in found.known}
        lines = [
            fields.text(f"{titles.get(key, key)}: {labels.label(f'not_for.{why}')}", wrap=True)
            for key, why in sorted(found.assessment.not_for.items())
        ]
        return column(*(padded(line) for line in lines))


def _caution(one: Reason) -> QWidget:
    return padded(fields.sign("triangle-alert", labels.reason(one), "warning"))


def column(*parts: QWidget) -> QWidget:
    """Below each other, without margins."""
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme.unit(0.5))
    for part in parts:
        lines.addWidget(part)
    return made
