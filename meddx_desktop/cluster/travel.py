"""What travels between the machines of a cluster: a path and the rules out, results back.

Nothing here shows its content in a ``repr``: Dask writes those of a task's arguments into its log
when something goes wrong, and a path may name a patient.
"""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Screening
from meddx_desktop.core.errors import Parameter


@dataclass(frozen=True, slots=True)
class Build:
    """Which program with which models answers: equal on every machine, or there is no answer."""

    program: str
    models: tuple[tuple[str, str, str], ...]
    """Name, version and SHA-256 of the manifest of each package that looks at films."""


@dataclass(frozen=True, slots=True, repr=False)
class Rules:
    """What holds for every film of a run."""

    build: Build
    stated: Stated = Stated()
    model: str | None = None
    correction: Correction | None = None
    device: str = "cpu"

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits, equal for runs whose results may stand in one file."""
        age = self.stated.age.days if self.stated.age else None
        fix = self.correction.done if self.correction else ""
        said = [age, self.stated.sex.value, self.stated.view.value, self.model, fix, self.device]
        text = json.dumps([self.build.program, self.build.models, *said])
        return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """One file to be opened where it is screened."""

    path: Path
    named: bool
    """Somebody named it; one met in a folder may turn out to be no picture."""


@dataclass(frozen=True, slots=True, repr=False)
class Places:
    """What somebody named, to see whether a machine sees it too."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Failure:
    """A picture that has no result, with the code that says why."""

    path: str
    code: str
    parameters: dict[str, Parameter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """All that one file held: results of its pictures, and what failed, in their order."""

    results: tuple[Screening | Failure, ...] = ()
    left_out: int = 0
    """Files that are no pictures."""
    refused: str = ""
    """Why this machine must not answer at all."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one worker says of itself."""

    build: Build
    private: bool
    """Its logs are deaf to patient data."""
    unseen: int
    """How many of the named places it does not see."""
