"""Which files are read, in which order, and under which names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from figures.corpus.streams import GZIP, ZSTD
from figures.errors import FiguresError

#: The formats by the ending of a file; each but Parquet may be packed, which a second ending says.
ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
FORMATS = tuple(dict.fromkeys(ENDINGS.values()))
FOLDER = "folder"  # one that cannot be listed
SUPPORTED = f"{', '.join(ENDINGS)}, and all but the last with {', '.join(GZIP + ZSTD)} behind"


class Input(NamedTuple):
    """A file to read; size and time of change tell later whether it is still the same."""

    name: str
    path: str
    format: str
    size: int
    changed: int  # nanoseconds


def format_of(name: str) -> str | None:
    """Return the format that the ending of a name tells.

    >>> format_of("reports.jsonl.gz"), format_of("reports.parquet.gz"), format_of("reports.pdf")
    ('jsonl', None, None)
    """
    stem, ending = os.path.splitext(name.lower())  # noqa: PTH122 - a name, which need not be one of a path
    if ending not in GZIP + ZSTD:
        return ENDINGS.get(ending)
    found = ENDINGS.get(os.path.splitext(stem)[1])  # noqa: PTH122
    return None if found == "parquet" else found


def check(names: Sequence[str], given: str | None) -> None:
    """Raise FiguresError unless the inputs are there, of a known format, and apart from each other."""
    seen: dict[Path, str] = {}
    for name in names:
        path = Path(os.path.realpath(name))
        if not name or not path.exists():
            raise FiguresError(f"{name or repr(name)}: no such file or folder")
        if not path.is_dir() and not path.is_file():
            raise FiguresError(
                f"{name}: a corpus is read from files and folders, so that it can be read again"
            )
        if path.is_file() and format_of(name) is None and given is None:
            raise FiguresError(f"{name}: unknown ending; known are {SUPPORTED}; --from names the format")
        if path in seen:
            raise FiguresError(f"{name} would be read twice, it is {seen[path]}")
        seen[path] = name
    for path, name in seen.items():
        if around := next((seen[parent] for parent in path.parents if parent in seen), None):
            raise FiguresError(f"{name} would be read twice, it is in {around}")


def find(names: Sequence[str], given: str | None, ours: set[str]) -> Iterator[Input]:
    """Yield the files of the inputs, those of folders in the order of their names; `ours` are outputs, never read.

    A file of a folder is named from the folder on. With several inputs the name of the input comes before that, so
    that no two files share a name. Hidden files and links to folders are left out.
    """
    for name in names:
        path = os.path.abspath(name)  # noqa: PTH100 - a Path would resolve nothing either, at ten times the cost
        if os.path.isfile(path):  # noqa: PTH113
            yield _input(Path(name).as_posix(), path, given or format_of(name) or "text")
        else:
            yield from _walk(path, f"{Path(name).as_posix()}/" if len(names) > 1 else "", ours)


def _walk(folder: str, prefix: str, ours: set[str]) -> Iterator[Input]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield Input(prefix.rstrip("/") or folder, folder, FOLDER, 0, 0)
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.path in ours:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{prefix}{entry.name}/", ours)
        elif (kind := format_of(entry.name)) and entry.is_file():
            yield _input(prefix + entry.name, entry.path, kind)


def _input(name: str, path: str, kind: str) -> Input:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:  # gone since the folder was listed; reading it says so
        return Input(name, path, kind, 0, 0)
    return Input(name, path, kind, status.st_size, status.st_mtime_ns)
