"""Measures whose category follows from their unit and the words beside it: time, age, length, speed."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.changes import change_of, times_of
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.phrase.units import is_size
from figures.records import Bound
from figures.tokens import Sentence
from figures.weather import crests, moves, weather_of

_EVERY = ("each", "every")
_SHARING = frozenset(("each", "every", "for", "per", "to"))
_THING = 6  # tokens of one thing that many share
#: Classes of things that are measured in millimetres.
_MADE = frozenset(("combatant", "good", "vehicle", "weapon"))
#: What tells the size of a thing when it stands before it.
_CAPACITIES = frozenset(("mass", "volume"))
_TIMES = frozenset(("hour", "day", "week", "month", "year"))
_SAYS_NOTHING = frozenset(("assets.count", "event.count", "funding.other", "organisation.count", "other"))
_SURNAME = 3  # tokens up to the comma behind a name that opens a sentence
#: Rates are told for so many people.
_ROUND = frozenset((1000, 10_000, 100_000, 1_000_000))
_ADULT = 10  # years under which a limit is an age of children only


def measure(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Return the category of a measure, or None for everything that is decided by the clause."""
    unit = found.unit
    may_share = found.value == 1 or sentence.lowers[found.left - 1] in _SHARING
    if may_share and found.noun is not None and _is_provision(sentence, lexicon, found):
        return Evidence("measure.ratio", found.right, "per")
    if found.unit_kind == "count" and _is_incidence(sentence, found):
        return Evidence("measure.ratio", found.right, "per")
    if found.per is not None and _is_rate(found):
        return Evidence("measure.ratio", found.right, "per")
    if unit is not None or found.noun is None:
        age = _age(sentence, lexicon, found)
        if age is not None:
            return age
    change = change_of(sentence, lexicon, found)
    if change is None and sentence.lowers[found.after] == "times":
        change = times_of(sentence, lexicon, found)
    if change is not None:
        return change
    if found.unit_kind == "ratio" and _is_share_held(sentence, found):
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
    if unit.dimension in _CAPACITIES and is_size(sentence, found):
        return Evidence("measure.other", found.after, "unit")  # "a 200-tonne barrier", "per 50 kg"
    if unit.dimension == "length":
        if unit.id == "millimeter" and not _is_calibre(sentence, found):
            return Evidence("event.magnitude", found.after, "unit")
        weather = weather_of(sentence, lexicon, found)
        if weather is not None:
            return weather
        if crests(sentence, lexicon, found):
            return Evidence("event.magnitude", found.left - 1, "weather")
        return Evidence("measure.distance", found.after, "unit")
    if unit.dimension in ("temperature", "angle", "power", "energy", "resolution"):
        return Evidence("measure.other", found.after, "unit")
    return None


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


def _is_incidence(sentence: Sentence, found: Candidate) -> bool:
    """Tell both numbers of "41 cases per 100,000" and "14 deaths per 10,000 people"."""
    if sentence.lowers[found.right] == "per":
        behind = sentence.numbers[found.right + 1]
        return behind is not None and behind.value in _ROUND
    if found.value not in _ROUND or sentence.lowers[found.left - 1] != "per":
        return False
    noun = sentence.words[found.left - 2].noun
    return sentence.numbers[found.left - 2] is not None or noun is not None and noun.cls != "money"


def _is_rate(found: Candidate) -> bool:
    """Tell "180 people per latrine" from "120 patients a day" and "two deaths per camp"."""
    noun = found.noun
    return (
        noun is not None
        and noun.cls in ("person", "household")
        and not noun.strong
        and found.per not in _TIMES
    )


def _is_provision(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell both numbers of "one latrine for 50 people" and "one doctor for every 5,000"."""
    one = found if found.value == 1 else _one_before(sentence, found)
    if one is None or sentence.lowers[one.right] not in _SHARING:
        return False
    every = sentence.lowers[one.right + 1] in _EVERY
    if one is found and sentence.numbers[one.right + 1 + every] is None:
        return False
    return _is_shared(sentence, lexicon, one, every=every)


def _one_before(sentence: Sentence, found: Candidate) -> Candidate | None:
    """Return the number of the one thing that many share: "*one* latrine for every 50"."""
    at = found.left - 1
    at -= sentence.lowers[at] in _EVERY
    for index in range(at - 1, max(-1, at - _THING), -1):
        one = sentence.numbers[index]
        if one is not None:
            return one if one.value == 1 and one.right == at else None
    return None


def _is_shared(sentence: Sentence, lexicon: Compiled, one: Candidate, *, every: bool) -> bool:
    """Tell one thing that so many people have to share."""
    phrase = one.phrase
    if one.noun is None or one.noun.strong or phrase is None or phrase.head is None:
        return False  # "one new case per 100,000"
    if sentence.lowers[one.right] == "to":  # "a ratio of one nurse to 90 patients"
        return "ratio" in sentence.lowers[max(0, one.first - _THING) : one.first]
    return every or sentence.lowers[phrase.head] in lexicon.lists.shared


def _age(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Read "12-year-old", "aged 12", "under the age of 5", "children under five"."""
    phrase = found.phrase
    if found.unit_kind == "time" and phrase is not None:
        at = phrase.unit_after
        if at < sentence.size and sentence.lowers[at] == "-":
            at += 1
        if at < sentence.size and sentence.words[at].flags & s.AGE_AFTER:
            found.text_end = max(found.text_end, sentence.ends[at])
            return Evidence("measure.age", at, "age")
    behind = sentence.numbers[found.after + 1] if sentence.words[found.after].flags & s.CONJ else None
    if (
        behind is not None
        and behind.unit is found.unit
        and behind.phrase is not None
        and found.unit is not None
    ):
        at = behind.phrase.unit_after
        if sentence.words[at].flags & s.AGE_AFTER:
            return Evidence("measure.age", at, "age")  # "4 and 3 years old"
    if (
        found.unit_kind == "time"
        and found.unit is not None
        and found.unit.id in ("year", "month")
        and _of_people(sentence, found)
    ):
        return Evidence("measure.age", found.first - 1, "age")
    at = _age_word(sentence, found)
    if at < 0 and (_limits_children(sentence, found) or _person_named(sentence, found)):
        at = found.first - 1
    if at < 0 or found.unit_kind not in ("time", "count") or found.noun is not None:
        return None
    if found.unit_kind == "count":
        found.unit_id, found.unit_kind, found.implied = "year", "time", True
    cue = lexicon.words.get(sentence.lowers[at].partition(" ")[0])
    if cue is not None and cue.before is not None and found.bound is Bound.EXACT:  # "over the age of ten"
        found.bound, found.strict = cue.before.bound, cue.before.strict
        found.cue_spans += ((sentence.starts[at], sentence.ends[at], cue.before.cue_class),)
        found.text_start = min(found.text_start, sentence.starts[at])
    return Evidence("measure.age", at, "age")


def _age_word(sentence: Sentence, found: Candidate) -> int:
    """Return the token of "aged", "under the age of" before a number, -1 when there is none."""
    for at in range(found.first - 1, max(-1, found.first - 4), -1):
        word = sentence.words[at]
        if word.flags & s.AGE_BEFORE:
            return at
        if not (word.before or word.flags & (s.DET | s.PREP)):
            break
    return -1


def _limits_children(sentence: Sentence, found: Candidate) -> bool:
    """Tell "children under five": a limit without a noun right behind children."""
    if found.noun is not None or found.unit is not None or found.first < 2:
        return False
    cue, people = sentence.words[found.first - 1].before, sentence.words[found.first - 2]
    if cue is None or cue.cue_class != "less_than" or people.noun is None:
        return False
    behind = sentence.words[found.after]
    return "child" in people.who + people.noun.who and (not behind.verbs or behind.flags != 0)


def _goes_on(verb: s.Word) -> bool:
    """Tell what goes on behind a name and an age: "Burger, 21, *was*", "*lost*", "*wrote*"."""
    if verb.flags & (s.BE | s.HAVE | s.REL):
        return True
    return verb.forms & s.PAST != 0 and verb.is_verb_only or verb.certainty is not None


def _person_named(sentence: Sentence, found: Candidate) -> bool:
    """Tell the age of one person: "Ali Sefer (40)", "Md Rafiq, 39,", "she was 16 when"."""
    if (
        found.kind != "digits"
        or not isinstance(found.value, int)
        or not 0 < found.value < 110
        or found.noun is not None
    ):
        return False
    at, behind = found.first - 1, found.after
    closing = sentence.lowers[behind] if behind < sentence.size else "."
    if at >= 1 and sentence.words[at].flags & s.BE and sentence.lowers[at - 1] in ("he", "she", "i"):
        return not (behind < sentence.size and sentence.words[behind].verbs)
    if at < 1 or (sentence.lowers[at], closing) not in ((",", ","), (",", ")"), ("(", ")"), (",", ".")):
        return False
    noun, name = sentence.words[at - 1].noun, sentence.words[at - 2].noun
    if sentence.words[at - 1] is s.UNKNOWN and sentence.raw_at(at - 1)[:1].isupper() and _is_someone(name):
        return not sentence.words[at - 2].plural  # "my brother Hamid, 22,"
    if _is_someone(noun) and closing != "." and not sentence.words[at - 1].plural:
        return True  # "a fireman, 34, is in hospital"
    if closing == "," and at < _SURNAME and _goes_on(sentence.words[behind + 1]):
        return sentence.words[at - 1] is s.UNKNOWN and sentence.raw_at(at - 1).istitle()  # "Burger, 21, was"
    if at < 2:
        return False
    names = [sentence.surface(i, i + 1) for i in (at - 2, at - 1)]
    return (
        all(n[0].isupper() and not n.isupper() and n.isalpha() for n in names)
        and sentence.words[at - 1] is s.UNKNOWN
    )


def _is_someone(noun: Noun | None) -> bool:
    """Tell a noun of a person that no list of totals has ("patient", not "death")."""
    return noun is not None and noun.cls in ("person", "combatant") and not noun.strong


def _of_people(sentence: Sentence, found: Candidate) -> bool:
    """Tell "children under five years", "adolescents above 14 years": a limit right behind people."""
    at = found.first - 1
    if at < 1:
        return False
    cue = sentence.words[at].before
    young = sentence.lowers[at] == "of"  # "infants of 6 to 23 months"
    if not young and (cue is None or cue.bound not in (Bound.AT_LEAST, Bound.AT_MOST)):
        return False
    at -= 1
    while at > 0 and sentence.words[at].flags & (s.BE | s.REL):
        at -= 1
    noun = sentence.words[at].noun
    young = young or found.unit_id == "month" or isinstance(found.value, int) and found.value < _ADULT
    return noun is not None and noun.cls in ("person", "combatant") and (not young or "child" in noun.who)


def _is_calibre(sentence: Sentence, found: Candidate) -> bool:
    """Tell "82 mm mortar shells" and "caliber 12.7mm" from rain."""
    around = range(max(0, found.first - 4), min(sentence.size, found.right + 5))
    nouns = (sentence.words[i].noun for i in around)
    return any(noun is not None and noun.cls in _MADE for noun in nouns) or any(
        sentence.lowers[i].startswith(("cal", "round")) for i in around
    )
