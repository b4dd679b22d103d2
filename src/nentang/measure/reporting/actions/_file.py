"""What signing writes: the version that never changes, the case with the body above, event and fact."""

from datetime import datetime
from decimal import Decimal
from hashlib import sha256

import msgspec

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.public import advance, forward_case, move_case
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.measure.reporting.enums import Origin, Standing
from nentang.measure.reporting.events import ReportFiled
from nentang.measure.reporting.indicators import REPORT_FILED
from nentang.measure.reporting.models import Report, ReportVersion
from nentang.measure.reporting.queries import regime_of
from nentang.measure.reporting.rules.cells import as_numbers, as_text, origins
from nentang.measure.reporting.rules.regimes import Regime

COUNTED = (Origin.FACTS, Origin.REGISTER)


def file_version(
    report: Report, values: dict[str, Decimal], *, key: str | None, actor: Actor, at: datetime
) -> ReportVersion:
    """The new version, signed and with the body above; inside a transaction. StepNotPossible, RoleMissing."""
    regime, number = regime_of(report), report.versions_filed + 1
    report.versions.filter(standing__in=(Standing.FILED, Standing.TAKEN_IN)).update(
        standing=Standing.REPLACED
    )
    version = ReportVersion.objects.create(
        report=report,
        number=number,
        values=as_text(values),
        origins=origins(regime, values, as_numbers(report.known)),
        remarks=report.remarks,
        form=regime.fingerprint,
        fingerprint=fingerprint_of(report.code, as_text(values), report.remarks),
        filled_by_id=report.submitted_by_id,
        signed_by_id=actor.account_id,
        filed_at=at,
        idempotency_key=key,
    )
    advance(
        report,
        "sign",
        actor=actor,
        at=at,
        counted=number,
        versions_filed=number,
        first_filed_at=report.first_filed_at or at,
    )
    _hand_over(report, version, actor, at)
    _tell(report, regime, version, at)
    return version


def fingerprint_of(code: str, values: dict[str, str], remarks: str) -> str:
    """Tells one content from another."""
    said = (code, sorted(values.items()), remarks)
    return sha256(msgspec.json.encode(said)).hexdigest()


def _hand_over(report: Report, version: ReportVersion, actor: Actor, at: datetime) -> None:
    """To the body above; where there is none, it is taken in by itself."""
    if report.above_id is not None:
        forward_case(case=report.case, organization_id=report.above_id, note="", actor=actor, at=at)
        return
    move_case(case=report.case, step="take_in", actor=SYSTEM, at=at)
    version.standing, version.settled_at = Standing.TAKEN_IN, at
    version.save(update_fields=["standing", "settled_at"])


def _tell(report: Report, regime: Regime, version: ReportVersion, at: datetime) -> None:
    publish(
        ReportFiled(
            report_id=report.pk,
            code=report.code,
            number=version.number,
            regime=report.regime,
            period=report.period,
            unit_code=report.unit_code,
            organization_id=report.organization_id,
        ),
        at=at,
        key=report.code,
    )
    typed = {cell.id for cell in regime.cells if cell.is_typed}
    record_fact(
        REPORT_FILED,
        at=at,
        organization_id=report.organization_id,
        unit_code=report.unit_code,
        regime=report.regime,
        level=report.level,
        again=version.number > 1,
        in_time=at <= report.due_at,
        cells=len(typed),
        from_facts=sum(version.origins.get(name) in COUNTED for name in typed),
    )
