"""What was counted last before a sentence or up to its end: what later numbers may speak of without naming it."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.tokens import Sentence

#: Classes of nouns that a later sentence may speak of without naming them.
_COUNTED = frozenset(
    (
        "animal",
        "building",
        "combatant",
        "house",
        "household",
        "infrastructure",
        "label",
        "person",
        "refuge",
        "vehicle",
        "weapon",
    )
)


def told_before(sentence: Sentence) -> Candidate | None:
    """Return what was counted last before a sentence in its block."""
    if not sentence.heard:
        sentence.heard = True
        sentence.told = _last_told(sentence)
    return sentence.told


def counted_up_to(sentence: Sentence) -> Candidate | None:
    """Return what was counted last up to the end of a sentence, for those behind it."""
    return counted_last(sentence) or told_before(sentence)


def _last_told(sentence: Sentence) -> Candidate | None:
    earlier = sentence.earlier
    while earlier is not None:
        counted = counted_last(earlier)
        if counted is not None or earlier.heard:
            return counted or earlier.told
        earlier = earlier.earlier
    return None


def counted_last(sentence: Sentence, *, anything: bool = False) -> Candidate | None:
    """Return what a sentence counts last: people and what befalls them, or with `anything` whatever it counts."""
    for number in filter(None, reversed(sentence.numbers)):
        if number.skipped is not None or number.unit_kind != "count":
            continue
        whole = number.subset_of or number
        if whole.noun is not None and whole.category != "other" and (anything or whole.noun.cls in _COUNTED):
            return whole
    return None
