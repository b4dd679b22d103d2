"""One look at the dossiers of a household and of the companies one acts for; each acts within its mandate."""

from datetime import date, datetime

import pytest

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import MandateKind, actor_for_account, grant_mandate
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.government.services import actions
from nentang.government.services.errors import (
    DossierNotFound,
    MandateTooNarrow,
    NotYourDossier,
)
from nentang.government.services.permissions import check_can_see
from nentang.government.services.queries import dossiers_of, find_dossier, standing_of
from nentang.kernel import clock

from .factories import Office, make_applicant, make_dossier, make_office, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(at: datetime) -> Office:
    clock.use(lambda: at)
    return make_office(at=at)


@pytest.fixture
def company(office: Office, at: datetime) -> Organization:
    return create_organization(
        name="Công ty Mẫu Thử",
        kind=OrganizationKind.OTHER,
        level=OrganizationLevel.COMMUNE,
        unit_code="98001",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def agent_of(
    company: Organization | None, at: datetime, *, scope: str = "", principal: int | None = None
) -> Actor:
    """Somebody who acts for the company, or for that person, in this session."""
    person = make_applicant(at=at)
    mandate = grant_mandate(
        kind=MandateKind.PROXY,
        agent_person_id=person.person_id or 0,
        principal_organization_id=company.pk if company else None,
        principal_person_id=principal,
        scope=scope,
        basis="Giấy uỷ quyền thử",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    account = person.account_id or 0
    return actor_for_account(account, at, assurance=2, mandate_id=mandate.pk)


def test_a_companys_dossier_is_every_agents_and_nobodys_own(
    office: Office, company: Organization, at: datetime
) -> None:
    first, second, stranger = (agent_of(company, at), agent_of(company, at), make_applicant(at=at))
    dossier = make_dossier(office=office, applicant=first, at=at)
    alone = actor_for_account(first.account_id or 0, at, assurance=2)

    assert [each.code for each in dossiers_of(company_id=company.pk)] == [dossier.code]
    assert dossiers_of(person_id=first.person_id) == []
    assert dossier.case.applicant_name.startswith("Công ty Mẫu Thử, ")
    check_can_see(second, dossier)
    check_can_see(alone, dossier)
    with pytest.raises(DossierNotFound):
        check_can_see(stranger, dossier)
    with pytest.raises(NotYourDossier):
        actions.withdraw_dossier(code=dossier.code, reason="", actor=alone, at=at)
    actions.withdraw_dossier(code=dossier.code, reason="", actor=second, at=at)
    assert find_dossier(dossier.code).case.state == "withdrawn"


def test_a_mandate_for_other_matters_opens_no_dossier(office: Office, at: datetime) -> None:
    mother = make_applicant(at=at)
    dossier = make_dossier(office=office, applicant=mother, at=at)
    able = agent_of(None, at, scope="services.", principal=mother.person_id)
    unable = agent_of(None, at, scope="payments.", principal=mother.person_id)

    check_can_see(able, dossier)
    with pytest.raises(DossierNotFound):
        check_can_see(unable, dossier)
    with pytest.raises(MandateTooNarrow):
        actions.withdraw_dossier(code=dossier.code, reason="", actor=unable, at=at)
    with pytest.raises(MandateTooNarrow):
        make_dossier(office=office, applicant=unable, at=at, person_id=mother.person_id)


def test_the_household_is_one_page(office: Office, company: Organization, at: datetime) -> None:
    agent = agent_of(company, at)
    make_dossier(office=office, applicant=agent, at=at)
    own = actor_for_account(agent.account_id or 0, at, assurance=2)
    waits = make_dossier(office=office, applicant=own, at=at)
    actions.ask_supplement(code=waits.code, items="Giấy", actor=office.clerk, at=at)

    standing = standing_of(person_id=own.person_id)
    assert (standing.open, standing.waiting) == (1, 1)
    client = sign_in(own)
    page = client.get("/ho-so/ca-nha/").content.decode()
    assert "Công ty Mẫu Thử" in page
    assert "1 chờ ông bà, anh chị" in page

    mandate = agent.mandate_id
    went = client.post("/dinh-danh/thay-mat/", {"mandate": mandate, "next": "/ho-so/"}, follow=True)
    assert "Đang làm thay <b>Công ty Mẫu Thử</b>" in went.content.decode()
    assert waits.code not in went.content.decode()
