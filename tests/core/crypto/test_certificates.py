"""Protects: machines of one circle trust each other by TLS, and nobody else is let in."""

import ssl
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509

from meddx_desktop.core.crypto.certificates import circle


@pytest.fixture(scope="module")
def made():
    return circle("a cluster", days=30)


def _files(folder, made):
    paths = folder / "ca.pem", folder / "machine.pem"
    for path, content in zip(paths, made, strict=True):
        path.write_bytes(content)
    return paths


def _context(purpose, ca, machine):
    context = ssl.create_default_context(purpose, cafile=ca)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.check_hostname, context.verify_mode = False, ssl.CERT_REQUIRED
    context.load_cert_chain(machine)
    return context


def _shake_hands(one, other):
    """A TLS handshake in memory; both sides show a certificate."""
    to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = one.wrap_bio(to_client, to_server)
    server = other.wrap_bio(to_server, to_client, server_side=True)
    for _ in range(4):
        for side in (client, server):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
    server.write(b"let in")
    return client.read()


def test_machines_of_one_circle_let_each_other_in(made, tmp_path):
    files = _files(tmp_path, made)
    client = _context(ssl.Purpose.SERVER_AUTH, *files)
    server = _context(ssl.Purpose.CLIENT_AUTH, *files)
    assert _shake_hands(client, server) == b"let in"


@pytest.mark.parametrize("stranger", ["client", "server"])
def test_a_machine_of_another_circle_is_refused(made, tmp_path, stranger):
    (tmp_path / "own").mkdir()
    (tmp_path / "other").mkdir()
    own = _files(tmp_path / "own", made)
    other = _files(tmp_path / "other", circle("a cluster", days=30))
    pairs = {"client": (other, own), "server": (own, other)}[stranger]
    client = _context(ssl.Purpose.SERVER_AUTH, *pairs[0])
    server = _context(ssl.Purpose.CLIENT_AUTH, *pairs[1])
    with pytest.raises(ssl.SSLError):
        _shake_hands(client, server)


def test_what_stands_in_them(made):
    ca, machine = x509.load_pem_x509_certificate(made[0]), x509.load_pem_x509_certificate(made[1])
    machine.verify_directly_issued_by(ca)
    assert ca.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert not machine.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    now = datetime.now(UTC)
    for one in (ca, machine):
        assert one.not_valid_before_utc < now < one.not_valid_after_utc < now + timedelta(days=31)
    assert made[0].count(b"PRIVATE KEY") == 0, "nobody can sign another machine later"
    assert made[1].count(b"BEGIN PRIVATE KEY") == 1


def test_openssl_finds_nothing_to_complain_of(made, tmp_path):
    ca, machine = _files(tmp_path, made)
    command = ["openssl", "verify", "-x509_strict", "-CAfile", str(ca), str(machine)]
    assert subprocess.run(command, capture_output=True, text=True).returncode == 0
