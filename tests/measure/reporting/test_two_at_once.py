"""Two who do the same thing at the same moment, in real transactions of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from nentang.kernel.errors import DomainError
from nentang.measure.reporting import actions
from nentang.measure.reporting.models import ReportVersion
from tests.measure.reporting.factories import (
    BEFORE_DUE,
    CLOSED,
    FIGURES,
    filled,
    make_land,
    opened,
    report_of,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
AT_ONCE = 6


def all_at_once(act: Callable[[int], object]) -> list[object]:
    """What each of them got, or was refused with."""
    start = Barrier(AT_ONCE)

    def one(number: int) -> object:
        start.wait()
        try:
            return act(number)
        except DomainError as refused:
            return refused.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(one, range(AT_ONCE)))


def test_a_request_that_is_sent_many_times_at_once_files_one_version() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = report_of(land.commune)

    found = all_at_once(
        lambda _n: (
            actions.file_report(
                code=report.code,
                typed=FIGURES,
                remarks="",
                key="cung-mot-khoa",
                actor=land.commune.leader,
                at=BEFORE_DUE,
            ).pk
        )
    )

    assert ReportVersion.objects.count() == 1
    assert set(found) == {ReportVersion.objects.get().pk}


def test_of_many_who_save_one_draft_one_wins_and_the_others_are_told() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = report_of(land.commune)

    found = all_at_once(
        lambda number: actions.save_draft(
            code=report.code,
            typed={**FIGURES, "households": str(number + 1)},
            remarks="",
            draft_version=0,
            actor=land.commune.clerk,
            at=CLOSED,
        ).values["households"]
    )

    assert found.count("reporting.draft_changed") == AT_ONCE - 1
    assert report_of(land.commune).values["households"] in found


def test_of_many_who_sign_one_report_exactly_one_files_it() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = filled(land.commune)
    actions.submit_report(code=report.code, actor=land.commune.clerk, at=CLOSED)

    found = all_at_once(
        lambda _n: (
            actions.sign_report(code=report.code, actor=land.commune.leader, at=BEFORE_DUE).number
        )
    )

    assert found.count(1) == 1
    assert ReportVersion.objects.count() == 1
    assert report_of(land.commune).case.state == "filed"
