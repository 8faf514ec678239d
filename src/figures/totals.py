"""Sums: bare numbers that add up to a total before them: "12 men, 7 from Bol and 5 from Ari, were hurt"."""

from __future__ import annotations

from figures.attachment import set_from
from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

_FEWEST = 2  # parts that make up a total
_APART = 14  # tokens between two numbers of a sum
_LISTS = frozenset((",", "(", ":", ";", "-", "–", "—"))


def sum_up(sentence: Sentence, live: list[Candidate]) -> None:
    """Find bare numbers that add up to a total before them: "12 men, 7 from Bol and 5 from Ari, were hurt"."""
    for position in range(len(live) - _FEWEST):
        total = live[position]
        rest = total.value
        if total.noun is None or total.implied or not isinstance(rest, int) or total.unit_kind != "count":
            continue
        link, after = "", position + 1
        while rest > 0 and after < len(live):
            link = _goes_on_sum(sentence, live[after - 1], live[after], link)
            value = live[after].value
            if not link or not isinstance(value, int):
                break
            rest -= value
            after += 1
        gap = sentence.lowers[total.right : live[position + 1].first]
        if rest == 0 and after - position > _FEWEST and link not in gap:
            for part in live[position + 1 : after]:
                set_from(part, total)
                part.subset_of = total


def _goes_on_sum(sentence: Sentence, before: Candidate, found: Candidate, link: str) -> str:
    """Return the preposition behind a bare number of a list, the same at all of them; nothing for any other."""
    if found.unit_kind != "count" or found.subset_of is not None or found.first - before.after > _APART:
        return ""
    if found.noun is not None and not found.implied or not sentence.words[found.after].flags & s.PREP:
        return ""
    opener, token = sentence.lowers[found.first - 1], sentence.lowers[found.after]
    listed = opener in _LISTS or sentence.words[found.first - 1].flags & s.CONJ
    return token if listed and link in ("", token) else ""
