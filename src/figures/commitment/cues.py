"""The cues of commitment in a sentence, and the words that only look like one."""

from __future__ import annotations

from figures.commitment.constructions import estimates_at, holds, is_awaited
from figures.commitment.friends import ENDS, SPEECH, is_false_friend, is_infinitive, is_number
from figures.commitment.links import finders, undertaking
from figures.commitment.modifiers import as_modifier, as_topic, in_bracket, passive_plan
from figures.commitment.sources import names_body, source_before, source_behind
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.records import Bound, Certainty
from figures.tokens import Sentence

#: A source at the end of a sentence, and one before a colon.
SOURCE = s.CertaintyCue("source", Certainty.ATTRIBUTED, "sentence")
SOURCE_SAYS = s.CertaintyCue("report", Certainty.ATTRIBUTED, "sentence")
_SOURCE_BEFORE = s.CertaintyCue("source", Certainty.ATTRIBUTED, "sentence", forward=True)

_ASSERTED, _REPORTED = Certainty.ASSERTED, Certainty.REPORTED
_HEAD = 8  # tokens of a name before a colon
_SOURCE = 6  # tokens of the name of a source
_PAUSES = frozenset((",", ";", "(", "", "."))
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
    headline = _headline_plan(sentence, lists)
    if headline is not None:
        cues.append((headline, _PLAN))
    if "to" in sentence.lowers:
        undertaken = undertaking(sentence, lists.undertakings)
        if undertaken is not None:
            cues.append((undertaken, _PLAN))
    if "by" in sentence.lowers:
        found_by = finders(sentence, lists)
        if found_by is not None:
            cues.append((found_by, _BY_BODY))
    awaited = passive_plan(sentence)
    if awaited is not None:
        cues.append((awaited, _AWAITED))
    if cues and "(" in sentence.lowers:
        cues = [(at, in_bracket(sentence, at, cue)) for at, cue in cues]
    source = source_behind(sentence, lists.sources)
    if source is not None:
        cues.append((source, SOURCE))
    if ":" in sentence.lowers[1:_HEAD]:
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
    if cue.passive is not None and _is_passive(sentence, at, speech=cue.cue_class in SPEECH):
        if (
            sentence.lowers[at + 1] == "by"
            and " " not in sentence.lowers[at]
            and names_body(sentence, at + 2, lists.sources - lists.unnamed)
        ):
            return _BY_BODY
        cue = cue.passive
        if cue.certainty is _REPORTED and _is_own(sentence, at):
            cue = _REPORTED_NOUN
        elif (
            cue.certainty is _REPORTED
            and sentence.words[at - 1].flags & s.DET
            and is_number(sentence, at + 1)
        ):
            cue = _REPORTED_NUMBER
    if cue.cue_class == "reported":
        token = sentence.lowers[at]
        if (
            token == "reports that"
            and _has_subject(sentence, at)
            or (
                token == "reports from"
                and sentence.words[at - 1].certainty is None
                and _is_from_source(sentence, at + 1, lists)
            )
        ):
            cue = SOURCE_SAYS
    if cue.certainty is _ASSERTED or not holds(sentence, at, cue.cue_class, lists):
        return None
    if cue.cue_class == "projected" and _is_attributive(sentence, at):
        cue = _PLANNED_NOUN
    elif sentence.lowers[at] == "due to" and is_infinitive(sentence, at + 1):
        return _DUE if is_awaited(sentence, at) else None
    if sentence.lowers[at + 1] == "by" and cue.cue_class in ("reportedly", "suspected"):
        return s.CertaintyCue(cue.cue_class, cue.certainty, "number")  # "shot, reportedly by *two* men"
    if cue.cue_class != "calls" and is_false_friend(sentence, at, word, lists):
        return None
    if cue.cue_class == "unconfirmed" and "according to" in sentence.lowers[max(0, at - _VAGUE_SOURCE) : at]:
        cue = _UNCONFIRMED
    if cue.cue_class == "estimate" and sentence.lowers[at] == "estimated" and estimates_at(sentence, at):
        return _ESTIMATED_AT
    return as_topic(sentence, at, as_modifier(sentence, at, cue, lists.opinions))


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


def _is_passive(sentence: Sentence, at: int, *, speech: bool) -> bool:
    """Tell the participle without a speaker: "was reported", "a reported 300", "8 cases are confirmed"."""
    token = sentence.lowers[at].partition(" ")[0]
    if not token.endswith("ed") and token != "told":
        return False
    before, behind = sentence.words[at - 1], sentence.words[at + 1]
    if speech:  # "was explained", "are then added", but "it was announced that"
        if before.flags & s.TRANSPARENT and sentence.words[at - 2].flags & s.BE:
            before = sentence.words[at - 2]
        return before.flags & s.BE != 0 and not behind.flags & s.REL
    counted = any(
        n is not None and n.first < at and n.skipped is None for n in sentence.numbers[max(0, at - 4) : at]
    )
    if counted and not before.flags & s.BE and _reports_itself(sentence, at):
        return False
    if at == 0 or sentence.numbers[at - 1] is not None or _is_own(sentence, at):
        return True
    if at > 1 and behind.noun is not None and sentence.words[at - 2].flags & s.DET and _ranks(before):
        return True  # "the *only* reported cases"
    if before.noun is not None and before.noun.strong and sentence.lowers[at + 1] in _PAUSES:
        return True  # "civilian casualties confirmed, including 18 deaths"
    if is_number(sentence, at + 1) and not before.flags & (s.BE | s.DET):
        return False  # "... (week 9), the ministry reported 40 cases"
    if before.flags & (s.BE | s.DET) or behind.adjectives:
        return True
    named = sentence.words[at].noun is not None or behind.noun is not None
    if named and before.flags & (s.SIZE | s.OTHER) and sentence.lowers[at - 1] != "others":
        return True  # "the total confirmed cases"
    if sentence.lowers[at - 1] in "([,:" and not behind.flags & s.DET:
        return True
    if before.flags & s.TRANSPARENT and sentence.words[at - 2].flags & s.BE:
        return True
    if before.flags & s.PREP and not behind.flags & (s.REL | s.DET):
        return True  # "the number of confirmed cases"
    return counted and behind.noun is None and not behind.flags & (s.REL | s.DET)


def _is_own(sentence: Sentence, at: int) -> bool:
    """Tell an adjective between a number and its noun: "1,262 *reported* cases", not "12 reported dead"."""
    newly = sentence.words[at - 1].flags & s.TRANSPARENT != 0
    if sentence.numbers[at - 1 - newly] is None or sentence.lowers[at] != "reported":
        return False
    behind, next_ = sentence.words[at + 1], sentence.words[at + 2]
    return not behind.adjectives and (behind.noun is not None or behind.strange and next_.noun is not None)


def _ranks(word: s.Word) -> bool:
    """Tell "the *first* reported case" from "the *ministry* reported cases"."""
    return word.before is not None or word.flags & (s.TRANSPARENT | s.ORDINAL) != 0


def _is_attributive(sentence: Sentence, at: int) -> bool:
    """Tell an adjective of plans before its noun: "delayed *expected* arrivals", not "expected 300"."""
    if not sentence.lowers[at].endswith("ed") or sentence.words[at - 1].flags & (s.AUX | s.TRANSPARENT):
        return False
    noun = sentence.words[at + 1].noun
    owned = sentence.words[at - 1].flags & s.DET and sentence.words[at - 2].flags & s.PREP
    return at > 0 and noun is not None and (sentence.words[at + 1].plural or bool(owned))


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
    at -= sentence.lowers[at - 1] == ","  # "the broadcaster, NRB, reports that"
    before = sentence.words[at - 1]
    return (
        at > 0
        and sentence.is_capital(at - 1)
        and not before.flags
        and not before.adjectives
        and not before.plural
    )


def _reports_itself(sentence: Sentence, at: int) -> bool:
    """Tell a number of people who report from one that is reported: "10% reported (now) staying with friends"."""
    behind = sentence.words[at + 1]
    if " " in sentence.lowers[at]:
        return False  # "the confirmed case who"
    if behind.flags & s.TRANSPARENT or behind.strange and sentence.lowers[at + 1].endswith("ly"):
        behind = sentence.words[at + 2]
    if behind.adjectives:
        return False  # "12 reported missing"
    return bool(behind.flags & s.REL or behind.forms & s.PRESENT or behind.flags & s.STAY) or (
        behind.flags & s.HAVE != 0 and not behind.flags & s.BE
    )
