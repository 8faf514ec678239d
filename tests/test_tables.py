"""Tables as text: where one begins and ends, and that every cell is read by its column head and by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import explain, extract_figures
from figures.tables import cells, find

#: A column head, the unit it gives, and the category.
HEADS = {
    "Deaths": ("person", "people.killed"),
    "Injured": ("person", "people.injured"),
    "Missing": ("person", "people.missing"),
    "Persons displaced": ("person", "people.displaced"),
    "HH affected": ("household", "people.affected"),
    "Houses destroyed": ("house", "assets.destroyed"),
    "Schools closed": ("school", "assets.disrupted"),
    "Cropland flooded (ha)": ("hectare", "livelihood.crops"),
    "Pledged (USD)": ("USD", "funding.received"),
    "Cases": ("person", "people.ill"),
}
PLACES = ("Aweil", "Bor", "Gogrial", "Kapoeta", "Nimule")


@st.composite
def tables(draw):
    """Return a table as text with the head and value of each of its numbers."""
    heads = draw(st.lists(st.sampled_from(sorted(HEADS)), min_size=2, max_size=6, unique=True))
    row = st.lists(st.integers(0, 99_999), min_size=len(heads), max_size=len(heads))
    rows = draw(st.lists(row, min_size=1, max_size=5))
    separator = draw(st.sampled_from([" | ", "|", "\t", ";", ",", ", "]))
    lines = [separator.join(["County", *heads])]
    lines += [separator.join([draw(st.sampled_from(PLACES)), *map(str, numbers)]) for numbers in rows]
    if separator.strip() == "|" and draw(st.booleans()):
        lines = [f"| {line} |" for line in lines]
        lines.insert(1, "|---" * (len(heads) + 1) + "|")
    before, after = (
        draw(st.sampled_from(["", "Losses by county.\n\n", "Losses by county:\n"])),
        draw(st.sampled_from(["", "\n", "\n\nSource: partners."])),
    )
    text = before + "\n".join(lines) + after
    return text, [(head, value) for numbers in rows for head, value in zip(heads, numbers, strict=True)]


@given(tables())
def test_every_cell_is_read_by_its_head(made):
    text, expected = made
    figures = extract_figures(text)
    assert [(f.value, f.unit.id, str(f.category)) for f in figures] == [
        (value, *HEADS[head]) for head, value in expected
    ]
    for figure in figures:
        assert text[figure.start : figure.end] == figure.text == str(figure.value)
        assert figure.spans.trigger is None or figure.spans.trigger.end < figure.start


@pytest.mark.parametrize(
    "text",
    [
        "Deaths | 4\nInjured | 9",
        "District | 4\nWard | Deaths",
        "Bor | 2019 | 4\nJuba | 2020 | 7",
        "Deaths\n4\n7",
        "District | Deaths\nBor | none | 4",
        "The army, the police and others,\nand the guards, who fled, were gone.",
        "He came, he saw,\nand he won, 12 times.",
        "Site: Molo | Capacity: 900\nSite: Bor | Capacity: 700",
        "Returns\tTorkham\t4,870 individuals\nReturns\tSpin Boldak\t6,305 individuals",
        "||||\n||||\n||||",
        "|\n|\n|",
        "\t\t\t\n\t\t\t",
        ",,,\n,,,",
        "a;b\nc;d",
        "Ward  Deaths\nBor  4",
        "ward  deaths  hurt\nBor  4  6\nJuba  2  1",
        "Ward  Deaths  Hurt\nBor  4  6\nJuba  several  1\nTorit  2  3",
        "Ward  Deaths\nBor  Juba\nTorit  Yei",
        "===  ===\n4  7\n5  9\n3  1",
    ],
)
def test_what_is_no_table(text):
    assert find(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("District | Deaths\nBor | 4\nJuba | 7\nTorit | 2 | 3", 2),
        ("District\tDeaths\r\nBor\t4\r\nJuba\t7\r\n", 2),
        ("Toll by district\nDistrict,Deaths,Injured\nBor,4,1\nJuba,7,0\nSource: police, army", 2),
        ('name;dead;hurt\n"Bor; west";4;1', 1),
        ("| District | Deaths |\n|:---|---:|\n| Bor | 4 |\n+---+---+\n| Juba | - |", 2),
    ],
)
def test_where_a_table_ends(text, lines):
    assert [len(table.lines) for table in find(text, 0, len(text))] == [lines]


def test_quotes_hold_a_cell_together():
    line = 'Bor,"1,200","the ""old"" camp",7'
    assert [line[a:b] for a, b in cells(line, (0, len(line)), ",")] == [
        "Bor",
        "1,200",
        'the ""old"" camp',
        "7",
    ]


def test_the_head_is_no_part_of_the_figure():
    text = "District | Estimated losses (USD million)\nBor | about 3.5"
    (figure,) = extract_figures(text)
    assert (figure.text, figure.value, figure.unit.text) == ("about 3.5", 3_500_000, None)
    assert figure.start == text.index("about")
    assert all(text[c.span.start : c.span.end] == c.text for c in figure.hedge.cues)


def test_two_tables_of_one_block_and_the_text_between():
    text = "Ward | Deaths\nBor | 4\nThen 12 people fled.\nWard;Missing;Injured\nJuba;3;9"
    assert [(f.value, f.category) for f in extract_figures(text)] == [
        (4, "people.killed"),
        (12, "people.displaced"),
        (3, "people.missing"),
        (9, "people.injured"),
    ]


def test_numbers_of_columns_that_count_nothing_have_a_reason():
    account = explain("No | District | Deaths\n1 | Bor | 4")
    assert ("1", "identifier") in [(n.text, n.reason) for n in account.skipped]
