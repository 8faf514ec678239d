"""`Compiled`: a lexicon as the steps use it, every surface in one dictionary of senses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import attrs

from figures.lexicon import senses as s
from figures.records import Category
from figures.repair import MISREAD
from figures.text import plain_bytes
from figures.torn import Torn

#: Case-sensitive symbols of units and currencies by first token: the other tokens and the sense, longest first.
Symbols = dict[str, list[tuple[tuple[str, ...], s.UnitSense]]]

_ADVERB = s.Word(flags=s.TRANSPARENT)
_NEGATED = s.Word(flags=s.NEG | s.MODAL, telling=True)
#: Most tokens whose senses are kept at hand; a text of names and serial numbers would keep them all.
_KEPT = 50_000
#: Words of phrases such as "a couple of" and "not a single person" that begin no number by themselves.
_SMALL_WORDS = frozenset(("a", "of", "not", "person"))
_STEM = 3  # letters before an ending that makes persons


class Senses(dict[str, s.Word]):
    """The sense of every token, those met before kept at hand: those of the lexicon, digits, and guesses."""

    def __init__(
        self, words: Mapping[str, s.Word], endings: dict[str, str], no_persons: frozenset[str]
    ) -> None:
        super().__init__()
        self._words = words
        self._endings = endings
        self._ends = tuple(endings)
        self._no_persons = no_persons

    def __missing__(self, token: str) -> s.Word:
        if len(self) >= _KEPT:
            self.clear()
        word = self[token] = self._words.get(token) or self._guess(token)
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
        if "-" in token:
            last = self._words.get(token.rpartition("-")[2])
            if last is not None and last.noun is not None:
                return s.Word(noun=last.noun, plural=last.plural)
        elif token.endswith(self._ends) and token not in self._no_persons:
            return self._persons(token)
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


class WordLists:
    """Short lists of words that one rule each asks for (see lists.toml and skips.toml).

    No attrs here: it would write and compile a method of more than a hundred parameters at every start.
    """

    ahead: frozenset[str]
    aims: frozenset[str]
    answering: frozenset[str]
    anyone: frozenset[str]
    armed_groups: frozenset[str]
    ballots: frozenset[str]
    barriers: frozenset[str]
    before_places: frozenset[str]
    besides: frozenset[str]
    call_links: frozenset[str]
    callers: frozenset[str]
    care: frozenset[str]
    carers: frozenset[str]
    causes: frozenset[str]
    charts: frozenset[str]
    claims: frozenset[str]
    comparatives: frozenset[str]
    comparisons: frozenset[str]
    compass: frozenset[str]
    coordinates: frozenset[str]
    corrections: frozenset[str]
    crossings: frozenset[str]
    crowd_labels: frozenset[str]
    dated: frozenset[str]
    day_parts: frozenset[str]
    demands: frozenset[str]
    denials: frozenset[str]
    digit_nouns: frozenset[str]
    done: frozenset[str]
    few_before: frozenset[str]
    forecasts: frozenset[str]
    from_abroad: frozenset[str]
    full_hours: frozenset[str]
    gains: frozenset[str]
    givers: frozenset[str]
    going_on: frozenset[str]
    gone: frozenset[str]
    half_times: frozenset[str]
    held_against: frozenset[str]
    hired: frozenset[str]
    hosting: frozenset[str]
    injuring: frozenset[str]
    inquiries: frozenset[str]
    inside: frozenset[str]
    item_heads: frozenset[str]
    joiners: frozenset[str]
    keeping: frozenset[str]
    kin: frozenset[str]
    kinds: frozenset[str]
    lessons: frozenset[str]
    likenesses: frozenset[str]
    lines: frozenset[str]
    magnitudes: frozenset[str]
    making_up: frozenset[str]
    messages: frozenset[str]
    money_heads: frozenset[str]
    money_labels: frozenset[str]
    month_verbs: frozenset[str]
    months_run: frozenset[str]
    mostly: frozenset[str]
    moving: frozenset[str]
    moving_particles: frozenset[str]
    moving_with_particle: frozenset[str]
    name_joiners: frozenset[str]
    no_persons: frozenset[str]
    note_openers: frozenset[str]
    now: frozenset[str]
    number_nouns: frozenset[str]
    of_day: frozenset[str]
    only: frozenset[str]
    opinions: frozenset[str]
    outdone: frozenset[str]
    outside: frozenset[str]
    paces: frozenset[str]
    pages: frozenset[str]
    parts: frozenset[str]
    per_head: frozenset[str]
    periods: frozenset[str]
    places: frozenset[str]
    plural_verbs: frozenset[str]
    portions: frozenset[str]
    prisons: frozenset[str]
    quakes: frozenset[str]
    races: frozenset[str]
    rankings: frozenset[str]
    reports_of: frozenset[str]
    running_heads: frozenset[str]
    scant: frozenset[str]
    scores: frozenset[str]
    sectors: frozenset[str]
    sending: frozenset[str]
    serial_heads: frozenset[str]
    shared: frozenset[str]
    shelter_heads: frozenset[str]
    singular_verbs: frozenset[str]
    slang: frozenset[str]
    slight: frozenset[str]
    sources: frozenset[str]
    speakers: frozenset[str]
    staff: frozenset[str]
    streets: frozenset[str]
    texting: frozenset[str]
    time_apart: frozenset[str]
    titled: frozenset[str]
    topic_links: frozenset[str]
    traded: frozenset[str]
    turns: frozenset[str]
    unit_modifiers: frozenset[str]
    unnamed: frozenset[str]
    value_heads: frozenset[str]
    visitors: frozenset[str]
    wanting: frozenset[str]
    weak_verbs: frozenset[str]
    weather: frozenset[str]
    wholes: frozenset[str]
    yearly: frozenset[str]
    zero_idioms: frozenset[str]

    __slots__ = tuple(__annotations__)

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        for name in self.__slots__:
            setattr(self, name, frozenset(table.get(name, ())))


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
    lists: WordLists
    torn: Torn
    damaged: frozenset[str] = attrs.field(init=False)  # tokens that may be part of a broken word or number
    senses: Senses = attrs.field(init=False)
    number_bytes: frozenset[bytes] = attrs.field(
        init=False
    )  # parts of number words, as `plain_bytes` has them
    signs: frozenset[str] = attrs.field(init=False)  # first tokens of symbols, in lower case
    asides: frozenset[str] = attrs.field(init=False)  # what may open an aside on who is counted
    said: dict[object, str | None] = attrs.field(
        factory=dict, init=False
    )  # what `clause.evidence.says` has answered

    def __attrs_post_init__(self) -> None:
        self.senses = Senses(self.words, self.person_endings, self.lists.no_persons)
        self.damaged = MISREAD.union(self.torn)
        self.signs = frozenset(map(str.lower, self.symbols))
        self.asides = self.be.union((",", "(", "among", "as", "in"))
        self.number_bytes = frozenset(plain_bytes(" ".join(self.number_words)).split())

    def is_currency(self, symbol: str) -> bool:
        """Tell whether a token, as written, begins a symbol of money."""
        options = self.symbols.get(symbol)
        return options is not None and any(sense.kind == "currency" for _, sense in options)
