"""What is asked for and not given, and what rises to a sum or a rate and is done nothing with."""

from __future__ import annotations

from figures.clause import Evidence
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_DEMAND = 5  # tokens between a demand and the release that it is for
_ASKED = 10  # tokens between a demand and the payment that it is for
_AS_AID = 10  # tokens behind money that may hold "in aid"


def is_demanded(sentence: Sentence, lexicon: Compiled, evidence: Evidence) -> bool:
    """Tell a release that is only asked for: "to demand the release of two students"."""
    if evidence.category != "people.rescued" or evidence.rule != "nominal":
        return False
    return not lexicon.lists.demands.isdisjoint(sentence.lowers[max(0, evidence.at - _DEMAND) : evidence.at])


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
