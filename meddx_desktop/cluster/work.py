"""What a worker does: open a file where it is, screen it, hand back what was found."""

import functools
import threading
from functools import partial

from meddx_desktop import __version__
from meddx_desktop.cluster.quiet import is_quiet
from meddx_desktop.cluster.travel import Answer, Asked, Build, Failure, Places, Rules, Seen
from meddx_desktop.core.domain.finding import Screening
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext, JobRunner
from meddx_desktop.core.operations import images, models, open_application
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.settings import Settings

_DICOMDIR = "DICOMDIR"


@functools.cache
def application(device: str) -> Application:
    """The core of this process with the shipped models, each loaded once for all films."""
    settings = Settings()
    settings.set("device", device)
    return open_application(settings=settings, threads=1)


@functools.cache
def build(device: str) -> Build:
    """What this process would answer with."""
    return Build(__version__, models.identities(application(device)))


def introduce(device: str, places: Places) -> Seen:
    """What this worker is, asked before it gets a film."""
    unseen = sum(not path.exists() for path in places.paths)
    return Seen(build(device), is_quiet(), unseen)


def screen_files(bundle: tuple[Asked, ...], rules: Rules) -> tuple[Answer, ...]:
    """Screen some files, one after the other; an answer for each, in their order.

    A worker that joined later was not asked whether its logs keep names out.
    """
    if not is_quiet():
        return tuple(Answer(refused="cluster_not_private") for _ in bundle)
    return tuple(screen_file(asked, rules) for asked in bundle)


def screen_file(asked: Asked, rules: Rules) -> Answer:
    """Screen all that one file holds. Never raises: Dask would log why, words and all."""
    answers: list[Answer] = []
    ended = threading.Event()
    runner = JobRunner(lambda post: post(), workers=1)
    try:
        runner.submit(
            "film", partial(_answer, asked, rules), on_result=answers.append, on_end=ended.set
        )
        ended.wait()
    finally:
        runner.close()
    if answers:
        return answers[0]
    return Answer((Failure(str(asked.path), "cluster_film_bug"),))


def _answer(asked: Asked, rules: Rules, context: JobContext) -> Answer:
    if build(rules.device) != rules.build:
        return Answer(refused="cluster_versions_differ")
    results: list[Screening | Failure] = []
    left_out = 0
    for found in _found(asked, context):
        try:
            results.extend(_screened(found, rules, context))
        except MedDxError as error:
            if images.is_left_out(found.source, error, named=_is_named(found, asked)):
                left_out += 1
            else:
                results.append(Failure(str(found.source), error.code, dict(error.parameters)))
    return Answer(tuple(results), left_out)


def _screened(found: images.Found, rules: Rules, context: JobContext) -> list[Screening]:
    if found.error is not None:
        raise found.error
    done = images.screen_source(
        application(rules.device),
        found.source,
        stated=rules.stated,
        model=rules.model,
        correction=rules.correction,
        context=context,
    )
    return [one.screening for one in done]


def _found(asked: Asked, context: JobContext) -> list[images.Found]:
    """The pictures of one file: itself, or what an archive or a DICOMDIR lists.

    A DICOMDIR that was met in a folder tells only of what is missing: its films lie beside it.
    """
    found = list(images.find([asked.path], context))
    if asked.path.name.upper() == _DICOMDIR and not asked.named:
        return [one for one in found if one.error is not None]
    return found


def _is_named(found: images.Found, asked: Asked) -> bool:
    itself = found.source.member is None and found.source.path == asked.path
    return asked.named if itself else found.named
