"""Put a body of another installation into the directory."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.document_exchange.errors import (
    InstallationNotFound,
    ParticipantKnown,
)
from nentang.government.document_exchange.models import Installation, Participant
from nentang.government.document_exchange.permissions import check_can_mend
from nentang.government.document_exchange.rules.outgoing import canonical_code
from nentang.kernel.text import fold


@transaction.atomic
def list_participant(
    *,
    code: str,
    name: str,
    installation_code: str,
    actor: Actor,
    at: datetime,
    kinds: Iterable[int] = (),
    takes_parts: bool = True,
) -> Participant:
    """The entry, reached over there and taking these kinds (all, where none is named).

    InvalidIdentifier, InstallationNotFound; ParticipantKnown where another installation speaks for it.
    """
    check_can_mend(actor)
    participant, is_new = _entry(code, installation_code, at)
    said = {
        "name": name.strip()[:200],
        "folded": f" {fold(name)[:200]} ",
        "kinds": sorted(set(kinds)),
        "takes_parts": takes_parts,
    }
    if all(getattr(participant, field) == value for field, value in said.items()):
        return participant
    for field, value in said.items():
        setattr(participant, field, value)
    participant.save(update_fields=list(said))
    record(
        actor=actor,
        action="document_exchange.list_participant",
        subject=f"participant:{participant.pk}",
        at=at,
        details={"code": participant.code, "is_new": int(is_new)},
    )
    return participant


def _entry(code: str, installation_code: str, at: datetime) -> tuple[Participant, bool]:
    """The entry under that code at that installation, and whether it is new."""
    installation = Installation.objects.filter(code=installation_code, is_here=False).first()
    if installation is None:
        raise InstallationNotFound
    participant, is_new = Participant.objects.select_for_update().get_or_create(
        code=canonical_code(code),
        defaults={"installation": installation, "joined_at": at},
    )
    if participant.installation_id != installation.pk:
        raise ParticipantKnown
    return participant, is_new
