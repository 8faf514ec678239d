"""Nouns that numbers share: a number without one of its own counts what the number behind it counts."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.pairs import corrected
from figures.phrase import Phrase
from figures.tokens import Sentence

_PEOPLE = frozenset(("combatant", "household", "label", "person", "team"))
_SPELT = 10
_ADJECTIVES = 3  # tokens between a number and "and" that may be adjectives of a later noun


def shares_noun(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Candidate | None:
    """Find the number whose noun counts for this one too: "863,000 and 965,000 persons"."""
    at = found.after
    following = corrected(sentence, lexicon, found)
    if following is not None and (following.noun is not None or following.unit is not None):
        return following
    change = sentence.lowers[at] == "to" and _starts_change(sentence, found)
    listed = sentence.lowers[at] == ","
    if listed and sentence.words[at + 1].flags & s.CONJ:
        at += 1
    if not change and not listed and not sentence.words[at].flags & s.CONJ:
        return _shares_behind_adjectives(sentence, found)
    article = sentence.lowers[at + 1] == "a" and sentence.lowers[found.first - 1] == "a"
    next_at = at + 1 + article  # "a 6.3 and a 5.9 quake"
    while change and sentence.words[next_at].before is not None and sentence.numbers[next_at] is None:
        next_at += 1  # "from about 30 to *more than* 50 huts"
    following = sentence.numbers[next_at]
    if following is None:
        return _shares_behind_adjectives(sentence, found)
    if following.skipped is not None or following.kind != found.kind and not _is_spelt(found, following):
        return None
    if following.noun is None and following.unit is None:
        return None
    if listed and at == found.after:  # "36, 36 and 35 AFN": the next number has no noun of its own either
        return following if following.implied or _closes_list(sentence, following) else None
    return following if following.phrase is not None and following.phrase.first == following.after else None


def _starts_change(sentence: Sentence, found: Candidate) -> bool:
    """Tell "*from* 30" and "*from* about 30"."""
    at = found.first - 1
    while at > 0 and sentence.words[at].before is not None:
        at -= 1
    return sentence.lowers[at] == "from"


def _is_spelt(found: Candidate, following: Candidate) -> bool:
    """Tell a small number that is spelt out beside one in digits, as most houses write: "12 and *nine* men"."""
    small = following.kind == "words" and 1 < (following.value or 0) <= _SPELT
    return small and found.kind == "digits" and (found.value or 0) >= _SPELT


def _closes_list(sentence: Sentence, found: Candidate) -> bool:
    """Tell the last price of a list in brackets: "(43, 40, 39 *AFN* per kg)"."""
    at = found.phrase.unit_after if found.phrase is not None else found.after
    return found.unit_kind == "currency" and ")" in sentence.lowers[at : at + 5]


def _shares_behind_adjectives(sentence: Sentence, found: Candidate) -> Candidate | None:
    """Find the number whose noun counts for one with adjectives only: "35 probable and 12 confirmed cases"."""
    at = found.after
    while at < found.after + _ADJECTIVES and _is_adjective(sentence, at):
        at += 1
    following = sentence.numbers[at + 1]
    if at == found.after or following is None:
        return None
    if not sentence.words[at].flags & s.CONJ:  # "3 public, 2 private and 4 mission hospitals"
        return following if sentence.lowers[at] == "," and _shares(following) else None
    phrase = following.phrase
    if following.skipped is not None or following.noun is None or phrase is None or phrase.head is None:
        return None
    state = sentence.words[found.after].adjectives
    if state and following.noun.cls not in _PEOPLE:
        return None  # "12 dead and 8 large houses burnt"
    compound = " " in sentence.lowers[phrase.head]  # "suspected cases" is one entry
    described = phrase.first < phrase.head and (not state or _is_adjective(sentence, phrase.first))
    return following if compound or described else None


def shares_head(sentence: Sentence, lexicon: Compiled, found: Candidate, phrase: Phrase) -> Candidate | None:
    """Find the number whose noun counts for one with its like in the singular: "3 boy and 5 *girl pupils*"."""
    at = found.after + 1
    listed = sentence.lowers[at] == ","
    following = sentence.numbers[at + 1] if listed or sentence.words[at].flags & s.CONJ else None
    if following is None or following.skipped is not None or not phrase.many or phrase.noun is None:
        return None
    inner, word = following.phrase, sentence.words[following.after]
    if listed:  # "30 male, 12 female and 5 child patients"
        alike = word.noun is not None and word.noun.cls == phrase.noun.cls
        return following if alike and _shares(following) else None
    if inner is None or inner.head is None or not sentence.words[inner.head].plural:
        return None
    if inner.head == following.after:  # "9 *bus drivers*" is one entry
        first = sentence.lowers[inner.head].rpartition(" ")[0]
        word = lexicon.words.get(first, s.UNKNOWN) if phrase.noun.cls != "good" else s.UNKNOWN
    return following if word.noun is not None and word.noun.cls == phrase.noun.cls else None


def _shares(found: Candidate) -> bool:
    """Tell a number that has taken the noun of the one behind it."""
    return (
        found.implied and found.noun is not None and found.phrase is not None and found.phrase.partner is None
    )


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Tell a word in lower case that may stand before a noun: an adjective, or one that only begins entries."""
    word = sentence.words[at]
    if word.noun is not None or word.flags & ~s.LINKING or not sentence.raw_at(at)[:1].islower():
        return False
    if word.certainty is not None or word.adjectives:
        return True
    return not word.verbs and word.unit is None and word.after is None and sentence.numbers[at] is None
