"""Let a program sign people in through us."""

from collections.abc import Sequence
from datetime import datetime

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Client
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.adapters.scopes import SCOPES
from nentang.foundation.identity.errors import ClientAmiss
from nentang.foundation.identity.permissions import check_is_platform
from nentang.foundation.identity.rules import LEVEL_TWO
from nentang.kernel.frozen import Frozen

from .ensure_signing_key import ensure_signing_key


class RegisteredClient(Frozen):
    """What the program's keeper must write down; the secret is kept here only as a hash."""

    client_id: str
    secret: str | None


@transaction.atomic
def register_client(
    *,
    name: str,
    redirect_uris: Sequence[str],
    scopes: Sequence[str] = ("openid", "profile"),
    confidential: bool = True,
    owner_account_id: int | None = None,
    actor: Actor,
    at: datetime,
) -> RegisteredClient:
    """The client; with an owner account it may also act for itself (client credentials).

    ClientAmiss for unknown scopes or an address that is neither https nor on this machine.
    """
    check_is_platform(actor)
    _check(redirect_uris, scopes)
    secret = get_adapter().generate_client_secret() if confidential else None
    client = Client(
        name=name,
        type=Client.Type.CONFIDENTIAL if confidential else Client.Type.PUBLIC,
        owner_id=owner_account_id,
    )
    client.set_secret(secret or get_adapter().generate_client_secret())
    client.set_redirect_uris(list(redirect_uris))
    client.set_scopes([*scopes, LEVEL_TWO])
    client.set_default_scopes(["openid"])
    client.set_grant_types(_grants(owner_account_id if confidential else None))
    client.save()
    ensure_signing_key(actor=actor, at=at)
    record(actor=actor, action="identity.register_client", subject=f"client:{client.id}", at=at)
    return RegisteredClient(client.id, secret)


def _grants(owner_account_id: int | None) -> list[str]:
    grants = ["authorization_code", "refresh_token"]
    return [*grants, "client_credentials"] if owner_account_id else grants


def _check(redirect_uris: Sequence[str], scopes: Sequence[str]) -> None:
    local = ("http://127.0.0.1:", "http://localhost:")
    if not all(uri.startswith(("https://", *local)) for uri in redirect_uris):
        raise ClientAmiss
    if "openid" not in scopes or not set(scopes) <= set(SCOPES):
        raise ClientAmiss
