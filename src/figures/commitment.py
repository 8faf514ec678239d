"""Commitment: the cues of a sentence that say how far it stands by its figures, and which figures each one covers.

Cues are found once per sentence. A cue covers its sentence, its clause, its own phrase or the one number beside it.
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.records import Bound, Certainty
from figures.tokens import Sentence

#: Weakest first; the strongest covering cue wins.
STRENGTH = {certainty: rank for rank, certainty in enumerate(Certainty)}

_BREAKS = frozenset((";", "—", "–", ":", "|", "•"))

_SOURCE = s.CertaintyCue("source", Certainty.ATTRIBUTED, "sentence")

_PLAN = s.CertaintyCue("planned", Certainty.PROJECTED, "clause", forward=True)


def find_cues(sentence: Sentence) -> list[tuple[int, s.CertaintyCue]]:
    cues = []
    for at, word in enumerate(sentence.words):
        cue = word.certainty
        if cue is None or word.flags & s.PSEUDO or sentence.numbers[at] is not None:
            continue
        if cue.passive is not None and _passive(sentence, at, speech=cue.cue_class == "attributed"):
            cue = cue.passive
        if cue.certainty is not Certainty.ASSERTED and not _false_friend(sentence, at, word):
            cues.append((at, cue))
    headline = _headline_plan(sentence)
    if headline is not None:
        cues.append((headline, _PLAN))
    source = _source_in_brackets(sentence)
    if source is not None:
        cues.append((source, _SOURCE))
    return cues


def _headline_plan(sentence: Sentence) -> int | None:
    """Find the "to" of a headline that announces: "UN to vaccinate 600,000"."""
    for at in range(1, min(4, sentence.size - 1)):
        if sentence.lowers[at] == "to" and any(form & s.BASE for _, form in sentence.words[at + 1].verbs):
            plain = all(
                not (w.verbs and w.noun is None) and not w.flags & s.AUX and n is None
                for w, n in zip(sentence.words[:at], sentence.numbers, strict=False)
            )
            return at if plain else None
    return None


def _source_in_brackets(sentence: Sentence) -> int | None:
    """Find a source with its date at the end of a sentence: "(OCHA, 20 September)"."""
    last = sentence.size - 1
    while last > 0 and sentence.lowers[last] in ".!":
        last -= 1
    if last < 3 or sentence.lowers[last] != ")":
        return None
    for at in range(last - 1, max(-1, last - 12), -1):
        if sentence.lowers[at] == "(":
            name = sentence.surface(at + 1, at + 2)
            dated = any(n is not None and n.skipped in ("date", "year") for n in sentence.numbers[at:last])
            return at + 1 if name.isupper() and len(name) > 1 and dated else None
    return None


def _passive(sentence: Sentence, at: int, *, speech: bool) -> bool:
    """Tell the participle without a speaker: "was reported", "a reported 300", "8 cases are confirmed"."""
    token = sentence.lowers[at].partition(" ")[0]
    if not token.endswith("ed"):
        return False
    if speech:  # "was explained", but "it was announced that"
        behind = sentence.words[at + 1] if at + 1 < sentence.size else s.UNKNOWN
        return at > 0 and bool(sentence.words[at - 1].flags & s.BE) and not behind.flags & s.REL
    if at == 0 or sentence.numbers[at - 1] is not None:
        return True
    before = sentence.words[at - 1]
    behind = sentence.words[at + 1] if at + 1 < sentence.size else s.UNKNOWN
    if (
        before.flags & (s.BE | s.DET)
        or sentence.lowers[at - 1] in "([,:"
        and behind.flags & s.DET == 0
        or behind.adjectives
    ):
        return True
    if before.flags & s.TRANSPARENT and at > 1 and sentence.words[at - 2].flags & s.BE:
        return True
    number = next((n for n in sentence.numbers[max(0, at - 4) : at] if n is not None), None)
    return (
        number is not None
        and behind.noun is None
        and not behind.flags & (s.REL | s.DET)
        and number.first < at
    )


def _false_friend(sentence: Sentence, at: int, word: s.Word) -> bool:
    """Tell words that look like a cue of commitment: the month of May, "claimed 12 lives", "adding to"."""
    cue = word.certainty
    if word.flags & s.MONTH:
        return sentence.text[sentence.starts[at]].isupper() and not sentence.words[at - 1].noun
    if cue is not None and cue.cue_class in ("claimed", "disputed", "admitted"):
        behind = at + 1
        while (
            behind < sentence.size
            and (sentence.words[behind].before or sentence.words[behind].flags & s.DET)
            and sentence.numbers[behind] is None
        ):
            behind += 1
        counted = sentence.numbers[behind] if behind < sentence.size else None
        return counted is not None and not _own_verb(sentence, counted)  # "claimed at least 12 lives"
    following = sentence.words[at + 1] if at + 1 < sentence.size else s.UNKNOWN
    if word.noun is not None and at > 0 and sentence.words[at - 1].flags & s.DET:
        return True  # "the report makes 21 recommendations", "ended the dispute"
    speech = cue is not None and cue.cue_class == "attributed"
    return speech and sentence.lowers[at].endswith("ing") and following.flags & s.PREP != 0


def commit(sentence: Sentence, found: Candidate, cues: list[tuple[int, s.CertaintyCue]]) -> None:
    """Give a number the strongest commitment whose scope covers it."""
    best: tuple[int, s.CertaintyCue] | None = None
    for at, cue in cues:
        if not _covers(sentence, found, at, cue):
            continue
        found.cue_spans.append((sentence.starts[at], sentence.ends[at], cue.cue_class))
        if best is None or STRENGTH[cue.certainty] > STRENGTH[best[1].certainty]:
            best = (at, cue)
        if cue.bound is not None and found.bound is Bound.EXACT and found.kind not in ("vague", "zero"):
            found.bound = cue.bound
            found.text_start = min(found.text_start, sentence.starts[at])
    if best is not None:
        found.certainty = best[1].certainty


def _covers(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue) -> bool:
    """Tell whether a number stands in the scope of a cue."""
    behind = at < found.first
    if cue.scope == "number":
        return _beside(sentence, found, at)
    if cue.forward and not behind:
        return False
    if cue.scope == "sentence":
        return (
            behind
            or cue.certainty is not Certainty.ATTRIBUTED
            or cue is _SOURCE
            or not _speaks(sentence, found, at)
        )
    first, last = (at + 1, found.first) if behind else (found.after, at)
    if cue.scope == "phrase":
        if behind and _other_clause(sentence, first, last):
            return False
        if behind and last - first > 2 and _own_verb(sentence, found):
            return last - first <= 6 and not any(_splits(sentence, i) for i in range(first, last))
        return last - first <= 10 and not any(_splits(sentence, i, behind) for i in range(first, last))
    if not behind:
        if at and sentence.words[at - 1].flags & s.CONJ:
            return False  # "displaced 4,100 people and could isolate"
        while last > first and sentence.words[last - 1].flags & (s.BE | s.HAVE | s.TRANSPARENT):
            last -= 1  # the auxiliaries of the cue itself
    relative = behind and any(w.flags & s.REL for w in sentence.words[max(0, at - 3) : at])
    verbs = 0
    for index in range(first, last):
        word = sentence.words[index]
        if word.flags & s.CONTRAST or sentence.lowers[index] in _BREAKS:
            return False
        if (
            word.flags & (s.BE | s.HAVE)
            or word.verbs
            and word.noun is None
            and any(form & (s.PAST | s.THIRD) for _, form in word.verbs)
        ):
            verbs += 1
            if not behind:
                return False  # the number has its own verb: "displaced 4,100 people and could isolate"
        if sentence.lowers[index] == "," and relative:
            return False  # ", which could displace 5,800 families, cost ..."
        if sentence.lowers[index] == "," and behind and _new_clause(sentence, index, verbs):
            return False
        if sentence.lowers[index] == "," and not behind and last - first > 8:
            return False
    return last - first <= (40 if behind else 12)


def _splits(sentence: Sentence, index: int, lists: bool = False) -> bool:
    """Tell whether a token ends the reach of a phrase cue; with `lists` it runs on over "and" and other numbers."""
    word = sentence.words[index]
    if sentence.lowers[index] in ";:|()" or word.flags & (s.CONTRAST | s.REL):
        return True
    return not lists and (
        sentence.numbers[index] is not None or sentence.lowers[index] == "," or bool(word.flags & s.CONJ)
    )


def _other_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a conjunction opens a clause with its own auxiliary before the number: ", and the army has closed"."""
    joined = False
    for index in range(first, last):
        word = sentence.words[index]
        joined = joined or bool(word.flags & s.CONJ)
        if joined and word.flags & (s.BE | s.HAVE):
            return True
    return False


def _own_verb(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether a finite verb follows a number in its own clause: "... and three others were injured"."""
    for index in range(found.after, min(sentence.size, found.after + 9)):
        word = sentence.words[index]
        if sentence.lowers[index] in ",;:" or word.flags & s.CONJ:
            return False
        if word.flags & (s.BE | s.HAVE):
            return True
    return False


def _speaks(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether the number counts the speakers: "Three teachers said shelling had destroyed ..."."""
    first = found.first - 1
    while first > 0 and sentence.words[first].before is not None:
        first -= 1
    if first >= 0 and sentence.words[first].flags & s.PREP:
        return False  # "a spokesman for the alliance of 60 nations said"
    if at - found.after > 3 or at <= found.after and found.unit_kind == "count" and found.first > 0:
        return at == found.after and found.first == 0
    inner = range(found.after, at)
    return not any(
        sentence.words[i].flags & (s.AUX | s.PREP | s.DET)
        or sentence.lowers[i] in ',”"'
        or i > found.after
        and sentence.words[i].verbs
        for i in inner
    ) and any(
        sentence.words[i].noun is not None
        and sentence.words[i].plural
        or sentence.lowers[i] in "%"
        or sentence.words[i].unit
        for i in inner
    )


def _new_clause(sentence: Sentence, comma: int, verbs: int) -> bool:
    """Tell whether a comma ends the clause of a cue: ", and the army has closed ...", ", cost $90 million"."""
    if comma + 1 >= sentence.size:
        return False
    behind = sentence.words[comma + 1]
    if behind.flags & s.CONJ and any(w.flags & s.AUX for w in sentence.words[comma + 2 : comma + 6]):
        return True
    return bool(
        behind.verbs
        and behind.noun is None
        and any(form & (s.PAST | s.THIRD) for _, form in behind.verbs)
        or behind.flags & s.AUX
    )


def _beside(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether only cues, currency signs and small words stand between a cue and the number."""
    if at > found.first:
        return False
    if ":" in sentence.lowers[at + 1 : found.first] and found.first - at <= 6:
        return True  # "Estimated dead: 150"
    for index in range(at + 1, found.first):
        word = sentence.words[index]
        if sentence.numbers[index] is not None or not (
            word.before
            or word.flags & (s.DET | s.OTHER | s.TRANSPARENT)
            or word.unit
            or len(sentence.lowers[index]) <= 3
        ):
            return False
    return found.first - at <= 5
