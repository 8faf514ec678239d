"""Digits that hang on letters or marks: F-15E, COVID-19, G20, 5G, web addresses, footnotes."""

from __future__ import annotations

import re

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import ORDINALS, after_currency, counts, is_participle
from figures.tokens import Sentence

_MARKS = frozenset((",", ";", "."))
_CLOSED = frozenset(')]”"’')
_MAGNITUDE = "magnitude"
_COUNT = 4  # digits of a count that is filled up with zeros, or of a time
#: Letters behind a number that are no unit, magnitude or degree: "block 6A".
_LETTERS = ("A", "D", "E")
_NOTES = 100  # more than the highest footnote
_URL = re.compile(r"://|www\.|@\w|^#|\.(?:com|org|net|int|gov|edu|info|html?|pdf|aspx?)\b|[?&]\w+=")


def glued(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find digits that are part of a name, an address or a footnote mark."""
    if found.kind != "digits":
        return None
    if sentence.lowers[found.first][0] == "0" and _is_code(sentence, found):
        return "identifier"
    text, at = sentence.text, found.start
    before = text[at - 1] if at else " "
    behind = text[found.end] if found.end < len(text) else " "
    earlier = text[at - 2] if at > 1 else " "
    if (before in "/._-=&?%#@:" or behind in "/_=&?%#@.") and _in_url(text, found):
        return "url"
    if (
        before in "#№"
        or sentence.lowers[found.first - 1] == "#"
        or behind == "-"
        and _opens_code(sentence, found)
    ):
        return "identifier"
    if before == "/" and earlier.isupper() and not after_currency(sentence, lexicon, found):
        return None if counts(sentence, found) else "identifier"  # "OS/2", but "320 HH/1,600 people"
    if before in "-‑_" and (earlier.isalpha() or earlier.isdigit() and before == "_"):
        return _behind_hyphen(sentence, lexicon, found)
    if before.isalpha() and not after_currency(sentence, lexicon, found):
        return _behind_letter(sentence, lexicon, found)
    if (
        before in '.,;:)]”"'
        and (
            earlier.isalpha()
            or before in ")]"
            and earlier.isdigit()
            or earlier in _CLOSED
            and before in _MARKS
        )
        and sentence.lowers[found.first - 1] == before
    ):
        parts = before in ",;" and counts(sentence, found) or before == ";" or earlier in _CLOSED
        noted = before != ":" and not (parts and _is_counted(sentence, found))  # "taught,12 girls"
        return "footnote" if noted and _is_footnote(sentence, found) else None
    if behind.isalpha() and found.after < sentence.size and sentence.adjacent(found.after):
        return _suffix(sentence, lexicon, found)
    return None


def _is_code(sentence: Sentence, found: Candidate) -> bool:
    """Tell a code by its zeros: "00148 Rome", not "05 people" and "0.5"."""
    token = sentence.lowers[found.first]
    return (
        len(token) > _COUNT
        and token.isdecimal()
        and found.after == found.first + 1
        and not counts(sentence, found)
    )


def _in_url(text: str, found: Candidate) -> bool:
    """Tell whether the digits stand in a web or mail address or a hashtag."""
    start, stop = max(0, found.start - 80), found.end + 40
    head = (
        ""
        if text[found.start - 1 : found.start].isspace()
        else text[start : found.start].rsplit(None, 1)[-1:]
    )
    chunk = "".join((*head, *text[found.start : stop].split(None, 1)[:1]))
    return _URL.search(chunk) is not None


def _opens_code(sentence: Sentence, found: Candidate) -> bool:
    """Tell "2254-A", "300-B-12" and "777-200LR": a capital behind the hyphen, by itself or behind digits."""
    more = found.after + 1
    if sentence.lowers[more].isdecimal() and sentence.adjacent(more) and sentence.adjacent(more + 1):
        tail = sentence.raw_at(more + 1)
        return len(tail) > 1 and tail.isalpha() and tail.isupper()
    letter, after = sentence.text[found.end + 1 : found.end + 2], sentence.text[found.end + 2 : found.end + 3]
    return letter.isupper() and after in ("-", " ", "") and len(sentence.lowers[found.first]) > 2


def _behind_hyphen(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Tell "KC-135" (a name) from "mid-300s" and from a dash between words."""
    before = sentence.lowers[found.first - 2]
    if sentence.numbers[found.first - 2] is not None:
        return None  # "5k-20k"
    if after_currency(sentence, lexicon, found) or before in lexicon.lists.joiners:  # "2-to-3 hectares"
        return None
    noun = sentence.words[found.first - 2].noun
    if before == _MAGNITUDE and "." in sentence.lowers[found.first]:
        return None  # "a magnitude-6.1 tremor"
    return None if noun is not None and len(before) > 4 else "identifier"


def _behind_letter(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Tell "G20" from a lost space ("dead16,000 families") and from a sign of money or magnitude ("m7.8")."""
    before, word = sentence.lowers[found.first - 1], sentence.words[found.first - 1]
    done = word.forms & s.PARTICIPLE and not is_participle(sentence, found)
    note = (word.noun is not None and word.plural or done) and (found.value or 0) < _NOTES
    if note and not counts(sentence, found) and not sentence.adjacent(found.after):
        return "footnote"  # "1,200 people1 were killed2 and"
    if (len(before) > 3 or before in lexicon.lists.joiners) and _is_counted(sentence, found):
        return None
    magnitude = before == "m" and found.value is not None and found.value < 10
    return None if magnitude and "." in sentence.lowers[found.first] else "identifier"


def _is_counted(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether what follows is counted by the number."""
    if counts(sentence, found) or is_participle(sentence, found):
        return True
    return bool(sentence.words[found.after].adjectives) or sentence.lowers[found.after] == "out of"


def _is_footnote(sentence: Sentence, found: Candidate) -> bool:
    ends = not sentence.adjacent(found.after) or sentence.lowers[found.after] in _MARKS
    return len(sentence.lowers[found.first]) <= 3 and ends


def _is_mixed(sentence: Sentence, at: int) -> bool:
    """Tell whether digits and again letters go on a code."""
    if not (sentence.lowers[at].isdecimal() and sentence.lowers[at + 1].isalpha()):
        return False
    return sentence.adjacent(at) and sentence.adjacent(at + 1)


def _is_model(sentence: Sentence, at: int) -> bool:
    """Tell the letter of a design between digits: "7E7"."""
    letter = sentence.raw_at(at)
    if len(letter) != 1 or not letter.isupper() or not sentence.lowers[at + 1].isdecimal():
        return False
    return sentence.adjacent(at + 1) and not sentence.adjacent(at + 2)


def _suffix(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Judge letters that hang on a number: ordinals, clock marks, plural years; units and magnitudes are fine."""
    suffix, raw = sentence.lowers[found.after], sentence.raw_at(found.after)
    word = sentence.words[found.after]
    if _is_mixed(sentence, found.after + 1):
        return "identifier"  # "6l9Xhv"
    if suffix in ORDINALS:
        return "ordinal"
    if word.flags & s.CLOCK:
        return "time"
    if suffix in ("s", "'s", "’s"):
        return "year" if found.value is not None and found.value > 1000 else "age_band"
    if raw in _LETTERS and (found.value or 0) < _NOTES or _is_model(sentence, found.after):
        return "identifier"  # "kit 6A", "the 7E7"
    if raw in lexicon.symbols or suffix in lexicon.numbers.suffixes:
        return None
    if word.noun is not None and raw.istitle() and not word.plural and found.value != 1:
        return "footnote"  # "Oru, 3Department of Health"
    if word.unit is not None or word.noun is not None:
        return None
    return "identifier" if len(suffix) <= 2 or not raw.islower() else None
