"""What is done for speed gives what the plain way gives: each shortcut beside its definition."""

from __future__ import annotations

import re
from itertools import pairwise

import attrs
import pytest
import regex
from caselines import FOLDER, read
from hypothesis import given
from hypothesis import strategies as st

from figures import (
    Bound,
    Cue,
    Extractor,
    Figure,
    Hedge,
    Lexicon,
    Span,
    Spans,
    categories,
    explain,
    extract_figures,
    extract_many,
    zero_and_one,
)
from figures.antecedents import place
from figures.blanks import blank
from figures.categories.classes import classes_of
from figures.clause import evidence
from figures.lexicon import compiled
from figures.pipeline import STEPS
from figures.presence import NONE_OF, Presence
from figures.skips import idioms
from figures.steps import skip
from figures.steps.numbers import numbers
from figures.tokens import Sentence, tokenise

LEXICON = Lexicon.builtin("en").compiled
WORDS = sorted(LEXICON.number_words)

ODD = ["Twelve", "TEN,", "٣", "３", "½", "é", "’one", "tenfold", "no", "İ", "\ud800", "ve", "ve people", "-"]
BEHIND = ["a", "an", "A", "another", "not", "single", "million", "third", "sixths", "half"]
fragments = st.sampled_from([*WORDS[::7], *ODD, *BEHIND])
prose = st.lists(st.one_of(fragments, st.text(max_size=6)), max_size=8).map(" ".join)


# Sentences with a number


def has_number(text, first=0, last=None):
    return Presence(text, LEXICON).within(first, len(text) if last is None else last)


@given(prose)
def test_a_number_is_seen_as_bytes_as_in_the_text(text):
    seen = has_number(text)
    found = run_steps(tokenise(text, 0, len(text), LEXICON))
    assert seen or all(number.skipped == "negation" for number in found), "a number is never overlooked"
    words = re.findall("[a-z]+", text.lower())
    if text.isascii() and not regex.search(r"\d", text):
        assert not seen or not LEXICON.number_words.isdisjoint(words), "nor seen where there is none"


def run_steps(sentence):
    candidates = []
    for step in STEPS:
        candidates = step(sentence, LEXICON, candidates)
    return candidates


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("The third attempt failed.", False),
        ("A third of the crop failed.", True),
        ("It cost the firm a million.", True),
        ("A million-dollar question.", True),
        ("Another thousand came.", True),
        ("Thousand upon thousand came.", False),
        ("Not a single shot was fired.", True),
        ("No single family fled.", True),
        ("Every single answer fits.", False),
        ("They've gone.", False),
        ("Some ve people went.", True),
        ("Half the town fled.", True),
        ("No new deaths were confirmed.", True),
        ("No aid convoys of the agency were hit.", True),
        ("There is no reason to doubt it.", False),
        ("No plans for another bridge were made.", False),
        ("There is no food here.", False),
        ("No destroyed house was seen.", True),
        ("No clinic was spared.", True),
        ("No reports of deaths came in.", True),
        ("Every “third” try failed.", False),
        ("A “third” of the crop failed.", True),
        ("No.", False),
    ],
)
def test_some_words_are_numbers_behind_others_only(text, seen):
    assert has_number(text) is seen


def test_only_the_part_asked_for_is_searched():
    text = "12 people and nobody else stayed, twelve left"
    assert not has_number(text, 3, 13)
    assert has_number(text, 0, 5)
    assert has_number(text, 33)


def test_a_long_block_is_searched_in_parts():
    text = "Nothing was counted there. " * 2000 + "Later 12 people fled."
    presence = Presence(text, LEXICON)
    assert presence.in_block(0, len(text))
    assert not any(presence.within(at, at + 27) for at in range(0, len(text) - 30, 27))
    assert presence.within(len(text) - 21, len(text))


def test_every_class_that_no_may_count_is_looked_for():
    assert zero_and_one.COUNTABLE <= NONE_OF


# Sentences of dates

MONTHS = ["May", "March", "june", "September", "December,", "March on"]
DAYS = ["1", "12", "31st", "2nd of", "45", "2014", "1995,", "2020.", "(3", "½", "٣", "1,200"]
NAMED = ["COVID-19", "COVID–19", "-19", "SARS-CoV-2"]
dates = st.lists(
    st.one_of(
        st.sampled_from([*MONTHS, *DAYS, *NAMED, "in", "In", "since", "people", "died", "-"]), fragments
    ),
    max_size=9,
).map(" ".join)


@given(dates)
def test_what_is_left_out_as_a_date_is_no_figure(text):
    assert explain(text).replay() == extract_figures(text)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The talks of 12 May 2019 failed.", True),
        ("The talks of 3rd of June failed.", True),
        ("The bridge was opened in March 1998 and closed in 2004.", True),
        ("A truce began on May 4, 2011.", True),
        ("Schools shut for COVID-19 on 9 April.", True),
        ("A (post-Covid–19) plan was drawn.", False),
        ("The Covid–19-hit coast waits.", True),
        ("COVID-19.5 is no name.", False),
        ("In May 12 people died.", False),
        ("On 14 June, 2000 people fled.", False),
        ("In 2014 people fled.", False),
        ("From 12-14 May they talked.", False),
        ("On 12 May they met twelve of them.", False),
        ("Hall 4 was shut on 2 June.", False),
    ],
)
def test_sentences_of_plain_dates(text, dated):
    assert Presence(text, LEXICON).may_count(0, len(text)) is not dated
    assert dated is False or not extract_figures(text)


# The margin behind a sentence


@given(prose.filter(str.strip))
def test_a_margin_of_blanks_surrounds_a_sentence(text):
    sentence = tokenise(text, 0, len(text), LEXICON)
    for beyond in (-8, -1, sentence.size, sentence.size + 7):
        assert sentence.lowers[beyond] == ""
        assert sentence.raw_at(beyond) == ""
        assert sentence.numbers[beyond] is None
        assert not sentence.words[beyond].telling
        assert not sentence.is_capital(beyond)
    assert not sentence.adjacent(0)
    assert not sentence.adjacent(sentence.size)


@given(prose.filter(str.strip))
def test_marked_tokens_are_those_that_may_open_or_commit(text):
    sentence: Sentence = tokenise(text, 0, len(text), LEXICON)
    words = sentence.words[: sentence.size]
    assert sentence.openers == [i for i, word in enumerate(words) if word.opens]
    assert sentence.cues == [i for i, word in enumerate(words) if word.certainty is not None]
    assert all(left < right for left, right in pairwise(sentence.starts[: sentence.size]))


# What is kept at hand


def test_a_text_of_names_does_not_fill_the_memory(monkeypatch):
    text = " ".join(f"12 xq{number:x}k left." for number in range(400))
    expected = extract_figures(text)
    monkeypatch.setattr(compiled, "_KEPT", 50)
    monkeypatch.setattr(evidence, "_KEPT", 5)
    fresh = Extractor(Lexicon.builtin("en") | Lexicon.from_dict({}))
    assert fresh.extract(text) == expected
    assert len(fresh.lexicon.compiled.senses) <= 50
    assert len(fresh.lexicon.compiled.said) <= 5


# Texts and sentences read together


@pytest.mark.parametrize("count", [1, 63, 64, 65, 200])
def test_sentences_read_together_are_read_as_alone(count):
    sentences = [f"At least {n} people fled, {n + 1} families among them." for n in range(2, 2 + count)]
    alone = [figure for sentence in sentences for figure in extract_figures(sentence)]
    together = extract_figures("\n\n".join(sentences))
    assert [f.text for f in together] == [f.text for f in alone]
    assert [(f.value, f.category, f.hedge.bound) for f in together] == [
        (f.value, f.category, f.hedge.bound) for f in alone
    ]


@given(st.lists(prose, max_size=5))
def test_texts_read_together_are_read_as_alone(texts):
    assert list(extract_many(texts)) == [extract_figures(text) for text in texts]


def test_more_texts_than_are_read_together_keep_their_order():
    texts = [f"{number} people fled." if number % 3 else "Nobody came." for number in range(300)]
    assert list(extract_many(texts)) == [extract_figures(text) for text in texts]


# Fewer rules for plain numbers


def skipped(sentence, judge):
    candidates = numbers(sentence, LEXICON, [])
    for found in candidates:
        if found.skipped is None:
            judge(found)
    return [found.skipped for found in candidates]


@pytest.mark.parametrize("file", sorted((FOLDER / "en").glob("*.txt")), ids=lambda file: file.stem)
def test_rules_that_are_not_asked_would_not_answer(file):
    for text in {case.text for case in read(file)}:
        sentence = tokenise(text, 0, len(text), LEXICON)

        def every_rule(found, sentence=sentence):
            rules = skip.RULES.get(found.kind, (idioms.idiom,))
            answers = (rule(sentence, LEXICON, found) for rule in rules)
            found.skipped = next((answer for answer in answers if answer is not None), None)

        plain = skipped(sentence, every_rule)
        sentence = tokenise(text, 0, len(text), LEXICON)
        assert skipped(sentence, lambda found, s=sentence: skip._judge(s, LEXICON, found)) == plain, text  # noqa: SLF001


@pytest.mark.parametrize("file", sorted((FOLDER / "en").glob("*.txt")), ids=lambda file: file.stem)
def test_category_rules_that_are_not_asked_would_not_answer(file):
    for text in {case.text for case in read(file)}:
        sentence, candidates = tokenise(text, 0, len(text), LEXICON), []
        for step in STEPS[:-1]:
            candidates = step(sentence, LEXICON, candidates)
        for found in candidates:
            if found.skipped is not None:
                continue
            place(sentence, found)
            kind, classes = found.unit_kind, classes_of(found, None)
            asked = categories.rules_for(kind, categories.features(sentence, LEXICON, found))
            for rule in categories.RULES_OF[kind]:
                if rule not in asked:
                    assert rule(sentence, LEXICON, found, classes) is None, (text, rule)


def test_every_rule_with_a_need_is_a_rule():
    assert set(categories.NEEDS) <= set(categories.RULES)


def test_a_phrase_of_your_own_may_begin_with_a_mark():
    mine = Lexicon.from_dict({"nouns": {"mine": {"class": "thing", "words": [", zorb", "( zorb", ". zorb"]}}})
    extractor = Extractor(Lexicon.builtin("en") | mine)
    for file in (FOLDER / "en").glob("*.txt"):
        for case in read(file):
            assert extractor.extract(case.text) == extract_figures(case.text)


# Records made from blanks


@pytest.mark.parametrize("record", [Figure, Spans, Hedge, Cue])
def test_a_blank_becomes_its_record(record):
    made = blank(record)()
    for number, field in enumerate(attrs.fields(record)):
        setattr(made, field.name, number)
    made.__class__ = record
    assert [getattr(made, field.name) for field in attrs.fields(record)] == list(
        range(len(attrs.fields(record)))
    )
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(made, attrs.fields(record)[0].name, 1)


def test_a_built_figure_equals_one_made_by_its_class():
    (figure,) = extract_figures("At least 12 people were killed, police said.")
    again = Figure(**{field.name: getattr(figure, field.name) for field in attrs.fields(Figure)})
    assert again == figure
    assert hash(again) == hash(figure)
    assert type(figure) is Figure
    assert type(figure.spans.number) is Span
    assert [type(cue) for cue in figure.hedge.cues] == [Cue, Cue]
    assert figure.hedge.bound is Bound.AT_LEAST
