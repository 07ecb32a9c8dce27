"""An application in front of a store where nobody is in, films, and models that answer."""

import pytest

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Finding, Gate, Screening
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.operations import images
from tests.clinic import film_bytes
from tests.core.operations.sign_in.door import application


@pytest.fixture
def app(tmp_path):
    made = application(tmp_path / "store", tmp_path)
    yield made
    made.access.close()


@pytest.fixture
def film(tmp_path):
    """Write films; each has other pixels."""
    made = []

    def write(name="one.dcm", **how):
        made.append(name)
        path = tmp_path / name
        path.write_bytes(film_bytes(f"P-{len(made)}", seed=len(made), **how))
        return Source(path)

    return write


@pytest.fixture
def models(monkeypatch):
    """Every film scores 0.9; `before` runs first."""

    class Models:
        before = staticmethod(lambda: None)

        def screen(self, _app, film, **_how):
            self.before()
            found = Finding("pneumonia", Code("1", "SCT", "P"), 0.9, 0.5, (0.45, 0.55))
            said = Screening(film.instance, film.study.study_uid, "", 1, None, Gate(True), (found,))
            return (images.ImageResult(said),)

    made = Models()
    monkeypatch.setattr(images, "screen", made.screen)
    return made
