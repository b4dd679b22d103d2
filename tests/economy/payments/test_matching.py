"""Three books agree, or somebody is told."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.actions import (
    book_break,
    book_notice,
    match_books,
    match_day,
    start_gateway_payment,
    take_in_statement,
)
from nentang.economy.payments.enums import BreakKind
from nentang.economy.payments.errors import BreakIsAnother, PaymentNotOpen, StatementUnreadable
from nentang.economy.payments.models import Break, PaymentRequest, Statement, StatementLine
from nentang.economy.payments.rules.matching import compare
from nentang.economy.payments.rules.notices import Kind, Notice
from nentang.economy.payments.rules.statements import COLUMNS, read_lines
from nentang.foundation.casework.public import find_case
from nentang.kernel import clock
from nentang.kernel.clock import legal_day

from .conftest import OpenBank
from .factories import make_request
from .test_pages import sign_in_officer
from .test_refunds import clerk_of

HEAD = ",".join(COLUMNS)
ACCOUNT = "970415,0011001932418"


def transferred(request: PaymentRequest, *, at: datetime, serial: int = 1, **more: object) -> None:
    told = Notice(
        id=f"m{serial}",
        kind=Kind.TRANSFER_RECEIVED,
        amount=int(str(more.get("amount", request.amount))),
        transaction=f"FT{serial}",
        purpose=str(more.get("purpose", request.code)),
        bank_bin="970415",
        account="0011001932418",
    )
    book_notice(gateway="bank", notice=told, body=b"%d" % serial, at=at)


def states(source: str, at: datetime, *lines: str, days: int = 3) -> None:
    """The statement of that day with these lines, and empty ones for the days after it."""
    for later in range(days):
        table = [HEAD, *lines] if later == 0 else [HEAD]
        take_in_statement(
            source=source,
            day=legal_day(at) + timedelta(days=later),
            content="\n".join(table).encode(),
            at=at,
        )


def kinds() -> list[str]:
    return list(Break.objects.unresolved().order_by("transaction").values_list("kind", flat=True))


@pytest.mark.django_db
def test_books_that_agree_leave_nothing_to_do(at: datetime) -> None:
    transferred(make_request(at=at), at=at)
    line = f"bank,FT1,16000,{ACCOUNT}"
    states("bank", at, line)
    states("treasury", at, line)

    assert match_day(day=legal_day(at), at=at) == 0
    assert kinds() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("gateway", "treasury", "kind"),
    [
        ([], ["FT1,16000"], "not_at_gateway"),
        (["FT1,16000"], [], "not_at_treasury"),
        (["FT1,15000"], ["FT1,16000"], "amounts_differ"),
        (["FT1,16000", "FT2,5000"], ["FT1,16000", "FT2,5000"], "not_booked"),
    ],
)
def test_what_does_not_agree_becomes_a_case_of_its_body(
    at: datetime, gateway: list[str], treasury: list[str], kind: str
) -> None:
    request = make_request(at=at)
    transferred(request, at=at)
    states("bank", at, *(f"bank,{each},{ACCOUNT}" for each in gateway))
    states("treasury", at, *(f"bank,{each},{ACCOUNT}" for each in treasury))

    found = [match_day(day=legal_day(at), at=at) for _night in range(2)]

    assert found == [1, 1]
    assert kinds() == [kind]
    broken = Break.objects.get()
    case = find_case(broken.code)
    assert (case.kind, case.organization_id) == ("payment_break", request.payee_id)
    assert case.due_at is not None


@pytest.mark.django_db
def test_nothing_is_missed_before_its_file_can_be_there(at: datetime) -> None:
    transferred(make_request(at=at), at=at)
    states("bank", at, days=1)

    assert match_day(day=legal_day(at), at=at) == 0


@pytest.mark.django_db
def test_a_line_that_comes_later_closes_the_case_by_itself(at: datetime) -> None:
    transferred(make_request(at=at), at=at)
    line = f"bank,FT1,16000,{ACCOUNT}"
    states("bank", at, line)
    states("treasury", at)
    match_day(day=legal_day(at), at=at)
    missed = kinds()

    states("treasury", at, line)
    match_day(day=legal_day(at), at=at)

    assert missed == ["not_at_treasury"]
    broken = Break.objects.get()
    assert broken.resolution == "agreed"
    assert broken.case is not None
    assert broken.case.state == "agreed"


@pytest.mark.django_db
def test_money_that_people_look_at_already_is_not_told_twice(at: datetime) -> None:
    transferred(make_request(at=at), at=at, purpose="khong ro viec gi")
    states("bank", at, f"bank,FT1,16000,{ACCOUNT}")

    match_day(day=legal_day(at), at=at)

    assert kinds() == ["unknown_order"]


@pytest.mark.django_db
def test_an_officer_books_money_that_came_without_a_word(at: datetime) -> None:
    request = make_request(at=at)
    transferred(request, at=at, purpose="khong ro viec gi")
    broken = Break.objects.get()
    clerk = clerk_of(request)
    cheaper = make_request(at=at, payee=request.payee, amount=15_000)

    with pytest.raises(BreakIsAnother):
        book_break(code=broken.code, reference=cheaper.reference, actor=clerk, at=at)
    book_break(code=broken.code, reference=request.reference, actor=clerk, at=at)

    broken.refresh_from_db()
    assert (broken.resolution, broken.request_id) == ("booked", request.pk)
    assert PaymentRequest.objects.get(pk=request.pk).state == "paid"


@pytest.mark.django_db
def test_money_at_no_known_account_is_for_administrators(client: Client, at: datetime) -> None:
    clock.use(lambda: at)
    request = make_request(at=at)
    states("bank", at, "bank,FT9,5000,970415,000")
    match_day(day=legal_day(at), at=at)
    broken = Break.objects.get()
    address = f"/thu-phi/sai-lech/{broken.code}/"

    sign_in_officer(client, role="clerk", organization_id=request.payee_id, at=at)
    clerk = client.get(address)
    client.logout()
    sign_in_officer(client, role="administrator", organization_id=request.payee_id, at=at)
    listed = client.get("/thu-phi/doi-chieu/")
    client.post(address, {"xu-ly": "ro", "ghi-chu": "Tài khoản của đơn vị ngoài hệ thống."})

    broken.refresh_from_db()
    assert (broken.payee_id, broken.resolution) == (None, "explained")
    assert clerk.status_code == 403
    assert address in listed.text


@pytest.mark.django_db
def test_a_paid_matter_takes_no_more_money_from_a_break(at: datetime) -> None:
    request = make_request(at=at)
    transferred(request, at=at)
    transferred(request, at=at, serial=2, purpose="khong ro viec gi")
    broken = Break.objects.unresolved().get()

    with pytest.raises((BreakIsAnother, PaymentNotOpen)):
        book_break(
            code=broken.code,
            reference=request.reference,
            actor=clerk_of(request),
            at=at,
        )


@pytest.mark.django_db
def test_a_newer_file_takes_the_place_of_the_old_one_and_the_same_changes_nothing(
    at: datetime,
) -> None:
    make_request(at=at)
    day = legal_day(at)
    first = f"{HEAD}\nbank,FT1,16000,{ACCOUNT}".encode()
    once, twice = (
        take_in_statement(source="bank", day=day, content=first, at=at) for _ in range(2)
    )
    newer = f"{HEAD}\nbank,FT2,7000,{ACCOUNT}".encode()

    take_in_statement(source="bank", day=day, content=newer, at=at)

    assert once.pk == twice.pk
    assert Statement.objects.get().total == 7_000
    line = StatementLine.objects.get()
    assert (line.transaction, line.payee_id is not None) == ("FT2", True)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"gateway;transaction",
        f"{HEAD}\nbank,FT1".encode(),
        f"{HEAD}\nbank,FT1,1.5,{ACCOUNT}".encode(),
        f"{HEAD}\nbank,FT1,0,{ACCOUNT}".encode(),
        f"{HEAD}\nbank,,5,{ACCOUNT}".encode(),
        f"{HEAD}\nbank,FT1,99999999999999999999,{ACCOUNT}".encode(),
        f"{HEAD}\nbank,FT1,5,{ACCOUNT}\nbank,FT1,5,{ACCOUNT}".encode(),
        f'{HEAD}\nbank,"FT1,5,{ACCOUNT}'.encode(),
    ],
)
def test_a_file_that_is_not_a_statement_is_refused_whole(content: bytes) -> None:
    with pytest.raises(StatementUnreadable):
        read_lines(content)


movements = st.dictionaries(
    st.tuples(st.sampled_from(["bank", "card"]), st.sampled_from(["a", "b", "c"])),
    st.integers(-3, 3).filter(bool),
)


@given(movements, movements, movements, st.booleans())
def test_only_what_all_three_books_hold_alike_is_left_alone(
    ours: dict[tuple[str, str], int],
    told: dict[tuple[str, str], int],
    treasury: dict[tuple[str, str], int],
    is_complete: bool,
) -> None:
    complete = frozenset({"bank", "card"}) if is_complete else frozenset()
    found = compare(
        ours, told, treasury, complete_gateways=complete, is_treasury_complete=is_complete
    )

    for movement in ours.keys() | told.keys() | treasury.keys():
        sums = [book.get(movement) for book in (ours, told, treasury)]
        there = {each for each in sums if each is not None}
        agrees = len(there) == 1 and sums[0] is not None
        is_whole = None not in sums
        assert (movement not in found) == (agrees and (is_whole or not is_complete))
    assert all(isinstance(each.kind, BreakKind) for each in found.values())


@pytest.mark.django_db(transaction=True)
def test_the_files_are_fetched_at_night_and_compared(
    open_bank: OpenBank, settings: Settings, at: datetime
) -> None:
    clock.use(lambda: at)
    bank = open_bank()
    settings.TREASURY_URL = f"{settings.BANK_URL}/kho-bac"
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, actor=SYSTEM, at=at)
    transaction = bank.store.pay(bank.store.orders()[0], amount=16_000)
    told = Notice("m1", Kind.ORDER_PAID, 16_000, order.code, transaction)
    book_notice(gateway="bank", notice=told, body=b"1", at=at)
    bank.store.transfer(
        bank_bin="970415", account="0011001932418", amount=3_000, purpose="quen bao"
    )
    later = at + timedelta(days=3)
    clock.use(lambda: later)

    match_books(at=later)

    assert Statement.objects.filter(source="treasury").count() == 3
    assert kinds() == ["not_booked"]
    assert Break.objects.get().told == 3_000


@pytest.mark.django_db
def test_the_page_shows_three_books_side_by_side(client: Client, at: datetime) -> None:
    clock.use(lambda: at)
    request = make_request(at=at)
    transferred(request, at=at)
    states("bank", at, f"bank,FT1,15000,{ACCOUNT}")
    match_day(day=legal_day(at), at=at)
    sign_in_officer(client, role="leader", organization_id=request.payee_id, at=at)

    page = client.get("/thu-phi/doi-chieu/")

    (row,) = page.context["days"]
    assert (row.booked, row.told, row.at_treasury, row.breaks) == (16_000, 15_000, None, 1)
    assert Break.objects.get().code in page.text
