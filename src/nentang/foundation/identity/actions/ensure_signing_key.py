"""Make the key that signs OpenID Connect tokens, once."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.adapters.signing_key import make_signing_key


def ensure_signing_key(*, actor: Actor, at: datetime) -> bool:
    """Whether a key was made now; nothing happens where there is one."""
    made = make_signing_key()
    if made:
        record(actor=actor, action="identity.ensure_signing_key", subject="key:oidc", at=at)
    return made
