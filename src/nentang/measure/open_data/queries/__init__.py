"""Reads of open data."""

from .columns import columns_of, pinned_cells, populations, source_words
from .datasets import (
    Listed,
    dataset_named,
    datasets,
    declaration_of,
    declarations,
    not_taken_on,
    overdue,
    search_datasets,
)
from .releases import (
    current_release,
    edition_history,
    find_release,
    published_releases,
    release_to_decide,
    releases_of,
)
from .requests import answered_requests, find_request, open_requests_of, requests_of
from .services import confirmed_services, find_service, waiting_services

__all__ = [
    "Listed",
    "answered_requests",
    "columns_of",
    "confirmed_services",
    "current_release",
    "dataset_named",
    "datasets",
    "declaration_of",
    "declarations",
    "edition_history",
    "find_release",
    "find_request",
    "find_service",
    "not_taken_on",
    "open_requests_of",
    "overdue",
    "pinned_cells",
    "populations",
    "published_releases",
    "release_to_decide",
    "releases_of",
    "requests_of",
    "search_datasets",
    "source_words",
    "waiting_services",
]
