"""The weeks in a table below their chart, why films have no score, and who did how much."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from meddx_desktop.core.domain.site_numbers import SiteNumbers, Tally
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import site_words
from meddx_desktop.gui.dialogs.site_chart import WeekChart
from meddx_desktop.gui.widgets import fields

_CONTENT = QHeaderView.ResizeMode.ResizeToContents
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROWS = 6
"""Lines of a table that are seen without scrolling."""
_WIDEST = 32
"""Letters that the first column takes at most by itself."""


class Table(QTreeWidget):
    """Plain lines; one column takes the room that is left, and keeps its own where there is none.

    Parameters
    ----------
    name
        For who hears the window.
    heads
        Titles of the columns.
    widest
        The column that takes the room.
    """

    def __init__(self, name: str, heads: Sequence[str], *, widest: int = 0) -> None:
        super().__init__()
        self._widest = widest
        self.setHeaderLabels(list(heads))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(name)
        self.setMinimumHeight(theme.unit(4 * _ROWS))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_CONTENT)

    def fill(self, rows: Sequence[QTreeWidgetItem]) -> None:
        """Show these lines and no others."""
        self.clear()
        self.addTopLevelItems(list(rows))
        self._fit()

    def heads_right(self) -> None:
        """Titles above numbers stand where the numbers do."""
        for column in range(1, self.columnCount()):
            self.headerItem().setTextAlignment(column, _RIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch, or scroll."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        header = self.header()
        needed = sum(
            max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(self.columnCount())
        )
        fits = needed <= self.viewport().width()
        mode = QHeaderView.ResizeMode.Stretch if fits else _CONTENT
        if header.sectionResizeMode(self._widest) != mode:
            header.setSectionResizeMode(self._widest, mode)


def line(cells: Sequence[str], *, numbers_from: int = 1) -> QTreeWidgetItem:
    """One row of a `Table`; numbers stand right."""
    made = QTreeWidgetItem(list(cells))
    wide = QFontMetrics(theme.font(bold=True)).horizontalAdvance(cells[0]) + theme.unit(3)
    made.setSizeHint(0, QSize(min(wide, theme.letters(_WIDEST)), theme.unit(4)))
    for column in range(numbers_from, len(cells)):
        made.setTextAlignment(column, _RIGHT)
    return made


class WeeksPage(QWidget):
    """Chart, forecast in words, table; empty where nothing was done yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = fields.EmptyState(
            "activity",
            self.tr("No case in the last 26 weeks"),
            self.tr("Numbers appear here as soon as films are opened."),
        )
        self.chart = WeekChart()
        self.forecast = fields.text("", wrap=True)
        self.list = Table(
            self.tr("Weeks"),
            (
                self.tr("Week"),
                self.tr("Films"),
                self.tr("Screened"),
                self.tr("Above"),
                self.tr("Not sure"),
                self.tr("Below"),
                self.tr("No score"),
                self.tr("Waiting"),
                self.tr("Confirmed"),
                self.tr("Rejected"),
                self.tr("Signed"),
                self.tr("To answer"),
                self.tr("To signature"),
            ),
        )
        self.list.heads_right()
        self._explain()
        self.reasons = fields.text("", "small", wrap=True)
        self.hint = fields.text("", "small", wrap=True)
        self.full = QWidget()
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, theme.unit(), 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(self.chart, 2)
        for part in (self.forecast, self.list, self.reasons, self.hint):
            column.addWidget(part, 3 if part is self.list else 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty)
        outer.addWidget(self.full)
        self.full.hide()

    def _explain(self) -> None:
        """What the short heads leave out."""
        tips = {
            3: self.tr("Films above the threshold of a model in trusted use"),
            5: self.tr("Films below every threshold"),
            6: self.tr("Refused, failed, or looked at by models on trial alone"),
            8: self.tr("Films above a threshold that a clinician confirmed"),
            9: self.tr("Films above a threshold that a clinician rejected"),
            10: self.tr("Cases that are signed, of all cases"),
            11: self.tr("Median time from filing a film to the models' answer"),
            12: self.tr("Median time from opening a case to its first signature"),
        }
        for place, words in tips.items():
            self.list.headerItem().setToolTip(place, words)

    def show_numbers(self, numbers: SiteNumbers) -> None:
        """The sum of all weeks, then the newest one first."""
        self.empty.setVisible(not numbers.weeks)
        self.full.setVisible(bool(numbers.weeks))
        self.chart.show_numbers(numbers.weeks, numbers.forecast)
        self.forecast.setText(site_words.forecast(numbers))
        total, bold = self._row(self.tr("All weeks"), numbers.total), theme.font(bold=True)
        for place in range(self.list.columnCount()):
            total.setFont(place, bold)
        rows = [total]
        for one in reversed(numbers.weeks):
            rows.append(self._row(str(one.week), one.tally))
            day = one.week.monday.isoformat()
            rows[-1].setToolTip(0, self.tr("from {day}").format(day=day))
        self.list.fill(rows)
        self.reasons.setText(self._reasons(numbers.total))
        self.reasons.setVisible(bool(numbers.total.reasons))
        self.hint.setText(self._hint(numbers))

    def _row(self, name: str, tally: Tally) -> QTreeWidgetItem:
        counts = (tally.films, tally.screened, tally.positive, tally.not_sure, tally.below)
        rest = (tally.unscored, tally.waiting, tally.confirmed, tally.rejected)
        signed = self.tr("{signed} of {cases}").format(signed=tally.signed, cases=tally.cases)
        times = (site_words.lasting(tally.to_answer), site_words.lasting(tally.to_signature))
        row = line((name, *map(str, (*counts, *rest)), signed, *times))
        for column, told in ((11, tally.to_answer), (12, tally.to_signature)):
            row.setToolTip(column, site_words.taken_over(told))
        return row

    def _reasons(self, tally: Tally) -> str:
        told = [
            self.tr("{reason}: {n}").format(reason=labels.label(f"unscored.{code}"), n=count)
            for code, count in tally.reasons
        ]
        return self.tr("Films without a score: {reasons}").format(reasons=labels.listed(told))

    def _hint(self, numbers: SiteNumbers) -> str:
        parts = [
            self.tr("Cases stand in the week of their visit, with what became of them until now."),
            self.tr("Models on trial are not counted."),
            labels.safety("below_threshold"),
        ]
        if numbers.total.unread:
            unread = self.tr(
                "%n screened film(s) wait for your own first reading.", "", numbers.total.unread
            )
            parts.insert(0, unread)
        if numbers.demonstration:
            parts.insert(0, self.tr("Counted from demonstration cases."))
        return " ".join(parts)


class UsersPage(QWidget):
    """Who brought films, decided, signed; the owner alone sees it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heads = (self.tr("User"), self.tr("Films brought"), self.tr("Decisions"))
        self.list = Table(self.tr("By user"), (*heads, self.tr("Signatures")))
        self.list.heads_right()
        self.empty = fields.EmptyState("users", self.tr("Nobody did anything in these weeks"))
        hint = self.tr(
            "Only the owner sees this page. It counts work and says nothing of how well it was"
            " done."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(), 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(fields.text(hint, "small", wrap=True))

    def show_numbers(self, numbers: SiteNumbers) -> None:
        """One line for each user."""
        self.list.fill(
            [
                line(
                    (labels.plain(one.user), *map(str, (one.films, one.decisions, one.signatures)))
                )
                for one in numbers.users
            ]
        )
        self.list.setVisible(bool(numbers.users))
        self.empty.setVisible(not numbers.users)
