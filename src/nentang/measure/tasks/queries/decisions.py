"""Reads of decisions, of what was read from them, and of the bodies that they name."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Q

from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
)
from nentang.measure.tasks.enums import RowStanding
from nentang.measure.tasks.errors import BodyUnknown, DecisionNotFound, RowNotFound
from nentang.measure.tasks.models import Decision, ProposedTask
from nentang.measure.tasks.rules.bodies import Directory, spelled_out

MOST_NAMES = 20_000
COMMITTEE = "uy ban nhan dan"


def find_decision(code: str) -> Decision:
    """The decision of that code with its assigner; DecisionNotFound."""
    found = Decision.objects.select_related("assigner").filter(code=code).first()
    if found is None:
        raise DecisionNotFound
    return found


def decision_to_change(code: str) -> Decision:
    """The same, locked until the transaction ends."""
    rows = Decision.objects.select_for_update(of=("self",)).select_related("assigner")
    found = rows.filter(code=code).first()
    if found is None:
        raise DecisionNotFound
    return found


def find_row(decision: Decision, number: int) -> ProposedTask:
    """The proposed task of that number; RowNotFound."""
    found = decision.rows.select_related("lead", "decision").filter(number=number).first()
    if found is None:
        raise RowNotFound
    return found


def rows_page(
    decision: Decision, standing: str, *, after: tuple[int, int], limit: int
) -> list[ProposedTask]:
    """One page of proposed tasks in the order of the text, behind that place and number."""
    rows = decision.rows.filter(standing=standing).select_related("lead", "task")
    behind = Q(place__gt=after[0]) | Q(place=after[0], number__gt=after[1])
    return list(rows.filter(behind).order_by("place", "number")[:limit])


def rows_to_settle(decision: Decision, numbers: Collection[int]) -> list[ProposedTask]:
    """Those of the rows that are open, locked until the transaction ends; RowNotFound where one is unknown."""
    rows = decision.rows.select_for_update(of=("self",)).select_related("lead")
    found = list(rows.filter(number__in=numbers).order_by("place", "number"))
    if len(found) < len(set(numbers)):
        raise RowNotFound
    return found


def row_counts(decision: Decision) -> dict[str, int]:
    """How many proposed tasks became what; one query."""
    asked = {each.value: Count("pk", filter=Q(standing=each)) for each in RowStanding}
    return decision.rows.aggregate(**asked)


def complete_rows(decision: Decision) -> list[int]:
    """Numbers of the open rows that can be confirmed as they stand and of which nothing is doubtful."""
    rows = decision.rows.filter(standing=RowStanding.OPEN, doubts=[]).select_related("lead")
    return [row.number for row in rows.order_by("place", "number")[:1000] if row.is_complete]


def being_read(bodies: Collection[int], *, limit: int) -> list[Decision]:
    """Decisions of these bodies that have rows to be confirmed, the newest first."""
    rows = Decision.objects.filter(assigner__in=bodies, rows__standing=RowStanding.OPEN)
    counted = rows.annotate(open_rows=Count("rows")).select_related("assigner")
    return list(counted.order_by("-pk")[:limit])


def directory_of(assigner: Organization, on: date) -> Directory:
    """The bodies that a decision of that body may name: those below it, ministries, and provinces for a ministry."""
    return Directory(_names(assigner, bodies_named(assigner, on)))


def bodies_named(assigner: Organization, on: date) -> list[Organization]:
    """The same as rows, in Vietnamese order; two queries."""
    is_national = assigner.level == OrganizationLevel.MINISTRY
    near = Q(path__contains=f"/{assigner.pk}/") | Q(pk=assigner.pk)
    high = Q(level=OrganizationLevel.MINISTRY, kind=OrganizationKind.MINISTRY)
    provinces = Q(level=OrganizationLevel.PROVINCE, kind=OrganizationKind.PEOPLES_COMMITTEE)
    wanted = near | high | provinces if is_national else near | high
    rows = Organization.objects.on(on).filter(wanted).select_related("unit")
    return list(rows.order_by("sort_name", "pk")[:MOST_NAMES])


def _names(assigner: Organization, bodies: Iterable[Organization]) -> Iterable[tuple[int, str]]:
    """Each body by its name; a committee also by its place, the assigner also as `UBND tỉnh`."""
    for body in bodies:
        yield body.pk, body.name
        if body.kind == OrganizationKind.PEOPLES_COMMITTEE and body.unit:
            yield body.pk, body.unit.title
    if assigner.kind == OrganizationKind.PEOPLES_COMMITTEE and assigner.unit:
        yield assigner.pk, f"{COMMITTEE} {assigner.unit.kind}"


def bodies_below(lead: Organization, on: date) -> list[Organization]:
    """The bodies directly below, to which a task can be handed on; at most three hundred."""
    rows = Organization.objects.on(on).filter(parent=lead.pk)
    return list(rows.order_by("level", "sort_name", "pk")[:300])


def bodies_by_id(ids: Collection[int], on: date) -> dict[int, Organization]:
    """The bodies of that day; BodyUnknown where one is none."""
    rows = Organization.objects.on(on).filter(pk__in=ids).select_related("unit")
    found = {row.pk: row for row in rows}
    if set(ids) - found.keys():
        raise BodyUnknown
    return found


def names_of(ids: Collection[int]) -> dict[int, str]:
    """Names by identifier; one query."""
    return dict(Organization.objects.filter(pk__in=ids).values_list("pk", "name"))


def body_named(text: str, assigner: Organization, on: date) -> int | None:
    """The one body that the words name, or nobody."""
    if not spelled_out(text):
        return None
    found = directory_of(assigner, on).find(text)
    return found.ids[0] if len(found.ids) == 1 else None
