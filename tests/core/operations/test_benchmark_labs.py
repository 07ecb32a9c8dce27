"""Protects: the laboratory figures are of whole files, read by us and by the library alike."""

from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.labs import floor
from meddx_desktop.core.operations import benchmark_labs
from meddx_desktop.core.operations.labs_source import look_at


def test_both_files_hold_what_is_counted():
    for data in (benchmark_labs.hl7_file(30), benchmark_labs.fhir_file(30)):
        reports = look_at(data).reports
        assert len(reports) == 3
        assert sum(len(report.results) for report in reports) == 30
        assert not any(report.rejected for report in reports)
    assert floor.hl7_file(benchmark_labs.hl7_file(30)) == 3
    assert floor.fhir_file(benchmark_labs.fhir_file(30)) == 33


def test_every_figure_is_there():
    figures = benchmark_labs.as_record(
        benchmark_labs.labs(JobContext(), observations=20, patients=2)
    )
    assert (figures["observations"], figures["patients"]) == (20, 2)
    assert all(value > 0 for value in figures.values())
