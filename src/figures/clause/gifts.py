"""Gifts: what is given to people, meant or sought for them, and what it is about ("workshops on hygiene for 80")."""

from __future__ import annotations

from figures.clause.evidence import ANY_ROLE, RECIPIENT, STOP, Reading, chain, form_of, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun, Word
from figures.tokens import Sentence

_GIVEN_WITHIN = 7  # tokens between a gift and the verb of giving
_DONE_WITHIN = 7  # tokens between a service and what is said of it
_SOUGHT = 7  # tokens between what is sought and the verb of seeking
_TOPIC = 5  # tokens between "on" and the last word of a topic
_TOPICAL = frozenset(("about", "in", "on"))  # "sessions *on* hygiene for"
_SHELTERED = "people.sheltered"
VERB_OF_RECIPIENT = Reading(form_of(s.ANY_FORM, RECIPIENT))
NOMINAL = Reading(form_of(0), nominals=ANY_ROLE)


def noun_before(
    sentence: Sentence, lexicon: Compiled, at: int, preposition: str, gap: int, classes: tuple[str, ...]
) -> tuple[str, str] | None:
    """Read what a plain noun says with its preposition: "blankets for 300 people", "casualties of 12 men"."""
    noun = sentence.words[at].noun
    if noun is None:
        return None
    lesson = sentence.lowers[at] in lexicon.lists.lessons
    aid = noun.cls == "good" or lesson or sentence.words[at].flags & s.CASH != 0
    taught = lesson or noun.category == "aid.delivered" or sentence.words[at].nominals != ()
    served = (
        gap <= 3 or taught and (sentence.lowers[at + 1] in _TOPICAL or was_done(sentence, lexicon, at + 1))
    )
    if preposition == "for" and aid and served and "person" in chain(lexicon, classes):
        if is_sought(sentence, lexicon, at):
            return "people.in_need", "recipient"
        given = is_given(sentence, lexicon, at, classes)
        return "people.reached" if given else "people.targeted", "recipient"
    handed = preposition == "to" and noun.category == "aid.delivered" and "person" in chain(lexicon, classes)
    if handed and not lexicon.lists.under_way.isdisjoint(sentence.lowers[max(0, at - _SOUGHT) : at]):
        return "people.reached", "recipient"  # "began food distribution to 300 families"
    if preposition == "of" and gap == 1 and _holds_people(noun) and "person" in chain(lexicon, classes):
        return ("people.population" if noun.cls == "place" else _SHELTERED), "nominal"
    if preposition == "of" and noun.strong and gap == 1 and noun.category is not None:
        return noun.category, "nominal"
    return None


def _holds_people(noun: Noun) -> bool:
    """Tell a place that its people live in: "a village of 1,200 people", "a camp of 300"."""
    return noun.cls == "refuge" or noun.cls == "place" and noun.category == "place.count"


def housed(sentence: Sentence, lexicon: Compiled, verb: int, classes: tuple[str, ...]) -> int:
    """Return the shelter that is set up: "temporary *accommodation* has been set up for 46 families", else -1."""
    if not sentence.words[verb - 1].flags & s.BE:
        return -1
    for at in range(verb - 1, max(-1, verb - _GIVEN_WITHIN), -1):
        word = sentence.words[at]
        if word.nominals:
            return at if says(lexicon, word, NOMINAL, classes) == _SHELTERED else -1
        if not word.flags & (s.AUX | s.TRANSPARENT):
            break
    return -1


def is_topic(sentence: Sentence, at: int) -> bool:
    """Tell what a service is about: "sessions on child *abuse*"."""
    for index in range(at - 1, max(0, at - _TOPIC), -1):
        if sentence.lowers[index] in _TOPICAL:
            noun = sentence.words[index - 1].noun
            return noun is not None and noun.category == "aid.delivered"
        if sentence.words[index].flags & s.PREP:
            break
    return False


def is_given(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> bool:
    """Tell "provided urgent aid for", which people have, from "a convoy with aid for", which is meant for them."""
    for index in range(at - 1, max(-1, at - _GIVEN_WITHIN), -1):
        word = sentence.words[index]
        if sentence.lowers[index] in STOP:
            return False
        if sentence.lowers[index] in lexicon.lists.done or sentence.lowers[index] in lexicon.lists.under_way:
            return True  # "made a distribution of kits for"
        if sentence.numbers[index] is not None:
            continue  # "distributed 40 tonnes of rice for"
        if word.is_verb_only and not word.nominals:
            return says(lexicon, word, VERB_OF_RECIPIENT, classes) == "people.reached"
    return was_done(sentence, lexicon, at + 1)


def is_done(lexicon: Compiled, token: str) -> bool:
    """Tell a verb that says that something took place, with its preposition: "carried out", "held at"."""
    return token in lexicon.lists.done or token.partition(" ")[0] in lexicon.lists.done


def was_done(sentence: Sentence, lexicon: Compiled, first: int) -> bool:
    """Tell what a service is said to be behind it: "training *was held* in Bol", "lessons for 30 *are ongoing*"."""
    told = False
    for index in range(first, first + _DONE_WITHIN):
        word, token = sentence.words[index], sentence.lowers[index]
        lists = lexicon.lists
        if token in lists.ongoing or token in lists.under_way or told and is_done(lexicon, token):
            return True  # but "will begin" ends the search at its modal
        if word.flags & (s.BE | s.HAVE):
            told = True
        elif (
            told
            and not word.flags & s.TRANSPARENT
            or word.flags & (s.MODAL | s.REL | s.CONTRAST)
            or token in STOP
            or sentence.numbers[index] is not None
        ):
            break
    return False


def is_sought(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell what somebody has yet to get for people: "*need* help for 300", "where to *find* food for them"."""
    for index in range(at - 1, max(-1, at - _SOUGHT), -1):
        token, word = sentence.lowers[index], sentence.words[index]
        if token in lexicon.lists.seeking:
            return True
        if sentence.numbers[index] is None and (
            word.flags & ~(s.DET | s.PREP | s.OTHER | s.CONJ) or word.is_verb_only
        ):
            return False
    return False


def says_of_money(lexicon: Compiled, word: Word) -> str | None:
    """Return what a noun before an amount in brackets says of it: "the appeal (US$ 3 million)"."""
    noun = word.noun.category if word.noun is not None else None
    return says(lexicon, word, NOMINAL, ("money",)) or (noun if (noun or "").startswith("funding.") else None)
