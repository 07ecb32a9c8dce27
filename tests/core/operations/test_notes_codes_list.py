"""Protects: a site's own codes are used as they were read in; only the owner changes them."""

from datetime import UTC, datetime

import pytest

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, ModelRejected, NotPermitted
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import notes_codes_list, notes_desk, open_application, sign_in
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.data import text_packages

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TABLE = "编码,名称\nZ1,bbbb aaaa\nZ2,dddd cccc\nZ2,dddd\n\nZ3,ffff\n"


@pytest.fixture
def app(tmp_path):
    models = tmp_path / "models"
    text_packages.write_encoder(models)
    text_packages.write_coder(models)
    settings = Settings(tmp_path / "settings.json")
    return open_application(models=models, settings=settings, store=tmp_path / "store")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text(TABLE, "utf-8")
    return path


def _use(app, path, context=None):
    return notes_codes_list.use_list(
        app, path, scheme="99GB", edition="国临版 2.0", context=context or JobContext()
    )


def test_the_shipped_list_is_used_before(app):
    desks.enter(app, Role.CLINICIAN)
    assert notes_codes_list.in_use(app) is None and notes_codes_list.opened(app) is None
    found = notes_codes_list.nearest(app, "aaaa bbbb")
    assert (found[0].code.value, found[0].code.scheme) == ("X01", "I10C")


def test_a_list_read_in_is_searched_instead(app, table):
    desks.enter(app, Role.OWNER)
    own = _use(app, table)
    assert (own.scheme, own.count) == ("99GB", 4)
    codes = notes_codes_list.opened(app)
    found = notes_codes_list.nearest(app, "dddd cccc", codes=codes)
    assert (found[0].code.value, found[0].code.meaning) == ("Z2", "dddd cccc")
    assert found[0].code.scheme == "99GB"
    assert len({one.code.value for one in found}) == len(found) == 3


def test_the_next_sign_in_finds_it_and_the_owner_can_go_back(app, table):
    desks.enter(app, Role.OWNER)
    own = _use(app, table)
    assert notes_codes_list.in_use(app) == own
    notes_codes_list.use_shipped(app)
    assert notes_codes_list.in_use(app) is None


def _schemes(app, memory):
    case = Case("c", Patient("P-1"), NOW, note="Koilonychia.")
    [mention] = notes_desk.read(app, case, case.note, memory).note.reading.mentions
    return [one.code.scheme for one in mention.codes if one.code.scheme != "HP"]


def test_a_note_is_read_with_the_list_in_use_and_anew_when_it_changes(app, table):
    desks.enter(app, Role.OWNER)
    memory = notes_desk.Memory()
    assert set(_schemes(app, memory)) == {"I10C"}
    _use(app, table)
    assert set(_schemes(app, memory)) == {"99GB"}
    notes_codes_list.use_shipped(app)
    assert set(_schemes(app, memory)) == {"I10C"}


def test_a_list_that_is_damaged_is_told_and_no_other_one_stands_in_for_it(app, table):
    desks.enter(app, Role.OWNER)
    own = _use(app, table)
    (app.folder / notes_codes_list.FOLDER / own.folder / "codes.tsv").write_text("Z9\tx\n")
    with pytest.raises(ModelRejected):
        _schemes(app, notes_desk.Memory())


def test_the_lock_forgets_what_the_models_answered(app, table):
    """Protects: nothing that was made of a note's words stays in memory behind the lock."""
    desks.enter(app, Role.OWNER)
    _use(app, table)
    models = app.note_models
    _schemes(app, notes_desk.Memory())
    models.coder.nearest(["aaaa"])
    own = notes_codes_list.opened(app)
    assert len(models.encoder._known) and len(models.coder.codes.known) and len(own.known)
    sign_in.lock(app)
    assert not len(models.encoder._known) and not len(models.coder.codes.known)
    assert models._own is None


def test_only_the_owner_changes_the_codes(app, table):
    desks.enter(app, Role.CLINICIAN)
    for change in (lambda: _use(app, table), lambda: notes_codes_list.use_shipped(app)):
        with pytest.raises(NotPermitted):
            change()


def test_a_list_that_was_changed_on_the_disk_is_not_used(app, table):
    desks.enter(app, Role.OWNER)
    own = _use(app, table)
    for name in ("codes.tsv", "list.json"):
        path = app.folder / notes_codes_list.FOLDER / own.folder / name
        whole = path.read_bytes()
        path.write_bytes(whole.replace(b"Z2", b"Z9").replace(b"99GB", b"99XX"))
        with pytest.raises(ModelRejected) as caught:
            notes_codes_list.opened(app)
        assert caught.value.code == "model_hash_mismatch"
        path.write_bytes(whole)
    assert notes_codes_list.opened(app) is not None


def test_a_cancelled_reading_leaves_the_list_in_use(app, table):
    desks.enter(app, Role.OWNER)
    own = _use(app, table)
    context = JobContext()
    context.cancel()
    with pytest.raises(JobCancelled):
        _use(app, table, context)
    assert notes_codes_list.in_use(app) == own
    assert notes_codes_list.opened(app) is not None


def test_the_table_may_have_no_heading_or_other_columns():
    assert notes_codes_list.read_rows(b"A00,Cholera\nB05,Measles\n")[0] == ("A00", "Cholera")
    assert notes_codes_list.read_rows("序号;疾病名称;疾病编码\n1;霍乱;A00\n".encode("gb18030")) == (
        ("A00", "霍乱"),
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"code,name\n", "codes_empty"),
        (b"code\nA00\n", "codes_empty"),
        (b"A00," + b"x" * 301 + b"\n", "codes_line_invalid"),
    ],
)
def test_a_table_without_codes_is_refused(app, tmp_path, content, code):
    desks.enter(app, Role.OWNER)
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    with pytest.raises(InvalidEntry) as caught:
        _use(app, path)
    assert caught.value.code == code


def test_without_models_there_are_no_codes_and_a_plain_refusal(tmp_path, table):
    (tmp_path / "none").mkdir()
    settings = Settings(tmp_path / "settings.json")
    app = open_application(models=tmp_path / "none", settings=settings, store=tmp_path / "store")
    desks.enter(app, Role.OWNER)
    assert notes_codes_list.nearest(app, "fever") == ()
    assert notes_codes_list.opened(app) is None
    with pytest.raises(InvalidEntry) as caught:
        _use(app, table)
    assert caught.value.code == "codes_without_model"
