"""Proper names that end in a number: "Kurdistan 24", "Xbox 2", "WCAG 2.0", and in messages "in delmas 41".

`name` reads from the cheap to the dear: a small number that nothing measures, a word before it that can end a name,
and then the rows of `_CASES`, of which the first that holds decides.
"""

from __future__ import annotations

from collections.abc import Callable

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import counts, is_participle, is_slip, is_where, shouts
from figures.skips.tallies import beside, goes_on_counting, is_tally
from figures.skips.titles import title_start
from figures.tokens import Sentence

#: Asks of a number and the word before it.
Case = Callable[[Sentence, Compiled, Candidate], bool]

_CLOSING = frozenset((")", ",", "'", "’", "."))
_ENDS = _CLOSING | {"", ";", "!", "?", ":"}
_SHORTEST = 4  # letters of a milepost, of a quarter in lower case, and more than an acronym has
_VERSIONED = 3  # letters of the shortest name before "2.0"
_DIGITS = 3  # of the highest number of a name
_WRITERS = frozenset(("i", "im", "i'm", "me", "my", "our", "us", "we", "we're"))
_BEFORE = 8  # tokens before a place in which a message tells who writes it
_NEAR = 1200  # characters on either side in which a name may come again


def name(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find a word that the lexicon does not know, a small bare number, and nothing counted behind."""
    at = found.first - 1
    if found.kind != "digits" or at < sentence.cell or not _is_small(sentence, found):
        return None
    if sentence.lowers[at] in lexicon.signs and lexicon.is_currency(sentence.raw_at(at)):
        return None
    if "\n" in sentence.text[sentence.ends[at] : found.start]:
        return None
    if _is_measured(sentence, lexicon, found) or _is_compound(sentence.raw_at(at)):
        return None
    if _is_quarter(sentence, lexicon, found):
        return "name"
    if not sentence.is_capital(at) or not _may_end_name(sentence, at):
        return None
    for holds, names in _CASES:
        if holds(sentence, lexicon, found):
            return "name" if names and not shouts(sentence) else None
    return None


def may_name(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell whether a word can be such a name: unknown, with a capital or behind a preposition of place."""
    word = sentence.words[at]
    if word is not s.UNKNOWN:
        return (word.unit is not None or sentence.is_capital(at - 1)) and sentence.is_capital(at)
    return sentence.is_capital(at) or is_where(sentence, lexicon, at - 1)


# What rules a name out, or makes one possible


def _is_small(sentence: Sentence, found: Candidate) -> bool:
    """Tell "41" and "2.0" from "1,200" and "2.5"."""
    token = sentence.lowers[found.first]
    if found.after > found.first + 1:
        return False
    if token.endswith(".0"):
        token = token[:-2]
        if len(sentence.lowers[found.first - 1]) < _VERSIONED:
            return False
    return len(token) <= _DIGITS and token.isdigit()


def _is_measured(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "In Homs 3 children" and "Adamar State 13%"."""
    symbol = sentence.raw_at(found.after)
    if _is_won(sentence, found.after):
        return False
    if is_participle(sentence, found) or is_slip(sentence, found.after):
        return True
    return counts(sentence, found) or symbol == "%" or symbol != "in" and symbol in lexicon.symbols


def _is_won(sentence: Sentence, at: int) -> bool:
    """Tell the verb of "Halo 2 won the prize" from money."""
    unit = sentence.words[at].unit
    return unit is not None and unit.kind == "currency" and sentence.words[at + 1].flags & s.DET != 0


def _is_compound(raw: str) -> bool:
    """Tell "the army-led 20 party alliance"."""
    return "-" in raw and raw.rpartition("-")[2][:1].islower()


def _may_end_name(sentence: Sentence, at: int) -> bool:
    """Tell an unknown word, the last noun of a title, and a unit of length or time that marks a place, "at Kilo 9"."""
    word = sentence.words[at]
    if word is s.UNKNOWN or _is_title(sentence, at) or title_start(sentence, at) >= 0:
        return True
    if sentence.lowers[at - 1] == "(" and sentence.lowers[at + 2] == ")":
        return True  # "Potter (Burns 61)"
    milepost = word.unit is not None and not word.plural and len(sentence.lowers[at]) >= _SHORTEST
    return milepost and sentence.words[at - 1].flags & (s.PREP | s.CONJ) != 0


def _is_title(sentence: Sentence, at: int) -> bool:
    """Tell a noun in the singular behind another capital: "Sand Storm 3", "Half-Life 2"."""
    word, first = sentence.words[at], at - 2 if sentence.lowers[at - 1] == "-" else at - 1
    return word.noun is not None and not word.plural and first > 0 and sentence.is_capital(first)


# The cases


def _is_version(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "WCAG 2.0"."""
    return sentence.lowers[found.first].endswith(".0")


def _is_amount(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "YR 100 or", which may be money."""
    return _is_model(sentence, lexicon, found) and not sentence.words[found.first - 2].flags & s.DET


def _is_model(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell two or three capitals before a number that the clause goes on behind: "a KLR 650 or"."""
    raw = sentence.raw_at(found.first - 1)
    return raw.isupper() and len(raw) < _SHORTEST and sentence.lowers[found.after] not in _CLOSING


def _is_repeated(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "Kilo 10 and Kilo 16 were shelled"."""
    word = sentence.lowers[found.first - 1]
    return any(sentence.lowers[other.first - 1] == word for other in beside(sentence, found))


def _is_in_tally(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a list of places with their counts."""
    return is_tally(sentence, found)


def _is_named_again(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a name that the text near it repeats, number and all: "Shrek 2 ... in Shrek 2"."""
    at, text = found.first - 1, sentence.text
    name = text[sentence.starts[at] : found.end]
    behind = sentence.words[found.after]
    if len(name) < _SHORTEST or sentence.lowers[at].endswith(s.OWNS) and not behind.is_verb_only:
        return False
    if behind.adjectives or behind.noun is not None or is_participle(sentence, found):
        return False  # "Homs Province 5 dead"
    again = text.find(name, found.end, found.end + _NEAR)
    if again < 0:
        again = text.rfind(name, max(0, sentence.starts[at] - _NEAR), sentence.starts[at])
    return again >= 0 and not text[again + len(name) : again + len(name) + 1].isalnum()


def _acts(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "Doom 3 did not sell" and "Halo 2 took the prize" from "Homs 3 died" and "in Homs 3 had fled"."""
    behind, at = sentence.words[found.after], found.first - 1
    if (found.value or 0) <= 1 or sentence.words[at - 1].flags & s.PREP and at:
        return False
    if behind.flags & (s.DO | s.HAVE | s.MODAL) or _is_won(sentence, found.after):
        return True
    if behind.flags & s.CONJ:  # "Shrek 2 and The Incredibles"
        return sentence.is_capital(found.after + 1) and not goes_on_counting(sentence, found)
    if behind.forms & s.PARTICIPLE or not behind.forms & s.PAST or behind.noun is not None:
        return False
    return not any("person" in frame.subject or "person" in frame.object for frame, _ in behind.verbs)


def _is_closed(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "the Cargonaut 3, which"."""
    return found.first > 1 and sentence.lowers[found.after] in _CLOSING


def _is_one(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "Doom 3 was sold out" from "In Homs 3 were killed"."""
    one = (
        sentence.lowers[found.after].partition(" ")[0] in lexicon.lists.singular_verbs
        and (found.value or 0) > 1
    )
    return one and not is_participle(sentence, found)


def _opens(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "Kassala 3 dead", and "In Homs 3" at the head of a clause, where a place stands before its count."""
    at = found.first - 1
    if not at or not sentence.words[at - 1].flags & s.PREP:
        return at == 0
    before = sentence.lowers[at - 2] if at > 1 else ""
    return sentence.words[at - 2].flags & s.CONJ != 0 or not before[-1:].isalnum()


def _is_in_headline(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "Sand Storm 3 dead", "Blast Kills Homs 3": a title, or no small letters before the word."""
    at = found.first - 1
    if title_start(sentence, at) >= 0:
        return False
    hyphen = sentence.lowers[at - 1] == "-"  # "Half-Life 2"
    if hyphen:
        at -= 2
    before = sentence.raw_at(at - 1)
    article = sentence.words[at - 1].flags & s.DET != 0
    told = article or before.islower() or before == "," or before.endswith(s.OWNS)
    return not told or not hyphen and _is_title(sentence, at)


def _is_inside(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a number between the words of a name: "told BBC 6 Music that"."""
    behind, raw = sentence.words[found.after], sentence.raw_at(found.after)
    if not sentence.is_capital(found.after) or raw.isupper() or behind.plural or behind.flags & ~s.IDENTIFIER:
        return False
    more, first = sentence.words[found.after + 1], title_start(sentence, found.first - 1)
    if first < 0 or sentence.is_capital(found.after + 1) or more.plural or more.forms & s.PARTICIPLE:
        return False
    place = sentence.words[first - 1].flags & s.PREP != 0 and sentence.words[first] is s.UNKNOWN
    return not place or first < found.first - 1


def _goes_on(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a clause that goes on without a noun: "the Doom 3 can", "the Doom 3 at home", not "3 of them"."""
    behind, token = sentence.words[found.after], sentence.lowers[found.after]
    if behind.flags & s.MODAL:
        return True
    at = found.first - 1
    if behind.flags & (s.DET | s.PRON) or token in lexicon.lists.of_day and not behind.flags & s.PREP:
        return 0 <= title_start(sentence, at) < at  # "on BBC News 24 yesterday"
    if behind.flags & s.CONJ and goes_on_counting(sentence, found):
        first = title_start(sentence, at)
        return first < 0 or not sentence.words[first - 1].flags & s.PREP
    parted = behind.flags & (s.PREP | s.CONJ | s.SUB) != 0 and behind.noun is None
    return parted and token not in lexicon.lists.going_on


def _has_verb(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "the Doom 3 runs on"."""
    behind = sentence.words[found.after]
    return behind.forms == s.THIRD and behind.noun is None and (found.value or 0) > 1


def _qualifies(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a name before a noun in the singular: "the Sakhalin 3 field", not "the Homs 3 field workers"."""
    behind, more = sentence.words[found.after], found.after + 1
    if behind.noun is None or behind.plural or (found.value or 0) <= 1 or sentence.is_capital(found.after):
        return False
    if behind.forms and not sentence.words[found.first - 2].flags & s.DET:
        return False
    return not (sentence.words[more].strange and sentence.lowers[more].endswith("s"))


#: In order: what is asked, and whether the number ends a name where it holds. Where nothing holds, it counts.
_CASES: tuple[tuple[Case, bool], ...] = (
    (_is_version, True),
    (_is_inside, True),
    (_is_amount, False),
    (_is_model, True),
    (_is_repeated, True),
    (_is_in_tally, False),
    (_is_named_again, True),
    (_is_closed, True),
    (_is_one, True),
    (_acts, True),
    (_opens, False),
    (_is_in_headline, False),
    (_goes_on, True),
    (_has_verb, True),
    (_qualifies, True),
)


# Messages


def _is_quarter(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell the quarter of a town in a message, "we are in delmas 41 near the market", "IN DELMAS 27 RUE ..."."""
    at = found.first - 1
    if (
        sentence.is_capital(at)
        and not sentence.text[sentence.starts[at] : found.start].isupper()
        and _WRITERS.isdisjoint(sentence.lowers[max(0, at - _BEFORE) : at])
    ):
        return False
    if sentence.words[at] is not s.UNKNOWN or len(sentence.lowers[at]) < _SHORTEST:
        return False
    if not is_where(sentence, lexicon, at - 1) or "." in sentence.lowers[found.first]:
        return False
    behind, token = sentence.words[found.after], sentence.lowers[found.after]
    if token in _ENDS:
        return not is_tally(sentence, found)
    if token in lexicon.lists.closings:
        return True
    if is_participle(sentence, found) or token in lexicon.lists.going_on:
        return False
    if behind.flags & (s.PREP | s.DET | s.PRON | s.CONJ) or behind.forms == s.BASE and behind.noun is None:
        return True
    more = sentence.raw_at(found.after)
    return behind is s.UNKNOWN and more.isupper() and not more.endswith("S") and shouts(sentence)
