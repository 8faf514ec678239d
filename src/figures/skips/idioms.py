"""Numbers that count nothing: ordinals, scores, pronouns, periods, digit strings that are no number."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.calendar import TIME
from figures.skips.look import ORDINALS, counts, is_participle
from figures.tokens import Sentence

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
    if before in lexicon.lists.rankings:
        return None if behind == "of" or counts(sentence, found) or is_participle(sentence, found) else "rank"
    if behind != "in" or before not in ("at", "from", "to"):
        return None
    world = sentence.lowers[found.after + 1 : found.after + 3] == ["the", "world"]
    return "rank" if world else None


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
        return "pronoun" if behind in words.one_after or before in words.one_before else None
    if token == "half" and behind == "-" and sentence.words[found.after + 1].unit is None:
        return "compound"
    if token in ("half", "quarter", "quarters") and found.kind == "fraction":
        return "period" if _is_period(sentence, lexicon, found) else None
    if token == "few" and before.rpartition(" ")[2] not in lexicon.lists.few_before:
        return "uncounted"
    if token == "scores" and (sentence.words[found.after].flags & s.DET or behind == "on"):
        return "idiom"
    return None


def _is_period(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell the halves and quarters of years from shares."""
    before, behind = sentence.lowers[found.first - 1], sentence.lowers[found.after]
    if before in lexicon.lists.periods or behind == "year":
        return True
    if sentence.lowers[found.first] != "half" and before not in ("a", "one"):
        return True
    return behind == "of" and sentence.lowers[found.after + 1][:2] in ("19", "20")


def score(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find score lines and odds: "won 3-0"."""
    if found.kind != "digits" or len(sentence.lowers[found.first]) > 2:
        return None
    behind = sentence.lowers[found.after] == "-" and sentence.adjacent(found.after)
    before = sentence.lowers[found.first - 1] == "-" and sentence.adjacent(found.first)
    other = sentence.numbers[found.after + 1 if behind else found.first - 2] if behind or before else None
    if other is None or len(sentence.lowers[other.first]) > 2:
        return None
    if other.skipped == "score" or _goes_on_match(sentence, found.first if behind else other.first):
        return "score"
    near = sentence.lowers[max(0, found.first - 9) : found.after + 7]
    return "score" if not lexicon.lists.scores.isdisjoint(near) else None


def _goes_on_match(sentence: Sentence, first: int) -> bool:
    """Tell the next set behind a tie-break: "7-6 (8-6) *7*-5"."""
    before = sentence.numbers[first - 2] if sentence.lowers[first - 1] == ")" else None
    return before is not None and before.skipped == "score"
