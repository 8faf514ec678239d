"""Inflected forms of nouns and verbs, by the rules and irregular forms of the language's data files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from figures.lexicon.senses import BASE, PARTICIPLE, PAST, PRESENT, THIRD

#: Nouns of several people that some writers give a plural: "two medical staffs".
_COLLECTIVE = ("personnel", "staff")


class Inflector:
    r"""Makes plurals and verb forms; without rules every word stays as it is.

    >>> english = Inflector({"inflection": {"plural": [["([^aeiou])y", "\\1ies"], ["", "s"]]}})
    >>> english.noun("health facility")
    [('health facility', False), ('health facilities', True)]
    >>> english.noun("child/children")
    [('child', False), ('children', True)]
    """

    def __init__(self, tables: Mapping[str, Any]) -> None:
        rules = tables.get("inflection", {})
        self._rules = {
            name: [(re.compile(f"(?:{ending})$"), replacement) for ending, replacement in pairs]
            for name, pairs in rules.items()
        }
        self._changes: dict[tuple[str, str], tuple[int, str]] = {}
        self._irregular = {k: v.split() for k, v in tables.get("irregular_verbs", {}).items()}
        self._double = frozenset(tables.get("doubling", {}).get("verbs", ()))
        self._double_too = frozenset(tables.get("doubling_optional", {}).get("verbs", ()))

    def _apply(self, name: str, word: str) -> str:
        """Inflect a word by its ending; the change of each ending is found once."""
        key = (name, word[-3:])
        change = self._changes.get(key)
        if change is None:
            change = self._changes[key] = self._change(name, word[-3:])
        cut, added = change
        return word[: len(word) - cut] + added

    def _change(self, name: str, ending: str) -> tuple[int, str]:
        """Return how many letters of an ending go, and what comes instead."""
        for pattern, replacement in self._rules.get(name, ()):
            if pattern.search(ending):
                return len(ending), pattern.sub(replacement, ending, count=1)
        return 0, ""

    def noun(self, entry: str) -> list[tuple[str, bool]]:
        """Return (surface, is_plural) of a noun written as `singular` or `singular/plural`."""
        singular, slash, plural = entry.partition("/")
        if not slash:
            head, space, last = singular.rpartition(" ")
            plural = head + space + self._apply("plural", last)
        if plural == singular:
            slip = [(f"{singular}s", True)] if singular.endswith(_COLLECTIVE) else []
            return [(singular, True), *slip]
        return [(singular, False), (plural, True)]

    def verb(self, lemma: str) -> Iterable[tuple[str, int]]:
        """Return (surface, forms) of a verb or multi-word verb; its first word inflects."""
        first, space, rest = lemma.partition(" ")
        forms: dict[str, int] = {}
        for surface, form in self._verb_forms(first):
            forms[surface + space + rest] = forms.get(surface + space + rest, 0) | form
        return forms.items()

    def _verb_forms(self, word: str) -> Iterable[tuple[str, int]]:
        yield word, BASE
        if word in self._irregular:
            third, past, participle, present = self._irregular[word]
            for forms, kind in ((third, THIRD), (past, PAST), (participle, PARTICIPLE), (present, PRESENT)):
                for form in forms.split("/"):
                    yield form, kind
            return
        yield self._apply("third", word), THIRD
        stems = [word]
        if word in self._double or word in self._double_too:
            stems = [word + word[-1]] + ([word] if word in self._double_too else [])
        for stem in stems:
            past = self._apply("past", stem)
            yield past, PAST | PARTICIPLE
            yield self._apply("present", stem), PRESENT
