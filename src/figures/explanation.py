"""`explain`: an account of every number of a text, from reading to record, which can be replayed into the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from figures.candidates import Candidate
from figures.categories import considered
from figures.collection import Figures
from figures.records import Figure, Span
from figures.steps.build import Policy, build

if TYPE_CHECKING:
    from figures.lexicon.compiled import Compiled
    from figures.pipeline import Extractor


@attrs.frozen(kw_only=True)
class Considered:
    """A rule that had an answer for the category: its name, the category and the words that decided."""

    rule: str
    category: str
    trigger: str


@attrs.frozen(kw_only=True)
class NumberAccount:
    """What became of one number expression.

    `kept` tells whether it is a figure; `reason` is why not, or the rule that decided its category. `lost` are the
    other rules that had an answer, in the order of precedence.
    """

    text: str
    span: Span
    kept: bool
    reason: str
    figure: Figure | None = None
    lost: tuple[Considered, ...] = ()

    def __str__(self) -> str:
        if self.figure is None:
            return f"{self.text!r} at {self.span.start}: skipped, {self.reason}"
        lines = [f"{self.text!r} at {self.span.start}: {self.figure}"]
        lines += [f"  category {self.figure.category} by rule {self.reason!r}{_trigger(self.figure)}"]
        lines += [
            f"  cue {cue.text!r} at {cue.span.start}: {cue.cue_class}" for cue in self.figure.hedge.cues
        ]
        lines += [f"  lost: {c.category} by rule {c.rule!r} from {c.trigger!r}" for c in self.lost]
        return "\n".join(lines)


def _trigger(figure: Figure) -> str:
    span = figure.spans.trigger
    return f", trigger at {span.start}-{span.end}" if span is not None else ""


@attrs.frozen(kw_only=True)
class Explanation:
    """The account of a whole text: every number expression in text order.

    >>> from figures import explain, extract_figures
    >>> text = "At least 12 people were killed."
    >>> explain(text).replay() == extract_figures(text)
    True
    """

    source: str
    numbers: tuple[NumberAccount, ...]

    @property
    def kept(self) -> tuple[NumberAccount, ...]:
        """The accounts of the numbers that are figures."""
        return tuple(n for n in self.numbers if n.kept)

    @property
    def skipped(self) -> tuple[NumberAccount, ...]:
        """The accounts of the numbers that are none, each with its reason."""
        return tuple(n for n in self.numbers if not n.kept)

    def replay(self) -> Figures:
        """Rebuild the figures from the account."""
        return Figures((n.figure for n in self.numbers if n.figure is not None), source=self.source)

    def __str__(self) -> str:
        return "\n".join(str(n) for n in self.numbers) or "no number expression"


def explain_with(extractor: Extractor, text: str) -> Explanation:
    """Run the steps and keep what they found out."""
    from figures.pipeline import run

    lexicon = extractor._words.compiled  # noqa: SLF001 - one package
    policy = Policy(extractor.approx, extractor.vague)
    numbers = [
        _account(extractor, lexicon, policy, found)
        for _, candidates in run((text,), lexicon, dated=True)
        for found in candidates
    ]
    return Explanation(source=text, numbers=tuple(numbers))


def _account(extractor: Extractor, lexicon: Compiled, policy: Policy, found: Candidate) -> NumberAccount:
    text = found.sentence.source[found.start : found.end]
    span = Span(found.start, found.end)
    if found.skipped is not None:
        return NumberAccount(text=text, span=span, kept=False, reason=found.skipped)
    figure = extractor.finish(
        build(found, lexicon, policy)
    )  # first: asking the rules again may touch the candidate
    lost = tuple(
        Considered(rule=e.rule, category=e.category, trigger=found.sentence.lowers[e.at])
        for e in considered(found, lexicon)
        if (e.rule, e.category) != (found.rule, found.category)
    )
    reason = found.rule or "no rule"
    return NumberAccount(text=text, span=span, kept=True, reason=reason, figure=figure, lost=lost)
