"""Cues of commitment that say something of one noun or one bracket, and nothing of the rest of their sentence."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

_BRACKET = 25  # tokens of a bracket
_LIST = 16  # tokens of things that something is to be done with
_CODE = 3  # letters of a currency
_SIZES = frozenset(("label", "money"))
#: Classes of those who claim something themselves.
_CLAIMANTS = frozenset(("combatant", "force", "organisation", "person"))
#: What leads to who people are or where they are from: "believed to be *behind* the raid".
_OF_THEM = frozenset(("among", "behind", "from"))
_PEOPLE = frozenset(("combatant", "person"))
#: How people are chosen, and what for.
_CHOSEN = frozenset(
    ("assessed", "enrolled", "identified", "registered", "selected", "shortlisted", "verified")
)
_GET = frozenset(("get", "receive"))
_PHRASE = 10  # tokens between a number and a modifier of its noun
#: Behind the noun of "possible" they lead to what is there in any case.
_PLACING = frozenset(("across", "among", "at", "in", "near", "throughout"))


def in_bracket(sentence: Sentence, at: int, cue: s.CertaintyCue) -> s.CertaintyCue:
    """Narrow a cue to its bracket where figures of its own stand in it: "coded as 0 (the radio reported 3)"."""
    if cue.scope not in ("sentence", "clause"):
        return cue
    first = at - 1
    while first > at - _BRACKET and first >= 0 and sentence.lowers[first] not in ("(", ")"):
        first -= 1
    if first < 0 or sentence.lowers[first] != "(":
        return cue
    for index in range(first + 1, min(sentence.size, first + _BRACKET)):
        number = sentence.numbers[index]
        if number is not None and number.skipped is None:
            return s.CertaintyCue(cue.cue_class, cue.certainty, "bracket")
        if sentence.lowers[index] == ")":
            return cue
    return cue


def as_modifier(sentence: Sentence, at: int, cue: s.CertaintyCue, opinions: frozenset[str]) -> s.CertaintyCue:
    """Narrow a participle that stands for a relative clause to its noun: "strikes believed to be led by"."""
    if sentence.lowers[at] == "accused of":
        noun = sentence.words[at - 1].noun
        if noun is not None and noun.cls in _CLAIMANTS:
            return s.CertaintyCue(cue.cue_class, cue.certainty, "modifier", forward=True)
        return cue
    first, _, rest = sentence.lowers[at].partition(" ")
    infinitive = (rest or sentence.lowers[at + 1]).partition(" ")[0] == "to"
    if not infinitive or first not in opinions or cue.scope == "number":
        return cue
    before = sentence.words[at - 1]
    if before.flags & s.TRANSPARENT:
        before = sentence.words[at - 2]  # "jets also believed to be"
    if first == "claimed" and before.noun is not None and before.noun.cls in _CLAIMANTS:
        return cue  # "rebels claimed to have killed"
    plain = before.noun is not None or before.strange or before.unit is not None
    if not at or before.flags or not plain or sentence.lowers[at - 1] in ".,;:()":
        return cue
    return s.CertaintyCue(cue.cue_class, cue.certainty, "modifier")


def as_topic(sentence: Sentence, at: int, cue: s.CertaintyCue) -> s.CertaintyCue:
    """Let an adjective of a size reach what the size is: "the *estimated* value of the cargo is 3 million"."""
    if cue.cue_class != "estimate" or sentence.lowers[at + 2] != "of":
        return cue
    word = sentence.words[at + 1]
    size = word.flags & s.SIZE != 0 or word.noun is not None and word.noun.cls in _SIZES
    return s.CertaintyCue(cue.cue_class, cue.certainty, "topic") if size or word.strange else cue


def puts(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell the number that a verb gives for the size before it."""
    told = False
    for index in range(at + 1, found.first):
        word = sentence.words[index]
        number = sentence.numbers[index]
        if number is not None and number.skipped is None or sentence.lowers[index] in ";(":
            return False
        if told and word.flags & (s.CONJ | s.REL | s.CONTRAST):
            return False
        told = told or word.flags & (s.BE | s.LEVEL) != 0 or sentence.lowers[index] == ":"
    return told and found.first > at


def passive_plan(sentence: Sentence) -> int | None:
    """Find what is still to be done with things counted before: "the 20 tents *to be delivered*"."""
    at = sentence.lowers.index("be") - 1  # asked of sentences with a "be" only
    if at < 1 or sentence.lowers[at] != "to" or not sentence.words[at + 2].forms & s.PARTICIPLE:
        return None
    before = sentence.words[at - 1]
    named = before.noun is not None or before.unit is not None or sentence.numbers[at - 1] is not None
    return at if named and not before.verbs and not before.flags else None


def to_be_helped(sentence: Sentence) -> int | None:
    """Find what people are chosen for: "identified 40 families hit by the flood *to receive* cash"."""
    lowers, at = sentence.lowers, 0
    for _ in range(lowers.count("to")):
        at = lowers.index("to", at + 1) if at else lowers.index("to")
        if lowers[at + 1] in _GET and not _CHOSEN.isdisjoint(lowers[:at]):
            return at
    return None


def awaits(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a number is what something is still to be done with: after "the", or after a pledge."""
    if at < found.first or at - found.after > _LIST:
        return False
    first = found.first - 1
    while first > 0 and (sentence.words[first].before is not None or _is_money(sentence, first)):
        first -= 1
    word = sentence.words[first]
    pledged = word.certainty is not None and word.certainty.cue_class in ("label", "planned", "projected")
    chosen = sentence.lowers[first] in _CHOSEN
    if not pledged and not chosen and sentence.lowers[first] not in ("the", "another", "further"):
        return False
    if sentence.lowers[at + 1] in _GET and not chosen:
        return False
    return not any(
        sentence.words[i].flags & (s.AUX | s.REL)
        or sentence.words[i].is_finite
        and not (chosen and sentence.words[i].forms & s.PARTICIPLE)
        for i in range(found.after, at)
    )


def _is_money(sentence: Sentence, at: int) -> bool:
    """Tell a sign or a code of money: "the HUF 20 million to be paid out"."""
    raw = sentence.raw_at(at)
    return raw in ("$", "€", "£") or len(raw) == _CODE and raw.isupper()


def same_bracket(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a number stands in the bracket of a cue."""
    between = sentence.lowers[min(at, found.after) : max(at, found.first)]
    return "(" not in between and ")" not in between


def modifies(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a reduced relative clause is about a number or holds it: "40 people thought to be missing"."""
    if at > found.first:
        if says_who(sentence, at):
            return False  # "arrested 12 men believed to be members of the gang"
        return at - found.after <= _PHRASE and all(
            not sentence.words[i].verbs
            and sentence.numbers[i] is None
            and (not sentence.words[i].flags & (s.PREP | s.AUX | s.REL) or sentence.lowers[i] == "of")
            and sentence.lowers[i] not in ",;:()"
            for i in range(found.after, at)
        )
    if says_who(sentence, at):
        return False  # "believed to be among the five"
    begun = False
    for index in range(at + 1, found.first):
        word, token = sentence.words[index], sentence.lowers[index]
        if token in (",", ";", "by") or word.flags & (s.REL | s.CONTRAST):
            return False
        finite = bool(word.flags & (s.BE | s.HAVE) or word.is_finite)
        if finite and begun:
            return False  # "men thought to be rebels *have* taken 12 villages"
        begun = begun or not finite and token != "to"
    return True


def says_who(sentence: Sentence, at: int) -> bool:
    """Tell what people are thought to be, which is no doubt of how many they are: "believed to be *from* Kel"."""
    if sentence.lowers[at + 1 : at + 3] == ["to", "be"]:
        at += 2
    elif not sentence.lowers[at].endswith("to be"):
        return False
    first = at + 1 + (sentence.words[at + 1].flags & s.DET != 0)
    behind = sentence.words[first]
    if sentence.lowers[first] in _OF_THEM or behind.strange and sentence.is_capital(first):
        return True
    return behind.noun is not None and behind.plural and behind.noun.cls in _PEOPLE and not behind.noun.strong


def is_placed(sentence: Sentence, gap: range) -> bool:
    """Tell a number that only says where: "possible threats *in* 14 countries", not "suspected cases in May were 7"."""
    for index in reversed(gap):
        if sentence.lowers[index] in _PLACING:
            return True
        if sentence.numbers[index] is not None or sentence.words[index].flags & (s.AUX | s.LEVEL):
            return False
    return False
