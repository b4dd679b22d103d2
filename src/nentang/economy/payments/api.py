"""Payments for programs, under the same actions as the pages."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Header, Path, Router

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import person
from nentang.foundation.identity.public.api_auth import ApiAuth
from nentang.foundation.organizations.public import organization
from nentang.kernel import clock

from .actions import answer_once, request_payment
from .queries import agreed_request, public_revenue, request_by_code
from .schemas import OrderIn, PaymentOut, RevenueSum

router = Router()

Key = Annotated[str, Header(alias="Idempotency-Key", pattern=r"^[!-~]{1,80}$")]
Year = Annotated[int, Path(ge=2000, le=2200)]
Code = Annotated[str, Path(pattern=r"^[0-9A-Za-z\-]{1,40}$")]


@router.post("/payment-requests", auth=ApiAuth("roles"), response=PaymentOut)
def ask_for_payment(request: HttpRequest, order: OrderIn, idempotency_key: Key) -> dict[str, Any]:
    """Ask for a fee, as an officer. The same `Idempotency-Key` and body give the same answer, another body 409.

    An unknown payee or payer is not found.
    """
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ApiAuth
    at = clock.now()
    organization(order.payee_organization_id)
    if order.payer_person_id:
        person(order.payer_person_id)

    def answer() -> dict[str, Any]:
        made = request_payment(order=order.order(), actor=actor, at=at)
        return PaymentOut.from_orm(agreed_request(made)).model_dump(mode="json")

    return answer_once(
        scope=f"payment-requests:{actor.account_id}",
        key=idempotency_key,
        body=request.body,
        answer=answer,
        at=at,
    )


@router.get("/payment-requests/{code}", auth=None, response=PaymentOut)
def payment(request: HttpRequest, code: Code) -> object:
    """How a request stands, for whoever holds its code."""
    return agreed_request(request_by_code(code))


@router.get("/revenue/{year}", auth=None, response=list[RevenueSum])
def revenue(request: HttpRequest, year: Year) -> list[RevenueSum]:
    """Fees and charges of all bodies of a year by month and item of the budget chart, less what went back; open to everyone."""
    return [
        RevenueSum(month=month, item=item, amount=amount)
        for month, item, amount in public_revenue(year)
    ]
