"""Reads the phrase of a number: a unit with what it is of, a plain noun phrase, or "of the 300 villagers"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.phrase.heads import find_head, read_nouns
from figures.phrase.members import OWNER, read_cases, read_employer, read_members
from figures.phrase.phrase import END, MARKS, Phrase
from figures.phrase.units import unit_at
from figures.phrase.words import HYPHENS, is_measured_by, is_size
from figures.tokens import Sentence
from figures.wholes import OF

#: Classes of nouns that are made of what they are "of": "3 teams of doctors".
_MADE_OF = frozenset(("team", "organisation", "thing", "group"))
#: Classes of nouns that "strong" takes for the number of their members.
_BODIES = frozenset(("force", "household", "organisation", "team"))
#: What stands between people and whom they work for.
_EMPLOYED = frozenset(("of", "for", "from", "with"))
_OWNERS = (*s.OWNS, "s'", "s’")  # ends of owners, of one and of several
#: Ends of words for people by what they do, and for things by what they do.
_TRADES, _MACHINES = ("ers", "ors"), ("ators", "essors", "ensers", "meters", "reers")
_POINTING = ("that", "these", "this", "those")
_SHARES = 4  # shares within each other that are read: "half of 10% of a third of the harvest"


def read_phrase(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Phrase:
    """Read unit and noun phrase behind a number."""
    if sentence.lowers[found.after] == ")" and _is_enclosed(sentence, found.first):
        phrase = _read(sentence, lexicon, found, found.after + 1)
        if phrase.noun is not None:
            found.text_start = min(found.text_start, sentence.starts[found.first - 1])
            return phrase
    return _read(sentence, lexicon, found, found.after)


def _read(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int) -> Phrase:
    plain = _is_plain_noun(sentence.words[at])  # most of all: "12 people"
    if not plain:
        at = _first_word(sentence, lexicon, at)
    phrase = Phrase(at)
    phrase.many = found.value != 1
    unit = None if plain else unit_at(sentence, lexicon, at)
    if plain:
        _read_nouns(sentence, lexicon, phrase, at)
    elif unit is not None:
        phrase.unit, phrase.unit_after = unit
        phrase.after = phrase.unit_after
        phrase.complement = _complement(sentence, lexicon, phrase.unit_after)
    elif sentence.lowers[at] in OF or sentence.lowers[at] == "(" and sentence.lowers[at + 1] in OF:
        _read_of(sentence, lexicon, phrase, at if sentence.lowers[at] in OF else at + 1)
    elif found.kind == "fraction" and _is_share_of(sentence, found, at):
        _read_of(sentence, lexicon, phrase, at - 1)
    elif sentence.words[at].flags & s.INCLUSION and sentence.lowers[at].startswith("of "):
        _read_of_them(sentence, phrase, at)
    elif sentence.lowers[at] == "strong":
        _read_strong(sentence, lexicon, phrase, at)
    elif phrase.many and (
        at > found.after and is_measured_by(sentence, at) or is_size(sentence, found, at)
    ):  # "a 30-bed hospital" has 30 beds
        word = sentence.words[at]
        phrase.head, phrase.noun, phrase.after = at, word.noun, at + 1
    else:
        _read_nouns(sentence, lexicon, phrase, at)
    return phrase


def _is_enclosed(sentence: Sentence, first: int) -> bool:
    """Tell digits in brackets before their noun, "there were (3) new cases", from a label's, "cases (3)"."""
    if sentence.lowers[first - 1] != "(" or first < 2 or sentence.numbers[first - 2] is not None:
        return False
    before = sentence.words[first - 2]
    return bool(before.flags or before.before) and before.noun is None


def _read_nouns(sentence: Sentence, lexicon: Compiled, phrase: Phrase, at: int) -> None:
    """Read the nouns behind a number, and what their head is made of."""
    find_head(sentence, phrase, at)
    if phrase.many and phrase.head is not None and sentence.words[phrase.after] is s.UNKNOWN:
        _read_trade(sentence, lexicon, phrase)
    if phrase.noun is not None and phrase.noun.surface == "member" and sentence.lowers[phrase.after] == "of":
        read_members(sentence, lexicon, phrase)
        read_employer(sentence, lexicon, phrase, phrase.noun)
    elif phrase.noun is not None and sentence.lowers[phrase.after] in _EMPLOYED:
        read_employer(sentence, lexicon, phrase, phrase.noun)
        read_cases(sentence, phrase, phrase.noun)
    made_of = phrase.noun is not None and phrase.noun.cls in _MADE_OF
    if made_of and sentence.lowers[phrase.after] == "of":
        phrase.complement = _complement(sentence, lexicon, phrase.after)
        if phrase.noun is not None and phrase.noun.surface in lexicon.lists.parts:
            _read_part(sentence, lexicon, phrase, phrase.noun)


def _read_trade(sentence: Sentence, lexicon: Compiled, phrase: Phrase) -> None:
    """Read an unknown plural behind a noun as who works with it: "two cargo *handlers*", "40 tea *pickers*"."""
    at, token = phrase.after, sentence.lowers[phrase.after]
    if not token.endswith(_TRADES) or phrase.head != at - 1:
        return
    if sentence.words[at - 1].plural and sentence.lowers[at - 1].endswith("s"):
        return  # but "tea pickers"
    if sentence.is_capital(at) or token.endswith(_MACHINES):
        return
    if token in lexicon.lists.devices or token in lexicon.lists.no_persons:
        return
    phrase.head, phrase.after = at, at + 1
    phrase.noun = Noun(token, "person", "person", (), "people.other")


def _read_part(sentence: Sentence, lexicon: Compiled, phrase: Phrase, noun: Noun) -> None:
    """Read "several parts of the province" and "three corners of Kerala" as places, not "parts of the engine"."""
    of = phrase.complement.noun if phrase.complement is not None else None
    at = phrase.after + 1
    place = of is not None and of.cls == "place"
    if of is None:
        place = sentence.words[at].strange and sentence.is_capital(at)
        at += sentence.words[at].flags & s.DET != 0
        place = place or sentence.lowers[at] in lexicon.lists.wholes
    if place:
        phrase.noun = Noun(noun.surface, "place", noun.unit, (), "place.count")


def _read_strong(sentence: Sentence, lexicon: Compiled, phrase: Phrase, at: int) -> None:
    """Read "a 40-strong medical team", which counts its members, and "a 12-strong convoy of trucks"."""
    _read_nouns(sentence, lexicon, phrase, at + 1)
    body, people = phrase.noun, lexicon.words.get("people")
    members = _complement(sentence, lexicon, phrase.after) if sentence.lowers[phrase.after] == "of" else None
    if members is not None and members.noun is not None:
        phrase.noun, phrase.complement = members.noun, members
    elif body is None and phrase.head is None and people is not None and people.noun is not None:
        phrase.head, phrase.noun, phrase.after = at, people.noun, at + 1  # "a crowd 200 strong"
    elif body is not None and body.cls in _BODIES:
        cls = "combatant" if body.cls == "force" else "person"
        category = "combatants.strength" if body.cls == "force" else body.category
        if body.cls == "organisation":
            category = "people.other"
        phrase.noun = Noun(body.surface, cls, "person", body.who, category)


def _read_of_them(sentence: Sentence, phrase: Phrase, at: int) -> None:
    """Read "30 of them", "11 of them women", "4,175 of these households"."""
    inner = read_nouns(sentence, at + 1)
    if sentence.lowers[at].endswith("se"):  # these, those
        find_head(sentence, phrase, at + 1)
    phrase.anaphor, phrase.after = True, max(phrase.after, at + 1)
    phrase.who |= inner.who


def _is_share_of(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell "half *the country's* districts" from "half an hour" and "by half the next day"."""
    if not sentence.words[at].flags & s.DET or sentence.words[at].flags & s.PER:
        return False
    if sentence.lowers[at] in _POINTING:
        return False  # "half those surveyed"
    return not sentence.words[found.left - 1].flags & s.CHANGE_BY


def _is_plain_noun(word: s.Word) -> bool:
    """Tell a noun in the plural that is nothing else, neither a unit nor a cue."""
    return word.noun is not None and word.plural and word.unit is None and word.after is None


def _first_word(sentence: Sentence, lexicon: Compiled, at: int) -> int:
    """Return where a phrase begins, behind a hyphen and cues: "300-plus miners", "ten or so days"."""
    if sentence.lowers[at] in HYPHENS and sentence.adjacent(at) and sentence.adjacent(at + 1):
        at += 1
    own = sentence.numbers[at - 1]
    at = at if own is None else _behind_repeat(sentence, own, at)
    while at < sentence.size and sentence.words[at].after is not None and sentence.numbers[at] is None:
        at += 1
    if sentence.lowers[at] in lexicon.lists.number_nouns and sentence.lowers[at + 1] == "of":
        at += 2  # "1,056 number of surveys"
    return at


def _complement(sentence: Sentence, lexicon: Compiled, at: int, shares: int = _SHARES) -> Phrase | None:
    """Read what a unit is of: "of rice", or the noun that stands right behind it."""
    if sentence.lowers[at] == "(":  # "600 acres (243 ha) of crops"
        at = _behind_bracket(sentence, at)
        if sentence.lowers[at] != "of":
            return None
    if at >= sentence.size:
        return None
    if sentence.lowers[at] == "of":
        inner = Phrase(at)
        _read_of(sentence, lexicon, inner, at, shares)
        return inner
    if sentence.words[at].flags & s.INCLUSION and sentence.lowers[at].startswith("of "):
        inner = Phrase(at)
        _read_of_them(sentence, inner, at)
        return inner
    ends = sentence.lowers[at] in MARKS or sentence.words[at].flags & (END | s.CONJ)
    if ends or sentence.numbers[at] is not None:
        return None
    inner = read_nouns(sentence, at)
    return inner if inner.noun is not None else None


def _behind_owner(sentence: Sentence, at: int) -> int:
    """Return the index of the number behind an owner, "the city's 130 boreholes"; the same where there is none."""
    for index in range(at, min(sentence.size - 1, at + OWNER)):
        if sentence.numbers[index] is not None or sentence.words[index].flags & END:
            return at
        owner = sentence.lowers[index].endswith(_OWNERS)
        if owner and (
            sentence.numbers[index + 1] is not None or sentence.words[index + 1].before is not None
        ):
            return index + 1
    return at


def _behind_repeat(sentence: Sentence, found: Candidate, at: int) -> int:
    """Return the index behind a number that is said again: "five (5) deaths"."""
    again = sentence.numbers[at + 1]
    if again is None or sentence.lowers[at] != "(" or sentence.lowers[again.after] != ")":
        return at
    spelt = found.kind == "words" and again.kind == "digits"  # "sixty-five (67) deaths": a slip
    return again.after + 1 if spelt or again.value == found.value else at


def _read_nominal(sentence: Sentence, lexicon: Compiled, phrase: Phrase, at: int) -> None:
    """Read an adjective that stands for people: "two of the dead", "ten of the wounded"."""
    word, people = sentence.words[at], lexicon.words.get("people")
    alone = sentence.words[at + 1].noun is None and (word.adjectives or word.forms & s.PARTICIPLE)
    if alone and people is not None and people.noun is not None:
        phrase.head, phrase.noun, phrase.after = at, people.noun, at + 1
        phrase.modifiers = [at]
        phrase.who |= frozenset(word.who)  # "300 of the displaced"


def _behind_bracket(sentence: Sentence, at: int) -> int:
    """Return the index behind a short bracket, the same where it does not close."""
    for index in range(at, min(sentence.size, at + 8)):
        if sentence.lowers[index] == ")":
            return index + 1
    return at


def _read_of(sentence: Sentence, lexicon: Compiled, phrase: Phrase, at: int, shares: int = _SHARES) -> None:
    """Read "of the (300) villagers", "of them", "of whom", "of hectares of crops"."""
    number = sentence.numbers[at - 1]
    vague = number is not None and number.kind == "vague"  # "billions of dollars"
    at += 1
    while (
        sentence.words[at].flags & s.DET
        or sentence.lowers[at].endswith(s.OWNS)
        or sentence.lowers[at] in lexicon.lists.few_before
    ):
        at += 1  # "85 of the city's 130 boreholes", "19 of the last 21 days"
    if at >= sentence.size:
        return
    if sentence.lowers[at - 1] == "out of" and sentence.numbers[at] is None:
        return  # "12 out of danger"
    if sentence.words[at].flags & (s.PRON | s.REL):
        phrase.anaphor, phrase.after = True, at
        return
    at = _behind_owner(sentence, at)
    while at < sentence.size and sentence.numbers[at] is None and sentence.words[at].before is not None:
        at += 1
    partner = sentence.numbers[at]
    if partner is None and sentence.lowers[at] in lexicon.signs and sentence.numbers[at + 1] is not None:
        phrase.partner, phrase.after = sentence.numbers[at + 1], at + 1  # "a third of the $45 million"
        if phrase.partner is not None:
            phrase.after = phrase.partner.after
        return
    if partner is not None:
        phrase.partner = partner if partner.skipped is None else None
        at = partner.after
    unit = unit_at(sentence, lexicon, at)
    if unit is not None and partner is None and (vague or unit[0].kind != "currency"):
        phrase.unit, phrase.unit_after = unit  # "hundreds of hectares of crops"
        phrase.first, phrase.after = at, phrase.unit_after
    elif unit is None or partner is None:
        if partner is not None:
            at = _behind_repeat(sentence, partner, at)
            if sentence.lowers[at] == ")":
                at += 1  # "twenty (out of 23) sites"
        find_head(sentence, phrase, at)
        if phrase.head is None and partner is None and sentence.words[at - 1].flags & s.DET:
            _read_nominal(sentence, lexicon, phrase, at)
        return
    if shares:
        phrase.complement = _complement(sentence, lexicon, unit[1], shares - 1)
