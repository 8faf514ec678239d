"""The cues of commitment in a sentence, and the words that only look like one."""

from __future__ import annotations

from figures.commitment.constructions import estimates_at, holds, is_awaited
from figures.commitment.ends import ENDS
from figures.commitment.friends import SPEECH, is_false_friend, is_infinitive, is_number
from figures.commitment.given import could_only
from figures.commitment.links import finders, told_from, undertaking
from figures.commitment.lookalikes import as_infinitive, is_lookalike
from figures.commitment.modifiers import as_modifier, as_topic, in_bracket, passive_plan, to_be_helped
from figures.commitment.participles import is_attributive, is_own, is_passive
from figures.commitment.sources import SOURCE_MARKS, names_body, source_before, source_behind
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.records import Bound, Certainty
from figures.tokens import Sentence

#: A source at the end of a sentence, and one before a colon.
SOURCE = s.CertaintyCue("source", Certainty.ATTRIBUTED, "sentence")
SOURCE_SAYS = s.CertaintyCue("report", Certainty.ATTRIBUTED, "sentence")
_INDEFINITE = frozenset(("a", "another", "any", "no"))
_REPORT_OF = s.CertaintyCue("reported", Certainty.REPORTED, "sentence")
_SOURCE_BEFORE = s.CertaintyCue("source", Certainty.ATTRIBUTED, "sentence", forward=True)

_ASSERTED, _ATTRIBUTED, _REPORTED = Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.REPORTED
_DAY = 4  # tokens between a participle and "by"
_DAYS = ("today", "tonight", "yesterday")
_HEAD = 8  # tokens of a name before a colon
_SOURCE = 6  # tokens of the name of a source
#: "Was confirmed by the ministry", "documented by OHCHR".
_BY_BODY = s.CertaintyCue("found_by", Certainty.ATTRIBUTED, "sentence")
_PLAN = s.CertaintyCue("planned", Certainty.PROJECTED, "clause", forward=True)
#: "Six nurses are *due to* arrive".
_DUE = s.CertaintyCue("projected", Certainty.PROJECTED, "phrase")
#: A plan as the adjective of a noun: "expected arrivals".
_PLANNED_NOUN = s.CertaintyCue("projected", Certainty.PROJECTED, "noun")
#: What is still to be done: "the 20 tents to be delivered".
_AWAITED = s.CertaintyCue("due", Certainty.PROJECTED, "awaited")
#: "According to sources as yet unconfirmed": the whole sentence rests on them.
_UNCONFIRMED = s.CertaintyCue("unconfirmed", Certainty.UNCONFIRMED, "sentence")
_VAGUE_SOURCE = 7  # tokens between "according to" and what tells that the source is unconfirmed
#: "1,262 *reported* cases and 89 deaths": of the number before it alone.
_REPORTED_NOUN = s.CertaintyCue("report", Certainty.REPORTED, "noun")
_REPORTED_NUMBER = s.CertaintyCue("report", Certainty.REPORTED, "number")


#: "Has estimated the loss at $7 million".
_ESTIMATED_AT = s.CertaintyCue(
    "estimate", Certainty.ESTIMATED, "clause", forward=True, bound=Bound.APPROXIMATE
)


def find_cues(sentence: Sentence, lists: WordLists) -> list[tuple[int, s.CertaintyCue]]:
    """Return the cues of commitment with their tokens."""
    cues = []
    for at in sentence.cues:
        cue = _cue_at(sentence, at, lists)
        if cue is not None:
            cues.append((at, cue))
    tokens = sentence.tokens
    if "to" in tokens:
        headline = _headline_plan(sentence, lists)
        if headline is not None:
            cues.append((headline, _PLAN))
        undertaken = undertaking(sentence, lists.undertakings)
        if undertaken is not None:
            cues.append((undertaken, _PLAN))
        helped = to_be_helped(sentence) if "receive" in tokens or "get" in tokens else None
        if helped is not None:
            cues.append((helped, _AWAITED))
    if "by" in tokens:
        found_by = finders(sentence, lists)
        if found_by is not None:
            cues.append((found_by, _BY_BODY))
    if "that" in tokens and "from" in tokens:
        told = told_from(sentence, lists)
        if told is not None:
            cues.append((told, _SOURCE_BEFORE))
    if "be" in tokens:
        awaited = passive_plan(sentence)
        if awaited is not None:
            cues.append((awaited, _AWAITED))
    if cues and "(" in tokens:
        cues = [(at, in_bracket(sentence, at, cue)) for at, cue in cues]
    if not SOURCE_MARKS.isdisjoint(tokens):
        source = source_behind(sentence, lists.sources)
        if source is not None:
            cues.append((source, SOURCE))
    if ":" in tokens and ":" in sentence.lowers[1:_HEAD]:
        source = source_before(sentence, lists.sources)
        if source is not None:
            cues.append((source, _SOURCE_BEFORE))
    return cues


def _cue_at(sentence: Sentence, at: int, lists: WordLists) -> s.CertaintyCue | None:
    """Return the cue that a word is where it stands, if it is one."""
    word = sentence.words[at]
    cue = word.certainty
    if cue is None or word.flags & s.PSEUDO or sentence.numbers[at] is not None:
        return None
    saying = sentence.lowers[at].endswith(" saying")  # "was quoted as saying"
    if cue.passive is not None and not saying and is_passive(sentence, at, speech=cue.cue_class in SPEECH):
        cue = _passive(sentence, at, cue.passive, lists)
        if cue is _BY_BODY:
            return cue
    if cue.cue_class == "report" and sentence.words[at - 1].flags & s.DET and _is_unsigned(sentence, at):
        cue = _REPORT_OF
    if cue.certainty is _ATTRIBUTED and _is_nameless(sentence, at - 1):
        return _REPORT_OF
    if cue.cue_class == "reported" and _is_signed(sentence, at, lists):
        cue = SOURCE_SAYS
    if cue.certainty is _ASSERTED or not holds(sentence, at, cue.cue_class, lists):
        return None
    if cue.cue_class == "projected" and is_attributive(sentence, at):
        cue = _PLANNED_NOUN
    elif sentence.lowers[at] == "due to" and is_infinitive(sentence, at + 1):
        return _DUE if is_awaited(sentence, at) else None
    if sentence.lowers[at + 1] == "by" and cue.cue_class in ("reportedly", "suspected"):
        return s.CertaintyCue(cue.cue_class, cue.certainty, "number")  # "shot, reportedly by *two* men"
    if is_lookalike(sentence, at, cue):
        return None
    if cue.cue_class != "calls" and is_false_friend(sentence, at, word, lists):
        return None
    if sentence.lowers[at] == "could" and could_only(sentence, at):
        return None
    if cue.cue_class == "unconfirmed" and "according to" in sentence.lowers[max(0, at - _VAGUE_SOURCE) : at]:
        cue = _UNCONFIRMED
    if cue.cue_class == "estimate" and sentence.lowers[at] == "estimated" and estimates_at(sentence, at):
        return _ESTIMATED_AT
    if cue.certainty is _ATTRIBUTED and sentence.lowers[at - 1] == "to":
        return as_infinitive(sentence, at, cue)
    return as_topic(sentence, at, as_modifier(sentence, at, cue, lists.opinions))


def _passive(sentence: Sentence, at: int, cue: s.CertaintyCue, lists: WordLists) -> s.CertaintyCue:
    """Return what a participle without a speaker is: "was reported", "reported by the ministry", "a reported 300"."""
    by = "by" in sentence.lowers[at + 1 : at + _DAY] and " " not in sentence.lowers[at]
    if by and _is_by(sentence, at + 1, lists):
        return _BY_BODY
    if cue.certainty is not _REPORTED:
        return cue
    if "according to" in sentence.tokens and _has_body(sentence, lists):
        return _BY_BODY  # "600 cases were reported, *according to the ministry*"
    if is_own(sentence, at):
        return _REPORTED_NOUN
    single = sentence.words[at - 1].flags & s.DET and is_number(sentence, at + 1)
    return _REPORTED_NUMBER if single else cue


def _has_body(sentence: Sentence, lists: WordLists) -> bool:
    """Tell a named body from "according to reports" and "according to local media"."""
    return names_body(sentence, sentence.lowers.index("according to") + 1, lists.sources - lists.unnamed)


def _is_unsigned(sentence: Sentence, at: int) -> bool:
    """Tell a report of nobody in particular: "a report *that* 40 people died", "a report *of* 40 deaths"."""
    if sentence.lowers[at + 1] == "that":
        return True
    of = sentence.lowers[at + 1] == "of" and sentence.lowers[at - 1] in _INDEFINITE
    return of and sentence.lowers[at - 2] != "according to"


def _is_nameless(sentence: Sentence, at: int) -> bool:
    """Tell sources of which nothing is said: "*Sources* have reported that", not "media sources said"."""
    while at > 0 and sentence.words[at].flags & (s.HAVE | s.TRANSPARENT):
        at -= 1
    return sentence.lowers[at] == "sources" and (at == 0 or sentence.lowers[at - 1] == ",")


def _is_by(sentence: Sentence, at: int, lists: WordLists) -> bool:
    """Tell who confirmed or reported something: "was reported *on Monday by the ministry*"."""
    at += sentence.lowers[at] == "on"
    at += sentence.words[at].flags & s.WEEKDAY != 0 or sentence.lowers[at] in _DAYS
    return sentence.lowers[at] == "by" and names_body(sentence, at + 1, lists.sources - lists.unnamed)


def _is_signed(sentence: Sentence, at: int, lists: WordLists) -> bool:
    """Tell reports with a name: "UNHCR reports that", "reports from the ministry"."""
    token = sentence.lowers[at]
    if token == "reports that":
        return _has_subject(sentence, at)
    if token != "reports from" or sentence.words[at - 1].certainty is not None:
        return False
    return _is_from_source(sentence, at + 1, lists)


def _headline_plan(sentence: Sentence, lists: WordLists) -> int | None:
    """Find the "to" of a headline that announces: "UN to vaccinate 600,000"."""
    if "to" not in sentence.lowers[1:4]:
        return None
    for at in range(1, min(4, sentence.size - 1)):
        if sentence.lowers[at] == "to" and is_infinitive(sentence, at + 1):
            if sentence.lowers[at - 1].endswith("ed") or sentence.lowers[at - 1] in lists.achieved:
                return None  # "the ministry continued to feed 300 people"
            plain = all(not word.is_verb_only and not word.flags & s.AUX for word in sentence.words[:at])
            return at if plain and not any(sentence.numbers[:at]) else None
    return None


def _is_from_source(sentence: Sentence, first: int, lists: WordLists) -> bool:
    """Tell who reports from where they do: "reports from *the ministry of health* say", not "from the area"."""
    for index in range(first, first + _SOURCE):
        word, token = sentence.words[index], sentence.lowers[index]
        if token.rpartition(" ")[2] in lists.sources:
            return token not in lists.unnamed
        if sentence.numbers[index] is not None or token in ENDS or word.flags & ~(s.DET | s.PREP):
            return False
        if word.is_verb_only:
            return False
    return False


def _has_subject(sentence: Sentence, at: int) -> bool:
    """Tell the verb of a named body from the noun: "UNHCR reports that ...", not "media reports that ..."."""
    at -= (
        sentence.lowers[at - 1] in ",)"
    )  # "the broadcaster, NRB, reports that", "the Observatory (SOHR) reports"
    before = sentence.words[at - 1]
    return (
        at > 0
        and sentence.is_capital(at - 1)
        and not before.flags & ~s.IDENTIFIER
        and not before.adjectives
        and not (before.plural and before.noun is None)
    )
