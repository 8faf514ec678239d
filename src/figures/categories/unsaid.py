"""Phrases that the verb near them says nothing of: agents, people named by others, parts by place."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.clause.bare import opens_total
from figures.clause.evidence import WEAK
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_CARED = ("people.detained", "people.reached")
_DASHES = frozenset((":", "–", "—"))
_LIVED = frozenset(("at", "from", "in", "inside", "of"))
_RELATIVE = 8  # tokens behind an agent that may hold what befell it
_STRAITS = 5  # tokens behind "live" that may hold what people live in
_PARTS = 9  # tokens between two parts of a total by place


def is_unsaid(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a phrase that hangs on another noun or is an agent, behind a preposition, or before the next label."""
    if not sentence.words[found.left - 1].flags & (s.PREP | s.DET):
        return sentence.lowers[found.left - 1] in _DASHES and opens_total(sentence, lexicon, found.after)
    return _is_of_other(sentence, lexicon, found) or _acts(sentence, found) or _says_whence(sentence, found)


def _is_of_other(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "a meeting of 300 elders was held" and "the wives of the 12 men were killed", which says nothing of them."""
    at = found.left - 1
    while sentence.words[at].flags & s.DET:
        at -= 1
    if sentence.lowers[at] != "of":
        return False
    if sentence.lowers[at - 1].rpartition(" ")[2] in lexicon.lists.kin:
        return found.noun is not None
    head = sentence.words[at - 1].noun
    return at == found.left - 1 and head is not None and head.cls in ("event", "thing") and not head.strong


def is_told_off(sentence: Sentence, found: Candidate) -> bool:
    """Tell a part by place, "5 from the coast and 3 from the hills", which takes the verb of its total."""
    if (
        found.noun is not None
        or found.unit_id != "unknown"
        or sentence.lowers[found.after] not in ("from", "in")
    ):
        return False
    at = found.left - 1
    joined = sentence.words[at].flags & s.CONJ != 0
    if not joined and sentence.lowers[at] != ",":
        return False
    for index in range(at - 1, max(-1, at - 1 - _PARTS), -1):
        before = sentence.numbers[index]
        if before is not None and before.skipped is None:
            # not "six people in the north and *three in the south* were", which no total stands before
            return not (joined and before.noun is not None and sentence.words[before.right].flags & s.PREP)
    return False


def _says_whence(sentence: Sentence, found: Candidate) -> bool:
    """Tell "13 guards *from the six families* were killed", which says nothing of the families."""
    at = found.left - 2
    if not sentence.words[at + 1].flags & s.DET or sentence.lowers[at] != "from":
        return False
    return any(n is not None and n.right == at for n in sentence.numbers[max(0, at - _PARTS) : at])


def are_left(sentence: Sentence, found: Candidate) -> bool:
    """Tell those who remain: "there are 30 nurses left", "the town has 30 left", not "has 30 left homeless"."""
    behind = sentence.words[found.right + 1]
    if behind.adjectives or sentence.lowers[found.right + 1].startswith(("behind", "by", "with")):
        return False
    at = found.left - 1
    while at > 0 and (sentence.words[at].flags & s.TRANSPARENT or sentence.words[at].before is not None):
        at -= 1
    if sentence.words[at].flags & s.BE:
        return sentence.lowers[at - 1] == "there" or sentence.words[at - 1].flags & s.TRANSPARENT != 0
    return sentence.words[at].flags & s.HAVE != 0


def are_lived_in(sentence: Sentence, found: Candidate) -> bool:
    """Tell homes by which people are counted: "*residents of* 700 homes were told to leave"."""
    if found.noun is None or found.noun.cls not in ("house", "building"):
        return False  # most of all
    at = found.left - 1
    if sentence.lowers[at] not in _LIVED:
        return False
    while at > 0 and (sentence.words[at].flags & s.PREP or sentence.words[at].forms & s.PRESENT):
        at -= 1  # "people *living in* 300 houses"
    noun = sentence.words[at].noun
    counted = sentence.numbers[at - 1] is not None or sentence.numbers[at - 2] is not None
    dwells = found.noun.cls == "house" or found.noun.surface in ("building", "property")
    return dwells and not counted and noun is not None and noun.cls in ("household", "person")


def just_live(found: Candidate, evidence: Evidence) -> bool:
    """Tell displaced people who live somewhere, whose noun says more than that."""
    said = found.noun.category if found.noun is not None else None
    settled = WEAK | {"people.population", "people.refugees", "people.returned"}
    return evidence.category == "people.population" and said is not None and said not in settled


def in_straits(sentence: Sentence, lexicon: Compiled, evidence: Evidence) -> bool:
    """Tell what people live in that is no place: "300 people *live in fear*"."""
    if evidence.category != "people.population":
        return False
    at = evidence.at + (" " not in sentence.lowers[evidence.at])
    return not lexicon.lists.straits.isdisjoint(sentence.lowers[at : at + _STRAITS])


def in_hospital(found: Candidate, evidence: Evidence) -> bool:
    """Tell patients who are in hospital, who are ill, from people who are brought there, hurt."""
    if found.noun is None or found.noun.category != "people.ill":
        return False  # most of all
    token = found.sentence.lowers[evidence.at]
    cared = " " in token or token.startswith("hospital")  # not "six patients were *wounded*"
    return evidence.category in _CARED or evidence.category == "people.injured" and cared


def _acts(sentence: Sentence, found: Candidate) -> bool:
    """Tell "pledges *by* four nurses" and "held *by a group of* 40 former workers", not "by 300 who were robbed"."""
    at = found.left - 1
    if sentence.lowers[at] == "by":
        return "who" not in sentence.lowers[found.right : found.right + _RELATIVE]
    group = sentence.lowers[at] == "of" and sentence.words[at - 2].flags & s.DET
    return bool(group) and sentence.lowers[at - 3] == "by"
