"""Offer a service of a system to other bodies."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.errors import AlreadyJoined
from nentang.government.data_sharing.models import SharedService, Subsystem
from nentang.government.data_sharing.permissions import check_runs_network_of
from nentang.government.data_sharing.rules.descriptions import Description, check_description
from nentang.government.data_sharing.rules.wishes import Field, check_word
from nentang.kernel.text import fold


def publish_service(
    *,
    system: Subsystem,
    code: str,
    sharing: Sharing,
    description: Description,
    openapi: dict[str, Any],
    fields: Sequence[Field],
    actor: Actor,
    at: datetime,
) -> SharedService:
    """The service, in the catalogue at once; another version has another code (`confirm.v2`).

    Raises NotYourBody, WordUnreadable, DescriptionUnreadable, AlreadyJoined.
    """
    check_runs_network_of(actor, system.member.organization_id)
    methods = check_description(description, openapi, fields)
    service = _described(system, check_word(code.strip()), description, fields)
    service.sharing, service.openapi, service.methods = sharing, openapi, methods
    service.published_at = at
    try:
        with transaction.atomic():
            service.save()
            record(
                actor=actor,
                action="data_sharing.publish_service",
                subject=f"shared_service:{service.pk}",
                organization_id=system.member.organization_id,
                at=at,
            )
    except IntegrityError as fault:
        raise AlreadyJoined from fault
    return service


def _described(
    system: Subsystem, code: str, description: Description, fields: Sequence[Field]
) -> SharedService:
    """The row as far as its words go, with what it is found by."""
    words = [description.title, description.text, system.title, system.member.organization.name]
    words += [field.title for field in fields]
    return SharedService(
        subsystem=system,
        code=code,
        title=description.title.strip(),
        description=description.text.strip(),
        fields=[
            {"path": each.path, "title": each.title, "personal": each.personal} for each in fields
        ],
        row_keys=list(description.row_keys),
        rows_at=description.rows_at,
        envelope=list(description.envelope),
        subject=description.subject,
        purposes=list(description.purposes),
        register=description.register,
        folded=fold(" ".join([*words, system.address, code]))[:2400],
    )
