"""Who holds which role in an organisation."""

from collections.abc import Collection

from nentang.agreements.actor import Actor
from nentang.foundation.identity.models import Account, Appointment, FactorReset


def appointments_in(
    organization_ids: Collection[int], *, before_id: int | None = None, limit: int = 50
) -> list[Appointment]:
    """Appointments of these organisations, newest first; `before_id` pages on."""
    found = Appointment.objects.filter(organization_id__in=organization_ids)
    if before_id:
        found = found.filter(pk__lt=before_id)
    return list(found.select_related("account__person").order_by("-pk")[:limit])


def account_named(username: str) -> Account | None:
    """The open account with that username."""
    return Account.objects.filter(username=username.strip().lower(), is_active=True).first()


def waiting_resets(actor: Actor) -> list[FactorReset]:
    """Requests to take off lost factors that wait in the actor's bodies, the first asked first."""
    rows = FactorReset.objects.filter(organization__in=actor.organizations(), decided_at=None)
    return list(rows.select_related("account__person", "asked_by__person").order_by("pk")[:50])


def account_of(name_or_number: str) -> Account | None:
    """The open account with that username, or of the person with that number."""
    text = name_or_number.strip().lower()
    open_ones = Account.objects.filter(is_active=True).select_related("person")
    return (
        open_ones.filter(username=text).first()
        or open_ones.filter(person__personal_number=text).first()
    )
