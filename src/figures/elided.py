"""Numbers without a noun: they take that of a label, a list, a breakdown, or a figure that they are held against."""

from __future__ import annotations

from figures.antecedents import ACTED_ON, COUNTED, aside_of, in_place, named_before
from figures.candidates import Candidate
from figures.clause.bare import behind_mark
from figures.clause.tails import before_tail
from figures.lent import takes_earlier
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.others import complete_others, take_over
from figures.phrase import Phrase
from figures.risen import risen
from figures.tokens import Sentence
from figures.topics import body_of, one_of, topic

_KINDS = frozenset(("digits", "words", "range", "vague"))
_LEADERS = frozenset(":=|")
_MARKS = frozenset("([–—-:")
_OPENS, _CLOSES = ("(", "["), (")", "]")
_ENDS = frozenset(",;.|/()[]•")
_LABEL = 6  # tokens of a label before its mark
_LEVEL = 6  # tokens between "at" and the total it tells


def complete(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> None:
    """Give every number without a noun the one that the words before it lend."""
    earlier: list[Candidate] = []
    for found in candidates:
        if found.skipped is not None:
            continue
        if found.unit_id == "unknown" and found.noun is None and found.kind in _KINDS:
            _complete(sentence, lexicon, found, earlier)
        elif earlier and found.noun is not None and found.noun.surface == "others":
            complete_others(sentence, lexicon, found, earlier[-1])
        earlier.append(found)


def _complete(sentence: Sentence, lexicon: Compiled, found: Candidate, earlier: list[Candidate]) -> None:
    phrase = found.phrase
    if phrase is None or phrase.partner is not None:
        return
    if phrase.anaphor:
        named = -1 if earlier else named_before(sentence, found)
        if named >= 0:
            _set_label(sentence, found, named, strong=False)
            found.unit_span = None
        return
    told = risen(sentence, found, earlier) if earlier else None
    if isinstance(told, int):
        _set_label(sentence, found, told, strong=True)
    elif told is not None:
        take_over(found, told)
        found.like = told
    elif not earlier or not takes_earlier(sentence, lexicon, found, earlier):
        _name(sentence, lexicon, found, phrase, earlier)


def _name(
    sentence: Sentence, lexicon: Compiled, found: Candidate, phrase: Phrase, earlier: list[Candidate]
) -> None:
    """Give a number the noun of a bracket, a breakdown, an aside, a label or a total that stands before it."""
    previous = earlier[-1] if earlier else None
    if _counts_before(sentence, found, previous):
        _set_label(sentence, found, found.first - 2, strong=False)
        found.named = found.first - 2
    elif _breaks_down(sentence, found):
        if not _take_over_counted(sentence, found, earlier):
            found.named = named_before(sentence, found)
            _set_label(sentence, found, found.named, strong=False)
    elif (head := aside_of(sentence, found)) >= 0:
        _set_label(sentence, found, head, strong=False)
        phrase.after = found.right = found.after + 1  # the verb is behind the aside
    else:
        head = _label(sentence, found)
        head = body_of(sentence, lexicon, found) if head < 0 else head
        head = one_of(sentence, found) if head < 0 else head
        strong = -1 if head >= 0 else _total(sentence, found)
        head = topic(sentence, lexicon, found) if head < 0 and strong < 0 else head
        if head >= 0 or strong >= 0:
            _set_label(sentence, found, head if head >= 0 else strong, strong=strong >= 0)
            step = previous is None or sentence.words[previous.first - 1].flags & s.CHANGE_BY
            if previous is not None and not step and previous.unit_span == found.unit_span:
                found.like = previous  # "the number of cases rose, from 40 in May *to 90 in June*"


def _counts_before(sentence: Sentence, found: Candidate, previous: Candidate | None) -> bool:
    """Tell "school tents (8) and kits (607)": a count in brackets right behind its noun, which no number has."""
    if sentence.lowers[found.first - 1] != "(" or sentence.lowers[found.after] != ")":
        return False
    word = sentence.words[found.first - 2]
    if word.noun is None or word.noun.cls not in COUNTED or not (word.plural or word.noun.cls == "label"):
        return False
    return previous is None or previous.phrase is None or previous.phrase.stop < found.first - 1


def _take_over_counted(sentence: Sentence, found: Candidate, earlier: list[Candidate]) -> bool:
    """Take the noun of the last figure that a breakdown by place or month may be of."""
    for other in reversed(earlier):
        if other.noun is None or other.noun.cls not in COUNTED:
            continue
        take_over(found, other)
        found.like = other
        total = other.subset_of or other
        by_place = not sentence.words[found.first - 2].flags & s.MONTH
        if by_place and found.value is not None and total.value is not None and found.value < total.value:
            found.subset_of = total
        return True
    return False


def _set_label(sentence: Sentence, found: Candidate, at: int, *, strong: bool) -> None:
    """Give a number the noun of its label; one that a level speaks of decides its category too."""
    noun, phrase = sentence.words[at].noun if at >= 0 else None, found.phrase
    if noun is None or phrase is None:
        return
    found.noun, found.unit_id, found.unit_kind = noun, noun.unit, "count"
    found.unit_span = (sentence.starts[at], sentence.ends[at])
    found.who, found.implied = noun.who, True  # not written at the number itself
    phrase.noun = noun
    if strong:
        phrase.head = at


def _breaks_down(sentence: Sentence, found: Candidate) -> bool:
    """Tell one item of a breakdown by place or month: "Edo (2), Ondo (2)", "Gombe – 1", "(December: 44)"."""
    at = found.first - 1
    mark = sentence.lowers[at]
    if at < 1 or mark not in _MARKS or not _is_closed(sentence, found.after):
        return False
    if sentence.words[at - 1].flags & s.MONTH:
        return mark == ":"
    if mark in _OPENS:
        if sentence.lowers[found.after] not in _CLOSES or not _has_neighbour(sentence, found):
            return False
    elif not sentence.lowers[at - 1].isalpha() or mark == ":":
        return False
    return sentence.words[at - 1].strange and sentence.raw_at(at - 1)[:1].isupper()


def _has_neighbour(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether another number stands alone in brackets near one that does."""
    near = [*range(found.first - 8, found.first - 1), *range(found.after + 1, found.after + 8)]
    for at in near:
        other = sentence.numbers[at] if 0 < at < sentence.size else None
        if other is not None and sentence.lowers[other.first - 1] in _OPENS:
            return sentence.lowers[other.after] in _CLOSES
    return False


def _label(sentence: Sentence, found: Candidate) -> int:
    """Return the noun of a label before a number, -1 where there is none: "Boreholes: 64 so far", "(pop. 2,300)"."""
    at = found.first - 1
    noun = sentence.words[at].noun
    if noun is not None and noun.cls == "label" and (not at or sentence.lowers[at - 1] == "("):
        return at if noun.category == "people.population" else -1
    if sentence.words[at].strange:
        at = behind_mark(sentence, found.first) - 1
    if sentence.lowers[at] not in _LEADERS:
        return at if _opens_line(sentence, found, at) else -1
    at -= 1
    if sentence.lowers[at - 1] in ("by", "per") and at > 1:
        at -= 3 if sentence.lowers[at - 2] == "," else 2  # "Deaths, by ward:"
    if sentence.lowers[at] == ")":
        while at > 0 and sentence.lowers[at] != "(":
            at -= 1
        at -= 1
    at = before_tail(sentence, at)
    acted_on = not _is_closed(sentence, found.after)
    for index in range(at, max(-1, at - _LABEL), -1):
        word = sentence.words[index]
        noun = word.noun
        if noun is None and word.forms & s.PARTICIPLE:  # "Houses damaged: 12"
            continue
        if noun is None or not word.plural and noun.cls != "label" or word.strange:
            return -1
        if acted_on and (noun.cls not in ACTED_ON or not _is_acted_on(sentence, found.after)):
            return -1
        if in_place(sentence, index):
            continue
        return index if noun.cls in COUNTED else -1
    return -1


def _opens_line(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a label without a mark that its line or cell consists of: "Damaged houses 91,808"."""
    word = sentence.words[at]
    if word.noun is None or not word.plural or word.noun.cls not in ACTED_ON:
        return False
    if word.verbs and not (at and sentence.words[at - 1].forms & s.PARTICIPLE):  # "The centre houses 120"
        return False
    if found.after < sentence.size and sentence.lowers[found.after] not in "(|;/":
        return False
    for index in range(at - 1, max(-1, at - _LABEL), -1):
        word = sentence.words[index]
        if sentence.lowers[index] in "|;•" or sentence.lowers[index] == "/" and sentence.numbers[index - 1]:
            return True
        if word.noun is None and not word.forms & s.PARTICIPLE and not word.adjectives:
            return False
    return at < _LABEL


def _is_closed(sentence: Sentence, at: int) -> bool:
    """Tell whether nothing that a number may count follows it."""
    if at >= sentence.size or sentence.lowers[at] in _ENDS:
        return True
    return sentence.words[at].flags & (s.CONJ | s.PREP | s.TRANSPARENT) != 0


def _is_acted_on(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return bool(word.forms & s.PARTICIPLE or word.adjectives)


def _total(sentence: Sentence, found: Candidate) -> int:
    """Return the noun of a total: "put the death toll at seven", "cut the number of troops from 11,500 to 9,000"."""
    at = found.first - 1
    while at > 0 and sentence.words[at].before is not None and sentence.lowers[at] != "at":
        at -= 1
    if at < 1:
        return -1
    token = sentence.lowers[at]
    if token == "from":
        noun = sentence.words[at - 1].noun
        changes = any(sentence.words[i].flags & s.CHANGE_VERB for i in range(max(0, at - 10), at - 1))
        return at - 1 if changes and noun is not None and sentence.words[at - 1].plural else -1
    if token != "at" or not _is_closed(sentence, found.after):
        return -1
    for index in range(at - 1, max(-1, at - 1 - _LEVEL), -1):
        word = sentence.words[index]
        if sentence.numbers[index] is not None or sentence.lowers[index] in _ENDS:
            return -1
        if word.noun is not None and word.noun.cls == "label":
            return index
    return -1
