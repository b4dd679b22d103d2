"""People are entered once, have one number for life, live somewhere, and are known by what the register says."""

import os
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import person
from nentang.foundation.registers.errors import NotYourRegister
from nentang.foundation.registers.public import Act
from nentang.government.population import actions
from nentang.government.population.adapters import numbers
from nentang.government.population.enums import LifeState, Relation
from nentang.government.population.errors import (
    AlreadyDead,
    AlreadyLivesThere,
    NumberDisagrees,
    NumberTaken,
    UnknownCommune,
)
from nentang.government.population.models import Citizen, IssuedNumber
from nentang.government.population.queries import home_of, life_on, members_of
from nentang.government.population.rules.numbers import agrees, prefix_of
from nentang.kernel.identifiers import Sex, parse_personal_number
from tests.foundation.outbox.workers import end_of, fork, shared_database

from .factories import BOOK, OTHER_COMMUNE, Commune, make_citizen, make_commune

TODAY = date(2020, 12, 7)


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


@given(
    st.sampled_from(["01", "83", "79"]),
    st.sampled_from(list(Sex)),
    st.integers(1900, 2399),
    st.integers(0, 999_999),
)
def test_a_number_says_place_sex_and_year(province: str, sex: Sex, year: int, serial: int) -> None:
    number = parse_personal_number(f"{prefix_of(province, sex, year)}{serial:06d}")
    assert number.province_code == province
    assert agrees(number, sex.value, year)


@pytest.mark.parametrize("year", [1899, 2400])
def test_of_years_that_digits_cannot_say_there_is_no_number(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        prefix_of("01", Sex.MALE, year)


@pytest.mark.django_db
class TestCitizens:
    def test_the_same_person_is_entered_once(self, commune: Commune, at: datetime) -> None:
        one, again = (make_citizen(commune=commune, at=at) for _ in range(2))
        assert one == again
        assert Citizen.objects.count() == 1

    def test_a_number_is_not_given_to_another(self, commune: Commune, at: datetime) -> None:
        make_citizen(commune=commune, at=at)
        with pytest.raises(NumberTaken):
            make_citizen(commune=commune, at=at, full_name="Bùi Thị Thử")

    @pytest.mark.parametrize(("sex", "year"), [("male", 1987), ("female", 1988)])
    def test_a_number_agrees_with_sex_and_year(
        self, sex: str, year: int, commune: Commune, at: datetime
    ) -> None:
        with pytest.raises(NumberDisagrees):
            make_citizen(commune=commune, at=at, sex=sex, birth_on=None, birth_year=year)

    def test_only_who_keeps_registers_gives_numbers(self, commune: Commune, at: datetime) -> None:
        with pytest.raises(NotYourRegister):
            actions.issue_number(
                province_code="83", sex="female", birth_year=2020, actor=commune.leader, at=at
            )

    def test_another_office_is_not_told_who_is_entered(
        self, commune: Commune, at: datetime
    ) -> None:
        known = make_citizen(commune=commune, at=at)
        facts = actions.CitizenFacts(
            full_name="Lê Thị Mẫu", sex="female", birth_on=None, birth_year=1987
        )
        for actor in (commune.stranger, commune.leader):
            with pytest.raises(NotYourRegister):
                actions.enter_citizen(
                    number=known.code,
                    facts=facts,
                    keeper_id=commune.body.pk,
                    basis=BOOK,
                    actor=actor,
                    at=at,
                )

    def test_another_office_is_not_told_who_is_dead_or_lives_where(
        self, commune: Commune, at: datetime
    ) -> None:
        citizen = make_citizen(commune=commune, at=at)
        died = {"citizen": citizen, "died_on": TODAY, "basis": BOOK, "at": at}
        _move(citizen, commune, at)
        actions.note_death(**died, actor=commune.registrar)  # type: ignore[arg-type]
        with pytest.raises(NotYourRegister):
            actions.note_death(**died, actor=commune.stranger)  # type: ignore[arg-type]
        for day in (TODAY, date(2020, 12, 8)):
            with pytest.raises(NotYourRegister):
                _move(citizen, commune, at, valid_from=day, actor=commune.stranger)
        with pytest.raises(NotYourRegister):
            actions.register_stay(
                citizen=citizen,
                unit_code="98001",
                address_line="Thôn Nháp",
                host_name="",
                valid_from=date(2020, 12, 8),
                valid_to=date(2020, 12, 9),
                basis=BOOK,
                actor=commune.stranger,
                at=at,
            )

    def test_everybody_sees_the_name_that_the_register_holds(
        self, commune: Commune, at: datetime
    ) -> None:
        citizen = make_citizen(commune=commune, at=at)
        actions.write_identity(
            citizen=citizen,
            said={"full_name": "lê thị nháp"},
            act=Act.CORRECTION,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )
        assert person(citizen.person_id).full_name == "Lê Thị Nháp"

    def test_who_moves_is_kept_by_the_new_commune(self, commune: Commune, at: datetime) -> None:
        citizen = make_citizen(commune=commune, at=at)
        _move(citizen, commune, at, unit_code=OTHER_COMMUNE)

        citizen.refresh_from_db()
        assert citizen.keeper_id == commune.neighbour.pk
        assert person(citizen.person_id).unit_code == OTHER_COMMUNE
        with pytest.raises(NotYourRegister):
            _move(citizen, commune, at)

    def test_a_move_is_to_another_place_that_exists(self, commune: Commune, at: datetime) -> None:
        citizen = make_citizen(commune=commune, at=at)
        _move(citizen, commune, at)
        with pytest.raises(AlreadyLivesThere):
            _move(citizen, commune, at)
        with pytest.raises(UnknownCommune):
            _move(citizen, commune, at, unit_code="98999")

    def test_the_dead_do_not_move(self, commune: Commune, at: datetime) -> None:
        citizen = make_citizen(commune=commune, at=at)
        died = {"citizen": citizen, "died_on": TODAY, "basis": BOOK, "actor": commune.registrar}
        assert actions.note_death(**died, at=at)  # type: ignore[arg-type]
        assert actions.note_death(**died, at=at) is None  # type: ignore[arg-type]

        assert life_on(citizen, TODAY) is LifeState.ALIVE
        assert life_on(citizen, date(2020, 12, 8)) is LifeState.DEAD
        with pytest.raises(AlreadyDead):
            _move(citizen, commune, at, valid_from=date(2020, 12, 8))

    def test_a_struck_off_residence_is_over(self, commune: Commune, at: datetime) -> None:
        citizen = make_citizen(commune=commune, at=at)
        _move(citizen, commune, at, valid_from=date(2020, 1, 1))
        actions.end_residence(
            citizen=citizen, last_on=TODAY, basis=BOOK, actor=commune.registrar, at=at
        )
        assert home_of(citizen, TODAY) is not None
        assert home_of(citizen, date(2020, 12, 8)) is None

    def test_a_household_has_a_head_and_members(self, commune: Commune, at: datetime) -> None:
        head = make_citizen(commune=commune, at=at)
        home = actions.found_household(
            unit_code="98001",
            address_line="Thôn Nháp",
            head=head,
            valid_from=TODAY,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )
        assert home.code == "98001-000001"
        _move(head, commune, at, household=home.code, relation=Relation.HEAD)
        assert [row.record for row in members_of(home, TODAY)] == [head]


def _move(
    citizen: Citizen,
    commune: Commune,
    at: datetime,
    *,
    unit_code: str = "98001",
    valid_from: date = TODAY,
    household: str = "",
    relation: str = "",
    actor: Actor | None = None,
) -> None:
    actions.register_residence(
        citizen=citizen,
        home=actions.Home(unit_code, "Thôn Nháp", household, relation),
        valid_from=valid_from,
        basis=BOOK,
        actor=actor or commune.registrar,
        at=at,
    )


@pytest.mark.django_db(transaction=True)
def test_numbers_given_at_once_are_all_different(
    at: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four processes draw from so few serials that they must meet."""
    monkeypatch.setattr(numbers, "SERIALS", 130)
    with shared_database(tmp_path):
        ends = [end_of(child) for child in [fork(lambda: _draw(at)) for _ in range(4)]]

        assert ends == [0, 0, 0, 0]
        years = Counter(
            number[4:6] for number in IssuedNumber.objects.values_list("number", flat=True)
        )
        assert years == {"20": 100}


def _draw(at: datetime) -> None:
    for _ in range(25):
        actions.issue_number(province_code="83", sex="female", birth_year=2020, actor=SYSTEM, at=at)
    os._exit(0)
