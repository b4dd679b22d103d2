"""Several press at the same moment, each over a connection of their own, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from nentang.foundation.casework.errors import ChangedMeanwhile, StepNotPossible
from nentang.foundation.casework.models import Case
from nentang.government.complaints import actions
from nentang.government.complaints.errors import AlreadyComplained
from nentang.government.complaints.models import Complaint, YearCounter
from tests.foundation.outbox.workers import shared_database
from tests.government.services.factories import make_applicant

from .factories import accept, complain, complained, decide, make_place, refused_dossier

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each act gave or refused; all begin together."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait(20)
        try:
            return act()
        except (AlreadyComplained, ChangedMeanwhile, StepNotPossible) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(60) for future in [threads.submit(run, act) for act in acts]]


@pytest.mark.parametrize("keys", [["a"] * 5, ["a", "b", "c", "d", "e"]])
def test_a_complaint_sent_many_times_at_once_is_one_and_uses_one_number(
    at: datetime, tmp_path: Path, keys: list[str]
) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)

    with shared_database(tmp_path):
        made = at_once([lambda key=key: complain(code, citizen, at, key=key) for key in keys])

        done = [each for each in made if isinstance(each, Complaint)]
        assert len({each.code for each in done}) == 1
        assert len(done) == (5 if len(set(keys)) == 1 else 1)
        assert Complaint.objects.count() == 1
        assert Case.objects.filter(kind="complaint").count() == 1
        assert YearCounter.objects.get().last == 1


def test_different_matters_complained_about_at_once_get_numbers_without_gap(
    at: datetime, tmp_path: Path
) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)

    with shared_database(tmp_path):
        made = at_once(
            [
                lambda about=about: complain(code, citizen, at, about=about)
                for about in ("decision", "conduct", "fee")
            ]
        )

    assert sorted(each.code[-4:] for each in made) == ["0001", "0002", "0003"]


def test_of_two_who_decide_at_once_one_does(at: datetime, tmp_path: Path) -> None:
    place, _citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)

    with shared_database(tmp_path):
        results = at_once(
            [
                lambda verdict=verdict: decide(complaint, place.deputy, at + 2 * DAY, verdict)
                for verdict in ("right", "wrong")
            ]
        )

        won = [each for each in results if isinstance(each, Complaint)]
        assert len(won) == 1
        assert Complaint.objects.get().verdict == won[0].verdict


def test_a_withdrawal_and_a_decision_at_once_never_both_happen(
    at: datetime, tmp_path: Path
) -> None:
    place, citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)

    with shared_database(tmp_path):
        at_once(
            [
                lambda: decide(complaint, place.deputy, at + 2 * DAY),
                lambda: actions.withdraw_complaint(
                    code=complaint.code, actor=citizen, at=at + 2 * DAY
                ),
            ]
        )

        kept = Complaint.objects.select_related("case").get()
        assert kept.case.state == kept.outcome
        assert (kept.decision_id is not None) == (kept.outcome == "decided")
