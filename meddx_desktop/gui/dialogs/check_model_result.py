"""What a check found, on one page with tabs; each part can be saved as a plain file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt
from PySide6.QtGui import QFontMetrics, QImageWriter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.operations import validation
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.validation import LeftOut, Point, Report
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import check_model_words as words
from meddx_desktop.gui.dialogs.check_model_figures import FiguresTab, csv_bytes
from meddx_desktop.gui.dialogs.check_model_save import SaveButton
from meddx_desktop.gui.dialogs.check_model_threshold import ThresholdTab
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.plot import Plot
from meddx_desktop.gui.widgets.plot_curves import CalibrationPlot, RocPlot


class ResultPage(QWidget):
    """Which model, how many films, what speaks against it, and the tabs."""

    def __init__(self, app: Application, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app, self.report = app, report
        self._told = words.Told()
        self.tabs = QTabWidget()
        self.figures = FiguresTab(report)
        title = words.title(report)
        curve, against = self.tr("ROC curve"), self.tr("Scores against labels")
        self.roc = RocPlot(f"{curve} · {title}", report.figures)
        self.calibration = CalibrationPlot(f"{against} · {title}", report.figures.calibration)
        self.readout = fields.text("", wrap=True)
        self.left_out = _left_out(report)
        self.threshold = ThresholdTab(app, report)
        self._arrange(title)
        self.roc.moved.connect(self._moved)
        self._moved(self.roc.marked)

    def _arrange(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(fields.text(title, "large", wrap=True))
        column.addWidget(fields.text(self._told.counts(self.report), wrap=True))
        for alarm in self.report.alarms:
            column.addWidget(fields.sign("siren", labels.reason(alarm), "danger"))
        report = self.report
        count = len(report.left_out) + len(report.without_film) + len(report.without_label)
        for part, name in (
            (self._page(self.figures, self._save_figures()), self.tr("Figures")),
            (self._page(self.roc, self._save_plot(self.roc, "roc"), self.readout), "ROC"),
            (self._calibration_page(), self.tr("Calibration")),
            (self.left_out, self.tr("Left out ({n})").format(n=count)),
            (self.threshold, self.tr("Threshold of this site")),
        ):
            self.tabs.addTab(part, name)
        self.tabs.setUsesScrollButtons(True)
        column.addWidget(self.tabs, 1)
        column.addWidget(fields.text(labels.safety("support"), "small", wrap=True))

    def _calibration_page(self) -> QWidget:
        hint = self.tr(
            "Ten groups of films by their score: the mean score of each against the share that "
            "has the finding, with its interval. On the dashed line both are equal."
        )
        save = self._save_plot(self.calibration, "calibration")
        return self._page(self.calibration, save, fields.text(hint, "small", wrap=True))

    def _page(self, part: QWidget, save: SaveButton, below: QWidget | None = None) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.unit(1.5), 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(part, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.unit(2))
        row.addWidget(below or fields.text(words.share(self.report), "small", wrap=True), 1)
        row.addWidget(save, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return page

    def _save_figures(self) -> SaveButton:
        made = SaveButton(self._app, self.report, "figures", "csv", parent=self)
        made.content = lambda: csv_bytes(self.report)
        return made

    def _save_plot(self, plot: Plot, what: str) -> SaveButton:
        made = SaveButton(self._app, self.report, what, "png", parent=self)
        made.content = lambda: png_bytes(plot)
        return made

    def _moved(self, point: Point) -> None:
        said = self._told.marked(validation.at(self.report, point.threshold))
        self.readout.setText(said)
        self.roc.setAccessibleDescription(said)


class LeftOutTab(QTableWidget):
    """Each film that is in no figure, and why."""

    def __init__(self, lines: list[tuple[str, str, str]]) -> None:
        super().__init__(len(lines), 3)
        heads = [self.tr("Film"), self.tr("Label"), self.tr("Why it is in no figure")]
        self.setHorizontalHeaderLabels(heads)
        self.setAccessibleName(self.tr("Films that are in no figure"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        metrics = QFontMetrics(theme.font())
        widest = max((metrics.horizontalAdvance(line[0]) for line in lines), default=0)
        self.setColumnWidth(0, min(widest + theme.unit(3), theme.unit(30)))
        for row, cells in enumerate(lines):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)


class _Why(QObject):
    """Lines of films that are in no figure."""

    def lines(self, report: Report) -> list[tuple[str, str, str]]:
        """Film, label and reason."""
        said = {True: self.tr("with"), False: self.tr("without")}
        found = [
            (labels.plain(film.film), said[film.label], _reasons(film)) for film in report.left_out
        ]
        gone, nameless = self.tr("It is not in the folder."), self.tr("No line names it.")
        found += [(labels.plain(name), "–", gone) for name in report.without_film]
        return found + [(labels.plain(name), "–", nameless) for name in report.without_label]

    def none(self) -> str:
        """Nothing was left out."""
        return self.tr("Every film of the label file is in the figures.")


def _left_out(report: Report) -> QWidget:
    why = _Why()
    lines = why.lines(report)
    return LeftOutTab(lines) if lines else fields.EmptyState("circle-check", why.none())


def _reasons(film: LeftOut) -> str:
    return " ".join(labels.reason(reason) for reason in film.reasons)


def png_bytes(plot: Plot) -> bytes:
    """A plot as the content of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(plot.picture())
    return bytes(buffer.data().data())
