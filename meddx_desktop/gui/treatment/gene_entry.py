"""A genotype typed from a report: choices of what the tables know, never free text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from meddx_desktop.core.operations import genes
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class GeneEntry(QWidget):
    """Gene, two alleles, phenotype; what the report leaves open stays open."""

    entered = Signal(str, object, str)
    """Gene, alleles, phenotype."""

    def __init__(self) -> None:
        super().__init__()
        self.gene, self.phenotype = QComboBox(), QComboBox()
        self.alleles = (QComboBox(), QComboBox())
        self.keep = fields.button(self.tr("Keep"), "decision")
        row = FlowLayout(self, gap=theme.unit(1.5), line_gap=theme.unit())
        row.setContentsMargins(0, 0, 0, 0)
        for words, box in (
            (self.tr("Gene"), self.gene),
            (self.tr("First allele"), self.alleles[0]),
            (self.tr("Second allele"), self.alleles[1]),
            (self.tr("Phenotype in the report"), self.phenotype),
        ):
            row.addWidget(_captioned(words, box))
        row.addWidget(_captioned(" ", self.keep))
        for one in genes.genes_known():
            self.gene.addItem(one, one)
        self.gene.currentIndexChanged.connect(lambda _place: self._fill())
        self.keep.clicked.connect(self._enter)
        self._fill()

    def _fill(self) -> None:
        """What can be said of the gene that is chosen."""
        gene = str(self.gene.currentData())
        known = genes.alleles_known(gene)
        for box in self.alleles:
            _refill(box, [(one, one) for one in known])
        _refill(
            self.phenotype,
            [(labels.label(f"phenotype.{one}"), one) for one in genes.phenotypes_known(gene)],
        )
        self.phenotype.setEnabled(self.phenotype.count() > 1)

    def _enter(self) -> None:
        chosen = tuple(str(box.currentData()) for box in self.alleles if box.currentData())
        phenotype = str(self.phenotype.currentData() or "")
        self.entered.emit(str(self.gene.currentData()), chosen, phenotype)


def _refill(box: QComboBox, entries: list[tuple[str, str]]) -> None:
    box.clear()
    box.addItem("–", "")
    for words, value in entries:
        box.addItem(words, value)
    box.setMinimumContentsLength(10)
    box.setMaxVisibleItems(14)


def _captioned(words: str, inside: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.unit(0.25))
    caption = fields.text(words, "small")
    caption.setBuddy(inside)
    if words.strip():
        inside.setAccessibleName(words)
    column.addWidget(caption)
    column.addWidget(inside)
    return made
