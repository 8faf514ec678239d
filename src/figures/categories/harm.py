"""Shares of harm: what is "80% destroyed", "suffered 95 per cent destruction", "crop losses of 60 per cent"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.places import ENDS, HARMED, classes_at, subject
from figures.clause import Evidence
from figures.clause.evidence import ANY_ROLE, Reading, form_of, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_LOSSES = 8  # tokens between "crop losses" and their share
_HARM = 3  # tokens between a share and the word for the harm, or between that and the thing harmed
_LIVING = frozenset(("animal", "crop"))
_OF_ANYTHING = frozenset(("failure", "failures", "loss", "losses"))
_OF_WHAT = frozenset(("in", "of", "to"))
_NOMINAL = Reading(form_of(0), nominals=ANY_ROLE)


def harm(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read how much of something is gone: "95 per cent *destruction*", "80% *crop loss*", "crop *losses* of 60%"."""
    phrase = found.phrase
    if phrase is None:
        return None
    first = phrase.unit_after if phrase.unit is not None else found.after
    for at in range(first, first + _HARM):
        word = sentence.words[at]
        if sentence.lowers[at].rpartition(" ")[2] in lexicon.lists.harms:
            return _of_harm(sentence, lexicon, found, at, first)
        if word.noun is None and not word.strange or word.flags or sentence.lowers[at] in ENDS:
            break
    lost = sentence.lowers[found.left - 2] in _OF_ANYTHING and sentence.lowers[found.left - 1] == "of"
    if lost and phrase.deepest is None and not _thing(sentence, lexicon, found.left - 2, found.left - 2):
        return Evidence("measure.ratio", -1, "default")  # "a loss of 30%"
    before = sentence.words[found.left - 1]
    if not before.flags & (s.PREP | s.BE | s.LEVEL) and found.left == found.first:
        return None
    for at in range(found.left - 1, max(-1, found.left - 1 - _LOSSES), -1):
        if sentence.lowers[at] in ENDS or sentence.numbers[at] is not None:
            break
        if sentence.lowers[at].rpartition(" ")[2] in lexicon.lists.harms:
            cls = _thing(sentence, lexicon, at, at)
            return _said(lexicon, sentence.lowers[at], cls, at) if cls in _LIVING else None
    return None


def _of_harm(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int, first: int) -> Evidence | None:
    """Read a word for harm behind its share, by what it was done to."""
    cls = _thing(sentence, lexicon, at, first)
    if not cls and sentence.words[found.left - 1].verbs:
        whose = classes_at(sentence, subject(sentence, found.left - 2, near=False))
        cls = whose[0] if whose is not None and whose[0] in HARMED else ""
    return _said(lexicon, sentence.lowers[at], cls, at)


def _thing(sentence: Sentence, lexicon: Compiled, at: int, first: int) -> str:
    """Return the class of what was harmed: "*crop* loss", "loss of *livestock*", "" where nothing is named."""
    words = [lexicon.words.get(part) for part in sentence.lowers[at].split()[:-1]]
    words += [sentence.words[index] for index in (at - 1, *range(first, at))]
    if sentence.lowers[at + 1] in _OF_WHAT:
        words += sentence.words[at + 2 : at + 2 + _HARM]
    for word in words:
        if word is not None and word.noun is not None and word.noun.cls in HARMED:
            return word.noun.cls
    return ""


def _said(lexicon: Compiled, token: str, cls: str, at: int) -> Evidence | None:
    """Say what a word for harm says of a class of things; a loss or failure of nothing named says nothing."""
    if cls == "crop":
        return Evidence("livelihood.crops", at, "nominal")
    word = lexicon.words.get(token.rpartition(" ")[2])
    if word is None or not cls and token in _OF_ANYTHING:
        return None
    category = says(lexicon, word, _NOMINAL, (cls or "structure",))
    return Evidence(category, at, "nominal") if category is not None else None
