"""Sources without a verb: in brackets, behind a dash, before a colon ("32 dead - police", "Mayor: 40 missing")."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.tokens import Sentence

_NAME = 7  # the longest name of a source, in tokens
_BRACKET = 24  # the longest bracket with sources
_COLON = 4  # tokens of a source behind the colon of a headline
_TOLD = 4  # the fewest tokens behind "Mayor:" that tell a statement from a list
_DASHES = frozenset("-–—")
#: A sentence without any of them has no such source.
SOURCE_MARKS = _DASHES | {")", ":"}
#: Classes of noun that may speak; a hospital before a colon is a place.
_SPEAKERS = frozenset(("person", "combatant", "force", "organisation", "thing"))
_STOPS = frozenset(".!")


def source_behind(sentence: Sentence, names: frozenset[str]) -> int | None:
    """Find a source at the end of a sentence: "(OCHA, 20 September)", "(police)", "- Lady Reading Hospital"."""
    last = sentence.size - 1
    while last > 0 and sentence.lowers[last] in _STOPS:
        last -= 1
    if last < 3:
        return None
    if sentence.lowers[last] == ")":
        return _in_brackets(sentence, last, names)
    if ":" in sentence.lowers[last - _COLON : last] and last > _COLON:
        colon = last - 1 - sentence.lowers[last - _COLON : last][::-1].index(":")
        told = (
            any(number is not None for number in sentence.numbers[1:colon]) or sentence.numbers[0] is not None
        )
        told = told and sentence.adjacent(colon) and not sentence.adjacent(colon + 1)
        return colon + 1 if told and _is_name(sentence, colon + 1, last + 1, names) else None
    if sentence.tokens.isdisjoint(_DASHES):
        return None
    if _DASHES.isdisjoint(sentence.lowers[last - _NAME + 1 if last > _NAME else 2 : last + 1]):
        return None
    for at in range(last, max(1, last - _NAME), -1):
        if sentence.lowers[at] in _DASHES:
            spaced = sentence.starts[at] > sentence.ends[at - 1]
            return at + 1 if spaced and _is_name(sentence, at + 1, last + 1, names) else None
    return None


def _in_brackets(sentence: Sentence, last: int, names: frozenset[str]) -> int | None:
    for at in range(last - 1, max(-1, last - _BRACKET), -1):
        if sentence.lowers[at] == "(":
            name = sentence.raw_at(at + 1)
            dated = any(n is not None and n.skipped in ("date", "year") for n in sentence.numbers[at:last])
            if dated and "," in sentence.lowers[at:last]:
                last = sentence.lowers.index(",", at)
                if "al" in sentence.lowers[at + 2 : last]:
                    return at + 1  # "(Adeyemi et al., 2019)"
                if _is_title(sentence, at + 1, last):
                    return at + 1  # "(Kala Post, 7 January 2013)", "(Response Plan, 2019)"
            if name.isupper() and len(name) > 1 and dated:
                return at + 1
            if name.isupper() and sentence.is_capital(at - 1) or _names_counted(sentence, at):
                return None  # "the World Food Programme (WFP)"
            return at + 1 if _is_name(sentence, at + 1, last, names) else None
    return None


def _names_counted(sentence: Sentence, at: int) -> bool:
    """Tell the names of what is counted before a bracket, "two agencies (*UNICEF* and *IOM*)", and "(counted here)"."""
    before, first = sentence.words[at - 1], sentence.lowers[at + 1]
    if before.noun is not None and before.plural and before.noun.cls == "organisation":
        return any(sentence.numbers[max(0, at - _COLON) : at])
    return first.endswith("ed") and not sentence.is_capital(at + 1)


def _is_title(sentence: Sentence, first: int, after: int) -> bool:
    """Tell the name of a paper or a document, two words or more with capitals, from a place, "(Oro, 3 May 2015)"."""
    noun = sentence.words[after - 1].noun
    if (
        sentence.words[first].flags & s.PREP
        or " " not in sentence.surface(first, after)
        or noun is not None
        and noun.cls == "place"
    ):
        return False
    return all(
        sentence.is_capital(at) and sentence.numbers[at] is None and not sentence.words[at].flags & s.MONTH
        for at in range(first, after)
        if not sentence.words[at].flags & (s.PREP | s.DET)
    )


def source_before(sentence: Sentence, names: frozenset[str]) -> int | None:
    """Find a source with a colon at the beginning: "Mayor: 40 missing"; "Hospitals: 3 destroyed" is a label."""
    for at in range(1, min(_NAME, sentence.size)):
        if sentence.lowers[at] == ":":
            behind = sentence.words[at + 1 : min(sentence.size, at + 11)]
            if len(behind) < _TOLD or not any(word.verbs or word.adjectives for word in behind):
                return None
            counted = sentence.words[at - 1].noun
            place = counted is not None and counted.cls not in _SPEAKERS
            return 0 if not place and _is_name(sentence, 0, at, names) else None
    return None


def names_body(sentence: Sentence, first: int, names: frozenset[str]) -> bool:
    """Tell who found something out, by a word such as "ministry" or a name: "documented by *OHCHR* in May"."""
    for at in range(first, min(sentence.size, first + _NAME)):
        word, token = sentence.words[at], sentence.lowers[at]
        if token.rpartition(" ")[2] in names:
            return True
        name = sentence.raw_at(at)
        if len(name) > 1 and name.isupper() and name.isalpha():
            return True
        if sentence.numbers[at] is not None or not token[0].isalpha() or word.is_verb_only:
            return False
        if word.flags & ~s.DET and not word.flags & s.CONJ:
            return False
    return False


def _is_name(sentence: Sentence, first: int, after: int, names: frozenset[str]) -> bool:
    """Tell whether some tokens name who speaks: no verb, no number, and a word such as "ministry" among them."""
    if not 0 < after - first <= _NAME or sentence.words[first].flags & (s.PREP | s.CONJ):
        return False
    hedged = sentence.words[first].certainty
    if hedged is not None and hedged.cue_class != "report":
        return False  # "(assumed military)"
    named = False
    for at in range(first, after):
        word = sentence.words[at]
        if sentence.numbers[at] is not None or word.is_verb_only or word.flags & s.AUX:
            return False
        if (
            word.certainty is not None
            and word.certainty.cue_class != "report"
            and sentence.lowers[after] == ":"
        ):
            return False  # "Officials fear the worst: 300 homes ..."
        named = named or sentence.lowers[at].rpartition(" ")[2] in names
    return named
