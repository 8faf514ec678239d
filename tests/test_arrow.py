"""Figures as Arrow batches: the rows and types of the native export, from batches of any layout, in bounded memory."""

import pickle
import subprocess
import sys
from itertools import repeat

import pytest
from reports import reports

from figures import Extractor, FiguresError, Lexicon, extract_figures
from figures.adapters import spark
from figures.errors import MissingExtraError
from figures.export.arrow import extract_batches, schema, to_arrow
from figures.export.rows import COLUMNS

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

WORDS = {"nouns": {"posts": {"class": "infrastructure", "words": ["zibble"]}}}


def rows_of(table, **options):
    return [row for batch in extract_batches(table, **options) for row in batch.to_pylist()]


def plain_rows(documents):
    """The rows of the plain API, numbers as floats."""
    for doc_id, text in documents:
        for row in extract_figures(text).rows():
            numbers = {n: None if row[n] is None else float(row[n]) for n in ("value", "low", "high")}
            yield {**row, **numbers, "doc_id": doc_id}


def test_columns_and_types_are_those_of_the_native_export():
    words = ("unit", "unit_kind", "category", "family", "bound", "certainty", "lang")
    kinds = {field.name: str(field.type) for field in schema()}
    assert list(kinds) == list(COLUMNS) == list(extract_figures("12 people died").rows()[0])
    for name in words:
        assert kinds[name] == "dictionary<values=string, indices=int32, ordered=0>"
    cue = "struct<text: string, class: string, start: int64, end: int64>"
    others = {
        "who": "list<item: string>",
        "cues": f"list<item: {cue}>",
        "hedge_level": "int8",
        "value": "double",
    }
    assert {name: kinds[name] for name in others} == others
    assert {str(field.type) for field in schema(dictionaries=False) if field.name in words} == {"string"}


@pytest.mark.parametrize("dictionaries", [True, False])
def test_rows_are_those_of_one_document_at_a_time(dictionaries):
    documents = reports(40)
    table = pa.table({"id": [i for i, _ in documents], "text": [t for _, t in documents]})
    found = rows_of(table, dictionaries=dictionaries)
    assert found == list(plain_rows(documents))
    assert len(found) > 200
    assert any(row["subset_of"] is not None for row in found)


def test_batches_have_the_schema_and_survive_parquet(tmp_path):
    documents = [(i, extract_figures(text)) for i, text in reports(10)]
    batch = to_arrow(documents)
    assert batch.schema == schema()
    pq.write_table(pa.Table.from_batches([batch]), tmp_path / "figures.parquet")
    table = pq.read_table(tmp_path / "figures.parquet")
    assert table.schema.equals(schema())
    assert table.to_pylist() == batch.to_pylist()
    assert pa.Table.from_batches([], schema()).num_rows == to_arrow([]).num_rows == 0


@pytest.mark.parametrize("rows", [1, 3, 4096])
def test_how_the_input_is_cut_into_batches_changes_nothing(rows):
    documents = reports(30)
    table = pa.table({"id": [i for i, _ in documents], "text": [t for _, t in documents]})
    empty = table.slice(0, 0).to_batches() or [pa.RecordBatch.from_pylist([], table.schema)]
    batches = [*empty, *table.to_batches(max_chunksize=rows), *empty]
    assert rows_of(batches) == rows_of(table)


TEXTS = [None, "About 300 homes burned.", "", "no number here", None, "12 people died"]
STRINGS = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]


@pytest.mark.parametrize("kind", STRINGS, ids=str)
def test_texts_come_in_any_string_layout_and_nulls_have_no_rows(kind):
    texts = pa.array(TEXTS).dictionary_encode() if pa.types.is_dictionary(kind) else pa.array(TEXTS, kind)
    found = rows_of(pa.table({"id": texts, "text": texts}))
    assert [(row["doc_id"], row["text"]) for row in found] == [
        ("About 300 homes burned.", "About 300 homes"),
        ("12 people died", "12 people"),
    ]


@pytest.mark.parametrize("kind", [pa.int8(), pa.uint64(), pa.int64(), pa.null()], ids=str)
def test_ids_become_strings(kind):
    ids = pa.array([None if kind == pa.null() else 7, None], kind)
    found = rows_of(pa.table({"n": ids, "body": ["3 died", "4 died"]}), id="n", text="body")
    assert [row["doc_id"] for row in found] == [None if kind == pa.null() else "7", None]


def test_without_ids_and_with_nothing_to_read():
    assert [row["doc_id"] for row in rows_of(pa.table({"text": ["3 died"]}), id=None)] == [None]
    assert rows_of(pa.table({"id": pa.nulls(2), "text": pa.nulls(2)})) == []
    assert rows_of([]) == []
    assert rows_of(pa.RecordBatch.from_pydict({"text": ["3 died"], "id": [1]}))[0]["doc_id"] == "1"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "body"}, "no column 'body'; the columns are 'id', 'text', 'score', 'twice', 'twice'"),
        ({"text": "txt"}, "did you mean 'text'"),
        ({"id": "ident"}, "no column 'ident'"),
        ({"text": "twice"}, "more than one column 'twice'"),
        ({"text": "id"}, "column 'id' must hold strings, not int64"),
        ({"id": "score"}, "column 'score' must hold strings or integers, not double"),
    ],
)
def test_a_wrong_column_is_named_with_those_that_are_there(options, message):
    names = ["id", "text", "score", "twice", "twice"]
    table = pa.Table.from_arrays([pa.array(v) for v in ([1], ["3 died"], [0.5], ["a"], ["b"])], names)
    with pytest.raises(FiguresError, match=message):
        rows_of(table, **options)


def test_numbers_are_floats_and_beyond_nine_quadrillion_the_nearest_one():
    found = rows_of(pa.table({"id": [1], "text": ["9,007,199,254,740,993 grains and 2.5 tonnes"]}))
    assert [row["value"] for row in found] == [9007199254740992.0, 2.5]


def test_lone_surrogates_become_replacement_characters_and_offsets_stay():
    figures = extract_figures("12 peo\ud800ple; at least 7 \udfffdoctors died")
    found = to_arrow([("\ud800", figures)]).to_pylist()
    assert [(row["start"], row["end"]) for row in found] == [(f.start, f.end) for f in figures]
    assert {row["doc_id"] for row in found} == {"\ufffd"}


def test_an_extractor_of_ones_own():
    mine = Extractor(Lexicon.builtin() | Lexicon.from_dict(WORDS), approx=0.2)
    table = pa.table({"id": [1], "text": ["about 100 zibbles were destroyed"]})
    assert [(row["category"], row["high"]) for row in rows_of(table, extractor=mine)] == [
        ("assets.destroyed", 120)
    ]
    assert [(row["category"], row["high"]) for row in rows_of(table)] != [("assets.destroyed", 120)]


def test_a_worker_of_spark_loads_an_extractor_once():
    mine = pickle.dumps(Extractor(Lexicon.builtin() | Lexicon.from_dict(WORDS)))
    copy = bytes(bytearray(mine))  # each task brings bytes of its own
    assert spark._loaded(mine) is spark._loaded(copy)  # noqa: SLF001 - what a task runs
    assert spark._loaded(mine) == pickle.loads(mine)  # noqa: S301, SLF001 - our own


def test_batches_are_read_lazily_and_rows_come_in_even_batches():
    taken = []

    def source():
        batch = pa.RecordBatch.from_pydict({"id": range(500), "text": ["3 died, 4 fled"] * 500})
        for number in repeat(None):  # never ends
            taken.append(number)
            yield batch

    stream = extract_batches(source())
    assert taken == []
    assert next(stream).num_rows == next(stream).num_rows == 4096
    assert len(taken) <= 10


def test_importing_the_module_does_not_import_pyarrow():
    code = "import sys, figures.export.arrow, figures.adapters.spark; sys.exit('pyarrow' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_pyarrow_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"humanitarian-figures\[arrow\]"):
        schema()
    with pytest.raises(ImportError, match="pyarrow"):
        list(extract_batches([]))
