"""Which device and model are in use, told on the bottom line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject, Signal

from meddx_desktop import words
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext, JobRunner
from meddx_desktop.core.operations import cases, models
from meddx_desktop.gui import labels, messages
from meddx_desktop.gui.services import Services

GATE_FIRST_LETTERS = "cxr-gate"


def installed(services: Services) -> list[str]:
    """Name and version of every usable package that looks at films."""
    return [f"{p.name} {p.manifest.version}" for p in models.for_films(services.app)]


@dataclass(frozen=True, slots=True)
class _Made:
    """What one model was made for."""

    title: Mapping[str, str]
    ages: tuple[int, int] | None


class ModelLine(QObject):
    """Says what is installed at first, and what really ran once a film was screened."""

    screenable = Signal(str)
    """One line for the empty window: which films can be screened today."""

    def __init__(
        self, services: Services, runner: JobRunner, show: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._show = show
        self._runner = runner
        services.queue.screened.connect(self._screened)
        self.show_installed()

    def show_installed(self) -> None:
        """Say which models are in use: at the start, and when they changed."""
        self._runner.submit(
            self.tr("Models"), self._list, on_result=self._listed, on_error=self._failed
        )

    def _list(self, _context: JobContext) -> tuple[list[str], list[_Made], list[MedDxError]]:
        """Opening the packages hashes their files: not on the main thread."""
        made = [
            _Made(p.manifest.title, p.manifest.applies_to.age_days)
            for p in models.for_films(self._services.app)
            if not p.name.startswith(GATE_FIRST_LETTERS)
        ]
        return installed(self._services), made, list(models.refused(self._services.app))

    def _listed(self, found: tuple[list[str], list[_Made], list[MedDxError]]) -> None:
        names, made, refused = found
        films = [self._made_for(model) for model in made]
        if films:
            self.screenable.emit(
                self.tr("Can be screened today: {list}").format(list=labels.listed(films))
            )
        scoring = [name for name in names if not name.startswith(GATE_FIRST_LETTERS)]
        self._show(", ".join(scoring) or self.tr("No model installed"))
        for error in refused:
            self._failed(error)

    def _made_for(self, model: _Made) -> str:
        """Title and ages of one model; many a title names the ages itself."""
        title = model.title.get(QLocale().name()) or model.title.get("en", "")
        ages = model.ages
        if ages is None or any(letter.isdigit() for letter in title):
            return title
        low, high = (words.age(days, labels.translate) for days in ages)
        return self.tr("{title} ({low} to {high})").format(title=title, low=low, high=high)

    def _failed(self, error: MedDxError) -> None:
        self._services.notices.tell(messages.of_error(error))

    def _screened(self, case_id: str, uid: str) -> None:
        session = self._services.session
        if not session.may(Action.OPEN_CASE):
            return
        case = cases.load(session.app, case_id)
        film = case.film(uid) if case else None
        for screening in film.screenings or () if film else ():
            if screening.model is not None:
                model = screening.model
                device = labels.provider(model.provider)
                self._show(f"{device} · {model.name} {model.version}")
