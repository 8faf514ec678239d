"""Telephone numbers, short codes and serial numbers: "0800 555 0142", "dial 211", "text HELP to 4357"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import after_currency, counts, is_participle
from figures.tokens import Sentence

_GROUPS = 8  # the longest serial number looked at, in groups
_DASHES = ("-", "–")
_JOINTS = ("+", "-", "–")
_BETWEEN = ("-", "–", ".", "/", " ", ")")
_SHORTEST = 7  # digits of a telephone number
_LONG = 9  # digits of one that neither a zero nor a word announces
_REACH = 7  # tokens from a word of calling to its number
_ON = ("at", "on")
_LINKS = ("from", "to")


def phone(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find telephone numbers, short codes, ISO dates and serial numbers joined by hyphens."""
    if found.kind != "digits" or _is_plain(sentence, found):
        return None
    if _has_country_code(sentence, found) or _has_trunk_zero(sentence, found.first):
        return "phone"
    token = sentence.lowers[found.first]
    if len(token) >= _LONG and _is_unread(sentence, lexicon, found):
        return "phone"
    if _is_served(sentence, lexicon, found.first):
        return "phone"
    groups = _groups(sentence, found.first)
    if len(groups) < 3:
        called = (
            _is_called(sentence, lexicon, found) or len(groups) == 2 and _is_pair(sentence, found, groups)
        )
        return "phone" if called else None
    dated = len(groups[0]) == 4 and groups[0][:2] in ("19", "20") or len(groups[-1]) == 4
    return "date" if dated else "phone"


def _is_plain(sentence: Sentence, found: Candidate) -> bool:
    """Tell "1,200" and "12" that no hyphen or plus joins to anything: what most numbers are, and no call."""
    token = sentence.lowers[found.first]
    if "," not in token and (len(token) > 2 or token[0] == "0"):
        return False
    return sentence.lowers[found.first - 1] not in _JOINTS and sentence.lowers[found.after] not in _JOINTS


def _has_country_code(sentence: Sentence, found: Candidate) -> bool:
    """Tell "+963 11 ..." from a plus before a count."""
    if sentence.lowers[found.first - 1] != "+" or not sentence.adjacent(found.first):
        return False
    more = sentence.numbers[found.after] is not None or len(sentence.lowers[found.first]) > 6
    return more and (found.value or 0) > 9


def _has_trunk_zero(sentence: Sentence, first: int) -> bool:
    """Tell "0800 555 014" and "0300-5550142": no count of seven digits begins with a zero."""
    token = sentence.lowers[first]
    if len(token) < 2 or token[0] != "0" or "," in token or token.startswith(("0.", "0/", "0:")):
        return False
    digits, at = sum(map(str.isdigit, token)), first + 1
    while digits < _SHORTEST:
        if sentence.lowers[at] in _BETWEEN:
            at += 1
        more = sum(map(str.isdigit, sentence.lowers[at]))
        if more < 2:
            return False
        digits, at = digits + more, at + 1
    return True


def _is_served(sentence: Sentence, lexicon: Compiled, first: int) -> bool:
    """Tell "911 operators" and "the 4636 service" from "911 doctors"."""
    token, behind = sentence.lowers[first], sentence.lowers[first + 1]
    if behind not in lexicon.lists.call_takers:
        return False
    if token in lexicon.lists.emergency_numbers:
        return True
    return behind == "service" and token.isdecimal() and sentence.words[first - 1].flags & s.DET != 0


def _is_unread(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell nine digits and more that nobody parted or rounded, "at 233361503", from a count of anything."""
    token = sentence.lowers[found.first]
    if not token.isdecimal() or token.endswith("000"):
        return False
    given = sentence.lowers[found.first - 1] == ":" or after_currency(sentence, lexicon, found)
    return not given and found.after == found.first + 1 and not counts(sentence, found)


def _is_called(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "call 211", "call Imran 555-0142" and "text HELP to 4357" from "call 12 doctors"."""
    token, before, callers = (
        sentence.lowers[found.first],
        sentence.lowers[found.first - 1],
        lexicon.lists.callers,
    )
    if not found.first or len(token) < 3 or "," in token or counts(sentence, found):
        return False
    if is_participle(sentence, found) or sentence.raw_at(found.after) in lexicon.symbols:
        return False
    if before in callers or before == "via":
        return True
    if before in lexicon.lists.call_links and _is_linked(sentence, lexicon, found.first):
        return True
    grouped = sentence.lowers[found.after] in _DASHES and sentence.adjacent(found.after)
    earlier = sentence.lowers[max(0, found.first - _REACH) : found.first]
    if before in _LINKS and not grouped:
        return _is_texted(lexicon, earlier)
    if grouped and sum(map(len, _groups(sentence, found.first))) < _SHORTEST:
        return False  # "contact tracing reached 300-400 people"
    return (before in _ON or grouped) and not callers.isdisjoint(earlier)


def _is_linked(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell "hotline is 1415" and "phone number: 1415"."""
    while at and sentence.lowers[at - 1] in lexicon.lists.call_links:
        at -= 1
    return at > 0 and sentence.lowers[at - 1] in lexicon.lists.callers


def _is_pair(sentence: Sentence, found: Candidate, groups: list[str]) -> bool:
    """Tell "98510-44321" from a range: it falls, or neither end is round."""
    left, right = groups
    if not (left.isdecimal() and right.isdecimal()):
        return False  # "10 737-11 200"
    if len(left) + len(right) < _LONG or counts(sentence, found) or is_participle(sentence, found):
        return False
    return int(left) > int(right) or not left.endswith("00") and not right.endswith("00")


def may_call(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell whether digits between two words may be a short code: a cheap question before the long one."""
    before = sentence.lowers[found.first - 1]
    if (
        before in lexicon.lists.callers
        or before == "via"
        or sentence.lowers[found.first] in lexicon.lists.emergency_numbers
    ):
        return True
    if (
        not (before in _ON or before == "from" or before in lexicon.lists.call_links)
        or len(sentence.lowers[found.first]) < 3
    ):
        return False
    earlier = sentence.lowers[max(0, found.first - _REACH) : found.first]
    return _is_texted(lexicon, earlier) or not lexicon.lists.callers.isdisjoint(earlier)


def _is_texted(lexicon: Compiled, earlier: list[str]) -> bool:
    """Tell "text HELP to 4357" and "send your name to 4357" from "send tents to 4357"."""
    if not lexicon.lists.texting.isdisjoint(earlier):
        return True
    return not (lexicon.lists.sending.isdisjoint(earlier) or lexicon.lists.messages.isdisjoint(earlier))


def _groups(sentence: Sentence, first: int) -> list[str]:
    """Return the digit groups that hang together by hyphens around a token."""
    lowers, at = sentence.lowers, first
    while at >= 2 and first - at < _GROUPS and lowers[at - 1] in _DASHES:
        if not (sentence.adjacent(at) and lowers[at - 2].isdigit()):
            break
        at -= 2
    groups, behind = [lowers[at]], at + 1
    while len(groups) < _GROUPS and sentence.lowers[behind] in _DASHES:
        if not (sentence.adjacent(behind) and sentence.lowers[behind + 1].isdigit()):
            break
        groups.append(lowers[behind + 1])
        behind += 2
    return groups
