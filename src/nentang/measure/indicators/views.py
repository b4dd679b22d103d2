"""Public pages of the measure: the board, its table as a file, the facts behind a number."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from msgspec.structs import replace

from nentang.agreements.actor import Actor
from nentang.foundation.facts.public import indicators, kinds
from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, Tab, csv_file, for_everyone
from nentang.kernel import clock
from nentang.kernel.text import whole_number

from .context import Choice, choice_of, heading
from .context import board as board_context
from .queries import fact_page, in_english, monthly_parts, symbol, title_of, tree_on
from .rules.figures import shown
from .rules.rollup import NATION

MOST_OWN = 5


def _choice(request: PageRequest) -> Choice:
    return choice_of(request.GET.dict(), clock.legal_day(clock.now()))


@for_everyone
def board(request: PageRequest) -> HttpResponse:
    """The leader's board: nation, province, district or commune."""
    choice = _choice(request)
    context = {
        **board_context(choice),
        "indicators": [(each.code, title_of(each)) for each in indicators()],
        "own_places": _own_places(request.actor, choice),
    }
    return render(request, "indicators/board.html", context)


def _own_places(actor: Actor, choice: Choice) -> list[tuple[str, str]]:
    """Where an officer works, by name and address, unless that is what is shown."""
    bodies = [organization(each) for each in sorted(actor.organizations())[:MOST_OWN]]
    if not bodies:
        return []
    tree = tree_on(choice.on)
    units = [tree.find(code) for code in dict.fromkeys(each.unit_code for each in bodies) if code]
    return [
        (unit.full_name, choice.board_url(unit_code=unit.code))
        for unit in units
        if unit and unit.code != choice.unit_code
    ]


@for_everyone
def table(request: PageRequest) -> HttpResponse:
    """The unit and those directly below, month by month, as CSV."""
    choice = _choice(request)
    tree = tree_on(choice.on)
    unit = tree.find(choice.unit_code)
    code = unit.code if unit else NATION
    indicator = choice.indicator
    rows = monthly_parts(indicator, code, first=choice.first, last=choice.last, tree=tree)
    head = [
        _("Mã đơn vị"),
        _("Đơn vị"),
        _("Chỉ số"),
        _("Tháng"),
        _("Tử số"),
        _("Mẫu số"),
        _("Giá trị"),
        _("Đơn vị tính"),
        _("Bản công thức"),
    ]
    said = (symbol(indicator.unit), indicator.formula_version)
    return csv_file(
        f"{indicator.code}-{code or 'ca-nuoc'}-{choice.year}",
        head,
        [
            (
                each.code if each else "",
                each.full_name if each else _("Cả nước"),
                title_of(indicator),
                f"{month:%Y-%m}",
                counted.numerator,
                counted.denominator,
                shown(counted.value, indicator.unit),
                *said,
            )
            for each, month, counted in rows
        ],
    )


@for_everyone
def facts(request: PageRequest) -> HttpResponse:
    """The facts behind a number, latest first; no personal data is in them."""
    asked = _choice(request)
    tree = tree_on(asked.on)
    unit = tree.find(asked.unit_code)
    choice = replace(asked, unit_code=unit.code if unit else NATION)
    declared = {each.name: each for each in kinds()}
    names = choice.indicator.facts
    asked_kind = request.GET.get("loai", "")
    kind = declared[asked_kind if asked_kind in names else names[0]]
    before = request.GET.get("sau", "")[:18]
    page = fact_page(
        choice.indicator,
        kind,
        choice.unit_code,
        first=choice.first,
        last=choice.last,
        tree=tree,
        before_id=whole_number(before),
    )
    here = choice.facts_url()
    context = {
        **heading(choice, tree, unit),
        "page": page,
        "kind": kind,
        "what": "" if in_english() else f"{kind.description.partition(';')[0].rstrip('.')}.",
        "tabs": [Tab(each, f"{here}&loai={each}", is_current=each == kind.name) for each in names],
        "older_url": f"{here}&loai={kind.name}&sau={page.next_id}" if page.next_id else "",
        "own_bodies": request.actor.organizations(),
        "inbox_url": _inbox_url(),
    }
    return render(request, "indicators/facts.html", context)


def _inbox_url() -> str:
    """Where an officer finds the cases; facts themselves do not know them."""
    try:
        return reverse("casework:inbox")
    except NoReverseMatch:
        return ""
