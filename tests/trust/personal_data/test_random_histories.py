"""Whatever happened: nothing is erased too early, nothing is left too late, a kill changes nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nentang.agreements.actor import Actor
from nentang.foundation.audit.models import Record
from nentang.foundation.casework.models import Case
from nentang.foundation.notifications.models import Message
from nentang.foundation.notifications.public import notify
from nentang.government.services.actions import withdraw_dossier
from nentang.government.services.models import Dossier, DossierPaper
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.trust.personal_data.actions import erase_expired_data, lift_hold, place_hold
from nentang.trust.personal_data.models import RetentionRun
from tests.government.services.factories import (
    Office,
    make_applicant,
    make_dossier,
    make_office,
    make_officer,
)

pytestmark = pytest.mark.django_db
BEGIN = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
KEPT = timedelta(days=3650)
YEAR = timedelta(days=365)


class Life(Frozen):
    """Days after which a dossier was closed (never: None), and days of a hold and of its lifting."""

    closed_after: int | None
    held_for: int | None
    lifted_after: int | None

    def is_due(self, at: datetime) -> bool:
        """What the law says, told without the code."""
        if self.closed_after is None or at < BEGIN + timedelta(days=self.closed_after) + KEPT:
            return False
        return not self._is_held(at)

    def _is_held(self, at: datetime) -> bool:
        if self.held_for is None:
            return False
        is_lifted = self.lifted_after is not None
        return not is_lifted and legal_day(at) < legal_day(BEGIN + timedelta(days=self.held_for))


days = st.integers(min_value=0, max_value=400)
lives = st.builds(
    Life,
    closed_after=st.none() | days,
    held_for=st.none() | st.integers(min_value=3600, max_value=4200),
    lifted_after=st.none() | days,
)
runs = st.lists(st.integers(min_value=3500, max_value=4300), min_size=1, max_size=3).map(sorted)
some = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


def lived(life: Life, office: Office, guard: Actor) -> Dossier:
    """A dossier with that life, by the real actions."""
    mother = make_applicant(at=BEGIN)
    dossier = make_dossier(office=office, applicant=mother, at=BEGIN)
    if life.held_for is not None:
        until = legal_day(BEGIN + timedelta(days=life.held_for))
        hold = place_hold(
            case_code=dossier.code, reason="Khiếu nại", until_on=until, actor=guard, at=BEGIN
        )
        if life.lifted_after is not None:
            lift_hold(hold_id=hold.pk, actor=guard, at=BEGIN + timedelta(days=life.lifted_after))
    if life.closed_after is not None:
        closed = BEGIN + timedelta(days=life.closed_after)
        withdraw_dossier(code=dossier.code, reason="nhầm", actor=mother, at=closed)
    return dossier


def is_erased(dossier: Dossier) -> bool:
    """All of it or nothing of it."""
    row = Dossier.objects.get(pk=dossier.pk)
    case = Case.objects.get(pk=dossier.case_id)
    parts = {
        row.answers == {},
        row.applicant_id != dossier.applicant_id,
        case.applicant_id is None,
        case.applicant_name == "",
        not DossierPaper.objects.filter(dossier=dossier).exists(),
    }
    assert len(parts) == 1, "half erased"
    return parts.pop()


@some
@given(st.lists(lives, min_size=1, max_size=4), runs, st.integers(min_value=1, max_value=3))
def test_nothing_too_early_and_nothing_too_late(
    several: list[Life], days_of_runs: list[int], batch: int
) -> None:
    with transaction.atomic():
        office = make_office(at=BEGIN)
        guard = make_officer(office.body, "data_protection", at=BEGIN)
        dossiers = [lived(life, office, guard) for life in several]
        was_due = [False] * len(several)
        for after in days_of_runs:
            at = BEGIN + timedelta(days=after)
            erase_expired_data(at=at, batch=batch)
            was_due = [was or life.is_due(at) for was, life in zip(was_due, several, strict=True)]
            assert [is_erased(each) for each in dossiers] == was_due
            assert erase_expired_data(at=at, batch=batch).counts == {}
        transaction.set_rollback(True)


class Killed(BaseException):
    """The process ends here."""


class KillAt:
    """Ends at the n-th statement that changes something."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith(("UPDATE", "DELETE", "INSERT")):
            self.left -= 1
            if self.left < 0:
                raise Killed
        return execute(sql, *rest)


@some
@given(st.integers(min_value=0, max_value=40), st.integers(min_value=1, max_value=3))
def test_a_kill_anywhere_leads_to_the_same_end(number: int, batch: int) -> None:
    with transaction.atomic():
        office = make_office(at=BEGIN)
        guard = make_officer(office.body, "data_protection", at=BEGIN)
        dossiers = [lived(Life(day, None, None), office, guard) for day in (0, 1, 2)]
        _write_messages(dossiers)
        at = BEGIN + KEPT + timedelta(days=1)
        try:
            with connection.execute_wrapper(KillAt(number)):
                erase_expired_data(at=at, batch=batch)
        except Killed:
            pass
        erase_expired_data(at=at, batch=batch)

        assert [is_erased(each) for each in dossiers] == [True, True, False]
        assert not Message.objects.exists()
        _assert_counted_once(RetentionRun.objects.filter(ended_at__isnull=False))
        transaction.set_rollback(True)


def _write_messages(dossiers: list[Dossier]) -> None:
    for each in dossiers:
        notify(
            template="services.receive",
            person_id=each.applicant_id,
            context={"code": each.code},
            at=BEGIN + YEAR,
        )


def _assert_counted_once(ended: Any) -> None:
    """The runs together say what went, as the audit does."""
    counted: dict[str, int] = {}
    for run in ended:
        for what, count in run.counts.items():
            counted[what] = counted.get(what, 0) + count
    assert counted["services.Dossier:answers,findings,applicant"] == 2
    assert counted["notifications.Message:person,title,body"] == 3
    written: dict[str, int] = {}
    for row in Record.objects.filter(action="personal_data.erase_expired_data"):
        written[row.details["what"]] = written.get(row.details["what"], 0) + row.details["count"]
    assert written == counted
