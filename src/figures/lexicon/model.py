"""`Lexicon`: everything the library knows of a language, as an immutable value that merges by `|`."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cached_property, lru_cache
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

import attrs

from figures.errors import LexiconError, UnsupportedLanguageError, nearest
from figures.lexicon.schema import PLAIN, Table, check, check_names, check_words
from figures.records import Category

if TYPE_CHECKING:
    from pathlib import Path

    from figures.lexicon.compiled import Compiled, Surfaces

_SHARED = ("categories.toml", "units.toml", "currencies.toml")


@attrs.frozen(eq=False)
class Lexicon:
    """The words of a language in named tables; built in, loaded from one TOML file, or merged from both.

    >>> posts = {"nouns": {"posts": {"class": "infrastructure", "words": ["aid post"]}}}
    >>> mine = Lexicon.builtin("en") | Lexicon.from_dict(posts)
    >>> mine.counts()["nouns"] > Lexicon.builtin("en").counts()["nouns"]
    True
    """

    lang: str
    tables: Mapping[str, Table]
    _surfaces: Surfaces | None = attrs.field(default=None, repr=False, kw_only=True)  # made before

    @classmethod
    def builtin(cls, lang: str = "en") -> Lexicon:
        """Return the lexicon that ships with the library; `UnsupportedLanguageError` for an unknown code."""
        return _builtin(checked_language(lang))

    @classmethod
    def languages(cls) -> tuple[str, ...]:
        """Return the codes of the languages that ship with the library."""
        folders = (f for f in _data().iterdir() if f.is_dir() and not f.name.startswith("_"))
        return tuple(sorted(f.name for f in folders))

    @classmethod
    def load(cls, path: str | PathLike[str], lang: str = "en") -> Lexicon:
        """Read a lexicon from one TOML file (the tables are those of the library's own files).

        Raises `LexiconError`, which names file, table and entry, when the file is malformed.
        """
        try:
            with open(fspath(path), "rb") as file:  # noqa: PTH123 - pathlib would be imported for this alone
                text = file.read().decode("utf-8-sig")
        except OSError as error:
            raise LexiconError(f"{path}: cannot be read: {error.strerror or error}") from error
        except UnicodeDecodeError as error:
            raise LexiconError(f"{path}: is not UTF-8 text: {error.reason} at byte {error.start}") from error
        return cls(lang, _parse(text, path))

    @classmethod
    def from_dict(cls, tables: Mapping[str, Any], lang: str = "en") -> Lexicon:
        """Make a lexicon from tables as `tomllib` returns them."""
        return cls(lang, check(copy.deepcopy(dict(tables)), "<dict>"))

    def __or__(self, other: Lexicon) -> Lexicon:
        """Merge two lexicons of a language; the right side wins where its entry says `override = true`."""
        if not isinstance(other, Lexicon):
            return NotImplemented
        if other.lang != self.lang:
            raise LexiconError(f"cannot merge a lexicon of {self.lang!r} with one of {other.lang!r}")
        merged = {name: dict(table) for name, table in self.tables.items()}
        for name, table in other.tables.items():
            mine = merged.setdefault(name, {})
            for key, entry in table.items():
                _merge_entry(name, mine, key, entry)
        lexicon = Lexicon(self.lang, merged)
        check_words(lexicon.tables)
        check_names(lexicon.tables)
        return lexicon

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Lexicon):
            return NotImplemented
        return self.lang == other.lang and self.tables == other.tables

    def __hash__(self) -> int:
        return hash((self.lang, tuple((name, len(table)) for name, table in sorted(self.tables.items()))))

    def __reduce__(self) -> tuple[Any, ...]:
        if self.lang in Lexicon.languages() and self is Lexicon.builtin(self.lang):
            return Lexicon.builtin, (self.lang,)
        return Lexicon, (self.lang, dict(self.tables))

    @cached_property
    def compiled(self) -> Compiled:
        """The lookup that the steps use, made once."""
        from figures.lexicon.compile import compile_lexicon

        surfaces = self._surfaces or _surfaces(self.tables)
        return compile_lexicon(self.tables, self._categories, surfaces)

    @cached_property
    def _categories(self) -> dict[str, Category]:
        made: dict[str, Category] = {}
        for name, entry in self.tables.get("categories", {}).items():
            codes: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
            codes.pop("override", None)
            parent = made.get(codes.get("parent", ""))
            if "parent" in codes and parent is None:
                hint = nearest(codes["parent"], made)
                raise LexiconError(f"[categories.{name}] names an unknown parent {codes['parent']!r}{hint}")
            if parent is not None:  # export codes fall back to the parent's
                inherited = {k: getattr(parent, k) for k in ("bundles", "hxl", "helix", "gdelt")}
                codes = {**inherited, **codes}
            made[name] = Category(name, **codes)
        return made

    def categories(self) -> Mapping[str, Category]:
        """Return the categories by id, in the order of their file."""
        return dict(self._categories)

    def counts(self) -> dict[str, int]:
        """Return how many words (or entries, for plain tables) each table holds."""
        return {name: sum(_size(entry) for entry in table.values()) for name, table in self.tables.items()}


def _size(entry: object) -> int:
    if isinstance(entry, dict):
        lists = (v for k, v in entry.items() if isinstance(v, list) and k not in ("who", "helix", "gdelt"))
        return max(1, sum(map(len, lists)))
    return len(entry) if isinstance(entry, list) else 1


def _merge_entry(table: str, mine: dict[str, Any], key: str, entry: object) -> None:
    if key in mine and mine[key] != entry:
        if table in PLAIN and isinstance(entry, list) and isinstance(mine[key], list):
            mine[key] = [*mine[key], *(w for w in entry if w not in mine[key])]
            return
        if not (isinstance(entry, dict) and entry.get("override")):
            raise LexiconError(
                f"[{table}.{key}] stands in both lexicons; "
                "write `override = true` in the right one to replace it"
            )
        del mine[key]  # what is taken over stands last, so that its words win
    mine[key] = entry


def _data() -> Path:
    from pathlib import Path  # 4 ms that `import figures` need not take

    return Path(__file__).parents[1] / "data"


def _parse(text: str, where: object) -> dict[str, Table]:
    import tomllib  # 6 ms that only the first call needs

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: is not valid TOML: {error}") from error
    return check(data, where)


def _surfaces(tables: Mapping[str, Any]) -> Surfaces:
    from figures.lexicon.surfaces import make_surfaces  # not for a lexicon that is ready-made

    return make_surfaces(tables)


def checked_language(lang: str) -> str:
    """Return a language code; `UnsupportedLanguageError` for what is no str, a list of codes say."""
    if not isinstance(lang, str):
        raise UnsupportedLanguageError(f"lang must be a language code such as 'en', not {lang!r}")
    return lang


@lru_cache(maxsize=8)
def _builtin(lang: str) -> Lexicon:
    from figures.lexicon import ready  # a lexicon of your own needs none

    if lang not in Lexicon.languages():
        known = Lexicon.languages()
        hint = nearest(str(lang), known) or f"; known are {', '.join(known)}"
        raise UnsupportedLanguageError(f"no lexicon for language {lang!r}{hint}")
    folder, sources = _data() / lang, _sources(lang)
    stamp = ready.stamp(sources)
    found = ready.read(folder, stamp)
    if found is None:
        found = _made(sources)
        ready.keep(folder, stamp, *found)
    return Lexicon(lang, found[0], surfaces=found[1])


def packed(lang: str) -> bytes:
    """Return the built-in lexicon of a language as the file that a wheel brings along."""
    from figures.lexicon import ready

    sources = _sources(lang)
    return ready.packed(ready.stamp(sources), *_made(sources))


def _sources(lang: str) -> dict[str, bytes]:
    """Return the files of a language, the shared ones first, by their name."""
    own = (file for file in (_data() / lang).iterdir() if file.name.endswith(".toml"))
    files = [*(_data() / name for name in _SHARED), *sorted(own, key=lambda file: file.name)]
    return {file.name: file.read_bytes() for file in files}


def _made(sources: Mapping[str, bytes]) -> tuple[dict[str, Table], Surfaces]:
    """Return the tables of all files as one, and what is made of them."""
    tables: dict[str, Table] = {}
    for file, content in sources.items():
        for name, table in _parse(content.decode("utf-8"), file).items():
            tables.setdefault(name, {}).update(table)
    return tables, _surfaces(tables)
