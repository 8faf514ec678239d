"""The walk from a number to the head of its noun phrase.

Unknown words and adjectives are passed over; a preposition, verb, pronoun or mark ends the phrase.
Participles before the head are modifiers ("3,000 newly displaced Yazidi families").
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.senses import Noun, Word
from figures.phrase.joints import (
    APOSTROPHES,
    JOINTS,
    are_given,
    behind_bracket,
    behind_list,
    is_compound,
    is_double,
    is_linked,
    is_modifier,
    is_trade,
    opens_label,
    owns,
    says_where,
)
from figures.phrase.people import note_people
from figures.phrase.phrase import END, MARKS, NOBODY, Phrase
from figures.phrase.words import ends_phrase, goes_inside, is_mass, is_name, is_verb, looks_plural, modifies
from figures.tokens import Sentence

_LONGEST = 9  # tokens from the number to its head
_NAMED = 4  # tokens from a month to those who are named by it
_MOST_UNKNOWN = 4  # words that the lexicon does not know, in a row
#: Acronyms that are small words in lower case.
_ACRONYMS = frozenset(("it", "us", "who"))
_SITES = frozenset(("building", "refuge"))
#: Symbols of the size of one thing.
_SIZES = frozenset(("ft", "kg", "kVA", "kW", "kva", "kw", "L", "l", "lb", "m3", "mm", "MT", "mt"))
_QUOTES = frozenset("'’‘\"“”")


def read_nouns(sentence: Sentence, at: int) -> Phrase:
    """Read a plain noun phrase that begins at a token."""
    phrase = Phrase(at)
    find_head(sentence, phrase, at)
    return phrase


def find_head(sentence: Sentence, phrase: Phrase, at: int) -> None:
    """Walk to the head noun; sets head, noun, who, modifiers and the end of the phrase."""
    if _is_single(sentence, at):  # most phrases: "12 people"
        word = sentence.words[at]
        phrase.head, phrase.noun, phrase.after = at, word.noun, at + 1
        who = (*word.who, *word.noun.who) if word.noun is not None else word.who
        if who:
            phrase.who = phrase.who.union(who)
        return
    walk = _Walk(sentence, phrase, at + _LONGEST if at + _LONGEST < sentence.size else sentence.size)
    index: int | None = at
    while index is not None and index < walk.stop:
        index = walk.step(index)
    walk.close()


def _is_single(sentence: Sentence, at: int) -> bool:
    """Tell whether a plural noun stands at a token, and what follows can neither be its head nor go on with it."""
    if at >= sentence.size or sentence.numbers[at] is not None:
        return False
    word, behind = sentence.words[at], sentence.words[at + 1]
    if word.noun is None or not word.plural or word.verbs or word.flags:
        return False
    if sentence.lowers[at + 1] in JOINTS and not sentence.words[at + 2].flags:
        return False  # "12 farmers' unions", "12 men, women and children"
    if word.noun.cls == "place" and is_name(sentence, at):
        return False
    if word.noun.cls == "good" and is_mass(sentence, at):
        return False  # "500 water purifying tablets"
    if behind.strange and "-" in sentence.lowers[at + 1]:
        return False  # "seven Chinese *province-level* regions"
    return behind.noun is None and not behind.flags & s.CONJ and sentence.numbers[at + 1] is None


class _Walk:
    """One walk over the words of a phrase."""

    __slots__ = ("last_modifier", "phrase", "sentence", "stop", "unknowns")

    def __init__(self, sentence: Sentence, phrase: Phrase, stop: int) -> None:
        self.sentence = sentence
        self.phrase = phrase
        self.stop = stop
        self.last_modifier = 0
        self.unknowns = 0

    def step(self, index: int) -> int | None:
        """Return the index to go on at, or None where the phrase ends."""
        word, token = self.sentence.words[index], self.sentence.lowers[index]
        number = self.sentence.numbers[index]
        if number is not None:
            return self._past_number(number)
        if token in _QUOTES and self.phrase.head is None:
            return index + 1
        if token == "-" and not self.sentence.adjacent(index) and not self.sentence.adjacent(index + 1):
            return None
        if token == "(":
            return behind_bracket(self.sentence, self.phrase, index)
        if token == ",":
            return self._past_comma(index)
        if token in APOSTROPHES and owns(self.sentence, self.phrase, index):
            self.phrase.head, self.phrase.noun, self.phrase.who = None, None, NOBODY
            return index + 1
        if token == "/" and is_double(self.sentence, self.phrase, index):
            return index + 1
        if token in MARKS or word.flags & END or _is_determiner(word, token):
            return index + 1 if self._is_name(index, token) else None
        if word.certainty is not None and word.noun is None and not word.verbs and " " in token:
            return None  # "89 *according to* state television"
        if word.flags & s.CONJ:
            return index + 1 if _goes_on(self.sentence, self.phrase, index) else None
        return index + 1 if self._takes(index, word) else None

    def _is_name(self, index: int, token: str) -> bool:
        if self.sentence.words[index].flags & s.MONTH:
            return self._is_movement(index)
        if token == "a":  # "30 *A*320 planes"
            return self.sentence.numbers[index + 1] is not None and self.sentence.adjacent(index + 1)
        return self._is_acronym(index, token)

    def _is_movement(self, index: int) -> bool:
        """Tell a month that a movement is named by: "hundreds of *October* revolution protesters"."""
        if self.phrase.head is not None or not self.sentence.is_capital(index):
            return False
        if self.sentence.numbers[index - 1] is not None or self.sentence.words[index + 1].flags:
            return False
        return any(_are_people(word) for word in self.sentence.words[index + 1 : index + _NAMED])

    def _is_acronym(self, index: int, token: str) -> bool:
        """Tell an acronym that is written like a small word: "five US soldiers", "six WHO regions"."""
        if (
            token not in _ACRONYMS
            or self.phrase.head is not None
            or not self.sentence.raw_at(index).isupper()
        ):
            return False
        behind = self.sentence.words[index + 1]
        shouts = token != "us" and self.sentence.raw_at(index + 1).isupper()
        return not shouts and not behind.flags and (behind.noun is not None or behind is s.UNKNOWN)

    def _past_comma(self, index: int) -> int | None:
        """Go on behind a list of modifiers; take note of a list of people: "12 men, women and children"."""
        head = self.phrase.head
        if head is not None and self.sentence.words[head].plural:
            note_people(self.sentence, self.phrase, index)
            return None
        return behind_list(self.sentence, self.phrase, index)

    def _past_number(self, number: Candidate) -> int | None:
        """Go on behind a measure that modifies the head: "five thousand 25-litre canisters"."""
        head = self.phrase.head
        if number.skipped == "identifier" and self.sentence.adjacent(number.first):
            return (
                None if head is not None and self.sentence.words[head].plural else number.after
            )  # "two F-16 jets"
        if head is not None:
            return None
        unit, behind = self.sentence.words[number.after], self.sentence.words[number.after + 1]
        more = self.sentence.words[number.after + 2]
        if behind.noun is not None and (behind.plural or more.noun is not None and more.plural):
            symbol = self.sentence.raw_at(number.after) in _SIZES
            if symbol or unit.unit is not None and not unit.plural:
                return number.after + 1  # "three 40 foot containers", "5 20ft container trucks"
        hyphen = self.sentence.lowers[number.after] == "-" and number.after + 2 < self.stop
        return number.after + 2 if hyphen else None

    def _takes(self, index: int, word: Word) -> bool:
        """Take a word into the phrase, or tell that the phrase ends before it."""
        phrase = self.phrase
        if word.noun is not None and not is_verb(self.sentence, phrase, index):
            return self._takes_noun(index, word)
        if phrase.head is not None and _is_inside(self.sentence, phrase, phrase.head, index):
            return True
        if word.verbs or word.adjectives:
            if phrase.head is not None or not modifies(self.sentence, phrase, index):
                return False
            if says_where(self.sentence, index):
                return False
            phrase.modifiers.append(index)
            if "idp" in word.who:
                phrase.who = phrase.who.union(word.who)  # "300 *displaced* Bolan families"
            self.last_modifier = index
            return True
        if ends_phrase(self.sentence, phrase, index):
            return False
        if word.unit is not None:
            return False
        phrase.who = phrase.who.union(word.who)
        return phrase.head is None if word.flags else self._passes_unknown(index)

    def _takes_noun(self, index: int, word: Word) -> bool:
        """Make a noun the head; the one before it becomes a modifier that may state who."""
        phrase = self.phrase
        plural = phrase.head is not None and self.sentence.words[phrase.head].plural
        if plural and (are_given(self.sentence, phrase, word) or opens_label(self.sentence, phrase, index)):
            return False
        if plural and not word.plural and is_trade(self.sentence, phrase, word):
            self.stop = index + 1
        elif plural and not word.plural and not self._goes_before(index, word):
            return False
        if phrase.noun is not None and phrase.noun.who:
            phrase.who = phrase.who.union(phrase.noun.who)
        if word.who:
            phrase.who = phrase.who.union(word.who)
        phrase.head, phrase.noun, phrase.after = index, word.noun, index + 1
        self.unknowns = 0
        return True

    def _goes_before(self, index: int, word: Word) -> bool:
        phrase = self.phrase
        if not phrase.many and phrase.head == index - 1 and is_mass(self.sentence, index - 1):
            return True  # "one food *aid* driver"
        return _is_site(phrase.noun, word.noun) or _is_force(self.sentence, phrase, index)

    def _passes_unknown(self, index: int) -> bool:
        """Pass over a word that the lexicon does not know; it is the head if nothing better comes."""
        self.unknowns += 1
        if self.phrase.head is None and looks_plural(self.sentence, index):
            self.phrase.unknown = index
        token = self.sentence.lowers[index]
        return self.unknowns <= _MOST_UNKNOWN and (token[0].isalpha() or token in "-'’")

    def close(self) -> None:
        """Settle the head, and drop the modifiers that do not stand before it."""
        phrase = self.phrase
        if phrase.head is not None:
            phrase.unknown = None
            if phrase.noun is not None and phrase.noun.who:
                phrase.who = phrase.who.union(phrase.noun.who)
        elif phrase.unknown is not None and phrase.unknown > self.last_modifier:
            phrase.head, phrase.after = phrase.unknown, phrase.unknown + 1
        else:
            phrase.unknown = None
        head = phrase.head
        phrase.modifiers = [] if head is None else [m for m in phrase.modifiers if m < head]


def _are_people(word: Word) -> bool:
    return word.plural and word.noun is not None and word.noun.cls in ("person", "combatant")


def _is_inside(sentence: Sentence, phrase: Phrase, head: int, index: int) -> bool:
    """Tell a participle inside a compound: "NGO *contracted* drivers", "6,000 peasant *farming* families"."""
    if goes_inside(sentence, phrase, index) or phrase.many and is_linked(sentence, head, index):
        return True
    doing = sentence.words[index].forms & s.PRESENT != 0 or sentence.lowers[index].endswith("ing")
    if not phrase.many or not doing or not is_modifier(sentence, head):
        return False
    behind = sentence.words[index + 1]
    return behind.noun is not None and behind.plural and not is_mass(sentence, index + 1)


def _is_determiner(word: Word, token: str) -> bool:
    return word.flags & s.DET != 0 and not word.flags & s.OTHER and token != "such"


def _is_site(what: Noun | None, where: Noun | None) -> bool:
    """Tell the s that stands at the wrong word: "6 evacuations centre"."""
    return what is not None and where is not None and what.cls == "event" and where.cls in _SITES


def _is_force(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Tell a body before other nouns: "6 *police* station attacks", not "6 police station heads south"."""
    noun, behind = phrase.noun, sentence.words[index + 1]
    token = sentence.lowers[index - 1]
    if noun is None or phrase.head != index - 1 or token != noun.surface or token.endswith("s"):
        return False
    return behind.noun is not None and behind.plural and not behind.verbs and not sentence.numbers[index + 1]


def _goes_on(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Tell whether a phrase goes on behind "and": "new and vulnerable arrivals".

    It ends before a second noun, but takes note of people: "women and children".
    """
    if sentence.lowers[index] not in ("and", "or", "&", "and/or"):
        return False
    if index + 1 >= sentence.size or sentence.numbers[index + 1] is not None:
        return False
    if phrase.head is None:
        return phrase.modifiers != [] or index > phrase.first
    if phrase.many and is_modifier(sentence, phrase.head) and is_compound(sentence, index + 1):
        return True  # "11 Asian and African countries", "400 bamboo and thatch houses"
    other = read_nouns(sentence, index + 1)
    if other.noun is None or phrase.noun is None or other.head is None:
        return False
    people = {other.noun.cls, phrase.noun.cls} <= {"person", "combatant"}
    if people and other.head - index <= 3 and sentence.words[other.head].plural:
        phrase.who |= other.who
    return False
