"""How far the phrase of a number reaches. Every rule asks, so the answers are kept on the candidate."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.tokens import Sentence


def right_end(found: Candidate) -> int:
    """Return the token index behind the whole phrase of a number."""
    if found.right < 0:
        found.right = max(found.after, found.phrase.stop if found.phrase is not None else 0)
    return found.right


def left_end(sentence: Sentence, found: Candidate) -> int:
    """Return the token index where the phrase of a number begins, with its cues and signs."""
    if found.left < 0:
        first = found.first
        while first > 0 and sentence.ends[first - 1] > found.text_start:
            first -= 1
        found.left = first
    return found.left
