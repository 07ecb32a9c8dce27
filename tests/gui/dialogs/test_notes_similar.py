"""Protects: like cases are listed with what came of them, made after a signature, and opened."""

import numpy as np
import pytest

from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.operations import cases, notes_similar, review
from meddx_desktop.gui.dialogs.notes_similar import SimilarDialog


class CountsWords:
    name = "words 1"

    def vectors(self, texts):
        found = [[text.count("cough") + 0.01, text.count("rash") + 0.01] for text in texts]
        return np.array(found, np.float32)


@pytest.fixture
def encoder(monkeypatch):
    monkeypatch.setattr(notes_similar, "encoder_of", lambda _app: CountsWords())


def test_the_nearest_case_is_chosen_and_opens(app, encoder, qtbot):
    near = cases.create(app, Patient("P-1"))
    cases.write_note(app, near.case_id, "Has a cough.")
    review.sign(app, near.case_id)
    notes_similar.bring_up(app, _Quiet())
    mine = cases.create(app, Patient("P-2"))
    dialog = SimilarDialog(app, mine, "cough")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)
    assert dialog.chosen == near.case_id and dialog._accept.isEnabled()
    line = dialog.list.topLevelItem(0)
    assert "cough" in line.text(2) and line.text(3) == "no finding was accepted"


def test_without_a_model_it_says_so(app, qtbot):
    dialog = SimilarDialog(app, cases.create(app), "cough")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "not installed" in dialog._none.text())
    assert not dialog._accept.isEnabled()


def test_a_signature_makes_the_vector_in_the_background(window, parts, encoder, qtbot):
    parts.session.open_case(cases.create(parts.app, Patient("P-1")).case_id)
    parts.session.write_note("cough")
    parts.session.do(review.sign)

    def made():
        with parts.app.access.using(None) as desk:
            return desk.store.note_vectors.stamp()[0]

    qtbot.waitUntil(lambda: made() == 1, timeout=20000)


class _Quiet:
    def progress(self, _done, _total):
        """Nobody looks."""
