"""`Compiled`: a lexicon as the steps use it, every surface in one dictionary of senses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import attrs

from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.presence import plain_bytes
from figures.records import Category
from figures.repair import MISREAD
from figures.torn import CERTAIN, Torn

#: Case-sensitive symbols of units and currencies by first token: the other tokens and the sense, longest first.
Symbols = dict[str, list[tuple[tuple[str, ...], s.UnitSense]]]

_ADVERB = s.Word(flags=s.TRANSPARENT)
_NEGATED = s.Word(flags=s.NEG | s.MODAL, telling=True)
#: Most tokens whose senses are kept at hand; a text of names and serial numbers would keep them all.
_KEPT = 50_000
#: Words of phrases such as "a couple of" and "not a single person" that begin no number by themselves.
_SMALL_WORDS = frozenset(("a", "of", "not", "person"))
#: A letter three times in a row, as no word has it.
_DRAWN_OUT = re.compile(r"([^\W\d_])\1\1+")
_STEM = 3  # letters before an ending that makes persons
#: Parts and multiples that are a number without an article: "half the town", "quarter of a million".
STANDING = frozenset(("dozen", "half", "quarter", "quarters"))


def _first(idiom: str) -> str:
    return idiom.partition(" ")[0]


def _participle(verb: s.Word, opening: s.Word | None) -> s.Word:
    """Return the sense of "flood-affected": that of its participle, and the longer entries that it opens."""
    word = s.Word(telling=True, marked=opening.marked if opening is not None else 0)
    word.verbs, word.forms = tuple((frame, s.PARTICIPLE) for frame, _ in verb.verbs), s.PARTICIPLE
    if opening is not None:
        word.phrases, word.adjectives = opening.phrases, opening.adjectives
    return word


class Senses(dict[str, s.Word]):
    """The sense of every token, those met before kept at hand: those of the lexicon, digits, and guesses."""

    def __init__(self, words: Mapping[str, s.Word], endings: dict[str, str], lists: WordLists) -> None:
        super().__init__()
        self._words = words
        self._endings = endings
        self._ends = tuple(endings)
        self._no_persons = lists.no_persons
        self._befallen = lists.befallen

    def __missing__(self, token: str) -> s.Word:
        if len(self) >= _KEPT:
            self.clear()
        word = self._words.get(token)
        ending = token.rpartition("-")[2] if "-" in token and not token.startswith("non-") else ""
        if ending in self._befallen and (word is None or not (word.verbs or word.noun or word.adjectives)):
            word = _participle(self._words.get(ending) or s.UNKNOWN, word)
        word = self[token] = word or self._guess(token)
        return word

    def _guess(self, token: str) -> s.Word:
        """Return the sense of a token that is not in the lexicon: the last part of a compound may be a noun."""
        if not token[0].isalpha():
            return s.DIGITS if token[0].isdecimal() else s.MARK
        if token[-1] in "yt":
            if token.endswith("ly"):
                return _ADVERB
            if token.endswith(("n't", "n’t")):
                return _NEGATED
        if drawn := _DRAWN_OUT.search(token):
            return self._shortened(token, drawn)
        if "-" in token:
            last = self._words.get(token.rpartition("-")[2])
            if last is not None and last.noun is not None:
                return s.Word(noun=last.noun, plural=last.plural)
        elif token.endswith(self._ends) and token not in self._no_persons:
            return self._persons(token)
        return s.UNKNOWN

    def _shortened(self, token: str, drawn: re.Match[str]) -> s.Word:
        """Return the sense of a word with a letter drawn out or struck too often: "helppp", "killled"."""
        for letters in (drawn[1] * 2, drawn[1]):
            word = self._words.get(f"{token[: drawn.start()]}{letters}{token[drawn.end() :]}")
            if word is not None:
                return word
        return s.UNKNOWN

    def _persons(self, token: str) -> s.Word:
        """Return the sense of a plural whose ending makes persons: "nominees", "volcanologists", "stockmen"."""
        ending = max((ending for ending in self._ends if token.endswith(ending)), key=len)
        like = self._words.get(self._endings[ending])
        if like is None or like.noun is None or len(token) - len(ending) < _STEM:
            return s.UNKNOWN
        return s.Word(noun=replace(like.noun, surface=token), plural=True)


@attrs.define(eq=False)
class NumberWords:
    """The number words of a language, by role (see numbers.toml)."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    ambiguous: frozenset[str]
    money: frozenset[str]
    multiples: dict[str, int]
    fractions: dict[str, int]  # parts in the whole
    vague: dict[str, dict[str, int]]
    several: dict[str, list[int]]
    zero: frozenset[str]
    zero_values: frozenset[str]
    nobody: frozenset[str]
    after_article: frozenset[str]
    behind_digits: frozenset[str]  # what may go on with a number in digits: "2.3 million", "2-dozen"
    one_after: frozenset[str]
    one_before: frozenset[str]

    @property
    def idioms(self) -> tuple[str, ...]:
        """The phrases that state a number: "a couple of", "not a single"."""
        return (*self.several, *self.zero, *self.zero_values, *self.nobody)

    @property
    def tokens(self) -> frozenset[str]:
        """The tokens that may stand in a number written in words."""
        tables = (self.cardinals, self.scales, self.multiples, self.fractions, self.vague)
        parts = {part for idiom in self.idioms for part in idiom.split()}
        return frozenset({word for table in tables for word in table} | parts - _SMALL_WORDS)

    @property
    def none_of(self) -> frozenset[str]:
        """The words that say there is none of what they stand before: "no"."""
        return (
            frozenset(word for word in self.zero if " " not in word)
            - self.zero_values
            - self.cardinals.keys()
        )

    @property
    def behind_others(self) -> frozenset[str]:
        """The tokens that make a number behind another or an article only: "a million", "not a *single*"."""
        alone = {*self.cardinals, *self.vague, *STANDING, *self.idioms, *map(_first, self.idioms)}
        return self.tokens - alone


@attrs.define(eq=False)
class Surfaces:
    """What takes time to make of the tables: every surface with its sense, and what follows from all of them."""

    words: Mapping[str, s.Word]
    symbols: Symbols
    torn: Torn  # words that lost a ligature, by what is left behind it
    trailing: frozenset[str]  # cues that may stand behind a number
    leads: frozenset[str]  # words that a number follows: the last of cues, prepositions
    be: frozenset[str]  # the forms of "be"


@attrs.define(eq=False)
class Compiled:
    """All that the steps look up, made once per lexicon."""

    words: Mapping[str, s.Word]
    symbols: Symbols
    money_tails: frozenset[str]
    big_money: dict[str, s.UnitSense]  # letters that are a sign of money before a large number only
    numbers: NumberWords
    number_words: frozenset[str]
    categories: dict[str, Category]
    fallback: dict[str, tuple[str, ...]]
    combinations: dict[tuple[str, str], str]
    planned: dict[str, str]
    negated: dict[str, str]
    orders: dict[str, str]
    by_population: dict[str, dict[str, str]]
    governed: dict[str, frozenset[str]]
    person_endings: dict[str, str]  # to a noun that the word is like
    names: frozenset[str]
    trailing: frozenset[str]
    leads: frozenset[str]
    be: frozenset[str]
    abbreviations: frozenset[str]
    months: frozenset[str]
    year_before: frozenset[str]
    lists: WordLists
    torn: Torn
    damaged: frozenset[str] = attrs.field(init=False)  # tokens that may be part of a broken word or number
    senses: Senses = attrs.field(init=False)
    number_bytes: frozenset[bytes] = attrs.field(init=False)  # parts of number words in `plain_bytes`
    weak_bytes: frozenset[bytes] = attrs.field(init=False)  # those that need an article before them
    none_bytes: frozenset[bytes] = attrs.field(
        init=False
    )  # those that say there is none of what follows: "no"
    torn_bytes: frozenset[bytes] = attrs.field(init=False)  # and none behind an apostrophe: "they've"
    signs: frozenset[str] = attrs.field(init=False)  # first tokens of symbols, in lower case
    asides: frozenset[str] = attrs.field(init=False)  # what may open an aside on who is counted
    said: dict[object, str | None] = attrs.field(
        factory=dict, init=False
    )  # what `clause.evidence.says` has answered

    def __attrs_post_init__(self) -> None:
        self.senses = Senses(self.words, self.person_endings, self.lists)
        self.damaged = MISREAD.union(self.torn)
        self.signs = frozenset(map(str.lower, self.symbols))
        self.asides = self.be.union((",", "(", "–", "—", "among", "as", "in"))
        self.number_bytes = frozenset(plain_bytes(" ".join(self.number_words)).split())
        torn = (word for word in self.number_words if word in self.torn and len(word) < CERTAIN)
        self.torn_bytes = frozenset(word.encode("ascii") for word in torn)
        self.none_bytes = frozenset(plain_bytes(" ".join(self.numbers.none_of)).split())
        self.weak_bytes = frozenset(plain_bytes(" ".join(self.numbers.behind_others)).split())

    def is_currency(self, symbol: str) -> bool:
        """Tell whether a token, as written, begins a symbol of money."""
        options = self.symbols.get(symbol)
        return options is not None and any(sense.kind == "currency" for _, sense in options)
