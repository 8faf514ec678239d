# ruff: noqa: S311, SIM905 - random text is no secret here; word lists read better on one line
"""Texts to measure on: a folder of real ones when it is there, else written by a seeded generator.

The generator writes two kinds: `news` (prose, a number in every fourth sentence) and `sitrep` (headings,
bullets, table rows, numbers nearly everywhere). The same kind, size and seed give the same documents.

>>> synthetic("news", 500, seed=1).texts == synthetic("news", 500, seed=1).texts
True
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

DEFAULT_FOLDER = Path(__file__).parents[2] / "shared" / "corpus"
REAL = ("news", "sitrep", "events")
SYNTHETIC = ("news", "sitrep")


class Sample(NamedTuple):
    """Documents of one kind. `origin` says where they come from."""

    name: str
    origin: str
    texts: list[str]

    @property
    def megabytes(self) -> float:
        """Size in UTF-8, in millions of bytes."""
        return sum(len(text.encode("utf-8", "surrogatepass")) for text in self.texts) / 1e6


def load(folder: Path = DEFAULT_FOLDER, size: int = 2_000_000, seed: int = 7) -> list[Sample]:
    """Read `news`, `sitrep`, `events` (gzipped JSON Lines with `text`); without them, write `size` each."""
    files = [folder / f"{name}.jsonl.gz" for name in REAL]
    if not all(file.is_file() for file in files):
        return [synthetic(name, size, seed) for name in SYNTHETIC]
    return [_json_lines(file) for file in files]


def read(folder: Path) -> list[Sample]:
    """Read a folder of one's own: each `*.jsonl.gz` is a sample, and so are all `*.txt` together."""
    samples = [_json_lines(file) for file in sorted(folder.glob("*.jsonl.gz"))]
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
    return [*samples, Sample(folder.name, "real", texts)] if texts else samples


def _json_lines(file: Path) -> Sample:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return Sample(file.name.partition(".")[0], "real", [json.loads(line)["text"] for line in lines])


def synthetic(kind: str, size: int, seed: int = 7) -> Sample:
    """Write documents of a kind until they hold `size` characters."""
    rng = random.Random(f"{kind}-{seed}")
    write = _WRITERS[kind]
    texts: list[str] = []
    written = 0
    while written < size:
        texts.append(write(rng))
        written += len(texts[-1])
    return Sample(kind, "synthetic", texts)


PLACES = "Arda|Belun|Coria|Dessa|Elmir|Farun|Golan Bay|Hesta|Iwero|Jorun|Kelse|Lomar".split("|")
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday".split("|")
MONTHS = "January|March|April|June|July|September|October|December".split("|")
PEOPLE = "people|civilians|villagers|residents|children|women|farmers|workers|students".split("|")
FIGHTERS = "fighters|soldiers|militants|police officers|gunmen".split("|")
THINGS = "houses|schools|clinics|shops|bridges|wells|tents|trucks".split("|")
AID = "kits|blankets|tarpaulins|food parcels|jerrycans|vaccine doses".split("|")
WORDS = "two|three|five|seven|nine|a dozen|twenty|forty-two|two hundred|one thousand".split("|")
VAGUE = "dozens of|several|hundreds of|thousands of|a few|scores of".split("|")
HEDGES = "at least|about|more than|up to|nearly|some|an estimated|as many as|fewer than".split("|")
VERBS = "were killed|were injured|fled|were displaced|were evacuated|returned home|were detained".split("|")
SOURCES = [
    "the mayor said",
    "according to the district office",
    "aid workers reported",
    "a spokeswoman told reporters",
]


def _count(rng: random.Random) -> str:
    digits = f"{int(10 ** rng.uniform(0.4, 5.2)):,}"
    kinds = [
        digits,
        f"{rng.choice(HEDGES)} {digits}",
        rng.choice(WORDS),
        rng.choice(VAGUE),
        f"{rng.uniform(1, 9):.1f} million",
    ]
    return rng.choices(kinds, weights=(37, 25, 20, 10, 8))[0]


def _plain(rng: random.Random) -> str:
    return rng.choice(
        [
            f"Roads into {rng.choice(PLACES)} stayed shut while crews cleared the mud.",
            "Shopkeepers swept glass from the pavement and waited for the power to come back.",
            f"The council of {rng.choice(PLACES)} asked for patience and promised a full account.",
            "Many spent the night in the open because the aftershocks would not stop.",
            f"Talks between the two sides broke off on {rng.choice(DAYS)} without a statement.",
            "Clean water is short, and the hospital has been running on a borrowed generator.",
            "Elders in the valley say that they have seen nothing like it in their lives.",
            f"A convoy left {rng.choice(PLACES)} before dawn and was still on the road at dusk.",
        ]
    )


def _numbered(rng: random.Random) -> str:
    place, source, people = rng.choice(PLACES), rng.choice(SOURCES), rng.choice(PEOPLE)
    day, month, year = rng.randint(1, 28), rng.choice(MONTHS), rng.randint(2004, 2024)
    low, high = rng.randint(2, 9), rng.randint(10, 60)
    return rng.choice(
        [
            f"{_count(rng).capitalize()} {people} {rng.choice(VERBS)} in {place}, {source}.",
            f"The blast destroyed {_count(rng)} {rng.choice(THINGS)} and damaged {_count(rng)} others.",
            f"{_count(rng).capitalize()} {people} {rng.choice(VERBS)} and {rng.randint(2, 90)} wounded.",
            f"On {day} {month} {year} the river rose by {low / 2} metres near {place}.",
            f"The army sent {_count(rng)} {rng.choice(FIGHTERS)} to the hills around {place}.",
            f"Donors pledged US$ {low}.{day % 10} million for {place}, {source}.",
            f"Between {low},000 and {high},000 {people} may need food by spring.",
            f"Fires burned {_count(rng)} hectares of forest, and {high} per cent of the pasture is gone.",
            f"A {high}-year-old man was pulled from the rubble after {rng.choice(WORDS)} hours.",
        ]
    )


def _news(rng: random.Random) -> str:
    paragraphs = [
        " ".join(rng.choices((_numbered, _plain), weights=(1, 3))[0](rng) for _ in range(rng.randint(2, 5)))
        for _ in range(rng.randint(2, 7))
    ]
    return f"{rng.choice(PLACES).upper()} ({rng.choice(DAYS)}) - " + "\n\n".join(paragraphs)


def _bullets(rng: random.Random) -> str:
    lines = []
    for _ in range(rng.randint(3, 7)):
        homes = rng.randint(20, 9000)
        line = rng.choice(
            [
                f"{_count(rng).capitalize()} {rng.choice(AID)} distributed in {rng.choice(PLACES)}.",
                f"{rng.choice(PLACES)}: {homes:,} households ({homes * 5:,} people) reached.",
                f"{rng.randint(10, 95)}% of {rng.choice(PEOPLE)} in {rng.choice(PLACES)} lack safe water.",
                f"{rng.randint(2, 80)} out of {rng.randint(81, 200)} {rng.choice(THINGS)} remain closed.",
                f"{rng.randint(5, 900)} MT of rice is on the way; {rng.randint(5, 900)} MT more is needed.",
            ]
        )
        lines.append(f"- {line}")
    return "\n".join(lines)


def _table(rng: random.Random) -> str:
    rows = ["District | IDPs | HHs | Houses destroyed"]
    for place in rng.sample(PLACES, rng.randint(3, 6)):
        people, homes, houses = rng.randint(100, 30000), rng.randint(20, 6000), rng.randint(0, 900)
        rows.append(f"{place} | {people:,} | {homes:,} | {houses}")
    return "\n".join(rows)


def _sitrep(rng: random.Random) -> str:
    date = f"{rng.randint(1, 28)} {rng.choice(MONTHS)}"
    parts = [f"SITUATION REPORT No. {rng.randint(1, 60)}\n{rng.choice(PLACES)}, {date}"]
    for heading in rng.sample(["HIGHLIGHTS", "Shelter", "Health", "Food security", "Water"], 3):
        body = " ".join(_numbered(rng) for _ in range(rng.randint(1, 3)))
        parts.append(f"{heading}\n{body}\n{_bullets(rng)}")
    parts.append(_table(rng))
    return "\n\n".join(parts)


_WRITERS: dict[str, Callable[[random.Random], str]] = {"news": _news, "sitrep": _sitrep}
