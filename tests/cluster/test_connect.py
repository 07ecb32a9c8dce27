"""Protects: nothing without encryption, no stranger, no mixed answer, no worker that tells."""

import json
from dataclasses import replace

import dask
import pytest
from distributed import Client

from meddx_desktop.cluster import certificates, crew, work
from meddx_desktop.cluster.connect import Certificates, address_in, connected
from meddx_desktop.cluster.travel import Build, Rules, Seen
from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from tests.cluster.conftest import CHILD


def _refused(kind, call, *arguments, **more):
    with pytest.raises(kind) as refused:
        call(*arguments, **more)
    return refused.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (json.dumps({"address": "tcp://127.0.0.1:8786"}), "cluster_not_encrypted"),
        (json.dumps({"address": "inproc://1"}), "cluster_not_encrypted"),
        (json.dumps({"address": 5}), "cluster_not_encrypted"),
        (json.dumps({}), "cluster_file_unreadable"),
        (json.dumps([]), "cluster_file_unreadable"),
        ("tls://", "cluster_file_unreadable"),
    ],
)
def test_a_scheduler_without_encryption_is_refused(tmp_path, content, code):
    file = tmp_path / "scheduler.json"
    file.write_text(content)
    assert _refused(InvalidEntry, address_in, file) == code


def test_no_scheduler_file_is_wrong_usage(screen, tmp_path):
    code, said, _ = screen(CHILD, file=tmp_path / "nothing.json")
    assert (code, screen.out.exists()) == (2, False)
    assert "no scheduler file" in said


def test_certificates_that_are_none(tls, tmp_path):
    ca, machine = tls
    empty = tmp_path / "empty.pem"
    empty.write_text("")
    unreadable = "cluster_certificate_unreadable"
    assert _refused(InvalidEntry, Certificates(ca, tmp_path / "no").security) == unreadable
    assert _refused(InvalidEntry, Certificates(ca, empty).security) == unreadable
    assert _refused(InvalidEntry, Certificates(empty, machine).security) == unreadable
    assert _refused(InvalidEntry, Certificates().security) == "cluster_no_certificates"
    assert _refused(InvalidEntry, Certificates(ca).security) == "cluster_no_certificates"


def test_certificates_may_stand_in_the_configuration_of_dask(tls):
    ca, machine = map(str, tls)
    own = {"distributed.comm.tls.ca-file": ca, "distributed.comm.tls.client.cert": machine}
    with dask.config.set(own):
        security = Certificates().security()
    assert (security.tls_ca_file, security.tls_client_cert) == (ca, machine)
    assert security.require_encryption


def test_certificates_of_another_cluster_are_refused(screen, films, tmp_path, tls):
    stranger = certificates.make(tmp_path / "other", days=1)
    for trust in (stranger, (tls[0], stranger[1]), (stranger[0], tls[1])):
        code, said, lines = screen(films("a.dcm"), trust=trust)
        assert (code, lines) == (1, [])
        assert "[cluster_unreachable]" in said


@pytest.fixture
def client(cluster, tls, same_models):
    with connected(cluster.file, Certificates(*tls)) as opened:
        yield opened


@pytest.fixture
def rules(same_models):
    return Rules(work.build("cpu"), Stated(age=Age.parse("3y")))


def _with(answer, monkeypatch):
    real = Client.run

    def run(self, function, *arguments, **more):
        said = real(self, function, *arguments, **more)
        return {**said, "tls://127.0.0.1:1": answer(*said.values())}

    monkeypatch.setattr(Client, "run", run)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"build": Build("0.0.1", ())}, "cluster_versions_differ"),
        ({"private": False}, "cluster_not_private"),
        ({"unseen": 1}, "cluster_unseen"),
    ],
    ids=["another version", "logs that tell", "no archive there"],
)
def test_one_worker_that_must_not_answer_stops_the_run(client, rules, monkeypatch, changes, code):
    assert crew.check(client, rules, (CHILD,)) >= 1
    _with(lambda first, *_: replace(first, **changes), monkeypatch)
    assert _refused(MedDxError, crew.check, client, rules, (CHILD,)) == code


def test_a_worker_without_the_program_is_another_version(client, rules, monkeypatch):
    _with(lambda *_: ModuleNotFoundError("meddx_desktop"), monkeypatch)
    assert _refused(MedDxError, crew.check, client, rules, ()) == "cluster_versions_differ"


def test_a_worker_that_left_meanwhile_is_not_missed(client, rules, monkeypatch):
    _with(lambda *_: OSError("gone"), monkeypatch)
    assert crew.check(client, rules, ()) >= 1


def test_a_worker_says_that_it_does_not_see_the_archive(client, rules, tmp_path):
    assert _refused(MedDxError, crew.check, client, rules, (tmp_path / "x",)) == "cluster_unseen"


def test_no_worker_is_told(client, rules, monkeypatch):
    def none(self, *arguments, **more):
        raise TimeoutError

    monkeypatch.setattr(Client, "wait_for_workers", none)
    assert _refused(MedDxError, crew.check, client, rules, ()) == "cluster_no_worker"


def test_a_scheduler_with_pages_is_refused(client, rules):
    with dask.config.set({"distributed.scheduler.http.routes": ["distributed.http.health"]}):
        assert _refused(MedDxError, crew.check, client, rules, ()) == "cluster_open_page"


def test_a_scheduler_without_the_program_is_refused(client, rules, monkeypatch):
    def unknown(self, *arguments, **more):
        raise ModuleNotFoundError("meddx_desktop")

    monkeypatch.setattr(Client, "run_on_scheduler", unknown)
    assert _refused(MedDxError, crew.check, client, rules, ()) == "cluster_versions_differ"


def test_other_models_here_than_there(screen, films, monkeypatch):
    monkeypatch.setattr(work, "__version__", "9.9.9")
    work.build.cache_clear()
    code, said, lines = screen(films("a.dcm"))
    assert (code, lines) == (1, [])
    assert "[cluster_versions_differ]" in said


def test_a_worker_of_another_build_that_joins_later_gives_no_result(client, rules, films):
    """Each film carries the build that must answer; who is another one says so instead."""
    from meddx_desktop.cluster.archive import walk

    other = replace(rules, build=Build("9.9.9", rules.build.models))
    run = crew.Crew(client, other).screen(walk([films("a.dcm")]))
    assert _refused(MedDxError, list, run) == "cluster_versions_differ"


def test_the_rules_of_a_run_tell_it_apart(rules):
    others = [
        replace(rules, build=Build("9", rules.build.models)),
        replace(rules, build=Build(rules.build.program, ())),
        replace(rules, stated=Stated()),
        replace(rules, model="tiny-finding"),
        replace(rules, device="cuda"),
    ]
    assert len({one.fingerprint for one in (rules, *others)}) == 6
    assert replace(rules).fingerprint == rules.fingerprint
    assert isinstance(Seen(rules.build, True, 0).build.models, tuple)
