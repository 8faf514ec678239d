"""What a surface form can mean: the senses that the compiled lexicon hands to the steps.

A `Word` collects every role of one surface ("strikes" is a noun and a verb); the steps ask for the role that
they need. No attrs here: mypyc makes native classes of plain ones and of data classes only, and the steps ask
these for their fields all the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from figures.records import Bound, Certainty

# Function-word classes, or-ed together in `Word.flags`. Each stands by itself as `Final`, for then mypyc puts its
# value where it is asked for; a name that it must look up takes forty times as long.
DET: Final = 1 << 0
PREP: Final = 1 << 1
CONJ: Final = 1 << 2
CONTRAST: Final = 1 << 3
REL: Final = 1 << 4
SUB: Final = 1 << 5
BE: Final = 1 << 6
HAVE: Final = 1 << 7
DO: Final = 1 << 8
MODAL: Final = 1 << 9
PRON: Final = 1 << 10
NEG: Final = 1 << 11
TRANSPARENT: Final = 1 << 12
LINKING: Final = 1 << 13
OTHER: Final = 1 << 14
LEVEL: Final = 1 << 15
INCLUSION: Final = 1 << 16
PER: Final = 1 << 17
CHANGE_NOUN: Final = 1 << 18
CHANGE_BY: Final = 1 << 19
MONTH: Final = 1 << 20
WEEKDAY: Final = 1 << 21
IDENTIFIER: Final = 1 << 22
CLOCK: Final = 1 << 23
ERA: Final = 1 << 24
YEAR_BEFORE: Final = 1 << 25
CHANGE_VERB: Final = 1 << 26
AGE_AFTER: Final = 1 << 27
AGE_BEFORE: Final = 1 << 28
PSEUDO: Final = 1 << 29
ABBREVIATION: Final = 1 << 30
ORDINAL: Final = 1 << 31
ORDER_VERB: Final = 1 << 32
CASH: Final = 1 << 33
NEGATIVE: Final = 1 << 34
SIZE: Final = 1 << 35
STAY: Final = 1 << 36
CLAUSE: Final = 1 << 37
AUX: Final = BE | HAVE | DO | MODAL

# Verb forms, or-ed together: a regular past is its participle too.
BASE: Final = 1 << 0
THIRD: Final = 1 << 1
PAST: Final = 1 << 2
PARTICIPLE: Final = 1 << 3
PRESENT: Final = 1 << 4
ANY_FORM: Final = BASE | THIRD | PAST | PARTICIPLE | PRESENT

#: Endings of a word that owns what follows: "the city's 130 boreholes".
OWNS = ("'s", "’s")


@dataclass(eq=False)
class Noun:
    """A counted noun: its semantic class, unit id, population and the category it says by itself."""

    surface: str
    cls: str
    unit: str
    who: tuple[str, ...] = ()
    category: str | None = None
    strong: bool = False


@dataclass(eq=False)
class Frame:
    """A set of verbs, adjectives and nominalisations that decide a category by role and class of noun."""

    name: str
    object: dict[str, str]
    subject: dict[str, str]
    recipient: dict[str, str]


@dataclass(eq=False)
class UnitSense:
    """A unit of measure or money: its id, kind and dimension, and the unit that may go on with it."""

    id: str
    kind: str
    dimension: str | None = None
    part: str | None = None  # "2 inches" behind "5 feet"
    parts: int = 1  # how many of its parts make one
    part_symbols: frozenset[str] = frozenset()  # symbols of the part that count behind this unit only


@dataclass(eq=False)
class BoundCue:
    """A cue that limits the number beside it."""

    cue_class: str
    bound: Bound
    strict: bool = False
    side: str = ""


@dataclass(eq=False)
class CertaintyCue:
    """A cue of commitment, with its scope (`sentence`, `clause`, `number`) and the bound it may add."""

    cue_class: str
    certainty: Certainty
    scope: str
    forward: bool = False
    bound: Bound | None = None
    passive: CertaintyCue | None = None


#: Entries of several tokens as a tree: by the next token, the sense of the entry that ends there, and longer ones.
Phrases = dict[str, tuple["Word | None", "Phrases"]]
#: What all words share that begin no phrase; most words are such.
NO_PHRASES: Phrases = {}


class Word:
    """All roles of one surface form, a single token or a phrase of several.

    `forms` are the forms of all its verbs, or-ed together; `flags` its classes of function word.
    """

    __slots__ = (
        "adjectives",
        "after",
        "before",
        "certainty",
        "flags",
        "forms",
        "labels",
        "marked",
        "money",
        "nominals",
        "noun",
        "opens",
        "phrases",
        "plural",
        "strange",
        "tails",
        "telling",
        "unit",
        "verbs",
        "who",
    )

    def __init__(
        self,
        *,
        flags: int = 0,
        noun: Noun | None = None,
        plural: bool = False,
        opens: bool = False,
        telling: bool = False,
        strange: bool = False,
        marked: int = 0,
    ) -> None:
        self.flags = flags
        self.noun = noun
        self.plural = plural
        self.verbs: tuple[tuple[Frame, int], ...] = ()
        self.forms = 0
        self.adjectives: tuple[Frame, ...] = ()
        self.nominals: tuple[Frame, ...] = ()
        self.labels: tuple[Frame, ...] = ()  # asked of a label only
        self.unit: UnitSense | None = None
        self.money: UnitSense | None = None  # of a word that is a measure too ("pound")
        self.before: BoundCue | None = None
        self.after: BoundCue | None = None
        self.certainty: CertaintyCue | None = None
        self.who: tuple[str, ...] = ()
        self.opens = opens  # a number expression may begin here
        self.telling = telling  # a clause may turn on it: a verb, an adjective, a mark, some function words
        self.strange = strange  # the lexicon says nothing of it: an unknown word or a mark
        #: 2 where it opens or states a commitment, 1 where it only begins phrases: `tokens` stops at it
        self.marked = marked
        self.phrases: Phrases = NO_PHRASES  # longer entries that begin with this one
        self.tails: frozenset[str] | None = None  # what those end in or go on with, found on demand

    def add_verb(self, frame: Frame, form: int) -> None:
        """Let the word be a form of a verb too."""
        self.verbs = (*self.verbs, (frame, form))
        self.forms |= form

    @property
    def is_verb_only(self) -> bool:
        """Whether the word can be a verb and no noun."""
        return self.noun is None and bool(self.verbs)

    @property
    def is_finite(self) -> bool:
        """Whether the word can be the verb of a clause and no noun: "arrives", "arrived", not "arrive"."""
        return self.noun is None and self.forms & (PAST | THIRD) != 0 and bool(self.verbs)


#: The sense of a digit string.
DIGITS = Word(opens=True, telling=True, marked=2)
#: The senses of words and of marks that the lexicon does not know.
UNKNOWN = Word(strange=True)
MARK = Word(telling=True, strange=True)
