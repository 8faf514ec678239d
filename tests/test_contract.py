"""The public contract: what goes in, what comes out, and what is refused with which words."""

from __future__ import annotations

import copy
import inspect
import json
import operator
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

import figures
from figures import (
    Bound,
    Category,
    Certainty,
    Cue,
    Extractor,
    Figure,
    Figures,
    FiguresError,
    Hedge,
    Lexicon,
    LexiconError,
    Span,
    Spans,
    Unit,
    UnitConversionError,
    UnknownCategoryError,
    UnsupportedLanguageError,
    explain,
    extract_figures,
    extract_many,
)

TOLL = "At least 12 people were killed and 30 wounded."
FLED = "About 8,000 people went back home; roughly 45,000 remain displaced."


def only(text: str, **options) -> Figure:
    found = Extractor(**options).extract(text)
    assert len(found) == 1, [str(figure) for figure in found]
    return found[0]


def ends(figure: Figure) -> tuple:
    return figure.value, figure.low, figure.high


# Figures and their fields


def test_every_field_of_a_figure():
    first, second = extract_figures(TOLL)
    assert first == Figure(
        text="At least 12 people",
        start=0,
        end=18,
        value=12,
        low=12,
        high=None,
        unit=Unit(id="person", kind="count", text="people"),
        category=Category("people.killed"),
        who=(),
        hedge=Hedge(
            bound=Bound.AT_LEAST,
            strict=False,
            certainty=Certainty.ASSERTED,
            level=2,
            cues=(Cue(text="At least", span=Span(0, 8), cue_class="at_least"),),
        ),
        spans=Spans(number=Span(9, 11), unit=Span(12, 18), trigger=Span(24, 30)),
    )
    assert second == Figure(
        text="30",
        start=35,
        end=37,
        value=30,
        low=30,
        high=30,
        unit=Unit(id="person", kind="count", implied=True),
        category=Category("people.injured"),
        spans=Spans(number=Span(35, 37), unit=Span(12, 18), trigger=Span(38, 45)),
    )


#: sentence, text, (value, low, high), "unit kind category who", "bound certainty level"
READINGS = [
    (
        "More than 350 square miles were recaptured.",
        "More than 350 square miles",
        (350, 350, None),
        "square_mile physical area.territory -",
        "at_least strict asserted 2",
    ),
    (
        "The appeal seeks US$ 2.5 to 3 million.",
        "US$ 2.5 to 3 million",
        (2_750_000, 2_500_000, 3_000_000),
        "USD currency funding.required -",
        "range asserted 2",
    ),
    (
        "45% of people need food.",
        "45% of people",
        (45, 45, 45),
        "percent ratio people.food_insecure -",
        "exact asserted 0",
    ),
    (
        "Fewer than 20 children were injured, doctors said.",
        "Fewer than 20 children",
        (20, None, 20),
        "person count people.injured child",
        "at_most strict attributed 2",
    ),
    (
        "Dozens of homes burned.",
        "Dozens of homes",
        (24, 24, 99),
        "house count assets.destroyed -",
        "vague asserted 4",
    ),
    (
        "Reportedly 15 tonnes of rice were delivered.",
        "15 tonnes",
        (15, 15, 15),
        "tonne physical aid.delivered -",
        "exact reported 2",
    ),
    (
        "The siege lasted nearly three weeks.",
        "nearly three weeks",
        (3, 2.7, 3),
        "week time measure.duration -",
        "approximate asserted 2",
    ),
    (
        "No casualties were recorded.",
        "No casualties",
        (0, 0, 0),
        "person count people.casualties -",
        "exact asserted 0",
    ),
    (
        "Between four hundred and six hundred families fled.",
        "Between four hundred and six hundred families",
        (500, 400, 600),
        "household count people.displaced -",
        "range asserted 2",
    ),
    (
        "IDPs: 14,200",
        "IDPs: 14,200",
        (14_200, 14_200, 14_200),
        "person count people.displaced idp",
        "exact asserted 0",
    ),
    (
        "It gave at least $6 million.",
        "at least $6 million",
        (6_000_000, 6_000_000, None),
        "USD currency funding.received -",
        "at_least asserted 2",
    ),
    (
        "An estimated 400 rebels hold the town.",
        "An estimated 400 rebels",
        (400, 360, 440),
        "person count combatants.strength combatant",
        "approximate estimated 3",
    ),
]


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading[0])
def test_readings(reading):
    sentence, text, numbers, what, hedge = reading
    figure = only(sentence)
    strict = ["strict"] if figure.hedge.strict else []
    assert (figure.text, ends(figure)) == (text, numbers)
    assert [figure.unit.id, figure.unit.kind, figure.category, ",".join(figure.who) or "-"] == what.split()
    got = [figure.hedge.bound, *strict, figure.hedge.certainty, str(figure.hedge.level)]
    assert got == hedge.split()
    assert [type(number) for number in ends(figure)] == [type(number) for number in numbers]


def test_units_tell_text_implied_and_denominator():
    (kit,) = extract_figures("Every household got 20 kg of rice.")
    assert kit.unit == Unit(id="kilogram", kind="physical", text="kg", per="household")
    assert str(kit.unit) == "kilogram/household"
    assert [f.unit.id for f in extract_figures("It holds 5 pounds of rice.")] == ["pound"]
    assert [f.unit.kind for f in extract_figures("It cost 5 pounds.")] == ["currency"]
    (unknown,) = extract_figures("The answer is 4,200.")
    assert (unknown.unit.id, unknown.unit.kind, unknown.unit.text) == ("unknown", "count", None)


def test_links():
    total, part = extract_figures("26 people died, including 9 children.")
    assert (part.subset_of, part.same_as, total.subset_of) == (total.spans.number, None, None)
    families, people = extract_figures("310 families (1,900 people) were displaced.")
    assert (people.same_as, people.subset_of, families.same_as) == (families.spans.number, None, None)
    text = "26 people died, including 9 children, and 9 houses burned."
    assert list(extract_figures(text, categories=["people"])) == list(extract_figures(text))[:2]
    text = "310 families (1,900 people) were displaced, 12 killed."
    assert list(extract_figures(text, categories=["people.displaced"])) == list(extract_figures(text))[:2]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FLED, "About 8,000 people · people.returned · 8000 person · approximate [7200, 8800] · level 2"),
        (
            "Up to 500 may be buried.",
            "Up to 500 · people.trapped · 500 person · at_most [-∞, 500] · projected · level 4",
        ),
        (
            "Over 9 children died.",
            "Over 9 children · people.killed · 9 person · at_least (9, ∞) · who child · level 2",
        ),
        ("9\nchildren\ndied.", "9 children · people.killed · 9 person · exact · who child · level 0"),
    ],
)
def test_a_figure_is_one_line(text, line):
    assert str(extract_figures(text)[0]) == line


def test_figures_sort_by_their_start():
    found = extract_figures(FLED)
    assert sorted((found[1], found[0]), key=operator.attrgetter("start")) == list(found)
    with pytest.raises(TypeError):
        sorted(found)  # no order of its own: which field should it be


# Values: immutable, hashable, comparable


FIGURE = extract_figures("Over 9 children died.")[0]
VALUES = [
    FIGURE,
    FIGURE.hedge,
    FIGURE.hedge.cues[0],
    FIGURE.unit,
    FIGURE.spans,
    FIGURE.spans.number,
    FIGURE.category,
]


@pytest.mark.parametrize(
    "value", [*VALUES, extract_figures(TOLL), Extractor()], ids=lambda value: type(value).__name__
)
def test_records_are_immutable(value):
    value = copy.deepcopy(value)  # what can be deleted from a category would be gone for all tests
    names = [*(field.name for field in attrs.fields(type(value)))] if attrs.has(type(value)) else []
    before = hash(value)
    for name in [*names, *getattr(value, "_fields", ()), "bundles", "source", "new_name"]:
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)
    assert hash(value) == before


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_records_are_equal_by_their_fields(value):
    again = copy.deepcopy(value)
    assert (again, hash(again)) == (value, hash(value))
    assert copy.copy(value) == value
    assert len({value, again}) == 1


@pytest.mark.parametrize(
    "value", [v for v in VALUES if attrs.has(type(v))], ids=lambda value: type(value).__name__
)
def test_records_differ_when_a_field_does(value):
    for field in attrs.fields(type(value)):
        assert attrs.evolve(value, **{field.name: "another"}) != value
        assert field.kw_only
    assert not hasattr(value, "__dict__")
    with pytest.raises(TypeError):
        type(value)("by position")


def test_figures_are_a_tuple_with_a_source():
    found = extract_figures(TOLL)
    assert isinstance(found, tuple)
    assert (found.source, len(found), found == tuple(found), hash(found)) == (
        TOLL,
        2,
        True,
        hash(tuple(found)),
    )
    assert found != extract_figures(FLED)
    with pytest.raises(TypeError):
        found[0] = found[1]
    assert Figures() == ()
    assert copy.deepcopy(found).source == TOLL


def test_spans_are_half_open_and_named():
    span = Span(3, 5)
    assert (span.start, span.end, span) == (3, 5, (3, 5))
    assert "0123456"[slice(*span)] == "34"


def test_categories_are_strings_with_codes():
    killed = FIGURE.category
    assert killed == "people.killed"
    assert hash(killed) == hash("people.killed")
    assert f"{killed}" == str(killed) == killed.id == "people.killed"
    assert type(str(killed)) is type(killed.id) is str
    assert {"people.killed": 1}[killed] == 1
    assert json.dumps(killed) == '"people.killed"'
    assert (killed.family, killed.parent, killed.bundles) == ("people", None, ("casualties",))
    assert killed.hxl.startswith("#affected")
    assert "DEATHS" in killed.helix
    assert "KILL" in killed.gdelt
    assert Category("other").family == "other"
    plain = Category("my.own")
    assert (plain.bundles, plain.hxl, plain.helix, plain.gdelt, plain.parent) == ((), None, (), (), None)


def test_the_enums_hold_the_words_of_the_contract():
    assert [*Bound] == ["exact", "approximate", "at_least", "at_most", "range", "vague"]
    assert [*Certainty] == [
        "asserted", "attributed", "reported", "estimated", "unconfirmed", "projected", "disputed",
    ]  # fmt: skip


# What goes in


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\ud800", "\udfff12\ud800", " ", "\n\n\n", "\r", "\u2028", "\ufeff12 people", "𝟏𝟐 people"],
)
def test_any_str_is_accepted(text):
    found = extract_figures(text)
    assert found.source == text
    assert tuple(Extractor().iter(text)) == found == explain(text).replay()


class Shout(str):
    __slots__ = ()


def test_a_subclass_of_str_is_a_text():
    assert extract_figures(Shout(TOLL)) == extract_figures(TOLL)


@pytest.mark.parametrize("text", [None, b"12 people", 12, ["12 people"], 1.5])
@pytest.mark.parametrize(
    "call",
    [extract_figures, explain, Extractor().extract, Extractor().iter, Extractor().explain],
    ids=lambda call: call.__qualname__,
)
def test_anything_else_is_a_type_error(call, text):
    with pytest.raises(TypeError, match=f"text must be a str, not {type(text).__name__}"):
        call(text)


def test_text_is_the_only_argument_without_a_name():
    with pytest.raises(TypeError):
        extract_figures(TOLL, "en")
    assert list(inspect.signature(extract_figures).parameters) == ["text", "lang", "categories"]
    assert list(inspect.signature(extract_many).parameters) == ["texts", "workers", "on_error"]
    assert list(inspect.signature(Extractor).parameters) == [
        "lexicon",
        "lang",
        "approx",
        "vague",
        "household_size",
    ]


def test_the_public_names():
    assert set(figures.__all__) <= set(dir(figures))
    assert len(figures.__all__) == len(set(figures.__all__))


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["people.killed"], [12]),
        (["people"], [12, 30]),
        (["casualties"], [12, 30]),
        (["assets", "people.injured"], [30, 4]),
        (["damage"], [4]),
        ({"people.killed", "people.injured"}, [12, 30]),
        ((name for name in ["assets"]), [4]),
        (["other"], []),
        ([], []),
        (None, [12, 30, 4]),
        ([Category("people.killed")], [12]),
    ],
)
def test_categories_filter_by_leaf_family_or_bundle(names, kept):
    text = "At least 12 people were killed and 30 wounded. 4 houses were destroyed."
    assert [figure.value for figure in extract_figures(text, categories=names)] == kept


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("people.kiled", "people.killed"),
        ("peple", "people"),
        ("casualtys", "casualties"),
        ("people.displacd", "people.displaced"),
    ],
)
def test_an_unknown_category_names_the_nearest(name, near):
    for call in (extract_figures, Extractor().extract, lambda *a, **k: list(Extractor().iter(*a, **k))):
        with pytest.raises(UnknownCategoryError) as caught:
            call("12 people", categories=["people", name])
        assert repr(name) in str(caught.value)
        assert repr(near) in str(caught.value)


def test_an_unknown_category_far_from_all_is_an_error_too():
    with pytest.raises(UnknownCategoryError, match="'xyzzyxyzzy'"):
        extract_figures("", categories=["xyzzyxyzzy"])


@pytest.mark.parametrize("lang", ["xx", "english", "EN", "", "../en", "en/"])
def test_an_unknown_language_is_an_error(lang):
    for call in (
        lambda: extract_figures("12", lang=lang),
        lambda: explain("12", lang=lang),
        lambda: Lexicon.builtin(lang),
    ):
        with pytest.raises(UnsupportedLanguageError, match="language") as caught:
            call()
        assert repr(lang) in str(caught.value)
        assert "en" in str(caught.value)


@pytest.mark.parametrize(
    "error", [UnknownCategoryError, UnsupportedLanguageError, LexiconError, UnitConversionError]
)
def test_errors_have_one_base(error):
    assert issubclass(error, FiguresError)
    assert issubclass(FiguresError, Exception)


# Numbers


@pytest.mark.parametrize("digits", ["9" * 31, "1" + "0" * 31, "1" + ",000" * 11, "9" * 100_000, "1e31"])
def test_numbers_above_the_largest_are_skipped_with_a_reason(digits):
    account = explain(f"It took {digits} people.")
    assert account.replay() == ()
    if "e" not in digits:
        assert [number.reason for number in account.skipped] == ["too_large"]


def test_the_largest_number():
    assert only(f"{10**30} people fled").value == 10**30


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.3 million people fled", 2_300_000),
        ("1.1 million people fled", 1_100_000),
        ("0.29 million people fled", 290_000),
        ("2.5 people per room", 2.5),
        ("8.2 billion people", 8_200_000_000),
        ("4.35 million people", 4_350_000),
        ("1,001 people", 1001),
        ("12.0 km", 12),
    ],
)
def test_values_are_exact(text, value):
    figure = only(text)
    assert (figure.value, type(figure.value)) == (value, type(value))


# Options


@pytest.mark.parametrize(
    ("text", "approx", "expected"),
    [
        ("about 7,000 people", 0.10, (7000, 6300, 7700)),
        ("about 7 people", 0.10, (7, 6, 8)),  # counted things: ends are rounded outward
        ("about 7 km", 0.10, (7, 6.3, 7.7)),
        ("about 0.7 km", 0.10, (0.7, 0.63, 0.77)),
        ("about 100 people", 0.2, (100, 80, 120)),
        ("about 100 people", 0, (100, 100, 100)),
        ("about 69,000 people", 0.01, (69000, 68310, 69690)),
        ("about 1.1 million people", 0.05, (1_100_000, 1_045_000, 1_155_000)),
        ("nearly 300 people", 0.10, (300, 270, 300)),
        ("nearly 300 people", 0.25, (300, 225, 300)),
        ("on the order of 100 people", 0.10, (100, 50, 500)),
        ("on the order of 1.2 km", 0.10, (1.2, 0.6, 6)),
        ("0.5 to 1.5 km", 0.10, (1, 0.5, 1.5)),
        ("1.5 to 3 km", 0.10, (2.25, 1.5, 3)),
        ("100 people", 0.2, (100, 100, 100)),
        ("at least 100 people", 0.2, (100, 100, None)),
        ("up to 100 people", 0.2, (100, None, 100)),
    ],
)
def test_intervals(text, approx, expected):
    figure = only(text, approx=approx)
    assert ends(figure) == expected
    assert [type(number) for number in ends(figure)] == [type(number) for number in expected]


@pytest.mark.parametrize(
    ("words", "values", "high"),
    [
        ("Dozens", (24, 12, 55), 99),
        ("Scores", (40, 20, 55), 99),
        ("Hundreds", (200, 100, 550), 999),
        ("Thousands", (2000, 1000, 5500), 9999),
        ("Tens of thousands", (20_000, 10_000, 55_000), 99_999),
        ("Hundreds of thousands", (200_000, 100_000, 550_000), 999_999),
        ("Millions", (2_000_000, 1_000_000, 5_500_000), 9_999_999),
    ],
)
def test_vague_policies_change_the_value(words, values, high):
    text = f"{words} of people fled."
    low = values[0]
    assert only(text) == only(text, vague="emdat")
    for policy, value in zip(("emdat", "acled", "idetect"), values, strict=True):
        assert ends(only(text, vague=policy)) == (value, min(low, value), high)
    assert ends(only(text, vague="none")) == (None, low, high)
    assert {only(text, vague=policy).hedge.level for policy in ("emdat", "acled", "idetect", "none")} == {4}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"approx": -0.1}, "approx"),
        ({"approx": 1}, "approx"),
        ({"approx": float("nan")}, "approx"),
        ({"approx": "0.1"}, "approx"),
        ({"vague": "emdatt"}, "vague.*emdat"),
        ({"vague": None}, "vague"),
        ({"household_size": 0}, "household_size"),
        ({"household_size": -5}, "household_size"),
        ({"household_size": (6, 4)}, "household_size"),
        ({"household_size": (4, 5, 6)}, "household_size"),
        ({"household_size": float("inf")}, "household_size"),
        ({"household_size": "5"}, "household_size"),
        ({"household_size": True}, "household_size"),
        ({"lexicon": "en"}, "lexicon"),
        ({"lang": "xx"}, "language"),
    ],
)
def test_options_that_make_no_sense_are_refused(options, says):
    with pytest.raises((ValueError, TypeError), match=f"(?s){says}") as caught:
        Extractor(**options)
    (value,) = options.values()
    assert repr(value) in str(caught.value) or type(value).__name__ in str(caught.value)


def test_extractors_are_values():
    assert Extractor() == Extractor(approx=0.1)
    assert Extractor(approx=0.2) != Extractor()
    assert hash(Extractor(household_size=(4, 5))) == hash(Extractor(household_size=(4, 5)))
    assert Extractor(Lexicon.builtin("en")) == Extractor()


# Units


def test_quantity_is_a_pint_quantity():
    assert f"{only('270 square miles').quantity:~}" == "270 mi ** 2"
    assert only("two weeks").quantity.to("day").magnitude == 14


@pytest.mark.parametrize(
    "text", ["12 people", "$5 million", "40 percent", "half of them", "12 families", "a 6.4-magnitude quake"]
)
def test_what_is_no_measure_has_no_quantity(text):
    figure = extract_figures(text)[0]
    with pytest.raises(UnitConversionError, match=figure.unit.id):
        figure.quantity  # noqa: B018 - the property refuses
    with pytest.raises(UnitConversionError, match=figure.unit.id):
        figure.to("meter")


def test_to_converts_the_interval_and_keeps_the_rest():
    figure = only("about 270 square miles")
    there = figure.to("square_kilometer")
    assert ends(there) == pytest.approx((699.29678979072, 629.367110811648, 769.226468769792))
    assert there.unit.id == "square_kilometer"
    assert there.unit.kind == "physical"
    same = ("text", "start", "end", "category", "who", "hedge", "spans", "subset_of", "same_as")
    assert [getattr(there, name) for name in same] == [getattr(figure, name) for name in same]
    assert ends(figure) == (270, 243, 297)
    assert figure.to("km²") == there
    assert ends(figure.to("km**2")) == ends(there)
    assert ends(only("more than 5 tonnes").to("kilogram")) == (5000, 5000, None)
    assert ends(only("up to 5 tonnes").to("kilogram")) == (5000, None, 5000)
    assert extract_figures("Every household got 20 kg of rice.")[0].to("tonne").unit.per == "household"


@pytest.mark.parametrize(
    ("unit", "says"), [("kilogram", "kilogram"), ("zorb", "zorb"), ("kilometr", "kilometer"), ("USD", "USD")]
)
def test_a_wrong_target_is_named(unit, says):
    with pytest.raises(UnitConversionError, match=says):
        only("270 square miles" if unit != "kilometr" else "270 miles").to(unit)


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("20 families fled", 5, (100, 100, 100)),
        ("20 families fled", (4, 6), (100, 80, 120)),
        ("33 families fled", 4.5, (149, 148, 149)),  # half up, ends outward
        ("about 33 families fled", (4.5, 5.5), (165, 130, 204)),
        ("at least 20 families fled", (4, 6), (100, 80, None)),
        ("up to 20 families fled", (4, 6), (100, None, 120)),
        ("10 to 20 families fled", 5, (75, 50, 100)),
        ("dozens of families fled", 4, (96, 96, 396)),
        ("no families fled", 5, (0, 0, 0)),
    ],
)
def test_households_become_persons(text, size, expected):
    families = only(text)
    people = families.to_persons(size)
    assert ends(people) == expected
    assert all(number is None or type(number) is int for number in ends(people))
    assert (people.unit.id, people.unit.kind, people.text, people.spans) == (
        "person",
        "count",
        families.text,
        families.spans,
    )
    assert only(text, household_size=size) == people
    assert Extractor(household_size=size).explain(text).replay()[0] == people


def test_only_households_become_persons():
    assert (
        only("12 people fled").to_persons(5)
        == only("12 people fled", household_size=5)
        == only("12 people fled")
    )
    with pytest.raises(UnitConversionError, match="house"):
        only("12 houses burned").to_persons(5)
    for size in (0, -1, (6, 4), "5", None, float("nan")):
        with pytest.raises(UnitConversionError, match="household_size"):
            only("12 families fled").to_persons(size)


# JSON


def test_as_dict_is_plain_and_versioned():
    data = FIGURE.as_dict()
    assert data["schema_version"] == 1
    assert json.loads(json.dumps(data)) == data
    assert list(data)[1:] == [field.name for field in attrs.fields(Figure)]
    assert Figure.from_dict(data) == FIGURE


def test_an_unregistered_category_is_kept():
    figure = Figure.from_dict({**FIGURE.as_dict(), "category": "my.own"})
    assert (figure.category, figure.category.family, figure.category.hxl) == ("my.own", "my", None)
    assert isinstance(figure.category, Category)
    assert Figure.from_dict(figure.as_dict()) == figure


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"schema_version": 2}, "2"),
        ({"schema_version": None}, "None"),
        ({"hedge": {}}, "bound"),
        ({"hedge": {**FIGURE.as_dict()["hedge"], "bound": "at_lest"}}, "at_lest"),
        ({"spans": None}, "spans|NoneType"),
        ({"unit": {"id": "person", "sort": "count"}}, "sort"),
    ],
)
def test_broken_data_is_refused(change, says):
    with pytest.raises(FiguresError, match=says):
        Figure.from_dict({**FIGURE.as_dict(), **change})
    missing = FIGURE.as_dict()
    del missing["low"]
    with pytest.raises(FiguresError, match="low"):
        Figure.from_dict(missing)


# Rows, totals, notebooks


COLUMNS = [
    "doc_id", "start", "end", "text", "value", "low", "high", "unit", "unit_kind", "unit_text",
    "unit_implied", "category", "family", "who", "bound", "certainty", "hedge_level", "cues",
    "number_start", "number_end", "trigger", "subset_of", "same_as", "lang",
]  # fmt: skip


def test_rows_are_flat_dicts():
    text = "At least 26 people died, including 9 children. 310 families (1,900 people) fled."
    found = extract_figures(text)
    rows = found.rows()
    assert [list(row) for row in rows] == [COLUMNS] * 4
    first, second, _, fourth = rows
    expected = {
        "doc_id": None,
        "start": 0,
        "end": 18,
        "text": "At least 26 people",
        "value": 26,
        "low": 26,
        "high": None,
        "unit": "person",
        "unit_kind": "count",
        "unit_text": "people",
        "unit_implied": False,
        "category": "people.killed",
        "family": "people",
        "who": [],
        "bound": "at_least",
        "certainty": "asserted",
        "hedge_level": 2,
        "cues": [{"text": "At least", "class": "at_least", "start": 0, "end": 8}],
        "number_start": 9,
        "number_end": 11,
        "trigger": "died",
        "subset_of": None,
        "same_as": None,
        "lang": "en",
    }
    assert first == expected
    assert (second["subset_of"], second["who"], fourth["same_as"]) == (0, ["child"], 2)
    assert all(type(row[name]) is str for row in rows for name in ("unit", "category", "bound", "certainty"))
    assert json.loads(json.dumps(rows)) == rows
    assert extract_figures("").rows() == []


def test_links_of_rows_survive_a_filter():
    text = "26 people died, including 9 children, and 9 houses burned."
    rows = extract_figures(text, categories=["people"]).rows()
    assert [row["subset_of"] for row in rows] == [None, 0]


def test_totals_leave_out_parts_restatements_and_vague_values():
    text = (
        "26 people died, including 9 children. At least 9 people died. "
        "310 families (1,900 people) were displaced. "
        "Dozens of houses burned. 4 houses burned. About 100 houses burned."
    )
    totals = extract_figures(text).totals()
    assert totals["people.killed"]["person"] == {"count": 2, "value": 35, "low": 35, "high": None}
    assert totals["people.displaced"] == {"household": {"count": 1, "value": 310, "low": 310, "high": 310}}
    assert totals["assets.destroyed"]["house"] == {"count": 2, "value": 104, "low": 94, "high": 114}
    assert extract_figures("").totals() == {}


def test_totals_are_exact():
    text = "0.1 km of road was lost. 0.2 km of road was lost."
    (total,) = (unit for by_unit in extract_figures(text).totals().values() for unit in by_unit.values())
    assert total["value"] == 0.3


def test_notebooks_get_escaped_html():
    text = 'At least 12 <script>alert("x")</script> people were killed & 30 "wounded\'.'
    page = extract_figures(text)._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "&amp; " in page
    assert "people.injured" in page
    label = '12 <b onmouseover="x">people</b>'
    figure = attrs.evolve(
        FIGURE,
        text=label,
        start=0,
        end=len(label),
        category=Category("<i>"),
        unit=Unit(id="<u>", kind="count"),
    )
    page = Figures([figure], source=label)._repr_html_()
    assert not any(tag in page for tag in ("<b ", "<i>", "<u>"))
    assert "onmouseover=&quot;" in page or 'onmouseover="' not in page
    assert "<div" in Figures()._repr_html_()


# Explanations


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("It happened on 12 May 2014.", "12", "date"),
        ("Resolution 1325 was passed.", "1325", "identifier"),
        ("The war began in 1995.", "1995", "year"),
        ("They met at 10:30.", "10:30", "time"),
        ("It was the 3rd attack.", "3", "ordinal"),
    ],
)
def test_skipped_numbers_tell_why(text, number, reason):
    account = explain(text)
    assert account.replay() == ()
    assert number in " ".join(skipped.text for skipped in account.skipped)
    assert any(reason in skipped.reason for skipped in account.skipped), [s.reason for s in account.skipped]
    assert "skipped" in str(account)


def test_kept_numbers_tell_how_they_were_categorised():
    killed, _ = explain(TOLL).kept
    assert killed.figure == extract_figures(TOLL)[0]
    assert killed.reason
    for words in ("people.killed", "At least", "at_least", killed.reason):
        assert words in str(killed)


def test_cues_that_lost_are_told():
    text = "Officials said at least 12 people were reportedly killed."
    (account,) = explain(text).kept
    assert account.figure.hedge.certainty == "reported"
    assert {"said", "reportedly", "at least"} <= {cue.text for cue in account.figure.hedge.cues}
    assert "said" in str(account)


def test_reasons_are_recorded_under_explain_only():
    figure = extract_figures(TOLL)[0]
    assert {field.name for field in attrs.fields(type(figure))}.isdisjoint({"reason", "notes", "rule"})


# Many texts: what is refused; the rest stands in test_many.py


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: extract_figures(TOLL, categories=3), TypeError, "categories.*int"),
        (lambda: extract_figures(TOLL, lang=["en"]), UnsupportedLanguageError, r"lang.*\['en'\]"),
        (lambda: explain(TOLL, lang=3), UnsupportedLanguageError, "lang.*3"),
        (lambda: Lexicon.builtin(["en"]), UnsupportedLanguageError, "lang"),
        (lambda: extract_figures("3 miles")[0].to(None), TypeError, "unit.*NoneType"),
        (lambda: Figure.from_dict([]), FiguresError, "as_dict.*list"),
        (lambda: extract_many(3), TypeError, "texts.*int"),
        (lambda: Lexicon.load(3), TypeError, "path"),
    ],
)
def test_arguments_of_a_wrong_type_are_named(call, error, says):
    with pytest.raises(error, match=f"(?i){says}"):
        call()


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"workers": 0}, ValueError, "workers.*0"),
        ({"workers": -1}, ValueError, "workers.*-1"),
        ({"workers": 1.5}, (ValueError, TypeError), "workers.*1.5"),
        ({"workers": True}, (ValueError, TypeError), "workers.*True"),
        ({"on_error": "ignore"}, ValueError, "on_error.*'ignore'"),
        ({"texts": TOLL}, TypeError, r"\[text\]"),
    ],
)
def test_wrong_arguments_are_refused_at_once(options, error, says):
    with pytest.raises(error, match=says):
        extract_many(**{"texts": [TOLL], **options})


# Lazy, thread-safe, light

TEXTS = [f"At least {number} people were killed and {number + 1} wounded." for number in range(2, 42)]


def test_iter_is_lazy_and_keeps_little():
    def peak(sentences: int) -> int:
        text = f"{TOLL} " * sentences
        extractor.extract(TOLL)
        tracemalloc.start()
        for _ in extractor.iter(text):
            pass
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    extractor = Extractor()
    few, many = peak(300), peak(1200)
    assert many - few < 3 * 900 * len(TOLL)  # the text itself, not a record of a kilobyte for each figure


def test_iter_begins_before_it_has_read_all():
    lazy = Extractor().iter(f"{TOLL}\n\n" * 50_000)
    assert [next(lazy).value, next(lazy).value] == [12, 30]


def test_threads_share_an_extractor():
    words = {"nouns": {"mine": {"class": "thing", "words": ["zorb"]}}}
    extractor = Extractor(
        Lexicon.builtin("en") | Lexicon.from_dict(words)
    )  # not compiled yet: all threads will try
    texts = [*TEXTS, "12 zorbs burned.", FLED] * 3
    with ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(lambda _: [extractor.extract(text) for text in texts], range(8)))
    expected = [extractor.extract(text) for text in texts]
    assert all(run == expected for run in runs)
    assert expected[40][0].unit.id == "zorb"


def test_import_is_light():
    heavy = ["pint", "pandas", "rich", "quantulum3", "polars", "pyarrow", "spacy", "hypothesis", "numpy"]
    code = (
        f"import sys, figures\nassert not set({heavy}) & set(sys.modules), 'import'\n"
        "found = figures.extract_figures('More than 270 square miles; 12 families (60 people).')\n"
        f"found.rows(), found.totals(), found._repr_html_(), str(found[0]), found[0].as_dict()\n"
        f"assert not set({heavy}) & set(sys.modules), 'use'\n"
        "found[0].to('km**2')\nassert 'pint' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
