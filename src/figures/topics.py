"""What a sentence tells the number of: "the number of samples tested fell (379 this month, against 1,030)"."""

from __future__ import annotations

from figures.antecedents import in_place
from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase import read_nouns
from figures.tokens import Sentence

_OF = " of "
_SUBJECT = 9  # tokens between what is one of several and "of"
_REACH = 30  # tokens between "number of" and a number that it tells
#: Classes of nouns that no sentence tells the number of.
_UNCOUNTED = frozenset(("label", "land", "money"))


def topic(sentence: Sentence, lexicon: Compiled, found: Candidate) -> int:
    """Return the noun behind "number of" that a bare number tells how many of there are, -1 where there is none."""
    at = _link(sentence, lexicon, found)
    if at < 0 or found.value == 1:
        return -1
    if (
        sentence.lowers[at] == "(" and sentence.lowers[found.after + 1] == "of"
    ):  # "the lowest number (2,989) of cases"
        named = sentence.lowers[at - 1].rpartition(" ")[2] in lexicon.lists.number_nouns
        return _head(sentence, found.after + 2) if named else -1
    apart = sentence.lowers[at] == "with" or sentence.lowers[at - 1] == ","
    for index in range(at - 1, max(-1, at - _REACH), -1):
        token, other = sentence.lowers[index], sentence.numbers[index]
        counted = other is not None and other.unit_id != "unknown" and not other.implied
        counted = counted and (other is None or other.unit_kind != "time")  # "who stayed *14 days*"
        if counted or token in ".;":
            return -1
        if apart and _OF in token and sentence.words[index].noun is not None:
            return index  # "number of families" is one entry
        if token in lexicon.lists.totals and other is None:
            head = _head(sentence, index + 1)
            if head >= 0:
                return head if head < at else -1
        if sentence.lowers[index + 1] == "of" and token.rpartition(" ")[2] in lexicon.lists.number_nouns:
            told = read_nouns(sentence, index + 2)
            if told.head is None or told.noun is None or told.noun.cls in _UNCOUNTED or told.after > at:
                return -1
            return told.head if sentence.words[told.head].plural else -1
    return -1


def _head(sentence: Sentence, at: int) -> int:
    """Return the plural that "total" or "cumulative" stands before, -1 where there is none."""
    told = read_nouns(sentence, at)
    if told.head is None or told.noun is None or told.noun.cls in _UNCOUNTED:
        return -1
    return told.head if sentence.words[told.head].plural else -1


def _link(sentence: Sentence, lexicon: Compiled, found: Candidate) -> int:
    """Return the word that may join a number to what it tells of, "rose *to* about 300", -1 where there is none."""
    behind = sentence.words[found.after]
    if behind.flags & s.AUX or behind.forms & s.PARTICIPLE or behind.adjectives:
        return -1
    at, links = found.first - 1, lexicon.lists.topic_links
    while at > 0 and sentence.words[at].before is not None and sentence.lowers[at] not in links:
        at -= 1
    hedged = at < found.first - 1  # "as high as 300"
    linked = hedged or sentence.lowers[at] in links
    return at if linked or sentence.words[at].flags & (s.BE | s.CHANGE_VERB | s.LEVEL) else -1


def one_of(sentence: Sentence, found: Candidate) -> int:
    """Return what is one of a bare number of its kind: "the *deal* is one of several", "the *raid* was one of 3"."""
    at = found.first - 1
    while at > 0 and sentence.words[at].before is not None:
        at -= 1
    if (
        sentence.lowers[at] != "of"
        or sentence.lowers[at - 1] != "one"
        or not sentence.words[at - 2].flags & s.BE
    ):
        return -1
    for index in range(at - 3, max(-1, at - _SUBJECT), -1):
        if sentence.words[index].noun is not None and not in_place(sentence, index):
            return index
        if sentence.lowers[index] in ",.;:":
            break
    return -1


def body_of(sentence: Sentence, lexicon: Compiled, found: Candidate) -> int:
    """Return what people make up whose number stands behind "of", "a workforce of about *300*", else -1."""
    at = found.first - 1
    while at > 0 and sentence.words[at].before is not None:
        at -= 1
    named = sentence.lowers[at] == "of" and sentence.lowers[at - 1] in lexicon.lists.bodies
    return at - 1 if named and sentence.words[at - 1].noun is not None else -1


def repeats_list(sentence: Sentence, found: Candidate, earlier: list[Candidate]) -> bool:
    """Tell the numbers of "210 kits and 27 beds (527 and 96 in 2017)", each held against its own."""
    first, second = earlier[-2], earlier[-1]
    if second.like is first or second.like is not None and sentence.lowers[second.first - 1] == "(":
        return second.like is not first and second.after + 1 == found.first and first.noun is not None
    opens = sentence.lowers[found.first - 1] == "(" and sentence.words[found.after].flags & s.CONJ
    again = sentence.numbers[found.after + 1] if opens else None
    if again is None or first.noun is None or second.noun is None or first.noun is second.noun:
        return False
    behind = sentence.words[again.after].flags & s.PREP or sentence.lowers[again.after].startswith(
        ("last", "this")
    )
    return bool(behind) and first.unit_kind == "count"
