"""Reads the construction files: one grammatical construction a line, filled with every verb that fits it.

    any	{A1} {past} [19|F] {X} in Kessu, including [six|F] on a ferry.

First the kind of verbs that fit (`people`, `things`, `any`), with a `?` before it where the library is known to fail
for some; then the sentence. `{X}` and `{x}` are counted nouns, `{A}` and `{A1}` who does it, `{pp}`, `{past}`, `{ger}`,
`{inf}` forms of the verb and `{nom}` its noun, all from `verbs.tsv`. Numbers stand in brackets with their category:
`F` is that of the verb, `-` is not asked. `#` opens a comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from figures import Certainty, Figure

FOLDER = Path(__file__).parent / "constructions"
#: What is only planned has a category of its own.
_PLANNED = {"people.reached": "people.targeted", "aid.delivered": "aid.required"}
_NUMBER = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


class Verb(NamedTuple):
    """What befalls people or things, in all its forms, and who does it."""

    category: str
    X: str
    x: str
    pp: str
    past: str
    ger: str
    inf: str
    nom: str
    A: str

    def fill(self, template: str) -> str | None:
        """Return a construction with this verb, None where it has no noun and one is wanted."""
        if "{nom}" in template and not self.nom:
            return None
        forms = {**self._asdict(), "A1": self.A[0].upper() + self.A[1:]}
        return re.sub(r"\{(\w+)\}", lambda slot: forms[slot[1]], template)


def _verbs() -> dict[str, tuple[Verb, ...]]:
    lines = (FOLDER / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {
        kind: tuple(Verb(*row[1:]) for row in rows if kind in (row[0], "any"))
        for kind in ("people", "things", "any")
    }


VERBS = _verbs()


class Construction(NamedTuple):
    """One line of a construction file."""

    id: str
    kind: str
    template: str
    known: bool  # the library is known to fail for some verb

    def sentences(self) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
        """Yield the sentence of every verb that fits, with the numbers asked and the category that each must have."""
        for verb in VERBS[self.kind]:
            filled = verb.fill(self.template)
            if filled is not None:
                yield _parse(filled, verb.category)

    def failures(self, extract: Callable[[str], Iterable[Figure]]) -> list[str]:
        """Return what an extractor gets wrong, nothing when it holds for every verb."""
        wrong = []
        for text, numbers in self.sentences():
            found = list(extract(text))
            for start, end, category in numbers:
                told = [f for f in found if f.spans.number.start < end and start < f.spans.number.end]
                got = str(told[0].category) if told else "nothing"
                planned = told and told[0].hedge.certainty is Certainty.PROJECTED
                if got != category and not (planned and got == _PLANNED.get(category)):
                    wrong.append(f"{text!r}: {text[start:end]!r} is {got}, not {category}")
        return wrong


def _parse(line: str, category: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, numbers, at = "", [], 0
    for match in _NUMBER.finditer(line):
        text += line[at : match.start()]
        start, at = len(text), match.end()
        text += match[1]
        if match[2] != "-":
            numbers.append((start, len(text), category if match[2] == "F" else match[2]))
    return text + line[at:], numbers


def read(path: Path) -> Iterator[Construction]:
    """Yield the constructions of a file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            kind, template = line.split("\t")
            yield Construction(f"{path.stem}:{number}", kind.lstrip("?"), template, kind[0] == "?")
