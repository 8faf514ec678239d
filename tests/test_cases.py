"""Every line of the case files; known failures are strict, so that an accidental mend is noticed."""

from __future__ import annotations

import pytest
from caselines import FOLDER, Case, differences, read

from figures import extract_figures

_FILES = sorted((FOLDER / "en").glob("*.txt"))
_KNOWN = "known_failures"
CASES = [case for path in _FILES if path.stem != _KNOWN for case in read(path)]
KNOWN_FAILURES = [case for path in _FILES if path.stem == _KNOWN for case in read(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    found = extract_figures(case.text)
    assert differences(case, found) == []
    assert all(0 <= figure.start <= figure.spans.number.start < figure.end for figure in found)


@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: case.id)
def test_known_failure_still_fails(case: Case) -> None:
    """A known failure that passes moves to its file."""
    assert differences(case, extract_figures(case.text)) != []


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 600
