"""Encrypt the key files under the secret of today."""

from datetime import datetime

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.audit.public import record
from nentang.foundation.documents.adapters.key_files import encrypt_anew
from nentang.kernel.errors import NotAllowed


def encrypt_keys_anew(*, actor: Actor, at: datetime) -> int:
    """How many there are; the keys stay the same. NotAllowed unless the platform asks."""
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
    files = encrypt_anew()
    record(
        actor=actor,
        action="documents.encrypt_keys_anew",
        subject="key:files",
        details={"files": files},
        at=at,
    )
    return files
