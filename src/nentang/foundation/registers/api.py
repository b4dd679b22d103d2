"""JSON: records for officers of the bodies that keep them."""

from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public.api_auth import ApiAuth
from nentang.kernel import clock

from .actions import open_record
from .permissions import check_may_read_any, keepers_for
from .queries import held, search_records
from .registry import register_named
from .schemas import RecordDetail, RecordPage

router = Router()
read = ApiAuth("registers:read")
Name = Annotated[str, Path(pattern=r"^[a-z_]{1,30}$")]
Code = Annotated[str, Path(pattern=r"^[0-9A-Za-z.\-]{1,40}$")]
BIGGEST = 2**63 - 1


@router.get("/registers/{name}", auth=read, response=RecordPage, summary="Find records")
def find_records(
    request: HttpRequest,
    name: Name,
    q: Annotated[str, Query(max_length=80)] = "",
    words: Annotated[str, Query(max_length=200)] = "",
    after: Annotated[int | None, Query(ge=1, le=BIGGEST)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> RecordPage:
    """By name or number; `next` gives `words` and `after` of the next page."""
    actor, kind = _actor(request), register_named(name)
    check_may_read_any(actor, kind)
    found = search_records(
        kind,
        q,
        keepers=keepers_for(actor, kind),
        after=(words, after) if after else None,
        limit=limit + 1,
    )
    return RecordPage.of(kind, found, limit)


@router.get("/registers/{name}/{code}", auth=read, response=RecordDetail, summary="One record")
def show_record(
    request: HttpRequest,
    name: Name,
    code: Code,
    purpose: Annotated[str, Query(min_length=3, max_length=200)],
    on: date | None = None,
    known_at: datetime | None = None,
) -> RecordDetail:
    """What is said of the record on a day, as known now or at an instant; the look is written down."""
    now = clock.now()
    kind = register_named(name)
    record = open_record(register=name, code=code, purpose=purpose, actor=_actor(request), at=now)
    versions = held(kind, record, on=on or clock.legal_day(now), known_at=known_at)
    return RecordDetail.of(kind, record, versions)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ninja
    return actor
