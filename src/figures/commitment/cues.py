"""The cues of commitment in a sentence, and the words that only look like one."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.records import Certainty
from figures.tokens import Sentence

#: A source in brackets at the end of a sentence.
SOURCE = s.CertaintyCue("source", Certainty.ATTRIBUTED, "sentence")

_ASSERTED = Certainty.ASSERTED
_PLAN = s.CertaintyCue("planned", Certainty.PROJECTED, "clause", forward=True)


def find_cues(sentence: Sentence) -> list[tuple[int, s.CertaintyCue]]:
    """Return the cues of commitment with their tokens."""
    cues = []
    for at in sentence.cues:
        word = sentence.words[at]
        cue = word.certainty
        if cue is None or word.flags & s.PSEUDO or sentence.numbers[at] is not None:
            continue
        if cue.passive is not None and _is_passive(sentence, at, speech=cue.cue_class == "attributed"):
            cue = cue.passive
        if cue.certainty is not _ASSERTED and not _is_false_friend(sentence, at, word):
            cues.append((at, cue))
    headline = _headline_plan(sentence)
    if headline is not None:
        cues.append((headline, _PLAN))
    source = _source_in_brackets(sentence)
    if source is not None:
        cues.append((source, SOURCE))
    return cues


def _headline_plan(sentence: Sentence) -> int | None:
    """Find the "to" of a headline that announces: "UN to vaccinate 600,000"."""
    if "to" not in sentence.lowers[1:4]:
        return None
    for at in range(1, min(4, sentence.size - 1)):
        if sentence.lowers[at] == "to" and sentence.words[at + 1].forms & s.BASE:
            plain = all(not word.is_verb_only and not word.flags & s.AUX for word in sentence.words[:at])
            return at if plain and not any(sentence.numbers[:at]) else None
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
            name = sentence.raw_at(at + 1)
            dated = any(n is not None and n.skipped in ("date", "year") for n in sentence.numbers[at:last])
            return at + 1 if name.isupper() and len(name) > 1 and dated else None
    return None


def _is_passive(sentence: Sentence, at: int, *, speech: bool) -> bool:
    """Tell the participle without a speaker: "was reported", "a reported 300", "8 cases are confirmed"."""
    if not sentence.lowers[at].partition(" ")[0].endswith("ed"):
        return False
    before, behind = sentence.words[at - 1], sentence.words[at + 1]
    if speech:  # "was explained", but "it was announced that"
        return bool(before.flags & s.BE) and not behind.flags & s.REL
    if at == 0 or sentence.numbers[at - 1] is not None:
        return True
    if before.flags & (s.BE | s.DET) or behind.adjectives:
        return True
    if sentence.lowers[at - 1] in "([,:" and not behind.flags & s.DET:
        return True
    if before.flags & s.TRANSPARENT and sentence.words[at - 2].flags & s.BE:
        return True
    counted = any(n is not None and n.first < at for n in sentence.numbers[max(0, at - 4) : at])
    return counted and behind.noun is None and not behind.flags & (s.REL | s.DET)


def _is_false_friend(sentence: Sentence, at: int, word: s.Word) -> bool:
    """Tell words that look like a cue of commitment: the month of May, "claimed 12 lives", "adding to"."""
    if word.flags & s.MONTH:
        return sentence.is_capital(at) and sentence.words[at - 1].noun is None
    cue_class = word.certainty.cue_class if word.certainty is not None else ""
    if cue_class in ("claimed", "disputed", "admitted"):
        return _takes_number(sentence, at + 1)
    if word.noun is not None and sentence.words[at - 1].flags & s.DET:
        return True  # "the report makes 21 recommendations", "ended the dispute"
    if cue_class != "attributed" or not sentence.lowers[at].endswith("ing"):
        return False
    return bool(sentence.words[at + 1].flags & s.PREP)


def _takes_number(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb has a number for its object: "claimed at least 12 lives"."""
    while at < sentence.size and sentence.numbers[at] is None:
        if not (sentence.words[at].before or sentence.words[at].flags & s.DET):
            return False
        at += 1
    counted = sentence.numbers[at]
    return counted is not None and not has_own_verb(sentence, counted.after)


def has_own_verb(sentence: Sentence, after: int) -> bool:
    """Tell whether a finite verb follows a number in its own clause: "... and three others were injured"."""
    for index in range(after, min(sentence.size, after + 9)):
        word = sentence.words[index]
        if sentence.lowers[index] in ",;:" or word.flags & s.CONJ:
            return False
        if word.flags & (s.BE | s.HAVE):
            return True
    return False
