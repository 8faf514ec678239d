"""Rules that read the category from the clause: verbs, participles and nominalisations around the phrase."""

from __future__ import annotations

from figures import clause
from figures.antecedents import named_before
from figures.candidates import Candidate
from figures.categories import defaults, nouns
from figures.categories.asked import is_raised, is_risen_to
from figures.categories.classes import BODILY
from figures.categories.mainverb import behind_relative, main_verb, of_owned
from figures.categories.refuge import dwell
from figures.categories.unsaid import (
    are_left,
    are_lived_in,
    in_hospital,
    in_straits,
    is_told_off,
    is_unsaid,
    just_live,
)
from figures.clause import Evidence
from figures.clause.evidence import STOP, WEAK
from figures.commitment.scope import STRENGTH
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.records import Certainty
from figures.tokens import Sentence

_AS_NEEDED = ("appropriate", "necessary", "needed", "required")
_PICKED = 14  # tokens between those picked and what they are picked for
_AS = 7  # tokens behind a phrase that may hold "as"
_RESTATED = 5  # tokens of a bracket up to its number
_ANYTHING = ("good", "infrastructure", "thing")
_PLACES = frozenset(("aboard", "at", "from", "near", "on", "to"))
_WHERE = frozenset(("in", "inside", "with"))
_TOGETHER = ("along", "together")
_NEAR, _NEAR_MONEY = 6, 12  # tokens around a phrase that may hold the nearest word


def infinitive(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what a phrase is made to do: "forced 300 people to evacuate"."""
    first, after = found.left, found.right
    if sentence.lowers[after] != "to" and not sentence.words[after].forms & s.BASE:
        return None  # most of all
    evidence = clause.infinitive(sentence, lexicon, first, after, classes)
    if evidence is not None:  # "identified to receive aid"
        evidence = _planned(lexicon, found, evidence)
    return evidence and clause.ordered(sentence, lexicon, evidence, found.first, after)


def _planned(lexicon: Compiled, found: Candidate, evidence: Evidence) -> Evidence:
    """Make a plan of what people are only picked for: "were identified *to receive* aid"."""
    category = lexicon.planned.get(evidence.category)
    if category is None:
        return evidence
    if STRENGTH[found.certainty] < STRENGTH[Certainty.PROJECTED]:
        found.certainty = Certainty.PROJECTED
    return evidence._replace(category=category)


def participle(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a participle or adjective that follows the phrase at once, unless its verb comes later.

    "12 people killed", "300 homeless"; but "200 people displaced from here have returned" is a return.
    """
    at = found.right
    word = sentence.words[at]
    if not word.forms and not word.flags and not word.adjectives and sentence.lowers[at] not in ",(":
        return None  # most of all
    if sentence.lowers[at] == "left" and are_left(sentence, found):
        said = nouns.plain_noun(sentence, lexicon, found, classes)
        return said or defaults.default(sentence, lexicon, found, classes)
    if word.flags & s.INCLUSION or sentence.lowers[at] == ",":
        at = clause.behind_parts(sentence, at)
    if sentence.lowers[at] == "(" and _is_passed(sentence, found, at):
        at = clause.behind_bracket(sentence, at)  # "470 families (3,290 people) affected by"
    while sentence.words[at].flags & s.TRANSPARENT and not sentence.words[at].verbs:
        at += 1
    word = sentence.words[at]
    if word.certainty is not None and sentence.lowers[at + 1] == "that":
        return None  # "six experts warned that"
    adjunct = word.flags & s.PREP != 0 and word.phrases != {}  # "with *critical* injuries"
    present = not word.forms & s.PARTICIPLE and not word.adjectives and not adjunct
    if present and not word.forms & s.PRESENT:
        return None
    evidence = clause.beside(sentence, lexicon, at, classes)
    if evidence is None or in_straits(sentence, lexicon, evidence):
        return None
    if sentence.lowers[at].startswith("in ") and in_hospital(found, evidence):
        return None
    behind = sentence.words[at + 1]
    opens = present or behind.flags & (s.PREP | s.BE | s.HAVE) or " " in sentence.lowers[at] or behind.strange
    main = main_verb(sentence, lexicon, at, classes) if opens else None
    if main is not None and sentence.lowers[main.at - 1] == "to":
        return _planned(lexicon, found, main)  # "300 people hit by floods were identified *to receive* aid"
    picked = sentence.lowers[found.left - 1] in lexicon.lists.picking
    main = main or (_picked(sentence, lexicon, found, at, classes) if picked else None)
    return main or (None if present else evidence)


def _picked(
    sentence: Sentence, lexicon: Compiled, found: Candidate, at: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what people are picked for: "identified 300 people displaced by floods *to receive* aid"."""
    for index in range(at + 1, min(sentence.size, at + _PICKED)):
        if sentence.lowers[index] == "to":
            evidence = clause.infinitive(sentence, lexicon, found.left, index, classes)
            if evidence is not None and evidence.category in lexicon.planned:
                return _planned(lexicon, found, evidence)
        if sentence.words[index].flags & s.AUX or sentence.lowers[index] in STOP:
            break
    return None


def _is_passed(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a bracket that says the same again or who is meant: "470 families (3,290 people)", "1 man (a driver)"."""
    numbers = [n for n in sentence.numbers[at : at + _RESTATED] if n is not None]
    if not numbers:
        return ")" in sentence.lowers[at : at + _RESTATED]
    return numbers[0].same_as is found


def level(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the total that a number is the size of: "the death toll rose to 12"."""
    if found.noun is not None and found.noun.category not in WEAK:
        return None
    part = found.subset_of is not None
    behind = sentence.words[clause.behind_bracket(sentence, found.right) if part else found.right]
    if part and (behind.flags & (s.REL | s.BE | s.HAVE) or behind.forms & s.PRESENT):
        return None  # "37 casualties, including 21 children who died"
    evidence = clause.level(sentence, lexicon, found.first, classes)
    if evidence is not None and found.unit_kind == "physical":
        return _of_harvest(evidence)
    if evidence is None or evidence.category.startswith("funding."):
        return evidence
    sized = part or found.noun is not None and "combatant" not in classes
    if evidence.category == "combatants.strength" and sized:
        named = found.noun is not None and found.noun.surface not in lexicon.lists.anyone
        return None if part or named else evidence  # "raids by the *air force*, including 9", "*Rebel Radio*"
    said = found.unit_kind != "currency" and (
        found.unit_kind != "ratio" or evidence.category != "event.count"
    )
    return evidence if said else None  # "the positivity rate of the outbreak is at 7%"


def _of_harvest(evidence: Evidence) -> Evidence:
    """Tell what was harvested, "the *harvest* reached 3 million tons", from what was lost, "crop *losses* reached"."""
    if evidence.category == "funding.loss":
        return evidence._replace(category="livelihood.crops")
    grown = evidence.category == "livelihood.crops" and evidence.noun is not None
    return evidence._replace(category="measure.other") if grown else evidence


def predicate(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the verb that a phrase is subject of: "300 families fled"."""
    after = found.right
    if found.unit_kind == "ratio" and is_risen_to(sentence, found.left - 1):
        return None
    if is_unsaid(sentence, lexicon, found) or is_told_off(sentence, found):
        return None
    if are_lived_in(sentence, found):
        lived = clause.predicate(sentence, lexicon, after, ("person",))
        if lived is not None and lived.category.startswith("people."):
            return clause.ordered(sentence, lexicon, lived, found.first, after)
    apart = sentence.lowers[after] == ","
    relative = sentence.words[after + apart].flags & s.REL
    owned = relative and sentence.lowers[after + apart] == "whose"
    said = of_owned if owned else clause.predicate
    evidence = said(sentence, lexicon, after + apart if owned else after, classes)
    if relative and (evidence is None or apart and evidence.category not in BODILY):
        evidence = behind_relative(sentence, lexicon, after, classes) or evidence
    if evidence is not None and (in_hospital(found, evidence) or just_live(found, evidence)):
        return None
    if evidence is not None and in_straits(sentence, lexicon, evidence):
        return None
    if evidence is not None and evidence.category == "people.population":
        evidence = dwell(sentence, lexicon, evidence)
    planned = lexicon.planned.get(evidence.category) if evidence is not None else None
    if evidence is not None and planned is not None and sentence.lowers[evidence.at - 1] == "to":
        # "identified to receive aid", but "armed men tried to gain access"
        return None if "combatant" in classes else _planned(lexicon, found, evidence)
    if evidence is not None and (
        sentence.words[after].flags & s.REL or _is_what_they_do(sentence, evidence.at)
    ):
        evidence = main_verb(sentence, lexicon, evidence.at, classes) or evidence
    return evidence and clause.ordered(sentence, lexicon, evidence, found.first, after)


def _is_what_they_do(sentence: Sentence, at: int) -> bool:
    """Tell the participle of those counted from their verb: "six cooks and others *protesting* there were held"."""
    return sentence.words[at].forms & s.PRESENT != 0 and not sentence.words[at - 1].flags & (
        s.AUX | s.TRANSPARENT
    )


def role(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what something is taken as: "registered 300 people as refugees", "200 houses listed as lost"."""
    at = found.right
    if "as" not in sentence.lowers[at : at + _AS]:
        return None
    for index in range(at, min(sentence.size - 1, at + _AS)):
        if sentence.lowers[index] in ",.;:" or sentence.numbers[index] is not None:
            return None
        if sentence.lowers[index] == "as" and sentence.lowers[index + 1] not in _AS_NEEDED:
            evidence = clause.taken_as(sentence, lexicon, index + 1, classes)
            happens = evidence is not None and evidence.category == "event.count"
            return None if happens else evidence  # "formed a convoy as a protest"
    return None


def _says_where(sentence: Sentence, found: Candidate) -> bool:
    """Tell where something was done or by what: "kidnapped *in two lorries*", "blocked the road *with six buses*"."""
    noun = found.noun
    if noun is None or noun.cls == "vehicle":
        return noun is not None and sentence.lowers[found.left - 2] not in _TOGETHER
    return noun.cls == "refuge" and sentence.words[found.left - 2].verbs != ()


def _of_named(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what is said of those whom no number counts: "*abducted students* from a school, 12 of them girls"."""
    at = named_before(sentence, found)
    if at < 0:
        return None
    first = at
    while first and sentence.words[first - 1].flags & s.DET:
        first -= 1
    evidence = clause.governor(sentence, lexicon, first, classes)
    return evidence or clause.predicate(sentence, lexicon, at + 1, classes)


def nearby(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the nearest word of the clause that gives the class any category."""
    if found.unit_kind == "count" and found.noun is None and found.unit_id != "person":
        return None
    phrase = found.phrase
    if found.implied and phrase is not None and phrase.anaphor:
        named = _of_named(sentence, lexicon, found, classes)
        if named is not None:
            return named
    if found.unit_kind == "ratio" and (phrase is None or phrase.deepest is None and phrase.partner is None):
        return None  # a share of nothing
    before = sentence.lowers[found.left - 1]
    aside = before in _PLACES and found.unit_kind == "count" and "person" not in classes
    if before in _WHERE and _says_where(sentence, found):
        return None
    if found.noun is not None and found.noun.category == "other" and found.noun.cls in _ANYTHING:
        return None  # "115 calls to flooding"
    if before == "by" or aside or is_unsaid(sentence, lexicon, found):
        return None  # an agent: "held by 90 troops"
    if found.unit_kind != "currency":
        evidence = clause.nearby(sentence, lexicon, (found.first, found.right), classes, _NEAR)
        return None if evidence is not None and in_straits(sentence, lexicon, evidence) else evidence
    evidence = clause.nearby(sentence, lexicon, (found.first, found.right), classes, _NEAR_MONEY)
    raised = evidence is not None and before == "to" and is_raised(sentence, evidence.at)
    return None if raised else evidence
