"""Where a clause ends behind a cue of commitment."""

from __future__ import annotations

from figures.tokens import Sentence

ENDS = frozenset((",", ".", ";", ":", "!", "?", ")", "”", '"', "", "-", "–", "—"))


def ends_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether nothing that is said follows a cue: "40 are missing, the mayor said."."""
    return at + 1 >= sentence.size or sentence.lowers[at + 1] in ENDS or sentence.lowers[at + 1][0] == "."
