"""What the clause says of a noun phrase: `Evidence`, and how frames give it by role and class of noun."""

from __future__ import annotations

from typing import NamedTuple

from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Frame, Noun
from figures.tokens import Sentence

STOP = frozenset((";", ":", "|", ".", "•", "!", "?", "…"))

PLAIN = frozenset(("people.other", "other", "assets.count"))

OBJECT, SUBJECT, RECIPIENT = "object", "subject", "recipient"


class Evidence(NamedTuple):
    """A category with the token that decided it and the rule that read it."""

    category: str
    at: int
    rule: str
    noun: Noun | None = None  # what a label or a subject counts
    first: int = -1  # the token that a label begins with


def roles(lexicon: Compiled, frame: Frame, role: str, classes: tuple[str, ...]) -> str | None:
    """Return the category that a frame gives a class of noun in a role, through the fallback classes."""
    table: dict[str, str] = getattr(frame, role)
    if not table:
        return None
    for cls in classes:
        for name in lexicon.fallback.get(cls, (cls,)):
            category = table.get(name)
            if category is not None:
                return category
    return None


def first_category(
    lexicon: Compiled, frames: list[tuple[Frame, str]], classes: tuple[str, ...]
) -> str | None:
    """Return the category of the first class that one of the (frame, role) pairs knows."""
    for cls in classes:
        for frame, role in frames:
            category = roles(lexicon, frame, role, (cls,))
            if category is not None:
                return category
    return None


def chain(lexicon: Compiled, classes: tuple[str, ...]) -> set[str]:
    """Return some classes with all that they fall back to."""
    return {name for cls in classes for name in lexicon.fallback.get(cls, (cls,))}


def combined(sentence: Sentence, lexicon: Compiled, at: int, category: str, classes: tuple[str, ...]) -> str:
    """Join two coordinated verbs into the category of both: "killed or injured" are casualties."""
    for conj, other in ((at + 1, at + 2), (at - 1, at - 2), (at, at - 1)):
        if not 0 <= other < sentence.size or conj != at and not sentence.words[conj].flags & s.CONJ:
            continue
        if sentence.numbers[other] is not None:
            continue
        word = sentence.words[other]
        frames = [(f, r) for f, _ in word.verbs for r in (OBJECT, SUBJECT)]
        frames += [(f, r) for f in word.adjectives for r in (SUBJECT, OBJECT)]
        second = first_category(lexicon, frames, classes)
        if second is None and word.noun is not None and word.noun.strong:
            second = word.noun.category
        if second is not None and second != category:
            return (
                lexicon.combinations.get((category, second))
                or lexicon.combinations.get((second, category))
                or category
            )
    return category
