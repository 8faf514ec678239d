"""Units and currencies: the generated files, the bridge to pint, and parity with quantulum3's catalogue."""

import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pint
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.errors import FiguresError, UnitConversionError
from figures.records import Category, Figure, Span, Spans, Unit
from figures.units import convert, quantity, registry

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "figures" / "data"
UNITS = tomllib.loads((DATA / "units.toml").read_text(encoding="utf-8"))["units"]
CURRENCIES = tomllib.loads((DATA / "currencies.toml").read_text(encoding="utf-8"))["currencies"]
CONVERTIBLE = sorted(unit for unit, entry in UNITS.items() if "pint" in entry)
#: Units that we read otherwise than pint does, which takes a dry barrel and a short ton.
DELIBERATE = {"barrel", "ton"}


@pytest.fixture(scope="module")
def scripts():
    """The generators, importable as the scripts that they are."""
    sys.path.insert(0, str(ROOT / "scripts"))
    yield pytest.importorskip
    sys.path.remove(str(ROOT / "scripts"))


@pytest.fixture(scope="module")
def generator(scripts):
    pytest.importorskip("quantulum3", reason="the unit catalogue is read from quantulum3")
    return scripts("generate_units")


@pytest.fixture(scope="module")
def plain():
    return pint.UnitRegistry()


def figure(unit, kind, value=None, low=None, high=None, per=None):
    made = Unit(id=unit, kind=kind, per=per)
    spans = Spans(number=Span(0, 1))
    category = Category("measure.other")
    return Figure(
        text="5", start=0, end=1, value=value, low=low, high=high, unit=made, category=category, spans=spans
    )


# The generated files


def test_units_file_is_what_the_script_generates(generator):
    assert generator.generate() == (DATA / "units.toml").read_text(encoding="utf-8"), "run generate_units.py"


def test_currencies_file_is_what_the_script_generates(scripts):
    pytest.importorskip("babel", reason="the currencies are read from CLDR through babel")
    generated = scripts("generate_currencies").generate()
    assert generated == (DATA / "currencies.toml").read_text(encoding="utf-8"), "run generate_currencies.py"


def test_check_flag_reports_drift_and_changes_nothing(scripts, tmp_path, capsys):
    finish, target = scripts("toml_tables").finish, tmp_path / "units.toml"
    assert finish(target, "a\nb\n", []) == 0
    assert finish(target, "a\nb\n", ["--check"]) == 0
    assert finish(target, "a\nc\n", ["--check"]) == 1
    assert target.read_text(encoding="utf-8") == "a\nb\n"
    assert "-b\n+c" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["units", "currencies"])
def test_data_file_loads_fast(name):
    text = (DATA / f"{name}.toml").read_text(encoding="utf-8")
    seconds = []
    for _ in range(10):
        start = time.process_time()
        tomllib.loads(text)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.015


@pytest.mark.parametrize("name", ["units", "currencies"])
def test_data_file_opens_with_its_syntax(name):
    head = (DATA / f"{name}.toml").read_text(encoding="utf-8").splitlines()[:9]
    assert all(line.startswith("#") for line in head)
    assert any(f"scripts/generate_{name}.py" in line for line in head)


def test_lists_are_sorted_and_no_surface_means_two_things():
    owners = {}
    for id_, entry in {**UNITS, **CURRENCIES}.items():
        for key in ("names", "symbols"):
            surfaces = entry.get(key, [])
            assert surfaces == sorted(set(surfaces), key=lambda s: (s.casefold(), s)), id_
            for surface in surfaces:
                owners.setdefault(surface.partition("/")[0], set()).add(id_)
    shared = {surface: ids for surface, ids in owners.items() if len(ids) > 1}
    assert shared == {"pound": {"pound", "currency"}}  # the text decides between weight and money


def test_single_letters_are_those_that_analysts_write():
    single = {
        s for e in UNITS.values() for s in e.get("symbols", ()) if len(s) == 1 and s.isascii() and s != "%"
    }
    assert single == {"g", "h", "L", "l", "m", "t"}


def test_every_current_currency_is_there_under_its_code(scripts):
    pytest.importorskip("babel", reason="the currencies are read from CLDR through babel")
    extras = tomllib.loads((ROOT / "scripts" / "currencies_extra.toml").read_text(encoding="utf-8"))
    left_out = {code for codes in extras["skip"].values() for code in codes}
    codes = set(scripts("generate_currencies").current())
    assert set(CURRENCIES) == codes | {"currency"}
    assert {code for code in codes if code not in CURRENCIES[code]["symbols"]} == left_out


def owner(table, key, surface):
    found = [i for i, e in table.items() if surface in [s.partition("/")[0] for s in e.get(key, ())]]
    return found[0] if len(found) == 1 else found


@pytest.mark.parametrize(
    ("surface", "unit"),
    [("MT", "tonne"), ("mt", "tonne"), ("Mt", "tonne"), ("kt", "knot"), ("km²", "square_kilometer"), ("°C", "degree_celsius"),
     ("nm", "nautical_mile"), ("%", "percent"), ("cbm", "cubic_meter"), ("mb", "millibar"), ("min", "minute"), ("TB", []), ("in", [])],
)  # fmt: skip
def test_symbols_mean_what_the_field_means(surface, unit):
    assert owner(UNITS, "symbols", surface) == unit


@pytest.mark.parametrize(
    ("surface", "unit"),
    [("metric ton", "tonne"), ("ton", "ton"), ("sq mile", "square_mile"), ("donum", "dunum"), ("cusec", "cubic_foot_per_second"),
     ("kilometre per hour", "kilometer_per_hour"), ("richter", "earthquake_magnitude"), ("per cent", "percent"), ("bar", [])],
)  # fmt: skip
def test_names_mean_what_the_field_means(surface, unit):
    assert owner(UNITS, "names", surface) == unit


@pytest.mark.parametrize(
    ("key", "surface", "unit"),
    [("symbols", "$", "USD"), ("symbols", "A$", "AUD"), ("symbols", "S/", "PEN"), ("symbols", "Rs", "currency"), ("symbols", "฿", "THB"),
     ("names", "dollar", "USD"), ("names", "u.s. dollar", "USD"), ("names", "baht", "THB"), ("names", "renminbi", "CNY"),
     ("names", "rupee", "currency"), ("names", "peso", "currency"), ("names", "syrian pound", "SYP"), ("symbols", "COP", [])],
)  # fmt: skip
def test_money_words_mean_what_the_field_means(key, surface, unit):
    assert owner(CURRENCIES, key, surface) == unit


def test_plurals_that_the_rule_gets_wrong_are_written_out():
    names = {name for entry in UNITS.values() for name in entry.get("names", ())}
    assert {
        "foot/feet",
        "mile per hour/miles per hour",
        "degree celsius/degrees celsius",
        "millennium/millennia",
    } <= names
    assert {"acre", "square mile", "inch", "century", "metric ton"} <= names


# pint and quantulum3


def test_every_pint_expression_has_the_dimension_that_it_states(generator):
    for unit in CONVERTIBLE:
        wanted = registry().parse_units(generator.DIMENSIONS[UNITS[unit]["dimension"]])
        assert quantity(1, unit).dimensionality == wanted.dimensionality, unit


def test_units_without_expression_say_why():
    for unit in set(UNITS) - set(CONVERTIBLE):
        entry = UNITS[unit]
        assert entry["dimension"] in ("ratio", "scale") or entry["comment"], unit


def test_own_units_redefine_nothing_in_pint(plain):
    ours = {unit for unit in CONVERTIBLE if UNITS[unit]["pint"][0].isdigit()}
    assert "feddan" in ours
    assert not ours & set(plain)


def test_catalogue_units_are_understood_or_left_out_for_a_reason(generator):
    from quantulum3 import load

    extras = tomllib.loads(generator.EXTRAS.read_text(encoding="utf-8"))
    skipped = {name for names in extras["skip"].values() for name in names}
    for name, unit in load.units("en_US").names.items():
        if unit.entity.name in extras["entities"] and name not in skipped:
            assert extras["ids"].get(name, generator.american(name)) in UNITS, name


def test_parity_with_quantulum3_and_pint(generator, plain):
    from quantulum3 import load

    compared = 0
    for name in load.units("en_US").names:
        unit = generator.american(name)
        if unit not in CONVERTIBLE or unit in DELIBERATE or UNITS[unit]["dimension"] == "temperature":
            continue
        try:
            theirs = plain.parse_units(unit)
        except pint.UndefinedUnitError:
            continue
        base = generator.DIMENSIONS[UNITS[unit]["dimension"]]
        if theirs.dimensionality == plain.parse_units(base).dimensionality:
            assert convert(1, unit, base) == pytest.approx(
                plain.Quantity(1, theirs).to(base).magnitude, rel=1e-9
            )
            compared += 1
    assert compared > 80


# Conversion


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        (270, "square_mile", "km**2", 699.29678979072),
        (270, "square_mile", "square_kilometer", 699.29678979072),
        (7.7, "kilometer", "meter", 7700),
        (1.1, "tonne", "kg", 1100),
        (15, "tonne", "MT", 15),
        (3, "ton", "tonne", 3),
        (212, "degree_fahrenheit", "degree_celsius", 100),
        (37, "degree_celsius", "°F", 98.6),
        (5, "feddan", "hectare", 2.1),
        (4, "dunum", "m2", 4000),
        (3, "mu", "hectare", 0.2),
        (2, "quintal", "kg", 200),
        (100, "knot", "km/h", 185.2),
        (1, "barrel", "liter", 158.987294928),
        (2, "decade", "year", 20),
        (3, "week", "day", 21),
        (0, "kilometer", "mile", 0),
        (-5, "meter", "cm", -500),
        (10**30, "kilometer", "meter", 10**33),
    ],
)
def test_conversion_is_exact(value, unit, target, expected):
    result = convert(value, unit, target)
    assert result == expected
    assert type(result) is type(expected)


@pytest.mark.parametrize("unit", CONVERTIBLE)
def test_unit_converts_to_itself(unit):
    assert convert(12.3, unit, unit) == 12.3
    assert type(convert(12, unit, unit)) is int


SAME = sorted(
    (a, b)
    for a in CONVERTIBLE
    for b in CONVERTIBLE
    if UNITS[a]["dimension"] == UNITS[b]["dimension"] != "angle"
)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from(SAME))
def test_conversion_agrees_with_pint_and_comes_back(value, pair):
    there = convert(value, *pair)
    goal = quantity(1, pair[1]).units
    assert there == pytest.approx(quantity(float(value), pair[0]).to(goal).magnitude, rel=1e-9, abs=1e-9)
    assert convert(there, pair[1], pair[0]) == pytest.approx(value, rel=1e-12, abs=1e-9)


@pytest.mark.parametrize(
    ("unit", "target", "says"),
    [
        ("person", "km", "counts things; only physical and time units"),
        ("household", "km", "to_persons"),
        ("USD", "EUR", "no exchange rate"),
        ("currency", "EUR", "no exchange rate"),
        ("percent", "per_mille", "is a ratio"),
        ("earthquake_magnitude", "meter", "is a scale"),
        ("bigha", "hectare", "no fixed size (from"),
        ("mile", "kilogram", "measures no length; the target must be a unit of length, such as"),
        ("degree", "byte", "measures no angle"),
        ("mile", "person", "'person' is no unit id or symbol"),
        ("mile", "kilometr", "did you mean 'kilometer'?"),
        ("mile", "km**", "no pint expression"),
        ("mile", "3 km", "no pint expression"),
        ("mile", "", "measures no length"),
        ("mile", "percent", "is a ratio"),
    ],
)
def test_refused_conversion_says_why(unit, target, says):
    with pytest.raises(UnitConversionError) as caught:
        convert(1, unit, target)
    assert says in str(caught.value)
    assert repr(unit) in str(caught.value) or repr(target) in str(caught.value)


def test_quantity_is_a_pint_quantity():
    assert quantity(3, "week").to("day").magnitude == 21
    assert str(quantity(3, "feddan")) == "3 feddan"
    with pytest.raises(UnitConversionError, match="needs a value"):
        quantity(None, "mile")
    with pytest.raises(UnitConversionError, match="counts things"):
        quantity(3, "school")


def test_pint_is_imported_by_the_first_conversion_only():
    code = (
        "import sys, figures.units as u; assert 'pint' not in sys.modules; "
        "u.convert(1, 'mile', 'm'); assert 'pint' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# The adapter for quantulum3


@pytest.mark.parametrize(
    ("unit", "kind", "name", "entity"),
    [
        ("square_mile", "physical", "square mile", "area"),
        ("pound", "physical", "pound-mass", "mass"),
        ("feddan", "physical", "feddan", "area"),
        ("kilotonne", "physical", "kilotonne", "mass"),
        ("week", "time", "week", "time"),
        ("USD", "currency", "united states dollar", "currency"),
        ("SYP", "currency", "SYP", "currency"),
        ("percent", "ratio", "percentage", "dimensionless"),
        ("person", "count", "person", "dimensionless"),
        ("bar", "count", "bar", "dimensionless"),
    ],
)
def test_as_quantulum3_keeps_unit_and_entity(unit, kind, name, entity):
    pytest.importorskip("quantulum3", reason="the adapter makes quantulum3's objects")
    from figures.adapters.quantulum import as_quantulum3

    made = as_quantulum3(figure(unit, kind, value=5, low=5, high=5))
    assert (made.value, made.unit.name, made.unit.entity.name) == (5, name, entity)
    assert (made.surface, made.span, made.uncertainty) == ("5", (0, 1), None)


def test_as_quantulum3_keeps_intervals_and_denominators():
    pytest.importorskip("quantulum3", reason="the adapter makes quantulum3's objects")
    from figures.adapters.quantulum import as_quantulum3

    ranged = as_quantulum3(figure("person", "count", low=300, high=500))
    assert (ranged.value, ranged.uncertainty) == (400, 100)
    per = as_quantulum3(figure("kilogram", "physical", value=25, low=25, high=25, per="household"))
    assert per.unit.name == "kilogram per household"
    with pytest.raises(FiguresError, match="neither a value nor an end"):
        as_quantulum3(figure("person", "count"))
