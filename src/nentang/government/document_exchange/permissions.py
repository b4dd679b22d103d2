"""Who speaks for a body, who mends the axis, which installation a request is from."""

from datetime import datetime

from nentang.agreements.actor import Actor, ActorKind

from .errors import NotYourAxis, NotYourBody
from .models import Certificate, Installation, ReceivedDocument
from .rules.requests import PATIENCE_FOR_CLOCKS, is_signed_by, signed_bytes

ADMINISTRATOR = "administrator"


def speaks_for(actor: Actor, organization_id: int | None) -> bool:
    """Whether the actor is the platform, or an officer of that body."""
    return actor.kind is ActorKind.SYSTEM or organization_id in actor.organizations()


def check_speaks_for(actor: Actor, organization_id: int | None) -> None:
    """NotYourBody for everybody else."""
    if not speaks_for(actor, organization_id):
        raise NotYourBody


def check_can_mend(actor: Actor) -> None:
    """An administrator, or the platform; NotYourAxis."""
    if actor.kind is not ActorKind.SYSTEM and not actor.has_role(ADMINISTRATOR):
        raise NotYourAxis


def may_open_files(actor: Actor, subject: str) -> bool:
    """Whether the actor may open the files of `axis_document:<id>`: officers of the body that received it."""
    number = subject.partition(":")[2]
    found = ReceivedDocument.objects.filter(pk=number).select_related("receiver").first()
    return found is not None and speaks_for(actor, found.receiver.organization_id)


def installation_that_signed(
    *,
    fingerprint: str,
    timestamp: str,
    signature: str,
    request: tuple[str, str, bytes],
    at: datetime,
) -> Installation | None:
    """The installation whose certificate signed this request (method, path, body) within five minutes."""
    method, path, body = request
    if not (timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= 12):
        return None
    if abs(at.timestamp() - int(timestamp)) > PATIENCE_FOR_CLOCKS:
        return None
    known = Certificate.objects.filter(
        fingerprint=fingerprint, revoked_at=None, valid_from__lte=at, valid_to__gt=at
    )
    certificate = known.select_related("installation").first()
    if certificate is None or not certificate.installation.is_open:
        return None
    content = signed_bytes(method, path, timestamp, body)
    is_theirs = is_signed_by(bytes(certificate.der), signature, content)
    return certificate.installation if is_theirs else None
