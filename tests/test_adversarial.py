"""Hostile texts: any `str` is read without an exception, and the work grows no faster than the text.

Work is counted in executed lines and in calls of Python and C functions, not in seconds, so a loaded machine
changes nothing. The same texts are timed at full size by `python benchmarks/speed.py --adversarial`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from figures import extract_figures

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.hostile import CASES, Hostile  # the folder above comes first

TWICE_AT_MOST = 2.3
PIECES = 120

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
    "line breaks": lambda: "12" + "\n" * 1_000_000 + "people",
    "one word": lambda: "12 " + "a" * 1_000_000,
    "combining marks": lambda: "12" + "\u0301" * 1_000_000,
}


def count_steps(work: Callable[[], object]) -> int:
    """Return how many lines, Python calls and C calls `work` executes."""
    steps = 0

    def trace(_frame: FrameType, _event: str, _arg: Any) -> Any:
        nonlocal steps
        steps += 1
        return trace

    def profile(_frame: FrameType, event: str, _arg: Any) -> None:
        nonlocal steps
        steps += event == "c_call"

    before_trace, before_profile = sys.gettrace(), sys.getprofile()
    sys.settrace(trace)
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(before_profile)
        sys.settrace(before_trace)
    return steps


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


def test_the_counter_sees_quadratic_work() -> None:
    """Work that starts over at every item is told from work that does not."""

    def quadratic(size: int) -> list[int]:
        return [item for item in range(size) if item not in [other for other in range(item)]]  # noqa: C416

    def linear(size: int) -> list[int]:
        return [item for item in range(size) if item % 2]

    for work, low, high in ((quadratic, 3.5, 4.5), (linear, 1.5, 2.1)):
        ratio = count_steps(lambda: work(200)) / count_steps(lambda: work(100))  # noqa: B023
        assert low < ratio < high, work.__name__


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_work_is_linear(case: Hostile) -> None:
    """Twice the text takes at most 2.3 times the steps."""
    once, twice = case.text(PIECES), case.text(2 * PIECES)
    check_spans(once)
    check_spans(twice)
    small = count_steps(lambda: extract_figures(once))
    large = count_steps(lambda: extract_figures(twice))
    assert large <= TWICE_AT_MOST * small, f"{small:,} steps, then {large:,} on twice the text"


@pytest.mark.parametrize("name", FULL_SIZE)
def test_full_size(name: str) -> None:
    """A large hostile text is read to its end."""
    check_spans(FULL_SIZE[name]())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_many_pieces(case: Hostile) -> None:
    """Every hostile text is read at some length, too long for a window around one number."""
    check_spans(case.sized(3_000))
