"""The single steps of set-up and of coming back with the recovery key."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from meddx_desktop.core.domain.people import Role, User
from meddx_desktop.core.operations.users import RecoveryKey
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.gate.passphrase import NewPassphrase
from meddx_desktop.gui.gate.recovery_print import print_lines
from meddx_desktop.gui.gate.recovery_sheet import RecoverySheet, RecoveryTest
from meddx_desktop.gui.gate.steps import Step
from meddx_desktop.gui.translation import OWN_NAMES
from meddx_desktop.gui.widgets import fields


class WelcomeStep(Step):
    """In which language, what will happen, and where the records will lie."""

    language_chosen = Signal(str)

    def __init__(self, folder: Path, language: str) -> None:
        super().__init__("", "", "")
        self.title = self.tr("Welcome")
        self.on = self.tr("Begin")
        self.is_typed = False
        self.skip = self.tr("Restore a backup…")
        self.language = self._make_languages(language)
        self.column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        lines = (
            ("lock", self.tr("Records are encrypted. Only people with a passphrase open them.")),
            ("user", self.tr("First you make the owner, who looks after this computer.")),
            ("pencil", self.tr("Then you write down a recovery key: have pen and paper ready.")),
            ("stethoscope", self.tr("Last you add the clinician who will read films.")),
            ("wifi-off", self.tr("Nothing leaves this computer, and nobody else can reset it.")),
        )
        for icon, words in lines:
            self.column.addWidget(fields.sign(icon, words, "text"))
        self.column.addSpacing(theme.unit())
        self.column.addWidget(fields.text(self.tr("The records will lie in"), "small"))
        self.place = fields.text(str(folder), wrap=True)
        self.place.setWordWrap(True)
        self.column.addWidget(self.place)

    def _make_languages(self, language: str) -> QComboBox:
        """Each language in its own words, for who can't read the one that stands there."""
        made = QComboBox()
        made.setAccessibleName(labels.setting("language"))
        for value, name in OWN_NAMES.items():
            made.addItem(name, value)
        spoken = "zh_CN" if QLocale().language() is QLocale.Language.Chinese else "en"
        made.setCurrentIndex(max(0, made.findData(language if language != "auto" else spoken)))
        made.activated.connect(lambda _at: self.language_chosen.emit(made.currentData()))
        return made


class PersonStep(Step):
    """A name and a passphrase, typed twice."""

    def __init__(self, title: str, words: str, on: str) -> None:
        super().__init__(title, words, on)
        self.name = fields.LineEdit()
        self.name.setMaxLength(64)
        self.name.setAccessibleName(self.tr("Name"))
        self.passphrase = NewPassphrase()
        row = QVBoxLayout()
        row.setSpacing(theme.unit(0.5))
        row.addWidget(fields.text(self.tr("Name"), "small"))
        row.addWidget(self.name)
        self.column.addLayout(row)
        self.column.addWidget(self.passphrase)
        self.name.keeps_return = True
        self.name.returnPressed.connect(self.passphrase.setFocus)
        self.name.textChanged.connect(self._named)
        self.passphrase.changed.connect(self.changed)
        self.passphrase.entered.connect(self.entered)
        self.setFocusProxy(self.name)

    @property
    def is_ready(self) -> bool:
        """A name, and a passphrase that will be taken."""
        return bool(self.name.text().strip()) and self.passphrase.is_good

    def _named(self, name: str) -> None:
        self.passphrase.set_name(name)
        self.changed.emit()


class WriteStep(Step):
    """The recovery key, to be written down."""

    def __init__(self) -> None:
        super().__init__("", "", "")
        self.title = self.tr("Write down the recovery key")
        self.on = self.tr("I have written it down")
        self.is_typed = False
        words = self.tr(
            "It is shown only now. It opens every record when all passphrases are forgotten, so "
            "write it on paper by hand and lock the paper away. Without it, records whose "
            "passphrases are forgotten are lost for ever."
        )
        self.column.addWidget(fields.text(words, wrap=True))
        self.sheet = RecoverySheet()
        self.sheet.print_wanted.connect(lambda: print_lines(self.sheet.lines, self))
        self.column.addSpacing(theme.unit())
        self.column.addWidget(self.sheet)

    @property
    def is_ready(self) -> bool:
        """Whether there is a key."""
        return bool(self.sheet.lines[0])

    def show_key(self, key: RecoveryKey) -> None:
        """Show the four lines of `key`."""
        self.sheet.show_lines(key.lines())
        self.changed.emit()


class RepeatStep(Step):
    """The recovery key typed again from the paper."""

    def __init__(self) -> None:
        super().__init__("", "", "")
        self.title = self.tr("Type it from the paper")
        self.on = self.tr("Check and go on")
        words = self.tr("Capitals and dashes do not matter. O and 0, I, L and 1 are the same.")
        self.column.addWidget(fields.text(words, wrap=True))
        self.test = RecoveryTest()
        self.test.changed.connect(self.changed)
        self.test.passed.connect(self.entered)
        self.column.addWidget(self.test)
        self.setFocusProxy(self.test)

    @property
    def is_ready(self) -> bool:
        """Every line has something."""
        return self.test.is_filled


class OwnPassphraseStep(Step):
    """After the recovery key: who you are, and your new passphrase."""

    def __init__(self, people: Sequence[User]) -> None:
        super().__init__("", "", "")
        self.title = self.tr("A new passphrase")
        self.on = self.tr("Keep and sign in")
        words = self.tr(
            "Choose who you are and type a new passphrase. The others keep theirs; the owner can "
            "give them new ones under “Users”."
        )
        self.column.addWidget(fields.text(words, wrap=True))
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Who you are"))
        owners_first = sorted(people, key=lambda user: user.role is not Role.OWNER)
        for user in owners_first:
            role = labels.label(f"role.{user.role.value}")
            self.who.addItem(f"{user.name} · {role}", user.name)
        self.passphrase = NewPassphrase()
        self.passphrase.changed.connect(self.changed)
        self.passphrase.entered.connect(self.entered)
        self.who.currentIndexChanged.connect(lambda _at: self.passphrase.set_name(self.name))
        self.passphrase.set_name(self.name)
        row = QHBoxLayout()
        row.addWidget(self.who, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.passphrase)
        self.back_possible = False
        self.setFocusProxy(self.who)

    @property
    def name(self) -> str:
        """Whose passphrase it becomes."""
        return str(self.who.currentData() or "")

    @property
    def is_ready(self) -> bool:
        """A passphrase that will be taken."""
        return bool(self.name) and self.passphrase.is_good
