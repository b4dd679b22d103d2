"""The acquirer of cards inside the test bank: charges as forms, a page for the card, two cards that work."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode

from .store import NothingToReturn, Order, OrderDiffers, Store

GOOD_CARD = "4111111111111111"
POOR_CARD = "4000000000000002"  # the usual number of a card that is declined
STATUS = {"open": "created", "paid": "captured", "refused": "declined"}
Answer = tuple[HTTPStatus, bytes]


def answer(store: Store, path: str, body: bytes) -> Answer | None:
    """What the acquirer says to a program; None where it has no such address."""
    deeds: dict[str, Callable[[Store, dict[str, str]], Answer]] = {
        "charges": _charge,
        "charges/query": _query,
        "charges/refund": _refund,
    }
    deed = deeds.get(path)
    if deed is None:
        return None
    try:
        return deed(store, dict(parse_qsl(body.decode(), strict_parsing=True)))
    except (KeyError, ValueError, OrderDiffers, NothingToReturn):
        return HTTPStatus.BAD_REQUEST, b"status=invalid"


def pay(store: Store, order: Order, number: str) -> bool:
    """Charge the card; False where it is not a card at all."""
    digits = "".join(each for each in number if each.isdigit())
    if not _is_card(digits):
        return False
    if digits == POOR_CARD:
        store.refuse(order)
    else:
        store.pay(order, amount=order.amount)
    return True


def _charge(store: Store, asked: dict[str, str]) -> Answer:
    if asked["currency"] != "VND" or int(asked["amount"]) <= 0:
        raise ValueError("amount")
    order = store.open_order(
        code=asked["ref"],
        amount=int(asked["amount"]),
        description=asked["desc"],
        return_url=asked["back"],
        gateway="card",
    )
    return HTTPStatus.OK, _shown(order)


def _query(store: Store, asked: dict[str, str]) -> Answer:
    order = store.order_by_code(asked["ref"])
    if order is None or order.gateway != "card":
        return HTTPStatus.NOT_FOUND, b"status=unknown"
    return HTTPStatus.OK, _shown(order)


def _refund(store: Store, asked: dict[str, str]) -> Answer:
    store.refund(code=asked["ref"], transaction=asked["rrn"], amount=int(asked["amount"]))
    return HTTPStatus.OK, b"status=done"


def _shown(order: Order) -> bytes:
    fields = {
        "id": order.id,
        "ref": order.code,
        "amount": order.amount,
        "status": STATUS[order.state],
        "page": f"don/{order.id}/",
        "captured": order.paid_amount,
        "rrn": order.transaction,
    }
    return urlencode({name: value for name, value in fields.items() if value != ""}).encode()


def _is_card(digits: str) -> bool:
    """Sixteen digits with the check digit of Luhn (ISO/IEC 7812-1)."""
    doubled = (int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits)))
    return len(digits) == 16 and sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
