"""Submit a dossier, online or at the counter."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentOrder, cashier
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import open_case
from nentang.foundation.facts.public import record_fact
from nentang.foundation.forms.public import FormDefinition, clean, proofs_of, validate
from nentang.foundation.identity.public import person
from nentang.foundation.organizations.public import OrganizationInfo, organization
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.public import take_evidence
from nentang.government.catalogue.public import Bundle, Procedure, bundle_on, keep_bundle
from nentang.government.services.enums import Channel
from nentang.government.services.errors import BodyCannotReceive
from nentang.government.services.events import DossierSubmitted
from nentang.government.services.indicators import DOSSIER_SUBMITTED
from nentang.government.services.models import DayCounter, Dossier
from nentang.government.services.permissions import check_can_apply_for, check_takes_in
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import Invalid
from nentang.kernel.identifiers import format_dossier_code

from .attach_papers import attach_papers


def submit_dossier(
    *,
    procedure: str,
    organization_id: int,
    applicant_person_id: int,
    channel: Channel,
    answers: Mapping[str, Any],
    actor: Actor,
    at: datetime,
    idempotency_key: str | None = None,
    counter_id: int | None = None,
) -> Dossier:
    """The new dossier, registered and with its fee requested; the same one for the same key.

    Pinned to what holds for the procedure today. `counter_id`: taken in there for the body. Raises
    ProcedureNotFound, Invalid (answers), AssuranceTooLow, BodyCannotReceive, TakenInElsewhere.
    """
    today = legal_day(at)
    bundle = bundle_on(procedure, today)
    needed = bundle.procedure.assurance if channel is Channel.ONLINE else 1
    check_can_apply_for(actor, applicant_person_id, assurance=needed)
    if again := _submitted_before(idempotency_key, applicant_person_id):
        return again
    dossier = Dossier(
        procedure=procedure,
        procedure_on=today,
        bundle_id=bundle.digest,
        organization_id=organization_id,
        counter_id=None if counter_id == organization_id else counter_id,
        applicant_id=applicant_person_id,
        on_behalf_of_id=actor.principal_organization_id,
        submitted_by_id=actor.account_id,
        channel=channel,
        answers=_valid(bundle.form, answers, today),
        submitted_at=at,
        idempotency_key=idempotency_key,
    )
    return _open_once(dossier, bundle, actor, at)


def _open_once(dossier: Dossier, bundle: Bundle, actor: Actor, at: datetime) -> Dossier:
    """The dossier, or the one that the same request, sent twice at once, made first."""
    try:
        _open(dossier, bundle, actor, at)
    except IntegrityError:
        if again := _submitted_before(dossier.idempotency_key, dossier.applicant_id):
            return again
        raise
    return dossier


def _submitted_before(key: str | None, applicant_person_id: int) -> Dossier | None:
    if key is None:
        return None
    return Dossier.objects.filter(idempotency_key=key, applicant_id=applicant_person_id).first()


def _valid(form: FormDefinition, answers: Mapping[str, Any], today: date) -> dict[str, Any]:
    cleaned = clean(form, answers)
    if errors := validate(form, cleaned, on=today):
        raise Invalid(fields=errors)
    return cleaned


@transaction.atomic
def _open(dossier: Dossier, bundle: Bundle, actor: Actor, at: datetime) -> None:
    if dossier.counter_id:
        check_takes_in(actor, dossier.counter_id)
    procedure = bundle.procedure
    body = _receiving_body(procedure, dossier.organization_id)
    dossier.fee = bundle.fee(dossier.answers, online=dossier.channel == Channel.ONLINE)
    keep_bundle(bundle=bundle, at=at)
    _number_and_save(dossier, procedure, body, actor, at)
    _attach_papers(dossier, bundle.form, actor, at)
    _keep_evidence(dossier, bundle, actor, at)
    _request_fee(dossier, bundle, actor, at)
    _tell(dossier, procedure, body, actor, at)


def _receiving_body(procedure: Procedure, organization_id: int) -> OrganizationInfo:
    body = organization(organization_id)
    if body.level != procedure.receives:
        raise BodyCannotReceive
    return body


def _number_and_save(
    dossier: Dossier, procedure: Procedure, body: OrganizationInfo, actor: Actor, at: datetime
) -> None:
    serial = DayCounter.take(organization_id=body.id, day=dossier.procedure_on)
    dossier.code = format_dossier_code(body.code_qcvn102, dossier.procedure_on, serial)
    dossier.case = open_case(
        kind="dossier",
        code=dossier.code,
        organization_id=body.id,
        title=procedure.name.vi,
        applicant_person_id=dossier.applicant_id,
        applicant_name=_applicant_name(dossier),
        channel=dossier.channel,
        unit_code=body.unit_code,
        actor=actor,
        at=at,
    )
    dossier.save()


def _applicant_name(dossier: Dossier) -> str:
    """The person's name, after the company's where they act for one; at most 120 characters."""
    name = person(dossier.applicant_id).full_name
    if dossier.on_behalf_of_id is None:
        return name
    return f"{organization(dossier.on_behalf_of_id).name}, {name}"[:120]


def _attach_papers(dossier: Dossier, form: FormDefinition, actor: Actor, at: datetime) -> None:
    for name in form.file_fields:
        attach_papers(dossier, name, dossier.answers.get(name) or (), actor=actor, at=at)


def _keep_evidence(dossier: Dossier, bundle: Bundle, actor: Actor, at: datetime) -> None:
    """What registers say of the applicant and was not asked again, as they say it today."""
    proofs = proofs_of(
        bundle.form,
        dossier.answers,
        person_id=dossier.applicant_id,
        on=dossier.procedure_on,
    )
    take_evidence(
        proofs=proofs,
        subject=f"dossier:{dossier.pk}",
        title=f"{bundle.procedure.name.vi} {dossier.code}",
        organization_id=dossier.organization_id,
        actor=actor,
        at=at,
    )


def _request_fee(dossier: Dossier, bundle: Bundle, actor: Actor, at: datetime) -> None:
    if not dossier.fee:
        return
    order = PaymentOrder(
        reference=dossier.code,
        amount=dossier.fee,
        payee_organization_id=dossier.organization_id,
        payer_person_id=dossier.applicant_id,
        description=bundle.procedure.name.vi,
        shares=bundle.shares(
            dossier.fee, dossier.answers, online=dossier.channel == Channel.ONLINE
        ),
    )
    cashier().request_payment(order=order, actor=actor, at=at)


def _tell(
    dossier: Dossier, procedure: Procedure, body: OrganizationInfo, actor: Actor, at: datetime
) -> None:
    record(
        actor=actor,
        action="services.submit_dossier",
        subject=f"dossier:{dossier.pk}",
        organization_id=body.id,
        person_id=dossier.applicant_id,
        at=at,
    )
    publish(
        DossierSubmitted(dossier.pk, dossier.code, dossier.procedure, body.id, dossier.channel),
        at=at,
        key=dossier.code,
    )
    record_fact(
        DOSSIER_SUBMITTED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        procedure=dossier.procedure,
        channel=str(dossier.channel),
        level=body.level,
        at_highest_level=procedure.is_at_highest_level,
        fee=dossier.fee,
    )
