"""Measures whose category follows from their unit and the words beside it: time, age, length, speed."""

from __future__ import annotations

from figures import clause
from figures.ages import age_of
from figures.candidates import Candidate
from figures.changes import change_of, times_of
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase import read_nouns
from figures.phrase.units import is_size
from figures.rates import is_pace, is_rate, name_rate
from figures.tokens import Sentence
from figures.weather import crests, moves, rain_of, weather_of

_WORKS = frozenset(("building", "infrastructure", "structure", "thing"))
_DONE_TO_WORKS = frozenset(("assets.damaged", "assets.destroyed", "assets.disrupted"))
#: Classes of things that are measured in millimetres.
_MADE = frozenset(("combatant", "good", "vehicle", "weapon"))
#: What tells the size of a thing when it stands before it.
_CAPACITIES = frozenset(("mass", "volume"))
_RATES = frozenset(("rate", "rates"))
#: Kinds of units by which rain is held against what usually falls.
_PARTS = ("ratio", "time")
_SAYS_NOTHING = frozenset(("assets.count", "event.count", "funding.other", "organisation.count", "other"))


def measure(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Return the category of a measure, or None for everything that is decided by the clause."""
    unit = found.unit
    if found.per is not None and found.unit_id == "person" and _is_density(lexicon, found.per):
        return Evidence("people.population", found.right, "per")
    if is_rate(sentence, lexicon, found):
        name_rate(sentence, found)
        return Evidence("measure.ratio", found.right, "per")
    if (
        found.unit_kind == "count"
        and sentence.lowers[found.right + 1] == "second"
        and is_pace(sentence, found)
    ):
        return Evidence("measure.other", found.right, "per")
    if unit is not None or found.noun is None:
        age = age_of(sentence, lexicon, found)
        if age is not None:
            return age
    if found.unit_kind in _PARTS and (rain := rain_of(sentence, lexicon, found)) is not None:
        return rain
    change = change_of(sentence, lexicon, found)
    if change is None and sentence.lowers[found.after] == "times":
        change = times_of(sentence, lexicon, found)
    if change is not None:
        return change
    if found.unit_kind == "ratio" and (_is_of_rate(sentence, found) or _is_share_held(sentence, found)):
        return Evidence("measure.ratio", found.after, "unit")
    if unit is None or found.unit_kind not in ("time", "physical"):
        return None
    if unit.id == "earthquake_magnitude":
        return Evidence("event.magnitude", found.first, "unit")
    if found.unit_kind == "time":
        return Evidence("measure.duration", found.after, "unit")
    if unit.dimension == "speed":
        if moves(sentence, lexicon, found):
            return Evidence("measure.other", found.after, "unit")
        return weather_of(sentence, lexicon, found) or Evidence("measure.other", found.after, "unit")
    if unit.dimension in ("pressure", "flow"):
        return Evidence("event.magnitude", found.after, "unit")
    if unit.dimension in _CAPACITIES and (
        is_size(sentence, found)
        or sentence.lowers[_behind_unit(found)] in lexicon.lists.capacities
        or _is_held(sentence, lexicon, found)
    ):
        return Evidence("measure.other", found.after, "unit")  # "a 200-tonne barrier", "per 50 kg"
    if unit.dimension == "length":
        return _length(sentence, lexicon, found)
    if unit.dimension in ("temperature", "angle", "power", "energy", "resolution"):
        return Evidence("measure.other", found.after, "unit")
    return None


def _length(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence:
    """Read rain, the level of water, what was done to so many metres of a road, or a distance."""
    if (found.unit_id == "millimeter" or _is_rain_in_inches(sentence, found)) and not _is_calibre(
        sentence, found
    ):
        return Evidence("event.magnitude", found.after, "unit")
    weather = weather_of(sentence, lexicon, found)
    if weather is not None:
        return weather
    if crests(sentence, lexicon, found):
        return Evidence("event.magnitude", found.left - 1, "weather")
    return _length_of_works(sentence, lexicon, found) or Evidence("measure.distance", found.after, "unit")


def _behind_unit(found: Candidate) -> int:
    return found.phrase.unit_after if found.phrase is not None else found.after


def _is_held(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell what a vessel holds, in brackets behind it: "five tanks (*10,000 litres*)"."""
    if sentence.lowers[found.left - 1] != "(" or sentence.lowers[_behind_unit(found)] not in (")", "each"):
        return False
    noun = sentence.words[found.left - 2].noun
    return noun is not None and noun.unit in lexicon.lists.vessels


def _is_density(lexicon: Compiled, per: str) -> bool:
    """Tell people of an area: "820 people per square kilometre"."""
    word = lexicon.words.get(per)
    return (
        per.startswith("square_")
        or word is not None
        and word.unit is not None
        and word.unit.dimension == "area"
    )


def _is_of_rate(sentence: Sentence, found: Candidate) -> bool:
    """Tell "a recovery *rate of* 95%", which counts nobody."""
    return sentence.lowers[found.left - 1] == "of" and sentence.lowers[found.left - 2] in _RATES


def _is_share_held(sentence: Sentence, found: Candidate) -> bool:
    """Tell "the 2% target" and "a 10% stake", which count nothing, from "the 10% of huts" and "the 2% displaced"."""
    if not sentence.words[found.left - 1].flags & s.DET or found.unit is None or found.phrase is None:
        return False
    at = found.phrase.unit_after
    word = sentence.words[at]
    if word.plural or word.verbs and word.noun is None or word.adjectives or word.flags or word.who:
        return False
    if word.noun is None and (word is not s.UNKNOWN or not sentence.raw_at(at).isalpha()):
        return False
    if sentence.words[at + 1].noun is not None and not sentence.words[at + 1].verbs:
        return False  # a compound: its last noun tells
    said = word.noun.category if word.noun is not None else None
    return (said is None or said in _SAYS_NOTHING) and sentence.lowers[at + 1] != "of"


def _length_of_works(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Read what was done to so many metres of a road, dyke or pipe: "12 km *of roads were washed away*"."""
    phrase = found.phrase
    if phrase is None or sentence.lowers[phrase.unit_after] != "of":
        return None  # most of all
    at = phrase.unit_after + 1
    works = read_nouns(sentence, at + (sentence.words[at].flags & s.DET != 0))
    if works.noun is None or works.noun.cls not in _WORKS:
        return None
    classes = (works.noun.cls, "length")
    said = clause.governor(sentence, lexicon, found.left, classes)
    said = said or clause.predicate(sentence, lexicon, works.after, classes)
    return said if said is not None and said.category in _DONE_TO_WORKS else None


def _is_rain_in_inches(sentence: Sentence, found: Candidate) -> bool:
    """Tell inches by the millimetres in brackets behind them: "3.5in (89mm)"."""
    if found.unit_id != "inch" or sentence.lowers[found.right] != "(":
        return False
    same = sentence.numbers[found.right + 1]
    return same is not None and same.unit_id == "millimeter"


def _is_calibre(sentence: Sentence, found: Candidate) -> bool:
    """Tell "82 mm mortar shells" and "caliber 12.7mm" from rain."""
    around = range(max(0, found.first - 4), min(sentence.size, found.right + 5))
    nouns = (sentence.words[i].noun for i in around)
    return any(noun is not None and noun.cls in _MADE for noun in nouns) or any(
        sentence.lowers[i].startswith(("cal", "round")) for i in around
    )
