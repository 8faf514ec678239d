"""The compiled core finds what the pure one finds; run by `make compiled`, which has both."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from caselines import FOLDER, read
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import Extractor, tokens
from figures.strategies import figure_texts

PURE = os.environ.get("FIGURES_PURE_PYTHON")
pytestmark = pytest.mark.skipif(PURE is None, reason="one build alone: see `make compiled`")
EXTRACTOR = Extractor()
PURE_SIDE = """
import json, sys
from figures import Extractor, tokens

extractor = Extractor()
print(json.dumps(tokens.__file__), flush=True)
for line in sys.stdin:
    print(json.dumps([figure.as_dict() for figure in extractor.extract(json.loads(line))]), flush=True)
"""


@pytest.fixture(scope="module")
def pure():
    """Return what asks the pure build for the figures of a text."""
    started = subprocess.Popen(
        [PURE, "-c", PURE_SIDE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii"
    )
    assert Path(json.loads(started.stdout.readline())).suffix == ".py"

    def figures_of(text):
        started.stdin.write(json.dumps(text) + "\n")
        started.stdin.flush()
        return json.loads(started.stdout.readline())

    yield figures_of
    started.communicate()


def compiled(text):
    return json.loads(json.dumps([figure.as_dict() for figure in EXTRACTOR.extract(text)]))


def test_this_side_is_compiled():
    assert Path(tokens.__file__).suffix != ".py"


@pytest.mark.parametrize("file", sorted((FOLDER / "en").glob("*.txt")), ids=lambda file: file.stem)
def test_the_cases_give_the_same(pure, file):
    for text in {case.text for case in read(file)}:
        assert compiled(text) == pure(text)


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_any_text_gives_the_same(pure, text):
    assert compiled(text) == pure(text)


@given(st.lists(figure_texts(), max_size=4).map(lambda found: " ".join(text.text for text in found)))
@settings(max_examples=200)
def test_sentences_of_reports_give_the_same(pure, text):
    assert compiled(text) == pure(text)
