"""Genes of the patient: typed, read from a VCF, and what they mean for drugs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import genes
from meddx_desktop.core.operations.genes import VcfImport, VcfLook
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.work import WorkLine
from meddx_desktop.gui.treatment.gene_entry import GeneEntry
from meddx_desktop.gui.treatment.gene_table import GeneTable
from meddx_desktop.gui.treatment.sample import SampleDialog
from meddx_desktop.gui.widgets import fields


class GenesPage(QWidget):
    """Nothing known says nothing; what a file does not cover is unknown, never normal."""

    def __init__(self, session: CaseSession, work: WorkLine) -> None:
        super().__init__()
        self._session, self._work = session, work
        self.imported: VcfImport | None = None
        self._found: tuple[Path, VcfLook] | None = None
        self.entry = GeneEntry()
        self.entry.entered.connect(self._enter)
        self.read = fields.button(self.tr("Read a VCF…"), "", "upload")
        self.read.clicked.connect(self._choose_file)
        self.problem = fields.text("", wrap=True, tone="danger")
        self.problem.hide()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(self.entry)
        column.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.problem)
        column.addWidget(self.area, 1)
        session.case_changed.connect(self.show_case)
        work.busy_changed.connect(lambda _busy: self._enable())
        work.ended.connect(self._ask_whose)
        self.show_case()

    def show_case(self) -> None:
        """Draw what is known now."""
        case = self._session.case
        if case is None:
            return
        self._enable()
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, theme.unit(), theme.unit(), theme.unit(2))
        column.setSpacing(theme.unit(1.5))
        if self.imported is not None:
            column.addWidget(self._report(self.imported))
        known = genes.records_of(case)
        if known:
            column.addWidget(GeneTable(case))
        unknown = labels.listed(one for one in genes.genes_known() if one not in known)
        if unknown:
            words = self.tr("Nothing is known of: {list}. That is never the same as normal.")
            column.addWidget(fields.sign("circle-help", words.format(list=unknown), "text"))
        column.addStretch(1)
        self.area.setWidget(made)

    def _report(self, done: VcfImport) -> QWidget:
        """What the import said: whose file, and per gene why something is open."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        said = sum(bool(one.genotype.phenotype) for one in done.results)
        words = self.tr("Read from {build}: {said} of {all} genes have a phenotype.")
        told = words.format(build=done.build, said=said, all=len(done.results))
        column.addWidget(fields.sign("circle-check", told, "good"))
        column.addWidget(fields.sign("users", self._whose(done.sample), "warning"))
        for doubt in dict.fromkeys(labels.reason(d) for one in done.results for d in one.doubts):
            column.addWidget(fields.text(doubt, "small", wrap=True))
        return made

    def _whose(self, sample: str) -> str:
        case = self._session.case
        words = self.tr(
            "The file calls the person {sample}; the case is of {patient}. The program does not "
            "compare the two: you do."
        )
        patient = labels.name(case.patient) if case else "–"
        return words.format(sample=labels.plain(sample) or "–", patient=patient)

    def _enable(self) -> None:
        may = not self._session.is_read_only and not self._work.busy
        self.entry.setEnabled(may)
        self.read.setEnabled(may)

    def _enter(self, gene: str, alleles: tuple[str, ...], phenotype: str) -> None:
        case_id = self._session.case_id
        try:
            genes.type_genotype(self._session.app, case_id, gene, alleles, phenotype=phenotype)
        except MedDxError as error:
            self._tell(error)
            return
        self.problem.hide()
        self._session.refresh(case_id)

    def _tell(self, error: MedDxError) -> None:
        self.problem.setText(labels.error(error))
        self.problem.show()

    def _choose_file(self) -> None:
        files = self.tr("VCF files")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Read genes from a VCF"), filter=f"{files} (*.vcf *.vcf.gz)"
        )
        if name:
            self.look(Path(name))

    def look(self, path: Path) -> None:
        """Read the head of a file first: whose it is, a person says."""
        self.problem.hide()
        self._work.run(
            self.tr("Looking at the file"),
            lambda _context: genes.look_at_vcf(path),
            lambda found: self._seen(path, found),
            failed=self._tell,
        )

    def _seen(self, path: Path, found: VcfLook) -> None:
        self._found = (path, found)

    def _ask_whose(self) -> None:
        """The worker is free again: now the file itself can be read in it."""
        case = self._session.case
        looked, self._found = self._found, None
        if case is None or looked is None:
            return
        path, found = looked
        dialog = SampleDialog(case, path.name, found, self)
        if dialog.exec() and self._session.is_open(case.case_id):
            self._import(case.case_id, path, dialog.sample)

    def _import(self, case_id: str, path: Path, sample: str) -> None:
        app = self._session.app
        self._work.run(
            self.tr("Reading genes"),
            lambda context: genes.import_vcf(app, case_id, path, sample=sample, context=context),
            self._done,
            failed=self._tell,
        )

    def _done(self, done: VcfImport) -> None:
        self.imported = done
        self._session.refresh(done.case.case_id)
