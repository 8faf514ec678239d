"""Rules that read what is said of a whole, whatever its part does: "12 of the 45 miners *trapped* were rescued"."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_TOLD = 6  # tokens of "initially reported to have been"


def own_participle(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the participle of a whole, whatever its part does: "12 of the 45 miners *trapped* were rescued"."""
    at = found.right
    limit = sentence.numbers[at + 1] if sentence.words[at].before is not None else None
    if limit is not None:
        at = limit.after  # "219 children under five *screened*"
    word = sentence.words[at]
    told = word.certainty is not None or word.flags & s.TRANSPARENT or sentence.lowers[at + 1] == "as"
    if told and clause.modifier(sentence, lexicon, [at], classes) is None:  # but "30 boys *reported missing*"
        at = _behind_told(sentence, at)
        word = sentence.words[at]
    if not word.adjectives and (
        not word.forms & s.PARTICIPLE or found.noun is not None and not is_done_to(word)
    ):
        return None
    evidence = clause.modifier(sentence, lexicon, [at], classes)
    return evidence and evidence._replace(rule="participle")


def _behind_told(sentence: Sentence, at: int) -> int:
    """Return what a whole is told to be: "30 of the 45 men *initially reported as* killed", "... *said to be* held"."""
    for index in range(at, at + _TOLD):
        word = sentence.words[index]
        linked = sentence.lowers[index + 1] == "as" or sentence.lowers[index] in ("as", "to")
        if word.certainty is None and not word.flags & (s.TRANSPARENT | s.AUX) and not linked:
            return index
    return at


def own_relative(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the relative clause of a whole, whatever its part does: "Of the 45 miners *who died*, 12 were from Bol"."""
    if not sentence.words[found.right].flags & s.REL:
        return None
    evidence = clause.predicate(sentence, lexicon, found.right, classes)
    if evidence is None or "," in sentence.lowers[found.right : evidence.at]:
        return None
    return evidence._replace(rule="participle")


def is_done_to(word: s.Word) -> bool:
    """Tell a verb whose participle may follow its noun, "miners trapped"; "most of the huts *collapsed*" is finite."""
    return any(frame.object and frame.object != frame.subject for frame, _ in word.verbs)
