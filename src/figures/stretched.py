"""Stretched phrases: an entry of several words with modifiers before its noun ("held a *peaceful* protest")."""

from __future__ import annotations

from figures.compounds import phrase_of
from figures.lexicon import senses as s
from figures.lexicon.senses import Word
from figures.tokens import Sentence

_MODIFIERS = 4  # words between a verb and its noun
#: What a headline leaves out: "hundreds hold *(a)* rally, flee *(their)* homes, cross *(the)* border".
_ARTICLES = ("a", "the", "their")
_NOUN = 4  # tokens of an entry from its noun on
_NO_MODIFIER = s.PREP | s.AUX | s.CONTRAST | s.REL | s.SUB | s.PRON | s.NEG


def stretched(sentence: Sentence, first: int, *, short: bool = True) -> Word | None:
    """Return what an entry that begins at a token says where modifiers stand before its noun, None without any.

    "suffered *splinter* injuries", "taken to a *nearby* hospital"; an entry in one piece is one token already.
    `short` allows for the articles that a headline leaves out: "flee homes".
    """
    word = sentence.words[first]
    if not word.phrases:
        return None
    tails = word.tails
    if tails is None:
        tails = word.tails = _tails(word)
    window = sentence.lowers[first + 1 : first + 1 + _MODIFIERS + _NOUN]
    if tails.isdisjoint(window) and (not sentence.compounds or tails.isdisjoint(" ".join(window).split())):
        return None  # most of all; but a compound may hold the last word of an entry
    opening = ""
    for at in range(first + 1, min(sentence.size, first + 1 + _MODIFIERS)):
        behind, token = sentence.words[at], sentence.lowers[at]
        if behind.noun is not None or behind.nominals or token in tails or token in word.phrases:
            sense = _from_noun(sentence, word, at, opening, parted=at > first + 1)
            if sense is None and short:
                sense = _from_headline(sentence, word, at)
            if sense is not None:
                return sense
        if at == first + 1 and (behind.flags & s.DET or behind.flags & s.PREP and token in word.phrases):
            opening = token
        elif not _modifies(sentence, at):
            break
    return None


def _tails(word: Word) -> frozenset[str]:
    """Return what stands in the second place of an entry as its last word, and whatever stands in the third."""
    last = {token for token, (sense, _) in word.phrases.items() if sense is not None}
    return frozenset(last.union(*(more for _, more in word.phrases.values())))


def _from_noun(sentence: Sentence, word: Word, at: int, opening: str, *, parted: bool) -> Word | None:
    """Return what an entry says that goes on at a noun, or within a compound: "given *temporary* shelter"."""
    compound = sentence.lowers[at].split()
    behind = sentence.lowers[at + 1 : at + _NOUN]
    for inside in range(0 if parted else 1, len(compound)):
        tokens = [*compound[inside:], *behind]
        led = [opening, *tokens]
        for entry in (led,) if opening in word.phrases else (tokens, led):
            sense, _ = phrase_of(word, entry)  # "taken *from* their home" is not taken home
            if sense is not None:
                return sense
    return None


def _from_headline(sentence: Sentence, word: Word, at: int) -> Word | None:
    """Return what an entry says whose article is left out: "hold *a* rally", "flee *their* homes"."""
    tokens = [*sentence.lowers[at].split(), *sentence.lowers[at + 1 : at + _NOUN]]
    for article in _ARTICLES:
        if article in word.phrases:
            sense, _ = phrase_of(word, [article, *tokens])
            if sense is not None:
                return sense
    return None


def _modifies(sentence: Sentence, at: int) -> bool:
    """Tell a word that may stand before a noun: an adjective, a participle, a noun, an unknown word."""
    word = sentence.words[at]
    if word.flags & _NO_MODIFIER or sentence.numbers[at] is not None or not sentence.lowers[at][0].isalpha():
        return False
    return word.strange or not word.plural
