"""Every command of the window as an action, made once, and the menus that hold them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from meddx_desktop.gui import icons, review_steps

Keys = QKeySequence.StandardKey


class Commands(QObject):
    """Actions by menu. They only announce; the window connects them to what is done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make_files()
        self._make_views()
        self._make_case()
        self._make_records()
        self._make_account()
        self.guide = self._make(self.tr("User &guide"), "file-text", "F1")
        self.shortcuts = self._make(self.tr("&Keyboard"), "keyboard", "?")
        self.about = self._make(self.tr("&About MedDx Desktop"), "info")

    def steps(self) -> dict[str, QAction]:
        """Actions by the step of `review_steps` that they take."""
        return {
            review_steps.SIGN: self.sign,
            review_steps.SECOND: self.second,
            review_steps.CRITICAL: self.critical,
            review_steps.TOLD: self.told,
            review_steps.ADDENDUM: self.addendum,
            review_steps.REOPEN: self.reopen,
            review_steps.FOLLOW_UP: self.follow_up,
            review_steps.LATE: self.late,
        }

    def _make_files(self) -> None:
        """What comes in and goes out, and the program itself."""
        make = self._make
        self.open_files = make(self.tr("&Open films…"), "folder-open", Keys.Open)
        self.open_folder = make(self.tr("Open &folder…"), "folder-search", "Ctrl+Shift+O")
        self.paste = make(self.tr("&Paste files"), "clipboard-list", Keys.Paste)
        self.paper = make(self.tr("Read a paper report…"), "scan", "Ctrl+Shift+P")
        self.demo = make(self.tr("Open &demonstration"), "play")
        self.watch = make(self.tr("&Watch a folder…"), "eye", "Ctrl+Shift+W")
        self.stop_watch = make(self.tr("&Stop watching"), "eye-off")
        self.report = make(self.tr("&Report…"), "file-text", Keys.Print)
        self.day_papers = make(self.tr("Screening &list…"), "printer")
        self.settings = make(self.tr("Se&ttings…"), "settings", "Ctrl+,")
        self.quit = make(self.tr("&Quit"), "", "Ctrl+Q")

    def _make_views(self) -> None:
        """What is shown."""
        make = self._make
        self.image = make(self.tr("&Image"), "image", "Ctrl+1")
        self.notes = make(self.tr("&Notes"), "file-text", "Ctrl+2")
        self.labs = make(self.tr("&Labs"), "flask-conical", "Ctrl+3")
        self.vitals = make(self.tr("&Vital signs"), "thermometer", "Ctrl+4")
        self.worklist = make(self.tr("Show &worklist"), "list", "F9", checkable=True)
        self.assessment = make(self.tr("Show &assessment"), "stethoscope", "F10", checkable=True)
        self.full_screen = make(self.tr("&Full screen"), "maximize", "F11", checkable=True)

    def _make_case(self) -> None:
        """What is done to the open case and to the list."""
        make = self._make
        self.search = make(self.tr("&Search the worklist"), "search", Keys.Find)
        self.next = make(self.tr("&Next case"), "chevron-down", "Ctrl+Down")
        self.previous = make(self.tr("&Previous case"), "chevron-up", "Ctrl+Up")
        self.patient = make(self.tr("&Edit patient…"), "pencil", "Ctrl+E")
        self.missing = make(self.tr("Enter &age and sex for films…"), "users", "Ctrl+G")
        self.rescreen = make(self.tr("&Screen again"), "refresh-cw", "Ctrl+R")
        self.remove = make(self.tr("&Take off the list"), "trash-2", "Ctrl+Backspace")
        self.undo = make(self.tr("&Undo"), "undo-2", Keys.Undo)
        self.filter = make(self.tr("&Filter the worklist"), "filter", "Ctrl+Shift+F")
        self.compare = make(self.tr("&Compare patients…"), "users", "Ctrl+M")
        self.separate = make(self.tr("Se&parate joined cases"), "undo-2")
        self.treatment = make(self.tr("&Treatment…"), "clipboard-list", "Ctrl+T")
        self.sign = make(self.tr("Si&gn…"), "signature", "Ctrl+Shift+S")
        self.second = make(self.tr("Ask for a second &reader…"), "users", "Ctrl+Shift+R")
        self.critical = make(self.tr("Cr&itical result…"), "siren", "Ctrl+Shift+C")
        self.told = make(self.tr("Somebody was t&old…"), "phone", "Ctrl+Shift+T")
        self.addendum = make(self.tr("A&ddendum…"), "plus", "Ctrl+Shift+A")
        self.reopen = make(self.tr("Reope&n…"), "pencil")
        self.follow_up = make(self.tr("Follow-&up…"), "clock", "Ctrl+Shift+D")
        self.late = make(self.tr("Entered fro&m paper…"), "clipboard-list")

    def _make_records(self) -> None:
        """What is done to all records, and to the models."""
        make = self._make
        self.back_up = make(self.tr("&Back up…"), "hard-drive", "Ctrl+B")
        self.check_store = make(self.tr("&Check the store…"), "shield-check")
        self.restore = make(self.tr("&Restore a backup…"), "archive-restore")
        self.hand_over = make(self.tr("&Hand over…"), "send")
        self.export_films = make(self.tr("Films without &identifiers…"), "shield")
        self.take_over = make(self.tr("&Take over…"), "inbox")
        self.removed = make(self.tr("Re&moved cases…"), "trash-2")
        self.erase = make(self.tr("&Erase patient…"), "eraser")
        self.keeping = make(self.tr("&Keeping records…"), "archive")
        self.models = make(self.tr("&Models…"), "cpu")
        self.check_model = make(self.tr("Check a mode&l here…"), "activity")
        self.thresholds = make(self.tr("&Site thresholds…"), "ruler")
        self.assessment_site = make(self.tr("Assessme&nt at this site…"), "stethoscope")
        self.site_numbers = make(self.tr("Site's n&umbers…"), "activity", "Ctrl+Shift+N")
        self.audit = make(self.tr("&Audit trail…"), "history", "Ctrl+Shift+H")

    def _make_account(self) -> None:
        """Who is in, and who may be."""
        make = self._make
        self.lock = make(self.tr("&Lock now"), "lock", "Ctrl+L")
        self.switch = make(self.tr("S&witch user"), "users", "Ctrl+Shift+L")
        self.passphrase = make(self.tr("Change my &passphrase…"), "pencil")
        self.users = make(self.tr("&Users…"), "user")
        self.recovery = make(self.tr("New &recovery key…"), "file-text")
        self.renewal = make(self.tr("Renew all &keys…"), "refresh-cw")

    def groups(self) -> dict[str, list[QAction | None]]:
        """Menu titles with their actions; None is a line between them."""
        return {
            self.tr("&File"): [
                self.open_files,
                self.open_folder,
                self.paste,
                self.paper,
                self.demo,
                None,
                self.watch,
                self.stop_watch,
                None,
                self.report,
                self.day_papers,
                None,
                self.settings,
                None,
                self.quit,
            ],
            self.tr("&View"): [
                self.image,
                self.notes,
                self.labs,
                self.vitals,
                None,
                self.worklist,
                self.assessment,
                self.full_screen,
            ],
            self.tr("&Case"): [
                self.search,
                self.filter,
                self.next,
                self.previous,
                None,
                self.patient,
                self.compare,
                self.separate,
                self.missing,
                self.rescreen,
                None,
                self.treatment,
                self.sign,
                self.second,
                self.critical,
                self.told,
                self.addendum,
                self.reopen,
                self.follow_up,
                self.late,
                None,
                self.remove,
                self.undo,
            ],
            self.tr("Rec&ords"): [
                self.back_up,
                self.check_store,
                self.restore,
                None,
                self.hand_over,
                self.take_over,
                self.export_films,
                None,
                self.removed,
                self.erase,
                self.keeping,
                None,
                self.models,
                self.check_model,
                self.thresholds,
                self.assessment_site,
                None,
                self.site_numbers,
                self.audit,
            ],
            self.tr("&Sign-in"): [
                self.lock,
                self.switch,
                None,
                self.passphrase,
                self.users,
                self.recovery,
                self.renewal,
            ],
            self.tr("&Help"): [self.guide, self.shortcuts, self.about],
        }

    def _make(
        self,
        words: str,
        icon: str = "",
        *keys: QKeySequence.StandardKey | str,
        checkable: bool = False,
    ) -> QAction:
        action = QAction(words, self)
        if icon:
            action.setIcon(icons.icon(icon))
        action.setCheckable(checkable)
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action


def fill_menu_bar(
    bar: QMenuBar,
    commands: Commands,
    image: Mapping[str, Sequence[QAction]],
    *,
    image_title: str,
    recent_title: str,
    fill_recent: Callable[[QMenu], None],
) -> None:
    """File, View, Image, Case, Help; the Image menu is the image tab's own."""
    for place, (title, actions) in enumerate(commands.groups().items()):
        menu = bar.addMenu(title)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
            if action is commands.open_folder:
                recent = menu.addMenu(recent_title)
                recent.aboutToShow.connect(lambda recent=recent: fill_recent(recent))
        if place == 1:
            _image_menu(bar.addMenu(image_title), image)


def _image_menu(menu: QMenu, image: Mapping[str, Sequence[QAction]]) -> None:
    for title, actions in image.items():
        inner = menu.addMenu(title)
        inner.addActions(list(actions))
