"""Those who crossed a border, by the names of countries: "fled *to Chad*", "took refuge *in Cameroon*"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

#: What the country behind a verb says more of.
FLED = frozenset(("people.displaced", "people.other", "people.sheltered"))
_INTO = frozenset(("in", "into", "to"))
_FAR = 7  # tokens behind a verb of flight that may name the country
_NEAR = 3  # tokens behind "took refuge"
_TO = frozenset(("for", "from", "into", "to", "toward", "towards"))
_NEXT_DOOR = frozenset(("nearby", "neighboring", "neighbouring", "the", "war-torn"))


def abroad(sentence: Sentence, lexicon: Compiled, found: Candidate, evidence: Evidence) -> Evidence:
    """Return what a verb of flight says where a country stands behind it, and who came to one: migrants."""
    if evidence.category == "people.other":
        return (
            evidence._replace(category="people.migrants") if _enters(sentence, lexicon, found) else evidence
        )
    fled = evidence.category == "people.displaced"
    first = found.right if evidence.at < found.right else evidence.at + 1
    for index in range(first, first + (_FAR if fled else _NEAR)):
        token, word = sentence.lowers[index], sentence.words[index]
        if token in STOP or token == "," or not token or word.flags & (s.CONJ | s.REL | s.CONTRAST | s.AUX):
            break
        if sentence.numbers[index] is not None or word.is_verb_only and index > first:
            break
        named = sentence.is_capital(index) and _is_country(sentence, lexicon, index)
        if named and _is_led(sentence, index, first, fled=fled):
            return evidence._replace(category="people.refugees")
    return evidence


def _enters(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell those who come to a country: "9,000 Eritreans *have entered Sudan*", "*arrived in neighbouring Chad*"."""
    at = found.right
    while sentence.words[at].flags & (s.AUX | s.TRANSPARENT):
        at += 1
    first = sentence.lowers[at].partition(" ")[0]
    if first not in lexicon.lists.entering:
        return False
    at += 1 + (sentence.lowers[at + 1] in _INTO)
    while sentence.lowers[at] in _NEXT_DOOR:
        at += 1
    return sentence.is_capital(at) and _is_country(sentence, lexicon, at)


def _is_country(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell a country from a part of it: "Niger", not "Niger state"."""
    countries, token, behind = lexicon.lists.countries, sentence.lowers[at], sentence.lowers[at + 1]
    if f"{token} {behind}" in countries:
        return True
    return token in countries and behind not in lexicon.lists.regions


def _is_led(sentence: Sentence, at: int, first: int, *, fled: bool) -> bool:
    """Tell "fled Syria", "fled *to neighbouring* Chad" and "took refuge *in* Chad" from "fled fighting in Syria"."""
    at -= 1
    while at >= first and sentence.lowers[at] in _NEXT_DOOR:
        at -= 1
    link = sentence.lowers[at].rpartition(" ")[2]
    if fled:
        return at < first and link not in ("across", "in", "inside", "within") or link in _TO
    return link == "in"
