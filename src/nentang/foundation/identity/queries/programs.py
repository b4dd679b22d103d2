"""Programs that speak for a person through OpenID Connect."""

from collections.abc import Collection
from datetime import datetime

from allauth.idp.oidc.models import Token
from msgspec.structs import replace

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.identity.models import Consent
from nentang.foundation.identity.rules import acr_of

from .actors import actor_for_account


def covering_consent(account_id: int, client_id: str, scopes: Collection[str]) -> bool:
    """Whether the account already agreed to share all of that with the client."""
    given = Consent.objects.filter(account_id=account_id, client_id=client_id, withdrawn_at=None)
    return any(set(scopes) <= set(consent.scopes) for consent in given)


def actor_for_token(value: str, at: datetime) -> Actor | None:
    """Who acts with an access token: a person within its scopes, or a program for itself.

    Roles come along only with the scope `roles`, the level only as far as the grant reached it.
    None for a token that is unknown, expired or of a closed account.
    """
    token = Token.objects.select_related("client").lookup(Token.Type.ACCESS_TOKEN, value)
    if token is None or token.client is None:
        return None
    scopes = frozenset(token.get_scopes())
    if token.user_id is None:
        return Actor(
            kind=ActorKind.PROGRAM,
            account_id=token.client.owner_id,
            name=token.client.name,
            scopes=scopes,
        )
    actor = actor_for_account(token.user_id, at, assurance=int(acr_of(scopes)))
    roles = actor.roles if "roles" in scopes else ()
    kind = actor.kind if roles or actor.kind is not ActorKind.OFFICER else ActorKind.PERSON
    return replace(actor, scopes=scopes, roles=roles, kind=kind)
