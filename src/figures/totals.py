"""Sums: bare numbers that add up to a total before them: "12 men, 7 from Bol and 5 from Ari, were hurt"."""

from __future__ import annotations

from figures.attachment import set_from
from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

_FEWEST = 2  # parts that make up a total
_FAR = 24  # tokens between a total, or an item, and the next item of its breakdown by place
_APART = 14  # tokens between two numbers of a sum
#: The link of parts that a participle follows: "one *employed* by a charity and one by the state"
_DONE = "done"
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
    behind = sentence.words[found.after]
    done = behind.forms & (s.PARTICIPLE | s.PRESENT) != 0
    if found.noun is not None and not found.implied or not (behind.flags & s.PREP or done):
        return ""
    opener, token = sentence.lowers[found.first - 1], _DONE if done else sentence.lowers[found.after]
    listed = opener in _LISTS or sentence.words[found.first - 1].flags & s.CONJ
    return token if listed and link in ("", token, _DONE) else ""


def by_place(sentence: Sentence, live: list[Candidate], position: int) -> Candidate | None:
    """Return the total of a figure in brackets behind a place: "in camps across Bol (900 people), *Ari (300 people)*".

    A breakdown without a total goes on as its first item does: "in Bol (12 schools) and Ari (3 schools)".
    """
    found = live[position]
    at = found.first - 2
    if sentence.lowers[found.right] != ")" or not sentence.words[at].strange or not sentence.is_capital(at):
        return None
    for before in live[position - 1 :: -1]:
        if found.first - before.right > _FAR or before.unit_kind != "count":
            break
        if before.unit_id != found.unit_id or before.value is None or found.value is None:
            continue
        listed = sentence.lowers[before.first - 1] == "(" and sentence.lowers[before.right] == ")"
        if listed:
            if before.subset_of is None or found.like is not None:
                found.like = before
                return None
            found.like = before
            return before.subset_of
        return before if found.value < before.value else None
    return None
