"""Texts to measure on: the folder of real ones beside the project when it is there, else synthetic ones."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed.synthetic import synthetic

FOLDER = Path(__file__).parents[3] / "shared" / "corpus"
KINDS = {"news": 8_000_000, "sitrep": 2_000_000, "notes": 2_000_000}
_FILES = {"news": "news", "sitrep": "sitrep", "notes": "events"}


class Corpus(NamedTuple):
    """Texts of each kind in an order drawn by chance; `origin` says whether they are real."""

    origin: str
    news: list[str]
    sitrep: list[str]
    notes: list[str]


def load(folder: Path = FOLDER, scale: float = 1.0, seed: int = 7) -> Corpus:
    """Return the texts of a folder of gzipped JSON Lines with a `text`, or synthetic ones when it has not all files.

    `scale` is the part that is wanted, or the factor by which synthetic text is larger than 8, 2 and 2 MB.
    """
    files = {kind: folder / f"{_FILES[kind]}.jsonl.gz" for kind in KINDS}
    if not all(file.is_file() for file in files.values()):
        texts = {kind: synthetic(kind, int(size * scale), seed) for kind, size in KINDS.items()}
        return Corpus("synthetic", **texts)
    texts = {kind: read(file) for kind, file in files.items()}
    shuffle = random.Random(seed).sample  # noqa: S311 - drawing documents is no secret
    return Corpus("real", **{k: shuffle(some, round(len(some) * min(scale, 1))) for k, some in texts.items()})


class Sample(NamedTuple):
    """Texts of one kind. `origin` says where they come from."""

    name: str
    origin: str
    texts: list[str]

    @property
    def megabytes(self) -> float:
        """Size in UTF-8, in millions of bytes."""
        return sum(len(text.encode("utf-8", "surrogatepass")) for text in self.texts) / 1e6


def samples(folder: Path = FOLDER, scale: float = 1.0) -> list[Sample]:
    """Return what `load` returns, kind by kind."""
    corpus = load(folder, scale)
    return [Sample(kind, corpus.origin, getattr(corpus, kind)) for kind in KINDS]


def read(file: Path) -> list[str]:
    """Return the texts of a file of gzipped JSON Lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]
