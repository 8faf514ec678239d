"""Many texts and many processes: order, bounds, failures, and processes that die at any moment."""

import gc
import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from contextlib import contextmanager
from pathlib import Path

import pytest
from caselines import FOLDER, read
from lethal import Mortal

from figures import (
    ExtractionFailure,
    Extractor,
    Figures,
    FiguresError,
    Lexicon,
    extract_figures,
    extract_many,
)
from figures.parallel import WorkerDiedError, chunks
from figures.parallel.flat import pack, restore, unpack
from figures.parallel.worker import start_method

TOLL = "At least 12 people were killed and 30 wounded."
FLED = "Some 2,400 families have fled."
TEXTS = [f"At least {number} people were killed and {number + 1} wounded." for number in range(2, 42)]
SENTENCES = [case.text for path in sorted((FOLDER / "en").glob("*.txt")) for case in read(path)]
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX signals")


@pytest.fixture(autouse=True)
def _no_worker_is_left():
    before = set(multiprocessing.active_children())
    yield
    gc.collect()
    assert set(multiprocessing.active_children()) <= before


@contextmanager
def started_by(method):
    """Let processes start by a method; `None` is the default of the system."""
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method(method, force=True)
    try:
        yield
    finally:
        multiprocessing.set_start_method(before, force=True)


def kinds(results):
    return [type(result) for result in results]


# Order, laziness, and what the workers are given


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_order_is_kept(workers):
    results = list(extract_many(TEXTS, workers=workers))
    assert results == [extract_figures(text) for text in TEXTS]
    assert [result.source for result in results] == TEXTS
    assert list(extract_many([], workers=workers)) == []


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_every_way_to_start_a_process(method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    words = {"nouns": {"mine": {"class": "thing", "words": ["zorb"]}}}
    extractor = Mortal(
        Lexicon.builtin("en") | Lexicon.from_dict(words), approx=0.5, household_size=5, parent=os.getpid()
    )
    texts = ["about 10 zorbs", "10 families fled", *TEXTS] * 3
    with started_by(method):
        assert list(extractor.extract_many(texts, workers=2)) == [extractor.extract(text) for text in texts]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_options_of_an_extractor_reach_its_workers(workers):
    words = {"nouns": {"mine": {"class": "thing", "words": ["zorb"]}}}
    extractor = Extractor(Lexicon.builtin("en") | Lexicon.from_dict(words), approx=0.5, household_size=5)
    texts = ["about 10 zorbs", "10 families fled"] * 3
    results = list(extractor.extract_many(texts, workers=workers))
    assert results == [extractor.extract(text) for text in texts]
    assert (results[0][0].unit.id, results[0][0].low, results[1][0].value) == ("zorb", 5, 50)


@pytest.mark.parametrize("text", [TOLL, ""])
@pytest.mark.parametrize("workers", [1, 2])
def test_texts_are_taken_lazily_and_without_end(monkeypatch, workers, text):
    monkeypatch.setattr(chunks, "FULL", 2_000)
    most = 64 if workers == 1 else (16 * workers + 6) * 2_200 // chunks.weight(text)
    taken = 0

    def endless():
        nonlocal taken
        for taken in itertools.count(1):  # noqa: B007 - counts what was asked for
            yield text

    results = extract_many(endless(), workers=workers)
    assert taken == 0
    assert next(results) == extract_figures(text)
    assert 1 <= taken <= most
    assert len(list(itertools.islice(results, 20))) == 20
    assert taken <= 21 + most
    results.close()
    assert not multiprocessing.active_children()


def test_a_slow_consumer_lets_nothing_pile_up():
    taken = 0

    def endless():
        nonlocal taken
        for taken in itertools.count(1):  # noqa: B007 - counts what was asked for
            yield TOLL * 20

    results = extract_many(endless(), workers=2)
    for _ in itertools.islice(results, 200):
        pass
    seen = taken
    time.sleep(0.3)  # the workers could read some thousand characters meanwhile
    assert taken == seen
    assert taken < 200 + 8 * chunks.FULL // len(TOLL * 20)
    results.close()


def test_no_more_workers_than_texts():
    results = extract_many(TEXTS[:3], workers=8)
    next(results)
    assert len(multiprocessing.active_children()) <= 3
    assert len(list(results)) == 2


@pytest.mark.parametrize("stop", ["close", "drop", "throw"])
def test_whoever_stops_early_leaves_no_worker(stop):
    results = extract_many(itertools.repeat(TOLL), workers=2)
    next(results)
    assert len(multiprocessing.active_children()) == 2
    if stop == "close":
        results.close()
    elif stop == "throw":
        with pytest.raises(KeyboardInterrupt):
            results.throw(KeyboardInterrupt)
    del results
    gc.collect()
    assert not multiprocessing.active_children()


def test_two_streams_at_once():
    pairs = zip(extract_many(TEXTS, workers=2), extract_many(TEXTS[::-1], workers=2), strict=True)
    assert list(pairs) == [
        (extract_figures(a), extract_figures(b)) for a, b in zip(TEXTS, TEXTS[::-1], strict=True)
    ]


# Chunks: of characters, not of texts


def document(paragraphs):
    return "\n\n".join(f"Report {i} of the week. At least {i} people fled Ardel." for i in range(paragraphs))


def all_chunks(texts):
    return iter(chunks.Chunks(texts, 2).take, None)


def test_a_long_text_is_cut_where_nothing_reads_on(monkeypatch):
    monkeypatch.setattr(chunks, "FULL", 2_000)
    long = document(1_000)
    pieces = [piece for chunk in all_chunks([TOLL, long, FLED]) for piece in chunk.pieces]
    assert len(pieces) > 15
    assert max(piece.end - piece.start for piece in pieces) < 3 * 2_000
    assert "".join(piece.text for piece in pieces) == TOLL + long + FLED
    results = list(extract_many([TOLL, long, FLED, long], workers=2))
    assert results == [extract_figures(text) for text in (TOLL, long, FLED, long)]
    assert results[1].source is long


@pytest.mark.parametrize("between", ["\n\n", "\n \n", "\r\n\r\n", "\n\n\n   ", "\n\n\x85\n\n", " \n\n\u2028"])
def test_what_is_cut_reads_as_the_whole(monkeypatch, between):
    monkeypatch.setattr(chunks, "FULL", 1)
    parts = SENTENCES[::15]
    whole = between.join(parts)
    assert list(extract_many([whole], workers=2)) == [extract_figures(whole)]


@pytest.mark.parametrize(
    "long", [TOLL * 1_000, "x" * 300_000, document(1_000)], ids=["line", "word", "document"]
)
def test_one_huge_text_among_tiny_ones(monkeypatch, long):
    monkeypatch.setattr(chunks, "FULL", 5_000)
    texts = [*TEXTS, long, *TEXTS, long]
    results = list(extract_many(texts, workers=2))
    assert [len(result) for result in results] == [len(extract_figures(text)) for text in texts]
    assert results[-1] == extract_figures(long)


def test_chunks_grow_to_a_full_one_whatever_the_texts():
    weights = [chunk.weight for chunk in itertools.islice(all_chunks(itertools.repeat(TOLL)), 100)]
    assert weights[0] < 2_000
    assert weights == sorted(weights)
    assert chunks.FULL <= weights[-1] < chunks.FULL + 1_000
    empties = next(all_chunks(itertools.repeat("")))
    assert len(empties.pieces) < 20


def test_figures_come_back_as_they_were():
    extractor = Extractor()
    categories = extractor.lexicon.categories()
    sources = ["", TOLL, "\ud800 12 people \0", "10**29 = " + "1" + "0" * 29, *SENTENCES[::5]]
    answers = unpack(pack(extractor.extract(source) for source in sources))
    for source, answer in zip(sources, answers, strict=True):
        assert restore(answer, source, 0, categories) == list(extractor.extract(source))
        moved = restore(answer, f"xyz{source}", 3, categories)
        assert [figure.text for figure in moved] == [figure.text for figure in extractor.extract(source)]
        assert all(type(figure.hedge.bound).__name__ == "Bound" for figure in moved)


# Failures of single texts, of the source, and of workers


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("bad", [None, b"bytes", 12, lambda: TOLL], ids=["none", "bytes", "int", "function"])
def test_a_failure_takes_the_place_of_its_text(workers, bad):
    results = list(extract_many([TOLL, bad, FLED, bad, TOLL], workers=workers, on_error="yield"))
    assert kinds(results) == [Figures, ExtractionFailure, Figures, ExtractionFailure, Figures]
    assert [result.index for result in results if isinstance(result, ExtractionFailure)] == [1, 3]
    assert str(results[1].error) == f"text must be a str, not {type(bad).__name__}"
    assert isinstance(results[1].error, TypeError)
    assert results[4] == extract_figures(TOLL)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_is_raised_in_its_place(workers):
    results = extract_many([TOLL, FLED, None, TOLL], workers=workers)
    assert [next(results), next(results)] == [extract_figures(TOLL), extract_figures(FLED)]
    with pytest.raises(TypeError, match="NoneType"):
        next(results)
    assert list(results) == []


def test_a_str_of_another_class_is_read_as_its_characters():
    class Local(str):  # cannot be pickled
        __slots__ = ()

    texts = [Local(TOLL), FLED]
    results = list(extract_many(texts, workers=2))
    assert results == [extract_figures(TOLL), extract_figures(FLED)]
    assert results[0].source is texts[0]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_the_source_comes_when_the_texts_before_it_are_done(workers):
    def broken():
        yield from TEXTS
        raise OSError("the disk is gone")

    results = extract_many(broken(), workers=workers, on_error="yield")
    assert list(itertools.islice(results, len(TEXTS))) == [extract_figures(text) for text in TEXTS]
    with pytest.raises(OSError, match="the disk is gone"):
        next(results)


def test_ctrl_c_in_the_source_ends_the_workers():
    def interrupted():
        yield from TEXTS
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(extract_many(interrupted(), workers=2))


@pytest.mark.parametrize(
    ("word", "error", "says"),
    [("KNOWN", LookupError, "known"), ("STRANGE", FiguresError, "StrangeError: strange of 3")],
)
def test_an_error_in_a_worker_travels_with_its_traceback(word, error, says):
    results = list(Mortal().extract_many([TOLL, word, FLED], workers=2, on_error="yield"))
    assert kinds(results) == [Figures, ExtractionFailure, Figures]
    assert type(results[1].error) is error
    assert says in str(results[1].error)
    assert "lethal.py" in results[1].error.__notes__[0]


@pytest.mark.parametrize(("word", "how"), [("KILL", "SIGKILL"), ("EXIT", "exit code 3")])
@pytest.mark.parametrize("deadly", [[0], [3], [39], [2, 3, 20]], ids=str)
def test_a_dead_worker_costs_its_own_text_only(deadly, word, how):
    if os.name == "nt" and word == "KILL":
        pytest.skip("no SIGKILL")
    texts = [f"{word} {text}" if index in deadly else text for index, text in enumerate(TEXTS)]
    results = list(Mortal().extract_many(texts, workers=2, on_error="yield"))
    assert len(results) == len(texts)
    for index, (text, result) in enumerate(zip(texts, results, strict=True)):
        if index in deadly:
            assert (type(result), result.index) == (ExtractionFailure, index)
            assert isinstance(result.error, WorkerDiedError)
            assert str(result.error) == f"the worker that read text {index} died: {how}"
        else:
            assert result == extract_figures(text)


def test_a_piece_that_kills_costs_its_whole_text(monkeypatch):
    monkeypatch.setattr(chunks, "FULL", 1_000)
    texts = [document(100), document(50) + "\n\nKILL of 3 people.\n\n" + document(50), document(100)]
    results = list(Mortal().extract_many(texts, workers=2, on_error="yield"))
    assert kinds(results) == [Figures, ExtractionFailure, Figures]
    assert results[2] == extract_figures(texts[2])


def test_a_dead_worker_is_raised_in_its_place():
    results = Mortal().extract_many([TOLL, FLED, "EXIT", TOLL], workers=2)
    assert [next(results), next(results)] == [extract_figures(TOLL), extract_figures(FLED)]
    with pytest.raises(WorkerDiedError, match="text 2") as caught:
        next(results)
    assert not multiprocessing.active_children()
    assert caught.value is not None  # whoever keeps the error keeps no processes with it


def test_without_workers_nobody_dies():
    assert next(Mortal().extract_many([f"KILL {TOLL}"])) == extract_figures(f"KILL {TOLL}")


@POSIX
def test_workers_that_others_kill_cost_nothing():
    long = [f"{text}\n\n{'Nothing else was told. ' * 200}" for text in TEXTS]
    texts = long * 25  # more than is read ahead
    kills = 0
    found = []
    for index, result in enumerate(extract_many(texts, workers=2, on_error="yield")):
        found.append(result)
        if index == 50:  # once: who is killed again over the same text is held to be killed by it
            for victim in multiprocessing.active_children()[:1]:  # none when the last texts wait to be taken
                os.kill(victim.pid, signal.SIGKILL)
                kills += 1
    expected = [extract_figures(text) for text in long] * 25
    assert kills > 0
    assert found == expected


@pytest.mark.parametrize(("unborn", "says"), [("EXIT", "exit code 3"), ("KILL", "SIGKILL")])
def test_workers_that_cannot_start_are_told(unborn, says):
    if os.name == "nt" and unborn == "KILL":
        pytest.skip("no SIGKILL")
    with pytest.raises(WorkerDiedError, match=f"before it could read, with {says}"):
        list(Mortal(unborn=unborn).extract_many(TEXTS, workers=2, on_error="yield"))


# Processes around the workers


def test_a_process_with_threads_is_not_forked():
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert start_method() != "fork"
    finally:
        done.set()
        thread.join()


def _count_in_a_daemon(queue):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = list(extract_many(TEXTS, workers=2))
    queue.put((sum(map(len, found)), [str(warning.message) for warning in caught]))


def test_a_daemonic_process_reads_alone_and_says_so():
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    process = context.Process(target=_count_in_a_daemon, args=(queue,), daemon=True)
    process.start()
    found, (warning,) = queue.get()
    process.join()
    assert found == 2 * len(TEXTS)
    assert warning.startswith("workers=2 in a daemonic process")


def test_a_program_without_a_main_guard_is_told_once(tmp_path):
    script = tmp_path / "unguarded.py"
    script.write_text(
        "import multiprocessing\nfrom figures import extract_many\n"
        "if multiprocessing.current_process().name == 'MainProcess':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "print(list(extract_many(['12 people'] * 9, workers=2)))\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith(
        "figures.parallel.failures.WorkerDiedError: a worker ended"
    )
    assert "__main__" in done.stderr.splitlines()[-1]


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def gone(pids):
    """Wait until processes are gone, or dead and not yet reaped by whoever took them over."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        left = [pid for pid in pids if Path(f"/proc/{pid}").exists() and " Z " not in _stat(pid)]
        if not left:
            return True
        time.sleep(0.02)
    return False


def _stat(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return " Z "


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
@pytest.mark.parametrize(
    ("name", "method"), [("SIGINT", "fork"), ("SIGTERM", "fork"), ("SIGKILL", "fork"), ("SIGINT", "spawn")]
)
def test_no_worker_outlives_a_program_that_is_stopped(name, method, tmp_path):
    script = tmp_path / "busy.py"
    script.write_text(
        "import itertools, multiprocessing\nfrom figures import extract_many\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method('{method}')\n"
        f"    for found in extract_many(itertools.repeat('{TOLL}' * 100), workers=2):\n"
        "        print(len(found), flush=True)\n"
    )
    number = getattr(signal, name)
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)  # background jobs hand on "ignore"
    process = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    signal.signal(signal.SIGINT, handler)
    assert process.stdout.readline() == b"200\n"
    workers = children(process.pid)
    assert len(workers) >= 2
    if name == "SIGINT":
        os.killpg(process.pid, number)  # as the terminal does: all of them
    else:
        process.send_signal(number)
    _, complaint = process.communicate(timeout=30)
    assert process.returncode == -number
    assert complaint.count(b"Traceback") == (name == "SIGINT")  # that of the program itself
    assert gone(workers)


# Memory


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_a_long_stream_takes_no_more_memory_than_a_short_one():
    plain = "The road to the north is closed and nobody knows for how long it will be. " * 40 + TOLL

    def resident():
        pids = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]
        return [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 for pid in pids]

    sizes = []
    for index, _ in enumerate(extract_many(itertools.repeat(plain, 1_200), workers=2)):
        if index % 60 == 59:
            sizes.append(resident())
    early, late = max(map(max, sizes[5:10])), max(map(max, sizes[10:]))
    assert late < early + 2_500_000  # of the 3.6 MB that went through
