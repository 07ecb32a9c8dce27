"""Protects: a report leaves by role, told with its hash, whole or not at all; known again later."""

import errno
import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from meddx_desktop.core.domain.assessment_record import ConditionVerdict, ConditionWord
from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.finding import Decision, Finding, Gate, Screening
from meddx_desktop.core.domain.follow_up import FollowUpKind
from meddx_desktop.core.domain.late_entry import Late, LatePart
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import (
    BadOutput,
    CannotWrite,
    InvalidEntry,
    KnowledgeRejected,
    NotPermitted,
)
from meddx_desktop.core.imaging.analyze import ImageResult
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import (
    assessment,
    assessment_first,
    cases,
    follow_ups,
    genes,
    images,
    late,
    medication,
    reports,
    reports_day,
    reports_out,
    reports_verify,
    review,
)
from meddx_desktop.core.operations.reports import Format, Kind, Shown, Wish
from meddx_desktop.core.reports import daily
from meddx_desktop.words import safety
from meddx_desktop.words.paper import paper_words
from tests import clinic, desks, made_reports

EN = paper_words("en")
PDF = Wish(EN, shown=Shown(pictures=False))
FHIR = Wish(EN, format=Format.FHIR)
"""The quicker one, where only the file counts."""


@pytest.fixture
def app(tmp_path):
    made = clinic.open_clinic(tmp_path / "store", Role.CLINICIAN)
    yield made
    made.access.close()


def screened(app, case, probability=0.9):
    """The case with a score for its film, as if a model had been there."""
    entry = case.films[0]
    said = Screening(
        entry.instance,
        entry.study.study_uid,
        "",
        1,
        made_reports.MODEL,
        Gate(True),
        (Finding("pneumonia", made_reports.PNEUMONIA, probability, 0.55, (0.5, 0.6)),),
        ("tuberculosis",),
    )
    changed = replace(case, films=(replace(entry, screenings=(said,)),))
    with app.access.using(None) as desk, desk.changing():
        desk.store.cases.save(changed)
        desk.store.queue.done(case.case_id, entry.instance.sop_instance_uid)
    return changed


@pytest.fixture
def case(app):
    made = screened(app, clinic.file(app))
    cases.write_note(app, made.case_id, "Cough for 3 days. Unable to drink.")
    return cases.write_vitals(app, made.case_id, Vitals(temperature_c=39.4))


def decide(app, case):
    uid = case.films[0].instance.sop_instance_uid
    return cases.decide(
        app, case.case_id, uid=uid, frame=1, finding="pneumonia", decision=Decision.ACCEPTED
    )


def told(app):
    return [json.loads(one.details) for one in desks.trail(app) if one.action == "report_exported"]


def text_of(path):
    return "\n".join(made_reports.text_of(path.read_bytes()))


def test_everything_of_the_stored_case_is_in_the_report(app, case):
    decide(app, case)
    report = reports.report_of(app, case.case_id, Shown())
    (film,) = report.films
    (part,) = film.findings
    assert (part.score, part.model) == (0.9, made_reports.MODEL)
    assert part.decision.by == "Dr Lin"
    assert film.series_uid and film.picture is not None
    assert report.vitals.temperature_c == 39.4
    assert "Unable to drink" in report.note
    assert report.flags and report.assessment is not None
    assert report.made_by == "Dr Lin" and not report.is_signed


def test_a_heat_map_of_the_loudest_finding_is_laid_over_the_film(app, case, monkeypatch):
    def results_of(_app, _case_id, entry):
        heat = {"pneumonia": np.ones((7, 7), np.float32)}
        return (ImageResult(entry.screenings[0], heat),)

    monkeypatch.setattr(images, "results_of", results_of)
    mapped = reports.report_of(app, case.case_id, Shown()).films[0].picture
    plain = reports.report_of(app, case.case_id, Shown(heat_maps=False)).films[0].picture
    assert mapped.finding == "pneumonia" and plain.finding == ""
    assert mapped.png != plain.png
    assert reports.report_of(app, case.case_id, Shown(pictures=False)).films[0].picture is None


def test_without_its_heat_map_the_film_stays_and_says_why(app, case, monkeypatch):
    def gone(*_):
        raise BadOutput("bad_output", model="m")

    monkeypatch.setattr(images, "results_of", gone)
    (film,) = reports.report_of(app, case.case_id, Shown()).films
    assert film.picture is not None and film.picture.finding == ""
    assert [one.code for one in film.cautions] == ["bad_output"]


def test_the_captured_film_is_the_loudest():
    quiet, plain, loud = (
        made_reports.film(made_reports.finding(score), picture=made_reports.picture(shown))
        for score, shown in ((0.1, "pneumonia"), (0.99, ""), (0.9, "pneumonia"))
    )
    films = [quiet, plain, loud]
    assert sorted(films, key=reports._loudness) == [loud, quiet, plain]


def test_a_film_that_cannot_be_opened_is_told_in_its_place(app, case):
    with app.access.using(None) as desk:
        uid = case.films[0].instance.sop_instance_uid
        name = desk.store.cases.object_of(case.case_id, uid)
        desk.store.objects.path(name).unlink()
    (film,) = reports.report_of(app, case.case_id, Shown(heat_maps=False)).films
    assert film.picture is None
    assert [one.code for one in film.cautions] == ["object_missing"]


def test_without_knowledge_the_report_says_why(app, case, monkeypatch):
    def broken(*_):
        raise KnowledgeRejected("knowledge_unreadable", file="x", why="y")

    monkeypatch.setattr(assessment, "assess_case", broken)
    report = reports.report_of(app, case.case_id, Shown(pictures=False))
    assert (report.assessment, report.assessment_missing) == (None, "knowledge_unreadable")


def test_results_that_wait_for_the_own_reading_stay_hidden(app, case, tmp_path):
    app.settings.set(assessment_first.SETTING, "on")
    with pytest.raises(NotPermitted, match="report_hidden"):
        reports.report_of(app, case.case_id, Shown())
    with pytest.raises(NotPermitted, match="report_hidden"):
        reports.export(app, case.case_id, tmp_path / "x", FHIR)
    day = reports_day.list_of_day(app, case.day)
    assert day.hidden == {case.case_id}
    assert "Pneumonia" not in daily.as_csv(day, EN).decode()
    assessment_first.waive(app, case.case_id)
    assert reports.report_of(app, case.case_id, Shown(pictures=False)).films[0].findings
    assert not reports_day.list_of_day(app, case.day).hidden


def test_a_confirmed_condition_stands_with_who_confirmed_it(app, case):
    word = ConditionWord(
        "tuberculosis", ConditionVerdict.CONFIRMED, by="Dr Lin", at=made_reports.MOMENT
    )
    with app.access.using(None) as desk, desk.changing():
        stored = desk.store.cases.load(case.case_id)
        desk.store.cases.save(replace(stored, condition_words=(word,)))
    (part,) = reports.report_of(app, case.case_id, Shown(pictures=False)).confirmed
    assert (part.by, part.at) == ("Dr Lin", made_reports.MOMENT)
    assert part.title["zh"] and part.icd10


def test_genes_first_readings_and_follow_ups_of_the_stored_case_are_in_it(app, case):
    genes.type_genotype(app, case.case_id, "CYP2C19", ("*2", "*2"))
    app.settings.set(assessment_first.SETTING, "on")
    assessment_first.lock(app, case.case_id, conditions=("tuberculosis",), words="Clear.")
    day = follow_ups.today() + timedelta(days=42)
    follow_ups.begin(app, case.case_id, FollowUpKind.FILM, day=day)
    report = reports.report_of(app, case.case_id, Shown(pictures=False))
    (gene,) = report.genes
    assert gene.record.by == "Dr Lin"
    assert {one.drug["en"].casefold() for one in gene.advice} >= {"clopidogrel"}
    assert all(one.source.opened for one in gene.advice)
    assert "TPMT" in report.genes_unknown and "CYP2C19" not in report.genes_unknown
    (first,) = report.firsts
    assert first.said.words == "Clear." and first.titles["tuberculosis"]["zh"]
    (again,) = report.follow_ups
    assert again.due == day


def test_what_was_on_paper_first_is_in_it_and_says_whether_it_changed(app, case):
    said = Late(datetime.now(UTC) - timedelta(days=1), "Nurse Zhao")
    late.state(app, case.case_id, LatePart.VITALS, said)
    late.state(app, case.case_id, LatePart.NOTE, said)
    cases.write_note(app, case.case_id, "Another note.")
    report = reports.report_of(app, case.case_id, Shown(pictures=False))
    assert [(one.said.part, one.changed) for one in report.late] == [
        (LatePart.VITALS, False),
        (LatePart.NOTE, True),
    ]
    late.state(app, case.case_id, LatePart.VISIT, said)
    report = reports.report_of(app, case.case_id, Shown(pictures=False))
    assert report.day == said.happened.astimezone().date()


def test_tables_of_genes_that_are_broken_take_no_result_away(app, case, monkeypatch):
    genes.type_genotype(app, case.case_id, "CYP2C19", ("*2", "*2"))

    def broken(*_):
        raise KnowledgeRejected("knowledge_unreadable", file="x", why="y")

    monkeypatch.setattr(medication, "gene_advice", broken)
    (gene,) = reports.report_of(app, case.case_id, Shown(pictures=False)).genes
    assert gene.record.result.genotype.alleles == ("*2", "*2") and gene.advice is None


def test_an_unsigned_report_is_stamped_and_told_with_its_hash(app, case, tmp_path):
    target = tmp_path / "report.pdf"
    digest = reports.export(app, case.case_id, target, PDF)
    assert digest == hashlib.sha256(target.read_bytes()).hexdigest()
    assert target.stat().st_mode & 0o777 == 0o600
    assert safety("unreviewed") in text_of(target)
    (entry,) = told(app)
    assert (entry["kind"], entry["format"], entry["sha256"]) == ("report", "pdf", digest)
    assert "printed_hash" not in entry


def test_a_signed_report_carries_the_mark_of_the_trail(app, case, tmp_path):
    signed = review.sign(app, case.case_id)
    target = tmp_path / "report.pdf"
    reports.export(app, case.case_id, target, PDF)
    head = signed.signatures[-1].audit_head
    assert head in text_of(target)
    assert told(app)[0]["printed_hash"] == head


@pytest.mark.parametrize(
    ("kind", "format_", "begins"),
    [
        (Kind.REPORT, Format.PDF, b"%PDF"),
        (Kind.REPORT, Format.FHIR, b"{"),
        (Kind.SLIP, Format.PDF, b"%PDF"),
        (Kind.REFERRAL, Format.PDF, b"%PDF"),
    ],
)
def test_each_kind_is_written(app, case, tmp_path, kind, format_, begins):
    target = tmp_path / "file"
    wish = replace(PDF, kind=kind, format=format_)
    reports.export(app, case.case_id, target, wish)
    assert target.read_bytes().startswith(begins)


@pytest.mark.parametrize("format_", [Format.SR, Format.SC])
def test_dicom_is_written(app, case, tmp_path, format_):
    target = tmp_path / "file"
    reports.export(app, case.case_id, target, replace(PDF, format=format_))
    assert target.read_bytes()[128:132] == b"DICM"


def test_a_case_without_a_film_has_no_capture(app, tmp_path):
    empty = cases.create(app)
    with pytest.raises(InvalidEntry, match="report_without_picture"):
        reports.export(app, empty.case_id, tmp_path / "x", replace(PDF, format=Format.SC))
    assert told(app) == [] and not (tmp_path / "x").exists()


@pytest.mark.parametrize("role", [Role.SCREENING_OFFICER, Role.AUDITOR])
def test_who_may_not_export_writes_nothing(app, case, tmp_path, role):
    clinic.become(app, role)
    with pytest.raises(NotPermitted):
        reports.export(app, case.case_id, tmp_path / "x", PDF)
    with pytest.raises(NotPermitted):
        reports_day.export_list(app, date.today(), tmp_path / "x", PDF)
    assert not (tmp_path / "x").exists()


def test_a_screening_officer_prints_and_it_is_told(app, case):
    clinic.become(app, Role.SCREENING_OFFICER)
    reports.tell_printed(app, case.case_id, Kind.REFERRAL)
    assert desks.actions(app)[-1] == "report_printed"


def test_an_auditor_sees_no_case(app, case):
    clinic.become(app, Role.AUDITOR)
    with pytest.raises(NotPermitted):
        reports.report_of(app, case.case_id, Shown())


def test_a_file_that_is_there_stays(app, case, tmp_path):
    target = tmp_path / "x"
    target.write_text("mine")
    with pytest.raises(InvalidEntry, match="report_exists"):
        reports.export(app, case.case_id, target, PDF)
    assert target.read_text() == "mine"
    reports.export(app, case.case_id, target, FHIR, force=True)
    assert target.read_bytes().startswith(b"{")


def test_a_full_disk_leaves_no_half_file(app, case, tmp_path, monkeypatch):
    def full(*_a, **_k):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(reports_out, "write_plain", full)
    with pytest.raises(CannotWrite, match="disk_full"):
        reports.export(app, case.case_id, tmp_path / "x", FHIR)
    assert list(tmp_path.glob("x*")) == []


def test_a_folder_that_is_gone_is_told(app, case, tmp_path):
    with pytest.raises(CannotWrite, match="folder_not_writable"):
        reports.export(app, case.case_id, tmp_path / "gone" / "x", FHIR)


def test_cancelling_leaves_nothing(app, case, tmp_path):
    context = JobContext()
    context.cancel()
    with pytest.raises(JobCancelled):
        reports.export(app, case.case_id, tmp_path / "x", PDF, context=context)
    assert told(app) == [] and not (tmp_path / "x").exists()


def test_cancelling_at_the_last_moment_leaves_nothing(app, case, tmp_path, monkeypatch):
    context = JobContext()

    def drawn(*_):
        context.cancel()
        return b"all of it"

    monkeypatch.setattr(reports, "render", drawn)
    with pytest.raises(JobCancelled):
        reports.export(app, case.case_id, tmp_path / "x", FHIR, context=context)
    assert told(app) == [] and not (tmp_path / "x").exists()


def test_a_slip_is_no_table(app, case, tmp_path):
    with pytest.raises(InvalidEntry, match="report_format_unfit"):
        reports.export(app, case.case_id, tmp_path / "x", Wish(EN, Kind.SLIP, Format.FHIR))


def test_a_case_that_is_gone_is_told(app, tmp_path):
    with pytest.raises(InvalidEntry, match="case_gone"):
        reports.export(app, "nobody", tmp_path / "x", PDF)


def test_file_names_tell_nothing_of_the_patient(case):
    for kind, formats in reports.FORMATS.items():
        for one in formats:
            name = reports.file_name(case.case_id, Wish(EN, kind, one))
            assert "Li" not in name and "P-1" not in name
            assert name.startswith("meddx-")


def test_the_list_of_a_day_holds_the_cases_of_that_day(app, case, tmp_path):
    assert [one.case_id for one in reports_day.list_of_day(app, case.day).cases] == [case.case_id]
    assert reports_day.list_of_day(app, date(2001, 1, 1)).cases == ()
    target = tmp_path / "list.csv"
    wish = Wish(EN, Kind.LIST, Format.CSV)
    reports_day.export_list(app, case.day, target, wish)
    assert "Pneumonia 90" in target.read_text("utf-8-sig")
    assert told(app)[0]["count"] == 1


def test_the_blank_form_needs_nobody(tmp_path):
    reports_day.export_blank(tmp_path / "blank.pdf", EN)
    assert "both times" in text_of(tmp_path / "blank.pdf")


class TestVerify:
    @pytest.fixture
    def exported(self, app, case, tmp_path):
        review.sign(app, case.case_id)
        target = tmp_path / "report.pdf"
        reports.export(app, case.case_id, target, FHIR)
        return target

    def owner(self, app, exported):
        clinic.become(app, Role.OWNER)
        return reports_verify.verify(app, exported)

    def test_an_unchanged_file_is_known(self, app, case, exported):
        found = self.owner(app, exported)
        assert (found.code, found.is_sound) == ("report_unchanged", True)
        assert (found.by, found.case_id, found.kind) == ("Dr Lin", case.case_id, "report")
        assert found.proof.compared == 1
        assert desks.actions(app)[-1] == "report_verified"

    def test_one_changed_byte_is_not(self, app, exported):
        content = bytearray(exported.read_bytes())
        content[len(content) // 2] ^= 1
        exported.write_bytes(content)
        found = self.owner(app, exported)
        assert (found.code, found.is_sound) == ("report_unknown", False)

    def test_a_later_change_of_the_case_is_told(self, app, case, exported):
        review.add_addendum(app, case.case_id, "Fever gone.")
        found = self.owner(app, exported)
        assert (found.code, found.is_sound) == ("report_superseded", True)

    def test_a_follow_up_of_a_signed_case_changes_it_and_a_look_does_not(self, app, case, exported):
        clinic.become(app, Role.CLINICIAN)
        cases.open_case(app, case.case_id)
        assert self.owner(app, exported).code == "report_unchanged"
        clinic.become(app, Role.CLINICIAN)
        follow_ups.begin(app, case.case_id, FollowUpKind.FILM, day=follow_ups.today())
        assert self.owner(app, exported).code == "report_superseded"

    def test_a_newer_export_of_the_same_case_is_unchanged(self, app, case, exported, tmp_path):
        review.add_addendum(app, case.case_id, "Fever gone.")
        newer = tmp_path / "newer.pdf"
        reports.export(app, case.case_id, newer, FHIR)
        assert self.owner(app, newer).code == "report_unchanged"

    def test_the_last_of_two_equal_exports_counts(self, app, case, exported, monkeypatch):
        monkeypatch.setattr(reports, "render", lambda *_: b"equal")
        reports.export(app, case.case_id, exported, FHIR, force=True)
        review.add_addendum(app, case.case_id, "Fever gone.")
        reports.export(app, case.case_id, exported, FHIR, force=True)
        assert self.owner(app, exported).code == "report_unchanged"

    def test_a_changed_trail_is_named(self, app, exported):
        clinic.become(app, Role.OWNER)
        with app.access.using(None) as desk:
            desk.store.database.execute("UPDATE audit SET user = 'x' WHERE seq = 2")
        found = reports_verify.verify(app, exported)
        assert not found.is_sound
        assert found.proof.problem.code == "audit_changed"

    def test_who_may_not_read_the_trail_may_not_verify(self, app, exported):
        with pytest.raises(NotPermitted):
            reports_verify.verify(app, exported)

    def test_a_file_that_is_not_there(self, app, tmp_path):
        with pytest.raises(InvalidEntry, match="report_unreadable"):
            reports_verify.verify(app, tmp_path / "none.pdf")
