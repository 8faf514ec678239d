"""Skip: numbers that are no figures (dates, times, years, ordinals, identifiers ...), each with its reason.

`RULES` is the order in which the rules are asked; the first reason wins. Rules look at the tokens beside the number
only. Two further passes carry a reason along lists and ranges ("21 and 22 August", "wards 1, 2 and 5").
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.tokens import Sentence

Rule = Callable[[Sentence, Compiled, Candidate], str | None]

_URL = regex.compile(r"://|www\.|@\w|^#|\.(?:com|org|net|int|gov|edu|info|html?|pdf|aspx?)\b|[?&]\w+=")
_TIME = regex.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?")
_JOINERS = frozenset(("-", "–", "—", "and", "to", "or", ",", "&", "/", "through", "until"))
_GROUPS = 8  # the longest serial number looked at, in groups
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_PERIODS = frozenset(("first", "second", "third", "fourth", "latter", "last", "this", "each", "previous", "next", "final"))
_FEW_BEFORE = frozenset(("past", "last", "next", "first", "these", "those", "another", "the", "recent", "coming", "every", "final", "previous"))


def skip(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Mark the candidates that are no figures."""
    for found in candidates:
        if found.skipped is None:
            for rule in RULES if found.kind == "digits" else WORD_RULES if found.kind == "words" else OTHER_RULES:
                reason = rule(sentence, lexicon, found)
                if reason is not None:
                    found.skip(reason)
                    break
    for left, right in zip(candidates, candidates[1:]):
        _spread(sentence, left, right, right)
    for left, right in zip(candidates[-2::-1], candidates[:0:-1]):
        _spread(sentence, right, left, left)
    return candidates


def _spread(sentence: Sentence, decided: Candidate, other: Candidate, judged: Candidate) -> None:
    """Carry a date, identifier or year to the neighbour that shares a list or range with it."""
    if decided.skipped not in ("date", "identifier", "year", "time", "phone") or judged.skipped is not None or judged.value is None:
        return
    first, second = (decided, other) if decided.first < other.first else (other, decided)
    between = sentence.lowers[first.after : second.first]
    if not between and judged is second and judged.kind == "digits" and decided.skipped != "date" and not _counts(sentence, judged):
        judged.skip(decided.skipped)
    if len(between) == 2 and between[0] in _ORDINALS:
        between = between[1:]
    if not between or len(between) > 2 or not all(token in _JOINERS for token in between):
        return
    if judged is second and _counts(sentence, judged) and not (decided.skipped == "date" and between == [","]):
        return
    if judged.kind != "digits" and decided.skipped != "date":
        return
    if between == [","] and decided.skipped in ("year", "time"):
        return
    if decided.skipped == "date" and not (judged.value <= 31 or 1900 <= judged.value <= 2099):
        return
    if judged is first and decided.skipped != "date" and between[0] not in ("-", "–", "to", "and"):
        return
    if judged is first and decided.skipped in ("identifier", "year") and decided.skipped == "year" and judged.value < 1900:
        return
    if judged is first and decided.skipped == "identifier":
        return
    judged.skip(decided.skipped)


def _word(sentence: Sentence, index: int) -> s.Word:
    return sentence.words[index] if 0 <= index < len(sentence.words) else s.UNKNOWN


def _lower(sentence: Sentence, index: int) -> str:
    return sentence.lowers[index] if 0 <= index < len(sentence.lowers) else ""


def _counts(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether a noun in the plural, a unit or a participle stands right behind the number."""
    for word in sentence.words[found.after : found.after + 3]:
        if (word.noun is not None and (word.plural or found.value == 1)) or word.unit is not None:
            return True
        if word.flags or word is s.UNKNOWN:
            return False
    return False


def _counts_people_or_things(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether what follows is counted, so that letters glued to the digits are a lost space ("dead16,000 families")."""
    word = _word(sentence, found.after)
    return _counts(sentence, found) or _participle(sentence, found) or bool(word.adjectives) or _lower(sentence, found.after) == "out of"


def _capital(sentence: Sentence, index: int) -> bool:
    return 0 <= index < sentence.size and sentence.text[sentence.starts[index]].isupper()


def _glued(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find digits that hang on letters: F-15E, COVID-19, G20, 5G, URLs, footnotes."""
    if found.kind != "digits":
        return None
    text, at = sentence.text, found.start
    before = text[at - 1] if at else " "
    behind = text[found.end] if found.end < len(text) else " "
    if before in "/._-=&?%#@:" or behind in "/_=&?%#@.":
        edge = max(0, at - 80)
        chunk = text[max(text.rfind(" ", edge, at), text.rfind("\n", edge, at), edge - 1) + 1 : found.end + 40].partition(" ")[0]
        if _URL.search(chunk):
            return "url"
    if before == "#" or before == "№":
        return "identifier"
    if behind == "-" and text[found.end + 1 : found.end + 2].isupper() and text[found.end + 2 : found.end + 3] in ("-", " ", "") and len(sentence.lowers[found.first]) > 2:
        return "identifier"
    if before in "-‑_" and at > 1 and (text[at - 2].isalpha() or text[at - 2].isdigit() and before == "_"):
        return None if _after_currency(sentence, lexicon, found) else _hyphen_name(sentence, found)
    if before.isalpha() and not _after_currency(sentence, lexicon, found):
        lost_space = len(_lower(sentence, found.first - 1)) > 3 and _counts_people_or_things(sentence, found)
        return None if lost_space or _magnitude_letter(sentence, found) else "identifier"
    if before in ".,;:)]”’\"" and at > 1 and text[at - 2].isalpha() and _lower(sentence, found.first - 1) in (".", ",", ";", ":", ")", "]", "”", '"'):
        return "footnote" if before != ":" and len(sentence.lowers[found.first]) <= 3 and not sentence.adjacent(found.after) else None
    if behind.isalpha() and found.after < sentence.size and sentence.adjacent(found.after):
        return _suffix(sentence, lexicon, found)
    return None


def _hyphen_name(sentence: Sentence, found: Candidate) -> str | None:
    """Tell "KC-135" (a name) from "mid-300s" and from a dash between words."""
    before = _lower(sentence, found.first - 2)
    if before in _JOINERS:
        return None  # "2-to-3 hectares"
    return None if _word(sentence, found.first - 2).noun is not None and len(before) > 4 else "identifier"


def _magnitude_letter(sentence: Sentence, found: Candidate) -> bool:
    return _lower(sentence, found.first - 1) == "m" and found.value is not None and found.value < 10 and "." in sentence.lowers[found.first]


def _after_currency(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    if found.first == 0 or sentence.lowers[found.first - 1] not in lexicon.money_tails:
        return False
    raw = sentence.surface(found.first - 1, found.first)
    return any(sense.kind == "currency" for _, sense in lexicon.symbols.get(raw, ()))


def _suffix(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Judge letters that hang on a number: ordinals, clock marks, plural years; units and magnitudes are fine."""
    suffix = _lower(sentence, found.after)
    word = _word(sentence, found.after)
    if suffix in _ORDINALS:
        return "ordinal"
    if word.flags & s.CLOCK:
        return "time"
    if suffix in ("s", "'s", "’s"):
        return "year" if found.value is not None and found.value > 1000 else "age_band"
    raw = sentence.surface(found.after, found.after + 1)
    if raw in lexicon.symbols or word.unit is not None or word.noun is not None or suffix in lexicon.numbers.suffixes:
        return None
    if suffix in ("x", "a", "b", "c", "d", "e", "f", "g") or len(suffix) <= 2 or raw[0].isupper():
        return "identifier"
    return None


def _unread(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Name what a digit string with inner marks is when it is no single number."""
    token = sentence.lowers[found.first]
    if token in lexicon.names or f"{token}" in lexicon.names:
        return "name"
    if found.value is not None:
        return None
    if _TIME.fullmatch(token):
        return "time"
    if "/" in token:
        return "date"
    return "list" if "," in token else "identifier"


def _ordinal(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    behind = found.after
    if found.kind == "digits":
        return "ordinal" if _lower(sentence, behind) in _ORDINALS and sentence.adjacent(behind) else None
    if _lower(sentence, behind) in ("-", "–"):
        behind += 1
    if found.kind == "words" and _word(sentence, behind).flags & s.ORDINAL and found.value in (20, 30, 40, 50, 60, 70, 80, 90, 100):
        return "ordinal"
    return None


def _date(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find days and years beside the name of a month."""
    value = found.value
    if found.kind not in ("digits", "words") or not isinstance(value, int):
        return None
    if len(sentence.lowers[found.first]) == 6 and _word(sentence, found.first - 1).flags & s.MONTH and sentence.lowers[found.first][2:4] in ("19", "20"):
        return "date"
    if not (0 < value < 100 or 1000 <= value <= 2100):
        return None
    behind = found.after
    if _lower(sentence, behind) in _ORDINALS:
        behind += 1
    if _lower(sentence, behind) == "of":
        behind += 1
    if _lower(sentence, behind) == "-" and sentence.adjacent(behind):
        behind += 1
    if value <= 31 and _word(sentence, behind).flags & s.MONTH and _is_month(sentence, behind):
        return "date"
    before = found.first - 1
    if _lower(sentence, before) in (",", "-", "."):
        before -= 1
    if not (_word(sentence, before).flags & s.MONTH and _is_month(sentence, before)):
        return None
    if value > 31 and value < 1900:
        short = value < 100 and before > 0 and sentence.numbers[before - 1] is not None
        return "date" if short and not _counts(sentence, found) else None
    if found.kind == "words" and (_counts(sentence, found) or _word(sentence, found.after).noun is None):
        return None
    if _counts(sentence, found) and value <= 31 and _lower(sentence, before - 1) in ("in", "since", "during", "by", "for", "of", "until"):
        return None
    if _counts(sentence, found) and value > 31 and before < found.first - 1:
        return None
    return "date"


def _is_month(sentence: Sentence, index: int) -> bool:
    """Tell the month from the verb ("may", "march") by its capital."""
    return sentence.lowers[index] not in ("may", "march", "mar", "dec", "sep") or _capital(sentence, index)


def _time(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    if found.kind == "words" and _lower(sentence, found.after) in ("o'clock", "o’clock", "oclock"):
        return "time"
    if found.kind != "digits" or found.value is None:
        return None
    token = sentence.lowers[found.first]
    if len(token) <= 2 and sentence.text[found.end : found.end + 1] in ("h", "H") and sentence.text[found.end + 1 : found.end + 2].isdigit():
        return "time"
    if _lower(sentence, found.first - 1) == "h" and sentence.adjacent(found.first) and sentence.adjacent(found.first - 1):
        return "time"
    if _word(sentence, found.after).flags & s.CLOCK and found.value < 2500:
        return "time"
    if len(token) == 4 and token.isdigit() and _lower(sentence, found.after) in ("hrs", "hours", "h") and (token[0] == "0" or token.endswith(("00", "30"))) and found.value <= 2400:
        return "time"
    clock = "." in token and _TIME.fullmatch(token) and _lower(sentence, found.first - 1) in ("at", "by", "until", "till", "from")
    if clock and not _counts(sentence, found) and _raw(sentence, found.after) not in lexicon.symbols:
        return "time"
    return None


def _raw(sentence: Sentence, index: int) -> str:
    return sentence.surface(index, index + 1) if 0 <= index < sentence.size else ""


def _year(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find bare years; "2000 houses" and "$2015" are none."""
    token = sentence.lowers[found.first]
    value = found.value
    if found.kind != "digits" or found.after != found.first + 1 or value is None:
        return None
    if len(token) == 2 and _lower(sentence, found.first - 1) in ("'", "’", "‘") and sentence.adjacent(found.first) and not sentence.adjacent(found.first - 1):
        return "year"
    if len(token) == 6 and token[:2] in ("19", "20") and token[4] == "." and not _counts(sentence, found):
        return "footnote"
    if _word(sentence, found.after).flags & s.ERA or _word(sentence, found.first - 1).flags & s.ERA:
        return "year"
    if len(token) != 4 or not token.isdigit() or not 1900 <= value <= 2099:
        return None
    if _is_money(sentence, lexicon, found) or _raw(sentence, found.after) in lexicon.symbols:
        return None
    behind, before = _word(sentence, found.after), _word(sentence, found.first - 1)
    if behind.unit is not None and not before.flags & s.YEAR_BEFORE:
        return None
    if behind.noun is not None and behind.plural and not before.flags & (s.DET | s.YEAR_BEFORE):
        return None
    if behind.verbs and any(form & s.PARTICIPLE for _, form in behind.verbs) and not before.flags & (s.YEAR_BEFORE | s.MONTH):
        return "year" if found.first and _lower(sentence, found.first - 1) not in (",", "and", ";", ".") and before.before is None else None
    if before.before is not None and not before.flags & s.YEAR_BEFORE:
        return None
    return "year"


def _is_money(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    return _after_currency(sentence, lexicon, found)


def _short_year(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the second half of "2015-16" and "2019/20"."""
    if _lower(sentence, found.first - 1) in ("-", "–") and sentence.adjacent(found.first) and sentence.adjacent(found.first - 1):
        left = sentence.numbers[found.first - 2] if found.first >= 2 else None
        if left is not None and left.skipped == "year" and found.value is not None and found.value < 2100:
            return "year"
    return None


def _identifier(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find numbers that name: "Resolution 2254", "Camp 7", "No. 12", "Apollo 13"."""
    if found.kind not in ("digits", "words") or found.first == 0 or found.value is None:
        return None
    before = _lower(sentence, found.first - 1)
    word = _word(sentence, found.first - 1)
    if before == "-" and sentence.adjacent(found.first - 1) and _word(sentence, found.first - 2).flags & s.IDENTIFIER:
        return "identifier"  # "COVID- 19"
    if before in ("(", "[") and found.first >= 2 and not sentence.adjacent(found.first - 1):
        return None
    if not word.flags & (s.IDENTIFIER | s.LEVEL) and before.endswith("s") and len(before) > 3:
        word = lexicon.words.get(before[:-1], s.UNKNOWN)
    if _after_currency(sentence, lexicon, found) and (found.value > 99 or found.after > found.first + 1):
        return None
    if word.flags & s.LEVEL and (found.value > 9999 or _word(sentence, found.first - 2).plural):
        return None  # "inhabitants number 18,300"
    if found.kind == "words" and found.value < 21 and word.noun is not None and not word.verbs and _capital(sentence, found.first) and _capital(sentence, found.first - 1) and found.first > 1:
        return "identifier" if not _counts(sentence, found) and not sentence.surface(0, sentence.size).isupper() else None
    if word.flags & s.IDENTIFIER and not (before == "no" and found.kind != "digits"):
        named = _capital(sentence, found.first - 1) and not sentence.surface(0, sentence.size).isupper()
        if named and (found.first > 1 or found.value > 999 and "," not in sentence.lowers[found.first]) or not _counts(sentence, found) and not _participle(sentence, found):
            return "identifier"
        return None
    return _proper_name(sentence, found)


def _participle(sentence: Sentence, found: Candidate) -> bool:
    return any(form & s.PARTICIPLE for _, form in _word(sentence, found.after).verbs)


def _proper_name(sentence: Sentence, found: Candidate) -> str | None:
    """Find "Kurdistan 24)": a capitalised unknown word, a small bare number, and nothing counted behind."""
    at = found.first - 1
    token = sentence.lowers[found.first]
    if found.kind != "digits" or len(token) > 3 or not token.isdigit() or not _capital(sentence, at) or at == 0:
        return None
    word = sentence.words[at]
    named = word is s.UNKNOWN or word.noun is not None and not word.plural and at > 1 and _capital(sentence, at - 1)
    if not named or _lower(sentence, found.after) not in (")", ",", "'", "’", "."):
        return None
    return "name" if not sentence.surface(0, sentence.size).isupper() else None


def _list_mark(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    token = sentence.lowers[found.first]
    if found.kind != "digits" or len(token) > 2 or not token.isdigit():
        return None
    start = found.first
    if start == 1 and sentence.lowers[0] in "([":
        start = 0
    if start == 0 and _lower(sentence, found.after) in (")", ".", "]") and sentence.adjacent(found.after) and found.after + 1 < sentence.size:
        return "list_mark"
    if _lower(sentence, found.first - 1) == "(" and _lower(sentence, found.after) == ")" and _capital(sentence, found.after + 1) and found.value is not None and found.value <= 20:
        return "list_mark"
    if _lower(sentence, found.first - 1) in ("[", "(") and _lower(sentence, found.after) == "]":
        return "footnote"
    return None


def _phone(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find telephone numbers, ISO dates and serial numbers: three or more digit groups joined by hyphens."""
    if found.kind != "digits":
        return None
    if _lower(sentence, found.first - 1) == "+" and sentence.adjacent(found.first) and (found.value or 0) > 9:
        behind = sentence.numbers[found.after] if found.after < sentence.size else None
        if behind is not None or len(sentence.lowers[found.first]) > 6:
            return "phone"
    lowers, at = sentence.lowers, found.first
    while at >= 2 and found.first - at < _GROUPS and lowers[at - 1] in ("-", "–") and sentence.adjacent(at) and lowers[at - 2].isdigit():
        at -= 2
    groups, behind = [lowers[at]], at + 1
    while behind + 1 < len(lowers) and len(groups) < _GROUPS and lowers[behind] in ("-", "–") and sentence.adjacent(behind) and lowers[behind + 1].isdigit():
        groups.append(lowers[behind + 1])
        behind += 2
    if len(groups) < 3:
        return None
    return "date" if len(groups[0]) == 4 and groups[0][:2] in ("19", "20") or len(groups[-1]) == 4 else "phone"


def _coordinate(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    behind = _lower(sentence, found.after)
    if behind in ("°", "º", "′", "″") and _lower(sentence, found.after + 1) not in ("c", "f", "celsius", "centigrade", "fahrenheit"):
        return "coordinate"
    before = _lower(sentence, found.first - 1)
    if before in ("lat", "long", "lon", "latitude", "longitude") or behind in ("n", "s", "e", "w") and "." in sentence.lowers[found.first] and found.kind == "digits":
        return "coordinate"
    return None


def _idiom(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find number words that count nothing: "one another", "the second half of the year", "scores high"."""
    token, words = sentence.lowers[found.first], lexicon.numbers
    before, behind = _lower(sentence, found.first - 1), _lower(sentence, found.after)
    if token == "one" and found.after == found.first + 1:
        return "pronoun" if behind in words.one_after or before in words.one_before else None
    if token == "half" and behind == "-" and _word(sentence, found.after + 1).unit is None:
        return "compound"
    if token in ("half", "quarter", "quarters") and found.kind == "fraction":
        period = before in _PERIODS or behind == "year" or (token != "half" and before not in ("a", "one"))
        return "period" if period or behind == "of" and _lower(sentence, found.after + 1)[:2] in ("19", "20") else None
    if token == "few" and before.rpartition(" ")[2] not in _FEW_BEFORE:
        return "uncounted"
    if token == "scores" and (_word(sentence, found.after).flags & s.DET or behind == "on"):
        return "idiom"
    return None


def _measured_ahead(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find score lines and odds: "won 3-0"."""
    if found.kind == "digits" and _lower(sentence, found.first - 1) in ("won", "lost", "beat", "drew", "score", "win") and _lower(sentence, found.after) == "-":
        return "score"
    if found.kind == "digits" and found.first >= 3 and _lower(sentence, found.first - 1) == "-" and _lower(sentence, found.first - 3) in ("won", "lost", "beat", "drew", "score", "win"):
        return "score"
    return None


RULES: tuple[Rule, ...] = (
    _phone, _glued, _unread, _ordinal, _short_year, _date, _time, _year, _list_mark, _identifier, _coordinate,
    _measured_ahead, _idiom,
)  # fmt: skip
#: The rules that can hold for number words.
WORD_RULES: tuple[Rule, ...] = (_ordinal, _date, _time, _identifier, _idiom)
OTHER_RULES: tuple[Rule, ...] = (_idiom,)
