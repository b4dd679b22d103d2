"""The register of a body lists what it received in a month, for its desk alone, and is signed."""

import sys
from datetime import date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from nentang.foundation.audit.models import Record
from nentang.foundation.documents.public import IssuedDocument
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.errors import NotYourDesk, RegisterTooLong
from nentang.kernel import clock
from tests.foundation.organizations.factories import make_organization, make_unit

from .factories import Office, make_applicant, make_dossier, make_office, make_officer, sign_in

pytestmark = pytest.mark.django_db
DECEMBER = date(2020, 12, 1)


@pytest.fixture
def office(at: datetime) -> Office:
    clock.use(lambda: at)
    return make_office(at=at)


def received(office: Office, at: datetime, count: int = 1) -> list[str]:
    codes = []
    for _ in range(count):
        code = make_dossier(office=office, applicant=make_applicant(at=at), at=at).code
        actions.receive_dossier(code=code, actor=office.clerk, at=at)
        codes.append(code)
    return codes


def test_it_lists_what_came_in_the_month_in_the_order_of_numbers(
    office: Office, at: datetime
) -> None:
    codes = received(office, at, 2)
    make_dossier(office=office, applicant=make_applicant(at=at), at=at)  # not received

    entries = actions.read_register(
        organization_id=office.body.pk, month=DECEMBER, actor=office.clerk, at=at
    )

    assert [each.code for each in entries] == codes
    assert entries[0].procedure == "Đăng ký khai sinh"
    assert entries[0].promised == "17:00 07/12/2020"
    november = actions.read_register(
        organization_id=office.body.pk, month=date(2020, 11, 1), actor=office.clerk, at=at
    )
    assert november == []


def test_only_the_desk_of_the_body_reads_it_and_each_reading_is_written_down(
    office: Office, at: datetime
) -> None:
    stranger = make_officer(
        make_organization(at=at, name="Xã Khác", unit=make_unit("97")), "clerk", at=at
    )
    for nobody in (stranger, make_applicant(at=at)):
        with pytest.raises(NotYourDesk):
            actions.read_register(
                organization_id=office.body.pk, month=DECEMBER, actor=nobody, at=at
            )

    actions.read_register(
        organization_id=office.body.pk, month=DECEMBER, actor=office.leader, at=at
    )
    assert Record.objects.filter(action="services.read_register").count() == 1


def test_the_printed_register_is_signed_and_opened_by_the_desk_alone(
    office: Office, at: datetime
) -> None:
    [code] = received(office, at)
    book = actions.issue_register(
        organization_id=office.body.pk, month=DECEMBER, actor=office.clerk, at=at
    )

    assert code in f"{book.data}".replace(r"\u200b", "").replace("\N{ZERO WIDTH SPACE}", "")
    run_until_quiet(at=at)
    assert IssuedDocument.objects.get(pk=book.pk).state == "signed"
    address = f"/giay-to/{book.public_id}/"
    assert sign_in(office.leader).get(address).status_code == 200
    assert sign_in(make_applicant(at=at)).get(address).status_code == 404


def test_a_month_too_long_for_one_paper_says_so(
    office: Office, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[actions.issue_register.__module__], "MOST_PRINTED", 1)
    received(office, at, 2)

    with pytest.raises(RegisterTooLong):
        actions.issue_register(
            organization_id=office.body.pk, month=DECEMBER, actor=office.clerk, at=at
        )


def test_the_page_the_table_and_the_paper(office: Office, at: datetime) -> None:
    [code] = received(office, at)
    client = sign_in(office.clerk)

    page = client.get("/mot-cua/so-theo-doi/")
    table = client.get("/mot-cua/so-theo-doi/csv/", {"thang": "2020-12"})
    paper = client.post("/mot-cua/so-theo-doi/lap/", {"thang": "2020-12"})

    assert code in page.text
    assert code in table.text
    assert paper.status_code == 302
    assert code not in client.get("/mot-cua/so-theo-doi/", {"thang": "2020-11"}).text
    for odd in ({"thang": "x"}, {"sau": "a"}, {"co-quan": "x"}):
        assert client.get("/mot-cua/so-theo-doi/", odd).status_code == 200
    assert client.get("/mot-cua/so-theo-doi/", {"co-quan": "999999"}).status_code == 403


def test_a_longer_register_takes_no_more_queries(
    office: Office, at: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    received(office, at, 6)
    with django_assert_max_num_queries(2):
        actions.read_register(
            organization_id=office.body.pk, month=DECEMBER, actor=office.clerk, at=at
        )
    later = actions.read_register(
        organization_id=office.body.pk,
        month=DECEMBER,
        after_id=0,
        limit=3,
        actor=office.clerk,
        at=at + timedelta(hours=1),
    )
    assert len(later) == 3
