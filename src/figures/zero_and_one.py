"""Zero and one, the numbers that are small words too: "no casualties" is a figure, "no government" none."""

from __future__ import annotations

from figures.attachment import set_noun
from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.phrase import Phrase, read_nouns
from figures.records import Certainty
from figures.tokens import Sentence

#: Classes of nouns that "no" may count, by themselves or where the noun says a category ("no survivors").
_COUNTED = frozenset(("person", "household", "event"))
_COUNTED_IF_PLURAL = _COUNTED | {"animal", "building", "good", "house", "infrastructure", "team", "vehicle"}
_COUNTED_SINGLY = _COUNTED | {"place"}
_COUNTED_IF_STRONG = _COUNTED | {"combatant", "label", "house"}
#: All of them; where none stands behind "no", the sentence is not even cut (see `presence`).
COUNTABLE = _COUNTED_IF_PLURAL | _COUNTED_SINGLY | _COUNTED_IF_STRONG
_LABEL_ENDS = frozenset((":", "|", "=", "-", "–", "—"))
_CLAUSE = 14  # tokens between nobody and its verb
_STOPS = frozenset((",", ".", ";", ":", "!", "?", "”", '"'))
_ENDS = frozenset(("", ".", ",", ";", ")"))
_LIST, _NEAR = 9, 4  # tokens between the members of a list, and right beside each other


def judge_zero(sentence: Sentence, lexicon: Compiled, found: Candidate, phrase: Phrase) -> None:
    """Keep an explicit zero only where it counts."""
    if sentence.lowers[found.first] in lexicon.numbers.nobody:
        found.unit_id, found.unit_kind = "person", "count"
        if not (_takes(sentence.words[found.first - 1], passive=True) or _befalls(sentence, found.after)):
            found.skip("negation")  # "nobody will accept this", "no one really wins"
        found.unit_span = (found.start, found.end)
        return
    if (
        sentence.lowers[found.first - 1] in ("or", "to")
        and sentence.lowers[found.first - 2] in lexicon.lists.scant
    ):
        found.skip("negation")  # "little or no help"
        return
    of = sentence.lowers[found.after] in lexicon.lists.reports_of
    if sentence.lowers[found.after] == "report" and sentence.lowers[found.after + 1] == "of":
        phrase.head, phrase.after = found.after, found.after + 1  # "with no report of injuries"
    if of or phrase.after == found.after + 1 and sentence.lowers[found.after] == "report":
        _report(sentence, found)
    if of or phrase.head is not None and sentence.lowers[phrase.after] == "of":
        at = found.after + 1 if of else phrase.after + 1  # "no reports of casualties"
        inner = read_nouns(sentence, at + (sentence.lowers[at] == "any"))
        if inner.noun is not None and inner.head is not None and inner.noun.strong:
            found.phrase = phrase = inner
            set_noun(found, inner, inner.head)
    if phrase.deepest is None or not _is_counted(sentence, phrase, phrase.deepest):
        if phrase.deepest is not None and _is_one_of_many(sentence, phrase, phrase.deepest):
            return
        found.skip("negation")


def _report(sentence: Sentence, found: Candidate) -> None:
    """Take what nobody reports as reported: "no reports of casualties"."""
    if found.certainty is Certainty.ASSERTED:
        found.certainty = Certainty.REPORTED
        found.cue_spans += ((sentence.starts[found.after], sentence.ends[found.after], "reported"),)


def _befalls(sentence: Sentence, after: int) -> bool:
    """Tell "no one was hurt" and "nobody died", which count people, from what nobody does or thinks."""
    passive = bool(sentence.words[after].adjectives)  # "left no one dead"
    for at in range(after, min(sentence.size, after + _CLAUSE)):
        word = sentence.words[at]
        if word.flags & s.BE:
            passive = True
        elif word.flags & (s.MODAL | s.NEG | s.REL | s.DO) or sentence.lowers[at] in _STOPS:
            return False
        elif passive and word.adjectives or word.forms & s.PARTICIPLE and _takes(word, passive=passive):
            return True
        elif at == after and word.forms & s.PARTICIPLE and _takes(word, passive=True):
            behind = sentence.words[at + 1]  # "nobody hurt", but "nobody helped us"
            if behind.flags & s.DET:  # "nobody hurt this time"
                return sentence.words[at + 2].noun is None or sentence.lowers[at + 2] == "time"
            return behind.noun is None and not behind.flags & s.PRON
    return False


def _takes(word: s.Word, *, passive: bool) -> bool:
    """Tell whether a verb says of people what befalls them, as its object or as its subject."""
    return any("person" in (frame.object if passive else frame.subject) for frame, _ in word.verbs)


def is_value(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is the whole value of a label or of a cell: "Deaths: nil"."""
    return sentence.lowers[at - 1] in _LABEL_ENDS and sentence.lowers[at + 1] in ("", "|", ";", ",", ".", ")")


def _is_one_of_many(sentence: Sentence, phrase: Phrase, noun: Noun) -> bool:
    """Tell "no patient was discharged", which counts patients, from "no president was able to"."""
    at = phrase.after
    if phrase.head is None or noun.cls not in _COUNTED_SINGLY or sentence.words[phrase.head].plural:
        return False
    if sentence.words[at].flags & s.HAVE:
        at += 1
    if at == phrase.after and sentence.words[at].forms & s.PARTICIPLE:
        behind = sentence.words[at + 1]  # "no patient *discharged*"
        return sentence.lowers[at + 1] in _ENDS or behind.flags & s.PREP != 0
    if not sentence.words[at].flags & s.BE:
        return False
    word = sentence.words[at + 1]
    return word.forms & s.PARTICIPLE != 0 or word.flags & s.LINKING != 0


def _is_counted(sentence: Sentence, phrase: Phrase, noun: Noun) -> bool:
    if noun.strong:
        return noun.cls in _COUNTED_IF_STRONG
    if phrase.head is None:
        return noun.cls in _COUNTED
    if not sentence.words[phrase.head].plural:
        done = (sentence.words[at] for at in phrase.modifiers)
        return noun.cls in _COUNTED_IF_PLURAL and any(_is_suffered(word, noun.cls) for word in done)
    if noun.cls in _COUNTED:
        return True
    token = sentence.lowers[phrase.head]
    mass = token == noun.surface and not token.endswith("s")  # "no equipment"
    return noun.cls in _COUNTED_IF_PLURAL and not mass


def _is_suffered(word: s.Word, cls: str) -> bool:
    """Tell "no *destroyed* house" from "no *organised* team"."""
    return word.forms & s.PARTICIPLE != 0 and any(
        cls in frame.object or "structure" in frame.object or "thing" in frame.object
        for frame, _ in word.verbs
    )


def judge_one(sentence: Sentence, found: Candidate, phrase: Phrase) -> None:
    """Drop "one" as a pronoun: it needs a noun, a participle or a share behind it."""
    alone = found.after == found.first + 1 and sentence.lowers[found.first] == "one"
    if alone and not _counts(sentence, found, phrase):
        found.skip("pronoun")


def _counts(sentence: Sentence, found: Candidate, phrase: Phrase) -> bool:
    if phrase.unit is not None or _is_singular(sentence, phrase):
        return phrase.head is None or phrase.noun is not None
    at = found.after
    while sentence.words[at].flags & s.TRANSPARENT and not sentence.words[at].adjectives:
        at += 1  # "one *seriously* injured"
    before, behind = sentence.words[found.first - 1], sentence.words[at]
    if sentence.lowers[found.after] == "of" and phrase.deepest is not None:
        return True
    if _in_list(sentence, found) or before.flags & s.CHANGE_BY and _has_changed(sentence, found):
        return True
    if (
        phrase.head is not None
    ):  # "one male and *one female* aid workers", "two police and *one army* vehicles"
        second = before.flags & s.CONJ != 0 and _is_second(sentence, found)
        return behind.who != () and not behind.plural or second
    if at > found.after and sentence.lowers[found.first - 1] == "," and sentence.lowers[at] in _ENDS:
        return True  # "two were hurt, *one critically*"
    if behind.forms & s.PARTICIPLE or behind.adjectives:
        return True
    if behind.flags & s.BE and _passive(sentence, found.after):
        return True
    ends = (
        behind.flags & (s.CONJ | s.PREP) or sentence.lowers[found.after] == "more"
    )  # "killed two and hurt *one more*"
    return ends != 0 and before.is_verb_only and _takes(before, passive=True)


def _is_second(sentence: Sentence, found: Candidate) -> bool:
    """Tell the second of two numbers that share a noun in the plural."""
    return any(n is not None for n in sentence.numbers[max(0, found.first - _NEAR) : found.first])


def _has_changed(sentence: Sentence, found: Candidate) -> bool:
    """Tell "the missing dropped by *one* to 41" from "destroyed one by one"."""
    return found.first > 1 and sentence.words[found.first - 2].flags & s.CHANGE_VERB != 0


def _in_list(sentence: Sentence, found: Candidate) -> bool:
    """Tell "two in Jarablus, *one* in Azaz" and "six churches and *one* Sangaya": it goes on a list of counts."""
    link, behind = sentence.lowers[found.first - 1], sentence.words[found.after]
    if link not in (",", "and", ";", ":"):
        return False
    if behind.flags & s.PREP:
        around = range(max(0, found.first - _LIST), min(sentence.size, found.after + _LIST))
        others = (sentence.numbers[i] for i in around)
        return any(
            other is not None
            and other is not found
            and sentence.lowers[other.after] == sentence.lowers[found.after]
            for other in others
        )
    named = sentence.is_capital(found.after) and behind.strange
    before = (sentence.numbers[i] for i in range(max(0, found.first - _NEAR), found.first))
    return named and link == "and" and any(other is not None for other in before)


def _is_singular(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase has a head that one may count."""
    if phrase.head is None:
        return False
    word = sentence.words[phrase.head]
    return not word.plural or word.noun is not None and word.noun.surface == sentence.lowers[phrase.head]


def _passive(sentence: Sentence, at: int) -> bool:
    return any(word.forms & s.PARTICIPLE for word in sentence.words[at + 1 : at + 3])
