"""The pure rules: periods without gaps, numbers as they are written here, formulas, sums, the burden."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from nentang.foundation.registers.public import register_named
from nentang.measure.indicators.public import find_indicator
from nentang.measure.reporting.enums import FaultKind, PeriodKind
from nentang.measure.reporting.errors import PeriodUnreadable
from nentang.measure.reporting.rules.burden import ledger
from nentang.measure.reporting.rules.cells import (
    as_numbers,
    as_text,
    computed,
    faults_of,
    origins,
    read_number,
)
from nentang.measure.reporting.rules.formula import FormulaUnreadable, names_in, value_of
from nentang.measure.reporting.rules.periods import (
    due_on,
    period_before,
    period_closed_by,
    period_named,
)
from nentang.measure.reporting.rules.regimes import (
    Regime,
    RegisterSource,
    regime_laws,
    regime_rule,
    regimes_on,
)
from nentang.measure.reporting.rules.sums import Part, Tally, added

DAYS = st.dates(date(2020, 2, 1), date(2079, 12, 31))
CLOSING = st.integers(0, 28)
KINDS = st.sampled_from(PeriodKind)
AMOUNTS = st.decimals(0, Decimal(10) ** 12, places=4)
REGIME = regime_rule("socio_economic", date(2020, 12, 14)).value


@given(DAYS, CLOSING, KINDS)
def test_periods_follow_each_other_without_gap(day: date, closing: int, kind: PeriodKind) -> None:
    period = period_closed_by(kind, day, closing)
    before = period_before(period, closing)

    assert period.last_on < day
    assert before.last_on + timedelta(days=1) == period.first_on
    assert period_named(kind, period.key, closing) == period


@given(DAYS, CLOSING, KINDS)
def test_no_later_period_was_closed(day: date, closing: int, kind: PeriodKind) -> None:
    period = period_closed_by(kind, day, closing)

    assert period_closed_by(kind, period.last_on + timedelta(days=1), closing) == period
    following = period_closed_by(kind, day + timedelta(days=400), closing)
    assert following.last_on > period.last_on


@given(DAYS, CLOSING, KINDS, st.integers(1, 28))
def test_a_report_is_due_after_its_figures_are_closed(
    day: date, closing: int, kind: PeriodKind, due: int
) -> None:
    period = period_closed_by(kind, day, closing)

    found = due_on(period, due)

    assert period.last_on < found <= period.last_on + timedelta(days=60)
    assert found.day == due


@pytest.mark.parametrize(
    ("kind", "key", "first", "last"),
    [
        (PeriodKind.MONTH, "2020-12", date(2020, 11, 15), date(2020, 12, 14)),
        (PeriodKind.QUARTER, "2020-Q4", date(2020, 9, 15), date(2020, 12, 14)),
        (PeriodKind.YEAR, "2020", date(2019, 12, 15), date(2020, 12, 14)),
        (PeriodKind.MONTH, "2021-01", date(2020, 12, 15), date(2021, 1, 14)),
    ],
)
def test_figures_are_closed_on_the_fourteenth(
    kind: PeriodKind, key: str, first: date, last: date
) -> None:
    period = period_named(kind, key, 14)

    assert (period.first_on, period.last_on) == (first, last)


@pytest.mark.parametrize(
    "key", ["", "2020-13", "2020-Q5", "20-12", "2020-12-01", "２０２０-12", "2020"]
)
def test_what_is_no_month_is_refused(key: str) -> None:
    with pytest.raises(PeriodUnreadable):
        period_named(PeriodKind.MONTH, key, 14)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.234", "1234"),
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1 234", "1234"),
        ("12.34", "12.34"),
        ("-3", "-3"),
        ("0", "0"),
    ],
)
def test_numbers_are_read_as_they_are_written_here(typed: str, value: str) -> None:
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["", "mười", "1e9", "NaN", "١٢", "1.23.4", "1,2,3", "--1", "0x1", "1_000"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert read_number(typed) is None


@given(st.text(max_size=60))
def test_reading_a_number_never_fails(typed: str) -> None:
    found = read_number(typed)

    assert found is None or found.is_finite()


@given(AMOUNTS)
def test_values_come_back_from_the_store_as_they_went(amount: Decimal) -> None:
    assert as_numbers(as_text({"a": amount})) == {"a": amount}
    assert read_number(as_text({"a": amount})["a"].replace(".", ",")) == amount


@pytest.mark.parametrize(
    "formula",
    [
        "__import__('os')",
        "a.b",
        "a[0]",
        "a if b else c",
        "f(a)",
        "a ** b",
        "'x'",
        "True",
        "a and b",
        "a;",
        "lambda: 1",
    ],
)
def test_a_formula_is_nothing_but_arithmetic(formula: str) -> None:
    with pytest.raises(FormulaUnreadable):
        names_in(formula)


def test_a_formula_without_its_numbers_has_no_value() -> None:
    assert value_of("100 * a / b", {"a": Decimal(1)}) is None
    assert value_of("100 * a / b", {"a": Decimal(1), "b": Decimal(0)}) is None
    assert value_of("-(a - 3) / 2", {"a": Decimal(1)}) == 1


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["households", "poor_households"]), st.integers(0, 10**9)),
        max_size=12,
    ),
    st.randoms(),
)
def test_a_sum_does_not_depend_on_how_it_is_grouped(parts: list[dict[str, int]], chance) -> None:  # type: ignore[no-untyped-def]
    each = [
        Part(
            {name: Decimal(n) for name, n in part.items()},
            Tally({"commune": 1}, {"commune": 1} if part else {}),
        )
        for part in parts
    ]
    cut = chance.randint(0, len(each))

    whole = added(REGIME, each)
    halves = added(REGIME, [added(REGIME, each[:cut]), added(REGIME, each[cut:])])

    assert whole.values == halves.values
    assert whole.tally.missing == halves.tally.missing
    assert whole.tally.missing.get("commune", 0) == sum(not part for part in parts)


def test_what_nobody_said_is_not_zero() -> None:
    assert added(REGIME, [Part({}, Tally({"commune": 1}))]).values == {}


def test_every_cell_that_is_empty_stands_against_filing() -> None:
    found = faults_of(REGIME, computed(REGIME, {}), {}, {}, is_explained=False)

    assert {fault.cell for fault in found} == {c.id for c in REGIME.cells if c.is_typed}


def test_every_regime_has_a_form_for_every_time_and_asks_each_level_once() -> None:
    for code, law in regime_laws().items():
        for rule in law.rules:
            assert rule.value.code == code
            assert rule.value.due
            assert ("district" in rule.value.due) is (rule.period.valid_from < date(2025, 7, 1))
            if rule.value.is_connected:
                assert len(rule.value.fingerprint) == 16


def test_another_figure_than_is_known_wants_a_word_of_explanation() -> None:
    known = {"households": Decimal(60), "dossiers_received": Decimal(5)}
    values = {"households": Decimal(59), "dossiers_received": Decimal(5)}

    def changed(**words: bool) -> list[str]:
        found = faults_of(REGIME, values, {}, known, **words)
        return [fault.cell for fault in found if fault.kind is FaultKind.CHANGED]

    assert changed(is_explained=False) == ["households"]
    assert changed(is_explained=True) == []
    assert origins(REGIME, values, known) == {"households": "typed", "dossiers_received": "facts"}
    assert origins(REGIME, known, known)["households"] == "register"


def test_whatever_a_cell_is_taken_from_is_declared_somewhere() -> None:
    for law in regime_laws().values():
        for source in (cell.source for rule in law.rules for cell in rule.value.cells):
            if isinstance(source, RegisterSource):
                statistic = register_named(source.register).statistic(source.statistic)
                assert statistic.by_unit is not None
            elif source:
                assert find_indicator(source.indicator).code == source.indicator


def test_the_list_of_the_burden_shrinks_as_facts_and_registers_answer() -> None:
    regimes = [rule.value for rule in regimes_on(date(2020, 12, 1))]
    typed = [_typed(each, "households") for each in regimes]

    assert {line.concept for line in ledger(typed, {"commune": 100}).twice} == {"households"}
    assert ledger(typed[:1], {"commune": 100}).twice == ()
    assert ledger(regimes, {"commune": 100}).twice == ()
    some = ledger(regimes, {"commune": 100})
    assert some.counted == 3 * 1200 + 4 * 400 + 3 * 100


def _typed(regime: Regime, concept: str) -> Regime:
    """The regime as if nothing answered that concept."""
    cells = [replace(c, source=None) if c.concept == concept else c for c in regime.cells]
    return replace(regime, cells=tuple(cells))
