"""Protects: one session a package, outputs remembered, threads measured once."""

import numpy as np
import pytest

from meddx_desktop.core.errors import BadOutput
from meddx_desktop.core.inference.cache import OutputCache
from meddx_desktop.core.inference.package import open_package
from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.settings import Settings
from tests.data.packages import finding_network, manifest, write_package

WHITE = np.ones((1, 3, 224, 224), np.float32)


def _package(tmp_path, **network):
    return open_package(
        write_package(tmp_path / "tiny", finding_network(**network), manifest("tiny"))
    )


def test_the_same_picture_runs_once(tmp_path):
    package, pool, made = _package(tmp_path), SessionPool(Settings(), threads=1), []

    def tensor():
        made.append(1)
        return WHITE

    first = pool.run(package, "film", tensor)
    again = pool.run(package, "film", tensor)
    other = pool.run(package, "other film", tensor)
    assert first is again
    assert other is not first
    assert len(made) == 2
    assert pool.session(package) is pool.session(package)


def test_a_bad_output_is_not_remembered(tmp_path):
    package, pool = _package(tmp_path, not_a_number=True), SessionPool(Settings(), threads=1)
    for _ in range(2):
        with pytest.raises(BadOutput):
            pool.run(package, "film", lambda: -WHITE)


def test_threads_are_measured_once_and_remembered(tmp_path):
    package, settings = _package(tmp_path), Settings()
    pool = SessionPool(settings)
    pool.session(package)
    chosen = settings["inference_threads"]
    assert chosen in (1, 2, 4)
    settings.set("inference_threads", 3)
    assert SessionPool(settings).session(package) is not None
    assert settings["inference_threads"] == 3


def test_a_full_cache_forgets_the_least_used():
    cache = OutputCache(2)
    cache.put("a", {})
    cache.put("b", {})
    assert cache.get("a") is not None
    cache.put("c", {})
    assert cache.get("b") is None
    assert cache.get("a") is not None


def test_another_device_loads_the_network_anew(tmp_path):
    package, settings = _package(tmp_path), Settings()
    pool = SessionPool(settings, threads=1)
    before = pool.session(package)
    settings.set("device", "cuda")
    after = pool.session(package)
    assert after is not before
    assert after.fell_back


def test_settings_that_can_not_be_saved_do_not_stop_the_screening(tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings.json")
    assert SessionPool(settings).session(_package(tmp_path)) is not None
