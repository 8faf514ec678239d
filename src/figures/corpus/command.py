"""The arguments of `figures corpus`, and what it prints at the end."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

OK, BAD_RECORDS = 0, 3
_DESCRIPTION = """\
Read the figures of whole corpora into one file of rows. An INPUT is a file, or a folder with all that is in it: plain
text (.txt, one document a file), JSON Lines (.jsonl), CSV (.csv, .tsv) and Parquet (.parquet); all but Parquet also
packed (.gz, .zst).
"""
_EPILOG = """\
Until all is done, rows are in the folder OUT.partial; a run that was interrupted goes on with --resume and the same
arguments. Records that cannot be read are listed in OUT.bad.jsonl. Exit codes: 0 all read, 3 all done but for bad
records, 2 not done (the message says why), 130 interrupted, 141 nobody read the summary.
"""


def add_corpus(commands: Any) -> None:
    """Add the command to the subparsers of `figures`."""
    parser = commands.add_parser(
        "corpus", help="read whole corpora into one file, resumably", description=_DESCRIPTION, epilog=_EPILOG
    )
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="files and folders")
    add("-o", "--out", required=True, metavar="OUT", help="the file of rows, .jsonl or .parquet")
    add("--format", choices=("jsonl", "parquet"), help="format of OUT; default: by its ending")
    add(
        "--from",
        dest="given",
        choices=_given(),
        help="format of the files named as INPUT; default: by their ending",
    )
    add(
        "--field", default="text", metavar="NAME", help="field that holds the text of a record; default: text"
    )
    add("--id", metavar="NAME", help="field that holds its id; default: FILE:LINE")
    add("--category", action="append", metavar="NAME", help="leaf, family or bundle; repeat")
    add("--lang", default="en", help="language of the text; default: en")
    add("--jobs", type=_jobs, default=1, metavar="N", help="processes that extract; default: 1")
    add("--resume", action="store_true", help="go on with an interrupted run")
    add("--force", action="store_true", help="replace OUT, and what an interrupted run left")
    parser.set_defaults(run=_corpus)


def _given() -> tuple[str, ...]:
    from figures.corpus.inputs import FORMATS

    return FORMATS


def _jobs(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of processes, which is 1 or more")
    return int(value)


def _corpus(args: argparse.Namespace) -> int:
    from figures.corpus.bar import summary
    from figures.corpus.course import run_corpus
    from figures.corpus.workplace import Workplace

    place = Workplace(Path(args.out))
    progress = run_corpus(args, place)
    print(summary(progress, place.out, place.bad))
    return BAD_RECORDS if progress.bad else OK
