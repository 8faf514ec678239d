"""What stands between a number and the plan for it: "12 people *hurt in a blast* will", "*Backed by* $2m, it will"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.turns import TURN, finite
from figures.lexicon import senses as s
from figures.tokens import Sentence

_DASHES = frozenset("-–—")
#: What opens a phrase on what is so already, its comma before the subject of a plan.
_GIVEN = frozenset(
    (
        *(
            "after",
            "amid",
            "because of",
            "besides",
            "despite",
            "due to",
            "following",
            "given",
            "in addition to",
        ),
        *("in spite of", "thanks to", "unlike"),
    )
)
_POINTING = frozenset(("these", "those"))
_ALL = frozenset(("all", "its", "our", "the", "their"))
#: What opens a purpose; its clause may have no comma behind it.
_PURPOSES = frozenset(("in order to", "so as to", "to"))
_RISE = frozenset(("climb", "grow", "increase", "rise", "soar", "worsen"))
_FINITE = ("are ", "is ", "was ", "were ")
_IFS = frozenset(("as soon as", "even if", "if", "once", "should", "unless", "until", "when"))
_NEAR = 4  # tokens between "and" and the object of the next verb
_OPENING = 3  # tokens before "to" in a headline
_WITH = 2  # tokens before a number that "with" opens
_APART = frozenset(("all", "the", "these", "those", "with"))
_BE_FINITE = s.BE | s.MODAL


def is_dash(sentence: Sentence, at: int) -> bool:
    """Tell a dash between two phrases from a hyphen."""
    return sentence.lowers[at] in _DASHES and not sentence.adjacent(at)


def is_fronted(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number in a phrase before the subject of a plan: "*After 12 deaths*, he may", "*Hit by 9*, it will"."""
    if "," in sentence.lowers[: found.first]:
        return False
    if sentence.lowers[0] in _GIVEN or found.first <= _WITH and sentence.lowers[0] == "with":
        unit = sentence.words[found.after].unit
        return unit is None or unit.kind != "time"  # not "after two weeks"
    word = sentence.words[0]
    done = word.forms & s.PARTICIPLE or word.strange and sentence.lowers[0].endswith("ed")
    return bool(done) and sentence.words[1].flags & s.PREP != 0


def is_there(sentence: Sentence, found: Candidate) -> bool:
    """Tell places that are there whatever is planned: "will be handed out in *these two* wards", "in *all nine*"."""
    before, unit = sentence.lowers[found.first - 1], sentence.words[found.after].unit
    if before in _POINTING:
        return sentence.words[found.first - 2].flags & s.PREP != 0 and (unit is None or unit.kind != "time")
    led = before == "in all" or sentence.words[found.first - 2].flags & s.PREP
    if before != "in all" and before not in _ALL and not before.endswith(s.OWNS) or not led:
        return False
    noun = sentence.words[found.after].noun
    return noun is not None and noun.cls == "place"


def has_begun(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell the main clause behind a purpose: "*In order to* help the hurt partners *are* sending 12 trucks"."""
    if sentence.lowers[at] not in _PURPOSES or at > _OPENING:
        return False
    for index in range(at + 2, found.first):
        if sentence.words[index].flags & (s.REL | s.SUB) and not sentence.words[index].flags & s.PREP:
            return False
        if sentence.words[index].flags & (s.BE | s.HAVE) and sentence.lowers[index - 1] != "to":
            return not sentence.words[index - 1].flags & (s.MODAL | s.CONJ)
    return False


def rises(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell how high something is that is to rise: "the toll of *12* is expected to rise", not "12 may rise up"."""
    if sentence.lowers[at + 1] not in _RISE:
        return False
    if sentence.words[found.first - 1].flags & s.LEVEL:
        return True  # "the toll, now at 12, is expected to rise"
    of = sentence.lowers[found.first - 1] == "of"
    return of and sentence.words[found.first - 2].flags & s.SIZE != 0


def has_own_subject(sentence: Sentence, first: int, last: int) -> bool:
    """Tell a plan with a subject of its own behind a comma: "damage to 12 chimneys, *some* may fall"."""
    between = sentence.lowers[first:last]
    quoted = not sentence.lowers[0].isalnum()  # "“By digging 12 wells, they will"
    if between.count(",") != 1 or sentence.lowers[quoted] in _IFS or sentence.words[quoted].flags & s.PREP:
        return False
    opener = first + between.index(",") + 1
    word = sentence.words[opener]
    if opener >= last or sentence.numbers[opener] is not None or word.forms & (s.PRESENT | s.PARTICIPLE):
        return False
    if word.flags & (s.REL | s.CONJ | s.PREP | s.TRANSPARENT | s.INCLUSION | s.SUB):
        return False
    return not any(sentence.words[i].flags & s.CONJ or sentence.lowers[i] == ")" for i in range(opener, last))


def leaves_plan(sentence: Sentence, found: Candidate, at: int, index: int) -> bool:
    """Tell a deed that is done behind a plan: "did not want to stay *and called* 20 men", and a bracket with a verb."""
    if sentence.lowers[index] == "(":  # "the chance of a link (*nine* masts *are* ready)"
        inside = ")" not in sentence.lowers[index : found.first]
        return inside and finite(sentence, found.after, found.after + TURN) is not None
    if not sentence.words[index].flags & s.CONJ:
        return False
    word = sentence.words[index + 1]
    bare = not word.forms and word.noun is None and sentence.lowers[index + 1].endswith("ed")
    if not (bare and found.first - index <= _NEAR) and not (word.is_finite and word.forms & s.PAST):
        return False
    if word.forms & s.BASE or sentence.words[index - 1].forms & s.PAST or word.certainty is not None:
        return False
    return not any(w.flags & (s.BE | s.HAVE) for w in sentence.words[at - 1 : index])


def is_occasion(sentence: Sentence, found: Candidate, index: int) -> bool:
    """Tell what a demand follows: "demanded tests *after the death of one* guard", "*after being* stuck for 9 days"."""
    if sentence.lowers[index] not in ("after", "following"):
        return False
    unit = sentence.words[found.after].unit
    return sentence.lowers[index + 1] in ("being", "having") or unit is None or unit.kind != "time"


def is_finite_cue(sentence: Sentence, last: int, at: int) -> bool:
    """Tell a plan with a verb of its own: "will", "are expected to", not "expected to"."""
    flags = sentence.words[at].flags | sentence.words[last].flags
    return flags & _BE_FINITE != 0 or sentence.lowers[at].startswith(_FINITE)


def is_reduced(sentence: Sentence, found: Candidate, index: int, last: int) -> bool:
    """Tell a clause on the counted before the verb of a plan: "people *affected by war* will", "who *fled* will"."""
    if sentence.lowers[found.first - 1] in _APART or sentence.lowers[found.first - 2] == "with":
        return False  # "*the four* held in Oru will", "*with only* 12 left to play he will"
    if "," in sentence.lowers[found.after : last]:
        return False
    if any(sentence.words[i].flags & (s.CONJ | s.CONTRAST) for i in range(found.after, last)):
        return False
    before, word = sentence.words[index - 1], sentence.words[index]
    relative = before.flags & s.REL or sentence.words[index - 2].flags & s.REL
    plain = not before.flags or sentence.lowers[index - 1] == "those"
    if not relative and (word.flags & s.AUX or not word.forms & s.PARTICIPLE or not plain):
        return False
    behind = index + 1
    led = (
        behind == last
        or sentence.words[behind].flags & s.PREP
        or sentence.lowers[index].endswith((" by", " from", " in"))
    )
    if not relative and not led:
        return False
    return not any(
        sentence.words[i].flags & s.SUB
        and not sentence.words[i].flags & s.PREP
        or sentence.words[i].certainty is not None
        and not sentence.words[i].flags & s.MONTH
        for i in range(behind, last)
    )
