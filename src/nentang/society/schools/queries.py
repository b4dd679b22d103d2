"""Reads of the lists. None asks permission: actions do."""

from datetime import date

from django.db.models import Count, Q

from nentang.foundation.identity.public import Account

from .models import ListedChild
from .registry import SCHOOLING


def children_of(
    organization_id: int, *, birth_year: int, after_id: int = 0, limit: int = 50
) -> list[ListedChild]:
    """Children of that year on the body's list, in the order in which they came to it, a page by key."""
    rows = ListedChild.objects.filter(
        organization=organization_id, birth_year=birth_year, left_at=None, pk__gt=after_id
    )
    return list(rows.select_related("person").order_by("pk")[:limit])


def counts_of(organization_id: int) -> dict[int, int]:
    """How many children of each year of birth are on the body's list, the eldest first."""
    rows = ListedChild.objects.filter(organization=organization_id, left_at=None)
    return dict(rows.values_list("birth_year").annotate(n=Count("id")).order_by("birth_year"))


def minders(organization_id: int, on: date) -> list[int]:
    """People who mind schooling at that body on that day."""
    accounts = Account.objects.filter(
        Q(appointments__valid_to=None) | Q(appointments__valid_to__gt=on),
        appointments__role=SCHOOLING,
        appointments__organization=organization_id,
        appointments__valid_from__lte=on,
        is_active=True,
        person__isnull=False,
    )
    return list(accounts.values_list("person_id", flat=True).distinct())
