"""Requests for data."""

from nentang.measure.open_data.errors import RequestNotFound
from nentang.measure.open_data.models import DataRequest


def find_request(code: str) -> DataRequest:
    """The request of that code; RequestNotFound. Asks no permission."""
    try:
        return DataRequest.objects.select_related("case__holder", "dataset").get(code=code)
    except DataRequest.DoesNotExist:
        raise RequestNotFound from None


def answered_requests(before_id: int | None = None, limit: int = 20) -> list[DataRequest]:
    """What everybody may read: answered ones, newest first, a page by key."""
    found = DataRequest.objects.filter(answered_at__isnull=False).order_by("-id")
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found.select_related("case__holder", "dataset")[:limit])


def requests_of(person_id: int, limit: int = 20) -> list[DataRequest]:
    """A person's own, newest first."""
    found = DataRequest.objects.filter(requester=person_id).order_by("-id")
    return list(found.select_related("case__holder", "dataset")[:limit])


def open_requests_of(person_id: int) -> int:
    """How many of a person wait."""
    return DataRequest.objects.filter(requester=person_id, outcome="").count()
