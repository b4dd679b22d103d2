"""Access tokens as our OpenID provider gives them."""

from datetime import datetime

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Client, Token

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.public import register_client

SCOPES = ("openid", "profile", "dossiers:read", "dossiers:write", "roles")


def make_token(
    *, account_id: int, at: datetime, scopes: tuple[str, ...] = SCOPES, value: str = ""
) -> str:
    """A token of level 2 with the scopes, for the person of the account."""
    known = register_client(
        name="Sổ việc",
        redirect_uris=["https://soviec.example.vn/ve"],
        scopes=SCOPES,
        actor=SYSTEM,
        at=at,
    )
    value = value or get_adapter().generate_client_secret()
    token = Token(
        type=Token.Type.ACCESS_TOKEN,
        client=Client.objects.get(pk=known.client_id),
        user_id=account_id,
    )
    token.set_value(value)
    token.set_scopes([*scopes, "acr:2"])
    token.save()
    return value


def bearer(*, account_id: int, at: datetime, scopes: tuple[str, ...] = SCOPES) -> dict[str, str]:
    """The header that carries such a token."""
    token = make_token(account_id=account_id, at=at, scopes=scopes)
    return {"Authorization": f"Bearer {token}"}
