"""JSON: the catalogue for everyone, dossiers for their applicants and for the offices that hold them."""

from datetime import date
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Header, Path, Query, Router, Status
from pydantic import BeforeValidator

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import Position
from nentang.foundation.documents.public import ACCEPTED, FileTypeRefused, StoredFile
from nentang.foundation.forms.public import clean, json_schema
from nentang.foundation.identity.public import client_address
from nentang.foundation.identity.public.api_auth import ApiAuth
from nentang.government.catalogue.public import bundle_on, search
from nentang.kernel import clock

from . import actions
from .enums import Channel
from .errors import KeyUsedDifferently, NotYourDesk, NotYourDossier
from .models import Dossier, Upload
from .permissions import check_lists_dossiers
from .queries import (
    bundle_of,
    changes_at,
    dossier_of_key,
    dossiers_of,
    find_dossier,
    tracked_dossier,
)
from .schemas import (
    BIGGEST,
    ChangeOut,
    ChangePage,
    DossierDetail,
    DossierIn,
    DossierOut,
    DossierPage,
    FileOut,
    ProcedureDetail,
    ProcedureOut,
    ProcedurePage,
    SupplementIn,
    TrackedOut,
    TrackingIn,
    WithdrawalIn,
)

router = Router()

Day = Annotated[
    Annotated[date, BeforeValidator(date.fromisoformat)] | None,
    Query(description="A legal day; today where none is given"),
]
Limit = Annotated[int, Query(ge=1, le=100)]
ProcedureCode = Annotated[str, Path(pattern=r"^[0-9.]{1,40}$")]
DossierCode = Annotated[str, Path(pattern=r"^[0-9A-Z.\-]{1,40}$")]
Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[0-9A-Za-z\-]{8,48}$",
        description="New for each thing that is sent",
    ),
]
FileName = Annotated[str, Query(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
read = ApiAuth("dossiers:read")
write = ApiAuth("dossiers:write")


@router.get("/procedures", response=ProcedurePage, summary="Find procedures in plain words")
def list_procedures(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=100)] = "",
    life_event: Annotated[str, Query(max_length=40)] = "",
    on: Day = None,
    after: Annotated[str, Query(max_length=40)] = "",
    limit: Limit = 20,
) -> ProcedurePage:
    """Procedures of a day, best first; the next page begins after the last one's code."""
    found = [b for b in search(q, _day(on)) if life_event in ("", b.procedure.life_event)]
    codes = [each.code for each in found]
    begin = codes.index(after) + 1 if after in codes else 0
    page = found[begin : begin + limit]
    return ProcedurePage(
        items=[ProcedureOut.of(each.rule) for each in page],
        next=page[-1].code if begin + limit < len(found) else None,
    )


@router.get("/procedures/{code}", response=ProcedureDetail, summary="One procedure on a day")
def show_procedure(request: HttpRequest, code: ProcedureCode, on: Day = None) -> ProcedureDetail:
    """What it needs, costs and takes, and the law behind it."""
    bundle = bundle_on(code, _day(on))
    return ProcedureDetail.with_fees(bundle.rule, bundle.fees)


@router.get("/procedures/{code}/form", response=dict[str, Any], summary="The form of a procedure")
def show_form(request: HttpRequest, code: ProcedureCode, on: Day = None) -> dict[str, Any]:
    """The answers to send with a dossier, as JSON Schema 2020-12."""
    return json_schema(bundle_on(code, _day(on)).form)


@router.post(
    "/dossiers",
    auth=write,
    response={200: DossierOut, 201: DossierOut},
    summary="Submit a dossier online",
)
def submit(request: HttpRequest, entered: DossierIn, key: Key) -> Status[DossierOut]:
    """The new dossier (201), or the one that the same key and content made before (200).

    Papers are named in the answers by the `id` of files uploaded before.
    """
    actor = _actor(request)
    own_key = f"api:{actor.account_id}:{key}"
    if before := dossier_of_key(own_key):
        return Status(200, DossierOut.of(_same(before, entered, actor)))
    now = clock.now()
    made = actions.submit_dossier(
        procedure=entered.procedure,
        organization_id=entered.organization_id,
        applicant_person_id=_person(actor),
        channel=Channel.ONLINE,
        answers=entered.answers,
        actor=actor,
        at=now,
        idempotency_key=own_key,
    )
    return Status(201, DossierOut.of(_same(find_dossier(made.code), entered, actor)))


@router.post(
    "/files",
    auth=write,
    response={200: FileOut, 201: FileOut},
    summary="Upload a file for a dossier",
    openapi_extra={"requestBody": {"required": True, "content": {each: {} for each in ACCEPTED}}},
)
def upload(request: HttpRequest, filename: FileName, key: Key) -> Status[StoredFile]:
    """The file as kept (201), or as the same key and content kept it before (200).

    The body is the file itself. What it is, its content says, and the ending of its name agrees.
    Name its `id` in the answers of a dossier or in a supplement; a file belongs to one dossier only.
    """
    if request.content_type not in ACCEPTED:
        raise FileTypeRefused
    actor = _actor(request)
    own_key = f"api:{actor.account_id}:{key}"
    is_known = Upload.objects.filter(key=own_key).exists()
    kept = actions.upload_file(
        content=request.read(settings.DOCUMENTS_MAX_BYTES + 1),
        filename=filename,
        key=own_key,
        actor=actor,
        at=clock.now(),
    )
    return Status(200 if is_known else 201, kept.file)


@router.get("/dossiers", auth=read, response=DossierPage, summary="My dossiers")
def list_dossiers(
    request: HttpRequest,
    before: Annotated[int | None, Query(ge=1, le=BIGGEST)] = None,
    limit: Limit = 20,
) -> DossierPage:
    """Newest first; `next` is the `before` of the next page."""
    found = dossiers_of(person_id=_person(_actor(request)), before_id=before, limit=limit + 1)
    return DossierPage(
        items=[DossierOut.of(dossier) for dossier in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get("/dossiers/changes", auth=read, response=ChangePage, summary="What moved at my office")
def list_changes(
    request: HttpRequest,
    after: Annotated[str, Query(pattern=r"^-?[0-9]{1,18}\.[0-9]{1,18}$")] = "-1.0",
    limit: Limit = 100,
) -> ChangePage:
    """Steps of the dossiers that the officer's bodies received or hold. A token needs `roles` too.

    Ask again with `next` as `after`: every step of such a dossier comes once, also one that was
    begun earlier and committed later, for nothing is given out before all that could still come
    before it is settled. A body to which a dossier is forwarded reads its steps from then on; after
    a backup was restored elsewhere begin again without `after`.
    """
    bodies = _actor(request).organizations()
    if not bodies:
        raise NotYourDesk
    txid, _dot, number = after.partition(".")
    found = changes_at(bodies, after=Position(int(txid), int(number)), limit=limit)
    return ChangePage(
        items=[ChangeOut.of(*change) for change in found],
        next=f"{found[-1][1].txid}.{found[-1][1].pk}" if found else after,
    )


@router.get("/dossiers/{code}", auth=read, response=DossierDetail, summary="One dossier")
def show_dossier(request: HttpRequest, code: DossierCode) -> DossierDetail:
    """The dossier with its line in time, for its applicant and for the offices that work on it."""
    dossier = actions.open_dossier(code=code, actor=_actor(request), at=clock.now())
    return DossierDetail.with_history(dossier)


@router.post(
    "/dossiers/{code}/supplement",
    auth=write,
    response=DossierOut,
    summary="Add what the office asked for",
)
def supplement(request: HttpRequest, code: DossierCode, entered: SupplementIn) -> DossierOut:
    """The dossier, examined again with the new papers."""
    answered = actions.answer_supplement(
        code=code,
        answer=entered.answer,
        file_ids=entered.files,
        actor=_actor(request),
        at=clock.now(),
    )
    return DossierOut.of(answered)


@router.post(
    "/dossiers/{code}/withdraw", auth=write, response=DossierOut, summary="Withdraw a dossier"
)
def withdraw(request: HttpRequest, code: DossierCode, entered: WithdrawalIn) -> DossierOut:
    """The dossier, withdrawn by its applicant before it was decided."""
    actor = _actor(request)
    return DossierOut.of(
        actions.withdraw_dossier(code=code, reason=entered.reason, actor=actor, at=clock.now())
    )


@router.post(
    "/tracking",
    response=TrackedOut,
    summary="Where a dossier stands",
)
def track(request: HttpRequest, entered: TrackingIn) -> TrackedOut:
    """For whoever has the code and the last digits of the phone; names nobody."""
    dossier = tracked_dossier(
        entered.code, entered.phone_digits, address=client_address(request), at=clock.now()
    )
    return TrackedOut.of(dossier)


def _day(on: date | None) -> date:
    return on or clock.legal_day(clock.now())


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ninja
    return actor


def _person(actor: Actor) -> int:
    """Whose dossiers these are; a program for itself has none."""
    check_lists_dossiers(actor)
    if actor.subject_person_id is None:
        raise NotYourDossier
    return actor.subject_person_id


def _same(dossier: Dossier, entered: DossierIn, actor: Actor) -> Dossier:
    """The dossier, if it is what was entered; KeyUsedDifferently where it is not."""
    answers = clean(bundle_of(dossier).form, entered.answers)
    made = (dossier.procedure, dossier.organization_id, dossier.applicant_id, dossier.answers)
    if made != (entered.procedure, entered.organization_id, actor.subject_person_id, answers):
        raise KeyUsedDifferently
    return dossier
