"""What the window says of its models unasked: thresholds to see to, shifts, scores stuck."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import cases, sentinel, site_attention, site_thresholds
from meddx_desktop.core.operations.site_attention import Attention, Matter
from meddx_desktop.gui import labels
from meddx_desktop.gui.notices import Detail, Notice, Severity
from meddx_desktop.gui.services import Services

if TYPE_CHECKING:
    from meddx_desktop.gui.records import Records

_SHIFTED, _STUCK, _OWN = "models shifted", "score stuck", "site threshold"


class ModelNotices(QObject):
    """Tells at the sign-in, after a change of models, and when a film comes back."""

    def __init__(self, records: "Records", services: Services) -> None:
        super().__init__(records)
        self._records, self._services = records, services
        self._app = services.app
        services.queue.screened.connect(self._screened)

    def tell(self) -> None:
        """Which thresholds wait, have lapsed or lapse soon; and look what shifted."""
        if not self._services.session.may(Action.SCREEN):
            return
        self.tell_of_thresholds()
        self._services.upkeep.submit(
            self.tr("Looking at chosen films after a change"),
            lambda context: sentinel.look(self._app, context=context),
            on_result=self._tell_shift,
        )

    def tell_of_thresholds(self) -> None:
        """One notice for each threshold that somebody has to see to; settled ones go."""
        try:
            found = site_attention.attention(self._app)
        except MedDxError:
            return  # locked, or damaged, which others tell
        groups = {_group(one): one for one in found}
        for notice in self._services.notices.waiting:
            if notice.group.startswith(_OWN) and notice.group not in groups:
                self._services.notices.withdraw(notice.group)
        for group, one in groups.items():
            self._services.notices.tell(
                Notice(
                    self._words(one),
                    Severity.INFORMATION if one.matter is Matter.SOON else Severity.WARNING,
                    action=self.tr("Look at it…"),
                    on_action=self._records.thresholds,
                    group=group,
                )
            )

    def _words(self, one: Attention) -> str:
        own = one.threshold
        facts = {**own.told, "finding": labels.label(f"finding.{own.finding}")}
        if one.matter is Matter.LAPSED:
            ended = site_thresholds.ended(self._app, own)
            return labels.sentence(ended.code, {**ended.parameters, "finding": facts["finding"]})
        if one.matter is Matter.WAITING:
            told = self.tr(
                "A threshold for {finding} ({model}) waits for a clinician who confirms it. Until "
                "then it changes nothing."
            )
            return told.format(**facts)
        told = self.tr(
            "The threshold of this site for {finding} ({model}) lapses in %n day(s). Check the "
            "model here again before that.",
            "",
            one.days,
        )
        return told.format(**facts)

    def _tell_shift(self, shift: sentinel.Shift | None) -> None:
        if shift is None or not shift.matters or not isValid(self):
            return
        facts = {"films": shift.films, "calls": shift.calls, "lost": shift.lost}
        said = labels.sentence("models_shifted", {"largest": round(shift.largest), **facts})
        notice = Notice(
            said,
            Severity.WARNING,
            action=self.tr("Check a model here…"),
            on_action=self._records.check_model,
            group=_SHIFTED,
        )
        self._services.notices.tell(notice)

    def _screened(self, case_id: str, uid: str) -> None:
        """A film came back; a score that stands still is no matter of that film alone."""
        if not self._services.session.may(Action.OPEN_CASE):
            return
        case = cases.load(self._app, case_id)
        film = case.film(uid) if case else None
        for said in (film.screenings or ()) if film else ():
            for reason in said.gate.reasons:
                if reason.code == "score_stuck" and case is not None and film is not None:
                    model = f"{said.model.name} {said.model.version}" if said.model else ""
                    who = f"{labels.name(case.patient)} · {labels.film(film.instance)}"
                    self._tell_stuck(model, who, reason)

    def _tell_stuck(self, model: str, film: str, reason: Reason) -> None:
        films = reason.parameters.get("films", 0)
        told = self.tr(
            "{model} gave the last {films} films one and the same score, though they do not look "
            "alike. Trust no score of it: have these films and the ones before them read by a "
            "clinician, then have the model verified (meddx models verify) or use another version."
        ).format(model=model, films=films)
        detail = Detail(film, self.tr("Read it without the score."))
        self._services.notices.tell(
            Notice(
                told,
                Severity.ERROR,
                action=self.tr("Models…"),
                on_action=self._records.models,
                details=(detail,),
                group=f"{_STUCK} {model}",
                heads=(self.tr("Film"), self.tr("What to do")),
            )
        )


def _group(one: Attention) -> str:
    return " ".join((_OWN, *one.threshold.place, one.matter.value))
