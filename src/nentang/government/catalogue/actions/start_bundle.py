"""Begin to write a bundle."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.catalogue.errors import BeginsTooEarly
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import check_may_write
from nentang.government.catalogue.queries import LIVE, bundle_on
from nentang.kernel.clock import legal_day

from .keep_bundle import keep_bundle


def start_bundle(*, procedure: str, on: date, actor: Actor, at: datetime) -> BundleDraft:
    """The draft of the procedure that is being written, or a new one that is to hold from that day.

    It begins with what will hold on the day by then, so that nothing published for it before is undone.
    ProcedureNotFound, NotYourProcedure, BeginsTooEarly.
    """
    today = legal_day(at)
    owner, account = check_may_write(actor, bundle_on(procedure, today).procedure.field, today)
    if on <= today:
        raise BeginsTooEarly
    base = bundle_on(procedure, on)
    try:
        with transaction.atomic():
            keep_bundle(bundle=base, at=at)
            draft = BundleDraft.objects.create(
                procedure=procedure,
                organization_id=owner,
                based_on_id=base.digest,
                source={**base.source, "valid_from": on.isoformat()},
                started_by_id=account,
                started_at=at,
                updated_at=at,
            )
            subject = f"bundle_draft:{draft.pk}"
            record(
                actor=actor,
                action="catalogue.start_bundle",
                subject=subject,
                organization_id=owner,
                at=at,
            )
    except IntegrityError:
        return BundleDraft.objects.get(procedure=procedure, state__in=LIVE)
    return draft
