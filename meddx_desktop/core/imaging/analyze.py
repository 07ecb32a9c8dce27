"""A film through the gate and the models that apply: `Film` in, `ImageResult` out."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.correction import done
from meddx_desktop.core.domain.finding import Gate, ModelIdentity, Reason, Screening
from meddx_desktop.core.domain.imaging import Acquisition, View
from meddx_desktop.core.errors import BadOutput
from meddx_desktop.core.imaging import applicability, cautions, pixels
from meddx_desktop.core.imaging.findings import ImageResult, with_findings
from meddx_desktop.core.imaging.pixel_gate import beware, is_colored, judge
from meddx_desktop.core.imaging.read import Film
from meddx_desktop.core.imaging.site import Site
from meddx_desktop.core.imaging.stopwatch import Stopwatch
from meddx_desktop.core.inference.cache import Outputs
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.inference.preprocess import normalise, shrink
from meddx_desktop.core.inference.registry import Gap, ModelRegistry
from meddx_desktop.core.jobs import JobContext

__all__ = ["ImageResult", "acquisition_of", "screen"]

_TUBERCULOSIS = "tuberculosis"


def acquisition_of(film: Film, stated: Stated) -> Acquisition:
    """What the film says about itself, filled up with what the user typed where it is silent."""
    instance, study = film.instance, film.study
    return Acquisition(
        modality=instance.modality,
        body_part=instance.body_part,
        view=instance.view if instance.view is not View.UNKNOWN else stated.view,
        age=study.age or stated.age,
        sex=study.patient.sex or stated.sex,
        for_processing=instance.for_processing,
    )


def screen(
    film: Film,
    registry: ModelRegistry,
    pool: SessionPool,
    *,
    stated: Stated,
    model: str | None,
    context: JobContext,
    read_ms: float = 0.0,
    site: Site | None = None,
) -> tuple[ImageResult, ...]:
    """Screen every frame with every model that applies, or with `model` alone.

    `site` holds thresholds of this site's own; without one the models' own hold.

    Raises
    ------
    UnreadableImage
        When a frame can't be decoded.
    ModelRejected, InvalidEntry
        When `model` is refused or not there.
    """
    packages = (registry.for_screening(model),) if model else registry.screening
    work = _Work(
        film,
        packages,
        registry.gate,
        pool,
        stated=stated,
        read_ms=read_ms,
        named=model is not None,
        site=site or Site(),
        gaps=() if model else registry.listing.gaps,
    )
    # What the header rules out is ruled out for every frame: one answer, not one per slice.
    frames = 1 if work.is_no_film else film.instance.frames
    results: list[ImageResult] = []
    for number in range(1, frames + 1):
        context.checkpoint()
        results.extend(work.frame(number))
    return tuple(results)


class _Work:
    """One film on its way through gate and models."""

    def __init__(
        self,
        film: Film,
        packages: tuple[Package, ...],
        gate: Package | None,
        pool: SessionPool,
        *,
        stated: Stated,
        read_ms: float,
        named: bool,
        site: Site,
        gaps: tuple[Gap, ...],
    ) -> None:
        self._film = film
        self._packages = packages
        self._acquisition = acquisition_of(film, stated)
        self._gate = gate
        self._pool = pool
        self._read_ms = read_ms
        self._named = named
        self._site = site
        self._outside = {package.name: self._reasons_against(package) for package in packages}
        # What can't be opened any more may have been made for any film.
        self._gaps = [
            gap for gap in gaps if gap.package is None or not self._reasons_against(gap.package)
        ]

    @property
    def is_no_film(self) -> bool:
        """Whether the header alone rules out every model."""
        outside = self._outside.values()
        return bool(outside) and all(applicability.is_no_film(reasons) for reasons in outside)

    def _reasons_against(self, package: Package) -> tuple[Reason, ...]:
        """Why a package was not made for this film, as far as the header tells."""
        applies = package.manifest.applies_to
        return (
            *(note for note in self._film.notes if note.code == "not_human"),
            *applicability.outside(applies, self._acquisition),
            *applicability.doubtful_age(applies, self._film.notes),
        )

    def frame(self, number: int) -> Iterator[ImageResult]:
        """The answers for one frame, counted from 1."""
        picture = _Picture(self._film, number, Stopwatch(self._read_ms))
        refusal = self._pixel_refusal(picture)
        fitting = [package for package in self._packages if not self._outside[package.name]]
        made_for = fitting or any(gap.package for gap in self._gaps)
        if refusal or not made_for:
            yield self._refused(picture, refusal, fitting)
        if refusal or self.is_no_film:
            return
        for package in fitting:
            yield self._scored(picture, package)
        for gap in self._gaps:
            yield self._missing(picture, gap, alone=not fitting)

    def _pixel_refusal(self, picture: "_Picture") -> tuple[Reason, ...]:
        """Reasons from the pixels; not asked when the header already says it is no film."""
        if self.is_no_film:
            return ()
        if self._gate is None:
            return (Reason("gate_unavailable"),)
        return judge(self._gate, self._pool, picture)

    def _refused(
        self, picture: "_Picture", refusal: tuple[Reason, ...], fitting: list[Package]
    ) -> ImageResult:
        """One answer for a frame that gets no score, with every reason once.

        A model is named where one was made for such a film, or where the user named it.
        """
        reasons = list(refusal)
        model = fitting[0] if fitting else self._packages[0] if self._named else None
        if not fitting:
            if not self._named:
                reasons.append(Reason("no_model_applies"))
            reasons.extend(reason for found in self._outside.values() for reason in found)
        unique = tuple({reason.code: reason for reason in reasons}.values())
        return self._result(picture, Gate(False, unique), model, self._packages)

    def _scored(self, picture: "_Picture", package: Package) -> ImageResult:
        applies = package.manifest.applies_to
        reasons = applicability.missing(applies, self._acquisition)
        outputs: Outputs = {}
        if not reasons:
            try:
                outputs = picture.outputs(package, self._pool)
                refusal = package.manifest.atypicality_refusal
                reasons = cautions.unlike(outputs, refusal, "unlike_training")
            except BadOutput:
                reasons = (Reason("bad_output"),)
        if reasons:
            return self._result(picture, Gate(False, reasons), package, (package,))
        beware_of = (
            *cautions.of_correction(self._film),
            *applicability.cautions(applies, self._acquisition),
            *self._film.notes,
            *picture.cautions,
            *(beware(self._gate, self._pool, picture) if self._gate else ()),
            *cautions.unlike(outputs, package.manifest.atypicality_limit, "somewhat_unlike"),
            *cautions.of_device(self._pool.session(package)),
        )
        result = self._result(picture, Gate(True, beware_of), package, (package,))
        return with_findings(result, package, outputs, site=self._site, display=picture.display)

    def _missing(self, picture: "_Picture", gap: Gap, *, alone: bool) -> ImageResult:
        """The answer of a model in use here that can't be used any more: none, and why.

        Without it the film would look as if every model had looked at it.
        """
        reason = Reason(gap.refusal.code, dict(gap.refusal.parameters))
        asked = (gap.package,) if gap.package and alone else ()
        return self._result(picture, Gate(False, (reason,)), None, asked)

    def _result(
        self,
        picture: "_Picture",
        gate: Gate,
        model: Package | None,
        asked: tuple[Package, ...],
    ) -> ImageResult:
        return ImageResult(
            Screening(
                instance=self._film.instance,
                study_uid=self._film.study.study_uid,
                patient_id=self._film.study.patient.patient_id,
                frame=picture.number,
                model=self._identity(model) if model else None,
                gate=gate,
                not_assessed=_not_assessed(asked, scored=gate.accepted),
                timing=picture.watch.timing(),
                correction=self._film.correction,
            )
        )

    def _identity(self, package: Package) -> ModelIdentity:
        session = self._pool.session(package)
        return ModelIdentity(
            package.name,
            package.manifest.version,
            session.variant.precision,
            session.provider,
            session.sha256,
        )


class _Picture:
    """The display picture of one frame and its tensors, made when first asked for."""

    def __init__(self, film: Film, number: int, watch: Stopwatch) -> None:
        self._film = film
        self.number = number
        self.watch = watch
        self._display: NDArray[np.uint8] | None = None
        self._colored = False
        self._small: dict[tuple[int, int, str, str], NDArray[np.uint8]] = {}
        self.cautions: tuple[Reason, ...] = ()

    @property
    def display(self) -> NDArray[np.uint8]:
        """uint8 (rows, columns), bright is dense."""
        if self._display is None:
            with self.watch.stage("read"):
                frame = self._film.frame(self.number - 1)
            with self.watch.stage("preprocess"):
                self._display = pixels.to_display8(frame)
                self._colored = frame.is_color and is_colored(frame.stored)
            self.cautions = frame.notes
        return self._display

    @property
    def is_colored(self) -> bool:
        """Whether the stored picture holds colours, not grey in three channels."""
        return self.display is not None and self._colored

    def outputs(self, package: Package, pool: SessionPool) -> Outputs:
        """The network's outputs for this picture, from memory where it ran before."""
        # A corrected film is another picture: an answer for the stored one is none for it.
        key = (self._film.instance.sha256, self.number, done(self._film.correction))
        with self.watch.stage("infer"):
            return pool.run(package, key, lambda: self._tensor(package))

    def _tensor(self, package: Package) -> NDArray[np.float32]:
        steps = package.manifest.preprocessing
        display = self.display
        with self.watch.stage("preprocess"):
            if steps.geometry not in self._small:
                self._small[steps.geometry] = shrink(display, steps)
            return normalise(self._small[steps.geometry], steps)


def _not_assessed(packages: tuple[Package, ...], *, scored: bool) -> tuple[str, ...]:
    """What was not looked for; without a score that is everything the models could find.

    Tuberculosis is named even where a package forgets it, or where there is no package.
    """
    names: dict[str, None] = {}
    looked_for: set[str] = set()
    for package in packages:
        shown = {label.name for label in package.manifest.labels if scored and label.shown}
        held_back = (label.name for label in package.manifest.labels if label.name not in shown)
        names.update(dict.fromkeys((*held_back, *package.manifest.not_assessed)))
        looked_for |= shown
    if _TUBERCULOSIS not in looked_for:
        names.setdefault(_TUBERCULOSIS)
    return tuple(names)
