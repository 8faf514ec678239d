"""Business, politics and play: what words that relief shares with them say there ("the bank raised $3m").

A bank raises money, a club lost some, a firm offers a price: only the words around tell that from aid and damage. So a
category of relief is kept where a word of relief stands in the sentence, and given up where only words of business do.
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_MONEY = frozenset(
    ("aid.delivered", "aid.required", "funding.loss", "funding.received", "funding.required", "people.other")
)
_THINGS = frozenset(("aid.delivered", "aid.personnel", "aid.required"))
#: What stands in the table of a class that is neither given nor needed.
_DEFAULTS = {
    "building": "assets.count",
    "house": "assets.count",
    "infrastructure": "assets.count",
    "person": "people.other",
    "vehicle": "assets.count",
}
_OPEN = frozenset(("", "default", "nearby", "noun", "object", "predicate", "reduced", "recipient"))
#: What is said of players, firms and songs as of people: nobody named is meant ("won two and lost *three*").
_OF_IMPLIED = frozenset(
    (
        "people.affected",
        "people.deprived",
        "people.detained",
        "people.displaced",
        "people.in_need",
        "people.missing",
        "people.reached",
        "people.relocated",
        "people.rescued",
        "people.returned",
        "people.targeted",
    )
)
_PAIR = 2  # "the couple were hit by grief"
_DONE = frozenset(("continued", "nearby", "object", "predicate", "recipient"))
_OF_SHARES = _OPEN | {"continued", "level"}
#: Of one thing nobody counts how many there are.
_EXISTING = ("assets.count", "organisation.count")
_TRADES = ("building", "infrastructure", "organisation")
_SHARES = ("aid.", "assets.", "funding.", "organisation.", "people.")


def keep_to_business(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    """Take back a category of relief from what only business, politics and play are spoken of with."""
    kind, category = found.unit_kind, found.category
    if category == "people.detained" and _is_polled(sentence, lexicon, found):
        found.category, found.rule = "people.other", "business"
    elif kind == "currency":
        if category in _MONEY and _is_business(sentence, lexicon, far=True):
            _take_back(found, "funding.other")
    elif kind == "count":
        _keep_count(sentence, lexicon, found)
    elif (
        kind == "ratio"
        and category in _EXISTING
        and _is_of_one(sentence, found)
        or (
            kind == "ratio"
            and category.startswith(_SHARES)
            and category != "people.other"
            and found.rule in _OF_SHARES
            and _is_of_nothing(found)
            and _is_business(sentence, lexicon, far=False)
        )
    ):
        _take_back(found, "measure.ratio")


def _take_back(found: Candidate, category: str) -> None:
    found.category, found.rule, found.trigger = category, "business", None


def _keep_count(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    """Take aid back from what is counted there, and people from what nobody names."""
    noun, category = found.noun, found.category
    if category in _THINGS and found.rule in _OPEN:
        hyphen = noun is not None and noun.cls == "good" and _is_hyphened(sentence, found.after)
        if hyphen or _is_business(sentence, lexicon, far=False):
            _take_back(found, _DEFAULTS.get(noun.cls, "other") if noun is not None else "other")
    elif (
        noun is None
        and found.implied
        and category in _OF_IMPLIED
        and found.rule in _DONE
        and not (category == "people.detained" and found.rule == "predicate")
        and not (found.kind == "vague" and found.value == _PAIR)
        and found.same_as is None
        and found.subset_of is None
        and _is_business(sentence, lexicon, far=False)
    ):
        _take_back(found, "other")
        found.unit_id, found.who = "unknown", ()


def _is_hyphened(sentence: Sentence, at: int) -> bool:
    """Tell what says of which kind a thing is: "a six-cylinder engine", no mark of a list ("8- clothes")."""
    return sentence.lowers[at] == "-" and sentence.adjacent(at) and sentence.adjacent(at + 1)


def _is_of_one(sentence: Sentence, found: Candidate) -> bool:
    """Tell a share of one thing, "45% of the airline *market*", from a share of several."""
    inner = found.phrase.innermost if found.phrase is not None else None
    if inner is None or inner.head is None or inner.noun is None or inner.noun.cls not in _TRADES:
        return False
    return not sentence.words[inner.head].plural


def _is_polled(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell those *questioned* for a poll from those questioned by the police."""
    if found.trigger is None:
        return False
    asked = sentence.text[found.trigger[0] : found.trigger[1]].lower() in lexicon.lists.asked
    return asked and not lexicon.lists.polls.isdisjoint(sentence.lowers)


def _is_of_nothing(found: Candidate) -> bool:
    """Tell a share whose whole is not named: "its stake fell to 40%"."""
    phrase = found.phrase
    alone = phrase is None or phrase.deepest is None and phrase.partner is None
    return alone and found.subset_of is None and found.same_as is None


def _is_business(sentence: Sentence, lexicon: Compiled, *, far: bool) -> bool:
    """Tell a sentence with words of business and none of relief.

    Of money (`far`) the sentence before may have them, too; of things, whoever may be helped speaks against it.
    """
    words = set(" ".join(sentence.lowers).split())
    if not lexicon.lists.plights.isdisjoint(words) or not (far or lexicon.lists.helped.isdisjoint(words)):
        return False
    if not lexicon.lists.business.isdisjoint(words):
        return True
    earlier = sentence.earlier
    return far and earlier is not None and _is_business(earlier, lexicon, far=False)
