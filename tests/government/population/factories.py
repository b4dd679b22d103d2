"""A commune with people who keep its register, and citizens; all by real actions."""

from datetime import date, datetime

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.population import actions
from nentang.government.population.models import Citizen
from nentang.kernel.frozen import Frozen
from tests.foundation.casework.factories import make_officer
from tests.foundation.organizations.factories import make_unit

BOOK = Basis(BasisKind.BOOK, "Sổ mẫu 01/2020")
COMMUNE, OTHER_COMMUNE = "98001", "98002"


class Commune(Frozen):
    """A commune's committee with its registrar and leader, and the neighbouring commune."""

    body: Organization
    registrar: Actor
    leader: Actor
    neighbour: Organization
    stranger: Actor
    """The registrar of the neighbouring commune."""


def make_commune(*, at: datetime) -> Commune:
    """Two communes of one district, each with a registrar."""
    province = make_unit("98", "Tỉnh Mẫu")
    district = make_unit("981", "Huyện Mẫu", parent=province)
    make_unit(COMMUNE, "Xã Mẫu", parent=district)
    make_unit(OTHER_COMMUNE, "Xã Thử", parent=district)
    body = _committee("xã Mẫu", "H42.15.37", COMMUNE, at)
    neighbour = _committee("xã Thử", "H42.15.38", OTHER_COMMUNE, at)
    return Commune(
        body=body,
        registrar=make_officer(body, "registrar", at=at),
        leader=make_officer(body, "leader", at=at),
        neighbour=neighbour,
        stranger=make_officer(neighbour, "registrar", at=at),
    )


def _committee(place: str, code: str, unit_code: str, at: datetime) -> Organization:
    return create_organization(
        name=f"Ủy ban nhân dân {place}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code=code,
        unit_code=unit_code,
        parent_id=None,
        valid_from=date(2010, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def make_citizen(
    *,
    commune: Commune,
    at: datetime,
    number: str = "083187000001",
    full_name: str = "Lê Thị Mẫu",
    sex: str = "female",
    birth_on: date | None = date(1987, 9, 5),
    birth_year: int = 1987,
) -> Citizen:
    """Somebody entered by the commune's registrar."""
    return actions.enter_citizen(
        number=number,
        facts=actions.CitizenFacts(
            full_name=full_name, sex=sex, birth_on=birth_on, birth_year=birth_year
        ),
        keeper_id=commune.body.pk,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )
