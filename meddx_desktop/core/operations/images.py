"""What a user does with films: find, open, look at, screen, see where a model looked."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.imaging import analyze
from meddx_desktop.core.imaging import heatmap as heat
from meddx_desktop.core.imaging import pixels, read, sources
from meddx_desktop.core.imaging.analyze import ImageResult as ImageResult
from meddx_desktop.core.imaging.pixels import Frame as Frame
from meddx_desktop.core.imaging.pixels import VoiLut as VoiLut
from meddx_desktop.core.imaging.pixels import Window as Window
from meddx_desktop.core.imaging.read import Film as Film
from meddx_desktop.core.imaging.render import Renderer as Renderer
from meddx_desktop.core.imaging.render import Viewport as Viewport
from meddx_desktop.core.imaging.sources import Found as Found
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations.application import Application

find = sources.find
open_film = read.open_film
default_voi = pixels.default_voi
full_range = pixels.full_range
to_display8 = pixels.to_display8


def screen(
    app: Application,
    film: Film,
    *,
    stated: Stated = Stated(),
    model: str | None = None,
    context: JobContext | None = None,
) -> tuple[ImageResult, ...]:
    """Screen every frame of a film with every model that applies, or with `model` alone.

    Returns one result per frame and model; a frame that no model was made for gets one result
    without a model, whose gate says why.
    """
    return analyze.screen(
        film, app.registry, stated=stated, model=model, context=context or JobContext()
    )


def heat_overlay(result: ImageResult, finding: str, *, columns: int, rows: int) -> heat.Overlay:
    """The heat map of one finding as RGBA (rows, columns, 4) uint8, premultiplied by nothing.

    Where the model looked; not the outline of a lesion.
    """
    return heat.overlay(result.heat_maps[finding], columns=columns, rows=rows)


def films_in(paths: Sequence[Path], context: JobContext) -> Iterator[Found]:
    """Alias of `find` that reads well at the window's drop handler."""
    return find(paths, context)


def source_of(path: Path) -> Source:
    """A single file as a source."""
    return Source(path)
