"""JSON: the catalogue of shared services and the state of the network, open to everyone."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.kernel import clock

from .queries import find_service, network_state, search_services
from .schemas import NetworkOut, ServiceDetail, ServiceOut, ServicePage

router = Router()
BIGGEST = 2**63 - 1


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
    "/exchange-network", response=NetworkOut, summary="The data exchange network in numbers"
)
def show_network(request: HttpRequest) -> NetworkOut:
    """Members, nodes, services, grants in force, calls."""
    state = network_state(at=clock.now())
    return NetworkOut(**{name: getattr(state, name) for name in NetworkOut.model_fields})
