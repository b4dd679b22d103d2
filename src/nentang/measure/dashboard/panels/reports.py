"""Reports that were due: how many came in time, and from where they are missing."""

from collections import defaultdict
from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nentang.measure.dashboard.queries import of_parts
from nentang.measure.dashboard.registry import Asked, Panel, register_panel
from nentang.measure.dashboard.rules.findings import (
    Finding,
    Known,
    Reasons,
    Source,
    track_of,
)
from nentang.measure.reporting.public import DueReports, due_reports


def findings(asked: Asked) -> list[Finding]:
    """One line over all regimes; nothing where no report was due."""
    found = due_reports(
        asked.first, asked.last, unit_codes=asked.tree.members(asked.unit_code), at=asked.at
    )
    due = sum(each.due for each in found.values())
    in_time = sum(each.in_time for each in found.values())
    if not due:
        return []
    value = 100 * in_time / due
    return [
        Finding(
            title=_("Báo cáo đến hạn đã gửi đúng hạn"),
            value=value,
            goal=100.0,
            unit="%",
            track=track_of(value, 100.0),
            source=Source(
                Known.COMPUTED,
                _("đếm các báo cáo đến hạn trên hệ thống"),
                ((_("theo dõi báo cáo"), reverse("reporting:board")),),
            ),
            goal_words=_("mọi báo cáo đúng hạn"),
            short=Fraction(due - in_time) if due > in_time else None,
            lack=_("muộn hoặc thiếu"),
            things=_("báo cáo"),
            reasons=_by_place(asked, found) if due > in_time else (),
            who=asked.who,
            note=_("%(late)s gửi muộn, %(missing)s chưa gửi")
            % {
                "late": sum(each.late for each in found.values()),
                "missing": sum(each.missing for each in found.values()),
            },
        )
    ]


def _by_place(asked: Asked, found: dict[str, DueReports]) -> tuple[Reasons, ...]:
    amounts: dict[str, Fraction] = defaultdict(Fraction)
    for unit_code, each in found.items():
        amounts[asked.part_of(unit_code)] += each.due - each.in_time
    return of_parts(asked, {code: amount for code, amount in amounts.items() if amount})


register_panel(Panel("reporting.due", gettext_lazy("Chế độ báo cáo"), 40, findings))
