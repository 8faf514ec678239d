"""Voice: the role of a phrase at a verb to its right, by auxiliaries, form, and what follows the verb."""

from __future__ import annotations

from functools import cache, partial

import attrs

from figures.candidates import Candidate
from figures.clause.evidence import OBJECT, SUBJECT, Reading, combined, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.stretched import stretched
from figures.tokens import Sentence

_HELD = 8  # tokens of what people hold
_LESSON = 5  # tokens of a lesson with its number
_ITEM = 8  # tokens from a number to the verb right behind its phrase and what that includes
_ITEM_ENDS = frozenset(("", ",", ";", ".", "!", "|", "/", "•", "-"))
PEOPLE = frozenset(("combatant", "household", "person", "team"))
_ARTICLES = frozenset(("a", "an", "the"))
_AGO = frozenset(("ago", "apart", "before", "earlier", "later", "since"))
_NEXT = frozenset(
    ("first", "following", "last", "next", "other", "past", "previous", "same", "second", "very")
)
#: What tells where something was done without a preposition: "killed *this side*".
_NEAR, _SIDES = frozenset(("both", "each", "either", "our", "that", "this")), frozenset(("side", "sides"))
#: Times that are no measure of time.
_TIMES = frozenset(
    (
        "afternoon",
        "autumn",
        "dawn",
        "evening",
        "fall",
        "fortnight",
        "morning",
        "night",
        "nite",
        "quarter",
        "season",
        "spring",
        "summer",
        "time",
        "weekend",
        "winter",
        "wk",
    )
)


@attrs.define
class Voice:
    """The auxiliaries between a phrase and its verb."""

    passive: bool = False
    perfect: bool = False
    modal: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether there is any auxiliary."""
        return self.passive or self.perfect or self.modal

    def hear(self, flags: int) -> None:
        """Take note of an auxiliary."""
        if flags & s.BE:
            self.passive = True
        elif flags & s.HAVE:
            self.perfect = True
        else:
            self.modal = True


def judge(
    sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...], voice: Voice
) -> str | None:
    """Return the category that a verb gives the phrase to its left."""
    active = opens_phrase(sentence, index + 1) or _goes_on_active(sentence, index)
    active = active or "person" in classes and names_object(sentence, index + 1)
    active = active and not sentence.lowers[index].endswith(" with")  # "provided with hot meals"
    if sentence.lowers[index] in lexicon.lists.holding:
        held = active or sentence.lowers[index + 1] in lexicon.lists.rallies  # "weavers *held protest*"
        gathered = rally(sentence, lexicon, index + 1, classes) if held else None
        if gathered is not None:
            return gathered
    infinitive = sentence.lowers[index - 1].rpartition(" ")[2] == "to"  # "are *expected to* flee"
    reading = _reading(voice.passive, voice.perfect, voice.modal, active, infinitive)
    word = stretched(sentence, index)
    category = says(lexicon, word, reading, classes) if word is not None else None
    if category is None:
        category = says(lexicon, sentence.words[index], reading, classes)
    if category == "people.gathered" and _are_lessons(sentence, lexicon, index + 1):
        return "people.reached"
    return combined(sentence, lexicon, index, category, classes) if category is not None else None


def _are_lessons(sentence: Sentence, lexicon: Compiled, first: int) -> bool:
    """Tell what people learn in from what they rally for: "took part in *12 training sessions*"."""
    for at in range(first, first + _LESSON):
        if sentence.lowers[at].rpartition(" ")[2] in lexicon.lists.lessons:
            return True
        if sentence.words[at].flags & (s.PREP | s.AUX | s.CONJ) or sentence.lowers[at] in ",.;:()":
            break
    return False


def rally(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> str | None:
    """Return what people are who hold what is named from a token on: "staged *a two-hour sit-in*"."""
    if PEOPLE.isdisjoint(classes):
        return None  # "workers of *two mills* staged a rally"
    for at in range(first, min(sentence.size, first + _HELD)):
        word = sentence.words[at]
        token = sentence.lowers[at]
        opening, closing = token.partition(" ")[0], token.rpartition(" ")[2]
        if not lexicon.lists.rallies.isdisjoint((token, opening, closing)):  # "protest in front of"
            behind = sentence.words[at + 1].noun
            if behind is None or sentence.lowers[at + 1] in lexicon.lists.rallies:  # "a rally *driver*"
                return "combatants.strength" if "combatant" in classes else "people.gathered"
        if word.flags & ~(s.DET | s.OTHER | s.PER | s.TRANSPARENT) or token in ",.;:()":
            break
    return None


def names_object(sentence: Sentence, at: int) -> bool:
    """Tell whom people do something to by name: "traders assaulted *Karva Border Guards*"."""
    if not sentence.words[at].strange or sentence.words[at].flags or sentence.is_capital(at - 1):
        return False
    return sentence.is_capital(at) and sentence.is_capital(at + 1) and not sentence.raw_at(at).isupper()


def _goes_on_active(sentence: Sentence, index: int) -> bool:
    """Tell "assaulted and robbed the driver", where the object stands behind the second verb."""
    second = sentence.words[index + 2]
    joined = sentence.words[index + 1].flags & s.CONJ and second.is_verb_only
    if joined and all(not frame.object for frame, _ in second.verbs):
        return True  # "attacked and *fled*"
    return bool(joined) and opens_phrase(sentence, index + 3) and sentence.numbers[index + 3] is None


@cache
def _reading(passive: bool, perfect: bool, modal: bool, active: bool, infinitive: bool) -> Reading:  # noqa: FBT001
    voice = Voice(passive, perfect, modal)
    return Reading(partial(_roles, voice=voice, active=active, infinitive=infinitive))


def _roles(form: int, voice: Voice, *, active: bool, infinitive: bool) -> tuple[str, ...]:
    if form & s.PARTICIPLE and voice.passive:
        return (OBJECT,) if active else (OBJECT, SUBJECT)
    if form & s.PRESENT:
        return (SUBJECT,)
    if form & (s.PAST | s.PARTICIPLE) and not voice.modal:
        undergone = form & s.PARTICIPLE and not voice.perfect and not active  # "20 people *drove*" has none
        return (OBJECT, SUBJECT) if undergone else (SUBJECT,)
    if form & (s.BASE | s.THIRD) and (voice.modal or infinitive or not voice.passive):
        return (SUBJECT,)
    return ()


def is_finite_only(sentence: Sentence, first: int, at: int) -> bool:
    """Tell a past that is no participle of what was done: "*protested*", not "*arrested*" or "who *lived*"."""
    word = sentence.words[at]
    if not word.forms & s.PAST or any(frame.object for frame, _ in word.verbs):
        return False
    return not any(before.flags & s.REL for before in sentence.words[first:at])


def is_attribute(sentence: Sentence, at: int, classes: tuple[str, ...] = ("person",)) -> bool:
    """Tell what befell a place, its hyphen left out, "teachers in *drought affected* Kenya were", "the *flooded* camp".

    Of people it is said with their place: "300 people are in the *besieged* town".
    """
    hazard, behind = sentence.words[at - 1], sentence.words[at + 1]
    if hazard.noun is None or hazard.noun.cls != "event" or not sentence.words[at - 2].flags & s.PREP:
        led = sentence.lowers[at - 1] in _ARTICLES and "person" not in classes
        return led and (behind.noun is not None or behind.strange)
    return behind.plural or behind.strange or behind.noun is not None and behind.noun.cls == "place"


def opens_phrase(sentence: Sentence, at: int) -> bool:
    """Tell whether an object noun phrase begins at a token, so that the verb before it is active."""
    if at >= sentence.size:
        return False
    word, number = sentence.words[at], sentence.numbers[at]
    if number is not None:
        return number.skipped is None and not _is_next_item(sentence, number)
    if sentence.lowers[at + 1] == "of" and sentence.numbers[at] is None and sentence.words[at].noun is None:
        return False  # "abducted north of the town"
    if word.flags & (s.PREP | s.TRANSPARENT) or sentence.lowers[at] in ",.;:()":
        return False
    if word.flags & (s.DET | s.PRON):
        told = word.flags & s.PRON and sentence.words[at + 1].certainty is not None
        return not (told or _says_when(sentence, at))  # "150 wounded *it said*"
    if word.before is not None:
        return not sentence.lowers[at].endswith(
            ("ing", " of")
        )  # "hurt *passing* a post", "held *north of* Bol"
    if word.noun is not None and word.verbs:
        return (
            sentence.words[at + 1].noun is not None and sentence.words[at + 1].plural
        )  # "*police* officers"
    return word.noun is not None


def _is_next_item(sentence: Sentence, number: Candidate) -> bool:
    """Tell the next item of a line without commas, "two killed *five injured* here", or "killed *12 days ago*"."""
    if number.noun is not None:
        return closes_item(sentence, number) and _counted_before(sentence, number.first - 1)
    if number.unit_kind == "time":
        return sentence.words[number.right].flags & s.SUB == 0 and sentence.lowers[number.right] in _AGO
    word = sentence.words[number.right]
    if number.unit is not None or not (word.forms & s.PARTICIPLE or word.adjectives) or word.noun is not None:
        return False
    return closes_item(sentence, number) or not opens_phrase(sentence, number.right + 1)


def closes_item(sentence: Sentence, number: Candidate) -> bool:
    """Tell a phrase whose participle ends its item: "293,000 houses *damaged*", and another number or the end."""
    word, after = sentence.words[number.right], number.right + 1
    if not (word.forms & s.PARTICIPLE or word.adjectives):
        return False  # most of all
    if sentence.words[after].flags & s.CONJ and sentence.numbers[after + 1] is not None:
        return True  # "5 cooks killed 7 cooks injured *and 1* missing"
    return sentence.numbers[after] is not None or sentence.lowers[after] in _ITEM_ENDS


def _counted_before(sentence: Sentence, verb: int) -> bool:
    """Tell a verb right behind a phrase that is counted: "9 huts *burnt*", "3 men including a boy *shot*"."""
    before = next(filter(None, reversed(sentence.numbers[max(0, verb - _ITEM) : verb])), None)
    if before is None or before.right == verb:
        return before is not None
    includes = sentence.words[before.right].flags & s.INCLUSION
    return includes != 0 and not any(word.is_verb_only for word in sentence.words[before.right + 1 : verb])


def _says_when(sentence: Sentence, at: int) -> bool:
    """Tell a time from an object: "killed *this week*", "displaced *the previous night*"."""
    if sentence.lowers[at] in _NEAR and sentence.lowers[at + 1] in _SIDES:
        return True  # "killed *this side*"
    at += 1
    while sentence.lowers[at] in _NEXT:
        at += 1
    month = sentence.words[at].noun is None or sentence.is_capital(at)  # "joined the march"
    return month and _is_time(sentence.words[at]) or sentence.lowers[at] in _TIMES


def _is_time(word: s.Word) -> bool:
    """Tell "killed *this year*" and "abducted the same night", which is no object."""
    return word.flags & (s.WEEKDAY | s.MONTH) != 0 or word.unit is not None and word.unit.kind == "time"
