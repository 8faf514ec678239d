# ruff: noqa: S311 - text by chance is no secret
"""Text written from a seed, of any size: news, situation reports, event notes.

News has the numbers of real news, some 3,900 digit expressions and 2,000 number words in a megabyte. The same kind,
size and seed give the same text; names are made of syllables, so that the vocabulary is large, as it is in real text.

>>> texts = synthetic("news", 5_000, seed=1)
>>> texts == synthetic("news", 5_000, seed=1), sum(map(len, texts))
(True, 5000)
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from benchmarks.speed.words import BULLETS, HEADINGS, ITEMS, NOTES, NUMBERED, PLAIN, SYLLABLES, WORDS

_PLAIN = 0.76  # part of the sentences of prose that hold no number


class Slots:
    """Fills the slots of a pattern: a list of `WORDS`, or a method of this class."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.places = [self._made() for _ in range(400)]

    def fill(self, pattern: str) -> str:
        """Return a pattern with every slot filled."""
        return pattern.format_map(self)

    def __getitem__(self, slot: str) -> str:
        if slot in WORDS:
            word = self.rng.choice(WORDS[slot])
            return self.fill(word) if "{" in word else word
        return str(getattr(self, slot)())

    def _made(self) -> str:
        return "".join(self.rng.choices(SYLLABLES, k=self.rng.randint(2, 4))).capitalize()

    def place(self) -> str:
        return self.rng.choice(self.places)

    def name(self) -> str:
        return f"{self._made()} {self._made()}"

    def count(self) -> str:
        hedge = f"{self['hedge']} " if self.rng.random() < 0.3 else ""
        drawn = self.rng.random()
        if drawn < 0.52:
            return f"{hedge}{self.people_no()}"
        if drawn < 0.88:
            return f"{hedge}{self['word']}"
        return self["vague"] if drawn < 0.94 else f"{hedge}{self.low()}.{self.digit()} million"

    def Count(self) -> str:  # noqa: N802 - the same with a capital
        text = self.count()
        return text[0].upper() + text[1:]

    def people_no(self) -> str:
        return f"{int(10 ** self.rng.uniform(0.4, 5.2)):,}"

    def low(self) -> int:
        return self.rng.randint(2, 9)

    def digit(self) -> int:
        return self.rng.randint(1, 9)

    def high(self) -> int:
        return self.rng.randint(10, 90)

    def small(self) -> int:
        return self.rng.randint(2, 80)

    def large(self) -> int:
        return self.rng.randint(81, 900)

    def amount(self) -> str:
        return f"{self.rng.randint(5, 4000):,}"

    def dayno(self) -> int:
        return self.rng.randint(1, 28)

    def hour(self) -> int:
        return self.rng.randint(1, 12)

    def minute(self) -> int:
        return self.rng.randint(10, 59)

    def year(self) -> int:
        return self.rng.randint(1990, 2024)


def synthetic(kind: str, size: int, seed: int = 7) -> list[str]:
    """Return texts of a kind, `size` characters in all; the last one is cut."""
    slots = Slots(random.Random(f"{kind}-{seed}"))
    texts: list[str] = []
    for text in _endless(_WRITERS[kind], slots):
        if size <= 0:
            break
        texts.append(text[:size])
        size -= len(text)
    return texts


def _endless(write: Callable[[Slots], str], slots: Slots) -> Iterator[str]:
    while True:
        yield write(slots)


def _sentence(slots: Slots) -> str:
    patterns = PLAIN if slots.rng.random() < _PLAIN else NUMBERED
    return slots.fill(slots.rng.choice(patterns))


def news(slots: Slots) -> str:
    """Write an article: paragraphs of prose."""
    pick = slots.rng.randint
    paragraphs = (" ".join(_sentence(slots) for _ in range(pick(1, 3))) for _ in range(pick(3, 9)))
    return f"{slots.place().upper()} ({slots['day']}) - " + "\n\n".join(paragraphs)


def sitrep(slots: Slots) -> str:
    """Write a situation report: headings, a paragraph and bullets under each, often a table."""
    rng = slots.rng
    parts = [f"SITUATION REPORT No. {slots.small()}\n{slots.place()}, {slots.dayno()} {slots['month']}"]
    for heading in rng.sample(HEADINGS, 3):
        body = " ".join(_sentence(slots) for _ in range(rng.randint(5, 9)))
        bullets = "\n".join(f"- {slots.fill(rng.choice(BULLETS))}" for _ in range(rng.randint(1, 3)))
        parts.append(f"{heading}\n{body}\n{bullets}")
    if rng.random() < 0.4:
        parts.append("\n".join(["District | IDPs | HHs | Houses destroyed", *_rows(slots)]))
    return "\n\n".join(parts)


def _rows(slots: Slots) -> Iterator[str]:
    for _ in range(slots.rng.randint(3, 6)):
        yield f"{slots.place()} | {slots.people_no()} | {slots.amount()} | {slots.large()}"


def note(slots: Slots) -> str:
    """Write the note of one event: a line or two."""
    return " ".join(slots.fill(pattern) for pattern in slots.rng.sample(NOTES, slots.rng.randint(1, 2)))


def prose(slots: Slots) -> str:
    """Write an article without a number."""
    return " ".join(slots.fill(slots.rng.choice(PLAIN)) for _ in range(slots.rng.randint(6, 14)))


def counts(slots: Slots) -> str:
    """Write a list of numbers and what they count, and nothing else."""
    lines = (
        ", ".join(slots.fill(slots.rng.choice(ITEMS)) for _ in range(slots.rng.randint(4, 9)))
        for _ in range(slots.rng.randint(4, 12))
    )
    return "\n".join(f"{line}." for line in lines)


_WRITERS: dict[str, Callable[[Slots], str]] = {
    "news": news,
    "sitrep": sitrep,
    "notes": note,
    "prose": prose,
    "counts": counts,
}
