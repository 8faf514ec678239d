"""The command `figures`: extract the figures of files, explain how they were read, list the lexicon.

Results go to stdout, one clear line a problem to stderr. Exit codes: 0 all done, 2 something could not be
read or was asked for wrongly, 3 a corpus is done but for bad records, 130 Ctrl-C, 141 the reader of our output
went away.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import figures
from figures import tokens
from figures.corpus.command import add_corpus
from figures.errors import FiguresError
from figures.export.rows import COLUMNS
from figures.pipeline import select

Documents = Iterable[tuple[str, figures.Figures]]
OK, FAILED, INTERRUPTED, CLOSED_PIPE = 0, 2, 130, 141
WIDEST_TEXT = 44
STDIN = "-"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    >>> main(["lexicon", "--lang", "tlh"])
    2
    """
    try:
        try:
            if isinstance(sys.stdout, TextIOWrapper):  # UTF-8 in any locale; odd file names are escaped
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
            args = _parser().parse_args(argv)
            return int(args.run(args))
        finally:
            print(end="", flush=True)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return CLOSED_PIPE
    except FiguresError as error:
        return _complain(str(error))
    except OSError as error:
        _drop_output()
        return _complain(f"cannot write the output: {error.strerror}")


def _extract(args: argparse.Namespace) -> int:
    def figures_of(text: str) -> figures.Figures:
        return figures.extract_figures(text, lang=args.lang, categories=args.category)

    figures_of("")  # an unknown language or category stops us here, before any file is read
    documents = _Documents(args.files)
    one_by_one = ((name, figures_of(text)) for name, text in documents)
    _FORMATS[args.format](one_by_one if args.jobs == 1 else _in_parallel(documents, args))
    return documents.code


def _in_parallel(documents: _Documents, args: argparse.Namespace) -> Documents:
    """Read with several processes, in the order of the files; one that kills its process costs a line on stderr."""
    extractor = figures.Extractor(lang=args.lang)
    wanted = None if args.category is None else select(figures.Lexicon.builtin(args.lang), args.category)
    names: deque[str] = deque()

    def texts() -> Iterator[str]:
        for name, text in documents:
            names.append(name)
            yield text

    for found in extractor.extract_many(texts(), workers=args.jobs, on_error="yield"):
        name = names.popleft()
        if isinstance(found, figures.ExtractionFailure):
            documents.code = _complain(f"{_printable(name)}: {found.error}")
        elif wanted is None:
            yield name, found
        else:
            yield name, figures.Figures((f for f in found if f.category in wanted), found.source)


def _explain(args: argparse.Namespace) -> int:
    extractor = figures.Extractor(lang=args.lang)
    documents = _Documents(args.files)
    for name, text in documents:
        print(f"{name}\n{extractor.explain(text)}\n")
    return documents.code


def _lexicon(args: argparse.Namespace) -> int:
    lexicon = figures.Lexicon.builtin(args.lang)
    categories = lexicon.categories().values()
    families = Counter(category.family for category in categories)
    print(f"figures {figures.__version__}, lexicon {args.lang}\n\nentries")
    for table, count in lexicon.counts().items():
        print(f"  {table:<24}{count:>7,}")
    print(f"\ncategories: {len(categories)} in {len(families)} families")
    for family, size in families.items():
        leaves = ", ".join(c.partition(".")[2] or c for c in categories if c.family == family)
        print(f"  {family} ({size}): {leaves}")
    print("\ncategories with export codes")
    for scheme in ("hxl", "helix", "gdelt"):
        print(f"  {scheme:<24}{sum(bool(getattr(c, scheme)) for c in categories):>7,} of {len(categories)}")
    return OK


class _Documents:
    """Name and text of one readable file after the other; any other costs a line on stderr."""

    def __init__(self, files: Sequence[str]) -> None:
        self.files = files or [STDIN]
        self.code = OK

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for name in _with_progress(self.files):
            print(end="", flush=True)  # whoever reads our pipe has the last document before we read the next
            try:
                text = _read(name)
            except (OSError, ValueError) as error:
                self.code = _complain(f"{_printable(name)}: {_reason(error)}")
            else:
                yield name, text


def _read(name: str) -> str:
    if name == STDIN and sys.stdin is None:
        raise ValueError("standard input is closed")
    if not name:
        raise ValueError("a file name is empty")
    data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    if (position := data.find(b"\0")) >= 0:
        raise ValueError(f"not a text file, NUL byte at offset {position}")
    return data.decode("utf-8-sig")


def _printable(name: str) -> str:
    return name if name.isprintable() else repr(name)


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "is a directory; name the files in it"
        case UnicodeDecodeError():
            return f"not UTF-8 text, byte {error.object[error.start]:#04x} at offset {error.start}"
    return f"cannot be read: {error.strerror}" if isinstance(error, OSError) else str(error)


def _with_progress(files: Sequence[str]) -> Iterable[str]:
    """Show a bar on stderr when only stderr is watched, and rich is installed (the extra `cli`)."""
    if len(files) > 1 and sys.stderr.isatty() and not sys.stdout.isatty():
        with suppress(ImportError):
            from rich.console import Console
            from rich.progress import track

            tracked: Iterable[str] = track(files, description="Extracting", console=Console(stderr=True))
            return tracked
    return files


def _print_table(documents: Documents) -> None:
    """Print aligned columns for people: the number and the level to the right, long texts cut."""
    header = ("text", "value", "unit", "interval", "category", "hedge", "level")
    for name, found in documents:
        print(f"{name} ({len(found)} figure{'s' * (len(found) != 1)})")
        lines = [header, *map(_cells, found)] if found else []
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            cells = zip(line, "<><<<<>", widths, strict=True)
            print("  ".join(f"{cell:{side}{width}}" for cell, side, width in cells).rstrip())
        print()


def _cells(figure: figures.Figure) -> tuple[str, ...]:
    text = " ".join(figure.text.split())
    hedge = figure.hedge
    return (
        text if len(text) <= WIDEST_TEXT else f"{text[: WIDEST_TEXT - 1]}…",
        _number(figure.value),
        f"{figure.unit} ({', '.join(figure.who)})" if figure.who else str(figure.unit),
        _interval(figure),
        figure.category,
        hedge.bound if hedge.certainty == "asserted" else f"{hedge.bound}, {hedge.certainty}",
        str(hedge.level),
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def _interval(figure: figures.Figure) -> str:
    low, high, strict = figure.low, figure.high, figure.hedge.strict
    if low == high:
        return ""
    if high is None:
        return f"{'>' if strict else '≥'} {_number(low)}"
    return (
        f"{'<' if strict else '≤'} {_number(high)}" if low is None else f"{_number(low)} to {_number(high)}"
    )


def _print_csv(documents: Documents) -> None:
    """Print a header, then one line a figure, with lists joined by semicolons."""
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for name, found in documents:
        for row in found.rows():
            cues = ";".join(cue["text"] for cue in row["cues"])
            writer.writerow({**row, "doc_id": name, "who": ";".join(row["who"]), "cues": cues})


def _print_json_lines(documents: Documents) -> None:
    """Print one JSON object a figure."""
    for name, found in documents:
        for row in found.rows():
            print(json.dumps({**row, "doc_id": name}, ensure_ascii=False))


_FORMATS = {"table": _print_table, "jsonl": _print_json_lines, "csv": _print_csv}


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line instead of repeating the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"figures: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="figures", description="Read the quantities in humanitarian and conflict prose.")
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(required=True, metavar="command")
    files: dict[str, Any] = {"nargs": "*", "metavar": "FILE", "help": "UTF-8 text; none or - is stdin"}
    extract = commands.add_parser("extract", help="print the figures of each file")
    extract.add_argument("files", **files)
    extract.add_argument("--format", choices=_FORMATS, default="table", help="default: table")
    extract.add_argument("--category", action="append", metavar="NAME", help="leaf, family or bundle; repeat")
    extract.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes that read; default: 1")
    explain = commands.add_parser("explain", help="print why each number was read as it was, or skipped")
    explain.add_argument("files", **files)
    lexicon = commands.add_parser("lexicon", help="print what the lexicon knows")
    add_corpus(commands)
    for command, run in ((extract, _extract), (explain, _explain), (lexicon, _lexicon)):
        command.add_argument("--lang", default="en", help="language of the text; default: en")
        command.set_defaults(run=run)
    return parser


def _jobs(number: str) -> int:
    if not number.isdecimal() or int(number) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 up, not {number!r}")
    return int(number)


def _version() -> str:
    """Name the version, and the core when it is compiled (see `make wheel`)."""
    pure = tokens.__file__.endswith(".py")
    return f"figures {figures.__version__}" + ("" if pure else " (compiled)")


def _complain(problem: str) -> int:
    print(f"figures: {problem}", file=sys.stderr)
    return FAILED


def _drop_output() -> None:
    """Point stdout at nothing, so that Python does not complain a second time when it flushes at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
