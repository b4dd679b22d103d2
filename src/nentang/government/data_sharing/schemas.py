"""What the JSON interface says of shared services."""

from typing import Any, Self

from ninja import Schema

from .models import SharedService
from .queries import service_fields


class FieldOut(Schema):
    """A field of an answer; `personal` where it is about a person."""

    path: str
    title: str
    personal: bool


class ServiceOut(Schema):
    """A service of the catalogue. `address` follows `/r1/` in a call."""

    id: int
    address: str
    title: str
    description: str
    provider: str
    provider_code: str
    sharing: str
    methods: list[str]
    fields: list[FieldOut]

    @classmethod
    def of(cls, service: SharedService, /, **more: Any) -> Self:
        """The service with its provider and fields."""
        member = service.subsystem.member
        return cls(
            id=service.pk,
            address=service.address,
            title=service.title,
            description=service.description,
            provider=member.organization.name,
            provider_code=member.code,
            sharing=service.sharing,
            methods=service.methods,
            fields=[
                FieldOut(path=each.path, title=each.title, personal=each.personal)
                for each in service_fields(service)
            ],
            **more,
        )


class ServiceDetail(ServiceOut):
    """A service with its OpenAPI."""

    openapi: dict[str, Any]


class ServicePage(Schema):
    """Services, and the `after` of the next page."""

    items: list[ServiceOut]
    next: int | None


class NetworkOut(Schema):
    """The network in numbers; calls are those of the last thirty days."""

    members: int
    with_node: int
    bodies: int
    services: int
    grants: int
    calls: int
    refused: int
    mean_millis: int


class RegisterAnswer(Schema):
    """One record with the fields that were granted, or none."""

    records: list[dict[str, Any]]
