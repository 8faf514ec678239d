"""Compounds: entries of several words that the lexicon knows become one token, the longest one that fits."""

from __future__ import annotations

from figures.lexicon.senses import Phrases, Word


def join_phrases(
    lowers: list[str], starts: list[int], ends: list[int], words: list[Word]
) -> tuple[list[int], list[int]]:
    """Make one token of every known phrase; return the tokens that may open a number, and those that may be cues."""
    openers: list[int] = []
    cues: list[int] = []
    found: list[tuple[int, int]] = []
    stop = gone = 0
    for i, opening, behind in zip(range(len(words)), words, lowers[1:], strict=False):
        if behind in opening.phrases:
            if i < stop:
                continue
            word, stop = opening, i + 1
            sense, longer = opening.phrases[behind]
            after = i + 2
            if lowers[after] in longer:
                sense, after = _longest(sense, longer, lowers, after)
            if sense is not None and not (
                lowers[i + 2] in words[stop].phrases
                and _reaches_further(sense, words[stop], lowers, i + 2, after)
            ):
                word, stop = sense, after
                words[i] = sense
                found.append((i, after))
        elif opening.marked != 2 or i < stop:
            continue
        else:
            word, stop = opening, i + 1
        if word.opens:
            openers.append(i - gone)
        if word.certainty is not None:
            cues.append(i - gone)
        gone += stop - i - 1
    for i, stop in reversed(found):
        lowers[i] = " ".join(lowers[i:stop])
        ends[i] = ends[stop - 1]
        rest = slice(i + 1, stop)
        del lowers[rest], starts[rest], ends[rest], words[rest]
    return openers, cues


def _longest(sense: Word | None, phrases: Phrases, lowers: list[str], at: int) -> tuple[Word | None, int]:
    """Follow the entries of a phrase from its third token on: the sense of the longest one and the index behind it."""
    after = at
    while lowers[at] in phrases:
        longer, phrases = phrases[lowers[at]]
        at += 1
        if longer is not None:
            sense, after = longer, at
    return sense, after


def phrase_of(word: Word, behind: list[str]) -> tuple[Word | None, int]:
    """Return the sense of the longest phrase that goes on from a word with some tokens, and how many those are."""
    if not behind or behind[0] not in word.phrases:
        return None, 0
    return _longest(*word.phrases[behind[0]], [*behind, ""], 1)


def _reaches_further(known: Word, word: Word, lowers: list[str], at: int, after: int) -> bool:
    """Tell whether a phrase from the next word on ends behind another: "or | more than", not "or more | than".

    A compound noun is not torn by a verb with its particle: "farm land | in", not "farm | land in".
    """
    sense, end = _longest(*word.phrases[lowers[at]], lowers, at + 1)
    return sense is not None and end > after and not (known.noun is not None and sense.verbs)
