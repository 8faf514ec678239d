"""Hedge: the bound beside each number and the commitment of its sentence (the ConText model: cue, direction, scope).

Bound cues are read outwards from the number and belong to it alone; cues of commitment are read by `commitment.py`.
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment import commit, find_cues
from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.records import Bound
from figures.tokens import Sentence

_REACH = 7  # tokens before a number that may hold its cues

_TAIL = 4  # tokens behind a number that may stand before a cue behind it

_OPENERS = frozenset("([\"“'‘*_~")


def hedge(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Set bound, strictness, certainty and cues of every live candidate."""
    live = [c for c in candidates if c.skipped is None]
    if not live:
        return candidates
    cues = find_cues(sentence)
    for found in live:
        _bound(sentence, lexicon, found)
        if cues:
            commit(sentence, found, cues)
    return candidates


def _bound(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    before = _cues_before(sentence, lexicon, found)
    behind = _cue_behind(sentence, found)
    decided: s.BoundCue | None = None
    for at, cue in before + behind:
        found.cue_spans.append((sentence.starts[at], sentence.ends[at], cue.cue_class))
        if (
            decided is None
            or decided.bound in (Bound.EXACT, Bound.APPROXIMATE)
            and cue.bound not in (Bound.EXACT, Bound.APPROXIMATE)
        ):
            decided = cue
        elif decided.bound is Bound.EXACT and cue.bound is Bound.APPROXIMATE:
            decided = cue
    if before:
        found.text_start = min(found.text_start, sentence.starts[before[0][0]])
    if found.kind == "zero" or decided is None:
        if found.kind == "vague":
            found.bound = Bound.VAGUE
        return
    if found.kind in ("vague", "range") or decided.bound is Bound.EXACT:
        if found.kind == "vague":
            found.bound = Bound.VAGUE
        return
    found.bound, found.strict, found.side = decided.bound, decided.strict, decided.side


def _cues_before(sentence: Sentence, lexicon: Compiled, found: Candidate) -> list[tuple[int, s.BoundCue]]:
    """Return the bound cues before a number, outermost first."""
    cues: list[tuple[int, s.BoundCue]] = []
    at = found.first - 1
    edge = max(-1, found.first - _REACH)
    while at > edge:
        word, token = sentence.words[at], sentence.lowers[at]
        if sentence.numbers[at] is not None or word.flags & s.PSEUDO:
            break
        if word.before is not None and _is_cue(sentence, lexicon, found, at, bool(cues)):
            cues.append((at, word.before))
        elif not (
            token in _OPENERS or word.flags & (s.OTHER | s.DET) or word.certainty is not None and word.certainty.scope == "number"
            or sentence.surface(at, at + 1) in lexicon.symbols or word.flags & s.TRANSPARENT and cues == [] and token != "more"
        ):  # fmt: skip
            break
        at -= 1
    cues.reverse()
    return cues


def _is_cue(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int, inner: bool) -> bool:
    """Tell a cue from the preposition it looks like ("over two weeks" is one, "within two weeks" of time is not)."""
    token = sentence.lowers[at]
    heads = lexicon.governed.get(token)
    if heads is not None and at and sentence.lowers[at - 1].partition(" ")[0] in heads:
        return False
    if token in (
        "within",
        "inside",
        "below",
        "above",
        "near",
        "beyond",
        "passing",
        "passed",
        "around",
        "under",
        "over",
        "about",
    ):
        return (
            at + 1 == found.first
            or inner
            or sentence.words[at + 1].unit is None
            and sentence.words[at + 1].flags & s.DET == 0
        )
    if token in ("just", "only", "merely"):
        return at + 1 == found.first
    return True


def _cue_behind(sentence: Sentence, found: Candidate) -> list[tuple[int, s.BoundCue]]:
    """Return the cue behind a number or its noun: "300 people or more", "20-odd", "1,000+"."""
    at, stop = found.after, min(sentence.size, found.after + _TAIL)
    if at < stop and sentence.lowers[at] == "-" and sentence.adjacent(at):
        at += 1
    nouns = 0
    while at < stop:
        word = sentence.words[at]
        if sentence.numbers[at] is not None:
            break
        if word.after is not None:
            ambiguous = word.before is not None or word.flags & s.CONJ
            if ambiguous and at + 1 < sentence.size and sentence.numbers[at + 1] is not None:
                break  # "30 at least 12": the cue of the next number
            if (
                sentence.lowers[at] == "plus"
                and at + 1 < sentence.size
                and sentence.lowers[at + 1] not in (",", ".", ")")
                and nouns
            ):
                break
            return [(at, word.after)]
        if sentence.lowers[at] == "," and at + 1 < sentence.size and sentence.words[at + 1].after is not None:
            closed = at + 2 >= sentence.size or sentence.lowers[at + 2] in ",.;)"
            return (
                [(at + 1, sentence.words[at + 1].after)]
                if closed or sentence.words[at + 1].before is None
                else []
            )
        if word.flags or word.verbs and word.noun is None or sentence.lowers[at] in ",.;:()|-":
            break
        nouns += 1
        at += 1
    return []
