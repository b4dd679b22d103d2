"""Forward a dossier to the body that has the next word, at any level, in one case."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import forward_case
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import DESK_ROLES, check_works_on
from nentang.government.services.queries import dossier_to_change


def forward_dossier(
    *, code: str, organization_id: int, note: str, actor: Actor, at: datetime
) -> Dossier:
    """The dossier, held by the other body from now on; its clock goes on."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, *DESK_ROLES)
        forward_case(
            case=dossier.case, organization_id=organization_id, actor=actor, at=at, note=note
        )
    return dossier
