"""Between installations: messages, files in parts, the directory and the proof of the day."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from ninja.security import APIKeyHeader
from ninja.throttling import BaseThrottle

from nentang.foundation.identity.public import client_address
from nentang.foundation.portal.public import Pace, check_pace, keep_pace
from nentang.kernel import clock
from nentang.kernel.errors import NotFound

from .actions import part_received, take_message, take_part
from .actions.take_part import LARGEST_PART
from .errors import DigestWrong, MessageFault, MessageTooLarge
from .models import Installation, Participant
from .permissions import installation_that_signed
from .queries import bucket_of, buckets_between, find_participant, pairs_of_day
from .rules.edxml.parser import BIGGEST
from .rules.merkle import BUCKETS
from .rules.outgoing import code_as
from .schemas import (
    BucketOut,
    BucketsOut,
    DayOut,
    MessageOut,
    PairOut,
    ParticipantOut,
    ParticipantPage,
    Received,
)

SIGNED = Pace("axis signed", calls=6_000, seconds=60)  # of an installation
HANDED = Pace("axis handed over", calls=60_000, seconds=60)  # from an address
REFUSED = Pace("axis refused", calls=600, seconds=60)  # of these, what nobody trusted here wrote


class AxisPace(BaseThrottle):
    """Whoever hands over what is authentic may be fast; everybody else is told to wait."""

    def allow_request(self, request: HttpRequest) -> bool:
        """True; TooManyTries beyond the pace."""
        installation = getattr(request, "auth", None)
        at = clock.now()
        if isinstance(installation, Installation):
            keep_pace(SIGNED, str(installation.pk), at=at)
            return True
        address = client_address(request)
        check_pace(REFUSED, address, at=at)
        keep_pace(HANDED, address, at=at)
        return True


router = Router(throttle=AxisPace())
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
Code = Annotated[str, Path(pattern=r"^[0-9A-Z.]{3,35}$")]
Size = Annotated[int, Query(ge=1, le=2**40)]
PAGE = 200


class Side(StrEnum):
    """As what this installation is asked."""

    SENT = "sent"
    RECEIVED = "received"


class InstallationAuth(APIKeyHeader):
    """`Exchange-Signature` (RSA, SHA-256, base64) over method, path and query, `Exchange-Timestamp` and the SHA-256 of the body."""

    param_name = "Exchange-Signature"

    def authenticate(self, request: HttpRequest, key: str | None) -> Installation | None:
        """The installation whose certificate (`Exchange-Certificate`, its SHA-256) signed; None (401) for others."""
        return installation_that_signed(
            fingerprint=request.headers.get("Exchange-Certificate", ""),
            timestamp=request.headers.get("Exchange-Timestamp", ""),
            signature=key or "",
            request=(request.method or "", request.get_full_path(), _body(request, LARGEST_PART)),
            at=clock.now(),
        )


signed = InstallationAuth()


@router.put(
    "/document-exchange/messages/{message_id}",
    response={200: str},
    summary="Hand over a signed message",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/xml": {"schema": {"type": "string", "format": "binary"}}},
        },
        "responses": {
            200: {
                "description": "The receipt: a signed status message, 01 or 02",
                "content": {"application/xml": {"schema": {"type": "string"}}},
            }
        },
    },
)
def hand_over(
    request: HttpRequest,
    message_id: Digest,
    to: Annotated[str, Query(min_length=3, max_length=40)],
) -> HttpResponse:
    """An edXML message named by the SHA-256 of its bytes, for one receiver. As often as one likes: the same receipt comes back."""
    content, at = _body(request, BIGGEST), clock.now()
    try:
        receipt = take_message(message_id=message_id, receiver_code=to, content=content, at=at)
    except (DigestWrong, MessageFault):
        keep_pace(REFUSED, client_address(request), at=at)
        raise
    return HttpResponse(receipt, content_type="application/xml")


@router.get(
    "/document-exchange/files/{sha256}",
    auth=signed,
    response=Received,
    summary="How much of a file is here",
)
def show_file(request: HttpRequest, sha256: Digest, size: Size) -> Received:
    """Where to go on after the line broke."""
    return Received(
        received=part_received(
            installation=_installation(request), sha256=sha256, size=size, at=clock.now()
        )
    )


@router.put(
    "/document-exchange/files/{sha256}",
    auth=signed,
    response=Received,
    summary="Hand over the next part of a file",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
            },
        }
    },
)
def put_part(
    request: HttpRequest,
    sha256: Digest,
    size: Size,
    offset: Annotated[int, Query(ge=0, le=2**40)],
) -> Received:
    """Up to 4 MB from `offset` on. A message may name the file once it is whole."""
    return Received(
        received=take_part(
            installation=_installation(request),
            sha256=sha256,
            size=size,
            offset=offset,
            content=_body(request, LARGEST_PART),
            at=clock.now(),
        )
    )


@router.get(
    "/document-exchange/participants",
    auth=signed,
    response=ParticipantPage,
    summary="Bodies of this installation",
)
def list_participants(
    request: HttpRequest, after: Annotated[str, Query(max_length=35)] = ""
) -> ParticipantPage:
    """For whom this installation speaks, and what each takes."""
    ours = Participant.objects.filter(installation__is_here=True, is_open=True, code__gt=after)
    found = list(ours.order_by("code")[:PAGE])
    return ParticipantPage(
        participants=[
            ParticipantOut(
                code=each.code,
                code_qcvn102=code_as("qcvn102", each.code),
                name=each.name,
                kinds=each.kinds,
                takes_parts=each.takes_parts,
            )
            for each in found
        ],
        next=found[-1].code if found else after,
    )


@router.get(
    "/document-exchange/proofs/{day}",
    auth=signed,
    response=DayOut,
    summary="What we say of a day",
)
def show_day(request: HttpRequest, day: date, side: Side) -> DayOut:
    """Every pair of a body of ours and of yours: what arrived on that day, as we sent or received it."""
    pairs = pairs_of_day(
        day, with_installation=_installation(request).pk, we_send=side is Side.SENT
    )
    return DayOut(
        pairs=[
            PairOut(sender=p.sender, receiver=p.receiver, count=p.count, root=p.root)
            for p in pairs.values()
        ]
    )


@router.get(
    "/document-exchange/proofs/{day}/{sender}/{receiver}",
    auth=signed,
    response=BucketsOut,
    summary="The buckets of a pair and day",
)
def show_buckets(
    request: HttpRequest, day: date, sender: Code, receiver: Code, side: Side
) -> BucketsOut:
    """256 roots, by the first byte of the names of messages."""
    ends = _pair(request, sender, receiver, side)
    return BucketsOut(buckets=list(buckets_between(day, *ends, as_sender=side is Side.SENT)))


@router.get(
    "/document-exchange/proofs/{day}/{sender}/{receiver}/{number}",
    auth=signed,
    response=BucketOut,
    summary="The messages of a bucket",
)
def show_bucket(
    request: HttpRequest,
    day: date,
    sender: Code,
    receiver: Code,
    number: Annotated[int, Path(ge=0, lt=BUCKETS)],
    side: Side,
) -> BucketOut:
    """Each message with the identifier of its document."""
    ends = _pair(request, sender, receiver, side)
    found = bucket_of(day, *ends, as_sender=side is Side.SENT, number=number)
    return BucketOut(messages=[MessageOut(id=n, document=d) for n, d in sorted(found.items())])


def _pair(
    request: HttpRequest, sender: str, receiver: str, side: Side
) -> tuple[Participant, Participant]:
    """Both bodies, where one is ours and the other is of whoever asks; NotFound."""
    ends = (find_participant(sender), find_participant(receiver))
    ours, theirs = ends if side is Side.SENT else (ends[1], ends[0])
    is_between = (
        ours is not None
        and theirs is not None
        and ours.installation.is_here
        and theirs.installation_id == _installation(request).pk
    )
    if not is_between or ends[0] is None or ends[1] is None:
        raise NotFound
    return ends[0], ends[1]


def _installation(request: HttpRequest) -> Installation:
    installation: Installation = request.auth  # type: ignore[attr-defined] # set by InstallationAuth
    return installation


def _body(request: HttpRequest, most: int) -> bytes:
    """The body, never read further than it may be long; MessageTooLarge."""
    length = request.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > most:
        raise MessageTooLarge(most=most // 1024**2)
    if hasattr(request, "_body"):
        return request.body
    content = request.read(most + 1)
    if len(content) > most:
        raise MessageTooLarge(most=most // 1024**2)
    request._body = content  # as Django keeps it, for whoever asks next
    return content
