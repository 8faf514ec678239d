"""What governs a phrase: the verb whose object it is, the nominalisation or gift before its preposition."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.categories import nouns
from figures.categories.asked import asked_for, is_aid, is_begged, is_demanded, is_meant, needs_met
from figures.categories.classes import PEOPLE, is_possible
from figures.categories.fronted import fronted
from figures.categories.own import is_done_to
from figures.categories.pronouns import taken_up
from figures.categories.refuge import only_hosted
from figures.categories.verbs import level, participle, predicate, role
from figures.clause import Evidence
from figures.clause.asides import DASHES
from figures.clause.evidence import RECIPIENT, Reading, form_of, says
from figures.clause.voice import closes_item, opens_phrase
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_HOME = 6  # tokens between a camp and "home to"
_IN_CARE = ("people.abducted", "people.ill")
_SIZED = ("people.", "combatants.", "assets.", "livelihood.", "measure.", "funding.")
_HEADLINE = 5  # tokens of a headline up to its verb
_WORSE = ("people.abducted", "people.detained", "people.injured", "people.killed", "people.missing")
_BODILY = ("people.casualties", "people.ill", "people.injured", "people.trapped")
_HURT = ("people.ill", "people.injured")
_MOVED = ("people.affected", "people.displaced", "people.returned")
_OF_GIVEN = Reading(form_of(s.PARTICIPLE, RECIPIENT))
_SAID_OF_GIVEN = ("people.deprived", "people.in_need", "people.reached")
_AIDED = ("people.reached", "people.targeted")
_NEXT_ITEM = 3  # tokens from a number to the participle behind its phrase


def governed(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what a phrase is object of ("displaced 300 families"), or what governs its preposition ("kits to 300")."""
    evidence = clause.separated(sentence, lexicon, found.left, found.right, classes)
    if evidence is None:
        token = sentence.lowers[found.left - 1]
        if token in lexicon.lists.involving:
            evidence = clause.involving(sentence, lexicon, found.left, classes)
        if evidence is None and (token != "(" or not _is_part(found)):
            evidence = clause.governor(sentence, lexicon, found.left, classes)
        if evidence is None and sentence.words[found.left - 1].flags & s.BE:
            evidence = fronted(sentence, lexicon, found, classes)
        if evidence is None:
            return None
    evidence = needs_met(sentence, lexicon, evidence)
    aided = evidence.category in _AIDED
    if only_hosted(sentence, lexicon, found, evidence):
        return None
    if evidence.category == "people.population" and _is_camp(sentence, evidence.at):
        return evidence._replace(category="people.sheltered")
    if evidence.rule == "recipient":  # "brought the death toll to 17"
        evidence = level(sentence, lexicon, found, classes) or evidence
    if evidence.category == "funding.received":
        asked = asked_for(sentence, lexicon, evidence.at)
        given = asked == "" or is_aid(sentence, found.right)
        return evidence if given else evidence._replace(category=asked)
    if is_demanded(sentence, lexicon, evidence):
        return evidence._replace(category="people.detained")
    if evidence.category == "people.targeted" and evidence.rule == "recipient":
        evidence = nouns.afflicted(sentence, lexicon, found, classes) or evidence
    evidence = _carried_out(sentence, lexicon, found, classes, evidence)
    if aided and sentence.lowers[evidence.at - 1] == "to":
        evidence = nouns.trapped(sentence, lexicon, found, classes) or evidence
    if aided:
        evidence = _helped(sentence, lexicon, found, classes, evidence)
        levels = sentence.words[evidence.at].flags & s.LEVEL and level(sentence, lexicon, found, classes)
        if not levels and evidence.category == "people.reached" and is_meant(sentence, lexicon, evidence.at):
            return evidence._replace(category="people.targeted", rule="purpose")
    return _of_object(sentence, lexicon, found, classes, evidence) if evidence.rule == "object" else evidence


def _of_object(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...], evidence: Evidence
) -> Evidence | None:
    """Read what says more than the verb whose object a phrase is, or that it is none."""
    behind = sentence.words[found.right]
    finite = behind.is_finite and not is_done_to(behind) and sentence.lowers[found.right + 1] != "by"
    if finite or behind.flags & (s.BE | s.HAVE):  # "claimed 49 fighters were killed", "... 49 fighters died"
        return predicate(sentence, lexicon, found, classes) or evidence
    if sentence.lowers[found.right] == "as":  # "lists 49 nurses *as missing*"
        told = sentence.words[found.right + 1]
        said = role(sentence, lexicon, found, classes) if told.forms & s.PARTICIPLE else None
        if said is not None:
            return said
    noun = found.noun
    glued = found.first > 0 and sentence.adjacent(found.first)
    if _is_next_item(sentence, found, evidence.at) and (
        noun is None
        or glued
        or noun.surface == "others"
        or evidence.at < found.left - 1
        or closes_item(sentence, found)
    ):
        return None
    if evidence.at == found.left - 2 and _is_behind_dash(sentence, found):
        return None
    if evidence.at < _HEADLINE and evidence.at == found.left - 1 and _is_of_headline(sentence, found):
        return None
    if (
        noun is not None
        and noun.category in _IN_CARE
        and sentence.lowers[evidence.at] in lexicon.lists.weak_verbs
    ):
        return None  # "holds 40 patients"
    if evidence.category == "funding.other":  # "cost" alone; what was paid for may say more
        spent = found.unit_kind == "currency" and sentence.lowers[evidence.at] in lexicon.lists.spent
        return evidence if spent else None
    if sentence.words[evidence.at].flags & s.LEVEL:
        return _of_level(sentence, lexicon, found, classes, evidence)
    if evidence.category == "aid.delivered" and is_begged(sentence, lexicon, evidence.at):
        return evidence._replace(category="aid.required")
    if evidence.category == "people.affected":  # "fired at two nurses, who were wounded"
        said = _relative(sentence, lexicon, found, classes) or taken_up(sentence, lexicon, found, classes)
        return said if said is not None and said.category in _WORSE else evidence
    if evidence.category in _BODILY:  # "shot four nurses dead", "admits 40 men held"
        return participle(sentence, lexicon, found, classes) or evidence
    return evidence


def _of_level(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...], evidence: Evidence
) -> Evidence | None:
    """Tell "displacement may *reach* 95,000 people" from "troops *reached* 300 families"."""
    said, noun = level(sentence, lexicon, found, classes), found.noun
    done = "combatant" not in classes and said is not None and said.category == "combatants.strength"
    sized = said is not None and said.category.startswith(_SIZED) and not done
    if said is not None and noun is not None and not is_possible(found, said, lexicon.lists):
        return evidence  # "boats reached 300 families"
    if said is not None and said.category == "people.other":
        return evidence  # "HOUSEHOLDS REACHED 640 households"
    if said is None and noun is None and found.unit_kind == "ratio" and found.phrase is not None:
        return None if found.phrase.deepest is None else evidence  # "funds reached 30 per cent"
    return said if sized else evidence


def _carried_out(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...], evidence: Evidence
) -> Evidence:
    """Tell what is done for people from a plan: "training for 30 nurses *was completed*", "seeds ... *are needed*"."""
    if evidence.category != "people.targeted" or sentence.lowers[found.left - 1] != "for":
        return evidence
    at = clause.behind_bracket(sentence, found.right)
    if clause.was_done(sentence, lexicon, at):
        return evidence._replace(category="people.reached")
    while sentence.words[at].flags & (s.BE | s.HAVE | s.TRANSPARENT):
        at += 1
    if at == found.right:
        return evidence
    said = says(lexicon, sentence.words[at], _OF_GIVEN, classes)
    if sentence.lowers[at] in lexicon.lists.denials:
        said = "people.deprived"
    return evidence._replace(category=said, at=at) if said in _SAID_OF_GIVEN else evidence


def _helped(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...], evidence: Evidence
) -> Evidence:
    """Read what says more of people than that they are helped: a home, an injury, what befell them."""
    home = clause.housed(sentence, lexicon, evidence.at, classes)
    if home >= 0:
        return Evidence("people.sheltered", home, "nominal")
    afflicted = clause.beside(sentence, lexicon, found.right, classes)
    if afflicted is not None and afflicted.category in _HURT:
        return afflicted  # "treats 39 patients with burns"
    said = _relative(sentence, lexicon, found, classes)
    if said is not None and evidence.rule in ("object", "modifier") and said.category not in _HURT:
        return evidence  # "targeted 480 families who fled"
    if said is not None and evidence.category == "people.reached" and said.category in _MOVED:
        return evidence  # "gave aid to 70 cooks who were displaced"
    return said or evidence


def _relative(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what befell those who are helped: "shelter for 1,063 residents *who were left homeless*"."""
    at = found.right + (sentence.lowers[found.right] == ",")
    if sentence.lowers[at] not in ("who", "that"):
        return None
    return clause.predicate(sentence, lexicon, at + 1, classes)


def _is_next_item(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell "10 killed 15 injured", "9 huts burnt 4 huts damaged": each number has the participle behind it."""
    word = sentence.words[found.right]
    behind = at + 1 + (sentence.words[at + 1].flags == s.TRANSPARENT)  # "10 huts burnt *also* 4 men dead"
    if behind != found.left or not (word.forms & s.PARTICIPLE or word.adjectives):
        return False
    first = max(0, at - _NEXT_ITEM)
    if any(word.flags & s.INCLUSION for word in sentence.words[first:at]):
        first = max(0, first - _NEXT_ITEM)  # "two nuns including a cook killed *four hurt* here"
    return any(number is not None for number in sentence.numbers[first:at])


def _is_of_headline(sentence: Sentence, found: Candidate) -> bool:
    """Tell the second item of a headline without commas: "Boy killed *three others hurt* by a mine"."""
    verb, word = found.left - 1, sentence.words[found.right]
    if not (word.forms & s.PARTICIPLE or word.adjectives) or not sentence.words[verb].forms & s.PARTICIPLE:
        return False  # most of all
    victim = sentence.words[verb - 1]
    if victim.plural or victim.noun is None or victim.noun.cls not in PEOPLE:
        return False
    if any(before.flags & (s.DET | s.PREP | s.AUX) for before in sentence.words[: verb - 1]):
        return False  # "the boy killed two wounded in the fight"
    return not opens_phrase(sentence, found.right + 1)


def _is_behind_dash(sentence: Sentence, found: Candidate) -> bool:
    """Tell the next item of a headline that dashes part: "Bridge hit – *two drivers killed* – road closed"."""
    dash, word = found.left - 1, sentence.words[found.right]
    if sentence.lowers[dash] not in DASHES or sentence.adjacent(dash):
        return False
    return word.forms & s.PARTICIPLE != 0 or word.adjectives != ()


def _is_camp(sentence: Sentence, at: int) -> bool:
    """Tell a refuge from a town: "*a camp* that is home to 9,000", "the camp, home to 9,000"."""
    for index in range(at - 1, max(-1, at - _HOME), -1):
        word = sentence.words[index]
        if word.noun is not None:
            return word.noun.cls == "refuge"
        if sentence.numbers[index] is not None or word.flags & s.CONJ:
            break
    return False


def _is_part(found: Candidate) -> bool:
    """Tell "85,000 of which"."""
    return found.phrase is not None and found.phrase.anaphor
