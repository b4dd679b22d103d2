"""Issue a month of a body's register as a signed paper (form 06)."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import IssuedDocument, issue_document
from nentang.government.services.errors import RegisterTooLong
from nentang.government.services.queries import MOST_PRINTED
from nentang.government.services.rules.slips import register_book

from .read_register import read_register


def issue_register(
    *, organization_id: int, month: date, actor: Actor, at: datetime
) -> IssuedDocument:
    """The month's register, signed by the worker. Raises NotYourDesk, RegisterTooLong."""
    with transaction.atomic():
        entries = read_register(
            organization_id=organization_id,
            month=month,
            limit=MOST_PRINTED + 1,
            actor=actor,
            at=at,
        )
        if len(entries) > MOST_PRINTED:
            raise RegisterTooLong(most=MOST_PRINTED)
        return issue_document(
            kind="register",
            title=f"Sổ theo dõi hồ sơ tháng {month:%m/%Y}",
            template="documents.paper",
            data=register_book([each.cells for each in entries], f"Tháng {month:%m/%Y}"),
            organization_id=organization_id,
            subject=f"register:{organization_id}",
            person_id=None,
            actor=actor,
            at=at,
        )
