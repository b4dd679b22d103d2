"""Who may open a file, see an issued document, revoke one."""

from datetime import datetime

from django.core.cache import cache

from nentang.agreements.actor import Actor, ActorKind

from .errors import DocumentNotFound, FileNotFound, TooManyChecks
from .models import IssuedDocument, StoredFile
from .registry import is_granted

REVOKING_ROLES = ("leader", "head_of_desk", "administrator")
CHECKS_A_MINUTE = 60


def is_own(actor: Actor, file: StoredFile) -> bool:
    """Whether it is the actor's own file, or their principal's, or one they handed in themselves."""
    if file.owner_person_id is not None:
        return file.owner_person_id == actor.subject_person_id
    return file.stored_by_account_id is not None and file.stored_by_account_id == actor.account_id


def can_open(actor: Actor, file: StoredFile) -> bool:
    """The owner, the platform itself, and whom the app that holds the file's matter lets."""
    return actor.kind == ActorKind.SYSTEM or is_own(actor, file) or is_granted(actor, file.subject)


def check_can_open(actor: Actor, file: StoredFile) -> None:
    """FileNotFound: who may not open a file is not told that there is one."""
    if not can_open(actor, file):
        raise FileNotFound


def can_see(actor: Actor, document: IssuedDocument) -> bool:
    """The person it was issued to, the platform, and whom the app that holds the matter lets."""
    is_for_actor = document.person_id is not None and document.person_id == actor.subject_person_id
    return actor.kind == ActorKind.SYSTEM or is_for_actor or is_granted(actor, document.subject)


def check_can_see(actor: Actor, document: IssuedDocument) -> None:
    """DocumentNotFound: who may not see a document is not told that there is one."""
    if not can_see(actor, document):
        raise DocumentNotFound


def can_revoke(actor: Actor, document: IssuedDocument) -> bool:
    """The platform, or a leader, head of desk or administrator of the organisation that issued it."""
    return actor.kind == ActorKind.SYSTEM or actor.has_role(
        *REVOKING_ROLES, organization_id=document.organization_id
    )


def check_can_revoke(actor: Actor, document: IssuedDocument) -> None:
    """DocumentNotFound for everybody who may not revoke it."""
    if not can_revoke(actor, document):
        raise DocumentNotFound


def check_not_too_often(address: str, at: datetime) -> None:
    """TooManyChecks once an address has asked for codes sixty times within a minute (of this process)."""
    key = f"documents.checks.{address}.{int(at.timestamp()) // 60}"
    cache.add(key, 0, timeout=120)
    if cache.incr(key) > CHECKS_A_MINUTE:
        raise TooManyChecks
