"""What the dashboard says of the tasks of a place."""

from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nentang.foundation.organizations.public import UnitNotFound
from nentang.kernel.clock import legal_day
from nentang.measure.dashboard.public import (
    Asked,
    Finding,
    Known,
    Panel,
    Source,
    register_panel,
    track_of,
)

from .queries import OverdueTask, TaskCounts, task_counts


def findings(asked: Asked) -> list[Finding]:
    """One line; nothing for months gone by, nor for a place of another day, which has no tasks of its own."""
    if not asked.is_now:
        return []
    try:
        counts = task_counts(unit_code=asked.unit_code, on=legal_day(asked.at))
    except UnitNotFound:
        return []
    return [_finding(asked, counts)] if counts.all else []


def _finding(asked: Asked, counts: TaskCounts) -> Finding:
    running = counts.not_due + counts.in_time + counts.extended + counts.returned + counts.late
    value = 100 * (running - counts.late) / running if running else 100.0
    return Finding(
        title=_("Nhiệm vụ được giao còn trong hạn"),
        value=value,
        goal=100.0,
        unit="%",
        track=track_of(value, 100.0),
        source=Source(
            Known.COMPUTED,
            _("đếm các nhiệm vụ trên hệ thống, tình trạng suy ra từ hạn và minh chứng"),
            ((_("danh sách nhiệm vụ"), reverse("tasks:list")),),
        ),
        goal_words=_("không nhiệm vụ nào quá hạn"),
        short=Fraction(counts.late) if counts.late else None,
        lack=_("quá hạn"),
        things=_("nhiệm vụ"),
        who=_who(counts.worst) or asked.who,
        note=_note(counts),
    )


def _who(worst: OverdueTask | None) -> str:
    if worst is None:
        return ""
    return f"{worst.office}, {worst.body}" if worst.office else worst.body


def _note(counts: TaskCounts) -> str:
    done = _("%(in_time)s xong đúng hạn, %(late)s xong muộn") % {
        "in_time": counts.done_in_time,
        "late": counts.done_late,
    }
    if counts.worst is None:
        return done
    worst = _("trễ nhất: “%(task)s”, %(days)s ngày") % {
        "task": counts.worst.text[:80],
        "days": counts.worst.days,
    }
    return f"{done}; {worst}"


register_panel(Panel("tasks.running", gettext_lazy("Nhiệm vụ được giao"), 25, findings))
