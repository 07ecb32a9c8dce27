"""What is known of each gene, and what that means for which drug."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.genes import GeneRecord
from meddx_desktop.core.domain.treatment import SafetyFinding
from meddx_desktop.core.operations import genes, medication
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.widgets import fields

_COLUMNS = 4


class GeneTable(QFrame):
    """Gene, alleles, phenotype, from where; below each the drugs that it speaks of."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.setProperty("role", "treatment")
        self._case = case
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*[theme.unit(2)] * 4)
        self._grid.setHorizontalSpacing(theme.unit(2))
        self._grid.setVerticalSpacing(theme.unit(0.75))
        for column, words in enumerate(
            (self.tr("Gene"), self.tr("Alleles"), self.tr("Phenotype"), self.tr("From"))
        ):
            self._grid.addWidget(fields.text(words, "caption"), 0, column)
            self._grid.setColumnStretch(column, 2 if column == _COLUMNS - 1 else 1)
        records = genes.records_of(case)
        advice = medication.gene_advice(genes.genotypes_of(case))
        for gene in sorted(records):
            self._add(records[gene], advice.get(gene, ()))

    def _add(self, record: GeneRecord, advice: tuple[SafetyFinding, ...]) -> None:
        known = record.result.genotype
        row = self._grid.rowCount()
        self._grid.addWidget(fields.rule(), row, 0, 1, _COLUMNS)
        phenotype = known.phenotype or "gene_phenotype_open"
        parts = (
            fields.text(known.gene, "strong", wrap=True),
            fields.text(labels.plain(", ".join(known.alleles)) or "–", wrap=True),
            fields.text(labels.label(f"phenotype.{phenotype}"), wrap=True),
            fields.text(self._origin(record), "small", wrap=True),
        )
        for column, part in enumerate(parts):
            self._grid.addWidget(part, row + 1, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._meaning(record, advice), row + 2, 0, 1, _COLUMNS)

    def _origin(self, record: GeneRecord) -> str:
        origin = labels.label(f"gene_origin.{record.result.genotype.origin.value}")
        parts = [origin, record.build]
        if record.sample:
            words = self.tr("the file calls the person {sample}, the case {patient}")
            sample, patient = labels.plain(record.sample), labels.name(self._case.patient)
            parts.append(words.format(sample=sample, patient=patient))
        parts.append(labels.plain(record.by))
        if record.at is not None:
            parts.append(labels.when(record.at))
        return " · ".join(filter(None, parts))

    def _meaning(self, record: GeneRecord, advice: tuple[SafetyFinding, ...]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(theme.unit(2), 0, 0, theme.unit())
        column.setSpacing(theme.unit(0.5))
        for doubt in record.result.doubts:
            column.addWidget(fields.sign("triangle-alert", labels.reason(doubt), "warning"))
        for one in advice:
            mark = told.severity(one.severity)
            words = self.tr("{severity}: {drug}").format(
                severity=mark.word, drug=told.drug(one.drug)
            )
            column.addWidget(fields.sign(mark.icon, words, mark.tone, role="strong"))
            lines = f"{told.title(one.reason)}\n{told.source(one.source)}"
            column.addWidget(fields.text(lines, "small", wrap=True))
        if not advice:
            names = labels.listed(told.drug(d) for d in genes.drugs_of(record.result.genotype.gene))
            words = self.tr("Nothing is said of a drug; rules ask this gene for: {list}")
            column.addWidget(fields.text(words.format(list=names or "–"), "small", wrap=True))
        return made
