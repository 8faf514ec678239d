# ruff: noqa: SLF001 - where a name comes from is no public matter
"""The import: names load when they are used."""

import pytest
from fresh import python

import figures

PROGRAM = "import figures; figures.extract_figures('1,200 families fled; USD 2.5 million is needed.')"


def test_the_import_reads_no_module_before_a_name_of_it_is_used():
    loaded = python("import sys, figures; print(*(m for m in sys.modules if m.startswith('figures')))")
    assert loaded.split() == ["figures"]


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("from figures import FiguresError", "attr regex figures.pipeline"),
        ("from figures import Lexicon; Lexicon", "regex figures.pipeline figures.lexicon.surfaces"),
        (
            PROGRAM,
            "pint figures.parallel figures.explanation figures.export.rows figures.adapters multiprocessing",
        ),
    ],
)
def test_a_name_loads_no_more_than_it_needs(code, absent):
    loaded = python(f"{code}\nimport sys; print('loaded', *sys.modules)").rpartition("loaded")[2].split()
    assert "figures.errors" in loaded
    assert not {name for name in loaded if name in absent.split()}


def test_every_public_name_is_there_and_listed():
    listed = python("import figures; print(*dir(figures))").split()
    assert set(figures.__all__) <= set(listed)
    for name in figures.__all__:
        assert getattr(figures, name).__name__ == name
    homes = figures._HOMES
    assert sorted(name for names in homes.values() for name in names) == sorted(figures.__all__)


def test_modules_are_attributes_as_before():
    assert python(
        "import figures; print(figures.records.Span(0, 1).end, figures.errors.LexiconError.__name__)"
    )


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'figures' has no attribute 'extract'"):
        figures.extract  # noqa: B018
    assert not hasattr(figures, "__path_of_nothing__")
