"""JSON: complaints for whoever made them."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public.api_auth import ApiAuth

from .errors import ComplaintNotFound
from .permissions import check_is_complainant, may_list
from .queries import complaints_of, find_complaint
from .schemas import ComplaintDetail, ComplaintOut, ComplaintPage

router = Router()

BIGGEST = 2**63 - 1
ComplaintCode = Annotated[str, Path(pattern=r"^[0-9A-Z.\-]{1,40}$")]
read = ApiAuth("dossiers:read")


@router.get("/complaints", auth=read, response=ComplaintPage, summary="My complaints")
def list_complaints(
    request: HttpRequest,
    before: Annotated[int | None, Query(ge=1, le=BIGGEST)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> ComplaintPage:
    """Newest first; `next` is the `before` of the next page."""
    actor = _actor(request)
    if not may_list(actor):
        raise ComplaintNotFound
    found = complaints_of(
        person_id=actor.subject_person_id,
        company_id=actor.principal_organization_id,
        before_id=before,
        limit=limit + 1,
    )
    return ComplaintPage(
        items=[ComplaintOut.of(each) for each in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get("/complaints/{code}", auth=read, response=ComplaintDetail, summary="One complaint")
def show_complaint(request: HttpRequest, code: ComplaintCode) -> ComplaintDetail:
    """The complaint with its line in time; to everybody else it does not exist."""
    complaint = find_complaint(code)
    check_is_complainant(_actor(request), complaint)
    return ComplaintDetail.with_history(complaint)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ninja
    return actor
