"""Denominators: "per family", "a day", "each" behind a measure, "each family received" before it."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase.phrase import MARKS
from figures.phrase.units import unit_at
from figures.tokens import Sentence

_REACH = 8  # tokens before a number that may hold "each family"
_EACH = ("each", "apiece")
_ALL = frozenset(("each", "every"))


def denominator(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Return the unit id of what a number is counted per."""
    per = None
    token = sentence.lowers[found.right]
    if sentence.words[found.right].flags & s.PER or token in ("/", "apiece"):
        per = _behind(sentence, lexicon, found)
        if per is None and token in _EACH and found.unit_kind in ("physical", "currency"):
            per = _those_before(sentence, found)
    if per is None and found.unit_kind in ("physical", "currency") and not sentence.tokens.isdisjoint(_ALL):
        per = _before(sentence, found)
    return per


def _behind(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find "per family", "a day", "/kg" behind the phrase, not "a year earlier"."""
    at = found.right
    token, behind = sentence.lowers[at], sentence.words[at + 1]
    if sentence.lowers[at + 1] in lexicon.lists.per_head:
        return "person" if token in ("a", "per", "/") and sentence.lowers[at + 2] != "of" else None
    if token in ("per", "/") and at + 1 < sentence.size:
        unit = unit_at(sentence, lexicon, at + 1)
        if unit is not None:
            return unit[0].id
    if behind.plural and behind.noun is not None:
        return None
    kind = behind.unit.kind if behind.unit is not None else None
    if token in ("a", "an") and kind not in ("time", "physical"):
        return None
    if kind == "time" and sentence.lowers[at + 2].partition(" ")[0] in lexicon.lists.time_apart:
        return None  # "from £12m a year earlier"
    if token in ("each", "every") and kind == "time" and found.unit_kind != "currency":
        return None
    if behind.unit is not None:
        return behind.unit.id
    return behind.noun.unit if behind.noun is not None else None


def _those_before(sentence: Sentence, found: Candidate) -> str | None:
    """Find the things of "the trucks cost $20,000 each" and the families of "300 families got 25 kg each"."""
    at = found.right
    if not (at + 1 >= sentence.size or sentence.lowers[at + 1] in MARKS or sentence.words[at + 1].flags):
        return None
    for index in range(found.first - 1, max(-1, found.first - _REACH - 1), -1):
        word = sentence.words[index]
        if word.noun is not None and word.plural and word.noun.cls not in ("money", "thing", "event"):
            return word.noun.unit
        if sentence.lowers[index] in ";:.":
            return None
    return None


def _before(sentence: Sentence, found: Candidate) -> str | None:
    """Find "each family received 25 kg"."""
    for at in range(found.first - 1, max(-1, found.first - _REACH - 1), -1):
        if sentence.numbers[at] is not None or sentence.lowers[at] in ",;:.":
            return None
        noun = sentence.words[at].noun
        each = sentence.lowers[at - 1] in _ALL
        if each and noun is not None and noun.unit in ("household", "person"):
            return noun.unit
    return None
