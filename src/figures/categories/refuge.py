"""People in a place of refuge: "300 families are living in two camps"."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.categories.nouns import plain_noun
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_HOST = 6  # tokens before "hosts" that may name the camp
_NEAR = 5  # tokens behind "in" that may hold the refuge
_SOURCE = 9  # tokens of those who say so, up to "to be"
_STAY = 20  # tokens behind a phrase that may hold the place where people stay
#: Categories of nouns for people who are held where they are.
_HELD = ("people.detained", "people.abducted", "people.ill")


def staying(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read people in a place of refuge: "300 families are living in two camps"."""
    first = found.right
    if not sentence.words[first].flags & (s.STAY | s.AUX | s.TRANSPARENT | s.REL):
        joined = sentence.words[first].flags & s.CONJ
        if sentence.lowers[first] == "(":
            first = clause.behind_bracket(sentence, first)
        elif sentence.lowers[first] == "," and sentence.words[first + 1].forms & s.PRESENT:
            first += 1  # "3,000 people, *living* in tents, are"
        elif joined and sentence.words[first + 1].plural and sentence.numbers[first + 1] is None:
            first += 2  # "refugees *and migrants* are in camps"
        else:
            return None
    if "person" not in classes and "household" not in classes:
        return None
    if found.noun is not None and found.noun.category in _HELD:
        return None  # "prisoners were in its camps"
    stay = passed = -1
    for index in range(first, min(sentence.size, first + _STAY)):
        word = sentence.words[index]
        if sentence.lowers[index] == "by" and stay < 0 < index > passed:
            passed = _behind_source(sentence, index)
        if index < passed:
            continue
        if stay < 0:
            if word.flags & s.STAY or word.flags & s.BE and _is_inside(sentence, lexicon, index + 1):
                stay = index
            elif not word.flags & (s.AUX | s.TRANSPARENT | s.REL) and not _is_said_to_be(sentence, index):
                return None
        elif index == stay + 1 and sentence.lowers[index] == "for" and _is_sought(sentence, index + 1):
            return None
        elif word.noun is not None and word.noun.cls == "refuge":
            return Evidence("people.sheltered", index, "predicate")
        elif sentence.lowers[index] in lexicon.lists.prisons:
            return Evidence("people.detained", index, "predicate")
        elif (
            word.flags & (s.CONTRAST | s.SUB | s.REL) or sentence.lowers[index] in ",.;:" or word.is_verb_only
        ):
            return None
        elif word.flags & s.PREP and sentence.lowers[index] in lexicon.lists.outside:
            return plain_noun(sentence, lexicon, found, classes)  # "refugees live *outside* camps"
    return None


def dwell(sentence: Sentence, lexicon: Compiled, found: Evidence) -> Evidence:
    """Take those who live in a refuge for sheltered: "3,000 people, *living in Oro camp*, are at odds"."""
    for index in range(found.at + 1, found.at + _NEAR):
        word = sentence.words[index]
        if word.noun is not None and word.noun.cls == "refuge":
            return found._replace(category="people.sheltered")
        token = sentence.lowers[index]
        if word.flags & (s.CONJ | s.REL | s.AUX) or token in ",.;:" or token in lexicon.lists.outside:
            break
    return found


def inside(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read people by the refuge that stands behind them at once: "300 families *in 12 evacuation centres*"."""
    at = found.right
    if found.unit_kind != "count" or "person" not in classes and "household" not in classes:
        return None
    held = sentence.words[found.left - 2].noun
    if held is not None and held.cls == "refuge" and sentence.words[found.left - 1].flags & s.HAVE:
        return Evidence("people.sheltered", found.left - 2, "nominal")  # "the camp has 3,000 people"
    if sentence.lowers[at] not in lexicon.lists.inside:
        return None
    there = sentence.words[found.left - 1].flags & s.BE and sentence.lowers[found.left - 2] == "there"
    for index in range(at + 1, min(sentence.size, at + _NEAR)):
        word = sentence.words[index]
        if word.noun is not None and word.noun.cls == "refuge" and (word.plural or there):
            if sentence.words[index + 1].flags & s.CONJ:
                return None  # "300 in the camps and 400 outside were reached"
            return Evidence("people.sheltered", index, "nominal")
        if word.flags & (s.PREP | s.CONJ) or sentence.lowers[index] in ",.;:":
            return None
    return None


def _is_sought(sentence: Sentence, at: int) -> bool:
    """Tell what people wait for, "waiting for *new shelters*", from how long they stay, "for *two weeks* in camps"."""
    return sentence.numbers[at] is None and sentence.words[at].unit is None


def _is_said_to_be(sentence: Sentence, index: int) -> bool:
    """Tell what parts "have been" from "in": "have been *identified to* be in custody"."""
    at = index if sentence.lowers[index] == "to" else index + 1
    if sentence.lowers[at] == "by" and _behind_source(sentence, at) > at:
        return True
    return (
        sentence.lowers[at] == "to"
        and sentence.words[at + 1].flags & s.BE != 0
        and sentence.words[at - 2].flags & s.BE != 0
    )


def _is_inside(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell the place behind "are", "*in* two camps", "*still in* two camps"."""
    if sentence.words[at].flags & s.TRANSPARENT:
        at += 1
    return sentence.lowers[at] in lexicon.lists.inside


def only_hosted(sentence: Sentence, lexicon: Compiled, found: Candidate, evidence: Evidence) -> bool:
    """Tell refugees in a country, "which hosts 40,000 refugees", from those whom a camp hosts."""
    if evidence.category != "people.sheltered" or found.noun is None:
        return False
    if found.noun.category != "people.refugees" or sentence.lowers[evidence.at] not in lexicon.lists.hosting:
        return False
    nouns = [word.noun for word in sentence.words[max(0, evidence.at - _HOST) : evidence.at]]
    return not any(noun is not None and noun.cls in ("building", "house", "refuge") for noun in nouns)


def _behind_source(sentence: Sentence, by: int) -> int:
    """Return the index of "be" behind those who say so: "identified *by the agency* to be in custody"; else `by`."""
    behind = sentence.lowers[by : by + _SOURCE]
    to = by + behind.index("to") if "to" in behind and sentence.words[by - 2].flags & s.BE else by
    return to + 1 if sentence.words[to + 1].flags & s.BE and "," not in sentence.lowers[by:to] else by
