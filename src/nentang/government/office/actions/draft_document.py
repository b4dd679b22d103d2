"""Begin a document."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import assign_case, open_case
from nentang.foundation.organizations.public import organization
from nentang.government.office.models import IncomingDocument, OutgoingDocument
from nentang.government.office.permissions import account_of, check_works_at
from nentang.government.office.queries import incoming_to_change, outgoing_of_key
from nentang.government.office.registry import OUTGOING
from nentang.government.office.rules.draft import Draft

from . import _codes
from ._document import title_of, write_down
from ._draft import attach, check_draft, columns_of, name_recipients, save_version


def draft_document(
    *,
    organization_id: int,
    draft: Draft,
    answers: str = "",
    actor: Actor,
    at: datetime,
    key: str | None = None,
) -> OutgoingDocument:
    """The document with its first version, held by its drafter; the same one for the same key.

    `answers` is the code of the incoming document that it answers. Raises DocumentNotFound (other body),
    StateSecretRefused, TypeUnknown, SummaryMissing, UnitMissing, RecipientsMissing, SignerMissing.
    """
    check_works_at(actor, organization_id)
    if again := outgoing_of_key(key, account_id=actor.account_id):
        return again
    check_draft(draft, organization_id, at)
    answered = _answered(answers, actor)
    try:
        return _write(organization_id, draft, answered, key, actor, at)
    except IntegrityError:
        if again := outgoing_of_key(key, account_id=actor.account_id):
            return again
        raise


def _answered(code: str, actor: Actor) -> IncomingDocument | None:
    if not code:
        return None
    document = incoming_to_change(code)
    check_works_at(actor, document.organization_id)
    return document


@transaction.atomic
def _write(
    organization_id: int,
    draft: Draft,
    answered: IncomingDocument | None,
    key: str | None,
    actor: Actor,
    at: datetime,
) -> OutgoingDocument:
    document = OutgoingDocument(
        organization_id=organization_id,
        drafter_id=account_of(actor),
        in_reply_to=answered,
        work_file_id=answered.work_file_id if answered else None,
        idempotency_key=key,
        **columns_of(draft),
    )
    document.code = _codes.next_code(organization_id, _codes.OUTGOING, at)
    document.case = open_case(
        kind=OUTGOING,
        code=document.code,
        organization_id=organization_id,
        title=title_of(document),
        applicant_person_id=None,
        applicant_name=actor.name[:120],
        channel="",
        unit_code=organization(organization_id).unit_code,
        actor=actor,
        at=at,
    )
    document.save()
    save_version(document, draft.text, actor=actor, at=at)
    name_recipients(document, draft.recipients)
    attach(document, draft.file_ids, actor=actor, at=at)
    assign_case(case=document.case, account_id=actor.account_id, actor=actor, at=at)
    write_down("draft_document", document, actor=actor, at=at)
    return document
