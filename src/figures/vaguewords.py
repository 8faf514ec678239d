"""Vague numbers: "several", "a few hundred", "tens of thousands", and the same in digits, "100s of goats"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import NumberWords
from figures.numerals import LARGEST
from figures.tokens import Sentence

#: The word and the factor that digits with an s stand for.
_PLURALS = {
    "10": ("tens", 1),
    "100": ("hundreds", 1),
    "1000": ("thousands", 1),
    "10000": ("tens", 1000),
    "100000": ("hundreds", 1000),
    "1000000": ("millions", 1),
}


def read_several(sentence: Sentence, words: NumberWords, index: int) -> Candidate:
    """Read "several", "a few hundred", "several dozen", "a couple of thousand"."""
    lowers = sentence.lowers
    low, high = words.several[lowers[index]]
    after, scale = index + 1, 1
    while True:
        token = lowers[after]
        if token in words.scales:
            scale *= words.scales[token]
        elif token in words.multiples and token == "dozen":
            scale *= 12
        else:
            break
        if scale > LARGEST:
            break
        after += 1
    plurals = {"hundreds": 100, "thousands": 1000, "dozens": 12, "millions": 1_000_000}
    if scale == 1 and lowers[after] in plurals:
        scale = plurals[lowers[after]]
        after += 1
    found = Candidate(sentence, index, after, low * scale, "vague")
    found.low, found.high = low * scale, high * scale
    return found


def read_vague(sentence: Sentence, words: NumberWords, index: int) -> Candidate:
    """Read "dozens", "tens of thousands", "hundreds of thousands"."""
    return _vague(sentence, words, index, index + 1, sentence.lowers[index])


def read_plural(sentence: Sentence, words: NumberWords, index: int) -> Candidate | None:
    """Read "100s of goats" and "1,000s fled"; "the 1000s", "in the 100s" and "for 10s" are none."""
    word, scale = _PLURALS.get(sentence.lowers[index].replace(",", ""), ("", 0))
    if word not in words.vague or not sentence.adjacent(index + 1) or sentence.words[index - 1].flags & s.DET:
        return None
    behind = sentence.words[index + 2]
    counted = behind.noun is not None or behind.forms != 0 or behind.adjectives != ()
    if sentence.lowers[index + 2] != "of" and (word == "tens" or not counted):
        return None
    return _vague(sentence, words, index, index + 2, word, scale)


def _vague(
    sentence: Sentence, words: NumberWords, index: int, after: int, word: str, scale: int = 1
) -> Candidate:
    """Return a vague number with the magnitudes behind its "of"."""
    entry = words.vague[word]
    while sentence.lowers[after] == "of" and scale <= LARGEST:
        factor, length = _factor(sentence, words, after + 1)
        if not factor:
            break
        scale *= factor
        after += length + 1
    found = Candidate(sentence, index, after, entry["low"] * scale, "vague")
    found.low, found.high = entry["low"] * scale, (entry["high"] + 1) * scale - 1
    return found


def _factor(sentence: Sentence, words: NumberWords, at: int) -> tuple[int, int]:
    """Return the magnitude behind "tens of", in words or digits, and its length in tokens."""
    token = sentence.lowers[at]
    if token in ("thousands", "millions", "billions", "hundreds"):
        return words.scales[token[:-1]], 1
    plural = sentence.lowers[at + 1] == "s" and sentence.adjacent(at + 1)
    return (int(token.replace(",", "")), 2) if plural and token in ("1000", "1,000") else (0, 0)
