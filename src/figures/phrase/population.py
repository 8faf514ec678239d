"""Populations that stand outside the phrase of a number: "nine dead, all elderly", "women make up 40%"."""

from __future__ import annotations

from bisect import bisect_left

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_PEOPLE = frozenset(("person", "combatant", "household", "team"))
_STAFF = frozenset(
    ("people.reached", "people.targeted", "people.affected", "people.in_need", "people.food_insecure")
)
_ASIDE = 7  # tokens between a number and an aside that says who they are
_NAMES = 4  # tokens of one name of a population
_SUBJECT = 9  # tokens of the subject of a share

Who = frozenset[str]
_NOBODY: Who = frozenset()
_FOREIGNER: Who = frozenset(("foreigner",))
_AID_WORKER: Who = frozenset(("aid_worker",))
_IDP: Who = frozenset(("idp",))
_COUNTED = ("person", "household")
#: Units of what may be people.
_OF_PEOPLE = frozenset(("household", "percent", "person", "share", "unknown"))
_AGENCY = 40  # tokens between staff and a word for the agency they work for
_BRACKET = 8  # tokens of a bracket that says where people come from
_APART = frozenset(",(–—")
_MARKS = _APART | frozenset(".;:")
#: Populations that speak for nobody: "4 people (refugees)".
_CIVIL = frozenset(("child", "elderly", "idp", "man", "migrant", "refugee", "returnee", "student", "woman"))


def settle(sentence: Sentence, lexicon: Compiled, live: list[Candidate]) -> None:
    """Complete the populations of figures, and take them from what is no person: "34 refugee camps"."""
    before: Candidate | None = None
    lowers = sentence.lowers
    for found in live:
        if found.unit_id in _COUNTED:
            uprooted = _uprooted(sentence, found)
            if uprooted:
                found.who = tuple(sorted(uprooted.union(found.who)))
            if lowers[found.after + 1] == "(" or lowers[found.after + 2] == "(":
                found.who = tuple(sorted(_foreign(sentence, lexicon, found).union(found.who)))
        if found.who:
            _prune(found)
        elif found.unit_id in _OF_PEOPLE:
            who = _find(sentence, lexicon, found, before)
            if who:
                found.who = tuple(sorted(who))
        before = found


def _prune(found: Candidate) -> None:
    """Drop the population of ages, things and places, and of people that an agency only serves."""
    noun = found.noun
    if (
        found.category == "measure.age"
        or noun is not None
        and noun.cls not in _PEOPLE
        and noun.unit != "person"
        and found.unit_kind == "count"
    ):
        found.who = ()
    elif noun is not None and noun.category in _STAFF and "aid_worker" in found.who:
        found.who = tuple(who for who in found.who if who != "aid_worker")


def _find(sentence: Sentence, lexicon: Compiled, found: Candidate, before: Candidate | None) -> Who:
    if found.category[:11] == "measure.age":
        return _NOBODY
    shared = found.unit_id in ("percent", "share")
    who = _aside(sentence, lexicon, found, shared=shared)
    if not who and shared:
        who = _subject(sentence, lexicon, found) or _before_bracket(sentence, found)
    if not who and found.rule == "level":
        who = _of_size(sentence, found)
    if found.noun is None:
        return who
    surface = found.noun.surface
    if surface in lexicon.lists.visitors and _is_national(sentence, found):
        return _FOREIGNER
    if not who and before is not None:
        if surface == "others" and before.unit_id == "person":
            who = frozenset((before.subset_of or before).who)
        elif surface in lexicon.lists.staff and "aid_worker" in before.who:
            return _AID_WORKER  # "four NGO workers (three nationals and one international)"
    return _AID_WORKER if not who and _hires(sentence, lexicon, found, surface) else who


def _is_national(sentence: Sentence, found: Candidate) -> bool:
    """Tell visitors by the country they come from: "40 Dutch tourists"."""
    phrase = found.phrase
    if phrase is None or phrase.head is None or phrase.head == found.after:
        return False
    return _names_people(sentence, phrase.head - 1)


def _names_people(sentence: Sentence, at: int) -> bool:
    """Tell a nationality, or a word that the lexicon does not know, by its capital: "Haitian", not "UNHCR"."""
    word = sentence.words[at]
    named = not word.flags and not word.verbs and (word.noun is None or word.noun.cls == "person")
    return named and sentence.is_capital(at) and not sentence.raw_at(at).isupper()


def _foreign(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Who:
    """Tell staff from abroad by the country that they come from: "3 NGO international (Danish) staff"."""
    at = found.after + 1 + (sentence.lowers[found.after + 1] != "(")
    if not sentence.lowers[at - 1].endswith(tuple(lexicon.lists.from_abroad)):
        return _NOBODY
    for index in range(at + 1, min(sentence.size, at + _BRACKET)):
        if sentence.lowers[index] == ")":
            break
        if _names_people(sentence, index):
            return _AID_WORKER
    return _NOBODY


def _hires(sentence: Sentence, lexicon: Compiled, found: Candidate, surface: str) -> bool:
    """Tell the staff of an aid agency: "Oxfam has 40 volunteers", "2 national staff were hurt at the NGO's gate"."""
    if surface in lexicon.lists.staff and any(
        "aid_worker" in word.who
        for word in sentence.words[max(0, found.first - _AGENCY) : min(sentence.size, found.after + _AGENCY)]
    ):
        return True
    if surface.rpartition(" ")[2] not in lexicon.lists.hired:
        return False
    at = found.first - 1
    while at > 0 and (sentence.words[at].before is not None or sentence.words[at].flags & s.DET):
        at -= 1
    return (
        at > 0 and sentence.lowers[at] in lexicon.lists.keeping and "aid_worker" in sentence.words[at - 1].who
    )


def _uprooted(sentence: Sentence, found: Candidate) -> Who:
    """Read what stands behind people of their displacement: "who have been displaced", "in displacement"."""
    at, token = found.right, sentence.lowers[found.right]
    if token == "in":
        within = sentence.lowers[at + 1 : at + 3]
        return _IDP if "displacement" in within else _NOBODY
    if token != "who" or not sentence.words[at + 1].flags & (s.BE | s.HAVE):
        return _NOBODY
    for index in range(at + 2, at + 1 + _NAMES):
        word = sentence.words[index]
        if "idp" in word.who:
            return frozenset(word.who)
        if not word.flags & (s.BE | s.TRANSPARENT):
            return _NOBODY
    return _NOBODY


def _aside(sentence: Sentence, lexicon: Compiled, found: Candidate, *, shared: bool) -> Who:
    """Read who is counted behind a number: ", mostly women", "(children and the elderly)", "are female", "as IDPs"."""
    if sentence.lowers[found.right] in lexicon.lists.mostly:
        return _names(sentence, found.right + 1)  # "300 guests mostly women"
    stop = (found.right if found.right > found.after else found.after) + _ASIDE
    if lexicon.asides.isdisjoint(sentence.lowers[found.after : stop]):
        return _NOBODY
    stop = min(sentence.size, stop)
    lowers, words, numbers = sentence.lowers, sentence.words, sentence.numbers
    for at in range(found.after, stop):
        token, word = lowers[at], words[at]
        if numbers[at] is not None:
            return _NOBODY
        if not word.flags and token not in _MARKS:
            continue
        if token in ".;:":
            return _NOBODY
        if token in _APART:
            mostly = sentence.lowers[at + 1] in lexicon.lists.mostly
            if mostly or token == "(" and _is_listed(sentence, at + 1, near=at - found.after <= 2):
                return _names(sentence, at + 1 + mostly)
            return _NOBODY
        if word.flags & s.BE or token == "as" and not sentence.words[at + 2].forms & s.THIRD:
            near = (
                at - found.right <= 1 or sentence.lowers[found.after] == "of" and at - found.after <= _NAMES
            )
            return _names(sentence, at + 1) if near and not _is_told(sentence, at + 1) else _NOBODY
        if token == "among" or shared and token == "in":
            return _names(sentence, at + 1)
        if word.flags & (s.AUX | s.CONTRAST | s.REL):
            return _NOBODY
    return _NOBODY


def _is_told(sentence: Sentence, at: int) -> bool:
    """Tell what befell people from who they are: "are internally displaced", not "are displaced farmers"."""
    if sentence.words[at].flags & s.TRANSPARENT:
        at += 1
    word = sentence.words[at]
    befell = word.forms & s.PARTICIPLE != 0 or "idp" in word.who
    return befell and word.noun is None and sentence.words[at + 1].noun is None


def _is_listed(sentence: Sentence, at: int, *, near: bool) -> bool:
    """Tell a list of people in brackets, "(children and ...", from a source, "(police)"."""
    word = sentence.words[at]
    if word.noun is None or word.noun.cls != "person" or not word.plural:
        return False
    alone = sentence.lowers[at + 1] == ")"
    return (
        not alone
        or near
        and sentence.words[at - 2].noun is not None
        and bool(_CIVIL.intersection(word.noun.who))
    )


def _names(sentence: Sentence, first: int) -> Who:
    """Collect the populations of a list that begins at a token: "children, pregnant women and the elderly"."""
    who: set[str] = set()
    reach = first + _NAMES
    at = first
    while at < min(sentence.size, reach):
        word = sentence.words[at]
        if sentence.numbers[at] is not None:
            break
        said = () if word.is_verb_only else (*word.who, *(word.noun.who if word.noun is not None else ()))
        if word.noun is not None and not (said and (word.plural or at + 1 < sentence.size)):
            break
        if said:
            who.update(said)
            reach = at + 1 + _NAMES
        elif _ends_names(sentence, at, begun=bool(who)):
            break
        at += 1
    return frozenset(who)


def _ends_names(sentence: Sentence, at: int, *, begun: bool) -> bool:
    """Tell a token at which a list of populations ends, or none begins."""
    word = sentence.words[at]
    if begun:
        return not (word.flags & (s.CONJ | s.DET) or sentence.lowers[at] in ",&")
    return word.flags & (s.PREP | s.AUX | s.CONJ) != 0 or word.is_verb_only


def _subject(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Who:
    """Read who a share is about: "Children under five account for 34% of cases"."""
    at = found.first - 1
    while at > 0 and sentence.words[at].before is not None:
        at -= 1
    if at > 0 and sentence.words[at].flags & s.PREP:
        at -= 1
    if sentence.lowers[at].partition(" ")[0] not in lexicon.lists.making_up:
        return _NOBODY
    who: set[str] = set()
    for index in range(at - 1, max(-1, at - _SUBJECT), -1):
        word = sentence.words[index]
        if sentence.lowers[index] in ",;:()" or word.flags & s.AUX:
            break
        who.update(word.who)
        if word.noun is not None:
            who.update(word.noun.who)
    return frozenset(who)


def _of_size(sentence: Sentence, found: Candidate) -> Who:
    """Read who a size is of: "the number of displaced *women* rose to 40"."""
    if found.trigger is None:
        return _NOBODY
    first = bisect_left(sentence.starts, found.trigger[0], 0, sentence.size)
    after = bisect_left(sentence.starts, found.trigger[1], 0, sentence.size)
    for at in range(first, after):
        if sentence.lowers[at] == "of":
            return _names(sentence, at + 1) if at + 1 < after else _NOBODY
    return _NOBODY


def _before_bracket(sentence: Sentence, found: Candidate) -> Who:
    """Read the noun that a share in brackets is about: "Most returnees (71%)"."""
    if found.first < 2 or sentence.lowers[found.first - 1] != "(":
        return _NOBODY
    noun = sentence.words[found.first - 2].noun
    return frozenset(noun.who) if noun is not None and noun.cls in _PEOPLE else _NOBODY
