"""Two figures that two words tell apart: "killed and injured 12 and 40 people *respectively*"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.classes import classes_of
from figures.clause.evidence import ANY_ROLE, WEAK, Reading, form_of, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_ANY = Reading(form_of(s.ANY_FORM, *ANY_ROLE), ANY_ROLE, ANY_ROLE)
_APART = 4  # tokens between the two numbers
_TOLD = ("assets.", "livelihood.", "people.")


def tell_apart(sentence: Sentence, lexicon: Compiled, live: list[Candidate]) -> None:
    """Give each of two joined numbers what its own word says, the first one the first."""
    end = sentence.lowers.index("respectively")
    told = [c for c in live if c.after <= end and c.unit_kind == "count" and c.rule != "change"]
    if len(told) < 2:
        return
    first, second = told[-2:]
    link = second.left - 1
    if not sentence.words[link].flags & s.CONJ or link - first.right > _APART:
        return
    classes = classes_of(second, first)
    for at in range(1, sentence.size - 1):
        if first.left <= at <= second.right:
            continue
        said = _pair(sentence, lexicon, at, classes)
        if said is not None:
            first.category, second.category = said
            first.rule = second.rule = "respective"
            first.trigger = second.trigger = (sentence.starts[at], sentence.ends[at])
            return


def _pair(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> tuple[str, str] | None:
    """Return what two joined words say: "*killed and injured*", one entry, or "the *injured* and the *missing*"."""
    token = sentence.lowers[at]
    if " and " in token:
        one, _, other = token.partition(" and ")
        left, right = lexicon.words.get(one), lexicon.words.get(other)
    elif sentence.words[at].flags & s.CONJ:
        behind = at + 1
        while sentence.words[behind].flags & s.DET:
            behind += 1
        left, right = sentence.words[at - 1], sentence.words[behind]
    else:
        return None
    if left is None or right is None:
        return None
    first, second = _said(lexicon, left, classes), _said(lexicon, right, classes)
    if first is None or second is None or first == second:
        return None
    return (first, second) if first.startswith(_TOLD) and second.startswith(_TOLD) else None


def _said(lexicon: Compiled, word: s.Word, classes: tuple[str, ...]) -> str | None:
    if word.noun is not None and word.noun.cls in ("event", "person") and word.noun.category not in WEAK:
        return word.noun.category
    return says(lexicon, word, _ANY, classes)
