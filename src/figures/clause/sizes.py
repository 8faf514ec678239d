"""Words for a size beside a number, and what they are the size of: "five, the number of people killed"."""

from __future__ import annotations

from figures.clause.evidence import OBJECT, SUBJECT, WEAK, Evidence, Reading, of_modifier, says
from figures.counted import told_before
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.tokens import Sentence

_LEVEL_WORD = Reading(of_modifier, (OBJECT, SUBJECT), (OBJECT, SUBJECT))
_COUNTED = ("aid.", "people.", "combatants.", "assets.", "event.", "livelihood.")
_OF = 6  # tokens between a number in brackets and the "of" of what it counts


def size_behind(
    sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read "brought to five the number of people killed"."""
    number = sentence.numbers[first]
    at = number.after if number is not None else first
    while sentence.words[at].flags & s.DET:
        at += 1
    behind = sentence.words[at + 1].noun
    if sentence.words[at].flags & s.SIZE and behind is not None and behind.cls == "label":
        at += 1  # "brought to five the *total* number of people killed"
    word = sentence.words[at]
    if word.noun is not None and word.noun.cls == "label":
        return Evidence(counted_by(sentence, lexicon, at, word.noun), at, "level", word.noun)
    return of_size(sentence, lexicon, at, classes) if word.flags & s.SIZE else None


def counted_by(sentence: Sentence, lexicon: Compiled, at: int, label: Noun) -> str:
    """Return what an entry that is a size says, or what was done to those it counts: "number of pupils *trained*"."""
    done = sentence.words[at + 1]
    if done.forms & s.PARTICIPLE and label.unit == "person" and " of " in sentence.lowers[at]:
        return says(lexicon, done, _LEVEL_WORD, ("person",)) or label.category or "other"
    return label.category or "other"


def numbers_total(sentence: Sentence, first: int) -> bool:
    """Tell "brought to five *the total* for the year"."""
    number = sentence.numbers[first]
    at = number.after if number is not None else first
    return sentence.lowers[at] == "the" and sentence.words[at + 1].flags & s.SIZE != 0


def of_size(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read what a word for a size is the size of: "the number *of people killed*"."""
    label = sentence.words[at].noun
    if label is not None and label.cls == "label" and label.category not in WEAK:
        # "number of fighters" is a word by itself
        return Evidence(counted_by(sentence, lexicon, at, label), at, "level", label)
    if sentence.lowers[at + 1] != "of":
        return None
    for index in range(at + 2, min(sentence.size, at + 5)):
        noun = sentence.words[index].noun
        if noun is not None and noun.category not in WEAK:
            done = sentence.words[index + 1]  # "the number of refugees repatriated since May"
            later = says(lexicon, done, _LEVEL_WORD, (noun.cls,)) if done.forms & s.PARTICIPLE else None
            return Evidence(later or noun.category or "other", index, "level", noun)
        category = says(lexicon, sentence.words[index], _LEVEL_WORD, classes)
        if category is not None:
            return Evidence(category, index, "level", noun)
    return None


def size_around(
    sentence: Sentence, lexicon: Compiled, first: int, after: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a number in brackets behind or within what it counts: "the lowest number (2,104) *of new cases*"."""
    if sentence.lowers[after + 1] == "of":
        size = sentence.words[first - 2]
        named = size.flags & s.SIZE or size.noun is not None and size.noun.cls == "label"
        return of_size(sentence, lexicon, after, classes) if named else None
    noun = sentence.words[first - 2].noun
    if noun is not None and noun.cls == "label" and noun.category not in WEAK:
        return Evidence(noun.category or "other", first - 2, "level", noun)
    for at in range(first - 3, max(0, first - _OF) if noun is not None else first, -1):
        if sentence.lowers[at] == "of" and noun is not None and noun.category is not None:
            sized = sentence.words[at - 1].flags & s.SIZE != 0
            return Evidence(noun.category, first - 2, "level", noun) if sized else None
    return None


def counted_before(sentence: Sentence, size: int) -> Evidence | None:
    """Read what was counted before a word for a size, in this sentence or an earlier one."""
    for index in range(size - 1, -1, -1):
        before = sentence.numbers[index]
        if before is not None and before.skipped is None and before.category.startswith(_COUNTED):
            return Evidence(before.category, size, "level", before.noun)
    return of_told(sentence, size)


def of_told(sentence: Sentence, at: int) -> Evidence | None:
    """Read the size of what an earlier sentence counted: "Officials fear the number could exceed 100."."""
    told = told_before(sentence)
    if told is None or not told.category.startswith(_COUNTED):
        return None
    return Evidence(told.category, at, "level", told.noun)
