"""Protects: the trail is read, narrowed and proven in its window, its sheet names no patient."""

from meddx_desktop.core.operations import trail
from meddx_desktop.gui.dialogs import audit_model
from meddx_desktop.gui.dialogs.audit import AuditDialog
from meddx_desktop.gui.dialogs.audit_month import MonthDialog, page
from tests import clinic


def _lines(model):
    return [audit_model.cells(entry) for entry in model.entries]


def test_the_trail_is_read_narrowed_and_proven(clinic_app, shown):
    case = clinic.file(clinic_app)
    dialog = shown(AuditDialog(clinic_app))
    view = dialog.view
    actions = [line[3] for line in _lines(view.model)]
    assert actions == ["Read the audit trail", "Added a film", "Opened a new case", "Signed in"]
    assert _lines(view.model)[1][4] == case.case_id[:8]
    assert "UTC 20" in audit_model.tip(view.model.entries[0])
    view.action.setCurrentIndex(view.action.findData("film_added"))
    shown.rest(dialog)
    assert [line[3] for line in _lines(view.model)] == ["Added a film"]
    view.prove()
    shown.rest(dialog)
    assert view.result.text().startswith("Whole: 4 entries, head 4/")
    view.printed.setText("nonsense")
    view.prove()
    assert "audit mark" in view.result.text()
    view.printed.setText(str(trail.head(clinic_app)))
    view.prove()
    shown.rest(dialog)
    assert "agrees with the paper" in view.result.text()


def test_a_changed_entry_is_named(clinic_app, shown):
    clinic.file(clinic_app)
    with clinic_app.access.using(None) as desk:
        desk.store.database.execute("UPDATE audit SET details = 'x' WHERE seq = 2")
    dialog = shown(AuditDialog(clinic_app))
    dialog.view.prove()
    shown.rest(dialog)
    assert "changed at entry 2" in dialog.view.result.text()
    assert _lines(dialog.view.model)[2][5] == "x", "what stands there is shown, not hidden"


def test_older_entries_come_when_asked(clinic_app, shown, monkeypatch):
    monkeypatch.setattr(trail, "PAGE", 3)
    monkeypatch.setattr(trail.page, "__kwdefaults__", {**trail.page.__kwdefaults__, "limit": 3})
    clinic.file(clinic_app)
    clinic.file(clinic_app, "P-2", "Wang^Wei", seed=5)
    dialog = shown(AuditDialog(clinic_app))
    assert [line[0] for line in _lines(dialog.view.model)] == ["6", "5", "4"]
    dialog.view.more.click()
    shown.rest(dialog)
    assert [line[0] for line in _lines(dialog.view.model)] == ["6", "5", "4", "3", "2", "1"]


def test_the_sheet_of_a_month_carries_its_head_and_no_patient(clinic_app, shown, tmp_path):
    clinic.file(clinic_app, "SECRET-ID", "Secret^Name")
    months = trail.overview(clinic_app).months
    dialog = shown(MonthDialog(clinic_app, months))
    text = dialog.sheet.toPlainText()
    assert str(dialog.summary.head) in text
    assert "Screening support, not a diagnosis." in text
    assert "Added a film" in text
    assert "SECRET" not in text.upper()
    target = tmp_path / "sheet.pdf"
    dialog.write(target)
    assert target.read_bytes().startswith(b"%PDF-")
    dialog.write(tmp_path / "gone" / "sheet.pdf")
    assert "Nothing can be written" in dialog.work._text.text()


def test_names_can_not_break_the_sheet(clinic_app):
    summary = trail.MonthlySummary("2026-03", 1, 1, (("<b>x</b>", "signed_in", 1),), None)
    assert "&lt;b&gt;x&lt;/b&gt;" in page(summary)
