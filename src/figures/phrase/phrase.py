"""`Phrase`: the noun phrase of one number, and where such a phrase ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.lexicon import senses as s
from figures.lexicon.senses import Noun, UnitSense

if TYPE_CHECKING:
    from figures.candidates import Candidate

#: Classes of word and marks that no phrase runs over.
END = s.PREP | s.REL | s.AUX | s.PRON | s.SUB | s.CONTRAST | s.NEG | s.MODAL | s.WEEKDAY | s.MONTH
NOBODY: frozenset[str] = frozenset()
MARKS = frozenset(',.;:()[]|!?…•–—/"”“→=+*')


class Phrase:
    """The noun phrase of one number, as token indices."""

    __slots__ = (
        "after",
        "anaphor",
        "complement",
        "first",
        "head",
        "many",
        "modifiers",
        "noun",
        "partner",
        "unit",
        "unit_after",
        "unknown",
        "who",
    )

    def __init__(self, first: int) -> None:
        self.first = first
        self.after = first  # index behind the last token that belongs to the phrase
        self.head: int | None = None
        self.noun: Noun | None = None
        self.unknown: int | None = None  # a plural-looking word that the lexicon does not know, as head
        self.unit: UnitSense | None = None
        self.unit_after = first
        self.who: frozenset[str] = NOBODY
        self.modifiers: list[int] = []  # participles and adjectives before the head
        self.complement: Phrase | None = None  # "of rice" in "15 tonnes of rice"
        self.many = False  # the number is not one
        self.anaphor = False  # "30 of them"
        self.partner: Candidate | None = None  # the 8 of "2 of the 8 camps"

    @property
    def innermost(self) -> Phrase:
        """The phrase that holds the noun, through "of"; the last one where there is no noun."""
        phrase = self
        while phrase.noun is None and phrase.complement is not None:
            phrase = phrase.complement
        return phrase

    @property
    def deepest(self) -> Noun | None:
        """The noun that says what is counted or measured, through "of"."""
        return self.noun if self.complement is None else self.innermost.noun

    @property
    def stop(self) -> int:
        """The index behind the whole phrase with its complement."""
        stop = self.after if self.after > self.unit_after else self.unit_after
        return stop if self.complement is None else max(stop, self.complement.stop)
