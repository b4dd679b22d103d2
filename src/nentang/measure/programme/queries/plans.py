"""Targets of bodies' own plans: drafts, versions, reported values, as one kind of target with those of the nation."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Count

from nentang.foundation.facts.public import indicators
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.programme.enums import Measure
from nentang.measure.programme.errors import TargetNotFound
from nentang.measure.programme.models import PlanTarget, ReportedValue, TargetVersion
from nentang.measure.programme.rules.targets import Target
from nentang.measure.programme.rules.terms import from_kept

TOGETHER = ("case", "organization")
MOST_ROWS = 50
UNITS = {"percent": Measure.PERCENT, "%": Measure.PERCENT, "hours": Measure.HOURS, "days": Measure.DAYS}  # fmt: skip


class PlanBody(Frozen):
    """A body that has published targets of its own, with how many."""

    id: int
    name: str
    count: int


def plan_bodies() -> list[PlanBody]:
    """Bodies with published targets, in the order of their names; one query."""
    rows = PlanTarget.objects.filter(published__isnull=False)
    counted = rows.values_list("organization", "organization__name").annotate(n=Count("pk"))
    return [PlanBody(*row) for row in counted.order_by("organization__name")]


def selectable_indicators() -> dict[str, str]:
    """Indicators of the house that a target may be measured by, with the unit of such a target."""
    return {i.code: str(UNITS[i.unit]) for i in indicators() if i.unit in UNITS}


def drafts_of(bodies: Collection[int], *, before_id: int | None, limit: int) -> list[PlanTarget]:
    """All targets of these bodies, newest first."""
    rows = PlanTarget.objects.filter(organization__in=bodies).select_related(*TOGETHER)
    rows = rows if before_id is None else rows.filter(pk__lt=before_id)
    return list(rows.order_by("-pk")[:limit])


def find_plan_target(code: str) -> PlanTarget:
    """The target of that code with its case and body; TargetNotFound where there is none."""
    found = PlanTarget.objects.select_related(*TOGETHER).filter(code=code).first()
    if found is None:
        raise TargetNotFound
    return found


def published_key(code: str) -> int:
    """The key of a published target; TargetNotFound."""
    found = PlanTarget.objects.filter(code=code, published__isnull=False)
    key = found.values_list("pk", flat=True).first()
    if key is None:
        raise TargetNotFound
    return key


def plan_names(codes: Collection[str]) -> dict[str, str]:
    """Names of published targets by their codes; one query."""
    rows = PlanTarget.objects.filter(code__in=codes, published__isnull=False)
    return dict(rows.values_list("code", "name"))


def plan_target_to_change(code: str) -> PlanTarget:
    """The same, locked until the transaction ends."""
    rows = PlanTarget.objects.select_for_update(of=("self",)).select_related(*TOGETHER)
    found = rows.filter(code=code).first()
    if found is None:
        raise TargetNotFound
    return found


def versions_of(target: PlanTarget) -> list[TargetVersion]:
    """All versions, the latest first, at most fifty."""
    return list(target.versions.order_by("-number")[:50])


def version_of(target: PlanTarget, number: int) -> TargetVersion:
    """That version; TargetNotFound where it was never published."""
    found = target.versions.filter(number=number).first()
    if found is None:
        raise TargetNotFound
    return found


def last_value(target: PlanTarget, day: date) -> ReportedValue | None:
    """What counts for that day, if anything was reported for it."""
    return target.values.filter(on_day=day).order_by("-pk").first()


def published_targets(body_id: int, *, after_id: int, limit: int) -> list[PlanTarget]:
    """Published targets of the body in the order in which they were entered."""
    rows = PlanTarget.objects.filter(organization=body_id, published__isnull=False)
    return list(rows.filter(pk__gt=after_id).select_related("organization").order_by("pk")[:limit])


def as_targets(found: Sequence[PlanTarget], on: date) -> list[Target]:
    """Each as it was published, with what was reported up to that day; two queries, however many."""
    ids = [each.pk for each in found]
    versions: dict[tuple[int, int], TargetVersion] = {
        (v.target_id, v.number): v for v in TargetVersion.objects.filter(target__in=ids)
    }
    reports: dict[int, dict[date, ReportedValue]] = {pk: {} for pk in ids}
    rows = ReportedValue.objects.filter(target__in=ids, on_day__lte=on).order_by("pk")
    for row in rows:
        reports[row.target_id][row.on_day] = row
    return [_target(t, versions[t.pk, t.published or 0], reports[t.pk]) for t in found]


def as_target(target: PlanTarget, version: TargetVersion, on: date) -> Target:
    """One of them in one of its versions."""
    rows = target.values.filter(on_day__lte=on).order_by("pk")
    return _target(target, version, {row.on_day: row for row in rows})


def _target(
    target: PlanTarget, version: TargetVersion, reports: dict[date, ReportedValue]
) -> Target:
    terms = from_kept(version.terms)
    latest = reports[max(reports)] if reports else None
    return Target(
        id=target.code,
        name_vi=terms.name,
        name_en=terms.name,
        unit=terms.unit,
        lower_is_better=terms.lower_is_better,
        goals=terms.goals,
        indicator=terms.indicator,
        source=latest.source if latest else "",
        reports={day: row.value for day, row in reports.items()},
        definition=terms.definition,
        course=terms.course,
        baseline=terms.baseline,
        ceiling=terms.ceiling,
        office=terms.office,
        backup=terms.backup,
        act=terms.act,
        body_id=target.organization_id,
        body=target.organization.name,
        unit_code=target.unit_code,
        version=version.number,
        sources={day: row.source for day, row in reports.items()},
    )


def published_on(version: TargetVersion) -> date:
    """The day of a version."""
    return legal_day(version.published_at)
