"""Acting for others: granted, chosen, dated, revoked."""

from datetime import date, datetime

import pytest
from django.test import Client

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.models import Record
from nentang.foundation.identity.errors import (
    MandateAmiss,
    NotYourOrganization,
    OwnMatterOnly,
    PeriodImpossible,
)
from nentang.foundation.identity.models import Account, Mandate
from nentang.foundation.identity.public import (
    actor_for_account,
    grant_mandate,
    mandate_reaches,
    revoke_mandate,
)
from nentang.foundation.outbox.models import Event
from nentang.kernel import clock

from .factories import (
    make_account,
    make_appointment,
    make_body,
    make_mandate,
    make_person,
    one_time_code,
    with_one_time_code,
)
from .test_signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _it_is_december_2020(at: datetime) -> None:
    clock.use(lambda: at)


def grant(actor: Actor, at: datetime, **changed: object) -> Mandate:
    """Somebody acts for the actor."""
    asked = {
        "kind": "proxy",
        "principal_person_id": actor.person_id,
        "basis": "Giấy ủy quyền",
        "valid_from": date(2020, 12, 7),
        **changed,
    }
    return grant_mandate(**asked, actor=actor, at=at)  # type: ignore[arg-type]


def at_level_two(client: Client, at: datetime, account: Account) -> None:
    secret = with_one_time_code(at=at, account=account)
    sign_in(client, account)
    client.post("/dinh-danh/nang-muc/", {"code": one_time_code(secret)})


def test_one_gives_a_mandate_by_number_and_name_and_takes_it_back(
    client: Client, at: datetime
) -> None:
    friend = make_person(at=at, full_name="Bùi Văn Thử")
    account = make_account(at=at, assurance=2)
    at_level_two(client, at, account)
    asked = {
        "agent_number": friend.personal_number,
        "agent_name": "bùi văn thử",
        "scope": "services.",
        "valid_to": "2021-01-01",
        "basis": "Tôi nhờ",
    }
    wrong = client.post("/dinh-danh/uy-quyen/", {**asked, "agent_name": "Ai Khác"})
    assert wrong.status_code == 422
    assert client.post("/dinh-danh/uy-quyen/", asked).status_code == 302
    mandate = Mandate.objects.get()
    assert "Bùi Văn Thử" in client.get("/dinh-danh/").content.decode()
    client.post(f"/dinh-danh/uy-quyen/{mandate.pk}/thu-hoi/")
    mandate.refresh_from_db()
    assert mandate.revoked_at == at


def test_the_session_acts_for_whom_was_chosen_until_the_mandate_is_revoked(
    client: Client, at: datetime
) -> None:
    mother, child = make_person(at=at), make_person(at=at, full_name="Bùi Văn Thử")
    sign_in(client, make_account(at=at, person=mother))
    mandate = make_mandate(at=at, agent=mother, principal=child)
    client.post("/dinh-danh/thay-mat/", {"mandate": mandate.pk})
    assert client.get("/dinh-danh/").context["actor"].subject_person_id == child.pk
    revoke_mandate(mandate_id=mandate.pk, actor=SYSTEM, at=at)
    assert client.get("/dinh-danh/").context["actor"].subject_person_id == mother.pk


def test_nobody_chooses_a_mandate_that_is_not_theirs(client: Client, at: datetime) -> None:
    mandate = make_mandate(at=at, agent=make_person(at=at), principal=make_person(at=at))
    sign_in(client, make_account(at=at))
    assert client.post("/dinh-danh/thay-mat/", {"mandate": mandate.pk}).status_code == 409


def test_nobody_names_themselves_a_parent(at: datetime) -> None:
    actor = actor_for_account(make_account(at=at, assurance=2).pk, at)
    with pytest.raises(OwnMatterOnly):
        grant(actor, at, kind="parent", agent_person_id=make_person(at=at).pk)


def test_level_one_is_not_enough_to_give_a_mandate(at: datetime) -> None:
    actor = actor_for_account(make_account(at=at, assurance=1).pk, at)
    with pytest.raises(OwnMatterOnly):
        grant(actor, at, agent_person_id=make_person(at=at).pk)


def test_a_stranger_does_not_revoke(at: datetime) -> None:
    mandate = make_mandate(at=at, agent=make_person(at=at), principal=make_person(at=at))
    stranger = actor_for_account(make_account(at=at).pk, at)
    with pytest.raises(OwnMatterOnly):
        revoke_mandate(mandate_id=mandate.pk, actor=stranger, at=at)


def test_only_the_companys_administrator_speaks_for_it(at: datetime) -> None:
    body, other = make_body(at=at), make_body(at=at, name="Sở Khác")
    account = make_account(at=at)
    make_appointment(at=at, account=account, organization_id=body.pk, role="inspector")
    agent = make_person(at=at)
    asked = {"kind": "company", "agent_person_id": agent.pk, "principal_person_id": None}
    with pytest.raises(NotYourOrganization):
        grant(actor_for_account(account.pk, at), at, **asked, principal_organization_id=other.pk)
    make_appointment(at=at, account=account, organization_id=other.pk, role="administrator")
    mandate = grant(
        actor_for_account(account.pk, at), at, **asked, principal_organization_id=other.pk
    )
    holder = actor_for_account(make_account(at=at, person=agent).pk, at, mandate_id=mandate.pk)
    assert holder.principal_organization_id == other.pk


def test_a_mandate_has_one_principal_who_is_not_the_agent(at: datetime) -> None:
    person = make_person(at=at)
    for principals in (
        {"principal_person_id": None},
        {"principal_person_id": person.pk},
        {"principal_organization_id": make_body(at=at).pk, "principal_person_id": 1},
    ):
        with pytest.raises(MandateAmiss):
            grant(SYSTEM, at, agent_person_id=person.pk, **principals)


def test_a_mandate_lasts_at_least_a_day(at: datetime) -> None:
    with pytest.raises(PeriodImpossible):
        grant(
            SYSTEM,
            at,
            agent_person_id=make_person(at=at).pk,
            principal_person_id=make_person(at=at).pk,
            valid_to=date(2020, 12, 7),
        )


def test_a_mandate_reaches_as_far_as_its_scope(at: datetime) -> None:
    mother, child = make_person(at=at), make_person(at=at)
    account = make_account(at=at, person=mother)
    mandate = grant(
        SYSTEM,
        at,
        agent_person_id=mother.pk,
        principal_person_id=child.pk,
        scope="services.",
    )
    acting = actor_for_account(account.pk, at, mandate_id=mandate.pk)
    assert mandate_reaches(acting, "services.submit_dossier")
    assert not mandate_reaches(acting, "payments.pay")
    assert mandate_reaches(actor_for_account(account.pk, at), "payments.pay")


def test_granting_and_revoking_are_in_the_audit_and_told_to_others(at: datetime) -> None:
    child = make_person(at=at)
    mandate = make_mandate(at=at, agent=make_person(at=at), principal=child)
    revoke_mandate(mandate_id=mandate.pk, actor=SYSTEM, at=at)
    revoke_mandate(mandate_id=mandate.pk, actor=SYSTEM, at=at)
    acts = Record.objects.filter(subject=f"mandate:{mandate.pk}").order_by("pk")
    assert [act.action for act in acts] == ["identity.grant_mandate", "identity.revoke_mandate"]
    assert {act.person_id for act in acts} == {child.pk}
    told = Event.objects.filter(name__startswith="identity.mandate").order_by("pk")
    assert [event.name for event in told] == [
        "identity.mandate_granted",
        "identity.mandate_revoked",
    ]
