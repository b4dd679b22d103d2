"""A filing day from inside: `python -m tests.robustness.filing QUESTION FACTS`."""

import json
import sys
from collections import Counter
from typing import Any


def begin(communes: int) -> dict[str, Any]:
    """Communes of one new province, their reports of the month open, and a token for each leader."""
    from nentang.foundation.organizations.models import Unit
    from nentang.kernel import clock
    from nentang.measure.reporting import actions
    from nentang.measure.reporting.enums import PeriodKind
    from nentang.measure.reporting.rules.periods import period_closed_by
    from tests.api.factories import make_token
    from tests.measure.reporting.factories import FIGURES, REGIME, committee
    from tests.robustness.inside import _office

    now = clock.now()
    _office(now)  # people nobody else is
    units = Unit.objects.filter(level="commune", valid_to=None, organizations=None).order_by(
        "-code"
    )
    period = period_closed_by(PeriodKind.MONTH, clock.legal_day(now), 14)
    tokens = {}
    for number, unit in enumerate(units[:communes]):
        body = committee(f"xã {number}", "", unit.code, None, now, unit.valid_from)
        report = actions.open_report(
            regime=REGIME,
            period=period.key,
            organization_id=body.body.pk,
            actor=body.leader,
            at=now,
        )
        scopes = ("openid", "roles", "reports:read", "reports:write")
        tokens[report.code] = make_token(
            account_id=body.leader.account_id or 0, at=now, scopes=scopes
        )
    plain = {name: value.replace(".", "").replace(",", ".") for name, value in FIGURES.items()}
    return {"tokens": tokens, "figures": plain}


def account(codes: list[str]) -> dict[str, Any]:
    """What stands of these reports, counted every way that must agree."""
    from nentang.foundation.audit.public import verify
    from nentang.foundation.casework.models import Case
    from nentang.foundation.facts.models import Fact
    from nentang.foundation.outbox.models import Event
    from nentang.foundation.outbox.public import run_until_quiet
    from nentang.kernel import clock
    from nentang.measure.reporting import actions
    from nentang.measure.reporting.models import Report, ReportSum, ReportVersion

    now = clock.now()
    events = Event.objects.filter(name="reporting.report_filed", key__in=codes).count()
    run_until_quiet(at=now)
    actions.add_up_sums(at=now)
    report = Report.objects.filter(code__in=codes)[0]
    nation = ReportSum.objects.get(regime=report.regime, period=report.period, unit_code="")
    bodies = Report.objects.filter(code__in=codes).values("organization")
    return {
        "versions": ReportVersion.objects.filter(report__code__in=codes).count(),
        "states": Counter(Case.objects.filter(code__in=codes).values_list("state", flat=True)),
        "facts": Fact.objects.filter(
            kind="reporting.report_filed", organization_id__in=bodies
        ).count(),
        "events": events,
        "households": nation.values["households"],
        "filed": nation.filed,
        "audit_holds": verify().holds,
    }


def _answer() -> None:
    from nentang.config.start import start

    start()
    question = {"begin": begin, "account": account}[sys.argv[1]]
    sys.stdout.write(json.dumps(question(**json.loads(sys.argv[2]))))


if __name__ == "__main__":
    _answer()
