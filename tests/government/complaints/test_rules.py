"""When one may complain, by when an office answers, and who keeps out of it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.casework.public import term_end
from nentang.foundation.casework.rules.working_time import calendar
from nentang.government.complaints.enums import About, Difficulty, Instance
from nentang.government.complaints.rules.conflict import is_barred
from nentang.government.complaints.rules.offer import offer_for
from nentang.government.complaints.rules.second import Standing, second_span
from nentang.government.complaints.rules.terms import (
    acceptance_days_on,
    complaint_days_on,
    resolution_terms_on,
    second_days_on,
)
from nentang.kernel.clock import at_local, legal_day

days = st.dates(date(2016, 1, 1), date(2040, 1, 1))
instants = days.map(lambda day: at_local(day, time(8)).astimezone(UTC)) | days.map(
    lambda day: at_local(day, time(23, 30)).astimezone(UTC)
)
few = st.frozensets(st.integers(1, 5))


@given(begins_on=days, count=st.integers(1, 90))
def test_a_term_is_never_shorter_than_the_law_and_ends_on_a_working_day(
    begins_on: date, count: int
) -> None:
    end = term_end(begins_on, count)

    plain = begins_on + timedelta(days=count)
    assert legal_day(end) >= plain
    assert calendar().is_working_day(legal_day(end))
    between = (plain + timedelta(days=n) for n in range((legal_day(end) - plain).days))
    assert not any(calendar().is_working_day(day) for day in between)


@given(begins_on=days, count=st.integers(1, 89))
def test_one_day_more_never_ends_earlier(begins_on: date, count: int) -> None:
    assert term_end(begins_on, count) <= term_end(begins_on, count + 1)


@given(at=instants, count=st.integers(1, 90))
def test_at_whatever_hour_it_begins_a_day_gives_the_same_end(at: datetime, count: int) -> None:
    morning = at_local(legal_day(at), time(0))

    assert term_end(legal_day(at), count) == term_end(legal_day(morning), count)


@pytest.mark.parametrize(
    ("begins_on", "count", "last"),
    [
        (date(2020, 12, 7), 10, date(2020, 12, 17)),
        (date(2020, 12, 9), 10, date(2020, 12, 21)),  # the 19th is a Saturday
        (date(2020, 12, 2), 30, date(2021, 1, 4)),  # the 1st is a holiday, then a weekend
        (date(2021, 1, 11), 30, date(2021, 2, 17)),  # Tết of the year Tân Sửu
    ],
)
def test_terms_by_the_calendar_on_the_wall(begins_on: date, count: int, last: date) -> None:
    assert term_end(begins_on, count) == at_local(last, time(23, 59, 59))


@given(day=days)
def test_what_is_harder_takes_longer_and_a_second_time_no_less(day: date) -> None:
    first, second = (resolution_terms_on(day, each).value for each in Instance)

    for terms in (first, second):
        assert terms.plain < terms.complex <= terms.remote_complex
        assert terms.plain < terms.remote <= terms.remote_complex
    for difficulty in Difficulty:
        assert second.days(difficulty) >= first.days(difficulty)
        assert second_days_on(day, difficulty) >= second_days_on(day, Difficulty.PLAIN)


def test_the_days_of_the_law() -> None:
    day = date(2020, 12, 7)
    terms = [resolution_terms_on(day, each).value for each in Instance]

    assert complaint_days_on(day).value == 90
    assert acceptance_days_on(day).value == 10
    assert [[each.days(d) for d in Difficulty] for each in terms] == [
        [30, 45, 45, 60],
        [45, 60, 60, 70],
    ]


def test_what_was_not_read_says_so() -> None:
    """What was amended in 2026, and the acceptance of second complaints (article 36), which was never read."""
    assert complaint_days_on(date(2026, 6, 30)).verified
    assert not complaint_days_on(date(2026, 7, 1)).verified
    assert not acceptance_days_on(date(2026, 6, 30)).verified
    assert not resolution_terms_on(date(2026, 7, 1), Instance.FIRST).verified


AT = datetime(2020, 12, 7, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("outcome", "is_decided", "is_late", "abouts"),
    [
        ("", False, False, None),
        ("", False, True, ["late", "conduct", "fee"]),
        ("granted", True, False, ["decision", "conduct", "fee"]),
        ("granted", True, True, ["decision", "late", "conduct", "fee"]),
        ("refused", True, False, ["decision", "conduct", "fee"]),
        ("not_accepted", True, False, ["intake", "conduct", "fee"]),
        ("withdrawn", True, False, None),
    ],
)
def test_what_is_offered_depends_on_how_the_dossier_stands(
    outcome: str, is_decided: bool, is_late: bool, abouts: list[str] | None
) -> None:
    offer = offer_for(
        outcome=outcome,
        decided_at=AT if is_decided else None,
        late_since=AT if is_late else None,
        at=AT + timedelta(days=1),
    )

    assert (offer and [about.value for about in offer.abouts]) == abouts


@given(at=instants, passed=st.integers(0, 200))
def test_a_decision_may_be_complained_about_exactly_until_its_term_ends(
    at: datetime, passed: int
) -> None:
    now = at + timedelta(days=passed)
    offer = offer_for(outcome="refused", decided_at=at, late_since=None, at=now)

    end = term_end(legal_day(at), 90)
    assert (offer is not None) == (now <= end)
    assert offer is None or (offer.until == end and About.DECISION in offer.abouts)


@given(
    filed=instants,
    resolve_in=st.none() | st.integers(30, 80),
    difficulty=st.sampled_from(Difficulty),
)
def test_a_second_complaint_opens_when_the_first_is_over_and_for_the_days_of_the_law(
    filed: datetime, resolve_in: int | None, difficulty: Difficulty
) -> None:
    accept_by = term_end(legal_day(filed), 10)
    resolve_by = term_end(legal_day(filed), resolve_in) if resolve_in else None
    span = second_span(Standing(accept_by, resolve_by, None, difficulty))

    assert not span.holds(span.opens_at)
    assert span.holds(span.opens_at + timedelta(seconds=1))
    assert span.holds(span.until)
    assert not span.holds(span.until + timedelta(seconds=1))
    assert span.opens_at >= (resolve_by or accept_by)
    assert (span.until - span.opens_at).days >= 29


@given(account=st.integers(1, 6), involved=few, leaders=few, instance=st.sampled_from(Instance))
def test_whoever_had_a_part_keeps_out_unless_no_other_leader_is_left(
    account: int, involved: frozenset[int], leaders: frozenset[int], instance: Instance
) -> None:
    barred = is_barred(account, involved=involved, leaders=leaders, instance=instance)

    if account not in involved:
        assert not barred
    elif instance is Instance.SECOND or account not in leaders or leaders - involved:
        assert barred
    else:
        assert not barred
