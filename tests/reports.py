"""Reports for tests of whole collections: the paragraphs of the examples with other numbers, from a fixed seed."""

import random
import re
from pathlib import Path

_EXAMPLES = Path(__file__).parents[1] / "examples"


def reports(count: int, seed: int = 7) -> list[tuple[str, str]]:
    """Return pairs of id and text: one to six paragraphs each, their digits drawn anew."""
    chance = random.Random(seed)
    paragraphs = [
        paragraph
        for file in sorted(_EXAMPLES.glob("*.txt"))
        for paragraph in file.read_text(encoding="utf-8").split("\n\n")
    ]
    texts = ("\n\n".join(chance.choices(paragraphs, k=chance.randint(1, 6))) for _ in range(count))
    return [
        (f"report {number:04}", re.sub(r"\d", lambda _: str(chance.randint(1, 9)), text))
        for number, text in enumerate(texts)
    ]
