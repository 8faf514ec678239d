"""What a phrase is made to do ("forced 300 people to leave"), and what it is taken as ("as refugees")."""

from __future__ import annotations

from figures.clause.evidence import (
    OBJECT,
    PARTICIPLE_OR_ADJECTIVE,
    SUBJECT,
    Evidence,
    Reading,
    form_of,
    says,
)
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_INFINITIVE = Reading(form_of(s.BASE, SUBJECT))
_PASSIVE_INFINITIVE = Reading(form_of(s.PARTICIPLE, OBJECT, SUBJECT))


def infinitive(
    sentence: Sentence, lexicon: Compiled, first: int, at: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what a phrase is made to do: "forced 300 people *to evacuate*", "hundreds *to be relocated*"."""
    if _is_bare_infinitive(sentence, first, at):  # "helped 410 families go back"
        category = says(lexicon, sentence.words[at], _INFINITIVE, classes)
        return Evidence(category, at, "infinitive") if category is not None else None
    if sentence.lowers[at] != "to":
        return None
    index = at + 1
    while sentence.words[index].flags & s.TRANSPARENT:
        index += 1
    if sentence.words[index].flags & s.BE:
        index += 1
        category = says(lexicon, sentence.words[index], _PASSIVE_INFINITIVE, classes)
    else:
        category = says(lexicon, sentence.words[index], _INFINITIVE, classes)
    return Evidence(category, index, "infinitive") if category is not None else None


def _is_bare_infinitive(sentence: Sentence, first: int, at: int) -> bool:
    word = sentence.words[at]
    if not word.forms & s.BASE or word.noun is not None or not sentence.words[first - 1].verbs:
        return False
    return any(form & s.BASE and not form & s.PAST for _, form in word.verbs)


def ordered(sentence: Sentence, lexicon: Compiled, found: Evidence, first: int, after: int) -> Evidence:
    """Turn what people were urged to do into an evacuation."""
    other = lexicon.orders.get(found.category)
    if other is None:
        return found
    around = [*range(max(0, first - 5), first), *range(after, max(after, found.at))]
    if any(sentence.words[i].flags & s.ORDER_VERB for i in around):
        return found._replace(category=other)
    return found


def taken_as(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find the noun, participle or adjective that says as what something counts, from a token on."""
    for index in range(at, min(sentence.size, at + 4)):
        word = sentence.words[index]
        if sentence.numbers[index] is not None or word.flags & s.PREP:
            return None
        category = says(lexicon, word, PARTICIPLE_OR_ADJECTIVE, classes)
        if category is None and word.noun is not None and word.noun.category not in ("people.other", "other"):
            category = word.noun.category
        if category is not None:
            return Evidence(category, index, "role")
    return None
