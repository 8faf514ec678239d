"""Figures that contradict each other: "14 people died, but *other sources reported 22*"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon.wordlists import WordLists
from figures.records import Certainty
from figures.tokens import Sentence

_OTHER = frozenset(("different", "independent", "other", "rival", "separate", "some", "unofficial"))
_TURNS = frozenset(("although", "but", "however", "though", "whereas", "while", "yet"))
_TOLD = frozenset(
    ("cite", "cited", "gave", "give", "had", "have", "mention", "mentioned", "put", "puts", "spoke")
)
_SAYS = 4  # tokens between other sources and their verb


def dispute(sentence: Sentence, live: list[Candidate], lists: WordLists) -> None:
    """Mark both figures where other sources give another one for the same."""
    if sentence.tokens.isdisjoint(_OTHER):
        return  # most of all
    at = _others_say(sentence, lists)
    if at < 0:
        return
    theirs = next((found for found in live if found.first > at), None)
    if theirs is None or theirs.value is None:
        return
    told = (sentence.starts[at], sentence.ends[at], "disputed")
    for found in live:
        if found.first > at or found.value == theirs.value or found.subset_of is not None:
            continue
        if (found.category, found.unit_id, found.who) == (theirs.category, theirs.unit_id, theirs.who):
            found.certainty = theirs.certainty = Certainty.DISPUTED
            found.cue_spans, theirs.cue_spans = (*found.cue_spans, told), (*theirs.cue_spans, told)


def _others_say(sentence: Sentence, lists: WordLists) -> int:
    """Return the token of other sources that say something else, -1 where there are none."""
    lowers = sentence.lowers
    turned = lowers[0] in _TURNS
    for at in range(1, sentence.size - 1):
        turned = turned or lowers[at - 1] in _TURNS
        if not turned or lowers[at] not in _OTHER:
            continue
        behind = at + 1 + (sentence.words[at + 1].strange)
        if lowers[behind].rpartition(" ")[2] in lists.sources or lowers[behind] in lists.claims:
            says = range(behind + 1, behind + _SAYS)
            if any(lowers[i] in _TOLD or sentence.words[i].certainty is not None for i in says):
                return at
    return -1
