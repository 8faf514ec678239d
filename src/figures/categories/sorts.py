"""Parts of those counted before by who they are: "nine were killed; *six were soldiers*, *three were guards*"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.defaults import made_up_of
from figures.clause import Evidence
from figures.clause.evidence import PARTICIPLE_OR_ADJECTIVE, STOP, says
from figures.counted import told_before
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase import read_nouns
from figures.tokens import Sentence

#: What nouns say that name people and nothing that befell them.
_PLAIN = ("aid.personnel", "combatants.strength", "other", "people.other", "people.population")
_PEOPLE = frozenset(("combatant", "person"))
_BEFORE = 22  # tokens between a part and those that it is of
#: Rules by which something is said of a total, and those that say nothing of its parts.
_SAID = frozenset(("adjective", "conjunct", "level", "object", "participle", "predicate", "strong noun"))
_UNSAID = frozenset(("", "continued", "default", "noun"))
_DEAD = ("the", "those")
_OPENING = ("among", "amongst", "of")
_NAMING = s.BE | s.INCLUSION
_NAMED = 5  # tokens of a group and of what stands before it


def sort(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a number that only who they are is said of: they are part of those counted before."""
    at = found.after
    if not sentence.words[at].flags & s.BE or found.right != at or found.unit_kind != "count":
        if sentence.words[found.left - 1].flags & _NAMING or sentence.lowers[0].partition(" ")[0] in _OPENING:
            return _of_named(sentence, lexicon, found, classes)
        return None  # most of all
    at += 1
    while sentence.words[at].flags & (s.TRANSPARENT | s.DET) or sentence.words[at].certainty is not None:
        at += 1
    if sentence.words[at].forms & (s.PARTICIPLE | s.PRESENT) or sentence.lowers[at].endswith("ing"):
        return None  # "two were visiting relatives"
    phrase = read_nouns(sentence, at)
    if phrase.head is None or phrase.noun is None or phrase.noun.cls not in _PEOPLE or phrase.noun.strong:
        return None
    if (phrase.noun.category or "other") not in _PLAIN:
        return None  # "23 were injured people"
    if phrase.modifiers or not sentence.words[phrase.head].plural and found.value != 1:
        return None
    category = _of_whole(sentence, lexicon, found.left)
    return Evidence(category, -1, "sort", phrase.noun) if category else None


def _of_named(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read some of a group that is named and not counted: "*among the dead* were 12 guards", "the *hostages* are"."""
    if _PEOPLE.isdisjoint(classes):
        return None
    at = found.left - 2
    while at > 0 and (sentence.words[at].flags & (s.TRANSPARENT | s.BE) or sentence.lowers[at] == ","):
        at -= 1
    if not sentence.words[at + 1].flags & _NAMING and sentence.lowers[at + 1] != ",":
        at = sentence.lowers.index(",", 0, found.left) - 1 if "," in sentence.lowers[: found.left] else -1
    if at < 1 or any(n is not None for n in sentence.numbers[max(0, at - _NAMED) : at + 1]):
        return None
    made_up = found.unit_kind == "ratio" and sentence.words[found.right].flags & s.BE
    if made_up and made_up_of(sentence, found.right + 1) not in (None, "people.other"):
        return None  # "of the newcomers, 70% are refugees"
    category = _of_group(sentence, lexicon, at)
    return Evidence(category, at, "group") if category else None


def _of_group(sentence: Sentence, lexicon: Compiled, at: int) -> str:
    """Return what is said of people who end at a token: "the *wounded*", "those *arrested*", "the *detainees*"."""
    word, noun = sentence.words[at], sentence.words[at].noun
    if noun is not None and noun.cls not in _PEOPLE:
        return ""
    own = sentence.words[at - 1] if noun is not None else word  # "the *injured* men"
    said = noun.category if noun is not None and noun.strong else None
    said = (
        said
        or says(lexicon, own, PARTICIPLE_OR_ADJECTIVE, ("person",))
        or (noun.category if noun is not None else None)
    )
    named = word.plural or sentence.lowers[at - 1].endswith(_DEAD)
    return said if said and named and said.startswith("people.") and said not in _PLAIN else ""


def of_role(sentence: Sentence, lexicon: Compiled, last: int) -> str:
    """Return what is said of people up to a token: "most *returnees* were boys", "a share of *displaced* men"."""
    said = _of_group(sentence, lexicon, last)
    for at in range(last - 1, max(0, last - _BEFORE), -1):
        if said or sentence.numbers[at] is not None or sentence.lowers[at] in STOP:
            break
        noun = sentence.words[at].noun
        if noun is not None and noun.cls in _PEOPLE and sentence.words[at + 1].flags & _NAMING:
            said = _of_group(sentence, lexicon, at)
    return said


def _of_whole(sentence: Sentence, lexicon: Compiled, first: int) -> str:
    """Return what is said of those counted before, or of "those killed" without a number."""
    for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        before = sentence.numbers[at]
        if before is not None and before.skipped is None and before.unit_kind in ("count", "ratio"):
            whole = before.subset_of or before
            return _told(whole if whole.category != "other" else before)
        if at > 0 and sentence.lowers[at - 1].endswith(_DEAD) and sentence.words[at + 1].noun is None:
            said = _of_group(sentence, lexicon, at)
            if said:
                return said
    told = told_before(sentence)
    return _told(told) if told is not None else ""


def _told(before: Candidate) -> str:
    people = before.category.startswith("people.") and before.category != "people.other"
    return before.category if people else ""


def add_up(live: list[Candidate]) -> None:
    """Give those who make up a total by their sum what is said of it: "six died, four men and two women"."""
    for index, whole in enumerate(live[:-2]):
        if not _is_total(whole):
            continue
        parts: list[Candidate] = []
        total = 0
        for part in live[index + 1 :]:
            if not _is_part(part) or not isinstance(part.value, int) or not isinstance(whole.value, int):
                break
            parts.append(part)
            total += part.value
            if total >= whole.value:
                break
        if len(parts) > 1 and total == whole.value:
            for part in parts:
                part.subset_of = whole


def _is_total(found: Candidate) -> bool:
    people = found.unit_id == "person" and found.unit_kind == "count" and found.subset_of is None
    return people and _told(found) != "" and found.rule in _SAID


def _is_part(found: Candidate) -> bool:
    return (
        found.unit_id == "person"
        and found.rule in _UNSAID
        and found.subset_of is None
        and found.same_as is None
    )
