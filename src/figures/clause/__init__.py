"""The clause around a noun phrase: which verb, adjective or nominalisation governs it, and in which role.

Every function returns `Evidence` or None; the rules of `categories` ask them in order. Roles are those of the
frames: `object` is what the verb is done to, `subject` who does or undergoes it, `recipient` whom it is for.
"""

from figures.clause.around import nearby
from figures.clause.asides import DASHES, behind_bracket, behind_dash, behind_parts
from figures.clause.evidence import Evidence, combined
from figures.clause.gifts import housed, says_of_money, was_done
from figures.clause.labels import heading, label
from figures.clause.leftwards import governor, modifier, object_of, separated
from figures.clause.levels import level
from figures.clause.parted import involving
from figures.clause.predicate import beside, predicate
from figures.clause.purpose import infinitive, ordered, taken_as
from figures.clause.sizes import size_around

__all__ = [
    "DASHES",
    "Evidence",
    "behind_bracket",
    "behind_dash",
    "behind_parts",
    "beside",
    "combined",
    "governor",
    "heading",
    "housed",
    "infinitive",
    "involving",
    "label",
    "level",
    "modifier",
    "nearby",
    "object_of",
    "ordered",
    "predicate",
    "says_of_money",
    "separated",
    "size_around",
    "taken_as",
    "was_done",
]
