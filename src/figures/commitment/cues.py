"""The cues of commitment in a sentence, and the words that only look like one."""

from __future__ import annotations

from figures.commitment.sources import source_before, source_behind
from figures.lexicon import senses as s
from figures.lexicon.compiled import WordLists
from figures.records import Certainty
from figures.tokens import Sentence

#: A source at the end of a sentence, and one before a colon.
SOURCE = s.CertaintyCue("source", Certainty.ATTRIBUTED, "sentence")
SOURCE_SAYS = s.CertaintyCue("report", Certainty.ATTRIBUTED, "sentence")
_SOURCE_BEFORE = s.CertaintyCue("source", Certainty.ATTRIBUTED, "sentence", forward=True)

_ASSERTED, _REPORTED = Certainty.ASSERTED, Certainty.REPORTED
_PECULIAR = frozenset(
    (
        *("claimed", "denied", "disputed", "admitted", "believed", "declared", "pledged"),
        *("conflict", "label", "coming", "resolved"),
    )
)
_AHEAD = frozenset(("on", "next", "tomorrow", "by", "later", "soon"))
_VERB_ENDINGS = ("ise", "ize", "ify", "ate")
_SUBJECT = 11  # tokens of a subject
_OBJECT = 5  # tokens between a verb and its infinitive
_HEAD = 8  # tokens of a name before a colon
_BASIS = 9  # tokens behind "based on"
_NOUN_PHRASE = 3  # tokens of a noun phrase up to its head
_PLAN = s.CertaintyCue("planned", Certainty.PROJECTED, "clause", forward=True)
#: A plan as the adjective of a noun: "expected arrivals".
_PLANNED_NOUN = s.CertaintyCue("projected", Certainty.PROJECTED, "noun")
_CLAIM_OF = frozenset(("that", "of", "by"))
_REPORTED_NUMBER = s.CertaintyCue("report", Certainty.REPORTED, "number")
_ENDS = frozenset((",", ".", ";", ":", "!", "?", ")", "”", '"', "", "-", "–", "—"))


def find_cues(sentence: Sentence, lists: WordLists) -> list[tuple[int, s.CertaintyCue]]:
    """Return the cues of commitment with their tokens."""
    cues = []
    for at in sentence.cues:
        word = sentence.words[at]
        cue = word.certainty
        if cue is None or word.flags & s.PSEUDO or sentence.numbers[at] is not None:
            continue
        if cue.passive is not None and _is_passive(sentence, at, speech=cue.cue_class == "attributed"):
            cue = cue.passive
            if (
                cue.certainty is _REPORTED
                and sentence.words[at - 1].flags & s.DET
                and is_number(sentence, at + 1)
            ):
                cue = _REPORTED_NUMBER
        if (
            cue.cue_class == "reported"
            and sentence.lowers[at] == "reports that"
            and _has_subject(sentence, at)
        ):
            cue = SOURCE_SAYS
        if not _holds(sentence, at, cue.cue_class, lists):
            continue
        if cue.cue_class == "projected" and _is_attributive(sentence, at):
            cue = _PLANNED_NOUN
        if cue.certainty is not _ASSERTED and not _is_false_friend(sentence, at, word):
            cues.append((at, cue))
    headline = _headline_plan(sentence)
    if headline is not None:
        cues.append((headline, _PLAN))
    source = source_behind(sentence, lists.sources)
    if source is not None:
        cues.append((source, SOURCE))
    if ":" in sentence.lowers[1:_HEAD]:
        source = source_before(sentence, lists.sources)
        if source is not None:
            cues.append((source, _SOURCE_BEFORE))
    return cues


def _holds(sentence: Sentence, at: int, cue_class: str, lists: WordLists) -> bool:
    """Judge the words that are cues in one construction only, by what stands beside them."""
    if cue_class == "findings":
        return _is_found(sentence, at, lists.inquiries)
    if cue_class == "states":  # not "in 11 states that were hit"
        return sentence.lowers[at + 1] == "that" and sentence.numbers[at - 1] is None
    if cue_class == "per":  # "displaced per DTM"
        return sentence.raw_at(at + 1).isupper() and len(sentence.lowers[at + 1]) > 2
    if cue_class == "put":
        return _puts_size(sentence, at)
    return cue_class != "based" or _is_sourced(sentence, at, lists)


def is_number(sentence: Sentence, at: int) -> bool:
    """Tell whether a number stands at a token, its own bound cue or sign before it aside."""
    while at < sentence.size and (sentence.words[at].before is not None or sentence.lowers[at] == "$"):
        at += 1
    return sentence.numbers[at] is not None


def ends_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether nothing that is said follows a cue: "40 are missing, the mayor said."."""
    return at + 1 >= sentence.size or sentence.lowers[at + 1] in _ENDS or sentence.lowers[at + 1][0] == "."


def _headline_plan(sentence: Sentence) -> int | None:
    """Find the "to" of a headline that announces: "UN to vaccinate 600,000"."""
    if "to" not in sentence.lowers[1:4]:
        return None
    for at in range(1, min(4, sentence.size - 1)):
        if sentence.lowers[at] == "to" and _is_infinitive(sentence, at + 1):
            plain = all(not word.is_verb_only and not word.flags & s.AUX for word in sentence.words[:at])
            return at if plain and not any(sentence.numbers[:at]) else None
    return None


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Tell the base of a verb; of a word that the lexicon does not know, by its ending: "to regularise"."""
    word = sentence.words[at]
    return bool(word.forms & s.BASE) or word.strange and sentence.lowers[at].endswith(_VERB_ENDINGS)


def _is_passive(sentence: Sentence, at: int, *, speech: bool) -> bool:
    """Tell the participle without a speaker: "was reported", "a reported 300", "8 cases are confirmed"."""
    token = sentence.lowers[at].partition(" ")[0]
    if not token.endswith("ed") and token != "told":
        return False
    before, behind = sentence.words[at - 1], sentence.words[at + 1]
    if speech:  # "was explained", but "it was announced that"
        return bool(before.flags & s.BE) and not behind.flags & s.REL
    if at == 0 or sentence.numbers[at - 1] is not None:
        return True
    if is_number(sentence, at + 1) and not before.flags & (s.BE | s.DET):
        return False  # "... (week 9), the ministry reported 40 cases"
    if before.flags & (s.BE | s.DET) or behind.adjectives:
        return True
    if sentence.lowers[at - 1] in "([,:" and not behind.flags & s.DET:
        return True
    if before.flags & s.TRANSPARENT and sentence.words[at - 2].flags & s.BE:
        return True
    if before.flags & s.PREP and not behind.flags & (s.REL | s.DET):
        return True  # "the number of confirmed cases"
    counted = any(
        n is not None and n.first < at and n.skipped is None for n in sentence.numbers[max(0, at - 4) : at]
    )
    return counted and behind.noun is None and not behind.flags & (s.REL | s.DET)


def _is_attributive(sentence: Sentence, at: int) -> bool:
    """Tell an adjective of plans before its noun: "delayed *expected* arrivals", not "expected 300"."""
    if not sentence.lowers[at].endswith("ed") or sentence.words[at - 1].flags & (s.AUX | s.TRANSPARENT):
        return False
    noun = sentence.words[at + 1].noun
    return at > 0 and noun is not None and sentence.words[at + 1].plural


def _puts_size(sentence: Sentence, at: int) -> bool:
    """Tell "the monitor puts the death toll at 12" from "put 12 to flight"."""
    if (
        not sentence.words[at - 1].noun
        and not sentence.is_capital(at - 1)
        and not sentence.words[at - 1].flags & s.HAVE
    ):
        return False
    behind = sentence.words[at + 1 : at + 1 + _NOUN_PHRASE]
    return any(word.flags & s.SIZE or word.noun is not None and word.noun.cls == "label" for word in behind)


def _is_sourced(sentence: Sentence, at: int, lists: WordLists) -> bool:
    """Tell "based on" data or what somebody said from "based on" anything else."""
    behind = sentence.lowers[at + 1 : min(sentence.size, at + _BASIS)]
    return not (lists.inquiries | lists.sources).isdisjoint(token.rpartition(" ")[2] for token in behind)


def _is_false_friend(sentence: Sentence, at: int, word: s.Word) -> bool:
    """Tell words that look like a cue of commitment: the month of May, "claimed 12 lives", "adding to"."""
    if word.flags & s.MONTH:
        return sentence.is_capital(at) and sentence.words[at - 1].noun is None
    if word.noun is not None and _is_noun(sentence, at):
        return True  # "the report makes 21 recommendations", "over a land dispute", "the suspect"
    before = sentence.numbers[at - 1]
    negated = sentence.words[at - 1].flags & s.NEG or before is not None and before.kind == "zero"
    if negated and sentence.lowers[at].startswith("report"):
        return True  # "had not reported a single case"
    cue_class = word.certainty.cue_class if word.certainty is not None else ""
    if cue_class == "estimated" and sentence.lowers[at].endswith(" to be") and sentence.lowers[at - 1] == ",":
        return not is_number(sentence, at + 1)  # "two men, believed to be farmers,"
    if at == 0 and sentence.lowers[1] == ":" and cue_class == "attributed":
        return word.noun is not None  # "Note: ..."
    if cue_class in _PECULIAR:
        return _is_peculiar(sentence, at, cue_class)
    if sentence.lowers[at] == "could" and sentence.words[at + 1].flags & s.NEG:
        return True  # "67,000 could not be reached"
    if cue_class != "attributed" or not sentence.lowers[at].endswith("ing"):
        return False
    return bool(sentence.words[at + 1].flags & s.PREP)


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Tell a word that is noun and cue where it is the noun, and claims or says nothing itself."""
    if sentence.lowers[at + 1] in _CLAIM_OF:
        return False
    first = at - 1
    while first > at - _NOUN_PHRASE and first > 0 and _qualifies(sentence, first):
        first -= 1
    before = sentence.words[first].flags
    if first == at - 1:
        return bool(before & s.DET)
    return bool(before & (s.DET | s.PREP)) and not sentence.lowers[at].endswith("s")  # "the army claims"


def _qualifies(sentence: Sentence, at: int) -> bool:
    """Tell a noun before another ("land dispute", "drug suspect")."""
    word = sentence.words[at]
    return (word.noun is not None and not word.plural or word.strange) and not word.flags


def _has_subject(sentence: Sentence, at: int) -> bool:
    """Tell the verb of a named body from the noun: "UNHCR reports that ...", not "media reports that ..."."""
    before = sentence.words[at - 1]
    return (
        at > 0
        and sentence.is_capital(at - 1)
        and not before.flags
        and not before.adjectives
        and not before.plural
    )


def _is_found(sentence: Sentence, at: int, inquiries: frozenset[str]) -> bool:
    """Tell a verb with an inquiry for its subject: "screening of 300 children found", not "the report was found"."""
    if sentence.words[at - 1].flags & (s.BE | s.HAVE | s.PREP | s.CONJ):
        return False
    for index in range(at - 1, max(-1, at - _SUBJECT), -1):
        token, word = sentence.lowers[index], sentence.words[index]
        if token.rpartition(" ")[2] in inquiries:
            return not sentence.words[index - 1].flags & s.PREP
        if sentence.numbers[index] is not None:
            continue
        if token in _ENDS or word.flags & (s.AUX | s.REL | s.CONJ | s.SUB):
            return False
    return False


def _is_peculiar(sentence: Sentence, at: int, cue_class: str) -> bool:
    """Tell verbs that are cues in some constructions only: "admitted to hospital", "declared an emergency"."""
    behind = sentence.words[at + 1]
    if cue_class == "believed":  # only "..., police believe"
        return not ends_clause(sentence, at) or sentence.lowers[at].endswith(("ed", "ing"))
    if cue_class in ("conflict", "label"):  # "Figures for the dead conflict: ...", "Target: 900,000"
        return sentence.lowers[at + 1] != ":"
    if cue_class == "coming":  # "900 more arriving on 2 May"
        return sentence.lowers[at + 1] not in _AHEAD
    if cue_class == "resolved":  # "voted on Thursday to cut the force to 9,000"
        reach = range(at + 1, min(at + _OBJECT, sentence.size))
        to = next((i for i in reach if sentence.lowers[i] == "to" and _is_infinitive(sentence, i + 1)), at)
        return to == at or any(n is not None and n.skipped is None for n in sentence.numbers[at:to])
    if cue_class == "declared":
        return not (ends_clause(sentence, at) or behind.flags & s.REL)
    if cue_class == "pledged":  # "with pledges from nine donors", "an attack targeting 12 soldiers"
        before = sentence.words[max(0, at - 4) : at]
        if sentence.lowers[at] == "due to":  # "is due to open", "due to the war"
            return not behind.forms & s.BASE or behind.noun is not None
        nouns = [word.noun.cls for word in before if word.noun is not None]
        attack = nouns != [] and nouns[-1] in ("event", "weapon")
        return attack or at == 0 or bool(before[-1].flags & (s.PREP | s.DET | s.NEG | s.CONJ))
    if cue_class == "claimed" and " " in sentence.lowers[at] and sentence.words[at].verbs:
        return True  # "claiming the life of", "claimed responsibility for"
    if cue_class == "admitted" and sentence.words[at - 1].flags & s.BE:
        return True  # "300 children were admitted"
    if cue_class == "admitted" and (behind.flags & s.PREP or " " in sentence.lowers[at]):
        return True
    return _takes_number(sentence, at + 1)


def _takes_number(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb has a number for its object: "claimed at least 12 lives"."""
    while at < sentence.size and sentence.numbers[at] is None:
        if not (sentence.words[at].before or sentence.words[at].flags & s.DET):
            return False
        at += 1
    counted = sentence.numbers[at]
    return counted is not None and not has_own_verb(sentence, counted.after)


def has_own_verb(sentence: Sentence, after: int) -> bool:
    """Tell whether a finite verb follows a number in its own clause: "... and three others were injured"."""
    for index in range(after, min(sentence.size, after + 9)):
        word = sentence.words[index]
        if sentence.lowers[index] in ",;:" or word.flags & s.CONJ:
            return False
        if word.flags & (s.BE | s.HAVE):
            return True
    return False
