"""Offer a service of a register to other bodies, as the register describes it."""

from datetime import datetime

from django.utils.translation import override

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import (
    RECORDS,
    openapi_of,
    register_named,
    shared_fields,
)
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.models import SharedService, Subsystem
from nentang.government.data_sharing.rules.descriptions import Description
from nentang.government.data_sharing.rules.wishes import Field

from .publish_service import publish_service


def offer_register(
    *,
    system: Subsystem,
    register: str,
    service: str,
    sharing: Sharing,
    actor: Actor,
    at: datetime,
) -> SharedService:
    """The service, in the catalogue at once: fields, rows, purposes and OpenAPI are those of the declaration.

    It answers about the records that the body of the system keeps, or one below it.
    Raises RegisterNotFound, RegisterServiceNotFound, and what `publish_service` raises.
    """
    kind = register_named(register)
    offered = kind.service(service)
    with override(None):  # the catalogue holds Vietnamese, whatever its administrator reads
        return publish_service(
            system=system,
            code=offered.name,
            sharing=sharing,
            description=Description(
                title=str(offered.title),
                text=str(offered.text),
                row_keys=offered.rows,
                rows_at=RECORDS,
                subject=f"query:{offered.key}" if offered.names_person else "",
                purposes=offered.purposes,
                register=register,
            ),
            openapi=openapi_of(kind, offered),
            fields=[
                Field(each.path, each.title, each.personal) for each in shared_fields(kind, offered)
            ],
            actor=actor,
            at=at,
        )
