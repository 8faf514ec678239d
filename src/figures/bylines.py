"""Who told of it, right behind the number of a headline: "Blast kills nine *State media*", "wounds six *Agency*"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.phrase import Phrase
from figures.tokens import Sentence

#: Classes of nouns that befall people's verbs: "kills nine State police".
_PEOPLE = frozenset(("combatant", "force", "household", "person", "team"))


def is_byline(sentence: Sentence, lexicon: Compiled, found: Candidate, phrase: Phrase) -> bool:
    """Tell the name of a source from what a number counts, by its capital and by the verb before the number."""
    head, names = phrase.head, lexicon.lists.sources
    if head is None or sentence.lowers[head] not in names and sentence.lowers[head + 1] not in names:
        return False
    if not phrase.many or phrase.noun is not None and phrase.noun.cls in _PEOPLE:
        return False
    at = phrase.first + (sentence.lowers[phrase.first] == "more")
    if not sentence.is_capital(at):
        return False
    at = found.first - 1
    while at > 0 and sentence.words[at].before is not None:
        at -= 1
    return any("person" in frame.object for frame, _ in sentence.words[at].verbs)
