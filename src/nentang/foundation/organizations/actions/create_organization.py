"""A body begins."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.enums import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
)
from nentang.foundation.organizations.errors import (
    OrganizationCodeTaken,
    OrganizationIncomplete,
    OrganizationNotFound,
)
from nentang.foundation.organizations.events import OrganizationCreated
from nentang.foundation.organizations.models import Organization
from nentang.foundation.organizations.permissions import check_can_administer
from nentang.foundation.organizations.queries import unit_as_of
from nentang.foundation.organizations.rules import folded_words
from nentang.kernel.identifiers import OrganizationCode, parse_organization_code
from nentang.kernel.text import sort_key

from ._tell import tell


@transaction.atomic
def create_organization(
    *,
    name: str,
    kind: OrganizationKind | str,
    level: OrganizationLevel | str,
    task: OrganizationTask | str = "",
    code: str = "",
    unit_code: str = "",
    parent_id: int | None = None,
    valid_from: date,
    valid_to: date | None = None,
    actor: Actor,
    at: datetime,
) -> Organization:
    """The new body, its code in both forms (Decision 20/2020/QĐ-TTg).

    OrganizationCodeTaken where another body carries the code on one of its days; UnitNotFound where
    its unit does not exist on its first day.
    """
    check_can_administer(actor, parent_id)
    parsed = parse_organization_code(code) if code else None
    _refuse_incomplete(name, OrganizationLevel(level), unit_code)
    _refuse_taken(parsed, valid_from, valid_to)
    parent = _parent(parent_id, valid_from)
    row = Organization.objects.create(
        **_codes(parsed),
        **_names(name),
        kind=OrganizationKind(kind),
        level=OrganizationLevel(level),
        task=OrganizationTask(task) if task else "",
        unit_id=unit_as_of(unit_code, valid_from).id if unit_code else None,
        parent=parent,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    row.path = f"{parent.path if parent else '/'}{row.pk}/"
    row.save(update_fields=["path"])
    _tell(row, actor, at)
    return row


def _tell(row: Organization, actor: Actor, at: datetime) -> None:
    first_day = row.valid_from.isoformat()
    event = OrganizationCreated(row.pk, first_day)
    details: dict[str, str | int] = {"code": row.code_qd20, "valid_from": first_day}
    tell(row, "created", event, actor=actor, at=at, details=details)


def _codes(code: OrganizationCode | None) -> dict[str, str]:
    return {"code_qd20": code.qd20, "code_qcvn102": code.qcvn102 or ""} if code else {}


def _names(written: str) -> dict[str, str]:
    name = " ".join(written.split())
    return {"name": name, "folded": folded_words(name), "sort_name": sort_key(name)[:400]}


def _refuse_incomplete(name: str, level: OrganizationLevel, unit_code: str) -> None:
    if not name.strip() or (level is not OrganizationLevel.MINISTRY and not unit_code):
        raise OrganizationIncomplete


def _refuse_taken(code: OrganizationCode | None, start: date, end: date | None) -> None:
    if code is None:
        return
    sharing_days = Q(valid_to=None) | Q(valid_to__gt=start)
    if end is not None:
        sharing_days &= Q(valid_from__lt=end)
    if Organization.objects.filter(sharing_days, code_qd20=code.qd20).exists():
        raise OrganizationCodeTaken(code=code.qd20)


def _parent(parent_id: int | None, on: date) -> Organization | None:
    if parent_id is None:
        return None
    parent = Organization.objects.on(on).filter(pk=parent_id).first()
    if parent is None:
        raise OrganizationNotFound
    return parent
