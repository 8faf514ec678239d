"""The pipeline: the order of the steps, `Extractor`, `extract_figures` and `extract_many`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, repeat
from typing import TYPE_CHECKING, Literal

import attrs

from figures.candidates import Candidate
from figures.collection import Figures
from figures.counted import counted_up_to
from figures.errors import UnknownCategoryError, nearest
from figures.lexicon.compiled import Compiled
from figures.lexicon.model import Lexicon, checked_language
from figures.pieces import Piece, link, numbered, tokens_of
from figures.records import Figure
from figures.steps.attach import attach
from figures.steps.build import Policy, build
from figures.steps.decide import decide
from figures.steps.hedge import hedge
from figures.steps.join import join
from figures.steps.numbers import numbers
from figures.steps.relate import relate
from figures.steps.skip import skip
from figures.tokens import Sentence

if TYPE_CHECKING:
    from figures.explanation import Explanation
    from figures.parallel import ExtractionFailure

Step = Callable[[Sentence, Compiled, list[Candidate]], list[Candidate]]

#: The whole chain, in order; `build` then turns each live candidate into a record.
STEPS: tuple[Step, ...] = (numbers, skip, join, hedge, attach, relate, decide)

VAGUE_POLICIES = ("emdat", "acled", "idetect", "none")
HouseholdSize = float | tuple[float, float]


#: Sentences that go through the steps together: each step then finds its own code and words still in the cache of the
#: processor, which saves a sixth of the time; a text of any length is held in no more memory than these take.
_BATCH = 64


def run(
    texts: Iterable[str], lexicon: Compiled, *, dated: bool = False
) -> Iterator[tuple[int, list[Candidate]]]:
    """Yield the candidates of each sentence with a number, after all steps, with the index of its text.

    Skipped candidates carry their reason. Sentences whose only numbers are dates come with `dated` only.
    """
    spans = numbered(texts, lexicon, dated=dated)
    last: Piece | None = None
    told: Candidate | None = None
    while batch := list(islice(spans, _BATCH)):
        cut = [tokens_of(piece, lexicon) for piece in batch]
        link(last, told, batch, cut)
        results: list[list[Candidate]] = [[] for _ in cut]
        for step in STEPS:
            results = list(map(step, cut, repeat(lexicon), results))
        for piece, candidates in zip(batch, results, strict=True):
            yield piece.number, candidates
        last, told = batch[-1], counted_up_to(cut[-1])
        for sentence in cut:  # no cycle of sentences and candidates is left to the garbage collector
            sentence.numbers.clear()
            sentence.earlier = sentence.told = None


def _check_text(text: str) -> None:
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")


@attrs.frozen
class Extractor:
    """A reusable, immutable, picklable and thread-safe extractor.

    `lexicon` is a `Lexicon` or None for the built-in one of `lang`. `approx` is the half-width of "about N" as a
    part of N (0.10, a convention). `vague` says which value "dozens" or "thousands" get: `emdat` (the plural
    minimum), `acled`, `idetect` or `none`. `household_size`, a number or a (smallest, largest) pair, turns
    households into persons.

    >>> Extractor(approx=0.2).extract("about 100 people")[0].high
    120
    """

    lexicon: Lexicon | None = None
    lang: str = attrs.field(default="en", kw_only=True)
    approx: float = attrs.field(default=0.10, kw_only=True)
    vague: str = attrs.field(default="emdat", kw_only=True)
    household_size: HouseholdSize | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.lexicon is not None and not isinstance(self.lexicon, Lexicon):
            raise TypeError(f"lexicon must be a Lexicon, not {type(self.lexicon).__name__}")
        if not isinstance(self.approx, int | float) or not 0 <= self.approx < 1:
            raise ValueError(f"approx must be a number from 0 up to, not with, 1; got {self.approx!r}")
        if self.vague not in VAGUE_POLICIES:
            raise ValueError(f"vague must be one of {', '.join(VAGUE_POLICIES)}; got {self.vague!r}")
        if self.household_size is not None:
            from figures.conversion import check_household_size

            check_household_size(self.household_size)
        if self.lexicon is None:
            object.__setattr__(self, "lexicon", Lexicon.builtin(self.lang))

    @property
    def _words(self) -> Lexicon:
        return self.lexicon if self.lexicon is not None else Lexicon.builtin(self.lang)

    def iter(self, text: str, *, categories: Iterable[str] | None = None) -> Iterator[Figure]:
        """Yield figures lazily, in text order and in constant memory."""
        _check_text(text)
        wanted = None if categories is None else select(self._words, categories)
        return (figure for _, figure in self._iterate((text,), wanted))

    def _iterate(
        self, texts: Iterable[str], wanted: frozenset[str] | None = None
    ) -> Iterator[tuple[int, Figure]]:
        """Yield the figures of texts, each with the index of its text."""
        lexicon, policy = self._words.compiled, Policy(self.approx, self.vague)
        for index, candidates in run(texts, lexicon):
            for found in candidates:
                if found.skipped is None and (wanted is None or found.category in wanted):
                    figure = build(found, lexicon, policy)
                    yield index, figure if self.household_size is None else self.finish(figure)

    def finish(self, figure: Figure) -> Figure:
        """Apply the household size, when one was given."""
        if self.household_size is None or figure.unit.id != "household":
            return figure
        return figure.to_persons(self.household_size)

    def extract(self, text: str, *, categories: Iterable[str] | None = None) -> Figures:
        """Return the figures of a text; `categories` keeps leaves, families or bundles.

        Raises `UnknownCategoryError` for a name that is none of these, `TypeError` unless `text` is a str.
        """
        return Figures(self.iter(text, categories=categories), source=text)

    def _extract_together(self, texts: Sequence[str]) -> list[Figures]:
        """Return the figures of a few texts in their order."""
        found: list[list[Figure]] = [[] for _ in texts]
        for text in texts:
            _check_text(text)
        for index, figure in self._iterate(texts):
            found[index].append(figure)
        return [Figures(figures, source=text) for figures, text in zip(found, texts, strict=True)]

    def extract_many(
        self, texts: Iterable[str], *, workers: int = 1, on_error: Literal["raise", "yield"] = "raise"
    ) -> Iterator[Figures | ExtractionFailure]:
        """Yield the figures of each text in order, lazily and in bounded memory; see `extract_many`."""
        from figures.parallel import extract_all

        return extract_all(self, texts, workers=workers, on_error=on_error)

    def explain(self, text: str) -> Explanation:
        """Return what each step saw and why each number was kept, skipped or categorised."""
        from figures.explanation import explain_with

        _check_text(text)
        return explain_with(self, text)


def select(lexicon: Lexicon, names: Iterable[str]) -> frozenset[str]:
    """Return the leaves that a list of leaves, families and bundles names."""
    if isinstance(names, str):
        names = (names,)
    if not isinstance(names, Iterable):
        raise TypeError(f"categories must be an iterable of names, not {type(names).__name__}")
    known = lexicon.categories()
    chosen: set[str] = set()
    for name in names:
        leaves = [c for c in known.values() if name == str(c) or name == c.family or name in c.bundles]
        if not leaves:
            groups = {
                *known,
                *(c.family for c in known.values()),
                *(b for c in known.values() for b in c.bundles),
            }
            raise UnknownCategoryError(
                f"no category, family or bundle is called {name!r}{nearest(str(name), groups)}"
            )
        chosen.update(str(c) for c in leaves)
    return frozenset(chosen)


@lru_cache(maxsize=8)
def default_extractor(lang: str = "en") -> Extractor:
    """Return the cached extractor that the module-level functions use."""
    return Extractor(lang=lang)


def extract_figures(text: str, *, lang: str = "en", categories: Iterable[str] | None = None) -> Figures:
    """Return the figures of a text, in text order.

    `categories` keeps leaves (`"people.displaced"`), families (`"people"`) or bundles (`"displacement"`). Any str is
    accepted. Raises `TypeError` for anything else, `UnknownCategoryError` and `UnsupportedLanguageError`.

    >>> for figure in extract_figures("About 7,000 people have gone home; roughly 69,000 are still displaced."):
    ...     print(figure)
    About 7,000 people · people.returned · 7000 person · approximate [6300, 7700] · level 2
    roughly 69,000 · people.displaced · 69000 person · approximate [62100, 75900] · level 2
    """
    return default_extractor(checked_language(lang)).extract(text, categories=categories)


def extract_many(
    texts: Iterable[str], *, workers: int = 1, on_error: Literal["raise", "yield"] = "raise"
) -> Iterator[Figures | ExtractionFailure]:
    """Yield the figures of each text, in order; with `workers` above 1 in that many processes.

    Lazy and in bounded memory, however long the stream. One process reads up to 64 texts ahead, which is faster than
    one by one. Workers get chunks of some 65,000 characters, small ones first; a longer text is cut at blank lines,
    and what comes out is the same. A slow consumer is waited for.

    With `on_error="yield"` a text that fails becomes an `ExtractionFailure(index, error)` in its place and no other
    result is lost; with `"raise"` its error is raised there. The texts of a worker that dies are read again, and one
    that kills its worker then too fails with `figures.parallel.WorkerDiedError`. An error of `texts` itself is
    raised behind the results of the texts before it. Workers end with the iterator: when it is used up, closed or
    dropped, and on Ctrl-C.

    Workers start as `multiprocessing` is set to start processes, but a process with threads is never forked: there
    they are spawned, and a script then keeps what it runs under `if __name__ == "__main__":`. In a daemonic process,
    which may have no children, the texts are read in the process itself, with a `RuntimeWarning`.

    >>> [len(figures) for figures in extract_many(["12 people died.", "Nothing happened."])]
    [1, 0]
    """
    return default_extractor().extract_many(texts, workers=workers, on_error=on_error)


def explain(text: str, *, lang: str = "en") -> Explanation:
    """Return an account of every number of a text; `str()` of it is readable, `.replay()` rebuilds the figures.

    >>> explain("On 12 May 2014, 30 died.").numbers[0].reason
    'date'
    """
    return default_extractor(checked_language(lang)).explain(text)
