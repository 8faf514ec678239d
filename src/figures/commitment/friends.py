"""Words that only look like a cue of commitment: the month of May, "claimed 12 lives", "adding to"."""

from __future__ import annotations

from figures.commitment.denials import is_no_denial
from figures.commitment.ends import ENDS, ends_clause
from figures.commitment.plurals import is_plural
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.tokens import Sentence

#: Classes of verbs of speech.
SPEECH = frozenset(("attributed", "added"))
_PECULIAR = frozenset(
    (
        *("claimed", "denied", "disputed", "admitted", "believed", "declared", "pledged", "added"),
        *("conflict", "if_not", "label", "coming", "next", "resolved", "suspected", "reportedly", "planned"),
    )
)
#: Of these, the classes of what is planned.
_PLANS = frozenset(("coming", "next", "planned", "pledged", "resolved"))
_VERB_ENDINGS = ("ise", "ize", "ify", "ate")
_OBJECT = 5  # tokens between a verb and its infinitive
_TOLD = 12  # tokens around "the next two days" that tell when they were
_NOUN_PHRASE = 3  # tokens of a noun phrase up to its head
WERE = frozenset(("was", "were", "had", "did"))
_TURNS = s.PREP | s.CONJ | s.AUX | s.REL | s.PRON
_LEAVE = frozenset(("abandon", "evacuate", "flee", "leave", "move", "relocate", "vacate"))
_CLAIM_OF = frozenset(("that", "of", "by"))


def is_number(sentence: Sentence, at: int) -> bool:
    """Tell whether a number stands at a token, its own bound cue or sign before it aside."""
    while at < sentence.size and (sentence.words[at].before is not None or sentence.lowers[at] == "$"):
        at += 1
    return sentence.numbers[at] is not None


def is_false_friend(sentence: Sentence, at: int, word: s.Word, lists: WordLists) -> bool:
    """Tell words that look like a cue of commitment: the month of May, "claimed 12 lives", "adding to"."""
    if word.flags & s.MONTH:
        return sentence.is_capital(at) and sentence.words[at - 1].noun is None
    if word.noun is not None and _is_noun(sentence, at):
        return True  # "the report makes 21 recommendations", "over a land dispute", "the suspect"
    if sentence.lowers[at][-1] == "s" and " " not in sentence.lowers[at] and is_plural(sentence, at, word):
        return True  # "shot at by suspects", "amid fears over", "answered fresh claims from"
    before = sentence.numbers[at - 1]
    if _is_part(sentence, at):
        return True  # "reporting.unhcr.org"
    negated = (
        sentence.words[at - 1].flags & s.NEG
        or before is not None
        and (before.kind == "zero" or before.value == 0 and sentence.lowers[at] == "reports from")
    )
    if negated and sentence.lowers[at].startswith("report"):
        return True  # "had not reported a single case"
    if sentence.lowers[at] == "reporting" and _is_said_of(sentence, at, lists):
        return True
    if (
        sentence.words[at - 1].flags & s.PREP
        and sentence.lowers[at].endswith("ing")
        and (sentence.lowers[at - 1] == "by" or ends_clause(sentence, at))
    ):
        return True  # "helped 40 farms by adding pipes", "for the period of reporting"
    cue_class = word.certainty.cue_class if word.certainty is not None else ""
    if cue_class in SPEECH and word.noun is not None and word.plural and before is not None:
        return True  # "used three notes of music"
    if cue_class == "estimated" and sentence.lowers[at].endswith(" to be") and sentence.lowers[at - 1] == ",":
        return not is_number(sentence, at + 1)  # "two men, believed to be farmers,"
    if at == 0 and sentence.lowers[1] == ":" and cue_class in SPEECH:
        return word.noun is not None  # "Note: ..."
    if cue_class in _PECULIAR:
        return _is_peculiar(sentence, at, cue_class, lists)
    if sentence.lowers[at] == "could" and sentence.words[at + 1].flags & s.NEG:
        return True  # "67,000 could not be reached"
    if cue_class not in SPEECH or not sentence.lowers[at].endswith("ing"):
        return False
    return sentence.words[at + 1].flags & s.PREP != 0


def _is_part(sentence: Sentence, at: int) -> bool:
    """Tell a part of an address: "reporting.unhcr.org", "www.reports.org"."""
    if sentence.lowers[at + 1] in (".", "@") and sentence.adjacent(at + 1) and sentence.adjacent(at + 2):
        return sentence.lowers[at + 2].isalpha()
    return (
        at > 1
        and sentence.lowers[at - 1] in (".", "@")
        and sentence.adjacent(at)
        and sentence.adjacent(at - 1)
    )


def _is_said_of(sentence: Sentence, at: int, lists: WordLists) -> bool:
    """Tell people who are counted by what they report: "9% of homes *reporting* losses", not "two agencies"."""
    if sentence.lowers[at - 1] in lists.sources:
        return False
    for index in range(at - 1, max(-1, at - _OBJECT), -1):
        number = sentence.numbers[index]
        if number is not None:
            return number.skipped is None
        if sentence.lowers[index] in ENDS or sentence.words[index].flags & (s.AUX | s.REL | s.CONJ):
            return False
    return False


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Tell a word that is noun and cue where it is the noun, and claims or says nothing itself."""
    if sentence.lowers[at + 1] in _CLAIM_OF:
        return False
    first = at - 1
    while first > at - _NOUN_PHRASE and first > 0 and _qualifies(sentence, first):
        first -= 1
    before = sentence.words[first].flags
    if first == at - 1:
        return before & s.DET != 0
    return before & (s.DET | s.PREP) != 0 and not sentence.lowers[at].endswith(
        ("s", "ed")
    )  # "the army claims"


def _qualifies(sentence: Sentence, at: int) -> bool:
    """Tell a noun before another ("land dispute", "drug suspect")."""
    word = sentence.words[at]
    plural = word.plural and sentence.lowers[at].endswith("s")
    return (word.noun is not None and not plural or word.strange) and not word.flags


def _is_peculiar(sentence: Sentence, at: int, cue_class: str, lists: WordLists) -> bool:
    """Tell verbs that are cues in some constructions only: "admitted to hospital", "declared an emergency"."""
    behind = sentence.words[at + 1]
    if cue_class in _PLANS:
        return _is_no_plan(sentence, at, cue_class, lists)
    if cue_class in (
        "suspected",
        "reportedly",
    ):  # "killed, allegedly by raiders", "held, allegedly for theft"
        return sentence.lowers[at + 1] in ("by", "for") or sentence.lowers[at - 1] in ("for", "what")
    if cue_class == "if_not":  # "40 if not 50 fighters"
        return not is_number(sentence, at + 1)
    if cue_class in ("denied", "disputed"):
        return is_no_denial(sentence, at, cue_class, lists) or (
            cue_class == "denied" and _takes_number(sentence, at + 1)
        )
    if cue_class == "added" and (sentence.lowers[at + 1] in ("to", "up", "up to")):
        return True  # "which adds up to 300"
    if cue_class == "believed":  # only "..., police believe"
        return not ends_clause(sentence, at) or sentence.lowers[at].endswith(("ed", "ing"))
    if cue_class == "label" and sentence.lowers[at].startswith("plan") and is_number(sentence, at + 1):
        return False  # "the mayor plans 40 shelters"
    if cue_class in ("conflict", "label"):  # "Figures for the dead conflict: ...", "Target: 900,000"
        return sentence.lowers[at + 1] != ":"
    if cue_class == "declared":
        return not (ends_clause(sentence, at) or behind.flags & s.REL)
    if cue_class == "claimed" and " " in sentence.lowers[at] and sentence.words[at].verbs:
        return True  # "claiming the life of", "claimed responsibility for"
    if cue_class == "claimed" and sentence.lowers[at].startswith("claim") and _claims_deed(sentence, at):
        return True
    if cue_class == "admitted" and sentence.words[at - 1].flags & s.BE:
        return True  # "300 children were admitted"
    if cue_class == "admitted" and (behind.flags & s.PREP or " " in sentence.lowers[at]):
        return True
    return not sentence.lowers[at].startswith("accus") and _takes_number(sentence, at + 1)


def _claims_deed(sentence: Sentence, at: int) -> bool:
    """Tell who says that a deed is theirs: "*claimed* the twin *attack* that killed 9", not "the attack killed 9"."""
    if sentence.lowers[at + 1] != "the":
        return False
    for index in range(at + 2, at + 2 + _OBJECT):
        word = sentence.words[index]
        if word.noun is not None and word.noun.cls == "event":
            behind = sentence.words[index + 1]
            if behind.noun is None:
                return not behind.verbs and not behind.flags & s.AUX
        elif sentence.numbers[index] is not None or word.flags & _TURNS or word.is_verb_only:
            return False
    return False


def _is_no_plan(sentence: Sentence, at: int, cue_class: str, lists: WordLists) -> bool:
    """Tell words of plans that plan nothing where they stand: "beat forecasts", "due to the war", "the next town"."""
    if cue_class == "planned":
        return sentence.lowers[at] in lists.forecasts and _is_compared(sentence, at, lists)
    if cue_class == "next":
        return not _is_ahead(sentence, at + 1)
    if cue_class == "coming":  # "900 more arriving on 2 May"
        return sentence.lowers[at + 1] not in lists.ahead
    if cue_class == "resolved":  # "voted on Thursday to cut the force to 9,000"
        reach = range(at + 1, min(at + _OBJECT, sentence.size))
        to = next((i for i in reach if sentence.lowers[i] == "to" and is_infinitive(sentence, i + 1)), at)
        if to == at:
            return sentence.lowers[at] in lists.demands or not _is_deed(sentence, at)
        if sentence.lowers[to + 1] in _LEAVE and sentence.lowers[at].startswith(("order", "instruct")):
            return False  # "ordered 300 families to leave"
        return any(n is not None and n.skipped is None for n in sentence.numbers[at:to])
    # pledged: "with pledges from nine donors", "an attack targeting 12 soldiers"
    before = sentence.words[max(0, at - 4) : at]
    if sentence.lowers[at] == "due to":  # "is due to open", "due to the war"
        behind = sentence.words[at + 1]
        return not behind.forms & s.BASE or behind.noun is not None
    nouns = [word.noun.cls for word in before if word.noun is not None]
    attack = nouns != [] and nouns[-1] in ("event", "weapon")
    return attack or at == 0 or before[-1].flags & (s.PREP | s.DET | s.NEG | s.CONJ) != 0


def _is_compared(sentence: Sentence, at: int, lists: WordLists) -> bool:
    """Tell what was forecast before from what is now: "above forecasts", not "above forecasts of 12%"."""
    if sentence.lowers[at + 1] in ("of", "for", "that"):
        return False
    return not lists.outdone.isdisjoint(sentence.lowers[max(0, at - _NOUN_PHRASE) : at])


def _is_ahead(sentence: Sentence, at: int) -> bool:
    """Tell a time to come, "in the next 14 days", from one that is told: "in the next two days 40 died"."""
    counted = sentence.numbers[at]
    if counted is None:
        return False
    unit = sentence.words[counted.after].unit
    if unit is None or unit.kind != "time":
        return False
    return not any(
        sentence.lowers[i] in WERE or sentence.words[i].forms & s.PAST and sentence.words[i].is_verb_only
        for i in range(max(0, at - _TOLD), min(sentence.size, at + _TOLD))
        if sentence.words[i].certainty is None
    )


def _is_deed(sentence: Sentence, at: int) -> bool:
    """Tell what somebody orders to be done by a noun: "ordered the immediate evacuation of 300 people"."""
    for index in range(at + 1, at + _OBJECT):
        word = sentence.words[index]
        if word.nominals and sentence.lowers[index + 1] == "of":
            return True
        if word.flags & ~s.DET or sentence.numbers[index] is not None or sentence.lowers[index] in ENDS:
            return False
    return False


def _takes_number(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb has a number for its object: "claimed at least 12 lives"."""
    if sentence.words[at].flags & s.REL:
        return False  # "claimed that 12 men died"
    while at < sentence.size and sentence.numbers[at] is None:
        if not (sentence.words[at].before or sentence.words[at].flags & s.DET):
            return False
        at += 1
    counted = sentence.numbers[at]
    return (
        counted is not None
        and not has_own_verb(sentence, counted.after)
        and not _has_finite(sentence, counted.after)
    )


def _has_finite(sentence: Sentence, after: int) -> bool:
    """Tell a past verb close behind a number: "activists claim 40 villagers *died*", not "claimed 40 lives"."""
    for index in range(after, min(sentence.size, after + _NOUN_PHRASE)):
        word = sentence.words[index]
        if word.flags or sentence.lowers[index] in ENDS:
            return False
        if word.is_finite and word.forms & s.PAST:
            return word.certainty is None
    return False


def has_own_verb(sentence: Sentence, after: int) -> bool:
    """Tell whether a finite verb follows a number in its own clause: "... and three others were injured"."""
    for index in range(after, min(sentence.size, after + 9)):
        word = sentence.words[index]
        if sentence.lowers[index] in ",;:" or word.flags & s.CONJ:
            return False
        if word.flags & (s.BE | s.HAVE):
            return True
    return False


def is_infinitive(sentence: Sentence, at: int) -> bool:
    """Tell the base of a verb; of a word that the lexicon does not know, by its ending: "to regularise"."""
    word = sentence.words[at]
    return word.forms & s.BASE != 0 or word.strange and sentence.lowers[at].endswith(_VERB_ENDINGS)
