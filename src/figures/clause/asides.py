"""What a search for a verb passes over: brackets, dashes, asides between commas, parts of a total, lists."""

from __future__ import annotations

from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.tokens import Sentence

_BRACKET = 24  # the longest bracket passed over: "(3 nationals, 5 foreigners, 2 Kenyans, ...)"
_DASHED = 14  # the longest aside between dashes
_ENDS = STOP | {","}
_AGE = 3  # tokens between "aged" and its number
DASHES = frozenset(("-", "–", "—", "--"))
_PARTS = 9  # tokens of a list of parts behind "including"
_ASIDE = 18  # the longest aside between commas
_MEMBERS = 5  # tokens of the first of some names
#: Prepositions before a list of names.
_OF_NAMES = frozenset(("across", "as", "from", "in", "like", "of", "such as", "with"))
_GOES_ON = (",", "(", "and", "or")
_SEVERAL = ("are", "have", "were")
_PLACE_NAME = 4  # tokens of the name of a place up to its verb
_LINKS = frozenset(("(", ",", "and", "or"))
_MEASURES = ("physical", "time")
_COMPOUND = 3  # nouns of one member of a list


def _goes_on_passive(sentence: Sentence, first: int) -> bool:
    """Tell where something is, and what was done to it: "schools, *in three districts were* ruined"."""
    for at in range(first, min(sentence.size, first + _PARTS)):
        if sentence.words[at].flags & (s.BE | s.HAVE):
            return True
        if sentence.lowers[at] in _ENDS or sentence.words[at].is_verb_only:
            return False
    return False


def behind_parts(sentence: Sentence, first: int) -> int:
    """Return the index behind the parts of a total: "700 people (,) including 47 wounded (,) had crossed"."""
    index = first + (sentence.lowers[first] == ",")
    counted = sentence.numbers[index + 1] or sentence.words[index + 1].before and sentence.numbers[index + 2]
    including = sentence.words[index].flags & s.INCLUSION
    named = _behind_names(sentence, index + 1) if including and not counted else 0
    if named:
        return named
    if not including or not counted:
        return _behind_members(sentence, first) if index > first else first
    for at in range(index + 1, min(sentence.size, index + _PARTS)):
        if sentence.words[at].flags & (s.BE | s.HAVE):
            return at
        if sentence.lowers[at] == "," and sentence.numbers[at + 1] is None:
            return at + 1
    return first


def _behind_names(sentence: Sentence, first: int) -> int:
    """Return the verb of a total behind parts that nobody counted: "five men, *including a cook, 42,* were hurt"."""
    if sentence.lowers[first] not in ("a", "an"):
        return 0
    for at in range(first, min(sentence.size, first + _BRACKET)):
        if sentence.lowers[at] in _SEVERAL:
            return at
        if sentence.lowers[at] in STOP or sentence.words[at].flags & (s.AUX | s.CONTRAST | s.REL):
            break
    return 0


def _behind_members(sentence: Sentence, first: int) -> int:
    """Return the index behind an aside that tells who they are: "two men, *one from Bol and one from Ari,* were"."""
    member = sentence.numbers[first + 1] or sentence.numbers[first + 2]
    if member is None or member.unit_kind != "ratio" and member.noun is not None and not member.implied:
        return first  # but "9 million people, *a third of the population,* were"
    for at in range(member.after, min(sentence.size, first + _ASIDE)):
        word = sentence.words[at]
        if sentence.lowers[at] == ",":
            after = sentence.words[at + 1]
            return at + 1 if after.flags & (s.BE | s.HAVE | s.MODAL) or after.is_finite else first
        if sentence.lowers[at] in STOP or word.flags & (s.AUX | s.CONTRAST | s.REL):
            break
    return first


def behind_dash(sentence: Sentence, index: int) -> int:
    """Return the index behind an aside between dashes, or behind the dash where it does not close soon."""
    for at in range(index + 1, min(sentence.size, index + _DASHED)):
        if sentence.lowers[at] in DASHES and not sentence.adjacent(at):
            return at + 1
    return index + 1


def behind_aside(sentence: Sentence, index: int) -> int:
    """Return the index behind an aside on whom it consists of: ", most of whom were women,"; the next one without."""
    if not any(sentence.lowers[at].endswith(("whom", "them")) for at in range(index + 2, index + 4)):
        return index + 1
    if sentence.lowers[index + 1] == "all" and sentence.words[index + 3].flags & s.AUX:
        return index + 3  # "300 nurses, all of whom were hurt"
    for at in range(index + 3, min(sentence.size, index + _ASIDE)):
        if sentence.lowers[at] == ",":
            return at + 1
        if sentence.lowers[at] in STOP:
            break
    return sentence.size


def behind_bracket(sentence: Sentence, index: int) -> int:
    """Return the index behind a bracket that opens at a token, the same for anything else."""
    return closing(sentence, index) if sentence.lowers[index] == "(" else index


def closing(sentence: Sentence, index: int) -> int:
    """Return the index behind a bracket, or behind its opening mark where it does not close soon."""
    depth = 1
    for at in range(index + 1, min(sentence.size, index + _BRACKET)):
        if sentence.lowers[at] == ")":
            depth -= 1
            if depth == 0:
                return at + 1
        elif sentence.lowers[at] == "(":
            depth += 1
    return index + 1


def _is_part(sentence: Sentence, index: int) -> bool:
    """Tell a part in an aside: "people, *three of them* children, were killed", "two men, *one* from Bol and ..."."""
    number = sentence.numbers[index]
    phrase = number.phrase if number is not None else None
    if number is None or phrase is None:
        return False
    if number.subset_of is not None and number.subset_of.first < number.first:
        return True
    return phrase.anaphor or phrase.complement is not None and phrase.complement.anaphor


def _is_where(sentence: Sentence, index: int) -> bool:
    """Tell places in an aside: "people, from *nine villages* on the river, were moved"."""
    number = sentence.numbers[index]
    return number is not None and number.noun is not None and number.noun.cls == "place"


def begins_conjunct(sentence: Sentence, index: int) -> bool:
    """Tell whether a number begins the next conjunct ("12 men and 30 women were killed")."""
    number = sentence.numbers[index]
    if number is None or number.skipped is not None or _is_part(sentence, index):
        return False
    if any(word.flags & s.AGE_BEFORE for word in sentence.words[max(0, index - _AGE) : index]):
        return False  # "12 children, aged between 3 and 11, were killed"
    for at in range(index - 1, max(-1, index - 5), -1):
        word = sentence.words[at]
        if word.flags & s.INCLUSION or sentence.numbers[at] is not None:
            return False  # "twelve, including three children, were killed"
        if sentence.lowers[at] == "," and number.unit_kind in _MEASURES:
            return False  # "300 herders in Bol, *30 km* from the border, were moved"
        if word.flags & s.CONJ or sentence.lowers[at] == ",":
            return not _in_parts(sentence, at)
        if word.flags & s.PREP or word.forms & s.PARTICIPLE and sentence.lowers[at - 1] == ",":
            return False  # "300 herders, spread across *nine valleys*, were moved"
    return False


def _in_parts(sentence: Sentence, index: int) -> bool:
    """Tell the "and" of "including five children and two women"."""
    for at in range(index - 1, max(-1, index - _PARTS), -1):
        word = sentence.words[at]
        if word.flags & s.INCLUSION and not word.flags & s.PREP:
            return True
        if word.flags & (s.AUX | s.PREP) or word.is_verb_only or sentence.lowers[at] in STOP:
            return False
    return False


def _lists_nouns(sentence: Sentence, first: int) -> bool:
    """Tell whether a list of nouns goes on: "700 houses, *rice barns and* mills"."""
    for at in range(first, first + _COMPOUND):
        word = sentence.words[at]
        if word.strange and sentence.is_capital(at) and sentence.lowers[at + 1] in _GOES_ON:
            return not _OF_NAMES.isdisjoint(sentence.lowers[max(0, first - _MEMBERS) : first])
        if word.noun is None:
            return False
        if word.plural and sentence.lowers[at + 1] in _LINKS:
            return True  # "returnees, *IDPs (90%)* and hosts"
    return False


def _ends_list(sentence: Sentence, at: int) -> bool:
    """Tell the last member of a list: "mud huts, and *barns*", "in Homs, Hama, and *Idlib* governorates have"."""
    if sentence.lowers[at] in ("a", "an"):
        return _ends_with_one(sentence, at + 1)
    if sentence.words[at].flags & s.OTHER:
        at += 1  # "lawyers, and *other residents* were"
    elif sentence.lowers[at] == "all":
        return True  # "there were 40 cooks, and *all of them* were hurt"
    word, behind = sentence.words[at], sentence.words[at + 1]
    if word.noun is not None and word.plural:
        return True
    named = word.strange and sentence.is_capital(at)
    if not named or not (behind.noun is not None and behind.plural or sentence.lowers[at + 1] in _SEVERAL):
        return False
    return not _OF_NAMES.isdisjoint(sentence.lowers[max(0, at - _MEMBERS - 2) : at])


def _ends_with_one(sentence: Sentence, first: int) -> bool:
    """Tell one more thing of a list from a new clause: "and a *tanker of the company were* burnt", "and a man was"."""
    for at in range(first, min(sentence.size, first + _ASIDE)):
        word = sentence.words[at]
        if sentence.lowers[at] in _SEVERAL:
            return at > first
        if sentence.lowers[at] == "," and (
            sentence.words[at + 1].flags & s.CONJ or sentence.lowers[at + 1] in ("a", "an")
        ):
            continue  # "a shop, and a mosque were burnt"
        if word.flags & (s.AUX | s.CONTRAST | s.REL) or sentence.lowers[at] in _ENDS:
            return False
        if word.is_verb_only and not word.forms & s.PRESENT or sentence.numbers[at] is not None:
            return False
    return False


def behind_while(sentence: Sentence, index: int) -> int:
    """Return the index behind an aside on what somebody was about: "two nurses, *while visiting a clinic,* were"."""
    link = sentence.words[index + 1]
    if not link.flags & (s.CONTRAST | s.SUB) or link.flags & s.REL:
        return index  # most of all
    for at in range(index + 2, min(sentence.size, index + _ASIDE)):
        word = sentence.words[at]
        if sentence.lowers[at] == ",":
            after = sentence.words[at + 1]
            return at + 1 if after.flags & s.AUX or after.is_verb_only else index
        if (
            sentence.lowers[at] in STOP
            or word.flags & (s.CONTRAST | s.AUX)
            or sentence.numbers[at] is not None
        ):
            return index
    return index


def _is_small_verb(sentence: Sentence, index: int) -> bool:
    """Tell a verb from the second word of a name: "Minya *marched*", "Xbox Live"."""
    return sentence.words[index].is_verb_only and not sentence.is_capital(index)


def _ends_place(sentence: Sentence, at: int) -> bool:
    """Tell the verb behind the rest of a place: "Karsu district, *Bolan marched*", "Karsu, *Bolan province were*"."""
    for index in range(at, at + _PLACE_NAME):
        word = sentence.words[index]
        if sentence.lowers[index] in _SEVERAL or _is_small_verb(sentence, index):
            return True
        if not (word.strange or word.noun is not None and word.noun.cls == "place"):
            return False
    return False


def opens_aside(sentence: Sentence, index: int) -> bool:
    """Tell whether a comma opens an aside that a verb follows: "300 people, mostly women, fled"."""
    behind = sentence.words[index + 1]
    if _lists_nouns(sentence, index + 1):
        return True
    if behind.flags & s.CONJ and _ends_list(sentence, index + 2):
        return True
    if sentence.lowers[index + 1] in ("a", "an") and _ends_with_one(sentence, index + 2):
        return True  # "two huts, a mosque and a shop were burnt"
    if behind.strange and sentence.is_capital(index + 1) and _ends_place(sentence, index + 2):
        return True  # "residents of Karsu district, *Bolan marched*"
    if behind.flags & s.PREP and _goes_on_passive(sentence, index + 2):
        return True
    if behind.flags & (s.AGE_BEFORE | s.REL | s.TRANSPARENT | s.INCLUSION | s.BE | s.HAVE):
        return True
    if behind.forms & (s.PRESENT | s.PARTICIPLE):
        return True
    counted = False
    for at in range(index + 1, min(sentence.size, index + _ASIDE)):
        word = sentence.words[at]
        if sentence.lowers[at] == ",":
            after = sentence.words[at + 1]
            if after.flags & (s.AUX | s.REL) or after.is_verb_only and not counted:
                return True
        elif sentence.numbers[at] is not None:
            counted = counted or not (
                _is_part(sentence, at) or _is_where(sentence, at) or _is_when(sentence, at)
            )
        elif (
            sentence.lowers[at] in STOP
            or word.flags & (s.CONTRAST | s.AUX)
            and not is_month(sentence, at)
            or counted
            and word.is_finite
        ):
            return False
    return False


def is_month(sentence: Sentence, at: int) -> bool:
    """Tell the month of "the most since *May*" and "as of 12 *May*" from what people may do."""
    before = sentence.words[at - 1].flags & s.PREP != 0 or sentence.numbers[at - 1] is not None
    return before and sentence.words[at].flags & s.MONTH != 0


def _is_when(sentence: Sentence, at: int) -> bool:
    """Tell a year or another date in an aside: "300 people, the most since *2011*, were moved"."""
    number = sentence.numbers[at]
    return number is not None and number.skipped in ("date", "year")
