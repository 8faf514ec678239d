"""Untold: bare digits of which nothing tells what they count, most of them the number or name of something.

"Text your name to 4636", "section 501(c)(3)", "Division 17": in labelled text four in five such are no figures. An age
behind a name is told by nothing else either.
"""

from __future__ import annotations

from figures.ages import OLDEST
from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.phrase.words import HYPHENS
from figures.records import Bound, Certainty
from figures.tokens import Sentence

#: Marks behind which even a number that nothing tells is a value: "Index: 12".
_GIVES = frozenset((":", "="))
_SYMBOL = 3  # letters of what may be a unit that the lexicon does not know
_AGED = frozenset((",", ")"))
_ENDS = ("", ".")
_VERBAL = ("ed", "ing")
_OWN = ("her", "his", "its", "my", "our", "their")
_HOURS = 24
_BRACKETS = ("(", "[")
_DOUBTED = (Certainty.ESTIMATED, Certainty.UNCONFIRMED)
_CHANGED = ("from", "to")


def drop_untold(sentence: Sentence, live: list[Candidate]) -> None:
    """Skip bare digits without unit and category, unless they are a value or others refer to them.

    A list of such goes together: "zones 1, 2 and 4". Asked of sentences only in which something is left without both.
    """
    named = {id(whole) for found in live for whole in (found.subset_of, found.same_as) if whole is not None}
    at = 0
    while at < len(live):
        run = live[at : at + 1]
        at += 1
        if run[0].rule or not is_unsaid(run[0]):
            continue
        while at < len(live) and live[at].rule == "continued" and is_unsaid(live[at]):
            run.append(live[at])
            at += 1
        told = any(_is_value(sentence, found) or id(found) in named for found in run)
        if told or len(run) > 1 and all(is_noted(sentence, found) for found in run):
            continue
        if all(_is_bare(sentence, found) for found in run):
            for found in run:
                found.skip("untold")


def is_unsaid(found: Candidate) -> bool:
    """Tell a number of which neither a noun nor a rule says anything."""
    return found.category == "other" and found.unit_id == "unknown"


def read_age(sentence: Sentence, found: Candidate) -> bool:
    """Read the age of somebody named, and tell whether it is one."""
    if found.kind != "digits" or found.bound is not Bound.EXACT or not _is_age(sentence, found):
        return False
    found.category, found.rule = "measure.age", "age"
    found.unit_id, found.unit_kind, found.implied = "year", "time", True
    return True


def is_noted(sentence: Sentence, found: Candidate) -> bool:
    """Tell one of a list behind what it is the number of: "AWD (109), ABD (56)", "Goma 31, Uvira 9"."""
    bracket = sentence.lowers[found.first - 1] in _BRACKETS
    name = found.first - 1 - bracket
    return sentence.lowers[name][-1:].isalnum() if bracket else sentence.is_capital(name)


def _is_bare(sentence: Sentence, found: Candidate) -> bool:
    """Tell digits as they may stand in a code or a time from "2,615", "1.2 million", "at least 40", "maybe 6.5"."""
    if found.kind != "digits" or found.bound is not Bound.EXACT or found.text_start < found.start:
        return False
    if found.per is not None or found.value is None or found.value < 0:
        return False
    cue = sentence.words[found.first - 1].certainty
    if found.after > found.first + 1 or cue is not None and cue.certainty in _DOUBTED:
        return False
    token = sentence.lowers[found.first]
    return (token.isdecimal() or _is_time(token)) and found.subset_of is None and found.same_as is None


def _is_time(token: str) -> bool:
    """Tell "10.30", as some write a time, from "3.5" and "48.30"."""
    hours, point, minutes = token.partition(".")
    return point != "" and len(minutes) == 2 and minutes < "60" and len(hours) <= 2 and int(hours) < _HOURS


def _is_value(sentence: Sentence, found: Candidate) -> bool:
    """Tell a value by what stands around it; a cell of a table and a text without words hold nothing else."""
    if sentence.cell > 0 or not any(map(str.isalpha, sentence.lowers)):
        return True
    if _is_led_to(sentence, found.first - 1) or _goes_on(sentence, found.after, opens=found.first == 0):
        return True
    return (
        sentence.lowers[found.after] in HYPHENS and sentence.numbers[found.after + 1] is not None
    )  # "lost 51-44"


def _is_led_to(sentence: Sentence, at: int) -> bool:
    """Tell what leads to a value: "Index: 12", "was 79", "counted 12", "per cent of 210"."""
    word = sentence.words[at]
    verb = word.verbs and (word.noun is None or sentence.words[at - 1].flags & s.PRON)
    if verb or word.flags & (s.BE | s.HAVE | s.LEVEL | s.CHANGE_VERB):
        return True
    if word.strange and sentence.lowers[at].endswith(_VERBAL) and sentence.raw_at(at).islower():
        return True  # "clocking 8.11"
    if sentence.lowers[at] in _CHANGED and sentence.words[at - 1].flags & s.CHANGE_VERB:
        return True  # "fell from 64 in May to 31"
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
    if token == "of":
        return sentence.lowers[at + 1] in _OWN  # "sold 10 *of its* new jets"
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
    said = sentence.words[name - 1].certainty is not None and sentence.lowers[found.after] in _ENDS
    closed = said or sentence.lowers[found.after] in _AGED
    if sentence.lowers[found.first - 1] != "," or not closed or name < 0:
        return False
    if not 0 < (found.value or 0) < OLDEST or sentence.numbers[name] or sentence.numbers[found.after + 3]:
        return False  # "Homs, 12, Hama, 15"
    if not sentence.raw_at(name).istitle() or sentence.words[name - 1].flags & s.PREP:
        return False
    return sentence.words[name].strange or sentence.is_capital(name - 1) and sentence.words[name - 1].strange
