"""The clause around a noun phrase: which verb, adjective or nominalisation governs it, and in which role.

Every function returns `Evidence` or None; `steps/decide.py` orders them. Roles are those of the frames:
`object` is what the verb is done to, `subject` who does or undergoes it in the active, `recipient` whom it is for.
"""

from __future__ import annotations

from typing import NamedTuple

from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.lexicon.senses import Frame, Noun, Word
from figures.tokens import Sentence

_STOP = frozenset((";", ":", "|", ".", "•", "!", "?", "…"))
_PLAIN = frozenset(("people.other", "other", "assets.count"))
_QUOTE = frozenset("\"“”'‘’")
_RIGHT = 24  # tokens searched behind a phrase for its verb
_LEFT = 9  # tokens searched before a number
_OBJECT, _SUBJECT, _RECIPIENT = "object", "subject", "recipient"


class Evidence(NamedTuple):
    """A category with the token that decided it and the rule that read it."""

    category: str
    at: int
    rule: str
    noun: Noun | None = None  # what a label or a subject counts


def roles(lexicon: Compiled, frame: Frame, role: str, classes: tuple[str, ...]) -> str | None:
    """Return the category that a frame gives a class of noun in a role, through the fallback classes."""
    table: dict[str, str] = getattr(frame, role)
    if not table:
        return None
    for cls in classes:
        for name in lexicon.fallback.get(cls, (cls,)):
            category = table.get(name)
            if category is not None:
                return category
    return None


def _first(lexicon: Compiled, frames: list[tuple[Frame, str]], classes: tuple[str, ...]) -> str | None:
    for cls in classes:
        for frame, role in frames:
            category = roles(lexicon, frame, role, (cls,))
            if category is not None:
                return category
    return None


def _chain(lexicon: Compiled, classes: tuple[str, ...]) -> set[str]:
    return {name for cls in classes for name in lexicon.fallback.get(cls, (cls,))}


def _with_forms(word: Word, forms: int) -> list[Frame]:
    return [frame for frame, form in word.verbs if form & forms]


def predicate(
    sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...], *, bound: bool = False
) -> Evidence | None:
    """Find the verb or adjective that a phrase ending before `at` is subject of, or that modifies it from behind.

    `bound` means that a preposition or relative stands between phrase and verb: only a finite verb is its own then.
    """
    passive = perfect = modal = False
    waiting = False  # behind a verb that says nothing: only a coordinated one still counts ("ambushed and kidnapped")
    reduced: Evidence | None = None
    index, stop = at, min(sentence.size, at + _RIGHT)
    while index < stop:
        word, token = sentence.words[index], sentence.lowers[index]
        if token in _STOP or word.flags & s.CONTRAST:
            break
        if token == "(":
            index = _closing(sentence, index)
            continue
        if sentence.numbers[index] is not None:
            if index == at or _coordinated(sentence, index):
                break
            index += 1
            continue
        if word.flags & s.BE:
            passive = True
        elif word.flags & s.HAVE:
            perfect = True
        elif word.flags & (s.MODAL | s.DO):
            modal = True
        elif word.verbs and not _noun_here(sentence, index, passive or perfect or modal):
            found = _judge(sentence, lexicon, index, classes, passive=passive, perfect=perfect, modal=modal)
            category = found.category if found else None
            if waiting and not (index and sentence.words[index - 1].flags & (s.CONJ | s.TRANSPARENT)):
                return reduced
            if category is not None:
                evidence = Evidence(category, index, "predicate" if passive or perfect or index > at else "participle")
                if not bound or passive or perfect or modal:
                    return evidence
                if reduced is None:
                    reduced = evidence
            elif passive or perfect or modal or not bound and _finite(word):
                if not word.flags & (s.LINKING | s.ORDER_VERB):
                    waiting = True
            if word.flags & s.LINKING:
                passive = True
        elif word.adjectives and (index == at or passive or not bound):
            category = _first(lexicon, [(f, r) for f in word.adjectives for r in (_SUBJECT, _OBJECT)], classes)
            if category is not None:
                return Evidence(combined(sentence, lexicon, index, category, classes), index, "adjective")
        elif word.flags & s.LINKING:
            passive = True
        elif token in ("among", "amongst") and passive and (member := _member(sentence, lexicon, index, classes)) is not None:
            return member
        elif word.flags & s.PREP and token != "to":
            bound = True
            passive = passive and waiting
        elif word.flags & s.SUB and not word.flags & (s.REL | s.PREP):
            break
        elif token == "," and not _parenthetical(sentence, index):
            break
        index += 1
    return reduced


def _member(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read "were among the dead", "was among those killed"."""
    for index in range(at + 1, min(sentence.size, at + 5)):
        word = sentence.words[index]
        if word.noun is not None and word.noun.strong and word.noun.category is not None:
            return Evidence(word.noun.category, index, "predicate")
        frames = [(f, r) for f, form in word.verbs if form & s.PARTICIPLE for r in (_OBJECT, _SUBJECT)]
        frames += [(f, r) for f in word.adjectives for r in (_SUBJECT, _OBJECT)]
        category = _first(lexicon, frames, classes)
        if category is not None:
            return Evidence(category, index, "predicate")
    return None


def infinitive(sentence: Sentence, lexicon: Compiled, first: int, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read what a phrase is made to do: "forced 300 people *to evacuate*", "hundreds *to be relocated*"."""
    if at + 1 >= sentence.size:
        return None
    word = sentence.words[at]
    if word.noun is None and any(form & s.BASE and not form & s.PAST for _, form in word.verbs) and first and sentence.words[first - 1].verbs:
        category = _first(lexicon, [(f, _SUBJECT) for f, form in word.verbs if form & s.BASE], classes)
        return Evidence(category, at, "infinitive") if category is not None else None  # "helped 410 families go back"
    if sentence.lowers[at] != "to":
        return None
    index = at + 1
    while index < sentence.size and sentence.words[index].flags & s.TRANSPARENT:
        index += 1
    passive = index < sentence.size and bool(sentence.words[index].flags & s.BE)
    index += passive
    if index >= sentence.size:
        return None
    form = s.PARTICIPLE if passive else s.BASE
    role = _OBJECT if passive else _SUBJECT
    category = _first(lexicon, [(f, r) for f, k in sentence.words[index].verbs if k & form for r in (role, _SUBJECT)], classes)
    return Evidence(category, index, "infinitive") if category is not None else None


def ordered(sentence: Sentence, lexicon: Compiled, found: Evidence, first: int, after: int) -> Evidence:
    """Turn what people were urged to do into an evacuation."""
    other = lexicon.orders.get(found.category)
    if other is None:
        return found
    around = [*range(max(0, first - 5), first), *range(after, max(after, found.at))]
    if any(sentence.words[i].flags & s.ORDER_VERB for i in around):
        return found._replace(category=other)
    return found


def _finite(word: Word) -> bool:
    return any(form & (s.PAST | s.THIRD | s.BASE) for _, form in word.verbs)


def _noun_here(sentence: Sentence, index: int, expected: bool) -> bool:
    """Judge a word that is noun and verb between a phrase and its verb."""
    word = sentence.words[index]
    if word.noun is None and not word.nominals:
        return False
    before = sentence.words[index - 1] if index else s.UNKNOWN
    if before.flags & (s.DET | s.PREP) and sentence.lowers[index - 1] != "to":
        return True
    return not expected and before is s.UNKNOWN


def _closing(sentence: Sentence, index: int) -> int:
    for at in range(index + 1, min(sentence.size, index + 14)):
        if sentence.lowers[at] == ")":
            return at + 1
    return index + 1


def _coordinated(sentence: Sentence, index: int) -> bool:
    """Tell whether a number begins the next conjunct ("12 men and 30 women were killed")."""
    number = sentence.numbers[index]
    if number is None or number.skipped is not None:
        return False
    for at in range(index - 1, max(-1, index - 5), -1):
        word = sentence.words[at]
        if word.flags & s.CONJ or sentence.lowers[at] == ",":
            return True
        if word.flags & s.PREP:
            return False
    return False


def _parenthetical(sentence: Sentence, index: int) -> bool:
    """Tell whether a comma opens an aside that a verb of the phrase follows ("300 people, mostly women, fled")."""
    behind = sentence.words[index + 1] if index + 1 < sentence.size else s.UNKNOWN
    if behind.flags & (s.REL | s.TRANSPARENT | s.INCLUSION | s.BE | s.HAVE) or any(f & (s.PRESENT | s.PARTICIPLE) for _, f in behind.verbs):
        return True
    for at in range(index + 1, min(sentence.size, index + 18)):
        word = sentence.words[at]
        if sentence.lowers[at] == ",":
            after = sentence.words[at + 1] if at + 1 < sentence.size else s.UNKNOWN
            if after.flags & (s.AUX | s.REL) or after.verbs and after.noun is None:
                return True
        elif sentence.numbers[at] is not None or word.flags & (s.CONTRAST | s.AUX) or sentence.lowers[at] in _STOP:
            return False
    return False


def _judge(
    sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...], *, passive: bool, perfect: bool, modal: bool
) -> Evidence | None:
    """Read the role of a phrase at a verb to its right, from voice and form."""
    word = sentence.words[index]
    frames: list[tuple[Frame, str]] = []
    infinitive = index > 0 and sentence.lowers[index - 1] == "to"
    for frame, form in word.verbs:
        if form & s.PARTICIPLE and passive:
            frames += [(frame, _OBJECT), (frame, _SUBJECT)] if not _opens_phrase(sentence, index + 1) else [(frame, _OBJECT)]
        elif form & s.PRESENT:
            frames.append((frame, _SUBJECT))
        elif form & (s.PAST | s.PARTICIPLE) and not modal:
            if perfect or _opens_phrase(sentence, index + 1):
                frames += [(frame, _SUBJECT)]
            else:
                frames += [(frame, _OBJECT), (frame, _SUBJECT)]
        elif form & (s.BASE | s.THIRD) and (modal or infinitive or not passive):
            frames.append((frame, _SUBJECT))
    category = _first(lexicon, frames, classes)
    if category is None:
        return None
    return Evidence(combined(sentence, lexicon, index, category, classes), index, "verb")


def _opens_phrase(sentence: Sentence, at: int) -> bool:
    """Tell whether an object noun phrase begins at a token, so that the verb before it is active."""
    if at >= sentence.size:
        return False
    word = sentence.words[at]
    if sentence.numbers[at] is not None:
        return sentence.numbers[at].skipped is None  # type: ignore[union-attr]
    if word.flags & s.PREP or word.flags & s.TRANSPARENT or sentence.lowers[at] in ",.;:()":
        return False
    return bool(word.flags & (s.DET | s.PRON) or word.noun is not None and not word.verbs or word.before)


def combined(sentence: Sentence, lexicon: Compiled, at: int, category: str, classes: tuple[str, ...]) -> str:
    """Join two coordinated verbs into the category of both: "killed or injured" are casualties."""
    for conj, other in ((at + 1, at + 2), (at - 1, at - 2), (at, at - 1)):
        if not 0 <= other < sentence.size or conj != at and not sentence.words[conj].flags & s.CONJ:
            continue
        if sentence.numbers[other] is not None:
            continue
        word = sentence.words[other]
        frames = [(f, r) for f, _ in word.verbs for r in (_OBJECT, _SUBJECT)]
        frames += [(f, r) for f in word.adjectives for r in (_SUBJECT, _OBJECT)]
        second = _first(lexicon, frames, classes)
        if second is None and word.noun is not None and word.noun.strong:
            second = word.noun.category
        if second is not None and second != category:
            return lexicon.combinations.get((category, second)) or lexicon.combinations.get((second, category)) or category
    return category


def governor(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find the verb or nominalisation to the left that a phrase beginning at `first` is object or recipient of."""
    role, index, edge = _OBJECT, first - 1, max(-1, first - _LEFT)
    preposition: str | None = None
    while index > edge:
        word, token = sentence.words[index], sentence.lowers[index]
        if sentence.numbers[index] is not None or token in _STOP:
            return None
        if word.verbs and preposition is None and not _noun_left(sentence, index):
            return _object_of(sentence, lexicon, index, classes, role)
        if word.flags & s.PREP and not word.before:
            preposition = token
            break
        if word.flags & (s.CONJ | s.REL | s.SUB | s.AUX) or token == ",":
            return None
        if word.noun is not None and not word.before and not word.flags & (s.DET | s.OTHER):
            return None
        index -= 1
    if preposition is None:
        return None
    return _prepositional(sentence, lexicon, index, classes, preposition)


def _noun_left(sentence: Sentence, index: int) -> bool:
    """Judge a word that is noun and verb before a number ("the attacks 12 days ago")."""
    word = sentence.words[index]
    before = sentence.words[index - 1] if index else s.UNKNOWN
    return (word.noun is not None or bool(word.nominals)) and bool(before.flags & s.DET)


def _object_of(sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...], role: str) -> Evidence | None:
    word = sentence.words[index]
    frames = [(frame, role) for frame in _with_forms(word, s.BASE | s.THIRD | s.PAST | s.PARTICIPLE | s.PRESENT)]
    category = _first(lexicon, frames, classes)
    if category is None:
        return None
    return Evidence(combined(sentence, lexicon, index, category, classes), index, "object")


def _prepositional(sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...], preposition: str) -> Evidence | None:
    """Read "the evacuation of 300 families", "kits to 300 families", "home to 4,000 people"."""
    if preposition in ("in", "at", "by", "from", "near", "since", "within", "during", "after", "before", "into"):
        if preposition not in ("in", "from", "by"):
            return None
    edge = max(-1, index - (24 if preposition in ("to", "for") else 8))
    depth = 0
    for at in range(index - 1, edge, -1):
        word = sentence.words[at]
        depth += (sentence.lowers[at] == ")") - (sentence.lowers[at] == "(")
        if depth > 0:
            continue
        if sentence.lowers[at] in _STOP or word.flags & s.CONTRAST:
            return None
        if word.nominals and not (word.flags & s.PREP):
            if preposition in ("in", "by", "from") :
                return None
            if preposition in ("with", "between", "across"):
                return None
            category = _first(lexicon, [(f, r) for f in word.nominals for r in (_OBJECT, _SUBJECT, _RECIPIENT)], classes)
            if preposition == "for" and category in lexicon.planned:
                category = lexicon.planned[category]  # "aid for 35,000 people" is meant for them
            if category is not None and (index - at <= 3 or preposition != "of"):
                return Evidence(category, at, "nominal")
            if preposition == "of":
                return None
        if preposition == "for" and word.noun is not None and word.noun.cls == "good" and index - at <= 3 and "person" in _chain(lexicon, classes):
            return Evidence("people.targeted", at, "recipient")
        if word.noun is not None and word.noun.strong and preposition == "of" and index - at == 1 and word.noun.category is not None:
            return Evidence(word.noun.category, at, "nominal")
        if word.verbs and not _noun_left(sentence, at):
            wanted = (_RECIPIENT,) if preposition in ("to", "for", "with", "among", "between", "across") else (_OBJECT,) if preposition == "of" else ()
            category = _first(lexicon, [(f, r) for f, _ in word.verbs for r in wanted], classes)
            return Evidence(category, at, "recipient") if category is not None else None
    return None


def label(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read a label before the number: "Killed: 12", "Deaths (confirmed) ..... 8", "Damaged roads: 23", "IDPs | 12,300"."""
    stop = first
    while stop > 0 and (sentence.lowers[stop - 1] in ":|=–—-•…" or sentence.lowers[stop - 1].startswith("..")):
        stop -= 1
    if stop == first and not _bare_label(sentence, stop - 1):
        return None
    start = stop
    while start > 0 and stop - start < 8 and sentence.numbers[start - 1] is None and sentence.lowers[start - 1] not in "|;•./":
        start -= 1
    nouns = [i for i in range(start, stop) if sentence.words[i].noun is not None and not _in_place(sentence, i)]
    head = nouns[-1] if nouns else None
    noun = sentence.words[head].noun if head is not None else None
    if noun is not None and head is not None:
        if noun.strong and noun.category is not None:
            return Evidence(noun.category, head, "label", noun)
        classes = (noun.cls,) if "money" not in classes else ("money", noun.cls)
    for index in range(start, stop):
        word = sentence.words[index]
        frames = [(f, r) for f, form in word.verbs if form & (s.PARTICIPLE | s.PRESENT) for r in (_OBJECT, _SUBJECT)]
        frames += [(f, r) for f in (*word.adjectives, *word.nominals) for r in (_SUBJECT, _OBJECT)]
        category = _first(lexicon, frames, classes)
        if category is not None:
            return Evidence(combined(sentence, lexicon, index, category, classes), index, "label", noun)
    if noun is not None and head is not None and noun.category is not None:
        return Evidence(noun.category, head, "label", noun)
    return None


def _bare_label(sentence: Sentence, at: int) -> bool:
    """Tell a label without a mark: "Dead 4 / Injured 19 / Missing 2"."""
    if at < 0 or at and not (sentence.lowers[at - 1] in "/|;," or sentence.numbers[at - 1] is not None):
        return False
    word = sentence.words[at]
    participle = any(form & s.PARTICIPLE and not form & s.BASE for _, form in word.verbs)
    return participle or bool(word.adjectives) or word.noun is not None and word.noun.strong and word.plural


def level(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read "the death toll rose to 12", "the number of displaced reached 300", "the dead numbered 40"."""
    for at in range(first - 1, max(-1, first - 5), -1):
        word = sentence.words[at]
        changed = sentence.lowers[at] in ("from", "to") and at and sentence.words[at - 1].flags & s.CHANGE_VERB
        if word.flags & (s.LEVEL | s.INCLUSION) and sentence.lowers[at] not in ("with", "among") or changed:
            return subject(sentence, lexicon, at - 1, classes)
        if word.flags & s.BE:
            return _copula(sentence, at - 1)
        if sentence.lowers[at] in _QUOTE:
            continue
        if sentence.numbers[at] is not None or not (word.before or word.flags & (s.DET | s.TRANSPARENT | s.OTHER) or word.certainty):
            return None
    return None


def _copula(sentence: Sentence, at: int) -> Evidence | None:
    """Read "the death toll is 12", "the number of displaced people was 300": only totals are numbers."""
    for index in range(at, max(-1, at - 7), -1):
        noun = sentence.words[index].noun
        if sentence.numbers[index] is not None or sentence.lowers[index] in _STOP or sentence.lowers[index] == ",":
            return None
        if noun is not None and (noun.cls == "label" or noun.strong and noun.cls == "person") and noun.category is not None:
            return Evidence(noun.category, index, "level", noun)
    return None


def subject(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find, leftwards from a token, the noun or participle that a level speaks of."""
    counted: tuple[Noun, int] | None = None
    for index in range(at, max(-1, at - 8), -1):
        word, token = sentence.words[index], sentence.lowers[index]
        if token in _STOP or token == "," or sentence.numbers[index] is not None or word.flags & s.CONTRAST:
            break
        if word.noun is not None and _in_place(sentence, index):
            continue
        if word.noun is not None and word.noun.category is not None and (word.noun.strong or word.noun.category not in _PLAIN):
            return Evidence(word.noun.category, index, "level", counted[0] if counted else word.noun)
        if word.noun is not None and counted is None:
            counted, classes = (word.noun, index), (word.noun.cls,)
        frames = [(f, r) for f, form in word.verbs if form & s.PARTICIPLE for r in (_OBJECT, _SUBJECT)]
        frames += [(f, r) for f in (*word.adjectives, *word.nominals) for r in (_OBJECT, _SUBJECT)]
        category = _first(lexicon, frames, classes)
        if category is not None:
            return Evidence(combined(sentence, lexicon, index, category, classes), index, "level", counted[0] if counted else None)
    if counted is not None and counted[0].category is not None and counted[0].cls != "thing":
        return Evidence(counted[0].category, counted[1], "level", counted[0])
    return None


def _in_place(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun only says where: "the number of militants *in the city*"."""
    for at in range(index - 1, max(-1, index - 4), -1):
        word = sentence.words[at]
        if word.flags & s.PREP:
            return sentence.lowers[at] != "of"
        if word.noun is not None or word.verbs:
            return False
    return False


def subject_as(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find the noun, participle or adjective that says as what something counts, from a token on."""
    for index in range(at, min(sentence.size, at + 4)):
        word = sentence.words[index]
        if sentence.numbers[index] is not None or word.flags & s.PREP:
            return None
        frames = [(f, r) for f, form in word.verbs if form & s.PARTICIPLE for r in (_OBJECT, _SUBJECT)]
        frames += [(f, r) for f in word.adjectives for r in (_SUBJECT, _OBJECT)]
        category = _first(lexicon, frames, classes)
        if category is None and word.noun is not None and word.noun.category not in ("people.other", "other"):
            category = word.noun.category
        if category is not None:
            return Evidence(category, index, "role")
    return None


def modifier(sentence: Sentence, lexicon: Compiled, modifiers: list[int], classes: tuple[str, ...]) -> Evidence | None:
    """Read a participle before the head: "3,000 displaced families", "30 wounded soldiers"."""
    for at in reversed(modifiers):
        word = sentence.words[at]
        frames = [(f, r) for f, form in word.verbs if form & s.PARTICIPLE for r in (_OBJECT, _SUBJECT)]
        frames += [(f, _SUBJECT) for f, form in word.verbs if form & s.PRESENT]
        frames += [(f, r) for f in word.adjectives for r in (_SUBJECT, _OBJECT)]
        category = _first(lexicon, frames, classes)
        if category is not None:
            return Evidence(category, at, "modifier")
    return None


def nearby(sentence: Sentence, lexicon: Compiled, first: int, after: int, classes: tuple[str, ...], reach: int) -> Evidence | None:
    """Find the nearest word of the clause that gives the class any category, within reach."""
    for distance in range(1, reach + 1):
        for at in (first - distance, after + distance - 1):
            if not 0 <= at < sentence.size or sentence.numbers[at] is not None:
                continue
            if _crosses(sentence, at, first, after):
                continue
            word = sentence.words[at]
            if word.flags & (s.PREP | s.MONTH):
                continue
            verbs = [f for f, form in word.verbs if form & (s.PARTICIPLE | s.PRESENT) or "money" in classes]
            frames = [(f, r) for f in (*verbs, *word.nominals, *word.adjectives) for r in (_OBJECT, _SUBJECT, _RECIPIENT)]
            category = _first(lexicon, frames, classes)
            if "money" in classes and word.noun is not None and (word.noun.category or "").startswith("funding."):
                category = word.noun.category
            if category is not None and category != "funding.other":
                return Evidence(category, at, "nearby")
    return None


def _crosses(sentence: Sentence, at: int, first: int, after: int) -> bool:
    between = range(at + 1, first) if at < first else range(after, at)
    return any(sentence.lowers[i] in _STOP or sentence.words[i].flags & s.CONTRAST for i in between)
