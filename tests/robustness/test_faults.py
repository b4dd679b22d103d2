"""A full disk, a clock that jumps, two who act at once: told, and nothing half done."""

import errno
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from django.db import OperationalError, connection
from pytest_django import Settings

from nentang.agreements.cashier import PaymentState, cashier
from nentang.economy.payments.models import Receipt
from nentang.foundation.audit.public import record, verify
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.public import spells, timeline
from nentang.foundation.documents.adapters import shelf
from nentang.foundation.documents.models import IssuedDocument, StoredFile
from nentang.foundation.documents.public import store_file
from nentang.foundation.forms.public import Draft, start_draft
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.portal.public import outage
from nentang.government.catalogue.public import bundle_on
from nentang.government.services import actions
from nentang.government.services.models import Dossier
from nentang.government.services.queries import find_dossier
from nentang.government.services.rules.intake import Intake
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from tests.foundation.audit.factories import seal_soon
from tests.foundation.outbox.workers import shared_database
from tests.government.services.factories import (
    PIXEL,
    Office,
    extract_answers,
    make_applicant,
    make_dossier,
    make_office,
    sign_in,
)

pytestmark = pytest.mark.django_db(transaction=True)
PROCEDURE = "2.000635"


@pytest.fixture(autouse=True)
def _shared(tmp_path: Path, at: datetime) -> Iterator[None]:
    clock.use(lambda: at)
    with shared_database(tmp_path):
        yield


def filled_in(office: Office, at: datetime) -> tuple[Draft, Any]:
    """A draft filled in to the end, and its citizen."""
    citizen = make_applicant(at=at)
    person_id = citizen.person_id or 0
    draft = start_draft(
        form=bundle_on(PROCEDURE, clock.legal_day(at)).form,
        subject_key=str(Intake(PROCEDURE, office.body.pk, person_id, "online")),
        person_id=person_id,
        actor=citizen,
        at=at,
    )
    draft.answers = extract_answers()
    draft.save()
    return draft, citizen


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act gave, or the error by which it was refused; all begin together."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait(20)
        try:
            return act()
        except DomainError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(60) for future in [threads.submit(run, act) for act in acts]]


@contextmanager
def full_disk() -> Iterator[None]:
    """SQLite may not grow any more; PostgreSQL reports its own error where it writes a dossier."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("CREATE TABLE filler (content BLOB)")
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
            with suppress(OperationalError):
                while True:
                    cursor.execute("INSERT INTO filler VALUES (zeroblob(3000))")
        else:
            cursor.execute(
                "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$"
            )
            cursor.execute(
                "CREATE TRIGGER no_room BEFORE INSERT ON services_dossier"
                " FOR EACH ROW EXECUTE FUNCTION no_room()"
            )
    yield
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA max_page_count=1073741823")
            cursor.execute("DROP TABLE filler")
        else:
            cursor.execute("DROP FUNCTION no_room CASCADE")


def refusals(results: list[Any]) -> int:
    """How many were refused."""
    return sum(isinstance(each, DomainError) for each in results)


class TestAtOnce:
    def test_a_draft_sent_twice_is_one_dossier_with_one_fee(self, at: datetime) -> None:
        draft, citizen = filled_in(make_office(at=at), at)
        act = lambda: actions.submit_draft(  # noqa: E731 - the same act, several times
            draft_id=UUID(str(draft.public_id)), actor=citizen, at=at
        )
        results = at_once(act, act, act)

        (dossier,) = Dossier.objects.all()
        assert {each.code for each in results if isinstance(each, Dossier)} == {dossier.code}
        assert dossier.code.endswith("-0001")
        assert Case.objects.count() == 1

    def test_of_two_who_decide_one_decides(self, at: datetime) -> None:
        office = make_office(at=at)
        code = proposed(office, at)
        results = at_once(
            lambda: actions.grant_dossier(code=code, actor=office.leader, at=at),
            lambda: actions.refuse_dossier(
                code=code, reason="Thiếu giấy", actor=office.leader, at=at
            ),
        )
        assert refusals(results) == 1
        dossier = find_dossier(code)
        is_granted = dossier.outcome == "granted"
        assert dossier.case.state == ("done" if is_granted else "stopped")
        assert (dossier.result is not None) is is_granted
        assert IssuedDocument.objects.filter(kind="refusal").exists() is not is_granted

    def test_withdrawal_and_decision_never_both_happen(self, at: datetime) -> None:
        office, mother = make_office(at=at), make_applicant(at=at)
        code = make_dossier(office=office, applicant=mother, at=at).code
        actions.receive_dossier(code=code, actor=office.clerk, at=at)
        results = at_once(
            lambda: actions.withdraw_dossier(code=code, reason="", actor=mother, at=at),
            lambda: actions.propose_decision(code=code, actor=office.clerk, at=at),
        )
        assert refusals(results) == 1
        dossier = find_dossier(code)
        assert (dossier.outcome == "withdrawn") is (dossier.case.state == "withdrawn")

    def test_a_fee_taken_twice_over_the_counter_is_one_receipt(self, at: datetime) -> None:
        office, citizen = make_office(at=at), make_applicant(at=at)
        code = make_dossier(office=office, applicant=citizen, at=at, procedure=PROCEDURE).code
        act = lambda: cashier().record_cash(  # noqa: E731 - the same act, twice
            reference=code, actor=office.clerk, at=at
        )
        at_once(act, act)
        run_until_quiet(at=at)
        payment = cashier().find_payment(reference=code)
        assert payment is not None
        assert payment.state is PaymentState.PAID
        assert Receipt.objects.count() == 1

    def test_numbers_of_a_day_leave_no_gap_under_eight_at_once(self, at: datetime) -> None:
        office = make_office(at=at)
        citizens = [make_applicant(at=at) for _ in range(8)]
        results = at_once(
            *(
                lambda each=each: make_dossier(
                    office=office, applicant=each, at=at, procedure=PROCEDURE
                )
                for each in citizens
            )
        )
        serials = sorted(int(each.code.rsplit("-", 1)[1]) for each in results)
        assert serials == list(range(1, 9))


class TestFullDisk:
    def test_nothing_is_half_written_and_it_goes_on_when_there_is_room(
        self, at: datetime, settings: Settings
    ) -> None:
        settings.DEMO = True  # signs people in by one press
        draft, citizen = filled_in(make_office(at=at), at)
        client = sign_in(citizen)
        client.raise_request_exception = False
        page = f"/ho-so/khai/{draft.public_id}/xem-lai/"
        assert client.get(page).status_code == 200

        with full_disk():
            full = client.post(page)
        assert (full.status_code, full["Retry-After"]) == (503, "30")
        assert "hết chỗ ghi" in full.content.decode()
        assert (Dossier.objects.count(), Case.objects.count()) == (0, 0)

        assert client.post(page)["Location"].startswith("/ho-so/")
        assert Dossier.objects.get().code.endswith("-0001")

    def test_a_file_that_finds_no_room_leaves_nothing(
        self, at: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        citizen = make_applicant(at=at)

        def no_room(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as broken:
            broken.setattr(shelf, "shelve", no_room)
            with pytest.raises(OSError, match="No space"):
                store_file(content=PIXEL, filename="a.png", actor=citizen, at=at)
        assert StoredFile.objects.count() == 0
        store_file(content=PIXEL, filename="a.png", actor=citizen, at=at)

    def test_what_is_no_outage_stays_our_own_fault(self) -> None:
        assert outage(ValueError("x")) is None
        assert outage(OSError(errno.ENOENT, "x")) is None
        full, away = outage(OSError(errno.ENOSPC, "x")), outage(OperationalError("closed"))
        assert full is not None
        assert away is not None
        assert (full.code, away.code) == ("portal.storage_full", "portal.database_down")


class TestClock:
    def test_an_hour_back_in_the_middle_changes_no_order_and_no_number(self, at: datetime) -> None:
        office, mother = make_office(at=at), make_applicant(at=at)
        early = at - timedelta(hours=1)
        first = make_dossier(office=office, applicant=mother, at=at)
        actions.receive_dossier(code=first.code, actor=office.clerk, at=early)
        second = make_dossier(office=office, applicant=mother, at=early)
        actions.propose_decision(code=first.code, actor=office.clerk, at=early)
        actions.grant_dossier(code=first.code, actor=office.leader, at=at)
        run_until_quiet(at=at + timedelta(minutes=1))

        assert (first.code[-4:], second.code[-4:]) == ("0001", "0002")
        dossier = find_dossier(first.code)
        steps = [entry.step for entry in timeline(dossier.case)]
        assert steps == ["open", "receive", "examine", "propose", "grant", "return_result"]
        assert all(each.minutes >= 0 for each in spells(dossier.case, at=at))
        record(actor=office.clerk, action="tests.end", subject="clock:0", at=at)
        assert seal_soon(at)
        assert verify().holds

    def test_a_day_forward_makes_nothing_twice_when_it_comes_back(self, at: datetime) -> None:
        office, mother = make_office(at=at), make_applicant(at=at)
        tomorrow = at + timedelta(days=1)
        codes = [
            make_dossier(office=office, applicant=mother, at=when).code
            for when in (at, tomorrow, at, tomorrow)
        ]
        assert len(set(codes)) == 4
        assert sorted(code[-4:] for code in codes) == ["0001", "0001", "0002", "0002"]


def proposed(office: Office, at: datetime) -> str:
    """The code of a dossier that waits for the leader."""
    code = make_dossier(office=office, applicant=make_applicant(at=at), at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, actor=office.clerk, at=at)
    return code
