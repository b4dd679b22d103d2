"""Sums of districts, provinces and the nation are kept, under both geographies, and are those of what lies below."""

import shutil
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of
from hypothesis import strategies as st

from nentang.agreements.actor import SYSTEM
from nentang.measure.indicators.models import IndicatorYear
from nentang.measure.indicators.public import (
    Sum,
    compute_indicators,
    months_of,
    parts_of,
    recompute_indicators,
    tree_on,
    value_of,
)
from tests.measure.factories import (
    RUN_FINISHED,
    RUNS_ON_TIME,
    a_run,
    in_month,
    known_alone,
    make_country,
)

pytestmark = pytest.mark.django_db
BEFORE, AFTER = date(2025, 6, 30), date(2025, 12, 31)
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
OLD_UNITS = ("98001", "99002", "99003", "981", "992", "98", "99", "")
NEW_UNITS = ("97001", "97", "")
EVERYWHERE = [*((BEFORE, unit) for unit in OLD_UNITS), *((AFTER, unit) for unit in NEW_UNITS)]
runs = st.lists(
    st.tuples(
        st.sampled_from(["98001", "99002", "99003", "992", "98", "97001", "97", "", "unknown"]),
        st.sampled_from([5, 6, 7, 8]),
        st.booleans(),
    ),
    max_size=12,
)


def shown() -> dict[tuple[date, str], Sum]:
    code = RUNS_ON_TIME.code
    return {
        (on, unit): value_of(code, unit, first=FIRST, last=LAST, on=on) for on, unit in EVERYWHERE
    }


@given(st.lists(runs, min_size=1, max_size=3))
@settings_of(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_kept_sums_are_those_of_what_was_counted_below(
    batches: list[list[tuple[str, int, bool]]],
) -> None:
    with known_alone(RUN_FINISHED, RUNS_ON_TIME), transaction.atomic():
        shutil.rmtree(settings.FACTS_FOLDER, ignore_errors=True)
        make_country()
        at = datetime(2026, 1, 2, tzinfo=UTC)
        for batch in batches:
            for unit, month, on_time in batch:
                a_run(at=in_month(2025, month), unit_code=unit, on_time=on_time)
            last = compute_indicators(actor=SYSTEM, at=at)
        kept = shown()

        assert recompute_indicators(actor=SYSTEM, at=at) == last, "nothing was left to change"
        IndicatorYear.objects.exclude(geography="").delete()

        assert shown() == kept, "the same, added up from what each unit counted"
        transaction.set_rollback(True)


def test_the_nation_has_what_nobody_else_has() -> None:
    make_country()
    for unit in ("", "unknown", "98001"):
        a_run(at=in_month(2025, 3), unit_code=unit)

    compute_indicators(actor=SYSTEM, at=datetime(2026, 1, 2, tzinfo=UTC))

    for on in (BEFORE, AFTER):
        assert value_of(RUNS_ON_TIME.code, "", first=FIRST, last=LAST, on=on) == Sum(3, 3)


def test_a_board_of_the_nation_reads_no_commune() -> None:
    make_country()
    a_run(at=in_month(2025, 3), unit_code="98001")
    compute_indicators(actor=SYSTEM, at=datetime(2026, 1, 2, tzinfo=UTC))
    tree = tree_on(BEFORE)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        months_of([RUNS_ON_TIME.code], "", first=FIRST, last=LAST, tree=tree)
        parts_of(RUNS_ON_TIME.code, "", first=FIRST, last=LAST, on=BEFORE)

    values = [each["sql"] for each in asked if "indicatoryear" in each["sql"]]
    assert len(values) == 2
    assert not any("98001" in sql for sql in values)


def test_a_geography_of_another_day_is_added_up(at: datetime) -> None:
    """Its sums are kept from the next computing on."""
    a_run(at=in_month(2025, 3), unit_code="98001")
    compute_indicators(actor=SYSTEM, at=datetime(2026, 1, 2, tzinfo=UTC))
    make_country()

    assert value_of(RUNS_ON_TIME.code, "98", first=FIRST, last=LAST, on=BEFORE) == Sum(1, 1)

    compute_indicators(actor=SYSTEM, at=datetime(2026, 1, 2, tzinfo=UTC))

    assert IndicatorYear.objects.filter(geography=tree_on(BEFORE).name, unit_code="98").exists()
