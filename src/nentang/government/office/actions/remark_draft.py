"""Say something about a draft."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.office.errors import NotDrafting, ReasonMissing
from nentang.government.office.models import Remark
from nentang.government.office.permissions import account_of, check_works_at
from nentang.government.office.queries import outgoing_to_change
from nentang.government.office.rules.secrecy import OPEN, check_open
from nentang.kernel.clock import legal_day

from ._document import write_down


@transaction.atomic
def remark_draft(*, code: str, text: str, actor: Actor, at: datetime) -> Remark:
    """The remark about the present version, by anybody in the body, until the document is issued.

    Raises DocumentNotFound (other body), ReasonMissing, StateSecretRefused, NotDrafting.
    """
    document = outgoing_to_change(code)
    check_works_at(actor, document.organization_id)
    if not text.strip():
        raise ReasonMissing
    check_open(OPEN, text, on=legal_day(at))
    if document.case.closed_at:
        raise NotDrafting
    write_down("remark_draft", document, actor=actor, at=at)
    return Remark.objects.create(
        document=document,
        version=document.version,
        text=text.strip(),
        written_by_id=account_of(actor),
        written_at=at,
    )
