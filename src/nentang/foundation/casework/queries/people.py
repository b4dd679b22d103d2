"""Who works in a body, for assigning and for warning."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from nentang.foundation.casework.enums import HEADS
from nentang.foundation.identity.public import Account


def colleagues(organization_ids: Collection[int], *, on: date) -> list[Account]:
    """Accounts with a role in one of the bodies on that day, at most 200; one query."""
    found = working_in(organization_ids, on).select_related("person")
    return list(found.order_by("person__full_name", "pk")[:200])


def heads(organization_id: int, *, on: date) -> list[int]:
    """Persons who answer for the work of the body on that day."""
    found = working_in([organization_id], on, *HEADS).order_by("pk")
    return [person for person in found.values_list("person_id", flat=True) if person]


def able_by_role(
    organization_ids: Collection[int], *, on: date
) -> Mapping[int, Mapping[str, set[int]]]:
    """Accounts at work on that day, by body and role; one query."""
    able: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = working_in(organization_ids, on).values_list(
        "appointments__organization_id", "appointments__role", "pk"
    )
    for organization_id, role, account_id in rows:
        able[organization_id][role].add(account_id)
    return able


def working_in(
    organization_ids: Collection[int], on: date, *roles: str
) -> QuerySet[Account, Account]:
    """Accounts with one of the roles (any, if none is named) in one of the bodies on that day."""
    in_force = Q(appointments__valid_to=None) | Q(appointments__valid_to__gt=on)
    named = Q(appointments__role__in=roles) if roles else Q()
    return Account.objects.filter(
        in_force & named,
        appointments__organization__in=organization_ids,
        appointments__valid_from__lte=on,
        is_active=True,
    ).distinct()
