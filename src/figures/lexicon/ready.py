"""Built-in lexicons ready-made: in the wheel, or where Python keeps the byte code of modules.

To read the TOML files and to inflect every word takes over half a second; what comes of it is kept in a file, which
counts as long as it was made of the same files by the same code. Where none can be written all is made anew each time.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any
from zlib import crc32

from figures.lexicon.compiled import Surfaces
from figures.lexicon.rows import dump
from figures.lexicon.schema import Table
from figures.lexicon.stored import Lines, StoredTables, load

#: In the folder of its language, or for short in its `__pycache__`.
NAME = "lexicon.jsonl"
_CODE = Path(__file__).parents[1]
#: The modules beside this package that have a say in what a lexicon comes to.
MAKERS = ("errors", "numerals", "records", "repair", "tokens", "torn")


def stamp(files: Mapping[str, bytes]) -> str:
    """Return what changes with the files of a language, content by name, and with the code that reads them."""
    code = [*(_CODE / f"{name}.py" for name in MAKERS), *sorted((_CODE / "lexicon").glob("*.py"))]
    sums = [(name, len(content), crc32(content)) for name, content in files.items()]
    sums += [(file.name, file.stat().st_size, crc32(file.read_bytes())) for file in code if file.is_file()]
    return f"{crc32(repr(sums).encode()):08x}"


def read(folder: Path, stamp: str) -> tuple[Mapping[str, Table], Surfaces] | None:
    """Return tables and surfaces of a folder's language, or None unless a file of this stamp is there and whole."""
    for file in (folder / NAME, *_cache(folder)):
        with suppress(OSError, ValueError):
            head, _, body = file.read_bytes().partition(b"\n")
            if head.decode() == f"{stamp} {crc32(body):08x}":
                lines = Lines(body)
                names = json.loads(lines[0])
                return StoredTables(names, lines, 1), load(lines, 1 + len(names))
    return None


def packed(stamp: str, tables: Mapping[str, Any], surfaces: Surfaces) -> bytes:
    """Return the content of a file that `read` takes back."""
    lines = [json.dumps(list(tables)), *map(json.dumps, tables.values()), *dump(surfaces)]
    body = "\n".join(lines).encode("ascii")
    return f"{stamp} {crc32(body):08x}\n".encode() + body


def keep(folder: Path, stamp: str, tables: Mapping[str, Any], surfaces: Surfaces) -> None:
    """Write the file of a folder's language, whole or not at all, where Python may write byte code."""
    if sys.dont_write_bytecode:
        return
    for file in _cache(folder):
        unique = file.with_name(f"{file.name}.{os.getpid()}.{id(surfaces)}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with unique.open("wb") as opened:  # before anything is packed that could not be written
                opened.write(packed(stamp, tables, surfaces))
            unique.replace(file)
        except OSError:  # a read-only installation, a full disk
            with suppress(OSError):
                unique.unlink()


def _cache(folder: Path) -> list[Path]:
    """Return the place of byte code for a module of the file's name, none where Python keeps no byte code."""
    try:
        place = cache_from_source(str(folder / "lexicon.py"))
    except NotImplementedError:
        return []
    return [Path(place).with_suffix(".jsonl")]
