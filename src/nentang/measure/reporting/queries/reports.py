"""Reads of single reports, their versions and what came before."""

from decimal import Decimal

from nentang.kernel.law import Rule
from nentang.measure.reporting.errors import ReportNotFound
from nentang.measure.reporting.models import Report, ReportVersion
from nentang.measure.reporting.rules.cells import as_numbers
from nentang.measure.reporting.rules.periods import ReportPeriod, period_before, period_named
from nentang.measure.reporting.rules.regimes import Regime, regime_rule

TOGETHER = ("case", "organization", "above")


def find_report(code: str) -> Report:
    """The report of that code with its case and bodies; ReportNotFound where there is none."""
    found = Report.objects.select_related(*TOGETHER).filter(code=code).first()
    if found is None:
        raise ReportNotFound
    return found


def report_to_change(code: str) -> Report:
    """The same, locked until the transaction ends."""
    rows = Report.objects.select_for_update(of=("self",)).select_related(*TOGETHER)
    found = rows.filter(code=code).first()
    if found is None:
        raise ReportNotFound
    return found


def rule_of(report: Report) -> Rule[Regime]:
    """The regime as it held on the day on which the figures were closed."""
    return regime_rule(report.regime, report.last_on)


def regime_of(report: Report) -> Regime:
    """The form of the report."""
    return rule_of(report).value


def period_of(report: Report) -> ReportPeriod:
    """The period of the report."""
    regime = regime_of(report)
    return period_named(regime.period, report.period, regime.closing_day)


def version_of(report: Report, number: int) -> ReportVersion:
    """That version; ReportNotFound where it was never filed."""
    found = ReportVersion.objects.filter(report=report, number=number).first()
    if found is None:
        raise ReportNotFound
    return found


def versions_of(report: Report) -> list[ReportVersion]:
    """All versions, the latest first, at most fifty."""
    return list(report.versions.order_by("-number")[:50])


def version_of_key(report: Report, key: str) -> ReportVersion | None:
    """What the same request filed before."""
    return report.versions.filter(idempotency_key=own_key(report, key)).first()


def own_key(report: Report, key: str) -> str:
    """The caller's key as it is kept, so that callers of other reports may use the same."""
    return f"{report.pk}:{key}"


def is_filed(code: str, key: str) -> bool:
    """Whether a request with that key filed the report before; ReportNotFound."""
    return version_of_key(find_report(code), key) is not None


def values_before(report: Report) -> dict[str, Decimal]:
    """What the body's report of the period before says; nothing where there is none."""
    regime = regime_of(report)
    before = period_before(period_of(report), regime.closing_day)
    kept = (
        ReportVersion.objects.filter(
            report__organization=report.organization_id,
            report__regime=report.regime,
            report__period=before.key,
            report__counted__isnull=False,
        )
        .order_by("-number")
        .values_list("values", flat=True)
        .first()
    )
    return as_numbers(kept or {})
