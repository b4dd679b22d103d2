"""Grant what was applied for and have the result signed."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.foundation.documents.public import IssuedDocument, issue_document
from nentang.foundation.outbox.public import publish
from nentang.government.services.enums import Outcome
from nentang.government.services.events import DossierGranted
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import bundle_of, dossier_to_change

from .conclude import conclude


def grant_dossier(*, code: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier with its result issued; the worker signs it with the organisation's key."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "leader")
        dossier.result = _issue_result(dossier, actor, at)
        advance(
            dossier,
            "grant",
            actor=actor,
            at=at,
            decided_at=at,
            outcome=Outcome.GRANTED,
            result=dossier.result,
        )
        conclude(dossier, at=at)
        _tell(dossier, at)
    return dossier


def _tell(dossier: Dossier, at: datetime) -> None:
    event = DossierGranted(dossier.pk, dossier.code, dossier.procedure, dossier.organization_id)
    publish(event, at=at, key=dossier.code)


def _issue_result(dossier: Dossier, actor: Actor, at: datetime) -> IssuedDocument:
    bundle = bundle_of(dossier)
    procedure = bundle.procedure
    return issue_document(
        kind=procedure.result_kind,
        title=procedure.result.vi,
        template="documents.paper",
        data=bundle.result.content(
            procedure,
            code=dossier.code,
            answers=dossier.answers | dossier.findings,
            signer=actor.name,
        ),
        organization_id=dossier.case.holder_id,
        subject=f"dossier:{dossier.pk}",
        person_id=dossier.applicant_id,
        actor=actor,
        at=at,
    )
