"""Runs `figures corpus` and kills it, by SIGKILL, at one of the moments when it is about to change something on disk.

    python killed.py every STEP OUT ARGUMENT...    a run killed at each STEP-th moment, resumed, and compared
    python killed.py often SEED OUT ARGUMENT...    one run killed again and again after some moments, until it is done

Prints how many runs were killed; fails where a resumed run differs from an undisturbed one. The parent has one thread
and forks, so that no run pays for the start of an interpreter. The journal is saved behind every text, and files are
written through after a few bytes, which leaves half lines behind.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import signal
import sys
from pathlib import Path

from figures import cli, extract_figures
from figures.corpus import parts, rowfiles, run

CHANGES = frozenset(("open", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.mkdir"))
NEVER = 10**9


class Fuse:
    """Kills the process at the n-th moment."""

    def __init__(self, moments: int) -> None:
        self.left = moments

    def burn(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def hear(self, event: str, args: tuple[object, ...]) -> None:
        if event in CHANGES and ".partial" in repr(args):
            self.burn()


def attempt(moments: int, arguments: list[str]) -> int:
    """Run the command in a process of its own; return the exit code, negative when it was killed."""
    if (child := os.fork()) == 0:
        code = 99
        with contextlib.suppress(BaseException):
            fuse = Fuse(moments)
            sys.addaudithook(fuse.hear)
            sync, take = os.fsync, run.Run.take

            def dangerous_sync(file: int) -> None:
                fuse.burn()
                sync(file)

            def dangerous_take(self: run.Run, *args: object) -> None:
                take(self, *args)
                fuse.burn()

            os.fsync, run.Run.take = dangerous_sync, dangerous_take
            rowfiles.BUFFER = 64
            rowfiles.JsonLines.seconds = parts.Parquet.seconds = 0
            with contextlib.redirect_stdout(io.StringIO()):
                code = cli.main(arguments)
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def content(out: Path) -> tuple[object, bytes]:
    """Return the rows and the bad records; no other file may be left."""
    bad = out.with_name(f"{out.name}.bad.jsonl")
    assert {path.name for path in out.parent.iterdir()} <= {out.name, bad.name}
    refused = bad.read_bytes() if bad.exists() else b""
    if out.suffix == ".parquet":
        import pyarrow.parquet

        return pyarrow.parquet.read_table(out).to_pylist(), refused
    return out.read_bytes(), refused


def clean(out: Path) -> None:
    shutil.rmtree(out.parent)
    out.parent.mkdir()


def main(mode: str, number: int, out: Path, arguments: list[str]) -> int:
    command = ["corpus", *arguments, "-o", str(out)]
    extract_figures("12 people")  # the lexicon is there before the forks
    expected = attempt(NEVER, command)
    assert expected in (0, 3), expected
    whole = content(out)
    clean(out)
    kills = 0
    if mode == "every":
        moment = 1
        while attempt(moment, command) < 0:
            kills += 1
            if out.exists() and not out.with_name(f"{out.name}.partial").exists():
                code = expected  # all was done but the removal of the working folder
                sweep(out)
            else:
                code = attempt(NEVER, [*command, "--resume"])
            assert (code, content(out)) == (expected, whole), f"killed at moment {moment}"
            clean(out)
            moment += number
    else:
        dice = random.Random(number)
        while attempt(dice.randint(2, 60), [*command, "--resume"]) < 0:
            kills += 1
            if out.exists() and not out.with_name(f"{out.name}.partial").exists():
                sweep(out)
                break
        assert content(out) == whole
        clean(out)
    return kills


def sweep(out: Path) -> None:
    """Remove what the next run would remove."""
    shutil.rmtree(out.with_name(f"{out.name}.partial.done"), ignore_errors=True)


if __name__ == "__main__":
    mode, number, out, *arguments = sys.argv[1:]
    sys.stdout.write(f"{main(mode, int(number), Path(out), arguments)}\n")
