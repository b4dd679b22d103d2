"""The demo's year is planned from a seed; its people are invented and look invented."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.config.demo.eras import TWO_LEVELS, cross_into_two_levels
from nentang.config.demo.people import invent
from nentang.config.demo.plan import PROCEDURES, Story, plan_year
from nentang.config.demo_clock import MovedClock, move_clock
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
    current_organization,
    load_geography,
    organization_for,
)
from nentang.kernel.identifiers import parse_personal_number


def test_the_same_seed_plans_the_same_year() -> None:
    assert plan_year(50, places=10, people=5) == plan_year(50, places=10, people=5)


def test_the_year_runs_forward_and_shows_every_story_and_procedure() -> None:
    planned = plan_year(785, places=149, people=240)

    assert [each.submitted_at for each in planned] == sorted(each.submitted_at for each in planned)
    assert {each.story for each in planned} == set(Story)
    assert {each.procedure for each in planned} == set(PROCEDURES)
    assert {each.submitted_at.year for each in planned} == {2020}


def test_invented_people_have_numbers_that_can_be_read() -> None:
    people = invent(200, province_prefix="083", dice=random.Random(1))

    assert len({each.personal_number for each in people}) == 200
    for each in people:
        assert parse_personal_number(each.personal_number).sex == each.sex


def test_a_moved_clock_goes_on_from_where_it_was_put(tmp_path: Path) -> None:
    file = tmp_path / "clock.json"
    opens = datetime(2020, 12, 31, 1, 0, tzinfo=UTC)

    move_clock(file, to=opens)

    assert timedelta(0) <= MovedClock(file)() - opens < timedelta(seconds=5)


@pytest.mark.django_db
def test_yen_hoa_has_its_successor_in_the_two_level_era(at: datetime) -> None:
    load_geography(at=at, progress=None)
    province = organization_for("37", at.date())
    commune = create_organization(
        name="Ủy ban nhân dân xã Yên Hòa",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code="H42.37.15",
        unit_code="14722",
        parent_id=province.id,
        valid_from=at.date(),
        actor=SYSTEM,
        at=at,
    )

    moved = cross_into_two_levels(at=at)

    heir = current_organization(commune.pk, TWO_LEVELS)
    assert moved == 1
    assert heir.id != commune.pk
    assert heir.unit_code == "14701"
    assert cross_into_two_levels(at=at) == 0
