"""Hedge: the bound beside each number and the commitment of its sentence.

This is the ConText model: cue, direction, scope. Bound cues are read outwards from the number and belong to it alone;
cues of commitment are read by `commitment`.
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment import commit, find_cues
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase.units import unit_at
from figures.records import Bound
from figures.tokens import Sentence

_REACH = 7  # tokens before a number that may hold its cues
_TAIL = 4  # tokens behind a number that may stand before a cue behind it

#: They take the cue before them for themselves: "at least once every two months".
_OWN = frozenset(("more", "once", "twice"))
_OPENERS = frozenset("([\"“'‘*_~")
_SIGNS = frozenset("-−")
_ENDS = frozenset(".;:()|-")  # marks that no cue behind a number stands behind

#: Classes of what other things are near.
_SITES = frozenset(("building", "house", "infrastructure", "organisation", "place", "refuge"))
_FEW = 12  # the most of them that something is near
_NOUN = 4  # tokens from a number to its noun

_WEIGHTS = {Bound.EXACT: 0, Bound.APPROXIMATE: 1}

_UP, _DOWN = s.BoundCue("at_least", Bound.AT_LEAST), s.BoundCue("at_most", Bound.AT_MOST)
#: What leaves an age open behind "and".
_OPEN = dict.fromkeys(("above", "older", "over", "up", "upward", "upwards"), _UP) | dict.fromkeys(
    ("below", "under", "younger"), _DOWN
)
_AGE = 3  # tokens before an age that tell it

Cues = list[tuple[int, s.BoundCue]]


def hedge(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Set bound, strictness, certainty and cues of every live candidate."""
    live = [c for c in candidates if c.skipped is None]
    if not live:
        return candidates
    cues = find_cues(sentence, lexicon.lists)
    for found in live:
        _bound(sentence, lexicon, found)
        if cues:
            commit(sentence, found, cues, lexicon.lists)
    return candidates


def _bound(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    behind = sentence.lowers[found.after]
    if (behind == "-" or behind in lexicon.lists.barriers) and _is_crossed(sentence, lexicon, found):
        found.bound, found.strict = Bound.AT_LEAST, True
    before = _cues_before(sentence, lexicon, found)
    cues = before + _cue_behind(sentence, found, lexicon.trailing)
    if found.kind == "vague":
        found.bound = Bound.VAGUE
    if not cues:
        return
    for at, cue in cues:
        found.cue_spans += ((sentence.starts[at], sentence.ends[at], cue.cue_class),)
    if before:
        found.text_start = min(found.text_start, sentence.starts[before[0][0]])
    decided = _strongest(cues)
    if decided is None or decided.bound is Bound.EXACT or found.kind in ("zero", "vague", "range"):
        return
    found.bound, found.strict, found.side = decided.bound, decided.strict, decided.side


def _is_crossed(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "broke the 100,000 barrier" and "has passed the 3,000-mark": more than that by now."""
    at = found.after + (sentence.lowers[found.after] == "-")
    if sentence.lowers[at] not in lexicon.lists.barriers or not sentence.words[found.first - 1].flags & s.DET:
        return False
    crossing = lexicon.lists.crossings
    return sentence.lowers[found.first - 2] in crossing or sentence.lowers[found.first - 3] in crossing


def _strongest(cues: Cues) -> s.BoundCue | None:
    """Return the cue that decides: a limit before "about", "about" before "exactly", else the outermost."""
    decided: s.BoundCue | None = None
    for _, cue in cues:
        if decided is None or _weight(cue) > _weight(decided):
            decided = cue
    return decided


def _weight(cue: s.BoundCue) -> int:
    return _WEIGHTS.get(cue.bound, 2)


def _cues_before(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Cues:
    """Return the bound cues before a number, outermost first."""
    cues: Cues = []
    lowers, words, numbers = sentence.lowers, sentence.words, sentence.numbers
    for at in range(found.first - 1, found.first - _REACH if found.first > _REACH else -1, -1):
        word = words[at]
        if numbers[at] is not None or word.flags & s.PSEUDO:
            break
        if not word.flags and word.before is None and word.certainty is None:
            token = lowers[at]
            if token[:1].isalpha() and token not in lexicon.signs:
                break  # most of all: a verb, a noun
        if word.before is not None and _is_cue(sentence, lexicon, found, at, inner=bool(cues)):
            cues.append((at, word.before))
        elif not _is_passed(sentence, lexicon, at, inner=bool(cues)):
            break
    cues.reverse()
    return cues


def _is_passed(sentence: Sentence, lexicon: Compiled, at: int, *, inner: bool) -> bool:
    """Tell whether a token may stand between a cue and its number; `inner` cues were found behind it."""
    word, token = sentence.words[at], sentence.lowers[at]
    if (
        word.flags & (s.OTHER | s.DET)
        or token in _OPENERS
        or token in _SIGNS
        and sentence.adjacent(at + 1)
        or token in lexicon.signs
        and sentence.raw_at(at) in lexicon.symbols
    ):
        return True
    if word.certainty is not None and word.certainty.scope == "number":
        return True
    return word.flags & s.TRANSPARENT != 0 and not inner and token not in _OWN


def _is_cue(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int, *, inner: bool) -> bool:
    """Tell a cue from the preposition it looks like: "over two weeks" is one, "within two weeks" is not."""
    token, nearest = sentence.lowers[at], at + 1 == found.first
    if found.value == 1 and found.kind == "words" and token in lexicon.lists.likenesses:
        return False  # "as if it were like one tap"
    if token.endswith(" than") and sentence.lowers[at + 1] in ("the", "its", "their"):
        compared = sentence.numbers[at - 1] or sentence.numbers[at - 2]
        if compared is not None and compared.skipped is None:
            return False  # "2.5bn less than the 37.5bn predicted"
    heads = lexicon.governed.get(token)
    if heads is not None:
        before = sentence.lowers[at - 1]
        named = "its" in heads and (at == 0 or before.endswith(s.OWNS))  # "the world's top 500"
        if named or before.partition(" ")[0] in heads:
            return False
    if inner and token == "over":
        return False  # "over just two days"
    if nearest and token in lexicon.lists.beside and _is_beside(sentence, lexicon, found, token):
        return False
    if token in lexicon.lists.places:
        behind = sentence.words[at + 1]
        return nearest or inner or behind.unit is None and not behind.flags & s.DET
    return nearest or token not in lexicon.lists.slight


def _is_beside(sentence: Sentence, lexicon: Compiled, found: Candidate, token: str) -> bool:
    """Tell "strikes near three villages" and "under 3 feet of water", which say where, from a bound."""
    measured = unit_at(sentence, lexicon, found.after)
    if measured is not None:
        unit, after = measured
        deep = unit.dimension == "length" and token in ("under", "beneath")
        return deep and not lexicon.lists.covers.isdisjoint(sentence.lowers[after : after + _NOUN])
    if token in ("under", "beneath") or not 1 < (found.value or 0) <= _FEW:
        return False
    for word in sentence.words[found.after : found.after + _NOUN]:
        if word.noun is not None and word.plural:
            return word.noun.cls in _SITES
        if word.flags or word.unit is not None:
            return False
    return False


def _cue_behind(sentence: Sentence, found: Candidate, trailing: frozenset[str]) -> Cues:
    """Return the cue behind a number or its noun: "300 people or more", "20-odd", "1,000+"."""
    first, lowers, words, numbers = found.after, sentence.lowers, sentence.words, sentence.numbers
    joint = first + (words[first].unit is not None)
    if lowers[joint][:3] == "and":
        last = joint + (lowers[joint] == "and")  # "and older" may be one entry
        end = lowers[last].rpartition(" ")[2]
        if end in _OPEN and _is_open_age(sentence, found, last + 1):
            return [(last, _OPEN[end])]
    if trailing.isdisjoint(lowers[first : found.after + _TAIL + 1]):
        return []  # most of all
    if lowers[first] == "-" and sentence.adjacent(first):
        first += 1
    per = -1
    for at in range(first, min(sentence.size, found.after + _TAIL)):
        word, token = words[at], lowers[at]
        other = numbers[at]
        if other is not None:
            if other.skipped is None or not sentence.adjacent(at):
                break
            continue  # the 2 of "900 m2"
        if word.after is not None:
            return [] if _is_elsewhere(sentence, at, first) else [(at, word.after)]
        if token == ",":
            behind = words[at + 1].after
            return [(at + 1, behind)] if behind is not None and _closes(sentence, at + 1) else []
        if word.flags & s.PER and words[at + 1].unit is not None:
            per = at + 1  # "$300 a *year* or less"
            continue
        if word.flags and at != per or token in _ENDS or word.verbs and word.noun is None:
            break
    return []


def _is_open_age(sentence: Sentence, found: Candidate, behind: int) -> bool:
    """Tell the end of an age behind "and": "aged 60 *and over*", not "aged 60 and over 300 others"."""
    if sentence.numbers[behind] is not None or sentence.lowers[behind] in ("$", "£", "€"):
        return False
    return any(word.flags & s.AGE_BEFORE for word in sentence.words[max(0, found.first - _AGE) : found.first])


def _is_elsewhere(sentence: Sentence, at: int, first: int) -> bool:
    """Tell whether a word that may be a cue behind a number belongs to what follows."""
    word = sentence.words[at]
    joins = word.before is not None or word.flags & s.CONJ
    if joins and sentence.numbers[at + 1] is not None:
        return True  # "30 at least 12": the cue of the next number
    more = at + 1 < sentence.size and sentence.lowers[at + 1] not in (",", ".", ")")
    return sentence.lowers[at] == "plus" and more and at > first


def _closes(sentence: Sentence, at: int) -> bool:
    """Tell whether a cue behind a comma ends its phrase: "300, or more,"; "300, over" may go on."""
    if sentence.words[at].before is None:
        return True
    return at + 1 >= sentence.size or sentence.lowers[at + 1] in ",.;)"
