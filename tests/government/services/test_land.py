"""First registration of land passes four bodies, with what is owed paid on the way."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.public import holders
from nentang.foundation.documents.public import IssuedDocument
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    create_organization,
)
from nentang.government.services import actions
from nentang.government.services.enums import Channel
from nentang.government.services.queries import (
    find_dossier,
    possible_receivers,
    route_of,
)
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from tests.government.catalogue.files import in_files

from .factories import Office, make_applicant, make_office, make_officer

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LAND = "1.013978"


class Way(Frozen):
    """Commune, land registry, tax and district, with a clerk each and the district's leader."""

    commune: Office
    registry: Organization
    tax: Organization
    district: Organization
    leader: Actor


@pytest.fixture
def way(at: datetime) -> Way:
    commune = make_office(at=at)
    registry, tax, district = (
        create_organization(
            name=name,
            kind=kind,
            level=OrganizationLevel.DISTRICT,
            task=task,
            unit_code="981",
            valid_from=date(2020, 1, 1),
            actor=SYSTEM,
            at=at,
        )
        for name, kind, task in (
            ("Đất đai Mẫu", OrganizationKind.SERVICE_UNIT, OrganizationTask.LAND_REGISTRATION),
            ("Thuế Mẫu", OrganizationKind.DEPARTMENT, OrganizationTask.TAX),
            ("Ủy ban nhân dân huyện Mẫu", OrganizationKind.PEOPLES_COMMITTEE, ""),
        )
    )
    return Way(commune, registry, tax, district, make_officer(district, "leader", at=at))


def submitted(way: Way, at: datetime) -> str:
    applicant = make_applicant(at=at)
    answers = {
        "requester_name": "Lê Thị Mẫu",
        "requester_number": "001187000001",
        "requester_phone": "0912345678",
        "with_spouse": "no",
        "plot_place": "Thôn Nháp, xã Mẫu",
        "plot_number": "83",
        "area": "320",
        "land_use": "residential",
        "used_since": "1996",
        "origin": "inherited",
        "disputed": "no",
        "has_house": "no",
    }
    dossier = actions.submit_dossier(
        procedure=LAND,
        organization_id=way.commune.body.pk,
        applicant_person_id=applicant.person_id or 0,
        channel=Channel.ONLINE,
        answers=answers,
        actor=applicant,
        at=at,
    )
    actions.receive_dossier(code=dossier.code, actor=way.commune.clerk, at=at)
    return dossier.code


def states(code: str, at: datetime) -> list[str]:
    return [stop.state for stop in route_of(find_dossier(code), at=at)]


def test_the_desk_proposes_the_next_body_of_the_way(way: Way, at: datetime) -> None:
    code = submitted(way, at)
    dossier = find_dossier(code)

    offered = possible_receivers(dossier, route_of(dossier, at=at), legal_day(at))

    assert [each.id for each in offered][:3] == [way.registry.pk, way.tax.pk, way.district.pk]
    assert way.commune.body.pk not in [each.id for each in offered]


def test_it_goes_through_four_bodies_and_each_answers_for_its_days(way: Way, at: datetime) -> None:
    code = submitted(way, at)
    hands = (way.commune.body, way.registry, way.tax, way.district)
    for number, (giver, taker) in enumerate(pairwise(hands), 1):
        if giver == way.tax:
            clerk = make_officer(way.tax, "clerk", at=at)
            owed = actions.ask_obligation(
                code=code, what="Lệ phí trước bạ", amount=500_000, actor=clerk, at=at + 2 * DAY
            )
            actions.settle_obligation(reference=owed.reference, at=at + 3 * DAY)
        actions.forward_dossier(
            code=code,
            organization_id=taker.pk,
            note="",
            actor=make_officer(giver, "clerk", at=at),
            at=at + number * DAY,
        )
    until = date(2021, 2, 12)
    actions.apologise(code=code, reason="Chờ đo", until=until, actor=way.leader, at=at + 4 * DAY)
    assert states(code, at + 4 * DAY) == ["past", "past", "past", "now"]

    clerk = make_officer(way.district, "clerk", at=at)
    actions.propose_decision(code=code, note="", actor=clerk, at=at + 7 * DAY)
    dossier = actions.grant_dossier(code=code, actor=way.leader, at=at + 7 * DAY)

    said = f"{IssuedDocument.objects.get(pk=dossier.result_id).data}"
    assert "Thôn Nháp, xã Mẫu" in said
    assert "320 m²" in said
    assert "Đất ở" in said
    assert dossier.result is not None
    assert dossier.result.organization_id == way.district.pk
    spent = {each.organization_id for each in holders(dossier.case, at=at + 7 * DAY)}
    assert spent == {body.pk for body in hands}


@pytest.mark.parametrize(
    ("day", "decides"), [(date(2020, 12, 7), "district"), (date(2025, 7, 1), "commune")]
)
def test_the_commune_decides_once_there_are_two_levels(day: date, decides: str) -> None:
    procedure = in_files(LAND, day).procedure

    assert (procedure.receives, procedure.decides) == ("commune", decides)
    assert procedure.route[-1].level == decides
