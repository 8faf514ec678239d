"""Numbers that name what stands before them: "Resolution 2254", "Camp 7", "No. 12", "Apollo 13"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips import capitals, proper
from figures.skips.look import after_currency, counts, held_against, is_participle, shouts
from figures.tokens import Sentence

#: Classes of things that may bear a number.
NUMBERED = frozenset(("building", "house", "infrastructure", "structure", "team", "vehicle"))
_ASIDE = 7  # tokens of an aside before "number"
_CAPTIONS = 30  # more tables than a report has
_SIGNS_OF_NUMBER = ("°", "º")


def identifier(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the numbers of documents, places and things, and the names that end in a number."""
    if found.kind not in ("digits", "words") or found.first == 0 or found.value is None:
        return None
    before, at = sentence.lowers[found.first - 1], found.first - 1
    if before == "-" and sentence.adjacent(at) and sentence.words[at - 1].flags & s.IDENTIFIER:
        return None if counts(sentence, found) else "identifier"  # "COVID- 19", not "Edo district- 90 huts"
    hyphened = f"{sentence.lowers[at - 1]}-{sentence.lowers[found.first]}" if before == "–" else ""
    if hyphened in lexicon.lists.numbered_names or before == "-" and _is_ward(sentence, found, at):
        return "identifier"  # "COVID–19"
    if before in ("(", "[") and at and not sentence.adjacent(at):
        return "identifier" if _lists_names(sentence, lexicon, found, at - 1) else None
    if before in lexicon.lists.joiners and goes_on_name(sentence, at):
        return None if counts(sentence, found) else "identifier"
    if before in _SIGNS_OF_NUMBER and sentence.lowers[at - 1] == "n":
        return "identifier"  # "N°13"
    word = _singular(sentence, lexicon, at)
    if before == ")" and at > 2 and sentence.lowers[at - 2] == "(" and sentence.raw_at(at - 1).isupper():
        word = _singular(sentence, lexicon, at - 3)  # "level (BL) 3"
    scaled = found.after > found.first + 1  # "Briefing Note 2.6 million huts"
    if scaled and found.kind == "digits" or found.value > 99 and after_currency(sentence, lexicon, found):
        return None
    if word.flags & s.LEVEL and (found.value > 9999 or sentence.words[at - 1].plural):
        return None  # "inhabitants number 18,300"
    if found.kind == "digits" and before != ":" and _has_leading_zeros(sentence, found):
        return "identifier"
    if found.kind == "words" and found.value < 21 and _in_title(sentence, word, found.first):
        if before in lexicon.lists.graded and not shouts(sentence):
            return "identifier"  # "Priority Two Counties"
        return None if counts(sentence, found) or shouts(sentence) else "identifier"
    if found.kind == "words" and found.value < 21 and capitals.in_words(sentence, found):
        return "name"
    if before == "number":
        if found.value == 1 and found.kind == "words":
            return "identifier"  # "her first number one single"
        if _is_verb(sentence, lexicon, at):
            return None
        if _is_of_one(sentence, at - 1) and not counts(sentence, found):
            return "identifier"
    if word.flags & s.IDENTIFIER and not (before == "no" and found.kind != "digits"):
        if before == "record" and sentence.lowers[found.after] in lexicon.lists.quakes:
            return None  # "a record 7.0 quake"
        if word.unit is not None and held_against(sentence, lexicon, at):
            return None  # "(last week 90)"
        return "identifier" if _is_named(sentence, lexicon, found, found.value) else None
    if found.kind == "digits" and capitals.in_digits(sentence, lexicon, found):
        return "name"
    if word.noun is not None and _is_numbered_thing(sentence, lexicon, found, sentence.words[at]):
        return "identifier"
    return proper.name(sentence, lexicon, found)


def goes_on_name(sentence: Sentence, joiner: int) -> bool:
    """Tell the second digit behind an entry that ends with one: "*IPC phase 3* and 4"."""
    name, second = sentence.lowers[joiner - 1], sentence.lowers[joiner + 1]
    return len(second) == 1 and " " in name and name[-1].isdecimal() and sentence.numbers[joiner - 1] is None


def _is_ward(sentence: Sentence, found: Candidate, dash: int) -> bool:
    """Tell the ward of a town, "in Karva Municipality-4 on Monday", from an item, "DAMAGED HOMES-4"."""
    noun = sentence.words[dash - 1].noun
    if noun is None or noun.cls != "place" or dash < 2 or sentence.words[dash - 1].plural:
        return False
    if not (sentence.adjacent(dash) and sentence.adjacent(found.first)) or shouts(sentence):
        return False
    named = sentence.is_capital(dash - 1) and sentence.is_capital(dash - 2)
    return (
        named
        and found.kind == "digits"
        and not counts(sentence, found)
        and not is_participle(sentence, found)
    )


def _has_leading_zeros(sentence: Sentence, found: Candidate) -> bool:
    """Tell a code, "form 002 data", from a count, "003 people"."""
    token = sentence.lowers[found.first]
    return token[0] == "0" and token.isdigit() and len(token) > 2 and not counts(sentence, found)


def _is_verb(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell "who now number 450" and "they number 300" from "patient number 31"."""
    first = at - 1
    while first > 0 and sentence.lowers[first] in lexicon.lists.by_now:
        first -= 1
    if sentence.lowers[first] == "," and "," in sentence.lowers[max(1, first - _ASIDE) : first]:
        first -= 1
        while sentence.lowers[first] != ",":
            first -= 1
        first -= 1  # "the wounded, *doctors say,* number 40"
    word = sentence.words[first]
    if word.noun is not None and word.plural:
        return first < at - 1  # "the rebels only number 30"
    if word.flags & s.PREP:
        told = sentence.words[first - 1].certainty is not None
        return told and sentence.lowers[first] == "to"  # "are *estimated to number* 300"
    if sentence.lowers[first - 1] == "the" and word.noun is None:
        return bool(word.adjectives or word.forms & s.PARTICIPLE)  # "*the wounded* number 40"
    return word.flags & (s.REL | s.PRON | s.MODAL) != 0 and not word.flags & s.DET


def _is_of_one(sentence: Sentence, at: int) -> bool:
    """Tell "bus number 30 left" from "the death number 30"."""
    word = sentence.words[at]
    named = word.flags & s.IDENTIFIER or word.noun is not None and word.noun.cls in NUMBERED
    return bool(named) and not word.plural


def _lists_names(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int) -> bool:
    """Tell the names in "camps (8E, 8W, 9)" from the count in "camps (8)"."""
    if not _singular(sentence, lexicon, at).flags & s.IDENTIFIER or not sentence.lowers[at].endswith("s"):
        return False
    letter = sentence.raw_at(found.after)
    return len(letter) == 1 and letter.isupper() and sentence.adjacent(found.after)


def numbered(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find what a column of a table numbers or dates ("No", "Week", "Camp"), and the zeros of "('000)"."""
    if sentence.lowers[found.first] == "000":
        return "unit"
    cell = sentence.cell
    if not cell or found.first != cell or found.after < sentence.size:
        return None
    size = cell - 2 if sentence.lowers[cell - 2] == "." else cell - 1  # "No."
    if size == 1 and sentence.words[0].flags & s.IDENTIFIER:
        return "identifier"
    heads, first = lexicon.lists.serial_heads, sentence.lowers[0]
    if size <= 2 and sentence.lowers[size - 1] in heads or "".join(sentence.lowers[:size]) in heads:
        return "identifier"  # "Reporting week", "Sl. No."
    return "identifier" if first in heads and first != "#" and sentence.lowers[1] == "of" else None


def _singular(sentence: Sentence, lexicon: Compiled, at: int) -> s.Word:
    """Return the sense of a word that may name by number, of its singular if it is a plural ("Camps 7 and 9")."""
    word, token = sentence.words[at], sentence.lowers[at]
    if " " in token and sentence.is_capital(at) and not word.flags:  # "Council resolutions 2118"
        token = token.rpartition(" ")[2]
        word = lexicon.words.get(token, s.UNKNOWN)
    if token[-1:] == "s" and not word.flags & (s.IDENTIFIER | s.LEVEL) and len(token) > 3:
        return lexicon.words.get(token[:-1], s.UNKNOWN)
    return word


def _in_title(sentence: Sentence, word: s.Word, first: int) -> bool:
    """Tell "Pillar Two" from a noun that a number happens to follow, by the capitals."""
    if first < 2 or word.noun is None or word.verbs:
        return False
    return sentence.is_capital(first) and sentence.is_capital(first - 1)


def _is_named(sentence: Sentence, lexicon: Compiled, found: Candidate, value: float) -> bool:
    """Tell "Camp 7" and "resolution 2254" from a word before a count ("In the camp 300 people")."""
    symbol = sentence.raw_at(found.after)
    if symbol == "%" or len(symbol) > 1 and symbol != "in" and symbol in lexicon.symbols:
        return False  # "the road 7 km downhill", "same district 4%"
    measured = (
        sentence.words[found.first - 1].unit is not None
        or sentence.raw_at(found.first - 1) in lexicon.symbols
    )
    if measured and sentence.numbers[found.first - 2] is not None:
        return False  # "at mile 7", but "3 km 40 m"
    noun, behind = sentence.words[found.first - 1].noun, sentence.words[found.after]
    if noun is not None and noun.cls == "place":
        counted = value > _CAPTIONS and counts(sentence, found)
        if counted or behind.adjectives:
            return False  # "In SW Region 269 people were traced", "Oru Province 5 dead"
    acts = sentence.words[found.after].forms & (s.PAST | s.PARTICIPLE)
    if acts and sentence.lowers[found.first - 1] in lexicon.lists.commands:
        return True  # "troops of battalion 377 *shot*"
    if not counts(sentence, found) and not is_participle(sentence, found):
        capital = sentence.is_capital(found.first - 1)  # "the samples of week 14 were tested"
        return (
            sentence.lowers[found.after] not in lexicon.lists.plural_verbs
            or capital
            or measured
            and found.first > 1
        )
    if not sentence.is_capital(found.first - 1) or shouts(sentence):
        return False
    if found.kind == "words" and not sentence.is_capital(found.first):
        return False  # "in Turkana District six lorries"
    bare = found.kind == "digits" and "," not in sentence.lowers[found.first]
    if bare and not counts(sentence, found) and sentence.words[found.first - 1].noun is not None:
        return True  # "Flight 302 crashed"
    if found.first > 1 or value > 999 and "," not in sentence.lowers[found.first]:
        return True
    titled = sentence.is_capital(found.after) and not sentence.is_capital(found.after + 1)
    return titled and value <= _CAPTIONS  # "Table 1 People in need by ward"


def _is_numbered_thing(sentence: Sentence, lexicon: Compiled, found: Candidate, word: s.Word) -> bool:
    """Tell "near Bridge 14" and "Boat 2 sank" from a count behind a noun ("at the bridge 14 died")."""
    token, at = sentence.lowers[found.first], found.first - 1
    one = sentence.lowers[found.after] in lexicon.lists.singular_verbs
    if word.noun is None or word.plural or word.noun.cls not in NUMBERED or word.verbs and not one:
        return False
    if found.kind != "digits" or len(token) > 3 or not token.isdigit() or counts(sentence, found):
        return False
    behind = sentence.words[found.after]
    if behind.adjectives or behind.unit is not None or sentence.raw_at(found.after) in lexicon.symbols:
        return False
    if at and not sentence.words[at - 1].flags & s.PREP:
        return sentence.is_capital(at) and not shouts(sentence) and not is_participle(sentence, found)
    if one:
        return True
    if at == 0:
        return bool(behind.verbs) and not shouts(sentence)
    return not behind.verbs and not behind.flags & s.AUX
