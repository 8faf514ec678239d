"""Commitment: how far a sentence stands by its figures.

The cues are found once for each sentence. Each covers its sentence, its clause, its own phrase or the one number
beside it.
"""

from figures.commitment.cues import find_cues
from figures.commitment.scope import commit

__all__ = ["commit", "find_cues"]
