"""The verb behind a noun phrase: its predicate, what it is made to do, and what it is taken as."""

from __future__ import annotations

from figures.clause.evidence import (
    OBJECT,
    STOP,
    SUBJECT,
    Evidence,
    combined,
    first_category,
)
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Frame, Word
from figures.tokens import Sentence

_RIGHT = 24  # tokens searched behind a phrase for its verb


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
        if token in STOP or word.flags & s.CONTRAST:
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
        elif word.verbs and not _noun_here(sentence, index, expected=passive or perfect or modal):
            found = _judge(sentence, lexicon, index, classes, passive=passive, perfect=perfect, modal=modal)
            category = found.category if found else None
            if waiting and not (index and sentence.words[index - 1].flags & (s.CONJ | s.TRANSPARENT)):
                return reduced
            if category is not None:
                evidence = Evidence(
                    category, index, "predicate" if passive or perfect or index > at else "participle"
                )
                if not bound or passive or perfect or modal:
                    return evidence
                if reduced is None:
                    reduced = evidence
            elif (passive or perfect or modal or not bound and _finite(word)) and not word.flags & (
                s.LINKING | s.ORDER_VERB
            ):
                waiting = True
            if word.flags & s.LINKING:
                passive = True
        elif word.adjectives and (index == at or passive or not bound):
            category = first_category(
                lexicon, [(f, r) for f in word.adjectives for r in (SUBJECT, OBJECT)], classes
            )
            if category is not None:
                return Evidence(combined(sentence, lexicon, index, category, classes), index, "adjective")
        elif word.flags & s.LINKING:
            passive = True
        elif (
            token in ("among", "amongst")
            and passive
            and (member := _member(sentence, lexicon, index, classes)) is not None
        ):
            return member
        elif word.flags & s.PREP and token != "to":
            bound = True
            passive = passive and waiting
        elif _breaks_off(sentence, index):
            break
        index += 1
    return reduced


def _member(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read "were among the dead", "was among those killed"."""
    for index in range(at + 1, min(sentence.size, at + 5)):
        word = sentence.words[index]
        if word.noun is not None and word.noun.strong and word.noun.category is not None:
            return Evidence(word.noun.category, index, "predicate")
        frames = [(f, r) for f, form in word.verbs if form & s.PARTICIPLE for r in (OBJECT, SUBJECT)]
        frames += [(f, r) for f in word.adjectives for r in (SUBJECT, OBJECT)]
        category = first_category(lexicon, frames, classes)
        if category is not None:
            return Evidence(category, index, "predicate")
    return None


def _breaks_off(sentence: Sentence, index: int) -> bool:
    """Tell whether a subordinate clause begins at a token, or a comma that the verb does not follow."""
    flags = sentence.words[index].flags
    if flags & s.SUB and not flags & (s.REL | s.PREP):
        return True
    return sentence.lowers[index] == "," and not _parenthetical(sentence, index)


def _finite(word: Word) -> bool:
    return any(form & (s.PAST | s.THIRD | s.BASE) for _, form in word.verbs)


def _noun_here(sentence: Sentence, index: int, *, expected: bool) -> bool:
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
    if behind.flags & (s.REL | s.TRANSPARENT | s.INCLUSION | s.BE | s.HAVE) or any(
        f & (s.PRESENT | s.PARTICIPLE) for _, f in behind.verbs
    ):
        return True
    for at in range(index + 1, min(sentence.size, index + 18)):
        word = sentence.words[at]
        if sentence.lowers[at] == ",":
            after = sentence.words[at + 1] if at + 1 < sentence.size else s.UNKNOWN
            if after.flags & (s.AUX | s.REL) or after.verbs and after.noun is None:
                return True
        elif (
            sentence.numbers[at] is not None
            or word.flags & (s.CONTRAST | s.AUX)
            or sentence.lowers[at] in STOP
        ):
            return False
    return False


def _judge(
    sentence: Sentence,
    lexicon: Compiled,
    index: int,
    classes: tuple[str, ...],
    *,
    passive: bool,
    perfect: bool,
    modal: bool,
) -> Evidence | None:
    """Read the role of a phrase at a verb to its right, from voice and form."""
    word = sentence.words[index]
    frames: list[tuple[Frame, str]] = []
    infinitive = index > 0 and sentence.lowers[index - 1] == "to"
    for frame, form in word.verbs:
        if form & s.PARTICIPLE and passive:
            frames += (
                [(frame, OBJECT), (frame, SUBJECT)]
                if not _opens_phrase(sentence, index + 1)
                else [(frame, OBJECT)]
            )
        elif form & s.PRESENT:
            frames.append((frame, SUBJECT))
        elif form & (s.PAST | s.PARTICIPLE) and not modal:
            if perfect or _opens_phrase(sentence, index + 1):
                frames += [(frame, SUBJECT)]
            else:
                frames += [(frame, OBJECT), (frame, SUBJECT)]
        elif form & (s.BASE | s.THIRD) and (modal or infinitive or not passive):
            frames.append((frame, SUBJECT))
    category = first_category(lexicon, frames, classes)
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


def infinitive(
    sentence: Sentence, lexicon: Compiled, first: int, at: int, classes: tuple[str, ...]
) -> Evidence | None:
    """Read what a phrase is made to do: "forced 300 people *to evacuate*", "hundreds *to be relocated*"."""
    if at + 1 >= sentence.size:
        return None
    word = sentence.words[at]
    if (
        word.noun is None
        and any(form & s.BASE and not form & s.PAST for _, form in word.verbs)
        and first
        and sentence.words[first - 1].verbs
    ):
        category = first_category(lexicon, [(f, SUBJECT) for f, form in word.verbs if form & s.BASE], classes)
        return (
            Evidence(category, at, "infinitive") if category is not None else None
        )  # "helped 410 families go back"
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
    role = OBJECT if passive else SUBJECT
    category = first_category(
        lexicon,
        [(f, r) for f, k in sentence.words[index].verbs if k & form for r in (role, SUBJECT)],
        classes,
    )
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


def taken_as(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Find the noun, participle or adjective that says as what something counts, from a token on."""
    for index in range(at, min(sentence.size, at + 4)):
        word = sentence.words[index]
        if sentence.numbers[index] is not None or word.flags & s.PREP:
            return None
        frames = [(f, r) for f, form in word.verbs if form & s.PARTICIPLE for r in (OBJECT, SUBJECT)]
        frames += [(f, r) for f in word.adjectives for r in (SUBJECT, OBJECT)]
        category = first_category(lexicon, frames, classes)
        if category is None and word.noun is not None and word.noun.category not in ("people.other", "other"):
            category = word.noun.category
        if category is not None:
            return Evidence(category, index, "role")
    return None
