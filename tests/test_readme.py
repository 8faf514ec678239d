"""README and docs tell the truth: code runs, output is real, tables are complete, paths exist."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import figures
from figures.pipeline import STEPS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_python_blocks_run(page):
    blocks = re.findall(r"^```python\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page, page, 0)
    assert examples.examples
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    report = []
    assert runner.run(examples, out=report.append).failed == 0, "".join(report)


def test_every_code_block_has_a_language_that_is_tested_or_shown_output():
    languages = re.findall(r"^```(\w*)$", README, re.MULTILINE)[::2]
    assert set(languages) <= {"python", "text"}


@pytest.mark.parametrize("script", ["scripts/update_readme.py", "benchmarks/peers.py"])
def test_generated_blocks_are_true(script):
    command = [sys.executable, script, "--check"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr


def test_category_table_is_complete():
    shown = set()
    for family, leaves in re.findall(r"^\| `(\w+)` \| (.*)\|$", _section("Categories"), re.MULTILINE):
        shown |= {f"{family}.{leaf}" for leaf in re.findall(r"`(\w+)`", leaves)} or {family}
    assert shown == {str(name) for name in figures.Lexicon.builtin("en").categories()}


def test_bundles_are_complete():
    named = re.search(r"or a bundle: (.*?)\. ", README, re.DOTALL)
    categories = figures.Lexicon.builtin("en").categories().values()
    assert set(re.findall(r"`(\w+)`", named[1])) == {bundle for c in categories for bundle in c.bundles}


def test_hedge_table_is_true():
    _, *rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", _section("Hedges"), re.MULTILINE)
    assert {row[0] for row in rows} == {bound.value for bound in figures.Bound}
    for bound, wordings, interval in rows:
        for wording in re.split(r"[,;] ", wordings):
            number = (
                wording if re.search(r"\d|\b(hundreds|dozens|several|few)\b", wording) else f"{wording} 200"
            )
            figure, *others = figures.extract_figures(f"Officials counted {number} houses.")
            assert not others, wording
            assert figure.hedge.bound == bound, wording
            assert figure.hedge.strict == ("strict" in interval), wording
            if bound != "vague" or wording == "hundreds of":
                assert (figure.low, figure.high) == _ends(interval), wording


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/design.md"])
def test_paths_named_in_the_docs_exist(page):
    text = (ROOT / page).read_text("utf-8")
    paths = re.findall(r"`((?:src|scripts|tests|docs)/[^`<]*)`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_design_tells_every_step():
    told = re.findall(r"^\*\*(\w+)\*\*", (ROOT / "docs/design.md").read_text("utf-8"), re.MULTILINE)
    assert told == ["cut", *(step.__name__ for step in STEPS), "build"]


def _section(title: str) -> str:
    return README.partition(f"## {title}\n")[2].partition("\n## ")[0]


def _ends(interval: str) -> tuple[int | None, int | None]:
    numbers = [int(n) for n in re.findall(r"\d+", interval)]
    if "up" in interval:
        return numbers[0], None
    if "down" in interval:
        return None, numbers[0]
    return numbers[0], numbers[-1]
