"""Two who do the same thing at the same moment, in real transactions of their own."""

from datetime import datetime

import pytest

from nentang.foundation.facts.models import Fact
from nentang.measure.programme import actions as programme
from nentang.measure.programme.models import TargetVersion
from nentang.measure.small_registers import actions
from nentang.measure.small_registers.models import Entry, EntryVersion
from tests.measure.programme.factories import make_planners, submitted
from tests.measure.reporting.test_two_at_once import AT_ONCE, all_at_once

from .factories import DOMAIN, entered, make_keepers, published

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_of_many_who_publish_an_entry_one_does(at: datetime) -> None:
    owner = make_keepers(at=at)
    entry = entered(owner, "domains", DOMAIN, at=at)
    actions.take_step(code=entry.code, step="submit", reason="", actor=owner.specialist, at=at)

    found = all_at_once(
        lambda number: actions.take_step(
            code=entry.code,
            step="publish",
            reason="",
            actor=(owner.leader, owner.deputy)[number % 2],
            at=at,
        )
    )

    assert sum(isinstance(each, Entry) for each in found) == 1
    assert EntryVersion.objects.count() == 1


def test_of_many_who_save_one_form_one_wins(at: datetime) -> None:
    owner = make_keepers(at=at)
    entry = entered(owner, "domains", DOMAIN, at=at)

    found = all_at_once(
        lambda number: actions.change_entry(
            code=entry.code,
            typed={**DOMAIN, "system": f"Cổng {number}"},
            values_version=1,
            actor=owner.specialist,
            at=at,
        )
    )

    assert sum(isinstance(each, Entry) for each in found) == 1
    assert found.count("small_registers.entry_changed") == AT_ONCE - 1


def test_many_entries_at_once_have_numbers_without_gaps(at: datetime) -> None:
    owner = make_keepers(at=at)

    all_at_once(
        lambda number: entered(owner, "domains", {**DOMAIN, "domain": f"m{number}.vn"}, at=at)
    )

    codes = sorted(Entry.objects.values_list("code", flat=True))
    assert [code[-4:] for code in codes] == [f"{n:04d}" for n in range(1, AT_ONCE + 1)]


def test_many_workers_count_each_entry_once_a_month(at: datetime) -> None:
    owner = make_keepers(at=at)
    published(owner, "domains", DOMAIN, at=at)

    all_at_once(lambda number: actions.count_entries(actor=owner.leader, at=at))

    assert Fact.objects.filter(kind="small_registers.entry_counted").count() == 1


def test_of_many_who_approve_a_target_one_does(at: datetime) -> None:
    planners = make_planners(at=at)
    target = submitted(planners, at=at)

    found = all_at_once(
        lambda number: programme.approve_target(
            code=target.code, actor=(planners.leader, planners.deputy)[number % 2], at=at
        )
    )

    assert sum(isinstance(each, TargetVersion) for each in found) == 1
    assert TargetVersion.objects.count() == 1
