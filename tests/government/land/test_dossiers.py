"""A granted first registration is entered once: parcel, right, certificate; what somebody has stays theirs."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.actions import compare_new_keys
from nentang.foundation.registers.public import version_on
from nentang.government.land import actions
from nentang.government.land.actions import follow_dossier
from nentang.government.land.enums import CertificateState, FormOfUse, Origin
from nentang.government.land.models import Certificate, Parcel, Plot
from nentang.government.land.queries import Holder, holders_on, right_on, uses_on
from nentang.government.land.rules.reading import read_registered
from nentang.government.services import actions as services
from nentang.government.services.enums import Channel
from nentang.government.services.models import Dossier
from nentang.kernel.frozen import Frozen
from tests.government.services.factories import Office, make_applicant, make_office, make_officer

from .factories import BOOK, TODAY

ANSWERS: dict[str, Any] = {
    "requester_name": "Lê Thị Mẫu",
    "requester_number": "083187000001",
    "with_spouse": True,
    "spouse_name": "Bùi Văn Thử",
    "spouse_number": "083087000002",
    "plot_place": "Ấp Nháp",
    "plot_number": "83",
    "sheet_number": "7",
    "area": 320,
    "land_use": "residential",
    "origin": "inherited",
}


def test_what_a_granted_dossier_says() -> None:
    said = read_registered(ANSWERS, TODAY)
    assert (said.sheet, said.number, said.area) == (7, 83, Decimal("320.0"))
    assert (said.use, said.origin) == ("ONT", Origin.RECOGNISED)
    assert [who.number for who in said.holders] == ["083187000001", "083087000002"]


@pytest.mark.parametrize("text", ["", None, "không rõ", "7a", "-3", "1234567", "７"])
def test_a_number_that_nobody_knew_is_none(text: object) -> None:
    assert read_registered(ANSWERS | {"sheet_number": text}, TODAY).sheet == 0


class Way(Frozen):
    """The commune where land is applied for, who keeps it, and who grants it."""

    commune: Office
    registry: Organization
    district: Organization
    leader: Actor


@pytest.fixture
def way(at: datetime) -> Way:
    commune = make_office(at=at)
    registry, district = (
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
            (
                "Đất đai Mẫu",
                OrganizationKind.SERVICE_UNIT,
                OrganizationTask.LAND_REGISTRATION,
            ),
            ("Ủy ban nhân dân huyện Mẫu", OrganizationKind.PEOPLES_COMMITTEE, ""),
        )
    )
    return Way(commune, registry, district, make_officer(district, "leader", at=at))


def granted(way: Way, at: datetime, **others: Any) -> Dossier:
    """A first registration that the district granted; what follows of it has happened."""
    applicant = make_applicant(at=at)
    declared = ANSWERS | {
        "requester_number": "001187000001",
        "requester_phone": "0912345678",
        "with_spouse": "yes",
        "area": "320",
        "used_since": "1996",
        "disputed": "no",
        "has_house": "no",
    }
    dossier = services.submit_dossier(
        procedure="1.013978",
        organization_id=way.commune.body.pk,
        applicant_person_id=applicant.person_id or 0,
        channel=Channel.ONLINE,
        answers=declared | others,
        actor=applicant,
        at=at,
    )
    services.receive_dossier(code=dossier.code, actor=way.commune.clerk, at=at)
    services.forward_dossier(
        code=dossier.code,
        organization_id=way.district.pk,
        note="",
        actor=way.commune.clerk,
        at=at,
    )
    clerk = make_officer(way.district, "clerk", at=at)
    services.propose_decision(code=dossier.code, note="", actor=clerk, at=at)
    services.grant_dossier(code=dossier.code, actor=way.leader, at=at)
    run_until_quiet(at=at)
    return dossier


@pytest.mark.django_db
class TestFollowing:
    def test_parcel_right_and_certificate_are_entered_once(self, way: Way, at: datetime) -> None:
        dossier = granted(way, at)
        made = Parcel.objects.get()
        assert (made.code, made.dossier) == ("98001-7-83", dossier.code)
        assert made.keeper_id == way.registry.pk
        assert sorted(holders_on(made, TODAY).values()) == [Fraction(1, 2), Fraction(1, 2)]
        right = right_on(made, TODAY)
        assert right is not None
        assert (right.form, right.basis) == (FormOfUse.JOINT, dossier.code)
        assert [use.code for use in uses_on(made, TODAY)] == ["ONT"]
        paper = version_on(Certificate, made, on=TODAY)
        assert paper is not None
        assert (paper.state, paper.serial) == (CertificateState.IN_FORCE, "NT 00000001")
        assert not follow_dossier(code=dossier.code, at=at)
        assert Parcel.objects.count() == 1

    def test_one_who_is_alone_has_all(self, way: Way, at: datetime) -> None:
        granted(way, at, with_spouse="no")
        assert list(holders_on(Parcel.objects.get(), TODAY).values()) == [Fraction(1)]

    def test_a_parcel_of_the_map_that_nobody_has_gets_the_right(
        self, way: Way, at: datetime
    ) -> None:
        known = _on_the_map(way, at, holder=None)
        dossier = granted(way, at)
        known.refresh_from_db()
        assert Parcel.objects.count() == 1
        assert known.dossier == dossier.code
        assert len(holders_on(known, TODAY)) == 2
        assert not follow_dossier(code=dossier.code, at=at)

    def test_what_somebody_has_stays_theirs(self, way: Way, at: datetime) -> None:
        other = Holder(organization_name="Hợp tác xã Mẫu")
        known = _on_the_map(way, at, holder=other)
        granted(way, at)
        assert holders_on(known, TODAY) == {other: Fraction(1)}
        beside = Parcel.objects.exclude(pk=known.pk).get()
        plot = version_on(Plot, beside, on=TODAY)
        assert plot is not None
        assert (plot.sheet, plot.earlier) == (0, "7/83")
        assert compare_new_keys(at=at) == 1

    def test_without_numbers_it_waits_on_no_sheet(self, way: Way, at: datetime) -> None:
        granted(way, at, sheet_number="", plot_number="")
        made = Parcel.objects.get()
        assert (made.sheet, made.number) == (0, 1)


def _on_the_map(way: Way, at: datetime, *, holder: Holder | None) -> Parcel:
    right = actions.RightFacts((actions.HolderShare(holder, Fraction(1)),)) if holder else None
    return actions.enter_parcel(
        entry=actions.ParcelEntry(
            actions.ParcelFacts(unit_code="98001", sheet=7, number=83, area=Decimal(320), uses=()),
            right,
        ),
        starts_on=date(2015, 1, 1),
        keeper_id=way.registry.pk,
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )
