"""The systems under comparison, each as a function from texts to the records that the scorer reads.

A peer gets its best configuration and every field that it can fill: quantulum3 runs without its classifier (the
way it is fast and right on numbers), its uncertainty becomes a range; Recognizers-Text runs its number,
percentage and unit models, a result of a unit model replacing the bare number inside it; its Python port has no ranges.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks import peers

Record = dict[str, Any]
System = Callable[[Sequence[str]], list[list[Record]]]

_MONEY = {
    "afghani": "AFN", "birr": "ETB", "dollar": "USD", "united states dollar": "USD", "us dollar": "USD", "euro": "EUR",
    "pound": "GBP", "british pound": "GBP", "pound sterling": "GBP", "naira": "NGN", "nigerian naira": "NGN",
    "indian rupee": "INR", "rupee": "INR", "pakistani rupee": "PKR", "japanese yen": "JPY", "yen": "JPY",
    "swiss franc": "CHF", "syrian pound": "SYP", "sudanese pound": "SDG", "kenyan shilling": "KES", "yuan": "CNY",
}  # fmt: skip
_SHARES = {"percentage": "percent", "%": "percent", "dimensionless": "unknown"}


def figures(texts: Sequence[str]) -> list[list[Record]]:
    """Return what figures finds."""
    from figures import Extractor

    return [
        [
            {
                "start": figure.spans.number.start,
                "end": figure.spans.number.end,
                "value": figure.value,
                "low": figure.low,
                "high": figure.high,
                "unit": figure.unit.id,
                "unit_span": figure.spans.unit and tuple(figure.spans.unit),
                "category": str(figure.category),
                "who": list(figure.who),
                "bound": figure.hedge.bound.value,
                "certainty": figure.hedge.certainty.value,
            }
            for figure in found
        ]
        for found in map(Extractor().extract, texts)
    ]


def _record(start: int, end: int, unit: str, **fields: Any) -> Record:
    name = unit.lower()
    known = _MONEY.get(name) or _SHARES.get(name) or name.replace(" ", "_").replace("-", "_")
    return {
        "start": start, "end": end, "unit": known, "unit_span": None if known == "unknown" else (start, end),
        "category": "other", "who": [], "bound": "exact", "certainty": "asserted", "value": None, "low": None,
        "high": None, **fields,
    }  # fmt: skip


def quantulum3(texts: Sequence[str]) -> list[list[Record]]:
    """Return what quantulum3 finds; nothing in a text on which it raises."""
    answers = peers.quantulum3_answers(texts, keep_going=True)["answers"]
    return [[_of_quantulum3(found) for found in answer] for answer in answers]


def _of_quantulum3(found: dict[str, Any]) -> Record:
    value, spread = found["value"], found["uncertainty"]
    fields = {"value": value, "low": value, "high": value}
    if spread:
        fields = {"value": None, "low": value - spread, "high": value + spread, "bound": "range"}
    return _record(found["start"], found["end"], found["unit"], **fields)


def recognizers_text(texts: Sequence[str]) -> list[list[Record]]:
    """Return what Recognizers-Text finds."""
    return [_of_recognizers(answer) for answer in peers.recognizers_answers(texts)["answers"]]


def _of_recognizers(answer: list[dict[str, Any]]) -> list[Record]:
    """Merge the results of the models: the longer one stands, a unit before a bare number."""
    records: list[Record] = []
    for found in sorted(answer, key=lambda one: (one["start"] - one["end"], one["model"] == "number")):
        start, end = found["start"], found["end"] + 1
        if any(start < other["end"] and other["start"] < end for other in records):
            continue
        written = str((found["resolution"] or {}).get("value"))
        unit = "percent" if found["model"] == "percentage" else found["resolution"].get("unit") or "unknown"
        if (number := _number(written.rstrip("%"))) is not None:
            records.append(_record(start, end, unit, value=number, low=number, high=number))
    return sorted(records, key=lambda record: record["start"])


def _number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None


SYSTEMS: dict[str, System] = {
    "figures": figures,
    "quantulum3": quantulum3,
    "Recognizers-Text": recognizers_text,
}
