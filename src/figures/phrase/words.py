"""What a word is to a phrase: its verb or its noun, its modifier, a noun that the lexicon does not know."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.phrase.phrase import END, MARKS, Phrase
from figures.stretched import stretched
from figures.tokens import Sentence

_NAME = 6  # tokens from the name of a body to its people
_BODIES = frozenset(("organisation", "force"))
_FINITE = s.BASE | s.PAST
_PARTICLES = (" down", " off", " out", " up")
#: What things make up, and "strong", which tells of it.
_CONVOYS = frozenset(("caravan", "column", "convoy", "fleet", "flotilla", "motorcade", "strong"))
HYPHENS = ("-", "‑", "–")


def is_verb(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Judge a word that is noun and verb ("strikes", "shelter"): behind a plural head it is the verb."""
    word = sentence.words[index]
    if not word.verbs:
        return False
    if phrase.head is not None:  # "five relief camps" are no relief that camps
        if word.forms == s.THIRD and word.noun is not None and word.noun.category == "people.killed":
            return True  # "half of the population *lives* on the coast"
        return sentence.words[phrase.head].plural and not (word.plural and is_mass(sentence, phrase.head))
    if word.plural:
        return False
    if word.forms & (s.PARTICIPLE | s.PRESENT):
        named = word.forms & s.PRESENT and index > phrase.first and not _opens_object(sentence, index + 1)
        return not named  # "one burning *building*", but "one group *building* the dam"
    # "40,000 NEED HELP", "2,000 PROTEST", "1.3m need aid", but "300 face masks"
    return phrase.many and index == phrase.first and not _plural_within(sentence, index + 1)


def _opens_object(sentence: Sentence, at: int) -> bool:
    """Tell whether what follows may be the object of a verb."""
    word = sentence.words[at]
    return word.flags & (s.DET | s.PRON) != 0 or word.noun is not None or sentence.numbers[at] is not None


def is_mass(sentence: Sentence, index: int) -> bool:
    """Tell a good that has no plural and stands before other nouns: "food", "water", "relief"."""
    noun, token = sentence.words[index].noun, sentence.lowers[index]
    mass = noun is not None and noun.cls == "good" and token.endswith(noun.surface)
    return mass and not token.endswith("s")


def _plural_within(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun in the plural comes in a row of nouns and unknown words."""
    for at in range(index, min(sentence.size, index + 4)):
        word = sentence.words[at]
        if _ends_at(sentence, at):
            return False
        people = word.noun is not None and word.noun.cls == "person"
        if word.plural and (people or sentence.lowers[at].endswith("s")) or looks_plural(sentence, at):
            return True
    return False


def modifies(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Tell whether a participle or adjective may stand before a head that follows."""
    word = sentence.words[index]
    if sentence.lowers[index].endswith(" of"):
        return False  # "3 million *in need of* aid"
    if " " in sentence.lowers[index] and word.verbs and not word.adjectives:
        noun = sentence.words[index + 1]  # "dozens of *burned out* cars", but "38 rescued from a ferry"
        token = sentence.lowers[index]
        paired = " or " in token or " and " in token  # "damaged or destroyed houses"
        done = word.forms & s.PARTICIPLE and (paired or token.endswith(_PARTICLES))
        return bool(done) and noun.noun is not None and noun.plural and (paired or not noun.verbs)
    if index == phrase.first and word.forms & _FINITE and word.phrases and _is_predicate(sentence, index):
        return False  # "12 suffered minor injuries", "hundreds flee homes"
    if not word.forms & (s.PARTICIPLE | s.PRESENT) and not word.adjectives:
        behind = sentence.words[index + 1]
        if behind.noun is None or behind.verbs:
            return False
        return behind.plural or _plural_within(
            sentence, index + 2
        )  # "29 burn patients", "5 live radio talk shows"
    for later in range(index + 1, min(sentence.size, index + 5)):
        behind = sentence.words[later]
        if _ends_at(sentence, later):
            return False
        if behind.noun is not None:  # "300 *received food*", but "300 donated food parcels"
            return not (phrase.many and index == phrase.first and _is_got(sentence, later))
        if behind.flags & s.CONJ and not _noun_within(sentence, later + 1):
            return False
        if behind is s.UNKNOWN and index > phrase.first and _is_lower_plural(sentence, later):
            return True
    return False


def _is_got(sentence: Sentence, at: int) -> bool:
    """Tell what has no number from what a number may count: "emergency *food*", not "emergency food parcels"."""
    while sentence.words[at + 1].noun is not None and sentence.numbers[at + 1] is None:
        at += 1
    return is_mass(sentence, at)


def goes_inside(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Tell a verb inside a compound: "NGO *contracted* drivers", "two field *support* staff"."""
    head = phrase.head
    if head is None or head + 1 != index:
        return False
    return _is_hired(sentence, head, index) or phrase.many and _goes_on_to_plural(sentence, head, index)


def _goes_on_to_plural(sentence: Sentence, head: int, index: int) -> bool:
    """Tell a noun that is verb too, between one in the singular and the head: "two field *support* staff"."""
    word, behind = sentence.words[index], sentence.words[index + 1]
    if sentence.words[head].plural or not (word.nominals and word.forms & s.BASE):
        return False
    return behind.noun is not None and behind.plural and not behind.verbs and not word.plural


def _is_hired(sentence: Sentence, head: int, index: int) -> bool:
    """Tell a body that acts on the head behind it: "NGO *contracted* driver", "army *backed* militias"."""
    body, behind = sentence.words[head], sentence.words[index + 1]
    if body.plural or body.noun is None or body.noun.cls not in _BODIES:
        return False
    hired = sentence.words[index].forms & s.PARTICIPLE or sentence.lowers[index].endswith("ed")
    return bool(hired) and behind.noun is not None and not behind.verbs


def _is_predicate(sentence: Sentence, index: int) -> bool:
    """Tell a verb that begins an entry of several words."""
    finite = not sentence.words[index].forms & s.PARTICIPLE
    sense = stretched(sentence, index, short=finite)  # "hundreds flee homes", not "300 *abandoned* homes"
    return sense is not None and sense.verbs != ()


def _ends_at(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if sentence.numbers[index] is not None or sentence.lowers[index] in MARKS:
        return True
    return word.flags & (END | s.DET) != 0 or word.unit is not None


def _noun_within(sentence: Sentence, index: int) -> bool:
    """Tell whether one of two words is a noun."""
    return any(word.noun is not None for word in sentence.words[index : index + 2])


def _is_lower_plural(sentence: Sentence, index: int) -> bool:
    return sentence.lowers[index].endswith("s") and sentence.text[sentence.starts[index]].islower()


def ends_phrase(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Tell whether a phrase with a head ends at a word that is no noun."""
    if phrase.head is None:
        return False
    if sentence.is_capital(phrase.head) and sentence.is_capital(index) and is_name(sentence, phrase.head):
        return False
    noun, behind = sentence.words[phrase.head].noun, sentence.words[index + 1]
    if "-" in sentence.lowers[index] and behind.plural and noun is not None:
        return sentence.lowers[phrase.head] != noun.surface  # "seven Chinese *province-level* regions"
    several = sentence.words[phrase.head].plural and not is_mass(sentence, phrase.head)
    return several or not _noun_within(sentence, index + 1)


def is_name(sentence: Sentence, at: int) -> bool:
    """Tell a plural that begins the name of a body: "three *Emirates* Red Crescent aid workers"."""
    named = sentence.is_capital(at) and sentence.is_capital(at + 1) and not sentence.raw_at(at).isupper()
    if not named or sentence.words[at + 1].verbs or sentence.words[at + 1].adjectives:
        return False
    for index in range(at + 2, at + _NAME):
        word = sentence.words[index]
        if _ends_at(sentence, index) or word.verbs:
            return False
        if word.noun is not None and word.noun.cls == "person" and word.plural:
            return not sentence.is_capital(index)
    return False


def looks_plural(sentence: Sentence, index: int) -> bool:
    """Tell whether an unknown word may be a noun in the plural ("masons", "DCs") and no name ("Texas")."""
    surface = sentence.raw_at(index)
    if len(surface) < 3 or not surface.isalpha() or not surface.endswith("s"):
        return False
    if surface[:-1].isupper():
        return True
    return len(surface) > 3 and surface[0].islower() and not surface.endswith(("ss", "us", "is"))


def is_measured_by(sentence: Sentence, at: int) -> bool:
    """Tell a noun in the singular that hangs on its number by a hyphen."""
    word = sentence.words[at]
    hangs = sentence.lowers[at - 1] in HYPHENS and sentence.adjacent(at)
    return hangs and word.noun is not None and not word.plural


def is_size(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a noun in the singular before another, in a phrase that opens with "a": "a 24 person team"."""
    if sentence.lowers[at + 1] in _CONVOYS and found.kind in ("digits", "words"):
        return sentence.words[at].noun is not None and not sentence.words[at].plural
    if found.kind != "digits":
        return False
    noun, body = sentence.words[at].noun, sentence.words[at + 1].noun
    if noun is not None and noun.unit == "person" and body is not None and body.cls == "team":
        return not sentence.words[at].plural  # "the 23 person team"
    if sentence.lowers[found.first - 1] not in ("a", "an"):
        return False
    for index in (at, at + 1):
        word = sentence.words[index]
        if word.noun is None or word.plural or word.verbs or word.unit is not None:
            return False
    return True
