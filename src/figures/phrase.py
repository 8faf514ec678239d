"""The noun phrase behind a number: its head, its modifiers, and the noun that a unit or a share is "of".

A phrase runs from the number to the head noun: unknown words and adjectives are passed over, a preposition, verb,
pronoun or mark ends it. Participles before the head are modifiers ("3,000 newly displaced Yazidi families").
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.lexicon.senses import Noun, UnitSense, Word
from figures.tokens import Sentence

_LONGEST = 9  # tokens from the number to its head
_END = s.PREP | s.REL | s.AUX | s.PRON | s.SUB | s.CONTRAST | s.NEG | s.MODAL | s.WEEKDAY | s.MONTH
_MARKS = frozenset(',.;:()[]|!?…•–—/"”“→=+*')
_QUOTES = frozenset("'’‘\"“”")


class Phrase:
    """The noun phrase of one number, as token indices."""

    __slots__ = (
        "after",
        "anaphor",
        "complement",
        "first",
        "head",
        "many",
        "modifiers",
        "noun",
        "partner",
        "unit",
        "unit_after",
        "unknown",
        "who",
    )

    def __init__(self, first: int) -> None:
        self.first = first
        self.after = first  # index behind the last token that belongs to the phrase
        self.head: int | None = None
        self.noun: Noun | None = None
        self.unknown: int | None = None  # a plural-looking word that the lexicon does not know, as head
        self.unit: UnitSense | None = None
        self.unit_after = first
        self.who: set[str] = set()
        self.modifiers: list[int] = []  # participles and adjectives before the head
        self.complement: Phrase | None = None  # "of rice" in "15 tonnes of rice"
        self.many = False  # the number is not one
        self.anaphor = False  # "30 of them"
        self.partner: Candidate | None = None  # the 8 of "2 of the 8 camps"

    @property
    def deepest(self) -> Noun | None:
        """The noun that says what is counted or measured, through "of"."""
        if self.noun is not None or self.complement is None:
            return self.noun
        return self.complement.deepest

    @property
    def stop(self) -> int:
        """The index behind the whole phrase with its complement."""
        return max(self.after, self.unit_after, self.complement.stop if self.complement else 0)


def read_phrase(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Phrase:
    """Read unit and noun phrase behind a number."""
    at = found.after
    if (
        at < sentence.size
        and sentence.lowers[at] in ("-", "‑", "–")
        and sentence.adjacent(at)
        and sentence.adjacent(at + 1)
    ):
        at += 1
    while at < sentence.size and sentence.words[at].after is not None and sentence.numbers[at] is None:
        at += 1  # "300-plus miners", "ten or so days"
    phrase = Phrase(at)
    phrase.many = found.value != 1
    unit = _unit_at(sentence, lexicon, at)
    if unit is not None:
        phrase.unit, phrase.unit_after = unit
        phrase.after = phrase.unit_after
        phrase.complement = _complement(sentence, lexicon, phrase.unit_after)
        return phrase
    if at < sentence.size and sentence.lowers[at] == "of":
        _of(sentence, lexicon, phrase, at)
        return phrase
    if (
        at < sentence.size
        and sentence.words[at].flags & s.INCLUSION
        and sentence.lowers[at].startswith("of ")
    ):
        phrase.anaphor, phrase.after = True, at + 1  # "11 of them women"
        phrase.who |= read_nouns(sentence, at + 1).who
        return phrase
    _nouns(sentence, phrase, at)
    if (
        phrase.noun is not None
        and phrase.noun.cls in ("team", "organisation", "thing", "group")
        and phrase.after < sentence.size
        and sentence.lowers[phrase.after] == "of"
    ):
        phrase.complement = _complement(sentence, lexicon, phrase.after)
    return phrase


def read_nouns(sentence: Sentence, at: int) -> Phrase:
    """Read a plain noun phrase that begins at a token."""
    phrase = Phrase(at)
    _nouns(sentence, phrase, at)
    return phrase


def _unit_at(sentence: Sentence, lexicon: Compiled, at: int) -> tuple[UnitSense, int] | None:
    """Find a unit of measure or money at a token: a case-sensitive symbol or a name."""
    if at >= sentence.size:
        return None
    for rest, sense in lexicon.symbols.get(sentence.surface(at, at + 1), ()):
        after = at + 1 + len(rest)
        if not rest:
            if _is_symbol(sentence, at, sense):
                return sense, after
        elif (
            after <= sentence.size and tuple(sentence.surface(i, i + 1) for i in range(at + 1, after)) == rest
        ):
            return sense, after
    word = sentence.words[at]
    if word.unit is not None:
        return word.unit, at + 1
    if (
        at + 1 < sentence.size
        and sentence.words[at + 1].unit is not None
        and sentence.lowers[at] in _UNIT_MODIFIERS
    ):
        return sentence.words[at + 1].unit, at + 2
    return None


_UNIT_MODIFIERS = frozenset(
    (
        "consecutive",
        "straight",
        "full",
        "long",
        "additional",
        "more",
        "whole",
        "further",
        "short",
        "extra",
        "calendar",
    )
)


def _is_symbol(sentence: Sentence, at: int, sense: UnitSense) -> bool:
    """Guard one-letter symbols: they must hang on the number, or stand alone behind it."""
    token = sentence.surface(at, at + 1)
    if len(token) > 1 or not token.isalpha() or sentence.adjacent(at):
        return True
    behind = sentence.words[at + 1] if at + 1 < sentence.size else s.UNKNOWN
    if token in "mglth":
        return True
    return (
        token.islower()
        and token != "a"
        and (behind.flags != 0 or at + 1 == sentence.size or sentence.lowers[at + 1] in _MARKS)
    )


def _complement(sentence: Sentence, lexicon: Compiled, at: int) -> Phrase | None:
    """Read what a unit is of: "of rice", "in aid", or the noun that stands right behind it."""
    if at >= sentence.size:
        return None
    if sentence.lowers[at] == "(":  # "275,000 acres (111,288 hectares) of farmland"
        close = next((i for i in range(at, min(sentence.size, at + 8)) if sentence.lowers[i] == ")"), at)
        if close == at or sentence.lowers[close + 1 : close + 2] != ["of"]:
            return None
        at = close + 1
    token, word = sentence.lowers[at], sentence.words[at]
    if token == "of":
        inner = Phrase(at)
        _of(sentence, lexicon, inner, at)
        return inner
    if token in _MARKS or word.flags & (_END | s.CONJ) or sentence.numbers[at] is not None:
        return None
    inner = Phrase(at)
    _nouns(sentence, inner, at)
    return inner if inner.noun is not None else None


def _of(sentence: Sentence, lexicon: Compiled, phrase: Phrase, at: int) -> None:
    """Read "of the (300) villagers", "of them", "of whom"."""
    at += 1
    while at < sentence.size and sentence.words[at].flags & s.DET:
        at += 1
    if at >= sentence.size:
        return
    if sentence.words[at].flags & (s.PRON | s.REL):
        phrase.anaphor, phrase.after = True, at
        return
    while at < sentence.size and sentence.numbers[at] is None and sentence.words[at].before is not None:
        at += 1
    partner = sentence.numbers[at] if at < sentence.size else None
    if partner is not None:
        if partner.skipped is None:
            phrase.partner = partner
        at = partner.after
        unit = _unit_at(sentence, lexicon, at)
        if unit is not None:
            phrase.complement = _complement(sentence, lexicon, unit[1])
            return
    elif (unit := _unit_at(sentence, lexicon, at)) is not None and unit[0].kind != "currency":
        phrase.unit, phrase.unit_after = unit  # "hundreds of hectares of crops"
        phrase.first, phrase.after = at, unit[1]
        phrase.complement = _complement(sentence, lexicon, unit[1])
        return
    _nouns(sentence, phrase, at)


def _nouns(sentence: Sentence, phrase: Phrase, at: int) -> None:
    """Walk to the head noun; sets head, noun, who, modifiers and the end of the phrase."""
    size = min(sentence.size, at + _LONGEST)
    last_modifier = unknowns = 0
    index = at
    while index < size:
        word, token = sentence.words[index], sentence.lowers[index]
        number = sentence.numbers[index]
        if number is not None:
            if (
                phrase.head is None
                and sentence.lowers[number.after : number.after + 1] == ["-"]
                and number.after + 2 < size
            ):
                index = number.after + 2  # "five thousand 25-litre canisters"
                continue
            break
        if token in _QUOTES and phrase.head is None:
            index += 1
            continue
        if (
            token in _MARKS
            or word.flags & _END
            or word.flags & s.DET
            and not word.flags & s.OTHER
            and token != "such"
        ):
            break
        if word.flags & s.CONJ:
            if not _goes_on(sentence, phrase, index):
                break
            index += 1
            continue
        if word.noun is not None and not _is_verb(sentence, phrase, index):
            if phrase.head is not None and sentence.words[phrase.head].plural and not word.plural:
                break
            _take(phrase, index, word)
            unknowns = 0
        elif word.verbs or word.adjectives:
            if phrase.head is not None or not _modifies(sentence, phrase, index, word):
                break
            phrase.modifiers.append(index)
            last_modifier = index
        elif _ends_after(phrase, sentence, index):
            break
        elif word is s.UNKNOWN or not word.flags and not word.unit:
            if word.who:
                phrase.who.update(word.who)
            unknowns += 1
            if phrase.head is None and _looks_plural(sentence, index):
                phrase.unknown = index
            if unknowns > 4 or not token[0].isalpha() and token not in "-'’":
                break
        elif word.unit is not None:
            break
        else:
            if word.who:
                phrase.who.update(word.who)
            if phrase.head is not None:
                break
        index += 1
    _close(phrase, last_modifier)


def _looks_plural(sentence: Sentence, index: int) -> bool:
    """Tell whether an unknown word may be a noun in the plural: "masons", "DCs"; a name such as "Texas" is none."""
    surface = sentence.surface(index, index + 1)
    if len(surface) < 3 or not surface.isalpha() or not surface.endswith("s"):
        return False
    if surface[:-1].isupper():
        return True
    return len(surface) > 3 and surface[0].islower() and not surface.endswith(("ss", "us", "is"))


def _take(phrase: Phrase, index: int, word: Word) -> None:
    """Make a noun the head; the one before it becomes a modifier that may state who."""
    if phrase.noun is not None:
        phrase.who.update(phrase.noun.who)
    phrase.who.update(word.who)
    phrase.head, phrase.noun, phrase.after = index, word.noun, index + 1


def _close(phrase: Phrase, last_modifier: int) -> None:
    if phrase.head is not None:
        phrase.modifiers = [m for m in phrase.modifiers if m < phrase.head]
        phrase.unknown = None
        if phrase.noun is not None:
            phrase.who.update(phrase.noun.who)
    elif phrase.unknown is not None and phrase.unknown > last_modifier:
        phrase.head, phrase.after = phrase.unknown, phrase.unknown + 1
        phrase.modifiers = [m for m in phrase.modifiers if m < phrase.unknown]
    else:
        phrase.unknown = None
        phrase.modifiers = []


def _is_verb(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Judge a word that is noun and verb ("strikes", "shelter"): behind a plural head it is the verb."""
    word = sentence.words[index]
    if not word.verbs:
        return False
    if phrase.head is None:
        if word.plural:
            return False
        if any(form & (s.PARTICIPLE | s.PRESENT) for _, form in word.verbs):
            return True
        behind = sentence.words[index + 1] if index + 1 < sentence.size else s.UNKNOWN
        return (
            phrase.many and index == phrase.first and behind.noun is None
        )  # "40,000 NEED HELP", "2,000 PROTEST"
    return sentence.words[phrase.head].plural


def _ends_after(phrase: Phrase, sentence: Sentence, index: int) -> bool:
    """Tell whether a phrase with a head ends at a word that is no noun."""
    if phrase.head is None:
        return False
    if sentence.words[phrase.head].plural:
        return True
    return not any(w.noun is not None for w in sentence.words[index + 1 : index + 3])


def _modifies(sentence: Sentence, phrase: Phrase, index: int, word: Word) -> bool:
    """Tell whether a participle or adjective may stand before a head that follows."""
    participle = any(form & (s.PARTICIPLE | s.PRESENT) for _, form in word.verbs)
    if not participle and not word.adjectives:
        behind = sentence.words[index + 1] if index + 1 < sentence.size else s.UNKNOWN
        return behind.noun is not None and behind.plural and not behind.verbs  # "29 burn patients"
    for later in range(index + 1, min(sentence.size, index + 5)):
        behind = sentence.words[later]
        if (
            sentence.numbers[later] is not None
            or sentence.lowers[later] in _MARKS
            or behind.flags & (_END | s.DET)
            or behind.unit is not None
        ):
            return False
        if behind.noun is not None:
            return True
        if behind.flags & s.CONJ and not any(
            w.noun is not None for w in sentence.words[later + 1 : later + 3]
        ):
            return False
        if (
            behind is s.UNKNOWN
            and index > phrase.first
            and sentence.lowers[later].endswith("s")
            and sentence.text[sentence.starts[later]].islower()
        ):
            return True
    return False


def _goes_on(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Tell whether a phrase goes on behind "and": "women and children", "new and vulnerable arrivals"."""
    if sentence.lowers[index] not in ("and", "or", "&", "and/or"):
        return False
    if index + 1 >= sentence.size or sentence.numbers[index + 1] is not None:
        return False
    if phrase.head is None:
        return phrase.modifiers != [] or index > phrase.first
    other = read_nouns(sentence, index + 1)
    if (
        other.noun is None
        or phrase.noun is None
        or other.head is None
        or not sentence.words[other.head].plural
    ):
        return False
    if {other.noun.cls, phrase.noun.cls} <= {"person", "combatant"} and other.head - index <= 3:
        phrase.who |= other.who
    return False
