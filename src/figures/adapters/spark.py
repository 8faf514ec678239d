"""Figures of a Spark DataFrame of texts, by way of Arrow batches (extra `spark`)."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from figures.errors import FiguresError
from figures.export.arrow import extract_batches
from figures.export.rows import COLUMNS
from figures.pipeline import Extractor

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

_INTEGERS = ("tinyint", "smallint", "int", "bigint")
_TYPES = {
    "string": "STRING",
    "int8": "TINYINT",
    "int32": "INT",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "bool": "BOOLEAN",
    "dictionary<string>": "STRING",  # Spark takes no dictionaries from Arrow
    "list<string>": "ARRAY<STRING>",
    "list<struct<text: string, class: string, start: int64, end: int64>>": (
        "ARRAY<STRUCT<`text`: STRING, `class`: STRING, `start`: BIGINT, `end`: BIGINT>>"
    ),
}

#: The columns of the result as Spark SQL writes them, for tables and for `mapInArrow`.
DDL = ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in COLUMNS.items())


def extract_frame(
    frame: DataFrame,
    *,
    text: str = "text",
    id: str | None = "id",  # noqa: A002 - the field's own word
    extractor: Extractor | None = None,
) -> DataFrame:
    """Return the figures of a DataFrame of documents, one row a figure, in the columns of `DDL`.

    `text` names a string column, in which a null has no figures; `id` a column of strings or integers that becomes
    `doc_id`, or None. Only these two are sent to the workers. Like all of Spark it is lazy, but a column that is
    missing (Spark's `AnalysisException`) or of another type (`FiguresError`) is refused at once.

    >>> reports = session.read.parquet("reports")  # doctest: +SKIP
    >>> extract_frame(reports, text="body", id="url").write.parquet("figures")  # doctest: +SKIP
    """
    if extractor is not None and not isinstance(extractor, Extractor):
        raise TypeError(f"extractor must be an Extractor, not {type(extractor).__name__}")
    columns = [frame[text].alias("text")]
    if id is not None:
        columns.append(frame[id].alias("id"))
    documents = frame.select(*columns)
    for name, (role, kind) in zip((text, id), documents.dtypes, strict=False):
        if kind != "void" and not kind.startswith("string") and not (role == "id" and kind in _INTEGERS):
            wanted = "strings" if role == "text" else "strings or integers"
            raise FiguresError(f"column {name!r} must hold {wanted}, not {kind}")
    pickled = pickle.dumps(extractor or Extractor())
    return documents.mapInArrow(partial(_figures, pickled, None if id is None else "id"), DDL)


def _figures(pickled: bytes, id_: str | None, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Run on the workers: pickled by reference, it needs the library there."""
    return extract_batches(batches, id=id_, extractor=_loaded(pickled), dictionaries=False)


@lru_cache(maxsize=4)
def _loaded(pickled: bytes) -> Extractor:
    """Load an extractor once a worker: Spark unpickles what it runs for every task, and a lexicon takes a second."""
    extractor: Extractor = pickle.loads(pickled)  # noqa: S301 - the driver wrote it
    return extractor
