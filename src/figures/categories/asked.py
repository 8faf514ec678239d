"""What is asked for or meant and not given, and what rises to a sum or a rate and is done nothing with."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.clause.evidence import OBJECT, RECIPIENT, STOP, SUBJECT, Reading, form_of, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.records import Certainty
from figures.tokens import Sentence

_DISPUTED, _PROJECTED = Certainty.DISPUTED, Certainty.PROJECTED

_DEMAND = 5  # tokens between a demand and the release that it is for
_ASKED = 10  # tokens between a demand and the payment that it is for
_AS_AID = 10  # tokens behind money that may hold "in aid"
_OPENING = 2  # tokens before a verb that may open a plea
_ENOUGH = 4  # tokens between "enough" and what something is for
_NEEDS = 7  # tokens from needs back to the verb that meets them
_MEANT = 24  # tokens between a purpose and what was done for it
_GOODS = frozenset(("good", "house", "infrastructure", "refuge"))
_GIVEN = Reading(form_of(s.PAST | s.PARTICIPLE, RECIPIENT, SUBJECT))
_BROUGHT = Reading(form_of(s.PAST | s.PARTICIPLE, OBJECT))


def is_demanded(sentence: Sentence, lexicon: Compiled, evidence: Evidence) -> bool:
    """Tell a release that is only asked for: "to demand the release of two students"."""
    if evidence.category != "people.rescued" or evidence.rule != "nominal":
        return False
    return not lexicon.lists.demands.isdisjoint(sentence.lowers[max(0, evidence.at - _DEMAND) : evidence.at])


def needs_met(sentence: Sentence, lexicon: Compiled, evidence: Evidence) -> Evidence:
    """Read needs that something is done about: "kits *to address the hygiene* needs of 300 girls"."""
    if evidence.category != "people.in_need" or evidence.rule != "nominal":
        return evidence  # most of all
    for at in range(evidence.at - 1, max(-1, evidence.at - _NEEDS), -1):
        if sentence.lowers[at] in lexicon.lists.meeting:
            return Evidence("people.reached", at, "object")
        if sentence.lowers[at] in STOP or sentence.numbers[at] is not None:
            break
    return evidence


def is_begged(sentence: Sentence, lexicon: Compiled, verb: int) -> bool:
    """Tell goods that are asked for: "*please* send 40 tents", "can *you* bring 20 mats", "send *us* 9 cots"."""
    form = sentence.words[verb].forms
    if not form & s.BASE or form & s.PAST:
        return False
    pleas = lexicon.lists.pleas
    return sentence.lowers[verb - 1] in pleas or sentence.lowers[verb + 1] in ("me", "us") and verb < _OPENING


def is_meant(sentence: Sentence, lexicon: Compiled, verb: int) -> bool:
    """Tell aid that something is for, "an appeal *to assist* 300", from aid given: "gave kits to help 300"."""
    at = verb - 1
    while sentence.words[at].flags & s.TRANSPARENT:
        at -= 1  # "to *further* support"
    if at < 1 or sentence.lowers[at] != "to":
        return False
    before = at - 1
    while before > 0 and sentence.words[before].flags & s.TRANSPARENT:
        before -= 1
    able = sentence.words[before - 1].flags & s.BE == 0 or sentence.lowers[before] not in lexicon.lists.begun
    token = sentence.lowers[before]
    if able and token in lexicon.lists.achieved or token in lexicon.lists.denials:
        return False  # "was able to reach", "began to feed", but "a drive was begun to feed"
    for index in range(before, max(-1, before - _MEANT), -1):
        word, token = sentence.words[index], sentence.lowers[index]
        if token in STOP:
            break
        if token in lexicon.lists.done:
            return False
        if word.forms & (s.PAST | s.PARTICIPLE) and word.noun is None:
            reached = says(lexicon, word, _GIVEN, ("person",))
            if reached is None and says(lexicon, word, _BROUGHT, ("good",)) == "aid.delivered":
                reached = "people.reached"  # "water was *trucked* to support 300"
            return (
                reached != "people.reached"
                or _is_plan(sentence, index - 1)
                or _suffices(sentence, lexicon, at)
            )
    return True


def _is_plan(sentence: Sentence, at: int) -> bool:
    """Tell what is issued with no aid in it yet: "an *appeal was* issued"."""
    while sentence.words[at].flags & (s.AUX | s.TRANSPARENT):
        at -= 1
    noun = sentence.words[at].noun
    return noun is not None and noun.category == "funding.required"


def _suffices(sentence: Sentence, lexicon: Compiled, to: int) -> bool:
    """Tell "brought *enough* rice to feed"."""
    return not lexicon.lists.enough.isdisjoint(sentence.lowers[max(0, to - _ENOUGH) : to])


def needs_more(sentence: Sentence, evidence: Evidence) -> Evidence:
    """Take those who need other goods too for people in need: "who need food, *tents* and medicine"."""
    at = evidence.at + 1
    if not sentence.lowers[at - 1].endswith(("food", "aid")):
        return evidence
    if sentence.lowers[at] != "," and not sentence.words[at].flags & s.CONJ:
        return evidence
    while sentence.lowers[at] == "," or sentence.words[at].flags & (s.CONJ | s.OTHER):
        at += 1
    noun = sentence.words[at].noun
    others = noun is not None and noun.cls in _GOODS and noun.surface != "food"
    return evidence._replace(category="people.in_need") if others else evidence


def mean(found: Candidate, verb: int) -> None:
    """Take a number as planned whose aid something is for."""
    sentence, at = found.sentence, verb - 1
    while sentence.words[at].flags & s.TRANSPARENT:
        at -= 1
    if found.certainty is _PROJECTED or found.certainty is _DISPUTED or sentence.lowers[at] != "to":
        return
    found.certainty = _PROJECTED
    found.cue_spans += ((sentence.starts[at], sentence.ends[at], "planned"),)


def is_aid(sentence: Sentence, at: int) -> bool:
    """Tell money that is given as aid, whoever asks for it: "$4bn (£3bn) a year *in aid*"."""
    for index in range(at, at + _AS_AID):
        token = sentence.lowers[index]
        if token in STOP or token == ",":
            return False
        if token.startswith("in ") and sentence.words[index].adjectives:
            return True
    return False


def asked_for(sentence: Sentence, lexicon: Compiled, at: int) -> str:
    """Read what others are to pay: "wants the firm *to invest* $3m", an appeal in "urged donors *to give* $4m"."""
    category, link = "funding.other", ""
    for index in range(at - 1, max(-1, at - _ASKED), -1):
        token = sentence.lowers[index]
        word = sentence.words[index]
        wants = token in lexicon.lists.wanting
        if wants or word.flags & s.ORDER_VERB and word.noun is None:
            asked = link != "" and (wants or link == "to") and sentence.lowers[index + 1] != "to"
            return category if asked else ""  # "told the press that", "wants to invest"
        if token in lexicon.lists.givers:
            category = "funding.required"
        elif token in ("to", "that"):
            link = token
        elif token in STOP or token == "," or sentence.numbers[index] is not None:
            break
    return ""


def is_raised(sentence: Sentence, at: int) -> bool:
    """Tell what rises to a sum, which nobody gives: "*raised* its bid to $3m", "lowered its *offer* to $2m"."""
    word = sentence.words[at]
    return word.flags & s.CHANGE_VERB != 0 or sentence.words[at - 1].flags & s.DET != 0 and not word.nominals


def is_risen_to(sentence: Sentence, at: int) -> bool:
    """Tell what a rate rose to, which is no subject: "the rate, *slipping to* 3% before recovering"."""
    if sentence.words[at].flags & s.LEVEL:
        return True
    return sentence.lowers[at] in ("to", "from") and sentence.words[at - 1].flags & s.CHANGE_VERB != 0
