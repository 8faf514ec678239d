"""People who make up an armed body: "a brigade of 2,000 volunteers"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

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
