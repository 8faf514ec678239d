"""Numbers that stand in a pattern of marks: coordinates and list marks."""

from __future__ import annotations

import re
from collections.abc import Callable

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import counts
from figures.tokens import Sentence

_LINKS = frozenset((",", ";", "and", "&"))
_LIST = 7  # tokens between the counts of a list
_APART = (",", "-", "–")
_MARGIN = 100  # characters of white space before a number alone in its block
_HEAD = 6  # tokens of a running head before its "|"
_PAGE, _CODE = 3, 4  # digits of the highest page, and of numbers that may count alone
_BLANK_BEFORE = re.compile(r"(?:\n[^\S\n]*\n|\A)\s*\Z")
_BLANK_BEHIND = re.compile(r"\s*(?:\n[^\S\n]*\n|\Z)")
_SPACED_PAGE = ["p", "a", "g", "e"]
_TITLE = 4  # tokens of a title that tell its capitals
_DOCUMENT = 100  # characters of a text that a bare number may open as its own
_ROWS, _LINE = 3, 200  # lines of the shortest list without marks, and characters of one
_TICKS = 4  # the fewest numbers of an axis


def coordinate(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find "36.2° N" and "lat 36.2"; a temperature is none."""
    behind, before = sentence.lowers[found.after], sentence.lowers[found.first - 1]
    compass = lexicon.lists.compass
    if behind in ("°", "º", "′", "″"):
        following = sentence.lowers[found.after + 1]
        if following in compass or sentence.numbers[found.after + 1] is not None:
            return "coordinate"
    elif behind in compass and found.kind == "digits" and "." in sentence.lowers[found.first]:
        alone = found.after == found.first + 1 and not _names_nation(sentence, found.after)
        return "coordinate" if alone else None
    return "coordinate" if before in lexicon.lists.coordinates else None


def _names_nation(sentence: Sentence, at: int) -> bool:
    """Tell "1.5 South Koreans" from "36.2 North"."""
    return len(sentence.lowers[at]) > 1 and sentence.is_capital(at + 1)


def page(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the number of a page or document: alone in its block, "1 | P a g e", "Weekly Bulletin | 3"."""
    at, behind = found.first - 1, found.after
    if _is_of_pages(sentence, lexicon, found) or _closes_block(sentence, found):
        return "identifier"
    if not found.start and _heads_document(sentence, found):
        return "identifier"
    if sentence.size > 1 and sentence.lowers[at] != "|" != sentence.lowers[behind]:
        return None
    token, text = sentence.lowers[found.first], sentence.text
    if not token.isdigit():
        return None
    if at > 4 and sentence.lowers[at - 4 : at] == _SPACED_PAGE or sentence.lowers[:at] == _SPACED_PAGE:
        return "identifier"  # "P a g e | 3"
    opens = (
        sentence.size == 1
        and len(token) >= _PAGE
        and found.start < _MARGIN
        and not text[: found.start].strip()
    )
    if sentence.size == 1 and (len(token) > _CODE or opens and len(sentence.text) > _DOCUMENT):
        alone = _BLANK_BEFORE.search(text, max(0, found.start - _MARGIN), found.start)
        alone = alone and _BLANK_BEHIND.match(text, found.end)
        return "identifier" if alone and not sentence.cell else None
    if len(token) > _PAGE:
        return None
    closes = behind == sentence.size or at <= _HEAD and sentence.is_capital(behind)
    if closes and sentence.lowers[at] == "|" and sentence.lowers.count("|") == 1:
        heads = (
            head.rpartition(" ")[2].removesuffix("s") for head in sentence.lowers[max(0, at - _HEAD) : at]
        )
        if sentence.words[at - 1].flags & s.IDENTIFIER or not lexicon.lists.running_heads.isdisjoint(heads):
            return "identifier"  # "Situation Report No. 24 | 3"
    named = sentence.lowers[behind] == "|" and sentence.lowers[behind + 1] in ("p", "page")
    return "identifier" if named else None


def _heads_document(sentence: Sentence, found: Candidate) -> bool:
    """Tell the code of a document before its title, "40211 FLOOD RESPONSE IN", from "40211 HOMES LOST"."""
    token, after = sentence.lowers[found.first], found.after
    if len(token) <= _CODE or not token.isdecimal() or counts(sentence, found):
        return False
    behind = sentence.words[after]
    done = behind.forms & (s.PAST | s.PARTICIPLE)
    if behind.unit is not None or behind.adjectives or done or sentence.adjacent(after):
        return False
    title = sentence.surface(after, min(sentence.size, after + _TITLE))
    return title.isupper() and " " in title


def _is_of_pages(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell the 4 of "Page 2 of 4"."""
    first = found.first
    left = sentence.numbers[first - 2] if first > 2 and sentence.lowers[first - 1] in ("of", "/") else None
    if left is None or left.skipped != "identifier":
        return False
    return sentence.lowers[left.first - 1] in lexicon.lists.pages


def _closes_block(sentence: Sentence, found: Candidate) -> bool:
    """Tell the stray number that a page left behind the last full stop of a block: "..., officials said. 218"."""
    token, text = sentence.lowers[found.first], sentence.text
    start, size = sentence.starts[0], sentence.size
    if len(token) > _PAGE or not token.isdigit() or size > 3 or sentence.cell:
        return False
    if size == 2 and sentence.lowers[1] != ".":  # but the mark that a cut left of the next item, "4."
        return False
    if size == 3 and not (sentence.lowers[1] == "-" and sentence.adjacent(1)):
        return False
    end = sentence.ends[size - 1]
    return text[max(0, start - 2) : start] == ". " and _BLANK_BEHIND.match(text, end) is not None


def tick(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the ticks of an axis in text from a chart: "0% 10% 20% 30% 40%"."""
    first, after, lowers, numbers = found.first, found.after, sentence.lowers, sentence.numbers
    if lowers[after] != "%" != lowers[first - 1] and numbers[after] is None and numbers[first - 1] is None:
        return None
    step = _step(sentence, found, _next) or _step(sentence, found, _last)
    if not step:
        return None
    run = 1
    for walk in (_next, _last):
        other = found
        while run < _TICKS and (behind := walk(sentence, other)) is not None:
            if abs((behind.value or 0) - (other.value or 0)) != abs(step):
                break
            run, other = run + 1, behind
    return "axis" if run >= _TICKS else None


def _step(
    sentence: Sentence, found: Candidate, walk: Callable[[Sentence, Candidate], Candidate | None]
) -> float:
    other = walk(sentence, found)
    return 0 if other is None else (other.value or 0) - (found.value or 0)


def _next(sentence: Sentence, found: Candidate) -> Candidate | None:
    """Return the number behind another with nothing but a percent sign between them."""
    at = found.after + (sentence.lowers[found.after] == "%")
    return sentence.numbers[at]


def _last(sentence: Sentence, found: Candidate) -> Candidate | None:
    at = found.first - 1
    return sentence.numbers[at - (sentence.lowers[at] == "%")]


def list_mark(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find "1." and "(1)" at the head of an item, and "[1]"."""
    token = sentence.lowers[found.first]
    if found.kind != "digits" or len(token) > 2 or not token.isdigit():
        return None
    if _opens_sentence(sentence, found) or _marks_item(sentence, found):
        return "list_mark"
    before, behind = sentence.lowers[found.first - 1], sentence.lowers[found.after]
    if not found.first and sentence.is_capital(found.after) and behind in lexicon.lists.note_openers:
        return "footnote"  # "2 Note that the sum exceeds ..."
    if not found.first and (_commands(sentence, found.after) or _is_row(sentence, found)):
        return "list_mark"
    marked = before in ("[", "(") and behind == "]" or _in_brackets(sentence, found)
    return "footnote" if marked and not _is_of_places(sentence, found) else None


def _is_row(sentence: Sentence, found: Candidate) -> bool:
    """Tell the rows of a list: three lines that open with one number after the other, and a capital."""
    text, value = sentence.text, int(sentence.lowers[found.first])
    if not sentence.is_capital(found.after) or found.start and text[found.start - 1] != "\n":
        return False
    run, at = 1, found.start
    while run < _ROWS and at:
        while at and text[at - 1] == "\n":
            at -= 1
        at = text.rfind("\n", max(0, at - _LINE), at) + 1
        if not _opens_row(text, at, value - run):
            break
        run += 1
    at, more = found.end, 1
    while run < _ROWS:
        at = text.find("\n", at, at + _LINE) + 1
        while at and text[at : at + 1] == "\n":
            at += 1
        if not at or not _opens_row(text, at, value + more):
            return False
        run, more = run + 1, more + 1
    return True


def _opens_row(text: str, at: int, number: int) -> bool:
    mark = f"{number} "
    return text.startswith(mark, at) and text[at + len(mark) : at + len(mark) + 1].isupper()


def _commands(sentence: Sentence, at: int) -> bool:
    """Tell an item without a mark, "5 Provide meals in schools", from a headline, "5 Die in storm"."""
    word = sentence.words[at]
    if not word.forms & s.BASE or word.forms & s.PAST or word.noun is not None or not sentence.is_capital(at):
        return False
    acts = any("person" in frame.subject for frame, _ in word.verbs)
    return not acts and not sentence.is_capital(at + 1)


def _in_brackets(sentence: Sentence, found: Candidate) -> bool:
    """Tell a list of footnotes, "[4, 5]"."""
    first, after = found.first, found.after
    opened = sentence.lowers[max(0, first - _LIST) : first]
    closed = sentence.lowers[after : after + _LIST]
    if "[" not in opened or "]" not in closed:
        return False
    between = [*opened[len(opened) - opened[::-1].index("[") :], *closed[: closed.index("]")]]
    return all(token in _APART or token.isdigit() for token in between)


def _is_of_places(sentence: Sentence, found: Candidate) -> bool:
    """Tell a list of places with their counts, "Edo [28], Ekiti [2]", from the marks of footnotes."""
    links = (sentence.lowers[i] for i in (found.after + 1, found.first - 3, found.first - 4))
    if not sentence.is_capital(found.first - 2) or _LINKS.isdisjoint(links):
        return False
    for step in (_before, _behind):
        other = step(sentence, found)
        if (
            other is not None
            and sentence.lowers[other.first - 1] in "[("
            and sentence.is_capital(other.first - 2)
        ):
            return True
    return False


def _before(sentence: Sentence, found: Candidate) -> Candidate | None:
    return next((n for n in reversed(sentence.numbers[max(0, found.first - _LIST) : found.first]) if n), None)


def _behind(sentence: Sentence, found: Candidate) -> Candidate | None:
    return next((n for n in sentence.numbers[found.after : found.after + _LIST] if n), None)


def _opens_sentence(sentence: Sentence, found: Candidate) -> bool:
    """Tell "1. Killed" and "(a 1) Killed"."""
    if found.first and not (found.first == 1 and sentence.lowers[0] in "(["):
        return False
    if found.after > found.first + 1:
        return False  # "3 mio. people"
    closed = sentence.lowers[found.after] in (")", ".", "]") and sentence.adjacent(found.after)
    return closed and found.after + 1 < sentence.size


def _marks_item(sentence: Sentence, found: Candidate) -> bool:
    """Tell "(2) The": small, in brackets, before a capital."""
    bracket = sentence.lowers[found.first - 1] == "(" and sentence.lowers[found.after] == ")"
    if not bracket or not sentence.is_capital(found.after + 1) or _is_of_places(sentence, found):
        return False
    return found.value is not None and found.value <= 20
