"""JSON between portals: hand states over, or fetch them. Every request is signed."""

import json
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from ninja.security import APIKeyHeader

from nentang.government.services.public import Position, national_states_after
from nentang.kernel import clock

from .actions import take_states
from .errors import StatesUnreadable
from .models import Portal
from .permissions import portal_that_signed
from .rules.states import MOST, read_states
from .schemas import StateOut, StatePage, Taken

router = Router()


class PortalAuth(APIKeyHeader):
    """`Portal-Signature` over `<Portal-Timestamp>.<body, or path and query>` with the key of `Portal-Code`."""

    param_name = "Portal-Signature"

    def authenticate(self, request: HttpRequest, key: str | None) -> Portal | None:
        """The portal that signed, or None (401)."""
        return portal_that_signed(
            code=request.headers.get("Portal-Code", ""),
            timestamp=request.headers.get("Portal-Timestamp", ""),
            signature=key or "",
            signed=request.body or request.get_full_path().encode(),
            at=clock.now(),
        )


@router.post(
    "/states",
    auth=PortalAuth(),
    response=Taken,
    summary="Hand over states of dossiers",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {
                        "type": "object",
                        "required": ["states"],
                        "properties": {
                            "states": {
                                "type": "array",
                                "minItems": 1,
                                "maxItems": MOST,
                                "items": {
                                    "type": "object",
                                    "required": ["code", "state", "at", "sequence"],
                                    "properties": {
                                        "code": {"type": "string", "maxLength": 60},
                                        "state": {"type": "integer", "minimum": 1, "maximum": 10},
                                        "at": {"type": "string", "format": "date-time"},
                                        "sequence": {"type": "integer", "minimum": 0},
                                    },
                                },
                            }
                        },
                    }
                }
            },
        }
    },
)
def hand_over(request: HttpRequest) -> Taken:
    """Up to 1,000 at once, in any order and as often as one likes: the latest of each dossier stands."""
    try:
        states = read_states(json.loads(request.body))
    except (ValueError, RecursionError) as fault:
        raise StatesUnreadable(number=0) from fault
    newer = take_states(portal=_portal(request), states=states, at=clock.now())
    return Taken(taken=len(states), newer=newer)


@router.get("/states", auth=PortalAuth(), response=StatePage, summary="Fetch states of dossiers")
def list_states(
    request: HttpRequest,
    after: Annotated[str, Query(pattern=r"^-?[0-9]{1,18}\.[0-9]{1,18}$")] = "-1.0",
    limit: Annotated[int, Query(ge=1, le=MOST)] = MOST,
) -> StatePage:
    """What moved here after that place. Ask again with `next`; an empty page is the end for now."""
    txid, _dot, number = after.partition(".")
    found = national_states_after(Position(int(txid), int(number)), limit=limit)
    last = found[-1].position if found else None
    return StatePage(
        states=[
            StateOut(
                code=each.code,
                state=each.state,
                at=each.at,
                sequence=each.position.id,
                procedure=each.procedure,
                body=each.body,
            )
            for each in found
        ],
        next=f"{last.txid}.{last.id}" if last else after,
    )


def _portal(request: HttpRequest) -> Portal:
    portal: Portal = request.auth  # type: ignore[attr-defined] # set by PortalAuth
    return portal
