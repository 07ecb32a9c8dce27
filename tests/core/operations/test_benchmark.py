"""Protects: the benchmark measures our own path against a floor that did the same work."""

from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import benchmark, open_application
from meddx_desktop.core.settings import Settings
from tests.data.packages import write_models


def test_every_figure_is_measured(tmp_path, monkeypatch):
    monkeypatch.setattr(benchmark, "_LARGE", 256)
    monkeypatch.setattr(benchmark, "_SIZES", ((128, 128),))
    monkeypatch.setattr(benchmark, "_REPEATS", 2)
    monkeypatch.setattr(benchmark, "_window_start_s", lambda: None)
    app = open_application(models=write_models(tmp_path / "m"), settings=Settings(), threads=1)
    record = benchmark.as_record(benchmark.screen(app, films=4, jobs=2, context=JobContext()))
    assert record.pop("window_start_s") is None
    assert all(value is not None and value > 0 for value in record.values())
    assert record["batch_films"] == 4
    assert {"single_ratio", "batch_ratio", "first_picture_ms", "window_step_ms", "peak_mb"} <= set(
        record
    )


def test_its_films_are_scored_by_the_real_models_and_not_refused(tmp_path):
    """A refused film would skip the networks and make the figures look better than they are."""
    from meddx_desktop.core.domain.imaging import Source
    from meddx_desktop.core.imaging import phantom
    from meddx_desktop.core.operations import images

    path = tmp_path / "phantom.dcm"
    path.write_bytes(phantom.film(600, 800))
    app = open_application(settings=Settings(), threads=1)
    (result,) = images.screen_source(app, Source(path))
    assert result.screening.gate.accepted
