"""Where a run writes: OUT, the side file, and the working folder beside them."""

from __future__ import annotations

import shutil
from pathlib import Path

import attrs

from figures.corpus.journal import Journal
from figures.corpus.lock import LOCK
from figures.corpus.plan import PLAN
from figures.errors import FiguresError


@attrs.frozen
class Workplace:
    """The paths that belong to an OUT.

    >>> Workplace(Path("rows.jsonl")).folder.name
    'rows.jsonl.partial'
    """

    out: Path

    @property
    def bad(self) -> Path:
        """The side file of bad records."""
        return self._beside(".bad.jsonl")

    @property
    def folder(self) -> Path:
        """Where everything is until the run is complete."""
        return self._beside(".partial")

    @property
    def _waste(self) -> Path:
        """The working folder of a complete run, on its way out."""
        return self._beside(".partial.done")

    def paths(self) -> set[str]:
        """Return the paths that are never read as inputs."""
        return {str(path.absolute()) for path in (self.out, self.bad, self.folder, self._waste)}

    def check(self, *, resume: bool, force: bool) -> None:
        """Raise FiguresError unless a run may write here."""
        shutil.rmtree(self._waste, ignore_errors=True)
        if not self.out.parent.is_dir():
            raise FiguresError(f"{self.out.parent}: no such folder")
        if self.out.is_dir():
            raise FiguresError(f"{self.out} is a folder; OUT is a file")
        left = self.folder.exists()
        if left and not resume and not force:
            raise FiguresError(
                f"{self.folder} is left of an interrupted run; --resume goes on with it, --force starts anew"
            )
        renaming = left and resume and Journal(self.folder).load().finished  # OUT may be ours already
        if self.out.exists() and not force and not renaming:
            nothing = "nothing is left to resume, and " if resume and not left else ""
            raise FiguresError(f"{nothing}{self.out} exists; --force replaces it")

    def empty(self) -> None:
        """Remove what an earlier run left in the working folder, its plan first; the lock stays."""
        for path in sorted(self.folder.iterdir(), key=lambda path: path.name != PLAN):
            if path.name != LOCK:
                path.unlink()

    def clear(self) -> None:
        """Remove the working folder: by one rename, so that no half of it looks like an interrupted run."""
        self.folder.rename(self._waste)
        shutil.rmtree(self._waste, ignore_errors=True)

    def _beside(self, ending: str) -> Path:
        return self.out.with_name(self.out.name + ending)
