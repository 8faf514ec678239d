"""Untold: bare digits of which nothing tells what they count, most of them the number or name of something.

"Text your name to 4636", "section 501(c)(3)", "Division 17": in labelled text four in five such are no figures. An age
behind a name is told by nothing else either.
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.records import Bound
from figures.tokens import Sentence

#: Marks behind which even a number that nothing tells is a value: "Index: 12".
_GIVES = frozenset((":", "="))
_OLDEST = 110
_SYMBOL = 3  # letters of what may be a unit that the lexicon does not know
_AGED = frozenset((",", ")"))


def drop_untold(sentence: Sentence, live: list[Candidate]) -> None:
    """Skip bare digits without unit and category, unless they are a value or an age, or others refer to them.

    Asked of sentences only in which something is left without both.
    """
    for index, found in enumerate(live):
        if found.category != "other" or found.rule or found.unit_id != "unknown":
            continue
        listed = any(other.rule == "continued" for other in live[index + 1 : index + 2])
        told = listed or any(other.subset_of is found or other.same_as is found for other in live)
        if told or not _is_bare(sentence, found) or _is_value(sentence, found):
            continue
        if _is_age(sentence, found):
            found.category, found.rule = "measure.age", "age"
            found.unit_id, found.unit_kind, found.implied = "year", "time", True
        else:
            found.skip("untold")


def _is_bare(sentence: Sentence, found: Candidate) -> bool:
    """Tell digits as they may stand in a code from "2,615", "1.2 million" and "at least 40"."""
    if found.kind != "digits" or found.bound is not Bound.EXACT or found.text_start < found.start:
        return False
    whole = isinstance(found.value, int) and found.value >= 0
    plain = whole and found.after == found.first + 1 and sentence.lowers[found.first].isdecimal()
    return plain and found.subset_of is None and found.same_as is None


def _is_value(sentence: Sentence, found: Candidate) -> bool:
    """Tell a value by what stands around it; a cell of a table and a text without words hold nothing else."""
    if sentence.cell > 0 or not any(map(str.isalpha, sentence.lowers)):
        return True
    return _is_led_to(sentence, found.first - 1) or _goes_on(sentence, found.after, opens=found.first == 0)


def _is_led_to(sentence: Sentence, at: int) -> bool:
    """Tell what leads to a value: "Index: 12", "was 79", "counted 12", "per cent of 210"."""
    word = sentence.words[at]
    verb = word.verbs and (word.noun is None or sentence.words[at - 1].flags & s.PRON)
    if verb or word.flags & (s.BE | s.LEVEL | s.CHANGE_VERB):
        return True
    return (
        sentence.lowers[at] in _GIVES
        or sentence.lowers[at] == "of"
        and sentence.words[at - 1].unit is not None
    )


def _goes_on(sentence: Sentence, at: int, *, opens: bool) -> bool:
    """Tell what goes on behind a value: "106 (46%)", "300 more", "12 registered", "12 in all", "50 Wh", "42 is ..."."""
    token, word = sentence.lowers[at], sentence.words[at]
    if token == ":":
        return sentence.raw_at(at + 1).islower()  # "7020: people in need"
    if token == "(":
        share = sentence.numbers[at + 1]
        return share is not None and share.unit_kind == "ratio"
    if word.after is not None or word.noun is not None or opens and word.flags & s.BE:
        return True
    if word.flags & s.CONJ:
        word = sentence.words[at + 1]  # "3 and more"
    elif word.strange and token.isalpha() and len(token) <= _SYMBOL:
        return True
    return word.flags & s.OTHER != 0 or word.forms & s.PARTICIPLE != 0


def _is_age(sentence: Sentence, found: Candidate) -> bool:
    """Tell the age of somebody named: "said Orlov, 54, who", "her daughter Rifa, 17, was", no place: "in Homs, 12,"."""
    name = found.first - 2
    if sentence.lowers[found.first - 1] != "," or sentence.lowers[found.after] not in _AGED or name < 0:
        return False
    if not 0 < (found.value or 0) < _OLDEST or sentence.numbers[name] or sentence.numbers[found.after + 3]:
        return False  # "Homs, 12, Hama, 15"
    if not sentence.raw_at(name).istitle() or sentence.words[name - 1].flags & s.PREP:
        return False
    return sentence.words[name].strange or sentence.is_capital(name - 1) and sentence.words[name - 1].strange
