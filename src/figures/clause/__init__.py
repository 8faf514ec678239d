"""The clause around a noun phrase: which verb, adjective or nominalisation governs it, and in which role.

Every function returns `Evidence` or None; `category_rules.py` orders them. Roles are those of the frames: `object` is
what the verb is done to, `subject` who does or undergoes it in the active, `recipient` whom it is for.
"""

from figures.clause.evidence import Evidence, combined
from figures.clause.labels import label, level
from figures.clause.leftwards import governor, modifier, nearby
from figures.clause.rightwards import infinitive, ordered, predicate, taken_as

__all__ = [
    "Evidence",
    "combined",
    "governor",
    "infinitive",
    "label",
    "level",
    "modifier",
    "nearby",
    "ordered",
    "predicate",
    "taken_as",
]
