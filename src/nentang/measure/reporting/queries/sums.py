"""Sums up the tree, and the pieces of which each is made, under the geography of the period's last day."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, F, QuerySet
from django.db.models.functions import Length

from nentang.foundation.organizations.public import (
    Unit,
    UnitInfo,
    UnitLevel,
    unit_as_of,
    units_on,
)
from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.enums import Standing
from nentang.measure.reporting.models import Report, ReportSum, ReportVersion
from nentang.measure.reporting.rules.cells import Values, as_numbers
from nentang.measure.reporting.rules.periods import ReportPeriod
from nentang.measure.reporting.rules.regimes import Regime
from nentang.measure.reporting.rules.sums import Part, Tally, added

NATION = ""
MINISTRY = "ministry"


class Piece(Frozen):
    """One part of a sum: a report (with its code and version), or the sum of a unit below (with its unit).

    A report that never came has a code but no version, a unit without a body not even a code. Officers of
    `bodies` may open the report. `parts` are those into which its unit was split, where the sum is under
    the units of another day.
    """

    title: str
    level: str
    values: Values
    tally: Tally
    unit_code: str = ""
    report_code: str = ""
    version: int | None = None
    is_taken_in: bool = False
    is_stale: bool = False
    is_sum: bool = False
    bodies: frozenset[int] = frozenset()
    parts: tuple[str, ...] = ()


def find_sum(regime: str, period: str, unit_code: str) -> ReportSum | None:
    """The sum as it was added up last; None where nobody has filed below the unit."""
    return ReportSum.objects.filter(regime=regime, period=period, unit_code=unit_code).first()


def stale_sums(limit: int) -> QuerySet[ReportSum]:
    """Sums to be added up anew, the deepest first: those above are made of them."""
    stale = ReportSum.objects.filter(wanted__gt=F("computed"))
    return stale.order_by(Length("unit_code").desc(), "pk")[:limit]


def add_up(pieces: Iterable[Piece], regime: Regime) -> Part:
    """The pieces together."""
    return added(regime, [Part(piece.values, piece.tally) for piece in pieces])


def pieces_of(regime: Regime, period: ReportPeriod, unit_code: str) -> list[Piece]:
    """The unit's own report, and what lies directly below it."""
    if unit_code == NATION:
        own = of_ministries(regime, period) if MINISTRY in regime.due else []
        return own + _sums(regime, period, NATION, units_on(period.last_on, UnitLevel.PROVINCE))
    unit = unit_as_of(unit_code, period.last_on)
    below = _directly_below(unit, period.last_on)
    leaves = [each for each in below if each.level is UnitLevel.COMMUNE]
    branches = [each for each in below if each.level is not UnitLevel.COMMUNE]
    return [
        *of_units(regime, period, [unit]),
        *_sums(regime, period, unit.code, branches),
        *of_units(regime, period, leaves),
    ]


def node_above(unit_code: str, level: str, on: date) -> str:
    """The unit in whose sum a report of that unit stands: a commune's in that of what it lies in."""
    if level == UnitLevel.COMMUNE:
        return unit_as_of(unit_code, on).parent_code
    return NATION if level == MINISTRY else unit_code


def parent_node(unit_code: str, on: date) -> str | None:
    """The unit whose sum is made of this one's; None above the nation."""
    return unit_as_of(unit_code, on).parent_code if unit_code else None


def _directly_below(unit: UnitInfo, on: date) -> list[UnitInfo]:
    levels = (UnitLevel.DISTRICT, UnitLevel.COMMUNE)
    within = [each for level in levels for each in units_on(on, level, within=unit.code)]
    return [each for each in within if each.parent_code == unit.code]


def of_ministries(regime: Regime, period: ReportPeriod) -> list[Piece]:
    """The reports of ministries, in the order of their names."""
    found = _reports(regime, period).filter(level=MINISTRY).order_by("organization__sort_name")
    return _of_reports(list(found))


def of_units(regime: Regime, period: ReportPeriod, units: list[UnitInfo]) -> list[Piece]:
    """The reports of these units' bodies, and a gap where there is none."""
    asked = [unit for unit in units if unit.level in regime.due]
    reports = _reports(regime, period).filter(unit_code__in=[unit.code for unit in asked])
    by_unit = {piece.unit_code: piece for piece in _of_reports(list(reports))}
    return [by_unit.get(unit.code) or _gap(unit) for unit in asked]


def _of_reports(reports: list[Report]) -> list[Piece]:
    filed = {version.report_id: version for version in _counted(reports)}
    return [_piece(report, filed.get(report.pk)) for report in reports]


def _counted(reports: list[Report]) -> QuerySet[ReportVersion]:
    return ReportVersion.objects.filter(report__in=reports, number=F("report__counted"))


def _piece(report: Report, version: ReportVersion | None) -> Piece:
    one, taken = {report.level: 1}, version is not None and version.standing == Standing.TAKEN_IN
    return Piece(
        title=report.organization.name,
        level=report.level,
        values=as_numbers(version.values) if version else {},
        tally=Tally(one, one if version else {}, one if taken else {}),
        unit_code=report.unit_code,
        report_code=report.code,
        version=version.number if version else None,
        is_taken_in=taken,
        bodies=_line_of(report),
    )


def _line_of(report: Report) -> frozenset[int]:
    line = {int(each) for each in report.organization.path.split("/") if each}
    return frozenset(line if report.above_id is None else line | {report.above_id})


def _gap(unit: UnitInfo) -> Piece:
    return Piece(unit.full_name, str(unit.level), {}, Tally({str(unit.level): 1}), unit.code)


def _sums(
    regime: Regime, period: ReportPeriod, above: str, units: Iterable[UnitInfo]
) -> list[Piece]:
    asked = list(units)
    known = {
        each.unit_code: each
        for each in ReportSum.objects.filter(
            regime=regime.code, period=period.key, unit_code__in=[unit.code for unit in asked]
        )
    }
    is_whole = sum(each.computed > 0 for each in known.values()) == len(asked)
    counts = {} if is_whole else _counts_within(above, period.last_on)
    return [_branch(unit, known.get(unit.code), counts, regime) for unit in asked]


def _branch(
    unit: UnitInfo, known: ReportSum | None, counts: Mapping[str, dict[str, int]], regime: Regime
) -> Piece:
    within = {n: count for n, count in counts.get(unit.code, {}).items() if n in regime.due}
    has_parts = known is not None and known.computed > 0
    return Piece(
        title=unit.full_name,
        level=str(unit.level),
        values=as_numbers(known.values) if known else {},
        tally=Tally(known.expected, known.filed, known.taken_in)
        if known and has_parts
        else Tally(within),
        unit_code=unit.code,
        is_stale=known is not None and known.is_stale,
        is_sum=True,
    )


def _counts_within(above: str, on: date) -> dict[str, dict[str, int]]:
    """How many units of each level lie in each unit directly below, itself among them; one query."""
    standing = Unit.objects.on(on)
    if above == NATION:
        named = standing.values_list("province_code", "level")
    else:
        named = standing.filter(parent__parent__code=above).values_list("parent__code", "level")
    counts: dict[str, dict[str, int]] = {}
    for code, level, count in named.annotate(counted=Count("pk")).order_by():
        counts.setdefault(code, {})[level] = count
    if above != NATION:
        for code in standing.filter(parent__code=above).values_list("code", flat=True):
            counts.setdefault(code, {})[str(UnitLevel.DISTRICT)] = 1
    return counts


def _reports(regime: Regime, period: ReportPeriod) -> QuerySet[Report]:
    rows = Report.objects.filter(regime=regime.code, period=period.key)
    return rows.select_related("organization")
