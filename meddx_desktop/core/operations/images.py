"""What a user does with films: find, open, look at, screen, see where a model looked."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.case import FilmEntry, Stated
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Screening
from meddx_desktop.core.domain.imaging import Instance, Source
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import MedDxError, StoreDamaged
from meddx_desktop.core.imaging import analyze, heatmap, pixels, read, sources
from meddx_desktop.core.imaging.analyze import ImageResult
from meddx_desktop.core.imaging.correct import corrected
from meddx_desktop.core.imaging.pixels import Frame, VoiLut, Window
from meddx_desktop.core.imaging.read import Film
from meddx_desktop.core.imaging.render import Renderer, Viewport
from meddx_desktop.core.imaging.sources import Found
from meddx_desktop.core.imaging.windowing import Preset, Voi, dragged, presets_of, stepped
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations.application import Application

__all__ = [
    "Film",
    "Found",
    "Frame",
    "ImageResult",
    "Preset",
    "Renderer",
    "Viewport",
    "Voi",
    "VoiLut",
    "Window",
    "default_voi",
    "dragged",
    "find",
    "full_range",
    "heat_legend",
    "heat_overlay",
    "is_left_out",
    "open_film",
    "open_stored",
    "presets_of",
    "results_of",
    "screen",
    "screen_source",
    "stepped",
    "to_display8",
]

find = sources.find
open_film = read.open_film
default_voi = pixels.default_voi
full_range = pixels.full_range
to_display8 = pixels.to_display8
heat_legend = heatmap.legend


_NO_PICTURE = frozenset({"not_an_image", "file_empty"})
_NO_FILM = frozenset({"not_an_image_object", "no_pixel_data"})


def is_left_out(source: Source, error: MedDxError, *, named: bool) -> bool:
    """Whether a file is merely something else than a picture: counted, not failed.

    Named explicitly it fails. So does a file whose name promises a film and that holds none: it
    may be a damaged one, and must not vanish among the text files of a stick.
    """
    if named:
        return False
    promises = Path(source.name).suffix.lower() in read.FILM_NAMES
    return error.code in _NO_FILM or (error.code in _NO_PICTURE and not promises)


def screen(
    app: Application,
    film: Film,
    *,
    stated: Stated = Stated(),
    model: str | None = None,
    context: JobContext | None = None,
    read_ms: float = 0.0,
) -> tuple[ImageResult, ...]:
    """Screen every frame of a film with every model that applies, or with `model` alone.

    Returns one result per frame and model, those on trial last; a frame that no model was made
    for gets one result without a model, whose gate says why.
    """
    results = analyze.screen(
        film,
        app.registry,
        app.pool,
        stated=stated,
        model=model,
        context=context or JobContext(),
        read_ms=read_ms,
        site=app.site,
    )
    marked = (part for result in results for part in _marked(app, result))
    # Where two models find the same thing, the heat map shown is that of the validated one.
    return tuple(sorted(marked, key=lambda one: (one.screening.frame, one.screening.on_trial)))


def _marked(app: Application, result: ImageResult) -> tuple[ImageResult, ...]:
    """A result of a model on trial says so for as long as it is kept.

    Findings that a site threshold in force proves are no longer on trial; where the model has
    others that are, its result becomes two.
    """
    said = result.screening
    model = said.model
    if model is None or not app.registry.is_on_trial(model.name, model.version):
        return (result,)
    proven = {one.name for one in said.findings if app.site.threshold(model, one.name) is not None}
    on_trial = replace(result, screening=_tried(said))
    if not proven:
        return (on_trial,)
    trusted = _only(result, proven)
    rest = _only(on_trial, {one.name for one in said.findings if one.name not in proven})
    return (trusted, rest) if rest.screening.findings else (trusted,)


def _tried(said: Screening) -> Screening:
    """A screening on trial. No threshold of this site and no chance stand beside its scores.

    The share of a finding is a fact of the patients here, but whoever reads a chance trusts the
    score that it was made from.
    """
    findings = tuple(replace(found, site=None) for found in said.findings)
    return replace(said, on_trial=True, findings=findings)


def _only(result: ImageResult, names: set[str]) -> ImageResult:
    """The part of a result that is about some of its findings."""
    kept = tuple(one for one in result.screening.findings if one.name in names)
    maps = {name: found for name, found in result.heat_maps.items() if name in names}
    return replace(result, screening=replace(result.screening, findings=kept), heat_maps=maps)


def screen_source(
    app: Application,
    source: Source,
    *,
    stated: Stated = Stated(),
    model: str | None = None,
    correction: Correction | None = None,
    context: JobContext | None = None,
) -> tuple[ImageResult, ...]:
    """Open one file and screen it, turned and un-inverted as `correction` says.

    Raises
    ------
    UnreadableImage
        When the file is no film or can't be decoded.
    """
    start = time.perf_counter()
    film = corrected(read.open_film(source), correction)
    read_ms = (time.perf_counter() - start) * 1000.0
    return screen(app, film, stated=stated, model=model, context=context, read_ms=read_ms)


def open_stored(app: Application, case_id: str, instance: Instance) -> Film:
    """Open a film of a case from the store: the file it came from need not be there any more.

    Raises
    ------
    StoreDamaged
        ``object_missing``, ``object_damaged``.
    UnreadableImage
        As `open_film`.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        name = desk.store.cases.object_of(case_id, instance.sop_instance_uid)
        if name is None:
            raise StoreDamaged("object_missing", object="")
        content = desk.store.objects.get(name)
    return read.open_bytes(bytes(content), instance.source)


def results_of(app: Application, case_id: str, entry: FilmEntry) -> tuple[ImageResult, ...]:
    """The results of a screened film with their heat maps; none while it waits or failed.

    The outputs come from memory; after they were forgotten the film is run again.
    """
    if not entry.screenings:
        return ()
    film = corrected(open_stored(app, case_id, entry.instance), entry.correction)
    return screen(app, film, stated=entry.stated)


def heat_overlay(
    result: ImageResult, finding: str, *, rows: int, columns: int
) -> NDArray[np.uint8]:
    """The heat map of one finding in film geometry: uint8 RGBA (rows, columns, 4), inferno.

    Where the model looked; not the outline of a lesion.
    """
    return heatmap.overlay(result.heat_maps[finding], rows=rows, columns=columns)
