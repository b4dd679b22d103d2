"""What people see of their own account."""

from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Count, Q, QuerySet

from nentang.foundation.identity.enums import MandateKind
from nentang.foundation.identity.models import Consent, Mandate, SignIn
from nentang.kernel.frozen import Frozen


class SecondFactors(Frozen):
    """Which ways of showing a second factor an account has."""

    one_time_code: bool
    passkeys: int
    recovery_codes: bool

    @property
    def any(self) -> bool:
        """Whether the account can reach level 2 in a session."""
        return self.one_time_code or self.passkeys > 0


def second_factors(account_id: int) -> SecondFactors:
    """The second factors of an account, in one query."""
    types = list(Authenticator.objects.filter(user_id=account_id).values_list("type", flat=True))
    return SecondFactors(
        one_time_code=Authenticator.Type.TOTP in types,
        passkeys=types.count(Authenticator.Type.WEBAUTHN),
        recovery_codes=Authenticator.Type.RECOVERY_CODES in types,
    )


def sign_ins(account_id: int, *, before_id: int | None = None, limit: int = 20) -> list[SignIn]:
    """The latest sign-ins, newest first; `before_id` pages on."""
    found = SignIn.objects.filter(account_id=account_id)
    if before_id:
        found = found.filter(pk__lt=before_id)
    return list(found.order_by("-pk")[:limit])


def failed_sign_ins(*, since: datetime, least: int) -> dict[int, int]:
    """How many wrong passwords and codes each account met since then; from `least` on."""
    rows = SignIn.objects.filter(at__gt=since, success=False).order_by().values("account")
    counted = rows.annotate(n=Count("id")).filter(n__gte=least)
    return dict(counted.values_list("account", "n"))


def consents(account_id: int) -> QuerySet[Consent]:
    """What the account shares with programs now."""
    return Consent.objects.filter(account_id=account_id, withdrawn_at=None).select_related("client")


class Principal(Frozen):
    """Somebody, or a body, for whom a person may act on a day; exactly one of the two is named."""

    mandate_id: int
    person_id: int | None
    organization_id: int | None
    name: str
    relation: str
    scope: str


def principals_of(person_id: int, on: date) -> list[Principal]:
    """For whom the person may act on that day, the latest mandate first, at most 50; one query."""
    held = (
        Mandate.objects.usable(on)
        .filter(agent_id=person_id)
        .exclude(kind=MandateKind.COUNTER)  # for one matter at a counter, not for a session
        .select_related("principal_person", "principal_organization")
        .order_by("-pk")[:50]
    )
    return [
        Principal(
            mandate_id=mandate.pk,
            person_id=mandate.principal_person_id,
            organization_id=mandate.principal_organization_id,
            name=_name(mandate),
            relation=mandate.get_kind_display(),
            scope=mandate.scope,
        )
        for mandate in held
    ]


def _name(mandate: Mandate) -> str:
    if mandate.principal_person:
        return mandate.principal_person.full_name
    return mandate.principal_organization.name if mandate.principal_organization else ""


def mandates_of(person_id: int) -> list[Mandate]:
    """Mandates not revoked, given or held by the person, newest first."""
    return list(
        Mandate.objects.filter(Q(agent_id=person_id) | Q(principal_person_id=person_id))
        .filter(revoked_at=None)
        .select_related("agent", "principal_person", "principal_organization")
        .order_by("-pk")
    )
