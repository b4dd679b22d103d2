"""What an applicant owes the state in a matter is told by the tax body, waited for, and settled once."""

from datetime import date, datetime

import pytest

from nentang.agreements.actor import SYSTEM, Actor
from nentang.agreements.cashier import PaymentSettled, PaymentState, cashier
from nentang.economy.payments.models import PaymentRequest
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    create_organization,
)
from nentang.foundation.outbox.public import publish, run_until_quiet
from nentang.government.services import actions
from nentang.government.services.errors import (
    AmountMissing,
    ItemUnknown,
    NotYourDesk,
    ReasonMissing,
)
from nentang.government.services.models import Obligation
from nentang.government.services.queries import find_dossier, open_payment_of
from nentang.kernel.frozen import Frozen

from .factories import Office, make_applicant, make_dossier, make_office, make_officer

pytestmark = pytest.mark.django_db


class Way(Frozen):
    """A dossier that came to the tax body."""

    office: Office
    taxer: Actor
    applicant: Actor
    code: str


@pytest.fixture
def way(at: datetime) -> Way:
    office, applicant = make_office(at=at), make_applicant(at=at)
    tax = create_organization(
        name="Chi cục Thuế huyện Mẫu",
        kind=OrganizationKind.DEPARTMENT,
        level=OrganizationLevel.DISTRICT,
        task=OrganizationTask.TAX,
        unit_code="981",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    code = make_dossier(office=office, applicant=applicant, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.forward_dossier(code=code, organization_id=tax.pk, note="", actor=office.clerk, at=at)
    return Way(office, make_officer(tax, "clerk", at=at), applicant, code)


def ask(way: Way, at: datetime, *, amount: int = 1_250_000) -> Obligation:
    return actions.ask_obligation(
        code=way.code, what="Lệ phí trước bạ", amount=amount, actor=way.taxer, at=at
    )


def settle(obligation: Obligation, at: datetime) -> None:
    """The cashier tells that the money has arrived."""
    settled = PaymentSettled(
        "TT1", obligation.reference, obligation.amount, obligation.payee_id, "vietqr"
    )
    publish(settled, at=at, key=obligation.reference)
    run_until_quiet(at=at)


def test_the_dossier_waits_with_its_clock_standing_until_it_is_paid(way: Way, at: datetime) -> None:
    obligation = ask(way, at)

    dossier = find_dossier(way.code)
    payment = open_payment_of(dossier)
    assert (dossier.case.state, dossier.case.suspended_at) == ("financial", at)
    assert payment is not None
    assert (payment.amount, payment.reference) == (1_250_000, obligation.reference)

    settle(obligation, at)
    settle(obligation, at)

    assert find_dossier(way.code).case.state == "processing"


def test_only_the_tax_body_that_holds_it_tells_what_is_owed(way: Way, at: datetime) -> None:
    for stranger in (way.office.clerk, way.applicant):
        with pytest.raises(NotYourDesk):
            actions.ask_obligation(code=way.code, what="Thuế", amount=1, actor=stranger, at=at)


def test_an_obligation_has_a_ground_and_an_amount(way: Way, at: datetime) -> None:
    with pytest.raises(ReasonMissing):
        actions.ask_obligation(code=way.code, what=" ", amount=1, actor=way.taxer, at=at)
    with pytest.raises(AmountMissing):
        ask(way, at, amount=0)
    with pytest.raises(ItemUnknown):
        actions.ask_obligation(
            code=way.code, what="Thuế", amount=1, item="0000", actor=way.taxer, at=at
        )


def test_what_is_owed_is_asked_for_under_its_item(way: Way, at: datetime) -> None:
    made = actions.ask_obligation(
        code=way.code, what="Lệ phí trước bạ", amount=7, item="2801", actor=way.taxer, at=at
    )
    asked = PaymentRequest.objects.get(reference=made.reference)
    assert asked.shares == [{"item": "2801", "amount": 7}]


def test_whoever_withdraws_owes_nothing_more(way: Way, at: datetime) -> None:
    obligation = ask(way, at)

    actions.withdraw_dossier(code=way.code, reason="Đổi ý", actor=way.applicant, at=at)

    request = cashier().find_payment(reference=obligation.reference)
    assert request is not None
    assert request.state is PaymentState.CANCELLED
