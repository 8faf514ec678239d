"""Changes: by how much something rose or fell, and how many times ("a 12 per cent increase", "three times larger")."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.tokens import Sentence

_REACH = 11
_BRACKETS = 40  # tokens of a list of places with their changes in brackets
_LIST = 9  # tokens between two changes of a list
_FAR = 36  # tokens between two changes that are held against each other
_PER = 6  # tokens of a price up to its bracket: "500 rupees per litre (5%)"
_SHARE_OF = 5  # tokens behind a share that may lead to what it is of: "lost 40 or even 50% of"
#: What opens that which so many times is held against: "three times *what* it was", "*last* year's".
_HELD_AGAINST = frozenset(
    ("as", "average", "its", "normal", "our", "that", "the", "their", "those", "usual", "what")
)
_AGAINST = ("against", "versus", "vs")
_ARTICLES = frozenset(("a", "an"))
_OF_SIZE = ("of", "at")
_PACE = 5  # tokens from a pace back to its "at"
_ADJECTIVES = 3  # tokens between "a" and a share: "by a surprisingly strong 0.7%"


def change_of(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Read "rose by 200", "a 12 per cent increase", "up 25 pct"."""
    first = found.left
    word, shared = sentence.words[first - 1], found.unit_kind in ("ratio", "currency")
    if word.flags & s.CHANGE_VERB and not shared and is_step(sentence, found):
        return Evidence("measure.change", first - 1, "change", _changed(sentence, found, first - 2))
    if not shared and not word.flags and word.before is None:
        return None  # most of all: no "by" or "of", nor what may stand behind it
    if shared or word.before is not None or word.flags & (s.TRANSPARENT | s.DET):
        first = _behind_change(sentence, found)
    token = sentence.lowers[first - 1]
    if token in ("by", "of") and (
        sentence.words[first - 2].flags & (s.CHANGE_NOUN | s.CHANGE_VERB)
        or token == "by"
        and (_is_up_by(sentence, found) or _changing(sentence, first - 2, shared=shared))
    ):
        what = first - 2  # "cut its *staff* by 30", but "cases *rose* by 30"
        what -= sentence.words[what].flags & (s.CHANGE_VERB | s.CHANGE_NOUN) != 0
        return Evidence("measure.change", first - 2, "change", _changed(sentence, found, what))
    if not shared:
        risen = sentence.words[first - 1].flags & s.CHANGE_VERB and sentence.lowers[found.right] == "to"
        to = sentence.numbers[found.right + 1] if risen and (found.noun is None or found.implied) else None
        changed = _changed(sentence, found, first - 2) if to is not None else None
        return Evidence("measure.change", first - 1, "change", changed) if to is not None else None
    if token == "of" and _is_pace(sentence, lexicon, first - 2):
        return Evidence("measure.change", first - 2, "change", _changed(sentence, found, first - 3))
    if token in ("up", "down"):
        if sentence.lowers[first - 2] in lexicon.lists.making_up:
            return None
        taken = not _is_by_itself(sentence, found) and _is_other_verb(sentence, lexicon, first - 2)
        return None if taken else Evidence("measure.change", first - 1, "change")
    if found.unit_kind == "ratio" and token in lexicon.lists.moving_particles:
        moved = _moves(sentence, lexicon, first - 2) and _is_by_itself(sentence, found)
        return Evidence("measure.change", first - 2, "change") if moved else None
    changes = sentence.words[first - 1].flags & (s.CHANGE_VERB | s.CHANGE_NOUN) != 0
    if found.unit_kind == "currency":  # "fell $3 to $58"
        changes = changes and sentence.lowers[found.right] == "to"
        return Evidence("measure.change", first - 1, "change") if changes else None
    changes = changes and sentence.lowers[first - 2] != "%"  # "15% Increased 71% Stayed the same"
    whole = found.kind != "fraction"
    if whole and _is_compared(sentence, lexicon, found):
        return Evidence("measure.change", found.after, "change")
    if changes or token in lexicon.lists.moving and _is_by_itself(sentence, found):
        return Evidence("measure.change", first - 1, "change")
    if whole and _is_rate_of_change(sentence, found, first):
        return Evidence("measure.change", first - 1, "change")
    return _change_behind(sentence, found) if whole else None


def _change_behind(sentence: Sentence, found: Candidate) -> Evidence | None:
    """Read "a 12 per cent *increase*"."""
    at = max(found.after, found.phrase.unit_after if found.phrase else 0)
    if sentence.words[at].flags & s.CHANGE_VERB and sentence.lowers[found.left - 1] == "a":
        return Evidence("measure.change", at, "change")  # "a 40 per cent *cut* in rations"
    for index in range(at, min(sentence.size, at + 3)):
        if sentence.words[index].flags & s.CHANGE_NOUN:
            return Evidence("measure.change", index, "change")
        if sentence.words[index].flags & (s.PREP | s.AUX) or sentence.numbers[index] is not None:
            break  # "45% saw *no* change"
    return None


def _is_up_by(sentence: Sentence, found: Candidate) -> bool:
    """Tell "*up* by 2,400" and "was *down* by 3%" from "pounded down by 56 raids"."""
    at = found.left - 2
    if sentence.lowers[at] not in ("up", "down"):
        return False
    while sentence.words[at - 1].flags & s.TRANSPARENT:
        at -= 1
    shared = found.unit_kind in ("currency", "ratio") and sentence.words[at - 1].flags & s.BE
    return bool(shared) or found.noun is None and found.unit_kind == "count"


def is_step(sentence: Sentence, found: Candidate) -> bool:
    """Tell what a number rose or fell by from its level: "the sum fell *7,000* to 640,100"."""
    if found.noun is not None or found.unit is not None or sentence.lowers[found.right] != "to":
        return False
    level = sentence.numbers[found.right + 1]
    return level is not None and level.skipped is None and (level.noun is None or level.implied)


def _moves(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell a verb that rises or falls with a particle behind it: "*edged* back 2%", "*fell* away 3%"."""
    token = sentence.lowers[at]
    if token in lexicon.lists.moving_with_particle or token in lexicon.lists.moving:
        return True
    return sentence.words[at].flags & s.CHANGE_VERB != 0


def _is_other_verb(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell "*gave* up 5% of the land" from "prices *went* up 5%", a rise."""
    return sentence.words[at].is_verb_only and not _moves(sentence, lexicon, at)


def _behind_change(sentence: Sentence, found: Candidate) -> int:
    """Return the token that a verb of change may stand before: "rose by *only* 2.8%", "rose *an annual* 6%"."""
    first = found.left
    while sentence.words[first - 1].before is not None or sentence.words[first - 1].flags & s.TRANSPARENT:
        first -= 1
    if sentence.tokens.isdisjoint(_ARTICLES):
        return first
    window = sentence.lowers[max(0, first - _ADJECTIVES) : first]
    if "a" not in window and "an" not in window:
        return first
    for at in range(first - 1, max(0, first - 1 - _ADJECTIVES), -1):
        word = sentence.words[at]
        if word.flags & s.DET:
            found_by = sentence.lowers[at] in ("a", "an") and sentence.lowers[at - 1] not in ("up", "down")
            return at if found_by and (at < first - 1 or sentence.lowers[at - 1] == "by") else first
        token = sentence.lowers[at]
        if word.flags or word.noun is not None and token != "record" or not token.replace("-", "").isalpha():
            break  # but "sank by a *larger-than-expected* 9%"
    return first


def _is_compared(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "9% higher than", "25 per cent below last year's"."""
    at = found.phrase.unit_after if found.phrase is not None else found.after
    token = sentence.lowers[at].partition(" ")[0]
    return token in lexicon.lists.comparatives or token in ("above", "below") and at > found.after


def _is_pace(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell "rose *at an annual rate* of 2.4%" from "at a rate of 3%" of an offer."""
    if sentence.lowers[at] not in lexicon.lists.paces:
        return False
    for index in range(at - 1, at - _PACE, -1):
        if sentence.lowers[index] == "at":
            return sentence.words[index - 1].flags & s.CHANGE_VERB != 0
    return False


def _is_by_itself(sentence: Sentence, found: Candidate) -> bool:
    """Tell "shares lost 70%", a fall, from "herders lost 70% of their goats" and "lost 40% or more of"."""
    phrase = found.phrase
    if phrase is not None and (phrase.deepest is not None or phrase.partner is not None):
        return False
    return "of" not in sentence.lowers[found.right : found.right + _SHARE_OF]


def _is_rate_of_change(sentence: Sentence, found: Candidate, first: int) -> bool:
    """Tell "prices rose in Ardel (6%)", "by 14 and 19 per cent", "inflation stood at 212%"."""
    if found.phrase is not None and found.phrase.deepest is not None:
        return False
    at, words = first - 1, sentence.words
    if sentence.lowers[at] == "by":
        if _goes_on(sentence, at):
            return True
        at -= 1  # "rose 15% over the year, but by 2% in the second half"
    listed_at = at
    if sentence.lowers[at] == "to" and words[at - 1].flags & s.CHANGE_VERB:
        listed_at -= 2  # "growth is put at 3.6% this year, slipping to 2.9%"
    elif words[at].flags & s.LEVEL:
        listed_at -= 1
    link = words[listed_at].flags & (s.CONJ | s.CONTRAST) != 0 or _is_held_against(sentence, listed_at)
    if link or listed_at < at and sentence.lowers[listed_at] == ",":
        reach = _LIST if words[listed_at].flags & (s.CONJ | s.CONTRAST) else _FAR
        listed = (
            n
            for n in reversed(sentence.numbers[max(0, listed_at - reach) : listed_at])
            if n and n.unit_kind == "ratio"
        )
        before = next(listed, None)
        if before is not None and before.rule == "change":
            return True
    if sentence.lowers[at] in ("-", "+") and sentence.lowers[at - 1] == "(":
        at -= 1  # "fell to 5,900 SLSH (-5%)"
    if sentence.lowers[at] == "," == sentence.lowers[found.right]:
        return _changing(sentence, at - 1)  # "the highest growth in cases, 109%, followed by"
    if sentence.lowers[at] == "(":
        paid = next((n for n in reversed(sentence.numbers[max(0, at - _PER) : at]) if n is not None), None)
        if paid is not None and paid.unit_kind == "currency":
            return _changing(sentence, at - 1, _REACH)
        return _changing(sentence, at - 1, _BRACKETS) and not any(
            n is not None and n.skipped is None and n.unit_kind != "ratio"
            for n in sentence.numbers[max(0, at - 4) : at]
        )
    while at > 0 and (
        words[at].flags & (s.BE | s.MODAL | s.LEVEL)
        or words[at].certainty is not None
        or sentence.lowers[at] in _OF_SIZE
    ):
        at -= 1  # "growth *is forecast at* 3.6%"
    return at < first - 1 and words[at].flags & s.CHANGE_NOUN != 0


def _is_held_against(sentence: Sentence, at: int) -> bool:
    """Tell what another change is held against: "fell by 3%, *compared with* 9% in May", "rose 2% *against* 5%"."""
    token = sentence.lowers[at]
    return token in _AGAINST or token in ("to", "with") and sentence.lowers[at - 1] == "compared"


def _goes_on(sentence: Sentence, by: int) -> bool:
    """Tell the next of a list of changes: "fell by 4% in Asia, and in Africa *by* 2%"."""
    for at in range(by - 1, max(-1, by - 1 - _LIST), -1):
        before = sentence.numbers[at]
        if before is not None:
            return before.rule == "change" and before.unit_kind == "ratio"
        if sentence.words[at].flags & s.AUX or sentence.words[at].is_verb_only or sentence.lowers[at] == ";":
            return False
    return False


def times_of(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Read "erupted nine times", "three times larger", "twice... four times the average"."""
    at = found.after
    if found.unit is not None:
        return None
    behind = sentence.lowers[at + 1].partition(" ")[0]
    compared = behind in lexicon.lists.comparatives or sentence.words[found.left - 1].flags & s.CHANGE_NOUN
    if compared:
        return Evidence("measure.change", at, "change")
    if behind in _HELD_AGAINST or behind.endswith(s.OWNS):
        return Evidence("measure.ratio", at, "change")
    return Evidence("event.count", at, "times")


def _changed(sentence: Sentence, found: Candidate, at: int) -> Noun | None:
    """Find what rose or fell, the implied unit of "cases increased by 200"."""
    if found.unit_kind != "count" or found.unit_id != "unknown":
        return None
    for index in range(at, max(-1, at - 6), -1):
        if sentence.words[index].noun is not None:
            return sentence.words[index].noun
    return None


def _changing(sentence: Sentence, at: int, reach: int = 6, *, shared: bool = True) -> bool:
    """Tell a change before a token; of a count its own verb is none: "a team *contracted* here was attacked by 15"."""
    for index in range(at, max(-1, at - reach), -1):
        if sentence.words[index].flags & (s.CHANGE_VERB | s.CHANGE_NOUN):
            return True
        if (
            index == at
            and sentence.words[index].is_verb_only
            and sentence.words[index].forms & s.PARTICIPLE
            and not shared
            or sentence.lowers[index] in ";."
            or sentence.lowers[index] == ":"
            and reach < _BRACKETS
            or sentence.words[index].flags & s.CONTRAST
        ):
            return False
    return False
