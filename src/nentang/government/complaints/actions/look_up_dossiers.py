"""Which dossiers of whoever stands at the counter they may complain about here."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.government.complaints.queries import dossiers_at_counter
from nentang.government.services.public import DossierInfo, DossierNotFound, helps_at_counter


def look_up_dossiers(*, actor: Actor, at: datetime) -> list[DossierInfo]:
    """The latest twenty that this counter has to do with, for a clerk under the person's consent; the look is written down.

    DossierNotFound for everybody else.
    """
    if not helps_at_counter(actor) or actor.principal_person_id is None:
        raise DossierNotFound
    found = dossiers_at_counter(
        actor.principal_person_id, bodies=actor.organizations("clerk"), at=at
    )
    record_look(
        actor=actor,
        subject=f"person:{actor.principal_person_id}",
        person_id=actor.principal_person_id,
        fields=("dossiers",),
        purpose="Ghi khiếu nại cho người đến quầy",
        legal_basis="Luật Khiếu nại số 02/2011/QH13, Điều 8",
        at=at,
    )
    return found
