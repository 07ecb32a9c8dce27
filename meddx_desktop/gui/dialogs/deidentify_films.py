"""Films of a case without what tells whose they are: looked over side by side, then written."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QSpinBox,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.operations import Application, deidentify_case
from meddx_desktop.core.operations.deidentify_case import (
    LookedCase,
    LookedFilm,
    Region,
)
from meddx_desktop.gui import icons, labels, theme, whose
from meddx_desktop.gui.dialogs.deidentify_films_options import OptionsRow
from meddx_desktop.gui.dialogs.deidentify_films_view import FilmPair
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields


class DeidentifyFilmsDialog(WorkDialog):
    """Nothing is written before every film was on the screen and a person says so."""

    def __init__(self, app: Application, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("De-identify films and export"), parent)
        self._app, self._case = app, case
        self.looked: list[LookedFilm] = []
        self._seen: set[tuple[int, int]] = set()
        self.written: Path | None = None
        self.count = 0
        self.pair = FilmPair()
        self.films, self.places = QTreeWidget(), QTreeWidget()
        self.frame = QSpinBox()
        self.options = OptionsRow()
        self.looked_over = QCheckBox(
            self.tr("I looked at every film: nothing in it tells whose it is.")
        )
        self._arrange()
        self._accept = self.add_accept(self.tr("Export…"), self.tr("Cancel"))
        self._accept.clicked.disconnect()
        self._accept.clicked.connect(self._export)
        self._connect()
        self.resize(theme.unit(136), theme.unit(92))
        self._begin()

    def _arrange(self) -> None:
        hint = self.tr(
            "No program finds all writing, and a face, a scar or a pacemaker may tell whose it"
            " is. Click a mark to keep or cover the place; draw over what is still to go."
        )
        self.body.addWidget(fields.text(whose.facts(self._case), "muted"))
        self.body.addWidget(fields.text(hint, wrap=True))
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(theme.unit())
        middle.addWidget(self._lists())
        middle.addWidget(self._pictures())
        middle.setStretchFactor(1, 1)
        middle.setSizes([theme.letters(20), theme.unit(110)])
        self.body.addWidget(middle, 1)
        self.body.addWidget(self.options)
        self.body.addWidget(self.work)
        warning = self.tr("The export is plain files: whoever has them can read them.")
        self.body.addWidget(fields.sign("triangle-alert", warning, "warning"))
        self.body.addWidget(self.looked_over)

    def _lists(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, theme.unit(), 0)
        for words, tree, headers in (
            (self.tr("Films"), self.films, [self.tr("Film"), self.tr("Covered")]),
            (self.tr("Places in this picture"), self.places, [self.tr("Covered: what it says")]),
        ):
            tree.setMinimumHeight(theme.unit(9))
            tree.setRootIsDecorated(False)
            tree.setUniformRowHeights(True)
            tree.setAccessibleName(words)
            tree.setHeaderLabels(headers)
            column.addWidget(fields.text(words, "caption"))
            column.addWidget(tree, 1)
        made.setMinimumWidth(theme.letters(16))
        return made

    def _pictures(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(theme.unit(), 0, 0, 0)
        captions = QHBoxLayout()
        for words in (self.tr("Original"), self.tr("Result")):
            captions.addWidget(fields.text(words, "caption"), 1)
        self.frame.setPrefix(self.tr("Frame") + " ")
        self.frame.setAccessibleName(self.tr("Frame"))
        captions.addWidget(self.frame)
        column.addLayout(captions)
        self.pair.setAccessibleName(self.tr("Original and result"))
        column.addWidget(self.pair, 1)
        return made

    def _connect(self) -> None:
        self.films.currentItemChanged.connect(lambda *_: self._show_film())
        self.frame.valueChanged.connect(lambda _number: self._show_frame())
        self.places.itemChanged.connect(self._toggle)
        self.places.currentItemChanged.connect(lambda *_: self.pair.choose(self._place()))
        self.pair.clicked.connect(self._turn)
        self.pair.drawn.connect(self._draw)
        self.pair.shown.connect(self._was_shown)
        self.pair.failed.connect(self.work.tell_error)
        self.options.look_again.connect(self._begin)
        self.looked_over.toggled.connect(lambda _on: self._settle())
        self.work.busy_changed.connect(lambda _busy: self._settle())
        self._settle()

    def _begin(self) -> None:
        """Look anew; what was changed by hand goes with it, and is to be looked at again."""
        markers = self.options.markers()
        self.work.run(
            self.tr("Looking for writing…"),
            lambda context: deidentify_case.look_at_case(
                self._app, self._case, markers=markers, context=context
            ),
            self._show,
        )

    def _show(self, found: LookedCase) -> None:
        self.work.tell("")
        self.looked = list(found.films)
        self._seen = set()
        self.looked_over.setChecked(False)
        self.films.clear()
        for number, _ in enumerate(self.looked):
            self.films.addTopLevelItem(QTreeWidgetItem([self._title(number), ""]))
            self._count(number)
        self.films.resizeColumnToContents(0)
        if found.refused:
            reasons = dict.fromkeys(labels.error(error) for _, error in found.refused)
            words = self.tr("%n film(s) can't be exported:", "", len(found.refused))
            self.work.tell(" ".join((words, *reasons)), "warning")
        first = self.films.topLevelItem(0)
        if first is not None:
            self.films.setCurrentItem(first)
        elif not found.refused:
            self.work.tell(self.tr("This case has no film."), "warning")
        self._settle()

    def _title(self, number: int) -> str:
        return self.tr("Film {number}").format(number=number + 1)

    def _count(self, number: int) -> None:
        item = self.films.topLevelItem(number)
        film = self.looked[number]
        covered = sum(one.covered for one in film.regions)
        if item is None:
            return
        item.setText(1, str(covered) if covered else self.tr("nothing"))
        is_seen = all((number, frame) in self._seen for frame in self._to_see(number))
        item.setIcon(0, icons.icon("check" if is_seen else "eye", "good" if is_seen else "text"))
        side = self.tr("A side marker may be among what is covered: look at it.")
        item.setToolTip(1, side if film.may_hide_side else "")
        if film.may_hide_side:
            item.setIcon(1, icons.icon("triangle-alert", "warning"))

    def _to_see(self, number: int) -> tuple[int, ...]:
        """Frames that a person must have had on the screen: all that change, and the first."""
        return tuple(sorted({0, *self.looked[number].changed}))

    def _film(self) -> int:
        return self.films.currentIndex().row()

    def _place(self) -> int:
        item = self.places.currentItem()
        return -1 if item is None else int(item.data(0, Qt.ItemDataRole.UserRole))

    def _show_film(self) -> None:
        number = self._film()
        if not 0 <= number < len(self.looked):
            self.pair.show_frame(None)
            return
        frames = self.looked[number].frames
        self.frame.blockSignals(True)
        self.frame.setRange(1, frames)
        self.frame.setSuffix(f" / {frames}")
        self.frame.setValue(1)
        self.frame.blockSignals(False)
        self.frame.setVisible(frames > 1)
        self._show_frame()

    def _show_frame(self) -> None:
        number, frame = self._film(), self.frame.value() - 1
        if not 0 <= number < len(self.looked):
            return
        film = self.looked[number]
        self.places.blockSignals(True)
        self.places.clear()
        for place, one in enumerate(film.regions):
            if one.frame in (-1, frame):
                self.places.addTopLevelItem(self._line(place, one))
        self.places.blockSignals(False)
        self.pair.show_frame(film, frame)
        self._count(number)
        self._settle()

    def _was_shown(self) -> None:
        """Only what stood on the screen was looked at."""
        number = self._film()
        self._seen.add((number, self.frame.value() - 1))
        self._count(number)
        self._settle()

    def _line(self, place: int, region: Region) -> QTreeWidgetItem:
        words = " ".join(labels.plain(region.text).split())
        if region.drawn:
            words = self.tr("(drawn)")
        item = QTreeWidgetItem([words or self.tr("(not readable)")])
        item.setData(0, Qt.ItemDataRole.UserRole, place)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        state = Qt.CheckState.Checked if region.covered else Qt.CheckState.Unchecked
        item.setCheckState(0, state)
        return item

    def _toggle(self, item: QTreeWidgetItem, _column: int) -> None:
        place = int(item.data(0, Qt.ItemDataRole.UserRole))
        covered = item.checkState(0) is Qt.CheckState.Checked
        if self.looked[self._film()].regions[place].covered is not covered:
            self._turn(place)

    def _turn(self, place: int) -> None:
        self._change(self.looked[self._film()].turned(place))

    def _draw(self, place: QRect) -> None:
        film = self.looked[self._film()]
        frame = self.frame.value() - 1 if film.frames > 1 else -1
        right, bottom = place.x() + place.width(), place.y() + place.height()
        drawn = Region(place.x(), place.y(), right, bottom, frame=frame, drawn=True)
        self._change(film.with_region(drawn))

    def _change(self, film: LookedFilm) -> None:
        """What was said of the films no longer holds: it is said anew."""
        self.looked[self._film()] = film
        self.looked_over.setChecked(False)
        self._show_frame()

    def _settle(self) -> None:
        ready = bool(self.looked) and not self.work.busy
        every = ready and all(
            (number, frame) in self._seen
            for number in range(len(self.looked))
            for frame in self._to_see(number)
        )
        self.looked_over.setEnabled(every)
        tip = self.tr("Every film, and every frame that changes, has to be looked at first.")
        self.looked_over.setToolTip("" if every else tip)
        self._accept.setEnabled(every and self.looked_over.isChecked())
        self.options.setEnabled(not self.work.busy)

    def _export(self) -> None:
        """Ask where to: a folder that is made, so that nothing lies among other files."""
        if not self._accept.isEnabled():
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export into a new folder"), self.tr("films"), self.tr("Folder (*)")
        )
        if name:
            self.save(Path(name))

    def save(self, target: Path) -> None:
        """Write what the person has looked over."""
        options = self.options.options()
        films = tuple(self.looked)
        self.work.run(
            self.tr("Writing…"),
            lambda context: deidentify_case.export_case(
                self._app, self._case, films, options=options, target=target, context=context
            ),
            lambda count: self._done(target, count),
        )

    def _done(self, target: Path, count: int) -> None:
        self.written, self.count = target, count
        self.accept()
