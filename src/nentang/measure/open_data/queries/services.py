"""Services built on the data."""

from collections.abc import Collection

from nentang.measure.open_data.enums import ServiceState
from nentang.measure.open_data.errors import ServiceNotFound
from nentang.measure.open_data.models import DataService, Dataset


def confirmed_services(
    dataset: Dataset | None = None, before_id: int | None = None, limit: int = 20
) -> list[DataService]:
    """Those that offices confirmed, newest first, a page by key."""
    found = DataService.objects.filter(state=ServiceState.CONFIRMED).order_by("-id")
    if dataset is not None:
        found = found.filter(dataset=dataset)
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found.select_related("dataset__owner")[:limit])


def waiting_services(owners: Collection[int], limit: int = 50) -> list[DataService]:
    """Those that wait for the bodies, oldest first."""
    found = DataService.objects.filter(state=ServiceState.PROPOSED, dataset__owner__in=owners)
    return list(found.select_related("dataset__owner").order_by("id")[:limit])


def find_service(service_id: int) -> DataService:
    """The service of that number with its dataset; ServiceNotFound. Asks no permission."""
    try:
        return DataService.objects.select_related("dataset__owner").get(pk=service_id)
    except DataService.DoesNotExist:
        raise ServiceNotFound from None
