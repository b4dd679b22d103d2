"""Who may open a file, see an issued document, revoke one."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Sum

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.portal.public import Limit, take_try

from .errors import DocumentNotFound, FileNotFound, TooMuchToday
from .models import IssuedDocument, StoredFile
from .registry import is_granted

PAPERS = "documents.papers"
REVOKING_ROLES = ("leader", "head_of_desk", "administrator")
DAY = timedelta(days=1)
OFFICERS_TIMES = 20
CHECKS = Limit("documents.checks", tries=60, seconds=60)


def check_has_room(actor: Actor, size: int, at: datetime) -> None:
    """TooMuchToday where an account has given more within 24 hours than the quota; no limit for the platform.

    Officers, who scan for everybody at their counter, have twenty times as much.
    """
    if actor.account_id is None:
        return
    quota = settings.DOCUMENTS_MAX_BYTES_A_DAY * (OFFICERS_TIMES if actor.is_officer else 1)
    given = StoredFile.objects.filter(stored_by_account_id=actor.account_id, stored_at__gt=at - DAY)
    if (given.aggregate(sum=Sum("size"))["sum"] or 0) + size > quota:
        raise TooMuchToday(wait=int(DAY.total_seconds()), limit=quota // 1024**2)


def is_own(actor: Actor, file: StoredFile) -> bool:
    """Whether it is the actor's own file, or their principal's, or one they handed in themselves.

    A mandate only for dossiers opens no other paper of the principal.
    """
    is_theirs = actor.account_id is not None and file.stored_by_account_id == actor.account_id
    if file.owner_person_id is None:
        return is_theirs
    is_for_them = file.owner_person_id == actor.subject_person_id
    return is_for_them and (is_theirs or actor.reaches(PAPERS))


def can_open(actor: Actor, file: StoredFile) -> bool:
    """The owner, the platform itself, and whom the app that holds the file's matter lets."""
    return actor.kind == ActorKind.SYSTEM or is_own(actor, file) or is_granted(actor, file.subject)


def check_can_open(actor: Actor, file: StoredFile) -> None:
    """FileNotFound: who may not open a file is not told that there is one."""
    if not can_open(actor, file):
        raise FileNotFound


def can_see(actor: Actor, document: IssuedDocument) -> bool:
    """The person it was issued to, the platform, and whom the app that holds the matter lets."""
    is_for_actor = (
        document.person_id is not None
        and document.person_id == actor.subject_person_id
        and actor.reaches(PAPERS)
    )
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
    """TooManyTries once an address has asked for codes sixty times within a minute."""
    take_try(CHECKS, address, at=at)
