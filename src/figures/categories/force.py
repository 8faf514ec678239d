"""What a body is made up of: "a brigade of 2,000 volunteers", "a convoy of nine lorries"."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_GONE = ("assets.destroyed", "assets.seized")
_SHOT = 6  # tokens between a shot and who fired it
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


def shooter(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read people who shoot, named by no more than that: "was shot dead *by* four men"."""
    at = found.left - 1
    if classes != ("person",) or found.unit_kind != "count":
        return None
    if sentence.lowers[at] == "of" and sentence.words[at - 2].flags & s.DET:
        at -= 3  # "by a group of"
    if sentence.lowers[at] != "by" or found.noun is None or found.noun.category != "people.other":
        return None
    if not lexicon.lists.filmed.isdisjoint(sentence.lowers[max(0, at - _SHOT) : at]):
        return None
    for index in range(at - 1, max(-1, at - 1 - _SHOT), -1):
        if sentence.lowers[index].partition(" ")[0] in lexicon.lists.shooting:
            return Evidence("combatants.strength", index, "agent")
        if sentence.numbers[index] is not None or sentence.lowers[index] in ",;:." or index == 0:
            break
    return None
