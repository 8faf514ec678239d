"""From the tables of a lexicon and the senses of its surfaces to the lookup that the steps use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled, NumberWords, Surfaces, Symbols
from figures.lexicon.wordlists import WordLists
from figures.numerals import VULGAR
from figures.records import Category


def compile_lexicon(
    tables: Mapping[str, Any], categories: Mapping[str, Category], surfaces: Surfaces
) -> Compiled:
    """Build the lookup of a lexicon."""
    numbers, torn, symbols = number_words(tables), surfaces.torn, surfaces.symbols
    big_money: Mapping[str, str] = tables.get("big_money", {})
    return Compiled(
        words=surfaces.words,
        torn=torn,
        symbols=symbols,
        money_tails=_money_tails(symbols) | {sign.lower() for sign in big_money},
        big_money={sign: s.UnitSense(id_, "currency") for sign, id_ in big_money.items()},
        numbers=numbers,
        number_words=numbers.tokens.union(tail for tail, heads in torn.items() if "" in heads),
        categories=dict(categories),
        fallback=_fallbacks(tables),
        combinations={(a, b): to for a, b, to in tables.get("combinations", {}).get("pairs", ())},
        planned=tables.get("planned", {}),
        negated=tables.get("negated", {}),
        orders={k: v for k, v in tables.get("orders", {}).items() if k != "verbs"},
        by_population=tables.get("by_population", {}),
        governed={cue: frozenset(heads) for cue, heads in tables.get("governed", {}).items()},
        person_endings=tables.get("person_endings", {}),
        names=frozenset(tables.get("names", {}).get("words", ())),
        trailing=surfaces.trailing,
        leads=surfaces.leads,
        be=surfaces.be,
        abbreviations=frozenset(tables.get("abbreviations", {}).get("words", ())),
        months=frozenset(tables.get("months", {}).get("words", ())),
        year_before=frozenset(tables.get("year_before", {}).get("words", ())),
        lists=WordLists(tables.get("lists", {})),
    )


def _money_tails(symbols: Symbols) -> frozenset[str]:
    """Return the tokens, in lower case, that symbols of money end with."""
    return frozenset(
        (rest or (first,))[-1].lower()
        for first, options in symbols.items()
        for rest, sense in options
        if sense.kind == "currency"
    )


def number_words(tables: Mapping[str, Any]) -> NumberWords:
    """Return the number words of a lexicon by their role."""
    zero, idioms = tables.get("zero", {}), tables.get("one_idioms", {})
    suffixes = dict(tables.get("suffixes", {}))
    ambiguous = frozenset(suffixes.pop("ambiguous", ()))
    money = frozenset(suffixes.pop("money", ()))
    scales, multiples = tables.get("scales", {}), tables.get("multiples", {})
    fractions = tables.get("fractions", {})
    return NumberWords(
        cardinals=tables.get("cardinals", {}),
        scales=scales,
        suffixes=suffixes,
        ambiguous=ambiguous,
        money=money,
        multiples=multiples,
        fractions=fractions,
        vague=tables.get("vague", {}),
        several=tables.get("several", {}),
        zero=frozenset(zero.get("words", ())),
        zero_values=frozenset(zero.get("values", ())),
        nobody=frozenset(zero.get("people", ())),
        after_article=frozenset((*scales, *multiples, *fractions)),
        behind_digits=frozenset((*scales, *suffixes, *multiples, *VULGAR, "-", "of")),
        one_after=frozenset(idioms.get("after", ())),
        one_before=frozenset(idioms.get("before", ())),
    )


def _fallbacks(tables: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return for each semantic class the chain of classes that it falls back to, itself first."""
    parents: dict[str, str] = tables.get("classes", {})
    chains: dict[str, tuple[str, ...]] = {}
    for cls in parents:
        chain = [cls]
        while chain[-1] in parents and parents[chain[-1]] not in chain:
            chain.append(parents[chain[-1]])
        chains[cls] = tuple(chain)
    return chains
