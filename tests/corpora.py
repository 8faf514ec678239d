"""Two sentences, files that hold them, and the rows that `figures corpus` should give for them."""

import json

from figures import extract_figures
from figures.corpus import streams

TOLL = "At least 12 people were killed and 30 wounded."
FLED = "Some 400 families fled, including 120 children."


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
