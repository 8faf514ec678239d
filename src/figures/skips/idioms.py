"""Numbers that count nothing: ordinals, pronouns, periods, digit strings that are no number."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.calendar import TIME
from figures.skips.look import ORDINALS, counts, is_participle
from figures.tokens import Sentence

_ENDS = frozenset((".", ",", ";", "!", "?", ""))
_INTO = ("in", "into")
_GOES_ON = s.PREP | s.CONJ | s.SUB | s.REL | s.AUX | s.CONTRAST
_HALF, _FEW_PIECES = 0.5, (0.5, 1, 2, 3, 4)
_TORN = 6  # tokens between a verb of parting and the pieces
_SOLID = frozenset(("building", "house", "infrastructure", "person", "place", "structure", "vehicle"))
#: The other of two, and what stands before it.
_OTHERS, _ONE_BY_ONE = ("another", "next", "other"), ("after", "or", "to")
_TO_ANOTHER = 8  # tokens between "one" and "another"
_PLACED = ("at", "from", "to")
_RISING = 6  # tokens before a place that may hold what rises to it
_LOWEST = 100  # of the places of a chart
_COUNTRY = 3  # letters of a country in short
_MOST_SIDES = 10  # what a kind of thing may have: "six-sided"


def unread(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Name what a digit string with inner marks is when it is no single number."""
    token = sentence.lowers[found.first]
    if token in lexicon.names:
        return "name"
    if found.value is not None:
        return None
    if TIME.fullmatch(token):
        return "time"
    if "/" in token:
        return "date"
    return "list" if "," in token else "identifier"


def ordinal(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find "3rd" and "twenty-first"."""
    behind = found.after
    if found.kind == "digits":
        hangs = sentence.lowers[behind] in ORDINALS and sentence.adjacent(behind)
        return "ordinal" if hangs else None
    if sentence.lowers[behind] in ("-", "–"):
        behind += 1
    tens = found.kind == "words" and found.value in range(20, 101, 10)
    return "ordinal" if tens and sentence.words[behind].flags & s.ORDINAL else None


def rank(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the place in an order: "ranked 106 in the world", "rose from 31 in the world"."""
    before, behind = sentence.lowers[found.first - 1], sentence.lowers[found.after]
    if found.kind not in ("digits", "words") or not found.first:
        return None
    if before in lexicon.lists.rankings or before in lexicon.lists.charts and _is_chart(sentence, found):
        return None if behind == "of" or counts(sentence, found) or is_participle(sentence, found) else "rank"
    if before in _PLACED and _is_in_charts(sentence, lexicon, found):
        return "rank"
    if behind != "in" or before not in ("at", "from", "to"):
        return None
    world = sentence.lowers[found.after + 1 : found.after + 3] == ["the", "world"]
    return "rank" if world else None


def _is_in_charts(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "entered the chart *at four*" and "slipped *to six* in the albums chart" from "rose to 40 cents"."""
    if found.after > found.first + 1 or not 0 < (found.value or 0) <= _LOWEST:
        return False
    if lexicon.lists.hit_lists.isdisjoint(sentence.lowers):
        return False
    for word in sentence.words[max(0, found.first - _RISING) : found.first]:
        if word.noun is not None and (word.noun.strong or word.noun.cls == "label"):
            return False  # "the charts show that deaths rose to six"
    return not counts(sentence, found) and sentence.lowers[found.after] != "%"


def _is_of_side(sentence: Sentence, found: Candidate) -> bool:
    """Tell "deep into the Italian half" and "Wales' half" from "Italy's half of the ships"."""
    at, behind = found.first - 1, sentence.words[found.after]
    if at < 1 or not sentence.is_capital(at) or sentence.words[at].before is not None:
        return False
    return (
        sentence.lowers[found.after] in _ENDS
        or behind.flags & (s.PREP | s.CONJ) != 0
        and not (sentence.lowers[found.after].partition(" ")[0] == "of" or sentence.words[at].flags)
    )


def _is_chart(sentence: Sentence, found: Candidate) -> bool:
    """Tell "the top 40" and "Britain's top 40" from "Deaths top 40" and "the top 5 wettest places"."""
    at = found.first - 2
    if sentence.words[found.after] is s.UNKNOWN:
        return False
    raw = sentence.raw_at(at)
    if raw.isupper() and len(raw) <= _COUNTRY:
        return True  # "a UK top 20 single"
    return sentence.words[at].flags & s.DET != 0 or sentence.lowers[at].endswith(s.OWNS)


def magnitude(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the magnitude in the bracket of a label: "Needs (USD thousands): 450", "Displaced (in millions) | ..."."""
    if found.kind != "vague" or sentence.lowers[found.after] != ")":
        return None
    word = sentence.words[found.first - 1]
    opened = sentence.lowers[found.first - 1] == "(" or sentence.lowers[found.first - 2] == "("
    named = word.unit is not None or sentence.raw_at(found.first - 1) in lexicon.symbols
    named = named or sentence.lowers[found.first - 1] == "in"
    ends = sentence.lowers[found.after + 1] in ("", ":", "|", ";", ",")
    return "unit" if named or opened and ends else None


def idiom(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find number words that count nothing: "one another", "the second half of the year", "scores high"."""
    token, words = sentence.lowers[found.first], lexicon.numbers
    if sentence.lowers[found.first - 1] == "not" and sentence.lowers[found.first - 2] == ",":
        return "negation"  # "200 people, not 300"
    before, behind = sentence.lowers[found.first - 1], sentence.lowers[found.after]
    if before in _PLACED and found.kind == "words" and _is_in_charts(sentence, lexicon, found):
        return "rank"
    if behind == "-":
        tail = sentence.lowers[found.after + 1]
        if tail in lexicon.lists.digit_nouns:
            return "idiom"  # "a seven-figure sum"
        if tail in lexicon.lists.kinds and (found.value or 0) < _MOST_SIDES:
            return "compound"  # "one-time help"
    if found.value == 0 and (behind in lexicon.lists.zero_idioms or f"{before} {token}" in lexicon.names):
        return "idiom"
    if token == "one" and found.after == found.first + 1:
        if behind == "more" and sentence.words[found.after + 1].unit is not None:
            return None  # "one more day"
        if before == "which" and not sentence.words[found.first - 2].flags & s.PREP:
            return "pronoun"  # "which one fired"
        if before in words.one_before:
            return "pronoun"
        if sentence.words[found.after].noun is not None and _goes_from_one(sentence, found):
            return "idiom"
        return "pronoun" if behind in words.one_after and not _lasts(sentence, lexicon, found) else None
    if before in _INTO and found.value in _FEW_PIECES and _is_parting(sentence, lexicon, found):
        return "idiom"
    if token == "half" and behind == "-" and sentence.words[found.after + 1].unit is None:
        return "compound"
    if token in ("half", "quarter", "quarters") and found.kind == "fraction":
        return "period" if _is_period(sentence, lexicon, found) else None
    if token == "several" and behind in lexicon.lists.vague_places:
        return "uncounted"
    if token == "few" and before == "the" and sentence.lowers[found.first - 2] == "of":
        behind_few = sentence.words[found.after]
        return (
            "uncounted" if behind_few.unit is None and behind_few.noun is not None else None
        )  # "one of the few men"
    if token == "few" and before.rpartition(" ")[2] not in lexicon.lists.few_before:
        return "uncounted"
    if token == "scores" and (sentence.words[found.after].flags & s.DET or behind == "on"):
        return "idiom"
    return None


def _goes_from_one(sentence: Sentence, found: Candidate) -> bool:
    """Tell "from *one* camp to another" and "*one* hut after another", which count none, from "one camp and"."""
    origin = sentence.lowers[found.first - 1].endswith("from")
    for at in range(found.after + 1, found.after + _TO_ANOTHER):
        token, word = sentence.lowers[at], sentence.words[at]
        if token in _OTHERS or token == "the" and sentence.lowers[at + 1] in _OTHERS:
            if origin and sentence.lowers[at - 1] == "to":
                return True
            ends = sentence.words[at + 1 + (token == "the")]
            return sentence.lowers[at - 1] in _ONE_BY_ONE and ends.noun is None and not ends.verbs
        if sentence.numbers[at] is not None or token in _ENDS or word.is_verb_only or word.flags & s.AUX:
            return False
    return False


def _is_parting(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell the pieces of a whole, "split in *two*", "tore the bus in *half*", from a share, "cut aid in half"."""
    behind = sentence.words[found.after]
    if not behind.flags & _GOES_ON and sentence.lowers[found.after] not in _ENDS and not behind.is_verb_only:
        return False  # "into two rival camps"
    thing = False
    for at in range(found.first - 2, max(-1, found.first - 2 - _TORN), -1):
        token, noun = sentence.lowers[at], sentence.words[at].noun
        if token in lexicon.lists.parting:
            return sentence.lowers[at + 1] not in ("down", "out")
        if token in ("cut", "cuts", "cutting"):
            thing = thing or any(_is_solid(word) for word in sentence.words[max(0, at - _TORN) : at])
            return found.value != _HALF or thing
        thing = thing or _is_solid(sentence.words[at])
        if token in _ENDS or sentence.numbers[at] is not None or noun is None and sentence.words[at].verbs:
            break
    return False


def _is_solid(word: s.Word) -> bool:
    """Tell what can be cut through from what can be made less."""
    return word.noun is not None and word.noun.cls in _SOLID


def _lasts(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "for one day" and "less than one day later" from "one day the rebels came"."""
    before, unit = sentence.lowers[found.first - 1], sentence.words[found.after].unit
    return unit is not None and unit.kind == "time" and before.rpartition(" ")[2] in lexicon.lists.lasting


def _is_period(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell the halves and quarters of years from shares."""
    before, behind = sentence.lowers[found.first - 1], sentence.lowers[found.after]
    if before in lexicon.lists.periods or behind == "year":
        return True
    if sentence.lowers[found.first] != "half":
        if before not in ("a", "one"):
            return True
    elif behind in lexicon.lists.half_times or before == "own" or _is_of_side(sentence, found):
        return True
    return behind == "of" and sentence.lowers[found.after + 1][:2] in ("19", "20")
