"""Broken characters are put right in their place; spans and texts stay those of the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import Bound, extract_figures
from figures.repair import mend

BROKEN = st.text(
    st.sampled_from("ab 12,.oOlI-–\u00ad\u0093\u0094\u0096\u0080ÂâÃ€£°™œ\x9d“”¹²³ﬁﬄ\n") | st.characters(),
    max_size=60,
)


@given(BROKEN)
def test_mending_keeps_the_length(text):
    assert len(mend(text)) == len(text)


@given(BROKEN)
def test_clean_text_stays_as_it_is(text):
    plain = "".join(c for c in text if c.isascii())
    assert mend(plain) is plain


@given(BROKEN)
def test_figures_are_cut_from_the_text_as_given(text):
    text = f"At least 30 people {text} 1O,000 houses"
    for figure in extract_figures(text):
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("\x93At least 30\x94 people died", 30, Bound.AT_LEAST),
        ("10\x9612 people died", 11, Bound.RANGE),
        ("\x805m was given", 5_000_000, Bound.EXACT),
        ("1,200 peo\u00adple died", 1200, Bound.EXACT),
        ("We donâ€™t know: 40 people died", 40, Bound.EXACT),
        ("40Â\u00a0people died", 40, Bound.EXACT),
    ],
)
def test_residue_of_encodings(text, value, bound):
    (figure,) = extract_figures(text)
    assert (figure.value, figure.hedge.bound) == (value, bound)
    assert text[figure.start : figure.end] == figure.text
