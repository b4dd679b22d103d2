"""Versions of datasets."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet

from nentang.measure.open_data.adapters.counts import editions_of
from nentang.measure.open_data.enums import Classification, ReleaseState
from nentang.measure.open_data.errors import ReleaseNotFound
from nentang.measure.open_data.models import Dataset, Release, ReleaseFile
from nentang.measure.open_data.rules.tables import Edition


def published_releases(dataset: Dataset, limit: int = 100) -> list[Release]:
    """Open to everybody, newest first; none of a dataset that is not open."""
    if dataset.classification != Classification.OPEN:
        return []
    return list(_published(dataset).order_by("-number").prefetch_related(_files())[:limit])


def current_release(dataset: Dataset) -> Release | None:
    """The newest that is open to everybody."""
    return next(iter(published_releases(dataset, limit=1)), None)


def find_release(dataset: Dataset, number: int) -> Release:
    """The version of that number, open to everybody; ReleaseNotFound."""
    if dataset.classification != Classification.OPEN:
        raise ReleaseNotFound
    found = _published(dataset).filter(number=number).prefetch_related(_files()).first()
    if found is None:
        raise ReleaseNotFound
    return found


def releases_of(dataset: Dataset, limit: int = 50) -> list[Release]:
    """All, newest first, for those who keep them."""
    return list(Release.objects.filter(dataset=dataset).order_by("-number")[:limit])


def release_to_decide(release_id: int) -> Release:
    """The version of that identifier with its dataset; ReleaseNotFound. Asks no permission."""
    found = Release.objects.select_related("dataset__owner", "follows").filter(pk=release_id)
    release = found.first()
    if release is None:
        raise ReleaseNotFound
    return release


def edition_history(dataset: Dataset) -> Sequence[Edition]:
    """What was counted and told in every published version, oldest first."""
    return editions_of(_published(dataset).order_by("number"))


def _published(dataset: Dataset) -> QuerySet[Release]:
    found = Release.objects.filter(dataset=dataset, state=ReleaseState.PUBLISHED)
    return found.select_related("dataset__owner")


def _files() -> Any:
    """Without what is in them."""
    return Prefetch("files", ReleaseFile.objects.defer("content").order_by("format"))
