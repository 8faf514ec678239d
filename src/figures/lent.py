"""Numbers that count what an earlier figure counts: the next sum, a part, what it is held against, a new total."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.held import is_held_against, is_new_total, is_other_end
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.others import is_inside, is_whole, take_over, take_part
from figures.sums import main_sum
from figures.tokens import Sentence
from figures.topics import repeats_list

_SUM = 1_000_000  # the least that a sum without its currency comes to
_MORE = frozenset(("additional", "another", "further", "plus"))
_MEASURED = ("count", "currency", "physical")


def takes_earlier(sentence: Sentence, lexicon: Compiled, found: Candidate, earlier: list[Candidate]) -> bool:
    """Give a number the noun or unit of a figure before it, and tell whether one lends it."""
    previous = earlier[-1]
    if previous.unit_kind == "currency" and _is_sum(sentence, found):
        found.like = main_sum(sentence, earlier)
        take_over(found, found.like)  # "needs $60m for camps: *18 million* for food"
    elif len(earlier) > 1 and repeats_list(sentence, found, earlier):
        found.like = earlier[-2]
        take_over(found, earlier[-2])
    elif take_part(sentence, found, previous) or is_inside(sentence, found, earlier):
        return True
    elif is_whole(sentence, found, previous) or is_new_total(sentence, previous, found):
        take_over(found, previous)
    elif is_other_end(sentence, previous, found):
        take_over(found, previous)
        found.like = previous
    elif _goes_on(sentence, previous, found):
        take_over(found, previous)
    elif is_held_against(sentence, lexicon, found):
        measured = [c for c in earlier if c.unit_kind in _MEASURED]
        if measured and measured[0].unit_id != "unknown":
            take_over(found, measured[0])
            found.like = measured[0]
    else:
        return False
    return True


def _is_sum(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number with its scale, a sum like the one before it: "18 million for food"."""
    scaled = found.after > found.first + 1 and (found.value or 0) >= _SUM
    word = sentence.words[found.after]
    if word.forms & s.PARTICIPLE:
        return scaled and sentence.lowers[found.first - 1] in _MORE  # "(plus *5 million* given by the bank)"
    return scaled and word.flags & (s.PREP | s.CONJ | s.BE) != 0


def _goes_on(sentence: Sentence, previous: Candidate, found: Candidate) -> bool:
    """Tell a number that repeats or goes on with the one before: "five (5)", "AFN 68, 72 and 73", "from 30 to 12"."""
    at = found.first - 1
    if previous.unit_id == "unknown":
        return False
    if sentence.lowers[at] == "(" and at == previous.after and previous.value == found.value:
        return True
    between = range(previous.right, found.first)
    if previous.unit_kind == "currency" and previous.unit_span is not None or previous.implied:
        listed = all(sentence.words[i].flags & s.CONJ or sentence.lowers[i] == "," for i in between)
        if listed and 0 < len(between) < 3 and previous.unit_kind == "currency":
            return previous.implied or previous.text_start < previous.start
    return _shares_label(sentence, previous, found)


def _shares_label(sentence: Sentence, previous: Candidate, found: Candidate) -> bool:
    """Tell the next item behind a label: "Schools: 45 destroyed, 120 damaged"."""
    span = previous.unit_span
    if span is None or span[0] >= previous.start or previous.noun is None or previous.unit_kind != "count":
        return False
    behind = sentence.words[found.after]
    if not behind.forms & s.PARTICIPLE and not behind.adjectives:
        return False
    return all(
        sentence.lowers[i] not in ":;.|" and sentence.words[i].noun is None
        for i in range(previous.after, found.first)
    )
