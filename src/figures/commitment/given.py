"""What is so already, whatever is planned: "up from 4.4 million", "the past 50 years", somebody's age."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.speech import follows_name, is_age
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.tokens import Sentence

_MARKS = frozenset((",", '"', "'", "”", "’", "»"))
_OPENING = frozenset(('"', "“", "«", ":"))
_SPEAKER = 26  # tokens of a speaker and what is told of them
_THESE = frozenset(("the", "these", "those"))
_SINCE = frozenset(("after", "into", "since"))
_ONLY = frozenset(("barely", "hardly", "just", "merely", "only"))
_FEW = 9  # tokens between "only" before a number and "could" behind it
_FAR = ("km", "kms", "mi")
_BEARING = 2  # tokens behind a distance that say from where it is measured
_NEAR = 4  # tokens behind a number that may hold "ago" and "so far"


def is_past(sentence: Sentence, lists: WordLists, found: Candidate) -> bool:
    """Tell a number that stands for what is so already: "up from 4.4 million", "840,000 households so far"."""
    at = found.first - 1
    if sentence.lowers[at] in _THESE and sentence.lowers[at - 1] == "between":
        return True  # "efforts to mediate between the two clans"
    while at > 0 and (sentence.words[at].before is not None or sentence.words[at].flags & s.DET):
        at -= 1
    if sentence.lowers[at] in lists.now:
        now = at - 1
        while now > 0 and sentence.words[now].flags & s.DET:
            now -= 1
        if sentence.lowers[now] in lists.held_against:
            return True  # "from its current 4.75%", not "will feed the current 300 families"
    token, before = sentence.lowers[at], sentence.lowers[at - 1]
    if token in lists.gone and (" " in token or sentence.words[at - 1].flags & s.DET):
        return True  # "wanted them to repay what they had earned over the past 50 years"
    if f"{before} {token}" in lists.comparisons:
        return True
    if token == "of" and at + 1 < found.first and any(sentence.numbers[max(0, at - 3) : at]):
        return True  # "240,000 of the 410,000 affected"
    behind = sentence.lowers[found.after : found.after + _NEAR]
    if token == "with" and any(word.startswith(("still", "already")) for word in behind):
        return True  # "with 40 people still missing, the toll may rise"
    unit = sentence.words[found.after].unit
    if found.first <= 1 and unit is not None and unit.kind == "time" and behind[1] in _SINCE:
        return True  # "three months after the quake, thousands may"
    if token == "from" and "to" in behind[:3]:
        return True  # "cut from 11,500 to 9,000"
    return "ago" in behind or "so far" in behind or "so" in behind and "far" in behind


def is_gone(sentence: Sentence, lists: WordLists, found: Candidate) -> bool:
    """Tell time that is over, whatever is claimed: "accused of fraud in the last *four* days", "*two* weeks ago"."""
    before = sentence.lowers[found.first - 1]
    return before in lists.gone or "ago" in sentence.lowers[found.after : found.after + _NEAR]


def locates(sentence: Sentence, lists: WordLists, found: Candidate) -> bool:
    """Tell how far off the place before a comma lies, as nobody quotes: "told aides in Oru, *90 km* north of Pell"."""
    unit = sentence.words[found.after].unit
    far = unit.dimension == "length" if unit is not None else sentence.lowers[found.after] in _FAR
    if not far or not sentence.is_capital(found.first - 2):
        return False
    behind = sentence.lowers[found.after + 1 : found.after + 1 + _BEARING]
    return any(token.partition(" ")[0] in lists.bearings for token in behind)


def is_own_age(sentence: Sentence, found: Candidate) -> bool:
    """Tell the age somebody has already: "the 24-year-old will lead", not "will be 30 years old"."""
    if follows_name(sentence, found):
        return True  # "Mr Hague, 43, will not stand"
    return is_age(sentence, found) and not sentence.words[found.first - 1].flags & s.BE


def is_title(sentence: Sentence, found: Candidate, races: frozenset[str]) -> bool:
    """Tell a measure in the title of who is to do something: "*100m* champion Ann Brown will"."""
    at = found.after
    if sentence.words[at].unit is None and not (sentence.adjacent(at) and sentence.lowers[at].isalpha()):
        return False
    behind = sentence.words[at + 1].noun
    return sentence.lowers[at + 1] in races or behind is not None and behind.cls == "person"


def in_document(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell how long a speech is: "said in a *12-page* letter", "In its *ten-year* plan, it says"."""
    if sentence.lowers[found.after] != "-" or not sentence.adjacent(found.after):
        return False  # most of all
    first = found.first - 1
    while sentence.words[first].flags & s.DET and first > 0:
        first -= 1
    if sentence.lowers[first] != "in":
        return False
    if at < found.first:
        return at == first - 1
    opens = first == 0 or sentence.lowers[first - 1] in _MARKS
    return opens and "," in sentence.lowers[found.after : at]


def of_speaker(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what is told of a speaker behind the speech: '"We won," said Ali, who has *three* sons'."""
    if at == 0 or sentence.lowers[at - 1] not in _MARKS or found.first - at > _SPEAKER:
        return False
    relative = False
    for index in range(at + 1, found.first):
        word = sentence.words[index]
        if sentence.lowers[index] in _OPENING or word.certainty is not None:
            return False
        relative = relative or word.flags & s.REL != 0 and sentence.lowers[index] != "that"
    return relative


def could_only(sentence: Sentence, at: int) -> bool:
    """Tell to how few something was done: "*only* 12 families could be reached", "could rescue *only* 12"."""
    lowers = sentence.lowers
    if "if" in lowers:
        return False
    for index in (at + 1, at + 2):
        if lowers[index] in _ONLY and (index == at + 1 or sentence.numbers[index + 1] is not None):
            return True
    for index in range(at - 1, max(-1, at - _FEW), -1):
        if lowers[index] in _ONLY:
            return sentence.numbers[index + 1] is not None
        if lowers[index] in ",;:.":
            break
    return False
