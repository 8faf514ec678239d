"""The command `figures`: formats, streams, and what it says when something is wrong."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lethal import Mortal

import figures
from figures import cli

SENTENCE = "At least 12 people were killed and 30 wounded."
COMMAND = [sys.executable, "-m", "figures"]


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return str(path)


@pytest.fixture
def run(capsys):
    """Run `main` with arguments; give exit code, stdout, and the lines on stderr."""

    def run(*argv):
        try:
            code = cli.main(argv)
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err.splitlines()

    return run


@pytest.fixture
def stdin(monkeypatch):
    def give(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    return give


def test_version(run):
    core = "" if figures.tokens.__file__.endswith(".py") else " (compiled)"
    assert run("--version") == (0, f"figures {figures.__version__}{core}\n", [])


def test_table_has_a_line_a_figure(run, report):
    code, out, err = run("extract", report)
    title, header, killed, injured, *_ = out.splitlines()
    assert (code, err, title) == (0, [], f"{report} (2 figures)")
    assert header.split() == ["text", "value", "unit", "interval", "category", "hedge", "level"]
    assert re.split("  +", killed) == [
        "At least 12 people",
        "12",
        "person",
        "≥ 12",
        "people.killed",
        "at_least",
        "2",
    ]
    assert "people.injured" in injured
    assert killed.index("people.killed") == injured.index("people.injured") == header.index("category")


def test_table_of_a_text_without_figures(run, stdin):
    stdin(b"Nothing happened on 14 March 2021.")
    assert run("extract") == (0, "- (0 figures)\n\n", [])


def test_table_cuts_long_texts_and_joins_lines(run, stdin):
    stdin(b"No fewer than five hundred and twenty-five\nthousand six hundred people were displaced.")
    _, _, line, *_ = run("extract")[1].splitlines()
    assert line.startswith("No fewer than five hundred and twenty-five …  525,600  person")


def test_json_lines_are_the_rows(run, report):
    code, out, _ = run("extract", "--format", "jsonl", report)
    rows = [json.loads(line) for line in out.splitlines()]
    expected = json.loads(json.dumps(figures.extract_figures(SENTENCE).rows()))
    assert code == 0
    assert rows == [{**row, "doc_id": report} for row in expected]


def test_csv_has_one_header_and_the_same_values(run, report):
    _, out, _ = run("extract", "--format", "csv", report, report)
    lines = out.splitlines()
    rows = list(csv.DictReader(lines))
    assert lines.count(lines[0]) == 1
    assert [(row["doc_id"], row["value"], row["category"]) for row in rows] == [
        (report, "12", "people.killed"),
        (report, "30", "people.injured"),
    ] * 2
    assert rows[0]["cues"] == "At least"
    assert rows[0]["high"] == ""


def test_csv_of_nothing_is_a_header(run, stdin):
    stdin(b"")
    _, out, _ = run("extract", "--format", "csv", "-")
    assert out.startswith("doc_id,start,end,text,value,")
    assert out.count("\n") == 1


def test_categories_filter_and_add_up(run, report):
    count = lambda *names: run("extract", "--format", "jsonl", *names, report)[1].count("\n")  # noqa: E731
    assert count("--category", "people.killed") == 1
    assert count("--category", "people.killed", "--category", "people.injured") == 2
    assert count("--category", "casualties") == 2
    assert count("--category", "funding") == 0


def test_offsets_refer_to_the_text_of_the_file(run, tmp_path):
    path = tmp_path / "windows.txt"
    path.write_bytes("\ufeffLage:\r\n\r\nAt least 12 people were killed.\r\n".encode())
    _, out, _ = run("extract", "--format", "jsonl", str(path))
    row = json.loads(out)
    text = path.read_bytes().decode("utf-8-sig")
    assert text[row["start"] : row["end"]] == row["text"] == "At least 12 people"


def test_explain_names_the_reason_of_a_skip(run, stdin):
    stdin(b"Resolution 2254 was passed; 12 people were killed.")
    code, out, _ = run("explain")
    assert code == 0
    assert "2254" in out
    assert "people.killed" in out


def test_lexicon_lists_tables_and_categories(run):
    code, out, _ = run("lexicon")
    lexicon = figures.Lexicon.builtin("en")
    assert code == 0
    assert all(table in out for table in lexicon.counts())
    assert all(str(name).rpartition(".")[2] in out for name in lexicon.categories())


def _missing(tmp_path):
    return tmp_path / "nowhere.txt"


def _directory(tmp_path):
    return tmp_path


def _nul_bytes(tmp_path):
    path = tmp_path / "photo.txt"
    path.write_bytes(b"GIF\0\0 12 people")
    return path


def _latin_1(tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes("12 élèves".encode("latin-1"))
    return path


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (_missing, "no such file"),
        (_directory, "is a directory"),
        (_nul_bytes, "not a text file, NUL byte at offset 3"),
        (_latin_1, "not UTF-8 text, byte 0xe9 at offset 3"),
    ],
)
def test_a_bad_file_costs_one_line_and_the_others_are_read(run, tmp_path, report, make, problem):
    bad = str(make(tmp_path))
    code, out, (line,) = run("extract", "--format", "jsonl", bad, report)
    assert code == 2
    assert out.count("\n") == 2
    assert line.startswith(f"figures: {bad}: {problem}")


def test_a_file_name_never_breaks_the_line(run):
    code, _, (line,) = run("extract", "two\nlines.txt")
    assert code == 2
    assert line == r"figures: 'two\nlines.txt': no such file"


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all"
)
def test_an_unreadable_file(run, report):
    Path(report).chmod(0)
    assert run("extract", report) == (2, "", [f"figures: {report}: cannot be read: Permission denied"])


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["extract", "--category", "people.kiled"], "people.killed"),
        (["extract", "--lang", "tlh"], "tlh"),
        (["explain", "--lang", "tlh"], "tlh"),
        (["lexicon", "--lang", "tlh"], "tlh"),
        (["extract", "--format", "xml"], "jsonl"),
        (["summarise"], "extract"),
        ([], "command"),
    ],
)
def test_a_wrong_argument_costs_one_line(run, argv, hint):
    code, out, (line,) = run(*argv)
    assert (code, out) == (2, "")
    assert line.startswith("figures: ")
    assert hint in line


def test_ctrl_c_exits_130(run, report, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(figures, "extract_figures", interrupt)
    assert run("extract", report) == (130, "", [])


def test_true_process_reads_a_pipe():
    done = subprocess.run(
        [*COMMAND, "extract", "--format", "jsonl"], input=SENTENCE.encode(), capture_output=True, check=True
    )
    assert done.stderr == b""
    assert [json.loads(line)["value"] for line in done.stdout.splitlines()] == [12, 30]


def test_true_process_writes_utf8_in_any_locale():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*COMMAND, "extract"], input=SENTENCE.encode(), capture_output=True, check=True, env=environment
    )
    assert "≥ 12" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and signals")
@pytest.mark.parametrize("argv", [["extract", "--format", "csv"], ["lexicon"], ["--help"]])
def test_true_process_is_quiet_when_the_pipe_closes(argv, report):
    reading, writing = os.pipe()
    os.close(reading)
    files = [report] * 3 if argv[0] == "extract" else []
    done = subprocess.run([*COMMAND, *argv, *files], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == cli.CLOSED_PIPE or argv == ["--help"]  # argparse may swallow the error


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_true_process_says_that_the_disk_is_full(report):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "extract", report], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "figures: cannot write the output: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and signals")
def test_true_process_stops_on_ctrl_c_after_what_it_has_written(report):
    handler = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a background job would hand on "ignore"
    process = subprocess.Popen(
        [*COMMAND, "extract", "--format", "jsonl", report, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, handler)
    assert [json.loads(process.stdout.readline())["value"] for _ in range(2)] == [12, 30]
    process.send_signal(signal.SIGINT)  # it waits for stdin now, or is about to
    assert process.communicate(timeout=20) == (b"", b"")
    assert process.returncode == 130


# Several processes


@pytest.fixture
def reports(tmp_path):
    paths = [tmp_path / f"{number:02}.txt" for number in range(30)]
    for number, path in enumerate(paths):
        path.write_text(f"At least {number + 2} people were killed.\n\n" * (number % 7), encoding="utf-8")
    return [str(path) for path in paths]


@pytest.mark.parametrize(
    ("form", "names"),
    [("table", []), ("csv", ["--category", "casualties"]), ("jsonl", ["--category", "funding"])],
)
def test_jobs_change_nothing_but_the_time(run, reports, form, names):
    argv = ["extract", "--format", form, *names, *reports[:9], "nowhere.txt", *reports[9:]]
    assert run(*argv, "--jobs", "2") == run(*argv)
    assert run(*argv)[0] == 2


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5", ""])
def test_jobs_are_a_whole_number(run, number):
    code, out, (line,) = run("extract", f"--jobs={number}")
    assert (code, out) == (2, "")
    assert "--jobs" in line
    assert f"not {number!r}" in line


def test_a_file_whose_worker_dies_costs_one_line(run, reports, tmp_path, monkeypatch):
    deadly = tmp_path / "deadly.txt"
    deadly.write_text("EXIT 3 people")
    monkeypatch.setattr(figures, "Extractor", Mortal)
    code, out, (line,) = run("extract", "--jobs", "2", "--format", "jsonl", *reports, str(deadly), *reports)
    assert code == 2
    assert line.startswith(f"figures: {deadly}: the worker that read text 30 died: exit code 3")
    monkeypatch.undo()
    assert out == run("extract", "--format", "jsonl", *reports, *reports)[1]


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and signals")
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", -signal.SIGTERM)])
def test_true_process_with_jobs_stops_quietly(reports, name, code):
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*COMMAND, "extract", "--jobs", "2", "--format", "jsonl", *reports * 40],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, handler)
    assert process.stdout.readline().startswith(b"{")
    os.killpg(process.pid, getattr(signal, name))  # as a terminal or a supervisor does: all of them
    _, complaint = process.communicate(timeout=30)
    assert (complaint, process.returncode) == (b"", code)
    for _ in range(500):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.02)
    else:
        pytest.fail("a worker outlives its command")
