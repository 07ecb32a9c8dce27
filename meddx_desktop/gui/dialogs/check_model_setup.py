"""What a check is to look at: films, labels, model, finding, and what the films do not tell."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.imaging import View
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations import label_look
from meddx_desktop.core.operations.label_look import FirstLook
from meddx_desktop.core.operations.model_list import Entry
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import check_model_look
from meddx_desktop.gui.dialogs.models_details import spoken
from meddx_desktop.gui.widgets import fields


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the core."""

    folder: Path
    labels: Path
    model: str
    finding: str


class SetupPage(QWidget):
    """The fields, and below them what the label file says."""

    changed = Signal()
    """Another folder, label file, model or finding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder, self.labels, self.age = (fields.LineEdit() for _ in range(3))
        self.model, self.finding, self.view = (QComboBox() for _ in range(3))
        self.look = QScrollArea()
        self._look: FirstLook | None = None
        self._entries: dict[str, Entry] = {}
        self._fill_views()
        self._arrange()
        self.folder.editingFinished.connect(self._folder_typed)
        for field in (self.folder, self.labels):
            field.textChanged.connect(self.changed)
        self.age.textChanged.connect(self._check_age)
        self.model.currentIndexChanged.connect(self._model_chosen)
        self.finding.currentIndexChanged.connect(self.changed)
        self.forget_look()

    @property
    def asked(self) -> Asked | None:
        """What is asked for; None while something is missing."""
        folder, table = self.folder.text().strip(), self.labels.text().strip()
        model, finding = self.model.currentData(), self.finding.currentData()
        if not (folder and table and model and finding):
            return None
        return Asked(Path(folder).expanduser(), Path(table).expanduser(), model, finding)

    @property
    def stated(self) -> Stated | None:
        """What holds for films that carry neither; None where the age can't be read."""
        text = self.age.text().strip()
        try:
            age = Age.parse(text) if text else None
        except InvalidEntry:
            return None
        return Stated(age=age, view=View(self.view.currentData()))

    @property
    def is_ready(self) -> bool:
        """Whether the labels were looked at, and allow a check."""
        looked = self._look is not None and not self._look.one_class
        return looked and self.asked is not None and self.stated is not None

    def choose_folder(self, folder: Path) -> None:
        """Take a folder, and the label file that lies in it."""
        self.folder.setText(str(folder))
        self._folder_typed()

    def choose_labels(self, file: Path) -> None:
        """Take a label file; the folder it lies in where none was chosen."""
        self.labels.setText(str(file))
        if not self.folder.text().strip():
            self.folder.setText(str(file.parent))

    def show_models(self, entries: tuple[Entry, ...], *, wanted: str) -> None:
        """Offer the models in use that score films."""
        self._entries = {
            one.name: one for one in entries if one.in_use and one.error is None and _shown(one)
        }
        self.model.blockSignals(True)
        self.model.clear()
        for name, entry in self._entries.items():
            title = spoken(entry.manifest.title) if entry.manifest else ""
            words = f"{title} · {name} {entry.version}" if title not in ("", name) else ""
            self.model.addItem(words or f"{name} {entry.version}", name)
        place = self.model.findData(wanted)
        self.model.setCurrentIndex(max(place, 0))
        self.model.blockSignals(False)
        self._model_chosen()

    def forget_look(self) -> None:
        """Something changed: what was seen no longer holds."""
        self._look = None
        self._put([check_model_look.hint()])

    def show_look(self, seen: FirstLook) -> None:
        """Say what the label file holds."""
        self._look = seen
        self._put(check_model_look.lines(seen, self.finding.currentData() or ""))

    def show_problem(self, error: MedDxError) -> None:
        """Say why the label file can't be used."""
        self._put([fields.sign("circle-x", labels.error(error), "danger")])

    def _put(self, lines: list[QWidget]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.unit(), 0)
        column.setSpacing(theme.unit())
        for line in lines:
            column.addWidget(line)
        column.addStretch(1)
        self.look.setWidget(page)

    def _folder_typed(self) -> None:
        text = self.folder.text().strip()
        if text and not self.labels.text().strip():
            found = label_look.beside(Path(text).expanduser())
            if found is not None:
                self.labels.setText(str(found))

    def _model_chosen(self) -> None:
        entry = self._entries.get(self.model.currentData() or "")
        self.finding.blockSignals(True)
        self.finding.clear()
        for label in _shown(entry) if entry else ():
            self.finding.addItem(labels.label(f"finding.{label}").capitalize(), label)
        self.finding.blockSignals(False)
        self._form.setRowVisible(self.finding, self.finding.count() > 1)
        self.changed.emit()

    def _check_age(self) -> None:
        wrong = self.tr("Write 3y, 18m or 10d.") if self.stated is None else ""
        self.age.set_invalid(wrong)
        self.changed.emit()

    def _choose_folder(self) -> None:
        title = self.tr("Folder of films")
        name = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if name:
            self.choose_folder(Path(name))

    def _choose_labels(self) -> None:
        kind = self.tr("Tables ({pattern})").format(pattern="*.csv *.tsv *.txt")
        title, near = self.tr("Label file"), self.labels.text() or self.folder.text()
        name, _ = QFileDialog.getOpenFileName(self, title, near, kind)
        if name:
            self.choose_labels(Path(name))

    def _fill_views(self) -> None:
        for view in (View.UNKNOWN, View.PA, View.AP):
            self.view.addItem(labels.label(f"view.{view.value}"), view.value)

    def _arrange(self) -> None:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.unit(2))
        self._form.setVerticalSpacing(theme.unit())
        grow = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        self._form.setFieldGrowthPolicy(grow)
        pick = (
            (self.folder, self._choose_folder, self.tr("Choose the folder of films…")),
            (self.labels, self._choose_labels, self.tr("Choose the label file…")),
        )
        beside = []
        for field, doing, words in pick:
            button = fields.button(self.tr("Choose…"), "", "folder-open")
            button.setAccessibleName(words)
            button.clicked.connect(doing)
            beside.append(_beside(field, button))
        self.age.setPlaceholderText(self.tr("e.g. 3y, 18m or 10d"))
        self.age.setToolTip(labels.full_years())
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("Films"), self.folder, beside[0]),
            (self.tr("Labels"), self.labels, beside[1]),
            (self.tr("Model"), self.model, self.model),
            (self.tr("Finding"), self.finding, self.finding),
            (self.tr("Films that tell no age"), self.age, _beside(self.age, self.view)),
        )
        for words, named, row in rows:
            named.setAccessibleName(words)
            label = QLabel(words)
            label.setBuddy(named)
            self._form.addRow(label, row)
        self.age.setAccessibleName(self.tr("Age of films that tell none"))
        self.view.setAccessibleName(self.tr("View of films that tell none"))
        self.model.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.look.setWidgetResizable(True)
        self.look.setAccessibleName(self.tr("First look at the labels"))
        self.look.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.look.setMinimumHeight(theme.unit(20))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(2))
        column.addLayout(self._form)
        column.addWidget(fields.rule())
        column.addWidget(self.look, 1)


def _shown(entry: Entry) -> tuple[str, ...]:
    manifest = entry.manifest
    return tuple(one.name for one in manifest.labels if one.shown) if manifest else ()


def _beside(field: QWidget, button: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.unit())
    row.addWidget(field, 1)
    row.addWidget(button)
    return made
