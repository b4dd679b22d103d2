"""What a body is called in its numbers, who works there, and which bodies a list of recipients names."""

from datetime import date

from nentang.foundation.casework.public import working_in
from nentang.foundation.identity.public import Account
from nentang.foundation.organizations.public import (
    OrganizationKind,
    organization,
    search_organizations,
)
from nentang.government.office.enums import NumberingWay
from nentang.government.office.models import BodyNotation
from nentang.government.office.registry import OFFICE_ROLES
from nentang.government.office.rules.draft import MOST_RECIPIENTS, Line
from nentang.government.office.rules.numbers import ALL, abbreviation_of
from nentang.kernel.text import fold

MOST_COLLEAGUES = 200


def notation_in(organization_id: int) -> tuple[str, NumberingWay]:
    """The body's notation and its way of numbering; what follows from its name where it set none."""
    row = BodyNotation.objects.filter(organization=organization_id).first()
    if row:
        return row.notation, NumberingWay(row.numbering)
    body = organization(organization_id)
    is_committee = body.kind == OrganizationKind.PEOPLES_COMMITTEE
    return abbreviation_of(body.name, is_committee=is_committee), NumberingWay.BY_TYPE


def series_of(type_code: str, way: NumberingWay) -> str:
    """The series from which a document of that type is numbered."""
    return ALL if way is NumberingWay.ONE_SERIES else type_code


def colleagues_of(organization_id: int, *, on: date) -> list[Account]:
    """Who works on documents in the body on that day, by name; one query."""
    found = working_in([organization_id], on, *OFFICE_ROLES).select_related("person")
    return list(found.order_by("person__full_name", "pk")[:MOST_COLLEAGUES])


def leaders_of(organization_id: int, *, on: date) -> list[Account]:
    """Who may sign for the body on that day, by name."""
    found = working_in([organization_id], on, "leader").select_related("person")
    return list(found.order_by("person__full_name", "pk")[:MOST_COLLEAGUES])


def is_colleague(account_id: int, organization_id: int, *roles: str, on: date) -> bool:
    """Whether that account has one of the roles in the body on that day."""
    return working_in([organization_id], on, *roles).filter(pk=account_id).exists()


def recognised_lines(text: str, *, on: date) -> tuple[Line, ...]:
    """The recipients in a text, one a line; a line that is exactly the name of a body is that body."""
    names = [" ".join(line.strip(" -;.").split()) for line in text.splitlines()]
    return tuple(_line(name[:200], on) for name in names if name)[: MOST_RECIPIENTS + 1]


def _line(name: str, on: date) -> Line:
    folded = fold(name)
    for body in search_organizations(name, on, limit=10):
        if fold(body.name) == folded:
            return Line(body.name, body.id)
    return Line(name)


def summary_of(*parts: str) -> str:
    """What of a document is searched, without marks."""
    return fold(" ".join(parts))[:900]
