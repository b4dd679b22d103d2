"""Say what a body is called in its numbers, and how it numbers."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.office.enums import NumberingWay
from nentang.government.office.errors import NotationWrong, NotYourStep, NumberingInUse
from nentang.government.office.models import BodyNotation, OutgoingDocument
from nentang.government.office.permissions import check_works_at
from nentang.government.office.queries import notation_in
from nentang.government.office.registry import DOCUMENT_CLERK
from nentang.government.office.rules.numbers import is_notation
from nentang.kernel.clock import legal_day


@transaction.atomic
def set_notation(
    *, organization_id: int, notation: str, numbering: str, actor: Actor, at: datetime
) -> BodyNotation:
    """The body's notation from now on. The way of numbering changes only before the year's first number.

    Raises DocumentNotFound (other body), NotYourStep, NotationWrong, NumberingInUse.
    """
    check_works_at(actor, organization_id)
    if not actor.has_role(DOCUMENT_CLERK, organization_id=organization_id):
        raise NotYourStep
    letters = notation.strip()
    if not is_notation(letters) or numbering not in NumberingWay.values:
        raise NotationWrong
    _, way = notation_in(organization_id)
    if numbering != way and _has_numbered(organization_id, legal_day(at).year):
        raise NumberingInUse
    row, _created = BodyNotation.objects.update_or_create(
        organization_id=organization_id,
        defaults={"notation": letters, "numbering": NumberingWay(numbering)},
    )
    record(
        actor=actor,
        action="office.set_notation",
        subject=f"body_notation:{row.pk}",
        organization_id=organization_id,
        at=at,
    )
    return row


def _has_numbered(organization_id: int, year: int) -> bool:
    return OutgoingDocument.objects.filter(organization=organization_id, year=year).exists()
