"""`figures corpus`: every format, every kind of bad record, what it refuses, and what it shows."""

import csv
import errno
import gzip
import json
import os
import pty
import re
import resource
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from lethal import Lethal

from figures import cli, extract_figures
from figures.corpus import items, reading, streams, texts
from figures.corpus.inputs import find, format_of
from figures.corpus.journal import Journal, Progress
from figures.corpus.rowfiles import JsonLines

TOLL = "At least 12 people were killed and 30 wounded."
FLED = "Some 400 families fled, including 120 children."
COMMAND = [sys.executable, "-m", "figures", "corpus"]


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run the command in a folder of its own; give exit code, stdout and the lines on stderr."""
    monkeypatch.chdir(tmp_path)

    def run(*argv):
        try:
            code = cli.main(["corpus", *argv])
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err.splitlines()

    return run


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def expected(*documents):
    """Return the rows of (id, text) pairs as JSON gives them back."""
    rows = [{**row, "doc_id": name} for name, text in documents for row in extract_figures(text).rows()]
    return json.loads(json.dumps(rows))


def records(*texts, **more):
    return "".join(json.dumps({"text": text, **more}) + "\n" for text in texts).encode()


def table(*texts):
    return b"text\n" + "".join(f'"{text}"\n' for text in texts).encode()


def zst(data):
    return streams.zstd().compress(data)


DOCUMENTS = [(name, text) for name, text in ((1, TOLL), (2, "Nothing happened."), (3, FLED))]
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
def test_every_format_packed_or_not(run, tmp_path, name, pack):
    data, documents = PLAIN[name]
    packed = {"": bytes, ".gz": gzip.compress}.get(pack, zst)(data)
    (tmp_path / (name + pack)).write_bytes(packed)
    code, out, err = run(name + pack, "-o", "out.jsonl")
    assert (code, err) == (0, [])
    renamed = [(doc_id.replace(name, name + pack), text) for doc_id, text in documents]
    assert lines(tmp_path / "out.jsonl") == expected(*renamed)
    assert re.match(r"\d documents?, \d+ figures?, 0 bad records\n0\.0 MB of text in ", out)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((name + pack, "out.jsonl"))


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
def test_parquet_in(run, tmp_path, kind):
    types = {"dictionary": pa.dictionary(pa.int8(), pa.string())}
    column = pa.array([TOLL, FLED] * 70, types.get(kind) or getattr(pa, kind)())
    pq.write_table(pa.table({"n": range(140), "text": column}), tmp_path / "a.parquet", row_group_size=33)
    assert run("a.parquet", "-o", "rows.jsonl")[0] == 0
    assert run("a.parquet", "-o", "ids.jsonl", "--id", "n")[0] == 0
    texts = [TOLL, FLED] * 70
    assert lines(tmp_path / "rows.jsonl") == expected(
        *((f"a.parquet:{n}", t) for n, t in enumerate(texts, 1))
    )
    assert lines(tmp_path / "ids.jsonl") == expected(*((str(n), t) for n, t in enumerate(texts)))


def test_parquet_out_has_the_rows_of_json_lines(run, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(records(*[TOLL, FLED, "no number", "caf\ud800 12 people"] * 40))
    assert run("a.jsonl", "-o", "out.jsonl")[0] == run("a.jsonl", "-o", "out.parquet")[0] == 0
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert rows == lines(tmp_path / "out.jsonl")


def test_parquet_out_without_a_figure_has_its_columns(run, tmp_path):
    (tmp_path / "a.txt").touch()
    assert run("a.txt", "-o", "rows", "--format", "parquet")[0] == 0
    found = pq.read_table(tmp_path / "rows")
    assert (found.num_rows, found.schema.names[:2]) == (0, ["doc_id", "start"])


def test_a_folder_is_read_in_the_order_of_its_names(run, tmp_path):
    for name in ("b/z.txt", "b/a/x.txt", "a.txt", "c.pdf", ".hidden/x.txt", "b/.x.txt", "b.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TOLL)
    assert run("in", "-o", "in/rows.jsonl")[0] == 0
    names = ["a.txt", "b/a/x.txt", "b/z.txt", "b.txt"]
    assert lines(tmp_path / "in" / "rows.jsonl") == expected(*((name, TOLL) for name in names))
    assert run("in", "-o", "in/rows.jsonl", "--force")[1].startswith("4 documents")  # no output is an input
    assert run("in/b", "in/a.txt", "-o", "two.jsonl")[0] == 0
    ids = {row["doc_id"] for row in lines(tmp_path / "two.jsonl")}
    assert ids == {"in/b/a/x.txt", "in/b/z.txt", "in/a.txt"}


def test_ids_categories_and_another_field(run, tmp_path):
    (tmp_path / "a.log").write_bytes(records("12 people died.", body=TOLL, key=7))
    options = ("--from", "jsonl", "--field", "body", "--id", "key", "--category", "people.injured")
    assert run("a.log", "-o", "out.jsonl", *options)[0] == 0
    (row,) = lines(tmp_path / "out.jsonl")
    assert (row["doc_id"], row["category"]) == ("7", "people.injured")


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
def test_a_bad_line_costs_no_other(run, tmp_path, case):
    line, reason = BAD_LINES[case]
    (tmp_path / "a.jsonl").write_bytes(records(TOLL, id="x") + line + b"\n" + records(FLED, id="y"))
    code, out, err = run("a.jsonl", "-o", "out.jsonl", "--id", "id")
    assert (code, err) == (3, [])
    assert out.startswith("2 documents, 4 figures, 1 bad record\n")
    assert out.endswith("\nbad records: out.jsonl.bad.jsonl\n")
    (bad,) = lines(tmp_path / "out.jsonl.bad.jsonl")
    assert bad.pop("reason").startswith(reason)
    assert bad == LINE_2
    assert lines(tmp_path / "out.jsonl") == expected(("x", TOLL), ("y", FLED))


def test_a_line_that_is_too_long_is_skipped(run, tmp_path, monkeypatch):
    monkeypatch.setattr("figures.corpus.jsonlines.LONGEST", 2**20)
    monkeypatch.setattr("figures.corpus.jsonlines._STEP", 1000)
    (tmp_path / "a.jsonl").write_bytes(records(TOLL, "x" * 2**21, FLED))
    assert run("a.jsonl", "-o", "out.jsonl")[0] == 3
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
def test_a_bad_file_costs_no_other(run, tmp_path, case):
    name, data, line, reason = BAD_FILES[case]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(TOLL)
    assert run(name, "z.txt", "-o", "out.jsonl")[0] == 3
    (bad,) = lines(tmp_path / "out.jsonl.bad.jsonl")
    assert bad.pop("reason").startswith(reason)
    assert bad == ({"file": name, "line": line} if line else {"file": name})
    assert lines(tmp_path / "out.jsonl")[-2:] == expected(("z.txt", TOLL))


def test_bad_rows_of_parquet(run, tmp_path):
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
    assert run("a.parquet", "b.parquet", "-o", "out.jsonl")[0] == 3
    assert lines(tmp_path / "out.jsonl.bad.jsonl") == [
        {"file": "a.parquet", "row": 1, "reason": "not UTF-8 text, byte 0xff at offset 0"},
        {"file": "a.parquet", "row": 2, "reason": "field 'text' is null, not a string"},
        {"file": "b.parquet", "reason": "column 'text' holds int64, not strings"},
    ]


@pytest.mark.parametrize("pack", [gzip.compress, zst])
def test_what_stands_before_a_break_is_kept(run, tmp_path, pack):
    ending = ".gz" if pack is gzip.compress else ".zst"
    numbers = range(2, 9000)
    packed = pack(records(*(f"{number} people died." for number in numbers)))
    (tmp_path / f"a.jsonl{ending}").write_bytes(packed[: len(packed) * 3 // 4])
    assert run(f"a.jsonl{ending}", "-o", "out.jsonl")[0] == 3
    values = [row["value"] for row in lines(tmp_path / "out.jsonl")]
    assert 500 < len(values) < len(numbers)
    assert values == list(range(2, len(values) + 2))
    (bad,) = lines(tmp_path / "out.jsonl.bad.jsonl")
    reason = "the packed file is cut off; what follows is lost"
    assert bad == {"file": f"a.jsonl{ending}", "line": len(values) + 1, "reason": reason}


def test_a_folder_and_a_file_that_may_not_be_read(run, tmp_path, monkeypatch):
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
    assert run("in", "-o", "out.jsonl")[0] == 3
    reason = "cannot be read: Permission denied"
    assert lines(tmp_path / "out.jsonl.bad.jsonl") == [
        {"file": name, "reason": reason} for name in ("b.txt", "sub")
    ]


def test_a_worker_that_dies_costs_its_text(run, tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_bytes(records(TOLL, "1 lethal text", FLED))
    real = reading.Reading.texts
    monkeypatch.setattr(
        reading.Reading, "texts", lambda self: (Lethal(t) if "lethal" in t else t for t in real(self))
    )
    assert run("a.jsonl", "-o", "out.jsonl", "--jobs", "2")[0] == 3
    bad = {**LINE_2, "doc_id": "a.jsonl:2", "reason": "the process that read it died"}
    assert lines(tmp_path / "out.jsonl.bad.jsonl") == [bad]
    assert lines(tmp_path / "out.jsonl") == expected(("a.jsonl:1", TOLL), ("a.jsonl:3", FLED))


def test_jobs_give_the_same_file(run, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(records(*(f"{n} people died." for n in range(2, 200))) + b"{\n")
    assert run("a.jsonl", "-o", "one.jsonl")[0] == run("a.jsonl", "-o", "two.jsonl", "--jobs", "2")[0] == 3
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_run_of_bad_records_does_not_pile_up(tmp_path, run, monkeypatch):
    (tmp_path / "a.jsonl").write_bytes(b"{\n" * 5000)
    longest = 0
    real = reading.Reading.texts

    def watched(self):
        nonlocal longest
        for text in real(self):
            longest = max(longest, len(self.waiting))
            yield text

    monkeypatch.setattr(reading.Reading, "texts", watched)
    assert run("a.jsonl", "-o", "out.jsonl")[1].startswith("0 documents, 0 figures, 5,000 bad records")
    assert 0 < longest < 500


PARAGRAPHS = (
    TOLL,
    "Two of them were children. The number could exceed 100.",
    "District  Killed  Injured\nArdel     12      30\nTomar     7       5",
    "Totals:\n- 1,204 displaced\n- 34 sites",
    "  Indented, 300 homes burned in Łódź.",
    "\u00a0A hard space, and 12 dead.",
    FLED,
)


def test_a_long_text_is_read_in_pieces_with_the_same_rows(run, tmp_path, monkeypatch):
    gaps = ("\n\n", "\n \n", "\r\n\r\n", "\n\n\n\t\n", "\n\n   ")
    text = "".join(PARAGRAPHS[n % 7] + gaps[n % 5] for n in range(400))
    (tmp_path / "a.txt").write_bytes(text.encode())
    monkeypatch.setattr(texts, "PIECE", 700)
    assert run("a.txt", "-o", "out.jsonl")[1].startswith("1 document, ")
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


def test_bad_bytes_cost_their_piece_of_a_long_text(run, tmp_path, monkeypatch):
    monkeypatch.setattr(texts, "PIECE", 60)
    data = f"{TOLL}\n\n".encode() + b"caf\xe9" * 10 + f"\n\n{FLED}\n\n{TOLL}".encode()
    (tmp_path / "a.txt").write_bytes(data)
    assert run("a.txt", "-o", "out.jsonl")[0] == 3
    (bad,) = lines(tmp_path / "out.jsonl.bad.jsonl")
    assert bad["byte"] == 48
    assert bad["reason"].startswith("not UTF-8 text, byte 0xe9")
    shown = data.decode(errors="replace")
    rows = lines(tmp_path / "out.jsonl")
    assert len(rows) == 6
    assert all(shown[row["start"] : row["end"]] == row["text"] for row in rows)
    assert [row["subset_of"] for row in rows if row["text"] == "120 children"] == [2]


REFUSED = {
    "no such input": (["none.txt", "-o", "x.jsonl"], "none.txt: no such file or folder"),
    "unknown ending": (["a.pdf", "-o", "x.jsonl"], "a.pdf: unknown ending; known are .txt, "),
    "unknown out": (["a.txt", "-o", "x.gz"], "x.gz: unknown ending; known are .jsonl, .ndjson, .parquet; --format"),
    "twice": (["a.txt", "./a.txt", "-o", "x.jsonl"], "./a.txt would be read twice, it is a.txt"),
    "inside": (["in/b.txt", "in", "-o", "x.jsonl"], "in/b.txt would be read twice, it is in in"),
    "empty": (["empty", "-o", "x.jsonl"], "no file to read in empty; known endings are .txt"),
    "out is in": (["a.jsonl", "-o", "a.jsonl", "--force"], "a.jsonl is an INPUT; name another OUT"),
    "out exists": (["a.txt", "-o", "a.jsonl"], "a.jsonl exists; --force replaces it"),
    "no resume": (["a.txt", "-o", "a.jsonl", "--resume"], "nothing is left to resume, and a.jsonl exists; --force"),
    "no folder": (["a.txt", "-o", "none/x.jsonl"], "none: no such folder"),
    "a folder": (["a.txt", "-o", "in", "--format", "jsonl"], "in is a folder; OUT is a file"),
    "category": (["a.txt", "-o", "x.jsonl", "--category", "people.kiled"], "no category, family or bundle is called"),
    "language": (["a.txt", "-o", "x.jsonl", "--lang", "tlh"], ""),
    "jobs": (["a.txt", "-o", "x.jsonl", "--jobs", "0"], "argument --jobs: '0' is no number of processes"),
    "no out": (["a.txt"], "the following arguments are required: -o/--out"),
    "a device": (["/dev/null", "-o", "x.jsonl"], "/dev/null: a corpus is read from files and folders"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_changes_nothing(run, tmp_path, case):
    argv, problem = REFUSED[case]
    (tmp_path / "in").mkdir()
    (tmp_path / "empty").mkdir()
    for name in ("a.txt", "a.pdf", "a.jsonl", "in/b.txt"):
        (tmp_path / name).write_bytes(records(TOLL))
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run(*argv)
    assert (code, out, len(err)) == (2, "", 1)
    assert err[0].startswith(f"figures: {problem}")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("missing", "argv", "extra"),
    [
        ("backports", ["a.txt.zst", "-o", "x.jsonl"], "zst"),
        ("compression", ["a.txt.zst", "-o", "x.jsonl"], "zst"),
        ("pyarrow", ["a.parquet", "-o", "x.jsonl"], "arrow"),
        ("pyarrow", ["a.txt", "-o", "x.parquet"], "arrow"),
    ],
)
def test_a_missing_extra_is_named(run, tmp_path, monkeypatch, missing, argv, extra):
    if missing == ("backports" if sys.version_info >= (3, 14) else "compression"):
        pytest.skip("not the package of this Python")
    (tmp_path / argv[0]).write_text(TOLL)
    for name in [name for name in sys.modules if name.partition(".")[0] == missing] or [missing]:
        monkeypatch.setitem(sys.modules, name, None)
    code, _, (err,) = run(*argv)
    assert code == 2
    assert err.endswith(f"pip install 'humanitarian-figures[{extra}]'")
    assert [path.name for path in tmp_path.iterdir()] == [argv[0]]


def test_the_journal_is_the_old_one_or_the_new_one(tmp_path):
    journal = Journal(tmp_path)
    assert journal.load() == Progress()
    progress = Progress(position=items.Position(1, 2, 3), figures=4, seconds=0.5)
    journal.save(progress)
    assert journal.load() == progress


def test_rows_that_are_shorter_than_the_journal_says_are_refused(tmp_path):
    (tmp_path / "rows.jsonl").write_text("{}\n")
    with pytest.raises(Exception, match="shorter than the journal says; --force starts anew"):
        JsonLines(tmp_path / "rows.jsonl").open(4)


@pytest.mark.parametrize("name", ["a.txt", "a.JSONL.GZ", "a.csv.zstd"])
def test_endings(name):
    assert format_of(name) is not None


def test_inputs_are_found_one_by_one(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
    found = find([str(tmp_path)], None, set())
    assert next(found).name == "0.txt"


def test_csv_leaves_the_limit_of_the_process(run, tmp_path):
    limit = csv.field_size_limit()
    (tmp_path / "a.csv").write_bytes(table(TOLL + " x" * 200_000))
    assert run("a.csv", "-o", "out.jsonl")[0] == 0
    assert csv.field_size_limit() == limit


def test_true_process_shows_a_bar_on_a_terminal(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(records(*[TOLL] * 50))
    ours, theirs = pty.openpty()
    argv = [*COMMAND, "a.jsonl", "-o", "out.jsonl"]
    process = subprocess.run(argv, stdout=subprocess.PIPE, stderr=theirs, cwd=tmp_path, check=False)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert process.returncode == 0
    assert "Extracting" in shown
    assert "100" in process.stdout.decode()
    assert b"Extracting" not in process.stdout
    assert b"\x1b" not in process.stdout


def test_true_process_closed_pipe_loses_nothing(tmp_path):
    (tmp_path / "a.txt").write_text(TOLL)
    read, write = os.pipe()
    os.close(read)
    argv = [*COMMAND, "a.txt", "-o", "out.jsonl"]
    process = subprocess.run(argv, stdout=write, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    os.close(write)
    assert (process.returncode, process.stderr) == (141, b"")
    assert lines(tmp_path / "out.jsonl") == expected(("a.txt", TOLL))


def test_true_process_full_disk_can_be_resumed(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_bytes(records(*[TOLL] * 300))
    small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))  # noqa: E731
    argv = [*COMMAND, "a.jsonl", "-o", "out.jsonl"]
    full = subprocess.run(argv, cwd=tmp_path, preexec_fn=small, capture_output=True, check=False)
    assert full.returncode == 2
    assert full.stderr == b"figures: cannot write the output: File too large; then --resume goes on\n"
    monkeypatch.chdir(tmp_path)
    assert cli.main([*argv[3:], "--resume"]) == 0
    assert lines(tmp_path / "out.jsonl") == expected(*((f"a.jsonl:{n}", TOLL) for n in range(1, 301)))
