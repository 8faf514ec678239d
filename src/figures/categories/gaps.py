"""Phrases that leave out the verb of the one before: "900 fled in May, *300 in June*"; parts in brackets by place."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.classes import PEOPLE
from figures.clause.evidence import STOP, WEAK
from figures.lexicon import senses as s
from figures.tokens import Sentence

_FAR = 30  # tokens between two phrases that share a verb
_PLACE = 5  # tokens of "while in the north", and behind a phrase up to its verb
_LINKS = frozenset((",", ";", "and", "but", "or", "plus", "whereas", "while"))
_MARKS = frozenset((",", ";", ")", ""))
#: Rules by which nothing is said of a number that its neighbour could share.
_UNSAID = frozenset(("", "default", "modifier", "nearby", "noun"))
_NOWHERE = frozenset(("by", "for", "of", "to", "with"))


def said_before(sentence: Sentence, found: Candidate) -> Candidate | None:
    """Return the figure whose verb holds for a number of which nothing is said, None where none does."""
    if found.unit_kind == "time" or found.noun is None and found.unit is None:
        return None
    before = _alike(sentence, found)
    if before is None or before.category in WEAK:
        return None
    if sentence.lowers[found.left - 1] == "(":
        return before if _is_part(sentence, found, before) else None
    if before.rule in _UNSAID or found.subset_of is not None or found.left - before.right > _FAR:
        return None
    return before if _is_gapped(sentence, found, before) else None


def _alike(sentence: Sentence, found: Candidate) -> Candidate | None:
    """Return the nearest number to the left that counts the same."""
    for at in range(found.left - 1, max(-1, found.left - 1 - _FAR), -1):
        before = sentence.numbers[at]
        if before is None or before.skipped is not None or before.unit_kind != found.unit_kind:
            continue
        if before.unit_id == found.unit_id:
            return before
        kin = before.noun is not None and found.noun is not None
        if kin and {before.noun.cls, found.noun.cls} <= PEOPLE:  # type: ignore[union-attr]
            return before
    return None


def _is_part(sentence: Sentence, found: Candidate, before: Candidate) -> bool:
    """Tell a part by place in brackets: "9,000 are hosted *in Bol (5,000 people) and Tor (4,000 people)*"."""
    if sentence.lowers[found.right] != ")" or found.same_as is not None:
        return False
    if sentence.lowers[before.left - 1] == "(":
        return before.right < found.left - 1
    if before.rule in _UNSAID or found.value is None or before.value is None or found.value > before.value:
        return False
    return sentence.is_capital(found.left - 2)


def _is_gapped(sentence: Sentence, found: Candidate, before: Candidate) -> bool:
    """Tell a phrase that only a place or time hangs on: "and *950 families in the south*", "but *9 in June*"."""
    lowers, words, at = sentence.lowers, sentence.words, found.left - 1
    behind = found.right
    if words[behind].flags & s.PREP and lowers[behind] not in _NOWHERE:
        at -= lowers[at] == "only"
    elif lowers[behind] in _MARKS or lowers[behind] in STOP:
        while at > found.left - 1 - _PLACE and not words[at].flags & s.PREP:
            at -= 1
        at -= 1  # "while *in the south* 950 families"
    else:
        return False
    if lowers[at] not in _LINKS and not words[at].flags & s.CONJ or lowers[at + 1] in _NOWHERE:
        return False
    if _acts(sentence, behind, behind + _FAR):
        return False
    told = [i for i, start in enumerate(sentence.starts) if before.trigger and start == before.trigger[0]]
    return not _acts(sentence, max([before.right, *[i + 1 for i in told]]), at)


def _acts(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether a verb stands between two tokens, before the clause ends."""
    for at in range(first, min(sentence.size, stop)):
        word = sentence.words[at]
        if sentence.lowers[at] in STOP and sentence.lowers[at] != ";" or sentence.numbers[at] is not None:
            return False
        if word.flags & s.MONTH and sentence.is_capital(at):
            continue  # "12 in May"
        if word.flags & s.AUX or word.is_verb_only and not word.forms & s.PRESENT:
            return True
        if word is s.UNKNOWN and sentence.words[at + 1].flags & s.DET and sentence.raw_at(at).islower():
            return True  # "12 people from Bol *outwitted the* guards"
    return False
