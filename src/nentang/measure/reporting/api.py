"""JSON: the reports of the officer's bodies, and filing them by a program."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Header, Path, Query, Router, Status

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public.api_auth import ApiAuth
from nentang.kernel import clock

from . import actions
from .errors import NotYourReport
from .permissions import check_can_see, fills_for
from .queries import find_report, is_filed, reports_of
from .schemas import BIGGEST, FilingIn, ReportDetail, ReportOut, ReportPage, VersionOut

router = Router()

ReportCode = Annotated[str, Path(pattern=r"^[0-9A-Z.\-]{1,40}$")]
Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[0-9A-Za-z\-]{8,48}$",
        description="New for each version that is filed",
    ),
]
read, write = ApiAuth("roles", "reports:read"), ApiAuth("roles", "reports:write")


@router.get("/reports", auth=read, response=ReportPage, summary="Reports of my bodies")
def list_reports(
    request: HttpRequest,
    before: Annotated[int | None, Query(ge=1, le=BIGGEST)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> ReportPage:
    """Newest first; `next` is the `before` of the next page. For officers who fill in or sign."""
    bodies = fills_for(_actor(request))
    if not bodies:
        raise NotYourReport
    found = reports_of(bodies, before_id=before, limit=limit + 1)
    return ReportPage(
        items=[ReportOut.of(each) for each in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get("/reports/{code}", auth=read, response=ReportDetail, summary="One report, its form")
def show_report(request: HttpRequest, code: ReportCode) -> ReportDetail:
    """The cells to be filled in, what is known of them already, and where the report stands."""
    report = find_report(code)
    check_can_see(_actor(request), report)
    return ReportDetail.with_form(report)


@router.post(
    "/reports/{code}/versions",
    auth=write,
    response={200: VersionOut, 201: VersionOut},
    summary="File a report, signed by whoever asks",
)
def file_version(
    request: HttpRequest, code: ReportCode, entered: FilingIn, key: Key
) -> Status[VersionOut]:
    """The new version (201), with the body above, or the one that the same key and content filed before (200).

    Whoever asks signs for the body, so they hold that role there. Every cell that is no formula has a value.
    """
    typed = {name: format(value, "f").replace(".", ",") for name, value in entered.values.items()}
    is_known = is_filed(code, key)
    version = actions.file_report(
        code=code,
        typed=typed,
        remarks=entered.remarks,
        key=key,
        actor=_actor(request),
        at=clock.now(),
    )
    return Status(200 if is_known else 201, VersionOut.of(version, code))


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ninja
    return actor
