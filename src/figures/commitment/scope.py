"""The scope of a cue of commitment: which numbers of its sentence it covers."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.cues import SOURCE, has_own_verb
from figures.lexicon import senses as s
from figures.records import Bound, Certainty
from figures.tokens import Sentence

#: Weakest first; the strongest covering cue wins.
STRENGTH = {certainty: rank for rank, certainty in enumerate(Certainty)}

_ATTRIBUTED = Certainty.ATTRIBUTED
_BREAKS = frozenset((";", "—", "–", ":", "|", "•"))
#: Tokens between a cue and the farthest number of its clause, where the number follows and where it leads.
_CLAUSE, _CLAUSE_BACK = 40, 12
_PHRASE, _PHRASE_WITH_VERB = 10, 6


def commit(sentence: Sentence, found: Candidate, cues: list[tuple[int, s.CertaintyCue]]) -> None:
    """Give a number the strongest commitment whose scope covers it."""
    best: s.CertaintyCue | None = None
    for at, cue in cues:
        if not _covers(sentence, found, at, cue):
            continue
        found.cue_spans += ((sentence.starts[at], sentence.ends[at], cue.cue_class),)
        if best is None or STRENGTH[cue.certainty] > STRENGTH[best.certainty]:
            best = cue
        if cue.bound is not None and found.bound is Bound.EXACT and found.kind not in ("vague", "zero"):
            found.bound = cue.bound
            found.text_start = min(found.text_start, sentence.starts[at])
    if best is not None:
        found.certainty = best.certainty


def _covers(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue) -> bool:
    """Tell whether a number stands in the scope of a cue."""
    leads = at < found.first
    if cue.scope == "number":
        return leads and _is_beside(sentence, found, at)
    if cue.forward and not leads:
        return False
    if cue.scope == "sentence":
        if leads or cue.certainty is not _ATTRIBUTED or cue is SOURCE:
            return True
        return not _speaks(sentence, found, at)
    if cue.scope == "phrase":
        return _in_phrase(sentence, found, at)
    return _in_clause_behind(sentence, found, at) if leads else _in_clause_before(sentence, found, at)


def _in_phrase(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a cue reaches a number as part of its own phrase or list."""
    if at > found.first:
        gap = range(found.after, at)
        return len(gap) <= _PHRASE and not any(_splits(sentence, i) or _lists(sentence, i) for i in gap)
    gap = range(at + 1, found.first)
    if _other_clause(sentence, gap) or any(_splits(sentence, i) for i in gap):
        return False
    if len(gap) > 2 and has_own_verb(sentence, found.after):
        return len(gap) <= _PHRASE_WITH_VERB and not any(_lists(sentence, i) for i in gap)
    return len(gap) <= _PHRASE


def _splits(sentence: Sentence, index: int) -> bool:
    """Tell whether a token ends the reach of a phrase cue."""
    return sentence.lowers[index] in ";:|()" or bool(sentence.words[index].flags & (s.CONTRAST | s.REL))


def _lists(sentence: Sentence, index: int) -> bool:
    """Tell whether a token stands between the members of a list, or is one that is counted."""
    if sentence.numbers[index] is not None or sentence.lowers[index] == ",":
        return True
    return bool(sentence.words[index].flags & s.CONJ)


def _other_clause(sentence: Sentence, gap: range) -> bool:
    """Tell whether a conjunction opens a clause with its own auxiliary: ", and the army has closed"."""
    joined = False
    for index in gap:
        flags = sentence.words[index].flags
        joined = joined or bool(flags & s.CONJ)
        if joined and flags & (s.BE | s.HAVE):
            return True
    return False


def _in_clause_behind(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether the clause of a cue goes on up to a number behind it."""
    if found.first - at - 1 > _CLAUSE:
        return False
    relative = any(word.flags & s.REL for word in sentence.words[max(0, at - 3) : at])
    for index in range(at + 1, found.first):
        if _breaks(sentence, index):
            return False
        # ", which could displace 5,800 families, cost ..."
        if sentence.lowers[index] == "," and (relative or _opens_clause(sentence, index + 1)):
            return False
    return True


def _in_clause_before(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a number before a cue stands in its clause, and has no verb of its own."""
    first, last = found.after, at
    if at and sentence.words[at - 1].flags & s.CONJ:
        return False  # "displaced 4,100 people and could isolate"
    while last > first and sentence.words[last - 1].flags & (s.BE | s.HAVE | s.TRANSPARENT):
        last -= 1  # the auxiliaries of the cue itself
    if last - first > _CLAUSE_BACK:
        return False
    for index in range(first, last):
        word = sentence.words[index]
        if _breaks(sentence, index) or sentence.lowers[index] == "," and last - first > 8:
            return False
        if word.flags & (s.BE | s.HAVE) or word.is_verb_only and word.forms & (s.PAST | s.THIRD):
            return False
    return True


def _breaks(sentence: Sentence, index: int) -> bool:
    return bool(sentence.words[index].flags & s.CONTRAST) or sentence.lowers[index] in _BREAKS


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause begins behind a comma: ", and the army has closed ...", ", cost $90 million"."""
    word = sentence.words[index]
    if word.flags & s.CONJ and any(w.flags & s.AUX for w in sentence.words[index + 1 : index + 5]):
        return True
    return bool(word.is_verb_only and word.forms & (s.PAST | s.THIRD) or word.flags & s.AUX)


def _speaks(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether the number counts the speakers: "Three teachers said shelling had destroyed ..."."""
    first = found.first - 1
    while first > 0 and sentence.words[first].before is not None:
        first -= 1
    if sentence.words[first].flags & s.PREP:
        return False  # "a spokesman for the alliance of 60 nations said"
    if at - found.after > 3 or at <= found.after and found.unit_kind == "count" and found.first > 0:
        return at == found.after and found.first == 0
    between = range(found.after, at)
    if any(_is_said(sentence, i) or i > found.after and sentence.words[i].verbs for i in between):
        return False
    return any(_is_speaker(sentence, i) for i in between)


def _is_said(sentence: Sentence, index: int) -> bool:
    """Tell whether a token between number and cue shows that the number is what was said."""
    flags = sentence.words[index].flags
    return bool(flags & (s.AUX | s.PREP | s.DET)) or sentence.lowers[index] in ',”"'


def _is_speaker(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if word.noun is not None and word.plural or word.unit is not None:
        return True
    return sentence.lowers[index] == "%"


def _is_beside(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether only cues, currency signs and small words stand between a cue and the number."""
    if ":" in sentence.lowers[at + 1 : found.first] and found.first - at <= 6:
        return True  # "Estimated dead: 150"
    return found.first - at <= 5 and all(_is_small(sentence, i) for i in range(at + 1, found.first))


def _is_small(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if sentence.numbers[index] is not None:
        return False
    if word.before or word.unit or word.flags & (s.DET | s.OTHER | s.TRANSPARENT):
        return True
    return len(sentence.lowers[index]) <= 3
