"""The main verb of a phrase, behind its participle or relative clause: "people *displaced* there *have returned*"."""

from __future__ import annotations

from figures import clause
from figures.categories.classes import PEOPLE
from figures.clause import Evidence
from figures.clause.evidence import OBJECT, STOP, SUBJECT, Reading, form_of, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase import read_nouns
from figures.tokens import Sentence

_CLAUSE = 6  # tokens of a subordinate clause up to its verb
_RELATIVE = 20  # tokens of a relative clause
_NO_FINITE = ("being", "having")  # "died after *being* shot"
_PARTICIPIAL = 12  # tokens between a participle and the verb of what it stands beside
#: What people say of themselves befell them before: "sleeping in the park asked for help".
_TOLD = frozenset(("people.in_need",))
#: What may befall a possession.
_BEFALLEN = ("assets.", "livelihood.", "area.", "people.", "event.", "funding.loss")
_DID = Reading(form_of(s.PAST, SUBJECT))
_UNDERWENT = Reading(form_of(s.PARTICIPLE, OBJECT))


def main_verb(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Return the finite verb of a phrase behind its participle or relative clause, whose verb stands at `at`."""
    auxiliary = _auxiliary(sentence, at + 1)
    if auxiliary < 0:
        return _active(sentence, lexicon, at + 1, classes)
    main = clause.predicate(sentence, lexicon, at + 1, classes, bound=True)
    if main is None or main.rule not in ("predicate", "adjective") or main.at <= auxiliary:
        return None
    return None if any(_opens_clause(sentence, i) for i in range(auxiliary, main.at)) else main


def _active(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Return the active verb of a phrase behind its participle, what it did itself: "displaced here *received*"."""
    for index in range(at, min(sentence.size, at + _PARTICIPIAL)):
        word = sentence.words[index]
        if (
            word.flags & (s.PRON | s.LINKING)
            or sentence.lowers[index] in STOP
            or _opens_clause(sentence, index)
        ):
            break
        if word.forms & s.PAST and not sentence.words[index - 1].flags & (s.PREP | s.DET | s.CONJ):
            category = says(lexicon, word, _DID, classes)
            if (
                category in _TOLD
                or category is not None
                and says(lexicon, word, _UNDERWENT, classes) is not None
            ):
                break
            if category is not None:
                return Evidence(category, index, "predicate")
    return None


def _auxiliary(sentence: Sentence, at: int) -> int:
    """Return the auxiliary that comes before the next clause, -1 where none does."""
    for index in range(at, sentence.size):
        word = sentence.words[index]
        if word.flags & (s.BE | s.HAVE | s.MODAL):
            return index if sentence.lowers[index] not in _NO_FINITE else -1
        if sentence.lowers[index] == "," and sentence.words[index + 1].flags & (s.BE | s.HAVE):
            continue  # "one nurse giving aid after a raid, *was killed*"
        if word.flags & s.PRON:
            break  # "40 wounded in a raid *they* had launched"
        if sentence.lowers[index] in clause.DASHES and clause.behind_dash(sentence, index) == index + 1:
            break  # "300 people displaced - most of them are in tents"
        if _opens_clause(sentence, index):
            break
    return -1


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """Tell a comma, number or small word that another clause or member begins with: "*who*", "*and*", "*when*"."""
    flags = sentence.words[index].flags
    if flags & s.PREP and not _subordinates(sentence, index):
        return False
    if sentence.lowers[index] == "," or sentence.numbers[index] is not None:
        return True
    return flags & (s.REL | s.SUB | s.CONTRAST | s.CONJ) != 0


def _subordinates(sentence: Sentence, index: int) -> bool:
    """Tell "after their car was swept away" from "displaced after the floods"."""
    if not sentence.words[index].flags & s.SUB:
        return False
    for at in range(index + 1, min(sentence.size, index + _CLAUSE)):
        flags = sentence.words[at].flags
        if flags & s.AUX or sentence.words[at].is_verb_only and at > index + 1:
            return sentence.words[at - 1].noun is not None or sentence.words[at - 1].flags & s.PRON != 0
        if flags & (s.PREP | s.CONJ) or sentence.lowers[at] == "," or sentence.numbers[at] is not None:
            return False
    return False


def of_owned(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read what befell what people have, which is not what befell them: "families *whose homes burnt*"."""
    thing = read_nouns(sentence, at + 1)
    if thing.noun is None or PEOPLE.isdisjoint(classes):
        return clause.predicate(sentence, lexicon, at, classes)
    if thing.noun.strong and thing.noun.category is not None and thing.head is not None:
        return Evidence(thing.noun.category, thing.head, "predicate")  # "whose *bodies* were found"
    said = clause.predicate(sentence, lexicon, thing.after, (thing.noun.cls,))
    if said is None or not said.category.startswith(_BEFALLEN):
        return None
    lost = said.category == "assets.destroyed" and thing.noun.unit == "house"
    return said._replace(category="people.homeless" if lost else "people.affected")


def behind_relative(
    sentence: Sentence, lexicon: Compiled, after: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the main verb behind a relative clause: "two nurses *who wore red coats* were shot"."""
    if sentence.lowers[after] == ",":
        for at in range(after + 2, min(sentence.size, after + _RELATIVE)):
            main = sentence.words[at + 1]
            if sentence.lowers[at] == "," and (main.flags & (s.BE | s.HAVE | s.MODAL) or main.is_verb_only):
                return clause.predicate(sentence, lexicon, at + 1, classes)
            if sentence.lowers[at] in STOP or sentence.words[at].flags & s.CONTRAST:
                break
        return None
    for at in range(after + 1, min(sentence.size, after + _RELATIVE)):
        word = sentence.words[at]
        if word.verbs and not word.flags & s.AUX:
            told = word.certainty is not None or word.flags & s.ORDER_VERB  # "who said the town was hit"
            return None if told else main_verb(sentence, lexicon, at, classes)
        if _opens_clause(sentence, at):
            break
    return None
