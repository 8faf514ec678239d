"""From the tables of a lexicon to the senses of all its surfaces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from figures.lexicon import senses as s
from figures.lexicon.builder import Builder
from figures.lexicon.compile import number_words
from figures.lexicon.compiled import Surfaces
from figures.numerals import VULGAR
from figures.repair import without_ligature
from figures.tokens import split
from figures.torn import torn_words

#: The class of function word that each list of [words] gives.
_WORD_FLAGS = {
    "determiners": s.DET,
    "prepositions": s.PREP,
    "conjunctions": s.CONJ,
    "contrast": s.CONTRAST,
    "relatives": s.REL,
    "subordinators": s.SUB,
    "be": s.BE,
    "have": s.HAVE,
    "do": s.DO,
    "modals": s.MODAL,
    "pronouns": s.PRON,
    "negations": s.NEG,
    "transparent": s.TRANSPARENT,
    "linking": s.LINKING,
    "others": s.OTHER,
}
#: The same for lists in tables of their own.
_TABLE_FLAGS = {
    ("levels", "words"): s.LEVEL,
    ("inclusion", "words"): s.INCLUSION,
    ("per", "words"): s.PER,
    ("changes", "nouns"): s.CHANGE_NOUN,
    ("changes", "by"): s.CHANGE_BY,
    ("months", "words"): s.MONTH,
    ("weekdays", "words"): s.WEEKDAY,
    ("identifiers", "words"): s.IDENTIFIER,
    ("clock", "words"): s.CLOCK,
    ("eras", "words"): s.ERA,
    ("year_before", "words"): s.YEAR_BEFORE,
    ("age", "after"): s.AGE_AFTER,
    ("age", "before"): s.AGE_BEFORE,
    ("pseudo", "words"): s.PSEUDO,
    ("abbreviations", "words"): s.ABBREVIATION,
    ("ordinals", "words"): s.ORDINAL,
    ("cash", "words"): s.CASH,
    ("sizes", "words"): s.SIZE,
    ("negative", "words"): s.NEGATIVE,
}
#: Function words that a clause turns on; others a search for its verb passes over.
_TELLING = s.REL | s.CONTRAST | s.AUX | s.LINKING | s.PREP | s.SUB
#: Other words that look like one without its ligature.
_WORDS_WITHOUT = frozenset(("rating", "rings", "tracker", "trackers", "tracking"))
#: Marks that the lexicon need not know: most tokens of a text that are no words.
_MARKS = ",;:.()!?\"'“”‘’%-–—/|[]"


def make_surfaces(tables: Mapping[str, Any]) -> Surfaces:
    """Give every surface of a lexicon its sense."""
    build = Builder(tables)
    _flag_words(tables, build)
    build.add_nouns()
    build.add_frames()
    build.add_hedges()
    symbols = build.add_units()
    numbers = number_words(tables)
    for surface in numbers.idioms:
        build.word(surface)
    build.inherit_roles()
    words = _single_words(build)
    _vary(build.entries, tables.get("variants", {}))
    _hang_phrases(words, build.entries)
    _mark_openers(words, build, (*numbers.tokens, *numbers.idioms, *VULGAR))
    _sum_up(words, build)
    trailing = (" ".join(tokens) for tokens, word in build.entries.items() if word.after is not None)
    return Surfaces(
        words=words,
        symbols=symbols,
        torn=torn_words(words, numbers.cardinals),
        trailing=frozenset(trailing),
        leads=_leads(build.entries),
        be=frozenset(token for token, word in words.items() if word.flags & s.BE),
    )


def _single_words(build: Builder) -> dict[str, s.Word]:
    """Return the entries of one token, also as they read without a ligature, and the marks."""
    words = {tokens[0]: word for tokens, word in build.entries.items() if len(tokens) == 1}
    for token, word in list(words.items()):
        lost = without_ligature(token)
        if lost is not None and lost not in words and lost not in _WORDS_WITHOUT:
            words[lost] = word
    for mark in _MARKS:  # each its own, since a phrase may begin with it
        words.setdefault(mark, s.Word(telling=True, strange=True))
    return words


def _flag_words(tables: Mapping[str, Any], build: Builder) -> None:
    for name, flag in _WORD_FLAGS.items():
        build.flag(tables.get("words", {}).get(name, ()), flag)
    for (table, key), flag in _TABLE_FLAGS.items():
        build.flag(tables.get(table, {}).get(key, ()), flag)
    build.flag_verbs(tables.get("changes", {}).get("verbs", ()), s.CHANGE_VERB)
    build.flag_verbs(tables.get("staying", {}).get("words", ()), s.STAY)
    build.flag_verbs(tables.get("orders", {}).get("verbs", ()), s.ORDER_VERB)


def _vary(entries: dict[tuple[str, ...], s.Word], variants: Mapping[str, str]) -> None:
    """Let each phrase be found with the variants of its words too: "launched *a* new assault", "*an* aged hospital"."""
    other = {**variants, **{base: form for form, base in variants.items()}}
    plain = frozenset(other).isdisjoint
    varied = [(tokens, word) for tokens, word in entries.items() if len(tokens) > 2 and not plain(tokens)]
    for (first, *behind), word in varied:
        entries.setdefault((first, *(other.get(token, token) for token in behind)), word)


def _hang_phrases(words: dict[str, s.Word], entries: Mapping[tuple[str, ...], s.Word]) -> None:
    """Hang every phrase on the word that it begins with, as a path of its further tokens."""
    for tokens, word in entries.items():
        if len(tokens) == 1:
            continue
        opening = words.setdefault(tokens[0], s.Word())
        word.flags |= opening.flags & s.MONTH  # "on 12 March off the coast"
        if opening.phrases is s.NO_PHRASES:
            opening.phrases = {}
        phrases = opening.phrases
        for token in tokens[1:-1]:
            sense, longer = phrases.get(token, (None, s.NO_PHRASES))
            if longer is s.NO_PHRASES:
                longer = {}
                phrases[token] = sense, longer
            phrases = longer
        last = phrases.get(tokens[-1])
        phrases[tokens[-1]] = word, last[1] if last is not None else s.NO_PHRASES


def _mark_openers(words: dict[str, s.Word], build: Builder, openers: Iterable[str]) -> None:
    """Mark the words and phrases at which a number expression may begin."""
    for opener in openers:
        tokens = split(opener)
        entry = words.setdefault(opener, s.Word()) if len(tokens) == 1 else build.entries[tokens]
        entry.opens = True
    for token, word in words.items():
        word.opens = word.opens or token[0].isdecimal()


def _sum_up(words: dict[str, s.Word], build: Builder) -> None:
    """Note on each word what `tokens` and `clause` ask of every token."""
    as_ = words.get("as")
    for word in (*words.values(), *build.entries.values()):
        if word.flags & s.SUB and not word.flags & (s.PREP | s.REL | s.TRANSPARENT) and word is not as_:
            word.flags |= s.CLAUSE  # "when" and "because", which are nothing else
        word.telling = word.telling or bool(word.flags & _TELLING or word.verbs or word.adjectives)
        word.marked = 2 if word.opens or word.certainty is not None else int(word.phrases != {})


def _leads(entries: Mapping[tuple[str, ...], s.Word]) -> frozenset[str]:
    """Return the words that lead on to a number: prepositions and conjunctions, and the last words of cues."""
    cues = {tokens[-1] for tokens, word in entries.items() if word.before is not None}
    small = {tokens[-1] for tokens, word in entries.items() if word.flags & (s.PREP | s.CONJ)}
    return frozenset(token for token in cues | small if token.isalpha())
