"""Decide: the category of each figure, with the word that decided it, and the unit of a number without a noun.

The rules and their precedence stand in `categories`; here they are asked, and figures that share a verb, a
list or a total share its category.
"""

from __future__ import annotations

from itertools import pairwise

from figures import clause
from figures.candidates import Candidate
from figures.categories import OF_A_WHOLE, RULES
from figures.categories.classes import (
    BODILY,
    classes_of,
    counts_places,
    is_no_person,
    is_possible,
    makes_people,
)
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.measures import measure
from figures.phrase.population import settle
from figures.recall import refers_back, take_up
from figures.records import Certainty
from figures.tokens import Sentence

_SHARED = frozenset(("predicate", "participle", "adjective", "conjunct"))
_WHERE = frozenset(("across", "around", "at", "from", "in", "inside", "near", "throughout", "within"))
_APART = 8  # tokens between two phrases that share a verb
_DEFAULTS = frozenset(("noun", "default", "nearby", "continued", "modifier", ""))


def decide(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Set category, trigger and, where the noun is implied, unit and population of every live candidate."""
    live = [c for c in candidates if c.skipped is None]
    before = None
    for found in live:
        _decide(sentence, lexicon, found, before)
        before = found
    for behind, found in pairwise(reversed(live)):
        ends = sentence.words[behind.right]  # "left shepherds and sheep stranded"
        if found.rule in _DEFAULTS and (
            behind.rule in _SHARED or ends.adjectives or ends.forms & s.PARTICIPLE
        ):
            _share_predicate(sentence, lexicon, found, behind)
    settle(sentence, lexicon, live)
    for found in live:
        if found.same_as is not None or found.subset_of is not None:
            _inherit(found)
        if found.certainty is Certainty.PROJECTED and found.category in lexicon.planned:
            found.category = lexicon.planned[found.category]
        for who in found.who:
            found.category = lexicon.by_population.get(who, {}).get(found.category, found.category)
        given = (
            found.category == "funding.received" or found.rule == "default" and found.unit_kind == "currency"
        )
        if given and _is_cash(sentence, found):
            found.category = "aid.delivered"
    return candidates


def _is_cash(sentence: Sentence, found: Candidate) -> bool:
    """Tell money handed to people from money given to an appeal."""
    if found.per in ("person", "household"):
        return True
    around = range(max(0, found.first - 7), min(sentence.size, found.right + 6))
    return any(sentence.words[i].flags & s.CASH for i in around)


def _decide(sentence: Sentence, lexicon: Compiled, found: Candidate, before: Candidate | None) -> None:
    found.left = _first_token(sentence, found)
    told = refers_back(sentence, found) if before is None and (sentence.earlier or sentence.told) else None
    if told is not None:
        take_up(found, told)
    classes = classes_of(found, before)
    evidence = measure(sentence, lexicon, found)
    if evidence is None:
        for rule in OF_A_WHOLE if _is_whole(sentence, found) else RULES:
            evidence = rule(sentence, lexicon, found, classes)
            if evidence is not None:
                if found.noun is None:
                    if not is_no_person(found, evidence):
                        break
                elif evidence.category.startswith("people.") or is_possible(found, evidence):
                    break
                evidence = None
    if told is not None and (evidence is None or evidence.rule in _DEFAULTS):
        found.category, found.rule, found.trigger = told.category, "recalled", None
        return
    if found.like is not None and (
        evidence is None or evidence.rule in _DEFAULTS or evidence.rule == "label"
    ):
        found.category, found.rule, found.trigger = found.like.category, "continued", found.like.trigger
        return
    if evidence is None and before is not None and _continues(sentence, before, found):
        _copy(found, before)
        return
    if evidence is not None:
        place = counts_places(found)
        if place and (evidence.category.startswith(("people.", "area.")) or _is_where(sentence, found)):
            evidence = Evidence("place.count", -1, "noun")  # "in four districts", "11 states were affected"
        if evidence.category in lexicon.negated and _is_negated(sentence, found, evidence.at):
            evidence = evidence._replace(category=lexicon.negated[evidence.category])
        _take(sentence, found, evidence)
    if found.unit_id == "unknown" and found.unit_kind == "count":
        _imply(found, before)


def _is_where(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number of places that only says where: "600 houses *in four districts* were ruined"."""
    return sentence.words[found.left - 1].flags & s.PREP != 0 and sentence.lowers[found.left - 1] in _WHERE


def _is_whole(sentence: Sentence, found: Candidate) -> bool:
    """Tell the 300 of "12 of the 300 villagers"."""
    at = found.left - 1
    if not sentence.words[at].flags & (s.DET | s.PREP) and sentence.lowers[at][-1:] != "s":
        return False  # most of all
    while sentence.words[at].flags & s.DET or sentence.lowers[at].endswith(("'s", "’s")):
        at -= 1
    part = sentence.numbers[at - 1] if sentence.lowers[at] in ("of", "out of") else None
    return part is not None and part.phrase is not None and part.phrase.partner is found


def _is_negated(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell "could not be reached"."""
    return any(word.flags & s.NEG for word in sentence.words[found.right : max(at, found.right)])


def _first_token(sentence: Sentence, found: Candidate) -> int:
    """Return the token that the phrase of a number begins with, its cues and signs counted in."""
    first = found.first
    while first > 0 and sentence.ends[first - 1] > found.text_start:
        first -= 1
    if found.kind == "range" and sentence.lowers[first - 1] == "between":
        first -= 1
    return first


def _take(sentence: Sentence, found: Candidate, evidence: Evidence) -> None:
    found.category, found.rule = evidence.category, evidence.rule
    noun = evidence.noun
    if noun is not None and found.unit_id == "unknown" and found.unit_kind == "count":
        found.unit_id, found.noun, found.who, found.implied = noun.unit, noun, noun.who, True
    elif noun is not None and found.unit_kind == "ratio" and not found.who and evidence.rule == "label":
        found.who = noun.who  # "Women (%)"
    if found.noun is None and found.unit_kind == "count" and makes_people(found, evidence):
        found.unit_id = "person"
    if 0 <= evidence.at < sentence.size:
        found.trigger = (sentence.starts[evidence.at], sentence.ends[evidence.at])
    if evidence.rule == "label":
        found.text_start = min(found.text_start, sentence.starts[evidence.first])


def _imply(found: Candidate, before: Candidate | None) -> None:
    """Fill in the unit of a number without a noun: the last one's, or persons for what only people do."""
    found.implied = True
    if found.category.startswith(("people.", "combatants.")):
        same = (
            before is not None and before.unit_kind == "count" and before.unit_id in ("person", "household")
        )
        if found.category in BODILY and before is not None and before.unit_id == "household":
            same = False  # "201 families, 20 injured"
        found.unit_id = (
            before.unit_id if same and before is not None and before.unit_id == "household" else "person"
        )
        if same and before is not None and before.unit_id == found.unit_id:
            found.who = found.who or (before.subset_of or before).who
            found.lent = before.lends
    elif before is not None and before.unit_id != "unknown" and before.unit_kind == "count":
        found.unit_id, found.noun = before.unit_id, before.noun
        found.lent = before.lends
    elif found.category.startswith("assets."):
        found.unit_id = "house"
    elif before is None and _are_people(found):
        found.unit_id = "person"
        found.category = "people.other" if found.category == "other" else found.category


def _are_people(found: Candidate) -> bool:
    """Tell "thousands fled", "tens of thousands in the camps": people, where nothing else was counted before."""
    lowers = found.sentence.lowers
    if found.kind != "vague" or not lowers[found.after - 1].endswith("s") or lowers[found.after] == "of":
        return False
    behind = found.sentence.words[found.after]
    return behind.noun is None or behind.verbs != ()


def _continues(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell whether a bare number continues the figure before it: "1,675 to Niger, 312 to Italy"."""
    return (
        found.noun is None
        and found.unit is None
        and found.unit_id == "unknown"
        and found.kind != "fraction"
        and found.first - before.after < 14
        and (before.unit_kind in ("count", "currency") or _is_next(sentence, before, found))
    )


def _is_next(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell whether only list marks and small words stand between two numbers: "2,250 acres and 290"."""
    return found.first - before.right <= 2 and not (
        sentence.lowers[found.first - 1] == "to" and before.rule == "change"
    )


def _copy(found: Candidate, before: Candidate) -> None:
    found.category, found.rule, found.trigger = before.category, "continued", before.trigger
    found.unit_id, found.unit_kind, found.unit, found.noun = (
        before.unit_id,
        before.unit_kind,
        before.unit,
        before.noun,
    )
    found.implied, found.lent = True, before.lends
    if not found.who:
        found.who = before.who


def _share_predicate(sentence: Sentence, lexicon: Compiled, found: Candidate, behind: Candidate) -> None:
    """Give a phrase without a verb of its own the verb of its conjunct: "12 men and 30 women were killed"."""
    if (
        found.subset_of is not None
        or behind.subset_of is found
        or found.unit_kind not in ("count", "physical")
    ):
        return
    between = range(found.right, behind.first)
    joined = any(sentence.words[i].flags & s.CONJ or sentence.lowers[i] == "," for i in between)
    plain = all(
        not (sentence.words[i].flags & (s.AUX | s.CONTRAST) or sentence.words[i].verbs)
        or sentence.words[i].before
        for i in between
    )
    apart = any(sentence.words[i].flags & s.PREP and not sentence.words[i].before for i in between)
    if apart:  # "60 students in the capital and 15 miners in the north are stranded"
        link = sentence.words[behind.left - 1].flags & s.CONJ
        unlike = found.unit_id != behind.unit_id and "person" in (found.unit_id, behind.unit_id)
        apart = not link or len(between) > _APART or unlike
    if not joined or not plain or apart or len(between) > _APART:
        return
    at = behind.right
    if behind.rule == "conjunct" and behind.trigger is not None:
        at = next((i for i, start in enumerate(sentence.starts) if start == behind.trigger[0]), at)
    evidence = clause.predicate(sentence, lexicon, at, classes_of(found, None))
    if evidence is not None:
        _take(sentence, found, evidence._replace(rule="conjunct"))


def _inherit(found: Candidate) -> None:
    """Subtotals and restatements take the category of their total."""
    whole = found.same_as or found.subset_of
    if whole is None:
        return
    own = found.phrase is not None and found.phrase.partner is whole and found.rule not in _DEFAULTS
    if found.rule == "object" and found.trigger is not None and found.trigger[0] > whole.end:
        own = True  # "killed 31 recruits, wounding dozens of them"
    if (
        found.same_as is not None
        or not own
        and found.rule
        not in (
            "participle",
            "predicate",
            "adjective",
            "strong noun",
            "unit",
            "age",
            "label",
        )
    ):
        found.category, found.trigger, found.rule = whole.category, whole.trigger, "total"
    if found.unit_id == "unknown" or found.implied and found.unit_kind == "count":
        found.unit_id, found.unit_kind, found.implied = whole.unit_id, whole.unit_kind, True
        found.lent = whole.lends
