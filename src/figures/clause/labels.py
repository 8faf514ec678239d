"""Labels and levels: numbers that stand for what a noun before them counts ("IDPs: 12,300", "the toll rose to 12")."""

from __future__ import annotations

from figures.clause.evidence import (
    OBJECT,
    PLAIN,
    STOP,
    SUBJECT,
    Evidence,
    combined,
    first_category,
)
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.tokens import Sentence

_QUOTE = frozenset("\"“”'‘’")


def label(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read a label before the number: "Killed: 12", "Deaths (confirmed) ..... 8", "IDPs | 12,300"."""
    stop = first
    while stop > 0 and (
        sentence.lowers[stop - 1] in ":|=–—-•…" or sentence.lowers[stop - 1].startswith("..")
    ):
        stop -= 1
    if stop == first and not _bare_label(sentence, stop - 1):
        return None
    start = stop
    while (
        start > 0
        and stop - start < 8
        and sentence.numbers[start - 1] is None
        and sentence.lowers[start - 1] not in "|;•./"
    ):
        start -= 1
    nouns = [
        i for i in range(start, stop) if sentence.words[i].noun is not None and not in_place(sentence, i)
    ]
    head = nouns[-1] if nouns else None
    noun = sentence.words[head].noun if head is not None else None
    if noun is not None and head is not None:
        if noun.strong and noun.category is not None:
            return Evidence(noun.category, head, "label", noun, start)
        classes = (noun.cls,) if "money" not in classes else ("money", noun.cls)
    for index in range(start, stop):
        word = sentence.words[index]
        frames = [
            (f, r) for f, form in word.verbs if form & (s.PARTICIPLE | s.PRESENT) for r in (OBJECT, SUBJECT)
        ]
        frames += [(f, r) for f in (*word.adjectives, *word.nominals) for r in (SUBJECT, OBJECT)]
        category = first_category(lexicon, frames, classes)
        if category is not None:
            return Evidence(
                combined(sentence, lexicon, index, category, classes), index, "label", noun, start
            )
    if noun is not None and head is not None and noun.category is not None:
        return Evidence(noun.category, head, "label", noun, start)
    return None


def _bare_label(sentence: Sentence, at: int) -> bool:
    """Tell a label without a mark: "Dead 4 / Injured 19 / Missing 2"."""
    if at < 0 or at and not (sentence.lowers[at - 1] in "/|;," or sentence.numbers[at - 1] is not None):
        return False
    word = sentence.words[at]
    participle = any(form & s.PARTICIPLE and not form & s.BASE for _, form in word.verbs)
    return participle or bool(word.adjectives) or word.noun is not None and word.noun.strong and word.plural


def level(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read "the death toll rose to 12", "the number of displaced reached 300", "the dead numbered 40"."""
    for at in range(first - 1, max(-1, first - 5), -1):
        word = sentence.words[at]
        changed = (
            sentence.lowers[at] in ("from", "to") and at and sentence.words[at - 1].flags & s.CHANGE_VERB
        )
        if word.flags & (s.LEVEL | s.INCLUSION) and sentence.lowers[at] not in ("with", "among") or changed:
            return subject(sentence, lexicon, at - 1, classes)
        if word.flags & s.BE:
            return _copula(sentence, at - 1)
        if sentence.lowers[at] in _QUOTE:
            continue
        if sentence.numbers[at] is not None or not (
            word.before or word.flags & (s.DET | s.TRANSPARENT | s.OTHER) or word.certainty
        ):
            return None
    return None


def _copula(sentence: Sentence, at: int) -> Evidence | None:
    """Read "the death toll is 12", "the number of displaced people was 300": only totals are numbers."""
    for index in range(at, max(-1, at - 7), -1):
        noun = sentence.words[index].noun
        if (
            sentence.numbers[index] is not None
            or sentence.lowers[index] in STOP
            or sentence.lowers[index] == ","
        ):
            return None
        if (
            noun is not None
            and (noun.cls == "label" or noun.strong and noun.cls == "person")
            and noun.category is not None
        ):
            return Evidence(noun.category, index, "level", noun)
    return None


def subject(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find, leftwards from a token, the noun or participle that a level speaks of."""
    counted: tuple[Noun, int] | None = None
    for index in range(at, max(-1, at - 8), -1):
        word, token = sentence.words[index], sentence.lowers[index]
        if token in STOP or token == "," or sentence.numbers[index] is not None or word.flags & s.CONTRAST:
            break
        if word.noun is not None and in_place(sentence, index):
            continue
        if (
            word.noun is not None
            and word.noun.category is not None
            and (word.noun.strong or word.noun.category not in PLAIN)
        ):
            return Evidence(word.noun.category, index, "level", counted[0] if counted else word.noun)
        if word.noun is not None and counted is None:
            counted, classes = (word.noun, index), (word.noun.cls,)
        frames = [(f, r) for f, form in word.verbs if form & s.PARTICIPLE for r in (OBJECT, SUBJECT)]
        frames += [(f, r) for f in (*word.adjectives, *word.nominals) for r in (OBJECT, SUBJECT)]
        category = first_category(lexicon, frames, classes)
        if category is not None:
            return Evidence(
                combined(sentence, lexicon, index, category, classes),
                index,
                "level",
                counted[0] if counted else None,
            )
    if counted is not None and counted[0].category is not None and counted[0].cls != "thing":
        return Evidence(counted[0].category, counted[1], "level", counted[0])
    return None


def in_place(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun only says where: "the number of militants *in the city*"."""
    for at in range(index - 1, max(-1, index - 4), -1):
        word = sentence.words[at]
        if word.flags & s.PREP:
            return sentence.lowers[at] != "of"
        if word.noun is not None or word.verbs:
            return False
    return False
