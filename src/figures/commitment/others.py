"""What a sentence with a source tells beside what the source says: what the writer adds, what others report."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.ends import ends_clause
from figures.commitment.friends import is_number
from figures.commitment.turns import MARKS
from figures.lexicon import senses as s
from figures.tokens import Sentence

_BY = ("according to", "as per")
_AROUND = frozenset(("after", "amid", "despite", "following"))
_MEANWHILE = frozenset(("as", "while"))
_SUBJECT = 10  # tokens of a subject up to its verb
_ADDED = 8  # tokens between a verb of speech and what the writer adds
_TELLING = frozenset(
    (
        "advised",
        "assured",
        "informed",
        "notified",
        "reminded",
        "tell",
        "telling",
        "tells",
        "told",
        "warned",
        "warns",
    )
)
_CONTENT = frozenset((":", "about", "that", "to"))
_ADDRESSED = 5  # tokens of who is spoken to
_SPEAKER = 7  # tokens of the name of who speaks


def turns_from(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what the writer adds behind who said so: "40 died, police said *as the toll in the east rose to 90*"."""
    stop = min(found.first, at + _ADDED)
    turn = next((i for i in range(at + 1, stop) if sentence.lowers[i] in _MEANWHILE), None)
    if turn is None or sentence.lowers[at] in _BY or is_number(sentence, turn + 1):
        return False
    if any(word.flags & s.REL or word.is_verb_only for word in sentence.words[at + 1 : turn]):
        return False
    first = at
    while first > at - _SPEAKER and first > 0 and sentence.lowers[first] != ",":
        first -= 1
    if first == 0 or sentence.lowers[first] != "," or not _told_before(sentence, first):
        return False
    return any(_is_told(sentence, i) for i in range(turn + 2, min(sentence.size, turn + _SUBJECT)))


def speaks_of_it(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what a source says of the counted, not how many: "3 gunmen *who, according to* aides, wore masks"."""
    for index in range(at - 1, max(found.after, at - _SPEAKER), -1):
        if sentence.lowers[index] == ",":
            return sentence.words[index - 1].flags & s.REL != 0 and sentence.lowers[index - 1] != "that"
    return False


def reports_self(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a share of people who report, behind the number of all: "Of 300 households, *40% reported* no income"."""
    if sentence.words[at + 1].flags & s.PREP or ends_clause(sentence, at):
        return False  # "24% of all cases reported in the north"
    for index in range(at - 1, max(found.after, at - _SPEAKER), -1):
        if sentence.lowers[index] in MARKS or sentence.words[index].flags & s.AUX:
            return False
        number = sentence.numbers[index]
        if number is not None:
            return sentence.lowers[number.after] in ("%", "per cent", "percent")
    return False


def reports_other(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what was reported of another thing: "9 km from Tano, after the floods *reported by* the mayor"."""
    if sentence.lowers[at + 1] != "by" or sentence.words[at - 1].flags & (s.AUX | s.SUB):
        return False
    if sentence.lowers[at] == "announced":  # "40 men met over the curfew *announced by* the mayor"
        return any(sentence.words[i].is_verb_only for i in range(found.after, at))
    for index in range(at - 1, found.after - 1, -1):
        word = sentence.words[index]
        if word.flags & s.AUX or sentence.numbers[index] is not None:
            return False
        if word.flags & s.PREP and (
            sentence.lowers[index] in _AROUND or sentence.lowers[index - 1] == "response"
        ):
            return True
    return False


def _is_told(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return (
        word.is_finite
        or word.flags & s.AUX != 0
        or word.noun is None
        and not word.flags
        and sentence.lowers[at].endswith("ed")
    )


def _told_before(sentence: Sentence, comma: int) -> bool:
    """Tell whether a clause stands before who said it, not "In the north, police said"."""
    return any(word.verbs or word.flags & s.AUX for word in sentence.words[:comma])


def addresses(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell who is spoken to and when: "told *40 donors* that", "warned *two weeks ago* that"."""
    first = found.first
    while first > at + 1 and (sentence.words[first - 1].before or sentence.words[first - 1].flags & s.DET):
        first -= 1
    if first != at + 1 or sentence.lowers[at].partition(" ")[0] not in _TELLING:
        return False
    for index in range(found.after, found.after + _ADDRESSED):
        if sentence.lowers[index] in _CONTENT:
            return True
        if sentence.words[index].verbs and sentence.words[index].noun is None or sentence.words[index].flags:
            return sentence.lowers[index] == "ago"
    return False


def is_aside(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell an aside on the speaker: "Bell, *a father of six*, said", "The paper, *signed by 12 mayors*, says"."""
    if sentence.lowers[at - 1] != "," or at - found.after > _SPEAKER:
        return False
    behind = sentence.words[at + 1]
    named = behind.noun is not None or sentence.is_capital(at + 1) or sentence.words[at + 1].flags & s.DET
    comma = sentence.lowers.index(",")
    if named or not comma < found.first or "," in sentence.lowers[comma + 1 : at - 1]:
        return False
    opener = sentence.words[comma + 1]
    told = opener.flags & s.DET or sentence.lowers[comma + 1].endswith("ed")
    return bool(told) and not any(
        word.flags & s.AUX or word.is_finite or sentence.numbers[index] is not None
        for index, word in enumerate(sentence.words[:comma])
    )


def is_of_other(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what is believed of others: "12 were killed and *40 are believed to be* trapped", "and *is said to be*"."""
    if not sentence.lowers[at].endswith((" be", " have", " to")):
        return False
    start = at
    while start > found.after and sentence.words[start - 1].flags & (s.BE | s.HAVE | s.TRANSPARENT):
        start -= 1
    if start == at:
        return False  # "12 people believed to be trapped"
    for index in range(start - 1, max(found.after, start - _SPEAKER), -1):
        word = sentence.words[index]
        if word.flags & s.CONJ:
            done = any(w.flags & s.BE or w.is_verb_only for w in sentence.words[found.after : index])
            first = found.first - (sentence.words[found.first - 1].before is not None)
            return done or sentence.words[first - 1].verbs != () and sentence.words[first - 1].noun is None
        if word.is_verb_only or word.flags & (s.AUX | s.REL) or sentence.lowers[index] in MARKS:
            break
    return False
