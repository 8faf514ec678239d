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


def considered(found: Candidate, lexicon: Compiled) -> list[Evidence]:
    """Return what every rule answers for a decided candidate, in the order of precedence (for `explain`)."""
    sentence, classes = found.sentence, classes_of(found, None)
    answers = [measure(sentence, lexicon, found)]
    answers += [rule(sentence, lexicon, found, classes) for rule in RULES_OF[found.unit_kind]]
    return [answer for answer in answers if answer is not None]
