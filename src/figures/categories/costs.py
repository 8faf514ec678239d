"""What money is for: what relief and repairs cost, the plans and appeals that a sum is of, money given as cash."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.clause import Evidence
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.records import Certainty
from figures.tokens import Sentence

_COST = frozenset(("bill", "cost", "costed", "costing", "costs", "price tag"))
_NEAR = 5  # tokens between a cost and its sum
_FAR = 14  # tokens between "the cost of" and its sum
_SUBJECT = 9  # tokens of what costs
_OF = ("for", "of")
_GOODS = 7  # tokens behind "worth" that may name the goods
_NET = 4  # tokens of "net funding requirements"
_AHEAD = (Certainty.PROJECTED, Certainty.ESTIMATED)


def cost(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what a sum is the cost of: "the response will *cost* $2m", "the *cost* of rebuilding is $3bn"."""
    if sentence.tokens.isdisjoint(_COST):
        return None  # most of all
    for at in range(found.left - 1, max(-1, found.left - 1 - _FAR), -1):
        token = sentence.lowers[at]
        if token in STOP or token == ",":
            break
        if token in _COST:
            return _of_cost(sentence, lexicon, found, at)
    return None


def _of_cost(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int) -> Evidence | None:
    lists = lexicon.lists
    if sentence.lowers[at + 1] in _OF:
        of = sentence.lowers[at + 2 : found.left]
        ahead = True
    elif found.left - at > _NEAR:
        return None
    else:
        of = _subject(sentence, at)
        if sentence.lowers[found.right] == "to":  # "it will cost $2m to rebuild"
            of += sentence.lowers[found.right + 1 : found.right + 2]
        ahead = found.certainty in _AHEAD or sentence.lowers[at] in ("costed", "costing")
    if not lists.mending.isdisjoint(of):
        return Evidence("funding.loss", at, "cost")
    if not lists.relief.isdisjoint(of):
        return Evidence("funding.required" if ahead else "funding.other", at, "cost")
    return None


def _subject(sentence: Sentence, cost: int) -> list[str]:
    """Return the tokens of what costs, its head and its modifiers: "the emergency *response*"."""
    at = cost - 1
    while at > 0 and (
        sentence.words[at].flags & (s.AUX | s.TRANSPARENT) or sentence.lowers[at] in (",", "to")
    ):
        at -= 1
    while at > 0 and sentence.words[at].certainty is not None:
        at -= 1
    first = at
    while (
        first > 0 and at - first < _SUBJECT and not sentence.words[first - 1].flags & (s.CONJ | s.SUB | s.AUX)
    ):
        if sentence.lowers[first - 1] in STOP or sentence.lowers[first - 1] == ",":
            break
        first -= 1
    return sentence.lowers[first : at + 1]


def may_be_aid(found: Candidate) -> bool:
    """Tell money that is given, or of which nothing is said."""
    return found.category == "funding.received" or found.rule == "default" and found.unit_kind == "currency"


def is_cash(sentence: Sentence, found: Candidate) -> bool:
    """Tell money handed to people from money given to an appeal."""
    if found.per in ("person", "household"):
        return True
    for word in sentence.words[max(0, found.first - 7) : min(sentence.size, found.right + 6)]:
        noun = word.noun
        if (
            word.flags & s.CASH
            or noun is not None
            and noun.cls == "money"
            and noun.category == "aid.delivered"
        ):
            return True
    return False


def buys_goods(sentence: Sentence, found: Candidate) -> bool:
    """Tell what goods that were given are worth: "gave $3m *worth of medicine*"."""
    if sentence.lowers[found.right] != "worth" or found.category != "funding.received":
        return False
    words = sentence.words[found.right + 1 : found.right + _GOODS]
    return any(word.noun is not None and word.noun.cls == "good" for word in words)


def plan(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what money in brackets is for: "the response plan (US$ 3 million) is 40% funded"."""
    if found.unit_kind != "currency":
        return None
    months = sentence.numbers[found.right]
    if months is not None and months.unit_kind == "time":
        return _for_months(sentence, lexicon, months)
    if sentence.lowers[found.left - 1] == "(":
        category = clause.says_of_money(lexicon, sentence.words[found.left - 2])
        return Evidence(category, found.left - 2, "bracket") if category is not None else None
    before = sentence.lowers[found.left - 1]
    if before.endswith(" for"):  # "an *appeal for* $9m"
        at = found.left - 1
    else:
        behind = found.phrase.unit_after if found.phrase is not None else found.right
        at = found.left - 2 if before in _OF else behind
    if clause.says_of_money(lexicon, sentence.words[at]) == "funding.required":
        return Evidence("funding.required", at, "bracket")
    return None


def _for_months(sentence: Sentence, lexicon: Compiled, months: Candidate) -> Evidence | None:
    """Read what money of a stretch of time is: "US$ 3 m *six months net funding requirements*"."""
    at = clause.behind_bracket(sentence, months.right)
    for index in range(at, at + _NET):
        category = clause.says_of_money(lexicon, sentence.words[index])
        if category is not None:
            return Evidence(category, index, "bracket")
        if sentence.numbers[index] is not None or sentence.words[index].flags:
            break
    return None
