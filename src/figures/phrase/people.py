"""Who else is listed behind people: "12 men, *women and children*", "9 returnees, *IDPs* and host families"."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.phrase.phrase import Phrase
from figures.tokens import Sentence

_LIST = 9  # tokens of a list of people
_PEOPLE = frozenset(("person", "combatant"))


def note_people(sentence: Sentence, phrase: Phrase, at: int) -> None:
    """Take note of who is listed behind people, if the list ends in "and": "12 men, women and children"."""
    noun = phrase.noun
    if noun is None or noun.cls not in _PEOPLE:
        return
    who: set[str] = set()
    last = inside = False
    for index in range(at, at + _LIST):
        word, token = sentence.words[index], sentence.lowers[index]
        inside = token == "(" or inside and sentence.lowers[index - 1] != ")"
        if token == "," or inside:
            continue  # "internally displaced people (IDPs), and"
        if word.flags & s.CONJ and not last:
            last = True
        elif _is_people(sentence, index):
            who.update(word.who)
            if word.noun is not None:
                who.update(word.noun.who)
            if last:
                phrase.who = phrase.who.union(who)
                return
        else:
            if last and who and token.startswith("host "):  # "12 returnees, IDPs and *host community*"
                phrase.who = phrase.who.union(who)
            return


def _is_people(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    return word.noun is not None and word.noun.cls in _PEOPLE and word.plural and not word.verbs
