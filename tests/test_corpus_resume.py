"""`figures corpus --resume`: killed at any moment, the run gives in the end what an undisturbed one gives."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpora import FLED, TOLL

import figures
from figures import cli
from figures.corpus import streams
from figures.corpus.rowfiles import JsonLines

KILLED, SLOW = (Path(__file__).with_name(name) for name in ("killed.py", "slowly.py"))


SLOWLY = [sys.executable, SLOW, "corpus"]


def records(count):
    lines = [json.dumps({"text": f"{TOLL} {number + 2} houses burned."}) for number in range(count)]
    return "\n".join([*lines, "{bad", ""]).encode()


@pytest.fixture
def inputs(tmp_path):
    """A folder with a file of each format, and a few bad records."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{TOLL}\n\n{FLED}\n")
    (folder / "b.jsonl").write_bytes(records(2))
    (folder / "c.jsonl.gz").write_bytes(gzip.compress(records(2)))
    (folder / "d.jsonl.zst").write_bytes(streams.zstd().compress(records(2))[:-6])
    (folder / "e.csv").write_text(f'id,text\n1,"{TOLL}\n\n{FLED}"\n2\n3,{TOLL}\n')
    pq.write_table(pa.table({"text": [TOLL, None, FLED]}), folder / "f.parquet", row_group_size=2)
    return folder


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.parquet"])
@pytest.mark.parametrize("mode", ["every", "often"])
def test_killed_at_any_moment_and_resumed(tmp_path, inputs, name, mode):
    """Every nineteenth moment here; `tests/killed.py every 1` tries them all."""
    (tmp_path / "out").mkdir()
    argv = [sys.executable, KILLED, mode, "19", tmp_path / "out" / name, inputs]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 2


def test_a_long_text_goes_on_inside(tmp_path, monkeypatch, capsys):
    """The run stops in the third piece of a text; offsets and links go on."""
    monkeypatch.setattr("figures.corpus.texts.PIECE", 120)
    monkeypatch.setattr(JsonLines, "seconds", 0)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(f"{FLED}\n\n{TOLL}\n\n" * 9, encoding="utf-8")
    assert cli.main(["corpus", "a.txt", "-o", "whole.jsonl"]) == 0
    from figures.corpus import run

    take, taken = run.Run.take, []

    def stopping(self, *args):
        taken.append(take(self, *args))
        if len(taken) == 3:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(run.Run, "take", stopping)
        assert cli.main(["corpus", "a.txt", "-o", "out.jsonl"]) == 130
    assert json.loads(Path("out.jsonl.partial/journal.json").read_text())["documents"] == 1
    capsys.readouterr()
    assert cli.main(["corpus", "a.txt", "-o", "out.jsonl", "--resume"]) == 0
    assert capsys.readouterr().out.startswith("1 document, 36 figures, 0 bad records\n")
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


@pytest.fixture
def interrupted(tmp_path, inputs, monkeypatch, capsys):
    """Leave a run of `in` to `out.jsonl` that was stopped in its second input."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(JsonLines, "seconds", 0)
    from figures.corpus import run

    take = run.Run.take

    def stopping(self, source, *args):
        if source.name == "c.jsonl.gz":
            raise KeyboardInterrupt
        take(self, source, *args)

    with monkeypatch.context() as patch:
        patch.setattr(run.Run, "take", stopping)
        assert cli.main(["corpus", "in", "-o", "out.jsonl"]) == 130
    assert capsys.readouterr().err == "figures: interrupted; --resume goes on\n"
    return inputs


def refused(capsys, *more, inputs="in"):
    assert cli.main(["corpus", inputs, "-o", "out.jsonl", *more]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    return err


@pytest.mark.usefixtures("interrupted")
def test_a_left_over_is_reported_not_taken(capsys):
    assert refused(capsys) == (
        "figures: out.jsonl.partial is left of an interrupted run; --resume goes on with it, --force starts anew\n"
    )
    assert cli.main(["corpus", "in", "-o", "out.jsonl", "--force"]) == 3
    assert not Path("out.jsonl.partial").exists()


@pytest.mark.usefixtures("interrupted")
@pytest.mark.parametrize(
    ("option", "problem"),
    [
        (("--field", "body"), 'it was started with --field "text", this one with --field "body"'),
        (("--id", "n"), 'it was started with no --id, this one with --id "n"'),
        (("--category", "people"), 'it was started with no --category, this one with --category ["people"]'),
        (("--format", "parquet"), 'it was started with --format "jsonl", this one with --format "parquet"'),
    ],
)
def test_other_options_are_refused(capsys, option, problem):
    message = f"figures: the interrupted run cannot be resumed: {problem}; --force starts anew\n"
    assert refused(capsys, "--resume", *option) == message


def _grow(folder):
    (folder / "b.jsonl").write_bytes(records(3))


def _touch(folder):
    os.utime(folder / "f.parquet", (0, 0))


def _add(folder):
    (folder / "aa.txt").touch()


def _append(folder):
    (folder / "z.txt").touch()


def _remove(folder):
    (folder / "f.parquet").unlink()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_grow, "b.jsonl has changed since"),
        (_touch, "f.parquet has changed since"),
        (_add, "aa.txt was not read there before"),
        (_append, "z.txt was not read there before"),
        (_remove, "f.parquet is no longer there"),
    ],
)
def test_changed_inputs_are_refused(interrupted, capsys, change, problem):
    change(interrupted)
    message = f"figures: the interrupted run cannot be resumed: {problem}; --force starts anew\n"
    assert refused(capsys, "--resume") == message


@pytest.mark.usefixtures("interrupted")
def test_another_version_is_refused(capsys, monkeypatch):
    before = figures.__version__
    monkeypatch.setattr(figures, "__version__", "9.0")
    assert f"it was started with version {before}, this one with version 9.0" in refused(capsys, "--resume")


@pytest.mark.usefixtures("interrupted")
def test_an_out_that_came_meanwhile_is_not_replaced(capsys):
    Path("out.jsonl").touch()
    assert refused(capsys, "--resume") == "figures: out.jsonl exists; --force replaces it\n"
    assert cli.main(["corpus", "in", "-o", "out.jsonl", "--resume", "--force"]) == 3


@pytest.mark.usefixtures("interrupted")
def test_a_broken_journal_is_named(capsys):
    Path("out.jsonl.partial/journal.json").write_text("{}")
    assert "is no journal of this version; --force starts anew" in refused(capsys, "--resume")


@pytest.mark.usefixtures("interrupted")
def test_two_runs_do_not_write_at_once(capsys):
    hold = (
        "import pathlib, sys; from figures.corpus.lock import lock\n"
        "with lock(pathlib.Path('out.jsonl.partial')): print('held', flush=True); sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", hold], **pipes) as other:
        assert other.stdout.readline() == b"held\n"
        assert refused(capsys, "--resume") == "figures: another run is writing to out.jsonl.partial\n"
    assert cli.main(["corpus", "in", "-o", "out.jsonl", "--resume"]) == 3


def start(tmp_path, jobs):
    argv = [*SLOWLY, "a.jsonl", "-o", "out.jsonl", "--resume", "--jobs", jobs]
    return subprocess.Popen(argv, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)


def wait_for_progress(tmp_path, process, before=""):
    journal = tmp_path / "out.jsonl.partial" / "journal.json"
    while not journal.exists() or (now := journal.read_text()) == before:
        assert process.poll() is None
        time.sleep(0.01)
    return now


def finish(tmp_path, jobs):
    """Let the last run end by itself, and compare what there is with an undisturbed run."""
    process = start(tmp_path, jobs)
    assert (process.communicate()[1], process.returncode) == (b"", 3)
    assert cli.main(["corpus", "a.jsonl", "-o", "whole.jsonl"]) == 3
    for name in ("{}.jsonl", "{}.jsonl.bad.jsonl"):
        assert (tmp_path / name.format("out")).read_bytes() == (tmp_path / name.format("whole")).read_bytes()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_true_process_killed_at_any_time(tmp_path, jobs, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(records(300))
    journal = ""
    for _ in range(2):
        process = start(tmp_path, jobs)
        journal = wait_for_progress(tmp_path, process, journal)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert not (tmp_path / "out.jsonl").exists()
    finish(tmp_path, jobs)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_true_process_stops_on_ctrl_c(tmp_path, jobs, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(records(300))
    process = start(tmp_path, jobs)
    wait_for_progress(tmp_path, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to all processes of the group
    assert process.communicate()[1].endswith(b"figures: interrupted; --resume goes on\n")
    assert process.returncode == 130
    finish(tmp_path, jobs)
