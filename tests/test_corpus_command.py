"""`figures corpus`: what it refuses, what it shows, and its small parts."""

import csv
import os
import pty
import resource
import subprocess
import sys

import pytest
from corpora import TOLL, expected, lines, records, table

from figures import cli
from figures.corpus import items
from figures.corpus.inputs import find, format_of
from figures.corpus.journal import Journal, Progress
from figures.corpus.rowfiles import JsonLines

COMMAND = [sys.executable, "-m", "figures", "corpus"]

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
def test_what_is_refused_changes_nothing(corpus, tmp_path, case):
    argv, problem = REFUSED[case]
    (tmp_path / "in").mkdir()
    (tmp_path / "empty").mkdir()
    for name in ("a.txt", "a.pdf", "a.jsonl", "in/b.txt"):
        (tmp_path / name).write_bytes(records(TOLL))
    before = sorted(tmp_path.rglob("*"))
    code, out, err = corpus(*argv)
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
def test_a_missing_extra_is_named(corpus, tmp_path, monkeypatch, missing, argv, extra):
    if missing == ("backports" if sys.version_info >= (3, 14) else "compression"):
        pytest.skip("not the package of this Python")
    (tmp_path / argv[0]).write_text(TOLL)
    for name in [name for name in sys.modules if name.partition(".")[0] == missing] or [missing]:
        monkeypatch.setitem(sys.modules, name, None)
    code, _, (err,) = corpus(*argv)
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


def test_csv_leaves_the_limit_of_the_process(corpus, tmp_path):
    limit = csv.field_size_limit()
    (tmp_path / "a.csv").write_bytes(table(TOLL + " x" * 200_000))
    assert corpus("a.csv", "-o", "out.jsonl")[0] == 0
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
