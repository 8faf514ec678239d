"""`figures corpus`: every kind of bad record, and what it costs."""

import errno
import gzip
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpora import FLED, TOLL, expected, lines, records, zst
from lethal import Mortal

from figures.corpus import course, reading, texts

LINE_2 = {"file": "a.jsonl", "line": 2}
BAD_LINES = {
    "no JSON": (b"{text", "not JSON: Expecting property name enclosed in double quotes (column 2)"),
    "half a line": (b'{"text": "12 peo', "not JSON: Unterminated string starting at (column 10)"),
    "no object": (b"[1]", "not a JSON object"),
    "no field": (b'{"x": 1}', "no field 'text'"),
    "null": (b'{"text": null, "id": 1}', "field 'text' is null, not a string"),
    "a number": (b'{"text": 5, "id": 1}', "field 'text' is a number, not a string"),
    "no id": (b'{"text": "12 people"}', "no field 'id'"),
    "odd id": (b'{"text": "12 people", "id": [1]}', "field 'id' is a list, neither a string nor a whole number"),
    "true as id": (b'{"text": "12 people", "id": true}', "field 'id' is true or false, neither a string nor"),
    "not UTF-8": (b'{"text": "\xff"}', "not UTF-8 text, byte 0xff at offset 10"),
    "deep": (b"[" * 200_000, "not read: nested too deeply"),
    "digits": (b"1" * 5000, "not read: Exceeds the limit (4300 digits) for integer string conversion"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_LINES)
def test_a_bad_line_costs_no_other(corpus, tmp_path, case):
    line, reason = BAD_LINES[case]
    (tmp_path / "a.jsonl").write_bytes(records(TOLL, id="x") + line + b"\n" + records(FLED, id="y"))
    code, out, err = corpus("a.jsonl", "-o", "out.jsonl", "--id", "id")
    assert (code, err) == (3, [])
    assert out.startswith("2 documents, 4 figures, 1 bad record\n")
    assert out.endswith("\nbad records: out.jsonl.bad.jsonl\n")
    (bad,) = lines(tmp_path / "out.jsonl.bad.jsonl")
    assert bad.pop("reason").startswith(reason)
    assert bad == LINE_2
    assert lines(tmp_path / "out.jsonl") == expected(("x", TOLL), ("y", FLED))


def test_a_line_that_is_too_long_is_skipped(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("figures.corpus.jsonlines.LONGEST", 2**20)
    monkeypatch.setattr("figures.corpus.jsonlines._STEP", 1000)
    (tmp_path / "a.jsonl").write_bytes(records(TOLL, "x" * 2**21, FLED))
    assert corpus("a.jsonl", "-o", "out.jsonl")[0] == 3
    assert lines(tmp_path / "out.jsonl.bad.jsonl") == [{**LINE_2, "reason": "longer than 1 MB"}]
    assert lines(tmp_path / "out.jsonl") == expected(("a.jsonl:1", TOLL), ("a.jsonl:3", FLED))


CUT_OFF, BROKEN = "the packed file is cut off; what follows is lost", "the packed file is broken"
PACKED = gzip.compress(TOLL.encode())
#: File, content, line of the bad record if it has one, and the reason.
BAD_FILES = {
    "short row": ("a.csv", b"id,text\n1\n2,12 people", 2, "no field 'text'"),
    "no column": ("a.csv", b"id,body\n1,x", None, "no column 'text'; the columns are id, body"),
    "nothing": ("a.csv", b"", None, "no column 'text'; the file has no column"),
    "Latin-1 row": ("a.csv", b"text\ncaf\xe9\n12 people", 2, "not UTF-8 text"),
    "open quote": (
        "a.csv",
        b'text\n12 people\n"x\ny\n',
        3,
        "a quote is not closed before the end of the file",
    ),
    "Latin-1": ("a.txt", b"caf\xe9 12 people", None, "not UTF-8 text, byte 0xe9 at offset 3"),
    "NUL": ("a.txt", b"12 people\0", None, "not a text file, NUL byte at offset 9; what follows is not read"),
    "no gzip": ("a.txt.gz", b"12 people", None, f"{BROKEN} (Not a gzipped file"),
    "half a gzip": ("a.txt.gz", PACKED[:-9], None, CUT_OFF),
    "wrong sum": ("a.txt.gz", PACKED[:-8] + b"x" * 8, None, f"{BROKEN} (CRC check failed"),
    "no zstd": ("a.txt.zst", b"12 people", None, f"{BROKEN} (Unable to decompress"),
    "half a zstd": ("a.txt.zst", zst(TOLL.encode())[:-5], None, CUT_OFF),
    "no Parquet": ("a.parquet", b"12 people", None, "Parquet magic bytes not found in footer"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_costs_no_other(corpus, tmp_path, case):
    name, data, line, reason = BAD_FILES[case]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(TOLL)
    assert corpus(name, "z.txt", "-o", "out.jsonl")[0] == 3
    (bad,) = lines(tmp_path / "out.jsonl.bad.jsonl")
    assert bad.pop("reason").startswith(reason)
    assert bad == ({"file": name, "line": line} if line else {"file": name})
    assert lines(tmp_path / "out.jsonl")[-2:] == expected(("z.txt", TOLL))


def test_bad_rows_of_parquet(corpus, tmp_path):
    broken = pa.Array.from_buffers(
        pa.string(),
        3,
        [
            pa.py_buffer(bytes([0b101])),
            pa.py_buffer(b"\0\0\0\0\1\0\0\0\1\0\0\0\3\0\0\0"),
            pa.py_buffer(b"\xff12"),
        ],
    )
    pq.write_table(pa.table({"text": broken}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"text": [1]}), tmp_path / "b.parquet")
    assert corpus("a.parquet", "b.parquet", "-o", "out.jsonl")[0] == 3
    assert lines(tmp_path / "out.jsonl.bad.jsonl") == [
        {"file": "a.parquet", "row": 1, "reason": "not UTF-8 text, byte 0xff at offset 0"},
        {"file": "a.parquet", "row": 2, "reason": "field 'text' is null, not a string"},
        {"file": "b.parquet", "reason": "column 'text' holds int64, not strings"},
    ]


@pytest.mark.parametrize("pack", [gzip.compress, zst])
def test_what_stands_before_a_break_is_kept(corpus, tmp_path, pack):
    ending = ".gz" if pack is gzip.compress else ".zst"
    numbers = range(2, 9000)
    packed = pack(records(*(f"{number} people died." for number in numbers)))
    (tmp_path / f"a.jsonl{ending}").write_bytes(packed[: len(packed) * 3 // 4])
    assert corpus(f"a.jsonl{ending}", "-o", "out.jsonl")[0] == 3
    values = [row["value"] for row in lines(tmp_path / "out.jsonl")]
    assert 500 < len(values) < len(numbers)
    assert values == list(range(2, len(values) + 2))
    (bad,) = lines(tmp_path / "out.jsonl.bad.jsonl")
    reason = "the packed file is cut off; what follows is lost"
    assert bad == {"file": f"a.jsonl{ending}", "line": len(values) + 1, "reason": reason}


def test_a_folder_and_a_file_that_may_not_be_read(corpus, tmp_path, monkeypatch):
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(TOLL)
    (tmp_path / "in" / "b.txt").write_text(TOLL)
    really_open, really_scan = Path.open, os.scandir

    def check(path):
        if str(path).endswith(("b.txt", "sub")):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", lambda path: check(path) or really_scan(path))
    monkeypatch.setattr(
        Path, "open", lambda path, *args, **more: check(path) or really_open(path, *args, **more)
    )
    assert corpus("in", "-o", "out.jsonl")[0] == 3
    reason = "cannot be read: Permission denied"
    assert lines(tmp_path / "out.jsonl.bad.jsonl") == [
        {"file": name, "reason": reason} for name in ("b.txt", "sub")
    ]


def test_a_worker_that_dies_costs_its_text(corpus, tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_bytes(records(TOLL, "1 KILL", FLED))
    monkeypatch.setattr(course, "Extractor", Mortal)
    assert corpus("a.jsonl", "-o", "out.jsonl", "--jobs", "2")[0] == 3
    bad = {**LINE_2, "doc_id": "a.jsonl:2", "reason": "the process that read it died"}
    assert lines(tmp_path / "out.jsonl.bad.jsonl") == [bad]
    assert lines(tmp_path / "out.jsonl") == expected(("a.jsonl:1", TOLL), ("a.jsonl:3", FLED))


def test_jobs_give_the_same_file(corpus, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(records(*(f"{n} people died." for n in range(2, 200))) + b"{\n")
    assert (
        corpus("a.jsonl", "-o", "one.jsonl")[0] == corpus("a.jsonl", "-o", "two.jsonl", "--jobs", "2")[0] == 3
    )
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_run_of_bad_records_does_not_pile_up(tmp_path, corpus, monkeypatch):
    (tmp_path / "a.jsonl").write_bytes(b"{\n" * 5000)
    longest = 0
    real = reading.Reading.texts

    def watched(self):
        nonlocal longest
        for text in real(self):
            longest = max(longest, len(self.waiting))
            yield text

    monkeypatch.setattr(reading.Reading, "texts", watched)
    assert corpus("a.jsonl", "-o", "out.jsonl")[1].startswith("0 documents, 0 figures, 5,000 bad records")
    assert 0 < longest < 500


def test_bad_bytes_cost_their_piece_of_a_long_text(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(texts, "PIECE", 60)
    data = f"{TOLL}\n\n".encode() + b"caf\xe9" * 10 + f"\n\n{FLED}\n\n{TOLL}".encode()
    (tmp_path / "a.txt").write_bytes(data)
    assert corpus("a.txt", "-o", "out.jsonl")[0] == 3
    (bad,) = lines(tmp_path / "out.jsonl.bad.jsonl")
    assert bad["byte"] == 48
    assert bad["reason"].startswith("not UTF-8 text, byte 0xe9")
    shown = data.decode(errors="replace")
    rows = lines(tmp_path / "out.jsonl")
    assert len(rows) == 6
    assert all(shown[row["start"] : row["end"]] == row["text"] for row in rows)
    assert [row["subset_of"] for row in rows if row["text"] == "120 children"] == [2]
