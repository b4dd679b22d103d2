"""Whatever was said in whatever order, the register answers what held on a day as known on another."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nentang.foundation.registers.public import Act, end_version, version_on, write_version
from nentang.government.population.models import Citizen, TemporaryResidence
from tests.government.population.factories import BOOK, Commune, make_citizen, make_commune

FIRST = date(2020, 1, 1)
DAYS, STEPS = 24, 6
pytestmark = pytest.mark.django_db

say = st.tuples(
    st.integers(0, DAYS - 1),
    st.one_of(st.none(), st.integers(1, DAYS)),
    st.sampled_from(["A", "B", "C", None]),
    st.sampled_from([Act.CHANGE, Act.CORRECTION]),
)


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(say, min_size=1, max_size=STEPS))
def test_any_history_answers_every_question(
    said: list[tuple[int, int | None, str | None, Act]], commune: Commune, at: datetime
) -> None:
    Citizen.objects.all().delete()
    citizen = make_citizen(commune=commune, at=at)
    held: dict[date, str] = {}
    snapshots = [(at + timedelta(minutes=30), dict(held))]
    for number, (begin, length, words, act) in enumerate(said):
        now = at + timedelta(hours=number + 1)
        held = _say(citizen, held, begin, length, words, act, commune, now)
        snapshots.append((now + timedelta(minutes=30), dict(held)))

    for known_at, expected in snapshots:
        for number in range(-1, 2 * DAYS + 1):
            row = version_on(TemporaryResidence, citizen, on=_day(number), known_at=known_at)
            assert (row.address_line if row else None) == expected.get(_day(number))


def _say(
    citizen: Citizen,
    held: dict[date, str],
    begin: int,
    length: int | None,
    words: str | None,
    act: Act,
    commune: Commune,
    now: datetime,
) -> dict[date, str]:
    """Say it to the register and to a plain table of days; `words` None ends what holds on `begin`."""
    actor = commune.registrar
    if words is None:
        was_held = _day(begin) in held
        end_version(
            model=TemporaryResidence,
            record=citizen,
            last_on=_day(begin),
            basis=BOOK,
            actor=actor,
            at=now,
        )
        return {d: w for d, w in held.items() if d <= _day(begin)} if was_held else held
    end = None if length is None else _day(begin + length)
    write_version(
        version=TemporaryResidence(record=citizen, unit_code="98001", address_line=words),
        act=act,
        valid_from=_day(begin),
        valid_to=end,
        basis=BOOK,
        actor=actor,
        at=now,
    )
    days = (_day(number) for number in range(begin, 2 * DAYS + 1))
    return held | {day: words for day in days if end is None or day < end}


def test_two_writings_at_one_instant_are_told_apart(commune: Commune, at: datetime) -> None:
    citizen = make_citizen(commune=commune, at=at)
    for words in ("A", "B"):
        write_version(
            version=TemporaryResidence(record=citizen, unit_code="98001", address_line=words),
            act=Act.CHANGE,
            valid_from=FIRST,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )

    rows = TemporaryResidence.objects.filter(record=citizen).order_by("id")
    assert [row.address_line for row in rows] == ["A", "B"]
    assert rows[0].superseded_at == rows[1].recorded_at
    assert rows[0].recorded_at < rows[1].recorded_at
