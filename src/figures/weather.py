"""Rain, wind and water levels: lengths and speeds that tell the size of an event, and how fast a storm moves on."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_FAR = ("kilometer", "mile")
_SIDEWAYS = frozenset(("across", "apart", "broad", "long", "square", "wide"))
_AGAINST = ("flood", "storm")
_BUILT = frozenset(("building", "infrastructure", "structure"))
_REACH = 11
_LINE = 4  # tokens behind "metres of" that may name what is measured along
_RAIN = 7  # tokens behind "of" that may name rain: "of its average monthly rain"
_COURSE = 7  # tokens between a verb of movement and its speed
_BLOWN = 4  # tokens before such a verb that may hold the wind
_TO_COME = frozenset(("expected", "forecast", "likely", "projected", "to"))


def weather_of(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Tell rainfall, wind and water level from distances."""
    if found.unit is not None and found.unit.id in _FAR:
        return None
    at = found.phrase.unit_after if found.phrase is not None else found.after
    if sentence.lowers[at + 1 if sentence.lowers[at] == "-" else at] in _SIDEWAYS:
        return None  # "the river is 30 metres wide"
    if sentence.lowers[at] == "of" and not lexicon.lists.lines.isdisjoint(
        sentence.lowers[at + 1 : at + 1 + _LINE]
    ):
        return None  # "a few metres of the coastal road"
    words = lexicon.lists.weather
    for distance in range(1, _REACH + 1):
        before = sentence.numbers[found.first - distance] if distance <= found.first else None
        if before is not None and before.rule == "weather" and before.unit is found.unit:
            return Evidence("event.magnitude", -1, "weather")  # "90 cm of snow in Aral and 20 cm in Kem"
        for at in (found.first - distance, found.after + distance - 1):
            if 0 <= at < sentence.size:
                token = sentence.lowers[at]
                if token in words or " " in token and not words.isdisjoint(token.split()):
                    if _is_built(sentence, at):
                        continue
                    return Evidence("event.magnitude", at, "weather")
    return None


def _is_built(sentence: Sentence, at: int) -> bool:
    """Tell "1,100 metres of *flood walls*" from a flood."""
    if not sentence.lowers[at].startswith(_AGAINST):
        return False
    behind = sentence.words[at if " " in sentence.lowers[at] else at + 1].noun
    return behind is not None and behind.cls in _BUILT


def rain_of(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Read rain by what usually falls: "two months' *worth of rain*", "half *of* the annual *rainfall*"."""
    at = found.phrase.unit_after if found.phrase is not None else found.after
    at += sentence.lowers[at] in ("'", "’")
    if sentence.lowers[at] == "worth":
        at += 1
    elif found.unit_kind == "time":
        return None
    if not sentence.lowers[at].startswith("of"):
        return None
    for index in range(at, at + _RAIN):
        word = sentence.words[index]
        if not lexicon.lists.rain.isdisjoint(sentence.lowers[index].split()):
            behind = sentence.words[index + 1]
            compound = behind.noun is not None and not behind.verbs and not behind.flags
            return None if compound else Evidence("event.magnitude", index, "weather")
        if index > at and (word.flags & s.PREP or word.verbs and not word.adjectives and word.noun is None):
            break
    return None


def moves(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell how fast a storm moves on from how fast it blows: "*moving* north at 20 km/h", "a *forward speed* of"."""
    for at in range(found.left - 1, max(-1, found.left - 1 - _COURSE), -1):
        token = sentence.lowers[at]
        if token in lexicon.lists.travelling:
            before = sentence.lowers[max(0, at - _BLOWN) : at]
            return lexicon.lists.winds.isdisjoint(before) or "," in before or "and" in before
        if token in lexicon.lists.winds or token in ",;:." or sentence.numbers[at] is not None:
            break
    return False


def crests(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell the level of a river that only its name tells: "the *Tarka* peaked at 6 metres"."""
    if found.unit is not None and found.unit.id in _FAR:
        return False
    at = found.first - 1
    while sentence.lowers[at] not in lexicon.lists.cresting and (
        sentence.words[at].flags & s.DET or sentence.words[at].before is not None
    ):
        at -= 1
    at -= sentence.lowers[at] in ("at", "to")
    if lexicon.lists.cresting.isdisjoint(sentence.lowers[at].split()):
        return False  # most of all
    at -= 1
    while at > 0 and (sentence.words[at].flags & (s.AUX | s.TRANSPARENT) or _is_to_come(sentence, at)):
        at -= 1
    if at < 1 or sentence.words[at].noun is not None or not sentence.raw_at(at).istitle():
        return False
    return (
        sentence.lowers[at - 1] == "the" or sentence.is_capital(at - 1) and sentence.lowers[at - 2] == "the"
    )


def _is_to_come(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at] in _TO_COME or sentence.words[at].certainty is not None
