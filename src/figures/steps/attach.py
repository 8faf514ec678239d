"""Attach: unit, currency, counted noun, population and denominator of each number."""

from __future__ import annotations

from itertools import pairwise

from figures.attachment import (
    add_half,
    add_part,
    set_from,
    set_magnitude,
    set_money,
    set_noun,
    set_scale,
    set_share,
    set_unit,
)
from figures.bylines import is_byline
from figures.candidates import Candidate
from figures.clause.bare import next_label, opens_total
from figures.denominators import denominator
from figures.elided import complete
from figures.label_units import set_label_unit
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import UnitSense
from figures.numerals import exact
from figures.phrase import Phrase, read_nouns, read_phrase
from figures.scales import LINKS, is_magnitude, scale_before
from figures.shared_nouns import shares_head, shares_noun
from figures.skips.look import is_big_money
from figures.staffed import read_staff
from figures.sums import is_sum
from figures.tokens import Sentence
from figures.zero_and_one import judge_one, judge_zero

_MINUS = frozenset("-‑–−")
_PEOPLE = frozenset(("combatant", "household", "label", "person", "team"))
_DASHES = frozenset((":", "–", "—"))
_SITES = frozenset(("building", "place", "refuge"))
_AND_A_HALF = ["and", "a", "half"]
_ADJECTIVES = 3  # tokens between a number and "and" that may be adjectives of a later noun
#: What may be below zero behind a bare sign.
_BELOW_ZERO = frozenset(("angle", "ratio", "temperature"))


def attach(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Find unit and noun of every live candidate, right to left so that "2 of the 8 camps" can ask the 8."""
    halves: list[Candidate] = []
    for found in reversed(candidates):
        if found.skipped is None:
            _attach(sentence, lexicon, found)
            if found.unit_id == "share" and sentence.lowers[found.first - 2 : found.first + 1] == _AND_A_HALF:
                halves.append(found)
    for found in halves:
        add_half(found)
    for found, behind in pairwise(candidates):
        if found.unit is not None and found.unit.part is not None and not (found.skipped or behind.skipped):
            add_part(found, behind)
        if behind.unit_id == "degree" and found.unit is not None and found.unit.dimension == "temperature":
            behind.unit, behind.unit_id = (
                found.unit,
                found.unit_id,
            )  # "4 degrees Celsius in Bol and 7 *degrees*"
    complete(sentence, lexicon, candidates)
    return candidates


def _attach(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    money = _currency_before(sentence, lexicon, found)
    before = sentence.words[found.first - 1]
    sign = sentence.lowers[found.first - 1]
    linked = before.unit or before.before or sign in LINKS or sign in lexicon.lists.magnitudes
    scale = scale_before(sentence, lexicon, found) if linked else None
    named = sign == ":" and next_label(sentence, found.after) and not _is_site(sentence, found)
    named = named or sign in _DASHES and opens_total(sentence, lexicon, found.after)
    phrase = found.phrase = Phrase(found.after) if named else read_phrase(sentence, lexicon, found)
    if money is None and before.unit is not None:
        money = _currency_named(sentence, found, phrase, before.money or before.unit)
    if scale is not None:
        set_scale(found, *scale)
    elif money is not None:
        set_money(found, phrase, *money)
    else:
        _attach_phrase(sentence, lexicon, found, phrase)
        if found.unit is None and found.noun is None and found.unit_id == "unknown":
            if sign == "or" and found.value == 2:
                _set_or_two(sentence, found, phrase)
            set_label_unit(sentence, lexicon, found)
            if found.unit_id == "unknown" and is_magnitude(sentence, lexicon, found):
                set_magnitude(found, lexicon.words["magnitude"].unit)
            elif found.unit_id == "unknown" and is_sum(sentence, lexicon, found):
                found.unit_id, found.unit_kind, found.implied = "currency", "currency", True
    if (
        found.point
        and found.unit_kind == "count"
        and found.value is not None
        and sentence.lowers[found.after] != "per"
    ):
        found.value = found.low = found.high = exact(found.value * 1000)
    if sign in _MINUS or before.flags & s.NEGATIVE:
        _negate(sentence, found)
    if found.kind in ("fraction", "ratio") and not _is_half_a_thing(sentence, found, phrase):
        set_share(found)
    if found.kind == "zero":
        judge_zero(sentence, lexicon, found, phrase)
    elif found.kind == "words" and found.value == 1:
        judge_one(sentence, found, phrase)
    stop = found.phrase.stop
    found.right = stop if stop > found.after else found.after
    found.per = denominator(sentence, lexicon, found) or found.per
    if found.per == "second" and found.unit_kind == "physical":
        _set_flow(lexicon, found)


def _negate(sentence: Sentence, found: Candidate) -> None:
    """Read the sign of "minus 15 degrees" and "-2.5 percent"; a dash before a count is a bullet or a pause."""
    at = found.first - 1
    if found.value is None or found.kind not in ("digits", "words") or found.noun is not None:
        return
    if sentence.lowers[at] in _MINUS:
        below = found.unit is not None and found.unit.dimension in _BELOW_ZERO
        apart = at == 0 or sentence.adjacent(at) or not sentence.adjacent(found.first)
        if (
            not below
            or apart
            and not (at == 0 and found.unit_id != "percent" and sentence.adjacent(found.first))
        ):
            return
    found.value = found.low = found.high = -found.value
    found.start = sentence.starts[at]


def _attach_phrase(sentence: Sentence, lexicon: Compiled, found: Candidate, phrase: Phrase) -> None:
    if phrase.unit is not None:
        set_unit(found, phrase, phrase.unit)
    elif phrase.head is not None:
        alone = not sentence.words[phrase.head].plural
        labels = alone and phrase.many and _labels_next(sentence, found, phrase.head)
        if labels or is_byline(sentence, lexicon, found, phrase):
            phrase.head = phrase.noun = None
            phrase.after = found.after
            return
        shared = shares_head(sentence, lexicon, found, phrase) if alone else None
        if shared is not None:
            own = phrase.noun.who if phrase.noun is not None else ()
            set_from(found, shared)
            phrase.head, phrase.noun = None, shared.noun
            said = shared.noun.who if shared.noun is not None else ()
            found.who = tuple(sorted({*own, *said}))  # "40 male and 12 female prisoners"
            return
        if phrase.noun is not None and phrase.noun.cls == "organisation":
            read_staff(sentence, lexicon, found, phrase, phrase.noun)
        set_noun(found, phrase, phrase.head)
        exactly = "." in sentence.lowers[found.first] or isinstance(found.value, float)  # "7.0", "7,2"
        if exactly and found.kind == "digits" and sentence.lowers[phrase.head] in lexicon.lists.quakes:
            set_magnitude(found, lexicon.words["magnitude"].unit)
    elif phrase.partner is not None and found.kind == "fraction":
        set_share(found)
    elif phrase.partner is not None:
        set_from(found, phrase.partner)
    elif phrase.anaphor:
        found.who = tuple(sorted(phrase.who))
    elif (inner := _predicative(sentence, found)) is not None and inner.head is not None:
        set_noun(found, inner, inner.head)
    else:
        following = shares_noun(sentence, lexicon, found)
        if following is not None:
            set_from(found, following)
            if following.noun is not None and following.noun.cls not in _PEOPLE:
                phrase.noun = following.noun  # of people all that stands around says more


def _set_flow(lexicon: Compiled, found: Candidate) -> None:
    """Read "900 litres *of water* per second" and "40 m / second" as one unit each, as "litres per second" is."""
    rate = f"{found.unit_id}_per_second"
    for signs in lexicon.symbols.values():
        for _, sense in signs:
            if sense.id == rate:
                found.unit, found.unit_id, found.per = sense, rate, None
                return


def _is_site(sentence: Sentence, found: Candidate) -> bool:
    """Tell the name of a site before a colon from a label: "Bol care centre: 4,000 IDPs Ari care centre: 3,000"."""
    site, people = sentence.words[found.first - 2], sentence.words[found.after]
    if site.noun is None or site.plural or site.noun.cls not in _SITES:
        return False
    return people.noun is not None and people.plural and people.noun.cls in _PEOPLE


def _set_or_two(sentence: Sentence, found: Candidate, phrase: Phrase) -> None:
    """Read "a week or *two*", "an inch or two", whose unit stands before."""
    at = found.first - 2
    unit = sentence.words[at].unit
    if unit is not None and sentence.lowers[at - 1] in ("a", "an"):
        phrase.unit, phrase.first, phrase.unit_after = unit, at, at + 1
        set_unit(found, phrase, unit)


def _labels_next(sentence: Sentence, found: Candidate, head: int) -> bool:
    """Tell the label of the next number, "stands at 20,684 Positivity rate 7%", in text that lost its lines."""
    following = sentence.numbers[head + 1]
    if following is None or not sentence.is_capital(found.after) or head == found.after:
        return False
    return following.kind == "digits" and following.skipped is None and sentence.words[head].unit is None


def _is_half_a_thing(sentence: Sentence, found: Candidate, phrase: Phrase) -> bool:
    """Read "half a bag", "half a loaf" as a measure; "half the bags" are a share."""
    at = found.after + 1 if sentence.lowers[found.after] in ("a", "an") else found.after
    word = sentence.words[at]
    if (
        sentence.lowers[found.first] == "half"
        and word.unit is not None
        and word.unit.kind == "time"
        and at > found.after
    ):
        phrase.unit, phrase.first, phrase.unit_after = word.unit, at, at + 1
        set_unit(found, phrase, word.unit)  # "half a century"
        return True
    if sentence.lowers[found.first] != "half" or word.noun is None or word.noun.cls != "good" or word.plural:
        return False
    if sentence.words[at + 1].noun is not None:
        return False
    phrase.first, phrase.head, phrase.noun, phrase.after = found.after, at, word.noun, at + 1
    set_noun(found, phrase, at)
    return True


def _predicative(sentence: Sentence, found: Candidate) -> Phrase | None:
    """Find the people that a number is said to be: "of these, 12 *were children*"."""
    if not sentence.words[found.after].flags & s.BE:
        return None
    inner = read_nouns(sentence, found.after + 1)
    people = inner.noun is not None and inner.noun.cls in ("person", "combatant")
    return inner if people and not inner.modifiers else None


def _currency_before(sentence: Sentence, lexicon: Compiled, found: Candidate) -> tuple[UnitSense, int] | None:
    """Find "$", "US$", "USD" or "Rs" in front of a number; returns it with its first token."""
    if not found.first or sentence.lowers[found.first - 1] not in lexicon.money_tails:
        return None
    if found.kind not in ("digits", "range", "words"):
        return None
    for length in (3, 2, 1):
        first = found.first - length
        if sentence.lowers[first] not in lexicon.signs:
            continue
        for rest, sense in lexicon.symbols.get(sentence.raw_at(first), ()):
            tokens = tuple(map(sentence.raw_at, range(first + 1, found.first)))
            close = (
                length == 1
                or len(sentence.raw_at(first)) > 1
                or all(sentence.adjacent(i) for i in range(first + 1, found.first))
            )
            if sense.kind == "currency" and rest == tokens and close:  # "C$ 50", but not "zone C $50"
                return sense, first
    if is_big_money(sentence, lexicon, found):
        return lexicon.big_money[sentence.raw_at(found.first - 1)], found.first - 1
    return None


def _currency_named(
    sentence: Sentence, found: Candidate, phrase: Phrase, sense: UnitSense
) -> tuple[UnitSense, int] | None:
    """Find a currency by name before a large amount: "Kiwi dollar 29bn", not "a dollar 20 years ago"."""
    at = found.first - 1
    if sense.kind != "currency" or sentence.numbers[at - 1] is not None:
        return None
    large = "," in sentence.lowers[found.first] or found.after > found.first + 1
    if not large or found.kind not in ("digits", "range", "words") or phrase.unit is not None:
        return None
    other = phrase.head is not None and (phrase.noun is None or phrase.noun.cls != "money")
    return None if other else (sense, at)
