"""Put the true output of `make demo` into README.md, or check with --check that it is there."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
START, END = "<!-- demo -->\n", "<!-- /demo -->\n"


def demo() -> str:
    """Return what `figures extract examples/*.txt` prints."""
    files = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*.txt"))
    command = [sys.executable, "-m", "figures", "extract", *files]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    return output or sys.exit("figures extract printed nothing")


def block(output: str) -> str:
    """Return the README block of an output: the first report in full view, the others folded."""
    first, *others = output.rstrip().split("\n\n")
    summary = f"The other {len(others)} reports"
    folded = "\n\n".join(others)
    return (
        f"```text\n{first}\n```\n\n"
        f"<details><summary>{summary}</summary>\n\n```text\n{folded}\n```\n\n</details>\n"
    )


def updated(readme: str) -> str:
    """Return the text of README.md with the block between its markers made anew."""
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        sys.exit(f"README.md: the markers {START.strip()} and {END.strip()} are missing")
    return before + start + block(demo()) + end + after


def main() -> None:
    """Update README.md, or with --check only tell whether it is up to date."""
    old = README.read_text(encoding="utf-8")
    new = updated(old)
    if "--check" not in sys.argv[1:]:
        README.write_text(new, encoding="utf-8")
    elif new != old:
        sys.exit("README.md does not show the true output of the demo: run `make readme`")


if __name__ == "__main__":
    main()
