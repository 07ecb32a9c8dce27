"""Protects: cases reach another site whole, unread and unchanged, and join nobody by themselves."""

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from meddx_desktop.core import crypto
from meddx_desktop.core.crypto import Argon2Parameters
from meddx_desktop.core.domain.assessment_record import (
    ConditionVerdict,
    ConditionWord,
    FirstImpression,
)
from meddx_desktop.core.domain.case import FindingDecision
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Decision, Gate, Screening
from meddx_desktop.core.domain.follow_up import FollowUpKind, FollowUpStep, FollowUpWord
from meddx_desktop.core.domain.genes import GeneRecord, GeneResult, Genotype
from meddx_desktop.core.domain.lab_record import LabDecision, LabImport
from meddx_desktop.core.domain.late_entry import LateEntry, LatePart
from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.domain.note_corrections import FlagSeen, NoteCorrection, Verdict
from meddx_desktop.core.domain.review import Addendum, CriticalResult, Signature, Told
from meddx_desktop.core.domain.treatment_record import (
    CheckKind,
    Override,
    TreatmentAnswer,
    TreatmentVerdict,
    TreatmentWord,
)
from meddx_desktop.core.errors import InvalidEntry, StoreDamaged, StoreRefused
from meddx_desktop.core.store import handover
from meddx_desktop.core.store.handover import hand_over, sender, take_over
from meddx_desktop.core.store.opened import open_store
from tests.core.store.shelf import FakeKeys, case, film

WORDS = "blue kettle on the northern hill"
QUICK = Argon2Parameters(64 * 1024, 3, 4)


@pytest.fixture
def sent(store, tmp_path):
    store.cases.save(case("c1", name="Wang^Xiaodong", patient_id="7", films=(film("1.1"),)))
    store.cases.save(case("c2", name="Li^Na"))
    store.cases.attach("c1", "1.1", store.objects.put(b"pixels" * 1000))
    bundle = tmp_path / "转诊.meddx"
    mark = hand_over(store, ["c1"], bundle, passphrase=WORDS, parameters=QUICK)
    return bundle, mark


@pytest.fixture
def other(tmp_path):
    opened = open_store(tmp_path / "other site", FakeKeys(b"other", store_id="other"))
    yield opened
    opened.close()


def test_a_chosen_case_arrives_with_its_film_and_the_other_does_not(sent, other, store):
    bundle, mark = sent
    assert sender(bundle) == mark
    other.cases.save(case("here", name="Zhou^Min", patient_id="7"))
    (arrived,) = take_over(other, bundle, WORDS)
    assert arrived.case_id != "c1"
    kept = other.cases.load(arrived.case_id)
    assert kept.films == store.cases.load("c1").films
    name = other.cases.object_of(arrived.case_id, "1.1")
    assert bytes(other.objects.get(name)) == b"pixels" * 1000
    assert [(s.case_id, s.why) for s in arrived.suggestions] == [("here", "same_id")]
    assert other.worklist.count() == 2
    assert not list(other.folder.glob("handover-*"))


def test_a_working_folder_left_by_a_crash_is_removed(store, folder):
    store.close()
    (folder / "handover-0001").mkdir()
    open_store(folder, FakeKeys()).close()
    assert not (folder / "handover-0001").exists()


def test_nothing_is_readable(sent):
    content = sent[0].read_bytes()
    assert b"Wang" not in content
    assert b"pixels" not in content


def test_a_wrong_passphrase_imports_nothing(sent, other):
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        take_over(other, sent[0], WORDS + "!")
    assert other.worklist.count() == 0


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8, 0.99])
def test_a_changed_or_cut_bundle_imports_nothing(sent, other, share):
    whole = sent[0].read_bytes()
    place = int(len(whole) * share)
    sent[0].write_bytes(whole[:place])
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        take_over(other, sent[0], WORDS)
    assert other.worklist.count() == 0


def test_a_file_exchanged_inside_is_found(sent, other, tmp_path):
    forged = tmp_path / "forged"
    with zipfile.ZipFile(sent[0]) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[::-1] if name == "cases.db" else old.read(name))
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        sender(forged)


def test_a_newer_bundle_and_a_weak_passphrase_are_named(sent, store, tmp_path):
    newer = tmp_path / "newer"
    with zipfile.ZipFile(sent[0]) as old, zipfile.ZipFile(newer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"format": 1', b'"format": 2'))
    with pytest.raises(StoreRefused, match="handover_newer"):
        sender(newer)
    with pytest.raises(InvalidEntry):
        hand_over(store, ["c1"], tmp_path / "x", passphrase="short", parameters=QUICK)
    with pytest.raises(InvalidEntry, match="case_gone"):
        hand_over(store, ["nobody"], tmp_path / "x", passphrase=WORDS, parameters=QUICK)
    assert not (tmp_path / "x").exists()


# --- bundles that somebody made up

KEY = bytes(range(32))
DATABASE = b"A" * 8192


def forged(path, changes=(), *, text=None, compression=zipfile.ZIP_STORED, files=None):
    """A bundle whose signature fits, as anybody can make one."""
    files = {"cases.db": DATABASE} if files is None else files
    head = {
        "format": 1,
        "bundle_id": "ab" * 8,
        "salt": "00" * 16,
        "cost": [64 * 1024, 3, 4],
        "sender": crypto.signing_public(KEY).hex(),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        **dict(changes),
    }
    text = json.dumps(head).encode() if text is None else text
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("head.json", text)
        archive.writestr("signature", crypto.sign(KEY, text))
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "changes",
    [
        {"files": {}},
        {"files": []},
        {"files": {"cases.db": 5}},
        {"files": {"../cases.db": "0" * 64}},
        {"cost": ["a", 3, 4]},
        {"cost": [65536, 3]},
        {"cost": [65536.5, 3, 4]},
        {"cost": [8, 1, 1]},
        {"cost": [1024 * 1024, 8, 4]},
        {"cost": [65536, 3, 16]},
        {"cost": 5},
        {"salt": "zz"},
        {"salt": 5},
        {"salt": "00"},
        {"bundle_id": None},
        {"bundle_id": "A" * 16},
        {"format": "x"},
        {"format": True},
        {"sender": 5},
        {"sender": "00"},
    ],
    ids=str,
)
def test_a_head_that_nobody_writes_is_damage(other, tmp_path, changes, monkeypatch):
    path = forged(tmp_path / "x.meddx", changes)
    monkeypatch.setattr(crypto, "stretch", None)  # no work is done for it
    for refused in (lambda: sender(path), lambda: take_over(other, path, WORDS)):
        with pytest.raises(StoreDamaged, match="handover_damaged"):
            refused()


@pytest.mark.parametrize("text", [b"[]", b"[" * 100_000, b"5", b"\xff", b""])
def test_a_head_that_is_none_is_damage(tmp_path, text):
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        sender(forged(tmp_path / "x.meddx", text=text))


def test_a_small_file_unpacks_to_nothing_large(other, tmp_path):
    """No passphrase is needed to send this: 3 MB that would fill 3 GB of the disk."""
    path = forged(
        tmp_path / "x", files={"cases.db": bytes(5_000_000)}, compression=zipfile.ZIP_DEFLATED
    )
    assert path.stat().st_size < 50_000
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        take_over(other, path, WORDS)
    assert not list(other.folder.glob("handover-*"))


@pytest.mark.parametrize(
    ("place", "value"), [(8, b"\x01\x00"), (10, b"\x63\x00"), (24, b"\xff\xff\xff\x7f")]
)
def test_a_member_encrypted_packed_or_too_large_is_damage(tmp_path, place, value):
    """In the archive's own list: flags, way of packing, size."""
    path = forged(tmp_path / "x.meddx")
    raw = bytearray(path.read_bytes())
    start = raw.rfind(b"PK\x01\x02") + place
    raw[start : start + len(value)] = value
    path.write_bytes(raw)
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        sender(path)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE cases SET state = 'bogus'",
        "UPDATE cases SET created = 'x'",
        "UPDATE films SET screenings = '[[['",
        "UPDATE films SET screenings = '{\"screenings\": 5}'",
        "UPDATE identities SET birth_date = '30 Feb'",
        "UPDATE signatures SET at = 'x'",
        "UPDATE studies SET study_uid = zeroblob(9)",
        "UPDATE instances SET number = 'x'",
        "DELETE FROM identities",
        "DELETE FROM cases",
    ],
)
def test_rows_that_no_program_wrote_bring_nothing(store, other, tmp_path, monkeypatch, harm):
    """Whoever tells the passphrase may have filled the bundle with anything."""
    real = handover._copy_rows

    def evil(source, target, *args, **how):
        real(source, target, *args, **how)
        target.database.execute(harm)

    signed = replace(
        case("c1", name="Li^Na", films=(film("1.1"),)),
        signatures=(Signature("Dr Lin", datetime(2026, 3, 1, tzinfo=UTC)),),
    )
    store.cases.save(signed)
    monkeypatch.setattr(handover, "_copy_rows", evil)
    bundle = tmp_path / "x.meddx"
    hand_over(store, ["c1"], bundle, passphrase=WORDS, parameters=QUICK)
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        take_over(other, bundle, WORDS)
    assert other.worklist.count() == 0
    assert other.kept.get("taken_over:x") is None


def test_who_corrected_a_film_carries_the_mark_of_the_site():
    turned = Correction(90, by="A", at=datetime(2026, 3, 1, tzinfo=UTC))
    one = film("1.1")
    said = Screening(one.instance, "1", "", 1, None, Gate(False), correction=turned)
    sent = case("c1", films=(replace(one, screenings=(said,), correction=turned), film("1.2")))
    corrected, plain = handover.marked(sent, "3f2a 77c1").films
    assert corrected.correction == replace(turned, by="A @ 3f2a 77c1")
    assert corrected.screenings[0].correction == corrected.correction
    assert plain == film("1.2")


def test_every_reader_carries_the_mark_of_the_site():
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    sent = replace(
        case("c1"),
        decisions=(FindingDecision("1.1", 1, "x", Decision.ACCEPTED, at=moment, by="A"),),
        signatures=(Signature("B", moment),),
        addenda=(Addendum("words", "C", moment),),
        criticals=(CriticalResult("x", "D", moment, (Told("ward", "E", moment, True),)),),
        first_reader="F",
        lab_imports=(LabImport("i1", moment, "G", "hl7", "", withdrawn_by="H"),),
        lab_decisions=(LabDecision("i1", 0, excluded="x", by="I"),),
        note_corrections=(
            NoteCorrection(
                "n1", Verdict.NOT_A_MENTION, MentionKind.PROBLEM, "x", by="J", withdrawn_by="K"
            ),
        ),
        note_flags_seen=(FlagSeen("sepsis", ("x",), by="L"),),
        condition_words=(ConditionWord("gout", ConditionVerdict.CONFIRMED, by="M"),),
        first_impressions=(FirstImpression("N", moment),),
        genes=(GeneRecord(GeneResult(Genotype("TPMT")), by="O"),),
        treatment_words=(
            TreatmentWord(
                "gout",
                "x",
                TreatmentVerdict.CHOSEN,
                overrides=(Override("gout", "x", CheckKind.AGE, "age", "why", by="P"),),
                by="Q",
            ),
        ),
        treatment_answers=(TreatmentAnswer("gout", "x", "yes", by="R"),),
        follow_up_words=(
            FollowUpWord("f", FollowUpKind.FILM, FollowUpStep.SET, moment.date(), by="S"),
        ),
        late_entries=(LateEntry(LatePart.NOTE, moment, "T", by="U"),),
    )
    told = handover.marked(sent, "3f2a 77c1")
    assert (told.lab_imports[0].by, told.lab_imports[0].withdrawn_by, told.lab_decisions[0].by) == (
        "G @ 3f2a 77c1",
        "H @ 3f2a 77c1",
        "I @ 3f2a 77c1",
    )
    (corrected,), (seen,) = told.note_corrections, told.note_flags_seen
    assert (corrected.by, corrected.withdrawn_by, seen.by) == (
        "J @ 3f2a 77c1",
        "K @ 3f2a 77c1",
        "L @ 3f2a 77c1",
    )
    assert told.genes[0].by == "O @ 3f2a 77c1"
    (chosen,), (answered,) = told.treatment_words, told.treatment_answers
    assert [chosen.overrides[0].by, chosen.by, answered.by] == [
        f"{name} @ 3f2a 77c1" for name in "PQR"
    ]
    assert told.follow_up_words[0].by == "S @ 3f2a 77c1"
    (late,) = told.late_entries
    assert (late.who, late.by) == ("T @ 3f2a 77c1", "U @ 3f2a 77c1")
    (confirmed,), (first,) = told.condition_words, told.first_impressions
    assert (confirmed.by, first.by) == ("M @ 3f2a 77c1", "N @ 3f2a 77c1")
    (critical,) = told.criticals
    names = [*told.decisions, *told.signatures, *told.addenda, critical, *critical.told]
    assert [one.by for one in names] == [f"{name} @ 3f2a 77c1" for name in "ABCDE"]
    assert told.first_reader == "F @ 3f2a 77c1"
    assert handover.marked(case("c1"), "3f2a 77c1") == case("c1"), "nobody stays nobody"
