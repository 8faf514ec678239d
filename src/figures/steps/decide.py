"""Decide: the category of each figure, with the word that decided it, and the unit of a number without a noun.

The rules and their precedence stand in `categories`; here they are asked, and figures that share a verb, a
list or a total share its category.
"""

from __future__ import annotations

from itertools import pairwise

from figures import wholes
from figures.antecedents import place
from figures.candidates import Candidate
from figures.categories import OF_A_WHOLE, features, rules_for
from figures.categories.asked import mean
from figures.categories.business import keep_to_business
from figures.categories.classes import (
    OF_PEOPLE,
    classes_of,
    is_no_house,
    is_no_person,
    is_possible,
    makes_people,
)
from figures.categories.costs import buys_goods, is_cash, may_be_aid
from figures.categories.defaults import least
from figures.categories.gaps import said_before
from figures.categories.outside import outside
from figures.categories.respective import tell_apart
from figures.categories.shared import (
    DEFAULTS,
    GIVEN_BY,
    continues,
    copy,
    give,
    imply,
    inherit,
    is_given_to,
    lists_shares,
    of_conjunct,
)
from figures.categories.sorts import add_up
from figures.categories.where import as_it_stands
from figures.clause import Evidence
from figures.clause.evidence import WEAK
from figures.commitment.rivals import dispute
from figures.groups import TELLING, groups_of, stands_alone
from figures.held import hold_against
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.measures import measure
from figures.others import complete_others
from figures.pairs import corrected
from figures.phrase.population import settle
from figures.recall import refers_back, take_up
from figures.records import Certainty
from figures.rephrased import rephrased
from figures.steps.attach import attach
from figures.steps.numbers import numbers
from figures.steps.relate import relate
from figures.tokens import Sentence
from figures.untold import drop_untold, is_noted, is_unsaid, read_age

_PROJECTED = Certainty.PROJECTED
#: Families of what business and relief both speak of.
_OF_RELIEF = ("aid.", "assets.", "funding.", "organisation.", "people.")
_UNSAID = frozenset(("default", "nearby"))
#: What stands beside a member of a list and is none: "nurses *aged 30* and", "tanks *(500 litres)* and".
_BESIDE = frozenset(("measure.age", "measure.other"))
_PASSED = _UNSAID | {"conjunct", "noun"}
_SHARED = frozenset(("predicate", "participle", "adjective", "conjunct", "reduced"))


def decide(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Set category, trigger and, where the noun is implied, unit and population of every live candidate."""
    live = [c for c in candidates if c.skipped is None]
    for found in live:
        if found.text_start < found.start or found.kind == "range" or found.named >= 0:  # else it is placed
            place(sentence, found)
    before = None
    parted = len(live) > 1 and live[1].subset_of is live[0]
    whole = live[0] if parted and wholes.opens_as_whole(sentence, live[0]) else None
    for position, found in enumerate(live):
        past = None
        if position > 1 and found.unit is None and (found.noun is None or found.noun.surface == "others"):
            past = outside(sentence, live, position)
        _decide(
            sentence, lexicon, found, past or before, opens_as_whole=found is whole, past=past is not None
        )
        if found.rule != "bracket":  # "106 (46%) villages are dry, *93* are flooded"
            before = found
    if len(live) > 1:
        if live[0].category == "other" and live[0].noun is None:
            hold_against(sentence, lexicon, live)
        _share(sentence, lexicon, live)
        if len(live) > 2:
            add_up(live)
        if "respectively" in sentence.tokens:
            tell_apart(sentence, lexicon, live)
    settle(sentence, lexicon, live)
    untold = False
    for found in live:
        if found.same_as is not None or found.subset_of is not None:
            inherit(found)
        if found.certainty is _PROJECTED and found.category in lexicon.planned:
            found.category = lexicon.planned[found.category]
        if found.who and found.rule != "total":  # some migrants of those displaced
            for who in found.who:
                found.category = lexicon.by_population.get(who, {}).get(found.category, found.category)
        if may_be_aid(found) and (is_cash(sentence, found) or buys_goods(sentence, found)):
            found.category = "aid.delivered"
        if found.unit_id == "unknown" and found.category in OF_PEOPLE and found.unit_kind == "count":
            imply(found, None)  # "of these *nine*, four were killed"
        if found.category.startswith(_OF_RELIEF):
            keep_to_business(sentence, lexicon, found)
        if found.category == "other":
            found.category = least(found)
            untold = untold or found.category == "other"
    if len(live) > 1:
        dispute(sentence, live, lexicon.lists)
    if untold:
        _decide_untold(sentence, lexicon, live)
    return candidates


def _decide_untold(sentence: Sentence, lexicon: Compiled, live: list[Candidate]) -> None:
    """Read what nothing was said of as an age or a group, and drop the numbers of something that are left."""
    for found in live:
        if is_unsaid(found) and not read_age(sentence, found) and stands_alone(sentence, found):
            _decide_group(sentence, lexicon, found)
    for found, behind in pairwise(live):
        if behind.rule == "group" and is_unsaid(found) and is_noted(sentence, found):
            copy(found, behind)  # "the huts burned are in *Oru 31*, Bol 14"
        elif found.rule == "group" and is_unsaid(behind) and behind.rule == "continued":
            copy(behind, found)  # "cases fell (105 in May and *90* in June)"
    drop_untold(sentence, live)


def _share(sentence: Sentence, lexicon: Compiled, live: list[Candidate]) -> None:
    """Let figures share the category of a list of shares, and the verb of a conjunct."""
    for before, found in pairwise(live):
        if lists_shares(sentence, before, found):
            found.category, found.rule, found.trigger = before.category, "continued", before.trigger
        elif sentence.lowers[found.left - 1] in GIVEN_BY and is_given_to(sentence, before, found):
            give(before, found)
    behind = live[-1]
    for found in reversed(live[:-1]):
        ends = sentence.words[behind.right]  # "left shepherds and sheep stranded"
        alike = found.rule == "continued" and found.category == behind.category
        if (found.rule in DEFAULTS and not alike) and (
            behind.rule in _SHARED or behind.rule == "unit" or ends.adjectives or ends.forms & s.PARTICIPLE
        ):
            evidence = of_conjunct(sentence, lexicon, found, behind)
            if evidence is not None:
                _take(sentence, found, evidence)
        if (
            found.rule in DEFAULTS
            and behind.rule not in DEFAULTS
            and corrected(sentence, lexicon, found) is behind
        ):
            found.category, found.rule, found.trigger = behind.category, "continued", behind.trigger
        part = found.subset_of is not None and found.subset_of.first < found.first
        if not part and found.category not in _BESIDE:
            behind = found  # "2 nurses (a man and 1 woman) and 1 driver were hurt"


def _decide(
    sentence: Sentence,
    lexicon: Compiled,
    found: Candidate,
    before: Candidate | None,
    *,
    opens_as_whole: bool,
    past: bool,
) -> None:
    follows = before is None and (sentence.earlier or sentence.told)
    told = refers_back(sentence, lexicon, found) if follows else None
    if told is not None:
        take_up(found, told)
    elif before is not None and before.implied and found.noun is not None and found.noun.surface == "others":
        complete_others(sentence, lexicon, found, before)  # "of these, one collapsed and 40 *others* burned"
    if found.unit_kind == "count" and _decide_size(sentence, lexicon, found):
        return
    classes = classes_of(found, before)
    evidence = measure(sentence, lexicon, found)
    if evidence is None:
        whole = opens_as_whole or wholes.is_whole(sentence, lexicon, found)
        evidence = _ruled(sentence, lexicon, found, before, classes, whole=whole)
    if told is not None and (evidence is None or evidence.rule in DEFAULTS or found.like is told):
        found.category, found.rule, found.trigger = told.category, "recalled", None
        return
    if found.like is not None and (evidence is None or evidence.rule in DEFAULTS or evidence.rule == "label"):
        found.category, found.rule, found.trigger = found.like.category, "continued", found.like.trigger
        return
    if before is not None and (
        past
        and (evidence is None or evidence.rule in _PASSED)
        or evidence is None
        and continues(sentence, before, found)
    ):
        copy(found, before)
        return
    if before is not None and evidence is not None and evidence.rule in _UNSAID:
        gapped = said_before(sentence, found)
        if gapped is not None:
            found.category, found.rule, found.trigger = gapped.category, "continued", gapped.trigger
            return
    if evidence is not None:
        evidence = as_it_stands(sentence, lexicon, found, evidence, classes)
    if evidence is not None:
        _take(sentence, found, evidence)
    if found.unit_id == "unknown" and found.unit_kind == "count":
        imply(found, before)


def _ruled(
    sentence: Sentence,
    lexicon: Compiled,
    found: Candidate,
    before: Candidate | None,
    classes: tuple[str, ...],
    *,
    whole: bool,
) -> Evidence | None:
    """Return the first answer of the rules that can be said of what a number counts."""
    rules = OF_A_WHOLE if whole else rules_for(found.unit_kind, features(sentence, lexicon, found))
    for rule in rules:
        evidence = rule(sentence, lexicon, found, classes)
        if evidence is None:
            continue
        if found.noun is not None:
            if is_possible(found, evidence, lexicon.lists):
                return evidence
        elif not (is_no_person(found, evidence) or is_no_house(lexicon, found, before, evidence)):
            return evidence
    return None


def _decide_size(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Decide a number that is the size of what the sentence names as a count of that."""
    size = rephrased(sentence, lexicon, found)
    if size is None:
        return False
    at, counting = size
    said = _read(counting, lexicon, 0)
    if said is None:
        return False
    found.who = found.who or said.who
    if said.rule in DEFAULTS:
        named = said.rule == "noun" and said.category not in WEAK and sentence.lowers[at - 1] == "whose"
        if not named:
            return False
    _take(sentence, found, Evidence(said.category, at, "level", said.noun))
    if found.unit_id == "unknown":
        found.unit_id, found.implied = said.unit_id, True
    return True


def _decide_group(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    """Decide a number without a noun as the nearest group that no number counts, where the sentence tells of one."""
    for at, counting in groups_of(sentence, found):
        said = _read(counting, lexicon, at)
        if said is None or said.noun is None:
            continue
        risen = (
            said.rule == "change" and said.noun.strong
        )  # "a rise in cases (105 this week and 90 last week)"
        if risen or said.rule in TELLING:
            found.noun, found.unit_id, found.implied, found.who = said.noun, said.unit_id, True, said.who
            category = said.noun.category if risen else said.category
            found.category, found.rule, found.trigger = category or "other", "group", said.trigger
            return


def _read(counting: Sentence, lexicon: Compiled, at: int) -> Candidate | None:
    """Return the number at or behind a token of a sentence made to count something, as these steps decide it."""
    counted = [c for c in numbers(counting, lexicon, []) if c.first >= at][:1]
    for step in (attach, relate, decide):
        counted = step(counting, lexicon, counted)
    return counted[0] if counted and counted[0].skipped is None else None


def _take(sentence: Sentence, found: Candidate, evidence: Evidence) -> None:
    category, at, rule, noun, first = evidence
    found.category, found.rule = category, rule
    if rule == "purpose":
        mean(found, at)
    if noun is not None:
        if found.unit_id == "unknown" and found.unit_kind == "count":
            found.unit_id, found.noun, found.implied = noun.unit, noun, True
            found.who = noun.who or found.who
        elif found.unit_kind == "ratio" and not found.who and rule == "label":
            found.who = noun.who  # "Women (%)"
    if found.noun is None and found.unit_kind == "count" and makes_people(found, evidence):
        found.unit_id = "person"
    if 0 <= at < sentence.size:
        found.trigger = (sentence.starts[at], sentence.ends[at])
    if rule == "label":
        found.text_start = min(found.text_start, sentence.starts[first])
