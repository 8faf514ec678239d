"""`figures corpus`: every format in and out, folders, and long texts in pieces."""

import gzip
import re
from itertools import pairwise

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpora import FLED, TOLL, expected, lines, records, table, zst

from figures.corpus import texts

PLAIN = {
    "a.txt": (TOLL.encode(), [("a.txt", TOLL)]),
    "a.text": (b"\xef\xbb\xbf" + TOLL.encode(), [("a.text", TOLL)]),
    "a.jsonl": (records(TOLL, "", FLED), [("a.jsonl:1", TOLL), ("a.jsonl:3", FLED)]),
    "a.ndjson": (b"\xef\xbb\xbf\r\n" + records(TOLL), [("a.ndjson:2", TOLL)]),
    "a.csv": (b"\xef\xbb\xbf" + table(TOLL, f"12 dead\n\n{FLED}"),
        [("a.csv:2", TOLL), ("a.csv:3", f"12 dead\n\n{FLED}")]),
    "a.tsv": (f"id\ttext\r\n\r\n7\t{FLED}\r\n".encode(), [("a.tsv:3", FLED)]),
}  # fmt: skip


@pytest.mark.parametrize("pack", ["", ".gz", ".zst", ".zstd"])
@pytest.mark.parametrize("name", PLAIN)
def test_every_format_packed_or_not(corpus, tmp_path, name, pack):
    data, documents = PLAIN[name]
    packed = {"": bytes, ".gz": gzip.compress}.get(pack, zst)(data)
    (tmp_path / (name + pack)).write_bytes(packed)
    code, out, err = corpus(name + pack, "-o", "out.jsonl")
    assert (code, err) == (0, [])
    renamed = [(doc_id.replace(name, name + pack), text) for doc_id, text in documents]
    assert lines(tmp_path / "out.jsonl") == expected(*renamed)
    assert re.match(r"\d documents?, \d+ figures?, 0 bad records\n0\.0 MB of text in ", out)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((name + pack, "out.jsonl"))


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
def test_parquet_in(corpus, tmp_path, kind):
    types = {"dictionary": pa.dictionary(pa.int8(), pa.string())}
    column = pa.array([TOLL, FLED] * 70, types.get(kind) or getattr(pa, kind)())
    pq.write_table(pa.table({"n": range(140), "text": column}), tmp_path / "a.parquet", row_group_size=33)
    assert corpus("a.parquet", "-o", "rows.jsonl")[0] == 0
    assert corpus("a.parquet", "-o", "ids.jsonl", "--id", "n")[0] == 0
    texts = [TOLL, FLED] * 70
    assert lines(tmp_path / "rows.jsonl") == expected(
        *((f"a.parquet:{n}", t) for n, t in enumerate(texts, 1))
    )
    assert lines(tmp_path / "ids.jsonl") == expected(*((str(n), t) for n, t in enumerate(texts)))


def test_parquet_out_has_the_rows_of_json_lines(corpus, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(records(*[TOLL, FLED, "no number", "caf\ud800 12 people"] * 40))
    assert corpus("a.jsonl", "-o", "out.jsonl")[0] == corpus("a.jsonl", "-o", "out.parquet")[0] == 0
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert rows == lines(tmp_path / "out.jsonl")


def test_parquet_out_without_a_figure_has_its_columns(corpus, tmp_path):
    (tmp_path / "a.txt").touch()
    assert corpus("a.txt", "-o", "rows", "--format", "parquet")[0] == 0
    found = pq.read_table(tmp_path / "rows")
    assert (found.num_rows, found.schema.names[:2]) == (0, ["doc_id", "start"])


def test_a_folder_is_read_in_the_order_of_its_names(corpus, tmp_path):
    for name in ("b/z.txt", "b/a/x.txt", "a.txt", "c.pdf", ".hidden/x.txt", "b/.x.txt", "b.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TOLL)
    assert corpus("in", "-o", "in/rows.jsonl")[0] == 0
    names = ["a.txt", "b/a/x.txt", "b/z.txt", "b.txt"]
    assert lines(tmp_path / "in" / "rows.jsonl") == expected(*((name, TOLL) for name in names))
    assert corpus("in", "-o", "in/rows.jsonl", "--force")[1].startswith(
        "4 documents"
    )  # no output is an input
    assert corpus("in/b", "in/a.txt", "-o", "two.jsonl")[0] == 0
    ids = {row["doc_id"] for row in lines(tmp_path / "two.jsonl")}
    assert ids == {"in/b/a/x.txt", "in/b/z.txt", "in/a.txt"}


def test_ids_categories_and_another_field(corpus, tmp_path):
    (tmp_path / "a.log").write_bytes(records("12 people died.", body=TOLL, key=7))
    options = ("--from", "jsonl", "--field", "body", "--id", "key", "--category", "people.injured")
    assert corpus("a.log", "-o", "out.jsonl", *options)[0] == 0
    (row,) = lines(tmp_path / "out.jsonl")
    assert (row["doc_id"], row["category"]) == ("7", "people.injured")


PARAGRAPHS = (
    TOLL,
    "Two of them were children. The number could exceed 100.",
    "District  Killed  Injured\nArdel     12      30\nTomar     7       5",
    "Totals:\n- 1,204 displaced\n- 34 sites",
    "  Indented, 300 homes burned in Łódź.",
    "\u00a0A hard space, and 12 dead.",
    FLED,
)


def test_a_long_text_is_read_in_pieces_with_the_same_rows(corpus, tmp_path, monkeypatch):
    gaps = ("\n\n", "\n \n", "\r\n\r\n", "\n\n\n\t\n", "\n\n   ")
    text = "".join(PARAGRAPHS[n % 7] + gaps[n % 5] for n in range(400))
    (tmp_path / "a.txt").write_bytes(text.encode())
    monkeypatch.setattr(texts, "PIECE", 700)
    assert corpus("a.txt", "-o", "out.jsonl")[1].startswith("1 document, ")
    assert lines(tmp_path / "out.jsonl") == expected(("a.txt", text))


def test_pieces_are_cut_at_lines_and_words_where_no_line_is_blank(tmp_path, monkeypatch):
    monkeypatch.setattr(texts, "PIECE", 50)
    monkeypatch.setattr(texts, "LONGEST", 100)
    for text in ("12 people\n" * 50, "12 people " * 50, "é" * 500):
        path = tmp_path / "a.txt"
        path.write_bytes(text.encode())
        with path.open("rb") as file:
            found = list(texts.read_texts(file, "a", 0, 0))
        assert "".join(item.text for item in found) == text
        assert [item.passed for item in found] == [item.shift + len(item.text) for item in found]
        assert all(first.passed == second.shift for first, second in pairwise(found))
        assert max(len(item.text) for item in found) <= 200
