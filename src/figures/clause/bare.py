"""Bare labels: words that fill an item up to its number, with no mark between: "People in need 1.2M | IDPs 800k"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_LONGEST = 6  # tokens of a bare label
_CUES = 4  # tokens of cues between a label and its number
_NEXT = 6  # tokens of the label behind a number
_NO_LABEL = s.AUX | s.DET | s.PRON | s.REL | s.SUB | s.NEG | s.MODAL
_COUNTED = frozenset(
    ("animal", "building", "combatant", "event", "good", "house", "household", "label", "person", "vehicle")
)
#: Classes of nouns that do nothing themselves: "Schools closed 12".
_INERT = frozenset(("animal", "building", "good", "house", "household", "infrastructure", "vehicle"))
_PARTS = frozenset(("|", "/", ";", "•"))
_CLOSERS = _PARTS | frozenset(("", "(", ",", ")"))
_LISTED = frozenset((",", ";", "|", "/", "•", ":", "and", "&"))
_LISTED_OR_ENDED = frozenset(("", ",", ";", "|", "/", ".", "and"))
_NAME = 2  # tokens of the name of a place
_INSIDE = frozenset(("(", ")", ".", "#"))


def begins_item(sentence: Sentence, at: int) -> bool:
    """Tell whether a token parts the items of a line; a comma does so behind a number only."""
    if sentence.numbers[at] is not None or sentence.lowers[at] in "/|;":
        return True
    return sentence.lowers[at] == "," and sentence.numbers[at - 1] is not None


def bare_start(sentence: Sentence, last: int) -> int:
    """Return the first token of a label of several words that ends at a token, -1 where its words are none.

    What parts items must stand beside it ("HH 320 / Ind 1,600"), or it fills its line ("Death toll 15").
    """
    start = at = _before_bracket(sentence, last)
    while start > 0 and at - start < _LONGEST and not _parts(sentence, start - 1):
        start -= 1
    if start and not _parts(sentence, start - 1) or sentence.words[start].flags & s.PREP:
        return -1
    if sentence.lowers[at] == "(" or start and _counts(sentence.numbers[start - 1]):
        return -1
    after = _number_after(sentence, last + 1)
    if after < 0 or sentence.lowers[after] not in _CLOSERS and not _ends_total(sentence, at, after):
        return -1
    listed = sentence.lowers[after] in _PARTS or start > 0 and sentence.lowers[start - 1] in _PARTS
    listed = listed or _goes_on(sentence, start, after)
    if not listed and start and sentence.lowers[start - 1] == "(" and sentence.is_capital(start):
        return -1  # "(Mills 83)"
    return start if _is_label(sentence, start, at, listed=listed) else -1


def _ends_total(sentence: Sentence, at: int, after: int) -> bool:
    """Tell a total that is a sentence: "Total fatalities 2."."""
    noun = sentence.words[at].noun
    total = noun is not None and noun.strong
    return total and sentence.lowers[after] == "." and after == sentence.size - 1


def _counts(before: Candidate | None) -> bool:
    """Tell a number that counts the words behind it, which are no label of the next: "300 IDP families 84 (..."."""
    return before is not None and before.unit_span is not None and before.unit_span[0] >= before.end


def _before_bracket(sentence: Sentence, at: int) -> int:
    """Return the last token of a label before its bracket: "Fatalities (confirmed) 12"."""
    if sentence.lowers[at] == ")":
        for index in range(at - 1, max(0, at - _LONGEST), -1):
            if sentence.lowers[index] == "(":
                return index - 1
    return at


def _goes_on(sentence: Sentence, start: int, after: int) -> bool:
    """Tell one item of several that commas part: "Males 120, Females 340"."""
    if sentence.lowers[after] == ",":
        behind = sentence.numbers[after + 2]
        return behind is not None and sentence.lowers[behind.after] in _CLOSERS
    before = sentence.numbers[start - 2] if start > 2 and sentence.lowers[start - 1] == "," else None
    return before is not None and before.skipped is None and before.first - 1 < _LONGEST


def _parts(sentence: Sentence, at: int) -> bool:
    return begins_item(sentence, at) or sentence.lowers[at] in (":", "•", "(")


def _number_after(sentence: Sentence, first: int) -> int:
    """Return the index behind the number that follows a label, -1 where none does."""
    for at in range(first, first + _CUES):
        number = sentence.numbers[at]
        if number is not None:
            return number.after
        if sentence.words[at].before is None:
            break
    return -1


def _is_label(sentence: Sentence, start: int, at: int, *, listed: bool) -> bool:
    """Tell words that name what is counted from a clause: "Deaths confirmed", not "Rebels killed"."""
    names = inert = False
    for index in range(start, at + 1):
        word, token = sentence.words[index], sentence.lowers[index]
        if not token[0].isalnum() and token not in _INSIDE or word.flags & _NO_LABEL:
            return False
        told = index < at and sentence.words[index + 1].flags & s.PREP  # "Rangers killed *in* Bol 12"
        done = word.forms & s.PARTICIPLE and (listed or inert or told)
        if word.is_verb_only and not done and not word.adjectives:
            return False
        noun = word.noun
        if noun is not None and noun.cls in _COUNTED and noun.category is not None:
            sure = noun.cls == "label" or noun.strong and not word.verbs
            undergo = index == start < at and sentence.words[index + 1].forms & s.PARTICIPLE
            named = word.plural and (not word.verbs or bool(undergo))  # "Houses destroyed"
            named = named or listed and (word.plural or sentence.is_capital(index))
            names = names or sure or named
            inert = inert or noun.cls in _INERT and word.plural and (not word.verbs or named)
        names = names or bool(word.adjectives) and (listed or index == at)
    return names and not sentence.words[at].flags & (s.PREP | s.CONJ)


def is_bracketed(sentence: Sentence, first: int) -> bool:
    """Tell a number in brackets behind what was done, one item of several: "killed (14), missing (2)"."""
    if sentence.lowers[first - 1] != "(" or first < 2:
        return False
    word, after = sentence.words[first - 2], _number_after(sentence, first)
    if after < 0 or sentence.lowers[after] != ")" or not (word.adjectives or word.forms & s.PARTICIPLE):
        return False
    return first == 2 or sentence.lowers[first - 3] in _LISTED


def behind_mark(sentence: Sentence, first: int) -> int:
    """Return the index behind the mark of a label if only a place parts it from a number: "Deaths: *Bol 12*; Ari 3"."""
    at = first - 1
    while at > 1 and first - at <= _NAME and sentence.words[at].strange and sentence.is_capital(at):
        at -= 1
    if at == first - 1 or sentence.lowers[at] != ":" or not sentence.words[first - 1].strange:
        return first
    number = sentence.numbers[first]
    closed = number is not None and sentence.lowers[number.after] in _LISTED_OR_ENDED
    return at + 1 if closed else first


def next_label(sentence: Sentence, at: int) -> bool:
    """Tell whether the label of the next number begins at a token: "Deaths: 12 *Houses destroyed:* 30"."""
    for index in range(at, at + _NEXT):
        token = sentence.lowers[index]
        if token == ":":
            counted = sentence.numbers[index + 1] or sentence.numbers[index + 2]
            return index > at and counted is not None
        if sentence.numbers[index] is not None or not token or token in ",;.()|":
            return False
    return False


def opens_total(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell the next label in text that lost its lines: "Contacts followed – 1,204 *Total* samples tested"."""
    return sentence.lowers[at] in lexicon.lists.totals and sentence.is_capital(at)
