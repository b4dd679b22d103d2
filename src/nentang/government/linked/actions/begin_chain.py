"""Begin several procedures with one declaration: the first at once, the others when their turn comes."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import link_file
from nentang.foundation.facts.public import record_fact
from nentang.foundation.forms.public import clean, validate
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.government.linked.enums import PartState
from nentang.government.linked.events import ChainBegun
from nentang.government.linked.indicators import CHAIN_BEGUN
from nentang.government.linked.models import Chain, Part, PartDossier
from nentang.government.linked.permissions import check_begins
from nentang.government.linked.queries import Linked, linked_of, unfounded_in
from nentang.government.services.public import Channel, Dossier, helps_at_counter, submit_dossier
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import Invalid


def begin_chain(
    *,
    kind: str,
    organization_id: int,
    applicant_person_id: int,
    answers: Mapping[str, Any],
    actor: Actor,
    at: datetime,
    idempotency_key: str,
) -> Chain:
    """The new chain with its first dossier submitted; the same one for the same key.

    At the counter where a clerk helps the applicant. Raises KindNotFound, NotForCompanies, NotYourDossier, Invalid (answers), and what submitting a dossier refuses.
    """
    check_begins(actor, applicant_person_id, organization_id=organization_id)
    linked = linked_of(kind, legal_day(at))
    if again := _begun_before(idempotency_key, applicant_person_id):
        return again
    chain = Chain(
        kind=kind,
        begun_on=legal_day(at),
        begun_at=at,
        organization_id=organization_id,
        applicant_id=applicant_person_id,
        submitted_by_id=actor.account_id,
        answers=_valid(linked, answers, legal_day(at)),
        idempotency_key=idempotency_key,
    )
    try:
        _begin(chain, linked, actor, at)
    except IntegrityError:
        if again := _begun_before(idempotency_key, applicant_person_id):  # sent twice at once
            return again
        raise
    return chain


def _begun_before(key: str, applicant_person_id: int) -> Chain | None:
    return Chain.objects.filter(idempotency_key=key, applicant_id=applicant_person_id).first()


def _valid(linked: Linked, answers: Mapping[str, Any], today: date) -> dict[str, Any]:
    cleaned = clean(linked.form, answers)
    if errors := validate(linked.form, cleaned, on=today):
        raise Invalid(fields=errors)
    if unfounded := unfounded_in(linked, cleaned):
        raise Invalid(fields={name: [told] for name, told in unfounded.items()})
    return cleaned


@transaction.atomic
def _begin(chain: Chain, linked: Linked, actor: Actor, at: datetime) -> None:
    dossier = submit_dossier(
        procedure=linked.chain.first.procedure,
        organization_id=chain.organization_id,
        applicant_person_id=chain.applicant_id,
        channel=Channel.COUNTER if helps_at_counter(actor) else Channel.ONLINE,
        answers=chain.answers,
        actor=actor,
        at=at,
        idempotency_key=f"linked:{chain.idempotency_key}",
    )
    chain.code = dossier.code
    chain.save()
    _add_parts(chain, linked, dossier, at)
    _keep_papers(chain, linked, actor, at)
    _tell(chain, linked, actor, at)


def _add_parts(chain: Chain, linked: Linked, dossier: Dossier, at: datetime) -> None:
    for number, step in enumerate(linked.chain.wanted(chain.answers), 1):
        part = Part.objects.create(
            chain=chain,
            number=number,
            name=step.name,
            procedure=step.procedure,
            state=PartState.WAITING if step.waits_for else PartState.OPEN,
            changed_at=at,
        )
        if not step.waits_for:
            PartDossier.objects.create(part=part, dossier=dossier, opened_at=at)


def _keep_papers(chain: Chain, linked: Linked, actor: Actor, at: datetime) -> None:
    """Papers for later parts are the chain's until their dossier is opened; somebody else's are refused."""
    own = set(linked.bundles[linked.chain.first.name].form.file_fields)
    for name in linked.form.file_fields:
        for file_id in chain.answers.get(name) or () if name not in own else ():
            link_file(
                file_id=file_id,
                subject=f"chain:{chain.pk}",
                organization_id=chain.organization_id,
                actor=actor,
                at=at,
            )


def _tell(chain: Chain, linked: Linked, actor: Actor, at: datetime) -> None:
    body = organization(chain.organization_id)
    record(
        actor=actor,
        action="linked.begin_chain",
        subject=f"chain:{chain.pk}",
        organization_id=body.id,
        person_id=chain.applicant_id,
        at=at,
    )
    publish(ChainBegun(chain.pk, chain.code, chain.kind, body.id), at=at, key=chain.code)
    record_fact(
        CHAIN_BEGUN,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        kind=chain.kind,
        parts=len(linked.chain.wanted(chain.answers)),
    )
