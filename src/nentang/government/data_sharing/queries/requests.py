"""Reads of requests and grants."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import get_language

from nentang.foundation.casework.public import kind_named
from nentang.government.data_sharing.errors import GrantNotFound, RequestNotFound
from nentang.government.data_sharing.models import AccessRequest, Grant, Traffic
from nentang.government.data_sharing.registry import DATA_ACCESS
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

TONES = {"asked": "wait", "granted": "ok", "refused": "late", "withdrawn": "info"}


class ShownState(Frozen):
    """A state as pages show it: words in the reader's language and a tone."""

    name: str
    words: str
    tone: str


def requests() -> QuerySet[AccessRequest]:
    """Requests with what every page needs, in one query."""
    return AccessRequest.objects.select_related(
        "case__holder",
        "client__member__organization",
        "service__subsystem__member__organization",
    )


def find_request(code: str) -> AccessRequest:
    """The request of that code; RequestNotFound. Asks no permission."""
    try:
        return requests().get(code=code)
    except AccessRequest.DoesNotExist:
        raise RequestNotFound from None


def request_to_change(code: str) -> AccessRequest:
    """The same, for a step that writes; the case's version holds two writers apart."""
    return find_request(code)


def open_request_for(client_id: int, service_id: int, purpose: str) -> AccessRequest | None:
    """The one that is still open for the same, if any."""
    found = requests().filter(client=client_id, service=service_id, purpose=purpose, outcome="")
    return found.first()


def requests_of(
    organization_ids: Collection[int], *, before_id: int | None = None, limit: int = 20
) -> list[AccessRequest]:
    """What those bodies asked for or are asked for, newest first, a page by key."""
    theirs = Q(client__member__organization__in=organization_ids) | Q(
        service__subsystem__member__organization__in=organization_ids
    )
    found = requests().filter(theirs).order_by("-id")
    return list(found.filter(id__lt=before_id)[:limit] if before_id else found[:limit])


def state_of(request: AccessRequest) -> ShownState:
    """Where the request stands, in words."""
    state = kind_named(DATA_ACCESS).states[request.case.state]
    return ShownState(
        state.name, state.title(get_language() or "vi"), TONES.get(state.name, "info")
    )


def grants() -> QuerySet[Grant]:
    """Grants with what every page needs, in one query."""
    return Grant.objects.select_related(
        "client__member__organization",
        "service__subsystem__member__organization",
        "request",
    )


def find_grant(code: str) -> Grant:
    """The grant of that code; GrantNotFound. Asks no permission."""
    try:
        return grants().get(code=code)
    except Grant.DoesNotExist:
        raise GrantNotFound from None


def grants_of(
    organization_ids: Collection[int], *, before_id: int | None = None, limit: int = 50
) -> list[Grant]:
    """What those bodies may have, and what others may have of them, newest first, a page by key."""
    theirs = Q(client__member__organization__in=organization_ids) | Q(
        service__subsystem__member__organization__in=organization_ids
    )
    found = grants().filter(theirs).order_by("-id")
    return list(found.filter(id__lt=before_id)[:limit] if before_id else found[:limit])


def is_in_force(grant: Grant, at: datetime) -> bool:
    """Whether calls pass under it now."""
    day: date = legal_day(at)
    return grant.ended_at is None and grant.valid_from <= day < grant.valid_to


def granted_call(code: str, at: datetime) -> Grant | None:
    """The grant of that code, where it is in force and its service is still offered."""
    found = grants().filter(code=code, service__ended_at=None).first()
    return found if found and is_in_force(found, at) else None


def traffic_sums(found: Collection[Grant]) -> dict[tuple[str, str], int]:
    """Calls so far by client and service; one query."""
    rows = (
        Traffic.objects.filter(
            client__in={each.client.address for each in found},
            service__in={each.service.address for each in found},
        )
        .values("client", "service")
        .annotate(sum=Sum("calls"))
    )
    return {(row["client"], row["service"]): row["sum"] for row in rows}
