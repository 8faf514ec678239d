"""What a body is made up of: "a brigade of 2,000 volunteers", "a convoy of nine lorries"."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.categories.classes import PEOPLE
from figures.clause import Evidence
from figures.clause.evidence import SUBJECT, Reading, form_of, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_GONE = ("assets.destroyed", "assets.seized")
_SHOT = 6  # tokens between a shot and who fired it
_DOER = Reading(form_of(s.PARTICIPLE, SUBJECT))
_FORCE = 8  # tokens before "of" or "with" that may hold the armed body


def force(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read people who make up an armed body: "a brigade of 2,000 volunteers", "joined with 1,000 citizens"."""
    at = found.left - 1
    if "person" not in classes or sentence.lowers[at] not in ("with", "of"):
        return None
    for index in range(at - 1, max(-1, at - 1 - _FORCE), -1):
        noun = sentence.words[index].noun
        if sentence.numbers[index] is not None or sentence.lowers[index] in ",;:":
            return None
        if noun is not None and noun.cls == "force":
            return Evidence("combatants.strength", index, "force")
    return None


def convoy(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read vehicles that make up a convoy, of which little is said: "an ambush on *a convoy of* six lorries"."""
    if found.noun is None or found.noun.cls != "vehicle":
        return None  # most of all
    at = found.left - 1
    while sentence.words[at].flags & (s.TRANSPARENT | s.DET):
        at -= 1
    if sentence.words[at].flags & (s.PREP | s.INCLUSION | s.LEVEL):
        for index in (at - 1, at - 2):
            if sentence.lowers[index].rpartition(" ")[2] in lexicon.lists.convoys:
                done = clause.governor(sentence, lexicon, found.left, classes)
                gone = done is not None and done.category in _GONE
                return done if gone else Evidence("assets.count", index, "convoy")
    if sentence.lowers[found.right] in lexicon.lists.convoys:
        return Evidence("assets.count", found.right, "convoy")
    return None


def agent(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read people by whom something is done: "shot dead *by* four men", "a march held *by a group of* 40 nurses"."""
    at = found.left - 1
    token = sentence.lowers[at]
    if token[-2:] != "by" and token != "of":
        return None  # most of all
    if token == "of" and sentence.words[at - 2].flags & s.DET:
        at -= 3  # "by a group of"
    if sentence.lowers[at][-2:] != "by" or found.unit_kind != "count" or PEOPLE.isdisjoint(classes):
        return None
    filmed = not lexicon.lists.filmed.isdisjoint(sentence.lowers[max(0, at - _SHOT) : at])
    named = found.noun is not None and found.noun.category == "people.other" and classes == ("person",)
    for index in range(at, max(-1, at - 1 - _SHOT), -1):
        word, token = sentence.words[index], sentence.lowers[index]
        if token.partition(" ")[0] in lexicon.lists.shooting:
            return Evidence("combatants.strength", index, "agent") if named and not filmed else None
        if sentence.numbers[index] is not None or token in ",;:.":
            break
        if token.rpartition(" ")[2] in lexicon.lists.rallies:
            return Evidence("people.gathered", index, "agent")
        before = sentence.words[index - 1]
        done = word.forms & s.PARTICIPLE and (
            before.flags & (s.BE | s.TRANSPARENT) or before.noun is not None
        )
        said = says(lexicon, word, _DOER, classes) if done else None
        if said is not None:
            return Evidence(said, index, "agent")
    return None
