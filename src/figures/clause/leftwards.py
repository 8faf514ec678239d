"""The words before a noun phrase that govern it: its verb, nominalisations, recipients, its own modifiers."""

from __future__ import annotations

from figures.clause.evidence import (
    OBJECT,
    RECIPIENT,
    STOP,
    SUBJECT,
    Evidence,
    chain,
    combined,
    first_category,
)
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Frame, Word
from figures.tokens import Sentence

_LEFT = 9  # tokens searched before a number
#: Prepositions that say where or when: the phrase behind them is governed by nothing.
_PLACE_OR_TIME = frozenset(("at", "near", "since", "within", "during", "after", "before", "into"))


def governor(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find the verb or nominalisation to the left that a phrase beginning at `first` is object or recipient of."""
    role, index, edge = OBJECT, first - 1, max(-1, first - _LEFT)
    preposition: str | None = None
    while index > edge:
        word, token = sentence.words[index], sentence.lowers[index]
        if sentence.numbers[index] is not None or token in STOP:
            return None
        if word.verbs and preposition is None and not _noun_left(sentence, index):
            return _object_of(sentence, lexicon, index, classes, role)
        if word.flags & s.PREP and not word.before:
            preposition = token
            break
        if word.flags & (s.CONJ | s.REL | s.SUB | s.AUX) or token == ",":
            return None
        if word.noun is not None and not word.before and not word.flags & (s.DET | s.OTHER):
            return None
        index -= 1
    if preposition is None:
        return None
    return _prepositional(sentence, lexicon, index, classes, preposition)


def _noun_left(sentence: Sentence, index: int) -> bool:
    """Judge a word that is noun and verb before a number ("the attacks 12 days ago")."""
    word = sentence.words[index]
    before = sentence.words[index - 1] if index else s.UNKNOWN
    return (word.noun is not None or bool(word.nominals)) and bool(before.flags & s.DET)


def _object_of(
    sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...], role: str
) -> Evidence | None:
    word = sentence.words[index]
    frames = [
        (frame, role) for frame in _with_forms(word, s.BASE | s.THIRD | s.PAST | s.PARTICIPLE | s.PRESENT)
    ]
    category = first_category(lexicon, frames, classes)
    if category is None:
        return None
    return Evidence(combined(sentence, lexicon, index, category, classes), index, "object")


def _with_forms(word: Word, forms: int) -> list[Frame]:
    return [frame for frame, form in word.verbs if form & forms]


def _prepositional(
    sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...], preposition: str
) -> Evidence | None:
    """Read "the evacuation of 300 families", "kits to 300 families", "home to 4,000 people"."""
    if preposition in _PLACE_OR_TIME:
        return None
    edge = max(-1, index - (24 if preposition in ("to", "for") else 8))
    depth = 0
    for at in range(index - 1, edge, -1):
        word = sentence.words[at]
        depth += (sentence.lowers[at] == ")") - (sentence.lowers[at] == "(")
        if depth > 0:
            continue
        if sentence.lowers[at] in STOP or word.flags & s.CONTRAST:
            return None
        if word.nominals and not (word.flags & s.PREP):
            if preposition in ("in", "by", "from"):
                return None
            if preposition in ("with", "between", "across"):
                return None
            category = first_category(
                lexicon, [(f, r) for f in word.nominals for r in (OBJECT, SUBJECT, RECIPIENT)], classes
            )
            if preposition == "for" and category in lexicon.planned:
                category = lexicon.planned[category]  # "aid for 35,000 people" is meant for them
            if category is not None and (index - at <= 3 or preposition != "of"):
                return Evidence(category, at, "nominal")
            if preposition == "of":
                return None
        if (
            preposition == "for"
            and word.noun is not None
            and word.noun.cls == "good"
            and index - at <= 3
            and "person" in chain(lexicon, classes)
        ):
            return Evidence("people.targeted", at, "recipient")
        if (
            word.noun is not None
            and word.noun.strong
            and preposition == "of"
            and index - at == 1
            and word.noun.category is not None
        ):
            return Evidence(word.noun.category, at, "nominal")
        if word.verbs and not _noun_left(sentence, at):
            wanted = (
                (RECIPIENT,)
                if preposition in ("to", "for", "with", "among", "between", "across")
                else (OBJECT,)
                if preposition == "of"
                else ()
            )
            category = first_category(lexicon, [(f, r) for f, _ in word.verbs for r in wanted], classes)
            return Evidence(category, at, "recipient") if category is not None else None
    return None


def modifier(
    sentence: Sentence, lexicon: Compiled, modifiers: list[int], classes: tuple[str, ...]
) -> Evidence | None:
    """Read a participle before the head: "3,000 displaced families", "30 wounded soldiers"."""
    for at in reversed(modifiers):
        word = sentence.words[at]
        frames = [(f, r) for f, form in word.verbs if form & s.PARTICIPLE for r in (OBJECT, SUBJECT)]
        frames += [(f, SUBJECT) for f, form in word.verbs if form & s.PRESENT]
        frames += [(f, r) for f in word.adjectives for r in (SUBJECT, OBJECT)]
        category = first_category(lexicon, frames, classes)
        if category is not None:
            return Evidence(category, at, "modifier")
    return None


def nearby(
    sentence: Sentence, lexicon: Compiled, first: int, after: int, classes: tuple[str, ...], reach: int
) -> Evidence | None:
    """Find the nearest word of the clause that gives the class any category, within reach."""
    for distance in range(1, reach + 1):
        for at in (first - distance, after + distance - 1):
            if not 0 <= at < sentence.size or sentence.numbers[at] is not None:
                continue
            if _crosses(sentence, at, first, after):
                continue
            word = sentence.words[at]
            if word.flags & (s.PREP | s.MONTH):
                continue
            verbs = [f for f, form in word.verbs if form & (s.PARTICIPLE | s.PRESENT) or "money" in classes]
            frames = [
                (f, r)
                for f in (*verbs, *word.nominals, *word.adjectives)
                for r in (OBJECT, SUBJECT, RECIPIENT)
            ]
            category = first_category(lexicon, frames, classes)
            if (
                "money" in classes
                and word.noun is not None
                and (word.noun.category or "").startswith("funding.")
            ):
                category = word.noun.category
            if category is not None and category != "funding.other":
                return Evidence(category, at, "nearby")
    return None


def _crosses(sentence: Sentence, at: int, first: int, after: int) -> bool:
    between = range(at + 1, first) if at < first else range(after, at)
    return any(sentence.lowers[i] in STOP or sentence.words[i].flags & s.CONTRAST for i in between)
