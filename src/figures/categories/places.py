"""What a share is of where no noun tells: a place by its name, or the subject that is "80% destroyed"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.tokens import Sentence

#: Classes of a place, by which its houses are destroyed, its land flooded and its people displaced.
PLACE = ("place", "land", "person")
_SUBJECT = 12  # tokens between a verb and the noun of its subject
_NATIONS = ("ans", "ese", "ians", "ish", "is")  # ends of the names of nations
#: Classes of what may be harmed to a share.
HARMED = frozenset(
    ("animal", "building", "crop", "house", "infrastructure", "land", "refuge", "structure", "vehicle")
)
#: First words of the names of places.
_NAMING = frozenset(
    ("east", "el", "fort", "la", "las", "los", "new", "north", "port", "san", "south", "west")
)
ENDS = STOP | {",", "("}


def of_named_place(sentence: Sentence, at: int) -> bool:
    """Tell the place whose share is told, by its name alone: "two-thirds of *Pakistan*", not "of *Afghans*"."""
    named = sentence.words[at].flags & s.DET != 0
    at += named
    if sentence.lowers[at] in _NAMING and sentence.is_capital(at) and sentence.is_capital(at + 1):
        at, named = at + 1, sentence.lowers[at + 1].endswith("s")  # "New Orleans"
    word = sentence.words[at]
    if word.noun is not None or word.verbs or word.flags or word.who or not _is_capital(sentence, at):
        return False
    token = sentence.lowers[at]
    return not token.endswith(_NATIONS) and token.endswith("s") == named and not sentence.raw_at(at).isupper()


def subject_classes(sentence: Sentence, found: Candidate) -> tuple[str, ...] | None:
    """Return the classes of what a share says how far it is harmed: "the *bridge* is 30% damaged"."""
    word = sentence.words[found.right]
    if not (word.forms & s.PARTICIPLE or word.adjectives) or word.noun is not None or not _harms(word):
        return None  # most of all
    at = found.left - 1
    while at > 0 and sentence.words[at].flags & (s.BE | s.HAVE | s.MODAL | s.TRANSPARENT | s.LINKING):
        at -= 1
    if at < found.left - 1 and sentence.words[at].flags & s.PRON or sentence.lowers[at] == "it":
        return ("thing",) if sentence.lowers[at] == "it" else None
    return classes_at(sentence, subject(sentence, at, near=at == found.left - 1))


def _harms(word: s.Word) -> bool:
    """Tell "destroyed", "flooded" and "lost" from "functional" and "women"."""
    frames = [frame for frame, _ in word.verbs] + list(word.adjectives)
    return any(frame.object.get("crop") or frame.subject.get("crop") for frame in frames)


def subject(sentence: Sentence, last: int, *, near: bool) -> int:
    """Return the noun of a subject that ends at a token, -1 where there is none."""
    subject = first = -1
    for at in range(last, max(-1, last - _SUBJECT), -1):
        word = sentence.words[at]
        if sentence.lowers[at] in ENDS and not sentence.words[at + 1].flags & s.REL:
            break
        if sentence.numbers[at] is not None:
            break
        if word.flags & (s.CONJ | s.CONTRAST | s.SUB) and not word.flags & (s.REL | s.PREP):
            break
        named = word.noun is not None and not word.flags & (s.AUX | s.PREP) or _is_name(sentence, at)
        if named and subject >= 0 and at == first - 1:  # "the bean *crop*", "the *road* network"
            first, subject = at, subject if classes_at(sentence, subject) else at
        elif named and (at == last or not _is_led(sentence, at)):
            subject = first = at
        if near:
            break
    return subject


def _is_led(sentence: Sentence, at: int) -> bool:
    """Tell a noun that only says where, when or of what: "the crop planted *in November*"."""
    before = at - 1
    while before >= 0 and (sentence.words[before].flags & s.DET or sentence.words[before].strange):
        before -= 1
    return sentence.words[before].flags & s.PREP != 0


def _is_name(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].strange and _is_capital(sentence, at)


def _is_capital(sentence: Sentence, at: int) -> bool:
    return sentence.is_capital(at) and sentence.raw_at(at).isalpha()


def classes_at(sentence: Sentence, at: int) -> tuple[str, ...] | None:
    """Return the classes of what stands at a token, if it is anything that a share of it may be harmed."""
    if at < 0:
        return None
    noun = sentence.words[at].noun
    if noun is None:
        return PLACE
    if noun.cls == "place":
        return PLACE
    return (noun.cls,) if noun.cls in HARMED else None
