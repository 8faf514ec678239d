"""What the figures of a sentence share: a verb, the category of a total, the unit of the number before."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.categories.classes import BODILY, classes_of
from figures.categories.refuge import dwell
from figures.clause import Evidence
from figures.clause.evidence import WEAK
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.records import Certainty
from figures.tokens import Sentence

_NEAR, _ASIDE = 14, 26  # tokens between two numbers that share a noun, and with an aside between them
_APART = 8  # tokens between two phrases that share a verb
_FAR = 24  # tokens between two shares with "and" right before the second
_LISTED, _MEMBER = 12, 5  # tokens between two shares of a list, and before a share in its member
_MARKS = frozenset((",", ";", ")"))
_US = ("us", "we", "you")
_ENDS_OF_US = frozenset(("", ",", ".", "!", "and", "but", "here"))
_LARGEST_SHARE = 999  # "up 50 per cent from the 8 million"
#: What stands between goods and those who have them; asked first.
GIVEN_BY = frozenset(("to", "went to", "gone to"))
_GONE = frozenset(("go", "goes", "going", "gone", "went"))
_RECEIVERS = frozenset(("person", "household"))
_OBJECT = frozenset(("object", "label"))
_TOLD_WEAKLY = frozenset(("adjective", "label"))
#: What part of those are to whom something is done: "reached 400 families, of which 120 displaced".
_STATUS = frozenset(
    ("people.affected", "people.displaced", "people.migrants", "people.refugees", "people.returned")
)
_DONE_TO = BODILY | {"people.reached", "people.targeted"}
#: Rules by which the verb of a total stands behind its restatement.
_TOLD_LATER = frozenset(("adjective", "conjunct", "participle", "predicate"))
#: Rules that a better word of the sentence goes before.
DEFAULTS = frozenset(("noun", "default", "nearby", "continued", "modifier", ""))


def imply(found: Candidate, before: Candidate | None) -> None:
    """Fill in the unit of a number without a noun: the last one's, or persons for what only people do."""
    found.implied = True
    whole = found.value is None or found.kind == "range" or found.value == int(found.value)
    if found.category.startswith(("people.", "combatants.", "assets.")) and not whole:
        found.category, found.rule, found.trigger = "other", "", None  # "by clocking 8.06"
    elif found.category.startswith(("people.", "combatants.")):
        same = (
            before is not None and before.unit_kind == "count" and before.unit_id in ("person", "household")
        )
        if found.category in BODILY and before is not None and before.unit_id == "household":
            same = False  # "201 families, 20 injured"
        found.unit_id = (
            before.unit_id if same and before is not None and before.unit_id == "household" else "person"
        )
        if same and before is not None and before.unit_id == found.unit_id:
            found.who = found.who or (before.subset_of or before).who
            found.lent = before.lends
    elif before is not None and before.unit_id != "unknown" and before.unit_kind == "count":
        found.unit_id, found.noun = before.unit_id, before.noun
        found.lent = before.lends
    elif found.category.startswith("assets."):
        found.unit_id = "house"
    elif before is None and (_are_people(found) or _are_us(found)):
        found.unit_id = "person"
        found.category = "people.other" if found.category == "other" else found.category


def _are_people(found: Candidate) -> bool:
    """Tell "thousands fled", "tens of thousands in the camps": people, where nothing else was counted before."""
    lowers = found.sentence.lowers
    if found.kind != "vague" or not lowers[found.after - 1].endswith("s") or lowers[found.after] == "of":
        return False
    behind = found.sentence.words[found.after]
    return behind.noun is None or behind.verbs != ()


def _are_us(found: Candidate) -> bool:
    """Tell people who speak of themselves: "there are 300 *of us*", "*we are* 15 in the house"."""
    lowers, behind = found.sentence.lowers, found.after
    if lowers[behind] == "of" and lowers[behind + 1] in _US:
        return True
    ends = lowers[behind] in _ENDS_OF_US or found.sentence.words[behind].flags & s.PREP
    return (
        bool(ends)
        and found.sentence.words[found.left - 1].flags & s.BE != 0
        and lowers[found.left - 2] in _US
    )


def continues(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell whether a bare number continues the figure before it: "1,675 to Niger, 312 to Italy"."""
    return (
        found.noun is None
        and found.unit is None
        and found.unit_id == "unknown"
        and found.kind != "fraction"
        and _is_near(sentence, before, found)
        and not (before.rule == "change" and sentence.lowers[found.first - 1] == "to")
        and (before.unit_kind in ("count", "currency") or _is_next(sentence, before, found))
        and not (before.unit_kind == "ratio" and found.value is not None and found.value > _largest(before))
    )


def _is_near(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell a number that at most an aside parts from the one before it: "hurt 9, *the mayor said,* and 4 more"."""
    apart = found.first - before.after
    if apart < _NEAR or apart > _ASIDE:
        return apart < _NEAR
    link = found.left - 1
    if not sentence.words[link].flags & s.CONJ or sentence.lowers[link - 1] != "," or before.rule in DEFAULTS:
        return False
    if "," not in sentence.lowers[before.right : link - 1]:
        return False
    return not any(word.flags & s.AUX for word in sentence.words[before.right : link])


def _largest(before: Candidate) -> int:
    """Return the largest number that may share the unit of a ratio: "half (34 out of 89)" counts no halves."""
    return 1 if before.unit_id == "share" else _LARGEST_SHARE


def lists_shares(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell a share that goes on a list: "43% of cases were in Bagna, followed by 26% in Tolo and 14% in Gan"."""
    if before.unit_kind != "ratio" or found.unit_kind != "ratio" or found.first - before.right > _FAR:
        return False
    if found.rule != "default" or found.category != "measure.ratio":
        return False
    if before.category.startswith("measure.") and before.category != "measure.change":
        return False
    phrase = found.phrase
    if phrase is not None and phrase.deepest is not None:
        return False
    if sentence.words[found.left - 1].flags & s.CONJ:
        return True  # "half of the deaths occurred at home, and 30 per cent on the road"
    if found.first - before.right > _LISTED:
        return False
    for at in range(found.first - 1, max(before.right - 1, found.first - 1 - _MEMBER), -1):
        if sentence.lowers[at] in _MARKS or sentence.words[at].flags & s.CONJ:
            return True
        if sentence.words[at].flags & (s.AUX | s.CONTRAST | s.LEVEL):
            break  # "rose by 3%, and *stands at* 9%"
    return False


def is_given_to(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell goods by weight or volume and who has them: "870 mt to 30,000 people", "40 tonnes of rice to 9 families"."""
    if found.unit_id not in _RECEIVERS or before.unit_kind not in ("count", "physical"):
        return False
    if before.unit_kind == "count" and (before.noun is None or before.noun.cls != "good"):
        return False
    if before.unit is not None and before.unit.dimension not in ("mass", "volume"):
        return False
    at = found.left - 1
    while sentence.lowers[at - 1] in _GONE or sentence.words[at - 1].flags & s.AUX:
        at -= 1  # "300 doses *have gone* to 60 children"
    return at == before.right and before.rule in DEFAULTS | _OBJECT


def give(before: Candidate, found: Candidate) -> None:
    """Make two such figures aid and whom it reached, as far as no word says what they are."""
    sentence, at = before.sentence, before.left - 1
    listed = not sentence.lowers[at][-1:].isalpha() or sentence.words[at].flags & s.CONJ != 0
    if before.category == "measure.other" and before.rule == "default" and listed:  # not "sells 40 litres to"
        before.category = "aid.delivered"
    if before.category == "aid.delivered" and found.category == "people.other":
        found.category, found.rule, found.trigger = "people.reached", "recipient", before.trigger


def _is_next(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell whether only list marks and small words stand between two numbers: "2,250 acres and 290"."""
    at = found.first - 1
    changed = sentence.lowers[at] == "to" and before.rule == "change"
    if at - before.right > 1 or changed or sentence.words[at].flags & s.AUX:
        return False
    said = sentence.lowers[before.right] == ";" or sentence.words[at].certainty is not None
    return before.unit_kind != "time" or not said  # "after two days, *said* 46"


def copy(found: Candidate, before: Candidate) -> None:
    """Give a number that continues the one before it the category, unit and population of that."""
    found.category, found.rule, found.trigger = before.category, "continued", before.trigger
    found.unit_id, found.unit_kind, found.unit, found.noun = (
        before.unit_id,
        before.unit_kind,
        before.unit,
        before.noun,
    )
    found.implied, found.lent = True, before.lends
    if not found.who:
        found.who = before.who


def of_conjunct(
    sentence: Sentence, lexicon: Compiled, found: Candidate, behind: Candidate
) -> Evidence | None:
    """Give a phrase without a verb of its own the verb of its conjunct: "12 men and 30 women were killed"."""
    if (
        found.subset_of is not None
        or behind.subset_of is found
        or found.unit_kind not in ("count", "physical")
    ):
        return None
    first = found.right
    if sentence.lowers[first] == "(":  # "2 nurses (a man and a woman) and 1 driver were hurt"
        first = clause.behind_bracket(sentence, first)
    between = range(first, behind.first)
    joined = any(sentence.words[i].flags & s.CONJ or sentence.lowers[i] == "," for i in between)
    plain = all(
        not (sentence.words[i].flags & (s.AUX | s.CONTRAST) or sentence.words[i].verbs)
        or sentence.words[i].before
        or _is_attribute(sentence, i)
        for i in between
    )
    apart = any(sentence.words[i].flags & s.PREP and not sentence.words[i].before for i in between)
    if apart:  # "60 students in the capital and 15 miners in the north are stranded"
        listed = behind.implied and behind.trigger is not None and behind.trigger[0] > behind.end
        listed = listed and sentence.words[behind.right].flags & s.PREP != 0
        link = sentence.words[behind.left - 1].flags & s.CONJ or listed and found.right + 2 < behind.left
        unlike = found.unit_id != behind.unit_id and "person" in (found.unit_id, behind.unit_id)
        apart = not link or len(between) > _APART or unlike
    if not joined or not plain or apart or len(between) > _APART:
        return None
    at = behind.right
    if behind.rule == "conjunct" and behind.trigger is not None:
        at = next((i for i, start in enumerate(sentence.starts) if start == behind.trigger[0]), at)
    evidence = clause.predicate(sentence, lexicon, at, classes_of(found, None))
    if evidence is not None and evidence.category == "people.population":
        evidence = dwell(sentence, lexicon, evidence)
    return evidence._replace(rule="conjunct") if evidence is not None else None


def _is_attribute(sentence: Sentence, at: int) -> bool:
    """Tell a participle before its noun: "12 nurses and other *displaced* women and 9 men were hurt"."""
    attribute = "-" in sentence.lowers[at] or sentence.words[at - 1].flags & s.OTHER != 0
    behind = sentence.words[at + 1]
    return attribute and sentence.words[at].forms & s.PARTICIPLE != 0 and (behind.plural or behind.strange)


def inherit(found: Candidate) -> None:
    """Subtotals and restatements take the category of their total."""
    whole = found.same_as or found.subset_of
    if whole is None:
        return
    if found.same_as is not None and whole.rule in DEFAULTS and found.rule in _TOLD_LATER:
        whole.category, whole.rule, whole.trigger = found.category, "continued", found.trigger
        return  # "26 households, equivalent to 130 people, were displaced"
    own = found.phrase is not None and found.phrase.partner is whole and found.rule not in DEFAULTS
    if (
        found.rule == "object"
        and found.trigger is not None
        and found.trigger[0] > whole.end
        and found.trigger != whole.trigger
    ):
        own = True  # "killed 31 recruits, wounding dozens of them"
    weak = found.category in WEAK  # "38 deaths (26 in isolation)", "9,000 people: 4,000 women"
    if weak and found.rule in _TOLD_WEAKLY or found.category in _STATUS and whole.category in _DONE_TO:
        found.rule = "default"
    if (
        found.same_as is not None
        or not own
        and found.rule
        not in (
            "participle",
            "predicate",
            "adjective",
            "strong noun",
            "unit",
            "age",
            "label",
        )
    ):
        found.category, found.trigger = whole.category, whole.trigger
        found.rule = "purpose" if whole.rule == "purpose" else "total"
        if whole.rule == "purpose" and found.certainty is not Certainty.DISPUTED:
            found.certainty = whole.certainty
            found.cue_spans += tuple([span for span in whole.cue_spans if span[2] == "planned"])
    if found.unit_id == "unknown" or found.implied and found.unit_kind == "count":
        found.unit_id, found.unit_kind, found.implied = whole.unit_id, whole.unit_kind, True
        found.lent = whole.lends
