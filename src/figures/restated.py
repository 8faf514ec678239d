"""Restated: figures that say again what the one before them says ("5 acres (2 ha)", "322 families (2,400 people)")."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.scope import STRENGTH
from figures.lexicon.compiled import Compiled
from figures.records import Bound
from figures.tokens import Sentence

_PEOPLE = frozenset(("person", "household"))
#: What may stand before a figure that says the same in another unit.
_OPENERS = frozenset(
    ("(", "[", "comprised of", "comprising", "consisting of", "or", "representing", "totalling")
)


def restates(sentence: Sentence, lexicon: Compiled, before: Candidate, found: Candidate) -> bool:
    """Tell "322 families (2,400 people)" and "5 acres (2 ha)": the same quantity in another unit."""
    first = found.first
    while first > 0 and (
        sentence.words[first - 1].before
        or sentence.words[first - 1].certainty
        or sentence.lowers[first - 1] in lexicon.signs
        and lexicon.is_currency(sentence.raw_at(first - 1))
    ):
        first -= 1
    opener = sentence.lowers[first - 1] if first else ""
    if opener in (";", "/", ",") and before.same_as is not None and first - 1 <= before.right + 1:
        return _is_money(before) and _is_money(found) and before.unit_id != found.unit_id  # "($861m; £451m)"
    if opener == "/" and {before.unit_id, found.unit_id} == _PEOPLE:
        return (
            first - 1 == before.right and before.unit_span is not None and before.unit_span[0] >= before.end
        )
    equals = lexicon.lists.equals
    if {before.unit_id, found.unit_id} == _PEOPLE and _is_made_of(sentence, before, found, first, equals):
        return True
    if opener not in _OPENERS or first - 1 < before.after:
        return False
    if opener == "or" and sentence.lowers[first - 2 : first - 1] != [","]:
        return False
    if first == found.first and first - 1 == before.after and found.value == before.value:
        return sentence.lowers[found.after] == ")"  # "five (5) deaths"
    edge = before.right
    if first - 1 - edge > (3 if opener in ("(", "[") else 1 if opener == "or" else 0):
        return False
    if before.unit_id == found.unit_id:
        return opener == "(" and _is_converted(sentence, before, found)
    whole = before.subset_of if before.unit_id == "unknown" else None  # "of whom 40 (9 households)"
    if {before.unit_id if whole is None else whole.unit_id, found.unit_id} == _PEOPLE:
        return True
    left, right = before.unit, found.unit
    if left is None or right is None:
        return False
    if left.kind == right.kind == "currency":
        return True
    return left.kind == right.kind and left.dimension is not None and left.dimension == right.dimension


def _is_made_of(
    sentence: Sentence, before: Candidate, found: Candidate, first: int, equals: frozenset[str]
) -> bool:
    """Tell the people of households: "26 families *with a total of 130 people*", "..., *equivalent to 130 people*"."""
    last = first - 1
    if sentence.lowers[last] in ("of", "to") and sentence.lowers[last - 1] in equals:
        last -= 1
    elif sentence.lowers[last] not in ("with", "i.e", "ie"):
        return False
    last -= sentence.lowers[last - 1] == ","
    if last != before.right or found.noun is None or found.noun.category != "people.other" or found.who:
        return False  # "40 families with 90 children"
    return before.value is not None and found.value is not None and before.value < found.value


def _is_converted(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell dollars of two countries, the second with its sign: "300,000 dollars ($91,000)", not "($91,000 in cash)"."""
    if not _is_money(before) or before.unit_span is None or found.unit_span is None:
        return False
    named = before.unit_span[0] >= before.end and found.unit_span[1] <= found.start
    return named and before.value != found.value and sentence.lowers[found.right] == ")"


def _is_money(found: Candidate) -> bool:
    return found.unit is not None and found.unit.kind == "currency"


def measures(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell the share of a figure in a bracket right behind it: "at least 1,200 wells (40 per cent)"."""
    if found.unit_id != "percent" or before.unit_kind != "count" or found.first - before.right > 2:
        return False
    return sentence.lowers[found.first - 1] == "(" and ")" in sentence.lowers[found.after : found.after + 3]


def share_hedge(found: Candidate, before: Candidate) -> None:
    """A restatement inherits the hedge of what it repeats, unless it has its own."""
    if found.bound is Bound.EXACT and before.bound not in (Bound.RANGE, Bound.VAGUE):
        found.bound, found.strict, found.side = before.bound, before.strict, before.side
    if STRENGTH[before.certainty] > STRENGTH[found.certainty]:
        found.certainty = before.certainty
        found.cue_spans += before.cue_spans
