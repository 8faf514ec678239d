"""The rules that give a figure its category, in their order of precedence.

`RULES` is that order: the first rule that answers wins. A noun that is a category by itself ("fatalities") comes first,
then a label, what the phrase is made to do, the verb it is object of, nominalisations and recipients, the participle
right behind it, the total a level speaks of, the predicate further right, what it is taken as, the list or bracket it
stands in, its own participle, what the noun says, the nearest word of its clause, and last the default of its class.
"""

from __future__ import annotations

from collections.abc import Callable

from figures import clause
from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.measures import measure
from figures.phrase import read_nouns
from figures.tokens import Sentence

Rule = Callable[[Sentence, Compiled, Candidate, tuple[str, ...]], Evidence | None]

WEAK = frozenset(("people.other", "other", "assets.count"))


def classes_of(found: Candidate, before: Candidate | None) -> tuple[str, ...]:
    """Return the semantic classes a number may have, best first; an implied noun may be the last one or a person."""
    noun = found.phrase.deepest if found.phrase is not None else None
    if found.phrase is not None and noun is None and found.phrase.partner is not None:
        noun = found.phrase.partner.noun
    if found.unit_kind == "currency":
        return ("money",)
    if found.unit_kind == "physical" and found.unit is not None:
        dimension = found.unit.dimension or "thing"
        if dimension == "area" and noun is not None and noun.cls in ("good", "crop", "thing"):
            return ("crop", "land")
        return (noun.cls, dimension) if noun is not None else (dimension,)
    if found.unit_kind == "ratio" and noun is not None and noun.cls == "place":
        return ("land", "person")
    if noun is not None:
        return (noun.cls,)
    if found.unit_kind == "ratio":
        return ("person",)
    if found.unit_id != "unknown":
        return ("person",) if found.unit_id == "person" else ("thing",)
    inherited = before.noun.cls if before is not None and before.noun is not None else None
    return (
        (inherited, "person")
        if inherited is not None and inherited not in ("label", "event")
        else ("person", "house")
    )


def right_end(found: Candidate) -> int:
    """Return the token index behind the whole phrase of a number; asked by every rule, so kept on the candidate."""
    if found.right < 0:
        found.right = max(found.after, found.phrase.stop if found.phrase is not None else 0)
    return found.right


def left_end(sentence: Sentence, found: Candidate) -> int:
    """Return the token index where the phrase of a number begins with its cues and signs; kept on the candidate."""
    if found.left < 0:
        first = found.first
        while first > 0 and sentence.ends[first - 1] > found.text_start:
            first -= 1
        found.left = first
    return found.left


def _strong_noun(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    noun, phrase = found.noun, found.phrase
    if (
        phrase is not None
        and noun is None
        and found.unit is None
        and phrase.complement is None
        and phrase.noun is not None
    ):
        noun = phrase.noun
    if noun is None or not noun.strong or noun.category is None or phrase is None or phrase.head is None:
        return None
    if (
        noun.category == "people.ill"
        and phrase.complement is None
        and sentence.lowers[phrase.after : phrase.after + 1] == ["of"]
    ):
        inner = read_nouns(sentence, phrase.after + 1)
        if inner.noun is not None and inner.noun.category == "event.count":
            return Evidence("event.count", phrase.head, "strong noun")  # "58 cases of violence"
    return Evidence(
        clause.combined(sentence, lexicon, phrase.head, noun.category, ("person",)),
        phrase.head,
        "strong noun",
    )


def _label(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    at = right_end(found)
    closed = (
        at >= sentence.size
        or sentence.lowers[at] in ",;|()•./"
        or sentence.words[at].flags & (s.CONJ | s.PREP)
    )
    closed = closed or sentence.words[at].certainty is not None
    if not closed:
        return None
    first = left_end(sentence, found)
    evidence = clause.label(sentence, lexicon, first, classes)
    marked = first > 0 and not sentence.lowers[first - 1][0].isalpha()
    return evidence if marked or found.noun is None and found.unit is None else None


def _infinitive(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    evidence = clause.infinitive(sentence, lexicon, left_end(sentence, found), right_end(found), classes)
    return (
        clause.ordered(sentence, lexicon, evidence, found.first, right_end(found))
        if evidence is not None
        else None
    )


def _governed(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """The verb whose object the phrase is, or the nominalisation or recipient verb before its preposition."""
    evidence = clause.governor(sentence, lexicon, left_end(sentence, found), classes)
    if evidence is None or evidence.rule != "object":
        return evidence
    if evidence.category == "funding.other":  # "cost" alone; what was paid for may say more
        return None
    if sentence.words[evidence.at].flags & s.LEVEL:  # "displacement may reach 95,000 people"
        return _level(sentence, lexicon, found, classes) or evidence
    if evidence.category == "people.casualties":  # "shot four nurses dead"
        return _participle(sentence, lexicon, found, classes) or evidence
    return evidence


def _participle(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """A participle or adjective that follows the phrase at once, unless the phrase has a verb further on.

    "12 people killed", "300 homeless"; but "200 people displaced from the district have returned" is a return.
    """
    at = right_end(found)
    while at < sentence.size and sentence.words[at].flags & s.TRANSPARENT and not sentence.words[at].verbs:
        at += 1
    if at >= sentence.size or not (sentence.words[at].verbs or sentence.words[at].adjectives):
        return None
    if (
        not any(form & s.PARTICIPLE for _, form in sentence.words[at].verbs)
        and not sentence.words[at].adjectives
    ):
        return None
    evidence = clause.predicate(sentence, lexicon, at, classes)
    if evidence is None or evidence.at != at:
        return None
    if at + 1 < sentence.size and sentence.words[at + 1].flags & s.PREP:
        main = clause.predicate(sentence, lexicon, at + 1, classes, bound=True)
        if main is not None and main.rule == "predicate" and _plain_between(sentence, at, main.at):
            return main
    return evidence


def _plain_between(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a later verb still belongs to the phrase: it has an auxiliary and no other clause stands between."""
    words = range(first + 1, last)
    return any(sentence.words[i].flags & (s.BE | s.HAVE) for i in words) and not any(
        sentence.words[i].flags & (s.REL | s.SUB | s.CONTRAST | s.CONJ)
        or sentence.lowers[i] == ","
        or sentence.numbers[i] is not None
        for i in words
        if not sentence.words[i].flags & s.PREP
    )


def _level(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    if found.noun is not None and found.noun.category not in WEAK:
        return None
    evidence = clause.level(sentence, lexicon, found.first, classes)
    money = found.unit_kind == "currency"
    return (
        None if evidence is not None and money and not evidence.category.startswith("funding.") else evidence
    )


def _predicate(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    evidence = clause.predicate(sentence, lexicon, right_end(found), classes)
    return (
        clause.ordered(sentence, lexicon, evidence, found.first, right_end(found))
        if evidence is not None
        else None
    )


def _role(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """What people are taken as: "registered 300 people as refugees", "200 houses were listed as destroyed"."""
    at = right_end(found)
    for index in range(at, min(sentence.size - 1, at + 7)):
        if sentence.lowers[index] in ",.;:" or sentence.numbers[index] is not None:
            return None
        if sentence.lowers[index] == "as":
            return clause.taken_as(sentence, lexicon, index + 1, classes)
    return None


def _bracket(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """A share in brackets speaks of the figure before it: "863,000 people (12%)"."""
    if found.unit_kind != "ratio" or found.first == 0 or sentence.lowers[found.first - 1] != "(":
        return None
    for index in range(found.first - 2, max(-1, found.first - 14), -1):
        before = sentence.numbers[index]
        if (
            before is not None
            and before.skipped is None
            and before.category
            and not before.category.startswith("measure.")
        ):
            found.who = found.who or before.who
            return Evidence(before.category, -1, "bracket")
    return None


def _conjunct(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """The second of two phrases under one verb: "killed 12 civilians and 3 soldiers"."""
    at = left_end(sentence, found) - 1
    if at < 1 or not (sentence.words[at].flags & s.CONJ or sentence.lowers[at] == ","):
        return None
    if sentence.lowers[at - 1] == "," and sentence.words[at].flags & s.CONJ:
        at -= 1
    for index in range(at - 1, max(-1, at - 8), -1):
        before = sentence.numbers[index]
        if before is not None:
            if (
                before.skipped is not None
                or before.unit_kind != found.unit_kind
                or before.rule in ("noun", "default", "")
                or not before.category
            ):
                return None
            same = (
                before.noun is not None
                and found.noun is not None
                and (
                    before.noun.cls == found.noun.cls
                    or {before.noun.cls, found.noun.cls} <= {"person", "combatant", "household"}
                )
            )
            structures = (
                before.category.startswith("assets.")
                and found.noun is not None
                and "structure" in lexicon.fallback.get(found.noun.cls, ())
            )
            goods = (
                before.category.startswith("aid.")
                and found.noun is not None
                and found.noun.cls in ("good", "thing")
            )
            if not (same or structures or goods):
                return None
            at_token = -1
            if before.trigger is not None:
                at_token = next(
                    (i for i, start in enumerate(sentence.starts) if start == before.trigger[0]), -1
                )
            return Evidence(before.category, at_token, "conjunct")
        if sentence.words[index].flags & (s.AUX | s.CONTRAST) or sentence.lowers[index] in ";:|":
            return None
        if sentence.words[index].verbs and sentence.words[index].noun is None:
            return None
    return None


def _modifier(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    phrase = found.phrase
    while phrase is not None and phrase.noun is None and phrase.complement is not None:
        phrase = phrase.complement
    return (
        clause.modifier(sentence, lexicon, phrase.modifiers, classes)
        if phrase is not None and phrase.modifiers
        else None
    )


def _force(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """People who make up an armed body: "a brigade of 2,000 volunteers", "a brigade joined with 1,000 citizens"."""
    at = left_end(sentence, found) - 1
    if "person" not in classes or sentence.lower_at(at) not in ("with", "of"):
        return None
    for index in range(at - 1, max(-1, at - 9), -1):
        noun = sentence.words[index].noun
        if sentence.numbers[index] is not None or sentence.lowers[index] in ",;:":
            return None
        if noun is not None and noun.cls == "force":
            return Evidence("combatants.strength", index, "force")
    return None


def _noun(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """What the noun says by itself, unless that is only "people" or "other"."""
    phrase = found.phrase
    noun = phrase.deepest if phrase is not None else found.noun
    if noun is None and found.noun is not None:
        noun = found.noun
    if noun is None or noun.category is None or noun.category in WEAK or found.unit_kind == "currency":
        return None
    if found.unit_kind == "ratio" and noun.cls in ("place", "money", "thing"):
        return None
    if found.unit_kind == "ratio" and noun.category == "people.population":
        return Evidence("people.other", -1, "default")
    inner = phrase
    while inner is not None and inner.noun is None and inner.complement is not None:
        inner = inner.complement
    head = inner.head if inner is not None and inner.head is not None else -1
    return Evidence(noun.category, head, "noun")


def _nearby(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    if found.unit_kind == "count" and found.noun is None and found.unit_id != "person":
        return None
    if found.unit_kind == "ratio" and (
        found.phrase is None or found.phrase.deepest is None and found.phrase.partner is None
    ):
        return None
    if sentence.lowers[max(0, left_end(sentence, found) - 1)] == "by":
        return None  # an agent: "held by 90 troops"
    reach = 12 if found.unit_kind == "currency" else 6
    return clause.nearby(sentence, lexicon, found.first, right_end(found), classes, reach)


def _default(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    phrase = found.phrase
    noun = found.noun or (phrase.deepest if phrase is not None else None)
    if found.unit_kind == "currency":
        return Evidence("funding.other", -1, "default")
    if found.unit_kind == "ratio" and (noun is None or noun.cls in ("place", "money", "thing")):
        return Evidence("measure.ratio", -1, "default")
    if noun is not None and noun.category is not None:
        return Evidence(
            noun.category, phrase.head if phrase is not None and phrase.head is not None else -1, "default"
        )
    if found.unit_kind == "ratio":
        return Evidence("measure.ratio", -1, "default")
    if found.unit_kind == "physical":
        area = found.unit is not None and found.unit.dimension == "area"
        return Evidence("area.territory" if area else "measure.other", -1, "default")
    if found.unit_id in ("person", "household"):
        return Evidence("people.other", -1, "default")
    return None


RULES: tuple[Rule, ...] = (
    _strong_noun, _label, _infinitive, _governed, _participle, _level, _predicate,
    _role, _conjunct, _bracket, _modifier, _force, _noun, _nearby, _default,
)  # fmt: skip


def considered(found: Candidate, lexicon: Compiled) -> list[Evidence]:
    """Return what every rule answers for a decided candidate, in the order of precedence (for `explain`)."""
    sentence, classes = found.sentence, classes_of(found, None)
    answers = [measure(sentence, lexicon, found)]
    answers += [rule(sentence, lexicon, found, classes) for rule in RULES]
    return [answer for answer in answers if answer is not None]
