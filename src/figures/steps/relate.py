"""Relate: which figure is part of which ("including 14 children"), and which repeats one ("5 acres (2 ha)")."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.restated import measures, restates, share_hedge
from figures.tokens import Sentence
from figures.totals import by_place, sum_up
from figures.wholes import opens_as_whole

_PEOPLE = frozenset(("person", "household"))
#: Classes of things that come in sorts.
_THINGS = frozenset(("animal", "building", "good", "house", "infrastructure", "vehicle", "weapon"))
_PLACE = 5  # tokens between a total and the bracket of its parts
_PARTS = 8  # tokens between two parts in one bracket
_MARKS = (",", ";")
_TOTALS = 12  # earlier figures that may be the total of a part
_HOUSEHOLD = 12  # persons that a household may have as its part


def relate(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Set `subset_of` and `same_as` among the live candidates of a sentence."""
    live = [c for c in candidates if c.skipped is None]
    if len(live) < 2:
        return candidates
    for position, found in enumerate(live):
        phrase = found.phrase
        if phrase is not None and phrase.partner is not None and phrase.partner.skipped is None:
            if found.unit_kind == "count" and phrase.partner.unit_kind == "count":
                found.subset_of = phrase.partner
            continue
        if position == 0 or found.subset_of is not None:
            continue
        before = live[position - 1]
        if sentence.lowers[found.first - 1] == "all" and found.noun is None and _repeats(live, position):
            continue
        if restates(sentence, lexicon, before, found):
            found.same_as = before.same_as or before
            share_hedge(found, before)
            found.who = found.who or before.who
            continue
        if sentence.lowers[found.first - 1] == "(" and found.noun is not None and found.unit_kind == "count":
            found.subset_of = by_place(sentence, live, position)
            if found.subset_of is not None or found.like is not None:
                continue
        if measures(sentence, before, found):
            share_hedge(found, before)
        if (
            _included(sentence, found)
            or position == 1
            and opens_as_whole(sentence, before)
            or _broken_down(sentence, before, found)
        ):
            found.subset_of = _part_before(sentence, before, found) or _whole(live[:position], found)
        elif before.subset_of is live[0] and _goes_on_whole(sentence, live[0], found):
            found.subset_of = live[0]
        elif (
            before.subset_of is not None
            and before.subset_of is not found
            and (_listed(sentence, before, found) or _in_bracket(sentence, before, found))
            and found.unit_kind == "count"
        ):
            goes_on = _kin(before, found) and _in_list(sentence, found) and _fits(before.subset_of, found)
            found.subset_of = before.subset_of if goes_on else None
    if len(live) > 2:
        sum_up(sentence, live)
    return candidates


def _repeats(live: list[Candidate], position: int) -> bool:
    """Tell a number that is said again with "all": "40 miners were trapped, and all 40 came up"."""
    found = live[position]
    for before in live[:position]:
        same = before.value == found.value and before.unit_kind == "count" and before.noun is not None
        if same and found.unit_kind == "count" and found.unit_id == "unknown":
            found.same_as = before.same_as or before
            return True
    return False


def _part_before(sentence: Sentence, before: Candidate, found: Candidate) -> Candidate | None:
    """Return the part that a part is of: "Of the 640 boys, 212 were hurt, *85 of them* badly"."""
    if before.subset_of is None or found.phrase is None or not found.phrase.anaphor:
        return None
    told = sentence.lowers[found.left - 1] == "," and sentence.words[before.right].flags & s.AUX
    return before if told and opens_as_whole(sentence, before.subset_of) and _fits(before, found) else None


def _goes_on_whole(sentence: Sentence, whole: Candidate, found: Candidate) -> bool:
    """Tell the next part of a whole before its parts: "Of the 480 families, 37 were IDPs *and 52 were* returnees"."""
    at = found.first - 1
    if not sentence.words[at].flags & s.CONJ and sentence.lowers[at] not in _MARKS:
        return False
    told = sentence.words[found.after].flags & s.BE and found.unit_kind == "count"
    return told != 0 and _fits(whole, found) and opens_as_whole(sentence, whole)


def _included(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether a number opens a subtotal: "including 14 children", "among them 300", "two of whom"."""
    if found.phrase is not None and found.phrase.anaphor:
        return True
    last = found.first - 1
    if sentence.lowers[last] == ":":
        last -= 1  # "including: 1,862 displaced"
    for at in range(last, found.first - 5 if found.first > 5 else -1, -1):
        word = sentence.words[at]
        if word.flags & s.INCLUSION and sentence.lowers[at] not in ("with", "among", "counting"):
            return True
        if sentence.numbers[at] is not None or not (
            word.before or word.certainty or word.flags & (s.BE | s.DET | s.OTHER | s.TRANSPARENT)
        ):
            return False
    return False


def _broken_down(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell whether a bracket right behind a figure opens its breakdown: "655 individuals (519 men, 108 women ...)"."""
    at = found.first - 1
    while at > before.after and sentence.words[at].before is not None:
        at -= 1
    stop = before.right
    opens = (
        sentence.lowers[at] in ("(", ":")
        and (at - stop <= 2 or _says_where(sentence, stop, at))
        or sentence.lowers[at] in "–—-"
        and at == stop
    )
    if not opens or before.unit_kind != "count" or found.unit_kind != "count" or not _kin(before, found):
        return False
    if found.unit_span is not None and found.unit_span[1] <= found.start:
        return False  # a label of its own: "IDPs: 15,720 | HHs: 3,144"
    smaller = found.value is not None and before.value is not None and found.value < before.value
    return smaller and found.unit_id != "unknown"


def _says_where(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether only a place stands before a bracket: "655 families across the country (519 in the north ...)"."""
    return (
        last - first <= _PLACE
        and sentence.words[first].flags & s.PREP != 0
        and not any(word.is_verb_only or word.flags & s.AUX for word in sentence.words[first:last])
        and not any(sentence.numbers[first:last])
    )


def _in_bracket(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell a number that goes on the bracket of the one before it: "(519 in the north and 136 in the south)"."""
    last = found.first - 1
    between = sentence.lowers[before.right : last + 1]
    joined = sentence.words[last].flags & s.CONJ or sentence.lowers[last] == ","
    if not joined or len(between) > _PARTS or ")" in between:
        return False
    return "(" in sentence.lowers[max(0, before.first - 2) : before.first]


def _kin(left: Candidate, right: Candidate) -> bool:
    return (
        left.unit_id == right.unit_id
        or "unknown" in (left.unit_id, right.unit_id)
        or {left.unit_id, right.unit_id} <= _PEOPLE
    )


def _whole(before: list[Candidate], found: Candidate) -> Candidate | None:
    """Find the total of a subtotal: the nearest earlier figure of the same unit that is no part itself."""
    totals = [
        c
        for c in before[: -_TOTALS - 1 : -1]
        if c.unit_kind == "count"
        and c.subset_of is None
        and (c.same_as is None or c.unit_id == found.unit_id)
    ]
    for total in totals:
        if (_kin(total, found) or _is_sort(total, found)) and _fits(total, found):
            return total
    return totals[0] if totals and found.unit_kind == "ratio" else None


def _is_sort(total: Candidate, found: Candidate) -> bool:
    """Tell things that are a sort of others: "300 buildings, including *12 schools*"."""
    if total.noun is None or found.noun is None:
        return False
    return total.noun.cls == found.noun.cls and found.noun.cls in _THINGS


def _fits(total: Candidate, found: Candidate) -> bool:
    """Tell whether a part is no larger than its total, as far as both are known."""
    if found.value is None or total.high is None or total.value is None:
        return True
    each = _HOUSEHOLD if total.unit_id == "household" and found.unit_id == "person" else 1
    return found.value <= max(total.value, total.high) * each


def _listed(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell whether a number goes on a list that the one before it began."""
    between = range(before.right, found.first)
    if len(between) > 2:
        return _is_among(sentence, before) and _is_described(sentence, before, found)
    marks = _MARKS if _is_itemised(sentence, before) else ","
    return all(sentence.words[i].flags & s.CONJ or sentence.lowers[i] in marks for i in between)


def _is_among(sentence: Sentence, part: Candidate) -> bool:
    """Tell the parts of a list that "among them" opens: all that goes on with "and" is of the same total."""
    whole = part.subset_of
    if whole is None:
        return False
    return any(word.flags & s.INCLUSION for word in sentence.words[whole.right : part.first])


def _is_described(sentence: Sentence, part: Candidate, found: Candidate) -> bool:
    """Tell what is said of a part before the next: "40 people *hit by floods* and", "9 *in host families*,"."""
    last = found.first - 1
    joined = sentence.words[last].flags & s.CONJ or sentence.lowers[last] == ","
    opening = sentence.words[part.right]
    if not joined or not (opening.forms & s.PARTICIPLE or opening.flags & s.PREP) or found.noun is None:
        return False
    between = range(part.right, last)
    return len(between) <= _PARTS and not any(
        sentence.words[i].flags & (s.AUX | s.REL | s.CONTRAST | s.SUB & ~s.PREP) or sentence.lowers[i] in STOP
        for i in between
    )


def _is_itemised(sentence: Sentence, part: Candidate) -> bool:
    """Tell the parts of a list behind a colon, which semicolons may part: "including: 300 boys; 200 girls"."""
    whole = part.subset_of
    return whole is not None and ":" in sentence.lowers[whole.right : part.first]


def _in_list(sentence: Sentence, found: Candidate) -> bool:
    """A subtotal list ends where its own verb begins: "including 3 children, and 30 were wounded"."""
    behind = sentence.words[found.right]
    did = behind.forms & s.PAST and not any("person" in frame.object for frame, _ in behind.verbs)
    return not behind.flags & s.AUX and not did  # "and 30 people *fled*"
