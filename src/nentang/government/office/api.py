"""JSON: the books of incoming and outgoing documents, for officers of the body."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public.api_auth import ApiAuth
from nentang.kernel import clock

from .actions import open_incoming, open_outgoing
from .permissions import bodies_of
from .queries import incoming_of, outgoing_of
from .schemas import IncomingOut, IncomingPage, OutgoingDetail, OutgoingOut, OutgoingPage

router = Router()

BIGGEST = 2**63 - 1
DocumentCode = Annotated[str, Path(pattern=r"^[0-9A-Z.\-]{1,40}$")]
Before = Annotated[int | None, Query(ge=1, le=BIGGEST)]
Limit = Annotated[int, Query(ge=1, le=100)]
Words = Annotated[str, Query(max_length=200)]
read = ApiAuth("roles")


@router.get(
    "/office/incoming", auth=read, response=IncomingPage, summary="Documents that came to my body"
)
def list_incoming(
    request: HttpRequest, q: Words = "", before: Before = None, limit: Limit = 20
) -> IncomingPage:
    """Newest first; `q` finds words without marks; `next` is the `before` of the next page."""
    bodies = bodies_of(_actor(request))
    found = incoming_of(bodies, words=q, before_id=before, limit=limit + 1)
    return IncomingPage(
        items=[IncomingOut.of(each) for each in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get(
    "/office/incoming/{code}", auth=read, response=IncomingOut, summary="One document that came"
)
def show_incoming(request: HttpRequest, code: DocumentCode) -> IncomingOut:
    """To officers of other bodies it does not exist; the look is written down."""
    return IncomingOut.of(open_incoming(code=code, actor=_actor(request), at=clock.now()))


@router.get("/office/outgoing", auth=read, response=OutgoingPage, summary="Documents of my body")
def list_outgoing(
    request: HttpRequest, q: Words = "", before: Before = None, limit: Limit = 20
) -> OutgoingPage:
    """Newest first, drafts included; `q` finds words without marks; `next` is the `before` of the next page."""
    bodies = bodies_of(_actor(request))
    found = outgoing_of(bodies, words=q, before_id=before, limit=limit + 1)
    return OutgoingPage(
        items=[OutgoingOut.of(each) for each in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get(
    "/office/outgoing/{code}", auth=read, response=OutgoingDetail, summary="One document of my body"
)
def show_outgoing(request: HttpRequest, code: DocumentCode) -> OutgoingDetail:
    """With its recipients. To officers of other bodies it does not exist; the look is written down."""
    document = open_outgoing(code=code, actor=_actor(request), at=clock.now())
    return OutgoingDetail.with_recipients(document)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ninja
    return actor
