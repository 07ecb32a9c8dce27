"""What a case looks like at each version, so that a kill leaves nothing to guess."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from meddx_desktop.core.domain.case import Case, CaseState, LabRow
from tests.core.store.plain import case, film

START = datetime(2024, 5, 1, tzinfo=UTC)


def case_of(number: int, version: int) -> Case:
    """The case with that number, as its version says."""
    chance = random.Random(f"{number} {version}")
    kept = case(
        f"case-{number}",
        name=f"Wang^{number}",
        ideographic="王小东",
        patient_id=f"ID{number}",
        created=START + timedelta(minutes=number),
        note=f"version {version} " + "咳嗽三周 " * chance.randrange(400),
        state=CaseState.TO_REVIEW,
    )
    labs = tuple(LabRow("K", str(chance.random()), "mmol/L") for _ in range(chance.randrange(30)))
    films = tuple(film(f"{number}.{place}") for place in range(version % 4 + 1))
    return replace(kept, labs=labs, films=films)


def version_of(kept: Case) -> int:
    """Which version a loaded case claims to be."""
    return int(kept.note.split()[1])


def picture(number: int, version: int) -> bytes:
    """The bytes of a film."""
    chance = random.Random(f"film {number} {version}")
    return chance.randbytes(chance.choice((10, 5_000, 300_000, 1_500_000)))
