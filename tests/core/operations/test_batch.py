"""Protects: one film's failure costs only that film; order, memory and cancel hold."""

import shutil

import pytest

from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import batch, open_application
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.core.settings import Settings
from tests.data.packages import write_models

CHILD = RESOURCES / "demo/1-child-cough.dcm"


@pytest.fixture
def app(tmp_path):
    return open_application(
        models=write_models(tmp_path / "models"), settings=Settings(), threads=1
    )


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    for index in range(6):
        shutil.copy(CHILD, folder / f"{index}.dcm")
    (folder / "3.dcm").write_bytes(CHILD.read_bytes()[:3000])
    (folder / "readme.txt").write_text("no film")
    return folder


def _run(app, paths, **options):
    context = options.pop("context", None) or JobContext()
    return list(batch.screen_all(app, paths, context=context, **options))


@pytest.mark.parametrize("jobs", [1, 3])
def test_outcomes_come_in_the_order_of_the_films(app, folder, jobs):
    outcomes = _run(app, [folder], jobs=jobs)
    assert [outcome.source.name for outcome in outcomes] == [
        "0.dcm",
        "1.dcm",
        "2.dcm",
        "3.dcm",
        "4.dcm",
        "5.dcm",
        "readme.txt",
    ]
    assert [bool(outcome.results) for outcome in outcomes] == [
        True,
        True,
        True,
        False,
        True,
        True,
        False,
    ]
    assert outcomes[3].error is not None
    assert not outcomes[3].skipped
    assert outcomes[6].skipped


def test_a_named_file_that_is_no_film_fails(app, folder):
    (outcome,) = _run(app, [folder / "readme.txt"])
    assert outcome.error.code == "not_an_image"
    assert not outcome.skipped


def test_a_name_that_promises_a_film_and_holds_none_fails_even_in_a_folder(app, folder):
    (folder / "broken.dcm").write_text("once a film")
    failed = [outcome for outcome in _run(app, [folder]) if outcome.source.name == "broken.dcm"]
    assert failed[0].error.code == "not_an_image"
    assert not failed[0].skipped


def test_cancel_ends_after_the_films_already_begun(app, folder):
    context, seen = JobContext(), []
    with pytest.raises(JobCancelled):
        for outcome in batch.screen_all(app, [folder] * 20, jobs=1, context=context):
            seen.append(outcome)
            context.cancel()
    assert len(seen) == 1


def test_progress_counts_up_to_the_end(app, folder):
    steps = []
    context = JobContext(lambda done, total: steps.append((done, total)))
    _run(app, [folder], context=context)
    assert [done for done, _ in steps] == list(range(1, 8))
    assert steps[-1] == (7, 7)


def test_nothing_in_nothing_out(app, tmp_path):
    (tmp_path / "empty").mkdir()
    assert _run(app, [tmp_path / "empty"]) == []
