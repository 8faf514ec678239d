"""What no number counts and a later one does: "built *shelters*, 100 of these", "an unknown number of *people*".

So too where the phrase of a number stands: at its cues and signs, or at the noun that it counts in brackets.
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

#: Classes whose nouns may be a label before a number with a verb: "Schools: 45 destroyed".
ACTED_ON = frozenset(
    ("animal", "building", "crop", "good", "house", "household", "infrastructure", "vehicle", "weapon")
)
COUNTED = ACTED_ON | {"combatant", "event", "label", "person", "team"}
_NAMED = COUNTED | {"refuge"}
_ANTECEDENT = 14  # tokens between "100 of these" and what they are


def named_before(sentence: Sentence, found: Candidate) -> int:
    """Return what no number counts and a number is part of: "built *shelters* in Bol, 100 of these", else -1."""
    for at in range(found.first - 1, max(-1, found.first - _ANTECEDENT), -1):
        word = sentence.words[at]
        if sentence.lowers[at] in ";:.":
            break
        if word.noun is not None and word.plural and word.noun.cls in _NAMED and not in_place(sentence, at):
            return at
    return -1


def aside_of(sentence: Sentence, found: Candidate) -> int:
    """Return the noun that an aside counts: "an unknown number of *people*, possibly as many as 45, are missing"."""
    if sentence.lowers[found.after] != ",":
        return -1
    at = found.first - 1
    while at > 0 and (sentence.words[at].before is not None or sentence.words[at].certainty is not None):
        at -= 1
    noun = sentence.words[at - 1].noun
    plain = (
        at < found.first - 1 and noun is not None and noun.cls in COUNTED and sentence.words[at - 1].plural
    )
    return at - 1 if plain and sentence.lowers[at] == "," else -1


def around_noun(sentence: Sentence, named: int) -> tuple[int, int]:
    """Return where the phrase of a noun begins and ends that a number in brackets counts: "ruined *huts* (40)"."""
    first = named
    while first > 0 and sentence.words[first - 1].noun is not None and not sentence.words[first - 1].verbs:
        first -= 1
    return first, named + 1


def in_place(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun stands behind a preposition other than "of"."""
    return sentence.words[index - 1].flags & s.PREP != 0 and sentence.lowers[index - 1] != "of"


def place(sentence: Sentence, found: Candidate) -> None:
    """Set where the phrase of a number begins, or what noun it stands at: "killed herders (14)"."""
    found.left = found.first
    if found.text_start < found.start or found.kind == "range":
        found.left = _first_token(sentence, found)
    if found.named >= 0:
        found.left, found.right = around_noun(sentence, found.named)


def _first_token(sentence: Sentence, found: Candidate) -> int:
    """Return the token that the phrase of a number begins with, its cues and signs counted in."""
    first = found.first
    while first > 0 and sentence.ends[first - 1] > found.text_start:
        first -= 1
    if found.kind == "range" and sentence.lowers[first - 1] == "between":
        first -= 1
    return first
