"""Protects: certificates are made once, readable by their owner, never over those in use."""

import pytest

from meddx_desktop.cli import main


@pytest.fixture
def make(tmp_path, capsys):
    def run(folder):
        code = main(["cluster", "certificates", str(folder), "--days", "5"])
        return code, capsys.readouterr()

    return run


def test_two_files_for_the_owner_alone(make, tmp_path):
    folder = tmp_path / "new"
    code, said = make(folder)
    assert code == 0
    assert said.out.splitlines() == [str(folder / "ca.pem"), str(folder / "machine.pem")]
    assert "They hold for 5 days" in said.err
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_those_in_use_stay(make, tmp_path):
    make(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.suffix == ".pem"}
    code, said = make(tmp_path)
    assert code == 2
    assert "already" in said.err
    assert {path: path.read_bytes() for path in before} == before


def test_a_folder_that_cannot_be(make, tmp_path):
    (tmp_path / "file").write_text("")
    code, said = make(tmp_path / "file" / "in")
    assert code == 1
    assert "[folder_not_writable]" in said.err
