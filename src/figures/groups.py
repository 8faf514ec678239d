"""Groups that no number counts as such: "the *villagers* were shot in two raids, 14 on Monday and nine on Friday".

A number without a noun of its own, between commas, in brackets or behind "with", counts such a group or a part of it.
The sentence is read once more with a number before the group, so that all rules hold for what befell it.
"""

from __future__ import annotations

from collections.abc import Iterator

from figures.antecedents import COUNTED, in_place
from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

#: Rules that tell what befell a group; what its noun says by itself tells nothing of a number elsewhere.
TELLING = frozenset(
    (
        "adjective",
        "level",
        "nominal",
        "object",
        "participle",
        "predicate",
        "recipient",
        "reduced",
        "strong noun",
    )
)
_REACH = 40  # tokens between a number and the group that it counts
_MOST = 6  # groups asked of a number
_LEAST = 100  # in brackets behind no name
_KINDS = frozenset(("digits", "range", "vague", "words"))
_BEFORE = frozenset((",", ";", ":", "(", "[", "–", "—", "--", "with"))
_LISTED = frozenset((",", ":", ";"))
_WHEN = ("last", "that", "this")
_BEHIND = frozenset((",", ";", ".", ")", "]", "–", "—", "--", "altogether", "in all", "in total", "overall"))


def stands_alone(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number that its marks make a remark of its own from the number of something: "Division 17"."""
    if found.kind not in _KINDS or found.value == 1 or found.per is not None:
        return False
    at, behind = found.left - 1, sentence.words[found.right]
    while at > 0 and sentence.words[at].certainty is not None:
        at -= 1  # "were killed, *perhaps* 40"
    if sentence.lowers[at - 1] in _LISTED and sentence.is_capital(at):
        at -= 1  # "by district: *Bol* 44, *Ari* 17"
    if sentence.lowers[at] not in _BEFORE and not (at > 0 and sentence.words[at].flags & s.CONJ):
        return False
    footnote = sentence.lowers[at] == "(" and sentence.lowers[found.right] == ")"
    if footnote and not sentence.is_capital(at - 1) and (found.value or 0) < _LEAST:
        return False  # a footnote: "joined the talks (10)"
    before = sentence.numbers[at - 1]
    if before is not None and before.skipped is not None:
        return False  # "Route 66, 67"
    if found.right >= sentence.size or sentence.lowers[found.right] in _BEHIND:
        return True
    if behind.flags & (s.PREP | s.CONJ) or behind.forms & s.PARTICIPLE:
        return True
    time = sentence.words[found.right + 1].unit  # "(105 *this week* and 191 last week)"
    return time is not None and time.kind == "time" and sentence.lowers[found.right] in _WHEN


def groups_of(sentence: Sentence, found: Candidate) -> Iterator[tuple[int, Sentence]]:
    """Yield the groups that a number may count, the nearest before it first: its token in a sentence that counts it."""
    asked = 0
    first, stop = max(0, found.first - _REACH), min(sentence.size, found.right + _REACH)
    for at in (*range(found.first - 1, first - 1, -1), *range(found.right, stop)):
        word = sentence.words[at]
        if word.noun is None or not word.plural or word.noun.cls not in COUNTED or word.strange:
            continue
        if sentence.numbers[at] is None and sentence.numbers[at - 1] is None and not in_place(sentence, at):
            yield at - first, _counting(sentence, first, at, stop)
            asked += 1
            if asked == _MOST:
                break


def _counting(sentence: Sentence, first: int, at: int, stop: int) -> Sentence:
    """Return a stretch of a sentence with the number two before one of its tokens."""
    start = sentence.starts[at]
    columns = (
        [*sentence.lowers[first:at], "2", *sentence.lowers[at:stop]],
        [*sentence.starts[first:at], start - 2, *sentence.starts[at:stop]],
        [*sentence.ends[first:at], start - 1, *sentence.ends[at:stop]],
        [*sentence.words[first:at], s.DIGITS, *sentence.words[at:stop]],
    )
    return Sentence(sentence.text, *columns)
