"""Reads of data sharing for pages, actions, nodes and the JSON interface."""

from .catalogue import find_service, search_services, service_fields
from .network import (
    CountedBody,
    NetworkState,
    connected_bodies,
    members,
    network_state,
    systems_of,
    traffic_of,
)
from .requests import (
    find_grant,
    find_request,
    granted_call,
    grants_of,
    is_in_force,
    open_request_for,
    request_to_change,
    requests_of,
    state_of,
    traffic_sums,
)
from .snapshots import snapshot_content

__all__ = [
    "CountedBody",
    "NetworkState",
    "connected_bodies",
    "find_grant",
    "find_request",
    "find_service",
    "granted_call",
    "grants_of",
    "is_in_force",
    "members",
    "network_state",
    "open_request_for",
    "request_to_change",
    "requests_of",
    "search_services",
    "service_fields",
    "snapshot_content",
    "state_of",
    "systems_of",
    "traffic_of",
    "traffic_sums",
]
