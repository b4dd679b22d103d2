"""What programs learn about a person through OpenID Connect."""
# mypy: allow-subclassing-any

from collections.abc import Iterable
from typing import Any, Literal

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import Client, PrivateKey

from nentang.foundation.identity.models import Account, Person
from nentang.foundation.identity.rules import LEVEL_TWO, acr_of, is_adult
from nentang.kernel import clock

from .scopes import SCOPES
from .sealing import account_behind, pairwise_subject
from .signing_key import signing_key_pem


class OpenIdAdapter(DefaultOIDCAdapter):
    """Pairwise subjects, claims by scope, the level reached as `acr`."""

    scope_display = SCOPES

    def get_user_sub(self, client: Client, user: Account) -> str:
        """What this client calls the account; no other client can link it."""
        return pairwise_subject(user.pk, client.id)

    def get_user_by_sub(self, client: Client, sub: str) -> Account | None:
        """The open account behind a subject."""
        account_id = account_behind(sub, client.id)
        if account_id is None:
            return None
        return Account.objects.filter(pk=account_id, is_active=True).first()

    def get_claims(
        self,
        purpose: Literal["id_token", "userinfo"],
        user: Account,
        client: Client,
        scopes: Iterable[str],
        email: str | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """The subject, the level, and of the person what the scopes name."""
        granted = set(scopes)
        known = _about(user.person, granted) if user.person else {"name": user.username}
        return {
            "sub": self.get_user_sub(client, user),
            "acr": acr_of(granted),
            **{claim: value for claim, value in known.items() if value not in ("", None)},
        }

    def list_private_keys(self, **state: Literal[True] | None) -> list[PrivateKey]:
        """The installation's one key, once it was made."""
        pem = signing_key_pem()
        return [PrivateKey(pem=pem)] if pem else []

    def populate_server_metadata(self, data: dict[str, Any]) -> None:
        """Say what holds here: code with PKCE only, pairwise subjects, two levels."""
        data.pop("device_authorization_endpoint", None)
        data.update(
            scopes_supported=list(SCOPES),
            claims_supported=[
                *("sub", "acr", "name", "birthdate", "gender", "age_over_18"),
                *("email", "phone_number", "personal_number"),
            ],
            acr_values_supported=["1", "2"],
            subject_types_supported=["pairwise"],
            response_types_supported=["code"],
            grant_types_supported=["authorization_code", "refresh_token", "client_credentials"],
            prompt_values_supported=["none", "login", "consent"],
        )


def _about(person: Person, scopes: set[str]) -> dict[str, Any]:
    claims: dict[str, Any] = {}
    if "profile" in scopes:
        birth = person.birth_on.isoformat() if person.birth_on else f"{person.birth_year:04}"
        claims |= {"name": person.full_name, "birthdate": birth, "gender": person.sex}
    if "age_over_18" in scopes:
        today = clock.legal_day(clock.now())
        claims["age_over_18"] = is_adult(person.birth_on, person.birth_year, today)
    if "email" in scopes and person.email:
        claims |= {"email": person.email, "email_verified": False}
    if "phone" in scopes and person.phone:
        claims |= {"phone_number": person.phone, "phone_number_verified": False}
    if {"personal_number", LEVEL_TWO} <= scopes:
        claims["personal_number"] = person.personal_number
    return claims
