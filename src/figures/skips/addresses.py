"""Numbers of houses and streets: "75 rue Nelson", "rue Capois 14", "near 50 Street", "at 12 orchid street"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import counts
from figures.tokens import Sentence

_NAME = 4  # tokens between "rue" and the number behind its name


def may_live(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell whether a word for a street stands near a number between two words."""
    first, after, leads = found.first, found.after, lexicon.lists.street_leads
    if sentence.lowers[after] in leads or sentence.lowers[first - 1] in leads:
        return True
    if sentence.words[after] is s.UNKNOWN and sentence.lowers[after + 1] in lexicon.lists.streets:
        return True
    return sentence.words[first - 1] is s.UNKNOWN and not leads.isdisjoint(
        sentence.lowers[max(0, first - _NAME) : first - 1]
    )


def address(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the number of a house or of a street."""
    first, after, lowers = found.first, found.after, sentence.lowers
    if after > first + 1 or not lowers[first].isdecimal() or found.value == 1 and lowers[after] == "way":
        return None
    at = after + 1 if lowers[after] == "," else after
    leads, streets = lexicon.lists.street_leads, lexicon.lists.streets
    if lowers[at] in leads or lowers[first - 1] in leads and not counts(sentence, found):
        return "address"
    if lowers[after] in streets or lowers[after + 1] in streets:
        return "address" if _is_street(sentence, lexicon, found) else None
    if first and not leads.isdisjoint(lowers[first - _NAME if first > _NAME else 0 : first - 1]):
        return (
            "address" if _is_behind_name(sentence, lexicon, first) and not counts(sentence, found) else None
        )
    return None


def _is_street(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "near 50 Street" and "at 65 orchidee street" from "30 street vendors" and "a 4 lane road"."""
    at, value = found.after, found.value or 0
    if value < 2 or not sentence.adjacent(at) and sentence.text[found.end : found.end + 1] not in " \u00a0":
        return False
    if sentence.lowers[at] in lexicon.lists.streets:
        before = sentence.words[found.first - 1]
        led = before.flags & (s.PREP | s.CONJ | s.DET) or before.before is not None  # "close to 50 Street"
        if not led or not sentence.is_capital(at):
            return False
    elif sentence.words[at] is s.UNKNOWN and not sentence.lowers[at].endswith("-"):
        at += 1
    else:
        return False
    behind = sentence.words[at + 1]
    return behind.noun is None and (behind is s.UNKNOWN or not sentence.is_capital(at + 1))


def _is_behind_name(sentence: Sentence, lexicon: Compiled, first: int) -> bool:
    """Tell a name between the word for a street and the number: "rue *Capois* 14"."""
    at = first - 1
    while at > 0 and (sentence.words[at] is s.UNKNOWN or sentence.is_capital(at)):
        if sentence.lowers[at] in lexicon.lists.street_leads:
            return at < first - 1
        at -= 1
    return False
