"""Ages: "a 12-year-old", "aged 12", "children under five", "youth between 15 and 24 years", "Ali Sefer (40)"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.records import Bound
from figures.tokens import Sentence

_SURNAME = 3  # tokens up to the comma behind a name that opens a sentence
#: What one says of oneself or of another before an age.
_LEADING = s.AGE_BEFORE | s.DET | s.PREP
_AM = frozenset(("he's", "he’s", "i'm", "i’m", "she's", "she’s"))
_AFTER_AGE = frozenset((",", ".", "!", "?", ";", "now"))
#: Who is told by an age, what stands before it, and what goes on behind it.
_ONE = frozenset(("he", "i", "she"))
_RELATIVES = frozenset(
    (
        *("aunt", "baby", "boy", "brother", "child", "cousin", "daughter", "father", "girl", "husband"),
        *("mother", "nephew", "niece", "sister", "son", "uncle", "victim", "widow", "wife"),
    )
)
_ONLY = frozenset(("just", "only"))
_PAUSES = frozenset((",", "–", "—", "-"))
_OPEN_CLAUSE = s.PREP | s.CONJ | s.SUB | s.REL | s.CONTRAST | s.PRON
_ADULT = 10  # years under which a limit is an age of children only
OLDEST = 110  # years, of a person
_AND_OLDER = ("and older", "or older")
_SPANNING = frozenset(("(", ",", "between", "from", "of"))
#: People who are told by their age, and nouns for anybody.
_BY_AGE = frozenset(("child", "elderly", "man", "woman"))
_ANYBODY = frozenset(("adult", "individual", "patient", "people", "person", "youth"))


def age_of(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Read "12-year-old", "aged 12", "under the age of 5", "children under five"."""
    phrase = found.phrase
    if found.unit_kind == "time" and phrase is not None:
        at = phrase.unit_after
        if at < sentence.size and sentence.lowers[at] == "-":
            at += 1
        if at < sentence.size and sentence.words[at].flags & s.AGE_AFTER:
            found.text_end = max(found.text_end, sentence.ends[at])
            if sentence.lowers[at] in _AND_OLDER and found.bound is Bound.EXACT:
                found.bound = Bound.AT_LEAST
                found.cue_spans += ((sentence.starts[at], sentence.ends[at], "at_least"),)
            event = sentence.words[at + 1].noun  # "the five-year-old *war*"
            lasts = event is not None and event.cls == "event"
            return Evidence("measure.duration" if lasts else "measure.age", at, "age")
    link = found.after + (sentence.lowers[found.after] == "-")  # "a 5- and 6-year-old"
    behind = sentence.numbers[link + 1] if sentence.words[link].flags & s.CONJ else None
    if behind is not None and behind.phrase is not None and found.unit in (None, behind.unit):
        at = behind.phrase.unit_after
        at += sentence.lowers[at] == "-"
        if sentence.words[at].flags & s.AGE_AFTER and behind.unit is not None:
            if found.unit is None:  # "16 and 17-year-olds"
                found.unit_id, found.unit_kind, found.implied = behind.unit_id, "time", True
                found.certainty, found.cue_spans = behind.certainty, behind.cue_spans
            return Evidence("measure.age", at, "age")  # "4 and 3 years old"
    if (
        found.unit_kind == "time"
        and found.unit is not None
        and found.unit.id in ("year", "month")
        and _of_people(sentence, found)
    ):
        return Evidence("measure.age", found.first - 1, "age")
    if _goes_on_ages(sentence, found):
        found.unit_id, found.unit_kind, found.implied = "year", "time", True
        return Evidence("measure.age", found.first - 1, "age")
    leading = sentence.words[found.first - 1]
    leads = leading.flags & _LEADING or leading.before is not None
    at = _age_word(sentence, found) if leads else -1
    if at < 0 and (_limits_children(sentence, found) or _person_named(sentence, lexicon, found)):
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


def _goes_on_ages(sentence: Sentence, found: Candidate) -> bool:
    """Tell the next of several ages: "aged 4, *7* and *9*, drowned", not "aged 4, and 12 girls"."""
    link = sentence.lowers[found.first - 1]
    if link != "," and not sentence.words[found.first - 1].flags & s.CONJ:
        return False  # most of all
    before = sentence.numbers[found.first - 2]
    if before is None or before.category != "measure.age" or before.unit_id != "year":
        return False
    if found.kind != "digits" or found.noun is not None or found.unit is not None or before.unit is not None:
        return False
    behind = sentence.words[found.after]
    ends = not sentence.lowers[found.after][:1].isalpha() or behind.flags & s.CONJ
    told = link != "," and behind.flags & s.AUX != 0
    return (bool(ends) or told) and (found.value or 0) < OLDEST


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


def _person_named(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell the age of one person: "Ali Sefer (40)", "Md Rafiq, 39,", "she was 16 when"."""
    if found.noun is not None or not isinstance(found.value, int) or not 0 < found.value < OLDEST:
        return False
    if _is_said_of_one(sentence, found):
        return True
    if found.kind != "digits":
        return False
    at, behind = found.first - 1, found.after
    closing = sentence.lowers[behind] if behind < sentence.size else "."
    if sentence.lowers[at] in _AM:
        return closing in _AFTER_AGE or sentence.words[behind].flags & (s.CONJ | s.SUB) != 0
    if at == 0 and sentence.lowers[0] == "at" and closing == ",":
        return sentence.lowers[behind + 1] in ("he", "she", "i")  # "At 101, he still walks."
    if at < 1 or (sentence.lowers[at], closing) not in ((",", ","), (",", ")"), ("(", ")"), (",", ".")):
        return False
    noun, name = sentence.words[at - 1].noun, sentence.words[at - 2].noun
    if sentence.words[at - 1] is s.UNKNOWN and sentence.raw_at(at - 1)[:1].isupper() and _is_someone(name):
        return not sentence.words[at - 2].plural  # "my brother Hamid, 22,"
    if _is_someone(noun) and closing != "." and not sentence.words[at - 1].plural:
        return True  # "a fireman, 34, is in hospital"
    if closing == "," and _is_followed(sentence, lexicon, at, behind + 1):
        return True
    if closing == "," and at < _SURNAME and _goes_on(sentence.words[behind + 1]):
        return sentence.words[at - 1] is s.UNKNOWN and sentence.raw_at(at - 1).istitle()  # "Burger, 21, was"
    if at < 2:
        return False
    names = [sentence.surface(i, i + 1) for i in (at - 2, at - 1)]
    return (
        all(n[0].isupper() and not n.isupper() and n.isalpha() for n in names)
        and sentence.words[at - 1] is s.UNKNOWN
    )


def _is_said_of_one(sentence: Sentence, found: Candidate) -> bool:
    """Tell "she was only 15", "when he turned eight", "my son will be 40", "a boy who was 12 then"."""
    at, behind = found.first - 1, found.after
    while at > 1 and (sentence.words[at].flags & s.TRANSPARENT or sentence.lowers[at] in _ONLY):
        at -= 1
    said = sentence.words[at].flags & s.BE or sentence.lowers[at] == "turned"
    if not said or found.unit is not None or found.value == 1:
        return False  # most of all; "he was 20 minutes late"
    at -= 1
    at -= sentence.words[at].flags & s.MODAL != 0
    word, token = sentence.words[at], sentence.lowers[at]
    if token == "who":
        at -= 1
        at -= sentence.lowers[at] in _PAUSES
        one = _is_someone(sentence.words[at].noun) and not sentence.words[at].plural
    else:
        one = token in _ONE or word.noun is not None and word.noun.surface in _RELATIVES and not word.plural
    next_word = sentence.words[behind]
    ends = not sentence.lowers[behind][:1].isalpha() or next_word.flags & _OPEN_CLAUSE
    return one and bool(ends) and sentence.lowers[behind].partition(" ")[0] not in ("of", "to", "%")


def _is_followed(sentence: Sentence, lexicon: Compiled, comma: int, at: int) -> bool:
    """Tell a name and an age by what follows them: "Eklas, 30, *son of*", "and Orlov, 30, *had*"."""
    name = sentence.words[comma - 1] is s.UNKNOWN and sentence.raw_at(comma - 1).istitle()
    if sentence.lowers[at] in lexicon.lists.kin_of:
        return sentence.is_capital(comma - 1)
    if comma < _SURNAME and _has_next(sentence, at):
        return True
    return name and sentence.words[comma - 2].flags & s.CONJ != 0 and _goes_on(sentence.words[at])


def _has_next(sentence: Sentence, at: int) -> bool:
    """Tell the next of two names with their ages: "Petrov, 29, *and Sidorov, 33,*"."""
    if not sentence.words[at].flags & s.CONJ or sentence.lowers[at + 2] != ",":
        return False
    number = sentence.numbers[at + 3]
    return sentence.words[at + 1] is s.UNKNOWN and number is not None and sentence.lowers[number.after] == ","


def _is_someone(noun: Noun | None) -> bool:
    """Tell a noun of a person that no list of totals has ("patient", not "death")."""
    return noun is not None and noun.cls in ("person", "combatant") and not noun.strong


def _of_people(sentence: Sentence, found: Candidate) -> bool:
    """Tell "children under five years", "adolescents above 14 years": a limit right behind people."""
    at = found.first - 1
    if found.kind == "range" and _spans_ages(sentence, found):
        return True
    if at < 1:
        return False
    cue, phrase = sentence.words[at].before, found.phrase
    people = sentence.words[phrase.unit_after] if phrase is not None else None
    if people is not None and people.noun is not None and "child" in people.noun.who and people.plural:
        return cue is not None and cue.bound is Bound.AT_MOST  # "3 per 100,000 under 12 years children"
    young = sentence.lowers[at] == "of"  # "infants of 6 to 23 months"
    if not young and (cue is None or cue.bound not in (Bound.AT_LEAST, Bound.AT_MOST)):
        return False
    at -= 1
    while at > 0 and sentence.words[at].flags & (s.BE | s.REL):
        at -= 1
    noun = sentence.words[at].noun
    young = young or found.unit_id == "month" or isinstance(found.value, int) and found.value < _ADULT
    return noun is not None and noun.cls in ("person", "combatant") and (not young or "child" in noun.who)


def _spans_ages(sentence: Sentence, found: Candidate) -> bool:
    """Tell a range right behind people: "youth *between 15 and 24* years", "infants of 6 to 23", "(0-17 years)"."""
    at = found.first - 1
    at -= sentence.lowers[at] in _SPANNING
    word = sentence.words[at]
    if word.noun is None or word.noun.cls != "person" or word.noun.strong:
        return False
    if sentence.lowers[found.first - 1] == "of":
        return "child" in word.noun.who
    if not word.plural and word.noun.surface != "youth":
        return False
    of_age = not _BY_AGE.isdisjoint(word.noun.who) or word.noun.surface in _ANYBODY
    return of_age and sentence.lowers[found.right] not in ("ago", "behind", "experience")
