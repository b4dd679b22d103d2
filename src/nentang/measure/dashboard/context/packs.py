"""Briefing packs on pages: which may be ordered, how far one is."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import UnitNotFound
from nentang.foundation.portal.public import day_words
from nentang.kernel.clock import legal_day
from nentang.measure.dashboard.enums import PackState
from nentang.measure.dashboard.models import BriefingPack
from nentang.measure.dashboard.permissions import bodies_led, body_over
from nentang.measure.dashboard.queries import language, place_of, tree_of_pack
from nentang.measure.dashboard.rules.spans import FIRST, last_day, month_before
from nentang.measure.indicators.public import tree_on

MONTHS, STEPS = 12, 4
NATION = "ca-nuoc"


def places_to_choose(actor: Actor, asked: str, today: date) -> list[tuple[str, str]]:
    """The places that the actor leads, before them the one asked for where it lies below; value and name."""
    tree = tree_on(today)
    codes = [body.unit_code for body in bodies_led(actor, today)]
    try:
        unit = tree.find(asked)
    except UnitNotFound:
        unit = None
    if unit and body_over(actor, unit.code, tree, today):
        codes.insert(0, unit.code)
    known = dict.fromkeys(code for code in codes if not code or code in tree.units)
    return [(code or NATION, tree.units[code].place if code else _("Cả nước")) for code in known]


def days_to_choose(today: date) -> list[tuple[str, str]]:
    """Today, and the ends of the months before."""
    this = today.replace(day=1)
    ends = [last_day(month_before(this, count)) for count in range(1, MONTHS + 1)]
    days = [today, *(day for day in ends if day >= FIRST)]
    return [(day.isoformat(), day_words(day, language())) for day in dict.fromkeys(days)]


def pack_page(pack: BriefingPack, at: datetime) -> dict[str, Any]:
    """A pack, waiting, made or failed."""
    tree = tree_of_pack(pack, legal_day(at))
    return {
        "pack": pack,
        "place": place_of(tree.find(pack.unit_code)),
        "is_waiting": pack.state == PackState.ORDERED,
        "is_made": pack.state == PackState.MADE,
        "steps": STEPS,
        "label": _step_words(pack.step),
        "here": reverse("dashboard:pack", args=[pack.code]),
        "progress_url": reverse("dashboard:pack_progress", args=[pack.code]),
    }


def _step_words(step: int) -> str:
    words = (
        _("Đang gom số liệu"),
        _("Đang dàn bản A4"),
        _("Đang dàn trang trình chiếu"),
        _("Đang cất vào kho tài liệu"),
    )
    return words[min(step, len(words) - 1)]
