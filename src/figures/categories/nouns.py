"""Rules that read the category from the noun: by itself, by its price, by its own participle, by default."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.categories.defaults import head_of, is_extent
from figures.clause import Evidence
from figures.clause.evidence import WEAK
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase import Phrase, read_nouns
from figures.tokens import Sentence

_TRADED = 8  # tokens before a price that may hold what is sold
_OFTEN = 3  # tokens of "a year" and "annually" before "in"
_FEW = 50  # fewer are no population of a place
#: Classes of nouns that a share may be of without saying anything of people.
_NO_PEOPLE = ("place", "money", "thing")
#: Money that things are priced in, and that nobody appeals for or loses.
_SMALL_MONEY = ("cent", "penny")
#: What people suffer from, whoever helps them.
_AFFLICTED = frozenset(("people.homeless", "people.missing", "people.trapped"))


def child(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read how many children somebody has: "a mother *of five* was hurt"."""
    if found.noun is not None or sentence.lowers[found.left - 1] != "of":
        return None  # most of all
    if sentence.lowers[found.left - 2] not in lexicon.lists.parents:
        return None
    found.who = ("child",)
    return Evidence("people.other", found.left - 2, "parent")


def strong_noun(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a noun that is a category by itself: "fatalities", "IDPs"."""
    phrase = found.phrase
    if phrase is None or phrase.head is None and found.unit_kind != "currency":
        return _of_part(sentence, found) if found.subset_of is not None else None
    if found.unit_kind == "currency":
        return _price(phrase)
    noun = found.noun
    if noun is None and found.unit is None and phrase.complement is None:
        noun = phrase.noun
    if noun is None or not noun.strong or noun.category is None or phrase.head is None:
        return None
    if noun.category == "people.ill" and _are_events(sentence, phrase):
        return Evidence("event.count", phrase.head, "strong noun")
    if noun.surface == "case" and _are_instances(sentence, found, phrase):
        found.unit_id, found.noun = noun.surface, None
        return Evidence("event.count", phrase.head, "strong noun")
    category = clause.combined(sentence, lexicon, phrase.head, noun.category, ("person",))
    return Evidence(category, phrase.head, "strong noun")


def _of_part(sentence: Sentence, found: Candidate) -> Evidence | None:
    """Read what a part of a total is said to be: "9 of them *fatalities*", "of which 34 were *fatalities*"."""
    at = found.right + (sentence.words[found.right].flags & s.BE != 0)
    noun = sentence.words[at].noun
    if noun is None or not noun.strong or noun.category is None or noun.unit != "person":
        return None
    return Evidence(noun.category, at, "strong noun")


def _price(phrase: Phrase) -> Evidence | None:
    """Read what an amount is by the noun behind it: "a $5m bounty", "$200 in rent"."""
    inner = phrase.innermost
    if inner.noun is None or inner.head is None or inner.noun.category != "funding.other":
        return None
    return Evidence(inner.noun.category, inner.head, "noun")


def price(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what something is sold for: "fell to $41 a barrel", "shares rose to $4.76"."""
    if found.unit_kind != "currency":
        return None
    if found.per is not None and _is_sold(lexicon, found.per):
        return Evidence("funding.other", found.right, "per")
    if found.unit_id in _SMALL_MONEY:
        return Evidence("funding.other", -1, "price")
    behind = sentence.lowers[found.right]
    if found.per is not None or behind == "in" or behind in lexicon.lists.yearly:
        kind = _in_kind(sentence, lexicon, found)
        if kind is not None:
            return kind
    window = sentence.lowers[max(0, found.first - _TRADED) : found.first]
    if lexicon.lists.traded.isdisjoint(window):
        return None
    traded = next((at for at, token in enumerate(reversed(window)) if token in lexicon.lists.traded), None)
    return Evidence("funding.other", found.first - 1 - traded, "price") if traded is not None else None


def _in_kind(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Read what money comes as: "$400m a year *in taxes*", which nobody gives or loses."""
    at = found.right
    while at < found.right + _OFTEN and sentence.lowers[at] != "in":
        at += 1
    word = sentence.words[at + 1]
    if sentence.lowers[at] != "in" or word.noun is None or word.flags & s.CASH:
        return None
    earned = word.noun.category == "funding.other" or sentence.lowers[at + 1] in lexicon.lists.gains
    if not earned:
        return None
    governed = clause.governor(sentence, lexicon, found.left, ("money",))
    lost = governed is not None and governed.category == "funding.loss"
    return None if lost else Evidence("funding.other", at + 1, "noun")


def _is_sold(lexicon: Compiled, per: str) -> bool:
    """Tell what has a price by its weight, volume or share."""
    word = lexicon.words.get(per)
    measured = word is not None and word.unit is not None and word.unit.dimension in ("mass", "volume")
    return measured or f"{per}s" in lexicon.lists.traded


def _are_events(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "58 cases of violence" from cases of a disease."""
    if phrase.complement is not None or sentence.lowers[phrase.after] != "of":
        return False
    inner = read_nouns(sentence, phrase.after + 1).noun
    return inner is not None and inner.category == "event.count"


def _are_instances(sentence: Sentence, found: Candidate, phrase: Phrase) -> bool:
    """Tell "*in one case* a chainsaw was used" from "a rise in four cases of measles"."""
    if sentence.lowers[found.left - 1] != "in" or found.kind not in ("vague", "words"):
        return False
    behind = sentence.words[phrase.after]
    bare = phrase.head == found.after and phrase.complement is None
    return bare and sentence.lowers[phrase.after] != "of" and not behind.forms & s.PARTICIPLE


def modifier(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a participle before the noun: "3,000 displaced families"."""
    modifiers = found.phrase.innermost.modifiers if found.phrase is not None else []
    evidence = clause.modifier(sentence, lexicon, modifiers, classes)
    if evidence is not None and evidence.category == "people.reached" and _serves(found):
        return None  # "6,500 trained staff"
    return evidence


def trapped(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read people who are still to be reached: "boats to reach 800 *stranded* villagers"."""
    evidence = modifier(sentence, lexicon, found, classes)
    return evidence if evidence is not None and evidence.category == "people.trapped" else None


def afflicted(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what those suffer from for whom something is: "tents for 800 *homeless* villagers"."""
    if found.noun is not None and found.noun.category in _AFFLICTED:
        return Evidence(found.noun.category, head_of(found.phrase), "noun")
    evidence = modifier(sentence, lexicon, found, classes)
    return evidence if evidence is not None and evidence.category in _AFFLICTED else None


def _serves(found: Candidate) -> bool:
    """Tell people who are there to help."""
    return found.noun is not None and found.noun.category == "aid.personnel"


def plain_noun(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what the noun says by itself, unless that is only "people" or "other"."""
    inner, ratio = found.phrase.innermost if found.phrase is not None else None, found.unit_kind == "ratio"
    noun = (inner.noun if inner is not None else None) or found.noun
    if noun is None or noun.category is None or noun.category in WEAK:
        return None
    if found.unit_kind == "currency" and not noun.category.startswith("funding."):
        return None
    if ratio and noun.cls in _NO_PEOPLE or is_extent(sentence, found):
        return None
    if noun.cls == "crop" and found.unit is not None and found.unit.dimension == "mass":
        return Evidence("measure.other", -1, "default")  # "20,000 tons of cocoa", of which none is lost
    if noun.category == "people.population" and (ratio or _are_few(sentence, found)):
        return Evidence("people.other", -1, "default")
    if ratio and noun.category == "area.territory" and sentence.words[found.right].flags & s.BE:
        return Evidence("measure.ratio", -1, "default")  # "a fifth of the land is arable"
    return Evidence(noun.category, head_of(inner), "noun")


def _are_few(sentence: Sentence, found: Candidate) -> bool:
    """Tell "four residents saw it" from "the hamlet has 40 residents", its population."""
    before = sentence.words[found.left - 1]
    return (
        (found.high or _FEW) < _FEW
        and not before.flags & s.HAVE
        and sentence.lowers[found.left - 1] != "with"
    )


def own_people(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the people of a place, a whole that parts are taken of: "home to half of *its* 19 million people"."""
    if found.noun is None or found.noun.surface not in lexicon.lists.populace:
        return None
    owner = sentence.lowers[found.left - 1]
    owned = owner in lexicon.lists.owners or owner.endswith(s.OWNS)
    return Evidence("people.population", head_of(found.phrase), "noun") if owned else None
