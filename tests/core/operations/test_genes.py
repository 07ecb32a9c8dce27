"""Protects: a patient's genes are kept with the case and told, and nothing open or of somebody
else takes the place of what was known."""

import pytest

from meddx_desktop.core.domain.patient import Patient, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, NotPermitted, UnreadableResults
from meddx_desktop.core.operations import cases, genes
from tests import desks
from tests.core.assessment.treatment import made_vcf

STAR_TWO = {"rs4244285": 1, "rs12769205": 1}


@pytest.fixture
def case_id(app):
    return cases.create(app, Patient("P-1", sex=Sex.FEMALE)).case_id


def vcf(folder, lines, **more):
    path = folder / "patient.vcf"
    path.write_text(made_vcf.text(lines, **more))
    return path


def known(app, case_id, gene="CYP2C19"):
    return genes.genotypes_of(cases.load(app, case_id)).get(gene)


def test_an_import_is_kept_with_build_sample_author_and_told(app, case_id, tmp_path):
    lines = made_vcf.gene_lines("CYP2C19", STAR_TWO)
    done = genes.import_vcf(app, case_id, vcf(tmp_path, lines, samples=("Li Na",)))
    assert (done.build, done.sample) == ("GRCh38", "Li Na")
    record = genes.records_of(cases.load(app, case_id))["CYP2C19"]
    assert record.result.genotype.phenotype == "Intermediate Metabolizer"
    assert (record.by, record.build, record.sample) == ("Dr Lin", "GRCh38", "Li Na")
    entry = desks.trail(app)[-1]
    assert entry.action == "genes_imported" and "Li Na" not in entry.details


def test_every_gene_is_reported_and_only_what_was_seen_is_kept(app, case_id, tmp_path):
    lines = made_vcf.gene_lines("CYP2C19", STAR_TWO)
    done = genes.import_vcf(app, case_id, vcf(tmp_path, lines))
    silent = [one for one in done.results if one.genotype.gene != "CYP2C19"]
    assert len(silent) == 7 and all(one.genotype.not_covered for one in silent)
    assert list(genes.genotypes_of(done.case)) == ["CYP2C19"]


def test_an_open_answer_never_takes_the_place_of_a_known_one(app, case_id, tmp_path):
    genes.type_genotype(app, case_id, "CYP2C19", ("*2", "*2"))
    lines = made_vcf.gene_lines("CYP2C19", STAR_TWO, without=("rs4986893",))
    genes.import_vcf(app, case_id, vcf(tmp_path, lines))
    assert known(app, case_id).phenotype == "Poor Metabolizer"


def test_a_found_variant_that_an_earlier_result_lacks_is_not_hidden(app, case_id, tmp_path):
    genes.type_genotype(app, case_id, "CYP2C19", ("*1", "*17"))
    lines = made_vcf.gene_lines("CYP2C19", STAR_TWO, without=("rs4986893",))
    done = genes.import_vcf(app, case_id, vcf(tmp_path, lines))
    record = genes.records_of(done.case)["CYP2C19"]
    assert (record.result.genotype.alleles, record.result.genotype.phenotype) == (("*2",), "")
    assert "gene_differs" in [one.code for one in record.result.doubts]


def test_a_result_that_contradicts_an_earlier_one_says_so(app, case_id, tmp_path):
    genes.type_genotype(app, case_id, "CYP2C19", ("*2", "*2"))
    done = genes.import_vcf(app, case_id, vcf(tmp_path, made_vcf.gene_lines("CYP2C19")))
    doubts = genes.records_of(done.case)["CYP2C19"].result.doubts
    assert [one.code for one in doubts] == ["gene_differs"]
    assert doubts[0].parameters["earlier"] == "Poor Metabolizer"
    assert len(cases.load(app, case_id).genes) == 2


def test_what_was_found_is_kept_though_the_phenotype_is_open(app, case_id, tmp_path):
    lines = made_vcf.gene_lines("CYP2C19", STAR_TWO, without=("rs4986893",))
    genes.import_vcf(app, case_id, vcf(tmp_path, lines))
    kept = known(app, case_id)
    assert (kept.alleles, kept.phenotype, kept.not_covered) == (("*2",), "", ("rs4986893",))


def test_a_typed_result_is_kept_and_told(app, case_id):
    genes.type_genotype(app, case_id, "HLA-B", ("*15:02 positive",))
    genes.type_genotype(app, case_id, "HLA-B", ("*58:01 negative",))
    assert known(app, case_id, "HLA-B").alleles == ("*15:02 positive", "*58:01 negative")
    entry = desks.trail(app)[-1]
    assert entry.action == "gene_typed" and "15:02" not in entry.details


def test_the_patients_sex_counts_for_the_x_chromosome(app, case_id):
    with pytest.raises(InvalidEntry, match="gene_allele_count"):
        genes.type_genotype(app, case_id, "G6PD", ("Canton",))
    genes.type_genotype(app, case_id, "G6PD", ("Canton", "B (reference)"))
    assert known(app, case_id, "G6PD").phenotype == "G6PD Variable"


def test_a_refused_file_changes_nothing(app, case_id, tmp_path):
    path = tmp_path / "a.vcf"
    path.write_text("no VCF")
    with pytest.raises(UnreadableResults, match="vcf_not_vcf"):
        genes.import_vcf(app, case_id, path)
    assert cases.load(app, case_id).genes == ()


def test_a_case_that_is_gone_and_a_role_that_may_not(app, case_id, tmp_path):
    with pytest.raises(InvalidEntry, match="case_gone"):
        genes.type_genotype(app, "nowhere", "TPMT", ("*1", "*1"))
    app.access.leave()
    desks.enter(app, Role.AUDITOR)
    with pytest.raises(NotPermitted):
        genes.type_genotype(app, case_id, "TPMT", ("*1", "*1"))
    with pytest.raises(NotPermitted):
        genes.import_vcf(app, case_id, vcf(tmp_path, made_vcf.gene_lines("TPMT")))


def test_the_head_tells_whose_calls_a_file_holds(tmp_path):
    look = genes.look_at_vcf(vcf(tmp_path, [], samples=("A", "B"), build="GRCh37"))
    assert (look.build, look.samples) == ("GRCh37", ("A", "B"))


def test_no_gene_or_name_is_in_the_files_of_the_store(app, case_id, tmp_path):
    lines = made_vcf.gene_lines("CYP2C19", STAR_TWO)
    genes.import_vcf(app, case_id, vcf(tmp_path, lines, samples=("Li Na Zhang",)))
    app.access.close()
    for path in (one for one in app.folder.rglob("*") if one.is_file()):
        content = path.read_bytes()
        assert b"Li Na Zhang" not in content and b"CYP2C19" not in content


def test_the_newest_result_of_a_gene_holds(app, case_id):
    genes.type_genotype(app, case_id, "CYP2C19", ("*1", "*1"))
    case = genes.type_genotype(app, case_id, "CYP2C19", ("*2", "*2"))
    assert case.genotypes["CYP2C19"].phenotype == "Poor Metabolizer"
    assert len(case.genes) == 2
