"""What stands in the place of a text that could not be read."""

from __future__ import annotations

import attrs

from figures.errors import FiguresError


@attrs.frozen
class ExtractionFailure:
    """A text that could not be read: its position in the input and the error.

    >>> ExtractionFailure(3, ValueError("no text")).index
    3
    """

    index: int
    error: BaseException


class WorkerDiedError(FiguresError):
    """The process that read a text ended before it answered, also when it read nothing else."""
