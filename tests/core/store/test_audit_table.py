"""Protects: the trail lies in the database as it was told, and joins what it tells about."""

import pytest

from meddx_desktop.core.store import audit_table
from meddx_desktop.core.store.audit import AuditTrail
from tests.core.store.shelf import case


def test_entries_come_back_in_order_over_pages(store, monkeypatch):
    monkeypatch.setattr(audit_table, "_PAGE", 3)
    assert store.audit.last() is None
    trail = AuditTrail(store.audit, b"k" * 32)
    made = [trail.append("li", "case_created", case_id=f"c{n}") for n in range(8)]
    assert list(store.audit.rows()) == made
    assert store.audit.last() == made[-1]


def test_an_entry_is_there_only_with_what_it_tells_about(store):
    trail = AuditTrail(store.audit, b"k" * 32)
    with pytest.raises(KeyError), store.database.transaction():
        store.cases.save(case("c1"))
        trail.append("li", "case_created", case_id="c1")
        raise KeyError
    assert store.audit.last() is None
    assert store.cases.load("c1") is None
