"""Micro-benchmarks of each step over a fixed synthetic text: `make bench-steps`, outside the suite.

A step changes the candidates that it is handed, so every round gets fresh ones, made by the steps before it and not
timed. Two states are compared by pytest-benchmark's own means: ARGS=--benchmark-autosave, later
ARGS=--benchmark-compare.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import pytest

from benchmarks.speed.synthetic import synthetic
from figures import Extractor
from figures.candidates import Candidate
from figures.pieces import link, numbered, tokens_of
from figures.pipeline import STEPS, Policy, Step, build
from figures.tokens import Sentence

TEXTS = {"news": synthetic("news", 40_000, 11), "sitrep": synthetic("sitrep", 40_000, 11)}
ROUNDS = 20
LEXICON = Extractor()._words.compiled  # noqa: SLF001 - the steps take what the extractor hands them
POLICY = Policy(0.1, "emdat")

Benchmark = Any  # pytest-benchmark brings no types
Results = list[list[Candidate]]


def tokenised(texts: Sequence[str]) -> list[Sentence]:
    """Return the sentences of texts that hold a number, as tokens, each linked with the one before it."""
    pieces = list(numbered(texts, LEXICON))
    cut = [tokens_of(piece, LEXICON) for piece in pieces]
    link(None, None, pieces, cut)
    return cut


def stepped(cut: list[Sentence], steps: Sequence[Step]) -> Results:
    """Take sentences through some steps."""
    results: Results = [[] for _ in cut]
    for step in steps:
        results = apply(step, cut, results)
    return results


def apply(step: Step, cut: list[Sentence], results: Results) -> Results:
    """Take sentences through one step."""
    return list(map(step, cut, repeat(LEXICON), results))


def run(benchmark: Benchmark, work: Callable[..., object], setup: Callable[[], tuple[Any, ...]]) -> None:
    """Time work on what setup hands it, made anew for every round."""
    benchmark.pedantic(work, setup=lambda: (setup(), {}), rounds=ROUNDS, warmup_rounds=2)


@pytest.fixture(params=TEXTS)
def texts(request: pytest.FixtureRequest, benchmark: Benchmark) -> list[str]:
    """Return the texts of one kind; the results are listed by kind."""
    benchmark.group = request.param
    return TEXTS[request.param]


def test_cut(benchmark: Benchmark, texts: list[str]) -> None:
    """Find the sentences that hold a number."""
    run(benchmark, lambda: list(numbered(texts, LEXICON)), lambda: ())


def test_tokenise(benchmark: Benchmark, texts: list[str]) -> None:
    """Cut these into tokens with their senses."""
    pieces = list(numbered(texts, LEXICON))
    run(benchmark, lambda: [tokens_of(piece, LEXICON) for piece in pieces], lambda: ())


@pytest.mark.parametrize("index", range(len(STEPS)), ids=[step.__name__ for step in STEPS])
def test_step(benchmark: Benchmark, texts: list[str], index: int) -> None:
    """Take all sentences through one step."""

    def before() -> tuple[Any, ...]:
        cut = tokenised(texts)
        return STEPS[index], cut, stepped(cut, STEPS[:index])

    run(benchmark, apply, before)


def test_build(benchmark: Benchmark, texts: list[str]) -> None:
    """Make the records."""

    def before() -> tuple[Any, ...]:
        found = (one for some in stepped(tokenised(texts), STEPS) for one in some)
        return ([one for one in found if one.skipped is None],)

    run(benchmark, lambda found: [build(one, LEXICON, POLICY) for one in found], before)
