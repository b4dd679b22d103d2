"""JSON: linked matters for their applicants."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public.api_auth import ApiAuth
from nentang.kernel import clock

from .permissions import check_is_applicant
from .queries import chains_of, find_chain
from .schemas import LinkedOut, LinkedPage

router = Router()
read = ApiAuth("dossiers:read")
ChainCode = Annotated[str, Path(pattern=r"^[0-9A-Z.\-]{1,40}$")]


@router.get("/linked", auth=read, response=LinkedPage, summary="My linked matters")
def list_linked(
    request: HttpRequest,
    before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> LinkedPage:
    """Newest first; `next` is the `before` of the next page."""
    person_id = _actor(request).subject_person_id or 0
    found = chains_of(person_id, before_id=before, limit=limit + 1)
    return LinkedPage(
        items=[LinkedOut.of(each, _today()) for each in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get("/linked/{code}", auth=read, response=LinkedOut, summary="One linked matter")
def show_linked(request: HttpRequest, code: ChainCode) -> LinkedOut:
    """Each of its procedures: who holds it, until when, what came of it."""
    chain = find_chain(code)
    check_is_applicant(_actor(request), chain)
    return LinkedOut.of(chain, _today())


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ApiAuth
    return actor


def _today() -> date:
    return clock.legal_day(clock.now())
