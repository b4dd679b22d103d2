"""Book money that came or went back to the items of the budget chart; within the transaction that books it."""

from collections.abc import Sequence
from datetime import date, datetime

from nentang.agreements.revenue import revenue_chart
from nentang.economy.payments.indicators import REVENUE_BOOKED
from nentang.economy.payments.models import Booking, Refund, RevenueEntry
from nentang.economy.payments.queries import parts_of
from nentang.economy.payments.rules.revenue import Part, fill, take_off
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import legal_day

NOWHERE = {"unit": "", "chapter": "", "treasury_id": None}


def book_revenue(booking: Booking, had: int, at: datetime) -> None:
    """The parts of the request that this booking pays; `had` came before."""
    wanted = [Part(**each) for each in booking.request.shares]
    _enter(fill(wanted, had, booking.amount), booking, None, at)


def book_revenue_back(booking: Booking, refund: Refund, at: datetime) -> None:
    """The parts of the booking that go back."""
    came, gone = parts_of(booking)
    _enter(take_off(came, gone, refund.amount), booking, refund, at)


def place_on(payee_id: int, day: date) -> dict[str, object]:
    """Unit, chapter and treasury of a body that day; empty where it is no unit."""
    unit = revenue_chart().unit_on(organization_id=payee_id, on=day)
    if unit is None:
        return dict(NOWHERE)
    return {"unit": unit.code, "chapter": unit.chapter, "treasury_id": unit.treasury_id}


def _enter(parts: Sequence[Part], booking: Booking, refund: Refund | None, at: datetime) -> None:
    payee_id, day = booking.request.payee_id, legal_day(at)
    place = place_on(payee_id, day)
    RevenueEntry.objects.bulk_create(
        RevenueEntry(
            booking=booking,
            refund=refund,
            payee_id=payee_id,
            item=part.item,
            amount=part.amount,
            day=day,
            **place,
        )
        for part in parts
    )
    unit_code = organization(payee_id).unit_code
    told = [
        {"item": part.item, "chapter": str(place["chapter"]), "amount": part.amount}
        for part in parts
    ]
    record_facts(
        REVENUE_BOOKED,
        [
            FactEntry(at=at, organization_id=payee_id, unit_code=unit_code, fields=each)
            for each in told
        ],
    )
