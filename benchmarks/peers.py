"""Ten sentences through figures, quantulum3 and Recognizers-Text.

    python benchmarks/peers.py                  print the Markdown table
    python benchmarks/peers.py --write-readme   put it between the `peers` markers of README.md
    python benchmarks/peers.py --check          fail when the table in README.md is not the one made now
    python benchmarks/peers.py --record         run the peers again and write peers_recorded.json

The peers' columns come from `peers_recorded.json`, what they really answered, with their versions; figures'
own column is computed each time. Only --record needs the peers: quantulum3 here, Recognizers-Text in an
environment that it makes under a temporary folder and removes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import platform
import subprocess
import sys
import tempfile
import venv
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RECORDED = Path(__file__).with_name("peers_recorded.json")
README = ROOT / "README.md"
OPEN, CLOSE = "<!-- peers -->", "<!-- /peers -->"
SENTENCES = (
    "At least 1,240 people were registered at the crossing by dusk.",
    "Up to 700 houses along the canal were flooded.",
    "The storm uprooted between three hundred and five hundred families.",
    "Aid groups say 1-2 million people need food.",
    "The fire left 322 families (2,400 people) homeless.",
    "When shells hit the market, 12 people were killed and 30 wounded.",
    "The drought has pushed 2.5 m people into hunger.",
    "A dozen villages are still cut off by mud.",
    "The agency needs US$ 2.5 to 3 million for tents and blankets.",
    "Wildfires have burned more than 270 square miles of pine forest.",
)


def figures_cell(sentence: str) -> str:
    """Describe what figures finds in a sentence now."""
    from figures import extract_figures

    parts = []
    for figure in extract_figures(sentence):
        hedge = figure.hedge
        bound = f"{hedge.bound}{', strict' if hedge.strict else ''}"
        number = f"{_number(figure.value)}"
        if hedge.bound == "range":
            number = f"{_number(figure.low)} to {_number(figure.high)}"
        same = f", same as {sentence[slice(*figure.same_as)]}" if figure.same_as else ""
        parts.append(f"**{number} {figure.unit}** {figure.category} ({bound}{same})")
    return "; ".join(parts) or "nothing"


def quantulum3_cell(found: list[dict[str, Any]]) -> str:
    """Describe a recorded answer of quantulum3."""
    parts = []
    for one in found:
        spread = f" ± {_number(one['uncertainty'])}" if one["uncertainty"] else ""
        unit = "" if one["unit"] == "dimensionless" else f" {one['unit']}"
        parts.append(f"{_number(one['value'])}{spread}{unit} in “{one['surface']}”")
    return "; ".join(parts) or "nothing"


def recognizers_cell(found: list[dict[str, Any]]) -> str:
    """Describe a recorded answer of Recognizers-Text."""
    parts = []
    for one in found:
        resolution = one["resolution"]
        unit = f" {resolution['unit']}" if resolution.get("unit") else ""
        model = "" if one["model"] == "number" else f" ({one['model']})"
        parts.append(f"{_number(resolution.get('value'))}{unit}{model} in “{one['text']}”")
    return "; ".join(parts) or "nothing"


def _number(value: float | str | None) -> str:
    if value is None:
        return "none"
    number = float(value)
    return f"{int(number):,}" if number.is_integer() else f"{number:,.10g}"


def render() -> str:
    """Return the Markdown table, with the peers' versions under it."""
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    peers = recorded["peers"]
    lines = ["| sentence | figures | quantulum3 | Recognizers-Text |", "| --- | --- | --- | --- |"]
    for answer in recorded["answers"]:
        cells = [
            answer["sentence"],
            figures_cell(answer["sentence"]),
            quantulum3_cell(answer["quantulum3"]),
            recognizers_cell(answer["recognizers-text"]),
        ]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    notes = ", ".join(f"{name} {peer['version']} ({peer['note']})" for name, peer in peers.items())
    lines += ["", f"Recorded on Python {recorded['python']}, {recorded['date']}: {notes}."]
    return "\n".join(lines)


def quantulum3_answers(sentences: Sequence[str], *, keep_going: bool = False) -> dict[str, Any]:
    """Run quantulum3 without its classifier in this environment; its own errors are no answer, if asked so."""
    from importlib.metadata import version

    warnings.filterwarnings("ignore", module="quantulum3")
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    answers = []
    for sentence in sentences:
        try:
            found = parser.parse(sentence)
        except Exception:
            if not keep_going:
                raise
            found = []
        answers.append(
            [
                {
                    "surface": one.surface,
                    "start": one.span[0],
                    "end": one.span[1],
                    "value": one.value,
                    "uncertainty": one.uncertainty,
                    "unit": one.unit.name,
                }
                for one in found
            ]
        )
    return {"version": version("quantulum3"), "answers": answers}


def recognizers_answers(sentences: Sequence[str]) -> dict[str, Any]:
    """Run Recognizers-Text in a new environment; emoji is pinned, or its import fails."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        pip = [python, "-m", "pip", "install", "--quiet", "recognizers-text-suite", "emoji==1.7.0"]
        subprocess.run(pip, check=True)
        script = str(Path(__file__).with_name("recognizers_run.py"))
        done = subprocess.run(
            [python, script], input=json.dumps(list(sentences)), stdout=subprocess.PIPE, text=True, check=True
        )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def record() -> None:
    """Run both peers and write their answers."""
    runs = {"quantulum3": quantulum3_answers(SENTENCES), "recognizers-text": recognizers_answers(SENTENCES)}
    notes = {"quantulum3": "without classifier", "recognizers-text": "number and unit models, emoji 1.7.0"}
    recorded = {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "python": platform.python_version(),
        "peers": {name: {"version": run["version"], "note": notes[name]} for name, run in runs.items()},
        "answers": [
            {"sentence": sentence, **{name: run["answers"][i] for name, run in runs.items()}}
            for i, sentence in enumerate(SENTENCES)
        ],
    }
    RECORDED.write_text(json.dumps(recorded, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def filled(page: str) -> str:
    """Return the page with the table between its markers."""
    before, opened, rest = page.partition(OPEN)
    _, closed, after = rest.partition(CLOSE)
    if not (opened and closed):
        raise SystemExit(f"README.md has no {OPEN} ... {CLOSE}")
    return f"{before}{OPEN}\n{render()}\n{CLOSE}{after}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Compare figures with its peers on ten sentences.")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--record", action="store_true", help="run the peers again")
    action.add_argument("--write-readme", action="store_true", help="fill the table of README.md")
    action.add_argument("--check", action="store_true", help="fail when README.md has another table")
    options = parser.parse_args(argv)
    if options.record:
        record()
    elif options.write_readme:
        README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
    elif options.check:
        page = README.read_text(encoding="utf-8")
        if filled(page) != page:
            print("README.md: the peers table is not what peers.py makes now", file=sys.stderr)
            return 1
    else:
        print(render())
    return 0


if __name__ == "__main__":
    sys.exit(main())
