"""Register a service that was built on a dataset."""

from datetime import datetime
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.kernel.errors import NotAllowed
from nentang.measure.open_data.errors import AddressUnfit, LooksPersonal, ServiceKnown
from nentang.measure.open_data.models import DataService
from nentang.measure.open_data.queries import dataset_named
from nentang.measure.open_data.rules.personal import looks_personal

LONGEST_NAME, LONGEST_URL, LONGEST_SUMMARY = 120, 300, 500


def register_service(
    *, code: str, title: str, maker: str, url: str, summary: str, actor: Actor, at: datetime
) -> DataService:
    """The service, shown to everybody once the owner of the dataset has confirmed it.

    Raises NotAllowed, DatasetNotFound, AddressUnfit, LooksPersonal, ServiceKnown.
    """
    if actor.person_id is None:
        raise NotAllowed
    dataset = dataset_named(code)
    said = [each.strip() for each in (title, maker, summary)]
    if not all(said) or not _is_web_address(url.strip()):
        raise AddressUnfit
    if any(looks_personal(each) for each in said):
        raise LooksPersonal
    try:
        with transaction.atomic():
            service = DataService.objects.create(
                dataset=dataset,
                title=said[0][:LONGEST_NAME],
                maker=said[1][:LONGEST_NAME],
                url=url.strip(),
                summary=said[2][:LONGEST_SUMMARY],
                registered_by_id=actor.person_id,
                registered_at=at,
            )
            record(
                actor=actor,
                action="open_data.register_service",
                subject=f"data_service:{service.pk}",
                organization_id=dataset.owner_id,
                person_id=actor.person_id,
                at=at,
            )
    except IntegrityError:
        raise ServiceKnown from None
    return service


def _is_web_address(url: str) -> bool:
    """Whether it is https, names a host, and nobody signs in by it."""
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname and "." in parts.hostname)
    except ValueError:
        return False
    is_plain = url.isascii() and url.isprintable() and not set(url) & set(" <>\"'\\")
    return (
        parts.scheme == "https"
        and named
        and "@" not in parts.netloc
        and is_plain
        and len(url) <= LONGEST_URL
    )
