"""The figure that a number goes on past an aside: "killed 14 in Dor, *which has two posts,* and 30 in Pell"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause.evidence import STOP, WEAK
from figures.lexicon import senses as s
from figures.tokens import Sentence

_ASIDE = 18  # tokens of an aside up to its figure
_BEHIND = 5  # tokens from the comma that closes it to the next number
#: What opens an aside behind a comma, apart from "who" and "where".
_OPENERS = frozenset(
    ("a", "after", "an", "at", "before", "by", "during", "from", "in", "the", "when", "while", "with")
)
#: Rules by which nothing is said of a figure that the next one could share.
_UNSAID = frozenset(("", "age", "default", "modifier", "nearby", "noun", "unit"))
#: What only tells of a place or person in an aside.
_ASIDE_ONLY = ("measure.", "people.population")
_COUNTED = frozenset(("aid", "area", "assets", "combatants", "event", "livelihood", "people"))


def outside(sentence: Sentence, live: list[Candidate], position: int) -> Candidate | None:
    """Return the figure before an aside that a number without a noun of its own goes on, None where none opens."""
    found = live[position]
    if not _is_closed(sentence, live[position - 1], found):
        return None
    for at in range(position - 1, 0, -1):
        inner, outer = live[at], live[at - 1]
        joined = _opening(sentence, inner, outer)
        told = inner.rule not in _UNSAID and not inner.category.startswith(_ASIDE_ONLY)
        if joined < 0 or told and not joined and not _is_next_place(sentence, outer, inner, found):
            return None
        if outer.rule not in _UNSAID and outer.category not in WEAK:
            return outer if outer.category.partition(".")[0] in _COUNTED else None
    return None


def _is_next_place(sentence: Sentence, outer: Candidate, inner: Candidate, found: Candidate) -> bool:
    """Tell "killed 14 *in Dor*, where 300 marched on Monday, and 30 *in Pell*" from what they did there on Tuesday."""
    link = sentence.lowers[found.right]
    if not sentence.words[found.right].flags & s.PREP or link in sentence.lowers[inner.right : found.left]:
        return False
    return link in sentence.lowers[outer.right : inner.left]


def _is_closed(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell a comma between two figures, right before the second but for "and in Pell"."""
    first = max(before.right, found.left - _BEHIND)
    for at in range(found.left - 1, first - 1, -1):
        if sentence.lowers[at] == ",":
            return True
        word = sentence.words[at]
        if word.flags & (s.AUX | s.REL) or sentence.lowers[at] in STOP or word.is_verb_only:
            break
    return False


def _opening(sentence: Sentence, inner: Candidate, outer: Candidate) -> int:
    """Return 1 where "and," opens the aside that a figure stands in, 0 where a comma does, -1 where nothing does."""
    lowers, words = sentence.lowers, sentence.words
    for at in range(inner.left - 1, max(outer.right, inner.left - _ASIDE) - 1, -1):
        if lowers[at] == ",":
            link = at - 1
            while words[link].flags & s.TRANSPARENT:
                link -= 1
            if words[link].flags & s.CONJ:
                return 1
            behind = words[at + 1]
            if behind.flags & (s.REL | s.INCLUSION) or lowers[at + 1] in _OPENERS or at == inner.left - 1:
                return 0
            if behind.flags & s.PREP and words[at + 2].flags & s.REL:
                return 0
        elif lowers[at] in STOP:
            break
    return -1
