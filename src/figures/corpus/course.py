"""The course of a run: checks, a plan or that of an interrupted run, the work, and the last renames."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import Any

from figures.corpus.bar import bar
from figures.corpus.fields import Fields
from figures.corpus.inputs import SUPPORTED, Input, check, find
from figures.corpus.journal import Journal, Progress
from figures.corpus.lock import lock
from figures.corpus.plan import Plan
from figures.corpus.reading import Reading
from figures.corpus.rowfiles import JsonLines, Output
from figures.corpus.run import Run
from figures.corpus.streams import ZSTD, zstd
from figures.corpus.workplace import Workplace
from figures.errors import FiguresError
from figures.export.arrow import pyarrow
from figures.lexicon.model import Lexicon, checked_language
from figures.pipeline import Extractor, select

_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}


def run_corpus(args: argparse.Namespace, place: Workplace) -> Progress:
    """Do what the arguments ask for; FiguresError says why not, before anything is changed."""
    lexicon = Lexicon.builtin(checked_language(args.lang))
    wanted = None if args.category is None else select(lexicon, args.category)
    check(args.inputs, args.given)
    if os.path.realpath(place.out) in map(os.path.realpath, args.inputs):
        raise FiguresError(f"{place.out} is an INPUT; name another OUT")
    output = _output(args.format or _format(place), place)
    place.check(resume=args.resume, force=args.force)
    place.folder.mkdir(exist_ok=True)
    with lock(place.folder):
        plan, journal = Plan(place.folder), Journal(place.folder)
        progress = _progress(args, place, plan, journal)
        bad = JsonLines(place.folder / "bad.jsonl")
        if not progress.finished:
            reading = Reading(plan, progress.position, Fields(args.field, args.id))
            run = Run(reading, output, bad, journal, progress, wanted)
            _work(run, Extractor(lexicon, lang=args.lang), args.jobs, plan.size())
        if progress.bad:
            bad.publish(place.bad, progress.bad_written)
        else:
            place.bad.unlink(missing_ok=True)  # of an earlier run
        output.publish(place.out, progress.written)
        place.clear()
    return progress


def _format(place: Workplace) -> str:
    if (found := _ENDINGS.get(place.out.suffix.lower())) is None:
        raise FiguresError(
            f"{place.out}: unknown ending; known are {', '.join(_ENDINGS)}; --format names the format"
        )
    return found


def _output(kind: str, place: Workplace) -> Output:
    if kind == "jsonl":
        return JsonLines(place.folder / "rows.jsonl")
    from figures.corpus.parts import Parquet

    return Parquet(place.folder)


def _progress(args: argparse.Namespace, place: Workplace, plan: Plan, journal: Journal) -> Progress:
    """Return how far the interrupted run is that goes on, or begin a new one."""
    options = {
        "format": args.format or _format(place),
        "from": args.given,
        "field": args.field,
        "id": args.id,
        "category": sorted(args.category) if args.category else None,
        "lang": args.lang,
    }
    if args.resume and plan.exists():
        plan.check(options, find(args.inputs, args.given, place.paths()))
        return journal.load()
    place.empty()
    try:
        plan.write(options, _readable(args, place))
    except BaseException:
        place.clear()
        raise
    return Progress()


def _readable(args: argparse.Namespace, place: Workplace) -> Iterator[Input]:
    """Yield the inputs; one that needs an extra which is not installed stops us before any work."""
    each = None
    for each in find(args.inputs, args.given, place.paths()):
        if each.format == "parquet":
            pyarrow("parquet")
        elif each.path.lower().endswith(ZSTD):
            zstd()
        yield each
    if each is None:
        raise FiguresError(f"no file to read in {', '.join(args.inputs)}; known endings are {SUPPORTED}")


def _work(run: Run, extractor: Extractor, jobs: int, total: int) -> None:
    try:
        with bar(total, run.reading.seen()) as watch:
            run.run(extractor, jobs, watch)
    except KeyboardInterrupt:
        print("figures: interrupted; --resume goes on", file=sys.stderr)
        raise
    except OSError as error:  # inputs are no cause: theirs are bad records
        reason: Any = error.strerror or error
        raise FiguresError(f"cannot write the output: {reason}; then --resume goes on") from error
