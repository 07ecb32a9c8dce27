"""Films looked at again after every change of models: which, and what the last look found."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import sentinel, sentinel_choice
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.sentinel import MOST_FILMS, Shift
from meddx_desktop.core.operations.sentinel_choice import Choice
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import check_model_words as words
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields

Choices = tuple[Choice, ...]


class SentinelDialog(WorkDialog):
    """The owner ticks films; everybody sees the last shift."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Looking again after a change"), parent)
        self._app = app
        self._choices: Choices = ()
        self.shift = fields.text("", wrap=True)
        self.list = self._make_list()
        self.count = fields.text("", "small")
        self.look = fields.button(self.tr("Look now"), "", "refresh-cw")
        self.keep = fields.button(self.tr("Keep this choice"), "primary", "check")
        hint = self.tr(
            "After each change of models, device or program these films are scored again, and the "
            "shift is told. Choose some that you know: clear ones, and some near the threshold. "
            "The sample of each model takes part anyway."
        )
        self.body.addWidget(fields.text(hint, wrap=True))
        self.body.addWidget(self.shift)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.count)
        self.body.addWidget(self.work)
        self.add_buttons(self.look, self.keep)
        self.look.clicked.connect(self.look_now)
        self.keep.clicked.connect(self.keep_choice)
        self.list.itemChanged.connect(lambda *_: self._enable())
        self.work.busy_changed.connect(self._enable)
        self.setMinimumHeight(theme.unit(58))
        self.resize(theme.unit(84), theme.unit(64))
        self._show_shift()
        self._enable()
        if self._may_choose:
            self.work.run(
                self.tr("Looking"),
                lambda context: sentinel_choice.choices(app, context=context),
                self._show,
            )

    @property
    def ticked(self) -> tuple[tuple[str, str], ...]:
        """The films that are chosen in the list."""
        found = []
        for place, choice in enumerate(self._choices):
            item = self.list.topLevelItem(place)
            if item is not None and item.checkState(0) is Qt.CheckState.Checked:
                found.append(choice.film)
        return tuple(found)

    def keep_choice(self) -> None:
        """Keep it, and look: the next change is compared with what they score now."""
        films = self.ticked

        def work(context: JobContext) -> tuple[Choices, Shift | None]:
            sentinel.choose(self._app, films)
            shift = sentinel.look(self._app, context=context)
            return sentinel_choice.choices(self._app), shift

        def done(found: tuple[Choices, Shift | None]) -> None:
            self._show(found[0])
            self._looked(found[1])

        self.work.run(self.tr("Looking at the films"), work, done)

    def look_now(self) -> None:
        """Look if something changed since the last look."""
        self.work.run(
            self.tr("Looking at the films"),
            lambda context: sentinel.look(self._app, context=context),
            self._looked,
        )

    @property
    def _may_choose(self) -> bool:
        role = self._app.access.role if self._app.access.is_open else None
        return role is not None and may(role, Action.SET_THRESHOLD)

    def _looked(self, shift: Shift | None) -> None:
        self._show_shift()
        if shift is None:
            said = self.tr("Nothing changed since the last look.")
        elif shift.first:
            said = self.tr("Looked at {n}: the next change is compared with this.")
            said = said.format(n=shift.films)
        else:
            said = self.tr("Looked, and compared.")
        self.work.tell(said, "good")
        self._enable()

    def _show_shift(self) -> None:
        shift = sentinel.last(self._app.folder)
        if shift is None or shift.first:
            text = self.tr("Nothing was compared yet.")
        else:
            facts = {"films": shift.films, "calls": shift.calls, "lost": shift.lost}
            text = labels.sentence("models_shifted", {"largest": round(shift.largest), **facts})
            if not shift.matters:
                text = self.tr(
                    "Last look: {films} films, the largest shift {largest} points of 100; no film "
                    "changed sides of its threshold."
                ).format(films=shift.films, largest=round(shift.largest))
        matters = shift is not None and shift.matters
        fields.set_property(self.shift, "tone", "warning" if matters else "")
        self.shift.setText(text)

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderLabels(
            [self.tr("Patient"), self.tr("Filed"), self.tr("Finding"), self.tr("Score")]
        )
        made.setRootIsDecorated(False)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setAccessibleName(self.tr("Films to look at again"))
        made.setMinimumHeight(theme.unit(20))
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return made

    def _show(self, found: Choices) -> None:
        self._choices = found
        self.list.blockSignals(True)
        self.list.clear()
        for choice in found:
            name = f"{labels.name(choice.patient)} · {labels.id_tail(choice.patient)}"
            score = f"{choice.score * 100:.0f}" if choice.finding else "–"
            cells = [name, labels.moment(choice.at), words.finding(choice.finding), score]
            item = QTreeWidgetItem(cells)
            item.setSizeHint(0, QSize(0, theme.unit(4)))
            item.setCheckState(
                0, Qt.CheckState.Checked if choice.chosen else Qt.CheckState.Unchecked
            )
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)
        self._enable()

    def _enable(self) -> None:
        ticked, idle = len(self.ticked), not self.work.busy
        if self._choices:
            told = self.tr("{n} of at most {most} chosen")
            self.count.setText(told.format(n=ticked, most=MOST_FILMS))
        elif self._may_choose:
            self.count.setText(self.tr("No film here has a score yet."))
        self.list.setVisible(bool(self._choices))
        before = {choice.film for choice in self._choices if choice.chosen}
        news = set(self.ticked) != before
        self.keep.setEnabled(self._may_choose and idle and news and ticked <= MOST_FILMS)
        self.look.setEnabled(idle)
        who = labels.listed(
            labels.label(f"role.{one.value}") for one in Role if may(one, Action.SET_THRESHOLD)
        )
        self.keep.setToolTip("" if self._may_choose else self.tr("Only: {who}").format(who=who))
