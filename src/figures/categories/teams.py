"""People who make up a team: "a team of five", "the team consists of seven people", "a six-person team"."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase import read_nouns
from figures.phrase.words import HYPHENS
from figures.tokens import Sentence

_MADE_UP = 5  # tokens between a team and the number of its members
_MEMBERS = frozenset(("man", "member", "people", "person", "strong", "woman"))
#: What hangs on the size of a team before it.
SIGNS = _MEMBERS.union(HYPHENS)
#: What may be done to a team or what it may do without being any more than a team.
_AT_WORK = frozenset(
    (
        "aid.delivered",
        "combatants.strength",
        "people.displaced",
        "people.gathered",
        "people.other",
        "people.population",
        "people.reached",
        "people.relocated",
        "people.sheltered",
        "people.targeted",
    )
)
#: People who are more than members of a team.
_NAMED = frozenset(("child", "civilian", "idp", "migrant", "prisoner", "refugee", "returnee", "student"))


def team(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read people who make up a team, unless something befell them: "a *team* of five was attacked"."""
    if (
        sentence.lowers[found.after] not in SIGNS
        and sentence.lowers[found.left - 1] not in lexicon.lists.made_up
    ):
        return None  # most of all
    if found.unit_kind != "count" or found.noun is not None and not _are_members(found):
        return None
    at = _before(sentence, lexicon, found)
    after = found.right
    if at < 0:
        at = _behind(sentence, found)
        after = at + 1
    if at < 0:
        return None
    said = clause.predicate(sentence, lexicon, after, ("person",))
    if not _befell(sentence, said):
        said = clause.governor(
            sentence, lexicon, _first_of_phrase(sentence, min(at, found.left)), ("person",)
        )
    if said is not None and _befell(sentence, said):
        return said
    people = lexicon.words.get("people")
    return Evidence("aid.personnel", at, "team", people.noun if people is not None else None)


def _befell(sentence: Sentence, said: Evidence | None) -> bool:
    """Tell "was attacked" and "drowned" from "assesses the damage" and "was sent"."""
    if said is None:
        return False
    if said.category == "people.affected":
        return sentence.words[said.at].forms & s.PARTICIPLE != 0
    return said.category not in _AT_WORK


def _are_members(found: Candidate) -> bool:
    noun = found.noun
    if noun is None or noun.strong or _NAMED.intersection(found.who):
        return False
    return noun.cls == "team" or noun.cls == "person" and noun.category in ("people.other", "aid.personnel")


def _before(sentence: Sentence, lexicon: Compiled, found: Candidate) -> int:
    """Return the team before its members, -1 where none stands there: "a *team* of five", "the *team* comprises"."""
    if sentence.lowers[found.left - 1] not in lexicon.lists.made_up:
        return -1
    for at in range(found.left - 2, max(-1, found.left - 2 - _MADE_UP), -1):
        noun, token = sentence.words[at].noun, sentence.lowers[at]
        if noun is not None and noun.cls == "team":
            return at
        if token not in lexicon.lists.made_up and not sentence.words[at].flags & s.AUX:
            return -1
    return -1


def _behind(sentence: Sentence, found: Candidate) -> int:
    """Return the team behind its size, -1 where none stands there: "a six-person *team*", "a 12-strong *crew*"."""
    at = found.after + (sentence.lowers[found.after] in HYPHENS)
    if sentence.lowers[at] not in _MEMBERS:
        return -1
    phrase = read_nouns(sentence, at + 1)
    if phrase.head is not None and sentence.lowers[phrase.head].endswith("mission"):
        return phrase.head
    return (
        phrase.head
        if phrase.head is not None and phrase.noun is not None and phrase.noun.cls == "team"
        else -1
    )


def _first_of_phrase(sentence: Sentence, at: int) -> int:
    """Return where the phrase of a team begins: "*an* assessment team"."""
    first = at
    while (
        first > 0
        and first > at - _MADE_UP
        and (sentence.words[first - 1].noun or sentence.words[first - 1].strange)
    ):
        first -= 1
    return first - 1 if sentence.words[first - 1].flags & s.DET else first
