"""`Builder`: collects what every surface of a lexicon can mean, table by table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from figures.lexicon import senses as s
from figures.lexicon.compiled import Symbols
from figures.lexicon.inflect import Inflector
from figures.records import Bound, Certainty
from figures.tokens import TOKEN, split


class Builder:
    """Senses by the tokens of their surface; each `add_` method reads one or two tables."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables
        self._inflect = Inflector(tables)
        self._short = frozenset(tables.get("abbreviations", {}).get("words", ()))
        self.entries: dict[tuple[str, ...], s.Word] = {}

    def word(self, surface: str) -> s.Word:
        """Return the sense of a surface, made when it is new."""
        tokens = split(surface)
        if "." in tokens:  # a text loses the dots of its abbreviations too
            tokens = tuple(
                t for i, t in enumerate(tokens) if t != "." or not i or tokens[i - 1] not in self._short
            )
        entry = self.entries.get(tokens)
        if entry is None:
            entry = self.entries[tokens] = s.Word()
        return entry

    def flag(self, surfaces: Iterable[str], flag: int) -> None:
        """Give surfaces a class of function word."""
        for surface in surfaces:
            self.word(surface).flags |= flag

    def flag_verbs(self, lemmas: Iterable[str], flag: int) -> None:
        """Give every form of some verbs a class."""
        for lemma in lemmas:
            self.flag((surface for surface, _ in self._inflect.verb(lemma)), flag)

    def add_nouns(self) -> None:
        """Read [nouns] and [modifiers]."""
        for group in self._tables.get("nouns", {}).values():
            for entry in group.get("words", ()):
                noun = _noun(entry.partition("/")[0], group)
                for surface, plural in self._inflect.noun(entry):
                    word = self.word(surface)
                    word.noun, word.plural = noun, plural
        for group in self._tables.get("modifiers", {}).values():
            for surface in group.get("words", ()):
                self.word(surface).who = tuple(sorted(group.get("who", ())))
        self._share_populations()

    def _share_populations(self) -> None:
        """Let a noun of several words state who as its first word does: "civilian casualties"."""
        for tokens, word in self.entries.items():
            if word.noun is None or len(tokens) == 1 or word.noun.who:
                continue
            first = self.entries.get(tokens[:1])
            if first is None:
                continue
            who = first.who or (first.noun.who if first.noun is not None else ())
            if who:
                word.noun = replace(word.noun, who=who)

    def add_frames(self) -> None:
        """Read [frames]."""
        for name, entry in self._tables.get("frames", {}).items():
            frame = s.Frame(
                name, entry.get("object", {}), entry.get("subject", {}), entry.get("recipient", {})
            )
            for verb in entry.get("verbs", ()):
                for surface, form in self._inflect.verb(verb):
                    self.word(surface).add_verb(frame, form)
            for surface in entry.get("adjectives", ()):
                word = self.word(surface)
                word.adjectives = (*word.adjectives, frame)
            for noun in entry.get("nouns", ()):
                for surface, _ in self._inflect.noun(noun):
                    word = self.word(surface)
                    word.nominals = (*word.nominals, frame)
            for surface in entry.get("labels", ()):
                word = self.word(surface)
                word.labels = (*word.labels, frame)

    def add_hedges(self) -> None:
        """Read [bounds] and [certainty]."""
        for name, entry in self._tables.get("bounds", {}).items():
            cue = s.BoundCue(name, Bound(entry["bound"]), entry.get("strict", False), entry.get("side", ""))
            for surface in entry.get("before", ()):
                self.word(surface).before = cue
            for surface in entry.get("after", ()):
                self.word(surface).after = cue
        commitment = self._tables.get("certainty", {})
        cues = {name: _certainty(name, entry) for name, entry in commitment.items()}
        for name, entry in commitment.items():
            for verb in entry.get("verbs", ()):
                for surface, _ in self._inflect.verb(verb):
                    self.word(surface).certainty = cues[name]
        for name, entry in commitment.items():  # a word that is listed goes before the form of a verb
            for surface in entry.get("words", ()):
                self.word(surface).certainty = cues[name]

    def add_units(self) -> Symbols:
        """Read [units] and [currencies]; their symbols are case-sensitive and returned by themselves."""
        symbols: Symbols = {}
        for table, kind in (("units", ""), ("currencies", "currency")):
            for id_, entry in self._tables.get(table, {}).items():
                sense = s.UnitSense(
                    id_,
                    kind or entry.get("kind", "physical"),
                    entry.get("dimension"),
                    entry.get("part"),
                    entry.get("parts", 1),
                    frozenset(entry.get("part_symbols", ())),
                )
                for name in entry.get("names", ()):
                    for surface, plural in self._inflect.noun(name):
                        self._add_unit(surface, sense, plural=plural)
                for symbol in entry.get("symbols", ()):
                    first, *rest = _symbol_tokens(symbol)
                    options = symbols.setdefault(first, [])
                    options.insert(0 if entry.get("override") else len(options), (tuple(rest), sense))
        for options in symbols.values():
            options.sort(key=lambda option: -len(option[0]))
        return symbols

    def _add_unit(self, surface: str, sense: s.UnitSense, *, plural: bool) -> None:
        """Let a word be a unit; one that is a measure and money too ("pound") keeps both."""
        word = self.word(surface)
        word.plural = plural
        if sense.kind == "currency" and word.unit is not None and word.unit.kind == "physical":
            word.money = sense
        else:
            word.unit = sense

    def inherit_roles(self) -> None:
        """Give phrases the roles of their opening words: the cue of "feared dead", the noun of "camps in"."""
        cues = {
            tokens: word.certainty
            for tokens, word in self.entries.items()
            if word.certainty is not None and not word.flags & s.PSEUDO
        }
        heads = {tokens[0] for tokens in cues}
        for tokens, word in self.entries.items():
            if len(tokens) == 1 or word.flags & s.PSEUDO:
                continue
            if word.is_verb_only:
                self._inherit_noun(tokens, word)
            if word.certainty is None and tokens[0] in heads:
                opening = (tokens[:length] for length in range(len(tokens) - 1, 0, -1))
                word.certainty = next((cues[inner] for inner in opening if inner in cues), None)

    def _inherit_noun(self, tokens: tuple[str, ...], word: s.Word) -> None:
        """Keep the noun of a verb with its preposition."""
        first, last = self.entries.get(tokens[:1]), self.entries.get(tokens[-1:])
        if first is not None and first.noun is not None and last is not None and last.flags & s.PREP:
            word.noun, word.plural = first.noun, first.plural


def _noun(singular: str, group: Mapping[str, Any]) -> s.Noun:
    return s.Noun(
        singular,
        group.get("class", "thing"),
        group.get("unit") or _unit_id(singular, whole=group.get("compound", False)),
        tuple(sorted(group.get("who", ()))),
        group.get("category"),
        group.get("strong", False),
    )


def _unit_id(singular: str, *, whole: bool) -> str:
    """Return the unit id of a noun: its head ("medical team": team), or all of it where its group says so."""
    if not whole:
        singular = singular.partition(" of ")[0].rpartition(" ")[2]
    return singular.replace(" ", "_").replace("-", "_")


def _certainty(name: str, entry: Mapping[str, Any]) -> s.CertaintyCue:
    cue = s.CertaintyCue(
        name,
        Certainty(entry["certainty"]),
        entry.get("scope", "clause"),
        entry.get("direction") == "forward",
        Bound(entry["bound"]) if "bound" in entry else None,
    )
    if "passive" in entry:
        cue.passive = s.CertaintyCue(name, Certainty(entry["passive"]), "clause")
    return cue


def _symbol_tokens(symbol: str) -> list[str]:
    """Return the tokens of a case-sensitive symbol."""
    if len(symbol) == 1:
        return [symbol]
    return [token for token in map(str.lstrip, TOKEN.findall(symbol)) if token != "."]
