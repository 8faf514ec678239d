"""The command `figures`, slowed down, with a journal that is saved often: a test can step in between."""

from __future__ import annotations

import sys
import time

from figures.cli import main
from figures.corpus.rowfiles import JsonLines
from figures.corpus.run import Run

if __name__ == "__main__":
    take = Run.take

    def take_slowly(self: Run, *args: object) -> None:
        time.sleep(0.002)
        take(self, *args)

    Run.take = take_slowly
    JsonLines.seconds = 0.05
    sys.exit(main())
