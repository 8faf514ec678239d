"""The phrase of a cue of commitment: which numbers a word such as "suspected" or "possibly" reaches."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.doubts import doubts_other, states, tells_why
from figures.commitment.friends import has_own_verb, is_number
from figures.commitment.modifiers import is_placed
from figures.commitment.turns import MARKS, TURN, finite
from figures.lexicon import senses as s
from figures.tokens import Sentence

PHRASE = 10  # tokens between a cue and a number
_PHRASE_WITH_VERB = 6  # where the number has a verb of its own
_RESULT, _DEED = 4, 40  # tokens between a cue and what a deed that it is about led to
_IFS = ("if", "so that", "unless", "until")
_ILLS = ("people.ill", "people.killed")
_ILL = 3  # tokens between the sick and their illness
_ASIDE = 14  # tokens of an aside before a verb


def in_phrase(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a cue reaches a number as part of its own phrase or list."""
    counted = sentence.numbers[at - 1] or sentence.words[at - 1].adjectives and sentence.numbers[at - 2]
    named = sentence.words[at].noun is not None or sentence.words[at + 1].noun is not None
    if counted and (named or sentence.words[at + 1].flags & s.CONJ and is_number(sentence, at + 2)):
        return counted is found  # "26 suspected cases, zero deaths"
    if at > found.first:
        return _in_phrase_before(sentence, found, at)
    gap = range(at + 1, found.first)
    governing = sentence.words[at - 2 if sentence.words[at - 1].flags & s.DET else at - 1]
    if named and governing.flags & s.PREP and "," in sentence.lowers[at + 1 : found.first]:
        return False  # "missiles at alleged militants, killing 6"
    if sentence.words[at - 1].flags & s.INCLUSION and any(_lists(sentence, i) for i in gap):
        return False  # "including possibly 3 civilians, and 2 injured"
    states_it = sentence.lowers[at] == "alleged" and states(sentence, at)
    if named and not states_it and any(_is_deed(sentence.words[i]) for i in gap):
        return False  # "suspected militants fired two rockets"
    if len(gap) > 1 and doubts_other(sentence, at, found.first):
        return False
    if sentence.words[at - 1].flags & s.REL and _closes_relative(sentence, at, found.first):
        return False
    if sentence.words[at + 1].noun is not None and is_placed(sentence, gap):
        return False
    if len(gap) > _RESULT and _is_result(sentence, found, at):
        return True
    if _other_clause(sentence, gap) or any(_splits(sentence, i) for i in gap):
        return False
    if (
        any(_turns(sentence, i) for i in gap)
        and finite(sentence, found.after, found.after + TURN) is not None
    ):
        return False  # "feared the worst *after 40 people fled*"
    if sentence.lowers[at].endswith(" to have") and any(_is_circumstance(sentence, i) for i in gap[2:]):
        return False
    if (len(gap) > 2 or any(sentence.words[i].flags & s.CONJ for i in gap)) and has_own_verb(
        sentence, found.after
    ):
        return len(gap) <= _PHRASE_WITH_VERB and not any(_lists(sentence, i) for i in gap)
    return len(gap) <= PHRASE


def _is_result(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what came of a deed: "*reportedly* shelled the town of Bol (Sar), *killing 1 man* and hurting 3"."""
    lowers, words = sentence.lowers, sentence.words
    if found.first - at > _DEED or not words[at + 1].is_verb_only or not words[at + 1].forms & s.PAST:
        return False
    index = found.first - 1
    while index > at and not (lowers[index] == "," and words[index + 1].forms & s.PRESENT):
        if (
            words[index].flags & (s.CONTRAST | s.REL | s.AUX)
            or words[index].is_finite
            or lowers[index] in ";()"
        ):
            return False
        index -= 1
    return index > at and not any(
        words[i].flags & (s.CONTRAST | s.REL) or lowers[i] in ";:|" or words[i].certainty is not None
        for i in range(at + 2, index)
    )


def _is_circumstance(sentence: Sentence, index: int) -> bool:
    """Tell what goes with a deed that only seems: "seem to have left *over* the week", not "resulted in"."""
    return sentence.words[index].flags & s.PREP != 0 and sentence.lowers[index] != "of"


def _in_phrase_before(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a cue behind a number reaches it, and is no part of another phrase ("in a possible strike")."""
    first = found.after + (sentence.lowers[found.after] == ")")
    again = sentence.numbers[first + 1] if sentence.lowers[first] == "(" else None
    if again is not None and again.value == found.value and sentence.lowers[again.after] == ")":
        first = again.after + 1  # "thirty (30) suspected cases"
    gap = range(first, at)
    if len(gap) > PHRASE:
        return _in_aside(sentence, found, at)
    if any(_splits(sentence, i) for i in gap):
        return False
    if any(_lists(sentence, i) for i in gap) and not _shares_verb(sentence, gap):
        return _in_aside(sentence, found, at)
    if sentence.lowers[at + 1] == "of" or tells_why(sentence, at) or _in_other_clause(sentence, gap):
        return False  # "arrested four men suspected of hunting"
    if is_number(sentence, at + 1) or "by" in sentence.lowers[found.after : at]:
        return False  # "2 abducted by men suspected of ..."
    behind = sentence.words[at + 1]
    if sentence.words[at + 1].forms & s.PARTICIPLE and sentence.words[at - 1].noun is not None:
        led = (sentence.words[i].flags & s.PREP and sentence.lowers[i] != "of" for i in gap)
        if any(led) and not sentence.words[at - 1].flags:
            return False  # "12 died in raids *allegedly* led by a clan"
    if len(gap) <= _ILL and _is_ill(sentence, at - 1):
        return True
    own = behind.noun is not None or sentence.lowers[at + 1][:1].isalpha()
    return not (sentence.words[at - 1].flags & (s.DET | s.PREP) and own)


def _is_ill(sentence: Sentence, at: int) -> bool:
    """Tell what the counted are thought to have: "40 girls *with suspected dengue*", "9 cases *of suspected* mumps"."""
    if sentence.lowers[at] == "with":
        return True
    noun = sentence.words[at - 1].noun
    return sentence.lowers[at] == "of" and noun is not None and noun.category in _ILLS


def _closes_relative(sentence: Sentence, at: int, first: int) -> bool:
    """Tell a verb behind a relative clause: "soldiers, who *allegedly* took part, *killed* 40", not ", killing 40"."""
    behind = sentence.lowers[at + 1 : first]
    if "," not in behind:
        return False
    word = sentence.words[at + 2 + behind.index(",")]
    return bool(word.is_finite or word.flags & s.AUX)


def _turns(sentence: Sentence, index: int) -> bool:
    """Tell what opens a clause of time or reason: "after 40 people fled", not "if", "that"."""
    flags = sentence.words[index].flags
    return flags & s.SUB != 0 and not flags & (s.REL | s.CONTRAST) and sentence.lowers[index] not in _IFS


def _is_deed(word: s.Word) -> bool:
    """Tell a verb of the past, not one that gives a size: "killed", not "rose to"."""
    return word.is_verb_only and word.forms & s.PAST != 0 and not word.flags & s.LEVEL


def _in_other_clause(sentence: Sentence, gap: range) -> bool:
    """Tell a cue in a clause of time, place or reason: "12 were hurt *when a crowd* allegedly threw stones"."""
    for index in reversed(gap):
        word = sentence.words[index]
        if sentence.lowers[index] == ",":
            return False
        if word.flags & s.SUB and not word.flags & s.REL:
            after = index + 1 < gap.stop and not sentence.words[gap.stop - 1].flags & s.BE
            return after or not word.flags & s.PREP
    return False


def _in_aside(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a subject and its parts before a verb: "nine men, including two cooks, were allegedly"."""
    last = at
    while last > found.after and sentence.words[last - 1].flags & (s.BE | s.HAVE):
        last -= 1
    if last == at or sentence.lowers[last - 1] != ",":
        return False
    opened = next((i for i in range(last - 2, max(0, last - _ASIDE), -1) if _opens_aside(sentence, i)), -1)
    if opened < 0 or any(
        sentence.words[i].flags & s.AUX or _splits(sentence, i) for i in range(opened, last)
    ):
        return False
    between = range(found.after, opened)
    return (
        found.first > opened
        or len(between) <= PHRASE
        and not any(
            sentence.lowers[i] in MARKS or sentence.words[i].flags & s.AUX or sentence.words[i].is_verb_only
            for i in between
        )
    )


def _opens_aside(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at] == "," and sentence.words[at + 1].flags & s.INCLUSION != 0


def _shares_verb(sentence: Sentence, gap: range) -> bool:
    """Tell the first members of a list before a verb: "seven schools and four clinics were reportedly hit"."""
    if sentence.words[gap[-1]].flags & s.CONJ or sentence.lowers[gap[-1]] == ",":
        alone = not any(_lists(sentence, i) for i in gap[:-1])
        if alone and len(gap) > 1 and sentence.words[gap[-2]].adjectives:
            return True  # "40 people are missing and feared dead"
    auxiliary = next((i for i in gap if sentence.words[i].flags & (s.BE | s.HAVE)), -1)
    last = max((i for i in gap if sentence.numbers[i] is not None), default=-1)
    return -1 < last < auxiliary and not any(
        sentence.words[i].flags & s.PREP
        or sentence.words[i].is_verb_only
        or sentence.words[i].forms & s.PARTICIPLE
        for i in range(gap.start, auxiliary)
    )


def _splits(sentence: Sentence, index: int) -> bool:
    """Tell whether a token ends the reach of a phrase cue."""
    return sentence.lowers[index] in ";:|()" or sentence.words[index].flags & (s.CONTRAST | s.REL) != 0


def _lists(sentence: Sentence, index: int) -> bool:
    """Tell whether a token stands between the members of a list, or is one that is counted."""
    if sentence.numbers[index] is not None or sentence.lowers[index] == ",":
        return True
    return sentence.words[index].flags & s.CONJ != 0


def _other_clause(sentence: Sentence, gap: range) -> bool:
    """Tell whether a conjunction opens a clause with its own auxiliary: ", and the army has closed"."""
    joined = False
    for index in gap:
        flags = sentence.words[index].flags
        joined = joined or flags & s.CONJ != 0
        if joined and flags & (s.BE | s.HAVE):
            return True
    return False
