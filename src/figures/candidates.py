"""The mutable record of one number on its way through the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.records import Bound, Certainty, Number

if TYPE_CHECKING:
    from figures.lexicon.senses import Noun, UnitSense
    from figures.phrase.phrase import Phrase
    from figures.tokens import Sentence

_EXACT, _ASSERTED = Bound.EXACT, Certainty.ASSERTED  # reading a member from its class is slow


class Candidate:
    """One number expression: its tokens, its reading, and what the steps find out about it."""

    __slots__ = (
        "after",
        "bound",
        "category",
        "certainty",
        "cue_spans",
        "end",
        "first",
        "high",
        "implied",
        "kind",
        "left",
        "lent",
        "like",
        "low",
        "named",
        "noun",
        "per",
        "phrase",
        "point",
        "right",
        "rule",
        "same_as",
        "sentence",
        "side",
        "skipped",
        "start",
        "strict",
        "subset_of",
        "text_end",
        "text_start",
        "trigger",
        "unit",
        "unit_id",
        "unit_kind",
        "unit_span",
        "value",
        "who",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, first: int, after: int, value: Number | None, kind: str) -> None:
        self.sentence = sentence
        self.first = first  # token index
        self.after = after  # token index behind the number
        self.start = sentence.starts[first]
        self.end = sentence.ends[after - 1]
        self.value = value
        self.low = value
        self.high = value
        self.kind = kind  # digits, words, fraction, ratio, vague, zero, range
        self.point = False  # written with a decimal mark that may group thousands ("1.200")
        self.left, self.right = first, after  # the phrase with its cues, as token indices
        self.skipped: str | None = None
        self.bound = _EXACT
        self.strict = False
        self.side = ""  # of an approximate bound: below, order
        self.certainty = _ASSERTED
        self.cue_spans: tuple[tuple[int, int, str], ...] = ()
        self.unit: UnitSense | None = None
        self.noun: Noun | None = None
        self.phrase: Phrase | None = None
        self.unit_id = "unknown"
        self.unit_kind = "count"
        self.unit_span: tuple[int, int] | None = None
        self.lent: tuple[int, int] | None = None  # the word elsewhere that lends its unit
        self.implied = False
        self.per: str | None = None
        self.who: tuple[str, ...] = ()
        self.category = "other"
        self.rule = ""
        self.trigger: tuple[int, int] | None = None
        self.subset_of: Candidate | None = None
        self.same_as: Candidate | None = None
        self.named = -1  # the token of the noun before it that it counts: "burnt *huts* (40)"
        self.like: Candidate | None = None  # the figure that it is held against: "down from 63,000"
        self.text_start = self.start
        self.text_end = self.end

    @property
    def lends(self) -> tuple[int, int] | None:
        """Where the word stands that its unit comes from, for those that take the unit over."""
        return self.unit_span or self.lent

    def skip(self, reason: str) -> None:
        """Mark the number as no figure."""
        self.skipped = self.skipped or reason
