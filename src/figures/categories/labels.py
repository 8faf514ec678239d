"""Labels and headings: what stands before a number, or over its list, says what it counts ("Killed: 12")."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.categories.classes import PEOPLE
from figures.categories.surveys import is_of_asked
from figures.clause import Evidence
from figures.clause.bare import begins_item, behind_mark, next_label
from figures.clause.evidence import WEAK
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.tokens import Sentence

#: What goods on a label say of the people behind it.
_TO_PEOPLE = {
    "aid.delivered": "people.reached",
    "aid.required": "people.in_need",
    "funding.received": "people.reached",
    "funding.required": "people.in_need",
}
_DASHES = frozenset("-–—")
_ITEM_ENDS = frozenset(("", ",", ";", "|", "/", "•", ".", "..", "..."))


def label(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a label before a number that nothing follows: "Killed: 12"."""
    first, at = found.left, found.right
    if first < found.first and sentence.lowers[found.first - 1] == ":":
        first = found.first  # "Est. huts burnt: 12"
    before = sentence.lowers[first - 1] if first else ""
    if sentence.words[first - 1].strange and before.isalpha() and ":" in sentence.tokens:
        first = behind_mark(sentence, first)
        before = sentence.lowers[first - 1]
    if before == "(" and sentence.lowers[at] == ")" and found.noun is None and found.unit is None:
        sized = clause.size_around(sentence, lexicon, first, at, classes)
        if sized is not None:
            return sized
    marked = before and not before[0].isalpha() and before not in _DASHES
    if not marked and (found.noun is not None or found.unit is not None):
        total = sentence.words[first - 1].noun
        if total is None or found.noun is None:
            return None  # most of all: a number with a noun or unit of its own needs a mark before it
        return _bare_total(sentence, found, total)
    word = sentence.words[at]
    closed = at >= sentence.size or sentence.lowers[at] in ",;|()]•./" or next_label(sentence, at)
    if marked and sentence.lowers[at] in _DASHES and not sentence.adjacent(at):
        closed = True  # "Killed: 12 – roads open"
    if closed or word.flags & (s.CONJ | s.PREP | s.TRANSPARENT) or word.certainty is not None:
        if word.certainty is not None and _is_told(sentence, at):
            return None  # "Haru strikes: 40 reported killed"
        if word.flags & s.CONJ and _shares_verb(sentence, found, at + 1):
            return None  # "Clashes in Bol and Ari: 12 *and nine men killed*"
        evidence = clause.label(sentence, lexicon, first, classes)
        if evidence is not None and found.noun is not None and sentence.words[evidence.first].flags & s.BE:
            return None  # "Of these, four are medics: *two nurses* and a driver were killed"
        if found.kind == "vague" and evidence is not None and _names_event(sentence, evidence):
            return None  # "Fiji cyclone: thousands in shelters"
        if found.unit_kind == "ratio" and (evidence is None or evidence.category in WEAK):
            funds = clause.label(sentence, lexicon, first, ("money",))  # "Gap: 72%"
            evidence = funds if funds is not None and sentence.words[funds.at].labels else evidence
            if evidence is not None and is_of_asked(sentence, lexicon, found):
                return evidence._replace(category="people.other")
        if evidence is not None and found.unit_kind == "currency" and _are_goods(evidence):
            return None  # "Maize: KES 6,200" is a price
        if evidence is not None and evidence.category == "people.other" and _is_sheltered(sentence, evidence):
            return evidence._replace(category="people.sheltered")
        return evidence if evidence is None or found.noun is None else _of_counted(evidence, found.noun)
    return None


def _shares_verb(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell the first of two numbers of one noun, to which something is done: "12 and nine *men killed*"."""
    second = sentence.numbers[at]
    if second is None or second.noun is None or second.noun.cls == "label" or found.noun is not second.noun:
        return False
    word = sentence.words[second.right]
    return word.forms & s.PARTICIPLE != 0 or word.adjectives != ()


def _of_counted(evidence: Evidence, noun: Noun) -> Evidence | None:
    """Read a label of what has a noun: "Hygiene kits: 3,100 *households*", who got them; "Response: 300 *tents*"."""
    if evidence.category in _TO_PEOPLE and noun.cls in PEOPLE:
        return evidence._replace(category=_TO_PEOPLE[evidence.category])
    return None if evidence.category == "other" else evidence


def _is_told(sentence: Sentence, at: int) -> bool:
    """Tell what is told of a number right behind it: "40 *reported killed*", "scores *feared dead*"."""
    word = sentence.words[at] if " " in sentence.lowers[at] else sentence.words[at + 1]
    return word.forms & s.PARTICIPLE != 0 or word.adjectives != ()


def _names_event(sentence: Sentence, evidence: Evidence) -> bool:
    """Tell one event, the heading of what follows, from events that are counted: "Storms: dozens"."""
    return evidence.category == "event.count" and evidence.at >= 0 and not sentence.words[evidence.at].plural


def _bare_total(sentence: Sentence, found: Candidate, total: Noun) -> Evidence | None:
    """Read a word for a total that begins an item, and people who say no more: "Death toll 41 persons"."""
    at = found.left - 1
    if at < 0 or total.category is None or not (total.strong or total.cls == "label"):
        return None
    if (
        found.noun is None
        or found.noun.category != "people.other"
        or at
        and not begins_item(sentence, at - 1)
    ):
        return None
    ends = sentence.lowers[found.right] in _ITEM_ENDS
    return Evidence(total.category, at, "label", None, at) if ends else None


def _are_goods(evidence: Evidence) -> bool:
    """Tell a label that counts goods, crops or animals."""
    return evidence.noun is not None and evidence.noun.cls in ("good", "crop", "animal")


def _is_sheltered(sentence: Sentence, evidence: Evidence) -> bool:
    """Tell people in a table whose rows are shelters: their head comes before that of the column."""
    return sentence.cell > 0 and evidence.first > 0 and sentence.lowers[evidence.first - 1] == ";"


def heading(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the heading of the list that a number stands in: "Needs: * 2,500 tarpaulins"."""
    head = sentence.heading
    if head is None or found.unit_kind == "time" or found.unit_kind == "physical" and found.noun is None:
        return None
    noun = found.phrase.deepest if found.phrase is not None else None
    if noun is not None and noun.category not in WEAK and not (noun.category or "").startswith("aid."):
        return None
    said = clause.heading(head, lexicon, classes)
    if said is None:
        return None
    category, at = said
    found.trigger = (head.starts[at], head.ends[at])
    return Evidence(category, -1, "heading")
