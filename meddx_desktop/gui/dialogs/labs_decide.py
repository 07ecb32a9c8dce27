"""One question about a result: which test was meant, in which unit, or why it is left out."""

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QListView,
    QRadioButton,
    QWidget,
)

from meddx_desktop.core.operations import labs
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.widgets import fields


class _Asked(Dialog):
    """The result as it was sent, above the question."""

    def __init__(self, title: str, row: Row, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        sent = row.one.sent
        names = labels.listed(labels.plain(name) for name in sent.names)
        value = shown.sent_value(sent)
        known = shown.test_name(row.one)
        if known not in sent.names and known:
            names = f"{known} ({names})"
        self.body.addWidget(fields.text(f"{names}: {value}", "strong", wrap=True))
        more = [shown.taken(sent), labels.plain(sent.panel), labels.plain(sent.specimen_text)]
        known = labels.listed(one for one in more if one)
        if known:
            self.body.addWidget(fields.text(known, "muted", wrap=True))
        self.setMinimumWidth(theme.unit(60))


class ChooseTestDialog(_Asked):
    """A list of tests: the likely ones first, all others below; typing narrows it."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__("", row, parent)
        self.setWindowTitle(self.tr("Which test was meant?"))
        likely = labs.candidates(row.one.sent)
        others = [one for one in labs.known_analytes() if one not in likely]
        self._tests = [*likely, *others]
        self.search = fields.LineEdit()
        self.search.setPlaceholderText(self.tr("Find a test"))
        self.search.setAccessibleName(self.tr("Find a test"))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Tests"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(QStringListModel([_words(one) for one in self._tests], self))
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setModel(self._proxy)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        if likely:
            self.body.addWidget(
                fields.text(
                    self.tr("%n test(s) at the top fit the name.", "", len(likely)), "small"
                )
            )
        hint = self.tr("What was sent stays as it is; your choice is kept beside it.")
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self._accept = self.add_accept(self.tr("Choose"), self.tr("Cancel"))
        self._accept.setEnabled(False)
        self.search.textChanged.connect(self._proxy.setFilterFixedString)
        self.list.selectionModel().currentChanged.connect(
            lambda current, _before: self._accept.setEnabled(current.isValid())
        )
        self.list.doubleClicked.connect(lambda _index: self.accept())
        self.resize(theme.unit(64), theme.unit(64))

    @property
    def chosen(self) -> str:
        """Id of the test; empty while none is chosen."""
        index = self._proxy.mapToSource(self.list.currentIndex())
        return self._tests[index.row()].id if index.isValid() else ""


def _words(one: labs.Analyte) -> str:
    """Both names, specimen and unit: two tests of one name are told apart here."""
    first, second = (one.english, one.chinese)
    if shown.is_chinese():
        first, second = second, first
    specimen = shown.specimen(one.specimen)
    parts = [f"{first} ({second})", specimen, shown.unit(one.unit)]
    return " · ".join(part for part in parts if part)


class StateUnitDialog(_Asked):
    """The unit as it stands on the paper report."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__("", row, parent)
        self.setWindowTitle(self.tr("In which unit?"))
        self.body.addWidget(
            fields.text(self.tr("Read the unit on the paper report; do not guess."), wrap=True)
        )
        self.unit = QComboBox()
        self.unit.setEditable(True)
        self.unit.setAccessibleName(self.tr("Unit"))
        line = fields.LineEdit()
        line.setPlaceholderText(self.tr("Choose or type"))
        self.unit.setLineEdit(line)
        self.unit.addItem("", "")
        for ucum in labs.units_of(row.one.analyte) if row.one.analyte else ():
            self.unit.addItem(shown.unit(ucum) or ucum, ucum)
        self.body.addWidget(self.unit)
        hint = self.tr("What was sent stays as it is; your choice is kept beside it.")
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self._accept = self.add_accept(self.tr("State the unit"), self.tr("Cancel"))
        self._accept.setEnabled(False)
        self.unit.currentTextChanged.connect(
            lambda words: self._accept.setEnabled(bool(words.strip()))
        )

    @property
    def stated(self) -> str:
        """UCUM unit, or what was typed."""
        typed = self.unit.currentText().strip()
        place = self.unit.findText(typed)
        return str(self.unit.itemData(place)) if place > 0 else typed


class LeaveOutDialog(_Asked):
    """Why a result is not to be used; it stays in sight, struck out."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__("", row, parent)
        self.setWindowTitle(self.tr("Leave this result out?"))
        words = self.tr(
            "It stays in the table, struck out with your reason, and is neither calculated with "
            "nor compared."
        )
        self.body.addWidget(fields.text(words, wrap=True))
        self.choices = QButtonGroup(self)
        self.body.addWidget(fields.text(self.tr("Reason"), "small"))
        for place, usual in enumerate(
            (
                self.tr("Another patient's specimen"),
                self.tr("Specimen damaged"),
                self.tr("Taken from the arm with the infusion"),
                self.tr("Does not fit the patient; repeated"),
            )
        ):
            choice = QRadioButton(usual)
            self.choices.addButton(choice, place)
            self.body.addWidget(choice)
        self.other = fields.LineEdit()
        self.other.setPlaceholderText(self.tr("Or another reason"))
        self.other.setAccessibleName(self.tr("Or another reason"))
        self.body.addWidget(self.other)
        self._accept = self.add_accept(self.tr("Leave out"), self.tr("Cancel"))
        self._accept.setEnabled(False)
        self.choices.idClicked.connect(self._choose)
        self.other.textEdited.connect(self._type)

    def _choose(self, _place: int) -> None:
        """A usual reason takes the place of a typed one."""
        self.other.clear()
        self._accept.setEnabled(True)

    def _type(self, words: str) -> None:
        """A typed reason takes the place of a usual one."""
        self.choices.setExclusive(False)
        for choice in self.choices.buttons():
            choice.setChecked(False)
        self.choices.setExclusive(True)
        self._accept.setEnabled(bool(words.strip()))

    @property
    def reason(self) -> str:
        """What was chosen or typed."""
        chosen = self.choices.checkedButton()
        return chosen.text() if chosen else self.other.text().strip()
