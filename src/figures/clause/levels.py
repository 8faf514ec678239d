"""Levels: a number that is the size of what its sentence speaks of ("the toll rose to 12", "the total is 31")."""

from __future__ import annotations

from figures.clause.evidence import (
    OBJECT,
    STOP,
    SUBJECT,
    WEAK,
    Evidence,
    Reading,
    combined,
    in_place,
    of_modifier,
    says,
)
from figures.clause.sizes import counted_before, numbers_total, of_size, of_told, size_behind
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.tokens import Sentence

_LEVEL_WORD = Reading(of_modifier, (OBJECT, SUBJECT), (OBJECT, SUBJECT))
_QUOTE = frozenset("\"“”'‘’")
_SUBJECT = 12  # tokens between a level and what it speaks of
_UNIT = 4  # tokens of a change before "to"
_SINCE = 9  # with the time that it took
_TOTAL = 22  # tokens between the label of a total and its verb
_SIZED = 16  # tokens between a word for a size and its verb or "to"
_INTO = ("in", "into")
_IT = ("it", "that", "this")
_BROUGHT = frozenset(("at", "from", "to"))
_RATES = ("people.", "measure.ratio")


def level(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read "the death toll rose to 12", "the number of displaced reached 300", "the dead numbered 40"."""
    word = sentence.words[first - 1]
    if not word.flags and word.before is None and word.certainty is None and not word.strange:
        return None  # most of all: a verb or noun that leads to no size
    if sentence.lowers[first - 1] == "to" and sentence.words[first - 2].verbs:
        behind = size_behind(sentence, lexicon, first, classes)
        if behind is not None or numbers_total(sentence, first):
            return behind or counted_before(sentence, first)
    lowers, words, numbers = sentence.lowers, sentence.words, sentence.numbers
    for at in range(first - 1, first - 5 if first > 5 else -1, -1):
        word, token = words[at], lowers[at]
        if _is_level(sentence, at):
            return _subject(sentence, lexicon, at - 1, classes) or _total(sentence, at)
        brought = token in _BROUGHT or token == "between" and sentence.words[at - 1].certainty
        size = _sized(sentence, at) if brought else 0
        if size:  # "cut the number of troops of the Northern Front from"
            said = of_size(sentence, lexicon, size, classes)
            return said or _subject(sentence, lexicon, at - 1, classes) or _total(sentence, at)
        risen = _risen_by(sentence, at) if token == "to" else 0
        if risen:
            return _risen(sentence, lexicon, risen, classes)
        if token.rpartition(" ")[2] in _INTO and _is_vague(sentence, first):
            last = at - 1 - (words[at - 1].flags & s.SIZE != 0)  # "could *number* in the thousands"
            return _subject(sentence, lexicon, last, classes)  # "deaths could run *into the thousands*"
        if word.flags & s.BE:
            return _same_rate(sentence, first, at) or _copula(sentence, lexicon, at - 1)
        if token in _QUOTE or token == "between":
            continue
        small = word.before or word.flags & (s.DET | s.TRANSPARENT | s.OTHER) or word.certainty
        if numbers[at] is not None or not small:
            return None
    return None


def _is_vague(sentence: Sentence, at: int) -> bool:
    """Tell "hundreds" alone from "several schools" and "dozens of schools"."""
    number = sentence.numbers[at]
    if number is None or number.kind != "vague":
        return False
    return sentence.lowers[number.after - 1].endswith("s") and sentence.lowers[number.after] != "of"


def _sized(sentence: Sentence, at: int) -> int:
    """Return the token of a word for a size that "to", "at" or "from" follows, 0 where there is none."""
    them = sentence.words[at - 1]  # "put *the dead* at"
    if (
        sentence.lowers[at] == "at"
        and sentence.lowers[at - 2] == "the"
        and (them.adjectives or them.forms & s.PARTICIPLE)
    ):
        return at - 1
    for index in range(at - 1, max(0, at - _SIZED), -1):
        token, word = sentence.lowers[index], sentence.words[index]
        if word.flags & s.SIZE or word.noun is not None and word.noun.cls == "label":
            return index
        if token in STOP or token == "," or _counts(sentence, index) or word.flags & s.CONTRAST:
            break
    return 0


def _counts(sentence: Sentence, index: int) -> bool:
    """Tell a number that may be what a level speaks of, no date, stretch of time or wind speed."""
    number = sentence.numbers[index]
    if number is None or number.skipped is not None or number.rule == "change":
        return False
    return number.unit_kind not in ("physical", "time")


def _total(sentence: Sentence, at: int) -> Evidence | None:
    """Read the size of what was counted before: "seven new cases, bringing the total to 31"."""
    size = _sized(sentence, at)
    if not size:  # "This was later updated to 82."
        return of_told(sentence, at) if sentence.lowers[0] in _IT else None
    return counted_before(sentence, size)


def _risen_by(sentence: Sentence, at: int) -> int:
    """Return the number before "to", its unit passed over: "rose by 20 per cent to", 0 where there is none."""
    reach = _SINCE if sentence.lowers[at - 1] == "," else _UNIT  # "rose by 20 per cent last year, to"
    for index in range(at - 1, max(0, at - reach), -1):
        number = sentence.numbers[index]
        if number is not None:
            near = index == at - 1 or index == at - 2 and sentence.lowers[at - 1] == ","
            return index if near or number.unit_kind == "ratio" else 0
    return 0


def _risen(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read "cases rose by 40 to 312": the subject stands before the verb."""
    before = sentence.numbers[at]
    if before is not None and before.rule == "level":  # "cut the number of troops from 8,000 to 6,500"
        return Evidence(before.category, at, "level", before.noun)
    for index in range(at - 1, max(-1, at - 6), -1):
        if sentence.words[index].flags & s.CHANGE_VERB:
            return _subject(sentence, lexicon, index - 1, classes)
    return None


def _is_level(sentence: Sentence, at: int) -> bool:
    """Tell a verb that leads from a subject to its size."""
    token, flags = sentence.lowers[at], sentence.words[at].flags
    if flags & (s.LEVEL | s.INCLUSION) and token not in ("with", "among"):
        return True
    if flags & (s.CHANGE_VERB | s.LINKING) and sentence.lowers[at + 1] == "up to":
        size = sentence.numbers[at + 2]  # "the toll could go up to 60", not "could cut up to 300 jobs"
        return size is not None and (size.noun is None or size.implied)
    before = sentence.words[at - 1]
    if token == "to" and before.noun is not None and before.noun.cls == "label":
        return True  # "brought the death toll to 17"
    return token in ("from", "to") and before.flags & s.CHANGE_VERB != 0


def _copula(sentence: Sentence, lexicon: Compiled, at: int) -> Evidence | None:
    """Read "the death toll is 12", "the number of displaced people was 300": only totals are numbers."""
    for index in range(at, max(-1, at - _SIZED), -1):
        noun, token = sentence.words[index].noun, sentence.lowers[index]
        if _counts(sentence, index) or token in STOP or token == ",":
            return None
        if sentence.words[index].flags & s.SIZE and (noun is None or noun.cls != "label"):
            return of_told(sentence, index) if sentence.lowers[index + 1] != "of" else None
        if noun is None or noun.category is None:
            continue
        if noun.cls == "label" or noun.strong and noun.cls == "person":
            return _joined(sentence, lexicon, index, noun)
    return None


def _same_rate(sentence: Sentence, first: int, at: int) -> Evidence | None:
    """Read a rate that goes on as "it": "the fatality rate is 1%; *it is 15%* among the old"."""
    found = sentence.numbers[first]
    if sentence.lowers[at - 1] != "it" or found is None or found.unit_kind != "ratio":
        return None
    for index in range(at - 2, max(-1, at - _SIZED), -1):
        before = sentence.numbers[index]
        if before is not None and before.unit_kind == "ratio" and before.category.startswith(_RATES):
            return Evidence(before.category, index, "level", before.noun)
    return None


def _opening_comma(sentence: Sentence, at: int) -> int:
    """Return the token that opens an aside that ends at a comma, 0 where none does."""
    if sentence.lowers[at] != ",":
        return 0
    for index in range(at - 1, max(0, at - _SUBJECT), -1):
        if sentence.lowers[index] == ",":
            return index
        if sentence.lowers[index] in STOP:
            break
    return 0


def _label_of_total(sentence: Sentence, lexicon: Compiled, at: int) -> Evidence | None:
    """Find "the death toll" far before its level: "the death toll in an earthquake that hit the coast rose to"."""
    opens = _opening_comma(sentence, at)
    for index in range(at, max(-1, at - _TOTAL), -1):
        noun, token = sentence.words[index].noun, sentence.lowers[index]
        if opens <= index <= at and opens:
            continue  # "the toll of the outbreak, now in three cities and spreading, stands at"
        if (
            token in STOP
            or token == ","
            or _counts(sentence, index)
            and not in_place(sentence, index)
            or sentence.words[index].flags & s.CONTRAST
        ):
            return None
        if (
            noun is not None
            and noun.cls == "label"
            and noun.category not in WEAK
            and noun.category is not None
        ):
            return _joined(sentence, lexicon, index, noun)
    return None


def _joined(sentence: Sentence, lexicon: Compiled, index: int, noun: Noun) -> Evidence:
    """Read what two nouns say of one number: "the number of *deaths and injuries* stands at 90"."""
    category = combined(sentence, lexicon, index, noun.category or "other", ("person",))
    return Evidence(category, index, "level", noun)


def _is_put(sentence: Sentence, first: int, last: int) -> bool:
    """Tell nothing but "estimated to" or "who" between a comma and a level."""
    between = sentence.words[first : last + 1]
    return all(
        word.certainty is not None
        or word.forms & s.PARTICIPLE
        or word.flags & (s.REL | s.MODAL)
        or word is sentence.words[last]
        for word in between
    )


def _subject(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find, leftwards from a token, the noun or participle that a level speaks of."""
    total = _label_of_total(sentence, lexicon, at)
    if total is not None:
        return total
    counted: tuple[Noun, int] | None = None
    closes = at - (sentence.words[at].flags & s.TRANSPARENT != 0)
    opens = _opening_comma(sentence, closes)
    if opens and sentence.words[opens + 1].certainty is None and sentence.words[closes - 1].certainty is None:
        opens = 0
    for index in range(at, max(-1, at - _SUBJECT), -1):
        word, token = sentence.words[index], sentence.lowers[index]
        if sentence.numbers[index] is not None and in_place(sentence, index):
            continue  # "those killed in the two attacks include"
        if closes >= index >= opens > 0:
            continue  # "the wounded, *officials say*, number"
        if token == "," and _is_put(sentence, index + 1, at):
            continue  # "gang members, estimated to number"
        if token in STOP or token == "," or _counts(sentence, index) or word.flags & s.CONTRAST:
            break
        noun = word.noun
        if (
            word.flags & s.SIZE
            and (noun is None or noun.cls != "label")
            and sentence.lowers[index + 1] != "of"
        ):
            return of_told(sentence, index)
        if noun is not None and in_place(sentence, index):
            continue
        done = _done_to(sentence, lexicon, index, noun) if noun is not None else None
        if done is not None:
            return done
        if noun is not None and noun.category is not None and (noun.strong or noun.category not in WEAK):
            if noun.strong and counted is None:
                return _joined(sentence, lexicon, index, noun)
            return Evidence(noun.category, index, "level", counted[0] if counted else noun)
        if noun is not None and counted is None:
            counted, classes = (noun, index), (noun.cls,)
        done_to = sentence.words[index - 1] if counted is None and word.forms & s.PARTICIPLE else word
        if done_to.plural and done_to.noun is not None:
            classes = (done_to.noun.cls,)  # "houses *damaged* numbered"
        category = says(lexicon, word, _LEVEL_WORD, classes)
        if category is not None:
            category = combined(sentence, lexicon, index, category, classes)
            said = counted[0] if counted else sentence.words[index - 1].noun  # "*families* hurt number"
            return Evidence(category, index, "level", said)
    if counted is not None and counted[0].category is not None and counted[0].cls != "thing":
        return Evidence(counted[0].category, counted[1], "level", counted[0])
    return None


def _done_to(sentence: Sentence, lexicon: Compiled, index: int, noun: Noun) -> Evidence | None:
    """Read what was done to a noun: "the *evacuation* of residents peaked at", "*detained* protesters totalled"."""
    own = sentence.words[index - 1]
    at = index - 2 if sentence.lowers[index - 1] == "of" and sentence.words[index - 2].nominals else index - 1
    says_more = noun.category is not None and (noun.strong or noun.category not in WEAK)
    if at == index - 1 and not (says_more and own.forms & s.PARTICIPLE):
        return None  # most of all
    done = says(lexicon, sentence.words[at], _LEVEL_WORD, (noun.cls,))
    return Evidence(done, at, "level", noun) if done is not None else None
