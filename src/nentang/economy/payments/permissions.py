"""Who may ask for, cancel, take and see payments."""

from nentang.agreements.actor import Actor, ActorKind

from .enums import DESK_ROLES, KEEPER, TILL_ROLES
from .errors import NotYourAccounts, NotYourPayment, NotYourTill
from .models import PaymentRequest


def check_can_request(actor: Actor, payer_person_id: int | None, payee_id: int) -> None:
    """The payer, a clerk, an officer of the payee, the platform; NotYourPayment."""
    if not (
        _is_payer(actor, payer_person_id) or actor.has_role(*TILL_ROLES) or _works(actor, payee_id)
    ):
        raise NotYourPayment


def check_can_cancel(actor: Actor, request: PaymentRequest) -> None:
    """The payer, an officer of the payee, the platform; NotYourPayment."""
    if not (_is_payer(actor, request.payer_id) or _works(actor, request.payee_id)):
        raise NotYourPayment


def check_can_take_cash(actor: Actor, request: PaymentRequest) -> None:
    """A clerk of the payee, the platform; NotYourTill."""
    if not can_take_cash(actor, request):
        raise NotYourTill


def can_take_cash(actor: Actor, request: PaymentRequest) -> bool:
    """Whether `check_can_take_cash` lets the actor pass."""
    return _is_platform(actor) or actor.has_role(*TILL_ROLES, organization_id=request.payee_id)


def can_see_receipt(actor: Actor, request: PaymentRequest) -> bool:
    """The receipt names the payer: for the payer and the payee's officers only."""
    return _is_payer(actor, request.payer_id) or _works(actor, request.payee_id)


def check_can_resolve(actor: Actor, payee_id: int | None) -> None:
    """A clerk or leader of the body whose money it is, the platform; NotYourTill.

    Money that came to no known account is for administrators.
    """
    if payee_id is None:
        may = actor.has_role(KEEPER)
    else:
        may = actor.has_role(*DESK_ROLES, organization_id=payee_id)
    if not (may or _is_platform(actor)):
        raise NotYourTill


def check_can_decide_refunds(actor: Actor, payee_id: int) -> None:
    """A leader of the body whose money it is; NotYourTill. Not even the platform decides alone."""
    if not actor.has_role("leader", organization_id=payee_id):
        raise NotYourTill


def check_can_hand_over(actor: Actor, payee_id: int) -> None:
    """A clerk of the body; NotYourTill."""
    if not actor.has_role(*TILL_ROLES, organization_id=payee_id):
        raise NotYourTill


def check_can_manage_accounts(actor: Actor, organization_id: int) -> None:
    """An administrator of the body, the platform; NotYourAccounts."""
    if not (
        _is_platform(actor) or actor.has_role("administrator", organization_id=organization_id)
    ):
        raise NotYourAccounts


def _is_platform(actor: Actor) -> bool:
    return actor.kind is ActorKind.SYSTEM


def _is_payer(actor: Actor, payer_person_id: int | None) -> bool:
    return payer_person_id is not None and payer_person_id in (
        actor.person_id,
        actor.subject_person_id,
    )


def _works(actor: Actor, organization_id: int) -> bool:
    return _is_platform(actor) or organization_id in actor.organizations()


def can_see_receipt_of(actor: Actor, subject: str) -> bool:
    """The same for the receipt's file, whose subject is `payment:<id>`."""
    request = PaymentRequest.objects.filter(pk=subject.partition(":")[2]).first()
    return request is not None and can_see_receipt(actor, request)
