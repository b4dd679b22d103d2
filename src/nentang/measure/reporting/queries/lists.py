"""Lists of reports: what waits for an officer, what a body above has to watch, what came late."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from nentang.agreements.actor import Actor
from nentang.kernel.clock import at_local
from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.registry import FILLING, TAKING

LATE = Q(first_filed_at__gt=F("due_at"))


class DueReports(Frozen):
    """Reports of a unit's own body that were due: all, filed in time, filed late, not filed."""

    due: int
    in_time: int
    late: int
    missing: int


def due_reports(
    first: date, last: date, *, unit_codes: Collection[str] | None, at: datetime
) -> dict[str, DueReports]:
    """By unit code what was due in these days and until `at`, of those units or of all; one query."""
    days = at_local(first, time()), min(at_local(last + timedelta(days=1), time()), at)
    rows = Report.objects.filter(due_at__gte=days[0], due_at__lt=days[1])
    if unit_codes is not None:
        rows = rows.filter(unit_code__in=unit_codes)
    filed = Q(first_filed_at__lte=at)
    counted = rows.values_list("unit_code").annotate(
        due=Count("pk"),
        in_time=Count("pk", filter=filed & ~LATE),
        late=Count("pk", filter=filed & LATE),
    )
    return {
        code: DueReports(due, in_time, late, due - in_time - late)
        for code, due, in_time, late in counted.order_by()
    }


def due_for_bodies(bodies: Collection[int], *, limit: int) -> list[Report]:
    """Reports of these bodies that are not filed, what is due first at the top."""
    rows = _rows().filter(organization__in=bodies, case__closed_at=None)
    return list(rows.filter(case__holder=F("organization")).order_by("due_at", "pk")[:limit])


def filed_by(bodies: Collection[int], *, before_id: int | None, limit: int) -> list[Report]:
    """What these bodies have filed, newest first."""
    rows = _rows().filter(organization__in=bodies, versions_filed__gt=0)
    rows = rows.exclude(case__holder=F("organization"), case__closed_at=None)
    return list(_page(rows, before_id, limit))


def reports_of(bodies: Collection[int], *, before_id: int | None, limit: int) -> list[Report]:
    """All reports of these bodies, newest first."""
    return list(_page(_rows().filter(organization__in=bodies), before_id, limit))


def below(
    bodies: Collection[int], regime: str, period: str, state: str, *, after_id: int, limit: int
) -> list[Report]:
    """Reports that these bodies get, in the order in which they were opened; `state` as in `BOARD_STATES`."""
    rows = _rows().filter(above__in=bodies, regime=regime, period=period).filter(_in(state))
    return list(rows.filter(pk__gt=after_id).order_by("pk")[:limit])


def counts_below(bodies: Collection[int], regime: str, period: str, at: datetime) -> dict[str, int]:
    """How many of these reports stand where; one query."""
    rows = Report.objects.filter(above__in=bodies, regime=regime, period=period)
    asked: dict[str, Any] = {state: Count("pk", filter=_in(state)) for state in BOARD_STATES}
    overdue = Q(counted=None, due_at__lt=at)
    return rows.aggregate(all=Count("pk"), overdue=Count("pk", filter=overdue), **asked)


BOARD_STATES = ("to_take", "missing", "taken", "late")


def _in(state: str) -> Q:
    return {
        "to_take": Q(case__state="filed"),
        "missing": Q(counted=None),
        "taken": Q(case__state="taken_in"),
        "late": LATE,
    }.get(state, Q())


def periods_of(regime: str, *, bodies: Collection[int] = (), limit: int = 12) -> list[str]:
    """Periods of which there are reports, the latest first."""
    rows = Report.objects.filter(regime=regime)
    if bodies:
        rows = rows.filter(above__in=bodies)
    found = rows.values("period").annotate(last=Max("last_on")).order_by("-last")
    return [each["period"] for each in found[:limit]]


def waiting_count(actor: Actor) -> int:
    """How many reports wait for the actor's bodies; one query."""
    mine, above = actor.organizations(*FILLING), actor.organizations(*TAKING)
    own = Q(organization__in=mine, case__holder=F("organization"), case__closed_at=None)
    return Report.objects.filter(own | Q(above__in=above, case__state="filed")).count()


def regimes_filed_since(day: date) -> set[str]:
    """Regimes of which a report was filed for a period that was closed since that day."""
    rows = Report.objects.filter(last_on__gte=day, versions_filed__gt=0)
    return set(rows.values_list("regime", flat=True).distinct())


def _rows() -> QuerySet[Report]:
    return Report.objects.select_related("case", "organization", "above")


def _page(rows: QuerySet[Report], before_id: int | None, limit: int) -> QuerySet[Report]:
    found = rows if before_id is None else rows.filter(pk__lt=before_id)
    return found.order_by("-pk")[:limit]
