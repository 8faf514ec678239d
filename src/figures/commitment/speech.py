"""Verbs of speech and the clauses around them: what a speaker says, and what only stands in the same sentence."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.ends import ends_clause, is_inverted
from figures.lexicon import senses as s
from figures.records import Certainty
from figures.tokens import Sentence

_ATTRIBUTED = Certainty.ATTRIBUTED
_JOINS = s.CONJ | s.CONTRAST
_OPENING_QUOTES = frozenset(("“", "‘", "«", "„"))
_QUOTES = _OPENING_QUOTES | {'"', "”", "’", "'", "»"}
_ENDS_SPEECH = frozenset((",", ".", "!", "?", "…"))
_BY = ("according to", "as per")
_GOVERNING = (" in", " of", " on", " with")  # ends of phrases: "study of"
_WHEN = frozenset(("after", "as", "when"))
_OPENING = _WHEN | {"with"}
_WHILE = _WHEN | {"although", "though", "while"}
_OVER = 40  # tokens between what is reported and the turn to something else
_AGE = 4  # tokens of "-year-old"
_SUBJECT = 10  # tokens between an inquiry and what it looked at
_SHARE = 6  # tokens between a share and its verb: "40% of the village leaders *said*"
_SOURCE = 14  # tokens of the name of a source


def denies(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue, *, leads: bool) -> bool:
    """Tell whether a denial covers a number: not what the same speaker says instead, nor what went before."""
    if not leads:
        if cue.cue_class != "denied" or ends_clause(sentence, at):
            return True
        if sentence.words[at - 1].flags & s.BE or sentence.lowers[at + 1] == "by":
            return True
        if any(number is not None for number in sentence.numbers[at : sentence.size]):
            return False
        return any(word.flags & s.CONTRAST for word in sentence.words[found.after : at]) or bool(
            sentence.words[at + 1].flags & (s.DET | s.PRON)
        )
    if sentence.words[found.first - 1].flags & s.DET and sentence.lowers[found.after] == "-":
        return False  # "denied using gas in the six-year war"
    for index in range(at + 1, found.first):
        word = sentence.words[index]
        other = word.certainty
        if other is not None and other.certainty is _ATTRIBUTED and goes_on(sentence, index):
            return False
        if word.flags & s.REL and sentence.lowers[index] != "that" and _is_known(sentence, index):
            return False
    return True


def _is_known(sentence: Sentence, at: int) -> bool:
    """Tell a clause on what nobody denies, "the raid in which 9 died", from "reports which spoke of 9 dead"."""
    if sentence.words[at - 1].flags & s.PREP:
        at -= 1
    return sentence.words[at - 1].certainty is None and sentence.words[at - 1].noun is not None


def goes_on(sentence: Sentence, index: int) -> bool:
    """Tell a second verb of speech: "... and said it had killed 60", ", saying only 64 had died", "adding that"."""
    if sentence.words[index - 1].flags & s.CONJ:
        return True
    apart = sentence.lowers[index - 1] == "," or sentence.lowers[index + 1] == "that"
    return apart and sentence.lowers[index].endswith("ing")


def says_else(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a cue behind a number opens a second statement: "12 died in May, and agencies warn that ..."."""
    if ends_clause(sentence, at) or sentence.lowers[at] in _BY:
        return False
    if is_inverted(sentence, at):
        return False  # "hit shops and homes said the Observatory"
    says_that = sentence.lowers[at + 1] == "that" or sentence.lowers[at].endswith(" that")
    joined, first = False, at
    if says_that and sentence.words[at - 1].flags & s.BE and sentence.lowers[at - 2] == "it":
        first = at - 2  # "40 towns were hit and *it was* feared that"
    for index in range(first - 1, max(found.after - 1, at - 8), -1):
        word = sentence.words[index]
        if word.flags & s.CONTRAST or sentence.lowers[index] in ";&":
            return True
        if says_that and word.flags & s.SUB and sentence.lowers[index - 1] == ",":
            return True  # "two groups clashed, as one of them claimed that"
        if sentence.lowers[index] in "-–—" and sentence.starts[index] > sentence.ends[index - 1]:
            return True  # "lives were lost - data indicate that ..."
        if sentence.lowers[index] == ")":
            return joined
        if sentence.lowers[index] == ",":
            return joined and sentence.words[index + 1].flags & s.CONJ != 0  # not ", police and aides told"
        if word.flags & s.CONJ and (says_that or sentence.numbers[index + 1] is None):
            joined = True  # but not in "three boys and two men, it said"
        elif word.flags & s.DET and sentence.words[index - 1].noun is not None and not says_that:
            return False  # "killed 9 fighters and guards *a monitor* said"
        elif word.is_verb_only or word.flags & s.AUX:
            break
    return joined


def leads_up(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a number before the main clause, in which somebody says something else: "As 300 fled, he warned that"."""
    if ends_clause(sentence, at) or "," not in sentence.lowers[found.after : at]:
        return False
    if sentence.lowers[at] in _BY:
        return False  # "up from 4 million a year ago, according to"
    comma = sentence.lowers.index(",", found.after)
    first = 1 if sentence.words[0].flags & s.CONTRAST else 0
    opens = sentence.lowers[first] in _OPENING and "," not in sentence.lowers[: found.first]
    return opens or sentence.lowers[comma - 1] == "ago"


def concludes(sentence: Sentence, at: int) -> bool:
    """Tell what is only concluded from a number before it: "300 calls in an hour, indicating ..."."""
    return sentence.lowers[at].endswith("ing") and sentence.lowers[at - 1] == ","


def leads_over(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what is reported of something else: "When shops were *reported* open, 9 left", "..., but he says 6 fell"."""
    stop = min(found.first, at + _OVER)
    if "," not in sentence.lowers[at + 1 : stop]:
        return False
    if sentence.lowers[0] in _WHILE and at < _OVER and "," not in sentence.lowers[:at]:
        return True
    turned = False
    for index in range(at + 1, stop):
        word = sentence.words[index]
        turned = turned or word.flags & s.CONTRAST != 0
        if turned and word.certainty is not None and word.certainty.certainty is _ATTRIBUTED:
            return not sentence.lowers[index].startswith("report")
    return False


def in_relative(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a number in an aside on the speaker: "The group, which has 300 members, said ..."."""
    if ends_clause(sentence, at) or sentence.lowers[at - 1] != "," or sentence.lowers[at] in _BY:
        return False
    commas = [i for i in range(1, found.first) if sentence.lowers[i] == ","]
    return len(commas) == 1 and sentence.words[commas[0] + 1].flags & s.REL != 0


def closes(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a claim closes the clause of a number: "1 in 7 now homeless, minister claims"."""
    if not ends_clause(sentence, at) or ";" in sentence.lowers[found.after : at]:
        return False
    return "," in sentence.lowers[max(found.after, at - 5) : at]


def speaks(sentence: Sentence, found: Candidate, at: int, speakers: frozenset[str]) -> bool:
    """Tell whether the number counts the speakers: "Three teachers said shelling had destroyed ..."."""
    first = found.first - 1
    while first > 0 and sentence.words[first].before is not None:
        first -= 1
    opens = found.first == 0 or first == 0 and sentence.words[0].before is not None
    if sentence.words[first].flags & s.PREP and not opens:
        return False  # "a spokesman for the alliance of 60 nations said"
    if ages_speaker(sentence, found, at):
        return True
    if found.kind == "vague" and sentence.words[first].forms & s.PRESENT and not opens:
        return False  # "killing 9 and wounding dozens activists said"
    if sentence.lowers[at].endswith(" by") or sentence.lowers[at] in _BY:
        return False  # "killed 2 guards as reported by SANO"
    if sentence.words[at - 1].flags & s.PRON or _follows(sentence, at + 1):
        return False
    if is_inverted(sentence, at):
        return False
    while at > found.after and sentence.words[at - 1].flags & (s.BE | s.HAVE):
        at -= 1  # "three regions have reported"
    share = _SHARE if "of" in sentence.lowers[found.after : found.after + 2] else 3
    if at - found.after > share or at <= found.after and found.unit_kind == "count" and found.first > 0:
        opens = opens or sentence.lowers[first] in ",;:" or sentence.words[first].flags & _JOINS != 0
        return at == found.after and opens
    if at - 1 > found.after and sentence.words[at - 1].strange and sentence.is_capital(at - 1):
        return False  # "wounded 32 people Vadar state television reported"
    subject, said, _ = sentence.lowers[at].partition(" ")
    if said and subject in speakers:
        return False  # "state media reported"
    between = range(found.after, at)
    if any(_is_said(sentence, i) or i > found.after and sentence.words[i].verbs for i in between):
        return False
    return any(_is_speaker(sentence, i) for i in between)


def is_age(sentence: Sentence, found: Candidate) -> bool:
    """Tell an age by the words behind it: "24-year-old", "12 years old"."""
    behind = sentence.lowers[found.after : found.after + _AGE]
    if "old" not in behind and "olds" not in behind:
        return False
    for index in range(found.after, min(sentence.size, found.after + _AGE)):
        if sentence.lowers[index] in ("old", "olds"):
            before = sentence.words[index - 1]
            return sentence.lowers[index - 1] == "-" or before.unit is not None
    return False


def names_source(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a number that only says who the source is: "according to a study in 12 towns, ..."."""
    if sentence.lowers[at] not in _BY or found.first - at > _SOURCE:
        return False
    governed = False
    for index in range(at + 1, found.first):
        word, token = sentence.words[index], sentence.lowers[index]
        if word.flags & s.REL and not sentence.is_capital(index):
            return True
        if token in ",;:" or word.is_verb_only:
            return False
        governed = governed or word.flags & s.PREP != 0 or token.endswith(_GOVERNING)
    for index in range(found.after, min(sentence.size, found.after + _SOURCE) if governed else 0):
        if sentence.lowers[index] == ",":
            return True
        if sentence.words[index].flags & s.AUX or _is_finite(sentence.words[index]):
            return False
    return governed and at > 0 and ends_clause(sentence, found.after)


def is_basis(sentence: Sentence, found: Candidate, at: int, inquiries: frozenset[str]) -> bool:
    """Tell how much an inquiry looked at: "a survey of 528 people revealed that ..."."""
    if sentence.lowers[at] in _BY or ends_clause(sentence, at) or at - found.after > _SOURCE:
        return False
    for index in range(found.after, at):
        word = sentence.words[index]
        if sentence.lowers[index] in ",;:" or word.flags & (s.AUX | s.REL) or _is_finite(word):
            return False
    for index in range(found.first - 1, max(-1, found.first - _SUBJECT), -1):
        head, _, rest = sentence.lowers[index].partition(" ")
        if head in inquiries or rest in inquiries:
            return True
        if sentence.lowers[index] in ",;:" or sentence.words[index].flags & (s.AUX | s.REL):
            return False
    return False


def ages_speaker(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell the age of who speaks: "said 45-year-old Tomo", "a 28-year-old teacher said", "Asha Rell, 31, said"."""
    if sentence.lowers[at] in _BY or not (is_age(sentence, found) or follows_name(sentence, found)):
        return False
    if at < found.first:
        return all(_names_speaker(sentence, i) for i in range(at + 1, found.first))
    between = range(found.after, at)
    if any(sentence.words[i].flags & (s.BE | s.HAVE) or _is_finite(sentence.words[i]) for i in between):
        return False
    first = found.after + (sentence.lowers[found.first - 1] == ",")
    return "," not in sentence.lowers[first:at] or sentence.lowers[at - 1] == ","


def quoted_before(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a cue in somebody's words, and a number behind them: '"We *probably* lost," said *52*-year-old Ana'."""
    spoken = sentence.lowers[at : found.first]
    if _QUOTES.isdisjoint(spoken):
        return False  # most of all
    closing = max(index for index, token in enumerate(spoken) if token in _QUOTES)
    if spoken[closing] in _OPENING_QUOTES or sum(token == '"' for token in spoken) % 2 == 0 and '"' in spoken:
        return False
    return spoken[closing - 1] in _ENDS_SPEECH or spoken[closing + 1 : closing + 2] == [","]


def _names_speaker(sentence: Sentence, at: int) -> bool:
    """Tell a token of "said *Abel Musa, a* 30-year-old seller"."""
    word = sentence.words[at]
    if word.flags & s.DET or sentence.lowers[at] == ",":
        return True
    return sentence.is_capital(at) and not word.flags and not word.verbs and sentence.numbers[at] is None


def follows_name(sentence: Sentence, found: Candidate) -> bool:
    """Tell a bare age between commas behind a name: "Asha Rell, 31,"."""
    if sentence.lowers[found.first - 1] != "," or sentence.lowers[found.after] not in (",", "."):
        return False
    return found.after == found.first + 1 and sentence.is_capital(found.first - 2)


def _follows(sentence: Sentence, at: int) -> bool:
    """Tell a speaker behind the verb: "said Observatory head Rami Haddan"."""
    named = sentence.is_capital(at) or sentence.is_capital(at + 1) and sentence.words[at].noun is not None
    return named and not sentence.raw_at(at).isupper()


def _is_finite(word: s.Word) -> bool:
    return word.is_verb_only and word.forms & s.PAST != 0


def _is_said(sentence: Sentence, index: int) -> bool:
    """Tell whether a token between number and cue shows that the number is what was said."""
    flags = sentence.words[index].flags
    if "of" in sentence.lowers[index - 1 : index + 1]:
        return False  # "half of the respondents said"
    return flags & (s.AUX | s.PREP | s.DET) != 0 or sentence.lowers[index] in ',”"'


def _is_speaker(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if word.noun is not None and word.plural or word.unit is not None:
        return True
    return sentence.lowers[index] == "%" or index > 0 and _is_source(sentence, index)


def _is_source(sentence: Sentence, index: int) -> bool:
    """Tell one who speaks: "*one* defence *source* told"."""
    number = sentence.numbers[index - 1] or sentence.numbers[index - 2] or sentence.numbers[index - 3]
    return number is not None and number.value == 1 and sentence.words[index].noun is not None
