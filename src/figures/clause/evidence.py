"""What the clause says of a noun phrase: `Evidence`, and how frames give it by role and class of noun."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Frame, Noun, Word
from figures.tokens import Sentence

STOP = frozenset((";", ":", "|", ".", "•", "!", "?", "…"))

OBJECT, SUBJECT, RECIPIENT = "object", "subject", "recipient"

#: Frames with the role that the phrase has in each.
Roles = list[tuple[Frame, str]]


class Evidence(NamedTuple):
    """A category with the token that decided it and the rule that read it."""

    category: str
    at: int
    rule: str
    noun: Noun | None = None  # what a label or a subject counts
    first: int = -1  # the token that a label begins with


def in_roles(frames: Iterable[Frame], *roles: str) -> Roles:
    """Return each frame in each role, the better role first."""
    return [(frame, role) for frame in frames for role in roles]


def verb_frames(word: Word, forms: int = s.ANY_FORM) -> list[Frame]:
    """Return the frames of the verbs that a word is a form of."""
    return [frame for frame, form in word.verbs if form & forms]


def participle_or_adjective(word: Word, forms: int = s.PARTICIPLE) -> Roles:
    """Return the roles of what stands beside a participle (undergoing it first) or an adjective."""
    return in_roles(verb_frames(word, forms), OBJECT, SUBJECT) + in_roles(word.adjectives, SUBJECT, OBJECT)


def first_category(lexicon: Compiled, frames: Roles, classes: tuple[str, ...]) -> str | None:
    """Return the first category that frames give the classes of a noun, best class first."""
    if not frames:
        return None
    for cls in classes:
        for frame, role in frames:
            category = _category(lexicon, frame, role, cls)
            if category is not None:
                return category
    return None


def _category(lexicon: Compiled, frame: Frame, role: str, cls: str) -> str | None:
    """Return the category that a frame gives a class of noun in a role, through the fallback classes."""
    table: dict[str, str] = getattr(frame, role)
    if table:
        for name in lexicon.fallback.get(cls, (cls,)):
            category = table.get(name)
            if category is not None:
                return category
    return None


def chain(lexicon: Compiled, classes: tuple[str, ...]) -> set[str]:
    """Return some classes with all that they fall back to."""
    return {name for cls in classes for name in lexicon.fallback.get(cls, (cls,))}


def combined(sentence: Sentence, lexicon: Compiled, at: int, category: str, classes: tuple[str, ...]) -> str:
    """Join two coordinated verbs into the category of both: "killed or injured" are casualties."""
    for conj, other in ((at + 1, at + 2), (at - 1, at - 2), (at, at - 1)):
        if not 0 <= other < sentence.size or sentence.numbers[other] is not None:
            continue
        if conj != at and not sentence.words[conj].flags & s.CONJ:
            continue
        second = _own_category(lexicon, sentence.words[other], classes)
        if second is not None and second != category:
            pairs = lexicon.combinations
            return pairs.get((category, second)) or pairs.get((second, category)) or category
    return category


def _own_category(lexicon: Compiled, word: Word, classes: tuple[str, ...]) -> str | None:
    category = first_category(lexicon, participle_or_adjective(word, s.ANY_FORM), classes)
    if category is None and word.noun is not None and word.noun.strong:
        return word.noun.category
    return category
