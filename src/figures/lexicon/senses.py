"""What a surface form can mean: the senses that the compiled lexicon hands to the steps.

A `Word` collects every role of one surface ("strikes" is a noun and a verb); the steps ask for the role that
they need. No attrs here: mypyc makes native classes of plain ones and of data classes only, and the steps ask
these for their fields all the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from figures.records import Bound, Certainty

# Function-word classes, or-ed together in `Word.flags`.
DET, PREP, CONJ, CONTRAST, REL, SUB, BE, HAVE, DO, MODAL, PRON, NEG = (1 << n for n in range(12))
TRANSPARENT, LINKING, OTHER, LEVEL, INCLUSION, PER, CHANGE_NOUN, CHANGE_BY = (1 << n for n in range(12, 20))
MONTH, WEEKDAY, IDENTIFIER, CLOCK, ERA, YEAR_BEFORE, CHANGE_VERB = (1 << n for n in range(20, 27))
AGE_AFTER, AGE_BEFORE, PSEUDO, ABBREVIATION, ORDINAL, ORDER_VERB, CASH, NEGATIVE = (
    1 << n for n in range(27, 35)
)
SIZE, STAY, CLAUSE = 1 << 35, 1 << 36, 1 << 37
AUX = BE | HAVE | DO | MODAL

# Verb forms, or-ed together: a regular past is its participle too.
BASE, THIRD, PAST, PARTICIPLE, PRESENT = (1 << n for n in range(5))
ANY_FORM = BASE | THIRD | PAST | PARTICIPLE | PRESENT

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
        return bool(self.verbs) and self.noun is None

    @property
    def is_finite(self) -> bool:
        """Whether the word can be the verb of a clause and no noun: "arrives", "arrived", not "arrive"."""
        return self.is_verb_only and self.forms & (PAST | THIRD) != 0


#: The sense of a digit string.
DIGITS = Word(opens=True, telling=True, marked=2)
#: The senses of words and of marks that the lexicon does not know.
UNKNOWN = Word(strange=True)
MARK = Word(telling=True, strange=True)
