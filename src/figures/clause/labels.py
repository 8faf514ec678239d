"""Labels and headings: a noun before a number, or over its list, says what it counts ("IDPs: 12,300")."""

from __future__ import annotations

from figures.clause.asides import DASHES
from figures.clause.bare import bare_start, begins_item, is_bracketed
from figures.clause.evidence import (
    OBJECT,
    SUBJECT,
    Evidence,
    Reading,
    combined,
    form_of,
    in_place,
    says,
)
from figures.clause.sizes import counted_by
from figures.clause.tails import before_tail
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.tokens import Sentence

_LABEL_WORD = Reading(
    form_of(s.PARTICIPLE | s.PRESENT, OBJECT, SUBJECT), (SUBJECT, OBJECT), (SUBJECT, OBJECT)
)
_PEOPLE = frozenset(("household", "person"))
_LABEL = 8  # the longest label, in tokens
_BRACKET = 3  # tokens of an abbreviation in its bracket, and of "by age group"
_NAME = 2  # tokens of the name of a place
_PAUSES = frozenset(("–", "—", "-"))
_SORTED = frozenset(("by", "per"))
_WHEN = s.MONTH | s.WEEKDAY | s.PREP | s.DET
_RANGE = frozenset(("-", "–", "last", "to"))
#: Nouns in the singular that are a name in a label ("Ministry of Justice: 1,120").
_NAMED = frozenset(("organisation", "place", "force", "building"))


def label(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read a label before the number: "Killed: 12", "Deaths (confirmed) ..... 8", "IDPs | 12,300"."""
    stop = first
    while stop > 0 and _is_leader(sentence.lowers[stop - 1]):
        stop -= 1
    if stop == first and is_bracketed(sentence, first):
        stop -= 1
    elif stop == first and not _is_bare_label(sentence, stop - 1):
        return None
    if sentence.lowers[stop] == "=" and sentence.lowers[stop - 1] in lexicon.lists.crowd_labels:
        return Evidence("people.gathered", stop - 1, "label", lexicon.words["people"].noun, stop - 1)
    end = stop if sentence.cell or sentence.lowers[stop] not in ":=" else before_tail(sentence, stop - 1) + 1
    start = _label_start(sentence, end, colon=sentence.lowers[stop] == ":")
    head = _label_head(sentence, start, end)
    noun = sentence.words[head].noun if head is not None else None
    if noun is not None and head is not None and noun.strong and noun.category is not None:
        return Evidence(counted_by(sentence, lexicon, head, noun), head, "label", noun, start)
    marked = sentence.lowers[stop] in ":|="
    evidence = _label_word(sentence, lexicon, start, stop, classes, noun) if marked else None
    if noun is not None and not (evidence is not None and sentence.words[evidence.at].noun is noun):
        classes = _label_classes(noun, classes)
    decided = evidence is not None and (evidence.at == stop - 1 or _is_of_item(sentence, start, stop))
    if not decided and (evidence is None or classes[0] != "money"):
        for index in range(start, stop):
            category = says(lexicon, sentence.words[index], _LABEL_WORD, classes)
            if category is not None:
                category = combined(sentence, lexicon, index, category, classes)
                return Evidence(category, index, "label", noun, start)
    if evidence is not None:
        return evidence
    if noun is not None and head is not None and noun.category is not None:
        if noun.cls in _NAMED and not sentence.cell and not sentence.words[head].plural:
            return None  # "Ministry of Justice: 1,120"
        return Evidence(noun.category, head, "label", noun, start)
    return None


def heading(head: Sentence, lexicon: Compiled, classes: tuple[str, ...]) -> tuple[str, int] | None:
    """Read what the heading of a list says of its items: the category and the token that says it."""
    for index in range(head.size):
        word = head.words[index]
        if head.lowers[index] in lexicon.lists.sectors:
            continue
        category = says(lexicon, word, _LABEL_WORD, classes)
        if category is None and word.noun is not None and word.noun.cls == "label" and "person" in classes:
            category = word.noun.category
        if category is not None:
            return category, index
    return None


def _label_classes(noun: Noun, classes: tuple[str, ...]) -> tuple[str, ...]:
    if "money" in classes:
        return ("money", noun.cls)
    if noun.cls == "label" and noun.unit in _PEOPLE:
        return ("person",)  # "Number of pupils trained"
    return ("land",) if noun.cls == "place" and "area" in classes else (noun.cls,)  # "Area burned (ha)"


def _is_of_item(sentence: Sentence, start: int, stop: int) -> bool:
    """Tell a column head that is followed by the item of the row: the column decides, "Target: wells drilled"."""
    return (
        sentence.cell > 0 and sentence.text.find("\n", sentence.starts[start], sentence.starts[stop - 1]) >= 0
    )


def _label_head(sentence: Sentence, start: int, stop: int) -> int | None:
    """Return the last noun of a label, one that is no label word by itself if there is one."""
    named = None
    for index in range(stop - 1, start - 1, -1):
        word = sentence.words[index]
        if word.noun is not None and not in_place(sentence, index):
            if index - start > 1 and _lack(sentence, index):
                continue
            if not word.labels:
                return index
            named = index if named is None else named
    return named


def _lack(sentence: Sentence, at: int) -> bool:
    """Tell what the people of a label need: "People in need of *shelter*: 300", "IDPs in need of urgent *aid*: 12"."""
    for index in (at - 1, at - 2):
        if sentence.words[index].adjectives and sentence.lowers[index].endswith(" of"):
            return True
    return False


def _label_word(
    sentence: Sentence, lexicon: Compiled, start: int, stop: int, classes: tuple[str, ...], noun: Noun | None
) -> Evidence | None:
    """Find a word that decides in a label only: "Gap", "Confirmed", "Capacity"; it may count the noun beside it."""
    for index in range(start, stop):
        word = sentence.words[index]
        for frame in word.labels:
            counted = noun if noun is not word.noun else None
            if counted is not None and "money" not in classes:
                for cls in lexicon.fallback.get(counted.cls, (counted.cls,)):
                    if cls in frame.object:
                        return Evidence(frame.object[cls], index, "label", counted, start)
            for cls in classes:
                if cls in frame.object and (counted is None or cls != "house"):
                    return Evidence(frame.object[cls], index, "label", None, start)
    return None


def _is_leader(token: str) -> bool:
    """Tell the marks between a label and its number."""
    return token in ":|=–—-•…" or token.startswith("..")


def _label_start(sentence: Sentence, stop: int, *, colon: bool) -> int:
    start = stop
    if sentence.cell:  # all of a column head, up to the one that hands its money on
        while start > 0 and sentence.lowers[start - 1] != ";":
            start -= 1
        return start
    if colon and sentence.lowers[stop - 1] == ")" and sentence.lowers[stop - 2] == ".":
        start = behind = stop - 3  # "(cumul.)"
        while start > behind - _BRACKET and sentence.lowers[start] != "(":
            start -= 1
    last = start - _LABEL
    while (
        start > 0
        and start > last
        and (
            sentence.numbers[start - 1] is None
            or colon
            and (is_free(sentence, start - 1) or _is_dated(sentence, start - 1, stop))
        )
    ):
        mark = sentence.lowers[start - 1]
        if mark in DASHES and sentence.numbers[start - 2] is not None:
            break  # "Update No. 7 - Total killed: 12"
        if mark in _PAUSES and not sentence.adjacent(start) and start < stop:
            break  # "Floods in Bol – families displaced: 12"
        if mark in "|;•./,":
            if not colon or mark != "," or not _is_aside(sentence, start, stop):
                break
            last = start - 1 - _LABEL
        start -= 1
    return start


def _is_dated(sentence: Sentence, at: int, stop: int) -> bool:
    """Tell a number of a date in a label: "Killed on *5* June *2020*: 12", not "Bulletin 2018: Week: 12"."""
    number = sentence.numbers[at]
    dated = number is not None and number.skipped in ("date", "year")
    return dated and (at == stop - 1 or sentence.lowers[at + 1] != ":")


def _is_aside(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell what a label adds behind a comma, when or by what: "Killed in Bol, *1-7 June*:", "Deaths, *by ward*:"."""
    if sentence.lowers[first] in _SORTED and stop - first <= _BRACKET:
        return True
    for at in range(first, stop):
        word, number = sentence.words[at], sentence.numbers[at]
        dated = word.flags & _WHEN or word.unit is not None and word.unit.kind == "time"
        named = word.strange and sentence.is_capital(at) and stop - first <= _NAME
        if (
            not dated
            and not named
            and (number is None or number.skipped is None)
            and sentence.lowers[at] not in _RANGE
        ):
            return False
    return True


def is_free(sentence: Sentence, at: int) -> bool:
    """Tell whether a token may stand in a label that a colon ends: "Admissions week 22: 118"."""
    number = sentence.numbers[at]
    return number is None or number.skipped in ("identifier", "unit")


def _is_bare_label(sentence: Sentence, at: int) -> bool:
    """Tell a label without a mark: "Dead 4 / Injured 19 / Missing 2"."""
    if at < 0:
        return False
    if at and not begins_item(sentence, at - 1):
        return bare_start(sentence, at) >= 0
    word = sentence.words[at]
    if word.noun is not None and word.noun.cls == "label":
        return True
    if any(form & s.PARTICIPLE and not form & s.BASE for _, form in word.verbs):
        return True
    if word.adjectives or bare_start(sentence, at) >= 0:
        return True
    if word.noun is None or not word.plural:
        return False
    above = "\n" in sentence.text[sentence.ends[at] : sentence.starts[at + 1]]  # "IDPs" and below it "12,300"
    return word.noun.strong or above
