"""Figures as Arrow tables, and the one function over Arrow batches that Spark, Ray, Dask and Parquet share.

Needs the extra `arrow`. Numbers are float64, as in every data frame: whole numbers beyond 2**53 (some nine
quadrillion) are rounded to the nearest float; JSON Lines keep them exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any, cast

from figures.errors import FiguresError, MissingExtraError, nearest
from figures.export.rows import COLUMNS, figure_row

if TYPE_CHECKING:
    import pyarrow as pa

    from figures.collection import Figures
    from figures.pipeline import Extractor

_ROWS = 4096  # figures in a batch


def schema(*, dictionaries: bool = True) -> pa.Schema:
    """Return the Arrow schema of the rows; without `dictionaries` their columns are plain strings, as Spark needs.

    >>> schema().field("value").type, schema(dictionaries=False).field("category").type
    (DataType(double), DataType(string))
    """
    pa = pyarrow()
    word = pa.dictionary(pa.int32(), pa.string()) if dictionaries else pa.string()
    offset = pa.int64()
    cue = pa.struct([("text", pa.string()), ("class", pa.string()), ("start", offset), ("end", offset)])
    types = {
        "string": pa.string(),
        "int8": pa.int8(),
        "int32": pa.int32(),
        "int64": offset,
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "dictionary<string>": word,
        "list<string>": pa.list_(pa.string()),
        "list<struct<text: string, class: string, start: int64, end: int64>>": pa.list_(cue),
    }
    return pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


def to_arrow(
    documents: Iterable[tuple[str | None, Figures]], *, lang: str = "en", dictionaries: bool = True
) -> pa.RecordBatch:
    """Return the figures of (id, figures) pairs as one batch, one row a figure, in the order given.

    `subset_of` and `same_as` count rows within a document. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.

    >>> from figures import extract_figures
    >>> batch = to_arrow([("report 1", extract_figures("At least 12 people were killed."))])
    >>> batch.select(["doc_id", "value", "high"]).to_pylist()
    [{'doc_id': 'report 1', 'value': 12.0, 'high': None}]
    """
    rows = [row for doc_id, figures in documents for row in _rows(doc_id, figures, lang)]
    return rows_to_batch(rows, schema(dictionaries=dictionaries))


def extract_batches(
    batches: pa.Table | pa.RecordBatch | Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str | None = "id",  # noqa: A002 - the field's own word
    extractor: Extractor | None = None,
    dictionaries: bool = True,
) -> Iterator[pa.RecordBatch]:
    """Yield the figures of documents that come as Arrow batches, lazily and in their order.

    `text` names the column of texts: strings of any Arrow layout; a null has no figures. `id` names the column that
    becomes `doc_id`: strings or integers; None where there is none. Memory holds one batch read, some texts and a few
    thousand figures. Raises `FiguresError` for a column that is missing or of another type.

    >>> import pyarrow as pa
    >>> reports = pa.table({"id": [7, 8], "text": ["About 300 homes burned.", None]})
    >>> [row["text"] for batch in extract_batches(reports) for row in batch.to_pylist()]
    ['About 300 homes']
    """
    if extractor is None:
        from figures.pipeline import Extractor

        extractor = Extractor()
    documents = (pair for batch in _batches(batches) for pair in _documents(batch, text, id, extractor))
    rows = (row for doc_id, figures in documents for row in _rows(doc_id, figures, extractor.lang))
    columns = schema(dictionaries=dictionaries)
    while some := list(islice(rows, _ROWS)):
        yield rows_to_batch(some, columns)


def rows_to_batch(rows: list[dict[str, Any]], columns: pa.Schema) -> pa.RecordBatch:
    """Return flat rows as a batch of the columns that `schema` gives; the keys of each row stand in their order.

    >>> from figures import extract_figures
    >>> batch = rows_to_batch(list(extract_figures("Some 300 homes burned.").rows()), schema())
    >>> batch.num_rows, batch.column("value").to_pylist()
    (1, [300.0])
    """
    pa = pyarrow()
    cells: Iterable[Iterable[Any]]
    cells = zip(*map(dict.values, rows), strict=True) if rows else repeat((), len(columns))
    arrays = [_array(values, field.type) for values, field in zip(cells, columns, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=columns)


def pyarrow(*modules: str) -> Any:
    """Return pyarrow, with modules of it that it does not load by itself; MissingExtraError names the extra.

    >>> pyarrow("parquet").parquet.ParquetWriter.__name__
    'ParquetWriter'
    """
    try:
        import pyarrow as pa

        for module in modules:
            import_module(f"pyarrow.{module}")
    except ImportError as error:
        raise MissingExtraError("pyarrow", "arrow") from error
    return pa


def _rows(doc_id: str | None, figures: Figures, lang: str) -> Iterator[dict[str, Any]]:
    index = {figure.spans.number: row for row, figure in enumerate(figures)}
    return (figure_row(f, index, source=figures.source, doc_id=doc_id, lang=lang) for f in figures)


def _array(values: Iterable[Any], kind: pa.DataType) -> pa.Array:
    pa = pyarrow()
    if kind == pa.float64():  # pyarrow refuses whole numbers that a float would round
        values = [None if value is None else float(value) for value in values]
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array(map(_encodable, values), kind)


def _encodable(value: Any) -> Any:
    """Return a value with U+FFFD for what UTF-8 cannot hold; lengths, and so offsets, stay."""
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in value)
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    return value


def _batches(batches: pa.Table | pa.RecordBatch | Iterable[pa.RecordBatch]) -> Iterable[pa.RecordBatch]:
    pa = pyarrow()
    if isinstance(batches, pa.RecordBatch):
        return [batches]
    return batches.to_batches() if isinstance(batches, pa.Table) else batches


def _documents(
    batch: pa.RecordBatch, text: str, id_: str | None, extractor: Extractor
) -> Iterator[tuple[str | None, Figures]]:
    """Yield id and figures of each document of a batch that has a text."""
    texts = _column(batch, text, "strings", integers=False)
    ids = repeat(None) if id_ is None else _column(batch, id_, "strings or integers", integers=True)
    present = (value for value in map(_python, texts) if value is not None)
    names = (_python(name) for name, value in zip(ids, texts, strict=False) if value.is_valid)
    for name, figures in zip(names, extractor.extract_many(present), strict=True):
        yield None if name is None else str(name), cast("Figures", figures)


def _python(scalar: pa.Scalar | None) -> Any:
    return None if scalar is None else scalar.as_py()


def _column(batch: pa.RecordBatch, name: str, wanted: str, *, integers: bool) -> pa.Array:
    """Return a column by name; a `FiguresError` says which columns are there, or what this one holds."""
    columns = batch.schema
    at = columns.get_all_field_indices(name)
    if len(at) != 1:
        there = ", ".join(map(repr, columns.names)) or "none at all"
        found = "more than one column" if at else "no column"
        hint = "" if at else nearest(name, columns.names)
        raise FiguresError(f"the batch has {found} {name!r}; the columns are {there}{hint}")
    kind = columns.field(at[0]).type
    types = pyarrow().types
    plain = kind.value_type if types.is_dictionary(kind) else kind
    fits = types.is_string(plain) or types.is_large_string(plain) or types.is_string_view(plain)
    if not (fits or types.is_null(plain) or (integers and types.is_integer(plain))):
        raise FiguresError(f"column {name!r} must hold {wanted}, not {kind}")
    return batch.column(at[0])
