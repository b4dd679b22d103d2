"""Where gateways tell us what happened."""

from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from nentang.economy.payments.actions import accept_gateway_message
from nentang.economy.payments.errors import (
    GatewayUnknown,
    MessageChanged,
    MessageForged,
    MessageStale,
    MessageUnreadable,
)
from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

LONGEST_BODY = 64 * 1024
STATUS: dict[type[DomainError], int] = {
    GatewayUnknown: 404,
    MessageForged: 401,
    MessageStale: 401,
    MessageUnreadable: 400,
    MessageChanged: 409,
}


@csrf_exempt
@require_POST
@for_everyone
def gateway_notice(request: PageRequest, gateway: str) -> JsonResponse:
    """200 for every message that is kept, breaks too, so that it is not sent again; problem+json otherwise."""
    if not 0 < _length(request) <= LONGEST_BODY:
        return _problem(413, MessageUnreadable())
    try:
        message = accept_gateway_message(
            gateway=gateway,
            body=request.body,
            timestamp=request.headers.get("Bank-Timestamp", ""),
            signature=request.headers.get("Bank-Signature", ""),
            at=clock.now(),
        )
    except tuple(STATUS) as refused:
        return _problem(STATUS[type(refused)], refused)
    return JsonResponse({"id": message.message_id, "outcome": message.outcome})


def _length(request: PageRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _problem(status: int, refused: DomainError) -> JsonResponse:
    body = {
        "type": "about:blank",
        "status": status,
        "code": refused.code,
        "detail": refused.sentence,
    }
    return JsonResponse(body, status=status, content_type="application/problem+json")
