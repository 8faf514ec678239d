"""The words the library knows: `Lexicon` as a value, its compiled lookup, and the schema of its files."""

from figures.lexicon.model import Lexicon

__all__ = ["Lexicon"]
