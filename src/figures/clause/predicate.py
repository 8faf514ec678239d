"""The predicate of a noun phrase: the verb or adjective to its right, its own or that of a modifier."""

from __future__ import annotations

from figures.clause.ambiguous import goes_on_noun, is_joined, is_noun
from figures.clause.appositions import behind_apposition
from figures.clause.asides import (
    DASHES,
    begins_conjunct,
    behind_aside,
    behind_dash,
    behind_parts,
    behind_while,
    closing,
    is_month,
    opens_aside,
)
from figures.clause.evidence import (
    OBJECT,
    PARTICIPLE_OR_ADJECTIVE,
    STOP,
    SUBJECT,
    Evidence,
    Reading,
    combined,
    form_of,
    says,
)
from figures.clause.outcome import outcome
from figures.clause.voice import PEOPLE, Voice, is_attribute, is_finite_only, judge, opens_phrase, rally
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Word
from figures.stretched import stretched
from figures.tokens import Sentence

_ADJECTIVE = Reading(form_of(0), (SUBJECT, OBJECT))
_OF_WHOM = frozenset(("of", "of them", "of which", "of whom", "whom"))
_RATED = (")", "+", "and", "or")
_RIGHT = 24  # tokens searched behind a phrase for its verb
_CASUALTIES = "people.casualties"
_FINITE = s.PAST | s.THIRD | s.BASE


def predicate(
    sentence: Sentence,
    lexicon: Compiled,
    at: int,
    classes: tuple[str, ...],
    *,
    bound: bool = False,
) -> Evidence | None:
    """Find the verb or adjective that a phrase ending before `at` is subject of, or that modifies it.

    `bound` means that a preposition stands between phrase and verb: only a finite verb is its own then.
    """
    search = _Search(sentence, lexicon, at, classes)
    search.bound = bound
    words, numbers = sentence.words, sentence.numbers
    parts = words[at].flags & s.INCLUSION or sentence.lowers[at] == ","
    index = behind_parts(sentence, at) if parts else at
    stop = at + _RIGHT if at + _RIGHT < sentence.size else sentence.size
    while index < stop and not search.done:
        telling = words[index].telling or numbers[index] is not None
        index = search.step(index) if telling else index + 1
    return search.answer


def beside(sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read the verb or adjective at the token right behind a phrase: "12 people *killed*", "300 *homeless*"."""
    word = sentence.words[at]
    if sentence.numbers[at] is not None or word.flags & (s.AUX | s.CONTRAST):
        return None
    if word.verbs and not is_noun(sentence, at, expected=False):
        category = judge(sentence, lexicon, at, classes, Voice())
        evidence = Evidence(category, at, "participle") if category is not None else None
        return evidence and outcome(sentence, lexicon, evidence, classes)
    sense = stretched(sentence, at) if word.flags & s.PREP and word.phrases else word
    category = says(lexicon, sense, _ADJECTIVE, classes) if sense is not None else None
    if category is None or goes_on_noun(sentence, at):
        return None
    return Evidence(combined(sentence, lexicon, at, category, classes), at, "adjective")


class _Search:
    """A walk to the right, token by token, with what was heard on the way."""

    __slots__ = ("answer", "at", "bound", "classes", "done", "lexicon", "sentence", "voice", "waiting")

    def __init__(self, sentence: Sentence, lexicon: Compiled, at: int, classes: tuple[str, ...]) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.at = at
        self.classes = classes
        self.voice = Voice()
        self.bound = False
        #: Behind a verb that says nothing only a coordinated one still counts ("ambushed and kidnapped").
        self.waiting = False
        self.answer: Evidence | None = None
        self.done = False

    def step(self, index: int) -> int:
        """Read a token and return the index to go on at."""
        sentence = self.sentence
        word, token = sentence.words[index], sentence.lowers[index]
        behind = self._behind_aside(index) if token == "," or word.flags & s.CONTRAST else index
        if behind > index:
            return behind
        if self._ends(index, word, token):
            self.done = True
        elif token == "(":
            if sentence.lowers[index + 2] in _RATED and sentence.words[index + 1].adjectives:
                self._adjective(index + 1, sentence.words[index + 1])  # "in crisis (*IPC Phase 3*)"
            return closing(sentence, index)
        elif token in DASHES:
            behind = behind_dash(sentence, index)
            self.done = behind == index + 1 and sentence.words[behind].flags & s.PRON != 0  # "- they need"
            return behind
        elif token == "," and sentence.lowers[index + 2] in _OF_WHOM:
            return behind_aside(sentence, index)  # "300 nurses, most of whom were women, marched"
        elif token == ")":
            self.done = index > self.at  # "31 patients (2 of them migrants) are", but "residents (90) fled"
        elif sentence.numbers[index] is not None:
            self.done = index == self.at or begins_conjunct(sentence, index)
        elif word.flags & s.AUX and not (word.flags & s.MONTH and is_month(sentence, index)):
            self.voice.hear(word.flags)
            if word.flags & s.DO and sentence.words[index + 1].flags & s.DET:  # "dozens *did a* motorcade"
                held = rally(sentence, self.lexicon, index + 1, self.classes)
                self._finish(Evidence(held, index, "predicate") if held is not None else None)
        elif word.flags & s.MONTH and sentence.numbers[index - 1] is not None and sentence.is_capital(index):
            return index + 1  # "a 23 *March* walkout"
        elif word.verbs and not self._is_noun(index, word):
            noun = sentence.words[index + 1]
            if "-" in token and " " not in token and (noun.plural or noun.strange):
                return index + 1  # "and other *drought-hit* families were"
            if word.forms & s.PARTICIPLE and is_attribute(sentence, index, self.classes):
                return index + 1
            self._verb(index, word)
        elif word.adjectives and (index == self.at or self.voice.passive or not self.bound):
            self._adjective(index, word)
        elif word.flags & s.LINKING:
            self.voice.passive = True
        elif word.flags & s.PREP and word.phrases and self._adjunct(index):
            pass
        elif not (
            token in ("among", "amongst")
            and (self.voice.passive or index == self.at)  # "two cooks *among* 14 dead"
            and self._member(index)
        ):
            self._other(index, word)
        return index + 1

    def _behind_aside(self, index: int) -> int:
        """Return the index behind an aside that opens at a token, the same for none."""
        sentence = self.sentence
        if sentence.lowers[index] != ",":  # "one nurse *while travelling north,* was robbed"
            about = sentence.lowers[index + 1].endswith("ing")
            return behind_while(sentence, index - 1) if about else index
        behind = behind_while(sentence, index)
        return behind if behind > index else behind_apposition(sentence, self.lexicon, index, self.classes)

    def _ends(self, index: int, word: Word, token: str) -> bool:
        """Tell where what is said of others begins."""
        if token in STOP or word.flags & s.CONTRAST:
            return True
        return token[-4:] == "that" and self._reports(index) or token == "which" and self._is_of_thing(index)

    def _is_noun(self, index: int, word: Word) -> bool:
        """Tell what could be a verb but is a noun, or a month: "the victims of *March* 2015"."""
        if word.flags & s.MONTH and self.sentence.is_capital(index):
            return True
        return is_noun(self.sentence, index, expected=self.voice.is_finite)

    def _reports(self, index: int) -> bool:
        """Tell what others did from what those counted report of themselves: "households said *that* men fled"."""
        sentence = self.sentence
        behind = sentence.words[index + 1]
        if behind.flags & (s.PRON | s.AUX) or behind.is_verb_only or self.voice.passive:
            return False  # "said that *they*", "of the quake that *struck*"
        before = sentence.words[index - 1]
        told = before.is_verb_only or before.certainty is not None
        return sentence.words[index].certainty is not None or index > self.at and told

    def _is_of_thing(self, index: int) -> bool:
        """Tell "12 nurses went to the valley *which* was cut off", where nothing is told of people."""
        return index > self.at + 1 and not PEOPLE.isdisjoint(self.classes)

    def _finish(self, answer: Evidence | None) -> None:
        self.answer, self.done = answer, True

    def _verb(self, index: int, word: Word) -> None:
        voice = self.voice
        if self.waiting and not is_joined(self.sentence, index):
            self.done = True
            return
        category = judge(self.sentence, self.lexicon, index, self.classes, voice)
        if category is not None and voice.passive and word.flags & s.LINKING and self._is_left(index):
            category = None  # "were *left* unable to pay", which nobody does
        if category is not None:
            later = voice.passive or voice.perfect or index > self.at
            evidence = Evidence(category, index, "predicate" if later else "participle")
            finite = voice.is_finite or is_finite_only(self.sentence, self.at, index)
            rallied = category == "people.gathered" and opens_phrase(self.sentence, index + 1)
            if not self.bound or finite or rallied:  # "miners from two towns *held a protest*"
                if voice.passive:
                    evidence = outcome(self.sentence, self.lexicon, evidence, self.classes)
                self._finish(evidence)
                return
            if self.sentence.words[index - 1].flags & s.CONJ and (
                word.forms & s.PRESENT or self.sentence.numbers[index + 1] is not None
            ):
                return  # "affecting 300 people in the north *and leaving* ten", "clashed with 9 men *and killed* one"
            self.answer = self.answer or evidence._replace(
                rule="reduced"
            )  # "children in a town recently freed"
        elif (
            self.sentence.lowers[index + 1] in ("to", "as")
            or self.sentence.words[index + 1].forms & s.PRESENT
        ):
            pass  # "started to return", "began returning"
        elif (
            voice.is_finite or not self.bound and word.forms & _FINITE and not self._opens_aside(index, word)
        ):
            self.waiting = self.waiting or not word.flags & (s.LINKING | s.ORDER_VERB)
        if word.flags & s.LINKING:
            voice.passive = True

    def _opens_aside(self, index: int, word: Word) -> bool:
        """Tell a participle behind a comma: "300 herders, *scattered* over the plain, were moved"."""
        return word.forms & s.PARTICIPLE != 0 and self.sentence.lowers[index - 1] == ","

    def _is_left(self, index: int) -> bool:
        """Tell "were left" from "were left homeless", an entry with words between."""
        lowers = self.sentence.lowers
        return lowers[index] == "left" and stretched(self.sentence, index) is None

    def _adjective(self, index: int, word: Word) -> None:
        before = self.sentence.words
        if index - 1 > self.at and before[index - 1].flags & s.PRON and before[index - 2].verbs:
            return  # "held *them* hostage"
        if before[index - 1].flags & s.OTHER and before[index + 1].noun is not None:
            return  # "300 miners and other *drought-affected* families were helped"
        category = says(self.lexicon, word, _ADJECTIVE, self.classes)
        if category is not None and not goes_on_noun(self.sentence, index):
            category = combined(self.sentence, self.lexicon, index, category, self.classes)
            self._finish(Evidence(category, index, "adjective"))

    def _adjunct(self, index: int) -> bool:
        """Read "with *severe* burns", "without *adequate* food", right behind the phrase or its verb."""
        if self.bound:
            return False
        sense = stretched(self.sentence, index)
        if sense is None or not sense.adjectives:
            return False
        self._adjective(index, sense)
        return self.done

    def _member(self, at: int) -> bool:
        """Read "were among the dead", "was among those killed"."""
        for index in range(at + 1, min(self.sentence.size, at + 5)):
            word = self.sentence.words[index]
            noun = word.noun
            if (
                noun is not None
                and noun.category is not None
                and (noun.strong or noun.category == _CASUALTIES)
            ):
                self._finish(Evidence(noun.category, index, "predicate"))
                return True
            category = says(self.lexicon, word, PARTICIPLE_OR_ADJECTIVE, self.classes)
            if category is not None:
                self._finish(Evidence(category, index, "predicate"))
                return True
        return False

    def _other(self, index: int, word: Word) -> None:
        """Take note of a preposition; end at a new clause."""
        token = self.sentence.lowers[index]
        if word.flags & s.PREP and token != "to":
            self.bound = True
            self.voice.passive = self.voice.passive and self.waiting
        elif word.flags & s.SUB and not (word.flags & (s.REL | s.PREP) or self.sentence.is_capital(index)):
            linked = (
                self.sentence.words[index - 1].flags & s.LINKING or self.sentence.lowers[index + 1] == "of"
            )
            self.done = not (token == "as" and linked)  # "is feared as", "*as of* Monday"
        elif token == ",":
            self.done = not opens_aside(self.sentence, index)
