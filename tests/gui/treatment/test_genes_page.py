"""Protects: genes are typed from choices or read from a file whose owner a person names, and what
a file does not cover is never shown as normal."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.genes import Genotyped
from meddx_desktop.core.operations import cases, genes
from meddx_desktop.gui.treatment import dialog as window
from meddx_desktop.gui.treatment.sample import SampleDialog
from tests.core.assessment.treatment import made_vcf

STAR_TWO = {"rs4244285": 1, "rs12769205": 1}


def words(widget):
    shown = (one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))
    return " | ".join(label.text() for label in shown)


def written(folder, **more):
    path = folder / "genes.vcf"
    path.write_text(made_vcf.text(made_vcf.gene_lines("CYP2C19", STAR_TWO), **more))
    return path


def choose(entry, gene, first, second, phenotype=""):
    for box, value in (
        (entry.gene, gene),
        (entry.alleles[0], first),
        (entry.alleles[1], second),
        (entry.phenotype, phenotype),
    ):
        place = box.findData(value)
        assert place >= 0
        box.setCurrentIndex(place)
    entry.keep.click()


def test_nothing_known_is_never_normal(opened, case_id):
    made = opened(case_id, page=window.GENES)
    assert "never the same as normal" in words(made.genes)


def test_a_typed_genotype_says_what_it_means_for_which_drug(opened, case_id):
    made = opened(case_id, page=window.GENES)
    choose(made.genes.entry, "CYP2C19", "*2", "*2")
    told = words(made.genes)
    assert "Poor metaboliser" in told and "Avoid: clopidogrel" in told
    assert "typed from a report" in told and "CPIC guideline" in told


def test_a_mistake_is_told_in_a_sentence_and_nothing_is_kept(opened, case_id, parts):
    made = opened(case_id, page=window.GENES)
    made.genes.entry.keep.click()
    assert made.genes.problem.isVisibleTo(made.genes)
    assert made.genes.problem.text().startswith("Enter the alleles or the phenotype")
    assert cases.load(parts.app, case_id).genes == ()
    choose(made.genes.entry, "CYP2C19", "*1", "*1")
    assert not made.genes.problem.isVisibleTo(made.genes)


def test_of_hla_each_type_is_chosen_and_no_phenotype(opened, case_id, parts):
    made = opened(case_id, page=window.GENES)
    choose(made.genes.entry, "HLA-B", "*58:01 positive", "")
    assert not made.genes.entry.phenotype.isEnabled()
    assert "Avoid: allopurinol" in words(made.genes)
    assert cases.load(parts.app, case_id).genotypes["HLA-B"].alleles == ("*58:01 positive",)


def test_a_file_is_read_once_somebody_said_whose_it_is(
    opened, case_id, parts, tmp_path, monkeypatch, qtbot
):
    made = opened(case_id, page=window.GENES)
    asked = []

    def say_no(self):
        asked.append(self)
        return 0

    monkeypatch.setattr(SampleDialog, "exec", say_no)
    made.genes.look(written(tmp_path, samples=("Wang Fang",)))
    qtbot.waitUntil(lambda: bool(asked) and not made.work.busy, timeout=20000)
    assert cases.load(parts.app, case_id).genes == ()
    monkeypatch.setattr(SampleDialog, "exec", lambda _self: 1)
    made.genes.look(written(tmp_path, samples=("Wang Fang",)))
    qtbot.waitUntil(lambda: made.genes.imported is not None, timeout=20000)
    qtbot.waitUntil(lambda: not made.work.busy, timeout=20000)
    told = words(made.genes)
    assert "The file calls the person Wang Fang; the case is of Li Na" in told
    assert "1 of 8 genes have a phenotype" in told
    assert "unknown, not normal" in told and "Intermediate metaboliser" in told
    record = genes.records_of(cases.load(parts.app, case_id))["CYP2C19"]
    assert record.sample == "Wang Fang" and record.result.genotype.origin is Genotyped.VCF


def test_of_several_persons_one_is_chosen_and_none_by_itself(parts, case_id, qtbot):
    found = genes.VcfLook("GRCh38", ("Li Na", "Wang Fang"))
    made = SampleDialog(cases.load(parts.app, case_id), "a.vcf", found)
    qtbot.addWidget(made)
    assert made.sample == "" and not made.go.isEnabled()
    made.box.setCurrentIndex(1)
    assert made.sample == "Wang Fang" and made.go.isEnabled()


def test_a_file_that_is_no_vcf_is_refused_in_a_sentence(opened, case_id, tmp_path, qtbot):
    made = opened(case_id, page=window.GENES)
    path = tmp_path / "x.vcf"
    path.write_text("not a vcf")
    made.genes.look(path)
    qtbot.waitUntil(lambda: made.genes.problem.isVisibleTo(made.genes), timeout=20000)
    assert made.genes.problem.text().startswith("This is no VCF.")
    qtbot.waitUntil(lambda: not made.work.busy, timeout=20000)
    made.genes.look(Path("/nowhere/x.vcf"))
    qtbot.waitUntil(lambda: "is not there" in made.genes.problem.text(), timeout=20000)
    qtbot.waitUntil(lambda: not made.work.busy, timeout=20000)
