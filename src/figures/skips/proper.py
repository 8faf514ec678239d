"""Proper names that end in a number: "Kurdistan 24", "Xbox 2", "WCAG 2.0", and in messages "in delmas 41"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import counts, is_participle, shouts
from figures.text import COUNTED
from figures.tokens import Sentence

_CLOSING = frozenset((")", ",", "'", "’", "."))
_ENDS = _CLOSING | {"", ";", "!", "?", ":"}
_LINKS = frozenset((",", ";", "and", "&", "/"))
_PARTING = frozenset((",", ";", "in"))
#: Behind a count they go on with it: "12 of them", "12 out of 25", "12 to 15".
_GOING_ON = frozenset(("of", "out of", "per", "to"))
_SINGULAR = frozenset(("has", "is", "was"))
_MODALS = frozenset(("can", "may", "might", "will", "would"))
#: Prepositions before the name of a place, and the shortest name in lower case.
_WHERE = frozenset(("at", "from", "in", "near"))
_SHORTEST, _DIGITS = 4, 3
_HEAD = 30  # tokens before a list of places in which the counted noun is looked for
_LIST = 5  # tokens between the counts of a list of places


def name(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find a word that the lexicon does not know, a small bare number, and nothing counted behind."""
    at, token = found.first - 1, sentence.lowers[found.first]
    if found.kind != "digits" or at < sentence.cell or found.after > found.first + 1:
        return None
    version = token.endswith(".0") and token[:-2].isdigit()
    if len(token) > _DIGITS + version or not (version or token.isdigit()):
        return None
    if lexicon.is_currency(sentence.raw_at(at)) or "\n" in sentence.text[sentence.ends[at] : found.start]:
        return None
    if _is_measured(sentence, lexicon, found):
        return None  # "Adamar State 13%"
    word, raw = sentence.words[at], sentence.raw_at(at)
    if raw.rpartition("-")[2][:1].islower() and "-" in raw:
        return None  # "the army-led 20 party alliance"
    told = not sentence.is_capital(at) or sentence.text[sentence.starts[at] : found.start].isupper()
    if told and _is_told_as_place(sentence, lexicon, found, at):
        return "name"
    if not sentence.is_capital(at):
        return None
    first = at - 2 if sentence.lowers[at - 1] == "-" else at - 1  # "Half-Life 2"
    title = word.noun is not None and not word.plural and first > 0 and sentence.is_capital(first)
    milepost = word.unit is not None and not word.plural and len(sentence.lowers[at]) >= _SHORTEST
    if (
        word is not s.UNKNOWN
        and not title
        and not (milepost and sentence.words[at - 1].flags & (s.PREP | s.CONJ))
    ):
        return None
    if version:
        named = len(sentence.lowers[at]) >= _DIGITS
    elif raw.isupper() and len(raw) < _SHORTEST and sentence.lowers[found.after] not in _CLOSING:
        named = bool(sentence.words[at - 1].flags & s.DET) and not counts(
            sentence, found
        )  # "YR 100 or" is money
    elif any(sentence.lowers[n.first - 1] == sentence.lowers[at] for n in _beside(sentence, found)):
        named = not counts(sentence, found)  # "Kilo 10 and Kilo 16 were shelled"
    else:
        named = not _is_tally(sentence, found) and _stands_as_name(sentence, found, at, title=title)
    return "name" if named and not shouts(sentence) else None


def may_name(sentence: Sentence, at: int) -> bool:
    """Tell whether a word can be such a name: unknown, with a capital or behind a preposition of place."""
    word = sentence.words[at]
    if word is not s.UNKNOWN:
        return word.unit is not None and sentence.is_capital(at)
    return sentence.is_capital(at) or _is_where(sentence, at - 1)


def _is_where(sentence: Sentence, at: int) -> bool:
    """Tell a preposition of place, alone or at the end of a known phrase ("camp in")."""
    return at >= 0 and sentence.lowers[at].rpartition(" ")[2] in _WHERE


def _stands_as_name(sentence: Sentence, found: Candidate, at: int, *, title: bool) -> bool:
    """Tell "the Sakhalin 3 field" and "Doom 3 was made" from "In Homs 3 were killed"."""
    token, behind = sentence.lowers[found.after], sentence.words[found.after]
    if at and token in _CLOSING:
        return True
    several = (found.value or 0) > 1
    if token in _SINGULAR and several and not is_participle(sentence, found):
        return True
    if not at or title or _is_fronted(sentence, at) or counts(sentence, found):
        return False
    before, article = sentence.raw_at(at - 1), sentence.words[at - 1].flags & s.DET
    if not (article or before.islower() or before.endswith(("'s", "’s"))):
        return False  # a headline
    if (
        token in _MODALS
        or token not in _GOING_ON
        and behind.flags & (s.PREP | s.CONJ | s.SUB)
        and behind.noun is None
    ):
        return not sentence.adjacent(found.first)
    if behind.forms == s.THIRD and behind.noun is None and several:
        return True  # "WASP 3 runs on"
    if behind.noun is None or behind.plural or not several or sentence.is_capital(found.after):
        return False
    if behind.forms and not article:
        return False
    more = sentence.words[found.after + 1]
    return not (more.strange and sentence.lowers[found.after + 1].endswith("s"))


def _is_fronted(sentence: Sentence, at: int) -> bool:
    """Tell "In Homs 3" at the head of a clause, where a place stands before what is counted in it."""
    if not sentence.words[at - 1].flags & s.PREP:
        return False
    return at < 2 or sentence.lowers[at - 2] in _LINKS or not sentence.lowers[at - 2][-1:].isalnum()


def _is_tally(sentence: Sentence, found: Candidate) -> bool:
    """Tell a list of places with their counts, "Kabul 12, Herat 15", from "Kilo 10 and Kilo 16"."""
    at = found.first - 1
    if sentence.words[at - 1].flags & s.DET or not _is_counting(sentence, at):
        return False
    for other in _beside(sentence, found):
        place = other.first - 1
        if not sentence.is_capital(place) or sentence.words[place - 1].flags & s.DET:
            continue
        first, last = (found, other) if other.first > at else (other, found)
        if sentence.lowers[first.after] in _PARTING and sentence.lowers[at] != sentence.lowers[place]:
            return last.first - first.after <= _LIST
    return False


def _is_counting(sentence: Sentence, at: int) -> bool:
    """Tell whether the words before a list of names say what is counted in it: "The cases are in Goma 31, ..."."""
    nouns = (word.noun for word in sentence.words[max(0, at - _HEAD) : at])
    return any(noun is not None and (noun.strong or noun.cls in COUNTED) for noun in nouns)


def _beside(sentence: Sentence, found: Candidate) -> list[Candidate]:
    """Return the numbers right before and behind another."""
    before = sentence.numbers[max(0, found.first - _LIST - 1) : found.first]
    behind = sentence.numbers[found.after : found.after + _LIST + 1]
    near = (next(filter(None, reversed(before)), None), next(filter(None, behind), None))
    return [other for other in near if other is not None and other.kind == "digits"]


def _is_measured(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    symbol = sentence.raw_at(found.after)
    return counts(sentence, found) or symbol == "%" or symbol != "in" and symbol in lexicon.symbols


def _is_told_as_place(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int) -> bool:
    """Tell the quarter of a town in a message, "we are in delmas 41 near the market"."""
    if not _is_where(sentence, at - 1) or sentence.words[at] is not s.UNKNOWN:
        return False
    if len(sentence.lowers[at]) < _SHORTEST or "." in sentence.lowers[found.first]:
        return False
    behind = sentence.words[found.after]
    if sentence.lowers[found.after] in _ENDS:
        return not _is_tally(sentence, found)
    if is_participle(sentence, found):
        return False
    if sentence.lowers[found.after] in _GOING_ON:
        return False
    if behind.flags & (s.PREP | s.DET | s.PRON | s.CONJ) or behind.forms == s.BASE and behind.noun is None:
        return True
    more = sentence.raw_at(found.after)  # "IN DELMAS 27 RUE ..."
    return behind is s.UNKNOWN and more.isupper() and not more.endswith("S") and shouts(sentence)
