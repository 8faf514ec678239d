"""A real local Spark gives the rows that one process gives. Skipped without pyspark and Java; `.ci/run` has both."""

import os
import shutil
import sys

import pytest
from reports import reports

from figures import Extractor, FiguresError, Lexicon
from figures.adapters.spark import extract_frame
from figures.export.arrow import extract_batches, schema

pa = pytest.importorskip("pyarrow")
pyspark = pytest.importorskip("pyspark")
if not (shutil.which("java") or "JAVA_HOME" in os.environ):
    pytest.skip("Spark needs Java", allow_module_level=True)

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def session():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "ui.enabled": "false",
        "sql.execution.arrow.maxRecordsPerBatch": "50",
        "driver.host": "127.0.0.1",
    }
    builder = SparkSession.builder.master("local[2]").appName("figures")
    for name, value in settings.items():
        builder = builder.config(f"spark.{name}", value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def one_process(documents, extractor=None):
    """The same rows in this process, in the order of id and start."""
    ids, texts = zip(*documents, strict=True)
    table = pa.table({"id": pa.array(ids), "text": pa.array(texts, pa.string())})
    rows = [row for batch in extract_batches(table, extractor=extractor) for row in batch.to_pylist()]
    return sorted(rows, key=place)


def place(row):
    return row["doc_id"], row["start"]


def rows_of(frame):
    return sorted((row.asDict(recursive=True) for row in frame.collect()), key=place)


def test_spark_gives_the_rows_of_one_process(session):
    documents = reports(400)
    frame = session.createDataFrame(documents, "id string, text string").repartition(7)
    found = rows_of(extract_frame(frame))
    assert len(found) > 2000
    assert found == one_process(documents)


def test_nulls_empty_texts_and_empty_partitions(session):
    documents = [
        (1, None),
        (2, ""),
        (3, "no number"),
        (4, "About 300 homes burned."),
        (5, None),
        (6, "3 died, 4 fled"),
    ]
    for partitions in (1, 9):
        frame = session.createDataFrame(documents, "id bigint, text string").repartition(partitions)
        assert rows_of(extract_frame(frame)) == one_process(documents)
    assert rows_of(extract_frame(frame.limit(0))) == []
    assert rows_of(extract_frame(frame.where("text is null"))) == []


def test_columns_have_the_types_of_the_schema(session):
    from pyspark.sql.pandas.types import from_arrow_schema

    frame = session.createDataFrame([("a", "x", "12 people died")], "url string, extra string, body string")
    found = extract_frame(frame, text="body", id="url")
    assert found.schema == from_arrow_schema(schema(dictionaries=False))
    assert [row["doc_id"] for row in rows_of(found)] == ["a"]
    assert [row.doc_id for row in extract_frame(frame, text="body", id=None).collect()] == [None]
    found.createOrReplaceTempView("found")
    assert session.sql("select `end`, get(cues, 0).`class`, who from found").collect() == [(9, None, [])]


def test_large_strings_from_spark(session):
    session.conf.set("spark.sql.execution.arrow.useLargeVarTypes", "true")
    try:
        documents = reports(20)
        frame = session.createDataFrame(documents, "id string, text string")
        assert rows_of(extract_frame(frame)) == one_process(documents)
    finally:
        session.conf.unset("spark.sql.execution.arrow.useLargeVarTypes")


def test_an_extractor_of_ones_own_travels_to_the_workers(session):
    words = {"nouns": {"posts": {"class": "infrastructure", "words": ["zibble"]}}}
    mine = Extractor(Lexicon.builtin() | Lexicon.from_dict(words), approx=0.2)
    documents = [(f"{n:02}", f"about {n * 10} zibbles were destroyed") for n in range(1, 30)]
    frame = session.createDataFrame(documents, "id string, text string").repartition(4)
    found = rows_of(extract_frame(frame, extractor=mine))
    assert {row["category"] for row in found} == {"assets.destroyed"}
    assert found == one_process(documents, mine)


def test_a_wrong_column_is_refused_before_the_job_starts(session):
    from pyspark.errors import AnalysisException

    frame = session.createDataFrame([(1, 0.5, "3 died")], "id bigint, score double, text string")
    with pytest.raises(AnalysisException, match=r"(?s)body.*`text`"):
        extract_frame(frame, text="body")
    with pytest.raises(FiguresError, match="column 'id' must hold strings, not bigint"):
        extract_frame(frame, text="id")
    with pytest.raises(FiguresError, match="column 'score' must hold strings or integers, not double"):
        extract_frame(frame, id="score")
    with pytest.raises(TypeError, match="extractor must be an Extractor, not Lexicon"):
        extract_frame(frame, extractor=Lexicon.builtin())
