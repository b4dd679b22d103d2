"""What every opening of a later part does, by itself or by hand; inside the action's transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.government.linked.enums import PartState
from nentang.government.linked.events import PartOpened
from nentang.government.linked.indicators import PART_OPENED
from nentang.government.linked.models import Chain, Part, PartDossier
from nentang.government.services.public import Channel, Dossier, submit_dossier
from nentang.kernel.frozen import Frozen


class Opening(Frozen):
    """What a part is opened with: where, its answers, and how many of them were carried."""

    organization_id: int
    answers: Mapping[str, Any]
    answers_carried: int
    papers_carried: int


def submit_part(part: Part, opening: Opening, *, actor: Actor, at: datetime) -> Dossier:
    """The dossier that the part becomes with this attempt, once."""
    chain = part.chain
    attempt = part.dossiers.count() + 1
    dossier = submit_dossier(
        procedure=part.procedure,
        organization_id=opening.organization_id,
        applicant_person_id=chain.applicant_id,
        channel=_channel(chain, actor),
        answers=opening.answers,
        actor=actor,
        at=at,
        idempotency_key=f"linked:{chain.pk}:{part.name}:{attempt}",
    )
    PartDossier.objects.create(part=part, attempt=attempt, dossier=dossier, opened_at=at)
    part.state, part.trouble, part.missing, part.changed_at = PartState.OPEN, "", [], at
    part.save()
    _tell(part, dossier, opening, actor, at)
    return dossier


def _channel(chain: Chain, actor: Actor) -> Channel:
    """As the declaration came, where it goes on by itself; whoever goes on by hand does so online."""
    if actor.account_id is not None:
        return Channel.ONLINE
    came = PartDossier.objects.filter(part__chain=chain).order_by("id")
    return Channel(came.values_list("dossier__channel", flat=True)[0])


def forget_answers(chain: Chain) -> None:
    """What was declared is erased once no part waits for it."""
    waiting = (PartState.WAITING, PartState.STUCK)
    if chain.answers and not chain.parts.filter(state__in=waiting).exists():
        chain.answers = {}
        chain.save(update_fields=["answers"])


def _tell(part: Part, dossier: Dossier, opening: Opening, actor: Actor, at: datetime) -> None:
    chain, body = part.chain, organization(opening.organization_id)
    record(
        actor=actor,
        action="linked.open_part",
        subject=f"chain:{chain.pk}",
        organization_id=body.id,
        person_id=chain.applicant_id,
        details={"part": part.name, "dossier": dossier.pk},
        at=at,
    )
    event = PartOpened(chain.pk, chain.code, part.name, dossier.pk)
    publish(event, at=at, key=chain.code)
    record_fact(
        PART_OPENED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        kind=chain.kind,
        part=part.name,
        procedure=part.procedure,
        answers_carried=opening.answers_carried,
        answers_asked=len(dossier.answers) - opening.answers_carried,
        papers_carried=opening.papers_carried,
        by_hand=actor.account_id is not None,
    )
