"""The clause of a cue of commitment: how far it goes on behind the cue, and before it."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.ends import ENDS
from figures.commitment.friends import has_own_verb, is_number
from figures.commitment.objects import (
    has_past_before,
    has_verb_before,
    in_aside,
    in_object_of,
    is_given,
)
from figures.commitment.reduced import (
    has_begun,
    has_own_subject,
    is_dash,
    is_finite_cue,
    is_fronted,
    is_occasion,
    is_reduced,
    is_there,
    leaves_plan,
    rises,
)
from figures.commitment.speech import goes_on
from figures.commitment.turns import (
    BREAKS,
    MARKS,
    TURN,
    finite,
    in_past_clause,
    is_cause,
    lists_behind,
    may_turn,
    opens_main_clause,
    turns_back,
)
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.records import Certainty
from figures.tokens import Sentence

_ATTRIBUTED, _REPORTED, _PROJECTED = Certainty.ATTRIBUTED, Certainty.REPORTED, Certainty.PROJECTED
#: Tokens between a cue and the farthest number of its clause, where it follows and where it leads.
_CLAUSE, _CLAUSE_BACK = 40, 20
_SUBJECT = 5  # tokens of a subject up to its verb
_VERB = 5  # tokens up to the verb of a relative clause
_THESE = frozenset(("the", "these", "those"))
_PURPOSE = frozenset(("in", "with"))  # as "in a bid to", "with a view to" begin
_WHICH = frozenset(("which", "who", "whose"))


def in_clause_behind(
    sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue, lists: WordLists
) -> bool:
    """Tell whether the clause of a cue goes on up to a number behind it."""
    projected, prospect = cue.certainty is _PROJECTED, cue.cue_class == "prospect"
    if found.first - at - 1 > _CLAUSE or projected and _is_outside(sentence, found, at):
        return False
    relative = any(word.flags & s.REL for word in sentence.words[max(0, at - 3) : at])
    colon = sentence.lowers[at + 1] == ":"  # of a label: "Target: 900,000"
    plans = (
        projected
        and not sentence.words[at].flags & s.SUB
        and "if" not in sentence.lowers[max(0, at - _CLAUSE) : at]
    )
    aside = _aside_end(sentence, at)
    for index in range(at + 1 + colon, found.first):
        token, word = sentence.lowers[index], sentence.words[index]
        if (word.flags & s.CONTRAST or token in BREAKS) and not (
            _is_elliptic(sentence, found, index)
            or token == ":"
            and lists_behind(sentence, index, found)
            or plans
            and token == ";"
            and _lists_deeds(sentence, index + 1)
        ):
            return False
        other = word.certainty
        if other is not None and other.certainty is _ATTRIBUTED and goes_on(sentence, index):
            return False  # "plans to feed 3.8 million, adding that 400 trucks were there"
        if token == ",":
            # ", which could displace 5,800 families, cost ..."
            if index != aside and (relative or _opens_clause(sentence, index + 1)):
                return False
            if _closes_aside(sentence, at, index):
                return False
            if plans and (_has_subject(sentence, index + 1) or opens_main_clause(sentence, found, at, index)):
                return False
        if projected:
            occasion = cue.cue_class == "resolved" and is_occasion(sentence, found, index)
            if occasion or leaves_plan(sentence, found, at, index):
                return False
            if may_turn(sentence, index, lists) and turns_back(sentence, found, index):
                return False
            if token in lists.causes and is_cause(sentence, index):
                return False
        if word.flags & s.CONJ and sentence.lowers[index + 1] == "there":
            return False  # "36 were reported hurt and there are 11 missing"
        if prospect and word.is_verb_only and word.forms & s.PAST:
            return False  # "the prospect of a siege drove out 12 families"
    return not _is_next_clause(sentence, found, at)


def _aside_end(sentence: Sentence, at: int) -> int:
    """Return the comma that closes an aside before the verb of a cue, or -1: "would, on average, cost"."""
    if sentence.lowers[at + 1] == "," and "," in sentence.lowers[at + 2 : at + 2 + _VERB]:
        return sentence.lowers.index(",", at + 2)
    return -1


def _is_outside(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what a plan leaves as it is: places that are there, the main clause behind a purpose."""
    return is_there(sentence, found) or has_begun(sentence, found, at)


def _closes_aside(sentence: Sentence, at: int, comma: int) -> bool:
    """Tell the comma behind a cue that stands aside: "the fund, *aimed at* cutting hunger, awards $9 million"."""
    behind = comma + 1
    if sentence.lowers[at - 1] == "," and at > 1 and sentence.words[behind].forms & (s.THIRD | s.PAST):
        return True
    # "in a bid to slow the fire, forcing 300 people to leave"
    return sentence.lowers[at].partition(" ")[0] in _PURPOSE and sentence.lowers[behind].endswith("ing")


def _is_next_clause(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell the subject of a second verb: "may have killed 30 people *and thousands are* homeless"."""
    if not sentence.words[found.left - 1].flags & s.CONJ:
        return False
    bound = sentence.lowers[at].endswith((" to", " to have")) or sentence.words[at].flags & s.MODAL
    return (
        bool(bound)
        and has_own_verb(sentence, found.after)
        and "if" not in sentence.lowers[max(0, at - _CLAUSE) : at]
    )


def in_clause_before(
    sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue, lists: WordLists
) -> bool:
    """Tell whether a number before a cue stands in its clause, and has no verb of its own."""
    first, last = found.after, at
    while last > first and sentence.words[last - 1].flags & (s.BE | s.HAVE | s.TRANSPARENT):
        last -= 1  # the auxiliaries of the cue itself
    if last and sentence.words[last - 1].flags & s.CONJ:
        return False  # "displaced 4,100 people and could isolate", "and was believed to hold them"
    if cue.certainty is not _REPORTED and in_aside(sentence, found, at):
        return False
    projected = cue.certainty is _PROJECTED
    if projected and _is_settled(sentence, found, at, last, lists):
        return False
    if sentence.lowers[last - 1] == ",":  # "8,900 incidents, including clashes and shelling, were reported"
        opening = range(first, min(last - 1, first + 5))
        aside = (
            i for i in opening if sentence.lowers[i] == "," and sentence.words[i + 1].flags & s.INCLUSION
        )
        if "(" not in sentence.lowers[first:last]:  # "(71%), with 4 bought (with rain, expected soon)"
            last = next(aside, last)
    free = not sentence.words[found.first - 1].flags & (s.DET | s.PREP)
    listed = (
        free
        and "," in sentence.lowers[first:last]
        and any(sentence.lowers[i] == "," and is_number(sentence, i + 1) for i in range(first, last))
    )
    if last - first > (_CLAUSE_BACK if listed or cue.certainty is _REPORTED else TURN):
        return False
    parted = projected and "," in sentence.lowers[first:last]
    if parted and (is_fronted(sentence, found) or has_own_subject(sentence, first, last)):
        return False
    return _reaches_back(sentence, found, at, cue, last, listed=listed)


def _is_settled(sentence: Sentence, found: Candidate, at: int, last: int, lists: WordLists) -> bool:
    """Tell what is so already before a plan: "a gift of $5m, which will", "a toll of 12 will rise"."""
    if not _WHICH.isdisjoint(sentence.lowers[max(found.after, at - 2) : at]):
        return True  # "a gift of $5m, which will boost the farms"
    if (
        sentence.lowers[found.first - 1] in lists.causes
        or is_given(sentence, found, at)
        or in_past_clause(sentence, found)
        or in_object_of(sentence, found, at)
        or rises(sentence, found, at)
    ):
        return True
    if sentence.lowers[at] == "likely to" and last == at and has_past_before(sentence, found):
        return True  # "fired several shots *likely to* scare them off"
    if not sentence.lowers[at].endswith("ed") or not sentence.words[at - 1].flags & (s.DET | s.PREP):
        return False
    # "reached 300 of the planned 900", "a third of its planned target"
    return sentence.words[at + 1].noun is not None or is_number(sentence, at + 1)


def _reaches_back(
    sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue, last: int, *, listed: bool
) -> bool:
    """Tell whether nothing between a number and the cue behind it ends the clause of the number."""
    first, projected = found.after, cue.certainty is _PROJECTED
    is_told = has_verb_before(sentence, found)
    if is_told and sentence.lowers[last - 1] == ",":
        return False  # "a stock which includes 300 tents, will help"
    helped = -1
    reduced = is_told or not projected or not is_finite_cue(sentence, last, at)
    for index in range(first, last):
        word = sentence.words[index]
        ends = _breaks(sentence, index) or sentence.lowers[index] == "," and last - first > 8
        if ends and not (listed and sentence.lowers[index] == "," and is_number(sentence, index + 1)):
            return False
        number = sentence.numbers[index]
        if number is not None and number.kind == "zero" and cue.certainty is _REPORTED:
            return False  # "moved 135 people with no death reported"
        if is_told and (word.flags & s.CONJ or is_dash(sentence, index)):
            return False  # "there are 20 women among the dead and the toll could rise"
        other = word.certainty
        if other is not None and projected and _tells(sentence, index, other):
            return False  # "a survey of 528 people revealed that prices could rise"
        if word.flags & (s.BE | s.HAVE) or word.is_finite:
            if index == helped:
                continue  # the participle of "who *were displaced*"
            if reduced or not is_reduced(sentence, found, index, last):
                return False
            reduced, helped = True, index + 1 if word.flags & s.AUX else -1
    return True


def _tells(sentence: Sentence, index: int, cue: s.CertaintyCue) -> bool:
    """Tell a verb of speech with a clause of its own behind it: "two ministers *said* taxes would rise"."""
    behind = sentence.words[index + 1]
    if sentence.lowers[index + 1] == "that" or sentence.lowers[index].endswith(" that"):
        return cue.certainty is _ATTRIBUTED or cue.certainty is _PROJECTED and cue.forward
    word = sentence.words[index]
    if cue.certainty is not _ATTRIBUTED or word.noun is not None or word.flags & s.PREP:
        return False
    return bool(behind.flags & (s.DET | s.PRON) or behind.noun is not None) and not behind.flags & s.MODAL


def _breaks(sentence: Sentence, index: int) -> bool:
    return sentence.words[index].flags & s.CONTRAST != 0 or sentence.lowers[index] in BREAKS


def _is_elliptic(sentence: Sentence, found: Candidate, index: int) -> bool:
    """Tell a contrast without a verb of its own: "will be 25 percent above the mean *but* 15 below the last"."""
    if not sentence.words[index].flags & s.CONTRAST or not is_number(sentence, index + 1):
        return False
    behind, token = sentence.words[found.after], sentence.lowers[found.after]
    bare = not behind.flags and behind.noun is None and behind.unit is None and not behind.adjectives
    if bare and token.isalpha() and sentence.lowers[found.after + 1] in ENDS:
        return False  # "planned to house 300 but only 40 *came*"
    return (
        not sentence.lowers[found.right].endswith("ed")
        and finite(sentence, found.after, found.after + TURN) is None
    )


def _lists_deeds(sentence: Sentence, index: int) -> bool:
    """Tell the next deed of a plan: "plans to dig 12 wells; *repairing* five; and *to train* 40 people"."""
    index += sentence.words[index].flags & s.CONJ != 0
    if sentence.lowers[index] == "to":
        return sentence.words[index + 1].forms & s.BASE != 0
    word = sentence.words[index]
    doing = word.forms & s.PRESENT or word.strange and sentence.lowers[index].endswith("ing")
    return bool(doing) or word.forms & s.BASE != 0 and word.noun is None


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause begins behind a comma: ", and the army has closed ...", ", cost $90 million"."""
    word = sentence.words[index]
    if word.flags & s.CONJ and any(w.flags & s.AUX for w in sentence.words[index + 1 : index + 5]):
        return True
    return bool(word.is_finite or word.flags & s.AUX)


def _has_subject(sentence: Sentence, index: int) -> bool:
    """Tell a subject and its verb: "with rains expected, *workers were* piling sandbags"."""
    for at in range(index + 1, min(sentence.size, index + _SUBJECT)):
        word = sentence.words[at]
        if word.flags & (s.BE | s.HAVE) or word.is_verb_only and word.forms & s.PAST:
            cue = word.certainty
            return cue is None or cue.certainty is not _ATTRIBUTED or is_number(sentence, at + 1)
        if word.flags & (s.PREP | s.CONJ | s.REL | s.SUB | s.MODAL) or sentence.numbers[at] is not None:
            return False
        if sentence.lowers[at] in MARKS:
            return False
    return False
