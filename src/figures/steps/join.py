"""Join: two numbers that make one reading, with the magnitude carried to the left ("between 3 and 5 million")."""

from __future__ import annotations

from decimal import Decimal

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.numerals import exact
from figures.pairs import close_asides
from figures.records import Bound
from figures.tokens import Sentence

_DASHES = frozenset("-–—‑−")
_TO = ("to", "to as high as", "to as many as", "to as much as")
_JOINERS = _DASHES.union(_TO, ("and", "or", "but", "yet"))
_WIDEST = 5  # tokens between the two ends ("$2.5 million to about $3 million")


def join(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Merge the ends of ranges; the right end leaves the list."""
    if len(candidates) < 2:
        return candidates
    out: list[Candidate] = []
    for right in candidates:
        left = out[-1] if out else None
        if left is not None and left.skipped is None and right.skipped is None and left.kind != "range":
            style = _style(sentence, lexicon, left, right)
            if style is not None and _merge(sentence, lexicon, left, right, style):
                continue
        out.append(right)
    close_asides(sentence, lexicon, out)
    return out


def _style(sentence: Sentence, lexicon: Compiled, left: Candidate, right: Candidate) -> str | None:
    """Name the wording that joins two numbers, or None."""
    between = sentence.lowers[left.after : right.first]
    if len(between) > _WIDEST or _JOINERS.isdisjoint(between) or left.value is None or right.value is None:
        return None
    words = sentence.words[left.after : right.first]
    rest = [
        (token, word)
        for at, (token, word) in enumerate(zip(between, words, strict=True), left.after)
        if not (word.unit is not None or sentence.surface(at, at + 1) in lexicon.symbols)
        or token in ("to", "in")
    ]
    if len(rest) > 1 and _joins_all_the_same(rest[0][0], *rest[-1]):
        rest.pop()
    measured = len(between) > len(rest) or _unit_in(sentence, lexicon, left.first - 1, left.first)
    if measured and _otherwise_measured(sentence, lexicon, left, right):
        return None
    tokens = [token for token, _ in rest]
    opener = sentence.lowers[left.first - 1] if left.first else ""
    if left.first >= 2 and sentence.surface(left.first - 1, left.first) in lexicon.symbols:
        opener = sentence.lowers[left.first - 2]
    if len(tokens) == 1 and tokens[0] in _DASHES:
        return "dash" if left.kind == right.kind or {left.kind, right.kind} <= {"digits", "words"} else None
    if tokens in (["-", "to", "-"], ["-", "to"]):  # "five- to six-hour"
        return "to" if left.value < right.value else None
    if len(tokens) == 1 and tokens[0] in _TO:
        if sentence.words[left.first - 1].before is not None and sentence.lowers[left.first - 2] == "from":
            opener = "from"
        return None if _is_change(sentence, left, right, opener) else "to"
    if tokens == ["and"]:
        return (
            "between"
            if opener == "between" or "between" in sentence.lowers[max(0, left.first - 3) : left.first]
            else None
        )
    if (
        tokens == ["or"]
        and (len(between) == 1 or between[1:] == ["even"])
        and _carry(sentence, lexicon, left, right) < right.value <= 3 * _carry(sentence, lexicon, left, right)
    ):
        return "or"
    if tokens[:1] in (["but"], ["and"], ["yet"]) and len(tokens) == 2:
        return "bounds" if _opposed(sentence, left, rest) else None
    return None


def _joins_all_the_same(joiner: str, token: str, word: s.Word) -> bool:
    """Tell the cue of the right end only: "between 300 and about 500", "15 to as many as 20", "two or even three"."""
    if word.before is not None:
        bound = word.before.bound
        return bound is Bound.APPROXIMATE or bound is Bound.AT_MOST and joiner == "to"
    return joiner == "or" and token == "even" or joiner == "and" and word.certainty is not None


def _otherwise_measured(sentence: Sentence, lexicon: Compiled, left: Candidate, right: Candidate) -> bool:
    """Tell "5 per cent to 1.2 million tonnes" and "$5 to 30 people", no ranges, by the unit of either number."""
    middle = next(
        (at for at in range(left.after, right.first) if sentence.lowers[at] in _JOINERS), right.first
    )
    first = _unit_in(sentence, lexicon, left.first - 1, left.first) or _unit_in(
        sentence, lexicon, left.after, middle
    )
    second = _unit_in(sentence, lexicon, middle + 1, right.first) or _unit_in(
        sentence, lexicon, right.after, right.after + 1
    )
    counted = second is None and sentence.words[right.after].noun is not None
    return first is not None and (counted or second is not None and first != second)


def _unit_in(sentence: Sentence, lexicon: Compiled, first: int, after: int) -> str | None:
    """Return the unit that a word or symbol among some tokens names."""
    for at in range(max(first, 0), after):
        unit = sentence.words[at].unit
        if unit is not None:
            return unit.id
        for others, symbol in lexicon.symbols.get(sentence.raw_at(at), ()):
            if not others and (symbol.id != "inch" or sentence.adjacent(at)):  # not "in one to two hours"
                return symbol.id
    return None


def _opposed(sentence: Sentence, left: Candidate, rest: list[tuple[str, s.Word]]) -> bool:
    """Tell "more than 200 but fewer than 300"."""
    opener = sentence.words[left.first - 1].before if left.first else None
    closer = rest[-1][1].before
    return (
        opener is not None
        and closer is not None
        and opener.bound is Bound.AT_LEAST
        and closer.bound is Bound.AT_MOST
    )


def _is_change(sentence: Sentence, left: Candidate, right: Candidate, opener: str) -> bool:
    """Tell "rose from 3,000 to 5,000", two figures, from a range."""
    if opener == "by":  # "rose by 10 to 15 per cent" is a range, "rose by 40 to 312" none
        high, low = right.value or 0, left.value or 0
        return right.first - left.after > 1 or high > 3 * low
    reach = 14 if opener == "from" else 2
    for word in sentence.words[max(0, left.first - reach) : left.first]:
        if word.flags & (s.CHANGE_VERB | s.CHANGE_NOUN):
            return True
    behind = sentence.words[left.after : left.after + 6]
    return opener == "from" and any(word.flags & s.CHANGE_VERB for word in behind)


def _merge(sentence: Sentence, lexicon: Compiled, left: Candidate, right: Candidate, style: str) -> bool:
    low, high = left.low, right.high
    if low is None or high is None:
        return False
    if left.after == left.first + 1 and left.kind == right.kind:
        low = _carry(sentence, lexicon, left, right)
    if low >= high:
        return False
    if (
        style == "to"
        and left.kind == "digits"
        and right.kind == "digits"
        and high > 20 * low > 0
        and left.first
        and sentence.words[left.first - 1].before is None
        and sentence.lowers[left.first - 1] != "from"
    ):
        return False  # "sold 3 to 500 families"
    left.low, left.high = low, high
    left.value = exact((Decimal(str(low)) + Decimal(str(high))) / 2)
    left.after, left.end = right.after, right.end
    left.kind, left.bound = "range", Bound.RANGE
    left.strict = style == "bounds"
    if style in ("between", "bounds") and left.first:
        start = left.first - 1
        if sentence.surface(start, start + 1) in lexicon.symbols and start:
            start -= 1
        left.cue_spans += ((sentence.starts[start], sentence.ends[start], "range"),)
    for at in range(left.first, left.after):
        sentence.numbers[at] = left
    return True


def _carry(sentence: Sentence, lexicon: Compiled, left: Candidate, right: Candidate) -> int | float:
    """Give the left end the magnitude of the right one: "3 and 5 million", "40-60,000"."""
    low, high = left.low or 0, right.high or 0
    scale = 1
    for token in sentence.lowers[right.first + 1 : right.after]:
        scale *= (
            lexicon.numbers.scales.get(token)
            or lexicon.numbers.suffixes.get(token)
            or lexicon.numbers.multiples.get(token)
            or 1
        )
    if scale > 1:
        return exact(low * scale) if low < 1000 and low * scale < high else low
    grouped = "," in sentence.lowers[right.first] and high >= 1000 and low < 1000
    return exact(low * 1000) if grouped and low * 1000 < high and low * 100 < high else low
