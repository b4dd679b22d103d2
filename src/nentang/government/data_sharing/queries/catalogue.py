"""Reads of the catalogue of services."""

from collections.abc import Collection

from django.db.models import QuerySet

from nentang.government.data_sharing.errors import ServiceNotFound
from nentang.government.data_sharing.models import SharedService
from nentang.government.data_sharing.rules.wishes import Field
from nentang.kernel.text import fold


def services() -> QuerySet[SharedService]:
    """Services that are offered, with what every page needs, in one query."""
    found = SharedService.objects.filter(ended_at=None)
    return found.select_related("subsystem__member__organization")


def search_services(words: str = "", *, after_id: int = 0, limit: int = 20) -> list[SharedService]:
    """Services whose title, description, fields, provider or address hold all the words, a page by key."""
    found = services().filter(pk__gt=after_id)
    for word in fold(words).split()[:8]:
        found = found.filter(folded__contains=word)
    return list(found.order_by("pk")[:limit])


def find_service(service_id: int) -> SharedService:
    """The service that is offered; ServiceNotFound."""
    try:
        return services().get(pk=service_id)
    except SharedService.DoesNotExist:
        raise ServiceNotFound from None


def service_fields(service: SharedService, only: Collection[str] = ()) -> list[Field]:
    """Its fields, or those of them, in the order of the description."""
    found = [Field(each["path"], each["title"], each["personal"]) for each in service.fields]
    return [each for each in found if not only or each.path in only]
