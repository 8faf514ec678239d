"""Units and currencies: the generated files, the bridge to pint, and parity with quantulum3's catalogue."""

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pint
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import extract_figures
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
    yield importlib.import_module
    sys.path.remove(str(ROOT / "scripts"))


@pytest.fixture(scope="module")
def generator(scripts):
    pytest.importorskip("quantulum3", reason="the unit catalogue is read from quantulum3")
    return scripts("generate_units")


@pytest.fixture(scope="module")
def plain():
    return pint.UnitRegistry()


def figure(unit, *, per=None, **ends):
    return Figure(
        text="5",
        start=0,
        end=1,
        unit=Unit(id=unit[0], kind=unit[1], per=per),
        category=Category("measure.other"),
        spans=Spans(number=Span(0, 1)),
        **{"value": None, "low": None, "high": None, **ends},
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
def test_data_file_opens_with_its_syntax(name):
    head = (DATA / f"{name}.toml").read_text(encoding="utf-8").splitlines()[:9]
    assert all(line.startswith("#") for line in head)
    assert any(f"scripts/generate_{name}.py" in line for line in head)


def surfaces(entry, key):
    return [s.partition("/")[0] if key == "names" else s for s in entry.get(key, ())]


def owners_of(table, key, surface):
    return [id_ for id_, entry in table.items() if surface in surfaces(entry, key)]


def test_lists_are_sorted_and_no_surface_means_two_things():
    owners = {}
    for id_, entry in {**UNITS, **CURRENCIES}.items():
        for key in ("names", "symbols"):
            listed = entry.get(key, [])
            assert listed == sorted(set(listed), key=lambda s: (s.casefold(), s)), id_
            for surface in surfaces(entry, key):
                owners.setdefault(surface, set()).add(id_)
    shared = {surface: ids for surface, ids in owners.items() if len(ids) > 1}
    assert shared == {"pound": {"pound", "currency"}}  # the text decides between weight and money


def test_single_letters_are_those_that_analysts_write():
    symbols = {symbol for entry in UNITS.values() for symbol in entry.get("symbols", ())}
    assert {s for s in symbols if len(s) == 1 and s.isascii()} == {"%", "g", "h", "L", "l", "m", "t"}


def test_every_current_currency_is_there_under_its_code(scripts):
    pytest.importorskip("babel", reason="the currencies are read from CLDR through babel")
    extras = tomllib.loads((ROOT / "scripts" / "currencies_extra.toml").read_text(encoding="utf-8"))
    left_out = {code for codes in extras["skip"].values() for code in codes}
    generator = scripts("generate_currencies")
    codes = set(generator.current())
    assert set(CURRENCIES) == codes | set(generator.OWN)
    assert {code for code in codes if code not in CURRENCIES[code]["symbols"]} == left_out


@pytest.mark.parametrize(
    ("table", "key", "words", "meant"),
    [
        (UNITS, "symbols", "MT mt Mt t", "tonne"),
        (UNITS, "symbols", "km2 km² sqkm", "square_kilometer"),
        (UNITS, "symbols", "m3 m³ cbm", "cubic_meter"),
        (UNITS, "symbols", "kph km/h kmph km/hr", "kilometer_per_hour"),
        (UNITS, "symbols", "kt kts", "knot"),
        (UNITS, "symbols", "nm", "nautical_mile"),
        (UNITS, "symbols", "°C ℃", "degree_celsius"),
        (UNITS, "symbols", "% p.c.", "percent"),
        (UNITS, "names", "ton", "ton"),
        (UNITS, "names", "donum dunum", "dunum"),
        (UNITS, "names", "cusec", "cubic_foot_per_second"),
        (UNITS, "names", "magnitude richter", "earthquake_magnitude"),
        (CURRENCIES, "symbols", "$ US$ dlrs USD", "USD"),
        (CURRENCIES, "symbols", "S/ PEN", "PEN"),
        (CURRENCIES, "symbols", "Rs CFA", "currency"),
        (CURRENCIES, "symbols", "£", "GBP"),
        (CURRENCIES, "names", "dollar", "USD"),
        (CURRENCIES, "names", "rupee peso pound dinar franc krone rial shilling", "currency"),
        (CURRENCIES, "names", "renminbi yuan", "CNY"),
    ],
)
def test_words_mean_what_the_field_means(table, key, words, meant):
    for word in words.split():
        assert owners_of(table, key, word) == [meant], word


@pytest.mark.parametrize("word", ["TB", "bar", "C", "F", "COP", "SAR", "real"])
def test_words_with_another_sense_are_left_out(word):
    for table in (UNITS, CURRENCIES):
        assert owners_of(table, "symbols", word) == owners_of(table, "names", word) == []


def test_plurals_that_the_rule_gets_wrong_are_written_out():
    names = {name for entry in UNITS.values() for name in entry.get("names", ())}
    assert {"foot/feet", "mile per hour/miles per hour", "degree celsius/degrees celsius"} <= names
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
            factor = plain.Quantity(1, theirs).to(base).magnitude
            assert convert(1, unit, base) == pytest.approx(factor, rel=1e-9), unit
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


DIMENSION = {unit: UNITS[unit]["dimension"] for unit in CONVERTIBLE}
ALIKE = [(a, b) for a in CONVERTIBLE for b in CONVERTIBLE if DIMENSION[a] == DIMENSION[b]]


@settings(max_examples=50)
@given(st.integers(0, 10**12), st.sampled_from(ALIKE))
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

    made = as_quantulum3(figure((unit, kind), value=5, low=5, high=5))
    assert (made.value, made.unit.name, made.unit.entity.name) == (5, name, entity)
    assert (made.surface, made.span, made.uncertainty) == ("5", (0, 1), None)


def test_as_quantulum3_keeps_intervals_and_denominators():
    pytest.importorskip("quantulum3", reason="the adapter makes quantulum3's objects")
    from figures.adapters.quantulum import as_quantulum3

    ranged = as_quantulum3(figure(("person", "count"), low=300, high=500))
    assert (ranged.value, ranged.uncertainty) == (400, 100)
    per = as_quantulum3(figure(("kilogram", "physical"), value=25, low=25, high=25, per="household"))
    assert per.unit.name == "kilogram per household"
    with pytest.raises(FiguresError, match="neither a value nor an end"):
        as_quantulum3(figure(("person", "count")))


def test_a_figure_becomes_a_quantulum3_quantity():
    pytest.importorskip("quantulum3", reason="the bridge needs the extra")
    quantity = extract_figures("between 300 and 500 square miles")[0].as_quantulum3()
    assert (quantity.value, quantity.uncertainty, quantity.unit.name) == (400, 100, "square mile")
