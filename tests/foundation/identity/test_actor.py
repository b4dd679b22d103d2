"""What somebody may do follows the day, the level reached and the mandate chosen."""

from datetime import date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import ActorKind
from nentang.foundation.identity.errors import MandateNotInForce
from nentang.foundation.identity.public import actor_for_account, revoke_mandate

from .factories import make_account, make_appointment, make_body, make_mandate, make_person

pytestmark = pytest.mark.django_db


def test_a_person_without_appointment_is_no_officer(at: datetime) -> None:
    actor = actor_for_account(make_account(at=at).pk, at)
    assert actor.kind is ActorKind.PERSON
    assert not actor.is_officer
    assert actor.name == "Lê Thị Mẫu"


def test_an_appointment_gives_its_role_on_its_days_only(at: datetime) -> None:
    account = make_account(at=at)
    body = make_body(at=at)
    make_appointment(at=at, account=account, organization_id=body.pk, valid_to=date(2020, 12, 8))
    assert actor_for_account(account.pk, at).has_role("clerk", organization_id=body.pk)
    assert not actor_for_account(account.pk, at).has_role("clerk", organization_id=body.pk + 1)
    assert not actor_for_account(account.pk, at + timedelta(days=1)).is_officer


def test_the_level_never_exceeds_what_was_verified(at: datetime) -> None:
    one, two = make_account(at=at), make_account(at=at, assurance=2)
    assert actor_for_account(one.pk, at, assurance=2).assurance == 1
    assert actor_for_account(two.pk, at, assurance=1).assurance == 1
    assert actor_for_account(two.pk, at, assurance=2).assurance == 2


def test_a_mandate_lets_the_mother_act_until_it_is_revoked(at: datetime) -> None:
    mother, child = make_person(at=at), make_person(at=at, full_name="Bùi Văn Thử")
    account = make_account(at=at, person=mother)
    mandate = make_mandate(at=at, agent=mother, principal=child)
    actor = actor_for_account(account.pk, at, mandate_id=mandate.pk)
    assert actor.subject_person_id == child.pk
    assert actor.person_id == mother.pk
    revoke_mandate(mandate_id=mandate.pk, actor=actor, at=at)
    with pytest.raises(MandateNotInForce):
        actor_for_account(account.pk, at, mandate_id=mandate.pk)


def test_nobody_acts_under_a_mandate_that_another_holds(at: datetime) -> None:
    mandate = make_mandate(at=at, agent=make_person(at=at), principal=make_person(at=at))
    with pytest.raises(MandateNotInForce):
        actor_for_account(make_account(at=at).pk, at, mandate_id=mandate.pk)


def test_an_actor_costs_three_queries_however_many_roles(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    account = make_account(at=at)
    mandate = make_mandate(at=at, agent=account.person, principal=make_person(at=at))
    for number in range(5):
        body = make_body(at=at, name=f"Sở Mẫu {number}")
        make_appointment(at=at, account=account, organization_id=body.pk)
    with django_assert_num_queries(3):
        actor = actor_for_account(account.pk, at, mandate_id=mandate.pk)
    assert len(actor.roles) == 5
