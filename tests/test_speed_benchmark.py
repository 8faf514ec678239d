"""The speed benchmark: its synthetic text, its cases, a worker, the page and the guard. No time is asserted."""

import gzip
import json
import re
import sys
from pathlib import Path
from xml.dom.minidom import parseString

import pytest

from figures import Extractor

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.speed import corpus, guard, page, runs, start, worker  # the folder above comes first
from benchmarks.speed.cases import cases, one_line
from benchmarks.speed.chart import chart
from benchmarks.speed.synthetic import synthetic
from benchmarks.speed.systems import BY_NAME, PLAIN_PATTERN, SYSTEMS, Found, one_by_one

KINDS = ["news", "sitrep", "notes", "prose", "counts"]


@pytest.mark.parametrize("kind", KINDS)
def test_same_seed_same_bytes_and_another_seed_others(kind):
    texts = synthetic(kind, 20_000, seed=3)
    assert texts == synthetic(kind, 20_000, seed=3)
    assert texts != synthetic(kind, 20_000, seed=4)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [0, 1, 999, 30_000])
def test_size_is_as_asked(kind, size):
    assert sum(map(len, synthetic(kind, size))) == size


@pytest.mark.parametrize("kind", ["news", "sitrep", "notes", "counts"])
def test_figures_come_out(kind):
    texts = synthetic(kind, 20_000)
    found = [figure for figures in Extractor().extract_many(texts) for figure in figures]
    assert len(found) > 50
    assert len({figure.unit.id for figure in found}) > 5


def test_news_has_the_numbers_of_news():
    text = "\n".join(synthetic("news", 500_000))
    assert len(re.findall(r"\d[\d,.]*", text)) == pytest.approx(3_900 / 2, rel=0.1)
    hits = len(re.findall(PLAIN_PATTERN, text, re.IGNORECASE))
    assert hits - len(re.findall(r"\d[\d,.]*", text)) == pytest.approx(2_000 / 2, rel=0.15)


def test_names_make_a_large_vocabulary():
    assert len(set(" ".join(synthetic("news", 500_000)).split())) > 4_000


def test_a_folder_of_real_texts_is_read_whole_and_a_part_is_drawn(tmp_path):
    for name in ("news", "sitrep", "events"):
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps({"text": f"{name} {number}"}) + "\n" for number in range(10))
    whole = corpus.load(tmp_path)
    assert whole.origin == "real"
    assert sorted(whole.notes) == [f"events {number}" for number in range(10)]
    assert len(corpus.load(tmp_path, scale=0.3).news) == 3


def test_without_all_files_texts_are_synthetic(tmp_path):
    assert corpus.load(tmp_path, scale=0.001).origin == "synthetic"
    assert sum(map(len, corpus.load(tmp_path, scale=0.001).news)) == 8_000


@pytest.fixture(scope="module")
def some_cases():
    return {case.name: case for case in cases(corpus.load(Path("nowhere"), 0.002), 0.002)}


def test_cases_are_what_their_names_say(some_cases):
    assert not Extractor().extract("\n\n".join(some_cases["no numbers"].pieces))
    line = "".join(some_cases["one line"].pieces)
    assert len(line) == 20_000
    assert "\n" not in line
    assert max(map(len, some_cases["tiny texts"].pieces)) < 500
    assert one_line(["a b\nc"], 9) == ["a b c ", "a b"]


@pytest.mark.parametrize("name", ["figures", "figures, one by one", "plain scan"])
def test_a_worker_reads_all_that_it_must_in_a_process_of_its_own(some_cases, tmp_path, name):
    file = tmp_path / "pieces.jsonl"
    some_cases["one line"].write(file)
    request = worker.Request(name, str(file), 0.0, 2, [1], one_line=True, whole=True)
    whole, memory, samples = runs.ask(request, sys.executable)
    assert (whole.pieces, whole.size) == (len(some_cases["one line"].pieces), 20_000)
    assert whole.count > 20
    assert whole.seconds > 0
    assert whole.errors == 0
    assert memory > 5_000_000
    assert [one.pieces for one in samples] == [1]


def test_memory_is_that_of_the_worker_not_of_its_parent(some_cases, tmp_path):
    file = tmp_path / "pieces.jsonl"
    some_cases["tiny texts"].write(file)
    held = bytes(200_000_000).replace(b"\0", b"\1")
    assert runs.ask(worker.Request("plain scan", str(file), 0.0, 1), sys.executable)[1] < 100_000_000
    assert len(held) == 200_000_000


def test_a_peer_without_time_reads_a_sample(some_cases, tmp_path):
    file = tmp_path / "pieces.jsonl"
    some_cases["news"].write(file)
    request = worker.Request("plain scan", str(file), 0.0, 1)
    answer = worker.answer(request)["whole"]
    assert worker.FIRST_BYTES * 0.9 < answer.size < 16_000


def test_a_process_that_fails_names_its_system(tmp_path):
    request = worker.Request("figures", str(tmp_path / "missing"), 0.0, 1)
    with pytest.raises(SystemExit, match="figures failed in"):
        runs.ask(request, sys.executable)


def test_errors_of_a_peer_are_counted():
    def read(text):
        return 1 // len(text)

    assert one_by_one(read)(["a", "", "b"]) == Found(2, 1)


def test_a_system_that_is_not_there_is_left_out():
    spacy = BY_NAME["spaCy tokenizer"]
    assert start.version_of(spacy._replace(module="no_such_module"), sys.executable) is None
    assert start.version_of(spacy, "") is None
    assert start.version_of(BY_NAME["figures"], sys.executable)


def test_page_and_chart_show_every_run_and_what_is_missing():
    slow, fast = worker.Timed(3, 1_000, 2.0, 40, 0), worker.Timed(3, 1_000, 0.01, 50, 0)
    done = [
        runs.Run("news", "synthetic", system, fast if "figures" in system.name else slow, 50.0, fast)
        for system in SYSTEMS
    ]
    begun = [start.Start(system, 0.05, 0.1) for system in SYSTEMS]
    versions = {system.name: "1.0" for system in SYSTEMS} | {"text2num": None}
    text = page.page([done], begun, versions, "2026-01-02")
    assert (
        "| quantulum3 | 0.00100 | 0.00050 | 40 quantities | 20.0 | 50,000 | 50.0 | 0 | 0.100 MB/s | 200 |"
        in text
    )
    assert "Left out, not installed: text2num." in text
    assert "2026-01-02" in text
    assert page.CHART in text
    drawn = parseString(chart([done]))  # noqa: S318 - our own
    shown = {node.firstChild.data for node in drawn.getElementsByTagName("text")}
    assert {system.name for system in SYSTEMS} | {"news"} <= shown
    widths = [float(node.getAttribute("width")) for node in drawn.getElementsByTagName("rect")]
    assert len(widths) == len(SYSTEMS)
    assert widths[0] > widths[3] > 0


@pytest.mark.parametrize(("ratio", "passed"), [(1.0, True), (1.14, True), (1.16, False), (0.5, True)])
def test_the_guard_fails_over_fifteen_percent(ratio, passed):
    assert guard.verdict(ratio, 1.0)[0] is passed


def test_the_guard_counts_the_same_twice_and_more_for_more_work():
    def work(times):
        return sum(len(str(number)) for number in range(times))

    once = guard.executed(lambda: work(100))
    assert once == guard.executed(lambda: work(100))
    assert guard.executed(lambda: work(200)) > 1.8 * once


def test_the_guard_expects_a_value_for_each_method():
    expected = json.loads(guard.EXPECTED.read_text("utf-8"))
    assert set(expected) == set(guard.METHODS)
    assert all(value > 0 for values in expected.values() for value in values.values())
