"""The words before a noun phrase: the verb it is object of, nominalisations, its own modifiers."""

from __future__ import annotations

from figures.clause.evidence import (
    OBJECT,
    STOP,
    SUBJECT,
    Evidence,
    Reading,
    chain,
    combined,
    form_of,
    of_modifier,
    says,
)
from figures.clause.gifts import (
    NOMINAL,
    VERB_OF_RECIPIENT,
    housed,
    is_done,
    is_given,
    is_sought,
    is_topic,
    noun_before,
)
from figures.clause.indirect import done_to, out_of
from figures.clause.parted import of_parted
from figures.compounds import phrase_of
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Word
from figures.tokens import Sentence

_LEFT = 9  # tokens searched before a number
_GIVEN, _LEFT_OF_GIVEN = ("to", "for"), 24  # "kits with soap and lamps to 300 families"
_LEFT_OF_PREPOSITION = 8
_DONE_BY = 5  # tokens between what is done and "by"
_SHOT = 4  # tokens of what is fired at someone
_MEANT = ("people.sheltered", "people.targeted")
_ASIDE = 10  # the longest aside behind a preposition
_FREEING = ("freed", "freeing", "let ", "liberat", "releas")
_FREED, _HELD = "people.rescued", ("people.abducted", "people.detained")
_PARTICLES = 4  # tokens of a verb behind its object

#: Prepositions of time and place: what stands before them governs nothing behind.
_CIRCUMSTANCE = frozenset(("at", "near", "since", "within", "during", "after", "before", "into"))
_SORELY = frozenset(("badly", "desperately", "much", "sorely", "urgently"))
_ON = frozenset(("on", "to"))
_NO_NOMINAL = frozenset(("in", "by", "from", "with", "between", "across"))
_NO_SERVICE = frozenset(("animal", "combatant", "person", "vehicle", "weapon"))
_RECIPIENT = frozenset(("to", "for", "with", "among", "between", "across"))

_VERB_OF_OBJECT = Reading(form_of(s.ANY_FORM, OBJECT))
_NOMINAL_OF_DOER = Reading(form_of(0), (), (SUBJECT,))
_MODIFIER = Reading(of_modifier, (SUBJECT, OBJECT))


def governor(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find the verb or nominalisation that a phrase beginning at `first` is object or recipient of."""
    if sentence.lowers[first - 1] == ",":
        first = _before_aside(sentence, first)
    for index in range(first - 1, first - _LEFT if first > _LEFT else -1, -1):
        word, token = sentence.words[index], sentence.lowers[index]
        if sentence.numbers[index] is not None or token in STOP:
            return None
        if token == "-" and index == first - 1 and sentence.adjacent(index) and not sentence.adjacent(first):
            return None  # "IMPACT- 41 huts burnt- 12 roads closed"
        if word.verbs and not _is_noun(sentence, index):
            if token[-3:] == " by":
                return _done_by(sentence, lexicon, index, classes)  # "was held by 300 farmers"
            return object_of(sentence, lexicon, index, classes)
        if word.flags & s.PREP and not word.before:
            named = index < first - 1 and sentence.is_capital(index + 1) and sentence.words[index + 1].strange
            return None if named else _prepositional(sentence, lexicon, index, classes)  # "of Kilar one"
        if word.flags & (s.CONJ | s.REL | s.SUB | s.AUX) or token in (",", "/"):
            if token == "as" and sentence.lowers[index + 1] == "many":
                continue  # "hurt *twice as many* boys"
            return None
        if word.noun is not None and not word.before and not word.flags & (s.DET | s.OTHER):
            return None
    return None


def _before_aside(sentence: Sentence, first: int) -> int:
    """Return the token behind a preposition that an aside parts from its phrase: "evacuation of, they said, 300"."""
    for at in range(first - 2, max(0, first - _ASIDE), -1):
        if sentence.lowers[at] == ",":
            return at if sentence.words[at - 1].flags & s.PREP else first
        if sentence.numbers[at] is not None or sentence.lowers[at] in STOP:
            break
    return first


def separated(
    sentence: Sentence, lexicon: Compiled, first: int, after: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a verb of several words with its object inside: "forced 300 people *out of their homes*"."""
    at = first - 1
    while sentence.words[at].flags & (s.DET | s.TRANSPARENT | s.OTHER):
        at -= 1
    word = sentence.words[at]
    if not word.phrases or sentence.lowers[after].partition(" ")[0] not in word.phrases:
        return None
    if sentence.words[after].flags & s.CONJ:
        return None
    tokens = " ".join(sentence.lowers[after : after + _PARTICLES]).split()
    sense, length = phrase_of(word, tokens)
    if sense is None or length < len(sentence.lowers[after].split()):
        return None  # "left 1,000 *dead or missing*"
    if length == 1 and sentence.words[after].flags & s.PREP:
        return None  # "holding six hostages in the gorge"
    category = says(lexicon, sense, _VERB_OF_OBJECT, classes)
    if category is None:
        return None
    return Evidence(combined(sentence, lexicon, after, category, classes), after, "object")


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Judge a word that is noun and verb before a number ("the attacks 12 days ago")."""
    word = sentence.words[index]
    if word.noun is None and not word.nominals:
        return False
    leads = word.plural and not word.forms & s.PRESENT and sentence.words[index + 1].flags & (s.LEVEL | s.AUX)
    return bool(leads) or sentence.words[index - 1].flags & s.DET != 0  # "burnt *houses* totalled 12"


def object_of(sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read the verb at a token whose object a phrase is."""
    if sentence.lowers[index].endswith(" by"):
        return None  # those by whom it is done: "a march *held by* 300 nurses"
    category = says(lexicon, sentence.words[index], _VERB_OF_OBJECT, classes)
    joined = sentence.words[index - 1].flags & s.CONJ or sentence.lowers[index - 1] == "/"
    if category is None and joined and sentence.words[index - 2].is_verb_only:
        index -= 2  # "*rescued* and escorted 300 people"
        category = says(lexicon, sentence.words[index], _VERB_OF_OBJECT, classes)
    if category is None:
        return None
    if category == _FREED and sentence.lowers[index].startswith(_FREEING):
        taken = _taken_before(sentence, lexicon, index, classes)
        if taken is not None:
            return taken
    return Evidence(combined(sentence, lexicon, index, category, classes), index, "object")


def _taken_before(
    sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what was done before a release in the same breath: "*kidnapped* and later released 12 people"."""
    at = index - 1
    while sentence.words[at].flags & s.TRANSPARENT:
        at -= 1
    if not sentence.words[at].flags & s.CONJ or not sentence.words[at - 1].is_verb_only:
        return None
    category = says(lexicon, sentence.words[at - 1], _VERB_OF_OBJECT, classes)
    return Evidence(category, at - 1, "object") if category in _HELD else None


def _prepositional(
    sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read "the evacuation of 300 families", "kits to 300 families", "home to 4,000 people"."""
    preposition = sentence.lowers[index]
    if preposition in _CIRCUMSTANCE:
        return _aimed(sentence, lexicon, index, classes) if preposition == "at" else None
    if preposition == "by":
        return _done_by(sentence, lexicon, index, classes)
    if preposition == "of" and (done := of_parted(sentence, lexicon, index, classes)) is not None:
        return done
    depth = 0
    reach = _LEFT_OF_GIVEN if preposition in _GIVEN else _LEFT_OF_PREPOSITION
    for at in range(index - 1, max(-1, index - reach), -1):
        word, token = sentence.words[at], sentence.lowers[at]
        depth += (token == ")") - (token == "(")
        if depth > 0:
            continue
        nominal = bool(word.nominals) and not word.flags & s.PREP
        if token in STOP or nominal and preposition in _NO_NOMINAL:
            return None
        made = token == "made" and not nominal and preposition == "for" and not word.verbs
        if made or word.flags & (s.CONTRAST | s.CLAUSE):
            return None  # "the snow *made* life hard for 300 families", "was hurt *when* a group of four"
        if token == "by" and preposition == "of":
            return None  # "held by a group of 40"
        topic = preposition == "for" and (nominal or word.verbs) and is_topic(sentence, at)
        if topic or sentence.lowers[at - 1] in _SORELY and word.forms & s.PARTICIPLE:
            continue  # "workshops on mine *risk* for 260 pupils", "much *needed* cash to 300 families"
        if nominal:
            evidence = _of_nominal(sentence, lexicon, at, index, classes)
            if evidence is not None or preposition == "of":
                return evidence
        if (
            preposition == "with"
            and token.rpartition(" ")[2] in lexicon.lists.lessons
            and _has_person(lexicon, classes)
        ):
            return Evidence("people.reached", at, "recipient")
        plain = noun_before(sentence, lexicon, at, preposition, index - at, classes)
        if plain is not None and not (word.verbs and " " in token):  # "set up for"
            return Evidence(plain[0], at, plain[1])
        if word.verbs and not _is_noun(sentence, at):
            if preposition == "for" and is_done(lexicon, token) and sentence.words[at - 1].flags & s.BE:
                continue  # "lessons were held for 30 nurses"
            return _of_verb(sentence, lexicon, at, index, classes)
    return None


def _of_nominal(
    sentence: Sentence, lexicon: Compiled, at: int, index: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a nominalisation before a preposition: "the *evacuation* of 300 families", "*aid* for 35,000 people"."""
    preposition = sentence.lowers[index]
    category = says(lexicon, sentence.words[at], NOMINAL, classes)
    if category is None and preposition == "of" and sentence.lowers[at].endswith("needs"):
        category = "people.in_need" if _has_person(lexicon, classes) else None
    elif preposition == "for" and not is_given(sentence, lexicon, at, classes):
        category = lexicon.planned.get(category or "", category)
        if category in _MEANT and is_sought(sentence, lexicon, at):
            category = "people.in_need"
    near = index - at <= 3 or preposition != "of" or category == "people.in_need"
    return Evidence(category, at, "nominal") if category is not None and near else None


def _has_person(lexicon: Compiled, classes: tuple[str, ...]) -> bool:
    return "person" in chain(lexicon, classes)


def _done_by(sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read what people do together: "a *protest* by 60 nurses", "a *rally* was held by 300 farmers"."""
    for at in range(index - 1, max(-1, index - _DONE_BY), -1):
        word = sentence.words[at]
        if word.nominals:
            category = says(lexicon, word, _NOMINAL_OF_DOER, classes)
            return Evidence(category, at, "nominal") if category is not None else None
        if not word.flags & s.BE and not word.forms & s.PARTICIPLE:
            break
    return None


def _aimed(sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read a verb that its object parts from its particle: "*fired* tear gas *at* 12 boys"."""
    for at in range(index - 2, max(-1, index - 2 - _SHOT), -1):
        word = sentence.words[at]
        if word.verbs and "at" in word.phrases and not _is_noun(sentence, at):
            category = says(lexicon, word.phrases["at"][0] or word, _VERB_OF_OBJECT, classes)
            return Evidence(category, at, "object") if category is not None else None
        if word.flags or sentence.numbers[at] is not None or sentence.lowers[at] in STOP:
            break
    return None


def _of_verb(
    sentence: Sentence, lexicon: Compiled, at: int, index: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read a verb before a preposition: "gave kits *to* 300", "disposed *of* 12", but not "stopped his car for two"."""
    word, preposition = sentence.words[at], sentence.lowers[index]
    given = preposition in _RECIPIENT
    if preposition == "from" and "house" in classes:
        return out_of(sentence, lexicon, at)
    if preposition in _ON and word.forms & s.PARTICIPLE:
        done = done_to(sentence, lexicon, at, classes)
        if done is not None:
            return done
    if not given and (preposition != "of" or _is_led(sentence, at + 1, index)):
        return None
    category = says(lexicon, word, VERB_OF_RECIPIENT if given else _VERB_OF_OBJECT, classes)
    if category is None and preposition == "for":
        home = housed(sentence, lexicon, at, classes)  # "a shelter was found for 300 families"
        return Evidence("people.sheltered", home, "nominal") if home >= 0 else None
    if category is None or category == "people.deprived" and is_no_service(sentence.words[index - 1]):
        return None
    return Evidence(category, at, "recipient")


def is_no_service(stopped: Word) -> bool:
    """Tell what is stopped or cut without taking a service from anyone: "stopped his *car* for two men"."""
    return stopped.noun is not None and stopped.noun.cls in _NO_SERVICE


def _is_led(sentence: Sentence, first: int, of: int) -> bool:
    """Tell the "of" of another phrase: "moved *into* one of the 300 huts"."""
    return any(
        sentence.words[i].flags & s.PREP and sentence.words[i].before is None and sentence.lowers[i] != "of"
        for i in range(first, of)
    )


def modifier(
    sentence: Sentence, lexicon: Compiled, modifiers: list[int], classes: tuple[str, ...]
) -> Evidence | None:
    """Read a participle before the head: "3,000 displaced families", "30 wounded soldiers"."""
    for at in reversed(modifiers):
        if sentence.lowers[at + 1] == "related":
            continue  # "40 *flooding* related calls"
        category = says(lexicon, sentence.words[at], _MODIFIER, classes)
        if category == "assets.damaged" and sentence.lowers[at] == "targeted":
            continue  # "four *targeted* schools" of a programme
        if category is not None:
            return Evidence(category, at, "modifier")
    return None
