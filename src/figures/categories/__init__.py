"""The category of a figure: the rules that give one, in their order of precedence.

`RULES` is that order: the first rule that answers wins, unless the figure is a measure. The children of a parent come
first, a noun that is a category by itself ("fatalities"), then the price of what is sold and the cost of relief and
repairs, a label, a convoy, the harm that a share is of, the figure before a share in brackets, the team that people
make up, what they are made to do, the verb it is object of with nominalisations and recipients, the participle right
behind it, the total a level speaks of, the plan before a bracket, what money something rests on, the place of refuge,
the predicate further right, what it is taken as, what is done to "them", the total that it sorts by who they are, the
list it stands in, its own participle, the armed body it makes up, what its noun says, the nearest word of its clause,
the refuge right behind it, and last the default of its class.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from figures.candidates import Candidate
from figures.categories import (
    backed,
    costs,
    defaults,
    force,
    governed,
    harm,
    labels,
    neighbours,
    nouns,
    own,
    pronouns,
    refuge,
    sorts,
    teams,
    verbs,
)
from figures.categories.classes import classes_of
from figures.clause import Evidence
from figures.clause.evidence import WEAK
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.measures import measure
from figures.tokens import Sentence

Rule = Callable[[Sentence, Compiled, Candidate, tuple[str, ...]], Evidence | None]

RULES: tuple[Rule, ...] = (
    nouns.child,
    nouns.strong_noun,
    nouns.price,
    costs.cost,
    labels.label,
    force.convoy,
    harm.harm,
    neighbours.bracket,
    teams.team,
    verbs.infinitive,
    governed.governed,
    verbs.participle,
    verbs.level,
    costs.plan,
    backed.backed,
    refuge.staying,
    verbs.predicate,
    verbs.role,
    pronouns.taken_up,
    sorts.sort,
    neighbours.conjunct,
    neighbours.share,
    nouns.modifier,
    force.force,
    force.agent,
    labels.heading,
    nouns.plain_noun,
    verbs.nearby,
    refuge.inside,
    defaults.default,
)

#: Rules that are asked of one kind of unit only.
_OF_KIND: dict[Rule, str] = {
    nouns.price: "currency",
    costs.cost: "currency",
    costs.plan: "currency",
    backed.backed: "currency",
    harm.harm: "ratio",
    neighbours.bracket: "ratio",
    neighbours.share: "ratio",
}
#: The rules for each kind of unit.
RULES_OF: dict[str, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in RULES if _OF_KIND.get(rule, kind) == kind)
    for kind in ("count", "currency", "physical", "ratio", "time")
}

#: What may say something of a whole: the verb around "12 of the 300 villagers" is that of the part.
OF_A_WHOLE: tuple[Rule, ...] = (
    nouns.strong_noun,
    own.own_participle,
    own.own_relative,
    nouns.modifier,
    nouns.own_people,
    nouns.plain_noun,
    defaults.default,
)


# What is there for a rule to read, one bit each: a rule is asked only where what it needs is there.
_LED: Final = 1 << 0
_TO_DO: Final = 1 << 1
_MODIFIED: Final = 1 << 2
_VEHICLE: Final = 1 << 3
_TEAM: Final = 1 << 4
_AS: Final = 1 << 5
_THEM: Final = 1 << 6
_HEADED: Final = 1 << 7
_LABELLED: Final = 1 << 8
_GOES_ON: Final = 1 << 9
_SIZED: Final = 1 << 10
_INSIDE: Final = 1 << 11
_JOINED: Final = 1 << 12
#: A rule that is named here answers nothing without it (`features`).
NEEDS: dict[Rule, int] = {
    nouns.child: _LED,
    force.convoy: _VEHICLE,
    teams.team: _TEAM,
    verbs.infinitive: _TO_DO,
    verbs.role: _AS,
    pronouns.taken_up: _THEM,
    nouns.modifier: _MODIFIED,
    force.force: _LED,
    force.agent: _LED,
    labels.heading: _HEADED,
    labels.label: _LABELLED,
    verbs.participle: _GOES_ON,
    refuge.staying: _GOES_ON,
    verbs.level: _SIZED,
    refuge.inside: _INSIDE,
    neighbours.conjunct: _JOINED,
}
_LEADS = ("of", "with")
_JOINS = s.CONJ | s.DET | s.PREP
_asked: dict[str, dict[int, tuple[Rule, ...]]] = {kind: {} for kind in RULES_OF}


def features(sentence: Sentence, lexicon: Compiled, found: Candidate) -> int:
    """Return what stands around a number that some rule reads, as bits."""
    tokens, lowers, noun, phrase = sentence.tokens, sentence.lowers, found.noun, found.phrase
    before, behind = lowers[found.left - 1], found.right
    leading, following = sentence.words[found.left - 1], sentence.words[behind]
    bits = _LED if before in _LEADS or before[-2:] == "by" else 0
    if lowers[behind] == "to" or following.forms & s.BASE:
        bits |= _TO_DO
    if following.flags or following.forms or following.adjectives or lowers[behind] in ",(":
        bits |= _GOES_ON
    if leading.flags & _JOINS or before == "," or before in neighbours.QUOTES:
        bits |= _JOINED
    if leading.flags & s.HAVE or lowers[behind] in lexicon.lists.inside:
        bits |= _INSIDE
    if phrase is not None and (phrase.modifiers or phrase.complement is not None):
        bits |= _MODIFIED
    if noun is not None and noun.cls == "vehicle":
        bits |= _VEHICLE
    if _may_be_labelled(sentence, found, before, leading):
        bits |= _LABELLED
    if noun is None or noun.category in WEAK:
        size = sentence.words[found.first - 1]
        if size.flags or size.strange or size.before is not None or size.certainty is not None:
            bits |= _SIZED
    if before in lexicon.lists.made_up or lowers[found.after] in teams.SIGNS:
        bits |= _TEAM
    if "as" in tokens:
        bits |= _AS
    if "them" in tokens:
        bits |= _THEM
    return bits if sentence.heading is None else bits | _HEADED


def _may_be_labelled(sentence: Sentence, found: Candidate, before: str, leading: s.Word) -> bool:
    """Tell a mark before a number, a colon further left, or a noun that may be its label."""
    if found.noun is None and found.unit is None or before and not before[0].isalpha():
        return True
    if leading.noun is not None and found.noun is not None or sentence.lowers[found.first - 1] == ":":
        return True
    return leading.strange and ":" in sentence.tokens


def rules_for(kind: str, there: int) -> tuple[Rule, ...]:
    """Return the rules for a kind of unit that may answer where some features are, in order."""
    rules = _asked[kind].get(there)
    if rules is None:
        rules = tuple(rule for rule in RULES_OF[kind] if NEEDS.get(rule, 0) & ~there == 0)
        _asked[kind][there] = rules
    return rules


def considered(found: Candidate, lexicon: Compiled) -> list[Evidence]:
    """Return what every rule answers for a decided candidate, in the order of precedence (for `explain`)."""
    sentence, classes = found.sentence, classes_of(found, None)
    answers = [measure(sentence, lexicon, found)]
    answers += [rule(sentence, lexicon, found, classes) for rule in RULES_OF[found.unit_kind]]
    return [answer for answer in answers if answer is not None]
