"""What a body is called in its numbers, who works there, and which bodies a list of recipients names."""

import re
from datetime import date

from nentang.foundation.casework.public import working_in
from nentang.foundation.identity.public import Account
from nentang.foundation.organizations.public import (
    OrganizationInfo,
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

MOST_COLLEAGUES, MOST_OF_A_NAME = 200, 50
CODED = re.compile(r"(?P<name>.+?) ?\((?P<code>[A-Z0-9.]{3,35})\)")


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
    """The recipients in a text, one a line.

    A line that is exactly the name of one body is that body. Where several are called so, its code behind
    the name says which: `Ủy ban nhân dân xã Tân Bình (H07.31.05)`; without it the line is only words.
    """
    names = [" ".join(line.strip(" -;.").split()) for line in text.splitlines()]
    return tuple(_line(name[:200], on) for name in names if name)[: MOST_RECIPIENTS + 1]


def _line(name: str, on: date) -> Line:
    if coded := CODED.fullmatch(name):
        name, code = coded["name"], coded["code"]
        found = search_organizations(code, on, limit=5)
        fitting = tuple(each for each in found if code in _codes(each))
    else:
        fitting = search_organizations(name, on, limit=MOST_OF_A_NAME)
    same = [each for each in fitting if fold(each.name) == fold(name)]
    return Line(same[0].name, same[0].id) if len(same) == 1 else Line(name)


def _codes(body: OrganizationInfo) -> tuple[str, str]:
    return body.code_qd20, body.code_qcvn102


def summary_of(*parts: str) -> str:
    """What of a document is searched, without marks."""
    return fold(" ".join(parts))[:900]
