"""What a noun phrase goes on over: a bracket, the apostrophe of an owner, a list of modifiers."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.lexicon.senses import Word
from figures.phrase.phrase import END, Phrase
from figures.phrase.words import is_mass, looks_plural
from figures.tokens import Sentence

#: Marks behind a noun at which its phrase may go on.
JOINTS = frozenset(",'’")
APOSTROPHES = frozenset("'’")
_BRACKET = 7  # tokens of a bracket inside a phrase
_PARTS = 20  # tokens of a bracket that counts the parts of what stands behind it
_AHEAD = 4  # tokens between a bracket and the noun behind it
_FORMS = s.PARTICIPLE | s.PAST
_ADJECTIVES = 6  # tokens between a comma and the noun behind it
_LIST = 9  # tokens of a list of modifiers
_QUOTED = 6  # tokens before a phrase that may open a quotation
_PEOPLE = frozenset(("person", "combatant"))
_SITES = frozenset(("building", "refuge"))

#: Participles that link what stands before them to the noun behind.
_LINKED = frozenset(
    ("affected", "based", "borne", "caused", "driven", "hit", "induced", "linked", "related", "stricken")
)
#: Classes of what is given, and of those who get it.
_GIFTS = frozenset(("animal", "good", "money", "vehicle"))
_RECEIVING = frozenset(("household", "person"))


def behind_bracket(sentence: Sentence, phrase: Phrase, at: int) -> int | None:
    """Return the index behind a bracket inside a phrase: "Diarrhoea (AWD) cases", "1,204 (53%) women"."""
    close = next((i for i in range(at + 2, at + _BRACKET) if sentence.lowers[i] == ")"), -1)
    if phrase.head is None and phrase.many and sentence.numbers[at + 1] is not None:
        parted = _behind_parts(sentence, at)
        if parted is not None:
            return parted
    if close < 0:
        return None
    if phrase.head is None:
        again = close == at + 2 and _says_again(sentence, at, phrase.first)
        share = at == phrase.first and _is_share(sentence, at + 1, close)
        told = at > phrase.first and _tells_more(sentence, at, close)
        return close + 1 if again or told or share and _noun_ahead(sentence, close + 1) else None
    behind = sentence.words[close + 1]
    if behind.noun is None or behind.flags & ~s.STAY or sentence.words[phrase.head].plural:
        return None
    if phrase.many:  # "two explosive device (IED) attacks"
        return close + 1 if behind.plural and sentence.numbers[close + 1] is None else None
    acronym = close == at + 2 and sentence.raw_at(at + 1).isupper()
    return close + 1 if acronym and not behind.verbs else None


def _behind_parts(sentence: Sentence, at: int) -> int | None:
    """Return the index behind a bracket that parts the people behind it: "8 UN (6 foreign, 2 local) staff"."""
    other = sentence.numbers[at + 1]
    if other is None or sentence.lowers[other.after] in (")", "%"):
        return None
    for close in range(other.after + 1, at + _PARTS):
        token = sentence.lowers[close]
        if token == ")":
            break
        if token in ".;:(" or sentence.words[close].flags & ~(s.CONJ | s.LINKING):
            return None
    else:
        return None
    behind = sentence.words[close + 1]
    people = behind.noun is not None and behind.noun.cls in _PEOPLE and behind.plural
    return close + 1 if people and not behind.verbs else None


def _tells_more(sentence: Sentence, at: int, close: int) -> bool:
    """Tell a bracket of words before the noun: "1 UN international (Nigerian) staff"."""
    behind = sentence.words[close + 1]
    if behind.noun is None or behind.verbs or behind.flags:
        return False
    return all(number is None for number in sentence.numbers[at:close])


def _says_again(sentence: Sentence, at: int, first: int) -> bool:
    """Tell a bracket that says again what stands before it: "five (5) deaths", "Diarrhoea (AWD) cases"."""
    number, again = sentence.numbers[first - 1], sentence.numbers[at + 1]
    if again is not None:
        return number is not None and number.value == again.value
    return sentence.raw_at(at + 1).isupper()


def _is_share(sentence: Sentence, at: int, close: int) -> bool:
    """Tell a bracket that holds one number or share and nothing else: "(53%)", "(6,080)"."""
    number = sentence.numbers[at]
    if number is None:
        return False
    unit = sentence.words[number.after].unit
    percent = sentence.lowers[number.after] == "%" or unit is not None and unit.kind == "ratio"
    return close == number.after + 1 if percent else close == number.after


def _noun_ahead(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun in the plural comes that is no label of a next number: "women", not "Women: 12"."""
    for index in range(at, at + _AHEAD):
        word = sentence.words[index]
        if sentence.numbers[index] is not None or word.flags or word.is_verb_only and not word.adjectives:
            return False
        if word.noun is not None and word.plural:
            return sentence.numbers[index + 1] is None and sentence.lowers[index + 1] not in (
                ":",
                "(",
                "-",
                "–",
            )
    return False


def owns(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Tell the apostrophe of owners in the plural from the end of a quotation: "12 farmers' unions"."""
    if phrase.head != at - 1 or not sentence.adjacent(at) or sentence.adjacent(at + 1):
        return False
    if not sentence.words[at - 1].plural or not sentence.lowers[at - 1].endswith("s"):
        return False
    number = sentence.numbers[phrase.first - 1]
    if sentence.words[phrase.first - 1 if number is None else number.first - 1].flags & s.DET:
        return False  # "the two unions' leaders" are those of two unions
    if any(sentence.lowers[i] in ("'", "‘") for i in range(max(0, phrase.first - _QUOTED), at)):
        return False
    for index in (at + 1, at + 2):
        word = sentence.words[index]
        if sentence.numbers[index] is not None or word.flags or word.is_verb_only:
            return False
        if word.noun is not None and word.plural or looks_plural(sentence, index):
            return True
    return False


def behind_list(sentence: Sentence, phrase: Phrase, at: int) -> int | None:
    """Return the index of the last modifier of a list: "30 education, health and *sanitation* workers"."""
    if not phrase.many:
        return None
    if phrase.head is None and _adds_adjective(sentence, phrase.first, at):
        return at + 1
    if not _may_modify(sentence, phrase, at):
        return None
    for index in range(at + 1, at + _LIST):
        word = sentence.words[index]
        if sentence.numbers[index] is not None:
            return None
        if word.flags & s.CONJ:
            return (
                index + 1
                if sentence.lowers[index] in ("and", "or", "&") and _ends_list(sentence, index + 1)
                else None
            )
        if sentence.lowers[index] == ",":
            continue
        if word.flags or word.verbs or word.adjectives or word.noun is not None and word.plural:
            return None
    return None


def _adds_adjective(sentence: Sentence, first: int, at: int) -> bool:
    """Tell a second adjective before the noun: "three small*,* poorly equipped clinics"."""
    ahead = sentence.lowers[at + 1]
    if first == at or ahead.endswith("ing") and "-" not in ahead and sentence.lowers[at + 2] != "-":
        return False
    for index in range(first, at):
        word = sentence.words[index]
        plain = not (
            word.adjectives
            or word.flags & ~(s.TRANSPARENT | s.AGE_AFTER)
            or word.unit is not None
            or word.noun is not None
        )
        if not plain or sentence.is_capital(index) or looks_plural(sentence, index) or word.forms & ~_FORMS:
            return False
    qualified = False
    for index in range(at + 1, at + _ADJECTIVES):
        word, token = sentence.words[index], sentence.lowers[index]
        if sentence.numbers[index] is not None or word.flags & ~s.TRANSPARENT or sentence.is_capital(index):
            return False
        if word.noun is not None and word.plural:
            told = sentence.words[index + 1].certainty is not None  # "12 overall, local residents said"
            return (qualified or " " in token) and not told
        if token in ",-":
            continue
        if (
            not token[0].isalpha()
            or word.verbs
            and not word.forms & s.PARTICIPLE
            or looks_plural(sentence, index)
        ):
            return False
        qualified = qualified or not word.flags
    return False


def _may_modify(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Tell a noun in the singular, or an adjective, before the first comma of a list."""
    if phrase.head is not None:
        return phrase.head == at - 1 and not sentence.words[at - 1].plural
    return at > phrase.first and all(_is_plain(sentence, i) for i in range(phrase.first, at))


def _is_plain(sentence: Sentence, at: int) -> bool:
    """Tell a word that is no verb and no function word, as most adjectives are."""
    word = sentence.words[at]
    plain = not (word.flags or word.verbs or word.adjectives) and word.unit is None and word.certainty is None
    return plain and sentence.lowers[at].isalpha()


def says_where(sentence: Sentence, index: int) -> bool:
    """Tell "26 *in isolation* facilities", who are there, from "26 *in need* families"."""
    behind = sentence.words[index + 1].noun
    return behind is not None and behind.cls in _SITES and sentence.lowers[index].startswith("in ")


def _ends_list(sentence: Sentence, at: int) -> bool:
    """Tell one or two modifiers and a noun in the plural: "tribal leaders"."""
    for index in range(at, at + 3):
        word = sentence.words[index]
        if sentence.numbers[index] is not None or word.flags & END or word.is_verb_only:
            return False
        if word.noun is not None and word.plural:
            return index > at
    return False


def is_compound(sentence: Sentence, at: int) -> bool:
    """Tell a word and the plural that it shares with the one before "and": "thatch houses"."""
    first, second = sentence.words[at], sentence.words[at + 1]
    if " " in sentence.lowers[at] and first.noun is not None and first.plural:
        return True  # "African countries" is one entry
    alike = not first.plural or is_mass(sentence, at)
    plain = alike and not first.flags and sentence.numbers[at] is None
    if second.noun is None or sentence.numbers[at + 1] is not None:
        return False
    third = sentence.words[at + 2]  # "Russian and *Syrian army air raids*"
    longer = third.noun is not None and third.plural and not second.flags and sentence.numbers[at + 2] is None
    return plain and (second.plural or longer)


def is_modifier(sentence: Sentence, head: int) -> bool:
    """Tell a noun that may stand before another: one in the singular, or a mass ("food kits")."""
    return not sentence.words[head].plural or is_mass(sentence, head)


def is_double(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Tell two words before one head: "12 mother*/*child clinics", "9 GBV/CP sessions"."""
    if index == phrase.first or not sentence.adjacent(index) or not sentence.adjacent(index + 1):
        return False
    if phrase.head is not None and not (phrase.many and is_modifier(sentence, phrase.head)):
        return False
    return sentence.numbers[index + 1] is None and is_compound(sentence, index + 1)


def is_trade(sentence: Sentence, phrase: Phrase, word: Word) -> bool:
    """Tell one person behind a plural: "one infectious diseases *physician*", "1 NGO national staff *doctor*"."""
    plural = phrase.noun
    if phrase.many or phrase.head is None or plural is None or word.noun is None or word.noun.cls != "person":
        return False
    token = sentence.lowers[phrase.head]
    if token.endswith("staff"):
        return bool(phrase.who or plural.who)  # whom they work for
    return token.endswith("s") and token != plural.surface


def is_linked(sentence: Sentence, head: int, index: int) -> bool:
    """Tell a compound that lost its hyphen: "40 flood *related* calls", "12 drought *affected* villages"."""
    if sentence.lowers[index] not in _LINKED or sentence.words[head].plural:
        return False
    nouns = any(word.noun is not None and word.plural for word in sentence.words[index + 1 : index + 3])
    return nouns or sentence.words[index + 1] is s.UNKNOWN and looks_plural(sentence, index + 1)


def are_given(sentence: Sentence, phrase: Phrase, word: Word) -> bool:
    """Tell those who are given something from a compound: "gave *300 families* food parcels"."""
    if word.noun is None or word.noun.cls not in _GIFTS:
        return False  # most of all
    if phrase.noun is None or phrase.noun.cls not in _RECEIVING:
        return False
    number = sentence.numbers[phrase.first - 1]
    if number is None:
        return False
    at = number.first - 1
    while at > 0 and (sentence.words[at].before is not None or sentence.words[at].flags & s.DET):
        at -= 1
    return any("person" in frame.recipient for frame, _ in sentence.words[at].verbs)


def opens_label(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Tell the label of what comes next behind a head: "8,800 individuals *Districts:* Bol, Ari"."""
    if sentence.lowers[index + 1] != ":" or phrase.head is None:
        return False  # most of all
    return sentence.is_capital(index) and not sentence.is_capital(phrase.head)
