"""The compiled lexicon: every surface in one dictionary of senses, phrases by their first token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from figures.lexicon import senses as s
from figures.lexicon.inflect import Inflector
from figures.numerals import VULGAR
from figures.records import Bound, Category, Certainty
from figures.tokens import split

if TYPE_CHECKING:
    from figures.lexicon.model import Lexicon

_WORD_FLAGS = {
    "determiners": s.DET, "prepositions": s.PREP, "conjunctions": s.CONJ, "contrast": s.CONTRAST, "relatives": s.REL,
    "subordinators": s.SUB, "be": s.BE, "have": s.HAVE, "do": s.DO, "modals": s.MODAL, "pronouns": s.PRON,
    "negations": s.NEG, "transparent": s.TRANSPARENT, "linking": s.LINKING, "others": s.OTHER,
}  # fmt: skip
_TABLE_FLAGS = {
    ("levels", "words"): s.LEVEL, ("inclusion", "words"): s.INCLUSION,
    ("per", "words"): s.PER, ("changes", "nouns"): s.CHANGE_NOUN, ("changes", "by"): s.CHANGE_BY,
    ("months", "words"): s.MONTH, ("weekdays", "words"): s.WEEKDAY, ("identifiers", "words"): s.IDENTIFIER,
    ("clock", "words"): s.CLOCK, ("eras", "words"): s.ERA, ("year_before", "words"): s.YEAR_BEFORE,
    ("age", "after"): s.AGE_AFTER, ("age", "before"): s.AGE_BEFORE, ("pseudo", "words"): s.PSEUDO,
    ("abbreviations", "words"): s.ABBREVIATION, ("ordinals", "words"): s.ORDINAL,
    ("cash", "words"): s.CASH,
}  # fmt: skip


@attrs.define(eq=False)
class NumberWords:
    """The number words of a language, by role (see numbers.toml)."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    ambiguous: frozenset[str]
    multiples: dict[str, int]
    fractions: dict[str, float]
    vague: dict[str, dict[str, int]]
    several: dict[str, list[int]]
    zero: frozenset[str]
    nobody: frozenset[str]
    after_article: frozenset[str]
    one_after: frozenset[str]
    one_before: frozenset[str]


@attrs.define(eq=False)
class Compiled:
    """All that the steps look up, made once per lexicon."""

    words: dict[str, s.Word]
    symbols: dict[str, list[tuple[tuple[str, ...], s.UnitSense]]]
    money_tails: frozenset[str]
    numbers: NumberWords
    number_words: frozenset[str]
    categories: dict[str, Category]
    fallback: dict[str, tuple[str, ...]]
    combinations: dict[tuple[str, str], str]
    planned: dict[str, str]
    orders: dict[str, str]
    by_population: dict[str, dict[str, str]]
    governed: dict[str, frozenset[str]]
    names: frozenset[str]
    abbreviations: frozenset[str]

    def guess(self, token: str) -> s.Word:
        """Return the sense of a token that is not in the lexicon: the last part of a compound may be a noun."""
        if token[-1] in "yt":
            if token.endswith("ly"):
                return _ADVERB
            if token.endswith(("n't", "n’t")):
                return _NEGATED
        if "-" in token:
            last = self.words.get(token.rpartition("-")[2])
            if last is not None and last.noun is not None:
                return s.Word(noun=last.noun, plural=last.plural)
        return s.UNKNOWN


_ADVERB = s.Word(flags=s.TRANSPARENT)
_NEGATED = s.Word(flags=s.NEG | s.MODAL)


class _Builder:
    """Collects senses by the tokens of their surface."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, ...], s.Word] = {}

    def word(self, surface: str) -> s.Word:
        tokens = split(surface)
        entry = self.entries.get(tokens)
        if entry is None:
            entry = self.entries[tokens] = s.Word()
        return entry

    def flag(self, surfaces: Iterable[str], flag: int) -> None:
        for surface in surfaces:
            self.word(surface).flags |= flag


def compile_lexicon(lexicon: Lexicon) -> Compiled:
    """Build the lookup of a lexicon."""
    tables: Mapping[str, Any] = lexicon.tables
    inflect = Inflector(tables)
    build = _Builder()
    for name, flag in _WORD_FLAGS.items():
        build.flag(tables.get("words", {}).get(name, ()), flag)
    for (table, key), flag in _TABLE_FLAGS.items():
        build.flag(tables.get(table, {}).get(key, ()), flag)
    for verb in tables.get("changes", {}).get("verbs", ()):
        build.flag((form for form, _ in inflect.verb(verb)), s.CHANGE_VERB)
    for verb in tables.get("orders", {}).get("verbs", ()):
        build.flag((form for form, _ in inflect.verb(verb)), s.ORDER_VERB)
    _nouns(tables, inflect, build)
    _frames(tables, inflect, build)
    _hedges(tables, inflect, build)
    symbols = _units(tables, inflect, build)
    numbers = _numbers(tables)
    for surface in (*numbers.several, *numbers.zero, *numbers.nobody):
        build.word(surface)
    _inherit(build.entries)
    words = {tokens[0]: word for tokens, word in build.entries.items() if len(tokens) == 1}
    for tokens, word in build.entries.items():
        if len(tokens) > 1:
            head = words.get(tokens[0])
            if head is None:
                head = words[tokens[0]] = s.Word()
            if head.phrases is None:
                head.phrases = {}
            head.phrases.setdefault(tokens[1], []).append((tokens[2:], word))
    for head in words.values():
        for options in (head.phrases or {}).values():
            if len(options) > 1:
                options.sort(key=lambda option: -len(option[0]))
    number_words = {
        *numbers.cardinals,
        *numbers.scales,
        *numbers.multiples,
        *numbers.fractions,
        *numbers.vague,
    }
    number_words |= {
        w
        for k in (*numbers.several, *numbers.zero, *numbers.nobody)
        for w in k.split()
        if w not in ("a", "of", "not", "person")
    }
    for mark in ",;:.()!?\"'“”’‘%-–—/|[]":
        words.setdefault(mark, s.UNKNOWN)
    for opener in (*number_words, *numbers.several, *numbers.zero, *numbers.nobody, *VULGAR):
        tokens = split(opener)
        entry = words.setdefault(opener, s.Word()) if len(tokens) == 1 else build.entries[tokens]
        entry.opens = True
    for token, word in words.items():
        word.opens = word.opens or token[0].isdecimal()
    return Compiled(
        words=words,
        symbols=symbols,
        money_tails=frozenset(
            (rest or (first,))[-1].lower()
            for first, options in symbols.items()
            for rest, sense in options
            if sense.kind == "currency"
        ),
        numbers=numbers,
        number_words=frozenset(number_words),
        categories=dict(lexicon.categories()),
        fallback=_fallbacks(tables),
        combinations={(a, b): to for a, b, to in tables.get("combinations", {}).get("pairs", ())},
        planned=tables.get("planned", {}),
        orders={k: v for k, v in tables.get("orders", {}).items() if k != "verbs"},
        by_population=tables.get("by_population", {}),
        governed={cue: frozenset(heads) for cue, heads in tables.get("governed", {}).items()},
        names=frozenset(tables.get("names", {}).get("words", ())),
        abbreviations=frozenset(tables.get("abbreviations", {}).get("words", ())),
    )


def _inherit(entries: Mapping[tuple[str, ...], s.Word]) -> None:
    """Give phrases the roles that their opening words have alone: the cue of "feared dead", the noun of "camps in"."""
    cues = {
        tokens: word.certainty
        for tokens, word in entries.items()
        if word.certainty is not None and not word.flags & s.PSEUDO
    }
    heads = {tokens[0] for tokens in cues}
    for tokens, word in entries.items():
        if len(tokens) == 1 or word.flags & s.PSEUDO:
            continue
        if word.verbs and word.noun is None:
            first, last = entries.get(tokens[:1]), entries.get(tokens[-1:])
            if first is not None and first.noun is not None and last is not None and last.flags & s.PREP:
                word.noun, word.plural = first.noun, first.plural
        if word.certainty is None and tokens[0] in heads:
            opening = (tokens[:length] for length in range(len(tokens) - 1, 0, -1))
            word.certainty = next((cues[inner] for inner in opening if inner in cues), None)


def _nouns(tables: Mapping[str, Any], inflect: Inflector, build: _Builder) -> None:
    for group in tables.get("nouns", {}).values():
        who = tuple(sorted(group.get("who", ())))
        for entry in group.get("words", ()):
            singular = entry.partition("/")[0]
            unit = group.get("unit") or _unit_id(singular, whole=group.get("compound", False))
            noun = s.Noun(
                singular,
                group.get("class", "thing"),
                unit,
                who,
                group.get("category"),
                group.get("strong", False),
            )
            for surface, plural in inflect.noun(entry):
                word = build.word(surface)
                word.noun, word.plural = noun, plural
    for group in tables.get("modifiers", {}).values():
        for surface in group.get("words", ()):
            build.word(surface).who = tuple(sorted(group.get("who", ())))
    for tokens, word in build.entries.items():  # "civilian casualties" states who as its first word does
        if word.noun is not None and len(tokens) > 1 and not word.noun.who:
            first = build.entries.get(tokens[:1])
            if first is not None and (first.who or first.noun is not None and first.noun.who):
                who = first.who or (first.noun.who if first.noun is not None else ())
                word.noun = s.Noun(
                    **{f: getattr(word.noun, f) for f in ("surface", "cls", "unit", "category", "strong")},
                    who=who,
                )


def _unit_id(singular: str, *, whole: bool) -> str:
    """Return the unit id of a noun: its head ("medical team": team), or the whole name where the group asks for it."""
    if not whole:
        singular = singular.partition(" of ")[0].rpartition(" ")[2]
    return singular.replace(" ", "_").replace("-", "_")


def _frames(tables: Mapping[str, Any], inflect: Inflector, build: _Builder) -> None:
    for name, entry in tables.get("frames", {}).items():
        frame = s.Frame(name, entry.get("object", {}), entry.get("subject", {}), entry.get("recipient", {}))
        for verb in entry.get("verbs", ()):
            for surface, form in inflect.verb(verb):
                word = build.word(surface)
                word.verbs = (*word.verbs, (frame, form))
        for surface in entry.get("adjectives", ()):
            word = build.word(surface)
            word.adjectives = (*word.adjectives, frame)
        for noun in entry.get("nouns", ()):
            for surface, _ in inflect.noun(noun):
                word = build.word(surface)
                word.nominals = (*word.nominals, frame)


def _hedges(tables: Mapping[str, Any], inflect: Inflector, build: _Builder) -> None:
    for name, entry in tables.get("bounds", {}).items():
        cue = s.BoundCue(name, Bound(entry["bound"]), entry.get("strict", False), entry.get("side", ""))
        for surface in entry.get("before", ()):
            build.word(surface).before = cue
        for surface in entry.get("after", ()):
            build.word(surface).after = cue
    for name, entry in tables.get("certainty", {}).items():
        bound = Bound(entry["bound"]) if "bound" in entry else None
        certainty = s.CertaintyCue(
            name,
            Certainty(entry["certainty"]),
            entry.get("scope", "clause"),
            entry.get("direction") == "forward",
            bound,
        )
        if "passive" in entry:
            certainty.passive = s.CertaintyCue(name, Certainty(entry["passive"]), "clause")
        for surface in entry.get("words", ()):
            build.word(surface).certainty = certainty
        for verb in entry.get("verbs", ()):
            for surface, _ in inflect.verb(verb):
                build.word(surface).certainty = certainty


def _units(
    tables: Mapping[str, Any], inflect: Inflector, build: _Builder
) -> dict[str, list[tuple[tuple[str, ...], s.UnitSense]]]:
    symbols: dict[str, list[tuple[tuple[str, ...], s.UnitSense]]] = {}
    for table, kind in (("units", ""), ("currencies", "currency")):
        for id_, entry in tables.get(table, {}).items():
            sense = s.UnitSense(id_, kind or entry.get("kind", "physical"), entry.get("dimension"))
            for name in entry.get("names", ()):
                for surface, plural in inflect.noun(name):
                    word = build.word(surface)
                    word.unit, word.plural = sense, plural
            for symbol in entry.get("symbols", ()):
                tokens = tuple(split_case(symbol))
                symbols.setdefault(tokens[0], []).append((tokens[1:], sense))
    for options in symbols.values():
        options.sort(key=lambda option: -len(option[0]))
    return symbols


def split_case(symbol: str) -> list[str]:
    """Return the tokens of a case-sensitive symbol."""
    from figures.tokens import TOKEN

    return [t for t in map(str.lstrip, TOKEN.findall(symbol)) if t != "."] if len(symbol) > 1 else [symbol]


def _numbers(tables: Mapping[str, Any]) -> NumberWords:
    zero, idioms = tables.get("zero", {}), tables.get("one_idioms", {})
    suffixes = dict(tables.get("suffixes", {}))
    ambiguous = frozenset(suffixes.pop("ambiguous", ()))
    return NumberWords(
        cardinals=tables.get("cardinals", {}),
        scales=tables.get("scales", {}),
        suffixes=suffixes,
        ambiguous=ambiguous,
        multiples=tables.get("multiples", {}),
        fractions=tables.get("fractions", {}),
        vague=tables.get("vague", {}),
        several=tables.get("several", {}),
        zero=frozenset(zero.get("words", ())),
        nobody=frozenset(zero.get("people", ())),
        after_article=frozenset(
            (*tables.get("scales", {}), *tables.get("multiples", {}), *tables.get("fractions", {}))
        ),
        one_after=frozenset(idioms.get("after", ())),
        one_before=frozenset(idioms.get("before", ())),
    )


def _fallbacks(tables: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    parents: dict[str, str] = tables.get("classes", {})
    chains: dict[str, tuple[str, ...]] = {}
    for cls in parents:
        chain = [cls]
        while chain[-1] in parents and parents[chain[-1]] not in chain:
            chain.append(parents[chain[-1]])
        chains[cls] = tuple(chain)
    return chains
