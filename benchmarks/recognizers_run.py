"""Run Recognizers-Text over sentences: a JSON list on stdin, a JSON list of its results on stdout.

`peers.py --record` starts this in an environment of its own, where figures is not installed.
"""

import json
import sys
from importlib.metadata import version

from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import (
    recognize_age,
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
)
from recognizers_text import Culture

MODELS = {
    "number": recognize_number,
    "percentage": recognize_percentage,
    "age": recognize_age,
    "currency": recognize_currency,
    "dimension": recognize_dimension,
    "temperature": recognize_temperature,
}


def main() -> None:
    """Answer one list."""
    answers = [
        [
            {
                "model": name,
                "text": found.text,
                "start": found.start,
                "end": found.end,
                "resolution": found.resolution,
            }
            for name, model in MODELS.items()
            for found in model(sentence, Culture.English)
        ]
        for sentence in json.load(sys.stdin)
    ]
    json.dump({"version": version("recognizers-text-suite"), "answers": answers}, sys.stdout)


if __name__ == "__main__":
    main()
