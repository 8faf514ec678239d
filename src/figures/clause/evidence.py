"""What the clause says of a noun phrase: `Evidence`, and how frames give it by role and class of noun."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import NamedTuple

import attrs

from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Frame, Noun, Word
from figures.tokens import Sentence

STOP = frozenset((";", ":", "|", ".", "•", "!", "?", "…"))

OBJECT, SUBJECT, RECIPIENT = "object", "subject", "recipient"
ANY_ROLE = (OBJECT, SUBJECT, RECIPIENT)


class Evidence(NamedTuple):
    """A category with the token that decided it and the rule that read it."""

    category: str
    at: int
    rule: str
    noun: Noun | None = None  # what a label or a subject counts
    first: int = -1  # the token that a label begins with


@attrs.frozen(eq=False)
class Reading:
    """In which roles the frames of a word are asked, the better role first: of its verbs by their form, and so on."""

    verbs: Callable[[int], tuple[str, ...]]
    adjectives: tuple[str, ...] = ()
    nominals: tuple[str, ...] = ()

    def frames(self, word: Word) -> list[tuple[Frame, str]]:
        """Return each frame of a word with each role it is asked in, all of the better role first."""
        ranked = [
            (rank, frame, role) for frame, form in word.verbs for rank, role in enumerate(self.verbs(form))
        ]
        asked = [(frame, role) for _, frame, role in sorted(ranked, key=itemgetter(0))]
        asked += [(frame, role) for frame in word.adjectives for role in self.adjectives]
        return asked + [(frame, role) for frame in word.nominals for role in self.nominals]


def form_of(forms: int, *roles: str) -> Callable[[int], tuple[str, ...]]:
    """Return what gives these roles to a verb in one of some forms."""
    return lambda form: roles if form & forms else ()


def of_modifier(form: int) -> tuple[str, ...]:
    """Return the roles of what a verb modifies: "*injured* men" undergo it first of all, "*fleeing* men" do it."""
    return (OBJECT, SUBJECT) if form & s.PARTICIPLE else (SUBJECT,) if form & s.PRESENT else ()


#: A participle (what stands beside it undergoes it, first of all) or an adjective.
PARTICIPLE_OR_ADJECTIVE = Reading(form_of(s.PARTICIPLE, OBJECT, SUBJECT), (SUBJECT, OBJECT))
_ANY_FORM = Reading(form_of(s.ANY_FORM, OBJECT, SUBJECT), (SUBJECT, OBJECT))

#: Categories that say little: a better word of the clause goes before them.
WEAK = frozenset(("assets.count", "other", "people.other"))

_KILLED = "people.killed"
_KILLED_OR_INJURED = {_KILLED, "people.injured"}

_KEPT = 100_000  # answers kept at hand


def says(lexicon: Compiled, word: Word, reading: Reading, classes: tuple[str, ...]) -> str | None:
    """Return the first category that the frames of a word give the classes of a noun, best class first."""
    if not (word.verbs or word.adjectives or word.nominals):
        return None
    asked = word, reading, classes
    try:
        return lexicon.said[asked]
    except KeyError:
        if len(lexicon.said) >= _KEPT:
            lexicon.said.clear()
        answer = lexicon.said[asked] = _first_category(lexicon, reading.frames(word), classes)
        return answer


def _first_category(
    lexicon: Compiled, frames: list[tuple[Frame, str]], classes: tuple[str, ...]
) -> str | None:
    for cls in classes:
        for frame, role in frames:
            table: dict[str, str] = getattr(frame, role)
            for name in lexicon.fallback.get(cls, (cls,)):
                if name in table:
                    return table[name]
    return None


def chain(lexicon: Compiled, classes: tuple[str, ...]) -> set[str]:
    """Return some classes with all that they fall back to."""
    return {name for cls in classes for name in lexicon.fallback.get(cls, (cls,))}


def combined(sentence: Sentence, lexicon: Compiled, at: int, category: str, classes: tuple[str, ...]) -> str:
    """Join two coordinated verbs into the category of both: "killed or injured" are casualties."""
    words, others = sentence.words, [at - 1]
    if words[at - 1].flags & s.CONJ or sentence.lowers[at - 1] == "/":
        others.insert(0, at - 2)
    if words[at + 1].flags & s.CONJ or sentence.lowers[at + 1] == "/":
        others.insert(0, at + 2)
    for other in others:
        if sentence.numbers[other] is not None or other == at - 1 and sentence.words[other].noun is not None:
            continue  # "a truck bomb destroyed"
        if other == at - 1 and words[at - 2].flags & s.DET:
            continue  # "two of *the wounded* died"
        if other < at and category == "people.affected":
            continue  # "left two dead and affected 300"
        second = _own_category(lexicon, sentence.words[other], classes)
        if second is not None and second != category:
            pairs = lexicon.combinations
            if {category, second} == _KILLED_OR_INJURED:
                hurt = at if category != _KILLED else other
                if sentence.lowers[hurt] not in lexicon.lists.injuring:
                    return _KILLED  # "assaulted and killed"
            return pairs.get((category, second)) or pairs.get((second, category)) or category
    return category


def _own_category(lexicon: Compiled, word: Word, classes: tuple[str, ...]) -> str | None:
    category = says(lexicon, word, _ANY_FORM, classes)
    if category is None and word.noun is not None and word.noun.strong:
        return word.noun.category
    return category


def in_place(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun only says where: "the number of militants *in the city*"."""
    for at in range(index - 1, max(-1, index - 4), -1):
        word = sentence.words[at]
        if word.flags & s.PREP:
            return sentence.lowers[at] != "of"
        if word.noun is not None or word.verbs:
            return False
    return False
