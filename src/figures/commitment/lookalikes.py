"""Words of speech that say nothing of a number: "to inform aides", "Tell Abra", "a telling blow", "than expected"."""

from __future__ import annotations

from dataclasses import replace

from figures.commitment.friends import SPEECH, is_infinitive, is_number
from figures.lexicon import senses as s
from figures.records import Certainty
from figures.tokens import Sentence

_ATTRIBUTED = Certainty.ATTRIBUTED
_SAID = 7  # tokens between an infinitive of speech and what is said
_ADDRESS = 16  # tokens of the address of a page
#: What somebody is told to do follows them: "told *them* to leave".
_TOLD = frozenset(("asked", "told", "tell", "tells", "warned", "warn", "warns"))
_NOTES = frozenset(("note", "please note", "n.b"))
_HEADS = frozenset(("comments", "highlights", "notes", "quotes", "remarks"))
_ARTICLES = frozenset(("a", "an", "the"))
_GOES_ON = frozenset(("continue", "continued", "continues", "began", "begun", "started", "able"))


def is_lookalike(sentence: Sentence, at: int, cue: s.CertaintyCue) -> bool:
    """Tell words of speech and of plans that are no such words where they stand."""
    lowers, token, before = sentence.lowers, sentence.lowers[at], sentence.words[at - 1]
    if lowers[at - 1].endswith("than") and at and not is_number(sentence, at + 1):
        return lowers[at + 1] != "to" and not token.endswith(" to")  # "faster *than expected*, hitting 9%"
    if lowers[at - 1] in "/_#@" and at and sentence.adjacent(at) and _in_address(sentence, at):
        return True
    if token == "possible" and before.flags & s.BE:
        return sentence.words[at + 1].flags & s.PREP != 0  # "tests are *possible* in nine towns"
    if lowers[at + 1] == ":" and token in _HEADS:
        return True  # "Source: NHL *Comments*: ..."
    if token == "would" and lowers[at + 1] == "like":
        return lowers[at - 1] in ("i", "we")  # a wish, and no plan
    if cue.certainty is not _ATTRIBUTED or " " in token:
        return False
    if lowers[at - 1] == "otherwise" or token == "highlights" and (at == 0 or lowers[at - 1] in _ARTICLES):
        return True  # "unless *otherwise* stated", "*Highlights* of the past 14 days"
    if token in _NOTES and (at == 0 or lowers[at - 1] in "(*[-;:" or lowers[at - 1] == "please"):
        return True  # "(*note* this is raw data)"
    if cue.cue_class in SPEECH and token.endswith("ing") and lowers[at - 1] in _ARTICLES and at:
        return not sentence.words[at + 1].flags & s.REL  # "a *telling* blow"
    if token == "tell" and sentence.is_capital(at) and sentence.is_capital(at + 1):
        return at == 0 or not sentence.is_capital(at - 1)  # "near *Tell* Abra"
    if token == "said" and sentence.is_capital(at) and sentence.is_capital(at + 1):
        return before.strange and sentence.is_capital(at - 1)  # "photo by Omar *Said* Reuters"
    if token in _TOLD and sentence.words[at + 1].flags & s.PRON and not is_number(sentence, at + 2):
        return lowers[at + 2] == "to" and is_infinitive(sentence, at + 3)  # "*told* them to disperse"
    return False


def _in_address(sentence: Sentence, at: int) -> bool:
    """Tell a part of an address or a tag: "http://hub.org/reports/view", "#reports", not "flooded/reported"."""
    if sentence.lowers[at - 1] != "/":
        return True
    for index in range(at - 1, max(0, at - _ADDRESS), -1):
        if not sentence.adjacent(index):
            return False
        if sentence.lowers[index - 1 : index + 1] == ["/", "/"]:
            return True
    return False


def as_infinitive(sentence: Sentence, at: int, cue: s.CertaintyCue) -> s.CertaintyCue | None:
    """Let what somebody is to say reach what is said only: "*to report* 40 cases", not "40 areas *to inform* aides"."""
    token = sentence.lowers[at]
    if token.endswith(("ed", "ing", "ts")) or sentence.lowers[at - 2] == "on":  # "went on to say"
        return cue
    if is_number(sentence, at + 1) or cue.cue_class == "report" and sentence.lowers[at - 2] in _GOES_ON:
        return replace(cue, forward=True)
    told = sentence.lowers[at + 1 : at + _SAID]
    return replace(cue, forward=True) if "that" in told or ":" in told else None
