"""Dossiers at the one-stop shops that are late at this moment, by place and by procedure."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nentang.measure.dashboard.queries import (
    Waiting,
    of_parts,
    procedure_names,
    waiting_dossiers,
)
from nentang.measure.dashboard.registry import Asked, Panel, register_panel
from nentang.measure.dashboard.rules.findings import (
    Cause,
    Finding,
    Known,
    Reasons,
    Source,
    track_of,
)


def findings(asked: Asked) -> list[Finding]:
    """One line; nothing for months gone by, of which nobody keeps what was late then."""
    if not asked.is_now:
        return []
    found = waiting_dossiers(asked.tree.members(asked.unit_code), asked.at)
    running, late = sum(each.running for each in found), sum(each.late for each in found)
    value = 100 * (running - late) / running if running else None
    return [
        Finding(
            title=_("Hồ sơ đang giải quyết còn trong hạn"),
            value=value,
            goal=100.0,
            unit="%",
            track=track_of(value, 100.0),
            source=Source(Known.COMPUTED, _("đếm các hồ sơ chưa xong, ngay lúc này")),
            goal_words=_("không hồ sơ nào quá hạn"),
            short=Fraction(late) if late else None,
            lack=_("quá hạn"),
            things=_("hồ sơ"),
            reasons=(*_by_place(asked, found), *_by_procedure(asked, found)) if late else (),
            who=asked.who,
            note=_("trên %(running)s hồ sơ đang giải quyết") % {"running": running},
        )
    ]


def _by_place(asked: Asked, found: Iterable[Waiting]) -> tuple[Reasons, ...]:
    if not asked.below():
        return ()
    return of_parts(asked, _summed(found, lambda each: asked.part_of(each.unit_code)))


def _by_procedure(asked: Asked, found: Iterable[Waiting]) -> tuple[Reasons, ...]:
    names = procedure_names(asked)
    amounts = _summed(found, lambda each: each.procedure)
    causes = (Cause(names.get(code, code), amount) for code, amount in amounts.items())
    return (Reasons(_("Theo thủ tục"), tuple(causes)),)


def _summed(found: Iterable[Waiting], key: Callable[[Waiting], str]) -> dict[str, Fraction]:
    amounts: dict[str, Fraction] = defaultdict(Fraction)
    for each in found:
        if each.late:
            amounts[key(each)] += each.late
    return amounts


register_panel(Panel("services.late_now", gettext_lazy("Một cửa lúc này"), 30, findings))
