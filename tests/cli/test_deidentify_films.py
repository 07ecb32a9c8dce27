"""Protects: `meddx deidentify` for films: what it writes and says, and that it names nobody."""

import json
import signal

import pydicom
import pytest

from meddx_desktop.cli import main
from meddx_desktop.core.operations import deidentify_films
from tests.data import burnt, films


def _names(folder):
    return sorted(one.name for one in folder.iterdir())


def _run(capsys, *arguments):
    code = main(["deidentify", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.dcm"
    pixels = burnt.film([("ZHANG SAN", 20, 40), ("R KM", 200, 150)])
    path.write_bytes(films.film(pixels, PatientName="Zhang^San", PatientID="12345678"))
    return path


def test_one_film(capsys, source, tmp_path):
    target = tmp_path / "out.dcm"
    code, out, err = _run(capsys, source, target, "--strip", tmp_path / "strips")
    assert code == 0
    assert "Zhang" not in str(pydicom.dcmread(target)) and b"12345678" not in target.read_bytes()
    assert "2 places covered" in out and "side marker" in out and "ZHANG" not in out + err
    assert "delete them" in err and "look at every film" in err
    assert _names(tmp_path / "strips") == ["film-0001-frame-0001.png"]


@pytest.mark.parametrize("is_there", [False, True])
def test_one_film_into_a_folder_lies_in_it_as_dicom(capsys, source, tmp_path, is_there):
    target = tmp_path / "x"
    if is_there:
        target.mkdir()
    assert _run(capsys, source, f"{target}/")[0] == 0
    (film,) = target.glob("ANON-*/*.dcm")
    assert "Zhang" not in str(pydicom.dcmread(film))
    assert _run(capsys, source, target)[0] == 2


def test_options_reach_the_film(capsys, source, tmp_path):
    data = films.film(
        PatientAge="045Y", StudyDate="20240305", StudyDescription="Chest", SOPInstanceUID="1.2.3"
    )
    source.write_bytes(data)
    kept = ("--retain-uids", "--keep-characteristics", "--clean-descriptors", "--shift-dates")
    assert _run(capsys, source, tmp_path / "a.dcm", *kept)[0] == 0
    told = pydicom.dcmread(tmp_path / "a.dcm")
    assert (told.PatientAge, told.SOPInstanceUID) == ("045Y", "1.2.3")
    assert told.StudyDescription == "Chest" and told.StudyDate not in ("", "20240305")
    assert _run(capsys, source, tmp_path / "b.dcm", "--remove-dates")[0] == 0
    plain = pydicom.dcmread(tmp_path / "b.dcm")
    assert "PatientAge" not in plain and not plain.StudyDate


def test_json_names_places_and_nobody(capsys, tmp_path):
    (tmp_path / "in").mkdir()
    pixels = burnt.film([("ZHANG SAN", 20, 40)])
    (tmp_path / "in" / "a.dcm").write_bytes(films.film(pixels, PatientID="12345678"))
    (tmp_path / "in" / "b.dcm").write_bytes(films.film()[:1500])
    code, out, _ = _run(capsys, tmp_path / "in", tmp_path / "out", "--format", "json")
    done, failed = map(json.loads, out.splitlines())
    assert code == 1 and failed["error"]["code"] == "truncated"
    assert done["covered"][0]["frame"] is None and len(done["covered"][0]["box"]) == 4
    assert done["side_marker_may_be_hidden"] is False and done["out"].endswith(".dcm")
    assert "ZHANG" not in out and "12345678" not in out


def test_only_looking(capsys, source, tmp_path):
    code, out, _ = _run(capsys, source, tmp_path / "o", "--look", "--strip", tmp_path / "strips")
    assert code == 0 and "nothing written" in out and not (tmp_path / "o").exists()
    assert _run(capsys, source, tmp_path / "o", "--look")[0] == 2


def test_options_of_the_other_kind_are_refused(capsys, source, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Zhang")
    assert _run(capsys, source, tmp_path / "o.dcm", "--names", names)[0] == 2
    (tmp_path / "note.txt").write_text("Li Na came.")
    code, out, _ = _run(
        capsys, tmp_path / "note.txt", tmp_path / "o", "--retain-uids", "--format", "json"
    )
    assert code == 2
    assert json.loads(out)["error"]["code"] == "deidentify_options_of_films"


@pytest.mark.parametrize(("name", "code"), [("in.dcm", 2), ("out.dcm", 2)])
def test_nothing_is_written_over(capsys, source, tmp_path, name, code):
    (tmp_path / "out.dcm").write_bytes(b"mine")
    assert _run(capsys, source, tmp_path / name)[0] == code
    assert (tmp_path / "out.dcm").read_bytes() == b"mine"
    assert _run(capsys, source, tmp_path / "out.dcm", "--force")[0] == 0
    assert _run(capsys, source, source, "--force")[0] == 2


def test_a_plain_picture_is_refused_with_what_to_do(capsys, tmp_path):
    (tmp_path / "a.png").write_bytes(films.png(films.phantom(bits=8)))
    code, out, _ = _run(capsys, tmp_path / "a.png", tmp_path / "o", "--format", "json")
    assert code == 1 and json.loads(out)["error"]["code"] == "film_not_dicom"


@pytest.mark.parametrize("name", [one for one in ("SIGTERM", "SIGHUP") if hasattr(signal, one)])
def test_a_closed_terminal_or_a_kill_leaves_nothing(monkeypatch, source, tmp_path, name):
    number = getattr(signal, name)
    before = signal.getsignal(number)
    folder = tmp_path / "films"
    folder.mkdir()
    source.rename(folder / "in.dcm")

    def killed(*_args, **_named):
        assert len(_names(tmp_path)) == 2
        signal.raise_signal(number)

    monkeypatch.setattr(deidentify_films, "look", killed)
    with pytest.raises(KeyboardInterrupt):
        main(["deidentify", str(folder), str(tmp_path / "out")])
    assert _names(tmp_path) == ["films"] and signal.getsignal(number) is before
