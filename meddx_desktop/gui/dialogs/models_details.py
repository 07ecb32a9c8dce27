"""All about one version of a model: its purpose, its signer, its figures, its card."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from meddx_desktop.core.operations.model_list import Entry, Manifest, Metric, Standing
from meddx_desktop.core.operations.site_thresholds import SiteThreshold, State
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.check_model_words import finding
from meddx_desktop.gui.widgets import fields

_SHOWN_FIGURES = 8


class Card(QTextBrowser):
    """A model card as tall as its words. It loads no picture and opens no link."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)

    def loadResource(self, _kind: int, _url: QUrl | str) -> None:
        """Nothing: a package of somebody else names what is to be loaded."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with what the width leaves for the lines."""
        super().resizeEvent(event)
        tall = round(self.document().size().height()) + 2 * theme.unit(2)
        if tall != self.height():
            self.setFixedHeight(tall)


class ModelDetails(QScrollArea):
    """One column of words; the card, which is long, comes last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: Sequence[SiteThreshold] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("About the chosen model"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_entry(self, entry: Entry | None, own: Sequence[SiteThreshold] = ()) -> None:
        """Show one version, or what to do where there is none; `own` says what was proven here."""
        self._own = own
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.unit(), theme.unit(), 0)
        column.setSpacing(theme.unit(0.5))
        for part in self._parts(entry):
            if part.property("role") == "caption":
                column.addSpacing(theme.unit())
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)

    def _parts(self, entry: Entry | None) -> list[QWidget]:
        if entry is None:
            return [fields.text(self.tr("Choose a model in the list."), "muted")]
        manifest = entry.manifest
        title = spoken(manifest.title) if manifest else entry.name
        parts: list[QWidget] = [fields.text(title or entry.name, "large", wrap=True)]
        parts += self._states(entry)
        if manifest is not None:
            parts += self._purpose(manifest)
            parts += self._figures(manifest)
        if entry.card:
            parts.append(fields.text(self.tr("Card"), "caption"))
            parts.append(Card(entry.card, self.tr("Card")))
        return parts

    def _states(self, entry: Entry) -> list[QWidget]:
        parts = []
        if entry.error is not None:
            parts.append(fields.sign("ban", labels.error(entry.error), "danger"))
        if not entry.shipped and entry.on_trial:
            words = self.tr("On trial: shown, not used for sorting, until it was validated here.")
            parts.append(fields.sign("flask-conical", words, "warning"))
            ends = self.tr(
                "The trial of a finding ends when the owner chose a threshold from a check here "
                "and a clinician confirmed it."
            )
            parts.append(fields.text(ends, wrap=True))
            parts.append(fields.text(self._trial(entry), wrap=True))
        parts.append(fields.text(self._signer(entry), "small", wrap=True))
        return parts

    def _trial(self, entry: Entry) -> str:
        """How far each finding is from the end of its trial."""
        states = {
            one.finding: one.state
            for one in self._own
            if (one.model, one.version) == (entry.name, entry.version)
        }
        said = {
            State.WAITING: self.tr("waits for a clinician"),
            State.IN_FORCE: self.tr("proven, no longer on trial"),
            State.LAPSED: self.tr("lapsed"),
            None: self.tr("not checked here"),
        }
        shown = [one.name for one in entry.manifest.labels if one.shown] if entry.manifest else []
        line = self.tr("{finding}: {state}")
        return labels.listed(
            line.format(finding=finding(name), state=said[states.get(name)]) for name in shown
        )

    def _signer(self, entry: Entry) -> str:
        if entry.shipped:
            return self.tr("Came with the program.")
        if entry.standing is Standing.OWN:
            return self.tr("Signed by this site: {text}").format(text=entry.fingerprint)
        if entry.signer_name:
            words = self.tr("Signed by {name}: {text}")
            return words.format(name=labels.plain(entry.signer_name), text=entry.fingerprint)
        if entry.fingerprint:
            words = self.tr("Signer not known here: {text}. The owner typed the package's name.")
            return words.format(text=entry.fingerprint)
        return self.tr("Nobody signed it. The owner typed the package's name.")

    def _purpose(self, manifest: Manifest) -> list[QWidget]:
        parts: list[QWidget] = []
        for caption, told in (
            (self.tr("Made for"), manifest.intended_use),
            (self.tr("Not for"), manifest.out_of_scope),
        ):
            if spoken(told):
                parts.append(fields.text(caption, "caption"))
                parts.append(fields.text(spoken(told), wrap=True))
        return parts

    def _figures(self, manifest: Manifest) -> list[QWidget]:
        lines = [_figure(metric) for metric in manifest.metrics[:_SHOWN_FIGURES]]
        if not lines:
            lines = [self.tr("It states no figures.")]
        caption = fields.text(self.tr("Measured, with 95 % intervals"), "caption")
        return [caption, *(fields.text(line, wrap=True) for line in lines)]


def spoken(texts: Mapping[str, str]) -> str:
    """What a package says in the language of the window, else in English; one plain line."""
    return labels.plain(texts.get(QLocale().name()) or texts.get("en", ""))[:1000]


def _figure(metric: Metric) -> str:
    interval = ""
    if metric.low is not None and metric.high is not None:
        interval = f" ({metric.low:.3f} – {metric.high:.3f})"
    name = labels.plain(labels.label(f"metric.{metric.name}")).replace("_", " ")
    return f"{name} {metric.value:.3f}{interval} · {labels.plain(metric.data)} · n {metric.n}"
