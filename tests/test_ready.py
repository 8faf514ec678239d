# ruff: noqa: SLF001 - what is kept where is no public matter
"""The built-in lexicon ready-made: the lines that hold it, and when they count."""

import errno
import json
import os
import pickle
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import cache_from_source
from pathlib import Path
from zlib import crc32

import italian
import pytest
from fresh import PACKAGE, python

from figures import Extractor, Lexicon, LexiconError
from figures.lexicon import model, ready, rows, stored
from figures.lexicon import senses as s
from figures.lexicon.surfaces import make_surfaces

TEXT = "At least 12 people were killed, and 1,200 families (6,000 people) fled; USD 2.5 million is needed."
EXPECTED = Extractor().extract(TEXT)


def fields(value):
    """Return a sense as values that compare."""
    if isinstance(value, s.Word):
        return {name: fields(getattr(value, name)) for name in rows.FIELDS}
    if hasattr(value, "__dataclass_fields__"):
        return [type(value).__name__, *(fields(getattr(value, name)) for name in value.__dataclass_fields__)]
    if isinstance(value, dict):
        return {key: fields(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [type(value).__name__, *map(fields, value)]
    return [type(value).__name__, value]


@pytest.fixture(scope="module")
def made():
    return make_surfaces(Lexicon.builtin("en").tables)


@pytest.fixture(scope="module")
def lines(made):
    return rows.dump(made)


def test_lines_hold_all_that_a_lexicon_says(made, lines):
    back = stored.load(lines)
    assert list(back.words) == sorted(made.words)
    for token, word in made.words.items():
        assert fields(back.words[token]) == fields(word), token
    for name in ("symbols", "torn", "trailing", "leads", "be"):
        assert fields(getattr(back, name)) == fields(getattr(made, name)), name


def test_lines_are_plain_data_and_the_same_at_any_hash_seed(lines):
    assert all(json.loads(line) is not None for line in lines)
    code = """
from zlib import crc32
from figures.lexicon import Lexicon, rows, surfaces
print(crc32(repr(rows.dump(surfaces.make_surfaces(Lexicon.builtin("en").tables))).encode()))
"""
    assert int(python(code, PYTHONHASHSEED="1")) == crc32(repr(lines).encode())


@pytest.mark.skipif(not hasattr(s.Word, "__slots__"), reason="a compiled class does not name its fields")
def test_lines_hold_every_field_of_a_word():
    assert sorted((*rows.FIELDS, "tails")) == sorted(s.Word.__slots__)


def test_words_share_their_nouns_and_are_made_once(lines):
    words = stored.load(lines).words
    assert words["child"].noun is words["children"].noun
    assert words["family"] is words["family"]
    assert words.get("qwertyuiop") is None
    assert "qwertyuiop" not in words
    with pytest.raises(KeyError):
        words["qwertyuiop"]
    with ThreadPoolExecutor(8) as pool:
        assert len({id(word) for word in pool.map(words.__getitem__, ["village"] * 64)}) == 1


SMALL = {
    "categories.toml": '[categories]\n"people.other".definition = "people"\n"people.killed".definition = "the dead"\n',
    "units.toml": '[units.kilometer]\nkind = "physical"\ndimension = "length"\nnames = ["chilometro/chilometri"]\n',
    "currencies.toml": '[currencies.EUR]\nnames = ["euro"]\nsymbols = ["€"]\n',
    "it/words.toml": italian.WORDS,
}


class Data:
    """A data folder with one small language, read anew each time as a new process would."""

    def __init__(self, folder):
        self.folder = folder
        for name, text in SMALL.items():
            self.write(name, text)
        self.cache = Path(cache_from_source(str(folder / "it" / "lexicon.py"))).with_suffix(".jsonl")

    def write(self, name, text):
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def read(self):
        """Return the lexicon and whether it was there ready-made, after its figures have proved right."""
        lexicon = model._builtin.__wrapped__("it")
        (figure,) = Extractor(lexicon).extract(italian.TEXT)
        assert str(figure) == italian.FIGURE
        return lexicon, isinstance(lexicon._surfaces.words, stored.StoredWords)

    def is_ready(self):
        return self.read()[1]

    def kept(self):
        return sorted(self.cache.parent.glob("*"))


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(model, "_data", lambda: tmp_path)
    return Data(tmp_path)


def test_the_first_time_makes_it_and_the_next_reads_it(data):
    assert not data.is_ready()
    assert data.kept() == [data.cache]
    assert re.match(rb"[0-9a-f]{8} [0-9a-f]{8}\n\[", data.cache.read_bytes())
    assert data.is_ready()
    assert data.read()[0] == data.read()[0]


@pytest.mark.parametrize("changed", SMALL)
def test_it_is_made_anew_when_a_file_has_changed(data, changed):
    data.read()
    file = data.folder / changed
    before = file.stat()
    data.write(changed, file.read_text(encoding="utf-8").replace("=", " ="))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # dates prove nothing
    assert not data.is_ready()
    assert data.is_ready()


def test_it_is_made_anew_when_a_file_is_added_or_renamed(data):
    data.read()
    data.write("it/more.toml", '[nouns.altre]\nclass = "person"\nwords = ["donna/donne"]\n')
    lexicon, ready_made = data.read()
    assert not ready_made
    assert lexicon.compiled.words["donne"].plural
    (data.folder / "it" / "more.toml").rename(data.folder / "it" / "again.toml")
    assert not data.is_ready()


@pytest.mark.parametrize("changed", [*(f"{name}.py" for name in ready.MAKERS), "lexicon/inflect.py"])
def test_the_code_that_makes_it_counts_too(data, changed, tmp_path, monkeypatch):
    copy = tmp_path / "code"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "data", "*.so"))
    monkeypatch.setattr(ready, "_CODE", copy)
    data.read()
    assert data.is_ready()
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert not data.is_ready()


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:-1],
        lambda whole: whole.replace(b"people.killed", b"people.dellik", 1),
        lambda whole: b"\0" * len(whole),
        lambda whole: b"\xff\xfe not a lexicon\n" + whole,
    ],
    ids=["empty", "half written", "a byte short", "altered", "zeros", "something else"],
)
def test_a_damaged_file_is_made_anew(data, damage):
    data.read()
    whole = data.cache.read_bytes()
    data.cache.write_bytes(damage(whole))
    assert not data.is_ready()
    assert data.cache.read_bytes() == whole


def test_nothing_is_written_where_python_writes_no_byte_code(data, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert not data.is_ready()
    assert not data.is_ready()
    assert data.kept() == []


def test_nothing_is_written_where_python_has_no_place_for_it(data, monkeypatch):
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert not data.is_ready()
    assert data.kept() == []


def test_it_goes_where_byte_code_goes(data, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    assert not data.is_ready()
    assert data.kept() == []
    assert data.is_ready()


def test_a_folder_that_takes_no_file_is_no_error(data):
    data.cache.parent.write_text("in the way", encoding="utf-8")
    assert not data.is_ready()
    assert not data.is_ready()


def test_a_disk_that_fills_up_leaves_nothing_half_made(data, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert not data.is_ready()
    assert data.kept() == []


def test_what_the_wheel_brings_is_read_and_nothing_is_written(data):
    (data.folder / "it" / ready.NAME).write_bytes(model.packed("it"))
    assert data.is_ready()
    assert data.kept() == []
    data.write("it/words.toml", SMALL["it/words.toml"] + "# changed where it is installed\n")
    assert not data.is_ready()
    assert data.is_ready()


def test_a_broken_file_of_the_library_is_still_named(data):
    data.read()
    data.write("it/more.toml", '[bounds.x]\nbuond = "exact"\n')
    with pytest.raises(LexiconError, match=r"more\.toml: \[bounds\.x\]"):
        data.read()


def test_your_words_merge_with_what_is_ready_made(data):
    data.read()
    lexicon, ready_made = data.read()
    assert ready_made
    mine = Lexicon.from_dict({"nouns": {"mine": {"class": "thing", "words": ["blorb"]}}}, lang="it")
    extractor = Extractor(lexicon | mine)
    assert extractor.extract("dodici blorbs")[0].unit.id == "blorb"
    again = pickle.loads(pickle.dumps(lexicon | mine))  # noqa: S301 - our own
    assert again == lexicon | mine


def test_processes_that_start_together_all_read_right(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "figures", ignore=shutil.ignore_patterns("__pycache__", ready.NAME))
    code = f"import figures; [print(f) for f in figures.extract_figures({TEXT!r})]"
    expected = "".join(f"{figure}\n" for figure in EXPECTED)
    with ThreadPoolExecutor(3) as pool:
        printed = list(pool.map(lambda _: python(code, PYTHONPATH=str(tmp_path)), range(3)))
    assert printed == [expected] * 3
    (file,) = (
        tmp_path / "figures" / "data" / "en" / "__pycache__"
    ).iterdir()  # no half-made file stays behind
    assert file.suffix == ".jsonl"
    assert (
        python(f"{code}; import sys; print('tomllib' in sys.modules)", PYTHONPATH=str(tmp_path))
        == f"{expected}False\n"
    )


def test_all_code_that_makes_a_lexicon_is_in_the_stamp():
    used = set()
    for file in (PACKAGE / "lexicon").glob("*.py"):
        used.update(re.findall(r"from figures\.(?!lexicon)(\w+) import", file.read_text(encoding="utf-8")))
    assert used == {*ready.MAKERS, "presence"}  # it serves `Compiled`, which is in no file
