"""Keep the list of a commune as the population register has its children."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.agreements.residents import Resident, residents
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.notifications.public import notify
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    find_organization_for,
)
from nentang.foundation.registers.public import (
    Proof,
    find_record,
    proof_of,
    register_named,
    take_evidence,
)
from nentang.kernel.clock import legal_day
from nentang.society.schools.indicators import LISTED
from nentang.society.schools.models import ListedChild
from nentang.society.schools.queries import minders
from nentang.society.schools.registry import ADDED
from nentang.society.schools.rules.school_age import school_age_law

TAKEN = (("identity", "full_name"), ("identity", "birth_on"), ("residence", "unit_code"))
TITLE = "Danh sách trẻ đến tuổi đi học"


@transaction.atomic
def follow_resident(*, record_id: int, at: datetime) -> ListedChild | None:
    """The child on the list of the commune where it lives for good; None where it is on none.

    Whoever moves, dies or grows up leaves the list. The same again changes nothing.
    """
    child = residents().resident(record_id, on=legal_day(at))
    body = _body_of(child, at)
    now = ListedChild.objects.select_for_update().filter(record_id=record_id, left_at=None).first()
    if (
        now
        and child
        and body
        and (now.organization_id, now.birth_year) == (body.id, child.birth_year)
    ):
        return now
    if now:
        now.left_at = at
        now.save(update_fields=["left_at"])
        _note(now, "leave", at)
    return _enter(child, body, record_id, at) if child and body else None


def _body_of(child: Resident | None, at: datetime) -> OrganizationInfo | None:
    """The body whose list the child belongs on."""
    on = legal_day(at)
    if child is None or not child.is_alive or not child.unit_code:
        return None
    if not school_age_law().in_force(on=on).is_listed(child.birth_year, on.year):
        return None
    return find_organization_for(child.unit_code, on)


def _enter(child: Resident, body: OrganizationInfo, record_id: int, at: datetime) -> ListedChild:
    row = ListedChild.objects.create(
        person_id=child.person_id,
        record_id=record_id,
        organization_id=body.id,
        unit_code=child.unit_code,
        birth_year=child.birth_year,
        listed_at=at,
    )
    _note(row, "enter", at)
    take_evidence(
        proofs=_proofs(child, at),
        subject=f"school_list:{row.pk}",
        title=TITLE,
        organization_id=body.id,
        actor=SYSTEM,
        at=at,
    )
    record_fact(
        LISTED,
        at=at,
        organization_id=body.id,
        unit_code=child.unit_code,
        birth_year=child.birth_year,
    )
    _tell(row, body, at)
    return row


def _proofs(child: Resident, at: datetime) -> list[Proof]:
    register = register_named(residents().register)
    kept = find_record(register, child.number)
    found = (proof_of(register, kept, *each, on=legal_day(at)) for each in TAKEN)
    return [each for each in found if each]


def _tell(row: ListedChild, body: OrganizationInfo, at: datetime) -> None:
    year = school_age_law().in_force(on=legal_day(at)).first_class_year(row.birth_year)
    said = {"place": body.name, "year": str(year), "organization": str(body.id)}
    for person_id in minders(body.id, legal_day(at)):
        notify(
            template=ADDED.code,
            person_id=person_id,
            context=said | {"born": str(row.birth_year)},
            subject=f"school_list:{row.pk}",
            at=at,
        )


def _note(row: ListedChild, what: str, at: datetime) -> None:
    record(
        actor=SYSTEM,
        action=f"schools.{what}",
        subject=f"school_list:{row.pk}",
        person_id=row.person_id,
        organization_id=row.organization_id,
        at=at,
    )
