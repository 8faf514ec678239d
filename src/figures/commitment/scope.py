"""The scope of a cue of commitment: which numbers of its sentence it covers."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.clauses import MARKS, closed_bracket, in_clause_before, in_clause_behind
from figures.commitment.cues import SOURCE
from figures.commitment.friends import ends_clause, has_own_verb, is_number
from figures.commitment.given import is_own_age, is_past, is_title
from figures.commitment.modifiers import awaits, is_placed, modifies, puts, same_bracket
from figures.commitment.speech import (
    ages_speaker,
    closes,
    denies,
    in_relative,
    is_basis,
    leads_up,
    names_source,
    says_else,
    speaks,
)
from figures.lexicon import senses as s
from figures.lexicon.compiled import WordLists
from figures.records import Bound, Certainty
from figures.tokens import Sentence

#: Weakest first; the strongest covering cue wins.
STRENGTH = {certainty: rank for rank, certainty in enumerate(Certainty)}

_ATTRIBUTED, _PROJECTED, _DISPUTED = Certainty.ATTRIBUTED, Certainty.PROJECTED, Certainty.DISPUTED
_PHRASE, _PHRASE_WITH_VERB = 10, 6
_ASIDE = 14  # tokens of an aside before a verb
_FULL_STOPS = frozenset((".", "!", "?", "??", "!!", "..", "..."))


def commit(
    sentence: Sentence, found: Candidate, cues: list[tuple[int, s.CertaintyCue]], lists: WordLists
) -> None:
    """Give a number the strongest commitment whose scope covers it."""
    best: s.CertaintyCue | None = None
    for at, cue in cues:
        if not _covers(sentence, found, at, cue, lists):
            continue
        found.cue_spans += ((sentence.starts[at], sentence.ends[at], cue.cue_class),)
        if best is None or STRENGTH[cue.certainty] > STRENGTH[best.certainty]:
            best = cue
        if (
            cue.bound is not None
            and found.bound is Bound.EXACT
            and found.kind not in ("vague", "zero")
            and _is_nearest(sentence, found, at, cue)
        ):
            found.bound = cue.bound
            found.text_start = min(found.text_start, sentence.starts[at])
    if best is not None:
        found.certainty = best.certainty


def _is_nearest(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue) -> bool:
    """Tell the number that takes the bound of a cue of its clause: "to have killed *900* goats in 3 wards"."""
    if cue.scope != "clause":
        return True
    first, after = min(at, found.after), max(at, found.first)
    if "(" in sentence.lowers[first:after] or "," in sentence.lowers[first:after]:
        return False  # "was estimated to have fallen, mostly in Oru (33%)"
    return all(number is None for number in sentence.numbers[first:after])


def _covers(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue, lists: WordLists) -> bool:
    """Tell whether a number stands in the scope of a cue."""
    leads = at < found.first
    if _full_stop(sentence, at + 1 if leads else found.after, found.first if leads else at):
        return False
    if cue.scope == "number":
        return _is_beside(sentence, found, at) if leads else _is_put(sentence, found, at)
    if cue.scope == "bracket":
        return same_bracket(sentence, found, at)
    if cue.scope == "modifier":
        return modifies(sentence, found, at)
    if cue.scope == "awaited":
        return awaits(sentence, found, at)
    if cue.scope == "topic":
        return puts(sentence, found, at)
    if cue.scope == "noun":
        return sentence.numbers[at - 1] is found or leads and sentence.lowers[at + 2] == "of"
    if cue.forward and not leads:
        return cue.cue_class == "claimed" and closes(sentence, found, at)
    if cue.certainty is _PROJECTED and (
        is_past(sentence, lists, found)
        or is_own_age(sentence, found)
        or not leads
        and is_title(sentence, found, lists.races)
    ):
        return False
    if cue.scope == "sentence":
        if cue.certainty is _DISPUTED:
            return denies(sentence, found, at, cue, leads=leads)
        if leads:
            if sentence.lowers[at + 1] == ";" or ages_speaker(sentence, found, at):
                return False
            return not names_source(sentence, found, at)
        if cue.cue_class == "reported":
            return not says_else(sentence, found, at)
        if cue is SOURCE:
            return True
        if cue.certainty is not _ATTRIBUTED:
            apart = ";" in sentence.lowers[found.after : at] and not ends_clause(sentence, at)
            apart = apart or sentence.lowers[at].endswith(" that") and says_else(sentence, found, at)
            return not apart and not closed_bracket(sentence, found, at)
        if leads_up(sentence, found, at):
            return False
        if says_else(sentence, found, at) or in_relative(sentence, found, at) or _concludes(sentence, at):
            return False
        return not (speaks(sentence, found, at) or is_basis(sentence, found, at, lists.inquiries))
    if cue.scope == "phrase":
        return _in_phrase(sentence, found, at)
    if leads:
        return in_clause_behind(sentence, found, at, cue, lists.causes)
    return in_clause_before(sentence, found, at, cue, lists.causes)


def _is_put(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a number that is put so behind it: "12 million people are estimated to be hungry"."""
    if not sentence.lowers[at].endswith(" to be") and sentence.lowers[at + 1] != "to":
        return False
    gap = range(found.after, at)
    return len(gap) <= _PHRASE and not any(
        _counts(sentence, i)
        or sentence.lowers[i] in MARKS
        or sentence.words[i].flags & s.CONJ
        or sentence.words[i].is_verb_only
        and not sentence.words[i].flags & s.AUX
        and not (i == found.after and sentence.words[i].forms & s.PARTICIPLE)
        for i in gap
    )


def _counts(sentence: Sentence, at: int) -> bool:
    """Tell a number that may be put so itself, no mark of a footnote: "40,000 refugees2 are estimated to"."""
    number = sentence.numbers[at]
    return number is not None and (number.skipped is None or not sentence.adjacent(at))


def _concludes(sentence: Sentence, at: int) -> bool:
    """Tell what is only concluded from a number before it: "300 calls in an hour, indicating ..."."""
    return sentence.lowers[at].endswith("ing") and sentence.lowers[at - 1] == ","


def _full_stop(sentence: Sentence, first: int, after: int) -> bool:
    """Tell whether a full stop parts two tokens where no sentence was cut: "no boat yet. we r 70 here"."""
    if first >= after or _FULL_STOPS.isdisjoint(sentence.lowers[first:after]):
        return False
    for index in range(first, after):
        if sentence.numbers[index] is not None:
            continue  # "4.4. million"
        if sentence.lowers[index] in _FULL_STOPS and sentence.starts[index + 1] > sentence.ends[index]:
            before = sentence.lowers[index - 1]
            if len(before) > 3 or sentence.lowers[index] in "!?" or not sentence.is_capital(index - 1):
                return True
    return False


def _in_phrase(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a cue reaches a number as part of its own phrase or list."""
    counted = sentence.numbers[at - 1] or sentence.words[at - 1].adjectives and sentence.numbers[at - 2]
    named = sentence.words[at].noun is not None or sentence.words[at + 1].noun is not None
    if counted and named:
        return counted is found  # "26 suspected cases, zero deaths"
    if at > found.first:
        return _in_phrase_before(sentence, found, at)
    gap = range(at + 1, found.first)
    governing = sentence.words[at - 2 if sentence.words[at - 1].flags & s.DET else at - 1]
    if named and governing.flags & s.PREP and "," in sentence.lowers[at + 1 : found.first]:
        return False  # "missiles at alleged militants, killing 6"
    if sentence.words[at - 1].flags & s.INCLUSION and any(_lists(sentence, i) for i in gap):
        return False  # "including possibly 3 civilians, and 2 injured"
    if named and any(sentence.words[i].is_verb_only and sentence.words[i].forms & s.PAST for i in gap):
        return False  # "suspected militants fired two rockets"
    if sentence.words[at + 1].noun is not None and is_placed(sentence, gap):
        return False
    if _other_clause(sentence, gap) or any(_splits(sentence, i) for i in gap):
        return False
    if sentence.lowers[at].endswith(" to have") and any(_is_circumstance(sentence, i) for i in gap[2:]):
        return False
    if (len(gap) > 2 or any(sentence.words[i].flags & s.CONJ for i in gap)) and has_own_verb(
        sentence, found.after
    ):
        return len(gap) <= _PHRASE_WITH_VERB and not any(_lists(sentence, i) for i in gap)
    return len(gap) <= _PHRASE


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
    if len(gap) > _PHRASE:
        return _in_aside(sentence, found, at)
    if any(_splits(sentence, i) for i in gap):
        return False
    if any(_lists(sentence, i) for i in gap) and not _shares_verb(sentence, gap):
        return _in_aside(sentence, found, at)
    if sentence.lowers[at + 1] == "of":
        return False  # "arrested four men suspected of hunting"
    if is_number(sentence, at + 1) or "by" in sentence.lowers[found.after : at]:
        return False  # "2 abducted by men suspected of ..."
    behind = sentence.words[at + 1]
    own = behind.noun is not None or behind.strange and sentence.is_capital(at + 1)
    return not (sentence.words[at - 1].flags & (s.DET | s.PREP) and own)


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
        or len(between) <= _PHRASE
        and not any(
            sentence.lowers[i] in MARKS or sentence.words[i].flags & s.AUX or sentence.words[i].is_verb_only
            for i in between
        )
    )


def _opens_aside(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at] == "," and sentence.words[at + 1].flags & s.INCLUSION != 0


def _shares_verb(sentence: Sentence, gap: range) -> bool:
    """Tell the first members of a list before a verb: "seven schools and four clinics were reportedly hit"."""
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


def _is_beside(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether only cues, currency signs and small words stand between a cue and the number."""
    if ":" in sentence.lowers[at + 1 : found.first] and found.first - at <= 6:
        return True  # "Estimated dead: 150"
    return found.first - at <= 5 and all(_is_small(sentence, i) for i in range(at + 1, found.first))


def _is_small(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if sentence.numbers[index] is not None:
        return False
    if word.before or word.unit or word.flags & (s.DET | s.OTHER | s.TRANSPARENT):
        return True
    return len(sentence.lowers[index]) <= 3
