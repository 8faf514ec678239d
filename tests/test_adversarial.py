"""Hostile texts: any `str` is read without an exception, and the work grows no faster than the text.

Work is counted in executed lines and calls, function by function, not in seconds: a loaded machine changes
nothing, and one function that starts over at every number is seen even where the others do most of the work.
What happens inside one call of a C function, a search by a regular expression say, is not seen here: for that
`make bench ARGS=--adversarial` times the same texts at larger sizes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from figures import extract_figures

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.speed.hostile import CASES, Hostile  # the folder above comes first

TWICE_AT_MOST = 2.3
FEW = 300  # fewer steps than this on the larger text say nothing
PIECES = 60

FULL_SIZE = {
    "a megabyte of digits": lambda: "1234567890" * 100_000,
    "digit and comma": lambda: "1," * 100_000,
    "million": lambda: "million " * 100_000,
    "one line without a stop": lambda: "the flood took houses and left mud " * 28_000 + "12 people",
    "open brackets": lambda: "(" * 1_000_000 + "12",
    "hyphens": lambda: "-" * 1_000_000 + "12",
    "quotes": lambda: '"' * 1_000_000 + "12",
    "cues": lambda: "at least " * 50_000 + "12",
    "between": lambda: "between " * 50_000 + "3 and 5",
    "number words without spaces": lambda: "onetwothreehundredthousand" * 20_000,
    "number words with spaces": lambda: "two hundred and " * 20_000,
    "lone surrogates": lambda: "\ud800\udc00\udfff" * 100_000,
    "NUL": lambda: "\x00" * 1_000_000,
    "capital I with dot": lambda: "\u0130" * 100_000 + " 12 people died",
    "spaces": lambda: "12" + " " * 1_000_000 + "people",
    "runs of spaces": lambda: ("12" + " " * 1_600) * 20,
    "line breaks": lambda: "12" + "\n" * 1_000_000 + "people",
    "one word": lambda: "12 " + "a" * 1_000_000,
    "combining marks": lambda: "12" + "\u0301" * 1_000_000,
}


def count_steps(work: Callable[[], object]) -> dict[str, int]:
    """Return how many lines, calls and calls of C functions `work` executes in each Python function."""
    steps: dict[int, int] = defaultdict(int)
    codes: dict[int, CodeType] = {}

    def trace(frame: FrameType, event: str, _arg: Any) -> Any:
        code = frame.f_code
        if event == "call":
            codes[id(code)] = code
        steps[id(code)] += 1
        return trace

    def profile(frame: FrameType, event: str, _arg: Any) -> None:
        if event == "c_call":
            steps[id(frame.f_code)] += 1

    before_trace, before_profile = sys.gettrace(), sys.getprofile()
    sys.settrace(trace)
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(before_profile)
        sys.settrace(before_trace)
    named = ((code, steps[key]) for key, code in codes.items())
    return {f"{Path(code.co_filename).name}:{code.co_qualname}:{code.co_firstlineno}": n for code, n in named}


def grown(once: Callable[[], object], twice: Callable[[], object]) -> list[str]:
    """Name the functions that take over 2.3 times the steps in `twice`, and `all` if the sum does."""
    small, large = count_steps(once), count_steps(twice)
    small["all"], large["all"] = sum(small.values()), sum(large.values())
    return [
        f"{name}: {small.get(name, 0):,} steps, then {steps:,}"
        for name, steps in large.items()
        if steps > max(TWICE_AT_MOST * small.get(name, 0), FEW)
    ]


def check_spans(text: str) -> int:
    """Extract, check what holds for the figures of any text, and return how many there are."""
    figures = extract_figures(text)
    end = 0
    for figure in figures:
        number = figure.spans.number
        assert text[figure.start : figure.end] == figure.text
        assert end <= number.start < number.end <= len(text)
        end = number.end
    return len(figures)


def test_the_counter_tells_quadratic_work():
    def quadratic(size):
        return [one + other for one in range(size) for other in range(size)]

    def linear(size):
        return [abs(one) for one in range(size)]

    assert any("quadratic" in name for name in grown(lambda: quadratic(100), lambda: quadratic(200)))
    assert not grown(lambda: linear(1000), lambda: linear(2000))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_work_is_linear(case: Hostile):
    once, twice = case.text(PIECES), case.text(2 * PIECES)
    check_spans(once)  # what is cached for good is cached now
    check_spans(twice)
    assert not grown(lambda: extract_figures(once), lambda: extract_figures(twice))


@pytest.mark.parametrize("name", FULL_SIZE)
def test_full_size(name: str):
    check_spans(FULL_SIZE[name]())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_longer_than_any_window(case: Hostile):
    check_spans(case.sized(2_000))
