"""Protects: the store's benchmark measures the real store, filled as the real code fills it."""

import argparse
import json
import os
import re
import sys
from dataclasses import fields

import pytest

from meddx_desktop.cli import bench
from meddx_desktop.core import crypto
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import benchmark_cases as invented
from meddx_desktop.core.operations import benchmark_store
from meddx_desktop.core.operations.benchmark_fill import fill
from meddx_desktop.core.operations.clock import Clock, growth_of
from meddx_desktop.core.store import floor
from meddx_desktop.core.store.database import Database
from meddx_desktop.core.store.opened import open_store
from meddx_desktop.core.store.search import Filter
from tests.core.store.plain import FakeKeys

MANY = 400


@pytest.fixture
def opened(tmp_path):
    stores = []

    def make(name):
        stores.append(open_store(tmp_path / name, FakeKeys()))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(benchmark_store, "_FILM", 300_000)
    monkeypatch.setattr(benchmark_store, "_SAVES", 3)
    monkeypatch.setattr(benchmark_store, "_FILMS", 2)
    monkeypatch.setattr(benchmark_store, "_READS", 2)
    monkeypatch.setattr(benchmark_store, "CASES", MANY)


def rows_of(store):
    """Every row of every table; the random tokens of people as the number of their case."""
    names = [
        name
        for (name,) in store.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    people = dict(store.database.rows("SELECT patient, number FROM cases"))
    return {
        name: sorted(
            repr([f"person {people[value]}" if value in people else value for value in row])
            for row in store.database.rows(f"SELECT * FROM {name}")
        )
        for name in names
    }


def test_prepared_rows_are_those_of_the_real_code(opened):
    prepared, real = opened("prepared"), opened("real")
    fill(prepared, MANY, JobContext())
    for number in range(MANY):
        case = invented.case_of(number)
        real.cases.save(case)
        film = case.films[0].instance.sop_instance_uid
        real.cases.attach(case.case_id, film, invented.object_of(number))
    expected, found = rows_of(real), rows_of(prepared)
    assert found.keys() == expected.keys()
    for table, rows in expected.items():
        assert found[table] == rows, table
    assert len(expected["cases"]) == len(expected["patients"]) == len(expected["films"]) == MANY
    assert prepared.used_objects() == set(prepared.objects.names())


def test_filled_cases_load_and_are_found(opened):
    store = opened("prepared")
    fill(store, MANY, JobContext())
    assert store.cases.load(invented.id_of(123)) == invented.case_of(123)
    assert store.database.integrity() == []
    hits = {
        words: len(store.worklist.page(narrowed=Filter(words), limit=MANY))
        for words in benchmark_store._SEARCHES
    }
    assert hits["Okonkwo"] == 1, "the rare one"
    assert hits["P00000123"] == 1
    assert hits["Wang"] == MANY // 20
    assert hits["1"] > MANY // 2, "what nearly every line holds"
    assert hits["Wang Xiaodong"], "a Latin name"
    assert hits["wxd"], "pinyin initials"


def test_every_figure_is_measured(small):
    figures = benchmark_store.store(JobContext(), cases=MANY)
    record = benchmark_store.as_record(figures)
    assert set(record) == {field.name for field in fields(benchmark_store.StoreFigures)}
    assert all(value > 0 for value in record.values())
    assert record["cases"] == MANY
    assert record["film_mb"] == 0.3
    assert record["save_ratio"] == pytest.approx(
        record["save_ms"] / record["save_floor_ms"], rel=0.05
    )
    assert record["film_in_ratio"] == pytest.approx(
        record["film_in_ms"] / record["film_in_floor_ms"], rel=0.05
    )
    assert record["case_kb"] > 6, "two films, 30 lab rows and a note of 2 kB"


def test_nothing_is_left_behind(small, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    benchmark_store.store(JobContext(), cases=20)
    assert list(tmp_path.iterdir()) == []


def test_the_floor_is_the_same_work_without_a_key(tmp_path):
    plain = floor.PlainDatabase(tmp_path / "plain.db")
    sealed = Database(tmp_path / "sealed.db", [b"k" * 32])
    for pragma in ("synchronous", "journal_mode", "cache_size", "secure_delete", "foreign_keys"):
        assert plain.value(f"PRAGMA {pragma}") == sealed.value(f"PRAGMA {pragma}"), pragma
    for database in (plain, sealed):
        benchmark_store._saver(database)(benchmark_store._large(1))
        assert database.value("SELECT count(*) FROM audit") == 1
    content = floor.case_bytes(sealed, invented.id_of(1))
    assert content == floor.case_bytes(plain, invented.id_of(1)).replace(
        plain.value("SELECT patient FROM cases").encode(),
        sealed.value("SELECT patient FROM cases").encode(),
    )
    assert benchmark_store._large(1).note.encode() in content
    plain.close()
    sealed.close()
    assert b"SQLite format 3" in (tmp_path / "plain.db").read_bytes()
    assert b"SQLite format 3" not in (tmp_path / "sealed.db").read_bytes()


def test_the_floor_of_a_film_hides_it_and_waits_for_the_disk(tmp_path, monkeypatch):
    waited = []
    monkeypatch.setattr(floor.os, "fsync", waited.append)
    key, film = b"k" * 32, bytes(range(256)) * 9000
    floor.keep_sealed(tmp_path / "film", film, key)
    assert len(waited) == 1
    kept = (tmp_path / "film").read_bytes()
    assert len(kept) >= len(film)
    assert film[:256] not in kept
    floor.keep(tmp_path / "whole", (crypto.seal(key, film),))
    assert floor.read_sealed(tmp_path / "whole", key) == film


def test_growth_shows_the_peak_and_not_what_is_left():
    kept = []
    assert growth_of(lambda: None) < 8
    assert growth_of(lambda: len(bytearray(64 << 20))) >= 64, "freed again, but it was needed"
    assert growth_of(lambda: kept.extend(range(10**6))) >= 8, "many small things"


def test_times_are_medians_of_what_was_done():
    clock = Clock()
    assert clock("sum", sum, (1, 2)) == 3
    clock._times["three"] = [1.0, 9.0, 2.0]
    assert clock["three"] == 2.0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes the advice")
def test_a_film_sets_out_for_the_disk_while_it_is_sealed(opened, monkeypatch):
    asked, waited = [], []
    advise, sync = os.posix_fadvise, os.fsync
    monkeypatch.setattr(
        os, "posix_fadvise", lambda *a: (asked.append((*a, len(waited))), advise(*a))
    )
    monkeypatch.setattr(os, "fsync", lambda fd: (waited.append(fd), sync(fd)))
    store = opened("films")
    store.objects.put(b"the folders are there now")
    waited.clear()
    film = bytes(range(256)) * 50_000
    assert store.objects.get(store.objects.put(film)) == film
    assert len(waited) == 2, "the file and its folder, no more"
    assert len(asked) >= 2
    end = 0
    for _, start, length, _, waits in asked:
        assert waits == 0, "before the wait for the whole file"
        assert start == end, "each piece once: what is written already leaves the cache otherwise"
        end = start + length
    assert end <= len(film) + 10_000


def options(what, format_="json"):
    return argparse.Namespace(what=what, format=format_, films=4, jobs=1)


def test_json_holds_the_part_that_was_asked_for(small, capsys):
    assert bench.run(options("store")) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["machine", "store"]
    assert printed["store"]["cases"] == MANY
    assert bench.run(options("notes")) == 0
    read = json.loads(capsys.readouterr().out)
    assert list(read) == ["machine", "notes"]
    assert read["notes"]["characters"] > 0


def test_all_parts_stand_beside_each_other(small, capsys, monkeypatch):
    monkeypatch.setattr(bench, "_screen", lambda _: {"single_ratio": 1.5})
    monkeypatch.setattr(bench, "_labs", lambda *_: {"hl7_ratio": 1.1})
    assert bench.run(options(None)) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["machine", "screen", "store", "labs", "notes"]


def test_the_table_has_an_aim_beside_the_numbers(small, capsys):
    assert bench.run(options("store", "table")) == 0
    printed = capsys.readouterr().out
    assert re.search(r"saving a new case, time / write \+ fsync +[\d.]+ +at most 3", printed)
    assert set(bench._STORE) == {field.name for field in fields(benchmark_store.StoreFigures)}
