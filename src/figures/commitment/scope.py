"""The scope of a cue of commitment: which numbers of its sentence it covers."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.clauses import in_clause_before, in_clause_behind
from figures.commitment.cues import SOURCE
from figures.commitment.doubts import accuses
from figures.commitment.ends import ends_clause
from figures.commitment.friends import is_number
from figures.commitment.given import in_document, is_gone, is_own_age, is_past, is_title, locates, of_speaker
from figures.commitment.modifiers import awaits, modifies, puts, same_bracket, says_who
from figures.commitment.objects import closed_bracket
from figures.commitment.others import (
    addresses,
    is_aside,
    is_of_other,
    reports_other,
    reports_self,
    speaks_of_it,
    turns_from,
)
from figures.commitment.phrases import PHRASE, in_phrase
from figures.commitment.speech import (
    ages_speaker,
    closes,
    concludes,
    denies,
    in_relative,
    is_basis,
    leads_over,
    leads_up,
    names_source,
    quoted_before,
    says_else,
    speaks,
)
from figures.commitment.turns import MARKS
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.records import Bound, Certainty
from figures.tokens import Sentence

#: Weakest first; the strongest covering cue wins.
STRENGTH = {certainty: rank for rank, certainty in enumerate(Certainty)}

_ATTRIBUTED, _REPORTED = Certainty.ATTRIBUTED, Certainty.REPORTED
_ESTIMATED = Certainty.ESTIMATED
_PROJECTED, _DISPUTED = Certainty.PROJECTED, Certainty.DISPUTED
_PLACES = frozenset(("across", "among", "at", "for", "in", "throughout"))
_FULL_STOPS = frozenset((".", "!", "?", "??", "!!", "..", "..."))


def commit(
    sentence: Sentence, found: Candidate, cues: list[tuple[int, s.CertaintyCue]], lists: WordLists
) -> None:
    """Give a number the strongest commitment whose scope covers it."""
    best: s.CertaintyCue | None = None
    if cues and sentence.lowers[found.first - 1] == "," and locates(sentence, lists, found):
        return
    for at, cue in cues:
        if not _covers(sentence, found, at, cue, lists):
            continue
        found.cue_spans += ((sentence.starts[at], sentence.ends[at], cue.cue_class),)
        if best is None or STRENGTH[cue.certainty] > STRENGTH[best.certainty]:
            best = cue
        if (
            cue.bound is not None
            and found.bound is Bound.EXACT
            and found.kind not in ("vague", "zero")
            and _is_nearest(sentence, found, at, cue)
        ):
            found.bound = cue.bound
            found.text_start = min(found.text_start, sentence.starts[at])
    if best is not None:
        found.certainty = best.certainty


def _is_nearest(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue) -> bool:
    """Tell the number that takes the bound of a cue of its clause: "to have killed *900* goats in 3 wards"."""
    if cue.scope != "clause":
        return True
    first, after = min(at, found.after), max(at, found.first)
    if "(" in sentence.lowers[first:after] or "," in sentence.lowers[first:after]:
        return False  # "was estimated to have fallen, mostly in Oru (33%)"
    return all(number is None for number in sentence.numbers[first:after])


def _covers(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue, lists: WordLists) -> bool:
    """Tell whether a number stands in the scope of a cue."""
    leads = at < found.first
    if _full_stop(sentence, at + 1 if leads else found.after, found.first if leads else at):
        return False
    if leads and cue.certainty is not _ATTRIBUTED and quoted_before(sentence, found, at):
        return False
    if cue.scope == "number":
        return _is_beside(sentence, found, at) if leads else _is_put(sentence, found, at)
    if cue.scope == "bracket":
        return same_bracket(sentence, found, at)
    if cue.scope == "modifier":
        if cue.forward and (not leads or is_gone(sentence, lists, found)):
            return False  # "accused of theft in the last four days"
        return modifies(sentence, found, at)
    if cue.scope == "awaited":
        return awaits(sentence, found, at)
    if cue.scope == "topic":
        return puts(sentence, found, at)
    if cue.scope == "noun":
        newly = sentence.words[at - 1].flags & s.TRANSPARENT != 0  # "19 newly reported cases"
        return sentence.numbers[at - 1 - newly] is found or leads and sentence.lowers[at + 2] == "of"
    if leads and cue.certainty is _REPORTED and leads_over(sentence, found, at):
        return False
    if cue.forward and not leads:
        return cue.cue_class == "claimed" and closes(sentence, found, at) or _fronts(sentence, found, at, cue)
    if cue.cue_class == "claimed" and (
        at == 0
        and sentence.lowers[0].endswith("ing")
        and "," in sentence.lowers[: found.first]  # "fearing a raid, 40 families fled"
        or is_gone(sentence, lists, found)
        or leads
        and (_is_owned(sentence, at) or accuses(sentence, found, at))
    ):
        return False  # "accused in the last four days"
    if cue.certainty is _PROJECTED and (
        is_past(sentence, lists, found)
        or is_own_age(sentence, found)
        or not leads
        and is_title(sentence, found, lists.races)
    ):
        return False
    if cue.scope == "sentence":
        return _in_sentence(sentence, found, at, cue, lists, leads=leads)
    if cue.scope == "phrase":
        return in_phrase(sentence, found, at)
    if leads:
        return in_clause_behind(sentence, found, at, cue, lists)
    return in_clause_before(sentence, found, at, cue, lists)


def _is_owned(sentence: Sentence, at: int) -> bool:
    """Tell who says that a deed is theirs, which puts no number in doubt: "a blast *claimed by* rebels killed 9"."""
    noun = sentence.words[at - 1].noun
    return sentence.lowers[at + 1] == "by" and noun is not None and noun.cls == "event"


def _in_sentence(
    sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue, lists: WordLists, *, leads: bool
) -> bool:
    """Tell whether a cue of its whole sentence speaks of a number, not of what somebody else says."""
    if cue.certainty is _DISPUTED:
        return denies(sentence, found, at, cue, leads=leads)
    if leads:
        if sentence.lowers[at + 1] == ";" or ages_speaker(sentence, found, at):
            return False
        if cue.certainty is _ATTRIBUTED and (
            turns_from(sentence, found, at)
            or addresses(sentence, found, at)
            or of_speaker(sentence, found, at)
            or in_document(sentence, found, at)
        ):
            return False
        if cue.certainty is _ESTIMATED and _is_apart(sentence, found, at):
            return False
        in_label = cue.cue_class == "report" and ":" in sentence.lowers[at : found.first]
        if in_label and sentence.words[at - 1].flags & s.REL:
            return False  # "families that reported losses: 14%"
        return not names_source(sentence, found, at)
    if cue.certainty is not _ATTRIBUTED and is_of_other(sentence, found, at):
        return False
    if cue.cue_class == "reported":
        return not says_else(sentence, found, at)
    if cue is SOURCE:
        return True
    if cue.certainty is not _ATTRIBUTED:
        apart = ";" in sentence.lowers[found.after : at] and not ends_clause(sentence, at)
        apart = apart or sentence.lowers[at].endswith(" that") and says_else(sentence, found, at)
        apart = apart or sentence.lowers[at + 1] == "of" and is_number(sentence, at + 2)
        return not apart and not closed_bracket(sentence, found, at)
    return _is_said_before(sentence, found, at, cue, lists)


def _is_said_before(
    sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue, lists: WordLists
) -> bool:
    """Tell whether somebody named behind a number says it, and does not speak of something else."""
    if (
        is_aside(sentence, found, at)
        or leads_up(sentence, found, at)
        or speaks_of_it(sentence, found, at)
        or in_document(sentence, found, at)
    ):
        return False
    if sentence.words[at - 1].flags & s.REL and (
        cue.cue_class == "report" or sentence.raw_at(at - 1) in ("which", "who")
    ):
        return False  # "40% of traders that reported losses", "6 boys beat a guard, who told"
    if reports_other(sentence, found, at) or cue.cue_class == "report" and reports_self(sentence, found, at):
        return False
    if cue.cue_class == "found_by":  # "40 cases were documented by", what is found speaks not itself
        return not says_else(sentence, found, at)
    if says_else(sentence, found, at) or in_relative(sentence, found, at) or concludes(sentence, at):
        return False
    return not (speaks(sentence, found, at, lists.speakers) or is_basis(sentence, found, at, lists.inquiries))


def _fronts(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue) -> bool:
    """Tell the place before a clause: "*In four* provinces, it is feared that", "Across 9 districts, aides plan to"."""
    if cue.scope != "clause" or sentence.lowers[0] not in _PLACES:
        return False
    if "," in sentence.lowers[: found.first]:
        return False
    unit = sentence.words[found.after].unit
    if unit is not None and unit.kind == "time":
        return False  # "in two hours"
    return not any(
        sentence.words[i].is_verb_only or sentence.numbers[i] is not None or sentence.lowers[i] in ";:("
        for i in (*range(1, found.first), *range(found.after, at))
    )


def _is_apart(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell an aside on what somebody is believed to be or do: "believed to hide in a town, *which has* 900 homes"."""
    if not sentence.lowers[at].endswith((" be", " have", " to")):
        return False
    if says_who(sentence, at):
        return True  # "thought to be the heads of three firms"
    return any(
        sentence.words[i].flags & s.REL and sentence.lowers[i - 1] == "," for i in range(at + 2, found.first)
    ) and not any(word.flags & s.MODAL for word in sentence.words[at + 2 : found.first])


def _is_put(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a number that is put so behind it: "12 million people are estimated to be hungry"."""
    if not sentence.lowers[at].endswith(" to be") and sentence.lowers[at + 1] != "to":
        return False
    gap = range(found.after, at)
    return len(gap) <= PHRASE and not any(
        _counts(sentence, i)
        or sentence.lowers[i] in MARKS
        or sentence.words[i].flags & s.CONJ
        or sentence.words[i].is_verb_only
        and not sentence.words[i].flags & s.AUX
        and not (i == found.after and sentence.words[i].forms & s.PARTICIPLE)
        for i in gap
    )


def _counts(sentence: Sentence, at: int) -> bool:
    """Tell a number that may be put so itself, no mark of a footnote: "40,000 refugees2 are estimated to"."""
    number = sentence.numbers[at]
    return number is not None and (number.skipped is None or not sentence.adjacent(at))


def _full_stop(sentence: Sentence, first: int, after: int) -> bool:
    """Tell whether a full stop parts two tokens where no sentence was cut: "no boat yet. we r 70 here"."""
    if first >= after or _FULL_STOPS.isdisjoint(sentence.lowers[first:after]):
        return False
    for index in range(first, after):
        if sentence.numbers[index] is not None:
            continue  # "4.4. million"
        if sentence.lowers[index] in _FULL_STOPS and sentence.starts[index + 1] > sentence.ends[index]:
            if sentence.lowers[index] == "..." and sentence.raw_at(index + 1).islower():
                continue  # "killing nine... and wounding 12"
            before = sentence.lowers[index - 1]
            if len(before) > 3 or sentence.lowers[index] in "!?" or not sentence.is_capital(index - 1):
                return True
    return False


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
