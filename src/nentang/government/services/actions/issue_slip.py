"""Issue one of the forms of the one-stop shop for a dossier; inside the action's transaction."""

from datetime import datetime
from typing import Any

from django.utils.translation import override

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import issue_document
from nentang.government.services.enums import SlipForm
from nentang.government.services.models import Dossier, Slip


def issue_slip(
    *, dossier: Dossier, form: SlipForm, content: dict[str, Any], actor: Actor, at: datetime
) -> Slip:
    """The slip, to be signed by the worker with the key of the body that holds the dossier."""
    with override("vi"):  # the paper's language, whatever its issuer reads
        title = str(form.label)
    document = issue_document(
        kind=form.name.lower(),
        title=title,
        template="documents.paper",
        data={"heading": title, **content},
        organization_id=dossier.case.holder_id,
        subject=f"dossier:{dossier.pk}",
        person_id=dossier.applicant_id,
        actor=actor,
        at=at,
    )
    return Slip.objects.create(
        dossier=dossier, form=form, turn=dossier.turn, document=document, issued_at=at
    )
