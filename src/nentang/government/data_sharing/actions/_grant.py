"""What every answer to a request has in common; inside the action's transaction."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import move_case
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.government.data_sharing.enums import Outcome
from nentang.government.data_sharing.events import AccessGranted
from nentang.government.data_sharing.indicators import ACCESS_DECIDED
from nentang.government.data_sharing.models import AccessRequest, Grant


def give_grant(
    request: AccessRequest, *, step: str, answer: str, actor: Actor, at: datetime
) -> Grant:
    """Move the case and make the grant as it was asked for."""
    close_request(request, step, Outcome.GRANTED, answer, actor=actor, at=at)
    grant = Grant.objects.create(
        code=request.code.replace("-DL", "-Q"),
        request=request,
        client=request.client,
        service=request.service,
        purpose=request.purpose,
        legal_basis=request.legal_basis,
        fields=request.fields,
        rows=request.rows,
        valid_from=request.valid_from,
        valid_to=request.valid_to,
        granted_at=at,
    )
    publish(
        AccessGranted(
            code=request.code,
            grant=grant.code,
            client=request.client.address,
            service=request.service.address,
        ),
        at=at,
        key=request.code,
    )
    return grant


def close_request(
    request: AccessRequest, step: str, outcome: Outcome, answer: str, *, actor: Actor, at: datetime
) -> None:
    """Move the case, keep the answer, record the audit and (but for what was withdrawn) the fact."""
    move_case(case=request.case, step=step, actor=actor, at=at, public_note=answer)
    request.outcome, request.answer, request.decided_at = outcome, answer, at
    request.save(update_fields=["outcome", "answer", "decided_at"])
    record(
        actor=actor,
        action=f"data_sharing.{step}_access",
        subject=f"access_request:{request.pk}",
        organization_id=request.case.holder_id,
        at=at,
    )
    if outcome is not Outcome.WITHDRAWN:
        record_fact(
            ACCESS_DECIDED,
            at=at,
            organization_id=request.case.holder_id,
            unit_code=organization(request.case.holder_id).unit_code,
            sharing=str(request.service.sharing),
            granted=outcome is Outcome.GRANTED,
            in_time=not request.case.is_overdue(at),
        )
