"""The noun phrase behind a number: its unit, its head, its modifiers, and the noun that it is "of"."""

from figures.phrase.heads import read_nouns
from figures.phrase.phrase import Phrase
from figures.phrase.reader import read_phrase

__all__ = ["Phrase", "read_nouns", "read_phrase"]
