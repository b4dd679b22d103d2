"""The demo's bodies share data: a partner has called, the person sees it, a request waits for the visitor."""

from datetime import date, time
from pathlib import Path

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.config.demo.sharing import play_sharing
from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.organizations.public import OrganizationKind, OrganizationLevel
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.data_sharing.models import AccessRequest, Traffic
from nentang.government.data_sharing.node.configuration import read_configuration
from nentang.government.population.public import CitizenFacts, enter_citizen
from nentang.kernel.clock import at_local
from tests.foundation.identity.factories import make_person
from tests.foundation.organizations.factories import make_organization, make_unit

OPENS_AT = at_local(date(2020, 12, 31), time(8, 0))


@pytest.mark.django_db
def test_a_partner_has_called_and_a_request_waits(settings: Settings, tmp_path: Path) -> None:
    settings.EXCHANGE_FOLDER = tmp_path
    ninh_binh, ben_tre = make_unit("37", "Tỉnh Ninh Bình"), make_unit("83", "Tỉnh Bến Tre")
    for code, unit in (("H42", ninh_binh), ("H07", ben_tre)):
        make_organization(at=OPENS_AT, code=code, unit=unit, name=f"Ủy ban nhân dân {unit.title}")
    other = OrganizationKind.OTHER
    make_organization(
        at=OPENS_AT, code="H42.52", unit=ninh_binh, kind=other, name="Bảo hiểm xã hội"
    )
    ministry = {"level": OrganizationLevel.MINISTRY, "kind": OrganizationKind.MINISTRY}
    make_organization(at=OPENS_AT, code="G15", unit=ben_tre, name="Bộ Tư pháp", **ministry)  # type: ignore[arg-type]
    mother = make_person(at=OPENS_AT, full_name="Lê Thị Mẫu")

    police = make_organization(
        at=OPENS_AT, code="H42.50", unit=ninh_binh, kind=other, name="Công an xã Mẫu"
    )
    enter_citizen(
        number=mother.personal_number,
        facts=CitizenFacts(
            full_name="Lê Thị Mẫu",
            sex="female",
            birth_on=mother.birth_on,
            birth_year=mother.birth_on.year,
        ),
        keeper_id=police.pk,
        basis=Basis(BasisKind.BOOK, "Sổ mẫu"),
        actor=SYSTEM,
        at=OPENS_AT,
    )

    play_sharing(police_id=police.pk, until=OPENS_AT)

    told, asked = looks_at_person(mother.pk)
    assert told.name == asked.name == "Hệ thống bảo hiểm xã hội"
    assert asked.fields == ("mã hồ sơ", "trạng thái")
    assert "Giới tính" in told.fields
    assert [each.calls for each in Traffic.objects.all()] == [1, 1]
    read_configuration(tmp_path / "demo" / "node.toml")
    assert AccessRequest.objects.get(outcome="").case.holder.name.endswith("Bến Tre")
