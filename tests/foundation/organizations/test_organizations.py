"""Bodies: codes in both forms, who may change them, and who follows whom."""

from datetime import date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import ANONYMOUS, SYSTEM
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.organizations.actions import end_organization, succeed_organization
from nentang.foundation.organizations.enums import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
)
from nentang.foundation.organizations.errors import (
    NotAdministrator,
    OrganizationCodeTaken,
    OrganizationIncomplete,
    OrganizationNotActive,
    OrganizationNotFound,
    SuccessorUnfit,
    UnitNotFound,
)
from nentang.foundation.organizations.public import (
    create_organization,
    current_organization,
    is_within,
    organization,
    organization_by_code,
    organization_for,
    organization_names,
    organization_with_task,
    organizations_for,
    search_organizations,
)
from nentang.kernel.identifiers import InvalidIdentifier

from .factories import FIRST_DAY, MERGER_DAY, make_administrator, make_organization, make_unit

pytestmark = pytest.mark.django_db
TODAY = date(2020, 12, 7)


@pytest.mark.parametrize("code", ["H41.37.15", "000.15.37.H41"])
def test_a_body_carries_its_code_in_both_forms(at: datetime, code: str) -> None:
    row = make_organization(at=at, code=code)

    info = organization(row.pk)

    assert (info.code_qd20, info.code_qcvn102) == ("H41.37.15", "000.15.37.H41")
    assert organization_by_code("H41.37.15", TODAY) == organization_by_code("000.15.37.H41", TODAY)


def test_a_body_is_found_by_its_unit_on_its_days(at: datetime) -> None:
    row = make_organization(at=at, valid_to=MERGER_DAY)

    assert organization_for("98", TODAY).id == row.pk
    assert organizations_for(["98", "97"], TODAY) == {"98": organization(row.pk)}
    assert organizations_for(["98"], MERGER_DAY) == {}
    with pytest.raises(OrganizationNotFound):
        organization_for("98", MERGER_DAY)


def test_two_bodies_never_carry_one_code_on_one_day(at: datetime) -> None:
    unit = make_unit()
    make_organization(at=at, unit=unit, code="H98", valid_to=MERGER_DAY)

    with pytest.raises(OrganizationCodeTaken):
        make_organization(at=at, unit=unit, code="000.00.00.H98")
    later = make_organization(at=at, unit=unit, code="H98", valid_from=MERGER_DAY)

    assert organization_by_code("H98", MERGER_DAY).id == later.pk


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"name": "  "}, OrganizationIncomplete),
        ({"unit_code": ""}, OrganizationIncomplete),
        ({"unit_code": "97"}, UnitNotFound),
        ({"code": "41"}, InvalidIdentifier),
        ({"parent_id": 0}, OrganizationNotFound),
    ],
)
def test_an_incomplete_body_is_refused(
    at: datetime, changes: dict[str, object], refusal: type[Exception]
) -> None:
    administrator = make_administrator(make_organization(at=at))
    entered = {
        "name": "Sở Thử Nghiệm",
        "kind": "department",
        "level": OrganizationLevel.PROVINCE,
        "unit_code": "98",
        "valid_from": TODAY,
        "parent_id": administrator.roles[0].organization_id,
    }
    actor = SYSTEM if "parent_id" in changes else administrator

    with pytest.raises(refusal):
        create_organization(**(entered | changes), actor=actor, at=at)  # type: ignore[arg-type]  # a table of faults


def test_an_administrator_changes_bodies_below_and_no_others(at: datetime) -> None:
    unit = make_unit()
    above = make_organization(at=at, unit=unit)
    beside = make_organization(at=at, unit=unit, name="Ủy ban nhân dân tỉnh Thử")
    administrator = make_administrator(above)

    below = make_organization(
        at=at, unit=unit, parent=above, actor=administrator, name="Sở Thử Nghiệm", kind="department"
    )

    assert is_within(below.pk, above.pk)
    assert is_within(above.pk, above.pk)
    assert not is_within(above.pk, below.pk)
    for actor in (administrator, ANONYMOUS):
        with pytest.raises(NotAdministrator):
            make_organization(at=at, unit=unit, parent=beside, actor=actor)
        with pytest.raises(NotAdministrator):
            end_organization(organization_id=beside.pk, on=TODAY, actor=actor, at=at)
    with pytest.raises(NotAdministrator):
        make_organization(at=at, unit=unit, actor=administrator)


def test_old_matters_find_the_present_body_after_several_mergers(at: datetime) -> None:
    unit = make_unit()
    days = [date(2021, 1, 1), date(2023, 1, 1), MERGER_DAY]
    chain = [
        make_organization(at=at, unit=unit, name=f"Ủy ban nhân dân xã Mẫu {n}") for n in range(4)
    ]
    for old, new, on in zip(chain, chain[1:], days, strict=False):
        succeed_organization(old_id=old.pk, new_id=new.pk, on=on, actor=SYSTEM, at=at)

    found = [current_organization(chain[0].pk, on).id for on in (TODAY, *days)]

    assert found == [row.pk for row in chain]


def test_a_body_without_successor_stays_as_it_was(at: datetime) -> None:
    row = make_organization(at=at)

    end_organization(organization_id=row.pk, on=MERGER_DAY, actor=SYSTEM, at=at)

    assert current_organization(row.pk, MERGER_DAY).valid_to == MERGER_DAY


def test_a_body_ends_once_and_within_its_days(at: datetime) -> None:
    row = make_organization(at=at)

    with pytest.raises(OrganizationNotActive):
        end_organization(organization_id=row.pk, on=FIRST_DAY, actor=SYSTEM, at=at)
    end_organization(organization_id=row.pk, on=MERGER_DAY, actor=SYSTEM, at=at)
    with pytest.raises(OrganizationNotActive):
        end_organization(organization_id=row.pk, on=MERGER_DAY, actor=SYSTEM, at=at)


def test_succession_never_runs_in_a_circle(at: datetime) -> None:
    unit = make_unit()
    old, new = (make_organization(at=at, unit=unit, name=name) for name in ("Xã Một", "Xã Hai"))
    succeed_organization(old_id=old.pk, new_id=new.pk, on=MERGER_DAY, actor=SYSTEM, at=at)

    for old_id, new_id in ((new.pk, old.pk), (new.pk, new.pk), (old.pk, new.pk)):
        with pytest.raises(SuccessorUnfit):
            succeed_organization(old_id=old_id, new_id=new_id, on=MERGER_DAY, actor=SYSTEM, at=at)


def test_changes_leave_audit_and_facts(at: datetime) -> None:
    unit = make_unit()
    old, new = (make_organization(at=at, unit=unit, name=name) for name in ("Xã Một", "Xã Hai"))

    succeed_organization(old_id=old.pk, new_id=new.pk, on=MERGER_DAY, actor=SYSTEM, at=at)

    changes = [
        row.payload["change"] for row in fact_rows("organizations.organization_changed")[::-1]
    ]
    assert changes == ["created", "created", "ended", "succeeded"]


def test_names_and_lists_cost_a_constant_number_of_queries(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    unit = make_unit()
    rows = [make_organization(at=at, unit=unit, name=f"Phòng Thử {n}") for n in range(12)]

    with django_assert_num_queries(1):
        first = search_organizations("phong thu", TODAY, limit=5)
    with django_assert_num_queries(2):
        second = search_organizations("phong thu", TODAY, after_id=first[-1].id, limit=100)
    with django_assert_num_queries(1):
        names = organization_names([row.pk for row in rows])

    assert [info.name for info in (*first, *second)] == [f"Phòng Thử {n}" for n in range(12)]
    assert len(names) == 12
    assert search_organizations("", TODAY, within_id=rows[3].pk) == (organization(rows[3].pk),)


def test_a_task_is_found_at_the_unit_or_above_it(at: datetime) -> None:
    province = make_unit("98", "Tỉnh Mẫu")
    district = make_unit("981", "Huyện Mẫu", parent=province)
    make_unit("98001", "Xã Mẫu", parent=district)
    for name, unit_code in (("Cục Thuế tỉnh Mẫu", "98"), ("Chi cục Thuế huyện Mẫu", "981")):
        create_organization(
            name=name,
            kind=OrganizationKind.DEPARTMENT,
            level=OrganizationLevel.DISTRICT,
            task=OrganizationTask.TAX,
            unit_code=unit_code,
            valid_from=date(2020, 1, 1),
            actor=SYSTEM,
            at=at,
        )

    found = organization_with_task(OrganizationTask.TAX, "98001", at.date())
    assert found is not None
    assert found.name == "Chi cục Thuế huyện Mẫu"
    assert organization_with_task(OrganizationTask.TREASURY, "98001", at.date()) is None
