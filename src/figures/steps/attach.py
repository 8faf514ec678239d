"""Attach: unit, currency, counted noun, population and denominator of each number."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.lexicon.senses import UnitSense
from figures.numerals import exact
from figures.phrase import Phrase, read_nouns, read_phrase
from figures.tokens import Sentence

#: Classes of nouns that "no" may count ("no casualties", "no survivors"); "no government" is no figure.
_COUNTED = frozenset(("person", "combatant", "household", "event", "label", "house"))


def attach(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Find unit and noun of every live candidate, right to left so that "2 of the 8 camps" can ask the 8."""
    for found in reversed(candidates):
        if found.skipped is None:
            _attach(sentence, lexicon, found)
    return candidates


def _attach(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    money = _currency_before(sentence, lexicon, found)
    scale = _scale_before(sentence, found)
    phrase = found.phrase = read_phrase(sentence, lexicon, found)
    if scale is not None:
        found.unit, found.unit_id, found.unit_kind = scale[0], scale[0].id, scale[0].kind
        found.unit_span = (sentence.starts[scale[1]], sentence.ends[scale[1]])
    elif money is not None:
        _set_money(sentence, found, *money)
        if phrase.unit is not None and phrase.unit.kind == "currency":
            found.unit_span = found.unit_span or (found.start, found.end)
            found.text_end = max(found.text_end, sentence.ends[phrase.unit_after - 1])
            if found.unit is not None and found.unit.id in ("currency", "USD"):
                found.unit, found.unit_id = phrase.unit, phrase.unit.id
    elif phrase.unit is not None:
        _set_unit(sentence, lexicon, found, phrase, phrase.unit)
    elif phrase.head is not None:
        _set_noun(sentence, found, phrase)
    elif phrase.partner is not None:
        _from_partner(found, phrase.partner)
    elif phrase.anaphor:
        found.who = tuple(sorted(phrase.who))
    else:
        following = _shares_noun(sentence, found)
        if following is not None:
            _from_partner(found, following)
    if found.point and found.unit_kind == "count" and found.value is not None:
        found.value = found.low = found.high = exact(found.value * 1000)
    if found.kind in ("fraction", "ratio"):
        _share(found)
    _zero(sentence, found)
    _one(sentence, found)
    found.per = _denominator(sentence, found) or _share_of_each(sentence, found)


def _scale_before(sentence: Sentence, found: Candidate) -> tuple[UnitSense, int] | None:
    """Find a scale that stands before its number: "magnitude 6.8", "Magnitude: 5.9"."""
    for at in range(found.first - 1, max(-1, found.first - 4), -1):
        word = sentence.words[at]
        if word.unit is not None and word.unit.dimension == "scale":
            return word.unit, at
        if not (word.before or sentence.lowers[at] in (":", "of", "(", "at")):
            return None
    return None


def _currency_before(sentence: Sentence, lexicon: Compiled, found: Candidate) -> tuple[UnitSense, int] | None:
    """Find "$", "US$", "USD" or "Rs" in front of a number; returns it with its first token."""
    if not found.first or sentence.lowers[found.first - 1] not in lexicon.money_tails:
        return None
    if found.kind not in ("digits", "range", "words"):
        return None
    for length in (3, 2, 1):
        first = found.first - length
        if first < 0:
            continue
        options = lexicon.symbols.get(sentence.surface(first, first + 1), ())
        for rest, sense in options:
            tokens = tuple(sentence.surface(i, i + 1) for i in range(first + 1, found.first))
            if sense.kind == "currency" and rest == tokens:
                return sense, first
    return None


def _set_money(sentence: Sentence, found: Candidate, sense: UnitSense, first: int) -> None:
    found.unit, found.unit_id, found.unit_kind = sense, sense.id, "currency"
    found.unit_span = (sentence.starts[first], sentence.ends[found.first - 1])
    found.text_start = min(found.text_start, sentence.starts[first])
    found.currency_first = True


def _set_unit(
    sentence: Sentence, lexicon: Compiled, found: Candidate, phrase: Phrase, sense: UnitSense
) -> None:
    found.unit, found.unit_id, found.unit_kind = sense, sense.id, sense.kind
    first = phrase.first
    found.unit_span = (sentence.starts[first], sentence.ends[phrase.unit_after - 1])
    found.text_end = max(found.text_end, found.unit_span[1])
    complement = phrase.complement
    if sense.kind == "ratio" and complement is not None:
        found.who = tuple(sorted(complement.who))
        if complement.partner is not None and not found.who:
            found.who = complement.partner.who


def _set_noun(sentence: Sentence, found: Candidate, phrase: Phrase) -> None:
    head = phrase.head
    if head is None:
        return
    found.noun = phrase.noun
    found.unit_id = phrase.noun.unit if phrase.noun is not None else _singular(sentence.lowers[head])
    found.unit_kind = "count"
    found.unit_span = (sentence.starts[head], sentence.ends[head])
    found.text_end = max(found.text_end, sentence.ends[head])
    found.who = tuple(sorted(phrase.who))


def _singular(word: str) -> str:
    """Guess the unit id of a noun that the lexicon does not know."""
    word = word.replace("-", "_").replace("’", "'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def _shares_noun(sentence: Sentence, found: Candidate) -> Candidate | None:
    """Find the number whose noun counts for this one too: "863,000 and 965,000 persons"."""
    at = found.after
    change = (
        sentence.lowers[at : at + 1] == ["to"] and found.first and sentence.lowers[found.first - 1] == "from"
    )
    if at + 1 >= sentence.size or not sentence.words[at].flags & s.CONJ and not change:
        return None
    following = sentence.numbers[at + 1]
    if (
        following is None
        or following.skipped is not None
        or following.kind != found.kind
        or following.noun is None
        and following.unit is None
    ):
        return None
    return following if following.phrase is not None and following.phrase.first == following.after else None


def _from_partner(found: Candidate, partner: Candidate) -> None:
    """Take over unit and population of the whole: "2 of the 8 camps"."""
    found.noun, found.unit, found.unit_id, found.unit_kind = (
        partner.noun,
        partner.unit,
        partner.unit_id,
        partner.unit_kind,
    )
    found.who, found.implied = partner.who, True


def _share(found: Candidate) -> None:
    """Keep shares as shares; "half an hour" and "half a kilometre" are measures."""
    if found.unit_kind in ("time", "physical", "currency") and found.kind == "fraction":
        return
    phrase = found.phrase
    if phrase is not None and phrase.partner is not None and not found.who:
        found.who = phrase.partner.who
    found.unit_id, found.unit_kind, found.implied = "share", "ratio", False
    found.unit = None


def _zero(sentence: Sentence, found: Candidate) -> None:
    """Keep an explicit zero only where it counts ("no casualties", not "no government")."""
    if found.kind != "zero":
        return
    if sentence.lowers[found.first] in _nobody(sentence, found):
        found.unit_id, found.unit_kind = "person", "count"
        found.unit_span = (found.start, found.end)
        return
    phrase = found.phrase
    noun = phrase.deepest if phrase is not None else None
    if (
        phrase is not None
        and phrase.head is not None
        and sentence.lowers[phrase.after : phrase.after + 1] == ["of"]
    ):
        inner = read_nouns(sentence, phrase.after + 1)  # "no reports of casualties"
        if inner.noun is not None and inner.head is not None and inner.noun.strong:
            found.phrase, noun = inner, inner.noun
            _set_noun(sentence, found, inner)
    phrase = found.phrase
    if (
        noun is None
        or noun.cls not in _COUNTED
        or not (noun.strong or noun.cls in ("person", "household", "event"))
    ):
        found.skip("negation")
    elif sentence.lowers[found.first] == "none" and (
        phrase is None or phrase.first == found.after and not phrase.after
    ):
        found.skip("negation")
    elif (
        phrase is not None
        and phrase.head is not None
        and not noun.strong
        and not sentence.words[phrase.head].plural
    ):
        found.skip("negation")


def _nobody(sentence: Sentence, found: Candidate) -> frozenset[str]:
    return frozenset(("no one", "no-one", "nobody", "not a single person"))


def _one(sentence: Sentence, found: Candidate) -> None:
    """Drop "one" as a pronoun: it needs a noun, a participle or a share behind it."""
    if (
        found.kind != "words"
        or found.value != 1
        or sentence.lowers[found.first] != "one"
        or found.after != found.first + 1
    ):
        return
    phrase = found.phrase
    if (
        phrase is None
        or phrase.head is not None
        and _singular_head(sentence, phrase)
        or phrase.unit is not None
    ):
        if phrase is not None and phrase.head is not None and phrase.noun is None:
            found.skip("pronoun")
        return
    behind = sentence.words[found.after] if found.after < sentence.size else s.UNKNOWN
    if sentence.lowers[found.after : found.after + 1] == ["of"] and phrase.deepest is not None:
        return
    if phrase.head is None and any(form & s.PARTICIPLE for _, form in behind.verbs):
        return
    if phrase.head is None and (behind.adjectives or behind.flags & s.BE and _passive(sentence, found.after)):
        return
    before = sentence.words[found.first - 1] if found.first else s.UNKNOWN
    if phrase.head is None and before.verbs and before.noun is None and behind.flags & (s.CONJ | s.PREP):
        return
    found.skip("pronoun")


def _singular_head(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.head is None:
        return False
    word = sentence.words[phrase.head]
    return not word.plural or word.noun is not None and word.noun.surface == sentence.lowers[phrase.head]


def _passive(sentence: Sentence, at: int) -> bool:
    return any(form & s.PARTICIPLE for word in sentence.words[at + 1 : at + 3] for _, form in word.verbs)


def _denominator(sentence: Sentence, found: Candidate) -> str | None:
    """Find "per family", "a day", "each", "/day" behind the phrase."""
    phrase = found.phrase
    if phrase is None:
        return None
    at = max(phrase.stop, found.after)
    if at + 1 >= sentence.size:
        return None
    token, word, behind = sentence.lowers[at], sentence.words[at], sentence.words[at + 1]
    if not (word.flags & s.PER or token == "/"):
        return None
    target = (
        behind.unit.id if behind.unit is not None else behind.noun.unit if behind.noun is not None else None
    )
    if target is None or behind.plural and behind.noun is not None:
        return None
    if token in ("a", "an") and (behind.unit is None or behind.unit.kind not in ("time", "physical")):
        return None
    if (
        token in ("each", "every")
        and behind.unit is not None
        and behind.unit.kind == "time"
        and found.unit_kind != "currency"
    ):
        return None
    return target


def _share_of_each(sentence: Sentence, found: Candidate) -> str | None:
    """Find "each family received 25 kg" before the number."""
    if found.unit_kind not in ("physical", "currency"):
        return None
    for at in range(found.first - 1, max(-1, found.first - 9), -1):
        if sentence.numbers[at] is not None or sentence.lowers[at] in ",;:.":
            return None
        noun = sentence.words[at].noun
        if (
            noun is not None
            and noun.unit in ("household", "person")
            and at
            and sentence.lowers[at - 1] in ("each", "every")
        ):
            return noun.unit
    return None
