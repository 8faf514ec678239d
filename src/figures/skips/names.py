"""Numbers that name: identifiers, designations, telephone numbers, coordinates, list marks, web addresses."""

from __future__ import annotations

import regex

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.skips.look import (
    JOINERS,
    ORDINALS,
    after_currency,
    counts,
    is_capital,
    is_participle,
    lower_at,
    word_at,
)
from figures.tokens import Sentence

_URL = regex.compile(r"://|www\.|@\w|^#|\.(?:com|org|net|int|gov|edu|info|html?|pdf|aspx?)\b|[?&]\w+=")

_GROUPS = 8  # the longest serial number looked at, in groups


def glued(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find digits that hang on letters: F-15E, COVID-19, G20, 5G, URLs, footnotes."""
    if found.kind != "digits":
        return None
    text, at = sentence.text, found.start
    before = text[at - 1] if at else " "
    behind = text[found.end] if found.end < len(text) else " "
    if before in "/._-=&?%#@:" or behind in "/_=&?%#@.":
        start, stop = max(0, at - 80), found.end + 40
        chunk = (text[start:at].rsplit(None, 1)[-1:] if not text[at - 1 : at].isspace() else []) + text[at:stop].split(None, 1)[:1]
        if _URL.search("".join(chunk)):
            return "url"
    if before == "#" or before == "№":
        return "identifier"
    if (
        behind == "-"
        and text[found.end + 1 : found.end + 2].isupper()
        and text[found.end + 2 : found.end + 3] in ("-", " ", "")
        and len(sentence.lowers[found.first]) > 2
    ):
        return "identifier"
    if before in "-‑_" and at > 1 and (text[at - 2].isalpha() or text[at - 2].isdigit() and before == "_"):
        return None if after_currency(sentence, lexicon, found) else _hyphen_name(sentence, found)
    if before.isalpha() and not after_currency(sentence, lexicon, found):
        lost_space = len(lower_at(sentence, found.first - 1)) > 3 and _counts_people_or_things(
            sentence, found
        )
        return None if lost_space or _magnitude_letter(sentence, found) else "identifier"
    if (
        before in '.,;:)]”’"'
        and at > 1
        and text[at - 2].isalpha()
        and lower_at(sentence, found.first - 1) in (".", ",", ";", ":", ")", "]", "”", '"')
    ):
        return (
            "footnote"
            if before != ":" and len(sentence.lowers[found.first]) <= 3 and not sentence.adjacent(found.after)
            else None
        )
    if behind.isalpha() and found.after < sentence.size and sentence.adjacent(found.after):
        return _suffix(sentence, lexicon, found)
    return None


def _counts_people_or_things(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether what follows is counted, so that letters glued to the digits are a lost space ("dead16,000 families")."""
    word = word_at(sentence, found.after)
    return (
        counts(sentence, found)
        or is_participle(sentence, found)
        or bool(word.adjectives)
        or lower_at(sentence, found.after) == "out of"
    )


def _hyphen_name(sentence: Sentence, found: Candidate) -> str | None:
    """Tell "KC-135" (a name) from "mid-300s" and from a dash between words."""
    before = lower_at(sentence, found.first - 2)
    if before in JOINERS:
        return None  # "2-to-3 hectares"
    return None if word_at(sentence, found.first - 2).noun is not None and len(before) > 4 else "identifier"


def _magnitude_letter(sentence: Sentence, found: Candidate) -> bool:
    return (
        lower_at(sentence, found.first - 1) == "m"
        and found.value is not None
        and found.value < 10
        and "." in sentence.lowers[found.first]
    )


def _suffix(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Judge letters that hang on a number: ordinals, clock marks, plural years; units and magnitudes are fine."""
    suffix = lower_at(sentence, found.after)
    word = word_at(sentence, found.after)
    if suffix in ORDINALS:
        return "ordinal"
    if word.flags & s.CLOCK:
        return "time"
    if suffix in ("s", "'s", "’s"):
        return "year" if found.value is not None and found.value > 1000 else "age_band"
    raw = sentence.surface(found.after, found.after + 1)
    if (
        raw in lexicon.symbols
        or word.unit is not None
        or word.noun is not None
        or suffix in lexicon.numbers.suffixes
    ):
        return None
    if suffix in ("x", "a", "b", "c", "d", "e", "f", "g") or len(suffix) <= 2 or raw[0].isupper():
        return "identifier"
    return None


def identifier(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find numbers that name: "Resolution 2254", "Camp 7", "No. 12", "Apollo 13"."""
    if found.kind not in ("digits", "words") or found.first == 0 or found.value is None:
        return None
    before = lower_at(sentence, found.first - 1)
    word = word_at(sentence, found.first - 1)
    if (
        before == "-"
        and sentence.adjacent(found.first - 1)
        and word_at(sentence, found.first - 2).flags & s.IDENTIFIER
    ):
        return "identifier"  # "COVID- 19"
    if before in ("(", "[") and found.first >= 2 and not sentence.adjacent(found.first - 1):
        return None
    if not word.flags & (s.IDENTIFIER | s.LEVEL) and before.endswith("s") and len(before) > 3:
        word = lexicon.words.get(before[:-1], s.UNKNOWN)
    if after_currency(sentence, lexicon, found) and (found.value > 99 or found.after > found.first + 1):
        return None
    if word.flags & s.LEVEL and (found.value > 9999 or word_at(sentence, found.first - 2).plural):
        return None  # "inhabitants number 18,300"
    if (
        found.kind == "words"
        and found.value < 21
        and word.noun is not None
        and not word.verbs
        and is_capital(sentence, found.first)
        and is_capital(sentence, found.first - 1)
        and found.first > 1
    ):
        return (
            "identifier"
            if not counts(sentence, found) and not sentence.surface(0, sentence.size).isupper()
            else None
        )
    if word.flags & s.IDENTIFIER and not (before == "no" and found.kind != "digits"):
        named = is_capital(sentence, found.first - 1) and not sentence.surface(0, sentence.size).isupper()
        if (
            named
            and (found.first > 1 or found.value > 999 and "," not in sentence.lowers[found.first])
            or not counts(sentence, found)
            and not is_participle(sentence, found)
        ):
            return "identifier"
        return None
    return _proper_name(sentence, found)


def _proper_name(sentence: Sentence, found: Candidate) -> str | None:
    """Find "Kurdistan 24)": a capitalised unknown word, a small bare number, and nothing counted behind."""
    at = found.first - 1
    token = sentence.lowers[found.first]
    if (
        found.kind != "digits"
        or len(token) > 3
        or not token.isdigit()
        or not is_capital(sentence, at)
        or at == 0
    ):
        return None
    word = sentence.words[at]
    named = (
        word is s.UNKNOWN
        or word.noun is not None
        and not word.plural
        and at > 1
        and is_capital(sentence, at - 1)
    )
    if not named or lower_at(sentence, found.after) not in (")", ",", "'", "’", "."):
        return None
    return "name" if not sentence.surface(0, sentence.size).isupper() else None


def list_mark(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    token = sentence.lowers[found.first]
    if found.kind != "digits" or len(token) > 2 or not token.isdigit():
        return None
    start = found.first
    if start == 1 and sentence.lowers[0] in "([":
        start = 0
    if (
        start == 0
        and lower_at(sentence, found.after) in (")", ".", "]")
        and sentence.adjacent(found.after)
        and found.after + 1 < sentence.size
    ):
        return "list_mark"
    if (
        lower_at(sentence, found.first - 1) == "("
        and lower_at(sentence, found.after) == ")"
        and is_capital(sentence, found.after + 1)
        and found.value is not None
        and found.value <= 20
    ):
        return "list_mark"
    if lower_at(sentence, found.first - 1) in ("[", "(") and lower_at(sentence, found.after) == "]":
        return "footnote"
    return None


def phone(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find telephone numbers, ISO dates and serial numbers: three or more digit groups joined by hyphens."""
    if found.kind != "digits":
        return None
    if (
        lower_at(sentence, found.first - 1) == "+"
        and sentence.adjacent(found.first)
        and (found.value or 0) > 9
    ):
        behind = sentence.numbers[found.after] if found.after < sentence.size else None
        if behind is not None or len(sentence.lowers[found.first]) > 6:
            return "phone"
    lowers, at = sentence.lowers, found.first
    while (
        at >= 2
        and found.first - at < _GROUPS
        and lowers[at - 1] in ("-", "–")
        and sentence.adjacent(at)
        and lowers[at - 2].isdigit()
    ):
        at -= 2
    groups, behind = [lowers[at]], at + 1
    while (
        behind + 1 < len(lowers)
        and len(groups) < _GROUPS
        and lowers[behind] in ("-", "–")
        and sentence.adjacent(behind)
        and lowers[behind + 1].isdigit()
    ):
        groups.append(lowers[behind + 1])
        behind += 2
    if len(groups) < 3:
        return None
    return (
        "date" if len(groups[0]) == 4 and groups[0][:2] in ("19", "20") or len(groups[-1]) == 4 else "phone"
    )


def coordinate(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    behind = lower_at(sentence, found.after)
    if behind in ("°", "º", "′", "″") and lower_at(sentence, found.after + 1) not in (
        "c",
        "f",
        "celsius",
        "centigrade",
        "fahrenheit",
    ):
        return "coordinate"
    before = lower_at(sentence, found.first - 1)
    if (
        before in ("lat", "long", "lon", "latitude", "longitude")
        or behind in ("n", "s", "e", "w")
        and "." in sentence.lowers[found.first]
        and found.kind == "digits"
    ):
        return "coordinate"
    return None
