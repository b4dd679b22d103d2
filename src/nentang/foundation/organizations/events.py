"""What happened to bodies; days as ISO text."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class OrganizationCreated:
    """A body begins."""

    name: ClassVar[str] = "organizations.organization_created"
    organization_id: int
    valid_from: str


@dataclass(frozen=True, slots=True)
class OrganizationEnded:
    """A body ends."""

    name: ClassVar[str] = "organizations.organization_ended"
    organization_id: int
    valid_to: str


@dataclass(frozen=True, slots=True)
class OrganizationSucceeded:
    """An ended body's tasks go to another."""

    name: ClassVar[str] = "organizations.organization_succeeded"
    organization_id: int
    successor_id: int
    effective_on: str
