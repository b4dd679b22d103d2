"""JSON: the catalogue of shared services and the state of the network, open to everyone."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.foundation.registers.public import RECORDS
from nentang.kernel import clock

from .actions import Brought, answer_for_register
from .node import statements as say
from .queries import find_service, network_state, search_services
from .schemas import NetworkOut, RegisterAnswer, ServiceDetail, ServiceOut, ServicePage

router = Router()
BIGGEST = 2**63 - 1
Part = Annotated[str, Path(pattern=r"^[0-9A-Za-z.\-]{1,40}$")]


@router.get("/shared-services", response=ServicePage, summary="Services that bodies share")
def list_services(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=100)] = "",
    after: Annotated[int, Query(ge=0, le=BIGGEST)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> ServicePage:
    """Found by words without marks; `next` is the `after` of the next page."""
    found = search_services(q, after_id=after, limit=limit + 1)
    return ServicePage(
        items=[ServiceOut.of(each) for each in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get("/shared-services/{service_id}", response=ServiceDetail, summary="One shared service")
def show_service(
    request: HttpRequest, service_id: Annotated[int, Path(ge=1, le=BIGGEST)]
) -> ServiceDetail:
    """With its OpenAPI."""
    service = find_service(service_id)
    return ServiceDetail.of(service, openapi=service.openapi)


@router.get(
    "/register-answers/{member}/{system}/{service}",
    response=RegisterAnswer,
    summary="What a register answers to a call that its body's node brings",
)
def answer_as_register(
    request: HttpRequest, member: Part, system: Part, service: Part
) -> dict[str, Any]:
    """For the node alone, which shows its token and the grant; one record, or none where anything does not fit."""
    brought = Brought(
        service=f"{member}/{system}/{service}",
        token=request.headers.get("Authorization", "").removeprefix("Bearer "),
        client=request.headers.get(say.CLIENT, ""),
        purpose=request.headers.get(say.PURPOSE, ""),
        grant=request.headers.get(say.GRANT, ""),
        said=dict(request.GET.lists()),
    )
    return {RECORDS: answer_for_register(brought=brought, at=clock.now())}


@router.get(
    "/exchange-network", response=NetworkOut, summary="The data exchange network in numbers"
)
def show_network(request: HttpRequest) -> NetworkOut:
    """Members, nodes, services, grants in force, calls."""
    state = network_state(at=clock.now())
    return NetworkOut(**{name: getattr(state, name) for name in NetworkOut.model_fields})
