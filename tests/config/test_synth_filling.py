"""A village comes into the base by the registers' own intake, whole, and once."""

from collections import Counter
from datetime import date, datetime

import pytest

from nentang.config.synth.filling import Filled
from nentang.config.synth.numbers import Numbers
from nentang.config.synth.registered import Place
from nentang.config.synth.telling import tell_places
from nentang.foundation.audit.models import Record as AuditRecord
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.models import LikenessKey
from nentang.government.businesses.models import Business
from nentang.government.civil_status.models import BirthEntry, DeathEntry, MarriageEntry
from nentang.government.civil_status.public import marriages_of
from nentang.government.insurance.models import Insured
from nentang.government.population.models import Citizen, Household, HouseholdHome
from nentang.government.population.public import LifeState, citizen, home_of, life_on, members_of
from tests.government.population.factories import COMMUNE, make_commune

pytestmark = pytest.mark.django_db
TODAY = date(2020, 12, 7)


def fill(organization_id: int, at: datetime) -> Filled:
    place = Place(COMMUNE, "Xã Mẫu", date(2010, 1, 1), "83")
    filled = Filled()
    for _, told in tell_places(
        [place], people=150, numbers=Numbers(5), today=TODAY, seed=5, books_since=date(2000, 1, 1)
    ):
        filled.fill(told, organization_id=organization_id, source="synth-5", at=at)
    return filled


def test_everything_told_is_in_the_registers_and_again_is_nothing_new(at: datetime) -> None:
    commune = make_commune(at=at)
    first = fill(commune.body.pk, at)
    again = fill(commune.body.pk, at)
    models = (Citizen, BirthEntry, MarriageEntry, DeathEntry, Business, Insured)
    tables = ("population", "births", "marriages", "deaths", "businesses", "insurance")

    assert first.refusals == again.refusals == []
    assert first.counts == again.counts
    assert Counter(dict(zip(tables, (m.objects.count() for m in models), strict=True))) == (
        first.counts
    )


def test_every_household_has_its_head_and_whom_the_register_says(at: datetime) -> None:
    fill(make_commune(at=at).body.pk, at)

    assert Household.objects.exists()
    for home in Household.objects.all():
        members = members_of(home, TODAY)
        assert members[0].relation == "head"
        assert HouseholdHome.objects.get(record=home).head_id == members[0].record_id


def test_the_dead_are_dead_and_live_nowhere(at: datetime) -> None:
    fill(make_commune(at=at).body.pk, at)
    dead = Citizen.objects.filter(life__state=LifeState.DEAD)

    assert dead
    for each in dead:
        assert life_on(each, TODAY) is LifeState.DEAD
        assert home_of(each, TODAY) is None


def test_nobody_is_married_to_two(at: datetime) -> None:
    fill(make_commune(at=at).body.pk, at)

    counts = [len(marriages_of(each.code, TODAY)) for each in Citizen.objects.all()]
    assert set(counts) == {0, 1}


def test_each_person_finds_in_the_audit_that_they_were_entered(at: datetime) -> None:
    fill(make_commune(at=at).body.pk, at)
    who = citizen(Citizen.objects.values_list("code", flat=True)[0])

    noted = AuditRecord.objects.filter(
        person_id=who.person_id, action="registers.enter_record", subject=f"population:{who.pk}"
    )
    assert noted.count() == 1


def test_the_like_are_looked_for_among_those_who_came_in_at_once(at: datetime) -> None:
    fill(make_commune(at=at).body.pk, at)
    run_until_quiet(at=at)

    with_keys = LikenessKey.objects.filter(register="population").values("record_code").distinct()
    assert with_keys.count() == Citizen.objects.count()
