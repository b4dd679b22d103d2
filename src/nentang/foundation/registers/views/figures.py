"""Figures of registers that everybody may read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone
from nentang.foundation.registers.registry import registers
from nentang.foundation.registers.rules.open_data import smallest_group_law
from nentang.foundation.registers.rules.small_cells import hide_small
from nentang.kernel import clock
from nentang.kernel.frozen import Frozen


class Shown(Frozen):
    """One figure: its groups (None where hidden), its total where that may be told."""

    name: str
    title: object
    register: object
    groups: list[tuple[str, int | None]]
    total: int | None


@require_safe
@for_everyone
def figures_page(request: PageRequest) -> HttpResponse:
    """Counts of all registers today, groups of few hidden."""
    today = clock.legal_day(clock.now())
    rule = smallest_group_law().rule_on(today)
    figures = _figures(rule.value)
    if name := request.GET.get("tai", ""):
        rows = [
            (title, "" if n is None else n)
            for each in figures
            if each.name == name
            for title, n in each.groups
        ]
        return csv_file(name, ("nhom", "so"), rows)
    return render(request, "registers/figures.html", {"figures": figures, "rule": rule})


def _figures(smallest: int) -> list[Shown]:
    today = clock.legal_day(clock.now())
    figures = []
    for register in registers():
        for statistic in register.statistics:
            groups, total = hide_small(statistic.count(today), smallest)
            figures.append(Shown(statistic.name, statistic.title, register.title, groups, total))
    return figures
