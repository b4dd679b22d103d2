"""Two officers press at the same moment, each in a process of their own."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from nentang.agreements.actor import Actor
from nentang.foundation.casework.errors import ChangedMeanwhile
from nentang.foundation.casework.models import Case, HolderSpell, TimelineEntry
from nentang.foundation.casework.public import find_case, move_case, take_case
from tests.foundation.outbox.workers import end_of, fork, shared_database

from .factories import make_case, make_office

pytestmark = pytest.mark.django_db(transaction=True)
WON, TOO_LATE = 0, 7


def test_of_two_moves_at_once_exactly_one_happens(at: datetime, tmp_path: Path) -> None:
    office = make_office(at=at)
    code = make_case(office=office, at=at).code

    def move(case: Case, actor: Actor) -> None:
        move_case(case=case, step="ask", actor=actor, at=at)

    with shared_database(tmp_path):
        ends = race(code, [office.clerk, office.colleague], move)

        assert sorted(ends) == [WON, TOO_LATE]
        assert find_case(code).state == "asking"
        assert TimelineEntry.objects.filter(case__code=code, step="ask").count() == 1
        assert HolderSpell.objects.filter(case__code=code).count() == 1


def test_of_two_who_take_a_case_at_once_exactly_one_has_it(at: datetime, tmp_path: Path) -> None:
    office = make_office(at=at)
    code = make_case(office=office, at=at).code

    def take(case: Case, actor: Actor) -> None:
        take_case(case=case, actor=actor, at=at)

    with shared_database(tmp_path):
        ends = race(code, [office.clerk, office.colleague], take)

        assert sorted(ends) == [WON, TOO_LATE]
        assert HolderSpell.objects.filter(case__code=code).count() == 1


def race(code: str, actors, act) -> list[int]:  # type: ignore[no-untyped-def]
    """Let each read the case, wait until all have, then act; how each process ended."""
    ready_out, ready_in = os.pipe()
    start_out, start_in = os.pipe()

    def run(actor: Actor) -> None:
        case = find_case(code)
        os.write(ready_in, b".")
        os.read(start_out, 1)
        try:
            act(case, actor)
        except ChangedMeanwhile:
            os._exit(TOO_LATE)

    processes = [fork(lambda actor=actor: run(actor)) for actor in actors]  # type: ignore[misc]
    for _ in actors:
        os.read(ready_out, 1)
    os.write(start_in, b"." * len(actors))
    return [end_of(process) for process in processes]
