"""Names that begin or go on with a number: "the Six Nations", "BBC Four", "told 50 Cent", "at 12 Downing Street"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import counts, is_participle
from figures.skips.titles import PEOPLE
from figures.tokens import Sentence

_BEFORE, _BEHIND = 6, 5  # words around a name that show running text
_ACRONYM = 6  # letters of the longest sponsor, and one more
_SPONSORED = 20  # the highest number in the name of a contest or a station


def in_words(sentence: Sentence, found: Candidate) -> bool:
    """Tell "the Six Nations" and "on BBC Four": a number word with a capital in running text."""
    first = found.first
    before, raw = sentence.raw_at(first - 1), sentence.raw_at(first)
    if not first or not sentence.is_capital(first) or not before[-1:].isalnum() or not raw[1:].islower():
        return False
    word = sentence.words[first - 1]
    if sentence.is_capital(found.after) or _is_hyphened(sentence, found.after):
        if word.flags & s.DET and before.islower():
            return True
        return not _is_lost_start(sentence, found) and _is_running(sentence, found)
    behind = sentence.words[found.after]
    if found.after > first + 1 or is_participle(sentence, found) or behind.adjectives:
        return False
    counted = counts(sentence, found)  # "In Homs Two people"
    if before.islower():  # "told Five that", "the Group of Eight", but "o Three (3) new cases"
        closed = counted or len(before) == 1 or sentence.lowers[found.after] == "("
        return not closed and _is_running(sentence, found)
    if _is_acronym(before):
        if not counted and not sentence.lowers[found.after][:1].isalpha():
            return True  # "(BBC Three)"
        if counted and (found.value != 1 or behind.noun is None or behind.noun.cls in PEOPLE):
            return False  # "SANA One civilian", but "his BBC One show"
    elif (
        counted
        or first == 1
        or not sentence.is_capital(first - 1)
        or word.verbs
        or word.flags & (s.PREP | s.CONJ | s.DET)
    ):
        return False
    return _is_running(sentence, found)


def _is_hyphened(sentence: Sentence, at: int) -> bool:
    """Tell "the Four-Kings"."""
    return sentence.lowers[at] == "-" and sentence.is_capital(at + 1)


def _is_acronym(raw: str) -> bool:
    return raw.isupper() and 1 < len(raw) < _ACRONYM


def _is_lost_start(sentence: Sentence, found: Candidate) -> bool:
    """Tell "Blast Kills Two Boys" and a lost end of a sentence, "14 May 2016 Ten Russian raids", from a name."""
    at, behind, more = found.first - 1, sentence.words[found.after], sentence.words[found.after + 1]
    word = sentence.words[at]
    if word.flags & s.DET:
        return False
    if sentence.is_capital(at) and (word.verbs or word.flags & (s.PREP | s.CONJ)):
        return True
    if word is s.DIGITS and sentence.words[at - 1].flags & s.MONTH:
        return True
    if behind.noun is not None and behind.plural or sentence.is_capital(found.after + 1):
        return False
    return more.noun is not None and more.plural


def _is_running(sentence: Sentence, found: Candidate) -> bool:
    """Tell running text from a headline, where each word has its capital."""
    first, after = found.first, found.after
    around = (*range(max(1, first - _BEFORE), first - 1), *range(after + 1, after + _BEHIND))
    beside = (raw for raw in map(sentence.raw_at, (first - 1, after)) if raw.islower())
    words = [*beside, *(raw for raw in map(sentence.raw_at, around) if raw[:1].isalpha())]
    return 2 * sum(map(str.islower, words)) >= len(words)


def in_digits(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "50 Cent", "21 Jump Street" and "the RBS 6 Nations" from "killed 12 Syrian soldiers"."""
    after = found.after
    if not sentence.is_capital(after) or found.after > found.first + 1 or (found.value or 0) <= 1:
        return False
    if sentence.lowers[after] in lexicon.lists.titled:
        return True
    for at in range(after + 1, after + 3):
        if not sentence.is_capital(at):
            break
        if sentence.lowers[at] in lexicon.lists.streets:
            behind = sentence.words[at + 1]
            return not (behind.noun is not None and behind.plural)  # "3 Wall Street banks"
    return _is_sponsored(sentence, lexicon, found)


def _is_sponsored(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "for Sunday's RBS 6 Nations" from "in DRC 12 Congolese soldiers"."""
    raw, at = sentence.raw_at(found.first - 1), found.first - 2
    if not _is_acronym(raw) or (found.value or 0) > _SPONSORED:
        return False
    if sentence.raw_at(found.after).isupper() or sentence.words[found.first - 1].unit is not None:
        return False
    if at < 0 or sentence.lowers[at] in lexicon.lists.before_places or not sentence.lowers[at][-1:].isalpha():
        return False
    return _is_running(sentence, found)
