"""Seal everything of identity that is kept sealed under the secret of today."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.adapters.signing_key import encrypt_key_anew
from nentang.foundation.identity.permissions import check_is_platform

SEALED = ("secret", "seed")


@transaction.atomic
def seal_anew(*, actor: Actor, at: datetime) -> int:
    """How many secrets were sealed anew: one-time codes, recovery codes, the key of tokens, subjects.

    OwnMatterOnly unless the platform asks. Doing it twice changes nothing that counts.
    """
    from nentang.foundation.identity.adapters.sealing import (  # noqa: PLC0415 - heavy
        keep_subject_key,
    )

    check_is_platform(actor)
    sealed = sum(_seal_anew(each) for each in Authenticator.objects.select_for_update().iterator())
    sealed += encrypt_key_anew() + keep_subject_key()
    record(
        actor=actor,
        action="identity.seal_anew",
        subject="key:secret",
        details={"sealed": sealed},
        at=at,
    )
    return sealed


def _seal_anew(authenticator: Authenticator) -> bool:
    from allauth.mfa.utils import decrypt, encrypt  # noqa: PLC0415 - heavy

    held = {name: authenticator.data[name] for name in SEALED if name in authenticator.data}
    if held:
        authenticator.data |= {name: encrypt(decrypt(each)) for name, each in held.items()}
        authenticator.save(update_fields=["data"])
    return bool(held)
