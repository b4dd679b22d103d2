"""Records that may be one are found, whoever came in first, and put together so that it can be undone."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.actions import compare_new_keys, separate_record, settle_pair
from nentang.foundation.registers.errors import (
    NotYourRegister,
    PairSettled,
    ReasonMissing,
    RecordMerged,
)
from nentang.foundation.registers.models import LikenessKey, PossibleDuplicate
from nentang.foundation.registers.rules.likeness import is_like_name, is_near_day
from nentang.government.population import actions
from nentang.government.population.models import Citizen
from nentang.government.population.queries import find_citizen
from tests.government.population.factories import BOOK, Commune, make_citizen, make_commune

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


def _two(commune: Commune, at: datetime) -> tuple[Citizen, Citizen]:
    """The same woman, entered twice with another number and a slip of the pen."""
    one = make_citizen(commune=commune, at=at)
    other = make_citizen(
        commune=commune,
        at=at,
        number="083187000099",
        full_name="Lê Thị Mậu",
        birth_on=date(1987, 5, 9),
    )
    run_until_quiet(at=at)
    return one, other


def test_two_captures_of_one_person_meet(commune: Commune, at: datetime) -> None:
    one, other = _two(commune, at)

    pair = PossibleDuplicate.objects.get()
    assert (pair.one, pair.other) == (one.code, other.code)
    assert compare_new_keys(at=at) == 0


def test_people_of_other_sex_or_birth_are_no_pair(commune: Commune, at: datetime) -> None:
    make_citizen(commune=commune, at=at)
    make_citizen(commune=commune, at=at, number="083087000002", sex="male", full_name="Lê Thị Mẫu")
    make_citizen(commune=commune, at=at, number="083187000003", birth_on=date(1987, 1, 20))
    run_until_quiet(at=at)

    assert LikenessKey.objects.filter(is_compared=True).count() == LikenessKey.objects.count() > 0
    assert not PossibleDuplicate.objects.exists()


def test_no_name_can_be_read_from_a_key(commune: Commune, at: datetime) -> None:
    make_citizen(commune=commune, at=at)
    run_until_quiet(at=at)

    keys = list(LikenessKey.objects.values_list("key", flat=True))
    assert keys
    assert all(len(key) == 32 and int(key, 16) >= 0 for key in keys)


def test_one_leads_to_the_other_and_can_be_parted_again(commune: Commune, at: datetime) -> None:
    one, other = _two(commune, at)
    pair = PossibleDuplicate.objects.get()
    with pytest.raises(ReasonMissing):
        settle_pair(pair_id=pair.pk, is_same=True, reason=" ", actor=commune.registrar, at=at)
    with pytest.raises(NotYourRegister):
        settle_pair(pair_id=pair.pk, is_same=True, reason="Thử", actor=commune.stranger, at=at)

    settle_pair(pair_id=pair.pk, is_same=True, reason="Cùng người", actor=commune.registrar, at=at)
    assert find_citizen(other.code) == one
    other.refresh_from_db()
    with pytest.raises(RecordMerged):
        _move_house(other, commune, at)
    with pytest.raises(PairSettled):
        settle_pair(pair_id=pair.pk, is_same=False, reason="Thử", actor=commune.registrar, at=at)

    separate_record(record=other, reason="Gộp nhầm", actor=commune.registrar, at=at)
    assert find_citizen(other.code) == other
    _move_house(other, commune, at)


def _move_house(citizen: Citizen, commune: Commune, at: datetime) -> None:
    actions.register_residence(
        citizen=citizen,
        home=actions.Home("98001", "Thôn Nháp"),
        valid_from=date(2020, 12, 7),
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )


@given(st.text(min_size=1, max_size=30))
def test_a_name_is_like_itself(name: str) -> None:
    assert is_like_name(name, name)


@given(st.dates(), st.dates())
def test_nearness_goes_both_ways(one: date, other: date) -> None:
    assert is_near_day(one, other) == is_near_day(other, one)
    assert is_near_day(one, one)
