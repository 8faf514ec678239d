"""The semantic classes of a number, by which frames choose a category."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.places import PLACE, of_named_place, subject_classes
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.lexicon.wordlists import WordLists
from figures.tokens import Sentence

#: Rules by which something is said of a phrase.
_SAID = frozenset(("predicate", "participle", "reduced", "adjective", "object", "infinitive", "conjunct"))
#: What happens to persons, never to households.
BODILY = frozenset(
    (
        "people.casualties",
        "people.detained",
        "people.ill",
        "people.injured",
        "people.killed",
        "people.missing",
    )
)
#: What only people do or suffer, even those that the lexicon does not know.
OF_PEOPLE = BODILY | {
    "people.abducted",
    "people.displaced",
    "people.evacuated",
    "people.food_insecure",
    "people.homeless",
    "people.migrants",
    "people.refugees",
    "people.trapped",
}


def classes_of(found: Candidate, before: Candidate | None) -> tuple[str, ...]:
    """Return the semantic classes of a number, best first; an implied noun is that of the last number."""
    noun, kind = _noun(found), found.unit_kind
    if kind == "currency":
        return ("money",)
    if kind == "physical" and found.unit is not None:
        return _measured(found.unit.dimension or "thing", noun)
    if kind == "ratio" and noun is not None and noun.cls == "place":
        return PLACE
    if noun is not None:
        people = noun.cls == "label" and noun.unit in ("person", "household")
        return ("person",) if people else (noun.cls,)
    if kind == "ratio":
        return _of_share(found)
    if found.unit_id != "unknown":
        return ("person",) if found.unit_id == "person" else ("thing", "person")
    if before is not None and before.noun is not None and before.noun.cls not in ("label", "event"):
        return (before.noun.cls, "person")
    return ("person", "house")


#: Families that cannot be said of people.
_NEVER_PEOPLE = ("area", "assets", "event", "funding", "livelihood", "organisation", "place")
PEOPLE = frozenset(("combatant", "household", "person"))
#: What "lose" says of people, and of those who lose something; lives that are lost are deaths.
_LOST = ("people.affected", "people.missing")


def is_possible(found: Candidate, evidence: Evidence, lists: WordLists) -> bool:
    """Tell whether a category can be that of what a number counts: no people are "destroyed" as things are."""
    if evidence.category == "place.count" and found.noun is not None and found.noun.cls != "place":
        return found.unit_kind != "count"  # "Areas affected: 33 homes"
    if found.unit_kind != "count" or found.noun is None:
        return True
    if found.noun.cls not in PEOPLE:
        if evidence.category == "people.other":
            return found.noun.cls != "thing"
        # "four prices were collected"
        return evidence.category != "funding.received" or found.noun.category != "funding.other"
    if found.noun.category == "people.killed" and evidence.category in _LOST:
        return False  # "12 lives were lost"
    lost = evidence.category == "people.missing" and found.sentence.lowers[evidence.at].startswith("los")
    if lost and found.noun.surface in lists.patrons:
        return False  # "lost 300 subscribers"
    if evidence.category == "people.relocated" and found.noun.surface in lists.travellers:
        return False  # "transported 300 passengers"
    family = evidence.category.partition(".")[0]
    return family not in _NEVER_PEOPLE and evidence.category not in ("aid.delivered", "aid.required")


def counts_places(found: Candidate) -> bool:
    """Tell "four districts" and "half of the counties", but not "half of the city"."""
    if found.unit_kind == "count":
        return found.noun is not None and found.noun.cls == "place"
    if found.unit_kind != "ratio" or found.phrase is None:
        return False
    phrase = found.phrase.innermost
    if phrase.noun is None or phrase.noun.cls != "place" or phrase.head is None:
        return False
    named = found.sentence.is_capital(phrase.head) and found.sentence.is_capital(phrase.head - 1)
    return found.sentence.words[phrase.head].plural and not named  # "half of the Marshall Islands"


def _of_share(found: Candidate) -> tuple[str, ...]:
    """Return the classes of a share without a noun: of a place by its name, of its subject, of things or people."""
    inner = found.phrase.innermost if found.phrase is not None else None
    if inner is not None and inner.partner is not None and inner.partner.unit_kind == "currency":
        return ("money",)
    if inner is None or inner is found.phrase and found.sentence.lowers[inner.first] != "of":
        return subject_classes(found.sentence, found) or ("person",)
    if inner.head is None and inner.partner is None and of_named_place(found.sentence, inner.first + 1):
        return PLACE
    return ("thing",) if _is_of_things(found) else ("person",)


def _is_of_things(found: Candidate) -> bool:
    """Tell a share of things that the lexicon does not know: "28% of the queries", not "of Wallabies"."""
    inner = found.phrase.innermost if found.phrase is not None else None
    if inner is None or inner is found.phrase or inner.partner is not None or inner.anaphor:
        return False
    if inner.head is None:
        return _is_of_mass(found.sentence, inner.first + 1)
    return found.sentence.text[found.sentence.starts[inner.head]].islower()


def _is_of_mass(sentence: Sentence, at: int) -> bool:
    """Tell a noun in the singular that the lexicon does not know: "90% of the *junk* mail filtered"."""
    while sentence.words[at].flags & s.DET:
        at += 1
    return sentence.words[at] is s.UNKNOWN and sentence.text[sentence.starts[at]].islower()


def _noun(found: Candidate) -> Noun | None:
    """Return the noun of a number, or of the whole that it is part of."""
    phrase = found.phrase
    if phrase is None or phrase.noun is not None:
        return phrase.noun if phrase is not None else None
    noun = phrase.deepest
    whole = phrase.partner
    if whole is None and found.unit_kind == "ratio":
        whole = found.subset_of  # "of 2,000 homes, half were burnt"
    return whole.noun if noun is None and whole is not None else noun


def _measured(dimension: str, noun: Noun | None) -> tuple[str, ...]:
    if noun is None:
        return (dimension,)
    if dimension == "area" and noun.cls in ("good", "crop", "thing"):
        return ("crop", "land")
    if dimension == "area" and noun.cls in ("building", "house", "infrastructure"):
        return ("land",)  # "25 hectares of fish ponds were flooded"
    return (noun.cls, dimension)


def makes_people(found: Candidate, evidence: Evidence) -> bool:
    """Tell whether what is said of a noun that the lexicon does not know is said of people only: "two Uyghurs died"."""
    named = found.unit_id not in ("unknown", "person", "household")
    return named and evidence.rule in _SAID and evidence.category.startswith(("people.", "combatants."))


def is_no_house(lexicon: Compiled, found: Candidate, before: Candidate | None, evidence: Evidence) -> bool:
    """Tell a number of nothing known from houses: "took the next *two*", "kept *one* open", not "*75* collapsed"."""
    if found.unit_kind != "count" or found.unit_id != "unknown" or evidence.noun is not None:
        return False
    if not evidence.category.startswith("assets.") or evidence.rule in ("heading", "label"):
        return False
    if before is not None and (before.unit_kind == "ratio" or before.noun is not None):
        return False
    harmed = evidence.category in ("assets.damaged", "assets.destroyed")
    return not harmed or found.sentence.lowers[evidence.at] in lexicon.lists.weak_harms


def is_no_person(found: Candidate, evidence: Evidence) -> bool:
    """Tell an unknown thing of which is said what things do too: "four fixes were released", not "12 Hyksos fled"."""
    if found.unit_kind != "count" or found.unit_span is None or not makes_people(found, evidence):
        return False
    return evidence.category not in OF_PEOPLE and found.sentence.text[found.unit_span[0]].islower()
