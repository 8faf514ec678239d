"""Denominators: "per family", "a day", "each" behind a measure, "each family received" before it."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

_REACH = 8  # tokens before a number that may hold "each family"


def denominator(sentence: Sentence, found: Candidate) -> str | None:
    """Return the unit id of what a number is counted per."""
    per = None
    if sentence.words[found.right].flags & s.PER or sentence.lowers[found.right] == "/":
        per = _behind(sentence, found)
    if per is None and found.unit_kind in ("physical", "currency"):
        per = _before(sentence, found)
    return per


def _behind(sentence: Sentence, found: Candidate) -> str | None:
    """Find "per family", "a day", "/day" behind the phrase."""
    at = found.right
    token, behind = sentence.lowers[at], sentence.words[at + 1]
    if behind.plural and behind.noun is not None:
        return None
    kind = behind.unit.kind if behind.unit is not None else None
    if token in ("a", "an") and kind not in ("time", "physical"):
        return None
    if token in ("each", "every") and kind == "time" and found.unit_kind != "currency":
        return None
    if behind.unit is not None:
        return behind.unit.id
    return behind.noun.unit if behind.noun is not None else None


def _before(sentence: Sentence, found: Candidate) -> str | None:
    """Find "each family received 25 kg"."""
    for at in range(found.first - 1, max(-1, found.first - _REACH - 1), -1):
        if sentence.numbers[at] is not None or sentence.lowers[at] in ",;:.":
            return None
        noun = sentence.words[at].noun
        each = sentence.lowers[at - 1] in ("each", "every")
        if each and noun is not None and noun.unit in ("household", "person"):
            return noun.unit
    return None
