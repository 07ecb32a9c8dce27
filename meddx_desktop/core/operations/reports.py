"""Reports of a case: made, looked at, let out of the store, and verified later.

What leaves is a plain copy: the role is asked, the audit trail told, with the SHA-256 of the file,
before it is written. `verify` finds that number again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from meddx_desktop.core.domain.assessment import Setting
from meddx_desktop.core.domain.finding import Call
from meddx_desktop.core.domain.paper import Paper
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.report import FilmPart, Format, Kind, Report
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import labs_desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.interrupted import going_on
from meddx_desktop.core.operations.reports_gather import Shown, report_of
from meddx_desktop.core.operations.reports_out import refuse_existing, write
from meddx_desktop.core.reports import clinical, pdf, referral, slip
from meddx_desktop.core.reports.pictograms import PICTOGRAMS, Ring, Shape, Stroke
from meddx_desktop.core.reports.speech import Speech

__all__ = [
    "FORMATS",
    "PICTOGRAMS",
    "SUFFIXES",
    "Format",
    "Kind",
    "Ring",
    "Shape",
    "Shown",
    "Stroke",
    "Wish",
    "export",
    "file_name",
    "paper",
    "render",
    "report_of",
    "tell_printed",
]

FORMATS: dict[Kind, tuple[Format, ...]] = {
    Kind.REPORT: (Format.PDF, Format.FHIR, Format.SR, Format.SC),
    Kind.SLIP: (Format.PDF,),
    Kind.REFERRAL: (Format.PDF,),
    Kind.LIST: (Format.PDF, Format.CSV),
    Kind.BLANK: (Format.PDF,),
}
SUFFIXES = {
    Format.PDF: ".pdf",
    Format.FHIR: ".json",
    Format.SR: ".dcm",
    Format.SC: ".dcm",
    Format.CSV: ".csv",
}
_PAPERS: dict[Kind, Callable[[Report, Speech], Paper]] = {
    Kind.REPORT: clinical.compose,
    Kind.SLIP: slip.compose,
    Kind.REFERRAL: referral.compose,
}
_SHORT_CASE = 8
_RANK = {Call.POSITIVE: 0, Call.NOT_SURE: 1, Call.NEGATIVE: 2}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made.

    Attributes
    ----------
    words : Speech
        In which language.
    kind : Kind
    format : Format
    shown : Shown
        Films and heat maps, or not.
    setting : Setting | None
        Where the patient is seen, for the assessment.
    """

    words: Speech
    kind: Kind = Kind.REPORT
    format: Format = Format.PDF
    shown: Shown = field(default_factory=Shown)
    setting: Setting | None = None

    def check(self) -> None:
        """Raise InvalidEntry ``report_format_unfit`` for what does not go together."""
        if self.format not in FORMATS[self.kind]:
            raise InvalidEntry("report_format_unfit", kind=self.kind.value, format=self.format)


def paper(report: Report, wish: Wish) -> Paper:
    """The sheet of a report, for looking at and printing."""
    return _PAPERS[wish.kind](report, wish.words)


def render(report: Report, wish: Wish) -> bytes:
    """The file of a report; nothing is written.

    Raises
    ------
    InvalidEntry
        ``report_format_unfit``; ``report_without_picture``: there is no film to capture.
    """
    wish.check()
    if wish.format is Format.PDF:
        return pdf.render(paper(report, wish), at=report.made_at)
    # Imported here: pydicom and Pillow are not asked for by a PDF.
    if wish.format is Format.FHIR:
        from meddx_desktop.core.reports import fhir

        return fhir.render(report, wish.words)
    if wish.format is Format.SR:
        from meddx_desktop.core.reports import dicom_sr

        return dicom_sr.render(report, wish.words)
    return _captured(report, wish)


def _captured(report: Report, wish: Wish) -> bytes:
    from meddx_desktop.core.reports import dicom_sc

    films = [film for film in report.films if film.picture is not None]
    film = min(films, key=_loudness, default=None)
    if film is None or film.picture is None:
        raise InvalidEntry("report_without_picture")
    return dicom_sc.render(report, film, film.picture, wish.words)


def _loudness(film: FilmPart) -> tuple[bool, int, float]:
    """A film with a heat map before one without; of those the highest call and score first."""
    shown = film.picture.finding if film.picture else ""
    found = [(_RANK[one.call], -one.score) for one in film.findings if one.name == shown]
    return not shown, *min(found, default=(len(_RANK), 0.0))


def export(
    app: Application,
    case_id: str,
    target: Path,
    wish: Wish,
    *,
    force: bool = False,
    context: JobContext | None = None,
) -> str:
    """Write a report as a plain file.

    Returns
    -------
    str
        SHA-256 of the file, as the audit trail has it.

    Raises
    ------
    InvalidEntry
        ``case_gone``, ``report_exists``, ``report_format_unfit``, ``report_without_picture``.
    NotPermitted, StoreRefused, JobCancelled
        ``not_permitted``; ``store_locked`` or ``stopped_by_lock``. No file is left.
    CannotWrite
        ``disk_full`` or ``folder_not_writable``.
    """
    wish.check()
    refuse_existing(target, force=force)
    with app.access.using(Action.EXPORT) as desk:
        shown = _needed(wish)
        report = report_of(app, case_id, shown, setting=wish.setting, context=context)
        content = render(report, wish)
        going_on(app, context)
        digest = hashlib.sha256(content).hexdigest()
        desk.tell(
            "report_exported",
            case_id,
            kind=wish.kind.value,
            format=wish.format.value,
            sha256=digest,
            state=report.state.value,
            **({"printed_hash": report.audit_head} if report.audit_head else {}),
        )
        write(target, content)
    return digest


def tell_printed(app: Application, case_id: str, kind: Kind) -> None:
    """Say that a sheet goes to a printer; before it does.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    """
    with app.access.using(Action.PRINT) as desk:
        if kind is not Kind.LIST:
            labs_desk.loaded(desk, case_id)
        desk.tell("report_printed", case_id, kind=kind.value)


def file_name(case_id: str, wish: Wish) -> str:
    """A name for the file that tells nothing of the patient."""
    what = wish.kind.value if wish.format is not Format.SC else "film"
    part = f"-{case_id[:_SHORT_CASE]}" if case_id else ""
    return f"meddx-{what}{part}{SUFFIXES[wish.format]}"


def _needed(wish: Wish) -> Shown:
    """Pictures take the longest: only what shows them asks for them."""
    if wish.format is Format.SC:
        return Shown()
    if wish.kind is Kind.REPORT and wish.format is Format.PDF:
        return wish.shown
    return Shown(pictures=False)
