"""Rules that read the category from the number before: the same list, the figure before a bracket."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.categories.asked import is_begged
from figures.categories.classes import PEOPLE
from figures.categories.sorts import of_role
from figures.categories.surveys import is_of_asked
from figures.clause import Evidence
from figures.clause.evidence import ANY_ROLE, OBJECT, Reading, form_of, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.tokens import Sentence

_LIST = 9  # tokens between two members of a list
_SHARE = 16  # tokens between a share and the figure that it is of
_APART = frozenset((",", "-", "–", "—"))
_BRACKET = 12  # tokens between a share in brackets and its figure
_ITEMS = 8  # tokens of items without a number before "and"
_THINGS = frozenset(
    ("building", "good", "house", "infrastructure", "refuge", "structure", "vehicle", "weapon")
)
_NEED = Reading(form_of(s.ANY_FORM, OBJECT), ANY_ROLE, ANY_ROLE)
QUOTES = frozenset("\"'“‘")
_OF_OBJECT = ("conjunct", "object")
_HARMED = ("area.", "assets.d", "livelihood.", "people.")
_RECIPIENTS = ("people.reached", "people.targeted", "people.other")
_AIDED = ("people.reached", "people.targeted")
_GIVEN = ("for", "to")
#: Rules that say nothing of a verb, so that the next member has nothing to share.
_NO_VERB = ("noun", "default", "")


def conjunct(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the second of two phrases under one verb: "killed 12 civilians and 3 soldiers"."""
    at = found.left - 1
    if sentence.lowers[at] in QUOTES or sentence.words[at].flags & s.DET:
        at -= 1  # "killed an officer and \"several\" guards", "killed a cook and *his* two sons"
    if sentence.lowers[at] in _GIVEN and sentence.words[at - 1].flags & s.CONJ:
        return _also_given(sentence, at)
    besides = _besides(sentence, lexicon, at)
    if besides:
        at -= besides
        at -= sentence.lowers[at - 1] == "("  # "killed a cook and his wife (along with two sons)"
    elif at < 1 or not (sentence.words[at].flags & s.CONJ or sentence.lowers[at] == ","):
        return None
    at -= sentence.lowers[at - 1] == "," and sentence.words[at].flags & s.CONJ != 0
    verb = 0
    for index in range(at - 1, max(-1, at - 1 - (_SHARE if besides else _LIST)), -1):
        before, word = sentence.numbers[index], sentence.words[index]
        if before is not None and before.skipped is None:
            beside = before.unit_kind == "time" or before.category == "measure.other"
            if beside and found.unit_kind == "count" or before.same_as is not None:
                continue  # "reached 900 children aged *8 to 20 months* and", "killed nine *(9)* cooks and"
            if before.subset_of is not None and not sentence.words[found.right].flags & s.AUX:
                if sentence.words[found.right].forms & s.PAST:
                    return None  # "killed 19 people, including six boys, and 30 families *fled*"
                before = before.subset_of  # "killed 19 people, including six boys, and another 23"
            if verb and _trigger(sentence, before) < verb:
                return None  # "a worker was *abducted* along with three drivers" shares its verb
            if _is_next_gift(sentence, before, found):
                continue  # "gave *40 tents* to 300 families and 9 tonnes of rice to 60"
            if _is_aid(before, found):
                return Evidence("aid.delivered", _trigger(sentence, before), "conjunct")
            if not _shares_verb(lexicon, before, found):
                return _of_same_verb(sentence, lexicon, before, found, classes)
            own = _own(sentence, lexicon, before, found, classes)
            return own or Evidence(before.category, _trigger(sentence, before), "conjunct")
        if word.flags & s.CONTRAST or sentence.lowers[index] in ";|":
            return None
        if sentence.lowers[index] == ":":
            break
        if word.flags & s.AUX or _is_verb(sentence, index):
            if besides:
                verb = index
            elif not _are_both_done(sentence, index, found):
                break
    return _with_uncounted(sentence, lexicon, found, at, classes)


def _own(
    sentence: Sentence, lexicon: Compiled, before: Candidate, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a participle of its own: "left two nurses dead and eight *wounded* the army said"."""
    if _trigger(sentence, before) != before.right or not sentence.words[found.right].forms & s.PARTICIPLE:
        return None
    own = clause.modifier(sentence, lexicon, [found.right], classes)
    return own and own._replace(rule="participle")


def _also_given(sentence: Sentence, to: int) -> Evidence | None:
    """Read who gets the same: "mats to 300 families in Bol *as well as to* 40 families in Ari"."""
    for index in range(to - 2, max(-1, to - 2 - _SHARE), -1):
        before = sentence.numbers[index]
        if before is not None and before.skipped is None:
            same = sentence.lowers[before.left - 1] == sentence.lowers[to] and before.category in _AIDED
            return Evidence(before.category, _trigger(sentence, before), "conjunct") if same else None
    return None


def _are_both_done(sentence: Sentence, index: int, found: Candidate) -> bool:
    """Tell the participle of the first phrase where the second has one: "two *hurt* and three others arrested"."""
    if not sentence.words[found.right].forms & sentence.words[index].forms & s.PARTICIPLE:
        return False
    before = next(filter(None, reversed(sentence.numbers[max(0, index - _ITEMS) : index])), None)
    return before is not None and before.right == index


def _with_uncounted(
    sentence: Sentence, lexicon: Compiled, found: Candidate, at: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what is done to things without a number first: "abducted *nurses and* 12 patients"."""
    before, noun = sentence.words[at - 1].noun, found.noun
    if before is None or noun is None:
        return None
    if sentence.lowers[found.left - 1] == "," and before.cls != "good" and sentence.lowers[at - 2] != "a":
        return None  # but "destroyed *a tank*, 3 mortars and a depot"
    if sentence.words[found.right].flags & s.AUX:
        return None
    alike = before.cls == noun.cls or {before.cls, noun.cls} <= PEOPLE
    if not alike and not {before.cls, noun.cls} <= _THINGS:
        return None
    first = at - 1
    while first > at - _ITEMS and _is_item(sentence, first - 1):
        first -= 1
    evidence = clause.governor(sentence, lexicon, first, classes)
    if evidence is None and "good" in classes:
        evidence = _of_list(sentence, lexicon, first - 1, classes)
    elif (
        evidence is not None
        and evidence.category == "aid.delivered"
        and is_begged(sentence, lexicon, evidence.at)
    ):
        evidence = evidence._replace(category="aid.required")
    return evidence and evidence._replace(rule="conjunct")


def _of_list(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read what goods are said to be: "our *needs are* soap and 12 tents", "they *lack food* and 12 tents"."""
    named = sentence.words[at].flags & (s.BE | s.INCLUSION) or sentence.lowers[at] == ":"
    token = sentence.lowers[at - 1].rpartition(" ")[2] if named else sentence.lowers[at].partition(" ")[0]
    word = lexicon.words.get(token)
    if word is None or not named and token == sentence.lowers[at]:
        return None  # not the first word of an entry
    category = says(lexicon, word, _NEED, classes)
    return Evidence(category, at, "conjunct") if category == "aid.required" else None


def _is_item(sentence: Sentence, at: int) -> bool:
    """Tell a noun, its modifier or the comma of a list."""
    word = sentence.words[at]
    if word.flags == s.CONJ and sentence.words[at - 1].noun is not None:
        return True  # "a cook *and* his wife along with two sons"
    if sentence.numbers[at] is not None or word.flags & ~(s.DET | s.PER):
        return False
    if word.verbs and sentence.words[at - 1].flags & (s.PRON | s.MODAL):
        return False  # "we *need* food and"
    if word.forms & (s.PAST | s.PARTICIPLE | s.PRESENT):
        # "assisted displaced families and", "killing its leader and"
        return bool(sentence.words[at - 1].verbs or sentence.words[at - 1].flags & (s.PREP | s.DET))
    return word.noun is not None or sentence.lowers[at] == "," or word.strange or word.flags & s.DET != 0


def _besides(sentence: Sentence, lexicon: Compiled, at: int) -> int:
    """Return how many tokens before the last one of "along with" that begins, 0 where none ends at a token."""
    if not sentence.words[at].flags & s.PREP:
        return 0
    for length in (2, 1):
        if " ".join(sentence.lowers[max(0, at - length) : at + 1]) in lexicon.lists.besides:
            return length
    return 0


def _is_next_gift(sentence: Sentence, before: Candidate, found: Candidate) -> bool:
    """Tell those who got the first of several gifts, "*to 300 families* and 40 tents to 60": the gift is shared."""
    if before.category not in _RECIPIENTS or sentence.lowers[before.left - 1] not in _GIVEN:
        return False
    good = found.unit_kind == "physical" or found.noun is not None and found.noun.cls == "good"
    stop = found.phrase.stop if found.phrase is not None else found.right
    return good and sentence.lowers[stop] in _GIVEN


def _is_aid(before: Candidate, found: Candidate) -> bool:
    """Tell goods that are given beside money: "sent $2m and 206 tents"."""
    if before.category != "funding.received" or before.rule in _NO_VERB or found.noun is None:
        return False
    return found.noun.cls in ("good", "vehicle")


def _is_verb(sentence: Sentence, index: int) -> bool:
    """Tell a verb from the participle before a noun ("and other conflict affected families and 300 migrants")."""
    word = sentence.words[index]
    modifies = word.forms & s.PARTICIPLE and sentence.words[index + 1].noun is not None
    return word.is_verb_only and not modifies


def _trigger(sentence: Sentence, before: Candidate) -> int:
    """Return the token that decided for a number, -1 where none did."""
    offset = before.trigger[0] if before.trigger is not None else -1
    return sentence.starts.index(offset) if offset in sentence.starts else -1


def _shares_verb(lexicon: Compiled, before: Candidate, found: Candidate) -> bool:
    """Tell whether two numbers count alike things, and the first has a verb to share."""
    if before.skipped is not None or before.unit_kind != found.unit_kind or before.rule in _NO_VERB:
        return False
    if found.unit_kind == "currency":
        return True  # "pledged $5m and £3m"
    if found.unit_kind == "physical" and before.category == "aid.delivered":
        return True  # "gave 9 tonnes of rice to 60 families and 3 tonnes of oil to 40"
    if found.noun is None and found.unit_id != "unknown":
        return before.category.startswith("aid.")  # "900 blankets and 300 ESKs"
    if found.noun is None:  # "killed 8, 5 from the coast and 3 from the hills"
        behind = found.sentence.words[found.after]
        return found.unit_id == "unknown" and behind.flags & s.PREP != 0 and found.kind in ("digits", "words")
    return _is_alike(lexicon, before, found.noun)


def _of_same_verb(
    sentence: Sentence, lexicon: Compiled, before: Candidate, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what one verb does to unlike things: "hit 90 families and *300 hectares of rice*"."""
    if before.skipped is not None or before.rule not in _OF_OBJECT:
        return None
    verb = _trigger(sentence, before)
    named = found.noun is not None or found.unit_kind == "physical"
    if not 0 <= verb < before.first or not named or found.unit_kind not in ("count", "physical"):
        return None
    evidence = clause.object_of(sentence, lexicon, verb, classes)
    if evidence is None or not evidence.category.startswith(_HARMED):
        return None
    return evidence._replace(rule="conjunct")


def _is_alike(lexicon: Compiled, before: Candidate, noun: Noun) -> bool:
    if before.noun is not None and (before.noun.cls == noun.cls or {before.noun.cls, noun.cls} <= PEOPLE):
        return True
    if before.category.startswith("assets."):
        things = before.noun is not None and {before.noun.cls, noun.cls} <= _THINGS
        return things or "structure" in lexicon.fallback.get(noun.cls, ())
    return before.category.startswith("aid.") and noun.cls in ("good", "thing")


def share(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the figure that a share is of: "312 cases, over half of them children"."""
    phrase = found.phrase
    if found.unit_kind != "ratio" or phrase is None or phrase.partner is not None:
        return None
    anaphor = phrase.anaphor or phrase.complement is not None and phrase.complement.anaphor
    noun = phrase.deepest
    at = found.left - 1
    while at and (sentence.words[at].flags & s.DET or sentence.words[at] is s.UNKNOWN):
        at -= 1  # "an astonishing two thirds of the population"
    apart = sentence.lowers[at] in _APART and (noun is None or noun.category == "people.population")
    if not anaphor and not apart:
        return None
    return _of_figure(sentence, found, found.left - 1, _SHARE, "share")


def bracket(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the figure before a share in brackets: "863,000 people (12%)"."""
    if found.unit_kind != "ratio" or sentence.lowers[found.first - 1] != "(":
        return None
    if sentence.words[found.right].flags & s.AUX:
        return None  # "(81% are living with relatives)"
    noun = sentence.words[found.first - 2].noun
    if (noun is None or noun.cls not in PEOPLE) and is_of_asked(sentence, lexicon, found):
        return Evidence("people.other", -1, "bracket")  # "respondents named food (62%)"
    if noun is not None and noun.strong and noun.cls == "person" and noun.category is not None:
        return Evidence(noun.category, found.first - 2, "bracket")  # "most returnees (71%)"
    if noun is not None and noun.category == "event.count":
        return Evidence("event.count", found.first - 2, "bracket")  # "looting (48%), arrests (27%)"
    near = _of_figure(sentence, found, found.first - 2, _BRACKET, "bracket")
    if near is None and noun is not None and noun.cls in PEOPLE:
        role = of_role(sentence, lexicon, found.first - 2)
        return Evidence(role, -1, "bracket") if role else None
    return near


def _of_figure(sentence: Sentence, found: Candidate, last: int, reach: int, rule: str) -> Evidence | None:
    """Give a share the category and the people of the nearest figure up to a token."""
    for index in range(last, max(-1, last - reach), -1):
        before = sentence.numbers[index]
        if before is not None and before.skipped is None and not before.category.startswith("measure."):
            found.who = found.who or before.who
            return Evidence(before.category, -1, rule)
    return None
